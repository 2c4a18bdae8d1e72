"""Numbers without a unit: a day next to its month, a year, an hour, minutes past the hour.

Each function reads from the token at `reader.index` into a frame, and says whether it has read anything.
"""

from __future__ import annotations

from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.amounts import read_cardinal
from newsfacts.values.times.reading.calendar_words import POSSESSIVES, decade_digits, letter_word, skip_separator
from newsfacts.values.times.reading.clock_words import clock_digits, clock_dot, clock_h, minutes_past
from newsfacts.values.times.reading.counted_words import counted
from newsfacts.values.times.reading.digit_dates import numeric_date
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.reading.hours import (
    BareNumber,
    four_digits,
    hour_and_minutes,
    hyphenated_hour,
    marked_hour,
    military_hour,
    plain_hour,
    zoned_digits,
)
from newsfacts.values.times.reading.ordinal_words import ordinal
from newsfacts.values.times.reading.reader import FrameReader

__all__ = ["bare_number", "cardinal_word", "numeral", "skip_year_separator"]

R = word_roles

_NO_DAYS: Final = 40
"""Numbers from 32 to below this one next to a month are slips of the pen; 68 is a year ("May 68")."""
_AFTER_DECADES: Final = ("the", "and", "or", ",", "to", "-", "'")
"""What comes before a decade in two digits; other decades are ages: "a man in 40s"."""
_HOURS_IN_WORDS: Final = 1300
_MINUTES: Final = 60
"""A number in words below both can be said as a clock time: "twelve thirty"."""
_DAY_SEPARATORS: Final = ("-", "/", ".")


def cardinal_word(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    found = read_cardinal(reader, index)
    if found is None:
        return False
    value, end = found.value, found.end
    role, text = reader.roles[end], reader.texts[end]
    if ((role == R.NTH or text == "second") and value % 10 == 0 and 20 <= value < 100) or (text == "-" and (
        reader.roles[end + 1] == R.NTH and value % 10 == 0 and 20 <= value < 100
    )):  # fmt: skip
        at = end + 1 if text == "-" else end
        unit = 2 if reader.texts[at] == "second" else reader.values[at]
        if unit < 10 and (
            reader.texts[at] != "second"
            or frame.month
            or reader.texts[at + 1] == "of"
            or reader.roles[at + 1] == R.MONTH
        ):
            reader.index = at
            if ordinal(reader, frame, value + unit, at + 1):
                return True
            reader.index = index
    if counted(reader, frame):
        return True
    return bare_number(reader, frame, value, end, words=True)


def numeral(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    value = reader.values[index]
    following = reader.texts[index + 1]
    if following in _AFTER_NUMERALS and _marked(reader, frame):
        return True
    if reader.counts:
        if counted(reader, frame):
            return True
        if following in ("hours", "hrs"):
            number = BareNumber(value, index + 1, len(reader.texts[index]), False)
            if military_hour(reader, frame, number):
                return True
    return bare_number(reader, frame, value, index + 1)


_AFTER_NUMERALS: Final = frozenset({":", "st", "nd", "rd", "th", "q", "h", "s", *_DAY_SEPARATORS})
"""What, right after a numeral, makes it part of something longer: "10:30", "21st", "3Q", "15h20", "1990s", "3/4"."""


def _marked(reader: FrameReader, frame: Frame) -> bool:
    """A numeral with one of `_AFTER_NUMERALS` after it."""
    index = reader.index
    texts, roles, values, glued = reader.texts, reader.roles, reader.values, reader.glued
    value = values[index]
    text = texts[index]
    nxt = texts[index + 1]
    if nxt == ":" and roles[index + 2] == R.NUMBER:
        return clock_digits(reader, frame)
    if glued[index + 1] and nxt in ("st", "nd", "rd", "th"):
        return ordinal(reader, frame, value, index + 2)
    if nxt in ("q", "h") and _part_of_year(reader, frame):
        return True
    if nxt == "h":
        return _with_h(reader, frame)
    if nxt == "s":
        return _with_s(reader, frame)
    if roles[index + 2] == R.NUMBER and nxt in _DAY_SEPARATORS and (
        glued[index + 1] or glued[index + 2] or roles[index + 4] == R.NUMBER
        or (4 in (len(text), len(texts[index + 2])) and roles[index + 3] == R.END)
    ):  # fmt: skip
        if nxt == "." and not index and glued[1] and glued[2] and roles[3] == R.END:
            reason = "it can be a number, a date or a clock time; write the month, or a.m. or p.m."
            raise reader.refuse(reason, UnreadableKind.DIFFERENT)
        return numeric_date(reader, frame) or (nxt == "." and clock_dot(reader, frame))
    return False


def _with_h(reader: FrameReader, frame: Frame) -> bool:
    """ "15h20", "at 15h": a clock time, where it is glued to its numeral and cannot be a length."""
    index, roles, glued = reader.index, reader.roles, reader.glued
    if not glued[index + 1] or reader.values[index] >= 24:
        return False
    has_minutes = roles[index + 2] == R.NUMBER and glued[index + 2] and len(reader.texts[index + 2]) == 2
    is_hour = (
        has_minutes or frame.has_date() or reader.expect_hour or reader.prefer_clock
        or roles[index + 2] in (R.ZONE, R.UPTO)
    )  # fmt: skip
    return is_hour and clock_h(reader, frame)


def _with_s(reader: FrameReader, frame: Frame) -> bool:
    """ "the 1990s", "the 90s": a decade; "her 30s" is an age, "May 12s" a day."""
    index, texts = reader.index, reader.texts
    value, digits = reader.values[index], len(texts[index])
    is_round = value % 10 == 0
    if digits == 2 and is_round and texts[index - 1] in POSSESSIVES:
        raise reader.refuse(f"{value}s is an age, not a decade", UnreadableKind.DIFFERENT)
    if is_round and (digits == 4 or (digits == 2 and frame.month is None)):
        if digits == 2 and not frame.article and (frame.part is not None or texts[index - 1] not in _AFTER_DECADES):
            reason = f"{value}s can be an age or a decade; write the '{value:02d}s or {1900 + value}s"
            raise reader.refuse(reason, UnreadableKind.DIFFERENT)
        return decade_digits(reader, frame)
    if is_round and digits == 3 and (texts[index - 1] == "the" or frame.part is not None):
        return decade_digits(reader, frame)  # "the 800s"
    if digits == 2 and frame.month is not None and reader.glued[index + 1]:
        frame.day = value
        reader.index = index + 2
        return True
    return False


def _part_of_year(reader: FrameReader, frame: Frame) -> bool:
    """ "2019 H2", "1H 2019", "2H19", "3Q", "3Q16"; "2 h" is a length of time."""
    index, texts, values, glued = reader.index, reader.texts, reader.values, reader.glued
    letter = texts[index + 1]
    most = 4 if letter == "q" else 2
    if len(texts[index]) == 4 and reader.roles[index + 2] == R.NUMBER and glued[index + 2]:
        if not 1 <= values[index + 2] <= most or len(texts[index + 2]) > 1 or frame.year is not None:
            return False
        frame.year = values[index]
        reader.index = index + 1
        return letter_word(reader, frame)
    if len(texts[index]) > 1 or not 1 <= values[index] <= most or not glued[index + 1]:
        return False
    year = reader.roles[index + 2] == R.NUMBER and len(texts[index + 2]) in (2, 4)
    short_half = glued[index + 2] and "H" in reader.phrase  # "2H19", but 2h19 is a clock time
    if letter == "h" and not (year and (len(texts[index + 2]) == 4 or short_half)):
        return False
    if letter == "q":
        frame.quarter = values[index]
    else:
        frame.half = values[index]
    reader.index = index + 2
    if year and frame.year is None and (glued[index + 2] or len(texts[index + 2]) == 4):
        frame.year, frame.short_year = values[index + 2], len(texts[index + 2]) == 2
        reader.index = index + 3
    return True


def bare_number(reader: FrameReader, frame: Frame, value: int, end: int, words: bool = False) -> bool:
    """A bare number, by the first reading that its neighbours allow."""
    length = len(str(value)) if words else len(reader.texts[reader.index])
    role = reader.roles[end]
    if not words and role in _SETTLING and _is_settled(reader, frame, value, end, length):
        return True
    number = BareNumber(value, end, length, words)
    dated = role == R.UPTO and frame.month is not None and reader.roles[end + 1] == R.MONTH  # "May 5 to June"
    if role == R.END or role == R.FILL or dated:
        # The most frequent readings need not wait for those that look at what follows.
        if length == 4 and not (words or reader.expect_hour or reader.prefer_clock or value < 1000):
            return _year(reader, frame, number)
        if frame.month is not None and _day_after_month(reader, frame, number):
            return True
    elif role == R.MONTH and length <= 2:
        if _day_before_month(reader, frame, number):
            return True
    else:
        unit = end + (reader.texts[end] == "-")
        if reader.roles[unit] == R.UNIT and length < 4 and not _are_minutes(reader, unit):
            return False  # "Sunday, 10 days": a length
    readings = _SHORT_READINGS if length <= 2 else _LONG_READINGS if value > 99 else _READINGS
    for reading in readings:  # noqa: SIM110 - a generator would cost more than the readings
        if reading(reader, frame, number):
            return True
    return False


_SETTLING: Final = (R.END, R.FILL, R.MONTH)


def _is_settled(reader: FrameReader, frame: Frame, value: int, end: int, length: int) -> bool:
    """A day or a year in digits where nothing follows that could make something else of it, as most are.

    `_year`, `_day_after_month` and `_day_before_month` read the same, and the rest.
    """
    if length == 4:
        if reader.roles[end] != R.END or frame.year is not None or not 1000 <= value <= 2999:
            return False
        if reader.expect_hour or reader.prefer_clock:
            return False
        frame.year = value
    elif length > 2 or frame.day is not None or not 0 < value <= 31:
        return False
    elif reader.roles[end] == R.MONTH or (
        frame.month is not None and frame.nth is None and reader.texts[reader.index - 1] != "of"
    ):  # fmt: skip
        frame.day = value
    else:
        return False
    reader.index = end
    return True


def _are_minutes(reader: FrameReader, unit: int) -> bool:
    """Whether "minutes past" or "minutes to" comes next."""
    return reader.values[unit][0] is Grain.MINUTE and reader.texts[unit + 1] in (
        "past",
        "after",
        "to",
        "till",
        "before",
    )


def _past(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    return minutes_past(reader, frame, number.value, number.end)


def _day_before_month(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "17 November", "4 of July", "20 of next month", "05-Aug-2016"."""
    end, role, text = number.end, reader.roles[number.end], reader.texts[number.end]
    if role == R.MONTH and 31 < number.value < _NO_DAYS and frame.day is None:
        raise reader.refuse(f"no month has a day {number.value}", UnreadableKind.IMPOSSIBLE)
    if frame.day is not None or not 1 <= number.value <= 31:
        return False
    if role != R.MONTH:
        following = reader.roles[end + 1]
        named = text == "of" and following in (R.MONTH, R.RELATIVE, R.ARTICLE)
        hyphened = text in ("-", "/") and following == R.MONTH and reader.glued[end] and frame.month is None
        if not (named or hyphened):
            return False
        end += 1
    frame.day = number.value
    reader.index = end
    return True


def _year_before_month(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "2019-aug-1"."""
    end = number.end
    if number.length != 4 or frame.year is not None or frame.month is not None:
        return False
    if reader.texts[end] not in ("-", "/") or reader.roles[end + 1] != R.MONTH:
        return False
    frame.year = number.value
    reader.index = end + 1
    return True


def _year_before_quarter(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "2018Q4", "18q4", "2019-H2"."""
    end, texts = number.end, reader.texts
    if frame.quarter is not None or frame.year is not None or number.length not in (2, 4):
        return False
    at = end
    if texts[end] in ("-", "/") and reader.glued[end]:
        at += 1
    most = {"q": 4, "h": 2, "w": 53}.get(texts[at], 0)
    if reader.roles[at + 1] != R.NUMBER or reader.values[at + 1] > most or (most > 4 and not reader.glued[at + 1]):
        return False
    frame.year, frame.short_year = number.value, number.length == 2
    reader.index = at
    return letter_word(reader, frame)


def _eight_digits(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "20240704"."""
    value = number.value
    year, month, day = value // 10_000, value // 100 % 100, value % 100
    if number.length != 8 or number.words or frame.year is not None or not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    frame.year, frame.month, frame.day = year, month, day
    reader.index = number.end
    return True


def _day_after_month(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "November 17"."""
    if frame.month is None or frame.day is not None or number.length > 2 or (number.words and number.value > 31):
        return False
    before = reader.texts[reader.index - 1]
    if 31 < number.value < _NO_DAYS and before not in ("of", "'"):
        raise reader.refuse(f"no month has a day {number.value}", UnreadableKind.IMPOSSIBLE)
    if not 1 <= number.value <= 31 or frame.nth or before == "of" or (number.words and before in (",", "the", "in")):
        return False  # "in January, one of them"
    frame.day = number.value
    reader.index = number.end
    if reader.texts[number.end] in ("-", "/"):
        skip_separator(reader, frame)
    return True


def _year(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "2023"; a year of fewer digits only next to its era: "A.D. 79", "44 B.C."."""
    if frame.year is not None:
        return False
    plain = number.length == 4 and 1000 <= number.value <= 2999
    if number.words and plain and number.value < _HOURS_IN_WORDS and number.value % 100 < _MINUTES:
        raise reader.refuse("it can be a year or a clock time; write digits", UnreadableKind.DIFFERENT)
    if not plain and not ("era" in frame.said() and frame.day is None) and reader.roles[number.end] != R.ERA:
        return False
    frame.year = number.value
    reader.index = number.end
    if plain and reader.texts[number.end] in ("-", "/"):
        skip_year_separator(reader, frame)
    return True


def _day_alone(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "the 17 from 2 to 4 p.m."."""
    if number.value > 31 or number.words or not frame.is_empty() or not reader.index:
        return False
    if reader.texts[reader.index - 1] != "the" or reader.roles[number.end] not in (R.FROM, R.BETWEEN):
        return False
    frame.day = number.value
    reader.index = number.end
    return True


def _short_year(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "15 April of 87", "14th April 15", "May 5, '09", "the fourth quarter of 18"."""
    if frame.year is not None or number.length > 2:
        return False
    before = reader.texts[reader.index - 1]
    if number.length == 1 and not (frame.quarter or frame.fiscal):
        return False
    dated = frame.month is not None and (frame.day is not None or before == "of")
    if not (dated or frame.quarter or frame.fiscal):
        return False
    last = reader.roles[number.end] == R.END and frame.clock is None and not reader.prefer_clock
    if before not in ("of", "'", ",") and not frame.quarter and (reader.expect_hour or not (number.value > 24 or last)):
        return False
    frame.year, frame.short_year = number.value, True
    reader.index = number.end
    return True


_READINGS: Final = (
    marked_hour, hour_and_minutes, hyphenated_hour, _past, zoned_digits, _day_before_month, _year_before_month,
    _year_before_quarter, _eight_digits, _day_after_month, four_digits, _year, _day_alone, _short_year, plain_hour,
)  # fmt: skip
"""The readings of a bare number, the surest first."""

_NEVER_SHORT: Final = (zoned_digits, _year_before_month, _eight_digits, four_digits)
_NEVER_LONG: Final = (
    hour_and_minutes, hyphenated_hour, _past, _day_before_month, _day_after_month, _day_alone, _short_year, plain_hour,
)  # fmt: skip
_SHORT_READINGS: Final = tuple(reading for reading in _READINGS if reading not in _NEVER_SHORT)
"""Those of one or two digits."""
_LONG_READINGS: Final = tuple(reading for reading in _READINGS if reading not in _NEVER_LONG)
"""Those of a hundred and more."""


def skip_year_separator(reader: FrameReader, frame: Frame) -> None:
    index = reader.index
    if frame.season is not None and frame.year is not None and reader.roles[index + 1] == R.NUMBER and (
        reader.texts[index + 1] in (f"{(frame.year + 1) % 100:02d}", str(frame.year + 1))
    ):  # fmt: skip
        reader.index = index + 2  # "the winter of 1944-45" is one winter
        return
    if (
        reader.texts[index] in ("-", "/")
        and reader.roles[index + 1] == R.MONTH
        and frame.month is None
        and reader.glued[index]
    ):
        reader.index = index + 1
