"""TIMEX3 values (ISO 24617-1, TimeML), both ways: what an interval, a duration or a set is called there, and back.

TIMEX3 has no periods between two dates: `to_timex` writes them as two values with a slash; `parse_timex` reads that.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.patterns import lazy_pattern
from newsfacts.values.times import units
from newsfacts.values.times.calendar import day_number, iso_week_start, month_length, year_text
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.reading.terms import Side
from newsfacts.values.times.resolving.context import DEFAULT_OPTIONS, Context
from newsfacts.values.times.resolving.inexact import with_reach
from newsfacts.values.times.resolving.parts import DAYTIMES
from newsfacts.values.times.resolving.sides import sided
from newsfacts.values.times.resolving.thirds import part_of
from newsfacts.values.times.texts import span_text
from newsfacts.values.times.times import SIGNS, Duration, TimeInterval, TimeSet, UnresolvedTime

__all__ = ["parse_timex", "to_timex"]

MAX_LENGTH: Final = 200
"""The longest TIMEX3 value, in code points."""

_DATE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?|W(?P<week>[0-9]{2})(?:-(?P<wday>[1-7]|WE))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?"
    r"(?:T(?:(?P<part>MO|AF|EV|NI|DT|MI)|(?P<hour>[0-9]{2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r"(?P<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?))?\Z"
)
_DURATION = re.compile(
    r"P(?:(?P<Y>[0-9.]+)Y)?(?:(?P<M>[0-9.]+)M)?(?:(?P<Q>[0-9.]+)Q)?(?:(?P<W>[0-9.]+)W)?(?:(?P<D>[0-9.]+)D)?(?:(?P<WE>[0-9.]+)WE)?"
    r"(?:(?P<DE>[0-9.]+)DE)?(?:(?P<CE>[0-9.]+)CE)?"
    r"(?:T(?:(?P<h>[0-9.]+)H)?(?:(?P<m>[0-9.]+)M)?(?:(?P<s>[0-9.]+)S)?(?:(?P<NI>[0-9.]+)NI)?)?\Z"
)
_VAGUE_DURATION = re.compile(r"PT?X(DE|CE|ML|Y|M|W|D|Q|H|S)\Z")
_GRAINS: Final = {
    "Y": Grain.YEAR, "M": Grain.MONTH, "Q": Grain.QUARTER, "W": Grain.WEEK, "D": Grain.DAY, "WE": Grain.WEEK,
    "DE": Grain.DECADE, "CE": Grain.CENTURY, "ML": Grain.MILLENNIUM, "h": Grain.HOUR, "m": Grain.MINUTE,
    "s": Grain.SECOND,
    "NI": Grain.DAY, "H": Grain.HOUR, "S": Grain.SECOND,
}  # fmt: skip


_SIDES: Final = {
    Mod.BEFORE: Side.BEFORE, Mod.AFTER: Side.AFTER, Mod.ON_OR_BEFORE: Side.BY, Mod.ON_OR_AFTER: Side.FROM,
}  # fmt: skip


def to_timex(value: TimeInterval | Duration | TimeSet | UnresolvedTime) -> str:
    """The TIMEX3 value; the modifier, where there is one, is `value.mod`."""
    return value.timex


def parse_timex(
    value: str, mod: str | Mod | None = None, *, quant: str | None = None, freq: str | int | None = None
) -> TimeInterval | Duration | TimeSet | UnresolvedTime:
    """The time that a TIMEX3 value means, with its `mod`, and for a set its `quant` and `freq`.

    PRESENT_REF, PAST_REF, FUTURE_REF and values with unknown parts (XXXX-WXX-4) are an `UnresolvedTime`. Raises
    `UnreadableValue` for what is not a TIMEX3 value.
    """
    if len(value) > MAX_LENGTH:
        raise UnreadableValue(value, f"a TIMEX3 value of more than {MAX_LENGTH} characters is not read")
    modifier = _modifier(value, mod)
    if value.startswith("R") and "/" in value:
        repeats, _, inner = value.partition("/")
        written = _REPEATS.match(repeats)
        if written is None:
            raise UnreadableValue(
                value, "a recurring time is written R/P1W, R2/P1W for twice, or R>=2/P1W for at least twice"
            )
        sign, count = written.groups()
        if sign:
            modifier = SIGNS[sign]
        return _set(value, inner, quant, int(count) if count else None, modifier)
    if quant or freq:
        return _set(value, value, quant, _frequency(value, freq), modifier)
    if value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        return UnresolvedTime(words=value, timex=value)
    if value.startswith(("FY", "SY")) and re.match(r"[FS]Y[0-9X]{2,4}\Z", value):
        return UnresolvedTime(words=value, needs="the fiscal or school calendar of the institution", timex=value)
    if value.startswith("P"):
        return _duration(value, modifier)
    if "/" in value:
        return _between(value)
    if "X" in value:
        return _partly_unknown(value)
    if value.isascii() and value.isdigit() and len(value) in (2, 3):
        found = units.decade(int(value) * 10) if len(value) == 3 else units.century(int(value) + 1)
        return _modified(found, modifier)
    return _modified(_date(value), modifier)


def _modifier(value: str, mod: str | Mod | None) -> Mod | None:
    if mod is None or isinstance(mod, Mod):
        return mod
    try:
        return Mod[mod]
    except KeyError:
        raise UnreadableValue(value, f"{mod} is not a TIMEX3 modifier") from None


def _frequency(value: str, freq: str | int | None) -> int | None:
    if freq is None or isinstance(freq, int):
        return freq
    digits = freq.rstrip("XDxd")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 6):
        raise UnreadableValue(value, f"{freq!r} is not a frequency; twice is written 2X")
    return int(digits)


_REPEATS: Final = lazy_pattern(r"R(?:(>=|<=|>|<|~)?([0-9]{1,5}))?\Z")
_PATTERN: Final = r"(?:XXXX|[0-9]{4})[-0-9A-Z:]*"
_PATTERNS: Final = lazy_pattern(rf"{_PATTERN}(?:,{_PATTERN})*\Z")
"""One occurrence, or several: XXXX-WXX-2,XXXX-WXX-4."""


def _set(value: str, inner: str, quant: str | None, freq: int | None, mod: Mod | None) -> TimeSet:
    inner, _, spacing = inner.partition("/")
    interval = None
    if spacing:
        if inner.startswith("P") or not spacing.startswith("P"):
            raise UnreadableValue(value, "every other Monday is written R/XXXX-WXX-1/P2W")
        interval = _duration(spacing, None)
    if inner.startswith("P"):
        _duration(inner, None)
    elif not _PATTERNS.match(inner):
        raise UnreadableValue(value, "a recurring time is a duration such as P1W or a pattern such as XXXX-WXX-1")
    return TimeSet(value=inner, freq=freq, quant=quant or "EVERY", interval=interval, mod=None if freq is None else mod)


def _duration(value: str, mod: Mod | None) -> Duration:
    vague = _VAGUE_DURATION.match(value)
    if vague is not None:
        letter = vague[1]
        grain = Grain.MINUTE if value.startswith("PT") and letter == "M" else _GRAINS[letter]
        return attrs.evolve(Duration.of(grain, 2), vague=grain, mod=mod or Mod.EQUAL_OR_MORE)
    found = _DURATION.match(value)
    parts = {} if found is None else {key: text for key, text in found.groupdict().items() if text is not None}
    if not parts:
        raise UnreadableValue(value, "a duration is written P2Y, P3M, P10D, PT90M or PXD")
    total = Duration(mod=mod)
    for key, text in parts.items():
        try:
            number = Fraction(text)
        except (ValueError, ZeroDivisionError):
            raise UnreadableValue(value, f"{text!r} is no number") from None
        piece = Duration.of(_GRAINS[key], number)
        total = attrs.evolve(total, **{
            name: getattr(total, name) + getattr(piece, name)
            for name in ("years", "months", "weeks", "days", "hours", "minutes", "secs")
        })  # fmt: skip
    return total


def _between(value: str) -> TimeInterval:
    left, _, right = value.partition("/")
    start = None if left in ("..", "") else _date(left)
    end = None if right in ("..", "") else _date(right)
    if start is None and end is None:
        raise UnreadableValue(value, "a period has a beginning, an end, or both")
    lower, upper = start.lower if start else None, end.upper if end else None
    if lower is not None and upper is not None and upper <= lower:
        raise UnreadableValue(value, "its end is before its beginning")
    grain = min(side.grain for side in (start, end) if side is not None)
    text = f"{start.text.split('/')[0] if start else '..'}/{end.text.split('/')[-1] if end else '..'}"
    if "T" in text:
        text = span_text(lower, upper)
    return TimeInterval(lower=lower, upper=upper, grain=grain, text=text, timex_value=value)


def _partly_unknown(value: str) -> TimeInterval | UnresolvedTime:
    if re.match(
        r"[0-9X]{4}(?:-(?:[0-9X]{2}(?:-[0-9X]{2})?|W[0-9X]{2}(?:-(?:[0-9X]|WE))?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?(?:T[0-9A-Z:]*)?\Z",
        value,
    ):
        return UnresolvedTime(words=value, timex=value)
    raise UnreadableValue(value, "it is not a TIMEX3 value")


def _date(value: str) -> TimeInterval:
    if value.startswith("BC") and value[2:].isascii() and value[2:].isdigit() and len(value) == 6:
        return attrs.evolve(units.year(1 - int(value[2:])), timex_value=value)
    negative = value.startswith("-")
    found = _DATE.match(value[1:] if negative else value)
    if found is None:
        raise UnreadableValue(
            value, "a TIMEX3 date is written 2024, 2024-07, 2024-07-04, 2024-W27, 2024-Q3, 2024-SU or 2024-07-04TMO"
        )
    year = -int(found["year"]) if negative else int(found["year"])
    day = _day_of(value, found, year)
    if found["hour"] is None and found["part"] is None:
        return day if day is not None else _period(found, year)
    if day is None or day.lower is None:
        raise UnreadableValue(value, "a time of day needs a day")
    if found["part"] is not None:
        begin, end = DAYTIMES.get(found["part"], (41_400, 45_000))
        lower, upper = day.lower + begin, day.lower + end
        return TimeInterval(lower=lower, upper=upper, grain=Grain.HOUR, text=span_text(lower, upper), timex_value=value)
    hour, minute, second = int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        raise UnreadableValue(value, "the clock goes from 00:00 to 24:00")
    offset = _offset(value, found["zone"])
    grain = Grain.SECOND if found["second"] else Grain.MINUTE
    return attrs.evolve(units.minute(day.lower + hour * 3600 + minute * 60 + second, grain, offset), timex_value=value)


def _offset(value: str, zone: str | None) -> int | None:
    if zone is None:
        return None
    from newsfacts.values.times.edtf import read_offset

    return read_offset(zone if len(zone) != 5 else f"{zone[:3]}:{zone[3:]}", value)


def _day_of(value: str, found: re.Match[str], year: int) -> TimeInterval | None:
    if found["day"] is not None:
        month, day = int(found["month"]), int(found["day"])
        if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
            raise UnreadableValue(value, "the calendar has no such day")
        return units.day(day_number(year, month, day))
    if found["month"] is not None and not 1 <= int(found["month"]) <= 12:
        raise UnreadableValue(value, f"there is no month {found['month']}")
    if found["week"] is not None:
        monday = iso_week_start(year, int(found["week"]))
        if not 1 <= int(found["week"]) <= 53 or monday >= iso_week_start(year + 1, 1):
            raise UnreadableValue(value, f"{year_text(year)} has no week {found['week']}")
        if found["wday"] not in (None, "WE"):
            return attrs.evolve(units.day(monday + int(found["wday"]) - 1), timex_value=value)
    return None


def _period(found: re.Match[str], year: int) -> TimeInterval:
    if found["month"] is not None:
        return units.month(year, int(found["month"]))
    if found["week"] is not None:
        monday = iso_week_start(year, int(found["week"]))
        if found["wday"] == "WE":
            return attrs.evolve(units.days(monday + 5, monday + 7), timex_value=f"{units.iso_week(monday)}-WE")
        return units.week(monday)
    if found["quarter"] is not None:
        return units.quarter(year, int(found["quarter"]))
    if found["half"] is not None:
        return units.half(year, int(found["half"]))
    if found["season"] is not None:
        return units.season(found["season"], year)
    return units.year(year)


def _modified(found: TimeInterval, mod: Mod | None) -> TimeInterval:
    if mod is None:
        return found
    if mod in (Mod.START, Mod.MID, Mod.END):
        return part_of(Context(found.text, None, DEFAULT_OPTIONS), found, mod)
    if mod is Mod.APPROX:
        return with_reach(found, found.grain, 1, 3)
    side = _SIDES.get(mod)
    if side is None:
        return attrs.evolve(found, mod=mod, approximate=True)
    return sided(found, side)
