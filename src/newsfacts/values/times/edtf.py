"""Read EDTF, the Extended Date/Time Format (ISO 8601-2:2019, and the Library of Congress profile of 4 February 2019).

Levels 0 to 2 are read whole. The result is a `TimeInterval`: from the first moment that the text can mean to the last.
What the profile leaves open is decided so:

- `?` leaves `core` as stated and widens `outer` by one unit of what it qualifies; `~` and `%` widen `core` by one unit
  and `outer` by three.
- `1950S2`: stated as 1950, with `core` and `outer` from 1900 to 1999.
- Winter (24, 28) begins in December of its year; 21 to 24 are read as northern seasons; 29 to 32 are southern.
- An interval is reversed, and refused, if its end begins before its start can begin: 2004-06-11/2004-06 too.
- An unknown end (empty) and an open end (`..`) are both None; `text` keeps them apart.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from newsfacts.errors import UnreadableValue
from newsfacts.patterns import lazy_pattern
from newsfacts.values.times.calendar import DAY_SECONDS, add_months, day_number, month_length, year_text
from newsfacts.values.times.grain import Grain, shift
from newsfacts.values.times.times import Tiers, TimeInterval

__all__ = ["MAX_EDTF_LENGTH", "MAX_YEAR_DIGITS", "SEASON_MONTHS", "parse_edtf"]

MAX_EDTF_LENGTH: Final = 2000
"""The longest EDTF text, in code points, that is read."""

MAX_YEAR_DIGITS: Final = 100
"""How many digits a year may have, its exponent written out."""

SEASON_MONTHS: Final[dict[int, tuple[int, int, Grain]]] = {
    21: (3, 3, Grain.SEASON), 22: (6, 3, Grain.SEASON), 23: (9, 3, Grain.SEASON), 24: (12, 3, Grain.SEASON),
    25: (3, 3, Grain.SEASON), 26: (6, 3, Grain.SEASON), 27: (9, 3, Grain.SEASON), 28: (12, 3, Grain.SEASON),
    29: (9, 3, Grain.SEASON), 30: (12, 3, Grain.SEASON), 31: (3, 3, Grain.SEASON), 32: (6, 3, Grain.SEASON),
    33: (1, 3, Grain.QUARTER), 34: (4, 3, Grain.QUARTER), 35: (7, 3, Grain.QUARTER), 36: (10, 3, Grain.QUARTER),
    37: (1, 4, Grain.SEASON), 38: (5, 4, Grain.SEASON), 39: (9, 4, Grain.SEASON),
    40: (1, 6, Grain.HALF), 41: (7, 6, Grain.HALF),
}  # fmt: skip
"""EDTF code -> (first month, number of months, grain): seasons, northern, southern, quarters, thirds, halves."""

_DATE = lazy_pattern(
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?\Z"
)
_LONG_YEAR = lazy_pattern(r"Y(-?[1-9][0-9]*)(?:E([1-9][0-9]*))?(?:S([1-9][0-9]*))?([?~%]?)\Z")
_SIGNIFICANT = lazy_pattern(r"(-?[0-9]{4})S([1-9][0-9]*)([?~%]?)\Z")
_CLOCK = lazy_pattern(
    r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})"
    r"(Z|[+-][0-9]{2}(?::[0-9]{2})?)?\Z"
)
_UNSPECIFIED_GRAIN = (Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)


class _Reach(NamedTuple):
    """The interval of one date, and the first moment of its last completion (199X: 1 January 1999)."""

    time: TimeInterval
    last_start: int


@functools.lru_cache(maxsize=8192)
def parse_edtf(text: str) -> TimeInterval:
    """The period that an EDTF text (levels 0 to 2) means.

    Raises `UnreadableValue`, a `ValueError`, that says what is wrong with a text that is not EDTF.
    """
    if len(text) > MAX_EDTF_LENGTH:
        raise UnreadableValue(text, f"it is {len(text)} characters long; at most {MAX_EDTF_LENGTH} are read as EDTF")
    if not text:
        raise UnreadableValue(text, "it is empty")
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _date(text, text).time


def _interval(text: str) -> TimeInterval:
    parts = text.split("/")
    if len(parts) != 2:
        raise UnreadableValue(text, "an interval has one slash, between its start and its end")
    if "T" in text:
        raise UnreadableValue(text, "in EDTF the ends of an interval are dates, without clock times")
    left, right = parts
    if not left and not right:
        raise UnreadableValue(text, "an interval states its start, its end, or both")
    start = None if left in ("", "..") else _date(left, text)
    end = None if right in ("", "..") else _date(right, text)
    return _join(text, start, end, text)


def _join(whole: str, start: _Reach | None, end: _Reach | None, text: str) -> TimeInterval:
    lower = start.time.lower if start else None
    upper = end.time.upper if end else None
    if start and end and lower is not None and lower > end.last_start:
        raise UnreadableValue(whole, f"its end, {end.time.text}, begins before its start, {start.time.text}")
    times = [side.time for side in (start, end) if side]
    tiers = None
    if any(time.tiers for time in times):
        first = start.time.tiers if start and start.time.tiers else Tiers(lower, None, lower, None)
        last = end.time.tiers if end and end.time.tiers else Tiers(None, upper, None, upper)
        tiers = Tiers(first.core_lower, last.core_upper, first.outer_lower, last.outer_upper)
    return TimeInterval(
        lower=lower, upper=upper, grain=min(time.grain for time in times) if times else Grain.DAY, text=text,
        approximate=any(time.approximate for time in times), uncertain=any(time.uncertain for time in times),
        tiers=tiers,
    )  # fmt: skip


def _set(text: str) -> TimeInterval:
    closing = "]" if text[0] == "[" else "}"
    if text[-1] != closing or len(text) < 3:
        raise UnreadableValue(text, f"a set that begins with {text[0]} ends with {closing} and has members in between")
    items = [item.strip(" ") if number else item for number, item in enumerate(text[1:-1].split(","))]
    members = _members(text, items)
    lowers = [member.lower for member in members if member.lower is not None]
    uppers = [member.upper for member in members if member.upper is not None]
    return TimeInterval(
        lower=min(lowers) if len(lowers) == len(members) else None,
        upper=max(uppers) if len(uppers) == len(members) else None,
        grain=min(member.grain for member in members), text=f"{text[0]}{','.join(items)}{closing}",
        approximate=any(member.approximate for member in members),
        uncertain=any(member.uncertain for member in members),
        members=tuple(members), one_of=closing == "]",
    )  # fmt: skip


def _members(text: str, items: list[str]) -> list[TimeInterval]:
    """The dates of a set, the first and the last of which may be open."""
    members = []
    for number, item in enumerate(items):
        before, dots, after = item.partition("..")
        if not dots:
            members.append(_date(item, text).time)
            continue
        if (not before and number) or (not after and number < len(items) - 1) or not (before or after):
            raise UnreadableValue(text, "in a set, only the first member may begin and only the last may end with ..")
        start = _date(before, text) if before else None
        end = _date(after, text) if after else None
        members.append(_join(text, start, end, f"{before or '..'}/{after or '..'}"))
    return members


def _date(text: str, whole: str) -> _Reach:
    found = _DATE.match(text)
    if found is not None:
        return _calendar_date(found, text, whole)
    if "T" in text:
        return _clock_time(text, whole)
    if text.startswith("Y"):
        return _long_year(text, whole)
    significant = _SIGNIFICANT.match(text)
    if significant is not None:
        year, digits, mark = significant.groups()
        return _year_with_digits(text, whole, int(year), int(digits), mark)
    raise UnreadableValue(whole, _why_not(text))


def _why_not(text: str) -> str:
    if not text or text.strip() != text or " " in text:
        return "EDTF has no spaces"
    if text[0] == "+":
        return "EDTF has no plus sign before a year"
    if "(" in text or "^" in text:
        return "this notation was in drafts of EDTF and is no longer part of it"
    if "u" in text and text.replace("u", "X") != text and _DATE.match(text.replace("u", "X")):
        return "an unspecified digit is written X; u was in drafts of EDTF"
    digits = text.rstrip("?~%").lstrip("-")
    if digits.isdecimal() and len(digits) > 4:
        return "a year of more than four digits begins with Y"
    return "a date is written 2004, 2004-06 or 2004-06-11, with ? ~ % for doubt and X for an unspecified digit"


def _calendar_date(found: re.Match[str], text: str, whole: str) -> _Reach:
    before_year, year, after_year, before_month, month, after_month, before_day, day, after_day = found.groups("")
    if year == "-0000":
        raise UnreadableValue(whole, "the year 0 has no sign")
    marks = _marks(before_year, after_year, before_month, after_month, before_day, after_day, month != "", day != "")
    negative = year[0] == "-"
    digits = year.lstrip("-")
    near, far = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    first_year, last_year = (-far, -near) if negative else (near, far)
    if not month:
        grain = _UNSPECIFIED_GRAIN[min(3, len(digits) - digits.index("X"))] if "X" in digits else Grain.YEAR
        begin, last, upper = (day_number(y, 1, 1) for y in (first_year, last_year, last_year + 1))
        return _finish(text, begin, last, upper, grain, marks)
    code = int(month) if month.isdecimal() else 0
    if code in SEASON_MONTHS:
        if day:
            raise UnreadableValue(whole, f"{month} is a season, which has no days")
        first_month, months, grain = SEASON_MONTHS[code]
        begin, last = day_number(first_year, first_month, 1), day_number(last_year, first_month, 1)
        end_year, end_month = add_months(last_year, first_month, months)
        return _finish(text, begin, last, day_number(end_year, end_month, 1), grain, marks)
    possible = [number for number in range(1, 13) if _fits(month, number)]
    if not possible:
        raise UnreadableValue(whole, f"{month} is neither a month (01 to 12) nor a season (21 to 41)")
    if not day:
        begin, last = day_number(first_year, possible[0], 1), day_number(last_year, possible[-1], 1)
        upper = last + month_length(last_year, possible[-1])
        return _finish(text, begin, last, upper, Grain.MONTH, marks)
    return _day(text, whole, digits, negative, possible, day, marks)


def _day(
    text: str, whole: str, digits: str, negative: bool, months: list[int], day: str, marks: tuple[str, Grain] | None
) -> _Reach:
    years = _years(digits, negative)
    last_days = [number for number in range(1, 32) if _fits(day, number)]
    begin = next(_dates(years, months, last_days), None)
    if begin is None:
        written = text.strip("?~%")
        raise UnreadableValue(whole, f"the calendar has no day {written}" if "X" not in written else
                              f"no day of the calendar fits {written}")  # fmt: skip
    last = next(_dates(years[::-1], months[::-1], last_days[::-1]))
    return _finish(text, begin, last, last + 1, Grain.DAY, marks)


def _years(digits: str, negative: bool) -> list[int]:
    """The years that the digits allow, in order of time."""
    choices = [""]
    for digit in digits:
        choices = [begun + d for begun in choices for d in ("0123456789" if digit == "X" else digit)]
    numbers = [int(choice) for choice in choices]
    return [-number for number in reversed(numbers)] if negative else numbers


def _dates(years: list[int], months: list[int], days: list[int]) -> Iterator[int]:
    if not days:
        return
    for year in years:
        for month in months:
            for day in days:
                if day <= month_length(year, month):
                    yield day_number(year, month, day)


def _fits(pattern: str, number: int) -> bool:
    written = f"{number:02d}"
    return all(p in ("X", w) for p, w in zip(pattern, written, strict=True))


def _marks(
    before_year: str, after_year: str, before_month: str, after_month: str, before_day: str, after_day: str,
    has_month: bool, has_day: bool,
) -> tuple[str, Grain] | None:  # fmt: skip
    """Which signs qualify a date, and the finest unit that they qualify. A sign before a part qualifies that part; one
    after it qualifies it and all to its left."""
    signs = before_year + after_year + before_month + after_month + before_day + after_day
    if not signs:
        return None
    if before_day or after_day:
        return signs, Grain.DAY
    if before_month or after_month:
        return signs, Grain.MONTH
    return signs, Grain.YEAR


def _finish(text: str, begin: int, last: int, upper: int, grain: Grain, marks: tuple[str, Grain] | None) -> _Reach:
    lower, end = begin * DAY_SECONDS, upper * DAY_SECONDS
    approximate = uncertain = False
    tiers = None
    if marks is not None:
        signs, unit = marks
        unit = max(grain, unit) if unit is not Grain.DAY else grain
        approximate, uncertain = "~" in signs or "%" in signs, "?" in signs or "%" in signs
        tiers = _tiers(lower, end, unit, approximate)
    time = TimeInterval(
        lower=lower, upper=end, grain=grain, text=text, approximate=approximate, uncertain=uncertain, tiers=tiers
    )
    return _Reach(time, last * DAY_SECONDS)


def _tiers(lower: int, upper: int, unit: Grain, approximate: bool) -> Tiers:
    """How far a qualified date reaches, by whole units of what the sign qualifies."""
    if approximate:
        core = (shift(lower, unit, -1), shift(upper, unit, 1))
        return Tiers(*core, shift(lower, unit, -3), shift(upper, unit, 3))
    return Tiers(lower, upper, shift(lower, unit, -1), shift(upper, unit, 1))


def _long_year(text: str, whole: str) -> _Reach:
    found = _LONG_YEAR.match(text)
    if found is None:
        raise UnreadableValue(whole, "after Y comes a year, such as Y17000, Y-17E7 or Y3388E2S3, and nothing else")
    base, exponent, digits, mark = found.groups()
    if len(base) > MAX_YEAR_DIGITS or (exponent and (len(exponent) > 3 or len(base) + int(exponent) > MAX_YEAR_DIGITS)):
        raise UnreadableValue(whole, f"years of more than {MAX_YEAR_DIGITS} digits are not read")
    year = int(base) * 10 ** int(exponent or 0)
    if exponent is None and abs(year) <= 9999:
        raise UnreadableValue(whole, f"Y is for years of more than four digits; write {year_text(year)}")
    return _year_with_digits(text, whole, year, int(digits) if digits else None, mark)


def _year_with_digits(text: str, whole: str, year: int, digits: int | None, mark: str) -> _Reach:
    marks = (mark, Grain.YEAR) if mark else None
    reach = _finish(text, day_number(year, 1, 1), day_number(year, 1, 1), day_number(year + 1, 1, 1), Grain.YEAR, marks)
    if digits is None:
        return reach
    dropped = len(str(abs(year))) - digits
    if dropped < 0:
        raise UnreadableValue(whole, f"the year has {len(str(abs(year)))} digits, so {digits} cannot be significant")
    size = 10**dropped
    floor = abs(year) // size * size
    first, last = (floor, floor + size) if year >= 0 else (-floor - size + 1, -floor + 1)
    lower, upper = day_number(first, 1, 1) * DAY_SECONDS, day_number(last, 1, 1) * DAY_SECONDS
    time = reach.time
    return _Reach(
        TimeInterval(lower=time.lower, upper=time.upper, grain=Grain.YEAR, text=text, approximate=True,
                     uncertain=time.uncertain, tiers=Tiers(lower, upper, lower, upper)),
        reach.last_start,
    )  # fmt: skip


def _clock_time(text: str, whole: str) -> _Reach:
    found = _CLOCK.match(text)
    if found is None:
        raise UnreadableValue(whole, "a clock time is written 1985-04-12T23:20:30, then nothing, Z, or +05:30")
    year, month, day, hour, minute, second = (int(part) for part in found.groups()[:6])
    if found[1] == "-0000":
        raise UnreadableValue(whole, "the year 0 has no sign")
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        raise UnreadableValue(whole, f"the calendar has no day {text[: text.index('T')]}")
    if (hour > 23 or minute > 59 or second > 59) and (hour, minute, second) != (24, 0, 0):
        raise UnreadableValue(whole, "the clock goes from 00:00:00 to 23:59:59 (or 24:00:00)")
    offset = read_offset(found[7], whole) if found[7] else None
    moment = day_number(year, month, day) * DAY_SECONDS + hour * 3600 + minute * 60 + second
    return _Reach(TimeInterval(lower=moment, upper=moment + 1, grain=Grain.SECOND, text=text, offset=offset), moment)


def read_offset(written: str, whole: str) -> int:
    """Minutes east of UTC of `Z`, `+05:30` or `-04`. Raises `UnreadableValue` beyond 14 hours, where no zone is."""
    if written == "Z":
        return 0
    hours, minutes = int(written[1:3]), int(written[4:6] or 0)
    if minutes > 59 or hours * 60 + minutes > 14 * 60:
        raise UnreadableValue(whole, f"no time zone is {written} from UTC")
    return (hours * 60 + minutes) * (-1 if written[0] == "-" else 1)
