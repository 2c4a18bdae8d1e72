"""Units of time, the TIMEX3 modifiers, and moving a moment by so many units."""

from __future__ import annotations

from newsfacts.enums import WordEnum
from newsfacts.values.times.calendar import DAY_SECONDS, add_months, civil, day_number, month_length

__all__ = ["Grain", "Mod", "shift"]


class Grain(WordEnum):
    """The unit in which a time is stated, from fine to coarse."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    def __lt__(self, other: Grain) -> bool:
        return _RANK[self] < _RANK[other]


_RANK = {grain: rank for rank, grain in enumerate(Grain)}


class Mod(WordEnum):
    """The TIMEX3 modifiers (ISO 24617-1): which part of a period, which side of it, or how exact."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


def shift(second: int, grain: Grain, count: int) -> int:
    """A moment so many units later (or earlier, if negative); a day that the new month lacks becomes its last day."""
    size = _UNIT_SECONDS.get(grain)
    if size is not None:
        return second + size * count
    day, rest = divmod(second, DAY_SECONDS)
    year, month, in_month = civil(day)
    year, month = add_months(year, month, _UNIT_MONTHS[grain] * count)
    return day_number(year, month, min(in_month, month_length(year, month))) * DAY_SECONDS + rest


_UNIT_SECONDS = {
    Grain.SECOND: 1, Grain.MINUTE: 60, Grain.HOUR: 3600, Grain.DAY: DAY_SECONDS, Grain.WEEK: 7 * DAY_SECONDS,
}  # fmt: skip
_UNIT_MONTHS = {
    Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.HALF: 6, Grain.YEAR: 12, Grain.DECADE: 120,
    Grain.CENTURY: 1200, Grain.MILLENNIUM: 12_000,
}  # fmt: skip
