"""What the two ends of a range say for each other: the year, the month, the day, a.m. or p.m."""

from __future__ import annotations

from typing import Final

from newsfacts.values.times.grain import Grain
from newsfacts.values.times.reading.clock_words import HALF_DAY
from newsfacts.values.times.reading.frame import Clock, Frame

__all__ = ["share_slots", "with_date_of"]

_ONLY_WEEKDAY: Final = frozenset({"weekday", "clock", "daytime"})
_ORDINAL: Final = frozenset({"day", "article"})


def share_slots(first: Frame, second: Frame) -> None:
    """What one end of a range says for both: the year, the month, the day, a.m. or p.m., the part of the day."""
    if first.clock is not None and second.clock is not None:
        _share_clock(first, second, first.clock, second.clock)
        if not first.has_date() and second.has_date():
            first.take_date(second)
        elif first.has_date() and not second.has_date():
            second.take_date(first)
    if first.part is not None and not first.has_date():
        first.take_date(second)
    if second.century is not None and first.day is not None and first.said() <= _ORDINAL:
        first.century = first.day  # "the 18th and 19th centuries"
        first.forget("day")
    if first.weekday is not None and second.weekday is not None:
        _share_week(first, second)
    _share_month(first, second)
    _share_year(first, second)


def _share_week(first: Frame, second: Frame) -> None:
    """ "Monday and Tuesday of next week": both are in that week."""
    week = second.unit is not None and second.unit.grain is Grain.WEEK
    if week and first.said() <= _ONLY_WEEKDAY:
        first.unit = second.unit


def _share_month(first: Frame, second: Frame) -> None:
    if first.day is not None and first.month is None and second.month is not None and first.weekday is None:
        first.month = second.month
    if second.day is not None and second.month is None and first.month is not None and second.unit is None:
        second.month = first.month
        if first.day is not None and second.day < first.day:
            second.month = first.month + (1 if first.month < 12 else -11)


def _share_year(first: Frame, second: Frame) -> None:
    dated = first.month or first.season or first.quarter or first.half
    if first.year is None and second.year is not None and dated:
        later = (first.month or 0) > (second.month or 12)
        first.year = second.year - later
        if second.short_year or second.era < 0:
            first.short_year, first.era = second.short_year, second.era
    if first.year is None and second.unit is not None and second.unit.grain is Grain.YEAR and first.month is not None:
        first.unit = second.unit
    if second.year is None and first.year is not None and second.month is not None and not first.short_year:
        second.year = first.year + (second.month < (first.month or 0))
    if first.year is not None and second.era < 0:
        first.era = second.era


def with_date_of(time: Frame, day: Frame) -> Frame:
    """A clock time, on the day that another frame names unless it names one itself."""
    if not time.has_date():
        time.take_date(day)
        if time.daytime is None and day.daytime is not None:
            time.daytime = day.daytime
    return time


def _share_clock(first: Frame, second: Frame, start: Clock, end: Clock) -> None:
    """a.m. or p.m. said once counts for both ends, unless the range would then run backwards."""
    if start.zone is None:
        start.zone = end.zone
    elif end.zone is None:
        end.zone = start.zone
    if first.daytime is None and second.daytime is not None:
        first.daytime = second.daytime
    elif second.daytime is None and first.daytime is not None:
        second.daytime = first.daytime
    if first.daytime is not None or second.daytime is not None:
        return
    if start.twelve_hour and not end.twelve_hour:
        hour = start.second % HALF_DAY
        if end.second >= HALF_DAY and hour + HALF_DAY < end.second:
            start.second = hour + HALF_DAY
        start.twelve_hour = False
        return
    if not end.twelve_hour:
        return
    backwards = end.second <= start.second and end.second + HALF_DAY <= 2 * HALF_DAY
    if backwards:
        end.second += HALF_DAY
    if backwards or not start.twelve_hour:
        start.twelve_hour = end.twelve_hour = False
