"""From a `Frame` to a time: the arithmetic of the date table, with the publication date as its only anchor.

Weekdays look back (a past-or-same-day weekday is right in 91 % of the cases in TimeBank and AQUAINT), dates without a
year look to the nearest year (94 %), and nothing is ever filled in from today's date.
"""

from __future__ import annotations

from newsfacts.values import time_units as units
from newsfacts.values.calendar_days import DAY_SECONDS
from newsfacts.values.time_context import Context, NeedsDate
from newsfacts.values.time_days import day_of_month, holiday_of, month_or_day, weekday_of
from newsfacts.values.time_frame import Frame
from newsfacts.values.time_inexact import approximated
from newsfacts.values.time_parts import narrowed, with_clock
from newsfacts.values.time_periods import decade_of, nth_of, relative_unit, week_number, weekend_of, year_ago, year_of
from newsfacts.values.time_seasons import part_of_year
from newsfacts.values.time_shifts import instant, shifted_time, vague_time, window_of
from newsfacts.values.times import Grain, TimeInterval

__all__ = ["clock_text", "dated", "period_of", "resolve"]


def resolve(context: Context, frame: Frame, anchor: TimeInterval | None = None) -> TimeInterval:
    """The time of a frame. `anchor` is what a shift counts from. Raises `UnreadableValue` or `NeedsDate`."""
    if frame.shift is not None:
        found = shifted_time(context, frame, anchor)
    elif frame.window is not None:
        found = window_of(context, frame)
    elif frame.vague is not None:
        found = vague_time(context, frame.vague)
    elif frame.now:
        found = instant(context)
    else:
        found = dated(context, frame)
    if frame.approximate:
        found = approximated(found)
    return found


def dated(context: Context, frame: Frame) -> TimeInterval:
    if frame.second is not None and not frame.has_date():
        if not context.dated and frame.date_relative is None:
            raise NeedsDate(f"XXXX-XX-XXT{clock_text(frame.second)}")
        return with_clock(context, frame, units.day(context.today))
    found = narrowed(context, frame, period_of(context, frame))
    if frame.week_of:
        monday = found.lower
        assert monday is not None
        number = monday // DAY_SECONDS
        found = units.week(number - (number - context.options.first_weekday) % 7, context.options.first_weekday)
    if frame.second is not None or frame.daytime is not None:
        return with_clock(context, frame, found)
    return found


def period_of(context: Context, frame: Frame) -> TimeInterval:
    """The day or the calendar period that the frame names, before "early", "the rest of" and clock times."""
    if frame.fiscal:
        year = year_of(context, frame) if frame.year is not None or context.dated else None
        raise NeedsDate(f"FY{'XXXX' if year is None else year}", "the fiscal or school calendar of the institution")
    if frame.day_offset is not None and not (frame.month and frame.day):
        return units.day(context.today + frame.day_offset)
    year = year_of(context, frame)
    if frame.year_ago is not None:
        return year_ago(context, frame)
    if frame.holiday is not None:
        return holiday_of(context, frame, frame.holiday, year)
    if frame.century is not None:
        return units.century(frame.century * frame.era, context.options.century_from_one)
    if frame.full_decade is not None or frame.decade is not None:
        return decade_of(context, frame)
    if frame.nth is not None:
        return nth_of(context, frame, year)
    if frame.weekend is not None:
        return weekend_of(context, frame, year)
    if frame.week_number is not None:
        return week_number(context, frame, year)
    if frame.quarter is not None or frame.half is not None or frame.season is not None:
        return part_of_year(context, frame, year)
    if frame.month is not None:
        return month_or_day(context, frame, year)
    if frame.unit is not None and frame.unit is not Grain.YEAR:
        return relative_unit(context, frame)
    if frame.day is not None:
        return day_of_month(context, frame)
    if frame.weekday is not None:
        return weekday_of(context, frame)
    if year is not None:
        return units.year(year)
    if frame.daytime is not None or frame.to_date or frame.rest:
        return units.day(context.today)
    raise context.refuse("it names no day, month, year or other period")


def clock_text(second: int) -> str:
    return f"{second // 3600:02d}:{second // 60 % 60:02d}"
