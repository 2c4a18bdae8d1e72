"""Calendar periods: this, last and next week, month and year; decades, weekends, the first Monday in May."""

from __future__ import annotations

from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.immutable import evolve
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, add_months, civil, day_number, iso_week_start, month_length
from newsfacts.values.times.grain import Grain, Mod, shift
from newsfacts.values.times.reading.frame import Frame, Unit
from newsfacts.values.times.reading.terms import Narrowing
from newsfacts.values.times.resolving.context import Context, NeedsDate
from newsfacts.values.times.resolving.days import nearest_month, weekday_of, year_of
from newsfacts.values.times.resolving.inexact import with_reach
from newsfacts.values.times.resolving.seasons import part_of_year
from newsfacts.values.times.texts import span_text
from newsfacts.values.times.times import TimeInterval, new_interval, new_tiers

__all__ = [
    "decade_of",
    "last_day_of",
    "relative_unit",
    "week_number",
    "weekend_of",
    "year_ago",
]


def year_ago(context: Context, frame: Frame) -> TimeInterval:
    year, month, _ = civil(context.today)
    if frame.quarter is not None:
        return units.quarter(year - 1, frame.quarter)
    if frame.year_ago is Grain.QUARTER:  # compared with the last completed one
        year, month = add_months(year, 3 * ((month - 1) // 3) + 1, -15)
        return units.quarter(year, (month + 2) // 3)
    if frame.month is not None:
        return units.month(year - 1, frame.month)
    if frame.year_ago is Grain.MONTH:
        return units.month(year - 1, month)
    if frame.year_ago is Grain.HALF:
        return units.half(year - 1, (month + 5) // 6)
    if frame.weekday is not None:
        day = context.today - 364
        return units.day(day - (day - frame.weekday) % 7)
    found = units.year(year - 1)
    ago = units.month(year - 1, month)
    return evolve(found, approximate=True, alternatives=(ago,))


def decade_of(context: Context, frame: Frame) -> TimeInterval:
    decade = frame.decade
    assert decade is not None
    if decade.full:
        first = decade.year
    elif not context.dated:
        first = decade.year + (2000 if decade.year < 30 else 1900)
    else:
        limit = civil(context.today)[0]
        first = limit - (limit - decade.year) % 100
        first -= first % 10
    if not decade.full and context.dated and first + 9 >= civil(context.today)[0]:
        return evolve(units.decade(first), alternatives=(units.decade(first - 100),))
    if decade.full and first % 100 == 0 and 100 <= first < 2000:  # "the 1800s" are a century
        century = units.century(first // 100 + 1, from_one=False)
        return evolve(century, alternatives=(units.decade(first),))
    return units.decade(first)


def relative_unit(context: Context, frame: Frame) -> TimeInterval:
    """This, last or next week, month, quarter, and a day or weekday within it."""
    unit = frame.unit
    assert unit is not None
    grain, offset = unit.grain, unit.offset
    if not context.dated:
        raise NeedsDate(
            {Grain.WEEK: "XXXX-WXX", Grain.MONTH: "XXXX-XX", Grain.QUARTER: "XXXX-QX"}.get(grain, "XXXX-XX-XX")
        )
    if grain is Grain.WEEK:
        return _week(context, frame, unit)
    if grain is Grain.MONTH:
        return _month(context, frame, offset)
    if unit.bare and grain in (Grain.QUARTER, Grain.HALF) and context.direction <= 0 and frame.narrowing is None:
        offset = -1  # companies speak of the last completed one
    year, month, _ = civil(context.today)
    if grain is Grain.QUARTER:
        year, month = add_months(year, 3 * ((month - 1) // 3) + 1, 3 * offset)
        return units.quarter(year, (month + 2) // 3)
    if grain is Grain.HALF:
        year, month = add_months(year, 6 * ((month - 1) // 6) + 1, 6 * offset)
        return units.half(year, (month + 5) // 6)
    if grain is Grain.SEASON:
        raise NeedsDate("XXXX", "the calendar of that season")
    if grain > Grain.YEAR:
        return _years(context, grain, year, offset)
    if grain is Grain.DAY:
        return units.day(context.today + offset)
    if context.clock is None:
        raise NeedsDate("XXXX-XX-XXTXX", "the time of publication")
    begin, size = context.now(), shift(0, grain, 1)
    begin -= begin % size
    return moments(begin + size * offset, begin + size * (offset + 1), grain)


def _week(context: Context, frame: Frame, unit: Unit) -> TimeInterval:
    """This, last or next week, its working days, or a weekday in it."""
    first = context.options.first_weekday
    monday = context.today - (context.today - first) % 7 + 7 * unit.offset
    if frame.weekday is not None:
        return units.day(monday + (frame.weekday - first) % 7, frame.weekday)
    if not unit.offset and context.today == monday + 6 and not unit.working:
        following = units.week(monday + 7, first)
        if _looks_past_today(context, frame):  # on its last day, "later this week" is the next
            return evolve(following, alternatives=(units.week(monday, first),))
        return evolve(units.week(monday, first), alternatives=(following,))
    if unit.working:
        return units.days(monday - monday % 7, monday - monday % 7 + 5, Grain.WEEK)
    return units.week(monday, first)


def _month(context: Context, frame: Frame, offset: int) -> TimeInterval:
    """This, last or next month, or a day of it."""
    year, month, _ = civil(context.today)
    year, month = add_months(year, month, offset)
    if frame.day is not None:
        if frame.day > month_length(year, month):
            raise context.refuse(f"that month has no day {frame.day}", UnreadableKind.IMPOSSIBLE)
        return units.day(day_number(year, month, frame.day))
    return weekday_of(context, frame) if frame.weekday is not None else units.month(year, month)


def _years(context: Context, grain: Grain, year: int, offset: int) -> TimeInterval:
    """A decade, a century or a millennium."""
    if grain is Grain.DECADE:
        return units.decade(year - year % 10 + 10 * offset)
    if grain is Grain.CENTURY:
        number = (year - 1) // 100 + 1 if context.options.century_from_one else year // 100 + 1
        return units.century(number + offset, context.options.century_from_one)
    first = (year - 1) // 1000 + offset
    lower, upper = day_number(first * 1000 + 1, 1, 1), day_number(first * 1000 + 1001, 1, 1)
    return units.days(lower, upper, Grain.MILLENNIUM)


def _looks_past_today(context: Context, frame: Frame) -> bool:
    """Whether what is stated about a week lies after today: "later this week", "by the end of the week"."""
    return frame.narrowing in (Narrowing.LATER, Narrowing.REST) or frame.part in (Mod.MID, Mod.END)


_NEAREST_WEEKEND: Final = 9
"""The value of a frame's `weekend` for "the weekend", which is not named as this, the last or the next one."""


def weekend_of(context: Context, frame: Frame) -> TimeInterval:
    """ "the weekend", "this weekend", "the weekend after next", with the other one that can be meant."""
    if not context.dated:
        raise NeedsDate("XXXX-WXX-WE")
    which = frame.weekend or 0
    if frame.unit is not None and frame.unit.grain is Grain.WEEK:
        which = frame.unit.offset
    saturday = _saturday_of(context, frame, which)
    found = evolve(units.days(saturday, saturday + 2), timex_value=f"{units.iso_week(saturday)}-WE")
    is_workday = context.today % 7 < 5
    if which == 1 and is_workday:
        other = saturday + 7
    elif which == _NEAREST_WEEKEND and is_workday and not context.direction:
        other = saturday - 7 if saturday > context.today else saturday + 7
    else:
        return found
    return evolve(found, alternatives=(units.days(other, other + 2),))


def _saturday_of(context: Context, frame: Frame, which: int) -> int:
    """The day number of the Saturday of a weekend, counted from the one of this week."""
    today = context.today
    weekday, saturday = today % 7, today - today % 7 + 5
    if which == _NEAREST_WEEKEND:
        is_last = context.direction < 0 or (weekday < 3 and not context.direction)
        return saturday - 7 if is_last else saturday
    if which == 0:
        return saturday - 7 if frame.narrowing is Narrowing.EARLIER and saturday >= today else saturday
    if which < 0 or weekday >= 5 or which == 2:
        return saturday + 7 * which
    return saturday


def last_day_of(context: Context, frame: Frame) -> TimeInterval:
    """ "year-end", "year-end 2023", "quarter-end": the last day, and as it is used the last week or two."""
    grain = frame.last_day
    year = year_of(context, frame)
    slack = 13 if grain is Grain.YEAR else 6
    if frame.month is not None:
        holder = units.month(year if year is not None else nearest_month(context, frame.month, None), frame.month)
    elif frame.quarter is not None:
        holder = part_of_year(context, frame)
    elif year is not None:
        holder = units.year(year)
    else:
        holder = _unit_ending_near(context, grain or Grain.YEAR)
    assert holder.upper is not None
    day = holder.upper - DAY_SECONDS
    tiers = new_tiers(day, holder.upper, day - slack * DAY_SECONDS, holder.upper)
    return evolve(units.day(day // DAY_SECONDS), approximate=True, mod=Mod.END, timex_value=holder.timex, tiers=tiers)


def _unit_ending_near(context: Context, grain: Grain) -> TimeInterval:
    """The year, quarter or month that ends nearest to publication, in the direction that is said."""
    around = [_unit_around(context, grain, step) for step in (-1, 0)]
    today = context.today * DAY_SECONDS
    if context.direction:
        return around[context.direction > 0]
    return min(around, key=lambda unit: abs((unit.upper or 0) - today))


def _unit_around(context: Context, grain: Grain, offset: int) -> TimeInterval:
    year, month, _ = civil(context.today)
    if grain is Grain.YEAR:
        return units.year(year + offset)
    if grain is Grain.QUARTER:
        year, month = add_months(year, 3 * ((month - 1) // 3) + 1, 3 * offset)
        return units.quarter(year, (month + 2) // 3)
    return units.month(*add_months(year, month, offset))


def turn_of(context: Context, frame: Frame) -> TimeInterval:
    """ "the turn of the century": the years around the beginning of one."""
    if frame.century is not None:
        return with_reach(units.year(100 * (frame.century - 1)), Grain.YEAR, 1, 5)
    unit = frame.unit
    year = civil(context.today)[0]
    if unit is not None and unit.grain in _TURNING:
        size = _TURNING[unit.grain]
        begin = (year + size // 10) // size * size
        if unit.offset:  # "the turn of the last century"
            other = with_reach(units.year(begin), Grain.YEAR, 1, 5 if size > 10 else 1)
            begin += size * unit.offset
            found = with_reach(units.year(begin), Grain.YEAR, 1, 5 if size > 10 else 1)
            return evolve(found, alternatives=(other,))
        return with_reach(units.year(begin), Grain.YEAR, 1, 5 if size > 10 else 1)
    if unit is not None and unit.grain is Grain.YEAR:
        last = last_day_of(context, _year_end())
        assert last.lower is not None
        return with_reach(units.days(last.lower // DAY_SECONDS, last.lower // DAY_SECONDS + 2), Grain.DAY, 3, 14)
    raise context.refuse("a turn is that of a year, a decade, a century or a millennium")


_TURNING: Final = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}


def _year_end() -> Frame:
    frame = Frame()
    frame.last_day = Grain.YEAR
    return frame


def week_number(context: Context, frame: Frame) -> TimeInterval:
    number, year = frame.week_number, year_of(context, frame)
    assert number is not None
    if year is None and frame.week_of_season:
        raise NeedsDate(f"XXXX-W{number:02d}", "the year or the season in which the week is counted")
    if year is None:
        year = civil(context.today)[0]
    monday = iso_week_start(year, number)
    if not 1 <= number <= 53 or monday >= iso_week_start(year + 1, 1):
        raise context.refuse(f"{year} has no week {number}", UnreadableKind.IMPOSSIBLE)
    if frame.weekday is not None:
        return units.day(monday + frame.weekday)
    return units.week(monday)


def moments(lower: int, upper: int, grain: Grain) -> TimeInterval:
    return new_interval(lower=lower, upper=upper, grain=grain, text=span_text(lower, upper))
