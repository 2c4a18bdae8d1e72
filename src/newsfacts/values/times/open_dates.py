"""Dates that leave their year or week open: "4 July", "Thursday", "9 a.m.", compared by the calendar alone.

Whether words are such a date is found by reading them as of several days: "4 July" is the same day of some year whenever
it was written, "yesterday" is not, and no `OpenDate` is made of it.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import Final

import attrs

from newsfacts.enums import WordEnum
from newsfacts.errors import UnreadableValue
from newsfacts.values.times.calendar import DAY_SECONDS, civil
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.times import TimeInterval, UnresolvedTime

__all__ = ["Cycle", "OpenDate", "open_date"]


class Cycle(WordEnum):
    """After what time an open date comes round again."""

    YEAR = "year"
    WEEK = "week"
    DAY = "day"


_FIRST: Final = dt.date(2023, 5, 10)
_WEEK: Final = tuple(_FIRST + dt.timedelta(days=number) for number in range(7))
_YEAR: Final = (_FIRST, dt.date(2023, 5, 11), dt.date(2023, 8, 20), dt.date(2023, 12, 5), dt.date(2024, 2, 12))
_LONGEST_YEARLY: Final = 300 * DAY_SECONDS
_LONGEST_WEEKLY: Final = 3 * DAY_SECONDS


@attrs.frozen
class OpenDate:
    """Words that name a date without its year, or a weekday or clock time without its date.

    `weekday` is the one that the words name (0 is Monday).
    """

    words: str
    cycle: Cycle
    weekday: int | None = None

    def samples(self) -> tuple[TimeInterval, ...]:
        """What it means as of several days of two years, one of them a leap year."""
        days = _WEEK if self.cycle is not Cycle.YEAR else _YEAR
        return tuple(found for day in days if (found := _as_of(self.words, day)) is not None)

    def near(self, time: TimeInterval) -> tuple[TimeInterval, ...]:
        """What it means for someone who writes within `time`: at its beginning, in its middle, on its last day."""
        ends = [end for end in (time.lower, None if time.upper is None else time.upper - 1) if end is not None]
        moments = dict.fromkeys((*ends, sum(ends) // max(len(ends), 1)))
        days = dict.fromkeys(moment // DAY_SECONDS for moment in moments)
        found = (_as_of(self.words, date) for day in days if (date := _date(day)) is not None)
        return tuple(one for one in found if one is not None)


def _date(day: int) -> dt.date | None:
    return dt.date.fromordinal(day + 1) if 0 <= day < dt.date.max.toordinal() else None


def open_date(time: UnresolvedTime) -> OpenDate | None:
    """The date that the words leave open in its year, week or day; None where they count from the day of writing."""
    return None if time.anaphora is not None else _open_date(time.words, time.timex)


@functools.lru_cache(maxsize=4096)
def _open_date(words: str, timex: str) -> OpenDate | None:
    of_year = _readings(words, _YEAR)
    if not of_year:
        return None
    names_weekday = of_year[0].weekday
    if all(_length(one) <= _LONGEST_YEARLY for one in of_year) and _agree([_in_year(one) for one in of_year]):
        return OpenDate(words, Cycle.YEAR, names_weekday)
    of_week = _readings(words, _WEEK)
    if (
        of_week
        and all(_length(one) <= _LONGEST_WEEKLY for one in of_week)
        and _agree([_in_week(one) for one in of_week])
    ):
        return OpenDate(words, Cycle.WEEK, names_weekday)
    if timex.startswith("XXXX-XX-XXT") and of_week and _agree([_in_day(one) for one in of_week]):
        return OpenDate(words, Cycle.DAY)
    return None


def _readings(words: str, days: tuple[dt.date, ...]) -> list[TimeInterval]:
    """What the words mean as of each day; nothing where they are not a date on one of them."""
    found = [_as_of(words, day) for day in days]
    return [one for one in found if one is not None] if all(found) else []


@functools.lru_cache(maxsize=4096)
def _as_of(words: str, day: dt.date) -> TimeInterval | None:
    """The first reading of the words, written on a day."""
    try:
        found = parse_time(words, published=day)
    except UnreadableValue:
        return None
    return attrs.evolve(found, alternatives=()) if isinstance(found, TimeInterval) else None


def _agree(found: list[tuple[tuple[int, ...], ...]]) -> bool:
    return all(one == found[0] for one in found)


def _ends(time: TimeInterval) -> list[int]:
    return [end for end in (time.lower, time.upper) if end is not None]


def _length(time: TimeInterval) -> int:
    return 0 if time.lower is None or time.upper is None else time.upper - time.lower


def _in_year(time: TimeInterval) -> tuple[tuple[int, ...], ...]:
    """Month, day and second of each end; the last day of February is one day in any year."""
    ends = []
    for end in _ends(time):
        _, month, day = civil(end // DAY_SECONDS)
        ends.append((month, day, end % DAY_SECONDS))
    return tuple(ends)


def _in_week(time: TimeInterval) -> tuple[tuple[int, ...], ...]:
    return tuple((end // DAY_SECONDS % 7, end % DAY_SECONDS) for end in _ends(time))


def _in_day(time: TimeInterval) -> tuple[tuple[int, ...], ...]:
    return tuple((end % DAY_SECONDS,) for end in _ends(time))
