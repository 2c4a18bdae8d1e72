"""What is counted within a calendar period: the first Monday in May, the last weeks of 2019, halves and quarters of years."""

from __future__ import annotations

import copy
from collections.abc import Callable

from newsfacts.immutable import evolve
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, civil, day_number
from newsfacts.values.times.grain import Grain, Mod, shift
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.resolving.context import Context, NeedsDate
from newsfacts.values.times.resolving.days import nearest_month, other_year, year_of
from newsfacts.values.times.resolving.periods import decade_of, relative_unit
from newsfacts.values.times.resolving.seasons import part_of_year
from newsfacts.values.times.times import Duration, TimeInterval, new_tiers

__all__ = ["half_of", "nth_of", "quarter_of"]


def nth_of(context: Context, frame: Frame) -> TimeInterval:
    """ "the first Monday in May", "the last week of 2016", "the first nine months of 2021"."""
    return _in_either_year(context, frame, _nth_of)


def _in_either_year(
    context: Context, frame: Frame, resolver: Callable[[Context, Frame], TimeInterval]
) -> TimeInterval:  # fmt: skip
    """What is counted in a month without its year: where even the nearest one is far away, the other is a reading too."""
    found = resolver(context, frame)
    if frame.month is None or not context.dated or year_of(context, frame) is not None:
        return found
    year = other_year(context, frame.month, nearest_month(context, frame.month, frame.direction), frame.direction)
    if year is None:
        return found
    moved = copy.copy(frame)
    moved.year = year
    return evolve(found, alternatives=(*found.alternatives, resolver(context, moved)))


def _nth_of(context: Context, frame: Frame) -> TimeInterval:
    assert frame.nth is not None
    nth, kind, count = frame.nth.number, frame.nth.of, frame.nth.count
    if kind == "weekday" and frame.direction and frame.weekday is not None and frame.month is None:
        last = context.today - (context.today - frame.weekday) % 7
        if frame.direction > 0:
            return units.day(last + 7 * nth)
        return units.day((last if last < context.today else last - 7) - 7 * (nth - 1))
    if kind in (Grain.SECOND, Grain.MINUTE, Grain.HOUR):
        raise context.refuse("hours and minutes of a day are not counted so")
    if kind is Grain.DAY and count == 1 and frame.season is not None and not frame.nth.vague:
        raise context.refuse(
            "seasons begin with a month or with a solstice or an equinox, so that the day is not certain"
        )
    holder = holder_of(context, frame)
    assert holder.lower is not None
    assert holder.upper is not None
    first, after = holder.lower // DAY_SECONDS, holder.upper // DAY_SECONDS
    if kind == "weekday":
        assert frame.weekday is not None
        return units.day(nth_weekday(first, after, frame.weekday, nth), frame.weekday)
    if kind == "weekend":
        saturday = nth_weekday(first, after, 5, nth)
        return evolve(units.days(saturday, saturday + 2), timex_value=f"{units.iso_week(saturday)}-WE")
    assert isinstance(kind, Grain)
    if frame.nth.vague:
        return _some_of(holder, kind, count, nth)
    if kind is Grain.WEEK:
        return _weeks(first, after, nth, count)
    if kind is Grain.QUARTER and holder.grain > Grain.YEAR and count == 1:
        return _years_of(holder, nth - 1 if nth > 0 else 4 + nth, 4)
    return _units(holder.lower, holder.upper, kind, nth, count)


def _weeks(first: int, after: int, nth: int, count: int) -> TimeInterval:
    """A week belongs to the period that has its Thursday, as in ISO 8601."""
    if count > 1:  # "the last two weeks of August" are 14 days
        begin, end = (first, first + 7 * count) if nth > 0 else (after - 7 * count, after)
        return units.days(begin, end, Grain.WEEK)
    monday = nth_weekday(first, after, 3, nth) - 3
    begin = first + 7 * (nth - 1) if nth > 0 else after + 7 * nth
    reach = new_tiers(*_seconds(monday, monday + 7), *_seconds(min(begin, monday), max(begin, monday) + 7))
    return evolve(units.week(monday), tiers=reach)  # as people count, it can be the seven days as well


def _seconds(first: int, after: int) -> tuple[int, int]:
    return first * DAY_SECONDS, after * DAY_SECONDS


def _units(lower: int, upper: int, grain: Grain, nth: int, count: int) -> TimeInterval:
    """Days, months, quarters or years counted from the beginning of a period, or from its end if `nth` is negative."""
    if nth > 0:
        begin = shift(lower, grain, nth - 1)
        end = shift(begin, grain, count)
    else:
        end = shift(upper, grain, nth + 1)
        begin = shift(end, grain, -count)
    if count == 1 and grain in (Grain.DAY, Grain.MONTH, Grain.QUARTER, Grain.YEAR):
        return units.containing(begin // DAY_SECONDS, grain)
    window = Duration.of(grain, count)
    days = units.days(begin // DAY_SECONDS, end // DAY_SECONDS, grain)
    return evolve(days, window=window, timex_value=window.iso)


def _some_of(holder: TimeInterval, kind: Grain, count: int, nth: int) -> TimeInterval:
    """ "the last weeks of 2019": so many of a unit at an end of a period; at least one, and hardly twice as many."""
    lower, upper = holder.lower, holder.upper
    assert lower is not None
    assert upper is not None
    if nth > 0:
        upper, far, mod = min(shift(lower, kind, count), upper), min(shift(lower, kind, 2 * count), upper), Mod.START
        tiers = new_tiers(lower, upper, lower, far)
    else:
        lower, far, mod = max(shift(upper, kind, -count), lower), max(shift(upper, kind, -2 * count), lower), Mod.END
        tiers = new_tiers(lower, upper, far, upper)
    ends = units.days(lower // DAY_SECONDS, upper // DAY_SECONDS, kind)
    return evolve(ends, approximate=True, tiers=tiers, mod=mod, timex_value=holder.timex)


def holder_of(context: Context, frame: Frame) -> TimeInterval:
    """The period in which an ordinal counts."""
    year = year_of(context, frame)
    if frame.month is not None:
        return units.month(
            year if year is not None else nearest_month(context, frame.month, frame.direction), frame.month
        )
    if frame.quarter is not None or frame.season is not None or (frame.half is not None and frame.nth is not None):
        return part_of_year(context, frame, without_half=frame.nth is None)
    if year is not None:
        return units.year(year)
    if frame.decade is not None:
        return decade_of(context, frame)
    if frame.century is not None:
        return units.century(frame.century * frame.era, context.options.century_from_one)
    if frame.unit is not None and frame.unit.grain is not Grain.YEAR:
        saved, frame.weekday = frame.weekday, None
        try:
            return relative_unit(context, frame)
        finally:
            frame.weekday = saved
    nth = frame.nth
    if nth is not None and nth.of is Grain.MONTH and nth.number == 1 and nth.count > 1:
        now_year, now_month, _ = civil(context.today)
        return units.year(now_year if now_month >= nth.count // 2 else now_year - 1)
    raise NeedsDate("XXXX-XX-XX", "the period in which it is counted")


def half_of(context: Context, frame: Frame) -> TimeInterval:
    """ "the first half of 2021", "the second half of the 1990s", "the latter half of June"."""
    return _in_either_year(context, frame, _half_of)


def _half_of(context: Context, frame: Frame) -> TimeInterval:
    half = frame.half
    assert half is not None
    if frame.decade is None and frame.century is None and frame.month is None and frame.quarter is None:
        unit = frame.unit
        if frame.season is None and (unit is None or unit.grain in (Grain.YEAR, Grain.HALF)):
            return part_of_year(context, frame)
    holder = holder_of(context, frame)
    if holder.lower is None or holder.upper is None or holder.grain < Grain.WEEK:
        raise context.refuse("half of it is not a period of days")
    first, after = holder.lower // DAY_SECONDS, holder.upper // DAY_SECONDS
    middle = _middle(first, after, holder.grain)
    begin, end = (first, middle) if half == 1 else (middle, after)
    return evolve(units.days(begin, end, holder.grain), mod=Mod.START if half == 1 else Mod.END)


def quarter_of(context: Context, frame: Frame) -> TimeInterval:
    """ "the third quarter of 2021", "the first quarter of the century"."""
    quarter = frame.quarter
    assert quarter is not None
    unit = frame.unit
    long = frame.decade is not None or frame.century is not None or (unit is not None and unit.grain > Grain.YEAR)
    if not long:
        if unit is not None and unit.grain is not Grain.YEAR and unit.grain is not Grain.QUARTER:
            raise context.refuse("its parts do not make one date")
        return part_of_year(context, frame)
    frame.forget("quarter")
    return _years_of(holder_of(context, frame), quarter - 1, 4)


def _years_of(holder: TimeInterval, part: int, parts: int) -> TimeInterval:
    """One of some equal parts of a decade or a century, in whole years."""
    assert holder.lower is not None
    assert holder.upper is not None
    first, after = civil(holder.lower // DAY_SECONDS)[0], civil(holder.upper // DAY_SECONDS)[0]
    begin, end = first + (after - first) * part // parts, first + (after - first) * (part + 1) // parts
    return units.days(day_number(begin, 1, 1), day_number(end, 1, 1), Grain.YEAR)


def _middle(first: int, after: int, grain: Grain) -> int:
    """The day on which the second half of a period begins; a whole month or year where the period has so many."""
    year = civil(first)[0]
    if grain in (Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM):
        return day_number(year + (civil(after)[0] - year) // 2, 1, 1)
    if grain is Grain.MONTH:
        return first + 15
    return first + (after - first) // 2


def nth_weekday(first: int, after: int, weekday: int, nth: int) -> int:
    """The nth such weekday of the days from `first` to before `after`, from their end if negative."""
    if nth > 0:
        return first + (weekday - first) % 7 + 7 * (nth - 1)
    last = after - 1
    return last - (last - weekday) % 7 + 7 * (nth + 1)
