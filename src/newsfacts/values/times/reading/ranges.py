"""Ranges: "May 5-7", "from 13 to 15 July", "between 2010 and 2014", "3-4 p.m. on Thursday", "Saturday and Sunday"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.durations import FoundDuration, read_span
from newsfacts.values.times.reading.frame import Frame, Shift
from newsfacts.values.times.reading.number_ends import (
    SUFFIXES,
    frame_of_number,
    is_number_like,
    is_one_word,
    number_at,
    only_a_number,
    second_end,
)
from newsfacts.values.times.reading.range_ends import share_slots, with_date_of
from newsfacts.values.times.reading.reader import FrameReader
from newsfacts.values.times.reading.readings import Lasting, Listed, OneTime, Range, Sided
from newsfacts.values.times.reading.terms import Narrowing, Side

__all__ = ["complete", "from_now", "from_words", "range_or_one"]

R = word_roles

Reading = OneTime | Range | Listed | Sided | Lasting
_AFTER_OR = (R.PART, R.NUMBER, R.NTH, R.MONTH, R.WEEKDAY, R.DAY, R.ARTICLE, R.QUARTER, R.SEASON, R.RELATIVE)
_TRAILING = (R.ON, R.FILL, R.WEEKDAY, R.DAY, R.MONTH)


def complete(reader: FrameReader, frame: Frame) -> OneTime:
    """The time of a frame, unless nothing has been read into it, or into what it counts from."""
    if frame.shift is None and (frame.year is not None or frame.month is not None):
        return OneTime(frame)  # as most do
    part: Frame | None = frame
    while part is not None:
        if part.is_empty():
            raise _no_time(reader)
        part = None if part.shift is None else part.shift.anchor
    return OneTime(frame)


def _no_time(reader: FrameReader) -> UnreadableValue:
    """The error for words of which nothing could be read."""
    word = reader.texts[reader.index]
    if word:
        reason = f"{word!r} does not belong to a date, a period or a duration here"
        return reader.refuse(reason, UnreadableKind.UNKNOWN_WORD)
    return reader.refuse("it names no day, month, year or other period", UnreadableKind.NO_VALUE)


def range_or_one(reader: FrameReader) -> Reading:
    """A date expression, or the range that it begins."""
    if reader.roles[reader.index] == R.NUMBER and reader.roles[reader.index + 1] in _AFTER_DAY:
        days = _days_before_month(reader)
        if days is not None:
            return days
    if not reader.joins:
        one = reader.read()
        is_last = reader.roles[reader.index] == R.END
        if is_last and one.narrowing is None and (one.year is not None or one.month is not None):
            return OneTime(one) if one.shift is None else complete(reader, one)  # as most are
        return _one_and_more(reader, one)
    first = _first_end(reader, between=False)
    joined = _after_joiner(reader, reader.index, between=False)
    if joined is not None and reader.roles[joined] != R.END:
        found = _range(reader, first, joined, None)
        bare = reader.roles[joined] in (R.NUMBER, R.CARDINAL) and reader.roles[joined + 1] == R.END
        if isinstance(first, int) and bare:
            reason = "two bare numbers can be a score, a vote or hours; write hours as 9 a.m. to 5 p.m."
            raise reader.refuse(reason, UnreadableKind.DIFFERENT)
        return found
    if isinstance(first, int):
        raise only_a_number(reader, first, "date")
    return _one_and_more(reader, first)


def _one_and_more(reader: FrameReader, first: Frame) -> Reading:
    """One date, with what may follow it and make a range or a side of it."""
    if reader.roles[reader.index] == R.END and first.narrowing is None:
        return complete(reader, first)
    return _range_of_day(reader, first) or _one_or_side(reader, first)


def _range_of_day(reader: FrameReader, first: Frame) -> Reading | None:
    """What may follow a date and make a range of it: hours of the day, a length, another date, the next year."""
    role, texts, index = reader.roles[reader.index], reader.texts, reader.index
    if role == R.END:
        return None
    if role == R.FOR:
        found = read_span(reader, index + 1)
        return None if found is None else _lasting(reader, first, found)
    if not first.has_date():
        return None
    if first.clock is None and role in (R.BETWEEN, R.FROM):
        return _hours_of_day(reader, first)
    if first.clock is None and role == R.SIDE and first.shift is None:
        return _side_of_hour(reader, first, reader.values[index])
    if role == R.AND:
        return _range(reader, first, index + 1, None) if first.decade is not None else _both(reader, first, index + 1)
    if role == R.OR and reader.roles[index + 1] in _AFTER_OR:
        return _both(reader, first, index + 1)
    if texts[index - 1] == "," and role in _LISTED and not _JOINERS.isdisjoint(reader.roles[index:]):
        return _list(reader, first)
    if texts[index] == "/" and first.year is not None and first.month is None and (
        texts[index + 1] in (f"{(first.year + 1) % 100:02d}", str(first.year + 1))
    ):  # fmt: skip
        return _range(reader, first, index + 1, None)
    return None


def _lasting(reader: FrameReader, first: Frame, found: FoundDuration) -> Lasting:
    """ "tomorrow for three days", "Thursday for two hours from 9"."""
    reader.index = found.end
    if reader.roles[found.end] == R.FROM:
        reader.index += 1
        reader.prefer_clock = True
        reader.read(first)
    return Lasting(complete(reader, first), found)


def _one_or_side(reader: FrameReader, first: Frame) -> Reading:
    """One date, with what may follow it: "or later", "and before"."""
    time = complete(reader, first)
    if first.narrowing is Narrowing.SO_FAR and reader.texts[reader.index - 1] == "to" and (first.year or first.month):
        first.forget("narrowing")  # "2023 to date", "March to date"
        return Range(first, _now())
    role, value = reader.roles[reader.index], reader.values[reader.index]
    if role == R.EARLIER and abs(value) == 2:
        reader.index += 1
        return Sided(Side.FROM if value > 0 else Side.BY, time)
    if role == R.SIDE and reader.roles[reader.index + 1] == R.END and value in (Side.AFTER, Side.BEFORE):
        raise reader.refuse(f"{reader.texts[reader.index]!r} needs a date after it")
    return time


def _first_end(reader: FrameReader, *, between: bool) -> Frame | int:
    """A date expression, or the bare number that opens "13 to 15 July" and "3-4 p.m."."""
    roles, texts = reader.roles, reader.texts
    index = reader.index
    while roles[index] == R.ARTICLE and texts[index] == "the":
        index += 1
    if roles[index] not in (R.NUMBER, R.CARDINAL, R.NTH) or reader.values[index] < 0:
        return reader.read()
    number = number_at(reader, index)
    joined = _after_joiner(reader, number.end, between)
    if joined is None or is_one_word(reader, index, number.end):
        return reader.read()
    if number.value > 31 or not is_number_like(reader, joined):
        return reader.read()
    found = read_span(reader, index, bare=False)
    if found is not None and found.value.upto is not None:
        return reader.read()  # "two to three weeks ago"
    reader.index = number.end
    if roles[index] == R.NTH or texts[number.end - 1] in SUFFIXES:
        frame = Frame()
        frame.day = number.value
        return frame
    return number.value


def _after_joiner(reader: FrameReader, index: int, between: bool) -> int | None:
    """The index after a word that joins two ends, or None."""
    role = reader.roles[index]
    if role == R.END:
        return None
    while reader.texts[index] == ",":
        index += 1
        role = reader.roles[index]
    joins = (
        role in (R.UPTO, R.INTO)
        or (role == R.SIDE and reader.values[index] is Side.UNTIL)
        or reader.texts[index] == "~"
    )
    return index + 1 if joins or (between and role == R.AND) else None


def _range(reader: FrameReader, first: Frame | int, joined: int, day: Frame | None) -> Range:
    """A range whose second end begins at token `joined`; `day` is the day of both, where it was said before them."""
    into = reader.roles[joined - 1] == R.INTO
    reader.index = joined
    second = second_end(reader, first, day)
    if isinstance(first, int) and _can_be_minutes(reader, joined, second):
        raise reader.refuse("it can be minutes before an hour, or hours from one to another; write digits")
    if into and second.clock is None and second.daytime is None and (second.weekday, second.day_offset) != (None, None):
        second.daytime = "MO"  # "Tuesday night into Wednesday"
    if isinstance(first, int):
        first = frame_of_number(reader, first, second)
    if first.daytime in _NIGHTS and second.clock is None:
        _one_night(first, second)
    if day is not None:
        first, second = with_date_of(first, day), with_date_of(second, day)
        if first.daytime is None and day.daytime is not None:
            first.daytime = second.daytime = day.daytime
    if reader.roles[reader.index] in _TRAILING and second.clock is not None and not second.has_date():
        reader.read(second)
    share_slots(first, second)
    if reader.texts[reader.index] == "quarter" and first.month is not None and second.month is not None:
        reader.index += 1  # "the January-March quarter"
    short = joined + 1 == reader.index and len(reader.texts[joined]) == 2 and reader.texts[joined - 1] == "-"
    or_month = short and second.year is not None and first.month is None and second.year % 100 <= 12
    return Range(complete(reader, first).frame, complete(reader, second).frame, or_month)


_NIGHTS: Final = ("NI", "OVERNIGHT", "EV")


def _one_night(first: Frame, second: Frame) -> None:
    """ "overnight into Sunday" begins the day before; "the night of July 3-4" ends in the morning of the second day."""
    if not first.has_date() and second.weekday is not None and second.daytime == "MO":
        first.take_date(second)
        first.day_steps = -1
    elif second.daytime is None and (
        (first.day is not None and second.day == first.day + 1)
        or (first.weekday is not None and second.weekday == (first.weekday + 1) % 7)
    ):
        second.daytime = "SMALL_HOURS"


def _can_be_minutes(reader: FrameReader, joined: int, second: Frame) -> bool:
    """Whether "ten to six" can be 5:50."""
    texts = reader.texts
    minutes = joined > 1 and texts[joined - 1] == "to" and texts[joined - 2] in ("five", "ten", "twenty")
    return minutes and second.clock is not None and (joined < 3 or texts[joined - 3] not in ("from", "between"))


def _both(reader: FrameReader, first: Frame, index: int) -> Listed:
    """ "Saturday and Sunday", "May 1 and 2", "1990 and 1994"."""
    reader.index = index
    second = second_end(reader, first, None)
    if second.is_empty():
        raise reader.refuse("after and, another date is needed")
    share_slots(first, second)
    _share_anchor(first, second)
    one_of = reader.roles[index - 1] == R.OR
    return Listed((complete(reader, first).frame, complete(reader, second).frame), one_of)


def _share_anchor(first: Frame, second: Frame) -> None:
    """Count the first weekday of "the Monday and Tuesday after Easter" from Easter as well."""
    shift = second.shift
    if shift is None or shift.weekday is None or first.weekday is None or first.shift is not None:
        return
    first.shift = Shift(shift.duration, shift.grain, shift.sign)
    first.shift.weekday, first.shift.anchor = first.weekday, shift.anchor
    first.forget("weekday")


def _list(reader: FrameReader, first: Frame) -> Listed | None:
    """ "May 1, 2 and 3", "Monday, Tuesday and Wednesday": the next one is at `reader.index`, after a comma."""
    start, frames = reader.index, [first]
    while True:
        following = second_end(reader, frames[-1], None)
        if following.is_empty():
            reader.index = start
            return None
        frames.append(following)
        role = reader.roles[reader.index]
        last = role in _JOINERS
        if last or (reader.texts[reader.index - 1] == "," and role in _LISTED):
            reader.index += last
            if last:
                one_of = role == R.OR
                frames.append(second_end(reader, frames[-1], None))
                break
            continue
        reader.index = start
        return None
    pairs = list(pairwise(frames))
    for frame, following in (*pairs, *reversed(pairs), *pairs):  # the month comes first, and the year last
        share_slots(frame, following)
    return Listed(tuple(complete(reader, frame).frame for frame in frames), one_of)


def _days_before_month(reader: FrameReader) -> Listed | None:
    """ "11 and 12 May", "1, 2 or 3 May 2023": the month after the last day is that of all."""
    roles, start, days = reader.roles, reader.index, list[int]()
    at = start
    while roles[at] == R.NUMBER and 1 <= reader.values[at] <= LAST_DAY:
        days.append(reader.values[at])
        at += 1
        if roles[at] in _JOINERS:
            break
        if reader.texts[at] != ",":
            return None
        at += 1
    if roles[at] not in _JOINERS or roles[at + 1] != R.NUMBER or roles[at + 2] != R.MONTH:
        return None
    reader.index = at + 1
    last = reader.read()
    if last.day is None or last.month is None:
        reader.index = start
        return None
    frames = [last]
    for day in reversed(days):
        frame = Frame()
        frame.day = day
        share_slots(frame, frames[0])
        frames.insert(0, frame)
    return Listed(tuple(complete(reader, frame).frame for frame in frames), roles[at] == R.OR)


LAST_DAY: Final = 31
"""The last day that a month can have."""
_AFTER_DAY: Final = frozenset({R.AND, R.OR, R.FILL})
_JOINERS: Final = frozenset({R.AND, R.OR})
_LISTED: Final = (R.NUMBER, R.MONTH, R.WEEKDAY, R.AND, R.OR, R.HOLIDAY, R.QUARTER, R.SEASON)
"""What may follow the comma of a list."""


def _hours_of_day(reader: FrameReader, day: Frame) -> Reading:
    """ "Thursday from 9:30 to 11:00", "1/1/2015 between 10 and 11:30"."""
    reader.index += 1
    reader.prefer_clock = True
    first = _first_end(reader, between=True)
    joined = _after_joiner(reader, reader.index, between=True)
    if joined is not None:
        return _range(reader, first, joined, day)
    if isinstance(first, int):
        raise only_a_number(reader, first, "time")
    if first.clock is None:
        raise reader.refuse("a range needs two ends")
    return Sided(Side.FROM, complete(reader, with_date_of(first, day)))


def _side_of_hour(reader: FrameReader, day: Frame, side: Side) -> Sided:
    """ "Thursday after 9:30"."""
    word = reader.texts[reader.index]
    reader.index += 1
    reader.prefer_clock = True
    time = reader.read()
    if time.is_empty() and not reader.texts[reader.index]:
        raise reader.refuse(f"{word!r} needs a date after it")
    if time.is_empty() and reader.texts[reader.index]:
        complete(reader, time)
    if time.clock is None:
        raise reader.refuse("after a day and a word such as before, a clock time is needed")
    return Sided(side, complete(reader, with_date_of(time, day)), of_a_day=True)


def from_words(reader: FrameReader, index: int) -> Reading:
    """ "from May to July", "between 2010 and 2014", "from 2019"; the word itself is at `index`."""
    between = reader.roles[index] == R.BETWEEN
    reader.index = index + 1
    first = _first_end(reader, between=between)
    joined = _after_joiner(reader, reader.index, between)
    if joined is not None:
        return _range(reader, first, joined, None)
    if isinstance(first, Frame) and first.narrowing is Narrowing.SO_FAR:
        first.forget("narrowing")  # "from March to date"
        return Range(complete(reader, first).frame, _now())
    found = read_span(reader, reader.index + 1) if reader.roles[reader.index] == R.FOR else None
    if between and found is None:
        raise reader.refuse("between needs two dates, joined by and")
    if isinstance(first, int):
        raise only_a_number(reader, first, "date")
    if found is not None:
        reader.index = found.end
        return Lasting(complete(reader, first), found)
    if first.shift is not None and first.shift.sign < 0 and first.shift.anchor is None:
        return complete(reader, first)  # "from a year ago" compares
    onwards = reader.roles[reader.index] == R.EARLIER and reader.values[reader.index] == 2  # "from 2025 onwards"
    time = complete(reader, first)
    reader.index += onwards
    return Sided(Side.FROM, time, or_compared=reader.roles[index] == R.FROM and not onwards)


def _now() -> Frame:
    frame = Frame()
    frame.now = True
    return frame


def from_now(reader: FrameReader, index: int) -> Reading:
    """ "from now until 2030", "from today"."""
    first = Frame()
    if reader.values[index] == "NOW":
        first.now = True
    else:
        first.day_offset = 0
    joined = _after_joiner(reader, index + 1, between=False)
    if joined is not None and reader.roles[joined] != R.END:
        return _range(reader, first, joined, None)
    reader.index = index + 1
    return Sided(Side.FROM, complete(reader, first))
