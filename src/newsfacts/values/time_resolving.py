"""From a `Frame` to a time: the arithmetic of the date table, with the publication date as its only anchor.

Weekdays look back (a past-or-same-day weekday is right in 91 % of the cases in TimeBank and AQUAINT), dates without a
year look to the nearest year (94 %), and nothing is ever filled in from today's date.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.values import time_units as units
from newsfacts.values.calendar_days import DAY_SECONDS, add_months, civil, day_number, iso_week_start, month_length
from newsfacts.values.holidays import Holiday, holiday_day
from newsfacts.values.time_frame import Frame
from newsfacts.values.times import Duration, Grain, Mod, Tiers, TimeInterval, UnresolvedTime, moment_text, shift, span_text
from newsfacts.values.zones import zone_offset

__all__ = ["Options", "Resolver"]

DAYTIMES: Final = {
    "MO": (0, 43_200), "AF": (43_200, 64_800), "EV": (64_800, 86_400), "NI": (64_800, 86_400), "LUNCH": (43_200, 50_400),
    "DAWN": (18_000, 25_200), "DUSK": (61_200, 72_000), "DT": (21_600, 64_800), "EOD": (61_200, 86_400),
}  # fmt: skip
"""Part of the day -> its first second and the first after it. The morning begins at midnight ("2 in the morning"); evening
and night both run from 18:00 to the end of the day."""

_THIRDS: Final = {Mod.START: 0, Mod.MID: 1, Mod.END: 2}
FARTHEST: Final = 36_525_000 * DAY_SECONDS
"""How far a duration may lead away, in seconds: 100,000 years."""

_LARGE: Final = (Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.HALF, Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)


@attrs.frozen
class Options:
    """How a text's dates are to be read: see `parse_time`."""

    tense: str | None = None
    day_first: bool = False
    first_weekday: int = 0
    south: bool | None = None
    century_from_one: bool = True


DEFAULT_OPTIONS: Final = Options()


class NeedsDate(Exception):  # noqa: N818 - it is no error, and never leaves parse_time
    """Raised inside the resolver where a publication date is needed; `parse_time` turns it into an `UnresolvedTime`."""

    def __init__(self, timex: str = "XXXX-XX-XX", needs: str = "a publication date") -> None:
        self.timex = timex
        self.needs = needs


class Resolver:
    """Resolves frames against one publication date (day number `today`, None if there is none) and its clock time."""

    def __init__(self, phrase: str, published: dt.date | None, options: Options) -> None:
        self.phrase = phrase
        self.options = options
        self.clock: int | None = None
        self._today: int | None = None
        self.offset: int | None = None
        if published is not None:
            self._today = published.toordinal() - 1
            if isinstance(published, dt.datetime):
                self.clock = published.hour * 3600 + published.minute * 60 + published.second
                offset = published.utcoffset()
                self.offset = None if offset is None else int(offset.total_seconds()) // 60

    @property
    def today(self) -> int:
        """The day number of publication. Raises `NeedsDate` without one."""
        if self._today is None:
            raise NeedsDate
        return self._today

    def refuse(self, reason: str) -> UnreadableValue:
        """The error that says why this phrase is not read."""
        return UnreadableValue(self.phrase, reason)

    def now(self) -> int:
        """The moment of publication in seconds; midnight if only the day is known."""
        return self.today * DAY_SECONDS + (self.clock or 0)

    def resolve(self, frame: Frame, anchor: TimeInterval | None = None) -> TimeInterval:
        """The time of a frame. `anchor` is what a shift counts from. Raises `UnreadableValue` or `NeedsDate`."""
        if frame.shift is not None:
            found = self._shifted(frame, anchor)
        elif frame.window is not None:
            found = self._window(frame)
        elif frame.vague is not None:
            found = self._vague(frame.vague)
        elif frame.now:
            found = self._instant()
        else:
            found = self._dated(frame)
        if frame.approximate:
            found = approximated(found)
        return found

    # -- the parts of a date -------------------------------------------------------------------------------------------

    def _dated(self, frame: Frame) -> TimeInterval:
        if frame.second is not None and not frame.has_date():
            if self._today is None and frame.date_relative is None:
                raise NeedsDate(f"XXXX-XX-XXT{_clock(frame.second)}")
            return self._with_clock(frame, units.day(self.today))
        found = self._narrowed(frame, self._period(frame))
        if frame.week_of:
            monday = found.lower
            assert monday is not None
            number = monday // DAY_SECONDS
            found = units.week(number - (number - self.options.first_weekday) % 7, self.options.first_weekday)
        if frame.second is not None or frame.daytime is not None:
            return self._with_clock(frame, found)
        return found

    def _period(self, frame: Frame) -> TimeInterval:
        """The day or the calendar period that the frame names, before "early", "the rest of" and clock times."""
        if frame.fiscal:
            year = self._year(frame) if frame.year is not None or self._today is not None else None
            raise NeedsDate(f"FY{'XXXX' if year is None else year}", "the fiscal or school calendar of the institution")
        if frame.day_offset is not None and not (frame.month and frame.day):
            return units.day(self.today + frame.day_offset)
        year = self._year(frame)
        if frame.year_ago is not None:
            return self._year_ago(frame)
        if frame.holiday is not None:
            return self._holiday(frame, frame.holiday, year)
        if frame.century is not None:
            return units.century(frame.century * frame.era, self.options.century_from_one)
        if frame.full_decade is not None or frame.decade is not None:
            return self._decade(frame)
        if frame.nth is not None:
            return self._nth(frame, year)
        if frame.weekend is not None:
            return self._weekend(frame, year)
        if frame.week_number is not None:
            return self._week_number(frame, year)
        if frame.quarter is not None or frame.half is not None or frame.season is not None:
            return self._part_of_year(frame, year)
        if frame.month is not None:
            return self._month_or_day(frame, year)
        if frame.unit is not None and frame.unit is not Grain.YEAR:
            return self._unit(frame)
        if frame.day is not None:
            return self._day_of_month(frame)
        if frame.weekday is not None:
            return self._weekday(frame)
        if year is not None:
            return units.year(year)
        if frame.daytime is not None or frame.to_date or frame.rest:
            return units.day(self.today)
        raise self.refuse("it names no day, month, year or other period")

    def _year(self, frame: Frame) -> int | None:
        if frame.year is not None:
            year = self._full_year(frame.year) if frame.short_year else frame.year
            return year if frame.era > 0 else 1 - year
        if frame.unit is Grain.YEAR and frame.unit_offset is not None:
            return civil(self.today)[0] + frame.unit_offset
        return None

    def _full_year(self, short: int) -> int:
        """The century of a year in two digits: the latest that is at most 20 years after publication; without a
        publication date 1969 to 2068, the convention of POSIX."""
        if self._today is None:
            return short + (1900 if short >= 69 else 2000)
        limit = civil(self._today)[0] + 20
        return limit - (limit - short) % 100

    def _year_ago(self, frame: Frame) -> TimeInterval:
        year, month, _ = civil(self.today)
        if frame.year_ago is Grain.QUARTER or frame.quarter is not None:
            return units.quarter(year - 1, frame.quarter or (month + 2) // 3)
        if frame.month is not None:
            return units.month(year - 1, frame.month)
        if frame.year_ago is Grain.MONTH:
            return units.month(year - 1, month)
        if frame.year_ago is Grain.HALF:
            return units.half(year - 1, (month + 5) // 6)
        if frame.weekday is not None:
            day = self.today - 364
            return units.day(day - (day - frame.weekday) % 7)
        found = units.year(year - 1)
        ago = units.month(year - 1, month)
        return attrs.evolve(found, approximate=True, alternatives=(ago,))

    def _holiday(self, frame: Frame, holiday: Holiday, year: int | None) -> TimeInterval:
        if year is None and frame.unit is Grain.YEAR:
            year = civil(self.today)[0] + (frame.unit_offset or 0)
        steps = frame.day_steps
        if year is not None:
            number = holiday_day(holiday, year)
            if number is None:
                raise self.refuse(f"that day is not known for the year {year}")
            chosen = number + steps
        else:
            now = civil(self.today)[0]
            candidates = [day + steps for y in (now - 1, now, now + 1) if (day := holiday_day(holiday, y)) is not None]
            if not candidates:
                raise self.refuse("the date of that day is not known for the years around publication")
            chosen = self._choose(candidates, frame.date_relative)
        if frame.weekend is not None:
            saturday = chosen + (8 - chosen % 7) % 7 - 3  # the nearest; a Monday or Friday makes it a long weekend
            first, after = min(saturday, chosen if chosen % 7 == 4 else saturday), saturday + 2
            after = max(after, chosen + 1 if chosen % 7 == 0 else after)
            return attrs.evolve(units.days(first, after), timex_value=f"{units.iso_week(saturday)}-WE")
        if frame.weekday is not None and frame.weekday != chosen % 7:
            chosen += (frame.weekday - chosen) % 7
        found = units.day(chosen)
        if holiday.approximate:
            found = with_reach(found, Grain.DAY, 1, 2)
        return found

    def _choose(self, days: list[int], relative: int | None) -> int:
        """Of the days on which a date without a year can fall: in the direction that is said, else the nearest."""
        today = self.today
        direction = {"past": -1, "future": 1}.get(self.options.tense or "", 0) if relative is None else relative
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
            return coming[0]
        return min(days, key=lambda day: abs(day - today))

    def _decade(self, frame: Frame) -> TimeInterval:
        if frame.full_decade is not None:
            first = frame.full_decade
        else:
            assert frame.decade is not None
            if self._today is None:
                first = frame.decade + (2000 if frame.decade < 30 else 1900)
            else:
                limit = civil(self._today)[0] + 9
                first = limit - (limit - frame.decade) % 100
                first -= first % 10
        if frame.full_decade is not None and first % 100 == 0 and frame.full_decade >= 1000 and frame.part is None and first < 1900:
            found = units.decade(first)
            century = units.year(first)
            return attrs.evolve(found, alternatives=(
                TimeInterval(lower=found.lower, upper=day_number(first + 100, 1, 1) * DAY_SECONDS, grain=Grain.CENTURY,
                             text=f"{century.text[:2]}XX"),))  # fmt: skip
        return units.decade(first)

    # -- weekdays, weeks, days of the month ------------------------------------------------------------------------------

    def _weekday(self, frame: Frame) -> TimeInterval:
        weekday = frame.weekday
        assert weekday is not None
        if self._today is None:
            raise NeedsDate(f"XXXX-WXX-{weekday + 1}")
        today, relative = self.today, frame.date_relative
        last = today - (today - weekday) % 7
        if relative is None:
            if self.options.tense == "future":
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

    def _unit(self, frame: Frame) -> TimeInterval:
        """This, last or next week, month, quarter, and a day or weekday within it."""
        grain, offset = frame.unit, frame.unit_offset or 0
        if self._today is None:
            raise NeedsDate({Grain.WEEK: "XXXX-WXX", Grain.MONTH: "XXXX-XX", Grain.QUARTER: "XXXX-QX"}.get(grain or Grain.DAY, "XXXX-XX-XX"))
        year, month, _ = civil(self.today)
        if grain is Grain.WEEK:
            first = self.options.first_weekday
            monday = self.today - (self.today - first) % 7 + 7 * offset
            if frame.weekday is not None:
                return units.day(monday + (frame.weekday - first) % 7, frame.weekday)
            if frame.shift_working:
                return units.days(monday - monday % 7, monday - monday % 7 + 5, Grain.WEEK)
            return units.week(monday, first)
        if grain is Grain.MONTH:
            year, month = add_months(year, month, offset)
            if frame.day is not None:
                if frame.day > month_length(year, month):
                    raise self.refuse(f"that month has no day {frame.day}")
                return units.day(day_number(year, month, frame.day))
            if frame.weekday is not None:
                return self._weekday(frame)
            return units.month(year, month)
        if grain is Grain.QUARTER:
            year, month = add_months(year, 3 * ((month - 1) // 3) + 1, 3 * offset)
            return units.quarter(year, (month + 2) // 3)
        if grain is Grain.HALF:
            year, month = add_months(year, 6 * ((month - 1) // 6) + 1, 6 * offset)
            return units.half(year, (month + 5) // 6)
        if grain is Grain.SEASON:
            start = self._season_at(self.today)
            year, month = add_months(*civil(start)[:2], 3 * offset)
            return units.season(_season_code(month, bool(self.options.south)), year, self.options.south)
        if grain is Grain.DECADE:
            return units.decade(year - year % 10 + 10 * offset)
        if grain is Grain.CENTURY:
            number = (year - 1) // 100 + 1 if self.options.century_from_one else year // 100 + 1
            return units.century(number + offset, self.options.century_from_one)
        if grain is Grain.DAY:
            return units.day(self.today + offset)
        if grain is Grain.MILLENNIUM:
            first = (year - 1) // 1000 + offset
            lower, upper = day_number(first * 1000 + 1, 1, 1), day_number(first * 1000 + 1001, 1, 1)
            return units.days(lower, upper, Grain.MILLENNIUM)
        begin = self.now()
        assert grain is not None
        size = shift(0, grain, 1)
        begin -= begin % size
        return _moments(begin + size * offset, begin + size * (offset + 1), grain)

    def _season_at(self, number: int) -> int:
        year, month, _ = civil(number)
        year, month = (year - 1, 12) if month < 3 else (year, month - month % 3)
        return day_number(year, month, 1)

    def _day_of_month(self, frame: Frame) -> TimeInterval:
        """ "the 15th", "Friday the 26th": the nearest such day."""
        day = frame.day
        assert day is not None
        if not 1 <= day <= 31:
            raise self.refuse(f"no month has a day {day}")
        if self._today is None:
            raise NeedsDate(f"XXXX-XX-{day:02d}")
        year, month, _ = civil(self.today)
        if frame.unit is Grain.YEAR:
            raise self.refuse("a day of a year needs its month")
        reach = 14 if frame.weekday is not None else 2
        found = []
        for step in range(-reach, reach + 1):
            y, m = add_months(year, month, step)
            if day <= month_length(y, m):
                number = day_number(y, m, day)
                if frame.weekday is None or number % 7 == frame.weekday:
                    found.append(number)
        if not found:
            raise self.refuse("no day near the publication date fits both its weekday and its number")
        chosen = self._choose(found, frame.date_relative)
        return units.day(chosen, frame.weekday)

    def _month_or_day(self, frame: Frame, year: int | None) -> TimeInterval:
        month, day = frame.month, frame.day
        assert month is not None
        if not 1 <= month <= 12:
            raise self.refuse(f"there is no month {month}")
        if day is not None and not 1 <= day <= (29 if month == 2 else month_length(2001, month)):
            raise self.refuse(f"that month has no day {day}")
        if year is None and self._today is None:
            raise NeedsDate(f"XXXX-{month:02d}" if day is None else f"XXXX-{month:02d}-{day:02d}")
        if day is None:
            if year is None:
                year = self._nearest_month(month, frame.date_relative)
            if frame.weekday is not None and frame.nth is None:
                raise self.refuse("a weekday of a month needs a number: the first Monday in May")
            return units.month(year, month)
        if year is not None:
            if day > month_length(year, month):
                raise self.refuse(f"{year} has no 29 February")
            number = day_number(year, month, day)
        else:
            number = self._nearest_date(frame, month, day)
        return self._checked_day(frame, number + frame.day_steps)

    def _checked_day(self, frame: Frame, number: int) -> TimeInterval:
        alternatives: tuple[TimeInterval, ...] = ()
        if frame.swapped and frame.month is not None and frame.day is not None:
            year = civil(number)[0]
            if frame.month <= month_length(year, frame.day):
                alternatives = (units.day(day_number(year, frame.day, frame.month)),)
        return units.day(number, frame.weekday, alternatives)

    def _nearest_month(self, month: int, relative: int | None) -> int:
        year, now, _ = civil(self.today)
        if relative == 0:
            return year
        direction = relative if relative is not None else {"past": -1, "future": 1}.get(self.options.tense or "", 0)
        if direction < 0:
            return year if month < now or (relative is None and month == now) else year - 1
        if direction > 0:
            return year if month > now or (relative is None and month == now) else year + 1
        ahead = (month - now) % 12
        return year + (month < now) if ahead <= 6 and ahead < 6 else year - (month > now)

    def _nearest_date(self, frame: Frame, month: int, day: int) -> int:
        year = civil(self.today)[0]
        reach = range(year - 8, year + 9) if (month, day) == (2, 29) else range(year - 1, year + 2)
        days = [day_number(y, month, day) for y in reach if day <= month_length(y, month)]
        if frame.weekday is not None and frame.date_relative is None:
            fitting = [number for number in days if number % 7 == frame.weekday]
            if fitting:
                days = fitting
        return self._choose(days, frame.date_relative)

    def _nth(self, frame: Frame, year: int | None) -> TimeInterval:
        """ "the first Monday in May", "the last week of 2016", "the first nine months of 2021"."""
        nth, kind = frame.nth, frame.nth_of
        assert nth is not None
        if frame.nth_of == "weekday" and frame.date_relative is not None and frame.weekday is not None:
            base = self.today - (self.today - frame.weekday) % 7
            return units.day(base + 7 * nth if frame.date_relative > 0 else (base if base < self.today else base - 7) - 7 * (nth - 1))
        holder = self._holder(frame, year)
        assert holder.lower is not None
        assert holder.upper is not None
        first, after = holder.lower // DAY_SECONDS, holder.upper // DAY_SECONDS
        count = frame.nth_count
        if kind == "weekday":
            assert frame.weekday is not None
            return units.day(_nth_weekday(first, after, frame.weekday, nth), frame.weekday)
        if kind == "weekend":
            saturday = _nth_weekday(first, after, 5, nth)
            return attrs.evolve(units.days(saturday, saturday + 2), timex_value=f"{units.iso_week(saturday)}-WE")
        if kind is Grain.WEEK:
            # Weeks belong where their Thursday is, as in ISO 8601.
            thursday = _nth_weekday(first, after, 3, nth)
            monday = thursday - 3 if nth > 0 else thursday - 3 - 7 * (count - 1)
            found = units.week(monday)
            return found if count == 1 else units.days(monday, monday + 7 * count, Grain.WEEK)
        assert isinstance(kind, Grain)
        if nth > 0:
            begin = shift(first * DAY_SECONDS, kind, nth - 1)
            end = shift(begin, kind, count)
        else:
            end = shift(after * DAY_SECONDS, kind, nth + 1)
            begin = shift(end, kind, -count)
        if kind is Grain.DAY and count == 1:
            return units.day(begin // DAY_SECONDS)
        if kind is Grain.MONTH and count == 1:
            return units.month(*civil(begin // DAY_SECONDS)[:2])
        if kind is Grain.YEAR and count == 1:
            return units.year(civil(begin // DAY_SECONDS)[0])
        from newsfacts.values.durations import make_duration

        window = make_duration(kind, count)
        return attrs.evolve(units.days(begin // DAY_SECONDS, end // DAY_SECONDS, kind), window=window, timex_value=window.iso)

    def _holder(self, frame: Frame, year: int | None) -> TimeInterval:
        """The period that holds what an ordinal counts."""
        if frame.month is not None:
            return units.month(year if year is not None else self._nearest_month(frame.month, frame.date_relative), frame.month)
        if frame.quarter is not None or frame.half is not None or frame.season is not None:
            return self._part_of_year(frame, year)
        if year is not None:
            return units.year(year)
        if frame.full_decade is not None or frame.decade is not None:
            return self._decade(frame)
        if frame.unit is not None and frame.unit is not Grain.YEAR:
            saved, frame.weekday = frame.weekday, None
            try:
                return self._unit(frame)
            finally:
                frame.weekday = saved
        if frame.nth_of in ("weekday", "weekend"):
            current = civil(self.today)
            return units.month(current[0], current[1])
        if frame.nth_of is Grain.MONTH and frame.nth == 1 and frame.nth_count > 1:
            now_year, now_month, _ = civil(self.today)
            return units.year(now_year if now_month >= frame.nth_count // 2 else now_year - 1)
        if isinstance(frame.nth_of, Grain) and frame.nth_of in (Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.DAY):
            raise self.refuse("it counts days, weeks or months without saying of which period")
        raise self.refuse("it counts parts of a period without naming the period")

    def _weekend(self, frame: Frame, year: int | None) -> TimeInterval:
        which = frame.weekend
        if self._today is None:
            raise NeedsDate("XXXX-WXX-WE")
        today = self.today
        if frame.unit is Grain.WEEK:
            which = frame.unit_offset or 0
        saturday = today - today % 7 + 5
        if which == 9:  # "the weekend" is the nearest
            saturday -= 7 if today % 7 < 3 and self.options.tense != "future" else 0
        elif which == 0:
            pass
        elif which in (-1, -2):
            saturday += 7 * (which or 0) if today % 7 != 6 or which == -2 else -7
        elif which is not None:
            saturday += 7 * which if today % 7 >= 5 or which == 2 else 0
        other = saturday + 7 if which == 1 and today % 7 < 5 else None
        found = attrs.evolve(units.days(saturday, saturday + 2), timex_value=f"{units.iso_week(saturday)}-WE")
        return found if other is None else attrs.evolve(found, alternatives=(units.days(other, other + 2),))

    def _week_number(self, frame: Frame, year: int | None) -> TimeInterval:
        number = frame.week_number
        assert number is not None
        if year is None:
            year = civil(self.today)[0]
        monday = iso_week_start(year, number)
        if not 1 <= number <= 53 or monday >= iso_week_start(year + 1, 1):
            raise self.refuse(f"{year} has no week {number}")
        if frame.weekday is not None:
            return units.day(monday + frame.weekday)
        return units.week(monday)

    def _part_of_year(self, frame: Frame, year: int | None) -> TimeInterval:
        if year is None:
            current, month, _ = civil(self.today)
            if frame.season is not None and frame.date_relative in (-1, 0, 1):
                return self._season_relative(frame, frame.season, frame.date_relative)
            if frame.date_relative is None and frame.unit is None:
                year = self._nearest_part(frame, current)
            elif frame.date_relative:
                year = self._part_in_direction(frame, current, frame.date_relative)
            else:
                year = current
        if frame.quarter is not None:
            return units.quarter(year, frame.quarter)
        if frame.half is not None:
            return units.half(year, frame.half)
        assert frame.season is not None
        return units.season(frame.season, year, self.options.south)

    def _part(self, frame: Frame, year: int) -> TimeInterval:
        if frame.quarter is not None:
            return units.quarter(year, frame.quarter)
        if frame.half is not None:
            return units.half(year, frame.half)
        assert frame.season is not None
        return units.season(frame.season, year, self.options.south)

    def _part_in_direction(self, frame: Frame, current: int, direction: int) -> int:
        today = self.today * DAY_SECONDS
        for year in (current + direction * step for step in (-1, 0, 1)):
            part = self._part(frame, year)
            assert part.lower is not None
            assert part.upper is not None
            if direction > 0 and part.lower > today and year >= current:
                return year
            if direction < 0 and part.upper <= today and year >= current - 1:
                best = self._part(frame, current)
                assert best.upper is not None
                return current if best.upper <= today else year
        return current + direction

    def _nearest_part(self, frame: Frame, current: int) -> int:
        """A quarter or season without a year: the nearest by its middle, within the tense if one is given."""
        today = self.today * DAY_SECONDS

        def distance(year: int) -> int:
            part = self._part(frame, year)
            assert part.lower is not None
            assert part.upper is not None
            return abs((part.lower + part.upper) // 2 - today)

        years = (current - 1, current, current + 1)
        if self.options.tense == "past":
            years = (current - 2, current - 1, current)
            return max(y for y in years if (self._part(frame, y).lower or 0) <= today)
        if self.options.tense == "future":
            return min(y for y in years if (self._part(frame, y).upper or 0) > today)
        return min(years, key=distance)

    def _season_relative(self, frame: Frame, code: str, relative: int) -> TimeInterval:
        year = civil(self.today)[0]
        today = self.today * DAY_SECONDS
        south = self.options.south
        around = [units.season(code, y, south) for y in range(year - 2, year + 3)]
        if relative < 0:
            return [s for s in around if s.upper is not None and s.upper <= today][-1]
        if relative > 0:
            return next(s for s in around if s.lower is not None and s.lower > today)
        current = [s for s in around if s.lower is not None and s.upper is not None and s.lower <= today < s.upper]
        return current[0] if current else around[2]

    # -- early, late, the rest of, so far --------------------------------------------------------------------------------

    def _narrowed(self, frame: Frame, found: TimeInterval) -> TimeInterval:
        if frame.part is not None:
            return self._part_of(found, frame.part)
        if not (frame.narrower or frame.rest or frame.to_date):
            return found
        lower, upper = found.lower, found.upper
        assert lower is not None
        assert upper is not None
        today = self.today * DAY_SECONDS
        timex = found.timex
        if frame.narrower < 0 or frame.to_date:
            if lower < today < upper:
                upper = today
            mod = Mod.START if not frame.to_date else None
            return TimeInterval(lower=lower, upper=upper, grain=found.grain, text=span_text(lower, upper), mod=mod, timex_value=timex)
        if lower < today < upper:
            lower = today
        mod = Mod.END
        return TimeInterval(lower=lower, upper=upper, grain=found.grain, text=span_text(lower, upper), mod=mod, timex_value=timex)

    def _part_of(self, found: TimeInterval, part: Mod) -> TimeInterval:
        lower, upper = found.lower, found.upper
        if lower is None or upper is None:
            raise self.refuse("a period without both ends has no beginning, middle or end")
        third = _THIRDS[part]
        grain = found.grain
        first, after = lower // DAY_SECONDS, upper // DAY_SECONDS
        if grain is Grain.MONTH:
            bounds = (first, first + 10, first + 20, after)
            begin, end = bounds[third], bounds[third + 1]
            text, slack = f"{units.day(begin).text}~/{units.day(end - 1).text}~", 5
        elif grain is Grain.YEAR:
            year = civil(first)[0]
            begin, end = _month(year, 4 * third + 1), _month(year, 4 * third + 5)
            text, slack = f"{found.text}-{37 + third}", 31
        elif grain is Grain.DECADE:
            year = civil(first)[0]
            begin_year = year + (0, 3, 6)[third]
            begin, end = day_number(begin_year, 1, 1), day_number(begin_year + 4, 1, 1)
            text, slack = f"{begin_year:04d}~/{begin_year + 3:04d}~", 365
        elif grain in (Grain.CENTURY, Grain.MILLENNIUM):
            year, last = civil(first)[0], civil(after - 1)[0]
            step = (last - year + 1) // 3
            begin_year = year + step * third
            end_year = last + 1 if third == 2 else begin_year + step
            begin, end = day_number(begin_year, 1, 1), day_number(end_year, 1, 1)
            text, slack = f"{units.year(begin_year).text}~/{units.year(end_year - 1).text}~", 3650
        elif grain is Grain.WEEK:
            bounds = (first, first + 3, first + 4, after)
            begin, end = bounds[third], bounds[third + 1]
            if part is Mod.MID:
                begin = first + 2
            text, slack = f"{units.day(begin).text}~/{units.day(end - 1).text}~", 1
        elif grain is Grain.DAY:
            return self._part_of_day(found, part)
        elif grain in (Grain.MINUTE, Grain.HOUR, Grain.SECOND):
            return attrs.evolve(found, mod=part)
        else:  # a quarter, a season, a half: by whole days
            size = (after - first) // 3
            begin, end = first + size * third, after if third == 2 else first + size * (third + 1)
            text, slack = f"{units.day(begin).text}~/{units.day(end - 1).text}~", 15
        lower, upper = begin * DAY_SECONDS, end * DAY_SECONDS
        reach = slack * DAY_SECONDS
        return TimeInterval(
            lower=lower, upper=upper, grain=grain, text=text, approximate=True, mod=part, timex_value=found.timex,
            tiers=Tiers(lower, upper, lower - reach, upper + reach), alternatives=found.alternatives,
        )  # fmt: skip

    def _part_of_day(self, found: TimeInterval, part: Mod) -> TimeInterval:
        assert found.lower is not None
        bounds = {Mod.START: (0, 9), Mod.MID: (11, 14), Mod.END: (17, 24)}[part]
        lower, upper = found.lower + bounds[0] * 3600, found.lower + bounds[1] * 3600
        return TimeInterval(
            lower=lower, upper=upper, grain=Grain.HOUR, text=span_text(lower, upper), mod=part, timex_value=found.timex,
            approximate=True, alternatives=(found,), weekday=found.weekday,
        )  # fmt: skip

    def _with_clock(self, frame: Frame, found: TimeInterval) -> TimeInterval:
        lower = found.lower
        assert lower is not None
        if found.upper is None or found.upper - lower > DAY_SECONDS:
            if frame.week_of or frame.second is None:
                raise self.refuse("a part of the day needs a day, and the words name a longer period")
            raise self.refuse("a clock time needs a day, and the words name a longer period")
        day = lower - lower % DAY_SECONDS
        if frame.second is None:
            code = frame.daytime or "MO"
            begin, end = DAYTIMES[code]
            if frame.part is Mod.END and code in ("NI", "EV"):
                begin = 75_600
            elif frame.part is Mod.START and code in ("EV", "NI", "AF", "MO"):
                end = (begin + end) // 2
            elif frame.part is Mod.END:
                begin = (begin + end) // 2
            begin, end = day + begin, day + end
            timex = f"{units.day(day // DAY_SECONDS).text}T{code if len(code) == 2 else 'MO'}"
            others = tuple(
                moved for other in found.alternatives if (moved := self._daytime_of(other, begin - day, end - day)) is not None
            )
            return TimeInterval(
                lower=begin, upper=end, grain=Grain.HOUR, text=span_text(begin, end), timex_value=timex,
                mod=frame.part, alternatives=others, weekday=found.weekday, approximate=True,
                tiers=Tiers(begin, end, begin, end + 21_600 if code == "NI" else end),
            )  # fmt: skip
        second = frame.second
        twelve = frame.twelve_hour
        if frame.daytime is not None and twelve:
            second = _by_daytime(second, frame.daytime)
            twelve = False
        moment = day + second
        offset = self._offset(frame, moment)
        clock = units.minute(moment, frame.clock_grain, offset)
        readings: list[TimeInterval] = []
        if twelve:
            other = second + 43_200 if second < 43_200 else second - 43_200
            readings.append(units.minute(day + other, frame.clock_grain, offset))
        elif frame.noon_based and second == 0:
            readings.append(units.minute(day + DAY_SECONDS, frame.clock_grain, offset))
        for other_day in found.alternatives:
            if other_day.lower is not None and other_day.grain is Grain.DAY:
                readings.append(units.minute(other_day.lower + second, frame.clock_grain, offset))
        if not readings and found.weekday is None:
            return clock
        return attrs.evolve(clock, alternatives=tuple(readings), weekday=found.weekday)

    def _daytime_of(self, other: TimeInterval, begin: int, end: int) -> TimeInterval | None:
        if other.lower is None or other.grain is not Grain.DAY:
            return None
        begin, end = other.lower + begin, other.lower + end
        return TimeInterval(lower=begin, upper=end, grain=Grain.HOUR, text=span_text(begin, end))

    def _offset(self, frame: Frame, moment: int) -> int | None:
        zone = frame.zone
        return zone_offset(zone, moment) if isinstance(zone, str) else zone

    # -- counted from the publication date or another moment -------------------------------------------------------------

    def _instant(self) -> TimeInterval:
        if self.clock is None:
            return attrs.evolve(units.day(self.today), timex_value="PRESENT_REF")
        return attrs.evolve(units.minute(self.now(), Grain.SECOND if self.clock % 60 else Grain.MINUTE), timex_value="PRESENT_REF")

    def _vague(self, reference: str) -> TimeInterval:
        if self._today is None:
            raise NeedsDate(reference)
        day = units.day(self.today)
        if reference == "PRESENT_REF":
            return attrs.evolve(day, timex_value=reference, approximate=True)
        lower, upper = (None, day.upper) if reference == "PAST_REF" else (self.now(), None)
        text = f"/{day.text}" if reference == "PAST_REF" else f"{day.text if not self.clock else moment_text(self.now(), Grain.MINUTE)}/"
        return TimeInterval(lower=lower, upper=upper, grain=Grain.DAY, text=text, approximate=True, timex_value=reference)

    def _shifted(self, frame: Frame, anchor: TimeInterval | None) -> TimeInterval:
        duration, grain, sign = frame.shift, frame.shift_grain, frame.shift_sign
        assert duration is not None
        fine = bool(duration.hours or duration.minutes or duration.secs)
        if anchor is None:
            if self._today is None:
                raise NeedsDate("XXXX-XX-XX")
            if fine and self.clock is None:
                if grain is Grain.HOUR and duration.hours >= 24 or not (duration.secs or duration.minutes) and duration.days:
                    pass
                else:
                    raise NeedsDate("XXXX-XX-XX", "the time of publication")
        begin = self.now() if anchor is None else anchor.lower
        if begin is None:
            raise self.refuse("it counts from a period without a beginning")
        if frame.shift_working:
            return units.day(_working_days(begin // DAY_SECONDS, int(duration.days), sign))
        moment = move(begin, duration, sign, self)
        offset = None if anchor is None else anchor.offset
        if fine:
            moment_grain = Grain.SECOND if moment % 60 else Grain.MINUTE
            found = units.minute(moment, moment_grain, offset)
            if frame.second is not None or frame.daytime is not None:
                found = self._with_clock(frame, units.day(moment // DAY_SECONDS))
            return found if not duration.approximate else approximated(found)
        number = moment // DAY_SECONDS
        if frame.shift_weekday is not None:
            return units.day(number + (frame.shift_weekday - number) % 7)
        if frame.weekday is not None and anchor is None:
            number += (frame.weekday - number + 3) % 7 - 3
            found = units.day(number)
        elif anchor is not None:
            found = self._beside(anchor, number, grain)
        else:
            found = self._ago(number, grain, sign)
        if frame.second is not None or frame.daytime is not None:
            base = units.day(number)
            found = self._with_clock(frame, base)
        return attrs.evolve(found, window=duration) if anchor is None and sign > 0 else found

    def _beside(self, anchor: TimeInterval, number: int, grain: Grain) -> TimeInterval:
        """So long before or after a time: in the grain of that time, or of the unit where that is coarser."""
        if anchor.grain in (Grain.MINUTE, Grain.SECOND) and anchor.lower is not None:
            return units.minute(number * DAY_SECONDS + anchor.lower % DAY_SECONDS, anchor.grain, anchor.offset)
        if anchor.grain is Grain.YEAR and grain in (Grain.YEAR, Grain.DECADE, Grain.CENTURY):
            return units.year(civil(number)[0])
        if anchor.grain is Grain.MONTH and grain in _LARGE:
            return units.month(*civil(number)[:2])
        return units.day(number)

    def _ago(self, number: int, grain: Grain, sign: int) -> TimeInterval:
        """In the grain of the unit: a month ago is a month, give or take half of one; two days ago is that day. What
        lies ahead ("in two months") is counted to the day, and is as inexact."""
        year, month, _ = civil(number)
        if grain is Grain.DAY:
            return units.day(number)
        if sign > 0:
            slack = {Grain.WEEK: 3, Grain.MONTH: 15, Grain.QUARTER: 45}.get(grain, 182)
            return _tilde(units.day(number), slack, slack)
        if grain is Grain.WEEK:
            return _tilde(units.day(number), 3, 3)
        if grain in (Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.SEASON):
            return _tilde(units.month(year, month), 15, 31)
        if grain is Grain.YEAR:
            return _tilde(units.year(year), 182, 365)
        if grain is Grain.DECADE:
            return _tilde(units.year(year), 5 * 365, 10 * 365)
        return _tilde(units.year(year), 50 * 365, 100 * 365)

    def _window(self, frame: Frame) -> TimeInterval:
        """ "the past two weeks" up to publication, "the next ten days" from the day after it, "within three hours"."""
        window, sign = frame.window, frame.window_sign
        assert window is not None
        duration, grain = window.value, window.grain
        if self._today is None:
            raise NeedsDate(duration.timex)
        fine = bool(duration.hours or duration.minutes or duration.secs)
        midnight = self.today * DAY_SECONDS
        if fine and self.clock is None and duration.seconds % DAY_SECONDS == 0:
            fine = False  # "the last 24 hours", by an article of which only the day is known
        if fine and self.clock is None:
            raise NeedsDate(duration.timex, "the time of publication")
        longer = duration.upto or duration
        if window.working:
            lower, upper = self._working_window(int(duration.days), sign)
        elif grain is Grain.QUARTER and sign in (-1, 1):
            year, month, _ = civil(self.today)
            this = day_number(year, 3 * ((month - 1) // 3) + 1, 1) * DAY_SECONDS
            lower, upper = (move(this, longer, -1, self), this) if sign < 0 else (shift(this, Grain.MONTH, 3), 0)
            if sign > 0:
                upper = move(lower, longer, 1, self)
        elif sign == 2:  # within: from the moment of publication on
            lower = self.now() if fine or self.clock else midnight
            if not fine:
                lower = midnight
            upper = move(lower, longer, 1, self)
        elif sign < 0:
            upper = self.now() if fine else midnight
            lower = move(upper, longer, -1, self)
        else:
            lower = self.now() if fine else midnight + DAY_SECONDS
            upper = move(lower, longer, 1, self)
        approximate = duration.vague is not None
        today_end = midnight + DAY_SECONDS
        tiers = None
        if not fine:
            tiers = Tiers(lower, upper, lower if sign < 0 else min(lower, midnight), max(upper, today_end) if sign < 0 else upper)
        return TimeInterval(
            lower=lower, upper=upper, grain=grain, text=span_text(lower, upper), window=duration, timex_value=duration.timex,
            approximate=approximate, tiers=tiers,
        )  # fmt: skip

    def _working_window(self, count: int, sign: int) -> tuple[int, int]:
        today = self.today
        if sign > 0:
            last = _working_days(today, count, 1)
            return (today + 1) * DAY_SECONDS, (last + 1) * DAY_SECONDS
        return _working_days(today, count, -1) * DAY_SECONDS, today * DAY_SECONDS


def move(begin: int, duration: Duration, sign: int, resolver: Resolver) -> int:
    """A moment so much later or earlier; parts of a month or year are counted in days."""
    months = duration.years * 12 + duration.months
    whole = int(months)
    rest = months - whole
    if not -1_200_000 < whole < 1_200_000:
        raise resolver.refuse("it is more than 100,000 years away")
    days = duration.weeks * 7 + duration.days + rest * 30
    seconds = days * DAY_SECONDS + duration.hours * 3600 + duration.minutes * 60 + duration.secs
    if not -FARTHEST < seconds < FARTHEST:
        raise resolver.refuse("it is more than 100,000 years away")
    return shift(begin, Grain.MONTH, sign * whole) + sign * round(seconds) if whole else begin + sign * round(seconds)


def approximated(found: TimeInterval) -> TimeInterval:
    """With "about" before it: `core` one unit wider on both sides, `outer` three."""
    return with_reach(found, found.grain, 1, 3) if not found.approximate else found


def with_reach(found: TimeInterval, grain: Grain, core: int, outer: int) -> TimeInterval:
    """An approximate copy that reaches so many units further on both sides."""
    lower, upper = found.lower, found.upper
    unit = Grain.DAY if grain is Grain.SEASON else grain
    factor = 30 if grain is Grain.SEASON else 1
    if grain in (Grain.MINUTE, Grain.SECOND):
        unit, factor = Grain.MINUTE, 15

    def moved(end: int | None, count: int) -> int | None:
        return None if end is None else shift(end, unit, count * factor)

    tiers = Tiers(moved(lower, -core), moved(upper, core), moved(lower, -outer), moved(upper, outer))
    text = found.text if "/" in found.text or ".." in found.text else f"{found.text}~"
    if "/" in found.text and "T" not in found.text and "~" not in found.text and ".." not in found.text:
        text = "/".join(f"{side}~" for side in found.text.split("/") if side)
    mod = found.mod or Mod.APPROX
    return attrs.evolve(found, approximate=True, tiers=tiers, text=text, mod=mod, timex_value=found.timex)


def _tilde(found: TimeInterval, core: int, outer: int) -> TimeInterval:
    assert found.lower is not None
    assert found.upper is not None
    lower, upper = found.lower, found.upper
    tiers = Tiers(
        lower - core * DAY_SECONDS, upper + core * DAY_SECONDS, lower - outer * DAY_SECONDS, upper + outer * DAY_SECONDS
    )
    return attrs.evolve(found, text=f"{found.text}~", approximate=True, tiers=tiers)


def _moments(lower: int, upper: int, grain: Grain) -> TimeInterval:
    return TimeInterval(lower=lower, upper=upper, grain=grain, text=span_text(lower, upper))


def _month(year: int, month: int) -> int:
    return day_number(*add_months(year, 1, month - 1), 1)


def _season_code(month: int, south: bool) -> str:
    code = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}[month]
    return {"SP": "FA", "SU": "WI", "FA": "SP", "WI": "SU"}[code] if south else code


def _nth_weekday(first: int, after: int, weekday: int, nth: int) -> int:
    """The nth such weekday of the days from `first` to before `after`, from their end if negative."""
    if nth > 0:
        return first + (weekday - first) % 7 + 7 * (nth - 1)
    last = after - 1
    return last - (last - weekday) % 7 + 7 * (nth + 1)


def _working_days(day: int, count: int, sign: int) -> int:
    """So many days that are not Saturdays or Sundays away; public holidays are counted as working days."""
    weeks, rest = divmod(count, 5)
    day += 7 * weeks * sign
    while rest:
        day += sign
        if day % 7 < 5:
            rest -= 1
    return day


def _by_daytime(second: int, daytime: str) -> int:
    hour, rest = divmod(second, 3600)
    if daytime in ("MO", "DAWN"):
        return hour % 12 * 3600 + rest
    if daytime == "NI" and (hour < 5 or hour == 12):
        return hour % 12 * 3600 + rest
    return (hour if hour == 12 else hour + 12) % 24 * 3600 + rest


def _clock(second: int) -> str:
    return f"{second // 3600:02d}:{second // 60 % 60:02d}"
