"""Words around a date: articles, "early", "later", "the rest of", "so far", "now", "recently", "about".

Each function reads from the token at `reader.index` into a frame, and says whether it has read anything.
"""

from __future__ import annotations

from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.reading.counted_words import duration_words
from newsfacts.values.times.reading.frame import Frame, Unit
from newsfacts.values.times.reading.reader import FrameReader
from newsfacts.values.times.reading.terms import Narrowing
from newsfacts.values.times.reading.words import Role

__all__ = [
    "adjective_word", "article_word", "compound_word", "fill_word", "fiscal_word", "hedge_word", "narrower_word",
    "now_word", "on_word", "part_word", "rest_word", "to_date_words", "vague_word",
]  # fmt: skip

R = Role


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
    frame.narrowing = Narrowing.EARLIER if reader.values[index] < 0 else Narrowing.LATER
    reader.index = index + 1
    return True


def rest_word(reader: FrameReader, frame: Frame) -> bool:
    frame.narrowing = Narrowing.REST
    reader.index += 1
    return True


def to_date_words(reader: FrameReader, frame: Frame) -> bool:
    frame.narrowing = Narrowing.SO_FAR
    if reader.texts[reader.index] in ("year", "ytd"):
        frame.unit = Unit(Grain.YEAR)
    reader.index += 1
    return True


def compound_word(reader: FrameReader, frame: Frame) -> bool:
    if frame.part is not None:
        return False
    frame.part, grain = reader.values[reader.index]
    frame.unit = Unit(grain, frame.direction or 0)
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
        offset = frame.direction or 0 if frame.unit is None else frame.unit.offset
        frame.unit = Unit(Grain.WEEK, offset, working=True)
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
