"""How exact a time so long away is: two days ago is a day, a month ago a month, give or take half of one."""

from __future__ import annotations

from typing import Final

from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, civil
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.reading.frame import Shift
from newsfacts.values.times.reading.terms import Hedge
from newsfacts.values.times.resolving.inexact import tilde
from newsfacts.values.times.times import TimeInterval

__all__ = ["HALF_OF", "LONG", "away", "beside", "has_part", "rounded"]

_LARGE: Final = (
    Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.HALF, Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM,
)  # fmt: skip
_YEARS: Final = (Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)


def beside(anchor: TimeInterval, number: int, grain: Grain) -> TimeInterval:
    """So long before or after a time: in the grain of that time, or of the unit where that is coarser."""
    if anchor.grain in (Grain.MINUTE, Grain.SECOND) and anchor.lower is not None:
        return units.minute(number * DAY_SECONDS + anchor.lower % DAY_SECONDS, anchor.grain, anchor.offset)
    if anchor.grain is Grain.YEAR and grain in _YEARS:
        return units.year(civil(number)[0])
    if anchor.grain is Grain.MONTH and grain in _LARGE:
        return units.month(*civil(number)[:2])
    return units.day(number)


def away(number: int, grain: Grain, sign: int, with_part: bool = False) -> TimeInterval:
    """In the grain of the unit: a month ago is a month, give or take half of one; two days ago is that day. What
    lies ahead ("in two months") is counted to the day, and is as inexact."""
    year, month, _ = civil(number)
    if grain is Grain.DAY:
        return units.day(number)
    if with_part and grain in _PARTS_AWAY:
        core, outer = _PARTS_AWAY[grain]
        return tilde(units.month(year, month) if grain is Grain.YEAR else units.year(year), core, outer)
    if grain in LONG:
        core, outer = LONG[grain]
        return tilde(units.day(number) if sign > 0 else units.year(year), core, outer)
    if sign > 0:
        slack = HALF_OF.get(grain, 182)
        return tilde(units.day(number), slack, slack)
    if grain is Grain.WEEK:
        return tilde(units.day(number), 3, 3)
    if grain in (Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.SEASON):
        return tilde(units.month(year, month), 15, 31)
    return tilde(units.year(year), 182, 365)


HALF_OF: Final = {Grain.WEEK: 3, Grain.MONTH: 15, Grain.QUARTER: 45}
"""Unit -> half of it in days; it is half a year where the unit is longer."""
LONG: Final = {Grain.DECADE: (730, 1826), Grain.CENTURY: (3652, 9131), Grain.MILLENNIUM: (36524, 91310)}
"""Unit -> by how many days it may be off: a fifth and half of a decade, a tenth and a quarter of what is longer."""


def rounded(found: TimeInterval, shift: Shift) -> TimeInterval:
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


def has_part(shift: Shift) -> bool:
    """Whether a length is a whole number of its unit and a part of one: half a century, a year and a half."""
    if shift.grain not in _PARTS_AWAY:
        return False
    months = shift.duration.years * 12 + shift.duration.months
    return months % (12 * _IN_YEARS[shift.grain]) != 0


_IN_YEARS: Final = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}


_PARTS_AWAY: Final = {Grain.YEAR: (61, 183), Grain.DECADE: (730, 1460), Grain.CENTURY: (1826, 3652)}
"""Unit -> how many days half of it may be off, in the core and the outer tier."""
