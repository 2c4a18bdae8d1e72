"""Whether a sentence asserts what its number or date says, or asks, denies, negates or supposes it, or calls it possible.

"The company denied that 30 workers were injured", "asked whether 30 workers were injured" and "Were 30 workers injured?"
have the number of "30 workers were injured", and do not say that. "Could lead to 30 deaths" says less than "led to 30 deaths".
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Set as AbstractSet
from typing import Final

import attrs

from newsfacts.finders.content_words import stem
from newsfacts.text.spans import Span
from newsfacts.values.comparison import Support, SupportOutcome
from newsfacts.values.quantities.reading.number_words import word_set

__all__ = ["Assertion", "assertion_at", "support_as_asserted"]

_NEAR: Final = 60
_REACH: Final = 160
"""Words further before a value than so many code points say nothing about whether it is asserted."""
_SPACE: Final = r"[\s\u00a0]{1,4}"
_CLAIM: Final = r"(?:accusation|allegation|assertion|claim|idea|notion|post|report|rumou?r|statement|suggestion)s?"
_DENIED: Final = re.compile(
    rf"""\b(?:
      (?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|contradict(?:s|ed|ing)?|reject(?:s|ed|ing)?
        |dismiss(?:es|ed|ing)?|debunk(?:s|ed|ing)?)(?:{_SPACE}[\w’'-]{{1,20}}){{0,4}}?{_SPACE}(?:that|{_CLAIM}{_SPACE}of)
      |den(?:y|ies|ied|ying){_SPACE}[^\W\d_]{{2,20}}ing
      |no{_SPACE}(?:evidence|proof|truth|indication|confirmation|sign)s?(?:{_SPACE}(?:yet|so|far|at|all|in|to)){{0,2}}
        {_SPACE}(?:that|of|{_CLAIM}{_SPACE}(?:that|of))
      |(?:not|isn[’']t|wasn[’']t|never){_SPACE}true{_SPACE}that | untrue{_SPACE}that | hoax{_SPACE}that
      |(?:false|wrong|mistaken|fake|baseless|unfounded){_SPACE}(?:that|{_CLAIM}{_SPACE}(?:that|of))
      |(?:falsely|wrongly){_SPACE}(?:claim|report|state|say|said|alleg)\w{{0,4}}(?:{_SPACE}that)?
      |contrary{_SPACE}to(?:{_SPACE}[\w’'-]{{1,20}}){{0,3}}?{_SPACE}{_CLAIM}{_SPACE}(?:that|of)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_IF: Final = re.compile(rf"\b(?:whether|if|unless)\b(?!{_SPACE}(?:not|only|any)\b)", re.IGNORECASE)
_REPORTED: Final = re.compile(rf"\b{_CLAIM}{_SPACE}that\b", re.IGNORECASE)
_FALSE: Final = re.compile(
    rf"\b(?:is|are|was|were|be|been){_SPACE}(?:\w{{2,12}}ly{_SPACE})?"
    rf"(?:false|wrong|untrue|not{_SPACE}true|mistaken|denied|baseless|unfounded|fake)\b",
    re.IGNORECASE,
)
_QUESTION: Final = re.compile(r"\?[!?]{0,3}[\"'”’»)\]*_]{0,6}(?:[ \t]?\[[^\]]{0,20}\]){0,4}\s*\Z")
_NEGATED: Final = re.compile(
    rf"""\b(?:(?:did|does|do|has|have|had|was|were|is|are|will|would|could|can|should){_SPACE}(?:not|never)
      |(?:did|does|do|has|have|had|was|were|is|are|wo|would|could|ca|should)n[’']t|cannot|never|no{_SPACE}longer
      |fail(?:s|ed)?{_SPACE}to|refus(?:es|ed){_SPACE}to)
    {_SPACE}(?!only\b|just\b|even\b)(?:been{_SPACE})?(?P<verb>[^\W\d_]{{2,20}}){_SPACE}
    (?:(?:the|a|any{_SPACE}of|all|its|their|his|her|our|my|your){_SPACE})?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_OF_OBJECTS: Final = word_set(
    "exceed exceeded pass passed top topped reach reached since until till for in at by on to from with than over under more less "
    "fewer most least be been about around nearly almost within after before during last first wait take"
)
"""Words after "not" of which the number that follows is a limit, or no object: "did not exceed 300", "has not in 12 games"."""
_NEGATED_AFTER: Final = re.compile(
    rf"{_SPACE}(?:(?:was|were|is|are|has|have|had|did|does|do|will|would){_SPACE}(?:not|never)"
    rf"|(?:was|were|is|are|has|have|had|did|does|do|would)n[’']t){_SPACE}(?:been{_SPACE})?(?P<verb>[^\W\d_]{{2,20}})",
    re.IGNORECASE,
)
_POSSIBLE: Final = re.compile(
    rf"\b(?:(?P<modal>could|may|might)(?:{_SPACE}(?!(?:that|what|how|who|why|and|but|or)\b)[^\W\d_][\w’'-]{{0,20}}){{1,4}}"
    rf"|(?P<adverb>possibly|perhaps|maybe|probably|allegedly|reportedly|presumably|(?:feared|suspected|said|thought|believed){_SPACE}to"
    rf"|(?:appear|seem)(?:s|ed)?{_SPACE}to)(?:{_SPACE}[^\W\d_][\w’'-]{{0,20}}){{0,3}}"
    rf"|(?P<fear>(?:fear|suspect)(?:s|ed)?{_SPACE}that)(?:{_SPACE}(?:about|around|some|at{_SPACE}least|as{_SPACE}many{_SPACE}as|up{_SPACE}to))?)"
    rf"{_SPACE}\Z"
)
"""Words that leave it open whether something is so. Lower case alone: "May" is a month."""
_OPEN: Final = re.compile(
    r"\b(?:could|may|might|can|would|should|will|if|whether|unless|likely|unlikely|perhaps|maybe|potential(?:ly)?|up to|is to|are to|believing|reported(?:ly)?"
    r"|(?:aim|allege|allegation|appear|believe|claim|estimat|expect|fear|forecast|hope|plan|possib|predict|presum|probab|project|propos|risk|"
    r"seek|seem|suggest|suspect|thought|threat|warn)\w{0,6})\b",
    re.IGNORECASE,
)
"""Words by which a sentence says itself that it may be otherwise."""
_DEFINITE: Final = re.compile(rf"\b(?:the|these|those){_SPACE}(?:[^\W\d_]{{2,12}}{_SPACE})?\Z", re.IGNORECASE)
_POSSESSIVE: Final = ("'s ", "’s ")
"""What is asked or supposed of "the 30 workers", or of "Tuesday's vote", says that they are."""
_END_OF_CLAUSE: Final = re.compile(r"[,;:()–—]|\bbut\b", re.IGNORECASE)


@attrs.frozen
class Assertion:
    """How a sentence puts one of its values, as the words by which it does not assert it; "" where it does.

    `unasserted` are such words ("denied that", "?"); with `is_negated` they turn it into its opposite, of the verb whose stem
    is `verb` ("" for any). `possible` are words such as "could". `is_open` says that some word around it leaves things open.
    """

    unasserted: str = ""
    is_negated: bool = False
    verb: str = ""
    possible: str = ""
    is_open: bool = False

    def for_other(self, stems: AbstractSet[str]) -> Assertion:
        """The same for a comparison with a sentence of these stems: a negation of a verb that it does not have is none."""
        return Assertion(possible=self.possible, is_open=self.is_open) if self.verb and self.verb not in stems else self


def assertion_at(sentence: str, span: Span) -> Assertion:
    """How a sentence puts the value at a span of it. Looks no further than a bounded number of code points before and after it."""
    possible = _POSSIBLE.search(sentence, max(span.start - _NEAR, 0), span.start)
    words = next(filter(None, possible.groups()), "") if possible is not None else ""
    is_open = _OPEN.search(sentence, max(span.start - _REACH, 0), span.end + _REACH) is not None
    found = _unasserted(sentence, span)
    return attrs.evolve(found, possible=" ".join(words.split()), is_open=is_open)


def support_as_asserted(found: Support, said: Assertion, known: Assertion) -> Support:
    """What follows from a value of a source for one of a text, with how both are put.

    It is unknown where one sentence asserts it and the other does not. A text may ask, deny or suppose what its source
    asserts: only what it negates is then another thing. A text that asserts what its source calls possible says more.
    """
    if found.outcome is SupportOutcome.UNLIKE:
        return found
    if known.unasserted and (not said.unasserted or said.is_negated is not known.is_negated):
        why = f"it says “{known.unasserted}”" if known.unasserted != _ASKED else "it only asks"
        because = f"The source does not state this: {why}."
        return attrs.evolve(found, outcome=SupportOutcome.UNKNOWN, rule="not-stated", because=because)
    if said.is_negated and not known.unasserted:
        because = f"The source states what the statement negates with “{said.unasserted}”."
        return attrs.evolve(found, outcome=SupportOutcome.UNKNOWN, rule="not-stated", because=because)
    if found.outcome is SupportOutcome.SUPPORTED and known.possible and not said.is_open:
        because = f"The source only says that it may be so, with “{known.possible}”."
        return attrs.evolve(found, outcome=SupportOutcome.SAYS_MORE, rule="hedge-lost", because=because)
    return found


_ASKED: Final = "?"


def _unasserted(sentence: str, span: Span) -> Assertion:
    start, end = span.start, span.end
    before = _NEGATED.search(sentence, max(start - _NEAR, 0), start)
    if before is not None and before["verb"].lower() not in _NOT_OF_OBJECTS:
        return Assertion(" ".join(before[0].split()), is_negated=True)
    after = _NEGATED_AFTER.match(sentence, end)
    if after is not None:
        return Assertion(" ".join(after[0].split()), is_negated=True, verb=stem(after["verb"].lower()))
    first = max(start - _REACH, 0)
    if (denied := _last(_DENIED, sentence, first, start)) is not None:
        return denied
    reported = _REPORTED.search(sentence, first, start)
    if reported is not None and (false := _FALSE.search(sentence, end, end + _REACH)) is not None:
        return Assertion(f"{' '.join(reported[0].split())} … {' '.join(false[0].split())}")
    if _DEFINITE.search(sentence, max(start - _NEAR, 0), start) or sentence.startswith(_POSSESSIVE, end):
        return Assertion()
    if (supposed := _last(_IF, sentence, first, start)) is not None:
        return supposed
    return Assertion(_ASKED) if _QUESTION.search(sentence, max(len(sentence) - _REACH, 0)) else Assertion()


def _last(cue: re.Pattern[str], sentence: str, first: int, start: int) -> Assertion | None:
    """The last of some words before a value whose clause the value is in."""
    last = deque(cue.finditer(sentence, first, start), maxlen=1)
    if not last or _END_OF_CLAUSE.search(sentence, last[0].end(), start) is not None:
        return None
    return Assertion(" ".join(last[0][0].split()))
