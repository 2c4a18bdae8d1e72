"""Ranges: "May 5-7", "from 13 to 15 July", "between 2010 and 2014", "3-4 p.m. on Thursday", "Saturday and Sunday"."""

from __future__ import annotations

from typing import Final

from newsfacts.errors import UnreadableValue
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.reading.durations import read_cardinal, read_span
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.reading.one_phrase import Phrase, TimeValue, lasting, one_time, resolved_first
from newsfacts.values.times.reading.range_ends import moved_after, share_slots, with_date_of
from newsfacts.values.times.reading.words import Role
from newsfacts.values.times.resolving.resolve import resolve
from newsfacts.values.times.resolving.sides import sided
from newsfacts.values.times.times import Grain, TimeInterval, span_text

__all__ = [
    "both_times",
    "clock_range",
    "clock_side",
    "decade_pair",
    "first_frame",
    "frame_of_number",
    "from_now",
    "from_words",
    "joined_ends",
    "joiner_after",
    "number_like",
    "range_from",
    "range_or_one",
    "second_frame",
]

R = Role
_CLOCK_GRAINS: Final = (Grain.SECOND, Grain.MINUTE)


def first_frame(phrase: Phrase, between: bool = False) -> Frame | int:
    """A date expression, or the bare number that opens "13 to 15 July" and "3-4 p.m."."""
    reader, roles, texts = phrase.reader, phrase.tokens.roles, phrase.tokens.texts
    index = reader.index
    while roles[index] == R.ARTICLE and texts[index] == "the":
        index += 1
    if roles[index] in (R.NUMBER, R.CARDINAL, R.NTH):
        if roles[index] == R.NUMBER:
            number, end = phrase.tokens.values[index], index + 1
            end += texts[end] in ("st", "nd", "rd", "th") and phrase.tokens.glued[end]
        elif roles[index] == R.NTH:
            number, end = phrase.tokens.values[index], index + 1
        else:
            found = read_cardinal(phrase.tokens, index)
            number, end = found if found is not None else (99, index)
        joined = joiner_after(phrase, end, between)
        if joined is not None and _hyphenated(phrase, index, end):
            return reader.read()
        if number <= 31 and joined is not None and number_like(phrase, joined):
            reader.index = end
            if roles[index] == R.NTH or texts[end - 1] in ("st", "nd", "rd", "th"):
                frame = Frame()
                frame.day = int(number)
                return frame
            return int(number)
    return reader.read()


def _hyphenated(phrase: Phrase, index: int, end: int) -> bool:
    """Whether a number in words and the next one are one word: "five-thirty", "twenty-sixth"."""
    tokens = phrase.tokens
    return (
        tokens.roles[index] == R.CARDINAL
        and tokens.texts[end] == "-"
        and tokens.glued[end]
        and tokens.glued[end + 1]
        and tokens.roles[end + 1] in (R.CARDINAL, R.NTH)
    )


def number_like(phrase: Phrase, index: int) -> bool:
    roles, texts = phrase.tokens.roles, phrase.tokens.texts
    while roles[index] == R.ARTICLE and texts[index] == "the":
        index += 1
    if roles[index] == R.NUMBER and (
        len(texts[index]) == 4 or (texts[index + 1] in ("-", "/") and phrase.tokens.glued[index + 1])
    ):
        return False
    return roles[index] in (R.NUMBER, R.CARDINAL, R.NTH) or phrase.tokens.values[index] == "NOON"


def joiner_after(phrase: Phrase, index: int, between: bool) -> int | None:
    """The index after a word that joins two ends, or None."""
    roles, texts = phrase.tokens.roles, phrase.tokens.texts
    while texts[index] == ",":
        index += 1
    role = roles[index]
    if role == R.UPTO or (role == R.SIDE and phrase.tokens.values[index] == "UNTIL") or texts[index] == "~":
        return index + 1
    if between and role == R.AND:
        return index + 1
    return None


def range_or_one(phrase: Phrase) -> TimeValue:
    reader, roles, texts = phrase.reader, phrase.tokens.roles, phrase.tokens.texts
    first = first_frame(phrase)
    joined = joiner_after(phrase, reader.index, False)
    if joined is not None and roles[joined] != R.END:
        return range_from(phrase, first, joined, None)
    if isinstance(first, int):
        raise UnreadableValue(phrase.text, f"the number {first} alone is no date")
    index = reader.index
    role = roles[index]
    if role in (R.BETWEEN, R.FROM) and first.has_date() and first.second is None:
        return clock_range(phrase, first, role)
    if role == R.SIDE and first.has_date() and first.second is None and not first.anchored:
        return clock_side(phrase, first, phrase.tokens.values[index])
    if role == R.FOR and read_span(phrase.tokens, index + 1) is not None:
        found = read_span(phrase.tokens, index + 1)
        assert found is not None
        reader.index = found.end
        if roles[found.end] == R.FROM:
            reader.index += 1
            reader.prefer_clock = True
            reader.read(first)
        return lasting(phrase, one_time(phrase, first), found)
    if role == R.AND and first.has_date():
        return (
            range_from(phrase, first, index + 1, None)
            if decade_pair(phrase, first)
            else both_times(phrase, first, index + 1)
        )
    if texts[index] == "/" and first.year is not None and first.month is None and (
        texts[index + 1] in (f"{(first.year + 1) % 100:02d}", str(first.year + 1))
    ):  # fmt: skip
        return range_from(phrase, first, index + 1, None)
    found_time = one_time(phrase, first)
    if roles[reader.index] == R.EARLIER and abs(phrase.tokens.values[reader.index]) == 2:
        side = "FROM" if phrase.tokens.values[reader.index] > 0 else "BY"
        reader.index += 1
        return sided(found_time, side)
    if (
        roles[reader.index] == R.SIDE
        and roles[reader.index + 1] == R.END
        and phrase.tokens.values[reader.index] in ("AFTER", "BEFORE")
    ):
        raise UnreadableValue(phrase.text, f"{texts[reader.index]!r} needs a date after it")
    return found_time


def both_times(phrase: Phrase, first: Frame, index: int) -> TimeInterval:
    """ "Saturday and Sunday", "May 1 and 2", "1990 and 1994": an EDTF set of both."""
    phrase.reader.index = index
    second = second_frame(phrase, first, None)
    if second.is_empty():
        raise UnreadableValue(phrase.text, "after and, another date is needed")
    share_slots(phrase, first, second)
    one, two = one_time(phrase, first), one_time(phrase, second)
    if one.lower is None or two.upper is None or one.upper is None or two.lower is None or "T" in one.text + two.text:
        raise UnreadableValue(phrase.text, "only days and longer periods can be joined by and")
    if two.lower < one.lower:
        moved = moved_after(phrase, second, two, one.lower)
        two = moved if moved is not None else two
    assert two.lower is not None
    assert two.upper is not None
    plain = all(mark not in side.text for side in (one, two) for mark in ("/", "{", "["))
    text = f"{{{one.text},{two.text}}}" if plain else span_text(min(one.lower, two.lower), max(one.upper, two.upper))
    return TimeInterval(
        lower=min(one.lower, two.lower), upper=max(one.upper, two.upper), grain=min(one.grain, two.grain), text=text,
        members=(one, two) if plain else (), approximate=one.approximate or two.approximate,
    )  # fmt: skip


def decade_pair(phrase: Phrase, first: Frame) -> bool:
    return first.full_decade is not None or first.decade is not None


def clock_range(phrase: Phrase, day: Frame, role: int) -> TimeValue:
    """ "Thursday from 9:30 to 11:00", "1/1/2015 between 10 and 11:30"."""
    reader = phrase.reader
    reader.index += 1
    reader.prefer_clock = True
    first = first_frame(phrase, True)
    joined = joiner_after(phrase, reader.index, True)
    if joined is None:
        if isinstance(first, int):
            raise UnreadableValue(phrase.text, f"the number {first} alone is no time")
        if first.second is None:
            raise UnreadableValue(phrase.text, "a range needs two ends")
        return sided(resolve(phrase.context, with_date_of(first, day)), "FROM")
    return range_from(phrase, first, joined, day)


def clock_side(phrase: Phrase, day: Frame, side: str) -> TimeValue:
    reader = phrase.reader
    reader.index += 1
    reader.prefer_clock = True
    time = reader.read()
    if time.second is None:
        raise UnreadableValue(phrase.text, "after a day and a word such as before, a clock time is needed")
    return sided(resolve(phrase.context, with_date_of(time, day)), side)


def range_from(phrase: Phrase, first: Frame | int, joined: int, day: Frame | None) -> TimeInterval:
    reader, tokens = phrase.reader, phrase.tokens
    reader.index = joined
    second = second_frame(phrase, first, day)
    if isinstance(first, int):
        first = frame_of_number(phrase, first, second)
    if day is not None:
        first, second = with_date_of(first, day), with_date_of(second, day)
        if first.daytime is None and day.daytime is not None:
            first.daytime = second.daytime = day.daytime
    trailing = tokens.roles[reader.index]
    if trailing in (R.ON, R.FILL, R.WEEKDAY, R.DAY, R.MONTH) and second.second is not None and not second.has_date():
        reader.read(second)
    share_slots(phrase, first, second)
    start = one_time(phrase, first)
    end = one_time(phrase, second)
    return joined_ends(phrase, first, second, start, end)


def second_frame(phrase: Phrase, first: Frame | int, day: Frame | None) -> Frame:
    reader, roles, texts, values = phrase.reader, phrase.tokens.roles, phrase.tokens.texts, phrase.tokens.values
    while roles[reader.index] in (R.ARTICLE, R.FILL) or texts[reader.index] in ("to", "on", "in"):
        if roles[reader.index] == R.ARTICLE and values[reader.index] == 1:
            break
        reader.index += 1
    index = reader.index
    clocked = (isinstance(first, Frame) and first.second is not None) or day is not None
    reader.prefer_clock = clocked
    frame = Frame()
    if (
        roles[index] == R.NUMBER
        and isinstance(first, Frame)
        and not clocked
        and texts[index + 1] not in (":", "/", ".")
    ):
        ordinal = texts[index + 1] in ("st", "nd", "rd", "th")
        after = roles[index + 1 + ordinal]
        number = values[index]
        if (
            first.day is not None
            and number <= 31
            and after not in (R.MONTH, R.UNIT, R.AMPM)
            and texts[index + 1 + ordinal] not in ("of", "-")
        ):
            frame.day = number
            reader.index = index + 1 + ordinal
            return reader.read(frame)
        if first.year is not None and first.month is None and len(texts[index]) == 2 and after in (R.END, R.FILL):
            frame.year = first.year - first.year % 100 + number
            if frame.year <= first.year:
                raise UnreadableValue(phrase.text, f"its end, {frame.year}, is not after its start, {first.year}")
            reader.index = index + 1
            return frame
    if roles[index] in (R.NUMBER, R.CARDINAL) and (isinstance(first, int) or clocked):
        if roles[index] == R.NUMBER:
            number, end = values[index], index + 1
        else:
            found = read_cardinal(phrase.tokens, index)
            number, end = found if found is not None else (99, index + 1)
        bare = (
            texts[end] not in ("st", "nd", "rd", "th")
            and roles[end] in (R.END, R.FILL, R.ON, R.RELATIVE, R.DAY, R.WEEKDAY, R.DAYTIME, R.ZONE)
            and texts[end] not in (".", "of")
        )
        if bare and number <= 24:
            frame.second, frame.twelve_hour = number * 3600, 1 <= number <= 12
            reader.index = end
            return reader.read(frame)
    return reader.read(frame)


def frame_of_number(phrase: Phrase, number: int, second: Frame) -> Frame:
    frame = Frame()
    if second.second is not None:
        if number > 24:
            raise UnreadableValue(phrase.text, f"the clock has no {number} o'clock")
        frame.second, frame.twelve_hour = number * 3600, 1 <= number <= 12
        frame.daytime = second.daytime
    elif second.day is not None:
        frame.day = number
    else:
        raise UnreadableValue(phrase.text, f"the number {number} alone is no date")
    return frame


def joined_ends(phrase: Phrase, first: Frame, second: Frame, start: TimeInterval, end: TimeInterval) -> TimeInterval:
    lower, upper = start.lower, end.upper
    if lower is None or upper is None or end.lower is None:
        raise UnreadableValue(phrase.text, "a range needs two dates, and one of its ends is a period without end")
    clock_end = end.grain in _CLOCK_GRAINS
    if clock_end:
        upper = end.lower
        if start.grain in _CLOCK_GRAINS and upper < lower and second.has_date() | first.has_date() is not False:
            upper += DAY_SECONDS if upper + DAY_SECONDS > lower else 0
    if first.now and phrase.context.clock is not None:
        lower = phrase.context.now()
    if second.now and phrase.context.clock is not None:
        upper = phrase.context.now()
    if upper <= lower:
        moved = moved_after(phrase, second, end, lower)
        if moved is None:
            raise UnreadableValue(phrase.text, f"its end, {end.text}, is before its start, {start.text}")
        end = moved
        upper = end.lower if clock_end else end.upper
        assert upper is not None
    dates = "T" not in start.text and "T" not in end.text and not (second.now and phrase.context.clock is not None)
    dates = dates and not (first.now and phrase.context.clock is not None)
    offset = end.offset if end.offset is not None else start.offset
    if start.offset is not None and end.offset is not None and start.offset != end.offset:
        raise UnreadableValue(phrase.text, "its two ends are in different time zones")
    text = f"{start.text.split('/')[0]}/{end.text.split('/')[-1]}" if dates else span_text(lower, upper, offset)
    others = []
    if (
        first.twelve_hour
        and second.twelve_hour
        and start.alternatives
        and end.alternatives
        and lower % DAY_SECONDS < 43_200
    ):
        others.append(TimeInterval(
            lower=lower + 43_200, upper=upper + 43_200, grain=Grain.MINUTE,
            text=span_text(lower + 43_200, upper + 43_200, offset), offset=offset,
        ))  # fmt: skip
    return TimeInterval(
        lower=lower, upper=upper, grain=min(start.grain, end.grain), text=text, offset=None if dates else offset,
        approximate=start.approximate or end.approximate, alternatives=tuple(others),
    )  # fmt: skip


def from_words(phrase: Phrase, role: int, index: int | None = None) -> TimeValue:
    reader, roles = phrase.reader, phrase.tokens.roles
    reader.index = (reader.index if index is None else index) + 1
    between = role == R.BETWEEN
    first = first_frame(phrase, between)
    joined = joiner_after(phrase, reader.index, between)
    if joined is None:
        if roles[reader.index] == R.FOR:
            found = read_span(phrase.tokens, reader.index + 1)
            if found is not None:
                reader.index = found.end
                return lasting(phrase, resolved_first(phrase, first), found)
        if between:
            raise UnreadableValue(phrase.text, "between needs two dates, joined by and")
        return sided(resolved_first(phrase, first), "FROM")
    return range_from(phrase, first, joined, None)


def from_now(phrase: Phrase, index: int) -> TimeValue:
    """ "from now until 2030", "from today"."""
    first = Frame()
    if phrase.tokens.values[index] == "NOW":
        first.now = True
    else:
        first.day_offset = 0
    joined = joiner_after(phrase, index + 1, False)
    if joined is not None and phrase.tokens.roles[joined] != R.END:
        return range_from(phrase, first, joined, None)
    phrase.reader.index = index + 1
    return sided(one_time(phrase, first), "FROM")
