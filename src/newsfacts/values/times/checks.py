"""Whether dates, weekdays, ages and lengths of time fit each other. Each check takes values and returns a small result.

A result's `agreement` is COMPATIBLE, TENSION, CONTRADICTION or UNKNOWN; `because` says why in a sentence; what would
fit is a field of its own. Nothing is corrected.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import attrs

from newsfacts.immutable import frozen
from newsfacts.values.comparison import Agreement
from newsfacts.values.times.calendar import DAY_SECONDS, WEEKDAY_NAMES, civil, day_number, month_length
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.prose import say_day, say_time
from newsfacts.values.times.times import Duration, TimeInterval

__all__ = [
    "SpanCheck", "WeekdayCheck", "check_age", "check_anniversary", "check_duration", "check_weekday",
]  # fmt: skip


@frozen(kw_only=True)
class WeekdayCheck:
    """Whether a date falls on the weekday that its words name.

    Where it does not: `falls_on` is its weekday (0 is Monday), `nearest` the closest date with the weekday that was
    said, and `year` the closest year in which that day and month have it.
    """

    agreement: Agreement
    because: str
    falls_on: int | None = None
    nearest: dt.date | None = None
    year: int | None = None


@frozen(kw_only=True)
class SpanCheck:
    """Whether a number of years or a length of time fits two dates; `least` and `most` are what the dates allow, in
    whole years for ages and anniversaries, in days for durations."""

    agreement: Agreement
    because: str
    least: int | None = None
    most: int | None = None


def check_weekday(time: TimeInterval, weekday: int | None = None) -> WeekdayCheck:
    """Whether a day has the weekday that its words name (`time.weekday`), or the one that is given."""
    said = time.weekday if weekday is None else weekday
    if said is None or time.lower is None or time.upper is None or time.upper - time.lower > DAY_SECONDS:
        return WeekdayCheck(agreement=Agreement.UNKNOWN, because="A weekday and a single day are needed.")
    day = time.lower // DAY_SECONDS
    falls_on = day % 7
    if falls_on == said:
        because = f"{say_day(day)} is a {WEEKDAY_NAMES[said]}."
        return WeekdayCheck(agreement=Agreement.COMPATIBLE, because=because, falls_on=falls_on)
    closest = day + (said - falls_on + 3) % 7 - 3
    year = _fitting_year(day, said)
    fits = "" if year is None else f"; in {year} that day was one"
    because = (
        f"{say_day(day)} is a {WEEKDAY_NAMES[falls_on]}, not a {WEEKDAY_NAMES[said]}: "
        f"the nearest {WEEKDAY_NAMES[said]} is {say_day(closest)}{fits}."
    )
    nearest = dt.date(*civil(closest)) if 1 <= civil(closest)[0] <= 9999 else None
    return WeekdayCheck(
        agreement=Agreement.CONTRADICTION, because=because, falls_on=falls_on, nearest=nearest, year=year
    )


def _fitting_year(day: int, weekday: int) -> int | None:
    """The closest year in which the same day and month fall on a weekday; the earlier of two equally close ones."""
    year, month, in_month = civil(day)
    for step in range(1, 41):  # 29 February returns to a weekday within 40 years
        for candidate in (year - step, year + step):
            if (
                1 <= candidate <= 9999
                and in_month <= month_length(candidate, month)
                and day_number(candidate, month, in_month) % 7 == weekday
            ):
                return candidate
    return None


def check_age(age: int, born: TimeInterval, on: TimeInterval) -> SpanCheck:
    """Whether someone born then can be so many years old on a date; coarse dates allow more than one age."""
    return _years(age, born, on, f"aged {age}", "born")


def check_anniversary(number: int, event: TimeInterval, on: TimeInterval) -> SpanCheck:
    """Whether a date lies in the year of the nth anniversary of an event."""
    if event.lower is None or on.lower is None or on.upper is None or event.upper is None:
        return SpanCheck(agreement=Agreement.UNKNOWN, because="An anniversary needs two dates with both ends.")
    first, last = _year(event.lower), _year(event.upper - 1)
    least, most = _year(on.lower) - last, _year(on.upper - 1) - first
    if least <= number <= most:
        because = f"{say_time(on)} is in the year of anniversary {number} of {say_time(event)}."
        return SpanCheck(agreement=Agreement.COMPATIBLE, because=_capital(because), least=least, most=most)
    allowed = str(least) if least == most else f"{least} to {most}"
    because = f"From {say_time(event)} to {say_time(on)} it is anniversary {allowed}, not {number}."
    return SpanCheck(agreement=Agreement.CONTRADICTION, because=because, least=least, most=most)


def _years(number: int, start: TimeInterval, end: TimeInterval, claim: str, since: str) -> SpanCheck:
    """Completed years between any moment of `start` and any moment of `end`."""
    if start.lower is None or start.upper is None or end.lower is None or end.upper is None:
        return SpanCheck(agreement=Agreement.UNKNOWN, because="Two dates with both ends are needed.")
    least = _completed(start.upper - 1, end.lower)
    most = _completed(start.lower, end.upper - 1)
    allowed = str(least) if least == most else f"{least} to {most}"
    if least <= number <= most:
        because = f"{claim} fits: {since} {say_time(start)}, on {say_time(end)} it is {allowed}."
        return SpanCheck(agreement=Agreement.COMPATIBLE, because=_capital(because), least=least, most=most)
    because = f"{claim} does not fit: {since} {say_time(start)}, on {say_time(end)} it is {allowed}."
    verdict = Agreement.TENSION if least - 1 <= number <= most + 1 else Agreement.CONTRADICTION
    return SpanCheck(agreement=verdict, because=_capital(because), least=least, most=most)


def _completed(start: int, end: int) -> int:
    """Whole years from one moment to another; a birthday on 29 February is kept on 1 March in common years."""
    year, month, day = civil(start // DAY_SECONDS)
    until, now_month, now_day = civil(end // DAY_SECONDS)
    return until - year - ((now_month, now_day) < (month, day))


def _year(second: int) -> int:
    return civil(second // DAY_SECONDS)[0]


def check_duration(duration: Duration, start: TimeInterval, end: TimeInterval) -> SpanCheck:
    """Whether a length of time fits its beginning and its end.

    The stated duration may be rounded to half of its unit, and the last day may be counted or not.
    """
    if start.lower is None or start.upper is None or end.lower is None or end.upper is None:
        return SpanCheck(agreement=Agreement.UNKNOWN, because="Two dates with both ends are needed.")
    if end.upper <= start.lower:
        because = f"The end, {say_time(end)}, is before the beginning, {say_time(start)}."
        return SpanCheck(agreement=Agreement.CONTRADICTION, because=because)
    least, most = max(0, end.lower - start.upper), end.upper - start.lower
    low, high = duration.bounds()
    slack = Fraction(duration.granule(), 2)
    days = SpanCheck(
        agreement=Agreement.COMPATIBLE, because="", least=least // DAY_SECONDS, most=-(-most // DAY_SECONDS)
    )
    told = f"from {say_time(start)} to {say_time(end)} there are {days.least} to {days.most} days"
    if low <= most and (high is None or high >= least):
        return attrs.evolve(days, because=f"{duration} fits: {told}.")
    if low - slack <= most and (high is None or high + slack >= least):
        return attrs.evolve(days, because=f"{duration} fits when it is rounded to its unit: {told}.")
    if start.grain < Grain.DAY or end.grain < Grain.DAY:
        told = f"from {say_time(start)} to {say_time(end)} there are {least} to {most} seconds"
    return attrs.evolve(days, agreement=Agreement.CONTRADICTION, because=f"{duration} does not fit: {told}.")


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
