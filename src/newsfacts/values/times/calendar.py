"""Days of the proleptic Gregorian calendar as whole numbers, for every year, also outside 1..9999.

Day 0 is 1 January of the year 1, a Monday, so `day % 7` is the weekday (0 is Monday). Years count as in ISO 8601: the
year 0 is 1 BC. `datetime.date` stops at 1 and 9999; EDTF does not.
"""

from __future__ import annotations

from datetime import date
from typing import Final

__all__ = [
    "DAY_SECONDS", "LAST_DAY", "MONTH_DAYS", "MONTH_NAMES", "WEEKDAY_NAMES", "add_months", "civil", "day_number", "is_leap", "iso_week_start", "month_length",
    "year_text",
]  # fmt: skip

DAY_SECONDS: Final = 86_400

MONTH_DAYS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

MONTH_NAMES: Final = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""By the number of the month, from 1."""

WEEKDAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

LAST_DAY: Final = date.max.toordinal() - 1
"""31 December 9999, the last day that `datetime.date` has."""


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The number of days of a month."""
    return 29 if month == 2 and is_leap(year) else MONTH_DAYS[month]


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day: days since 1 January of the year 1.

    From the year 1 to 9999 by the standard library; elsewhere by counting whole 400-year cycles of 146,097 days.
    """
    if 1 <= year <= 9999:
        return date(year, month, day).toordinal() - 1
    cycles, within = divmod(year - 2000, 400)
    return cycles * 146_097 + date(2000 + within, month, day).toordinal() - 1


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of the month of a day number."""
    if 0 <= day <= LAST_DAY:
        found = date.fromordinal(day + 1)
        return found.year, found.month, found.day
    cycles, within = divmod(day - 730_119, 146_097)  # 730,119 is 1 January 2000
    found = date.fromordinal(within + 730_120)
    return found.year + 400 * cycles, found.month, found.day


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month, so many months later (or earlier)."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def iso_week_start(year: int, week: int) -> int:
    """The day number of the Monday of an ISO week; week 1 is the one with 4 January."""
    fourth = day_number(year, 1, 4)
    return fourth - fourth % 7 + 7 * (week - 1)


def year_text(year: int) -> str:
    """A year as EDTF writes it: four digits, or `Y` and all of them."""
    if 0 <= year <= 9999:
        return f"{year:04d}"
    if -9999 <= year < 0:
        return f"-{-year:04d}"
    return f"Y{year}"
