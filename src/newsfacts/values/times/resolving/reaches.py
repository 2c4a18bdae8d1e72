"""Lengths of time that are not exact: "weeks after May 5", "two to three days ago", "more than 20 years ago"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import attrs

from newsfacts.immutable import evolve
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.reading.frame import Shift
from newsfacts.values.times.reading.terms import Hedge
from newsfacts.values.times.resolving.away import away
from newsfacts.values.times.resolving.context import Context
from newsfacts.values.times.resolving.moving import move, scaled, summed
from newsfacts.values.times.texts import span_text
from newsfacts.values.times.times import Duration, TimeInterval, new_duration, new_interval, new_tiers

__all__ = ["OPEN", "UNITS_BELOW_NEXT", "inexact", "next_to"]

OPEN: Final = (Mod.EQUAL_OR_MORE, Mod.MORE_THAN)
"""Lengths with one of these have no longest."""


@attrs.frozen
class _Reach:
    """How far a length of time may lead: what it is taken to be, and beyond which lengths no one would say it."""

    near: Duration
    far: Duration | None
    core_far: Duration | None
    outer_near: Duration
    outer_far: Duration | None


def inexact(context: Context, shift: Shift, begin: int, fine: bool) -> TimeInterval | None:
    """The period of "weeks after May 5", "two to three days ago", "more than 20 years ago"; None if the length is exact."""
    hedge, mod = shift.hedge, shift.duration.mod
    if shift.duration.vague is not None or shift.duration.upto is not None:
        return _period(context, shift, begin, fine, _vague_reach(shift))
    if hedge is None and mod is None:
        return None
    duration = evolve(shift.duration, mod=None)
    if hedge in (Hedge.MORE, Hedge.AT_LEAST) or mod in OPEN:
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
    return evolve(found, mod=towards, timex_value=away(day, shift.grain, shift.sign).timex)


def _vague_reach(shift: Shift) -> _Reach:
    """ "a few weeks" are three to five, hardly more than ten; "weeks" two or more, and nine or more would be months."""
    duration, upto = shift.duration, shift.duration.upto
    near = evolve(duration, mod=None, upto=None, vague=None)
    unit = Duration.of(shift.grain, 1)
    if duration.vague is None:
        assert upto is not None
        half = Duration.of(shift.grain, Fraction(1, 2))
        return _Reach(near, upto, upto, summed(near, half, -1), summed(upto, half, 1))
    outer_near = unit if near.seconds <= 2 * unit.seconds else summed(near, unit, -1)
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


def next_to(context: Context, shift: Shift, anchor: TimeInterval) -> TimeInterval:
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
