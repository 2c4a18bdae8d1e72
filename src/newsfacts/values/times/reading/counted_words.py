"""What is counted: "two days ago", "the past three weeks", "10 minutes before noon", "a year earlier".

Each function reads from the token at `reader.index` into a frame, and says whether it has read anything.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.amounts import read_amount
from newsfacts.values.times.reading.clock_words import half_past
from newsfacts.values.times.reading.durations import FoundDuration, read_span
from newsfacts.values.times.reading.frame import Frame, Nth, Shift, Unit, Window
from newsfacts.values.times.reading.reader import FrameReader
from newsfacts.values.times.times import Duration, new_duration

__all__ = [
    "CONTAINERS", "PARTS_OF_YEARS", "counted", "duration_words", "for_hour", "half_word", "in_date", "same_last_year", "shifted",
    "uncertain_working_day", "window_words", "year_ago_words",
]  # fmt: skip

R = word_roles

PARTS_OF_YEARS: Final = (Grain.MONTH, Grain.QUARTER, Grain.HALF)
_LEADING: Final = ("before", "after", "since", "from", "prior")
CONTAINERS: Final = (
    R.MONTH,
    R.NUMBER,
    R.RELATIVE,
    R.THAT,
    R.UNIT,
    R.CARDINAL,
    R.SEASON,
    R.QUARTER,
    R.HOLIDAY,
    R.DECADE,
)


def duration_words(reader: FrameReader, frame: Frame) -> bool:
    return shifted(reader, frame, read_span(reader, reader.index, bare=False))


def shifted(reader: FrameReader, frame: Frame, found: FoundDuration | None, only_anchored: bool = False) -> bool:
    """A duration that leads away from a moment: "two days ago", "a week from Tuesday", "10 minutes before noon"."""
    if found is None or frame.shift is not None:
        return False
    roles, texts, index = reader.roles, reader.texts, reader.index
    end = found.end
    if roles[end] not in _LEADING_ROLES:
        end = _after_counted(reader, end)
    bare = roles[index] == R.UNIT
    way = _way_from(reader, end) or (None if bare else _way_to_day(reader, found, end))
    if bare and texts[end] == "since" and texts[index - 1] != "the":
        return False  # "the worst year since 2004"
    if way is None or (only_anchored and not way.anchored and not _is_plural(reader, way)):
        return False
    if (
        frame.unit is not None
        and way.sign < 0
        and found.value == _A_YEAR
        and not way.anchored
        and same_last_year(frame)
    ):
        reader.index = end + 1
        return True
    shift = frame.shift = Shift(found.value, found.grain, way.sign)
    if found.working:
        shift.working = True
    if way.from_text:
        frame.anaphoric = True
    if way.sign < 0 and texts[0] in ("exactly", "precisely"):
        shift.within = Grain.DAY
    reader.index = end + way.words
    if way.anchored:
        _read_anchor(reader, shift, definite=index > 0 and texts[index - 1] == "the", joined_by=texts[end])
    else:
        _read_where_in(reader, shift, end + 1)
    return True


def _read_anchor(reader: FrameReader, shift: Shift, *, definite: bool, joined_by: str) -> None:
    """The date that a length counts from; an article before the length makes it the whole time: "the week after Easter"."""
    shift.looks_ahead = shift.sign > 0 and joined_by in ("from", "on")
    shift.since = joined_by == "since"
    shift.as_period = definite
    shift.anchor = reader.read()


def _after_counted(reader: FrameReader, end: int) -> int:
    """The index of the word that says which way a length leads: "two days, then, before", "in two years' time"."""
    roles, texts = reader.roles, reader.texts
    while roles[end] == R.FILL and texts[end] in (",", "of") and roles[end + 1] in (R.AGO, R.LATER):
        end += 1
    return end + 1 if texts[end] == "time" and roles[end + 1] == R.END else end


def _read_where_in(reader: FrameReader, shift: Shift, index: int) -> None:
    """What tells where in the period that a length leads to: "a year ago today", "two weeks ago on Friday"."""
    if reader.roles[index] == R.END or _in_same_unit(reader, shift, index):
        return
    if reader.roles[index] == R.ON and reader.roles[index + 1] == R.WEEKDAY:
        shift.weekday = reader.values[index + 1]
        reader.index = index + 2


def _in_same_unit(reader: FrameReader, shift: Shift, index: int) -> bool:
    """ "a year ago today", "10 years ago this month", "a year ago to the day"."""
    unit = index + 1
    if reader.roles[index] == R.DAY and reader.values[index] == 0:
        shift.within, reader.index = Grain.DAY, index + 1
    elif reader.texts[index] == "to" and reader.roles[index + 1] == R.THAT_DAY and reader.values[index + 1] == 0:
        shift.within, reader.index = Grain.DAY, index + 2
    elif reader.texts[index] == "this" and reader.roles[unit] == R.SEASON:
        shift.season, reader.index = reader.values[unit], index + 2
    elif reader.texts[index] == "this" and reader.roles[unit] == R.UNIT and reader.values[unit][0] in _SAME_UNITS:
        shift.within, reader.index = reader.values[unit][0], index + 2
    else:
        return False
    return True


_SAME_UNITS: Final = (Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)


def same_last_year(frame: Frame) -> bool:
    """Make "the same quarter, a year earlier" of a quarter, month or half that has been said; whether there is one."""
    unit = frame.unit
    if unit is None or unit.grain not in PARTS_OF_YEARS or unit.offset:
        return False
    frame.year_ago = unit.grain
    frame.forget("unit")
    if unit.grain is Grain.QUARTER:
        frame.anaphoric = False  # quarters are compared with the last completed one
    return True


class _Way(NamedTuple):
    """Which way a word after a duration leads, whether a date follows it, and whether it counts from the text's time.

    `words` is how many words say so before the date.
    """

    sign: int
    anchored: bool = False
    from_text: bool = False
    words: int = 1


_BACK: Final = _Way(-1)
_LEADING_ROLES: Final = frozenset({R.AGO, R.LATER, R.EARLIER, R.SIDE, R.FROM, R.THAT})
"""Those of words that say which way a length leads."""
_A_YEAR: Final = new_duration(years=1)


def _way_from(reader: FrameReader, end: int) -> _Way | None:
    """What "ago", "later", "before", "from" after a duration say, at token `end`."""
    role, text, value = reader.roles[end], reader.texts[end], reader.values[end]
    if role == R.AGO:
        return _BACK
    if role == R.ON and text == "on" and reader.roles[end + 1] == R.END:
        return _Way(1, from_text=True)  # "30 years on"
    if role == R.LATER:
        return _Way(1, from_text=value == "THEN")
    if role == R.EARLIER and abs(value) == 1:
        return _Way(value, from_text=True)
    if text not in _LEADING or role not in (R.SIDE, R.FROM, R.THAT):
        return None
    sign = -1 if text in ("before", "prior") else 1
    if reader.roles[end + 1] not in (R.END, R.SIGN):
        return _Way(sign, anchored=True)
    return _Way(sign, from_text=True) if text in ("before", "after", "prior") else None


def _way_to_day(reader: FrameReader, found: FoundDuration, end: int) -> _Way | None:
    """British English counts weeks from a day: "a week on Tuesday", "a fortnight today", "a week last Friday"."""
    role, value, named = reader.roles[end], reader.values[end], reader.roles[end + 1] == R.WEEKDAY
    hedged = found.value.vague is not None or (reader.index > 0 and reader.roles[reader.index - 1] == R.HEDGE)
    if found.grain is not Grain.WEEK or found.units is None or hedged:
        return None
    if role == R.ON and reader.texts[end] == "on" and named:
        return _Way(1, anchored=True)
    if role == R.DAY or (role == R.RELATIVE and named and reader.texts[end] in ("last", "this", "next")):
        return _Way(-1 if value < 0 else 1, anchored=True, words=0)
    return None


def _is_plural(reader: FrameReader, way: _Way) -> bool:
    """ "weeks ago", "months later"."""
    return way.sign != 0 and reader.roles[reader.index] == R.UNIT and reader.texts[reader.index].endswith("s")


def counted(reader: FrameReader, frame: Frame) -> bool:
    """A number with a unit, with or without "upcoming" between them."""
    index = reader.index
    if not reader.counts:
        return False
    if duration_words(reader, frame):
        return True
    amount = read_amount(reader, index)
    if amount is None:
        return False
    here = amount.end
    if reader.roles[here] == R.YEAR_AGO and frame.shift is None and frame.year_ago is None:
        if amount.value == 1:
            reader.index = here
            return year_ago_words(reader, frame)
        frame.shift = Shift(Duration.of(Grain.YEAR, amount.value), Grain.YEAR, -1)
        reader.index = here + 1
        if reader.texts[0] in ("exactly", "precisely"):
            frame.shift.within = Grain.DAY
        _in_same_unit(reader, frame.shift, here + 1)
        return True
    relative = amount.value > 1 and reader.roles[here] in (R.RELATIVE, R.THAT) and reader.values[here] in (-1, 1)
    plural = reader.texts[here + 1].endswith("s")  # "from 90 last year" compares
    if relative and plural and reader.roles[here + 1] == R.UNIT and frame.is_empty():
        grain, size = reader.values[here + 1]
        length = FoundDuration(Duration.of(grain, amount.value * abs(size)), grain, here + 2)
        frame.window = Window(length, reader.values[here])
        reader.index = here + 2
        return True
    if reader.roles[here] == R.WEEKEND and reader.roles[here + 1] == R.AGO and frame.is_empty():
        frame.weekend = -int(amount.value)  # "two weekends ago"
        reader.index = here + 2
        return amount.value.denominator == 1 and amount.upto is None
    if reader.roles[here] == R.PLURAL_WEEKDAY and reader.roles[here + 1] in (R.LATER, R.AGO):
        frame.weekday = reader.values[here]
        frame.nth = Nth(int(amount.value), "weekday")
        frame.direction = 1 if reader.roles[here + 1] == R.LATER else -1
        reader.index = here + 2
        return True
    return False


def window_words(reader: FrameReader, frame: Frame, after: int, value: int) -> bool:
    """ "the past two weeks", "next few days", "the coming year"."""
    if value == 0 or frame.window is not None or (reader.roles[after] == R.ARTICLE and reader.values[after] == 1):
        return False
    while (
        reader.roles[after] == R.ADJECTIVE and reader.values[after] != "B" and reader.texts[after] not in ("another",)
    ):
        after += 1
    found = read_span(reader, after)
    if found is None:
        return nothing_after(reader, frame, value)
    end = found.end
    if (
        reader.texts[end] in ("of", "in")
        and reader.roles[end + 1] in CONTAINERS
        and reader.texts[reader.index] == "last"
    ):
        count = found.units
        if found.working:
            raise uncertain_working_day(reader)
        if count is not None:
            frame.nth = Nth(-1, found.grain, count)
            reader.index = end
            return True
    long = found.grain in (Grain.DECADE, Grain.CENTURY) and reader.roles[after] == R.UNIT
    frame.window = Window(found, value, or_unit=long and reader.texts[reader.index] == "last")
    reader.index = end
    return True


def uncertain_working_day(reader: FrameReader) -> UnreadableValue:
    """The error for "the first business day of May"."""
    reason = "which days are working days depends on the holidays of the place, so that the day is not certain"
    return reader.refuse(reason, UnreadableKind.OTHER)


def nothing_after(reader: FrameReader, frame: Frame, value: int) -> bool:
    if reader.roles[reader.index + 1] != R.END or not frame.is_empty() or reader.texts[reader.index] == "latest":
        return False
    frame.vague = "PAST_REF" if value < 0 else "FUTURE_REF"
    reader.index += 1
    return True


def year_ago_words(reader: FrameReader, frame: Frame) -> bool:
    """ "a year ago", "the year-earlier quarter", "the year-ago period"."""
    from_text = reader.values[reader.index]
    end = reader.index + 1
    if reader.roles[end] == R.UNIT and reader.values[end][0] in PARTS_OF_YEARS:
        frame.year_ago = reader.values[end][0]
        end += 1
    elif not same_last_year(frame):
        frame.year_ago = Grain.YEAR
        if reader.texts[end] in ("period", "level"):
            frame.then = True
            end += 1
        elif not frame.has_date():
            frame.forget("year_ago")
            frame.shift, frame.anaphoric = Shift(new_duration(years=1), Grain.YEAR, -1), bool(from_text)
            if reader.texts[0] in ("exactly", "precisely"):
                frame.shift.within = Grain.DAY
            if not from_text and _in_same_unit(reader, frame.shift, end):
                return True
    reader.index = end
    return True


def half_word(reader: FrameReader, frame: Frame) -> bool:
    index = reader.index
    article = reader.roles[index + 1] == R.ARTICLE
    if (
        reader.roles[index + 1 + article] == R.YEAR_AGO
        and frame.is_empty()
        and reader.texts[index + 1 + article] == "year"
    ):
        frame.shift = Shift(new_duration(months=6), Grain.MONTH, -1)  # "half a year ago"
        frame.anaphoric = reader.values[index + 1 + article]
        reader.index = index + 2 + article
        return True
    return duration_words(reader, frame) or half_past(reader, frame)


def in_date(reader: FrameReader, frame: Frame) -> bool:
    """ "in" inside a date ("the first Monday in May", "in two years since 2011", "March in 1 year")."""
    index = reader.index
    found = read_span(reader, index + 1, bare=False)
    if found is not None:
        if frame.month is not None and frame.day is None and not frame.year and found.grain is Grain.YEAR:
            frame.unit = Unit(Grain.YEAR, found.units or 0)
            reader.index = found.end
            return True
        return False
    short = reader.roles[index + 1] == R.NUMBER and len(reader.texts[index + 1]) < 4
    if short or reader.roles[index + 1] == R.CARDINAL:
        return False  # "Tuesday in five states"
    reader.index = index + 1
    return True


def for_hour(reader: FrameReader, frame: Frame) -> bool:
    """ "Saturday for 9am" is an hour; "for three days" is a length, read elsewhere."""
    if read_span(reader, reader.index + 1, bare=False) is not None:
        return False
    reader.index += 1
    reader.expect_hour = True
    return True
