"""What is counted: "two days ago", "the past three weeks", "10 minutes before noon", "a year earlier".

Each function reads from the token at `reader.index` into a frame, and says whether it has read anything.
"""

from __future__ import annotations

from typing import Final

from newsfacts.values.times.grain import Grain
from newsfacts.values.times.reading.amounts import read_amount
from newsfacts.values.times.reading.clock_words import half_past
from newsfacts.values.times.reading.durations import FoundDuration, read_span
from newsfacts.values.times.reading.frame import Frame, Nth, Shift, Unit, Window
from newsfacts.values.times.reading.reader import FrameReader
from newsfacts.values.times.reading.words import Role
from newsfacts.values.times.times import Duration

__all__ = [
    "CONTAINERS", "PARTS_OF_YEARS", "counted", "duration_words", "for_hour", "half_word", "in_date", "shifted",
    "window_words", "year_ago_words",
]  # fmt: skip

R = Role
PARTS_OF_YEARS: Final = (Grain.MONTH, Grain.QUARTER, Grain.HALF)
CONTAINERS: Final = (R.MONTH, R.NUMBER, R.RELATIVE, R.UNIT, R.CARDINAL, R.SEASON, R.QUARTER, R.HOLIDAY, R.DECADE)


def duration_words(reader: FrameReader, frame: Frame) -> bool:
    return shifted(reader, frame, read_span(reader.tokens, reader.index, bare=False))


def shifted(reader: FrameReader, frame: Frame, found: FoundDuration | None, only_anchored: bool = False) -> bool:
    """A duration that leads away from a moment: "two days ago", "a week from Tuesday", "10 minutes before noon"."""
    if found is None or frame.shift is not None:
        return False
    end = found.end
    roles, texts = reader.roles, reader.texts
    while roles[end] == R.FILL and texts[end] in (",", "of") and roles[end + 1] in (R.AGO, R.LATER):
        end += 1
    if texts[end] == "time" and roles[end + 1] == R.END:
        end += 1
    role, text = roles[end], texts[end]
    sign, anchored = 0, False
    if role == R.AGO:
        sign = -1
        end += 1
    elif role == R.LATER:
        sign = 1
        end += 1
    elif role == R.EARLIER:
        sign = -1 if reader.values[end] < 0 else 1
        end += 1
    elif (role == R.SIDE and text in ("before", "after", "since")) or role == R.FROM:
        sign = -1 if text == "before" else 1
        end += 1
        anchored = roles[end] not in (R.END, R.SIGN)
        if not anchored and text not in ("before", "after"):
            return False
    elif role == R.NOW and texts[end] == "from":
        sign = 1
        end += 1
    if not sign or (only_anchored and not anchored):
        return False
    shift = frame.shift = Shift(found.value, found.grain, sign, found.working)
    reader.index = end
    if anchored:
        shift.anchor = reader.read()
    elif roles[end] == R.ON and roles[end + 1] == R.WEEKDAY:
        shift.weekday = reader.values[end + 1]
        reader.index = end + 2
    return True


def counted(reader: FrameReader, frame: Frame) -> bool:
    """A number with a unit, with or without "upcoming" between them."""
    index = reader.index
    if not reader.tokens.counts:
        return False
    if duration_words(reader, frame):
        return True
    amount = read_amount(reader.tokens, index)
    if amount is None:
        return False
    here = amount.end
    if reader.values[here] == "YEAR_AGO" and frame.shift is None and frame.year_ago is None:
        if amount.value == 1:
            reader.index = here
            return year_ago_words(reader, frame)
        frame.shift = Shift(Duration.of(Grain.YEAR, amount.value), Grain.YEAR, -1)
        reader.index = here + 1
        return True
    relative = reader.roles[here] == R.RELATIVE and reader.values[here] in (-1, 1)
    if relative and reader.roles[here + 1] == R.UNIT and frame.is_empty():
        grain, size = reader.values[here + 1]
        length = FoundDuration(Duration.of(grain, amount.value * abs(size)), grain, here + 2)
        frame.window = Window(length, reader.values[here])
        reader.index = here + 2
        return True
    if reader.roles[here] == R.PLURAL_WEEKDAY and reader.roles[here + 1] in (R.LATER, R.AGO):
        frame.weekday = reader.values[here]
        frame.nth = Nth(int(amount.value), "weekday")
        frame.direction = 1 if reader.roles[here + 1] == R.LATER else -1
        reader.index = here + 2
        return True
    return False


def window_words(reader: FrameReader, frame: Frame, after: int, value: int) -> bool:
    """ "the past two weeks", "next few days", "the coming year"."""
    if value == 0 or frame.window is not None:
        return False
    while (
        reader.roles[after] == R.ADJECTIVE and reader.values[after] != "B" and reader.texts[after] not in ("another",)
    ):
        after += 1
    found = read_span(reader.tokens, after)
    if found is None:
        return nothing_after(reader, frame, value)
    end = found.end
    if (
        reader.texts[end] in ("of", "in")
        and reader.roles[end + 1] in CONTAINERS
        and reader.texts[reader.index] == "last"
    ):
        count = found.units
        if count is not None:
            frame.nth = Nth(-1, found.grain, count)
            reader.index = end
            return True
    frame.window = Window(found, value)
    reader.index = end
    return True


def nothing_after(reader: FrameReader, frame: Frame, value: int) -> bool:
    if reader.roles[reader.index + 1] != R.END or not frame.is_empty():
        return False
    frame.vague = "PAST_REF" if value < 0 else "FUTURE_REF"
    reader.index += 1
    return True


def year_ago_words(reader: FrameReader, frame: Frame) -> bool:
    """ "a year ago", "the year-earlier quarter", "a year earlier"."""
    end = reader.index + 1
    if reader.roles[end] == R.UNIT and reader.values[end][0] in (Grain.QUARTER, Grain.MONTH, Grain.HALF, Grain.WEEK):
        frame.year_ago = reader.values[end][0]
        end += 1
    elif frame.unit is not None and frame.unit.grain in PARTS_OF_YEARS and frame.unit.offset == 0:
        frame.year_ago = frame.unit.grain  # "the same month a year ago"
        frame.forget("unit")
    else:
        frame.year_ago = Grain.YEAR
        if reader.texts[end] in ("period", "level"):
            end += 1
    reader.index = end
    return True


def half_word(reader: FrameReader, frame: Frame) -> bool:
    return duration_words(reader, frame) or half_past(reader, frame)


def in_date(reader: FrameReader, frame: Frame) -> bool:
    """ "in" inside a date ("the first Monday in May", "in two years since 2011", "March in 1 year")."""
    index = reader.index
    found = read_span(reader.tokens, index + 1, bare=False)
    if found is not None:
        if frame.month is not None and frame.day is None and not frame.year and found.grain is Grain.YEAR:
            frame.unit = Unit(Grain.YEAR, found.units or 0)
            reader.index = found.end
            return True
        return False
    reader.index = index + 1
    return True


def for_hour(reader: FrameReader, frame: Frame) -> bool:
    """ "Saturday for 9am" is an hour; "for three days" is a length, read elsewhere."""
    if read_span(reader.tokens, reader.index + 1, bare=False) is not None:
        return False
    reader.index += 1
    reader.expect_hour = True
    return True
