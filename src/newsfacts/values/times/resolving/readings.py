"""From the reading of a whole phrase and the day of publication to a time: ranges, sides, lengths from a time on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.immutable import evolve
from newsfacts.values.times import units
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.grain import shift as shift_of
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.reading.readings import (
    Ending,
    Lasting,
    Listed,
    OneTime,
    PhraseReading,
    Range,
    Reading,
    Sided,
)
from newsfacts.values.times.reading.terms import Hedge, Side
from newsfacts.values.times.resolving.context import Context
from newsfacts.values.times.resolving.inexact import with_reach
from newsfacts.values.times.resolving.moving import move
from newsfacts.values.times.resolving.ranges import list_of, range_of
from newsfacts.values.times.resolving.resolve import resolve
from newsfacts.values.times.resolving.sides import sided
from newsfacts.values.times.texts import span_text
from newsfacts.values.times.times import Duration, Tiers, TimeInterval, TimeSet, new_interval, new_tiers

__all__ = ["resolve_phrase"]


def resolve_phrase(context: Context, phrase: PhraseReading) -> TimeInterval | Duration | TimeSet:
    """The time of a phrase. Raises `UnreadableValue`, or `NeedsDate` where a date is missing that it depends on."""
    value, hedge, hedges_after = phrase.value, phrase.hedge, phrase.hedges_after
    if type(value) is OneTime and hedge is None and not hedges_after:
        return resolve(context, value.frame)
    if type(value) is TimeSet:
        approximate = hedges_after and value.freq is not None and value.mod is None
        return evolve(value, mod=Mod.APPROX) if approximate else value
    if type(value) is Duration:
        return value
    if hedge is not None and isinstance(value, (OneTime, Range, Listed)):
        time = _hedged(context, value, hedge)
    else:
        time = _time_of(context, value)
    for _ in range(hedges_after):
        time = with_reach(time, time.grain, 1, 3)
    return time


def _time_of(context: Context, reading: Reading) -> TimeInterval:
    if type(reading) is OneTime:
        return resolve(context, reading.frame)
    return _RESOLVERS[type(reading)](context, reading)


def _range(context: Context, reading: Range) -> TimeInterval:
    found = range_of(context, reading.first, reading.second)
    if not reading.or_month or reading.first.year is None or reading.second.year is None:
        return found
    month = units.month(reading.first.year, reading.second.year % 100)
    return evolve(found, alternatives=(*found.alternatives, month))


def _listed(context: Context, reading: Listed) -> TimeInterval:
    return list_of(context, reading.frames, one_of=reading.one_of)


def _sided(context: Context, reading: Sided) -> TimeInterval:
    """A side of a time. Where a deadline could be a past one ("by Friday"), that is another reading."""
    time = reading.time
    full = reading.of_a_day or (type(time) is OneTime and time.frame.year is not None)
    looking = context if full else _looking(context, reading.side)
    try:
        of = _beside_side(looking, time, reading.side)
        if of.members:
            raise context.refuse("it names several times, and it begins or ends at one", UnreadableKind.SEVERAL)
        found = sided(of, reading.side)
        if found is not of and of.alternatives:
            others = tuple(sided(other, reading.side) for other in of.alternatives)
            found = evolve(found, alternatives=others)
    except UnreadableValue as open_end:
        raise context.refuse(open_end.reason, open_end.kind) from None
    if reading.or_compared and of.grain > Grain.DAY:
        found = evolve(found, alternatives=(*found.alternatives, of))
    if reading.at_least:
        found = _reaching_further(found, reading.side)
    either = looking is context and reading.side in (Side.AFTER, Side.FROM) and context.direction == 0
    if either and isinstance(time, OneTime) and _is_bare_weekday(time.frame):
        looking, context = context, context.looking(1)
    elif looking is context or looking.direction <= 0 or not isinstance(time, OneTime):
        return found
    other = sided(_beside_side(context, time, reading.side), reading.side)
    others = tuple(one for one in (*found.alternatives, other) if (one.lower, one.upper) != (found.lower, found.upper))
    return evolve(found, alternatives=others) if others or found.alternatives else found


def _beside_side(context: Context, reading: Reading, side: Side) -> TimeInterval:
    """The time that a side is of: midnight is the end of its day in "until midnight on Friday", and its beginning the other reading."""
    time = _time_of(context, reading)
    if type(reading) is not OneTime or reading.frame.clock is None or not reading.frame.clock.is_midnight:
        return time
    ends = side in (Side.UNTIL, Side.BY) or (side in (Side.BEFORE, Side.SHORTLY_BEFORE) and reading.frame.has_date())
    if not ends or not time.alternatives:
        return time
    end, *others = time.alternatives
    return evolve(end, alternatives=(evolve(time, alternatives=()), *others))


def _is_bare_weekday(frame: Frame) -> bool:
    """ "after Friday": the last one, or the coming one."""
    return frame.weekday is not None and frame.said() <= {"weekday", "article"}


def _reaching_further(found: TimeInterval, side: Side) -> TimeInterval:
    """ "since at least 2017", "until at least Tuesday"."""
    back = side in (Side.SINCE, Side.FROM, Side.BEFORE, Side.SHORTLY_BEFORE)
    outer = (None, found.upper) if back else (found.lower, None)
    return evolve(found, approximate=True, tiers=new_tiers(found.lower, found.upper, *outer))


def _looking(context: Context, side: Side) -> Context:
    """Since a date is since the last one, and until a date is until the coming one, unless the tense says otherwise."""
    if side in (Side.SINCE, Side.LOOKS_BACK):
        return context.looking(-1)
    if context.options.tense is None and side in (Side.UNTIL, Side.BY, Side.BEFORE):
        return context.looking(1, deadline=True)
    if context.options.tense is None and side is Side.AS_SOON_AS:
        return context.looking(context.direction, deadline=True)
    return context


def _lasting(context: Context, reading: Lasting) -> TimeInterval:
    start, length = resolve(context, reading.start.frame), reading.length
    lower = start.lower
    if lower is None:
        raise context.refuse("a period without a beginning cannot last that long from it")
    upper = move(lower, length.value.upto or length.value, 1, context)
    return new_interval(
        lower=lower, upper=upper, grain=min(start.grain, length.grain), text=span_text(lower, upper, start.offset),
        offset=start.offset, window=length.value, approximate=start.approximate,
    )  # fmt: skip


def _ending(context: Context, reading: Ending) -> TimeInterval:
    if reading.ended and not context.direction:
        context = context.looking(-1)
    last, length = resolve(context, reading.end.frame), reading.length
    if last.upper is None:
        raise context.refuse("a period cannot end with one that has no end")
    found = _so_long_before(context, last, last.upper, length.value)
    others = [_so_long_before(context, other, other.upper, length.value) for other in last.alternatives if other.upper]
    return evolve(found, alternatives=tuple(others))


def _so_long_before(context: Context, last: TimeInterval, upper: int, length: Duration) -> TimeInterval:
    """The period of a length that ends with a time."""
    lower = move(upper, length, -1, context)
    text = span_text(lower, upper, last.offset)
    return evolve(last, lower=lower, text=text, window=length, timex_value=None, weekday=None, alternatives=())


_SIDES: Final = {Hedge.MORE: Side.AFTER, Hedge.AT_LEAST: Side.FROM, Hedge.LESS: Side.BEFORE, Hedge.AT_MOST: Side.BY}


def _hedged(context: Context, reading: OneTime | Range | Listed, hedge: Hedge) -> TimeInterval:
    """ "about 2010", "more than two years ago", "greater than 2015"."""
    if isinstance(reading, OneTime) and reading.frame.shift is not None:
        reading.frame.shift.hedge = hedge
    time = _time_of(context, reading)
    shift = reading.frame.shift if isinstance(reading, OneTime) else None
    side = _SIDES.get(hedge)
    if side is not None and shift is None and not (isinstance(reading, OneTime) and reading.frame.year is not None):
        raise context.refuse("it says how much, not when", UnreadableKind.DIFFERENT)
    if shift is None and side is not None:
        return sided(time, side)
    if hedge in (Hedge.NEARLY, Hedge.JUST_OVER) and shift is not None:
        mod = Mod.AFTER if (hedge is Hedge.NEARLY) is (shift.sign < 0) else Mod.BEFORE
        return evolve(time, approximate=True, mod=mod, timex_value=time.timex)
    tiers = time.tiers
    if hedge is Hedge.NEARLY and time.grain in (Grain.MINUTE, Grain.SECOND) and time.lower is not None:
        ends = (
            shift_of(time.lower, Grain.MINUTE, -15),
            time.lower,
            shift_of(time.lower, Grain.MINUTE, -60),
            time.upper,
        )
        found = with_reach(time, time.grain, 1, 3)
        return evolve(found, mod=Mod.BEFORE, tiers=new_tiers(*ends))
    if hedge is Hedge.ABOUT and tiers is not None and time.mod in (Mod.START, Mod.MID, Mod.END):
        return evolve(time, tiers=_wider(tiers))
    if side is not None or (tiers is not None and time.approximate):
        return time
    return with_reach(time, time.grain, 1, 3)


def _wider(tiers: Tiers) -> Tiers:
    """ "around the end of 2020": as far again as the part itself may reach."""
    core, outer = (tiers.outer_lower, tiers.outer_upper), [tiers.outer_lower, tiers.outer_upper]
    for at, (inner, edge) in enumerate(((tiers.core_lower, core[0]), (tiers.core_upper, core[1]))):
        outer[at] = None if inner is None or edge is None else 2 * edge - inner
    return new_tiers(*core, *outer)


_RESOLVERS: Final[dict[type, Callable[[Context, Any], TimeInterval]]] = {
    Range: _range, Listed: _listed, Sided: _sided, Lasting: _lasting, Ending: _ending,
}  # fmt: skip
