"""What lies on one side of a time: since, until, by, before or after it."""

from __future__ import annotations

from typing import Final

from newsfacts.errors import UnreadableValue
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, add_months, civil
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.reading.terms import Side
from newsfacts.values.times.texts import moment_text
from newsfacts.values.times.times import TimeInterval

__all__ = ["edge_text", "open_period", "sided"]

_CLOCK_GRAINS: Final = (Grain.SECOND, Grain.MINUTE)


def sided(time: TimeInterval, side: Side) -> TimeInterval:
    """The open period on one side of a time: since, until, by, before or after it."""
    lower, upper = time.lower, time.upper
    clock = time.grain in _CLOCK_GRAINS
    part = time.mod
    timex = time.timex
    if side in (Side.SINCE, Side.FROM):
        if lower is None:
            raise UnreadableValue(time.text, "a period without a beginning has nothing since it")
        text = f"{moment_text(lower, time.grain, time.offset) if clock else time.text.split('/')[0]}/.."
        return open_period(time, lower, None, text, Mod.ON_OR_AFTER, timex)
    if side is Side.AFTER:
        begin = lower if clock else upper
        if part is Mod.START and not clock:
            begin = lower
        if begin is None:
            raise UnreadableValue(time.text, "a period without an end has nothing after it")
        return open_period(time, begin, None, f"{edge_text(begin, time, True)}/..", Mod.AFTER, timex)
    if side is Side.BEFORE:
        end = upper if part is Mod.END and not clock else lower
        if end is None:
            raise UnreadableValue(time.text, "a period without a beginning has nothing before it")
        return open_period(time, None, end, f"../{edge_text(end, time, False)}", Mod.BEFORE, timex)
    end = lower if clock else upper
    if end is None:
        raise UnreadableValue(time.text, "a period without an end is no deadline")
    if clock:
        text = moment_text(end, time.grain, time.offset)
    elif part is not None or "/" in time.text:
        text = edge_text(end, time, False)
    else:
        text = time.text
    return open_period(time, None, end, f"../{text}", Mod.ON_OR_BEFORE, timex)


def open_period(
    time: TimeInterval, lower: int | None, upper: int | None, text: str, mod: Mod, timex: str
) -> TimeInterval:
    return TimeInterval(
        lower=lower, upper=upper, grain=time.grain, text=text, offset=time.offset, approximate=time.approximate,
        mod=mod, timex_value=timex, weekday=time.weekday,
    )  # fmt: skip


def edge_text(second: int, time: TimeInterval, following: bool) -> str:
    """The unit that begins at a moment (`following`), or that ends there, in the grain of `time` where it fits."""
    if second % DAY_SECONDS or time.grain in _CLOCK_GRAINS:
        return moment_text(second, Grain.MINUTE, time.offset)
    first = second // DAY_SECONDS
    year, month, day = civil(first)
    if time.grain is Grain.YEAR and (month, day) == (1, 1):
        return units.year(year if following else year - 1).text
    if time.grain is Grain.MONTH and day == 1:
        return units.month(*((year, month) if following else add_months(year, month, -1))).text
    return units.day(first if following else first - 1).text
