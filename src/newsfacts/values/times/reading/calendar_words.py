"""Dates of the calendar: month names, weekdays, numeric dates, decades, quarters and holidays.

Each function reads from the token at `reader.index` into a frame, and says whether it has read anything.
"""

from __future__ import annotations

from newsfacts.values.times.reading.durations import read_cardinal
from newsfacts.values.times.reading.frame import Frame, FrameReader
from newsfacts.values.times.reading.words import Role
from newsfacts.values.times.times import Grain, Mod

__all__ = [
    "anchor_follows",
    "apostrophe_word",
    "day_word",
    "decade_digits",
    "decade_word",
    "era_word",
    "holiday_word",
    "hyphen_word",
    "letter_word",
    "month_and_day",
    "month_word",
    "numeric_date",
    "quarter_words",
    "season_word",
    "skip_separator",
    "weekday_word",
    "year_number",
]

R = Role


def month_word(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    if frame.month is not None:
        return False
    if reader.texts[index] == "may" and reader.roles[index + 1] == R.UNKNOWN:
        return False
    frame.month = reader.values[index]
    reader.index = index + 1
    skip_separator(reader, frame)
    return True


def skip_separator(reader: FrameReader, frame: Frame) -> None:
    """Skip the hyphen or slash inside "05-Aug-2016", "Dec-2018", "May/22"; leave the one of "Nov-Feb"."""
    index = reader.index
    if reader.texts[index] not in ("-", "/") or reader.roles[index + 1] != R.NUMBER:
        return
    length = len(reader.texts[index + 1])
    if (length == 4 and frame.year is None) or (frame.day is None and reader.glued[index] and length <= 2):
        reader.index = index + 1


def weekday_word(reader: FrameReader, frame: Frame) -> bool:
    if frame.weekday is not None:
        if frame.weekday == reader.values[reader.index]:
            reader.index += 1
            return True
        return False
    frame.weekday = reader.values[reader.index]
    reader.index += 1
    return True


def day_word(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    if reader.texts[index] == "the" and reader.values[index] and anchor_follows(reader, index + 1):
        frame.day_steps = reader.values[index]
        reader.index += 1
        return True
    if reader.texts[index] == "the" and reader.values[index] == 0 and frame.has_date():
        reader.index += 1
        return True
    if frame.day_offset is not None and reader.values[index] == 0 and reader.texts[index] == "today":
        reader.index += 1
        return True
    if frame.day_offset is not None or (frame.weekday is not None and reader.values[index]):
        return False
    frame.day_offset = reader.values[index]
    reader.index += 1
    return True


def anchor_follows(reader: FrameReader, index: int) -> bool:
    while reader.roles[index] in (R.ARTICLE, R.FILL) and reader.texts[index] not in (",", "of"):
        index += 1
    return reader.roles[index] in (R.HOLIDAY, R.MONTH, R.WEEKDAY, R.DAY)


def season_word(reader: FrameReader, frame: Frame) -> bool:
    if frame.season is not None:
        return False
    frame.season = reader.values[reader.index]
    reader.index += 1
    return True


def holiday_word(reader: FrameReader, frame: Frame) -> bool:
    if frame.holiday is not None:
        return False
    frame.holiday = reader.values[reader.index]
    reader.index += 1
    if reader.texts[reader.index] == "day":
        reader.index += 1
    return True


def quarter_words(reader: FrameReader, frame: Frame) -> bool:
    frame.quarter = reader.values[reader.index]
    reader.index += 1
    return True


def decade_word(reader: FrameReader, frame: Frame) -> bool:
    frame.decade = reader.values[reader.index]
    reader.index += 1
    return True


def era_word(reader: FrameReader, frame: Frame) -> bool:
    frame.era = reader.values[reader.index]
    if frame.day is not None and frame.year is None and frame.month is None:
        frame.year, frame.day = frame.day, None
    reader.index += 1
    return True


def decade_digits(reader: FrameReader, frame: Frame) -> bool:
    value = reader.values[reader.index]
    if len(reader.texts[reader.index]) == 4:
        frame.full_decade = value
    else:
        frame.decade = value
    reader.index += 2
    return True


def numeric_date(reader: FrameReader, frame: Frame) -> bool:
    """Dates in digits: 2024-07-04, 7/4/2024, 4.7.2024, 7/4, 2016/11, 11/2016, 05-Aug-2016."""
    index = reader.index
    texts, roles, values, glued = reader.texts, reader.roles, reader.values, reader.glued
    separator = texts[index + 1]
    first, second = values[index], values[index + 2]
    long_first, long_second = len(texts[index]) == 4, len(texts[index + 2]) == 4
    three = texts[index + 3] == separator and roles[index + 4] == R.NUMBER
    if separator == "-" and three and texts[index + 5] == "/":  # 1/5-2/6
        three = False
    if three and (len(texts[index + 4]) in (2, 4) or long_first):
        third = values[index + 4]
        if long_first:
            year, month, day = first, second, third
            swapped = False
        else:
            month, day, swapped = month_and_day(reader, first, second, separator == "." and len(texts[index + 4]) == 4)
            year = third
            frame.short_year = len(texts[index + 4]) == 2
        if frame.year is not None or frame.month is not None or not month:
            if not month and not long_first:
                raise reader.refuse(f"no calendar has a day {first}{separator}{second}")
            return False
        frame.year, frame.month, frame.day = year, month, day
        if swapped:
            frame.swapped = True
        reader.index = index + 5
        if texts[reader.index] == "t" and glued[reader.index]:
            reader.index += 1
        return True
    if frame.month is not None:
        return False
    if long_first and second <= 12 and len(texts[index + 2]) <= 2 and frame.year is None and separator != ".":
        frame.year, frame.month = first, second
        reader.index = index + 3
        return True
    if long_second and first <= 12 and len(texts[index]) <= 2 and separator != "." and frame.year is None:
        frame.year, frame.month = second, first
        reader.index = index + 3
        return True
    if len(texts[index]) > 2 or len(texts[index + 2]) > 2 or frame.day is not None:
        return False
    follow = roles[index + 3]
    if follow in (R.UNIT, R.AMPM) or (follow == R.SHORT_UNIT and glued[index + 3]) or texts[index + 3] in ("a", "p"):
        return False
    if separator == "." and (
        reader.expect_hour or frame.day_offset is not None or reader.prefer_clock or not glued[index + 1]
    ):
        return False
    if separator == "-":
        return False
    if texts[index + 3] == "." and not reader.day_first and separator == ".":
        return False
    month, day, swapped = month_and_day(reader, first, second, False)
    if not month:
        return False
    frame.month, frame.day = month, day
    if swapped:
        frame.swapped = True
    reader.index = index + 3
    return True


def month_and_day(reader: FrameReader, first: int, second: int, dotted: bool) -> tuple[int, int, bool]:
    """Month and day of two numbers, and whether they could be the other way round; (0, 0, False) for neither."""
    swapped = 1 <= first <= 12 and 1 <= second <= 12 and first != second
    day_first = reader.day_first or dotted
    if (day_first or first > 12) and 1 <= second <= 12 and 1 <= first <= 31:
        return second, first, swapped
    if 1 <= first <= 12 and 1 <= second <= 31:
        return first, second, swapped
    return 0, 0, False


def year_number(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    if reader.roles[index] == R.NUMBER:
        value, end, length = reader.values[index], index + 1, len(reader.texts[index])
    else:
        found = read_cardinal(reader.tokens, index)
        if found is None:
            return False
        value, end = found
        length = len(str(value))
    if frame.year is not None or length > 4 or not value:
        return False
    frame.year = value
    reader.index = end
    return True


def letter_word(reader: FrameReader, frame: Frame) -> bool:
    """ "Q3", "H2", "W27", "CY2018", "p.m." already read; a decade with an apostrophe ("'90s")."""
    index = reader.index
    text = reader.texts[index]
    if reader.roles[index + 1] == R.NUMBER and reader.glued[index + 1]:
        value = reader.values[index + 1]
        if text == "q" and 1 <= value <= 4:
            frame.quarter = value
        elif text == "h" and 1 <= value <= 2:
            frame.half = value
        elif text == "w" and 1 <= value <= 53:
            frame.week_number = value
        elif text == "cy":
            frame.year, frame.short_year = value, len(reader.texts[index + 1]) == 2
        elif text == "t" and frame.day is not None:
            reader.index += 1
            return True
        else:
            return False
        reader.index = index + 2
        if reader.texts[reader.index] == "/" and reader.roles[reader.index + 1] == R.NUMBER:
            reader.index += 1
        return True
    if text == "cy" and reader.roles[index + 1] == R.NUMBER:
        reader.index = index + 1
        return True
    if text in ("eoy", "eom", "eow", "boy", "bom", "bow"):
        frame.part = Mod.END if text[0] == "e" else Mod.START
        frame.unit = {"y": Grain.YEAR, "m": Grain.MONTH, "w": Grain.WEEK}[text[2]]
        frame.unit_offset = 0
        reader.index = index + 1
        return True
    return False


def apostrophe_word(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    if (
        reader.texts[index] == "'"
        and reader.roles[index + 1] == R.NUMBER
        and len(reader.texts[index + 1]) == 2
        and reader.glued[index + 1]
    ):
        reader.index = index + 1
        if reader.texts[index + 2] == "s" and reader.glued[index + 2]:
            return decade_digits(reader, frame)
        if frame.year is None:
            frame.year, frame.short_year = reader.values[index + 1], True
            reader.index = index + 2
            return True
        return False
    return letter_word(reader, frame)


def hyphen_word(reader: FrameReader, frame: Frame) -> bool:
    """A hyphen between the words of one date: "previous week - Monday", "May/22(Tue)-11:30 AM", "mid-week"."""
    index = reader.index
    if reader.texts[index] != "-":
        return False
    following = reader.roles[index + 1]
    if following in (R.WEEKDAY,) and frame.weekday is None and frame.unit is not None:
        reader.index += 1
        return True
    if (
        following == R.NUMBER
        and reader.texts[index + 2] == ":"
        and frame.has_date()
        and frame.second is None
        and frame.day is not None
    ):
        reader.index += 1
        return True
    if following in (R.DAYTIME, R.PART) and reader.glued[index] and reader.glued[index + 1]:
        reader.index += 1
        return True
    return False
