"""The clause around each number or time of a sentence: its words, and whether it is denied or only possible there.

"The blast killed two people and injured nine" says one thing about the two and another about the nine.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

import attrs

from newsfacts.finders.assertions import Assertion, assertion_at
from newsfacts.finders.content_words import Word, content_words
from newsfacts.text.spans import Span

__all__ = ["Clause", "clauses_of", "is_replaced", "period_after"]

_AUXILIARY: Final = "did|do|does|is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|need"
_NEGATED: Final = re.compile(
    rf"\b(?:(?:{_AUXILIARY}|ca|wo)(?:[ \u00a0]not|n['’]t)|cannot|never|no longer|nobody|no one|none|neither|nor"
    r"|not(?![ \u00a0](?:only|just|even|until|more|less|fewer|yet)\b))\b",
    re.IGNORECASE,
)
"""Words that turn a clause into its opposite; "not more than 12" is a bound."""


@attrs.frozen
class Clause:
    """What a sentence says about one of its values: the stems around it, its names, and whether it is so.

    `names` are those of the clause, or of the whole sentence where the clause has none and the value is the only one.
    """

    stems: frozenset[str]
    names: frozenset[str]
    assertion: Assertion = attrs.field(factory=Assertion)
    is_negated: bool = False
    """Whether some word of the clause before the value turns it into its opposite."""
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
    ends_of_spans, starts_of_spans = sorted(span.end for span in spans), sorted(span.start for span in spans)
    of_sentence = [word for word in words if word.is_name or word.may_be_name] if len(spans) == 1 else []
    found: list[Clause] = []
    for span in spans:
        before = bisect_right(ends_of_spans, span.start)
        after = bisect_left(starts_of_spans, span.end)
        limits = Span(
            ends_of_spans[before - 1] if before else 0,
            starts_of_spans[after] if after < len(starts_of_spans) else len(sentence),
        )
        inside = _clause(words, starts, span, limits)
        kept = [word for word in words[inside.start : inside.stop] if word.stem]
        start = words[inside.start].start if inside.start < len(words) else span.start
        stems = {word.stem for word in kept} | _part_or_whole(sentence, span)
        names = _names(kept, span) or _names(of_sentence, span)
        is_negated = _NEGATED.search(sentence, max(start, span.start - _CLAUSE), span.start) is not None
        period = period_after(sentence, span.end)
        found.append(Clause(frozenset(stems), names, assertion_at(sentence, span), is_negated, period))
    return found


def _clause(words: Sequence[Word], starts: Sequence[int], span: Span, limits: Span) -> range:
    """The words of the clause of a span; `limits` are the ends of the spans next to it."""
    first = last = bisect_left(starts, span.start)
    while first > 0 and words[first - 1].start >= limits.start and not words[first - 1].ends_clause:
        first -= 1
    while (
        last < len(words)
        and words[last].end <= limits.end
        and not (words[last].ends_clause and words[last].start >= span.end)
    ):
        last += 1
    return range(first, last)


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


_PERIOD: Final = re.compile(
    r"[ \u00a0](?:an?|per|each|every)[ \u00a0](second|minute|hour|day|night|week|month|quarter|year)\b(?![ \u00a0](?:ago|later|earlier|before|after|old)\b)"
)


def period_after(sentence: str, end: int) -> str | None:
    """The period that a number is said for, where it is right after the number: "40 parts a minute"."""
    match = _PERIOD.match(sentence, end)
    return None if match is None else match[1]


_CLAUSE: Final = 200
"""So many code points of a clause are looked at."""


_NOT: Final = re.compile(r"\bnot[ \u00a0](?:about[ \u00a0]|around[ \u00a0])?\Z", re.IGNORECASE)
_NOT_REACH: Final = 12
_BUT: Final = re.compile(r"[^.;]{0,40}?\bbut\b")


def is_replaced(sentence: str, span: Span) -> bool:
    """Whether a value is the first one of "not 12 but 14"."""
    is_not = _NOT.search(sentence, max(span.start - _NOT_REACH, 0), span.start) is not None
    return is_not and _BUT.match(sentence, span.end) is not None
