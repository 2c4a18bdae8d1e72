"""Ranges and pairs of times: which end comes first, and how an end that leaves its year open moves past the start."""

from __future__ import annotations

import copy
from typing import Final, NamedTuple

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.immutable import evolve
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, civil
from newsfacts.values.times.grain import Grain, shift
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.resolving.context import Context
from newsfacts.values.times.resolving.days import FAR_AWAY
from newsfacts.values.times.resolving.parts import HALF_DAY
from newsfacts.values.times.resolving.resolve import resolve
from newsfacts.values.times.texts import span_text
from newsfacts.values.times.times import TimeInterval, new_interval

__all__ = ["list_of", "range_of"]

_WEEKDAYS: Final = frozenset({"weekday", "article"})
_CLOCK_GRAINS: Final = (Grain.SECOND, Grain.MINUTE)
_YEARLY: Final = frozenset({"month", "season", "quarter", "half", "holiday"})


def list_of(context: Context, frames: tuple[Frame, ...], *, one_of: bool) -> TimeInterval:
    """Times joined by "and" or "or": an EDTF set of all, or one of them."""
    word = "or" if one_of else "and"
    times = _one_after_another(context, frames, word)
    lower, upper = min(time.lower or 0 for time in times), max(time.upper or 0 for time in times)
    plain = all(mark not in time.text for time in times for mark in ("/", "{", "["))
    if (one_of or len(times) > 2) and not plain:
        raise context.refuse(f"only plain days and periods can be joined by {word}")
    opening, closing = "[]" if one_of else "{}"
    text = f"{opening}{','.join(time.text for time in times)}{closing}" if plain else span_text(lower, upper)
    return new_interval(
        lower=lower, upper=upper, grain=min(time.grain for time in times), text=text,
        members=tuple(times) if plain else (), one_of=one_of, approximate=any(time.approximate for time in times),
    )  # fmt: skip


def _one_after_another(context: Context, frames: tuple[Frame, ...], word: str) -> list[TimeInterval]:
    """The times of frames, each after the one before it where its own words leave that open."""
    times: list[TimeInterval] = []
    for frame in frames:
        before = times[-1] if times else None
        time = resolve(context if before is None else _after(context, frame, before), frame)
        if time.lower is None or time.upper is None or "T" in time.text:
            raise context.refuse(f"only days and longer periods can be joined by {word}")
        if before is not None and before.lower is not None and time.lower < before.lower:
            time = _moved_after(context, frame, time, before.lower) or time
        times.append(time)
    return times


def range_of(context: Context, first: Frame, second: Frame) -> TimeInterval:
    """The period from the beginning of one time to the end of another; a clock time at its end is not part of it."""
    if first.day_steps == -1 and first.weekday is not None and context.dated and not context.direction:
        tonight = (first.weekday - context.today) % 7 == 1  # "overnight into Friday", on a Thursday
        context = context.looking(1) if tonight else context
    up_to_now = second.now or (second.day_offset is not None and second.day_offset <= 0)
    looking = context.looking(-1) if up_to_now and not context.direction else context
    start = resolve(looking, first)
    end = resolve(_after(context, second, start) if second.anaphoric else context, second)
    if context.dated and not context.direction:
        if first.year is None and second.year is None and _is_yearly(first) and _is_yearly(second):
            return _nearest_range(context, first, second, _joined(context, first, second, start, end))
        if first.weekday is not None and first.day is None and first.direction is None and first.unit is None:
            start = _coming_weekday(context, start, end)
    if first.weekday is not None and first.said() <= _WEEKDAYS and second.said() <= _WEEKDAYS and start == end:
        assert start.lower is not None
        end = units.day(start.lower // DAY_SECONDS + 7, start.weekday)  # "from Saturday to Saturday"
    return _joined(context, first, second, start, end)


def _nearest_range(context: Context, first: Frame, second: Frame, found: TimeInterval) -> TimeInterval:
    """Of a range without a year that publication does not lie in: the one nearest to publication."""
    today = context.today * DAY_SECONDS
    if found.lower is None or found.upper is None or found.lower <= today < found.upper:
        return found
    step = -1 if found.lower > today else 1
    ends = []
    for frame, edge in ((first, found.lower), (second, found.upper - 1)):
        moved = copy.copy(frame)
        moved.year = civil(shift(edge, Grain.YEAR, step) // DAY_SECONDS)[0]
        ends.append(moved)
    try:
        other = _joined(context, ends[0], ends[1], resolve(context, ends[0]), resolve(context, ends[1]))
    except UnreadableValue:
        return found  # 29 February
    assert other.lower is not None
    assert other.upper is not None
    near = found.lower - today if step < 0 else today - found.upper
    far = today - other.upper if step < 0 else other.lower - today
    chosen, less_likely = (found, other) if near <= far else (other, found)
    is_far = min(near, far) > FAR_AWAY * DAY_SECONDS and not chosen.alternatives
    return evolve(chosen, alternatives=(less_likely,)) if is_far else chosen


def _coming_weekday(context: Context, start: TimeInterval, end: TimeInterval) -> TimeInterval:
    """ "between Monday and March 14", said on a Sunday before it: the nearest Monday, which is the next day."""
    if start.lower is None or end.lower is None or end.lower < (context.today + 7) * DAY_SECONDS:
        return start
    day = start.lower // DAY_SECONDS
    return units.day(day + 7, start.weekday) if start.grain is Grain.DAY and context.today - day > 3 else start


class _Edges(NamedTuple):
    """From where to where a range reaches, and its last time, which may have been moved past the first."""

    lower: int
    upper: int
    last: TimeInterval


def _joined(context: Context, first: Frame, second: Frame, start: TimeInterval, end: TimeInterval) -> TimeInterval:
    """The period from one end to the other."""
    lower, upper, end = _edges(context, first, second, start, end)
    if start.offset is not None and end.offset is not None and start.offset != end.offset:
        raise context.refuse("its two ends are in different time zones")
    offset = end.offset if end.offset is not None else start.offset
    to_the_minute = context.clock is not None and (first.now or second.now)
    dates = "T" not in start.text + end.text and not to_the_minute
    text = f"{start.text.split('/')[0]}/{_end_text(end, lower, upper)}" if dates else span_text(lower, upper, offset)
    grain = start.grain if start.grain is end.grain else min(start.grain, end.grain)
    return new_interval(
        lower=lower, upper=upper, grain=grain, text=text, offset=None if dates else offset,
        approximate=start.approximate or end.approximate,
        alternatives=() if dates else _in_the_afternoon(first, second, start, end, lower, upper, offset),
    )  # fmt: skip


def _end_text(end: TimeInterval, lower: int, upper: int) -> str:
    """How the end is written. In EDTF a period does not end in a unit that begins before it: "from May 5 to the end of 2016"."""
    if end.lower is None or end.lower >= lower:
        return end.text.split("/")[-1]
    return units.day((upper - 1) // DAY_SECONDS).text + ("~" if end.approximate else "")


def _edges(context: Context, first: Frame, second: Frame, start: TimeInterval, end: TimeInterval) -> _Edges:
    """The edges of a range: "now" is the moment of publication if it is known, and a clock time at its end is not part of it."""
    if start.lower is None or end.lower is None or end.upper is None:
        raise context.refuse("a range needs two dates, and one of its ends is a period without end")
    clock_end = end.grain in _CLOCK_GRAINS
    lower, upper = start.lower, end.lower if clock_end else end.upper
    if clock_end and start.grain in _CLOCK_GRAINS and upper < lower < upper + DAY_SECONDS:
        upper += DAY_SECONDS
    if context.clock is not None:
        lower = context.now() if first.now else lower
        upper = context.now() if second.now else upper
    if upper > lower:
        return _Edges(lower, upper, end)
    moved = _moved_after(context, second, end, lower)
    if moved is None or moved.lower is None or moved.upper is None:
        reason = f"its end, {end.text}, is before its start, {start.text}"
        raise context.refuse(reason, UnreadableKind.REVERSED)
    return _Edges(lower, moved.lower if clock_end else moved.upper, moved)


def _after(context: Context, second: Frame, first: TimeInterval) -> Context:
    """ "from Monday to two days later": the second time counts from the first."""
    if not second.anaphoric or first.lower is None:
        return context
    return context.after(first)


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
    return (new_interval(lower=lower, upper=upper, grain=Grain.MINUTE, text=text, offset=offset),)


def _is_yearly(frame: Frame) -> bool:
    """Whether a frame names what there is once in a year: May 5, summer, the third quarter, Christmas."""
    return frame.unit is None and not _YEARLY.isdisjoint(frame.said())


def _moved_after(context: Context, second: Frame, end: TimeInterval, lower: int) -> TimeInterval | None:
    """The end of a range moved past its start, where its words leave that open: a year, a week, half a day."""
    if end.lower is None:
        return None
    clock = end.grain in _CLOCK_GRAINS
    grain = _open_unit(second, clock)
    if grain is None:
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
    if end.grain is Grain.HOUR and end.upper is not None:
        upper = shift(end.upper, grain, 1)
        return evolve(end, lower=begin, upper=upper, text=span_text(begin, upper), tiers=None, timex_value=None)
    return units.day(begin // DAY_SECONDS) if end.grain is Grain.DAY else None


def _open_unit(frame: Frame, clock: bool) -> Grain | None:
    """By what the time of a frame may be moved, since its words leave that open; None where they do not."""
    if clock and not frame.has_date():
        return Grain.DAY
    if frame.weekday is not None and frame.day is None:
        return Grain.WEEK
    if frame.year is None and _is_yearly(frame):
        return Grain.YEAR
    return Grain.MONTH if frame.day is not None and frame.month is None else None
