"""How a time is written in a message: "17 November 2023", "May 2015", "4 July 2024, 19:15"."""

from __future__ import annotations

from newsfacts.values.times.calendar import DAY_SECONDS, MONTH_NAMES, civil
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.times import TimeInterval

__all__ = ["say_day", "say_time"]


def _say_year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def say_day(day: int) -> str:
    """A day number as "17 November 2023"."""
    year, month, in_month = civil(day)
    return f"{in_month} {MONTH_NAMES[month]} {_say_year(year)}"


def _say_clock(second: int) -> str:
    """A second of a day as "19:15"; its end is "24:00"."""
    return f"{second // 3600:02d}:{second // 60 % 60:02d}"


def _say_end(second: int, time: TimeInterval, last: bool) -> str:
    if second % DAY_SECONDS and not last:
        return f"{say_day(second // DAY_SECONDS)}, {_say_clock(second % DAY_SECONDS)}"
    if last and (second + 1) % DAY_SECONDS:
        return f"{say_day(second // DAY_SECONDS)}, {_say_clock((second + 1) % DAY_SECONDS)}"
    return say_day(second // DAY_SECONDS)


def say_time(time: TimeInterval) -> str:
    """A time in words; a period by its first and its last day, unless it is a whole month, year or clock time."""
    lower, upper = time.lower, time.upper
    if lower is None and upper is None:
        return "an open period"
    if lower is None:
        assert upper is not None
        return f"up to {_say_end(upper - 1, time, True)}"
    if upper is None:
        return f"from {_say_end(lower, time, False)} on"
    about = "about " if time.approximate and time.tiers is not None and time.mod is None else ""
    if time.grain in (Grain.MINUTE, Grain.SECOND) and upper - lower <= 60:
        return about + _say_end(lower, time, False)
    year, month, day = civil(lower // DAY_SECONDS)
    following = civil(upper // DAY_SECONDS)
    if lower % DAY_SECONDS == 0 and upper % DAY_SECONDS == 0:
        if (month, day) == (1, 1) and following == (year + 1, 1, 1):
            return about + _say_year(year)
        if day == 1 and following[2] == 1 and (following[0] * 12 + following[1]) - (year * 12 + month) == 1:
            return f"{about}{MONTH_NAMES[month]} {_say_year(year)}"
        if (month, day) == (1, 1) and following[1:] == (1, 1):
            return f"{about}{_say_year(year)} to {_say_year(following[0] - 1)}"
    day = lower // DAY_SECONDS
    if upper - lower < DAY_SECONDS and (upper - 1) // DAY_SECONDS == day:
        return (
            f"{about}{say_day(day)}, {_say_clock(lower - day * DAY_SECONDS)} to {_say_clock(upper - day * DAY_SECONDS)}"
        )
    first, last = _say_end(lower, time, False), _say_end(upper - 1, time, True)
    return about + (first if first == last else f"{first} to {last}")
