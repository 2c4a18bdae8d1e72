"""What is counted from the day of publication on or up to it: "the past two weeks", "recently", "now", "this time last
year"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from newsfacts.immutable import evolve
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, civil, day_number
from newsfacts.values.times.grain import Grain, Mod, shift
from newsfacts.values.times.reading.frame import Frame, Unit
from newsfacts.values.times.resolving.context import Context, NeedsDate
from newsfacts.values.times.resolving.inexact import tilde
from newsfacts.values.times.resolving.moving import is_fine, move, scaled, working_days
from newsfacts.values.times.resolving.reaches import UNITS_BELOW_NEXT
from newsfacts.values.times.texts import moment_text, span_text
from newsfacts.values.times.times import Duration, Tiers, TimeInterval, new_interval, new_tiers

__all__ = ["about_this_time", "instant", "vague_time", "window_of"]

_REACHING: Final = (Mod.EQUAL_OR_MORE, Mod.MORE_THAN, Mod.APPROX)


def instant(context: Context) -> TimeInterval:
    if context.clock is None:
        return evolve(units.day(context.today), timex_value="PRESENT_REF")
    return evolve(
        units.minute(context.now(), Grain.SECOND if context.clock % 60 else Grain.MINUTE), timex_value="PRESENT_REF"
    )


def vague_time(context: Context, reference: str) -> TimeInterval:
    if not context.dated:
        raise NeedsDate(reference)
    day = units.day(context.today)
    if reference == "PRESENT_REF":
        return evolve(day, timex_value=reference, approximate=True)
    lower, upper = (None, day.upper) if reference == "PAST_REF" else (context.now(), None)
    text = (
        f"/{day.text}"
        if reference == "PAST_REF"
        else f"{day.text if not context.clock else moment_text(context.now(), Grain.MINUTE)}/"
    )
    return new_interval(lower=lower, upper=upper, grain=Grain.DAY, text=text, approximate=True, timex_value=reference)


def about_this_time(context: Context, unit: Unit) -> TimeInterval:
    """ "this time last year": about the day of publication, so many units away."""
    day = shift(context.today * DAY_SECONDS, unit.grain, unit.offset) // DAY_SECONDS
    if unit.grain is Grain.DAY:
        return evolve(units.day(day), approximate=True)
    core, outer = {Grain.YEAR: (15, 31), Grain.MONTH: (3, 7), Grain.WEEK: (1, 2)}[unit.grain]
    return tilde(units.day(day), core, outer)


def window_of(context: Context, frame: Frame) -> TimeInterval:
    """ "the past two weeks" up to publication, "the next ten days" from the day after it, "within three hours"."""
    assert frame.window is not None
    window, sign = frame.window.length, frame.window.sign
    duration, grain = window.value, window.grain
    if not context.dated:
        raise NeedsDate(duration.timex)
    fine = is_fine(duration)
    if fine and context.clock is None and duration.seconds % DAY_SECONDS == 0:
        fine = False  # "the last 24 hours", by an article of which only the day is known
    if fine and context.clock is None:
        raise NeedsDate(duration.timex, "the time of publication")
    vague = duration.vague is not None and duration.upto is not None
    longer = duration if vague or duration.upto is None else duration.upto
    midnight = context.today * DAY_SECONDS
    if window.working:
        lower, upper = _working_window(context, int(duration.days), sign)
    elif grain is Grain.QUARTER and sign in (-1, 1):
        lower, upper = _quarters(context, longer, sign)
    elif sign < 0:
        upper = context.now() if fine else midnight
        lower = move(upper, longer, -1, context)
    else:  # within three hours begins at once, the next three days begin tomorrow
        by_hours = is_fine(duration) and not fine
        lower = context.now() if fine else midnight + (0 if sign == 2 or by_hours else DAY_SECONDS)
        upper = move(lower, longer, 1, context) + by_hours * DAY_SECONDS
    far = None if window.working or grain is Grain.QUARTER else _far(duration, longer, grain)
    tiers = None if fine else _tiers(context, lower, upper, sign, far)
    return new_interval(
        lower=lower, upper=upper, grain=grain, text=span_text(lower, upper), window=duration,
        timex_value=duration.timex, approximate=duration.approximate, tiers=tiers,
    )  # fmt: skip


def _tiers(context: Context, lower: int, upper: int, sign: int, far: Duration | None) -> Tiers:
    """How far a window of days may reach: to the end of the day of publication, and as long as `far` where it is inexact."""
    midnight = context.today * DAY_SECONDS
    if sign < 0:
        first = lower if far is None else move(upper, far, -1, context)
        return new_tiers(lower, upper, first, max(upper, midnight + DAY_SECONDS))
    after = upper if far is None else move(lower, far, 1, context)
    return new_tiers(lower, upper, min(lower, midnight), after)


def _far(duration: Duration, longer: Duration, grain: Grain) -> Duration | None:
    """How long an inexact window may be at most: "the past few weeks", "the past 20-plus years", "the past year or so"."""
    if duration.vague is not None:
        return duration.upto or Duration.of(grain, UNITS_BELOW_NEXT.get(grain, 9))
    return scaled(longer, Fraction(3, 2)) if duration.mod in _REACHING else None


def _quarters(context: Context, length: Duration, sign: int) -> tuple[int, int]:
    """The ends of the quarters before (after) the current one."""
    year, month, _ = civil(context.today)
    this = day_number(year, 3 * ((month - 1) // 3) + 1, 1) * DAY_SECONDS
    if sign < 0:
        return move(this, length, -1, context), this
    following = shift(this, Grain.MONTH, 3)
    return following, move(following, length, 1, context)


def _working_window(context: Context, count: int, sign: int) -> tuple[int, int]:
    today = context.today
    if sign > 0:
        return working_days(today, 1, 1) * DAY_SECONDS, (working_days(today, count, 1) + 1) * DAY_SECONDS
    return working_days(today, count, -1) * DAY_SECONDS, (working_days(today, 1, -1) + 1) * DAY_SECONDS
