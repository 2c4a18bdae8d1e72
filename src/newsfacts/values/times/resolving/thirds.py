"""The early, middle and late part of a period: thirds of it, in whole days, months or years, with how far they reach."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from newsfacts.immutable import evolve
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, civil, day_number, year_text
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.resolving.context import Context
from newsfacts.values.times.texts import span_text
from newsfacts.values.times.times import TimeInterval, new_interval, new_tiers

__all__ = ["part_of"]

_THIRDS: Final = {Mod.START: 0, Mod.MID: 1, Mod.END: 2}
_MIDDLE_OF_CENTURY: Final = (40, 61)
"""The mid-19th century is 1840 to 1860: narrower than a third."""


class _Part(NamedTuple):
    """The days of a part, its text, and by how many days it may be meant wider."""

    begin: int
    end: int
    text: str
    slack: int


def part_of(context: Context, found: TimeInterval, part: Mod) -> TimeInterval:
    """The early (START), middle (MID) or late (END) part of a period."""
    if found.lower is None or found.upper is None:
        raise context.refuse("a period without both ends has no beginning, middle or end")
    if found.grain is Grain.DAY:
        return _part_of_day(found.lower, found, part)
    if found.grain < Grain.DAY:
        return evolve(found, mod=part)
    first, after = found.lower // DAY_SECONDS, found.upper // DAY_SECONDS
    begin, end, text, slack = _PARTS.get(found.grain, _of_days)(first, after, _THIRDS[part], found.text)
    lower, upper, reach = begin * DAY_SECONDS, end * DAY_SECONDS, slack * DAY_SECONDS
    return new_interval(
        lower=lower, upper=upper, grain=found.grain, text=text, approximate=True, mod=part, timex_value=found.timex,
        tiers=new_tiers(lower, upper, lower - reach, upper + reach), alternatives=found.alternatives,
    )  # fmt: skip


def _part_of_day(midnight: int, found: TimeInterval, part: Mod) -> TimeInterval:
    first, after = {Mod.START: (0, 9), Mod.MID: (11, 14), Mod.END: (17, 24)}[part]
    lower, upper = midnight + first * 3600, midnight + after * 3600
    return new_interval(
        lower=lower, upper=upper, grain=Grain.HOUR, text=span_text(lower, upper), mod=part, timex_value=found.timex,
        approximate=True, alternatives=(found,), weekday=found.weekday,
    )  # fmt: skip


def _of_month(first: int, after: int, third: int, text: str) -> _Part:
    bounds = (first, first + 10, first + 20, after)
    return _days(bounds[third], bounds[third + 1], 5)


def _of_week(first: int, after: int, third: int, text: str) -> _Part:
    begin, end = ((first, first + 3), (first + 2, first + 4), (first + 4, after))[third]
    return _days(begin, end, 1)


def _of_days(first: int, after: int, third: int, text: str) -> _Part:
    """A quarter, a season, a half."""
    size = (after - first) // 3
    return _days(first + size * third, after if third == 2 else first + size * (third + 1), 15)


def _days(begin: int, end: int, slack: int) -> _Part:
    return _Part(begin, end, f"{units.day(begin).text}~/{units.day(end - 1).text}~", slack)


def _of_year(first: int, after: int, third: int, text: str) -> _Part:
    year = civil(first)[0]
    begin = day_number(year, 4 * third + 1, 1)
    end = day_number(year + 1, 1, 1) if third == 2 else day_number(year, 4 * third + 5, 1)
    return _Part(begin, end, f"{text}-{37 + third}", 31)


def _of_decade(first: int, after: int, third: int, text: str) -> _Part:
    """Decades "early" and "mid" overlap in one year, as people use them."""
    year = civil(first)[0] + (0, 3, 6)[third]
    return _years(year, year + 4, 365)


def _of_century(first: int, after: int, third: int, text: str) -> _Part:
    year, last = civil(first)[0], civil(after - 1)[0]
    if third == 1 and last - year == 99:
        begin, end = _MIDDLE_OF_CENTURY
        return _years(year - year % 100 + begin, year - year % 100 + end, 3650)
    step = (last - year + 1) // 3
    begin = year + step * third
    return _years(begin, last + 1 if third == 2 else begin + step, 3650)


def _years(begin: int, end: int, slack: int) -> _Part:
    text = f"{year_text(begin)}~/{year_text(end - 1)}~"
    return _Part(day_number(begin, 1, 1), day_number(end, 1, 1), text, slack)


_PARTS: Final[dict[Grain, Callable[[int, int, int, str], _Part]]] = {
    Grain.WEEK: _of_week, Grain.MONTH: _of_month, Grain.YEAR: _of_year, Grain.DECADE: _of_decade,
    Grain.CENTURY: _of_century, Grain.MILLENNIUM: _of_century,
}  # fmt: skip
