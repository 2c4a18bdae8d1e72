"""Calendar periods: this, last and next week, month and year; decades, weekends, the first Monday in May."""

from __future__ import annotations

from typing import Final

import attrs

from newsfacts.errors import UnreadableKind
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, add_months, civil, day_number, iso_week_start, month_length
from newsfacts.values.times.grain import Grain, Mod, shift
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.reading.terms import Narrowing
from newsfacts.values.times.resolving.context import Context, NeedsDate
from newsfacts.values.times.resolving.days import nearest_month, weekday_of, year_of
from newsfacts.values.times.resolving.inexact import with_reach
from newsfacts.values.times.resolving.seasons import part_of_year
from newsfacts.values.times.texts import span_text
from newsfacts.values.times.times import Duration, Tiers, TimeInterval

__all__ = [
    "decade_of",
    "half_of",
    "last_day_of",
    "nth_of",
    "quarter_of",
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
    return attrs.evolve(found, approximate=True, alternatives=(ago,))


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
    if decade.full and first % 100 == 0 and 1000 <= first < 2000:  # "the 1800s" are a century
        century = units.century(first // 100 + 1, from_one=False)
        return attrs.evolve(century, alternatives=(units.decade(first),))
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
    year, month, _ = civil(context.today)
    if grain is Grain.WEEK:
        first = context.options.first_weekday
        monday = context.today - (context.today - first) % 7 + 7 * offset
        if frame.weekday is not None:
            return units.day(monday + (frame.weekday - first) % 7, frame.weekday)
        if not offset and context.today == monday + 6 and _looks_past_today(context, frame):
            monday += 7  # on its last day, "later this week" is the next
        if unit.working:
            return units.days(monday - monday % 7, monday - monday % 7 + 5, Grain.WEEK)
        return units.week(monday, first)
    if grain is Grain.MONTH:
        year, month = add_months(year, month, offset)
        if frame.day is not None:
            if frame.day > month_length(year, month):
                raise context.refuse(f"that month has no day {frame.day}", UnreadableKind.IMPOSSIBLE)
            return units.day(day_number(year, month, frame.day))
        if frame.weekday is not None:
            return weekday_of(context, frame)
        return units.month(year, month)
    if unit.bare and grain in (Grain.QUARTER, Grain.HALF) and context.direction <= 0 and frame.narrowing is None:
        offset = -1  # companies speak of the last completed one
    if grain is Grain.QUARTER:
        year, month = add_months(year, 3 * ((month - 1) // 3) + 1, 3 * offset)
        return units.quarter(year, (month + 2) // 3)
    if grain is Grain.HALF:
        year, month = add_months(year, 6 * ((month - 1) // 6) + 1, 6 * offset)
        return units.half(year, (month + 5) // 6)
    if grain is Grain.SEASON:
        raise NeedsDate("XXXX", "the calendar of that season")
    if grain is Grain.DECADE:
        return units.decade(year - year % 10 + 10 * offset)
    if grain is Grain.CENTURY:
        number = (year - 1) // 100 + 1 if context.options.century_from_one else year // 100 + 1
        return units.century(number + offset, context.options.century_from_one)
    if grain is Grain.DAY:
        return units.day(context.today + offset)
    if grain is Grain.MILLENNIUM:
        first = (year - 1) // 1000 + offset
        lower, upper = day_number(first * 1000 + 1, 1, 1), day_number(first * 1000 + 1001, 1, 1)
        return units.days(lower, upper, Grain.MILLENNIUM)
    begin = context.now()
    size = shift(0, grain, 1)
    begin -= begin % size
    return moments(begin + size * offset, begin + size * (offset + 1), grain)


def _looks_past_today(context: Context, frame: Frame) -> bool:
    """Whether what is stated about a week lies after today: "later this week", "by the end of the week"."""
    return frame.narrowing in (Narrowing.LATER, Narrowing.REST) or (context.direction > 0 and frame.part is not None)


def nth_of(context: Context, frame: Frame) -> TimeInterval:
    """ "the first Monday in May", "the last week of 2016", "the first nine months of 2021"."""
    assert frame.nth is not None
    nth, kind, count = frame.nth.number, frame.nth.of, frame.nth.count
    if kind == "weekday" and frame.direction and frame.weekday is not None and frame.month is None:
        base = context.today - (context.today - frame.weekday) % 7
        return units.day(
            base + 7 * nth if frame.direction > 0 else (base if base < context.today else base - 7) - 7 * (nth - 1)
        )
    if kind in (Grain.SECOND, Grain.MINUTE, Grain.HOUR):
        raise context.refuse("hours and minutes of a day are not counted so")
    holder = holder_of(context, frame)
    assert holder.lower is not None
    assert holder.upper is not None
    first, after = holder.lower // DAY_SECONDS, holder.upper // DAY_SECONDS
    if kind == "weekday":
        assert frame.weekday is not None
        return units.day(nth_weekday(first, after, frame.weekday, nth), frame.weekday)
    if kind == "weekend":
        saturday = nth_weekday(first, after, 5, nth)
        return attrs.evolve(units.days(saturday, saturday + 2), timex_value=f"{units.iso_week(saturday)}-WE")
    if frame.nth.vague and isinstance(kind, Grain):
        return _some_of(holder, kind, count, nth)
    if kind is Grain.WEEK:
        # Weeks belong where their Thursday is, as in ISO 8601.
        thursday = nth_weekday(first, after, 3, nth)
        monday = thursday - 3 if nth > 0 else thursday - 3 - 7 * (count - 1)
        found = units.week(monday)
        return found if count == 1 else units.days(monday, monday + 7 * count, Grain.WEEK)
    assert isinstance(kind, Grain)
    if kind is Grain.QUARTER and holder.grain > Grain.YEAR and count == 1:
        return _years_of(holder, nth - 1 if nth > 0 else 4 + nth, 4)
    if nth > 0:
        begin = shift(first * DAY_SECONDS, kind, nth - 1)
        end = shift(begin, kind, count)
    else:
        end = shift(after * DAY_SECONDS, kind, nth + 1)
        begin = shift(end, kind, -count)
    if kind is Grain.DAY and count == 1:
        return units.day(begin // DAY_SECONDS)
    if kind is Grain.QUARTER and count == 1:
        year, month, _ = civil(begin // DAY_SECONDS)
        return units.quarter(year, (month + 2) // 3)
    if kind is Grain.MONTH and count == 1:
        return units.month(*civil(begin // DAY_SECONDS)[:2])
    if kind is Grain.YEAR and count == 1:
        return units.year(civil(begin // DAY_SECONDS)[0])
    window = Duration.of(kind, count)
    return attrs.evolve(
        units.days(begin // DAY_SECONDS, end // DAY_SECONDS, kind), window=window, timex_value=window.iso
    )


def _some_of(holder: TimeInterval, kind: Grain, count: int, nth: int) -> TimeInterval:
    """ "the last weeks of 2019": so many of a unit at an end of a period; at least one, and hardly twice as many."""
    lower, upper = holder.lower, holder.upper
    assert lower is not None
    assert upper is not None
    if nth > 0:
        upper, far, mod = min(shift(lower, kind, count), upper), min(shift(lower, kind, 2 * count), upper), Mod.START
        tiers = Tiers(lower, upper, lower, far)
    else:
        lower, far, mod = max(shift(upper, kind, -count), lower), max(shift(upper, kind, -2 * count), lower), Mod.END
        tiers = Tiers(lower, upper, far, upper)
    ends = units.days(lower // DAY_SECONDS, upper // DAY_SECONDS, kind)
    return attrs.evolve(ends, approximate=True, tiers=tiers, mod=mod, timex_value=holder.timex)


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


def weekend_of(context: Context, frame: Frame) -> TimeInterval:
    which = frame.weekend
    if not context.dated:
        raise NeedsDate("XXXX-WXX-WE")
    today = context.today
    if frame.unit is not None and frame.unit.grain is Grain.WEEK:
        which = frame.unit.offset
    saturday = today - today % 7 + 5
    if which == 9:  # "the weekend" is the nearest
        saturday -= 7 if (today % 7 < 3 and not context.direction) or context.direction < 0 else 0
    elif which == 0:
        saturday -= 7 if frame.narrowing is Narrowing.EARLIER and saturday >= today else 0
    elif which in (-1, -2):
        saturday += 7 * (which or 0) if today % 7 != 6 or which == -2 else -7
    elif which is not None:
        saturday += 7 * which if today % 7 >= 5 or which == 2 else 0
    other = saturday + 7 if which == 1 and today % 7 < 5 else None
    if which == 9 and not context.direction and today % 7 < 5:
        other = saturday - 7 if saturday > today else saturday + 7
    found = attrs.evolve(units.days(saturday, saturday + 2), timex_value=f"{units.iso_week(saturday)}-WE")
    return found if other is None else attrs.evolve(found, alternatives=(units.days(other, other + 2),))


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
    tiers = Tiers(day, holder.upper, day - slack * DAY_SECONDS, holder.upper)
    return attrs.evolve(
        units.day(day // DAY_SECONDS), approximate=True, mod=Mod.END, timex_value=holder.timex, tiers=tiers
    )


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


def half_of(context: Context, frame: Frame) -> TimeInterval:
    """ "the first half of 2021", "the second half of the 1990s", "the latter half of June"."""
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
    return attrs.evolve(units.days(begin, end, holder.grain), mod=Mod.START if half == 1 else Mod.END)


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


def week_number(context: Context, frame: Frame) -> TimeInterval:
    number, year = frame.week_number, year_of(context, frame)
    assert number is not None
    if year is None:
        year = civil(context.today)[0]
    monday = iso_week_start(year, number)
    if not 1 <= number <= 53 or monday >= iso_week_start(year + 1, 1):
        raise context.refuse(f"{year} has no week {number}", UnreadableKind.IMPOSSIBLE)
    if frame.weekday is not None:
        return units.day(monday + frame.weekday)
    return units.week(monday)


def moments(lower: int, upper: int, grain: Grain) -> TimeInterval:
    return TimeInterval(lower=lower, upper=upper, grain=grain, text=span_text(lower, upper))


def nth_weekday(first: int, after: int, weekday: int, nth: int) -> int:
    """The nth such weekday of the days from `first` to before `after`, from their end if negative."""
    if nth > 0:
        return first + (weekday - first) % 7 + 7 * (nth - 1)
    last = after - 1
    return last - (last - weekday) % 7 + 7 * (nth + 1)
