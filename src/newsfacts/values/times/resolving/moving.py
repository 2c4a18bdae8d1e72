"""Moving a moment by a length of time, and arithmetic of lengths."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.grain import shift as moved
from newsfacts.values.times.resolving.context import Context
from newsfacts.values.times.times import Duration

__all__ = ["FARTHEST", "is_fine", "move", "needs_clock", "scaled", "summed", "working_days"]

FARTHEST: Final = 36_525_000 * DAY_SECONDS
"""How far a duration may lead away, in seconds: 100,000 years."""


def move(begin: int, duration: Duration, sign: int, context: Context) -> int:
    """A moment so much later or earlier; parts of a month or year are counted in days."""
    days, months = duration.weeks * 7 + duration.days, duration.years * 12 + duration.months
    whole = 0
    if months:
        whole = int(months)
        if not -1_200_000 < whole < 1_200_000:
            raise context.refuse("it is more than 100,000 years away", UnreadableKind.IMPOSSIBLE)
        days += (months - whole) * 30
    seconds = days * DAY_SECONDS + duration.hours * 3600 + duration.minutes * 60 + duration.secs
    if not -FARTHEST < seconds < FARTHEST:
        raise context.refuse("it is more than 100,000 years away", UnreadableKind.IMPOSSIBLE)
    return (moved(begin, Grain.MONTH, sign * whole) if whole else begin) + sign * round(seconds)


def working_days(day: int, count: int, sign: int) -> int:
    """So many days that are not Saturdays or Sundays away; public holidays are counted as working days."""
    if day % 7 >= 5:  # as from the working day next to the weekend
        day += 4 - day % 7 if sign > 0 else 7 - day % 7
    weeks, rest = divmod(count, 5)
    day += 7 * weeks * sign
    while rest:
        day += sign
        if day % 7 < 5:
            rest -= 1
    return day


def is_fine(duration: Duration) -> bool:
    """Whether a duration has hours, minutes or seconds."""
    return bool(duration.hours or duration.minutes or duration.secs)


def needs_clock(duration: Duration, grain: Grain) -> bool:
    """Whether a duration with parts of a day cannot be counted from a day alone; 24 hours ago is a day ago."""
    whole_days = grain is Grain.HOUR and duration.hours >= 24
    return not whole_days and not (duration.days and not duration.secs and not duration.minutes)


def scaled(duration: Duration, factor: int | Fraction) -> Duration:
    return Duration(
        years=duration.years * factor, months=duration.months * factor, weeks=duration.weeks * factor,
        days=duration.days * factor, hours=duration.hours * factor, minutes=duration.minutes * factor,
        secs=duration.secs * factor,
    )  # fmt: skip


def summed(first: Duration, second: Duration, sign: int) -> Duration:
    return Duration(
        years=first.years + sign * second.years, months=first.months + sign * second.months,
        weeks=first.weeks + sign * second.weeks, days=first.days + sign * second.days,
        hours=first.hours + sign * second.hours, minutes=first.minutes + sign * second.minutes,
        secs=first.secs + sign * second.secs,
    )  # fmt: skip
