"""Phrases that count from a time named before them: "that day", "the following month", "two weeks later", "at the time"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, civil
from newsfacts.values.times.grain import Grain, shift
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.resolving.context import Context, NeedsDate
from newsfacts.values.times.texts import span_text
from newsfacts.values.times.times import Anaphora, Duration, TimeInterval, new_interval

__all__ = ["antecedent_of", "then_of"]

_CLOCK_GRAINS: Final = (Grain.SECOND, Grain.MINUTE, Grain.HOUR)
_TIMEX: Final = {
    Grain.WEEK: "XXXX-WXX", Grain.MONTH: "XXXX-XX", Grain.QUARTER: "XXXX-QX", Grain.HALF: "XXXX-HX", Grain.YEAR: "XXXX",
    Grain.SEASON: "XXXX", Grain.DECADE: "XXXX", Grain.CENTURY: "XXXX",
}  # fmt: skip
NEEDS: Final = "the date that it refers to"


def antecedent_of(context: Context, frame: Frame) -> TimeInterval:
    """The time that a frame counts from. Raises `NeedsDate` where it is not known, or too long to count from."""
    anaphora = _anaphora(frame)
    timex = "XXXX-XX-XX" if anaphora.unit is None else _TIMEX.get(anaphora.unit, "XXXX-XX-XX")
    found = context.antecedent
    if found is None:
        raise NeedsDate(timex, NEEDS, anaphora)
    if anaphora.unit is None:
        return found
    if anaphora.unit in _CLOCK_GRAINS and found.grain not in _CLOCK_GRAINS:
        raise NeedsDate(timex, f"the time of day that it refers to; {found} is a day or longer", anaphora)
    if not _is_within_one(found, anaphora.unit):
        raise NeedsDate(timex, f"the {anaphora.unit} that it refers to; {found} is longer", anaphora)
    return found


def then_of(context: Context, frame: Frame, antecedent: TimeInterval) -> TimeInterval:
    """ "at the time", "the same period last year"."""
    others = frame.said() - _BESIDE_THEN
    if not others:
        return antecedent
    year_before = frame.year_ago is not None or (
        frame.unit is not None and frame.unit.grain is Grain.YEAR and frame.unit.offset == -1
    )
    if others - {"year_ago", "unit"} or not year_before or antecedent.lower is None or antecedent.upper is None:
        raise NeedsDate("XXXX-XX-XX", NEEDS, Anaphora(None))
    lower, upper = (shift(end, Grain.YEAR, -1) for end in (antecedent.lower, antecedent.upper))
    if antecedent.grain is Grain.MONTH:
        return units.month(*civil(lower // DAY_SECONDS)[:2])
    if antecedent.grain is Grain.YEAR:
        return units.year(civil(lower // DAY_SECONDS)[0])
    return new_interval(lower=lower, upper=upper, grain=antecedent.grain, text=span_text(lower, upper))


_BESIDE_THEN: Final = frozenset({"then", "article", "approximate", "anaphoric"})


def _anaphora(frame: Frame) -> Anaphora:
    """How a frame counts: in what unit, and how many of them away."""
    if frame.then:
        return Anaphora(None)
    if frame.shift is not None:
        grain, length = frame.shift.grain, frame.shift.duration
        number = Fraction(length.seconds) / _seconds_of(grain)
        months = length.years * 12 + length.months
        if number.denominator != 1 and grain > Grain.MONTH and months and months.denominator == 1:
            grain, number = Grain.MONTH, Fraction(months)  # "a year and a half later"
        return Anaphora(grain, frame.shift.sign * int(number))
    if frame.year_ago is not None:
        return Anaphora(frame.year_ago, -_IN_A_YEAR.get(frame.year_ago, 1))
    if frame.window is not None:
        return Anaphora(frame.window.length.grain, -1 if frame.window.sign < 0 else 1)
    if frame.unit is not None:
        return Anaphora(frame.unit.grain, frame.unit.offset)
    if frame.weekend is not None:
        return Anaphora(Grain.WEEK, frame.weekend if abs(frame.weekend) <= 2 else 0)
    if frame.weekday is not None:
        return Anaphora(Grain.WEEK if not frame.direction else Grain.DAY, frame.direction or 0)
    if frame.day_offset is not None or frame.daytime is not None or frame.clock is not None:
        return Anaphora(Grain.DAY, frame.day_offset or 0)
    return Anaphora(Grain.YEAR, frame.direction or 0)


def _seconds_of(grain: Grain) -> int:
    return int(Duration.of(grain, 1).seconds)


_IN_A_YEAR: Final = {Grain.HALF: 2, Grain.QUARTER: 4, Grain.MONTH: 12, Grain.WEEK: 52}


def _is_within_one(time: TimeInterval, unit: Grain) -> bool:
    """Whether a time has both ends, in the same unit of the calendar."""
    if time.lower is None or time.upper is None:
        return False
    return _number_of(time.lower // DAY_SECONDS, unit) == _number_of((time.upper - 1) // DAY_SECONDS, unit)


def _number_of(day: int, unit: Grain) -> tuple[int, ...]:
    year, month, _ = civil(day)
    if unit is Grain.WEEK:
        return (day // 7,)
    if unit is Grain.MONTH:
        return (year, month)
    if unit in (Grain.QUARTER, Grain.SEASON):
        return (year, (month - 1) // 3)
    if unit is Grain.HALF:
        return (year, (month - 1) // 6)
    if unit in _YEARS:
        return (year // _YEARS[unit],)
    return (day,)


_YEARS: Final = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}
