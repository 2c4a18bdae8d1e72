"""What comes before a clause, or after it, and says that it is not so, not yet, or only perhaps: “it is a myth that”, “were it not for”.

A frame is found by its words alone. One that `turns` its clause makes a statement of its own of it false; the others limit it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from newsfacts.patterns import lazy_pattern

__all__ = ["Frame", "frame_after", "frame_before", "frame_on_marks"]

_SAYING = r"(?:say|said|saying|claim|claimed|think|thinking|thought|believe|believed|suggest|suggested|suppose|assume|conclude|know|tell|imagine|see)"
_SUBJECT = r"(?:i|we|you|he|she|it|they|there|one|someone|the|a|an|this|that|these|those|my|our|your|his|her|its|their|all|everyone|nobody)"
_THAT = r"(?:,? that)?\s*\Z"
_UNTRUE = "false|untrue|wrong|mistaken|incorrect|nonsense|absurd|ridiculous|impossible|unthinkable|inconceivable|unlikely|implausible"
_OPEN = (
    "possible|conceivable|likely|probable|plausible|debatable|questionable|doubtful|uncertain|unclear|unknown|disputed|arguable|early|hard"
    "|difficult|premature|dangerous|tempting"
)
_TALES = "lie|lies|myth|fiction|fantasy|illusion|delusion|misconception|mistake|fallacy|hoax|fairy tale|joke|pretence|pretense"
_GUESSES = (
    "rumou?r|rumou?rs|gossip|word|theory|hope|dream|wish|chance|possibility|risk|danger|prospect|promise|guess|bet|fear|case|story|talk"
    "|suspicion|plan|expectation|prediction|forecast"
)
_HOPING = "hopefully|in theory|on paper|in principle|theoretically|ideally|at best|in a (?:perfect|better|just|normal|sane) world|with (?:any )?luck"
_WISHES = r"(?:god|fate|fortune|weather|time|money|funds?|health|space) (?:willing|permitting|allowing)|all being well"


@attrs.frozen
class Frame:
    """Where a frame is in the words that were looked at, and whether nothing is said to be so because of it."""

    start: int
    end: int
    turns: bool


@attrs.frozen
class _Kind:
    pattern: re.Pattern[str]
    turns: bool


def _kind(pattern: str, *, turns: bool) -> _Kind:
    return _Kind(lazy_pattern(pattern.replace(" ", r"\s+"), re.IGNORECASE), turns)  # words may be at the end of a line


_BEFORE = (
    # A condition: “were it not for the tunnel,”, “but for the wind,”, “as long as they pay,”.
    # Only where a sentence begins: “had accepted 15 percent, the limit”.
    _kind(
        r"\A\W*(?P<frame>(?-i:(?:(?:And|But|So|Yet|Even) (?:had|were|should)|Had|Were|Should)) (?!to\b)\w+"
        r"|(?:had|were|should) (?:i|we|he|she|they|it|you|there))\b[^?]*,\s*\Z",
        turns=True,
    ),
    _kind(
        r"\A\W*(?:(?:and|but|so|yet|even|only) )?(?P<frame>until|till|but for|in case|in the event|(?:as|so) long as|on condition|assuming"
        rf"|suppos(?:e|ing)|provided|providing|unless|if|once {_SUBJECT})\b[^?]*,\s*\Z",
        turns=True,
    ),
    _kind(r"\A\W*(?:(?:and|but|so|yet) )?(?P<frame>without|barring|failing|except for)\b[^?]*,\s*\Z", turns=False),
    # What is not so: “it is false that”, “he lied when he said”, “let us pretend that”.
    _kind(rf"\b(?P<frame>(?:{_UNTRUE})(?: (?:if|to|in|when|of)(?: \w+){{0,3}}? {_SAYING})?){_THAT}", turns=True),
    _kind(rf"\b(?P<frame>(?:lied|lying|joked|joking) (?:if|when|in|about)(?: \w+){{0,3}} {_SAYING}){_THAT}", turns=True),
    _kind(rf"\b(?P<frame>{_TALES})(?: to {_SAYING})? that\s*\Z", turns=True),
    _kind(rf"\b(?P<frame>pretend|pretends|pretended|imagine|suppose|wish|wishes|wished){_THAT}", turns=True),
    _kind(rf"\b(?P<frame>wish(?:ed)?(?: \w+){{0,2}} could {_SAYING}){_THAT}", turns=True),
    _kind(r"\b(?P<frame>as (?:if|though)|on condition that|in case|in the event that|even if|but for)\s*\Z", turns=True),
    # What may be so.
    _kind(rf"\b(?P<frame>(?:{_OPEN})(?: to {_SAYING})?),? (?:that|whether|if|what|how)\s*\Z", turns=True),
    _kind(r"\b(?P<frame>(?:may|might|could) (?:well )?be|seems?|seemed|appears?|appeared|looks?|looked) (?:that|like)\s*\Z", turns=True),
    _kind(rf"\b(?P<frame>{_HOPING}|{_WISHES}),?\s*\Z", turns=True),
    _kind(rf"\b(?P<frame>(?:{_GUESSES})(?: (?:is|was|has it))?)(?: that)\s*\Z", turns=False),
    _kind(r"\b(?P<frame>(?:rumou?r|legend|gossip|word) has it)(?: that)?\s*\Z", turns=False),
    _kind(rf"\b(?P<frame>(?:am|is|are|was|were|been) told|(?:like|love|want(?:s|ed)?|have)(?: \w+)? to {_SAYING}){_THAT}", turns=False),
    _kind(
        r"\b(?P<frame>according to [^,?]+|to hear (?:\w+ ){1,3}tell it|on a (?:good|lucky) \w+|as (?:\w+ ){1,3}(?:tells?|has|have|puts?|sees?) it)"
        r",\s*\Z",
        turns=False,
    ),
)  # fmt: skip

_ASIDE = r"(?:,|;| [-–—]+)?\s*(?:(?:and|but|or|though|although) )?"
_AUXILIARY = r"(?:(?:is|are|was|were|will|would|wo|ca|can|could|do|does|did|has|have|had|should)(?:n['’]t)?)"
_AFTER = (
    _kind(rf"(?:,|;| [-–—]+)\s*(?P<frame>(?:were|had|should) {_SUBJECT})\b", turns=False),
    _kind(
        rf"{_ASIDE}(?P<frame>were it not|but for|in the event|subject to|depending on|pending|(?:as|so) long as|on condition|in case|once {_SUBJECT})\b",
        turns=False,
    ),
    # How sure someone is: “between sixty and seventy, I would guess”.
    _kind(
        r",\s*(?P<frame>(?:or so )?(?:i|we|they|he|she|it|people)(?: \w+)? (?:guess|think|believe|suppose|suspect|hope|assume|imagine|fear|seems?"
        r"|seemed|appears?|appeared|claims?|claimed|say|says|told|am told|are told)|(?:as|so) far as (?:i|we|they|he|she) (?:can |could )?\w+)\b",
        turns=False,
    ),
    _kind(rf"{_ASIDE}(?P<frame>{_HOPING}|{_WISHES}|apparently|seemingly|presumably|arguably|ostensibly|maybe|perhaps)\b", turns=False),
    _kind(
        rf"{_ASIDE}(?P<frame>so to speak|as it were|in a manner of speaking|up to a point|to (?:a|some) (?:degree|extent)|more or less|in part"
        r"|most of the time|for the most part|according to|in (?:my|our|his|her|their) (?:view|opinion)|other than|with (?:\w+ )?(?:\w+ )?exceptions?"
        r"|(?:said|says) (?:nobody|no one))\b",
        turns=False,
    ),
    _kind(rf",\s*(?P<frame>(?:or )?{_AUXILIARY} (?:i|we|you|he|she|it|they|there)\?)", turns=False),
    _kind(
        r"(?:,|;| [-–—]+)\s*(?P<frame>(?:but|though|although)(?: \w+){0,3}? (?:doubt|not|never|cannot|\w+n['’]t|perhaps|maybe|may|might|could))\b",
        turns=False,
    ),
)  # fmt: skip
_ON_MARKS = lazy_pattern(
    r"\b(?P<frame>so-called|alleged|supposed|purported|self-styled|self-proclaimed|would-be)\s+(?:[\"“‘'«„]|``)\Z"
)


def frame_before(clause: str) -> Frame | None:
    """The frame of what comes after a clause or a part of one."""
    return next(_found((one.pattern.search(clause), one.turns) for one in _BEFORE), None)


def frame_after(following: str) -> Frame | None:
    """The frame of what comes before these words."""
    return next(_found((one.pattern.match(following), one.turns) for one in _AFTER), None)


def frame_on_marks(preceding: str) -> Frame | None:
    """A word that questions what is in the quotation marks that these words open: “so-called ‘fund’”."""
    return next(_found([(_ON_MARKS.search(preceding), False)]), None)


def _found(
    matches: Iterator[tuple[re.Match[str] | None, bool]] | list[tuple[re.Match[str] | None, bool]],
) -> Iterator[Frame]:
    for match, turns in matches:
        if match is not None:
            yield Frame(*match.span("frame"), turns)
