"""What the words of a time may mean, and what is the matter with those that mean nothing."""

from __future__ import annotations

import datetime as dt
import enum
import functools
import re
from typing import Literal

from newsfacts.errors import UnreadableValue
from newsfacts.model import Document, Quote, Time, Unreadable, read_time_words
from newsfacts.values.times.calendar import month_length
from newsfacts.values.times.prose import say_time
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, UnresolvedTime

__all__ = ["Trouble", "has_year", "quote_around", "readings", "say", "trouble", "unreadable_times"]

_TENSES: tuple[Literal["past", "future"], ...] = ("past", "future")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|['’]\d\d\b")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ), 1,
    )
    for name in names.split()
}  # fmt: skip
_DAY_MONTH = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?\s+([a-z]{3,9})\b\.?(?:,?\s+(\d{4})\b)?", re.IGNORECASE
)
_MONTH_DAY = re.compile(
    r"\b([a-z]{3,9})\b\.?\s+(?:the\s+)?(\d{1,3})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4})\b)?", re.IGNORECASE
)
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_TO = re.compile(r"\s+(?:to|and|until|till|through)\s+|\s*[-–—]\s*", re.IGNORECASE)
_OPENING = re.compile(r"\s*(?:from|between)\s+", re.IGNORECASE)


class Trouble(enum.Enum):
    """What is the matter with words that cannot be read as a time."""

    IMPOSSIBLE = "impossible date"
    REVERSED = "reversed period"
    OTHER = "other"


def say(value: TimeInterval | Duration | TimeSet | UnresolvedTime) -> str:
    """A time in words; a duration or a recurring time in its canonical form."""
    return say_time(value) if isinstance(value, TimeInterval) else str(value)


def has_year(words: str) -> bool:
    """Whether words name a year, so that their meaning does not depend on the day of publication."""
    return _YEAR.search(words) is not None


def quote_around(document: Document, time: Time) -> Quote | None:
    """The quote that a time is in; its "yesterday" is the day before the words were said."""
    return next((outer for outer in document.ancestors(time) if isinstance(outer, Quote)), None)


def readings(document: Document, time: Time) -> tuple[TimeInterval, ...]:
    """All the periods that the words may mean: looking back, looking ahead, and against the day a quote was said.

    Empty where the words give no period, or give one only together with a date that is not known.
    """
    quote = quote_around(document, time)
    reference = time.reference
    if quote is not None and not has_year(time.text):
        said = quote.said
        start = said.start if isinstance(said, TimeInterval) else None
        if start is None:
            return ()
        reference = start.date()
    return read_all(time.text, reference)


@functools.lru_cache(maxsize=2048)
def read_all(words: str, reference: dt.date | None) -> tuple[TimeInterval, ...]:
    """The readings of words against one reference date."""
    plain = read_time_words(words, reference)
    if not isinstance(plain, TimeInterval):
        return ()
    found = [plain, *plain.alternatives]
    if reference is not None and not has_year(words):
        from newsfacts.values.times.phrase import parse_time

        for tense in _TENSES:
            try:
                other = parse_time(words, published=reference, tense=tense)
            except UnreadableValue:
                continue
            if isinstance(other, TimeInterval) and other not in found:
                found += [other, *other.alternatives]
    return tuple(found)


@functools.lru_cache(maxsize=1024)
def trouble(words: str, reference: dt.date | None) -> Trouble:
    """The trouble of words of which it is known that they cannot be read."""
    if any(is_impossible(*date) for date in dates_in(words)):
        return Trouble.IMPOSSIBLE
    opening = _OPENING.match(words)
    ends = _TO.split(words[opening.end() :] if opening else words)
    if len(ends) == 2:
        first, second = (read_time_words(end, reference) for end in ends)
        if (
            isinstance(first, TimeInterval)
            and isinstance(second, TimeInterval)
            and first.lower is not None
            and second.upper is not None
            and second.upper <= first.lower
        ):
            return Trouble.REVERSED
    return Trouble.OTHER


def dates_in(words: str) -> list[tuple[int | None, int, int]]:
    """Year, month and day of the dates that words spell out, possible or not."""
    found: list[tuple[int | None, int, int]] = []
    if len(words) > 200:
        return found
    for match in _DAY_MONTH.finditer(words):
        if (month := _MONTHS.get(match[2].lower())) is not None:
            found.append((int(match[3]) if match[3] else None, month, int(match[1])))
    for match in _MONTH_DAY.finditer(words):
        if (month := _MONTHS.get(match[1].lower())) is not None:
            found.append((int(match[3]) if match[3] else None, month, int(match[2])))
    found += [(int(match[1]), int(match[2]), int(match[3])) for match in _ISO.finditer(words)]
    return found


def is_impossible(year: int | None, month: int, day: int) -> bool:
    """Whether no calendar has this date; without a year, 29 February is possible."""
    return not 1 <= month <= 12 or not 1 <= day <= month_length(2000 if year is None else year, month)


def unreadable_times(document: Document) -> tuple[tuple[Time, Unreadable], ...]:
    """The times without a declared value that cannot be read, each with the reason; looked for once for all rules."""
    return document.derived(_unreadable_times)


def _unreadable_times(document: Document) -> tuple[tuple[Time, Unreadable], ...]:
    undeclared = [(time, time.read) for time in document.times if time.declared is None]
    return tuple([(time, read) for time, read in undeclared if isinstance(read, Unreadable)])
