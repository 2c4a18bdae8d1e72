"""Words of the calendar: month names, weekdays, decades, quarters and holidays.

Each function reads from the token at `reader.index` into a frame, and says whether it has read anything.
"""

from __future__ import annotations

from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.values.times.calendar import WEEKDAY_NAMES
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.amounts import read_cardinal
from newsfacts.values.times.reading.frame import Decade, Frame, Nth, Shift, Unit
from newsfacts.values.times.reading.reader import FrameReader
from newsfacts.values.times.times import new_duration

__all__ = [
    "POSSESSIVES",
    "anchor_follows",
    "apostrophe_word",
    "day_word",
    "decade_digits",
    "decade_word",
    "era_word",
    "holiday_word",
    "hyphen_word",
    "letter_word",
    "month_word",
    "quarter_words",
    "season_word",
    "skip_separator",
    "weekday_beside",
    "weekday_word",
    "year_number",
]

R = word_roles

POSSESSIVES: Final = ("his", "her", "their")
"""What makes an age of a decade: "her 30s"."""


def month_word(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    if frame.month is not None:
        return False
    text = reader.texts[index]
    if (text in ("may", "march") and _is_verb(reader, index)) or (text == "mar" and reader.phrase.strip() == text):
        return False
    frame.month = reader.values[index]
    reader.index = index + 1
    if reader.texts[index + 1] in ("-", "/"):
        skip_separator(reader, frame)
    return True


def _is_verb(reader: FrameReader, index: int) -> bool:
    """Whether "may" or "march" is not a month: in lower case, and another word follows that is not part of a date."""
    word = reader.texts[index]
    if reader.roles[index + 1] == R.UNKNOWN:
        return True
    capital = word.capitalize() in reader.phrase or word.upper() in reader.phrase
    before = reader.roles[index - 1] if index else R.END
    if not capital and before in (R.ARTICLE, R.END) and reader.roles[index + 1] in (R.END, R.FILL):
        return True  # "on the march", "may"
    return not capital and reader.roles[index + 1] in (R.PART, R.REST, R.UNIT, R.ADJECTIVE, R.NOW, R.VAGUE)


def skip_separator(reader: FrameReader, frame: Frame) -> None:
    """Skip the hyphen or slash inside "05-Aug-2016", "Dec-2018", "May/22"; leave the one of "Nov-Feb"."""
    index = reader.index
    if reader.texts[index] not in ("-", "/") or reader.roles[index + 1] != R.NUMBER:
        return
    length = len(reader.texts[index + 1])
    if (length == 4 and frame.year is None) or (frame.day is None and reader.glued[index] and length <= 2):
        reader.index = index + 1


def weekday_word(reader: FrameReader, frame: Frame) -> bool:
    weekday = reader.values[reader.index]
    if reader.index and reader.values[reader.index - 1] == 1 and reader.roles[reader.index - 1] == R.ARTICLE:
        reason = f"“{reader.texts[reader.index - 1]} {WEEKDAY_NAMES[weekday]}” can be any; leave the article out if one day is meant"
        raise reader.refuse(reason, UnreadableKind.DIFFERENT)
    if reader.texts[reader.index] in _WORDS_TOO and reader.phrase.strip() == reader.texts[reader.index]:
        return False
    if frame.weekday is not None:
        if frame.weekday == weekday:
            reader.index += 1
            return True
        return False
    frame.weekday = weekday
    reader.index += 1
    if reader.roles[reader.index] == R.UNIT and _week_after(reader, frame):
        return True
    away = _TWO_AWAY.get((reader.texts[reader.index], reader.texts[reader.index + 1]))
    if away is not None and reader.roles[reader.index + 2] in (R.END, R.FILL, R.DAYTIME) and frame.direction is None:
        frame.nth, frame.direction = Nth(2, "weekday"), away  # "the Friday before last"
        reader.index += 2
        return True
    return weekday_beside(reader, frame, weekday, 1) or True


_WORDS_TOO: Final = ("sun", "sat", "wed")
"""Abbreviations that in lower case and alone are other words."""
_TWO_AWAY: Final = {("before", "last"): -1, ("after", "next"): 1}


_BESIDE: Final = {"before": -1, "preceding": -1, "after": 1, "following": 1}


def weekday_beside(reader: FrameReader, frame: Frame, weekday: int, number: int) -> bool:
    """ "the Friday after Thanksgiving", "the third Tuesday after Christmas"; `reader.index` is after the weekday."""
    sign = _BESIDE.get(reader.texts[reader.index])
    if sign is None or not frame.said() <= _BEFORE_BESIDE or (frame.direction is not None and frame.direction != sign):
        return False
    if not anchor_follows(reader, reader.index + 1):
        return False
    frame.forget("weekday")
    if frame.direction is not None:
        frame.forget("direction")  # "the last Sunday before Easter"
    shift = frame.shift = Shift(new_duration(weeks=number), Grain.WEEK, sign)
    shift.weekday = weekday
    reader.index += 1
    shift.anchor = reader.read()
    return True


_BEFORE_BESIDE: Final = frozenset({"weekday", "article", "direction"})


def day_word(reader: FrameReader, frame: Frame) -> bool:
    """ "yesterday", "today", "the day after tomorrow"."""
    offset = reader.values[reader.index]
    if frame.day_offset is not None:
        if offset or reader.texts[reader.index] != "today":
            return False
    elif frame.weekday is not None and offset:
        return False
    else:
        frame.day_offset = offset
    reader.index += 1
    if offset >= 0 and reader.roles[reader.index] == R.UNIT:
        _week_after(reader, frame)
    return True


_WEEKS_AFTER: Final = {"week": 1, "fortnight": 2}


def _week_after(reader: FrameReader, frame: Frame) -> bool:
    """British "Tuesday week", "tomorrow fortnight": so long after the coming day of that name; `reader.index` is after the day."""
    weeks = _WEEKS_AFTER.get(reader.texts[reader.index])
    if weeks is None or not frame.said() <= _DAY_ALONE or reader.roles[reader.index + 1] not in _AFTER_WEEK:
        return False
    anchor = Frame()
    if frame.weekday is None:
        anchor.day_offset = frame.day_offset
        frame.forget("day_offset")
    else:
        anchor.weekday = frame.weekday
        frame.forget("weekday")
    shift = frame.shift = Shift(new_duration(weeks=weeks), Grain.WEEK, 1)
    shift.looks_ahead, shift.anchor = True, anchor
    reader.index += 1
    return True


_DAY_ALONE: Final = frozenset({"weekday", "day_offset"})
_AFTER_WEEK: Final = (R.END, R.FILL, R.ON, R.DAYTIME, R.UPTO, R.AND, R.OR)


def anchor_follows(reader: FrameReader, index: int) -> bool:
    while reader.roles[index] in (R.ARTICLE, R.FILL) and reader.texts[index] not in (",", "of"):
        index += 1
    day_of_month = reader.roles[index] == R.NUMBER and reader.roles[index + 1] == R.MONTH
    return day_of_month or reader.roles[index] in (R.HOLIDAY, R.MONTH, R.WEEKDAY, R.DAY, R.NTH)


def season_word(reader: FrameReader, frame: Frame) -> bool:
    generic = reader.texts[reader.index - 1] == "a" and reader.roles[reader.index + 1] != R.NUMBER
    if frame.season is not None or generic:
        return False  # "a summer's day" is any
    frame.season = reader.values[reader.index]
    reader.index += 1
    return True


def holiday_word(reader: FrameReader, frame: Frame) -> bool:
    if frame.holiday is not None:
        return False
    frame.holiday = reader.values[reader.index]
    reader.index += 1
    if reader.texts[reader.index] in ("day", "holiday"):
        reader.index += 1
    return True


def quarter_words(reader: FrameReader, frame: Frame) -> bool:
    if frame.quarter is not None:
        return False
    frame.quarter = reader.values[reader.index]
    reader.index += 1
    return True


def decade_word(reader: FrameReader, frame: Frame) -> bool:
    if frame.decade is not None:
        return False
    if reader.texts[reader.index - 1] in POSSESSIVES:
        raise reader.refuse(f"{reader.texts[reader.index]} is an age, not a decade", UnreadableKind.DIFFERENT)
    frame.decade = Decade(reader.values[reader.index])
    reader.index += 1
    return True


def era_word(reader: FrameReader, frame: Frame) -> bool:
    frame.era = reader.values[reader.index]
    if frame.day is not None and frame.year is None and frame.month is None:
        frame.year, frame.day = frame.day, None
    reader.index += 1
    return True


def decade_digits(reader: FrameReader, frame: Frame) -> bool:
    if frame.decade is not None:
        return False
    frame.decade = Decade(reader.values[reader.index], len(reader.texts[reader.index]) > 2)
    reader.index += 2
    return True


def year_number(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    if reader.roles[index] == R.NUMBER:
        value, end, length = reader.values[index], index + 1, len(reader.texts[index])
    else:
        found = read_cardinal(reader, index)
        if found is None:
            return False
        value, end = found.value, found.end
        length = len(str(value))
    if frame.year is not None:
        return False
    if not value:
        raise reader.refuse("there is no year 0: the year after 1 BC is AD 1", UnreadableKind.IMPOSSIBLE)
    if length > 4:
        raise reader.refuse("years after 9999 are not read", UnreadableKind.IMPOSSIBLE)
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
        if reader.texts[reader.index] in ("/", "-") and reader.roles[reader.index + 1] == R.NUMBER:
            reader.index += len(reader.texts[reader.index + 1]) == 4 or reader.texts[reader.index] == "/"
        return True
    if text == "cy" and reader.roles[index + 1] == R.NUMBER:
        reader.index = index + 1
        return True
    if text in ("eoy", "eom", "eow", "boy", "bom", "bow"):
        frame.part = Mod.END if text[0] == "e" else Mod.START
        frame.unit = Unit({"y": Grain.YEAR, "m": Grain.MONTH, "w": Grain.WEEK}[text[2]])
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
        and frame.clock is None
        and frame.day is not None
    ):
        reader.index += 1
        return True
    if following in (R.DAYTIME, R.PART) and reader.glued[index] and reader.glued[index + 1]:
        reader.index += 1
        return True
    return False
