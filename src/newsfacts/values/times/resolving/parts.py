"""Parts of a period ("early", "late", "earlier this") and of a day (the morning, 7:15 p.m. ET)."""

from __future__ import annotations

from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.immutable import evolve
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.reading.frame import Clock, Frame
from newsfacts.values.times.reading.terms import Narrowing
from newsfacts.values.times.resolving.context import Context
from newsfacts.values.times.resolving.thirds import part_of
from newsfacts.values.times.texts import span_text
from newsfacts.values.times.times import TimeInterval, new_interval, new_tiers
from newsfacts.values.times.zones import is_skipped, zone_offset

__all__ = [
    "DAYTIMES",
    "daytime_of",
    "narrowed",
    "second_by_daytime",
    "with_clock",
]

NIGHT_ENDS: Final = 5 * 3600
"""The second of the day before which "at night" is after midnight."""

DAYTIMES: Final = {
    "MO": (0, 43_200), "AF": (43_200, 64_800), "EV": (64_800, 86_400), "NI": (64_800, 86_400),
    "LUNCH": (43_200, 50_400), "DAWN": (18_000, 25_200), "DUSK": (61_200, 72_000), "DT": (21_600, 64_800),
    "EOD": (61_200, 86_400), "SMALL_HOURS": (0, 21_600),
    "OVERNIGHT": (64_800, 86_400),
}  # fmt: skip
"""Part of the day -> its first second and the first after it. The morning begins at midnight ("2 in the morning");
evening and night both run from 18:00 to the end of the day."""
TIMEX_CODES: Final = {
    "OVERNIGHT": "NI", "SMALL_HOURS": "MO", "DAWN": "MO", "LUNCH": "MI", "DUSK": "EV", "EOD": "EV",
}  # fmt: skip
"""Part of the day -> the TIMEX3 code nearest to it."""
HALF_DAY: Final = DAY_SECONDS // 2


def narrowed(context: Context, frame: Frame, found: TimeInterval) -> TimeInterval:
    if frame.part is not None:
        part = part_of(context, found, frame.part)
        return part if frame.part_upto is None else _both_parts(part, part_of(context, found, frame.part_upto))
    narrowing = frame.narrowing
    if narrowing is None:
        return found
    lower, upper = found.lower, found.upper
    assert lower is not None
    assert upper is not None
    today = context.today * DAY_SECONDS
    timex = found.timex
    if narrowing in (Narrowing.EARLIER, Narrowing.SO_FAR):
        if lower < today < upper:
            upper = today
        mod = Mod.START if narrowing is Narrowing.EARLIER else None
        return new_interval(
            lower=lower, upper=upper, grain=found.grain, text=span_text(lower, upper), mod=mod, timex_value=timex
        )
    if lower < today < upper:
        lower = today
    mod = Mod.END
    return new_interval(
        lower=lower, upper=upper, grain=found.grain, text=span_text(lower, upper), mod=mod, timex_value=timex
    )


def _both_parts(first: TimeInterval, second: TimeInterval) -> TimeInterval:
    """ "early to mid-May": from the beginning of one part of a period to the end of another."""
    start, end = first.tiers, second.tiers
    if start is None or end is None or first.lower is None or second.upper is None or second.upper <= first.lower:
        return second
    tiers = new_tiers(start.core_lower, end.core_upper, start.outer_lower, end.outer_upper)
    text = f"{first.text.split('/')[0]}/{second.text.split('/')[-1]}"
    return evolve(first, upper=second.upper, text=text, tiers=tiers, mod=None)


def with_clock(context: Context, frame: Frame, found: TimeInterval) -> TimeInterval:
    lower = found.lower
    assert lower is not None
    if found.upper is None or found.upper - lower > DAY_SECONDS:
        if frame.week_of or frame.clock is None:
            raise context.refuse("a part of the day needs a day, and the words name a longer period")
        raise context.refuse("a clock time needs a day, and the words name a longer period")
    day = lower - lower % DAY_SECONDS
    if frame.clock is None:
        return _daytime_on(frame, found, day)
    return _clock_on(context, frame, frame.clock, found, day)


def _daytime_on(frame: Frame, found: TimeInterval, day: int) -> TimeInterval:
    """ "Thursday morning", "late Friday night"."""
    code = frame.daytime or "MO"
    begin, end = DAYTIMES[code]
    if frame.part is Mod.END:
        begin = 75_600 if code in ("NI", "EV") else (begin + end) // 2
    elif frame.part is Mod.START and code in ("EV", "NI", "AF", "MO"):
        end = (begin + end) // 2
    others = tuple(moved for other in found.alternatives if (moved := daytime_of(other, begin, end)) is not None)
    begin, end = day + begin, day + end
    others = tuple(other for other in others if (other.lower, other.upper) != (begin, end))
    return new_interval(
        lower=begin, upper=end, grain=Grain.HOUR, text=span_text(begin, end),
        timex_value=f"{units.day(day // DAY_SECONDS).text}T{TIMEX_CODES.get(code, code)}",
        mod=frame.part, alternatives=others, weekday=found.weekday, approximate=True,
        tiers=new_tiers(begin, end, begin, end + 21_600 if code in ("NI", "OVERNIGHT") else end),
    )  # fmt: skip


def _clock_on(context: Context, frame: Frame, clock: Clock, found: TimeInterval, day: int) -> TimeInterval:
    """ "7:15 p.m. ET on Thursday"."""
    second, twelve = clock.second, clock.twelve_hour
    if frame.daytime is not None and twelve:
        second, twelve = second_by_daytime(second, frame.daytime), False
    after_midnight = frame.daytime == "NI" and second < NIGHT_ENDS
    if after_midnight:
        day += DAY_SECONDS  # "last night at 2", "Friday night at 1 a.m.": a night goes on into the next day
    offset = zone_offset(clock.zone, day + second) if isinstance(clock.zone, str) else clock.zone
    if isinstance(clock.zone, str) and is_skipped(clock.zone, day + second):
        reason = f"the clocks of {clock.zone} skip that hour on {units.day(day // DAY_SECONDS).text}"
        raise context.refuse(reason, UnreadableKind.IMPOSSIBLE)
    readings: list[TimeInterval] = []
    if twelve:
        other = second + HALF_DAY if second < HALF_DAY else second - HALF_DAY
        readings.append(units.minute(day + other, clock.grain, offset))
    elif clock.is_midnight and second == 0 and not after_midnight:
        readings.append(units.minute(day + DAY_SECONDS, clock.grain, offset))
    for other_day in found.alternatives:
        if other_day.lower is not None and other_day.grain is Grain.DAY:
            other = other_day.lower + DAY_SECONDS * after_midnight
            readings.append(units.minute(other + second, clock.grain, offset))
    weekday = None if after_midnight else found.weekday
    return units.minute(day + second, clock.grain, offset, weekday, tuple(readings))


def daytime_of(other: TimeInterval, begin: int, end: int) -> TimeInterval | None:
    if other.lower is None or other.grain is not Grain.DAY:
        return None
    begin, end = other.lower + begin, other.lower + end
    return new_interval(lower=begin, upper=end, grain=Grain.HOUR, text=span_text(begin, end))


def second_by_daytime(second: int, daytime: str) -> int:
    hour, rest = divmod(second, 3600)
    if daytime in ("MO", "DAWN"):
        return hour % 12 * 3600 + rest
    if daytime == "NI" and (second < NIGHT_ENDS or hour == 12):
        return hour % 12 * 3600 + rest
    return (hour if hour == 12 else hour + 12) % 24 * 3600 + rest
