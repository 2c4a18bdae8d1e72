"""Clock times and parts of the day: "7:15 p.m. ET", "half past three", "15h20", "in the afternoon".

Each function reads from the token at `reader.index` into a frame, and says whether it has read anything.
"""

from __future__ import annotations

from typing import Any, Final

from newsfacts.errors import UnreadableKind
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.calendar_words import anchor_follows
from newsfacts.values.times.reading.frame import Clock, Frame
from newsfacts.values.times.reading.reader import FrameReader

__all__ = [
    "PARTS",
    "ampm_word",
    "clock_digits",
    "clock_dot",
    "clock_h",
    "clock_of",
    "daytime_word",
    "half_past",
    "hour_after_minutes",
    "hour_by_daytime",
    "minutes_past",
    "zone_word",
]

R = word_roles

HALF_DAY: Final = DAY_SECONDS // 2


def half_past(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    if reader.texts[index + 1] != "past":
        return False
    reader.index = index + 2
    return hour_after_minutes(reader, frame, 30)


def hour_after_minutes(reader: FrameReader, frame: Frame, minutes: int) -> bool:
    """The hour of "20 past 3", "a quarter to noon"."""
    reader.expect_hour = True
    scratch = Frame()
    if not reader.step(scratch) or scratch.clock is None:
        raise reader.refuse("minutes past or to need an hour after them")
    frame.clock = scratch.clock
    frame.clock.second = (frame.clock.second + minutes * 60) % DAY_SECONDS
    return True


def zone_word(reader: FrameReader, frame: Frame) -> bool:
    clock = frame.clock
    if clock is None or clock.zone is not None:
        if reader.texts[reader.index] in ("mountain", "central") or (clock is None and frame.daytime is None):
            return False
        reader.index += 1 + (reader.texts[reader.index + 1] == "time")
        return True
    zone = reader.values[reader.index]
    reader.index += 1
    clock.zone = _from_utc(reader) if zone == 0 and reader.texts[reader.index] in ("+", "-") else zone
    reader.index += reader.texts[reader.index] in ("standard", "daylight")
    reader.index += reader.texts[reader.index] == "time"
    return True


def _from_utc(reader: FrameReader) -> int:
    """The minutes east in "UTC+8", "GMT-3:30"."""
    index = reader.index
    sign = 1 if reader.texts[index] == "+" else -1
    if reader.roles[index + 1] != R.NUMBER or not reader.glued[index] or reader.values[index + 1] > 14:
        return 0
    minutes: int = 60 * reader.values[index + 1]
    reader.index = index + 2
    if reader.texts[index + 2] == ":" and reader.roles[index + 3] == R.NUMBER:
        minutes += reader.values[index + 3] if reader.values[index + 3] < 60 else 0
        reader.index += 2
    return sign * minutes


_DAYS_AWAY: Final = {"before": -1, "earlier": -1, "after": 1}


def daytime_word(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    value = reader.values[index]
    if value in ("NOON", "MIDNIGHT"):
        if frame.clock is not None:
            return False
        clock = frame.clock = Clock(HALF_DAY if value == "NOON" else 0)
        clock.is_midnight = value == "MIDNIGHT"
    else:
        if frame.daytime is not None:
            return False
        frame.daytime = value
        if _next_to_day(reader, frame):
            return True
        if value == "TONIGHT":
            frame.daytime = "NI"
            if frame.weekday is None and frame.day is None and frame.day_offset is None:
                frame.day_offset = 0
    reader.index = index + 1
    return True


def _next_to_day(reader: FrameReader, frame: Frame) -> bool:
    """ "the night before", "the morning after", "the night before last", "the night before Christmas"."""
    index = reader.index
    away = _DAYS_AWAY.get(reader.texts[index + 1])
    if not away or frame.has_date():
        return False
    if reader.roles[index + 2] == R.END:
        frame.day_offset, frame.anaphoric = away, True
        reader.index = index + 2
    elif (reader.texts[index + 1], reader.texts[index + 2]) == ("before", "last"):
        frame.day_offset = -2
        reader.index = index + 3
    elif anchor_follows(reader, index + 2):
        frame.day_steps = away
        reader.index = index + 2
    else:
        return False
    return True


def clock_digits(reader: FrameReader, frame: Frame) -> bool:
    if frame.clock is not None:
        return False
    index = reader.index
    hour, minute = reader.values[index], reader.values[index + 2]
    if hour > 24 or minute > 59 or len(reader.texts[index + 2]) != 2 or (hour == 24 and minute):
        raise reader.refuse(
            f"the clock has no time {reader.texts[index]}:{reader.texts[index + 2]}", UnreadableKind.IMPOSSIBLE
        )
    reader.index = index + 3
    seconds = _seconds(reader)
    sure = len(reader.texts[index]) == 2 and reader.texts[index][0] == "0"
    clock = frame.clock = clock_of(reader, frame, hour, minute, seconds or 0, sure)
    if seconds is not None:
        clock.grain = Grain.SECOND
    if reader.texts[reader.index] in ("+", "-") and reader.glued[reader.index]:
        _iso_offset(reader, clock)
    return True


def _iso_offset(reader: FrameReader, clock: Clock) -> None:
    """ "+02:00" right after an ISO time."""
    index, texts = reader.index, reader.texts
    if reader.roles[index + 1] != R.NUMBER or len(texts[index + 1]) != 2 or not reader.glued[index + 1]:
        return
    if texts[index + 2] != ":" or len(texts[index + 3]) != 2 or reader.roles[index + 3] != R.NUMBER:
        return
    hours, minutes = reader.values[index + 1], reader.values[index + 3]
    if hours <= 14 and minutes < 60 and reader.roles[index + 4] not in (R.AMPM, R.ZONE):
        clock.zone = (60 * hours + minutes) * (1 if texts[index] == "+" else -1)
        reader.index = index + 4


def _seconds(reader: FrameReader) -> int | None:
    """The seconds of "10:15:30"; what is written of their fractions is passed over."""
    index, roles, texts = reader.index, reader.roles, reader.texts
    if texts[index] != ":" or roles[index + 1] != R.NUMBER or reader.values[index + 1] >= 60:
        return None
    reader.index += 2
    if texts[index + 2] == "." and roles[index + 3] == R.NUMBER and reader.glued[index + 3]:
        reader.index += 2
    seconds: int = reader.values[index + 1]
    return seconds


def clock_h(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    minute = 0
    end = index + 2
    if reader.roles[end] == R.NUMBER and reader.glued[end] and reader.values[end] < 60:
        minute = reader.values[end]
        end += 1
    reader.index = end
    frame.clock = Clock(reader.values[index] * 3600 + minute * 60)
    return True


def clock_dot(reader: FrameReader, frame: Frame) -> bool:
    """ "8.30pm", "at 2.30"."""
    index = reader.index
    hour, minute = reader.values[index], reader.values[index + 2]
    if frame.clock is not None or hour > 24 or minute > 59 or len(reader.texts[index + 2]) != 2:
        return False
    reader.index = index + 3
    frame.clock = clock_of(reader, frame, hour, minute, 0, False)
    return True


PARTS: Final = ("MO", "AF", "EV", "NI")
"""The parts of the day that say which half of it an hour is in: "in the morning", "at night"."""
SMALL_HOURS: Final = 4
"""The last hour that "at night" is after midnight."""


def clock_of(reader: FrameReader, frame: Frame, hour: int, minute: int, second: int, sure: bool) -> Clock:
    """a.m. or p.m., which may follow the digits, and what the hour means without it."""
    while reader.roles[reader.index] == R.OCLOCK:
        reader.index += 1
    half = _half_of_day(reader)
    if half is None:
        twelve_hour = not sure and 1 <= hour <= 12
        return Clock(hour * 3600 + minute * 60 + second, twelve_hour=twelve_hour)
    if half == "MO" and hour > 12:
        raise reader.refuse(f"{hour}:{minute:02} is not in the morning", UnreadableKind.IMPOSSIBLE)
    if half == "NI" and 1 <= hour <= SMALL_HOURS:
        reason = f"{hour} at night can belong to the day before it or after it; write {hour} a.m. and its date"
        raise reader.refuse(reason, UnreadableKind.DIFFERENT)
    if half in PARTS:
        hour = hour_by_daytime(hour, half)
        frame.daytime = None
    elif hour > 12 or (hour == 0 and half):
        if hour > 23 or not half or not hour:
            raise reader.refuse(f"{hour} o'clock has no a.m. or p.m.", UnreadableKind.IMPOSSIBLE)
    else:
        hour = hour % 12 + half
    reader.index += 1
    return Clock(hour * 3600 + minute * 60 + second)


def _half_of_day(reader: FrameReader) -> Any:
    """The value of the word for a.m. or p.m. at `reader.index`, which is moved to the last token of it; or None."""
    index = reader.index
    if reader.roles[index] == R.AMPM:
        return reader.values[index]
    spelled = reader.texts[index + 1] == "m"
    if reader.texts[index] in ("a", "p") and (
        reader.glued[index] or reader.roles[index + 1] in (R.END, R.FILL) or spelled
    ):
        reader.index += spelled
        return 12 if reader.texts[index] == "p" else 0
    return None


def minutes_past(reader: FrameReader, frame: Frame, value: int, end: int) -> bool:
    at = end
    if reader.roles[at] == R.UNIT and reader.values[at][0] is Grain.MINUTE:
        at += 1
    word = reader.texts[at]
    if word not in ("past", "after", "to", "till", "before") or value > 59 or frame.clock is not None:
        return False
    if word in ("to", "before", "after", "till") and at == end and not (
        reader.roles[at + 2] in (R.AMPM,) or reader.roles[at + 1] == R.DAYTIME or reader.texts[at + 2] in ("h",)
    ):  # fmt: skip
        return False
    if reader.roles[at + 1] not in (R.NUMBER, R.CARDINAL, R.DAYTIME):
        return False
    reader.index = at + 1
    return hour_after_minutes(reader, frame, value if word in ("past", "after") else -value)


def ampm_word(reader: FrameReader, frame: Frame) -> bool:
    """ "in the morning" as a part of the day that was named before."""
    value = reader.values[reader.index]
    if value not in PARTS or frame.daytime is not None:
        return False
    frame.daytime = "EV" if value == "NI" else value
    reader.index += 1
    return True


def hour_by_daytime(hour: int, daytime: str) -> int:
    """The hour on the 24-hour clock of "three in the afternoon"."""
    if hour > 12:
        return hour
    if daytime == "MO":
        return hour % 12
    return hour if hour == 12 and daytime == "AF" else hour % 12 if hour == 12 else hour + 12
