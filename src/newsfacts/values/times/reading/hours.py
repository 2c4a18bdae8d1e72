"""Numbers that are hours: "7 p.m.", "at 3", "nine fifty-nine a.m.", "five-thirty tomorrow", "0730", "1337 EDT".

Each function is one reading of a bare number; it takes the number only where the words around it are certain.
"""

from __future__ import annotations

from newsfacts.errors import UnreadableKind
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.amounts import Cardinal, read_cardinal
from newsfacts.values.times.reading.clock_words import PARTS, clock_of
from newsfacts.values.times.reading.durations import is_military_hour
from newsfacts.values.times.reading.frame import Clock, Frame
from newsfacts.values.times.reading.reader import FrameReader

__all__ = [
    "BareNumber", "four_digits", "hour_and_minutes", "hyphenated_hour", "marked_hour", "military_hour", "plain_hour", "zoned_digits",
]  # fmt: skip

R = word_roles

_DATE_ROLES = (R.DAY, R.DAYTIME, R.ON, R.RELATIVE)
"""What a bare hour may follow: "tomorrow 5"; "Tuesday 2" can be a day of the month, and "during a 15" anything."""

_HALVES = ("a", "p")
_LETTERS = (R.ARTICLE, R.UNKNOWN)
"""What "a" and "p" are by themselves. A run of words such as "a while ago" begins with the same text, and is something else."""


class BareNumber:
    """A number without a unit: its value, the index after it, how many digits it has, and whether it is in words."""

    __slots__ = ("end", "length", "value", "words")

    def __init__(self, value: int, end: int, length: int, words: bool) -> None:
        self.value: int = value
        self.end: int = end
        self.length: int = length
        self.words: bool = words


def marked_hour(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "7 p.m.", "330pm", "5p", "3 o'clock"."""
    value, end = number.value, number.end
    if reader.roles[end] == R.OCLOCK and value <= 24:
        return _hour(reader, frame, value, 0, end)
    if frame.clock is not None or not _has_half(reader, number):
        return False
    if _wants_day(frame) and reader.values[end] in PARTS:
        return False  # "July 4 in the evening"
    hour, minute = (value // 100, value % 100) if value >= 100 else (value, 0)
    if hour > 24 or minute > 59:
        raise reader.refuse(f"the clock has no {value} o'clock", UnreadableKind.IMPOSSIBLE)
    return _hour(reader, frame, hour, minute, end)


def _hour(reader: FrameReader, frame: Frame, hour: int, minute: int, end: int) -> bool:
    reader.index = end
    frame.clock = clock_of(reader, frame, hour, minute, 0, False)
    return True


def _has_half(reader: FrameReader, number: BareNumber) -> bool:
    """Whether a.m. or p.m. follows, also as "a", "p" or "p m"."""
    end = number.end
    if reader.roles[end] == R.AMPM:
        return True
    if reader.texts[end] not in _HALVES or reader.roles[end] not in _LETTERS:
        return False
    spelled = number.words and reader.texts[end + 1] in ("m", ".")
    return spelled or (not number.words and reader.glued[end]) or reader.roles[end + 1] == R.END


def hour_and_minutes(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "nine fifty nine a.m.", "at 3 15"."""
    end, roles = number.end, reader.roles
    if frame.clock is not None or number.value > 12 or roles[end] not in (R.CARDINAL, R.NUMBER):
        return False
    if not (number.words or reader.expect_hour or roles[end] == R.CARDINAL):
        return False
    found = Cardinal(reader.values[end], end + 1) if roles[end] == R.NUMBER else read_cardinal(reader, end)
    if found is None:
        return False
    minute, after = found.value, found.end
    certain = reader.expect_hour or frame.has_date() or roles[after] in (R.AMPM, R.DAYTIME, R.DAY)
    if (
        not (certain or (reader.texts[after] in _HALVES and roles[after] in _LETTERS))
        or not 10 <= minute <= 59
        or _wants_day(frame)
    ):
        return False
    return _hour(reader, frame, number.value, minute, after)


def hyphenated_hour(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "five-thirty"."""
    end = number.end
    if not number.words or number.value > 12 or frame.clock is not None or _wants_day(frame):
        return False
    if reader.texts[end] != "-" or reader.roles[end + 1] != R.CARDINAL:
        return False
    found = read_cardinal(reader, end + 1)
    if found is None or not 10 <= found.value <= 59:
        return False
    return _hour(reader, frame, number.value, found.value, found.end)


def _wants_day(frame: Frame) -> bool:
    """Whether a month has been named without its day: then the number is that."""
    return frame.month is not None and frame.day is None


def zoned_digits(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "1337 EDT"; in "7:30 p.m. (1230 GMT)" the second is the same moment elsewhere, and is passed over."""
    value, end = number.value, number.end
    if reader.roles[end] != R.ZONE or number.length not in (3, 4) or number.words or not _is_clock(value):
        return False
    if frame.clock is None:
        frame.clock = Clock(value // 100 * 3600 + value % 100 * 60)
        reader.index = end
        return True
    if reader.texts[reader.index - 1] != "(":
        return False
    reader.index = end + 1
    return True


def _is_clock(value: int) -> bool:
    return value // 100 < 24 and value % 100 < 60


def military_hour(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "0800 hours", "at 1430 hours"."""
    if frame.clock is not None or not is_military_hour(reader, reader.index):
        return False
    reader.index = number.end + 1
    frame.clock = Clock(number.value // 100 * 3600 + number.value % 100 * 60)
    return True


def four_digits(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "at 1030", "0730"."""
    if number.length != 4 or frame.clock is not None or not _is_clock(number.value):
        return False
    if not (reader.expect_hour or reader.prefer_clock or reader.texts[reader.index][0] == "0"):
        return False
    if 1900 <= number.value < 2100 and not reader.expect_hour:
        return False  # a year
    reader.index = number.end
    frame.clock = Clock(number.value // 100 * 3600 + number.value % 100 * 60)
    return True


def plain_hour(reader: FrameReader, frame: Frame, number: BareNumber) -> bool:
    """ "at 3", "9 tomorrow", "8 this evening"."""
    end, roles = number.end, reader.roles
    if number.value > 24 or number.length > 2 or frame.clock is not None:
        return False
    if reader.texts[reader.index - 1] == "of" and frame.daytime is not None:
        return False  # "the night of 3-4 May"
    tonight = roles[end] == R.RELATIVE and roles[end + 1] == R.DAYTIME
    before = roles[reader.index - 1]
    after_date = frame.has_date() and (before in _DATE_ROLES or (before == R.WEEKDAY and roles[end] == R.UPTO))
    certain = reader.expect_hour or reader.prefer_clock or frame.daytime or after_date or tonight
    if not certain and roles[end] not in (R.DAYTIME, R.DAY, R.ZONE):
        return False
    return _hour(reader, frame, number.value, 0, end)
