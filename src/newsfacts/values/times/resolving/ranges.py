"""Ranges and pairs of times: which end comes first, and how an end that leaves its year open moves past the start."""

from __future__ import annotations

from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, civil
from newsfacts.values.times.grain import Grain, shift
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.resolving.context import Context
from newsfacts.values.times.resolving.parts import HALF_DAY
from newsfacts.values.times.resolving.resolve import resolve
from newsfacts.values.times.texts import span_text
from newsfacts.values.times.times import TimeInterval

__all__ = ["both_of", "range_of"]

_CLOCK_GRAINS: Final = (Grain.SECOND, Grain.MINUTE)


def both_of(context: Context, first: Frame, second: Frame) -> TimeInterval:
    """Two times joined by "and": an EDTF set of both."""
    one, two = resolve(context, first), resolve(context, second)
    if one.lower is None or two.upper is None or one.upper is None or two.lower is None or "T" in one.text + two.text:
        raise context.refuse("only days and longer periods can be joined by and")
    if two.lower < one.lower:
        two = _moved_after(context, second, two, one.lower) or two
    assert two.lower is not None
    assert two.upper is not None
    lower, upper = min(one.lower, two.lower), max(one.upper, two.upper)
    plain = all(mark not in side.text for side in (one, two) for mark in ("/", "{", "["))
    text = f"{{{one.text},{two.text}}}" if plain else span_text(lower, upper)
    return TimeInterval(
        lower=lower, upper=upper, grain=min(one.grain, two.grain), text=text, members=(one, two) if plain else (),
        approximate=one.approximate or two.approximate,
    )  # fmt: skip


def range_of(context: Context, first: Frame, second: Frame) -> TimeInterval:
    """The period from the beginning of one time to the end of another; a clock time at its end is not part of it."""
    start, end = resolve(context, first), resolve(context, second)
    if start.lower is None or end.lower is None or end.upper is None:
        raise context.refuse("a range needs two dates, and one of its ends is a period without end")
    clock_end = end.grain in _CLOCK_GRAINS
    lower, upper = start.lower, end.lower if clock_end else end.upper
    if clock_end and start.grain in _CLOCK_GRAINS and upper < lower < upper + DAY_SECONDS:
        upper += DAY_SECONDS
    to_the_minute = context.clock is not None and (first.now or second.now)
    if first.now and context.clock is not None:
        lower = context.now()
    if second.now and context.clock is not None:
        upper = context.now()
    if upper <= lower:
        moved = _moved_after(context, second, end, lower)
        if moved is None or moved.lower is None or moved.upper is None:
            reason = f"its end, {end.text}, is before its start, {start.text}"
            raise context.refuse(reason, UnreadableKind.REVERSED)
        end = moved
        upper = moved.lower if clock_end else moved.upper
    if start.offset is not None and end.offset is not None and start.offset != end.offset:
        raise context.refuse("its two ends are in different time zones")
    offset = end.offset if end.offset is not None else start.offset
    dates = "T" not in start.text + end.text and not to_the_minute
    text = f"{start.text.split('/')[0]}/{end.text.split('/')[-1]}" if dates else span_text(lower, upper, offset)
    return TimeInterval(
        lower=lower, upper=upper, grain=min(start.grain, end.grain), text=text, offset=None if dates else offset,
        approximate=start.approximate or end.approximate,
        alternatives=_in_the_afternoon(first, second, start, end, lower, upper, offset),
    )  # fmt: skip


def _in_the_afternoon(
    first: Frame, second: Frame, start: TimeInterval, end: TimeInterval, lower: int, upper: int, offset: int | None
) -> tuple[TimeInterval, ...]:
    """The other reading of "from 3 to 4", where neither a.m. nor p.m. is said."""
    open_hours = first.clock is not None and first.clock.twelve_hour and second.clock is not None
    if not open_hours or not (second.clock and second.clock.twelve_hour) or lower % DAY_SECONDS >= HALF_DAY:
        return ()
    if not (start.alternatives and end.alternatives):
        return ()
    lower, upper = lower + HALF_DAY, upper + HALF_DAY
    text = span_text(lower, upper, offset)
    return (TimeInterval(lower=lower, upper=upper, grain=Grain.MINUTE, text=text, offset=offset),)


def _moved_after(context: Context, second: Frame, end: TimeInterval, lower: int) -> TimeInterval | None:
    """The end of a range moved past its start, where its words leave that open: a year, a week, half a day."""
    if end.lower is None:
        return None
    clock = end.grain in _CLOCK_GRAINS
    if clock and not second.has_date():
        grain = Grain.DAY
    elif second.weekday is not None and second.day is None:
        grain = Grain.WEEK
    elif second.month is not None and second.year is None:
        grain = Grain.YEAR
    elif second.day is not None and second.month is None:
        grain = Grain.MONTH
    else:
        return None
    begin = shift(end.lower, grain, 1)
    if clock and second.clock is not None and second.clock.twelve_hour and end.lower + HALF_DAY > lower:
        begin = end.lower + HALF_DAY
    if begin < lower:
        return None
    if grain in (Grain.YEAR, Grain.MONTH):
        second.year, month, _ = civil(begin // DAY_SECONDS)
        if grain is Grain.MONTH:
            second.month = month
        return resolve(context, second)
    if clock:
        return units.minute(begin, end.grain, end.offset)
    return units.day(begin // DAY_SECONDS) if end.grain is Grain.DAY else None
