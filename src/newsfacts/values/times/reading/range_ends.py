"""What the two ends of a range say for each other: the year, the month, the day, a.m. or p.m."""

from __future__ import annotations

from typing import Final

from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, civil
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.reading.one_phrase import Phrase, one_time
from newsfacts.values.times.times import Grain, TimeInterval, shift

__all__ = ["copy_date", "moved_after", "share_clock", "share_slots", "with_date_of"]

_CLOCK_GRAINS: Final = (Grain.SECOND, Grain.MINUTE)


def share_slots(phrase: Phrase, first: Frame, second: Frame) -> None:
    """What one end of a range says for both: the year, the month, the day, a.m. or p.m., the part of the day."""
    if first.second is not None and second.second is not None:
        share_clock(first, second)
    if (first.second is not None) == (second.second is not None) and first.second is not None:
        if not first.has_date() and second.has_date():
            copy_date(second, first)
        elif first.has_date() and not second.has_date():
            copy_date(first, second)
    if first.part is not None and not first.has_date():
        copy_date(second, first)
    if first.day is not None and first.month is None and second.month is not None and first.weekday is None:
        first.month = second.month
    if second.day is not None and second.month is None and first.month is not None and second.unit is None:
        second.month = first.month
        if first.day is not None and second.day < first.day:
            step = 1 if first.month < 12 else -11
            second.month = first.month + step
    if first.year is None and second.year is not None and (first.month or first.season or first.quarter or first.half):
        later = (first.month or 0) > (second.month or 12)
        first.year, first.short_year, first.era = second.year, second.short_year, second.era
        if later:
            first.year -= 1
    if first.year is None and second.unit is Grain.YEAR and first.month is not None:
        first.unit, first.unit_offset = second.unit, second.unit_offset
    if second.year is None and first.year is not None and second.month is not None and not first.short_year:
        second.year = first.year + (second.month < (first.month or 0))
    if first.year is not None and second.era < 0:
        first.era = second.era


def moved_after(phrase: Phrase, second: Frame, end: TimeInterval, lower: int) -> TimeInterval | None:
    """The end of a range moved past its start, where its words leave that open: a year, a week, half a day."""
    if end.lower is None:
        return None
    if end.grain in _CLOCK_GRAINS and not second.has_date():
        steps = ((Grain.DAY, 1),)
    elif second.weekday is not None and second.day is None:
        steps = ((Grain.WEEK, 1),)
    elif second.month is not None and second.year is None:
        steps = ((Grain.YEAR, 1),)
    elif second.day is not None and second.month is None:
        steps = ((Grain.MONTH, 1),)
    else:
        return None
    grain, count = steps[0]
    begin = shift(end.lower, grain, count)
    if end.grain in _CLOCK_GRAINS and second.twelve_hour and end.lower + 43_200 > lower:
        begin = end.lower + 43_200
    if begin < lower:
        return None
    year, month, _ = civil(begin // DAY_SECONDS)
    if grain is Grain.YEAR:
        second.year = year
        return one_time(phrase, second)
    if grain is Grain.MONTH:
        second.year, second.month = year, month
        return one_time(phrase, second)
    if end.grain in _CLOCK_GRAINS:
        return units.minute(begin, end.grain, end.offset)
    return units.day(begin // DAY_SECONDS) if end.grain is Grain.DAY else None


def copy_date(source: Frame, target: Frame) -> None:
    clock = {"second", "twelve_hour", "clock_grain", "noon_based", "zone", "part", "approximate", "daytime"}
    for name, value in source.__dict__.items():
        if name not in clock:
            target.__dict__.setdefault(name, value)


def with_date_of(time: Frame, day: Frame) -> Frame:
    if not time.has_date():
        copy_date(day, time)
        if time.daytime is None and day.daytime is not None:
            time.daytime = day.daytime
    return time


def share_clock(first: Frame, second: Frame) -> None:
    """a.m. or p.m. said once counts for both ends, unless the range would then run backwards."""
    assert first.second is not None
    assert second.second is not None
    half = 43_200
    if first.zone is None:
        first.zone = second.zone
    elif second.zone is None:
        second.zone = first.zone
    if first.daytime is None and second.daytime is not None:
        first.daytime = second.daytime
    elif second.daytime is None and first.daytime is not None:
        second.daytime = first.daytime
    if first.daytime is not None or second.daytime is not None:
        return
    if first.twelve_hour and not second.twelve_hour:
        hour = first.second % half if first.second >= half else first.second
        if second.second >= half and hour + half < second.second:
            first.second = hour + half
        first.twelve_hour = False
    elif second.twelve_hour and not first.twelve_hour:
        if second.second <= first.second and second.second + half <= 86_400:
            second.second += half
        second.twelve_hour = False
    elif first.twelve_hour and second.second <= first.second and second.second + half <= 86_400:
        second.second += half
        first.twelve_hour = second.twelve_hour = False
