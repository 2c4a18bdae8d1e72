"""Days: weekdays look back, days without a year or a month look to the nearest, holidays too."""

from __future__ import annotations

from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.immutable import evolve
from newsfacts.values.times import units
from newsfacts.values.times.calendar import MONTH_DAYS, add_months, civil, day_number, is_leap, month_length
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.holidays import Holiday, holiday_day
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.resolving.context import Context, NeedsDate
from newsfacts.values.times.resolving.inexact import with_reach
from newsfacts.values.times.times import TimeInterval

__all__ = [
    "checked_day",
    "choose_day",
    "day_of_month",
    "full_year",
    "holiday_of",
    "month_or_day",
    "nearest_date",
    "nearest_month",
    "other_year",
    "weekday_of",
    "year_of",
]


def choose_day(context: Context, days: list[int], relative: int | None) -> int:
    """Of the days on which a date without a year can fall: in the direction that is said, else the nearest."""
    today = context.today
    direction = context.direction if relative is None else relative
    if not direction and relative is None:
        return _nearest(days, today)
    past, coming = [day for day in days if day < today], [day for day in days if day > today]
    if relative == 0:
        year = civil(today)[0]
        same = [day for day in days if civil(day)[0] == year]
        if same:
            return same[0]
    if direction < 0 and relative is None:
        past = [day for day in days if day <= today]
    if direction > 0 and relative is None:
        coming = [day for day in days if day >= today]
    if direction < 0 and past:
        return past[-1]
    if direction > 0 and coming:
        just_past = context.deadline and past and today - past[-1] <= _JUST_PAST and coming[0] - today > _FAR_AHEAD
        return past[-1] if just_past else coming[0]
    return _nearest(days, today)


def _nearest(days: list[int], today: int) -> int:
    """The day that is nearest to publication; of two that are as near, the first."""
    nearest = days[0]
    least = abs(nearest - today)
    for day in days:
        away = day - today if day > today else today - day
        if away < least:
            nearest, least = day, away
    return nearest


_JUST_PAST: Final = 92
_FAR_AHEAD: Final = 270
"""A deadline is the coming one, unless that is so far ahead, in days, and the last one is only so far back."""


def other_day(context: Context, days: list[int], chosen: int, relative: int | None) -> int | None:
    """The other day that can be meant where even the nearest one is far away: "Oct. 3", said in April."""
    if context.direction or relative is not None or abs(chosen - context.today) <= FAR_AWAY:
        return None
    others = [day for day in days if day != chosen]
    return _nearest(others, context.today) if others else None


FAR_AWAY: Final = 120
"""How many days away a date without a year may be that is simply the nearest."""


def weekday_of(context: Context, frame: Frame) -> TimeInterval:
    weekday = frame.weekday
    assert weekday is not None
    if not context.dated:
        raise NeedsDate(f"XXXX-WXX-{weekday + 1}")
    today, relative = context.today, frame.direction
    last = today - (today - weekday) % 7
    if frame.anaphoric and not relative:  # "that Tuesday" is in the same week
        return units.day(today - today % 7 + weekday, weekday)
    if relative is None:
        if context.deadline:
            chosen, other = (last if last == today else last + 7), None
        elif context.direction > 0:
            chosen, other = (last + 7 if last <= today else last), None
        else:
            chosen, other = last, None
    elif relative < 0:
        chosen = last if last < today else last - 7
        other = chosen - 7
    elif relative > 0:
        chosen = last + 7
        other = chosen + 7
    else:
        chosen = last if last == today else last + 7
        in_week = today - today % 7 + weekday
        other = in_week if in_week != chosen else None
    steps = frame.day_steps
    alternatives = () if other is None else (units.day(other + steps),)
    return units.day(chosen + steps, weekday if not steps else None, alternatives)


def day_of_month(context: Context, frame: Frame) -> TimeInterval:
    """ "the 15th", "Friday the 26th": the nearest such day."""
    day = frame.day
    assert day is not None
    if not 1 <= day <= 31:
        raise context.refuse(f"no month has a day {day}", UnreadableKind.IMPOSSIBLE)
    if not context.dated:
        raise NeedsDate(f"XXXX-XX-{day:02d}")
    year, month, _ = civil(context.today)
    if frame.unit is not None and frame.unit.grain is Grain.YEAR:
        raise context.refuse("a day of a year needs its month")
    reach = 14 if frame.weekday is not None else 2
    found = []
    for step in range(-reach, reach + 1):
        y, m = add_months(year, month, step)
        if day <= month_length(y, m):
            number = day_number(y, m, day)
            if frame.weekday is None or number % 7 == frame.weekday:
                found.append(number)
    if not found:
        raise context.refuse("no day near the publication date fits both its weekday and its number")
    chosen = choose_day(context, found, frame.direction)
    return units.day(chosen, frame.weekday)


def month_or_day(context: Context, frame: Frame) -> TimeInterval:
    """ "May 2015", "17 November", "Thursday, Nov. 17, 2023", "the September quarter"."""
    month, day, year = frame.month, frame.day, year_of(context, frame)
    assert month is not None
    if not 1 <= month <= 12:
        raise context.refuse(f"there is no month {month}", UnreadableKind.IMPOSSIBLE)
    if day is not None and not 1 <= day <= (29 if month == 2 else MONTH_DAYS[month]):
        raise context.refuse(f"that month has no day {day}", UnreadableKind.IMPOSSIBLE)
    if frame.attacks and year is None and (not context.dated or context.today >= _ATTACKS):
        return units.day(_ATTACKS)
    if year is None and not context.dated:
        raise NeedsDate(f"XXXX-{month:02d}" if day is None else f"XXXX-{month:02d}-{day:02d}")
    if day is None:
        return _month_of(context, frame, month, year)
    if year is not None:
        if day == 29 and month == 2 and not is_leap(year):
            raise context.refuse(f"{year} has no 29 February", UnreadableKind.IMPOSSIBLE)
        if 1 <= year <= 9999 and frame.weekend is None and not frame.swapped and not frame.day_steps:
            return units.date_day(year, month, day, frame.weekday)
        number = day_number(year, month, day)
    else:
        number, other = nearest_date(context, frame, month, day)
        if other is not None and frame.weekend is None and not frame.swapped:
            steps = frame.day_steps
            return units.day(number + steps, frame.weekday, (units.day(other + steps),))
    if frame.weekend is not None:  # "July 4th weekend"
        return _weekend_at(number)
    return checked_day(context, frame, number + frame.day_steps)


def _month_of(context: Context, frame: Frame, month: int, year: int | None) -> TimeInterval:
    """A whole month, or the quarter that ends with it."""
    another_year = None
    if year is None:
        year = nearest_month(context, month, frame.direction)
        another_year = other_year(context, month, year, frame.direction)
    if frame.weekday is not None and frame.nth is None:
        raise context.refuse("a weekday of a month needs a number: the first Monday in May")
    if frame.unit is not None and frame.unit.grain is Grain.QUARTER:  # companies name a quarter by its last month
        first_year, first_month = add_months(year, month, -2)
        first = day_number(first_year, first_month, 1)
        after = day_number(*add_months(year, month, 1), 1)
        return units.quarter(year, month // 3) if month % 3 == 0 else units.days(first, after, Grain.QUARTER)
    found = units.month(year, month)
    return found if another_year is None else evolve(found, alternatives=(units.month(another_year, month),))


_ATTACKS: Final = day_number(2001, 9, 11)


def checked_day(context: Context, frame: Frame, number: int) -> TimeInterval:
    alternatives: tuple[TimeInterval, ...] = ()
    if frame.swapped and frame.month is not None and frame.day is not None:
        year = civil(number)[0]
        if frame.month <= month_length(year, frame.day):
            alternatives = (units.day(day_number(year, frame.day, frame.month)),)
    return units.day(number, frame.weekday, alternatives)


def nearest_month(context: Context, month: int, relative: int | None) -> int:
    year, now, _ = civil(context.today)
    if relative == 0:
        return year
    direction = context.direction if relative is None else relative
    if direction < 0:
        return year if month < now or (relative is None and month == now) else year - 1
    if direction > 0:
        ahead = (month - now) % 12
        if context.deadline and relative is None and 12 - ahead <= _JUST_PAST // 30 and ahead:
            return year - (month > now)
        return year if month > now or (relative is None and month == now) else year + 1
    ahead = (month - now) % 12
    return year + (month < now) if ahead <= 6 and ahead < 6 else year - (month > now)


def other_year(context: Context, month: int, year: int, relative: int | None) -> int | None:
    """The other year in which a month can be meant where even the nearest one is four months away or more."""
    this, now, _ = civil(context.today)
    months = 12 * (year - this) + month - now
    if context.direction or relative is not None or abs(months) < FAR_AWAY // 30:
        return None
    return year - 1 if months > 0 else year + 1


def nearest_date(context: Context, frame: Frame, month: int, day: int) -> tuple[int, int | None]:
    """The nearest day of that name, and another that can be meant."""
    year = civil(context.today)[0]
    reach = range(year - 8, year + 9) if (month, day) == (2, 29) else range(year - 1, year + 2)
    days = [day_number(y, month, day) for y in reach if day < 29 or day <= month_length(y, month)]
    if frame.weekday is not None and frame.direction is None:
        fitting = [number for number in days if number % 7 == frame.weekday]
        if fitting:
            days = fitting
    chosen = choose_day(context, days, frame.direction)
    if (month, day) in _REMEMBERED and frame.weekday is None and frame.direction is None and not context.direction:
        remembered = day_number(_REMEMBERED[month, day], month, day)
        if context.today > remembered + FAR_AWAY and chosen != remembered:
            return chosen, remembered
    return chosen, other_day(context, days, chosen, frame.direction)


_REMEMBERED: Final = {(9, 11): 2001, (1, 6): 2021, (10, 7): 2023}
"""Days that news names without their year long after."""


def _weekend_at(day: int) -> TimeInterval:
    """The weekend nearest to a day; a Monday or a Friday makes it a long one."""
    saturday = day + (8 - day % 7) % 7 - 3
    first = day if day % 7 == 4 else saturday
    after = day + 1 if day % 7 == 0 else saturday + 2
    return evolve(units.days(first, after), timex_value=f"{units.iso_week(saturday)}-WE")


def holiday_of(context: Context, frame: Frame) -> TimeInterval:
    """ "Labor Day", "Easter 2018", "last Christmas", "the day after Thanksgiving", "Labor Day weekend"."""
    holiday, year = frame.holiday, year_of(context, frame)
    assert holiday is not None
    steps, another = frame.day_steps, None
    if holiday.historic is not None and year is None and not {"direction", "month", "weekend"} & frame.said():
        year = _historic_year(context, holiday.historic)
    if frame.month is not None:
        return _dated_holiday(context, frame, holiday, year)
    if year is not None:
        number = holiday_day(holiday, year)
        if number is None:
            raise context.refuse(f"that day is not known for the year {year}")
        chosen = number + steps
    else:
        candidates = [day + steps for _, day in _around(context, holiday)]
        if not candidates:
            raise context.refuse("the date of that day is not known for the years around publication")
        chosen = choose_day(context, candidates, frame.direction)
        another = other_day(context, candidates, chosen, frame.direction)
    if frame.weekend is not None:
        return _weekend_at(chosen)
    if frame.weekday is not None and frame.weekday != chosen % 7:
        chosen += (frame.weekday - chosen) % 7
    if frame.day is not None and civil(chosen)[2] != frame.day:
        if steps or frame.day > holiday.days:
            raise context.refuse("its parts do not make one date")
        return units.day(chosen + frame.day - 1)  # "the first day of Passover"
    found = _days_of(chosen, holiday, one=bool(steps) or frame.weekday is not None)
    if another is not None:
        found = evolve(found, alternatives=(*found.alternatives, units.day(another)))
    return with_reach(found, Grain.DAY, 1, 2) if holiday.approximate else found


def _days_of(first: int, holiday: Holiday, *, one: bool) -> TimeInterval:
    """All days of a holiday from its eve on, or only `one`; the day and the eve of it are other readings."""
    eve = (units.day(first - 1),) if holiday.from_eve and not one else ()
    if holiday.days == 1 or one:
        return units.day(first, alternatives=eve)
    grain = Grain.MONTH if holiday.days > 27 else Grain.WEEK
    found = units.days(first - holiday.from_eve, first + holiday.days, grain)
    return evolve(found, alternatives=(units.day(first), *eve))


def _historic_year(context: Context, historic: int) -> int | None:
    """The year of D-Day, for texts written after it."""
    return historic if not context.dated or context.today >= day_number(historic + 1, 1, 1) else None


def _around(context: Context, holiday: Holiday) -> list[tuple[int, int]]:
    """The years around publication, each with the day of a holiday in it."""
    now = civil(context.today)[0]
    years = [
        year
        for year in range(now - holiday.every, now + holiday.every + 1)
        if year % holiday.every == holiday.remainder
    ]
    return [(year, day) for year in years if (day := holiday_day(holiday, year)) is not None]


def _dated_holiday(context: Context, frame: Frame, holiday: Holiday, year: int | None) -> TimeInterval:
    """ "Yom Kippur, 6 October": the date, in the year in which it is that holiday (or the eve of it)."""
    if frame.day is None:
        raise context.refuse("its parts do not make one date")
    days = _around(context, holiday) if year is None else [(year, holiday_day(holiday, year))]
    for _, day in days:
        for number in (day, None if day is None else day - 1):
            fits = number is not None and civil(number)[1:] == (frame.month, frame.day)
            if number is not None and fits and (number == day or holiday.from_eve):
                return units.day(number, frame.weekday)
    return month_or_day(context, frame)


def year_of(context: Context, frame: Frame) -> int | None:
    if frame.year is not None:
        year = full_year(context, frame.year) if frame.short_year else frame.year
        return year if frame.era > 0 else 1 - year
    if frame.unit is not None and frame.unit.grain is Grain.YEAR:
        return civil(context.today)[0] + frame.unit.offset
    return None


def full_year(context: Context, short: int) -> int:
    """The century of a year in two digits: the latest that is at most 20 years after publication; without a
    publication date 1969 to 2068, the convention of POSIX."""
    if not context.dated:
        return short + (1900 if short >= 69 else 2000)
    limit = civil(context.today)[0] + 20
    return limit - (limit - short) % 100
