"""What is counted from publication or from another time: "two days ago", "the past month", "a week from Tuesday"."""

from __future__ import annotations

from typing import Final

import attrs

from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, civil, day_number
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.grain import shift as moved
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.resolving.context import Context, NeedsDate
from newsfacts.values.times.resolving.inexact import approximated, tilde
from newsfacts.values.times.resolving.parts import with_clock
from newsfacts.values.times.texts import moment_text, span_text
from newsfacts.values.times.times import Duration, Tiers, TimeInterval

__all__ = [
    "FARTHEST",
    "ago",
    "beside",
    "instant",
    "move",
    "shifted_time",
    "vague_time",
    "window_of",
    "working_days",
    "working_window",
]

FARTHEST: Final = 36_525_000 * DAY_SECONDS
"""How far a duration may lead away, in seconds: 100,000 years."""
_LARGE: Final = (
    Grain.MONTH,
    Grain.QUARTER,
    Grain.SEASON,
    Grain.HALF,
    Grain.YEAR,
    Grain.DECADE,
    Grain.CENTURY,
    Grain.MILLENNIUM,
)


def instant(context: Context) -> TimeInterval:
    if context.clock is None:
        return attrs.evolve(units.day(context.today), timex_value="PRESENT_REF")
    return attrs.evolve(
        units.minute(context.now(), Grain.SECOND if context.clock % 60 else Grain.MINUTE), timex_value="PRESENT_REF"
    )


def vague_time(context: Context, reference: str) -> TimeInterval:
    if not context.dated:
        raise NeedsDate(reference)
    day = units.day(context.today)
    if reference == "PRESENT_REF":
        return attrs.evolve(day, timex_value=reference, approximate=True)
    lower, upper = (None, day.upper) if reference == "PAST_REF" else (context.now(), None)
    text = (
        f"/{day.text}"
        if reference == "PAST_REF"
        else f"{day.text if not context.clock else moment_text(context.now(), Grain.MINUTE)}/"
    )
    return TimeInterval(lower=lower, upper=upper, grain=Grain.DAY, text=text, approximate=True, timex_value=reference)


def shifted_time(context: Context, frame: Frame, anchor: TimeInterval | None) -> TimeInterval:
    shift = frame.shift
    assert shift is not None
    duration, grain, sign = shift.duration, shift.grain, shift.sign
    fine = bool(duration.hours or duration.minutes or duration.secs)
    if anchor is None:
        if not context.dated:
            raise NeedsDate("XXXX-XX-XX")
        if fine and context.clock is None:
            if (grain is Grain.HOUR and duration.hours >= 24) or (
                not (duration.secs or duration.minutes) and duration.days
            ):
                pass
            else:
                raise NeedsDate("XXXX-XX-XX", "the time of publication")
    begin = context.now() if anchor is None else anchor.lower
    if begin is None:
        raise context.refuse("it counts from a period without a beginning")
    if shift.working:
        return units.day(working_days(begin // DAY_SECONDS, int(duration.days), sign))
    moment = move(begin, duration, sign, context)
    offset = None if anchor is None else anchor.offset
    if fine:
        moment_grain = Grain.SECOND if moment % 60 else Grain.MINUTE
        found = units.minute(moment, moment_grain, offset)
        if frame.clock is not None or frame.daytime is not None:
            found = with_clock(context, frame, units.day(moment // DAY_SECONDS))
        return found if not duration.approximate else approximated(found)
    number = moment // DAY_SECONDS
    if shift.weekday is not None:
        return units.day(number + (shift.weekday - number) % 7)
    if frame.weekday is not None and anchor is None:
        number += (frame.weekday - number + 3) % 7 - 3
        found = units.day(number)
    elif anchor is not None:
        found = beside(context, anchor, number, grain)
    else:
        found = ago(context, number, grain, sign)
    if frame.clock is not None or frame.daytime is not None:
        base = units.day(number)
        found = with_clock(context, frame, base)
    return attrs.evolve(found, window=duration) if anchor is None and sign > 0 else found


def beside(context: Context, anchor: TimeInterval, number: int, grain: Grain) -> TimeInterval:
    """So long before or after a time: in the grain of that time, or of the unit where that is coarser."""
    if anchor.grain in (Grain.MINUTE, Grain.SECOND) and anchor.lower is not None:
        return units.minute(number * DAY_SECONDS + anchor.lower % DAY_SECONDS, anchor.grain, anchor.offset)
    if anchor.grain is Grain.YEAR and grain in (Grain.YEAR, Grain.DECADE, Grain.CENTURY):
        return units.year(civil(number)[0])
    if anchor.grain is Grain.MONTH and grain in _LARGE:
        return units.month(*civil(number)[:2])
    return units.day(number)


def ago(context: Context, number: int, grain: Grain, sign: int) -> TimeInterval:
    """In the grain of the unit: a month ago is a month, give or take half of one; two days ago is that day. What
    lies ahead ("in two months") is counted to the day, and is as inexact."""
    year, month, _ = civil(number)
    if grain is Grain.DAY:
        return units.day(number)
    if sign > 0:
        slack = {Grain.WEEK: 3, Grain.MONTH: 15, Grain.QUARTER: 45}.get(grain, 182)
        return tilde(units.day(number), slack, slack)
    if grain is Grain.WEEK:
        return tilde(units.day(number), 3, 3)
    if grain in (Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.SEASON):
        return tilde(units.month(year, month), 15, 31)
    if grain is Grain.YEAR:
        return tilde(units.year(year), 182, 365)
    if grain is Grain.DECADE:
        return tilde(units.year(year), 5 * 365, 10 * 365)
    return tilde(units.year(year), 50 * 365, 100 * 365)


def window_of(context: Context, frame: Frame) -> TimeInterval:
    """ "the past two weeks" up to publication, "the next ten days" from the day after it, "within three hours"."""
    assert frame.window is not None
    window, sign = frame.window.length, frame.window.sign
    duration, grain = window.value, window.grain
    if not context.dated:
        raise NeedsDate(duration.timex)
    fine = bool(duration.hours or duration.minutes or duration.secs)
    midnight = context.today * DAY_SECONDS
    if fine and context.clock is None and duration.seconds % DAY_SECONDS == 0:
        fine = False  # "the last 24 hours", by an article of which only the day is known
    if fine and context.clock is None:
        raise NeedsDate(duration.timex, "the time of publication")
    longer = duration.upto or duration
    if window.working:
        lower, upper = working_window(context, int(duration.days), sign)
    elif grain is Grain.QUARTER and sign in (-1, 1):
        year, month, _ = civil(context.today)
        this = day_number(year, 3 * ((month - 1) // 3) + 1, 1) * DAY_SECONDS
        lower, upper = (move(this, longer, -1, context), this) if sign < 0 else (moved(this, Grain.MONTH, 3), 0)
        if sign > 0:
            upper = move(lower, longer, 1, context)
    elif sign == 2:  # within: from the moment of publication on
        lower = context.now() if fine or context.clock else midnight
        if not fine:
            lower = midnight
        upper = move(lower, longer, 1, context)
    elif sign < 0:
        upper = context.now() if fine else midnight
        lower = move(upper, longer, -1, context)
    else:
        lower = context.now() if fine else midnight + DAY_SECONDS
        upper = move(lower, longer, 1, context)
    approximate = duration.vague is not None
    today_end = midnight + DAY_SECONDS
    tiers = None
    if not fine:
        tiers = Tiers(
            lower, upper, lower if sign < 0 else min(lower, midnight), max(upper, today_end) if sign < 0 else upper
        )
    return TimeInterval(
        lower=lower, upper=upper, grain=grain, text=span_text(lower, upper), window=duration,
        timex_value=duration.timex, approximate=approximate, tiers=tiers,
    )  # fmt: skip


def working_window(context: Context, count: int, sign: int) -> tuple[int, int]:
    today = context.today
    if sign > 0:
        last = working_days(today, count, 1)
        return (today + 1) * DAY_SECONDS, (last + 1) * DAY_SECONDS
    return working_days(today, count, -1) * DAY_SECONDS, today * DAY_SECONDS


def move(begin: int, duration: Duration, sign: int, context: Context) -> int:
    """A moment so much later or earlier; parts of a month or year are counted in days."""
    months = duration.years * 12 + duration.months
    whole = int(months)
    rest = months - whole
    if not -1_200_000 < whole < 1_200_000:
        raise context.refuse("it is more than 100,000 years away")
    days = duration.weeks * 7 + duration.days + rest * 30
    seconds = days * DAY_SECONDS + duration.hours * 3600 + duration.minutes * 60 + duration.secs
    if not -FARTHEST < seconds < FARTHEST:
        raise context.refuse("it is more than 100,000 years away")
    return moved(begin, Grain.MONTH, sign * whole) + sign * round(seconds) if whole else begin + sign * round(seconds)


def working_days(day: int, count: int, sign: int) -> int:
    """So many days that are not Saturdays or Sundays away; public holidays are counted as working days."""
    weeks, rest = divmod(count, 5)
    day += 7 * weeks * sign
    while rest:
        day += sign
        if day % 7 < 5:
            rest -= 1
    return day
