"""The clause around each number or time of a sentence: its words, and whether it is denied or only possible there.

"The blast killed two people and injured nine" says one thing about the two and another about the nine.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import attrs

from newsfacts.finders.content_words import Word, content_words
from newsfacts.text.spans import Span

__all__ = ["Clause", "Polarity", "clauses_of", "period_after"]

_AUXILIARY: Final = "did|do|does|is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|need"
_NEGATED: Final = re.compile(
    rf"\b(?:(?:{_AUXILIARY}|ca|wo)(?:[ \u00a0]not|n['’]t)|cannot|never|no longer|nobody|no one|none|neither|nor"
    r"|not(?![ \u00a0](?:only|just|even|until|more|less|fewer|yet)\b))\b",
    re.IGNORECASE,
)
"""Words that turn a clause into its opposite; "not more than 12" is a bound."""
_DENIED: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|rejects?|rejected|dismiss(?:es|ed)?|disputes?|disputed|refutes?|refuted|contradicts?|contradicted"
    r"|no (?:evidence|truth|proof|sign)|untrue|false|wrongly|hoax)\b",
    re.IGNORECASE,
)
"""Words after which a sentence says what someone holds to be untrue."""
_POSSIBLE: Final = re.compile(
    r"\b(?:may|might|could[ \u00a0](?:have|be|reach|rise|fall|cost|exceed|last|become|kill|lose|grow|need)|possibly|perhaps|maybe"
    r"|probably|allegedly|reportedly|presumably|feared|suspected|(?:appear|seem|believe|thought|expect|estimat|predict|forecast)"
    r"(?:s|ed)?[ \u00a0]to)\b"
)
"""Words that leave it open whether a clause is true. Lower case alone: "May" is a month."""
_OPEN: Final = re.compile(
    r"\b(?:may|might|can|could|would|should|if|whether|unless|possibl[ey]|perhaps|maybe|probabl[ey]|likely|unlikely|potential(?:ly)?|alleged(?:ly)?"
    r"|reported(?:ly)?|presumed|presumably|fear(?:s|ed)?|suspect(?:s|ed)?|appear(?:s|ed)?|seem(?:s|ed)?|believe[sd]?|thought|thinks?|says?|said"
    r"|according|claims?|claimed|expect(?:s|ed)?|estimate[sd]?|predict(?:s|ed)?|forecasts?|plans?|planned|wants?|hopes?|risks?|is to|are to)\b"
)
"""Words that a sentence may have instead: it says no more than the other one."""


@attrs.frozen
class Polarity:
    """Whether a clause says that something is not so, that someone denies it, or that it may be so; `is_open` where it asserts nothing."""

    is_negated: bool = False
    is_denied: bool = False
    is_possible: bool = False
    is_open: bool = False


@attrs.frozen
class Clause:
    """What a sentence says about one of its values: the stems around it, its names, and whether it is so.

    `names` are those of the clause, or of the whole sentence where the clause has none and the value is the only one.
    """

    stems: frozenset[str]
    names: frozenset[str]
    polarity: Polarity = Polarity()
    period: str | None = None
    """The "minute" of "40 parts a minute"."""

    def shared(self, other: Clause) -> int:
        """How much two clauses have in common: a name counts as much as two other words."""
        both = self.stems & other.stems
        return len(both) + len(both & self.names & other.names)


def clauses_of(sentence: str, spans: Sequence[Span]) -> list[Clause]:
    """The clause of each span, in order. A clause ends at a mark, at a word such as "and", and at the next span."""
    words = content_words(sentence)
    starts = [word.start for word in words]
    return [_clause(sentence, words, starts, span, spans) for span in spans]


def _clause(sentence: str, words: Sequence[Word], starts: Sequence[int], span: Span, spans: Sequence[Span]) -> Clause:
    first = last = bisect_left(starts, span.start)
    before = max((other.end for other in spans if other.end <= span.start), default=0)
    after = min((other.start for other in spans if other.start >= span.end), default=len(sentence))
    while first > 0 and words[first - 1].start >= before and not words[first - 1].ends_clause:
        first -= 1
    while (
        last < len(words)
        and words[last].end <= after
        and not (words[last].ends_clause and words[last].start >= span.end)
    ):
        last += 1
    start = words[first].start if first < len(words) else span.start
    kept = [word for word in words[first:last] if word.stem]
    names = _names(kept, span) or (_names(words, span) if len(spans) == 1 else frozenset())
    stems = {word.stem for word in kept} | _part_or_whole(sentence, span)
    return Clause(frozenset(stems), names, _polarity(sentence, start, span), period_after(sentence, span.end))


_PERIOD: Final = re.compile(
    r"[ \u00a0](?:an?|per|each|every)[ \u00a0](second|minute|hour|day|night|week|month|quarter|year)\b(?![ \u00a0](?:ago|later|earlier|before|after|old)\b)"
)


def period_after(sentence: str, end: int) -> str | None:
    """The period that a number is said for, where it is right after the number: "40 parts a minute"."""
    match = _PERIOD.match(sentence, end)
    return None if match is None else match[1]


def _names(words: Sequence[Word], value: Span) -> frozenset[str]:
    """The names among some words, those of the value itself left out: "40 degrees Celsius"."""
    outside = [word for word in words if word.end <= value.start or word.start >= value.end]
    return frozenset(word.stem for word in outside if word.stem and (word.is_name or word.may_be_name))


_PART: Final = re.compile(r"[ \u00a0](?:out[ \u00a0])?of[ \u00a0](?:the|its|their|all|those|these)?[ \u00a0]?\w")
_WHOLE: Final = re.compile(r"\bof[ \u00a0](?:(?:the|its|their|all|those|these)[ \u00a0])?\Z", re.IGNORECASE)
_WHOLE_REACH: Final = 16


def _part_or_whole(sentence: str, span: Span) -> set[str]:
    """Which of both a value is in "two of the three"."""
    found = {"<part>"} if _PART.match(sentence, span.end) else set()
    return found | ({"<whole>"} if _WHOLE.search(sentence, max(span.start - _WHOLE_REACH, 0), span.start) else set())


def _polarity(sentence: str, start: int, span: Span) -> Polarity:
    clause = sentence[start : span.start]
    before = sentence[: span.start]
    return Polarity(
        _NEGATED.search(clause) is not None,
        _DENIED.search(before) is not None,
        _POSSIBLE.search(clause) is not None,
        _OPEN.search(sentence) is not None,
    )
