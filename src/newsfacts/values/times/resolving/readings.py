"""From the reading of a whole phrase and the day of publication to a time: ranges, sides, lengths from a time on."""

from __future__ import annotations

from typing import Final

import attrs

from newsfacts.values.times.grain import Mod
from newsfacts.values.times.reading.readings import Both, Ending, Lasting, OneTime, PhraseReading, Range, Reading, Sided
from newsfacts.values.times.reading.terms import Side
from newsfacts.values.times.resolving.context import Context
from newsfacts.values.times.resolving.inexact import with_reach
from newsfacts.values.times.resolving.ranges import both_of, range_of
from newsfacts.values.times.resolving.resolve import resolve
from newsfacts.values.times.resolving.shifts import move
from newsfacts.values.times.resolving.sides import sided
from newsfacts.values.times.texts import span_text
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet

__all__ = ["resolve_phrase"]


def resolve_phrase(context: Context, phrase: PhraseReading) -> TimeInterval | Duration | TimeSet:
    """The time of a phrase. Raises `UnreadableValue`, or `NeedsDate` where a date is missing that it depends on."""
    value = phrase.value
    if isinstance(value, Duration | TimeSet):
        return value
    time = _time_of(context, value)
    if phrase.hedge is not None and isinstance(value, OneTime | Range | Both):
        time = _hedged(time, phrase.hedge)
    for _ in range(phrase.hedges_after):
        time = with_reach(time, time.grain, 1, 3)
    return time


def _time_of(context: Context, reading: Reading) -> TimeInterval:
    if isinstance(reading, OneTime):
        return resolve(context, reading.frame)
    if isinstance(reading, Range):
        return range_of(context, reading.first, reading.second)
    if isinstance(reading, Both):
        return both_of(context, reading.first, reading.second)
    if isinstance(reading, Sided):
        context.deadline = reading.side in (Side.UNTIL, Side.BY)
        return sided(_time_of(context, reading.time), reading.side)
    if isinstance(reading, Lasting):
        return _lasting(context, reading)
    assert isinstance(reading, Ending)
    return _ending(context, reading)


def _lasting(context: Context, reading: Lasting) -> TimeInterval:
    start, length = resolve(context, reading.start.frame), reading.length
    lower = start.lower
    if lower is None:
        raise context.refuse("a period without a beginning cannot last that long from it")
    upper = move(lower, length.value.upto or length.value, 1, context)
    return TimeInterval(
        lower=lower, upper=upper, grain=min(start.grain, length.grain), text=span_text(lower, upper, start.offset),
        offset=start.offset, window=length.value, approximate=start.approximate,
    )  # fmt: skip


def _ending(context: Context, reading: Ending) -> TimeInterval:
    last, length = resolve(context, reading.end.frame), reading.length
    if last.upper is None:
        raise context.refuse("a period cannot end with one that has no end")
    lower = move(last.upper, length.value, -1, context)
    text = span_text(lower, last.upper, last.offset)
    return attrs.evolve(last, lower=lower, text=text, window=length.value, timex_value=None, weekday=None)


_AWAY: Final = {
    Mod.MORE_THAN: Mod.BEFORE,
    Mod.EQUAL_OR_MORE: Mod.ON_OR_BEFORE,
    Mod.LESS_THAN: Mod.AFTER,
    Mod.EQUAL_OR_LESS: Mod.ON_OR_AFTER,
}
"""More than two years ago is before the day two years ago."""


def _hedged(time: TimeInterval, hedge: Mod) -> TimeInterval:
    if hedge is Mod.APPROX:
        return time if time.tiers is not None and time.approximate else with_reach(time, time.grain, 1, 3)
    return attrs.evolve(time, approximate=True, mod=_AWAY[hedge], timex_value=time.timex)
