"""What is counted from the current unit of the calendar: "last week", "next Tuesday", "the year before last", "Q3".

Each function reads from the token at `reader.index` into a frame, and says whether it has read anything.
"""

from __future__ import annotations

from typing import Final

from newsfacts.values.times.grain import Grain
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.calendar_words import anchor_follows, year_number
from newsfacts.values.times.reading.clock_words import hour_after_minutes
from newsfacts.values.times.reading.counted_words import (
    same_last_year,
    shifted,
    window_words,
)
from newsfacts.values.times.reading.durations import read_span
from newsfacts.values.times.reading.frame import Frame, Nth, Shift, Unit, Window
from newsfacts.values.times.reading.ordinal_words import nth_last, ordinal
from newsfacts.values.times.reading.reader import FrameReader
from newsfacts.values.times.times import new_duration

__all__ = ["relative_word", "that_word", "unit_word", "weekend_word"]

R = word_roles

_DATED: Final = (R.UNIT, R.WEEKDAY, R.MONTH, R.HOLIDAY, R.NUMBER, R.CARDINAL, R.SEASON, R.DAYTIME, R.WEEKEND)
_CLOCK_UNITS: Final = (Grain.HOUR, Grain.MINUTE, Grain.SECOND)
_FINE_UNITS: Final = (Grain.DAY, *_CLOCK_UNITS)
_ROLLING_UNITS: Final = (Grain.WEEK, Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY)
_DIRECTED: Final = (
    R.MONTH, R.WEEKDAY, R.SEASON, R.HOLIDAY, R.NTH, R.HALF, R.QUARTER, R.PLURAL_WEEKDAY, R.COMPOUND,
)  # fmt: skip
_NEIGHBOURS: Final = {"before": -1, "earlier": -1, "prior": -1, "after": 1, "later": 1, "ahead": 1}
_WINDOW_WORDS: Final = (R.IN, R.FILL, R.WITHIN, R.FOR)
_WEEKS_OF_SEASON: Final = 22
_NOT_PLURAL: Final = ("yrs", "hrs", "mins", "seasons")


def relative_word(reader: FrameReader, frame: Frame) -> bool:
    """ "last", "this", "next" and what they say it of."""
    index = reader.index
    value = reader.values[index]
    after = index + 1
    while reader.texts[after] in ("-", "calendar"):
        after += 1
    if reader.roles[after] == R.FISCAL:
        frame.fiscal = True
        after += 1
        if reader.roles[after] in (R.END, R.FILL):
            reader.index = after
            return True
    role = reader.roles[after]
    if role in (R.RELATIVE, R.THAT):
        if value and reader.values[after] == -value:
            return False  # "last next week"
        reader.index = after
        return relative_word(reader, frame)
    if value == -1 and reader.texts[index] == "last" and nth_last(reader, frame, after, -1):
        return True
    if role == R.ADJECTIVE and reader.values[after] == "B" and reader.texts[after + 1] == "week":
        frame.unit = Unit(Grain.WEEK, value, working=True)
        reader.index = after + 2
        return True
    part = reader.texts[after] == "quarter" and reader.roles[after + 1 + (reader.texts[after + 1] == "-")] == R.UNIT
    if role == R.UNIT and not part and not counted_and_more(reader, after):
        return _relative_unit(reader, frame, after, value)
    return _relative_date(reader, frame, after, value)


def that_word(reader: FrameReader, frame: Frame) -> bool:
    """ "that", "the same", "the following", "the previous" and what they say it of.

    Without an article "previous" and "following" are used as "last" and "next" are, except with a day or a part of one:
    "following morning" is one that follows a day of the text.
    """
    index = reader.index
    text = reader.texts[index]
    if text == "that" and reader.roles[index + 1] in (R.END, R.FILL) and frame.is_empty():
        frame.then = True
        reader.index = index + 1
        return True
    before = reader.roles[index - 1] if index else R.END
    day = text == "following" and (reader.roles[index + 1] == R.DAYTIME or reader.texts[index + 1] in ("day", "night"))
    counts_from_text = (
        text in ("that", "same") or day or before in (R.ARTICLE, R.THAT) or reader.texts[index - 1] == "very"
    )
    if not relative_word(reader, frame):
        return False
    if counts_from_text:
        frame.anaphoric = True
    return True


def _relative_unit(reader: FrameReader, frame: Frame, after: int, value: int) -> bool:
    """ "last week", "next day", "the past two years", "the same quarter last year"."""
    grain, size = reader.values[after]
    text = reader.texts[after]
    rolling = reader.roles[after + 1] == R.OR or _is_rolling(reader, frame, grain, value)
    if text == "day" and reader.texts[reader.index] == "next" and reader.texts[after + 1] not in ("or", "and"):
        frame.day_offset, frame.anaphoric = 1, True  # "the next day"
        reader.index = after + 1
        return True
    if text == "day" and reader.texts[reader.index] == "last" and reader.roles[reader.index - 2] not in _WINDOW_WORDS:
        frame.nth = Nth(-1, Grain.DAY)  # "the last day" of something
        reader.index = after + 1
        return True
    if (text.endswith("s") and text not in _NOT_PLURAL) or size != 1 or rolling:
        return window_words(reader, frame, after, value)
    if grain is Grain.YEAR and value == -1 and same_last_year(frame):
        reader.index = after + 1
        return True
    unit = frame.unit
    if unit is not None and unit.grain is not grain:
        return False
    frame.unit = Unit(grain, value)
    if text == "semester":
        frame.fiscal = True  # each school has its own
    reader.index = after + 1
    return True


def _is_rolling(reader: FrameReader, frame: Frame, grain: Grain, value: int) -> bool:
    """Whether "the past year" is the year up to now, and not a year of the calendar."""
    if not value or frame.nth is not None or frame.part is not None or frame.has_date():
        return False
    word = reader.texts[reader.index]
    if grain is Grain.DECADE and word in ("last", "past"):
        return True
    if grain in _ROLLING_UNITS:
        return (
            word == "past"
            or (word == "this" and value < 0)
            or (reader.texts[reader.index - 1] == "the" and word in ("last", "next", "coming", "upcoming"))
        )
    return grain in _FINE_UNITS


def _relative_date(reader: FrameReader, frame: Frame, after: int, value: int) -> bool:
    """ "last night", "this weekend", "next March", "last half"."""
    role = reader.roles[after]
    if role == R.HALF and value and reader.roles[after + 1 + (reader.texts[after + 1] == "-")] == R.UNIT:
        return window_words(reader, frame, after, value)  # "the past half-century"
    if role == R.HALF and value == -1:
        if reader.roles[after + 1] == R.END:
            frame.unit = Unit(Grain.HALF, -1)  # "last half"
        else:
            frame.half = 2
        reader.index = after + 1
        return True
    if role == R.DAYTIME:
        if value:
            frame.day_offset = value
            definite = reader.texts[reader.index - 1] == "the"
            frame.anaphoric = frame.anaphoric or (definite and reader.texts[reader.index] == "next")
        elif frame.day_offset is None and frame.weekday is None:
            frame.day_offset = 0
        reader.index = after
        return True
    if role == R.WEEKEND:
        frame.weekend = value
        reader.index = after + 1
        return True
    if role in _DIRECTED or is_date_number(reader, after):
        frame.direction = value
        if role == R.WEEKDAY and reader.texts[reader.index] == "next" and reader.texts[reader.index - 1] == "the":
            frame.anaphoric = True
        reader.index = after
        return True
    return window_words(reader, frame, after, value)


def unit_word(reader: FrameReader, frame: Frame) -> bool:
    """A unit without a number: "the week of May 5", "the year 2008", "week 31", "the day before", "Q3"."""
    index, texts = reader.index, reader.texts
    grain: Grain = reader.values[index][0]
    if texts[index] == "second" and ordinal(reader, frame, 2, index + 1):
        return True
    minutes = texts[index] == "quarter" and texts[index + 1] in ("past", "to", "after", "till")
    if minutes and frame.clock is None and not two_away(reader, index + 1):
        reader.index = index + 2
        return hour_after_minutes(reader, frame, 15 if texts[index + 1] in ("past", "after") else -15)
    return (
        _numbered_unit(reader, frame, grain)
        or _unit_of(reader, frame, grain)
        or _neighbour(reader, frame, grain)
        or _from_unit(reader, frame, grain)
        or _current_unit(reader, frame, grain)
    )


def _numbered_unit(reader: FrameReader, frame: Frame, grain: Grain) -> bool:
    """ "the year 2008", "week 31", "Q3", the "season" of "the 2015 season"."""
    index, texts, roles = reader.index, reader.texts, reader.roles
    if grain is Grain.YEAR and frame.year is None and texts[index] == "year":
        after = index + 2 if texts[index + 1] == "of" else index + 1
        if roles[after] in (R.NUMBER, R.CARDINAL):
            reader.index = after
            if year_number(reader, frame):
                return True
            reader.index = index
    if _belongs_to_name(frame, grain, texts[index]):
        frame.week_of = frame.week_of or grain is Grain.WEEK
        reader.index += 1
        return True
    if roles[index + 1] != R.NUMBER:
        return False
    number = reader.values[index + 1]
    if grain is Grain.WEEK and number <= 99:
        frame.week_number = number
        if number <= _WEEKS_OF_SEASON and ("Week" in reader.phrase or "WEEK" in reader.phrase):
            frame.week_of_season = True
    elif grain is Grain.QUARTER and 1 <= number <= 4 and len(texts[index + 1]) == 1:
        frame.quarter = number
    else:
        return False
    reader.index = index + 2
    return True


def _belongs_to_name(frame: Frame, grain: Grain, text: str) -> bool:
    """ "Christmas week", "the winter months", the "season" of "the 2015 season"."""
    if grain is Grain.WEEK:
        return frame.holiday is not None and not frame.week_of
    if grain is Grain.MONTH:
        return frame.season is not None and text == "months"
    named_year = grain is Grain.YEAR and frame.month is not None
    named_season = grain is Grain.SEASON and frame.season is None and text == "season"
    return frame.year is not None and (named_year or named_season)


def _unit_of(reader: FrameReader, frame: Frame, grain: Grain) -> bool:
    """ "the week of May 5", "the week beginning Monday"."""
    index = reader.index
    if grain is not Grain.WEEK or reader.texts[index + 1] not in ("of", "beginning", "starting", "commencing"):
        return False
    after = index + 2
    while reader.roles[after] in (R.ARTICLE, R.ON, R.FILL):
        after += 1
    if reader.roles[after] not in (R.MONTH, R.NUMBER, R.NTH, R.HOLIDAY, R.WEEKDAY, R.CARDINAL, R.DAY):
        return False
    frame.week_of = True
    reader.index = index + 2
    return True


def _neighbour(reader: FrameReader, frame: Frame, grain: Grain) -> bool:
    """ "the week before", "the month after", "the year after next", "decades ago"."""
    index, texts = reader.index, reader.texts
    text = texts[index]
    step = _NEIGHBOURS.get(texts[index + 1])
    definite = texts[index - 1] == "the" and text in ("week", "month", "quarter", "year", "decade")
    if step is not None and definite and reader.roles[index + 2] in (R.END, R.FILL):
        frame.unit = Unit(grain, step)
        frame.anaphoric = texts[index + 1] != "ahead"
        reader.index = index + 2
        return True
    ahead = (
        index + 2 if texts[index + 1] == "ahead" else index + 3 if texts[index + 1 : index + 3] == ("to", "come") else 0
    )
    if text.endswith("s") and ahead and reader.roles[ahead] == R.END and frame.window is None:
        found = read_span(reader, index)
        if found is not None:
            frame.window = Window(found, 1)  # "the years ahead", "years to come"
            reader.index = ahead
            return True
    steps = two_away(reader, index + 1)
    if steps:
        frame.unit = Unit(grain, steps)
        reader.index = index + 3
    return steps != 0


def _from_unit(reader: FrameReader, frame: Frame, grain: Grain) -> bool:
    """ "day after tomorrow", "week from Tuesday"."""
    singular = grain in _FINE_UNITS and not reader.texts[reader.index].endswith("s")
    return shifted(reader, frame, read_span(reader, reader.index), only_anchored=not singular)


def _current_unit(reader: FrameReader, frame: Frame, grain: Grain) -> bool:
    """The unit that runs at publication: "the end of the month"."""
    text = reader.texts[reader.index]
    if frame.unit is not None or (frame.has_date() and not frame.article):
        if grain is Grain.DAY and frame.has_date() and reader.roles[reader.index - 1] != R.ARTICLE:
            reader.index += 1
            return True
        return False
    if text.endswith("s") and text not in ("hrs", "yrs"):
        return False
    if grain in _CLOCK_UNITS and not frame.narrowing and not frame.part:
        return False  # "the second", "the minute"
    if not (frame.article or frame.part or frame.narrowing or frame.turn or frame.has_date()):
        return False
    frame.unit = Unit(grain, bare=True)
    if text == "semester":
        frame.fiscal = True
    reader.index += 1
    return True


def weekend_word(reader: FrameReader, frame: Frame) -> bool:
    """ "the weekend", "the weekend after next"."""
    if reader.roles[reader.index - 1] == R.ARTICLE and reader.values[reader.index - 1] == 1:
        return False  # "a weekend" is any
    frame.weekend = 9 if frame.weekend is None else frame.weekend
    reader.index += 1
    steps = two_away(reader, reader.index)
    if steps:
        frame.weekend = steps
        reader.index += 2
    elif frame.said() == {"article", "weekend"} and reader.texts[reader.index] in ("before", "after", "following"):
        sign = -1 if reader.texts[reader.index] == "before" else 1
        if anchor_follows(reader, reader.index + 1):
            frame.forget("weekend")
            shift = frame.shift = Shift(new_duration(weeks=1), Grain.WEEK, sign)
            shift.weekend = True
            reader.index += 1
            shift.anchor = reader.read()
    return True


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
    """Whether a number is the day of a date: "last 5 May", "next 15th"."""
    return reader.roles[index] == R.NUMBER and (
        reader.texts[index + 1] in ("/", "st", "nd", "rd", "th") or reader.roles[index + 1] == R.MONTH
    )
