"""Clock times and parts of the day: "7:15 p.m. ET", "half past three", "15h20", "in the afternoon".

Each function reads from the token at `reader.index` into a frame, and says whether it has read anything.
"""

from __future__ import annotations

from typing import Final

from newsfacts.values.times.reading.frame import Frame, FrameReader
from newsfacts.values.times.reading.words import Role
from newsfacts.values.times.times import Grain

__all__ = [
    "ampm_word",
    "clock_digits",
    "clock_dot",
    "clock_h",
    "daytime_word",
    "finish_clock",
    "half_past",
    "hour_after_minutes",
    "hour_by_daytime",
    "minutes_past",
    "zone_word",
]

R = Role


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
    if not reader.step(scratch) or scratch.second is None:
        raise reader.refuse("minutes past or to need an hour after them")
    frame.second = (scratch.second + minutes * 60) % 86_400
    frame.twelve_hour = scratch.twelve_hour
    if scratch.zone is not None:
        frame.zone = scratch.zone
    return True


def zone_word(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    text = reader.texts[index]
    if frame.second is None or frame.zone is not None:
        if text in ("mountain", "central") or (frame.second is None and frame.daytime is None):
            return False
        reader.index += 1
        return True
    value = reader.values[index]
    reader.index += 1
    if (reader.roles[reader.index] == R.SIGN and reader.texts[reader.index] == "+") or reader.texts[
        reader.index
    ] == "-":
        sign = 1 if reader.texts[reader.index] == "+" else -1
        if (
            value == 0
            and reader.roles[reader.index + 1] == R.NUMBER
            and reader.glued[reader.index]
            and reader.values[reader.index + 1] <= 14
        ):
            value = sign * 60 * reader.values[reader.index + 1]
            reader.index += 2
            if reader.texts[reader.index] == ":" and reader.roles[reader.index + 1] == R.NUMBER:
                value += sign * reader.values[reader.index + 1] if reader.values[reader.index + 1] < 60 else 0
                reader.index += 2
    frame.zone = value
    if reader.texts[reader.index] in ("standard", "daylight"):
        reader.index += 1
    return True


_DAYS_AWAY: Final = {"before": -1, "earlier": -1, "after": 1}


def daytime_word(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    value = reader.values[index]
    if value in ("NOON", "MIDNIGHT"):
        if frame.second is not None:
            return False
        frame.second = 43_200 if value == "NOON" else 0
        if value == "MIDNIGHT":
            frame.noon_based = True
    else:
        if frame.daytime is not None:
            return False
        frame.daytime = value
        away = _DAYS_AWAY.get(reader.texts[index + 1])
        if away and reader.roles[index + 2] == R.END and not frame.has_date() and frame.day_offset is None:
            frame.day_offset = away  # "the night before", "the morning after"
            reader.index = index + 2
            return True
        if value == "TONIGHT":
            frame.daytime = "NI"
            if frame.weekday is None and frame.day is None and frame.day_offset is None:
                frame.day_offset = 0
    reader.index = index + 1
    return True


def clock_digits(reader: FrameReader, frame: Frame) -> bool:
    if frame.second is not None:
        return False
    index = reader.index
    hour, minute = reader.values[index], reader.values[index + 2]
    if hour > 24 or minute > 59 or len(reader.texts[index + 2]) != 2 or (hour == 24 and minute):
        raise reader.refuse(f"the clock has no time {reader.texts[index]}:{reader.texts[index + 2]}")
    reader.index = index + 3
    seconds = 0
    if (
        reader.texts[reader.index] == ":"
        and reader.roles[reader.index + 1] == R.NUMBER
        and reader.values[reader.index + 1] < 60
    ):
        seconds = reader.values[reader.index + 1]
        reader.index += 2
        frame.clock_grain = Grain.SECOND
        if (
            reader.texts[reader.index] == "."
            and reader.roles[reader.index + 1] == R.NUMBER
            and reader.glued[reader.index + 1]
        ):
            reader.index += 2
    finish_clock(reader, frame, hour, minute, seconds, len(reader.texts[index]) == 2 and reader.texts[index][0] == "0")
    return True


def clock_h(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    minute = 0
    end = index + 2
    if reader.roles[end] == R.NUMBER and reader.glued[end] and reader.values[end] < 60:
        minute = reader.values[end]
        end += 1
    reader.index = end
    frame.second = reader.values[index] * 3600 + minute * 60
    return True


def clock_dot(reader: FrameReader, frame: Frame) -> bool:
    """ "8.30pm", "at 2.30"."""
    index = reader.index
    hour, minute = reader.values[index], reader.values[index + 2]
    if frame.second is not None or hour > 24 or minute > 59 or len(reader.texts[index + 2]) != 2:
        return False
    reader.index = index + 3
    finish_clock(reader, frame, hour, minute, 0, False)
    return True


def finish_clock(reader: FrameReader, frame: Frame, hour: int, minute: int, second: int, sure: bool) -> None:
    """a.m. or p.m., which may follow the digits, and what the hour means without it."""
    while reader.roles[reader.index] == R.OCLOCK:
        reader.index += 1
    role, value = reader.roles[reader.index], reader.values[reader.index]
    if reader.texts[reader.index] in ("a", "p") and (
        reader.glued[reader.index]
        or reader.roles[reader.index + 1] in (R.END, R.FILL)
        or reader.texts[reader.index + 1] == "m"
    ):
        role, value = R.AMPM, 12 if reader.texts[reader.index] == "p" else 0
        if reader.texts[reader.index + 1] == "m":
            reader.index += 1
    if role == R.AMPM:
        if value in ("MO", "AF", "EV"):
            hour = hour_by_daytime(hour, value)
            frame.daytime = None
        elif hour > 12 or (hour == 0 and value):
            if hour > 23:
                raise reader.refuse(f"{hour} o'clock has no a.m. or p.m.")
        else:
            hour = hour % 12 + value
        reader.index += 1
    elif not sure and 1 <= hour <= 12:
        frame.twelve_hour = True
    frame.second = hour * 3600 + minute * 60 + second


def minutes_past(reader: FrameReader, frame: Frame, value: int, end: int) -> bool:
    at = end
    if reader.roles[at] == R.UNIT and reader.values[at][0] is Grain.MINUTE:
        at += 1
    word = reader.texts[at]
    if word not in ("past", "after", "to", "till", "before") or value > 59 or frame.second is not None:
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
    if value not in ("MO", "AF", "EV") or frame.daytime is not None:
        return False
    frame.daytime = value
    reader.index += 1
    return True


def hour_by_daytime(hour: int, daytime: str) -> int:
    """The hour on the 24-hour clock of "three in the afternoon"."""
    if hour > 12:
        return hour
    if daytime == "MO":
        return hour % 12
    return hour if hour == 12 and daytime == "AF" else hour % 12 if hour == 12 else hour + 12
