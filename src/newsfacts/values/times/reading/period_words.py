"""Words around a date: articles, "early", "later", "the rest of", "so far", "now", "recently", "about".

Each function reads from the token at `reader.index` into a frame, and says whether it has read anything.
"""

from __future__ import annotations

from typing import Final

from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.calendar_words import anchor_follows
from newsfacts.values.times.reading.counted_words import duration_words
from newsfacts.values.times.reading.frame import Frame, Unit
from newsfacts.values.times.reading.ordinal_words import some_of
from newsfacts.values.times.reading.reader import FrameReader
from newsfacts.values.times.reading.terms import Hedge, Narrowing

__all__ = [
    "adjective_word", "article_word", "bound_word", "compound_word", "fill_word", "fiscal_word", "hedge_word", "narrower_word",
    "now_word", "on_word", "part_word", "rest_word", "that_day_word", "then_word", "this_time_word", "to_date_words", "turn_word", "vague_word",
]  # fmt: skip

R = word_roles


def fill_word(reader: FrameReader, frame: Frame) -> bool:
    if (
        reader.texts[reader.index] == "over"
        and reader.roles[reader.index + 1] in (R.NUMBER, R.CARDINAL)
        and frame.is_empty()
    ):
        return False
    if reader.texts[reader.index] in _OPENING and frame.has_date():
        return False  # "Monday during a 15-minute speech"
    reader.index += 1
    return True


_AFTER_VERBS = (R.WEEKDAY, R.DAY, R.RELATIVE, R.IN, R.ON)
_OPENING = ("during", "over", "throughout")


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
    reader.expect_hour = False  # "at a 2014 rally"
    reader.index = index + 1
    return True


def part_word(reader: FrameReader, frame: Frame) -> bool:
    if frame.part is not None:
        return False
    index = reader.index
    last = reader.roles[index + 1] == R.END and reader.texts[index] != "end"
    if last and frame.has_date():
        return False  # "in the 1967 Middle" East war
    if reader.texts[index] == "close" and reader.roles[index + 1] != R.FILL:
        return False
    some = {Mod.START: 1, Mod.END: -1}.get(reader.values[index])
    if some is not None and some_of(reader, frame, some, index + 1):
        return True
    verb = reader.texts[index] in ("beginning", "start", "end") and reader.roles[index + 1] in _AFTER_VERBS
    if verb and reader.roles[index - 1] != R.ARTICLE:
        return False  # "end Monday", "start this week"
    frame.part = reader.values[index]
    reader.index = index + 1
    while (
        reader.texts[reader.index] in ("-", "in", "of", "to", "the", "on", "around", "part")
        and reader.roles[reader.index + 1] != R.END
    ):
        if reader.texts[reader.index] == "to" and reader.roles[reader.index + 1] != R.PART:
            break
        if reader.texts[reader.index] == "to":
            frame.part_upto = reader.values[reader.index + 1]
            reader.index += 2
            continue
        frame.article = frame.article or reader.texts[reader.index] == "the"
        reader.index += 1
    return True


def narrower_word(reader: FrameReader, frame: Frame) -> bool:
    """ "earlier this year", "later in the week"; after a duration the words mean something else."""
    index = reader.index
    if not frame.is_empty() or abs(reader.values[index]) != 1:
        return False
    following = index + 1
    while reader.roles[following] in (R.IN, R.ON, R.ARTICLE):
        following += 1
    if reader.roles[following] not in (
        R.RELATIVE,
        R.THAT,
        R.THAT_DAY,
        R.AMPM,
        R.SEASON,
        R.UNIT,
        R.DAY,
        R.WEEKEND,
        R.MONTH,
        R.WEEKDAY,
        R.DAYTIME,
    ):
        return False
    frame.narrowing = Narrowing.EARLIER if reader.values[index] < 0 else Narrowing.LATER
    reader.index = index + 1
    return True


def rest_word(reader: FrameReader, frame: Frame) -> bool:
    frame.narrowing = Narrowing.REST
    reader.index += 1
    return True


def to_date_words(reader: FrameReader, frame: Frame) -> bool:
    frame.narrowing = Narrowing.SO_FAR
    grain = _TO_DATE.get(reader.texts[reader.index])
    if grain is not None:
        frame.unit = Unit(grain)
    reader.index += 1
    return True


_TO_DATE: Final = {"year": Grain.YEAR, "ytd": Grain.YEAR, "month": Grain.MONTH, "quarter": Grain.QUARTER}


def compound_word(reader: FrameReader, frame: Frame) -> bool:
    if frame.part is not None:
        return False
    frame.part, grain = reader.values[reader.index]
    frame.unit = Unit(grain, frame.direction or 0)
    reader.index += 1
    return True


def bound_word(reader: FrameReader, frame: Frame) -> bool:
    """ "year-end", "quarter-end"."""
    if frame.part is not None or frame.last_day is not None:
        return False
    frame.last_day = reader.values[reader.index]
    reader.index += 1
    reader.expect_hour = reader.prefer_clock = False  # "at" before it does not announce an hour
    return True


def turn_word(reader: FrameReader, frame: Frame) -> bool:
    """ "the turn of the century": a year or a longer unit has to follow."""
    if not frame.is_empty():
        return False
    frame.turn = frame.article = True
    reader.index += 1
    return True


def then_word(reader: FrameReader, frame: Frame) -> bool:
    """ "at the time", "since then"."""
    if frame.has_date():
        return False
    frame.then = True
    reader.index += 1
    return True


def this_time_word(reader: FrameReader, frame: Frame) -> bool:
    """ "this time last year"."""
    if not frame.is_empty():
        return False
    grain, offset = reader.values[reader.index]
    frame.this_time = Unit(grain, offset)
    reader.index += 1
    return True


def that_day_word(reader: FrameReader, frame: Frame) -> bool:
    """ "the day", "the next day", "the day before", and "the day after Thanksgiving"."""
    offset = reader.values[reader.index]
    if offset and anchor_follows(reader, reader.index + 1):
        frame.day_steps = offset
    elif not offset and frame.has_date():
        pass  # "May 5, the day"
    elif frame.day_offset is not None or frame.weekday is not None:
        return False
    else:
        frame.day_offset = offset
        frame.anaphoric = True
    reader.index += 1
    return True


def fiscal_word(reader: FrameReader, frame: Frame) -> bool:
    frame.fiscal = True
    reader.index += 1
    return True


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
        if reader.texts[reader.index + 2] == "of":
            return False  # "the business week of June 3": the day alone would be read
        offset = frame.direction or 0 if frame.unit is None else frame.unit.offset
        frame.unit = Unit(Grain.WEEK, offset, working=True)
        reader.index += 2
        return True
    following = reader.index + 1
    if not frame.has_date() and (reader.roles[following] in (R.NTH, R.QUARTER) or reader.texts[following] == "second"):
        reader.index += 1  # "a flat second quarter"
        return True
    text = reader.texts[reader.index]
    if (
        text in ("whole", "entire", "full")
        and reader.roles[reader.index + 1 + (reader.texts[reader.index + 1] == "-")] == R.UNIT
    ):
        reader.index += 1 + (reader.texts[reader.index + 1] == "-")  # "the entire month of December", "full-year 2023"
        return True
    dated = reader.roles[reader.index + 2] in (R.WEEKDAY, R.DAY, R.MONTH, R.ON)
    if text == "all" and reader.texts[reader.index + 1] == "day" and dated:
        reader.index += 2  # "all day Friday"
        return True
    if text == "long" and frame.season is not None:
        reader.index += 1
        return True
    if text in ("all", "just", "only", "some", "calendar", "sometime", "anytime", "good"):
        reader.index += 1
        return True
    return False


def hedge_word(reader: FrameReader, frame: Frame) -> bool:
    clock = reader.prefer_clock or reader.roles[reader.index + 2] == R.AMPM or reader.texts[reader.index + 2] == ":"
    if reader.values[reader.index] is Hedge.ABOUT or (reader.values[reader.index] is Hedge.NEARLY and clock):
        frame.approximate = True
        reader.expect_hour = reader.expect_hour or frame.has_date() or reader.prefer_clock
        reader.index += 1
        return True
    return False
