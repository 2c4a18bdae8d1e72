"""Read back what `str()` prints of a time: EDTF, ISO 8601 durations, clock times and ranges of them, recurring times.

interval  = EDTF | moment | (moment | "..") "/" (moment | "..")
moment    = YYYY-MM-DD "T" hh:mm [":" ss] [zone] ["~"]
duration  = ["~" | ">" | "<" | ">=" | "<="] "P..." [".." "P..."]
recurring = "R" [[sign] count] "/" (TIMEX3 pattern {"," TIMEX3 pattern} | duration) ["/" duration]
"""

from __future__ import annotations

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.patterns import lazy_pattern
from newsfacts.values.times.calendar import DAY_SECONDS, day_number, month_length
from newsfacts.values.times.edtf import parse_edtf, read_offset
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.times import SIGNS, Duration, TimeInterval, TimeSet

__all__ = ["parse_time_value"]

_MOMENT = lazy_pattern(
    r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9]{2}:[0-9]{2})?(~?)\Z"
)


def parse_time_value(text: str) -> TimeInterval | Duration | TimeSet:
    """The time, duration or recurring time of a canonical text; the inverse of `str()`.

    Raises `UnreadableValue` for anything else, words included.
    """
    if len(text) > 2000:
        raise UnreadableValue(text, f"it is {len(text)} characters long; at most 2000 are read")
    sign = next((mark for mark in SIGNS if text.startswith(mark)), "")
    if text.startswith("P", len(sign)):
        return _duration(text, sign)
    if text.startswith("R") and "/" in text:
        return _set(text)
    if "T" in text and not text.startswith(("[", "{")):
        return _clock(text)
    return parse_edtf(text)


def _duration(text: str, sign: str) -> Duration:
    from newsfacts.values.times.timex import parse_timex

    first, dots, second = text[len(sign) :].partition("..")
    shorter = parse_timex(first)
    if not isinstance(shorter, Duration):
        raise UnreadableValue(text, "a duration is written P2Y, P3M, P10D or PT90M")
    if sign:
        shorter = attrs.evolve(shorter, mod=SIGNS[sign])
    if not dots:
        return shorter
    longer = parse_timex(second) if second.startswith("P") else None
    if not isinstance(longer, Duration) or longer.seconds <= shorter.seconds:
        raise UnreadableValue(text, "a range of durations goes from the shorter to the longer, such as P2W..P3W")
    return attrs.evolve(shorter, upto=longer)


def _set(text: str) -> TimeSet:
    from newsfacts.values.times.timex import parse_timex

    found = parse_timex(text)
    if not isinstance(found, TimeSet):
        raise UnreadableValue(text, "a recurring time is written R/P1W, or R2/P1W for twice")
    return found


def _clock(text: str) -> TimeInterval:
    if "/" not in text:
        if _MOMENT.match(text) is None:
            return parse_edtf(text)
        return _moment(text, text)
    left, _, right = text.partition("/")
    start = None if left in ("..", "") else _moment(left, text)
    end = None if right in ("..", "") else _moment(right, text)
    lower, upper = None if start is None else start.lower, None if end is None else end.lower
    if lower is not None and upper is not None and upper <= lower:
        raise UnreadableValue(text, "its end is not after its start")
    sides = [side for side in (start, end) if side is not None]
    if len(sides) == 2 and sides[0].offset != sides[1].offset:
        raise UnreadableValue(text, "its two ends are in different time zones")
    if not sides:
        raise UnreadableValue(text, "a period has a start, an end, or both")
    return TimeInterval(
        lower=lower, upper=upper, grain=min(side.grain for side in sides), text=text, offset=sides[0].offset
    )


def _moment(text: str, whole: str) -> TimeInterval:
    found = _MOMENT.match(text)
    if found is None:
        raise UnreadableValue(
            whole, "a clock time is written 2024-07-04T19:15, with seconds and a zone if they are known"
        )
    year, month, day, hour, minute = (int(part) for part in found.groups()[:5])
    second = int(found[6] or 0)
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        raise UnreadableValue(whole, f"the calendar has no day {text[:10]}")
    if (hour > 23 or minute > 59 or second > 59) and (hour, minute, second) != (24, 0, 0):
        raise UnreadableValue(whole, "the clock goes from 00:00 to 24:00")
    moment = day_number(year, month, day) * DAY_SECONDS + hour * 3600 + minute * 60 + second
    grain = Grain.SECOND if found[6] else Grain.MINUTE
    offset = read_offset(found[7], whole) if found[7] else None
    return TimeInterval(
        lower=moment, upper=moment + (1 if found[6] else 60), grain=grain, text=text, offset=offset,
        approximate=bool(found[8]),
    )  # fmt: skip
