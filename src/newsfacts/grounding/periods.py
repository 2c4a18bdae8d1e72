"""Times that the words around them make one of two: "from 3 to 9 May" as two dates, and lengths that count back from a day.

A finder reads "from Thursday to Sunday" as two days. Each of them is compared with the end of the other side's period that
it is; and "eight months ago" with "nine months ago" by their lengths, as neither says on which day they began.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.finders.results import FoundTime
from newsfacts.values.comparison import Support, SupportOutcome
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.support import support_of_time
from newsfacts.values.times.times import Duration, TimeInterval

__all__ = ["support_by_length", "support_of_end"]

_FROM: Final = re.compile(r"\b(?:from|between)[ \u00a0](?:the[ \u00a0])?\Z", re.IGNORECASE)
_TO: Final = re.compile(r"[ \u00a0](?:to|until|till|and)[ \u00a0]")
_THROUGH: Final = re.compile(r"[ \u00a0](?:through|thru)[ \u00a0]|[ \u00a0]?[-–][ \u00a0]?")
_REACH: Final = 16
_AGO: Final = re.compile(r"(?P<length>.{1,60}) ago", re.IGNORECASE)
_CLOSE: Final = 4
"""Two days of publication that are this part of a unit apart count back from nearly the same day."""


@attrs.frozen
class _Period:
    """A period that is said as two times: its ends, and whether one of them is the first or the last."""

    first: TimeInterval
    last: TimeInterval
    is_first: bool


def support_of_end(
    said: FoundTime, sentence: str, times: Sequence[FoundTime], known: FoundTime, known_sentence: str,
    known_times: Sequence[FoundTime],
) -> Support | None:  # fmt: skip
    """What follows for one end of a period from a period of a source; None where not both are of a period.

    `times` are all of the sentence that each is in.
    """
    own = _period(said, sentence, times)
    other = _period(known, known_sentence, known_times)
    if own is not None:
        first, last = _ends(known) if other is None else (other.first, other.last)
        if first is None or last is None or (other is not None and other.is_first is not own.is_first):
            return None
        if own.is_first:
            return _compared(said, known, own.first.lower == first.lower)
        return _compared(said, known, own.last.upper == last.upper)
    first, last = _ends(said)
    if other is None or first is None or last is None:
        return None
    return _compared(said, known, first.lower == other.first.lower and last.upper == other.last.upper)


def _ends(time: FoundTime) -> tuple[TimeInterval | None, TimeInterval | None]:
    """A period that is said as one time, as its first and its last."""
    value = time.value
    if not isinstance(value, TimeInterval) or "/" not in value.text or value.lower is None or value.upper is None:
        return None, None
    return value, value


def _compared(said: FoundTime, known: FoundTime, is_same: bool) -> Support:
    if is_same:
        because = f"“{said.words}” begins or ends the period that the source has, “{known.words}”."
        return Support(SupportOutcome.SUPPORTED, "same-end", because, said.value, known.value)
    because = f"The period of the statement, with “{said.words}”, is not that of the source, with “{known.words}”."
    return Support(SupportOutcome.CONTRADICTED, "other-end", because, said.value, known.value)


def _period(time: FoundTime, sentence: str, times: Sequence[FoundTime]) -> _Period | None:
    """The period of "from A to B" of which a time is A or B."""
    for one, other in pairwise(times):
        if time.span not in (one.span, other.span):
            continue
        first, last = one.value, other.value
        if not isinstance(first, TimeInterval) or not isinstance(last, TimeInterval) or first.grain is not last.grain:
            continue
        between = sentence[one.span.end : other.span.start]
        is_from = bool(_FROM.search(sentence, max(one.span.start - _REACH, 0), one.span.start))
        if _THROUGH.fullmatch(between) or (is_from and _TO.fullmatch(between)):
            if first.lower is None or last.upper is None or first.lower > last.upper:
                continue
            return _Period(first, last, time.span == one.span)
    return None


def support_by_length(
    said: FoundTime, published: dt.date | None, known: FoundTime, known_published: dt.date | None
) -> Support | None:
    """What follows from "nine months ago" for "eight months ago"; None where not both count back from nearly the same day."""
    one, other = _length(said.words), _length(known.words)
    if one is None or other is None or published is None or known_published is None:
        return None
    unit = min(one.granule(), other.granule())
    if abs((published - known_published).days) * DAY_SECONDS * _CLOSE > unit:
        return None
    found = support_of_time(one, other)
    return attrs.evolve(found, rule="ago")


@functools.lru_cache(maxsize=1024)
def _length(words: str) -> Duration | None:
    """The length of time in "nine months ago"."""
    match = _AGO.fullmatch(" ".join(words.split()))
    if match is None:
        return None
    try:
        found = parse_time(match["length"])
    except UnreadableValue:
        return None
    return found if isinstance(found, Duration) and found.vague is None else None
