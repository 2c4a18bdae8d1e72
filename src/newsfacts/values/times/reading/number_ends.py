"""Ends of a range that are bare numbers: an hour, a day or a year, as the other end says."""

from __future__ import annotations

from newsfacts.errors import UnreadableKind
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.amounts import Cardinal, read_cardinal
from newsfacts.values.times.reading.frame import Clock, Frame
from newsfacts.values.times.reading.reader import FrameReader

__all__ = ["SUFFIXES", "frame_of_number", "is_number_like", "is_one_word", "number_at", "only_a_number", "second_end"]

R = word_roles

SUFFIXES = ("st", "nd", "rd", "th")
"""What makes a day of digits."""
_AFTER_HOURS = (R.END, R.FILL, R.ON, R.RELATIVE, R.DAY, R.WEEKDAY, R.DAYTIME, R.ZONE)


def number_at(reader: FrameReader, index: int) -> Cardinal:
    """The number that begins at token `index`, in words or in digits with their suffix."""
    if reader.roles[index] == R.CARDINAL:
        return read_cardinal(reader, index) or Cardinal(99, index)
    end = index + 1
    if reader.roles[index] == R.NUMBER and reader.texts[end] in SUFFIXES and reader.glued[end]:
        end += 1
    return Cardinal(int(reader.values[index]), end)


def is_one_word(reader: FrameReader, index: int, end: int) -> bool:
    """Whether a number in words and the next one are one word: "five-thirty", "twenty-sixth"."""
    return (
        reader.roles[index] == R.CARDINAL
        and reader.texts[end] == "-"
        and reader.glued[end]
        and reader.glued[end + 1]
        and reader.roles[end + 1] in (R.CARDINAL, R.NTH)
    )


def is_number_like(reader: FrameReader, index: int) -> bool:
    """Whether a number that is neither a year nor a whole date comes next, or "noon"."""
    roles, texts = reader.roles, reader.texts
    while roles[index] == R.ARTICLE and texts[index] == "the":
        index += 1
    if roles[index] == R.NUMBER and (
        len(texts[index]) == 4 or (texts[index + 1] in ("-", "/") and reader.glued[index + 1])
    ):
        return False
    return roles[index] in (R.NUMBER, R.CARDINAL, R.NTH) or reader.values[index] == "NOON"


def second_end(reader: FrameReader, first: Frame | int, day: Frame | None) -> Frame:
    """The second end of a range, in which a bare number means what the first end lets it mean."""
    roles, texts, values = reader.roles, reader.texts, reader.values
    while roles[reader.index] in (R.ARTICLE, R.FILL) or texts[reader.index] in ("to", "on", "in"):
        if roles[reader.index] == R.ARTICLE and values[reader.index] == 1:
            break
        reader.index += 1
    index = reader.index
    clocked = (isinstance(first, Frame) and first.clock is not None) or day is not None
    reader.prefer_clock = clocked
    frame = Frame()
    if (
        roles[index] == R.NUMBER
        and isinstance(first, Frame)
        and not clocked
        and texts[index + 1] not in (":", "/", ".")
    ):
        if _day_or_year(reader, first, frame):
            return frame
    elif roles[index] in (R.NUMBER, R.CARDINAL) and (isinstance(first, int) or clocked):
        number = number_at(reader, index)
        bare = roles[number.end] in _AFTER_HOURS and texts[number.end] not in (".", "of")
        if bare and number.value <= 24 and texts[number.end - 1] not in SUFFIXES:
            frame.clock = Clock(number.value * 3600, twelve_hour=1 <= number.value <= 12)
            reader.index = number.end
    return reader.read(frame)


def _day_or_year(reader: FrameReader, first: Frame, frame: Frame) -> bool:
    """ "May 5-7", "2014-18": the second number is a day if the first is, or a year of the same century."""
    index, roles, texts = reader.index, reader.roles, reader.texts
    number = reader.values[index]
    end = index + 1 + (texts[index + 1] in SUFFIXES)
    if (
        first.day is not None
        and number <= 31
        and roles[end] not in (R.MONTH, R.UNIT, R.AMPM)
        and texts[end] not in ("of", "-")
    ):
        frame.day = number
        reader.index = end
        reader.read(frame)
        return True
    if first.year is not None and first.month is None and len(texts[index]) == 1 and roles[end] in (R.END, R.FILL):
        frame.year = first.year - first.year % 10 + number  # "2008-9"
        if frame.year <= first.year:
            return False
        reader.index = index + 1
        return True
    season = roles[end] in (R.UNIT, R.FISCAL) and texts[end] in ("season", "fiscal", "school", "academic", "financial")
    last = roles[end] in (R.END, R.FILL) or season
    if first.year is not None and first.month is None and len(texts[index]) == 2 and last:
        frame.year = first.year - first.year % 100 + number
        if frame.year <= first.year:
            reason = f"its end, {frame.year}, is not after its start, {first.year}"
            raise reader.refuse(reason, UnreadableKind.REVERSED)
        reader.index = index + 1
        if season:
            frame.fiscal = roles[end] == R.FISCAL
            reader.index += 1
        return True
    return False


def frame_of_number(reader: FrameReader, number: int, second: Frame) -> Frame:
    """The first end of a range that is a bare number: an hour or a day, as the second end is."""
    frame = Frame()
    if second.clock is not None:
        if number > 24:
            raise reader.refuse(f"the clock has no {number} o'clock", UnreadableKind.IMPOSSIBLE)
        frame.clock = Clock(number * 3600, twelve_hour=1 <= number <= 12)
        frame.daytime = second.daytime
    elif second.day is not None:
        frame.day = number
    else:
        raise only_a_number(reader, number, "date")
    return frame


def only_a_number(reader: FrameReader, number: int, wanted: str) -> Exception:
    """The error for a number that nothing makes a date or a clock time."""
    return reader.refuse(f"the number {number} alone is not a {wanted}", UnreadableKind.NO_VALUE)
