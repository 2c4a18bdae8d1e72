"""What an ordinal counts: "the 15th", "the third quarter", "the first Monday in May", "the last two weeks of June".

Each function reads from the token at `reader.index` into a frame, and says whether it has read anything.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from newsfacts.values.times.grain import Grain
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.calendar_words import skip_separator, weekday_beside
from newsfacts.values.times.reading.counted_words import CONTAINERS, uncertain_working_day
from newsfacts.values.times.reading.durations import read_span
from newsfacts.values.times.reading.frame import Frame, Nth
from newsfacts.values.times.reading.reader import FrameReader

__all__ = ["nth_last", "ordinal", "ordinal_word", "some_of"]

R = word_roles

_AFTER_SECOND = (R.UNIT, R.WEEKDAY, R.HALF, R.MONTH, R.WEEKEND, R.RELATIVE)
"""What makes "second" an ordinal and not a unit of the clock."""


def ordinal_word(reader: FrameReader, frame: Frame) -> bool:
    return ordinal(reader, frame, reader.values[reader.index], reader.index + 1)


def ordinal(reader: FrameReader, frame: Frame, number: int, after: int) -> bool:
    """What an ordinal counts: a day of the month, a weekday, a week, a quarter, a half, a century."""
    while reader.texts[after] == "-" and reader.roles[after + 1] in (R.UNIT, R.HALF):
        after += 1
    role = reader.roles[after]
    if role == R.DAYTIME or reader.texts[after] in ("time", "times"):
        return False  # "the second night", "for the first time"
    if _with_next_ordinal(reader, frame, number, after):
        return True
    of_the_clock = reader.texts[reader.index] == "second" and frame.month is None and reader.texts[after] != "of"
    if of_the_clock and role not in _AFTER_SECOND:
        return False
    start = reader.index
    if _counts_at(reader, frame, number, after):
        if reader.index == start:  # otherwise what it counts from has been read too
            reader.index = after + 1
        return True
    if role == R.RELATIVE and reader.texts[after] in ("last", "final") and nth_last(reader, frame, after + 1, -number):
        return True
    if role in (R.NUMBER, R.CARDINAL, R.VAGUE_NUMBER) and frame.month is None and number in (1, -1):
        found = read_span(reader, after, bare=False)
        if found is not None and found.working and reader.texts[found.end] in ("of", "in"):
            raise uncertain_working_day(reader)
        if found is not None and found.units is not None and found.value.vague is None:
            frame.nth = Nth(number, found.grain, found.units)
            reader.index = found.end
            return True
    if frame.day is not None or not 0 < number <= 31 or not _is_day(reader, frame, number, after):
        return False
    frame.day = number
    reader.index = after
    skip_separator(reader, frame)
    return True


def _with_next_ordinal(reader: FrameReader, frame: Frame, number: int, after: int) -> bool:
    """ "the first and second quarters": the unit is after the second ordinal."""
    if reader.roles[after] not in (R.AND, R.UPTO, R.OR):
        return False
    following = after + 1 + (reader.texts[after + 1] == "the")
    unit = following + 1
    another = reader.roles[following] == R.NTH or reader.texts[following] == "second"
    if not another or reader.roles[unit] not in (R.UNIT, R.HALF) or not frame.is_empty():
        return False
    if reader.roles[unit] == R.UNIT and reader.values[unit][0] not in (Grain.QUARTER, Grain.CENTURY):
        return False
    if not _counts_at(reader, frame, number, unit):
        return False
    reader.index = after
    return True


def _is_day(reader: FrameReader, frame: Frame, number: int, after: int) -> bool:
    """Whether an ordinal without a unit is a day of a month: "the 15th", "May first", but not "a third"."""
    if reader.roles[reader.index] == R.NUMBER or frame.month is not None or reader.roles[after] == R.MONTH:
        return True
    return number > 10 or reader.texts[after] == "of" or reader.roles[reader.index - 2] == R.ON


def _counts_at(reader: FrameReader, frame: Frame, number: int, after: int) -> bool:
    """Say what the word at `after` is the so-manieth of, if it can be counted."""
    role = reader.roles[after]
    century = role == R.UNIT and reader.values[after][0] is Grain.CENTURY
    if (frame.nth is not None or frame.half is not None) and not century:
        return False
    if role == R.UNIT:
        _count_unit(reader, frame, number, after)
    elif role == R.HALF and 0 < number <= 2:
        frame.half = number
    elif role == R.WEEKDAY:
        frame.nth, frame.weekday = Nth(number, "weekday"), reader.values[after]
        if number > 0:
            _weekday_beside(reader, frame, number, after)
    elif role == R.WEEKEND and not (frame.month is not None and frame.day is None):
        frame.nth = Nth(number, "weekend")
    else:
        return False
    return True


def _weekday_beside(reader: FrameReader, frame: Frame, number: int, after: int) -> None:
    """ "the third Tuesday after Christmas"."""
    index, nth = reader.index, frame.nth
    frame.forget("nth")
    reader.index = after + 1
    if not weekday_beside(reader, frame, reader.values[after], number):
        reader.index, frame.nth = index, nth


def _count_unit(reader: FrameReader, frame: Frame, number: int, after: int) -> None:
    grain: Grain = reader.values[after][0]
    if reader.values[after][1] < 0:
        raise uncertain_working_day(reader)
    one = not reader.texts[after].endswith("s")
    if grain is Grain.QUARTER and 1 <= number <= 4:
        frame.quarter = number
    elif grain is Grain.CENTURY and number > 0:
        frame.century = number
    elif grain is Grain.HALF and 0 < number <= 2:
        frame.half = number
    elif grain is Grain.MONTH and one and 0 < number <= 12 and reader.texts[after + 1] in ("of", "in"):
        frame.month = number
    elif (
        grain is Grain.DAY
        and one
        and 0 < number <= 31
        and (frame.month or (reader.texts[after + 1] == "of" and not _is_longer_than_month(reader, after + 2)))
    ):
        frame.day = number
    else:
        frame.nth = _nth(number, grain, reader.texts[after])


def _is_longer_than_month(reader: FrameReader, at: int) -> bool:
    """Whether "of" is followed by a year, a quarter, a season or the like, whose days are counted: "the first day of this year"."""
    roles, values = reader.roles, reader.values
    while roles[at] in (R.ARTICLE, R.RELATIVE):
        at += 1
    if roles[at] == R.UNIT:
        return values[at][0] is not Grain.MONTH
    return roles[at] in (R.SEASON, R.QUARTER, R.HALF) or (roles[at] == R.NUMBER and len(reader.texts[at]) == 4)


def nth_last(reader: FrameReader, frame: Frame, after: int, nth: int) -> bool:
    """ "last Monday of March", "last week of 2016", "last day of October"; only with what it is the last of."""
    role = reader.roles[after]
    if role not in (R.UNIT, R.WEEKDAY, R.WEEKEND):
        return False
    joined = after + 1
    if reader.texts[joined] not in ("of", "in", "from"):
        return False
    holder = joined + 1
    while reader.roles[holder] == R.ARTICLE:
        holder += 1
    if reader.roles[holder] not in CONTAINERS:
        return False
    if reader.roles[holder] == R.NUMBER and len(reader.texts[holder]) != 4 and reader.texts[holder + 1] != "th":
        return False
    kind = nth_kind(role, reader.values[after])
    if role == R.UNIT and reader.values[after][1] < 0:
        raise uncertain_working_day(reader)
    frame.nth = _nth(nth, kind, reader.texts[after]) if isinstance(kind, Grain) else Nth(nth, kind)
    if role == R.WEEKDAY:
        frame.weekday = reader.values[after]
    reader.index = holder
    if reader.roles[holder] == R.UNIT:
        frame.article = True
    return True


def some_of(reader: FrameReader, frame: Frame, number: int, unit: int) -> bool:
    """ "the early months of 2020", "the closing days of the year": `unit` is the index of the plural."""
    if reader.roles[unit] != R.UNIT or not reader.texts[unit].endswith("s") or reader.texts[unit + 1] != "of":
        return False
    grain: Grain = reader.values[unit][0]
    if grain < Grain.DAY or not frame.said() <= {"article"}:
        return False
    frame.nth = _nth(number, grain, reader.texts[unit])
    reader.index = unit + 1
    return True


def _nth(number: int, grain: Grain, text: str) -> Nth:
    """ "the last week", or with an "s" some of them: "the last weeks of 2019"."""
    if text == "fortnight" and number in (1, -1):
        return Nth(number, Grain.WEEK, 2)
    if not text.endswith("s") or number not in (1, -1) or grain < Grain.DAY:
        return Nth(number, grain)
    return Nth(number, grain, _SOME.get(grain, 3), vague=True)


_SOME: Final = {Grain.DAY: 6, Grain.WEEK: 4}
"""How many the last days, weeks or months of a period are taken to be, at most, by a careful reader."""


def nth_kind(role: int, value: Any) -> Grain | Literal["weekday", "weekend"]:
    if role == R.WEEKDAY:
        return "weekday"
    if role == R.WEEKEND:
        return "weekend"
    grain: Grain = value[0]
    return grain
