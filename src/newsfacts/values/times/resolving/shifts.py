"""What is counted away from publication or from another time: "two days ago", "weeks after May 5", "a week from Friday"."""

from __future__ import annotations

from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.immutable import evolve
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, civil
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.reading.frame import Frame, Shift
from newsfacts.values.times.resolving.away import HALF_OF, LONG, away, beside, has_part, rounded
from newsfacts.values.times.resolving.context import Context, NeedsDate
from newsfacts.values.times.resolving.inexact import approximated, tilde
from newsfacts.values.times.resolving.moving import is_fine, move, needs_clock, working_days
from newsfacts.values.times.resolving.parts import with_clock
from newsfacts.values.times.resolving.reaches import OPEN, inexact, next_to
from newsfacts.values.times.resolving.seasons import season_relative
from newsfacts.values.times.texts import span_text
from newsfacts.values.times.times import DAYS_IN_YEAR, Duration, TimeInterval, new_interval

__all__ = ["shifted_time", "whole_years"]

_SECONDS_IN_YEAR: Final = DAYS_IN_YEAR * DAY_SECONDS


def shifted_time(context: Context, frame: Frame, anchor: TimeInterval | None) -> TimeInterval:
    """So long before or after publication, or before or after `anchor`."""
    shift = frame.shift
    assert shift is not None
    duration = shift.duration
    fine = is_fine(duration)
    if anchor is None:
        begin = _publication(context, frame, shift, fine)
    else:
        if anchor.lower is None:
            raise context.refuse("it counts from a period without a beginning")
        near = _near_anchor(context, shift, anchor)
        if near is not None:
            return near
        begin = _last_day_of(anchor, anchor.lower, shift.grain) if shift.sign > 0 else anchor.lower
    if shift.working:
        return units.day(working_days(begin // DAY_SECONDS, int(duration.days), shift.sign))
    if shift.hedge is not None or duration.mod is not None or duration.vague is not None or duration.upto is not None:
        found = inexact(context, shift, begin, fine)
        if found is not None:
            return found
    moment = move(begin, duration, shift.sign, context)
    if fine and anchor is None and context.clock is None:
        return _from_some_hour(shift, moment)
    if fine:
        return _to_the_minute(context, frame, moment, None if anchor is None else anchor.offset)
    return _to_the_day(context, frame, shift, moment // DAY_SECONDS, anchor)


def _publication(context: Context, frame: Frame, shift: Shift, fine: bool) -> int:
    """The moment of publication, which a length without an anchor counts from."""
    if not context.dated:
        raise NeedsDate("XXXX-XX-XX")
    if fine and context.clock is None and needs_clock(shift.duration, shift.grain):
        raise NeedsDate("XXXX-XX-XX", "the time of publication")
    if frame.weekday is not None and shift.duration.vague is not None:
        raise context.refuse("its parts do not make one date")  # "a few days ago, Wednesday"
    return context.now()


def _near_anchor(context: Context, shift: Shift, anchor: TimeInterval) -> TimeInterval | None:
    """A period, a weekday or a weekend right before or after an anchor, or the time since it; None for a plain length."""
    if shift.since:
        return _since(context, shift, anchor)
    if shift.as_period:
        return next_to(context, shift, anchor)
    if shift.weekday is not None:
        return units.day(_weekday_beside(context, shift, shift.weekday, anchor), shift.weekday)
    if shift.weekend:
        saturday = _weekday_beside(context, shift, 5, anchor)
        return evolve(units.days(saturday, saturday + 2), timex_value=f"{units.iso_week(saturday)}-WE")
    return None


def _since(context: Context, shift: Shift, anchor: TimeInterval) -> TimeInterval:
    """ "the two years since May 2022": from then to publication, if it is so long ago."""
    today, length = context.today * DAY_SECONDS, shift.duration
    assert anchor.lower is not None
    longest = int((length.upto or length).seconds)
    slack = int(Duration.of(shift.grain, 1).seconds) // 2 + DAY_SECONDS
    least, most = today - (anchor.upper or today), today - anchor.lower
    open_end = length.mod in OPEN or length.vague is not None
    is_longer, is_shorter = least - slack > longest and not open_end, int(length.seconds) > most + slack
    if anchor.lower >= today or is_longer or is_shorter:
        raise context.refuse(f"{anchor.text} is not so long ago", UnreadableKind.IMPOSSIBLE)
    text = span_text(anchor.lower, today)
    return new_interval(lower=anchor.lower, upper=today, grain=anchor.grain, text=text, window=length)


def _from_some_hour(shift: Shift, moment: int) -> TimeInterval:
    """ "48 hours ago", by an article of which only the day is known."""
    if shift.duration.seconds % DAY_SECONDS == 0:
        return units.day(moment // DAY_SECONDS)
    after = moment + DAY_SECONDS
    text = span_text(moment, after)
    return new_interval(lower=moment, upper=after, grain=Grain.HOUR, text=text, approximate=True, mod=Mod.APPROX)


def _last_day_of(anchor: TimeInterval, begin: int, unit: Grain) -> int:
    """From where days, weeks and months after a longer time count: "two months after 1945" is after all of it."""
    if anchor.upper is None or anchor.grain < Grain.DAY or (unit > Grain.WEEK and not unit < anchor.grain):
        return begin
    return max(begin, anchor.upper - DAY_SECONDS)


def _to_the_minute(context: Context, frame: Frame, moment: int, offset: int | None) -> TimeInterval:
    assert frame.shift is not None
    if frame.clock is not None or frame.daytime is not None:
        found = with_clock(context, frame, units.day(moment // DAY_SECONDS))
    else:
        found = units.minute(moment, Grain.SECOND if moment % 60 else Grain.MINUTE, offset)
    return approximated(found) if frame.shift.duration.approximate else found


def _to_the_day(
    context: Context, frame: Frame, shift: Shift, number: int, anchor: TimeInterval | None
) -> TimeInterval:  # fmt: skip
    if shift.season is not None:
        years = whole_years(shift)
        season = season_relative(context, frame, shift.season, 0)
        if years is None or season.lower is None:
            raise context.refuse("its parts do not make one date")
        return units.season(shift.season, civil(season.lower // DAY_SECONDS)[0] + years, context.options.south)
    if shift.within is not None:
        return units.containing(number, shift.within, context.options.first_weekday)
    if shift.weekday is not None:
        return units.day(number + (shift.weekday - number) % 7)
    found = _around_day(context, frame, shift, number, anchor)
    if frame.clock is not None or frame.daytime is not None:
        found = with_clock(context, frame, units.day(number if found.lower is None else found.lower // DAY_SECONDS))
    return evolve(found, window=shift.duration) if anchor is None and shift.sign > 0 else found


def _around_day(context: Context, frame: Frame, shift: Shift, number: int, anchor: TimeInterval | None) -> TimeInterval:
    """The day that a length leads to, or the period around it where no one says it to the day."""
    if anchor is None:
        if frame.weekday is not None:
            return _weekday_away(context, frame.weekday, shift, number)
        found = away(number, shift.grain, shift.sign, has_part(shift))
        return rounded(found, shift) if shift.grain is Grain.YEAR and found.tiers is not None else found
    if frame.anaphoric and anchor.grain < shift.grain:
        return away(number, shift.grain, -1)  # "two years later" is not so to the day
    found = beside(anchor, number, shift.grain)
    if found.grain is not Grain.DAY or not shift.grain > Grain.WEEK:
        return found
    core, outer = LONG.get(shift.grain) or (HALF_OF.get(shift.grain, 182),) * 2
    return tilde(found, core, outer)  # "three years after May 5" is not so to the day


def whole_years(shift: Shift) -> int | None:
    """How many years later (earlier) a shift leads, if it is nothing but a whole number of years."""
    duration = shift.duration
    exact = duration.mod is None and duration.upto is None and duration.vague is None
    if not exact or shift.anchor is not None or int(duration.years) * _SECONDS_IN_YEAR != duration.seconds:
        return None
    return shift.sign * int(duration.years)


def _weekday_away(context: Context, weekday: int, shift: Shift, number: int) -> TimeInterval:
    """ "a week ago Friday" is a week before the last Friday; "in two weeks, on Tuesday" the Tuesday nearest to that."""
    nearest = number + (weekday - number + 3) % 7 - 3
    if shift.sign < 0 and shift.grain is Grain.YEAR:  # "10 years ago Sunday": by the date of the nearest Sunday
        sunday = context.today + (weekday - context.today + 3) % 7 - 3
        day = move(sunday * DAY_SECONDS, shift.duration, -1, context) // DAY_SECONDS
        return evolve(units.day(day), alternatives=(units.day(nearest),))
    if shift.sign > 0 or shift.grain is not Grain.WEEK:
        return units.day(nearest, weekday)
    today = context.today
    chosen = today - (today - weekday) % 7 - (today - number)
    others = () if chosen == nearest else (units.day(nearest),)
    return units.day(chosen, weekday, others)


def _weekday_beside(context: Context, shift: Shift, weekday: int, anchor: TimeInterval) -> int:
    """ "the third Tuesday after Christmas": so many such weekdays strictly after (before) a time."""
    steps = 7 * (int(shift.duration.weeks) - 1)
    if shift.sign > 0:
        if anchor.upper is None:
            raise context.refuse("it counts from a period without an end")
        after = anchor.upper // DAY_SECONDS + bool(anchor.upper % DAY_SECONDS)
        return after + (weekday - after) % 7 + steps
    assert anchor.lower is not None
    before = anchor.lower // DAY_SECONDS - 1
    return before - (before - weekday) % 7 - steps
