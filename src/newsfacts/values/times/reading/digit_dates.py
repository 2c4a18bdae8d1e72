"""Dates in digits: 2024-07-04, 7/4/2024, 4.7.2024, 7/4, 2016/11, 11/2016, 20240704."""

from __future__ import annotations

from typing import NamedTuple

from newsfacts.errors import UnreadableKind
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.reading.reader import FrameReader

__all__ = ["numeric_date"]

R = word_roles


class _MonthAndDay(NamedTuple):
    """Month and day of two numbers, and whether they could be the other way round."""

    month: int
    day: int
    swapped: bool


def numeric_date(reader: FrameReader, frame: Frame) -> bool:
    """A date whose parts are numbers with one separator between them."""
    index, texts, roles = reader.index, reader.texts, reader.roles
    separator = texts[index + 1]
    three = texts[index + 3] == separator and roles[index + 4] == R.NUMBER
    if separator == "-" and three and texts[index + 5] == "/":  # 1/5-2/6
        three = False
    if three and (len(texts[index + 4]) in (2, 4) or len(texts[index]) == 4):
        return _whole_date(reader, frame, separator)
    if frame.month is not None:
        return False
    return _month_of_year(reader, frame, separator) or _day_of_month(reader, frame, separator)


def _whole_date(reader: FrameReader, frame: Frame, separator: str) -> bool:
    """2024-07-04, 7/4/2024, 4.7.24."""
    index, texts, values = reader.index, reader.texts, reader.values
    first, second, third = values[index], values[index + 2], values[index + 4]
    if len(texts[index]) == 4:
        year, found = first, _MonthAndDay(second, third, False)
    else:
        dotted = separator == "." and len(texts[index + 4]) == 4
        year, possible = third, month_and_day(reader, first, second, dotted)
        if possible is None:
            raise reader.refuse(
                f"no calendar has a day {first}{separator}{second}", UnreadableKind.IMPOSSIBLE
            )  # fmt: skip
        found = possible
        frame.short_year = len(texts[index + 4]) == 2
    if frame.year is not None or frame.month is not None or not found.month:
        return False
    frame.year, frame.month, frame.day = year, found.month, found.day
    if found.swapped:
        frame.swapped = True
    reader.index = index + 5
    if texts[reader.index] == "t" and reader.glued[reader.index]:
        reader.index += 1
    return True


def _month_of_year(reader: FrameReader, frame: Frame, separator: str) -> bool:
    """2016/11, 11/2016, 2016-11."""
    index, texts, values = reader.index, reader.texts, reader.values
    if separator == "." or frame.year is not None:
        return False
    year_first = len(texts[index]) == 4
    if year_first and separator == "-" and values[index + 2] > values[index] % 100:
        return False  # "2008-09" is a range of years
    year, month = (index, index + 2) if year_first else (index + 2, index)
    if len(texts[year]) != 4 or values[month] > 12 or len(texts[month]) > 2:
        return False
    if not values[month]:
        raise reader.refuse("there is no month 0", UnreadableKind.IMPOSSIBLE)
    frame.year, frame.month = values[year], values[month]
    reader.index = index + 3
    return True


def _is_clock_with_dot(reader: FrameReader, frame: Frame) -> bool:
    """Whether two numbers with a dot between them are not a day: "at 6.30", "6.30 on Friday"."""
    index, texts, roles = reader.index, reader.texts, reader.roles
    if reader.expect_hour or frame.day_offset is not None or reader.prefer_clock or not reader.glued[index + 1]:
        return True
    if reader.day_first:
        return False
    if texts[index + 3] == ".":
        return True
    after = roles[index + 3]
    named = after == R.WEEKDAY or (after == R.ON and roles[index + 4] in (R.WEEKDAY, R.MONTH, R.DAY))
    are_minutes = len(texts[index + 2]) == 2 and reader.values[index + 2] < 60
    return are_minutes and (named or after in (R.DAY, R.ZONE, R.DAYTIME))


def _day_of_month(reader: FrameReader, frame: Frame, separator: str) -> bool:
    """7/4, 4.7. (not 4-7, which is a range, and not what is a clock time or a fraction of a unit)."""
    index, texts, roles = reader.index, reader.texts, reader.roles
    if separator == "-" or len(texts[index]) > 2 or len(texts[index + 2]) > 2 or frame.day is not None:
        return False
    after = roles[index + 3]
    if after in (R.UNIT, R.AMPM) or texts[index + 3] in ("a", "p"):
        return False
    if after == R.SHORT_UNIT and reader.glued[index + 3]:
        return False
    if separator == "." and _is_clock_with_dot(reader, frame):
        return False
    numbers = (reader.values[index], reader.values[index + 2])
    if numbers == (24, 7) and not reader.day_first:
        raise reader.refuse("24/7 means at all times", UnreadableKind.DIFFERENT)
    if numbers == (9, 11) and separator == "/" and not reader.day_first:
        frame.attacks = True
    found = month_and_day(reader, numbers[0], numbers[1], False)
    if found is None:
        return False
    frame.month, frame.day = found.month, found.day
    if found.swapped:
        frame.swapped = True
    reader.index = index + 3
    return True


def month_and_day(reader: FrameReader, first: int, second: int, dotted: bool) -> _MonthAndDay | None:
    """Which of two numbers is the month and which the day; None if neither can be."""
    swapped = 1 <= first <= 12 and 1 <= second <= 12 and first != second
    day_first = reader.day_first or dotted
    if (day_first or first > 12) and 1 <= second <= 12 and 1 <= first <= 31:
        return _MonthAndDay(second, first, swapped)
    if 1 <= first <= 12 and 1 <= second <= 31:
        return _MonthAndDay(first, second, swapped)
    return None
