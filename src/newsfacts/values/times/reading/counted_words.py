"""What is counted: "two days ago", "the past three weeks", "the first Monday in May", "a year earlier".

Each function reads from the token at `reader.index` into a frame, and says whether it has read anything.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from newsfacts.values.times.reading.calendar_words import skip_separator
from newsfacts.values.times.reading.clock_words import half_past
from newsfacts.values.times.reading.durations import FoundDuration, make_duration, read_amount, read_span
from newsfacts.values.times.reading.frame import Frame, FrameReader
from newsfacts.values.times.reading.words import Role
from newsfacts.values.times.times import Grain

__all__ = [
    "counted",
    "duration_words",
    "for_hour",
    "half_word",
    "in_date",
    "nothing_after",
    "nth_kind",
    "nth_last",
    "ordinal",
    "ordinal_word",
    "shifted",
    "span_count",
    "window_words",
    "year_ago_words",
]

R = Role
_CONTAINERS: Final = (R.MONTH, R.NUMBER, R.RELATIVE, R.UNIT, R.CARDINAL, R.SEASON, R.QUARTER, R.HOLIDAY, R.DECADE)


def duration_words(reader: FrameReader, frame: Frame) -> bool:
    return shifted(reader, frame, read_span(reader.tokens, reader.index, bare=False))


def shifted(reader: FrameReader, frame: Frame, found: FoundDuration | None, only_anchored: bool = False) -> bool:
    """A duration that leads away from a moment: "two days ago", "a week from Tuesday", "10 minutes before noon"."""
    if found is None or frame.shift is not None:
        return False
    end = found.end
    roles, texts = reader.roles, reader.texts
    while roles[end] == R.FILL and texts[end] in (",", "of") and roles[end + 1] in (R.AGO, R.LATER):
        end += 1
    if texts[end] == "time" and roles[end + 1] == R.END:
        end += 1
    role, text = roles[end], texts[end]
    sign, anchored = 0, False
    if role == R.AGO:
        sign = -1
        end += 1
    elif role == R.LATER:
        sign = 1
        end += 1
    elif role == R.EARLIER:
        sign = -1 if reader.values[end] < 0 else 1
        end += 1
    elif (role == R.SIDE and text in ("before", "after", "since")) or role == R.FROM:
        sign = -1 if text == "before" else 1
        end += 1
        anchored = roles[end] not in (R.END, R.SIGN)
        if not anchored and text not in ("before", "after"):
            return False
    elif role == R.NOW and texts[end] == "from":
        sign = 1
        end += 1
    if not sign or (only_anchored and not anchored):
        return False
    frame.shift, frame.shift_sign, frame.shift_grain = found.value, sign, found.grain
    frame.shift_working, frame.anchored = found.working, anchored
    reader.index = end
    if not anchored and roles[end] == R.ON and roles[end + 1] == R.WEEKDAY:
        frame.shift_weekday = reader.values[end + 1]
        reader.index = end + 2
    return True


def counted(reader: FrameReader, frame: Frame) -> bool:
    """A number with a unit, with or without "upcoming" between them."""
    index = reader.index
    if not reader.tokens.counts:
        return False
    if duration_words(reader, frame):
        return True
    amount = read_amount(reader.tokens, index)
    if amount is None:
        return False
    here = amount.end
    if reader.values[here] == "YEAR_AGO" and frame.shift is None and frame.year_ago is None:
        if amount.value == 1:
            reader.index = here
            return year_ago_words(reader, frame)
        frame.shift, frame.shift_sign, frame.shift_grain = make_duration(Grain.YEAR, amount.value), -1, Grain.YEAR
        reader.index = here + 1
        return True
    relative = reader.roles[here] == R.RELATIVE and reader.values[here] in (-1, 1)
    if relative and reader.roles[here + 1] == R.UNIT and frame.is_empty():
        grain, size = reader.values[here + 1]
        frame.window = FoundDuration(make_duration(grain, amount.value * abs(size)), grain, here + 2)
        frame.window_sign = reader.values[here]
        reader.index = here + 2
        return True
    if reader.roles[here] == R.PLURAL_WEEKDAY and reader.roles[here + 1] in (R.LATER, R.AGO):
        frame.weekday = reader.values[here]
        frame.nth, frame.nth_of = int(amount.value), "weekday"
        frame.date_relative = 1 if reader.roles[here + 1] == R.LATER else -1
        reader.index = here + 2
        return True
    return False


def window_words(reader: FrameReader, frame: Frame, after: int, value: int) -> bool:
    """ "the past two weeks", "next few days", "the coming year"."""
    if value == 0 or frame.window is not None:
        return False
    while (
        reader.roles[after] == R.ADJECTIVE and reader.values[after] != "B" and reader.texts[after] not in ("another",)
    ):
        after += 1
    found = read_span(reader.tokens, after)
    if found is None:
        return nothing_after(reader, frame, value)
    end = found.end
    if (
        reader.texts[end] in ("of", "in")
        and reader.roles[end + 1] in _CONTAINERS
        and reader.texts[reader.index] == "last"
    ):
        count = found.value.seconds
        whole = span_count(reader, found)
        if whole is not None and count:
            frame.nth, frame.nth_of, frame.nth_count = -1, found.grain, whole
            reader.index = end
            return True
    frame.window, frame.window_sign = found, value
    reader.index = end
    return True


def nothing_after(reader: FrameReader, frame: Frame, value: int) -> bool:
    if reader.roles[reader.index + 1] != R.END or not frame.is_empty():
        return False
    frame.vague = "PAST_REF" if value < 0 else "FUTURE_REF"
    reader.index += 1
    return True


def span_count(reader: FrameReader, found: FoundDuration) -> int | None:
    value = found.value
    for number in (value.years, value.months, value.weeks, value.days):
        if number:
            return int(number) if number.denominator == 1 else None
    return None


def year_ago_words(reader: FrameReader, frame: Frame) -> bool:
    """ "a year ago", "the year-earlier quarter", "a year earlier"."""
    end = reader.index + 1
    if reader.roles[end] == R.UNIT and reader.values[end][0] in (Grain.QUARTER, Grain.MONTH, Grain.HALF, Grain.WEEK):
        frame.year_ago = reader.values[end][0]
        end += 1
    elif frame.unit in (Grain.QUARTER, Grain.MONTH, Grain.HALF) and frame.unit_offset == 0:
        frame.year_ago = frame.unit  # "the same month a year ago"
        del frame.unit, frame.unit_offset
    else:
        frame.year_ago = Grain.YEAR
        if reader.texts[end] in ("period", "level"):
            end += 1
    reader.index = end
    return True


def ordinal(reader: FrameReader, frame: Frame, number: int, after: int) -> bool:
    """What an ordinal counts: a day of the month, a weekday, a week, a quarter, a half, a century."""
    role = reader.roles[after]
    while reader.texts[after] == "-" and reader.roles[after + 1] in (R.UNIT, R.HALF):
        after += 1
        role = reader.roles[after]
    of_the_clock = reader.texts[reader.index] == "second" and frame.month is None and reader.texts[after] != "of"
    if of_the_clock and role not in (R.UNIT, R.WEEKDAY, R.HALF, R.MONTH, R.WEEKEND, R.RELATIVE):
        return False
    if role == R.UNIT:
        grain, _ = reader.values[after]
        if grain is Grain.QUARTER and 1 <= number <= 4:
            frame.quarter = number
        elif grain is Grain.CENTURY:
            frame.century = number
        elif grain is Grain.HALF and number <= 2:
            frame.half = number
        elif grain is Grain.MONTH and number <= 12 and reader.texts[after + 1] in ("of", "in"):
            frame.month = number
        elif grain is Grain.DAY and reader.texts[after] == "day" and number <= 31:
            frame.day = number
        else:
            frame.nth, frame.nth_of = number, grain
        reader.index = after + 1
        return True
    if role == R.HALF and number <= 2:
        frame.half = number
        reader.index = after + 1
        return True
    if role == R.WEEKDAY:
        frame.nth, frame.nth_of, frame.weekday = number, "weekday", reader.values[after]
        reader.index = after + 1
        return True
    if role == R.WEEKEND and not (frame.month is not None and frame.day is None):
        frame.nth, frame.nth_of = number, "weekend"
        reader.index = after + 1
        return True
    if role == R.RELATIVE and reader.texts[after] == "last" and nth_last(reader, frame, after + 1, -number):
        return True
    if role in (R.NUMBER, R.CARDINAL, R.VAGUE_NUMBER) and frame.month is None and number == 1:
        found = read_span(reader.tokens, after, bare=False)
        whole = None if found is None else span_count(reader, found)
        if found is not None and whole is not None:
            frame.nth, frame.nth_of, frame.nth_count = 1, found.grain, whole
            reader.index = found.end
            return True
    if frame.day is not None or number > 31:
        return False
    frame.day = number
    reader.index = after
    skip_separator(reader, frame)
    return True


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
    if reader.roles[holder] not in _CONTAINERS:
        return False
    if reader.roles[holder] == R.NUMBER and len(reader.texts[holder]) != 4:
        return False
    frame.nth, frame.nth_of = nth, nth_kind(role, reader.values[after])
    if role == R.WEEKDAY:
        frame.weekday = reader.values[after]
    reader.index = holder
    if reader.roles[holder] == R.UNIT:
        frame.article = True
    return True


def ordinal_word(reader: FrameReader, frame: Frame) -> bool:
    return ordinal(reader, frame, reader.values[reader.index], reader.index + 1)


def half_word(reader: FrameReader, frame: Frame) -> bool:
    return duration_words(reader, frame) or half_past(reader, frame)


def in_date(reader: FrameReader, frame: Frame) -> bool:
    """ "in" inside a date ("the first Monday in May", "in two years since 2011", "March in 1 year")."""
    index = reader.index
    found = read_span(reader.tokens, index + 1, bare=False)
    if found is not None:
        if frame.month is not None and frame.day is None and not frame.year and found.grain is Grain.YEAR:
            frame.unit, frame.unit_offset = Grain.YEAR, span_count(reader, found)
            reader.index = found.end
            return True
        return False
    reader.index = index + 1
    return True


def for_hour(reader: FrameReader, frame: Frame) -> bool:
    """ "Saturday for 9am" is an hour; "for three days" is a length, read elsewhere."""
    if read_span(reader.tokens, reader.index + 1, bare=False) is not None:
        return False
    reader.index += 1
    reader.expect_hour = True
    return True


def nth_kind(role: int, value: Any) -> Grain | Literal["weekday", "weekend"]:
    if role == R.WEEKDAY:
        return "weekday"
    if role == R.WEEKEND:
        return "weekend"
    grain: Grain = value[0]
    return grain
