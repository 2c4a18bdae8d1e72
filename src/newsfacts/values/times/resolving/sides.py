"""What lies on one side of a time: since, until, by, before or after it."""

from __future__ import annotations

from typing import Final

from newsfacts.errors import UnreadableValue
from newsfacts.immutable import evolve
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, add_months, civil
from newsfacts.values.times.grain import Grain, Mod, shift
from newsfacts.values.times.reading.terms import Side
from newsfacts.values.times.texts import moment_text, span_text
from newsfacts.values.times.times import Tiers, TimeInterval, new_interval, new_tiers

__all__ = ["edge_text", "open_period", "sided"]

_CLOCK_GRAINS: Final = (Grain.SECOND, Grain.MINUTE)


def sided(time: TimeInterval, side: Side) -> TimeInterval:
    """The open period on one side of a time: since, until, by, before or after it; shortly after it is not open."""
    if side in (Side.SINCE, Side.FROM, Side.AS_SOON_AS):
        return _from(time)
    if side in (Side.AFTER, Side.SOON_AFTER):
        found = _after(time)
        return found if side is Side.AFTER else _near(found, time)
    if side in (Side.BEFORE, Side.SHORTLY_BEFORE):
        found = _before(time)
        return found if side is Side.BEFORE else _near(found, time)
    return _until(time) if side in (Side.UNTIL, Side.BY) else time


def _from(time: TimeInterval) -> TimeInterval:
    if time.lower is None:
        raise UnreadableValue(time.text, "a period without a beginning has nothing since it")
    clock = time.grain in _CLOCK_GRAINS
    text = moment_text(time.lower, time.grain, time.offset) if clock else time.text.split("/")[0]
    return open_period(time, time.lower, None, f"{text}/..", Mod.ON_OR_AFTER)


def _after(time: TimeInterval) -> TimeInterval:
    begins = time.grain in _CLOCK_GRAINS or time.mod is Mod.START
    begin = time.lower if begins else time.upper
    if begin is None:
        raise UnreadableValue(time.text, "a period without an end has nothing after it")
    return open_period(time, begin, None, f"{edge_text(begin, time, True)}/..", Mod.AFTER)


def _before(time: TimeInterval) -> TimeInterval:
    ends = time.mod is Mod.END and time.grain not in _CLOCK_GRAINS
    end = time.upper if ends else time.lower
    if end is None:
        raise UnreadableValue(time.text, "a period without a beginning has nothing before it")
    return open_period(time, None, end, f"../{edge_text(end, time, False)}", Mod.BEFORE)


def _until(time: TimeInterval) -> TimeInterval:
    clock = time.grain in _CLOCK_GRAINS
    end = time.lower if clock else time.upper
    if end is None:
        raise UnreadableValue(time.text, "a period without an end is not a deadline")
    if time.mod is Mod.MID and time.lower is not None and time.grain > Grain.DAY:
        middle = (time.lower + end) // 2  # by mid-July is by about the 15th
        end = middle - middle % DAY_SECONDS
    if clock:
        text = moment_text(end, time.grain, time.offset)
    elif time.mod is not None or "/" in time.text:
        text = edge_text(end, time, False)
    else:
        text = time.text
    return open_period(time, None, end, f"../{text}", Mod.ON_OR_BEFORE)


def _near(found: TimeInterval, time: TimeInterval) -> TimeInterval:
    """A period next to a time that is not open: "shortly after 3 p.m.", "just before Christmas"."""
    grain, core, outer = _NEAR.get(time.grain, (Grain.MONTH, 6, 24))
    if found.lower is not None:
        ends = (found.lower, shift(found.lower, grain, core), found.lower, shift(found.lower, grain, outer))
    else:
        assert found.upper is not None
        ends = (shift(found.upper, grain, -core), found.upper, shift(found.upper, grain, -outer), found.upper)
    lower, upper = ends[:2]
    return evolve(
        found,
        lower=lower,
        upper=upper,
        text=span_text(lower, upper, time.offset),
        approximate=True,
        tiers=new_tiers(*ends),
    )


_NEAR: Final = {
    Grain.SECOND: (Grain.MINUTE, 15, 60), Grain.MINUTE: (Grain.MINUTE, 15, 60), Grain.HOUR: (Grain.MINUTE, 60, 180),
    Grain.DAY: (Grain.DAY, 7, 31), Grain.WEEK: (Grain.DAY, 7, 31), Grain.MONTH: (Grain.DAY, 31, 92),
}  # fmt: skip
"""Grain of a time -> how far "shortly after" it reaches, in what unit: the core and the outer tier."""


def open_period(time: TimeInterval, lower: int | None, upper: int | None, text: str, mod: Mod) -> TimeInterval:
    return new_interval(
        lower=lower, upper=upper, grain=time.grain, text=text, offset=time.offset, approximate=time.approximate,
        mod=mod, timex_value=time.timex, weekday=time.weekday, tiers=_reach_of(time, lower, upper),
    )  # fmt: skip


def _reach_of(time: TimeInterval, lower: int | None, upper: int | None) -> Tiers | None:
    """How far "since about 2010" reaches back, and "until about 2010" on: as far as the time itself may."""
    tiers = time.tiers
    if tiers is None or time.mod in _PARTS or time.lower is None or time.upper is None:
        return None
    if tiers.outer_lower is None or tiers.outer_upper is None:
        return None
    before, after = time.lower - tiers.outer_lower, tiers.outer_upper - time.upper
    if lower is not None:
        return new_tiers(lower, upper, lower - (before if lower == time.lower else after), upper)
    assert upper is not None
    return new_tiers(lower, upper, lower, upper + (before if upper == time.lower else after))


_PARTS: Final = (Mod.START, Mod.MID, Mod.END)
"""Parts of a period, whose own end is the bound: "by the end of 2025"."""


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
