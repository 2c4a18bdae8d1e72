"""Ready-made intervals: a day, a month, a quarter, a decade, each with its EDTF text and its TIMEX3 value."""

from __future__ import annotations

import datetime as dt
from typing import Final

from newsfacts.values.times.calendar import (
    DAY_SECONDS,
    add_months,
    civil,
    day_number,
    iso_week_start,
    month_length,
    year_text,
)
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.texts import day_text, moment_text, span_text
from newsfacts.values.times.times import TimeInterval, new_interval, new_period

__all__ = [
    "SEASONS", "century", "century_span", "date_day", "day", "days", "decade", "half", "iso_week", "minute", "month", "quarter",
    "season", "week", "year",
]  # fmt: skip

SEASONS: Final = {"SP": (3, 21, 25, 29), "SU": (6, 22, 26, 30), "FA": (9, 23, 27, 31), "WI": (12, 24, 28, 32)}
"""TIMEX3 code -> (first month in the north, EDTF code without hemisphere, northern, southern)."""


def day(number: int, weekday: int | None = None, alternatives: tuple[TimeInterval, ...] = ()) -> TimeInterval:
    """One day, by its day number; with the weekday that its words name, and its other readings."""
    text = day_text(number)
    begin = number * DAY_SECONDS
    return new_period(begin, begin + DAY_SECONDS, Grain.DAY, text, text, weekday, alternatives)


def date_day(year_number: int, month_number: int, in_month: int, weekday: int | None = None) -> TimeInterval:
    """The same of a year from 1 to 9999 by its date, whose number and text need not be worked out from each other."""
    date = dt.date(year_number, month_number, in_month)
    text, begin = date.isoformat(), (date.toordinal() - 1) * DAY_SECONDS
    return new_period(begin, begin + DAY_SECONDS, Grain.DAY, text, text, weekday)


def days(first: int, after: int, grain: Grain = Grain.DAY) -> TimeInterval:
    """The days from `first` to before `after`."""
    lower, upper = first * DAY_SECONDS, after * DAY_SECONDS
    return new_interval(lower=lower, upper=upper, grain=grain, text=span_text(lower, upper))


def week(monday: int, first_weekday: int = 0) -> TimeInterval:
    """Seven days; with the ISO week number if they begin on a Monday."""
    lower, upper = monday * DAY_SECONDS, (monday + 7) * DAY_SECONDS
    timex = iso_week(monday) if first_weekday == 0 else None
    return new_interval(lower=lower, upper=upper, grain=Grain.WEEK, text=span_text(lower, upper), timex_value=timex)


def iso_week(number: int) -> str:
    """The ISO week of a day, such as 2018-W27."""
    thursday = number - number % 7 + 3
    year_number = civil(thursday)[0]
    return f"{year_text(year_number)}-W{(thursday - iso_week_start(year_number, 1)) // 7 + 1:02d}"


def month(year_number: int, month_number: int) -> TimeInterval:
    """One month."""
    first = day_number(year_number, month_number, 1)
    text = f"{year_text(year_number)}-{month_number:02d}"
    return _unit(first, first + month_length(year_number, month_number), Grain.MONTH, text, text)


def _unit(first: int, after: int, grain: Grain, text: str, timex: str) -> TimeInterval:
    return new_period(first * DAY_SECONDS, after * DAY_SECONDS, grain, text, timex)


def quarter(year_number: int, number: int) -> TimeInterval:
    """A calendar quarter (EDTF 33 to 36)."""
    text = year_text(year_number)
    first, after = day_number(year_number, 3 * number - 2, 1), _month_start(year_number, 3 * number + 1)
    return _unit(first, after, Grain.QUARTER, f"{text}-{32 + number}", f"{text}-Q{number}")


def half(year_number: int, number: int) -> TimeInterval:
    """Half a calendar year (EDTF 40 and 41)."""
    text = year_text(year_number)
    first, after = day_number(year_number, 6 * number - 5, 1), _month_start(year_number, 6 * number + 1)
    return _unit(first, after, Grain.HALF, f"{text}-{39 + number}", f"{text}-H{number}")


def season(code: str, year_number: int, south: bool | None = None) -> TimeInterval:
    """A season by whole months; with no hemisphere said, the northern months and the EDTF code without one."""
    first_month = (SEASONS[code][0] + (6 if south else 0) - 1) % 12 + 1
    edtf_code = SEASONS[code][1 if south is None else 3 if south else 2]
    first, after = day_number(year_number, first_month, 1), _month_start(year_number, first_month + 3)
    text = year_text(year_number)
    return _unit(first, after, Grain.SEASON, f"{text}-{edtf_code}", f"{text}-{code}")


def _month_start(year_number: int, month_number: int) -> int:
    """The first day of a month that may be counted past December."""
    return day_number(*add_months(year_number, 1, month_number - 1), 1)


def year(number: int) -> TimeInterval:
    """One calendar year."""
    text = year_text(number)
    return _unit(day_number(number, 1, 1), day_number(number + 1, 1, 1), Grain.YEAR, text, text)


def decade(first: int) -> TimeInterval:
    """Ten years from one that ends in 0."""
    begin, after = day_number(first, 1, 1), day_number(first + 10, 1, 1)
    if first < 0:  # X fills the digits of BC years the other way round
        text = f"{year_text(first)}/{year_text(first + 9)}"
        return _unit(begin, after, Grain.DECADE, text, text)
    text = year_text(first)[:-1]
    return _unit(begin, after, Grain.DECADE, f"{text}X", text)


def century_span(number: int, from_one: bool = True) -> tuple[int, int]:
    """The first year of the nth century AD, and the first after it; centuries BC have negative numbers."""
    if number > 0:
        first = 100 * (number - 1) + (1 if from_one else 0)
        return first, first + 100
    return 100 * number + 1, 100 * number + 101


def century(number: int, from_one: bool = True) -> TimeInterval:
    """The nth century: the 19th is 1801 to 1900, or with `from_one` False 1800 to 1899."""
    first, after = century_span(number, from_one)
    named = f"{year_text(first)[:2]}XX"
    text = named if first % 100 == 0 and number > 0 else f"{year_text(first)}/{year_text(after - 1)}"
    timex = f"{number - 1:02d}" if number > 0 else f"BC{-number:02d}"
    return _unit(day_number(first, 1, 1), day_number(after, 1, 1), Grain.CENTURY, text, timex)


def containing(number: int, grain: Grain, first_weekday: int = 0) -> TimeInterval:
    """The day, week, month, quarter or year that a day is in."""
    year_number, month_number, _ = civil(number)
    if grain is Grain.WEEK:
        return week(number - (number - first_weekday) % 7, first_weekday)
    if grain is Grain.MONTH:
        return month(year_number, month_number)
    if grain is Grain.QUARTER:
        return quarter(year_number, (month_number + 2) // 3)
    return year(year_number) if grain is Grain.YEAR else day(number)


def minute(
    second: int, grain: Grain = Grain.MINUTE, offset: int | None = None, weekday: int | None = None,
    alternatives: tuple[TimeInterval, ...] = (),
) -> TimeInterval:  # fmt: skip
    """A moment of the clock, one minute (or one second) long."""
    size = 1 if grain is Grain.SECOND else 60
    text = moment_text(second, grain, offset)
    return new_interval(
        lower=second, upper=second + size, grain=grain, text=text, offset=offset, timex_value=text, weekday=weekday,
        alternatives=alternatives,
    )  # fmt: skip
