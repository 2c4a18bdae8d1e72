"""What is said from the day of publication: "last week", "early next year", "the rest of the month", "recently".

Each function reads from the token at `reader.index` into a frame, and says whether it has read anything.
"""

from __future__ import annotations

from typing import Final

from newsfacts.values.times.reading.calendar_words import year_number
from newsfacts.values.times.reading.clock_words import hour_after_minutes
from newsfacts.values.times.reading.counted_words import (
    duration_words,
    nth_last,
    ordinal,
    shifted,
    window_words,
    year_ago_words,
)
from newsfacts.values.times.reading.durations import read_span
from newsfacts.values.times.reading.frame import Frame, FrameReader
from newsfacts.values.times.reading.words import Role
from newsfacts.values.times.times import Grain, Mod

__all__ = [
    "adjective_word",
    "article_word",
    "compound_word",
    "counted_and_more",
    "fill_word",
    "fiscal_word",
    "hedge_word",
    "is_date_number",
    "narrower_word",
    "next_after",
    "now_word",
    "on_word",
    "part_word",
    "relative_word",
    "rest_word",
    "to_date_words",
    "two_away",
    "unit_word",
    "vague_word",
    "weekend_word",
]

R = Role
_DATED: Final = (R.UNIT, R.WEEKDAY, R.MONTH, R.HOLIDAY, R.NUMBER, R.CARDINAL, R.SEASON, R.DAYTIME, R.WEEKEND)
_PARTS_OF_YEARS: Final = (Grain.MONTH, Grain.QUARTER, Grain.HALF)


def fill_word(reader: FrameReader, frame: Frame) -> bool:
    if (
        reader.texts[reader.index] == "over"
        and reader.roles[reader.index + 1] in (R.NUMBER, R.CARDINAL)
        and frame.is_empty()
    ):
        return False
    reader.index += 1
    return True


def on_word(reader: FrameReader, frame: Frame) -> bool:
    reader.expect_hour = reader.texts[reader.index] in ("at", "@")
    reader.index += 1
    return True


def article_word(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    if reader.values[index] == 1 and duration_words(reader, frame):
        return True
    if reader.values[index] is None and reader.texts[index] == "the":
        frame.article = True
    reader.index = index + 1
    return True


def relative_word(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    value = reader.values[index]
    if value == "YEAR_AGO" and reader.texts[index + 1] == "last" and reader.roles[index + 2] not in _DATED:
        frame.unit, frame.unit_offset = Grain.YEAR, -2  # "the year before last"
        reader.index = index + 2
        return True
    if value == "YEAR_AGO":
        return year_ago_words(reader, frame)
    after = index + 1
    while reader.texts[after] in ("-", "calendar") or (reader.texts[after] == "the" and False):
        after += 1
    role = reader.roles[after]
    if role == R.FISCAL:
        frame.fiscal = True
        after += 1
        role = reader.roles[after]
    if role == R.RELATIVE and reader.values[after] != "YEAR_AGO":
        reader.index = after
        return relative_word(reader, frame)
    if value == -1 and reader.texts[index] == "last" and nth_last(reader, frame, after, -1):
        return True
    if (
        value == 1
        and role == R.UNIT
        and reader.values[after][0] is Grain.DAY
        and reader.texts[after] == "day"
        and reader.texts[after + 1] != "and"
    ):
        frame.day_offset = 1
        reader.index = after + 1
        return True
    if role == R.ADJECTIVE and reader.values[after] == "B" and reader.texts[after + 1] == "week":
        frame.unit, frame.unit_offset, frame.shift_working = Grain.WEEK, value, True
        reader.index = after + 2
        return True
    if role == R.UNIT and not counted_and_more(reader, after):
        grain, size = reader.values[after]
        if reader.texts[after].endswith("s") and reader.texts[after] not in ("yrs", "hrs", "mins", "seasons"):
            return window_words(reader, frame, after, value)
        rolling = grain in (Grain.DAY, Grain.HOUR, Grain.MINUTE, Grain.SECOND) and value
        word = reader.texts[index]
        if grain in (Grain.WEEK, Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY) and value:
            rolling = word == "past" or (reader.texts[index - 1] == "the" and word in ("last", "next"))
        if grain is Grain.DECADE and word in ("last", "past"):
            rolling = True
        if frame.nth is not None or frame.has_date() or frame.part is not None:
            rolling = False
        if size != 1 or rolling:
            return window_words(reader, frame, after, value)
        if grain is Grain.YEAR and value == -1 and frame.unit_offset == 0 and frame.unit in _PARTS_OF_YEARS:
            frame.year_ago = frame.unit  # "the same quarter last year"
            del frame.unit, frame.unit_offset
            reader.index = after + 1
            return True
        if frame.unit is not None and frame.unit is not grain:
            return False
        frame.unit, frame.unit_offset = grain, value
        reader.index = after + 1
        return True
    if role == R.HALF and value == -1:
        frame.half = 2
        reader.index = after + 1
        return True
    if role == R.DAYTIME:
        if value == -1:
            frame.day_offset = -1
        elif value == 1:
            frame.day_offset = 1
        elif frame.day_offset is None and frame.weekday is None:
            frame.day_offset = 0
        reader.index = after
        return True
    if role == R.WEEKEND:
        frame.weekend = value
        reader.index = after + 1
        return True
    if role in (
        R.MONTH,
        R.WEEKDAY,
        R.SEASON,
        R.HOLIDAY,
        R.NTH,
        R.HALF,
        R.QUARTER,
        R.PLURAL_WEEKDAY,
        R.COMPOUND,
    ) or is_date_number(reader, after):
        if role == R.HOLIDAY and reader.texts[after] == "spring" and reader.roles[after] != R.HOLIDAY:
            return False
        frame.date_relative = value
        reader.index = after
        return True
    return window_words(reader, frame, after, value)


def unit_word(reader: FrameReader, frame: Frame) -> bool:
    """A unit without a number: "the week of May 5", "the year 2008", "week 31", "the day before", "Q3"."""
    index = reader.index
    grain, _size = reader.values[index]
    text = reader.texts[index]
    if text == "second" and ordinal(reader, frame, 2, index + 1):
        return True
    nxt = reader.roles[index + 1]
    if text == "quarter" and reader.texts[index + 1] in ("past", "to", "after", "till") and frame.second is None:
        reader.index = index + 2
        return hour_after_minutes(reader, frame, 15 if reader.texts[index + 1] in ("past", "after") else -15)
    if grain is Grain.YEAR and nxt in (R.NUMBER, R.CARDINAL, R.FILL) and frame.year is None and text == "year":
        after = index + 2 if nxt == R.FILL else index + 1
        if reader.roles[after] in (R.NUMBER, R.CARDINAL) and reader.texts[index + 1] in ("of", reader.texts[after]):
            reader.index = after
            if year_number(reader, frame):
                return True
    if (grain is Grain.YEAR and frame.year is not None and frame.month is not None) or (
        grain is Grain.SEASON and frame.year is not None and frame.season is None and text == "season"
    ):  # fmt: skip
        reader.index += 1
        return True
    if grain is Grain.WEEK and nxt == R.NUMBER and reader.values[index + 1] <= 99:
        frame.week_number = reader.values[index + 1]
        reader.index = index + 2
        return True
    if grain is Grain.WEEK and (
        reader.texts[index + 1] in ("of", "beginning", "starting", "commencing", "that", "to", "from")
    ):
        after = index + 2
        while reader.roles[after] in (R.ARTICLE, R.ON, R.FILL):
            after += 1
        if reader.texts[index + 1] in ("of", "beginning", "starting") and reader.roles[after] in (
            R.MONTH, R.NUMBER, R.NTH, R.HOLIDAY, R.WEEKDAY, R.CARDINAL, R.DAY
        ):  # fmt: skip
            frame.week_of = True
            reader.index = index + 2
            return True
    if (
        grain is Grain.QUARTER
        and nxt == R.NUMBER
        and 1 <= reader.values[index + 1] <= 4
        and len(reader.texts[index + 1]) == 1
    ):
        frame.quarter = reader.values[index + 1]
        reader.index = index + 2
        return True
    if reader.roles[index + 2] in (R.END, R.FILL) and reader.texts[index + 1] in ("before", "after", "ahead") and (
        text in ("week", "month", "quarter", "year", "weekend", "decade") and reader.texts[index - 1] == "the"
    ):  # fmt: skip
        frame.unit, frame.unit_offset = grain, -1 if reader.texts[index + 1] == "before" else 1
        reader.index = index + 2
        return True
    if text.endswith("s") and nxt == R.AGO and reader.texts[index + 1] == "ago" and frame.is_empty():
        frame.vague = "PAST_REF"
        reader.index = index + 2
        return True
    steps = two_away(reader, index + 1)
    if steps:
        frame.unit, frame.unit_offset = grain, steps
        reader.index = index + 3
        return True
    if grain in (Grain.DAY, Grain.HOUR, Grain.MINUTE, Grain.SECOND) and text in ("day", "hour", "minute", "second"):
        found = shifted(reader, frame, read_span(reader.tokens, index))
        if found:
            return True
    elif shifted(reader, frame, read_span(reader.tokens, index), only_anchored=True):
        return True
    if frame.unit is not None or (frame.has_date() and frame.unit is None and not frame.article):
        if grain is Grain.DAY and frame.has_date():
            reader.index += 1
            return True
        return False
    if text.endswith("s") and text not in ("hrs", "yrs"):
        return False
    if (
        frame.article
        or frame.part
        or frame.narrower
        or frame.rest
        or frame.nth
        or frame.quarter
        or frame.half
        or frame.has_date()
    ):
        frame.unit, frame.unit_offset = grain, 0
        reader.index += 1
        return True
    return False


def part_word(reader: FrameReader, frame: Frame) -> bool:
    if frame.part is not None:
        return False
    index = reader.index
    if reader.texts[index] == "close" and reader.roles[index + 1] != R.FILL:
        return False
    frame.part = reader.values[index]
    reader.index = index + 1
    while (
        reader.texts[reader.index] in ("-", "in", "of", "to", "the", "on", "around", "part")
        and reader.roles[reader.index + 1] != R.END
    ):
        if reader.texts[reader.index] == "to" and reader.roles[reader.index + 1] != R.PART:
            break
        if reader.texts[reader.index] == "to":
            reader.index += 2
            continue
        frame.article = frame.article or reader.texts[reader.index] == "the"
        reader.index += 1
    return True


def narrower_word(reader: FrameReader, frame: Frame) -> bool:
    """ "earlier this year", "later in the week"; other uses of the words stand after a duration."""
    index = reader.index
    if not frame.is_empty() or abs(reader.values[index]) != 1:
        return False
    following = index + 1
    while reader.texts[following] in ("in", "on", "the", "that") and reader.roles[following] != R.DAY:
        following += 1
    if reader.roles[following] not in (R.RELATIVE, R.UNIT, R.DAY, R.WEEKEND, R.MONTH, R.WEEKDAY, R.DAYTIME):
        return False
    frame.narrower = reader.values[index]
    reader.index = index + 1
    return True


def rest_word(reader: FrameReader, frame: Frame) -> bool:
    frame.rest = True
    reader.index += 1
    return True


def to_date_words(reader: FrameReader, frame: Frame) -> bool:
    frame.to_date = True
    if reader.texts[reader.index] in ("year", "ytd"):
        frame.unit, frame.unit_offset = Grain.YEAR, 0
    reader.index += 1
    return True


def compound_word(reader: FrameReader, frame: Frame) -> bool:
    if frame.part is not None:
        return False
    frame.part, frame.unit = reader.values[reader.index]
    frame.unit_offset = frame.date_relative or 0
    reader.index += 1
    return True


def fiscal_word(reader: FrameReader, frame: Frame) -> bool:
    frame.fiscal = True
    reader.index += 1
    return True


def weekend_word(reader: FrameReader, frame: Frame) -> bool:
    frame.weekend = 9 if frame.weekend is None else frame.weekend
    reader.index += 1
    next_after(reader, frame, "weekend")
    return True


def next_after(reader: FrameReader, frame: Frame, slot: str) -> None:
    steps = two_away(reader, reader.index)
    if steps:
        setattr(frame, slot, steps)
        reader.index += 2


def two_away(reader: FrameReader, index: int) -> int:
    """2 for "after next", -2 for "before last" at a token, where nothing follows that they could belong to."""
    two = (reader.texts[index], reader.texts[index + 1])
    if two in (("after", "next"), ("before", "last")) and reader.roles[index + 2] not in _DATED:
        return 2 if two[0] == "after" else -2
    return 0


def counted_and_more(reader: FrameReader, index: int) -> bool:
    """Whether "day and 5 hours" follows."""
    return reader.texts[index + 1] == "and" and reader.roles[index + 2] in (R.NUMBER, R.CARDINAL)


def is_date_number(reader: FrameReader, index: int) -> bool:
    return reader.roles[index] == R.NUMBER and (
        reader.texts[index + 1] in ("/", "st", "nd", "rd", "th") or reader.roles[index + 1] == R.MONTH
    )


def now_word(reader: FrameReader, frame: Frame) -> bool:
    if not frame.is_empty():
        return False
    frame.now = True
    reader.index += 1
    return True


def vague_word(reader: FrameReader, frame: Frame) -> bool:
    if not frame.is_empty():
        return False
    frame.vague = reader.values[reader.index]
    reader.index += 1
    if reader.texts[reader.index - 1] == "recent":
        while reader.roles[reader.index] in (R.UNIT, R.WEEKEND, R.FILL):
            reader.index += 1
    return True


def adjective_word(reader: FrameReader, frame: Frame) -> bool:
    if reader.values[reader.index] == "B" and reader.texts[reader.index + 1] == "week":
        frame.unit, frame.unit_offset, frame.shift_working = (
            Grain.WEEK,
            frame.unit_offset or frame.date_relative or 0,
            True,
        )
        reader.index += 2
        return True
    if reader.texts[reader.index] in ("all", "just", "only", "calendar", "sometime", "anytime", "good"):
        reader.index += 1
        return True
    return False


def hedge_word(reader: FrameReader, frame: Frame) -> bool:
    if reader.values[reader.index] is Mod.APPROX:
        frame.approximate = True
        reader.expect_hour = reader.expect_hour or frame.has_date() or reader.prefer_clock
        reader.index += 1
        return True
    return False
