"""What is counted away from publication or from another time: "two days ago", "weeks after May 5", "a week from Friday"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import attrs

from newsfacts.errors import UnreadableKind
from newsfacts.immutable import evolve
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, civil
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.grain import shift as moved
from newsfacts.values.times.reading.frame import Frame, Shift
from newsfacts.values.times.reading.terms import Hedge
from newsfacts.values.times.resolving.context import Context, NeedsDate
from newsfacts.values.times.resolving.inexact import approximated, tilde
from newsfacts.values.times.resolving.parts import with_clock
from newsfacts.values.times.resolving.seasons import season_relative
from newsfacts.values.times.texts import span_text
from newsfacts.values.times.times import DAYS_IN_YEAR, Duration, TimeInterval, new_duration, new_interval, new_tiers

__all__ = [
    "FARTHEST",
    "UNITS_BELOW_NEXT",
    "is_fine",
    "move",
    "needs_clock",
    "scaled",
    "shifted_time",
    "whole_years",
    "working_days",
]

FARTHEST: Final = 36_525_000 * DAY_SECONDS
"""How far a duration may lead away, in seconds: 100,000 years."""
_LARGE: Final = (
    Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.HALF, Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM,
)  # fmt: skip
_YEARS: Final = (Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)
_SECONDS_IN_YEAR: Final = DAYS_IN_YEAR * DAY_SECONDS
_OPEN: Final = (Mod.EQUAL_OR_MORE, Mod.MORE_THAN)


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
        inexact = _inexact(context, shift, begin, fine)
        if inexact is not None:
            return inexact
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
        return _next_to(context, shift, anchor)
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
    open_end = length.mod in _OPEN or length.vague is not None
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


def is_fine(duration: Duration) -> bool:
    """Whether a duration has hours, minutes or seconds."""
    return bool(duration.hours or duration.minutes or duration.secs)


def needs_clock(duration: Duration, grain: Grain) -> bool:
    """Whether a duration with parts of a day cannot be counted from a day alone; 24 hours ago is a day ago."""
    whole_days = grain is Grain.HOUR and duration.hours >= 24
    return not whole_days and not (duration.days and not duration.secs and not duration.minutes)


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
    if frame.weekday is not None and anchor is None:
        found = _weekday_away(context, frame.weekday, shift, number)
    elif anchor is not None and frame.anaphoric and anchor.grain < shift.grain:
        found = _away(number, shift.grain, -1)  # "two years later" is not so to the day
    elif anchor is not None:
        found = _beside(anchor, number, shift.grain)
        if found.grain is Grain.DAY and shift.grain > Grain.WEEK:  # "three years after May 5" is not so to the day
            core, outer = _LONG.get(shift.grain) or (_HALF_OF.get(shift.grain, 182),) * 2
            found = tilde(found, core, outer)
    else:
        found = _away(number, shift.grain, shift.sign, _has_part(shift))
        if shift.grain is Grain.YEAR and found.tiers is not None:
            found = _rounded(found, shift)
    if frame.clock is not None or frame.daytime is not None:
        found = with_clock(context, frame, units.day(number if found.lower is None else found.lower // DAY_SECONDS))
    return evolve(found, window=shift.duration) if anchor is None and shift.sign > 0 else found


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


def _beside(anchor: TimeInterval, number: int, grain: Grain) -> TimeInterval:
    """So long before or after a time: in the grain of that time, or of the unit where that is coarser."""
    if anchor.grain in (Grain.MINUTE, Grain.SECOND) and anchor.lower is not None:
        return units.minute(number * DAY_SECONDS + anchor.lower % DAY_SECONDS, anchor.grain, anchor.offset)
    if anchor.grain is Grain.YEAR and grain in _YEARS:
        return units.year(civil(number)[0])
    if anchor.grain is Grain.MONTH and grain in _LARGE:
        return units.month(*civil(number)[:2])
    return units.day(number)


def _away(number: int, grain: Grain, sign: int, has_part: bool = False) -> TimeInterval:
    """In the grain of the unit: a month ago is a month, give or take half of one; two days ago is that day. What
    lies ahead ("in two months") is counted to the day, and is as inexact."""
    year, month, _ = civil(number)
    if grain is Grain.DAY:
        return units.day(number)
    if has_part and grain in _PARTS_AWAY:
        core, outer = _PARTS_AWAY[grain]
        return tilde(units.month(year, month) if grain is Grain.YEAR else units.year(year), core, outer)
    if grain in _LONG:
        core, outer = _LONG[grain]
        return tilde(units.day(number) if sign > 0 else units.year(year), core, outer)
    if sign > 0:
        slack = _HALF_OF.get(grain, 182)
        return tilde(units.day(number), slack, slack)
    if grain is Grain.WEEK:
        return tilde(units.day(number), 3, 3)
    if grain in (Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.SEASON):
        return tilde(units.month(year, month), 15, 31)
    return tilde(units.year(year), 182, 365)


_HALF_OF: Final = {Grain.WEEK: 3, Grain.MONTH: 15, Grain.QUARTER: 45}
"""Unit -> half of it in days; it is half a year where the unit is longer."""
_LONG: Final = {Grain.DECADE: (730, 1826), Grain.CENTURY: (3652, 9131), Grain.MILLENNIUM: (36524, 91310)}
"""Unit -> by how many days it may be off: a fifth and half of a decade, a tenth and a quarter of what is longer."""


def _rounded(found: TimeInterval, shift: Shift) -> TimeInterval:
    """ "2,000 years ago", "about 30 years ago": the rounder the number, the farther it reaches."""
    years = int(shift.duration.years)
    about = shift.hedge is Hedge.ABOUT or shift.duration.mod is Mod.APPROX
    if years >= 100 and years % 50 == 0:
        core, outer = years // 20, years // 10
    elif years >= 20 and (years % 10 == 0 or about):
        core, outer = (2, 4) if about else (1, 2)
    else:
        core, outer = (1, 2) if about and years >= 5 else (0, 0)
    return found if not core else tilde(found, 365 * core, 365 * outer)


def _has_part(shift: Shift) -> bool:
    """Whether a length is a whole number of its unit and a part of one: half a century, a year and a half."""
    if shift.grain not in _PARTS_AWAY:
        return False
    months = shift.duration.years * 12 + shift.duration.months
    return months % (12 * _IN_YEARS[shift.grain]) != 0


_IN_YEARS: Final = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}
_PARTS_AWAY: Final = {Grain.YEAR: (61, 183), Grain.DECADE: (730, 1460), Grain.CENTURY: (1826, 3652)}
"""Unit -> how many days half of it may be off, in the core and the outer tier."""


# -- Lengths that are not exact ----------------------------------------------------------------------------------------


@attrs.frozen
class _Reach:
    """How far a length of time may lead: what it is taken to be, and beyond which lengths no one would say it."""

    near: Duration
    far: Duration | None
    core_far: Duration | None
    outer_near: Duration
    outer_far: Duration | None


def _inexact(context: Context, shift: Shift, begin: int, fine: bool) -> TimeInterval | None:
    """The period of "weeks after May 5", "two to three days ago", "more than 20 years ago"; None if the length is exact."""
    hedge, mod = shift.hedge, shift.duration.mod
    if shift.duration.vague is not None or shift.duration.upto is not None:
        return _period(context, shift, begin, fine, _vague_reach(shift))
    if hedge is None and mod is None:
        return None
    duration = evolve(shift.duration, mod=None)
    if hedge in (Hedge.MORE, Hedge.AT_LEAST) or mod in _OPEN:
        reach = _Reach(duration, None, scaled(duration, Fraction(3, 2)), duration, None)
        towards = Mod.BEFORE if shift.sign < 0 else Mod.AFTER
    elif hedge in (Hedge.LESS, Hedge.AT_MOST) or (hedge is None and mod in (Mod.LESS_THAN, Mod.EQUAL_OR_LESS)):
        least = Duration() if fine else new_duration(days=1)
        reach = _Reach(least, duration, duration, least, duration)
        towards = Mod.AFTER if shift.sign < 0 else Mod.BEFORE
    else:
        return None
    found = _period(context, shift, begin, fine, reach)
    day = move(begin, duration, shift.sign, context) // DAY_SECONDS
    return evolve(found, mod=towards, timex_value=_away(day, shift.grain, shift.sign).timex)


def _vague_reach(shift: Shift) -> _Reach:
    """ "a few weeks" are three to five, hardly more than ten; "weeks" two or more, and nine or more would be months."""
    duration, upto = shift.duration, shift.duration.upto
    near = evolve(duration, mod=None, upto=None, vague=None)
    unit = Duration.of(shift.grain, 1)
    if duration.vague is None:
        assert upto is not None
        half = Duration.of(shift.grain, Fraction(1, 2))
        return _Reach(near, upto, upto, _sum(near, half, -1), _sum(upto, half, 1))
    outer_near = unit if near.seconds <= 2 * unit.seconds else _sum(near, unit, -1)
    if upto is None:
        far = Duration.of(shift.grain, UNITS_BELOW_NEXT.get(shift.grain, 9))
        if far.seconds <= near.seconds:  # "hundreds of years ago"
            far, outer_near = scaled(near, 5), scaled(near, Fraction(1, 2))
        return _Reach(near, None, far, outer_near, None)
    return _Reach(near, upto, upto, outer_near, scaled(upto, 2))


UNITS_BELOW_NEXT: Final = {
    Grain.SECOND: 59, Grain.MINUTE: 59, Grain.HOUR: 23, Grain.DAY: 13, Grain.WEEK: 8, Grain.MONTH: 23, Grain.YEAR: 30,
}  # fmt: skip
"""How many of a unit are still counted in it: 8 weeks, then come months."""


def _period(context: Context, shift: Shift, begin: int, fine: bool, reach: _Reach) -> TimeInterval:
    """The time between the near and the far end of a reach, whole days unless hours were said."""
    base = begin if fine else begin - begin % DAY_SECONDS
    last = 0 if fine else DAY_SECONDS

    def between(near: Duration, far: Duration | None) -> tuple[int | None, int | None]:
        first = move(base, near, shift.sign, context)
        second = None if far is None else move(base, far, shift.sign, context)
        if shift.sign < 0:
            return second, first + last
        return first, None if second is None else second + last

    lower, upper = between(reach.near, reach.far)
    tiers = new_tiers(*between(reach.near, reach.core_far), *between(reach.outer_near, reach.outer_far))
    return new_interval(
        lower=lower, upper=upper, grain=shift.grain, text=span_text(lower, upper), approximate=True, tiers=tiers,
        mod=Mod.APPROX,
    )  # fmt: skip


def _next_to(context: Context, shift: Shift, anchor: TimeInterval) -> TimeInterval:
    """The whole time next to another: "the week after Easter", "the two months before the end of 2015"."""
    reach = _vague_reach(shift) if shift.duration.vague is not None else None
    length = shift.duration if reach is None else reach.core_far or reach.near
    edge = anchor.lower if shift.sign < 0 else anchor.upper
    if edge is None:
        raise context.refuse("it counts from an end that is open")
    other = move(edge, length, shift.sign, context)
    ends = (other, edge) if other < edge else (edge, other)
    text = span_text(ends[0], ends[1], anchor.offset)
    tiers = None
    if reach is not None:
        open_ends = (None, edge) if shift.sign < 0 else (edge, None)
        tiers = new_tiers(*ends, *open_ends)
    approximate = anchor.approximate or reach is not None
    return new_interval(
        lower=ends[0], upper=ends[1], grain=shift.grain, text=text, offset=anchor.offset, window=shift.duration,
        approximate=approximate, tiers=tiers,
    )  # fmt: skip


def scaled(duration: Duration, factor: int | Fraction) -> Duration:
    return Duration(
        years=duration.years * factor, months=duration.months * factor, weeks=duration.weeks * factor,
        days=duration.days * factor, hours=duration.hours * factor, minutes=duration.minutes * factor,
        secs=duration.secs * factor,
    )  # fmt: skip


def _sum(first: Duration, second: Duration, sign: int) -> Duration:
    return Duration(
        years=first.years + sign * second.years, months=first.months + sign * second.months,
        weeks=first.weeks + sign * second.weeks, days=first.days + sign * second.days,
        hours=first.hours + sign * second.hours, minutes=first.minutes + sign * second.minutes,
        secs=first.secs + sign * second.secs,
    )  # fmt: skip


def move(begin: int, duration: Duration, sign: int, context: Context) -> int:
    """A moment so much later or earlier; parts of a month or year are counted in days."""
    months = duration.years * 12 + duration.months
    whole = int(months)
    if not -1_200_000 < whole < 1_200_000:
        raise context.refuse("it is more than 100,000 years away", UnreadableKind.IMPOSSIBLE)
    days = duration.weeks * 7 + duration.days + (months - whole) * 30
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
