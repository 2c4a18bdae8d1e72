"""Whether a sentence of a text or a source states what its number or date says, or asks, denies or supposes it.

"The company denied that 30 workers were injured", "asked whether 30 workers were injured" and "Were 30 workers injured?"
have the number of "30 workers were injured", and do not say that.
"""

from __future__ import annotations

import re
from collections import deque
from typing import Final

import attrs

from newsfacts.finders.content_words import stem
from newsfacts.finders.results import FoundQuantity, FoundValue
from newsfacts.grounding.comparing import Said
from newsfacts.grounding.index import SourceSentence
from newsfacts.values.comparison import Support, SupportOutcome
from newsfacts.values.quantities.reading.number_words import word_set

__all__ = ["support_unless_unstated"]

_QUESTION: Final = re.compile(r"\?[!?]{0,3}[\"'”’»)\]*_]{0,6}(?:[ \t]?\[[^\]]{0,20}\]){0,4}\s*\Z")
_NEAR: Final = 60
_REACH: Final = 160
"""Words further before a value than so many code points say nothing about whether it is stated."""
_SPACE = r"[\s ]{1,4}"
_DENIED: Final = re.compile(
    rf"""\b(?:
      (?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|debunk(?:s|ed|ing)?)
        (?:{_SPACE}[\w’'-]{{1,20}}){{0,4}}?{_SPACE}(?:that|(?:accusation|allegation|claim|report|rumou?r|suggestion)s?{_SPACE}of)
      |no{_SPACE}(?:evidence|proof|indication|confirmation|sign)s?(?:{_SPACE}(?:yet|so|far|at|all)){{0,2}}{_SPACE}(?:that|of)
      |(?:not|isn[’']t|wasn[’']t|never){_SPACE}true{_SPACE}that | untrue{_SPACE}that
      |(?:false|wrong|mistaken|fake|baseless|unfounded){_SPACE}(?:claim|report|rumou?r|allegation|statement|post)s?{_SPACE}(?:that|of)
      |falsely{_SPACE}(?:claim|report|state|say|said|alleg)\w{{0,4}}(?:{_SPACE}that)?
      |contrary{_SPACE}to(?:{_SPACE}[\w’'-]{{1,20}}){{0,3}}?{_SPACE}(?:report|claim|rumou?r|statement|post)s?{_SPACE}(?:that|of)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_IF: Final = re.compile(rf"\b(?:whether|if|unless)\b(?!{_SPACE}(?:not|only|any)\b)", re.IGNORECASE)
_REPORTED: Final = re.compile(rf"\b(?:report|claim|rumou?r|allegation|statement|post)s?{_SPACE}that\b", re.IGNORECASE)
_FALSE: Final = re.compile(
    rf"\b(?:is|are|was|were|be|been){_SPACE}(?:\w{{2,12}}ly{_SPACE})?(?:false|wrong|untrue|not{_SPACE}true|mistaken|denied|baseless|unfounded|fake)\b",
    re.IGNORECASE,
)
_NEGATED: Final = re.compile(
    rf"""\b(?:(?:did|does|do|has|have|had|was|were|is|are|will|would|could|can|should){_SPACE}(?:not|never)
      |(?:did|does|do|has|have|had|was|were|is|are|wo|would|could|ca|should)n[’']t|never|fail(?:s|ed)?{_SPACE}to|refus(?:es|ed){_SPACE}to)
    {_SPACE}(?!only\b|just\b|even\b)(?:been{_SPACE})?(?P<verb>[^\W\d_]{{2,20}}){_SPACE}(?:the{_SPACE}|a{_SPACE}|any{_SPACE}of{_SPACE}|all{_SPACE}|its{_SPACE}|their{_SPACE}|his{_SPACE}|her{_SPACE}|our{_SPACE}|my{_SPACE}|your{_SPACE})?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_OF_OBJECTS: Final = word_set(
    "exceed exceeded pass passed top topped reach reached since until till for in at by on to from with than over under more less "
    "fewer most least be been about around nearly almost within after before during last first wait take"
)
"""Words after "not" of which the number that follows is a limit, or no object: "did not exceed 300", "has not in 12 games"."""
_NEGATED_AFTER: Final = re.compile(
    rf"{_SPACE}(?:(?:was|were|is|are|has|have|had|did|does|do|will|would){_SPACE}(?:not|never)|(?:was|were|is|are|has|have|had|did|does|do|would)n[’']t)"
    rf"{_SPACE}(?:been{_SPACE})?(?P<verb>[^\W\d_]{{2,20}})",
    re.IGNORECASE,
)
_DEFINITE: Final = re.compile(rf"\b(?:the|these|those){_SPACE}(?:[^\W\d_]{{2,12}}{_SPACE})?\Z", re.IGNORECASE)
_POSSESSIVE: Final = ("'s ", "’s ")
"""What is asked or supposed of "the 30 workers", or of "Tuesday's vote", says that they are."""
_POSSIBLE: Final = re.compile(
    rf"\b(?:(?P<cue>could|may|might)(?:{_SPACE}(?!(?:that|what|how|who|why|and|but|or)\b)[^\W\d_][\w’'-]{{0,20}}){{1,4}}"
    rf"|(?P<fear>fear(?:s|ed)?{_SPACE}that)(?:{_SPACE}(?:about|around|some|at{_SPACE}least|as{_SPACE}many{_SPACE}as|up{_SPACE}to))?){_SPACE}\Z",
    re.IGNORECASE,
)
_POSSIBLE_TOO: Final = re.compile(
    r"\b(?:could|may|might|can|would|should|will|if|likely|perhaps|potential(?:ly)?|up to"
    r"|(?:aim|allege|allegation|believe|claim|estimat|expect|fear|plan|possib|predict|project|propos|risk|seek|suggest|suspect|threat|warn)\w{0,6})\b",
    re.IGNORECASE,
)
"""Words by which a text says itself that it may be otherwise."""
_END_OF_CLAUSE: Final = re.compile(r"[,;:()–—]|\bbut\b", re.IGNORECASE)


@attrs.frozen
class _Unstated:
    """The words by which a sentence does not state a value, and whether they are a negation: it states the opposite."""

    words: str
    is_negated: bool = False

    @property
    def why(self) -> str:
        """What the sentence does instead, to follow a colon."""
        return f"it says “{self.words}”" if self.words != "?" else "it only asks"


def support_unless_unstated(found: Support, said: Said, known: FoundValue, sentence: SourceSentence) -> Support:
    """What follows from a value of a source for one of the text; unknown where one sentence states it and the other does not.

    A text may ask, deny or suppose what its source states: only what it negates is then another thing.
    """
    if found.outcome is SupportOutcome.UNLIKE:
        return found
    theirs = _unstated(sentence.prose, known, frozenset(word.stem for word in said.words))
    mine = _unstated(said.sentence, said.value, sentence.stems)
    if theirs is not None and (mine is None or mine.is_negated is not theirs.is_negated):
        because = f"The source does not state this: {theirs.why}."
    elif theirs is None and mine is not None and mine.is_negated:
        because = f"The source states what the statement negates with “{mine.words}”."
    elif found.outcome is SupportOutcome.SUPPORTED and (maybe := _only_possible(said, known, sentence)) is not None:
        because = f"The source only says that it may be so, with “{maybe}”."
        return attrs.evolve(found, outcome=SupportOutcome.SAYS_MORE, rule="hedge-lost", because=because)
    else:
        return found
    return attrs.evolve(found, outcome=SupportOutcome.UNKNOWN, rule="not-stated", because=because)


def _unstated(sentence: str, value: FoundValue, stems: frozenset[str]) -> _Unstated | None:
    """Why a sentence does not state a value of it, None where it does. `stems` are the content words of the other sentence."""
    start, end = value.span.start, value.span.end
    if isinstance(value, FoundQuantity) and (negated := _negation(sentence, start, end, stems)) is not None:
        return negated
    first = max(start - _REACH, 0)
    if (denied := _last(_DENIED, sentence, first, start)) is not None:
        return denied
    reported = _REPORTED.search(sentence, first, start)
    if reported is not None and (false := _FALSE.search(sentence, end, end + _REACH)) is not None:
        return _Unstated(f"{' '.join(reported[0].split())} … {' '.join(false[0].split())}")
    if _DEFINITE.search(sentence, max(start - _NEAR, 0), start) or sentence.startswith(_POSSESSIVE, end):
        return None
    if (supposed := _last(_IF, sentence, first, start)) is not None:
        return supposed
    return _Unstated("?") if _QUESTION.search(sentence, max(len(sentence) - _REACH, 0)) else None


def _last(cue: re.Pattern[str], sentence: str, first: int, start: int) -> _Unstated | None:
    """The last of some words before a value whose clause the value is in."""
    last = deque(cue.finditer(sentence, first, start), maxlen=1)
    if not last or _END_OF_CLAUSE.search(sentence, last[0].end(), start) is not None:
        return None
    return _Unstated(" ".join(last[0][0].split()))


def _only_possible(said: Said, known: FoundValue, sentence: SourceSentence) -> str | None:
    """The word by which the source calls possible what a text without such a word states: "could lead to 30 deaths"."""
    found = _POSSIBLE.search(sentence.prose, max(known.span.start - _NEAR, 0), known.span.start)
    return None if found is None or _POSSIBLE_TOO.search(said.sentence) else found["cue"] or found["fear"]


def _negation(sentence: str, start: int, end: int, stems: frozenset[str]) -> _Unstated | None:
    """A negation of the verb that a number is the object or the subject of."""
    before = _NEGATED.search(sentence, max(start - _NEAR, 0), start)
    if before is not None and before["verb"].lower() not in _NOT_OF_OBJECTS:
        return _Unstated(" ".join(before[0].split()), is_negated=True)
    after = _NEGATED_AFTER.match(sentence, end)
    if after is not None and stem(after["verb"].lower()) in stems:
        return _Unstated(" ".join(after[0].split()), is_negated=True)
    return None
