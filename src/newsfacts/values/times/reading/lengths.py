"""Phrases about a length of time: "three years", "in two months", "within a week", "for three days from Monday"."""

from __future__ import annotations

from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.immutable import evolve
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.amounts import read_one_amount
from newsfacts.values.times.reading.durations import FoundDuration, read_span
from newsfacts.values.times.reading.frame import Frame, Shift, Window
from newsfacts.values.times.reading.ranges import complete, from_words, range_or_one
from newsfacts.values.times.reading.reader import FrameReader
from newsfacts.values.times.reading.readings import Ending, Lasting, Reading
from newsfacts.values.times.reading.terms import Hedge, Side
from newsfacts.values.times.times import Duration, new_duration

__all__ = ["bare_duration", "in_or_for", "length_between", "starting_or_ending", "within"]

R = word_roles

_POSSESSIVES: Final = ("the", "its", "his", "her", "their", "our")
_QUALITIES: Final = frozenset({
    "good", "strong", "weak", "record", "tough", "slow", "solid", "robust", "disappointing", "busy", "rough", "odd",
})  # fmt: skip
"""What a year was like, and not how long: "a tough year"; "a good two weeks" is a length."""
_AFTER_LENGTHS: Final = ("time", "period", "span", "long")
_OF_WINDOWS: Final = (Hedge.MORE, Hedge.JUST_OVER, Hedge.AT_LEAST, Hedge.NEARLY)
"""In "the first in nearly 20 years" the years are those before; only "in about 20 years" leads ahead."""
_JUST: Final = frozenset({"just", "only", "mere"})
"""In "in just two days" the days are how long it took."""
_NOT_AHEAD: Final = (R.SIDE, R.FROM, R.AGO, R.EARLIER)
_JOINING: Final = frozenset({"starting", "beginning", "ended", "ending", "to", "through", "until", "thru"})
_ENDING: Final = frozenset({"to", "through", "until", "thru", "and"})
_UP_TO: Final = ("ended", "ending")
_UP_TO_OF_THE: Final = ("to", "through", "until", "thru")
"""After "the 12 months" these name its end; without an article they would make a range ("two weeks to ...")."""


def bare_duration(reader: FrameReader, index: int, hedge: Hedge | None) -> Duration | None:
    """A phrase that is nothing but a length: "three years", "a year-long", "the 30 days"."""
    if not reader.counts:
        return None
    roles, texts = reader.roles, reader.texts
    if roles[index - 1] == R.ON:
        return None  # "on two days": which?
    if roles[index] == R.ARTICLE and roles[index + 1] == R.HEDGE:
        index, hedge = index + 2, reader.values[index + 1]  # "a nearly 90-second"
    start = _start_of_length(reader, index)
    if start is not None and hedge is Hedge.ABOUT and roles[start] == R.UNIT:
        raise reader.refuse("it says no number of them", UnreadableKind.UNBOUNDED)  # "some days"
    found = None if start is None else read_span(reader, start, hedge)
    if start is None or found is None:
        return None
    end = _after_length(reader, found.end)
    if roles[end] != R.END:
        return None
    unit = next((at for at in range(start, found.end) if roles[at] in (R.UNIT, R.DAYTIME)), 0)
    if unit and texts[unit - 1] in _QUALITIES and found.units == 1:
        raise reader.refuse("it says what it was like, not how long it was", UnreadableKind.DIFFERENT)
    if (
        found.units == 1
        and found.grain is Grain.QUARTER
        and (texts[start] == "a" or (texts[start] == "quarter" and start == index))
        and roles[index - 1] != R.FOR
        and "-" not in texts
    ):
        raise reader.refuse("a quarter can be one of anything; write three months", UnreadableKind.DIFFERENT)
    if found.grain is Grain.SEASON and found.value.vague is None:
        raise reader.refuse("a season can be one of sports, or a quarter of a year", UnreadableKind.DIFFERENT)
    reader.index = end
    return found.value


def _start_of_length(reader: FrameReader, index: int) -> int | None:
    """Where the amount begins, after articles and adjectives; None where the words are a period of the calendar."""
    roles, texts = reader.roles, reader.texts
    start = index
    while (roles[start] == R.ARTICLE and reader.values[start] is None) or (
        roles[start] == R.ADJECTIVE and texts[start] != "another"
    ):
        start += 1
    if roles[start] != R.UNIT:
        return start
    if start == index + 1 and texts[index] == "the" and texts[start].endswith("s"):
        return None  # "the years": which?
    if reader.values[start][1] < 0:
        return None  # "business days": how many?
    if texts[start].endswith("s"):
        return start
    if start == index + 1 and texts[index] in _POSSESSIVES:
        return None  # "the year" is a year of the calendar
    year_long = texts[start + 1] == "-" and texts[start + 2] == "long"
    return None if start == index and roles[start + 1] != R.END and not year_long else start


def _after_length(reader: FrameReader, end: int) -> int:
    """The index after the words that may follow a length without changing it."""
    roles, texts = reader.roles, reader.texts
    while (roles[end] in (R.FILL, R.ADJECTIVE) and texts[end] != "(") or texts[end] in _AFTER_LENGTHS:
        end += 1
    if texts[end] == "-" and roles[end + 1] == R.ADJECTIVE and roles[end + 2] == R.END:
        end += 2
    return end


def length_between(reader: FrameReader, index: int) -> Duration | None:
    """ "between two and four weeks", "from six months to a year"; the first word is at `index`."""
    tokens, texts = reader, reader.texts
    if not tokens.counts:
        return None
    amount = read_one_amount(tokens, index + 1)
    if amount is None:
        return None
    shorter = read_span(tokens, index + 1, bare=False)
    if shorter is not None and shorter.value.upto is not None:
        return _whole(reader, shorter.value, shorter.end)
    joiner = amount.end if shorter is None else shorter.end
    if reader.roles[amount.end] == R.UNIT and texts[amount.end + 1] == "and" and joiner > amount.end + 1:
        grain, size = reader.values[amount.end]  # "between one week and three months" is not their sum
        joiner, shorter = amount.end + 1, FoundDuration(Duration.of(grain, amount.value * abs(size)), grain, 0)
    if texts[joiner] not in ("to", "and", "-"):
        return None
    longer = read_span(tokens, joiner + 1, bare=False)
    if longer is None or longer.value.upto is not None:
        return None
    value = Duration.of(longer.grain, amount.value) if shorter is None else shorter.value
    if value.seconds >= longer.value.seconds:
        return None
    return _whole(reader, evolve(value, upto=longer.value), longer.end)


def _whole(reader: FrameReader, value: Duration, end: int) -> Duration | None:
    """A duration that is the rest of the phrase."""
    while reader.roles[end] == R.FILL or reader.texts[end] in _AFTER_LENGTHS:
        end += 1
    if reader.roles[end] != R.END:
        return None
    reader.index = end
    return value


def in_or_for(reader: FrameReader, index: int, hedge: Hedge | None) -> Reading | None:
    """ "in two months" leads ahead from publication; "for three years" is a length."""
    roles, texts, values = reader.roles, reader.texts, reader.values
    is_for = roles[index] == R.FOR
    start = index + 1
    while (
        roles[start] == R.HEDGE
        or (roles[start] == R.FILL and texts[start] in ("over", "some"))
        or (roles[start] == R.SIDE and texts[start] == "up")
        or (roles[start] == R.ADJECTIVE and values[start] != "B")
    ):
        if roles[start] == R.SIDE:
            hedge = Hedge.AT_MOST  # "for up to an hour"
        else:
            hedge = Hedge.MORE if texts[start] == "over" else values[start] or hedge
        start += 1
    while is_for and roles[start] == R.ARTICLE and values[start] is None:
        start += 1
    plural = (roles[start] == R.UNIT and texts[start].endswith("s")) or texts[start] == "many"
    found = read_span(reader, start, hedge, bare=is_for or plural)
    if found is None:
        return None
    end = found.end + (texts[found.end] == "time")
    just = not _JUST.isdisjoint(texts[index + 1 : start + 2])
    if not is_for and (plural or just or hedge in _OF_WINDOWS) and end == found.end and roles[end] == R.END:
        reader.index = end
        return found.value
    return _lasting(reader, found, end) if is_for else _ahead(reader, found, end, or_window=end == found.end)


def _lasting(reader: FrameReader, found: FoundDuration, end: int) -> Reading | None:
    """ "for three days", "for three days from now", "for a week starting Monday"."""
    roles = reader.roles
    while roles[end] == R.FILL:
        end += 1
    if roles[end] == R.LATER and reader.texts[end] == "from":
        today = Frame()
        today.day_offset = 0
        reader.index = end + 1
        return Lasting(complete(reader, today), found)
    if roles[end] == R.FROM or (roles[end] == R.SIDE and reader.values[end] is Side.FROM):
        reader.index = end + 1
        return Lasting(complete(reader, reader.read()), found)
    if roles[end] != R.END:
        return None
    reader.index = end
    return found.value


def _ahead(reader: FrameReader, found: FoundDuration, end: int, *, or_window: bool) -> Reading | None:
    """ "in two months", "in three weeks on Monday"."""
    if reader.roles[end] in _NOT_AHEAD or reader.texts[end] in ("-", "since", "to"):
        return None
    frame = Frame()
    frame.shift = Shift(found.value, found.grain, 1)
    frame.shift.working = found.working
    if or_window and reader.roles[end] == R.END and not found.working:
        frame.shift.or_window = True
    reader.index = end
    if reader.roles[end] not in (R.END, R.FILL):
        reader.read(frame)
    return complete(reader, frame)


def within(reader: FrameReader, index: int) -> Reading:
    """ "within three days", "within the next week", "within the past month"."""
    roles, values, texts = reader.roles, reader.values, reader.texts
    sign = 2
    while roles[index] in (R.ARTICLE, R.RELATIVE, R.FILL) and values[index] in (None, 1, -1):
        if roles[index] == R.ARTICLE and values[index] == 1:
            break
        if values[index] == -1:
            sign = -1
        index += 1
    found = _day_and(reader, index) or read_span(reader, index)
    if found is None:
        reader.index = index
        return range_or_one(reader)
    if roles[found.end] in (R.SIDE, R.FROM) and texts[found.end] in ("of", "after", "from", "before"):
        reason = "a window around another event has no time of its own"
        raise reader.refuse(reason, UnreadableKind.NEEDS_DATE)
    frame = Frame()
    this = texts[index - 1] == "the" and roles[index] == R.UNIT and not texts[index].endswith("s")
    frame.window = Window(found, sign, or_unit=this)  # "within the decade" can be within this one
    reader.index = found.end
    return complete(reader, frame)


def starting_or_ending(reader: FrameReader, index: int) -> Reading | None:
    """ "a week starting tomorrow", "the quarter ended Sept. 30"."""
    roles, texts = reader.roles, reader.texts
    if _JOINING.isdisjoint(texts):
        return None
    start = index
    while roles[start] == R.ARTICLE and reader.values[start] is None:
        start += 1
    fiscal = roles[start] == R.FISCAL
    start += fiscal and roles[start + 1] == R.UNIT  # "the fiscal quarter ended Sept. 30"
    if fiscal and roles[start] == R.FISCAL:
        found: FoundDuration | None = FoundDuration(new_duration(years=1), Grain.YEAR, start + 1)  # "the fiscal year"
    else:
        found = read_span(reader, start, bare=start > index or texts[start + 1] in ("ending", "ended"))
    if found is None:
        return None
    if roles[found.end] in (R.FROM, R.BETWEEN) and not _ENDING.isdisjoint(texts[found.end :]):
        return from_words(reader, found.end)  # "the 10 years from 2010 to 2020"
    at = found.end + (texts[found.end] == "period")
    at += texts[at] == "that"
    word = texts[at]
    if word in ("starting", "beginning") and (start == index or fiscal):
        reader.index = at + 1
        return Lasting(complete(reader, reader.read()), found)
    if word not in _UP_TO and not (
        word in _UP_TO_OF_THE and start > index and not fiscal and roles[at] in (R.UPTO, R.SIDE)
    ):
        return None
    if found.value.upto is not None or roles[at + 1] == R.END or texts[at + 1] == "come":
        return None
    reader.index = at + 1
    return Ending(complete(reader, reader.read()), found, ended=word == "ended")


def _day_and(reader: FrameReader, index: int) -> FoundDuration | None:
    """ "the next day and 5 hours"."""
    if reader.texts[index] != "day" or reader.texts[index + 1] != "and":
        return None
    rest = read_span(reader, index + 2)
    if rest is None:
        return None
    return rest._replace(value=evolve(rest.value, days=rest.value.days + 1))
