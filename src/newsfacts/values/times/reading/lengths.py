"""Phrases about a length of time: "three years", "in two months", "within a week", "for three days from Monday"."""

from __future__ import annotations

from typing import Final

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.values.times import units
from newsfacts.values.times.reading.durations import FoundDuration, read_span
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.reading.one_phrase import Phrase, TimeValue, lasting, one_time
from newsfacts.values.times.reading.ranges import range_or_one
from newsfacts.values.times.reading.words import Role
from newsfacts.values.times.resolving.resolve import resolve
from newsfacts.values.times.resolving.shifts import move
from newsfacts.values.times.times import Duration, Mod, TimeInterval, span_text

__all__ = ["bare_duration", "day_and", "in_or_for", "starting", "within"]

R = Role


def bare_duration(phrase: Phrase, index: int) -> Duration | None:
    roles, texts = phrase.tokens.roles, phrase.tokens.texts
    start = index
    while (roles[start] == R.ARTICLE and phrase.tokens.values[start] is None) or (
        roles[start] == R.ADJECTIVE and texts[start] != "another"
    ):
        start += 1
    definite = start > index and roles[start] == R.UNIT and texts[index] in ("the", "its", "his", "her", "their")
    if definite and start == index + 1 and not texts[start].endswith("s"):
        return None  # "the year" is a year of the calendar
    if start == index and roles[start] == R.UNIT and not texts[start].endswith("s") and roles[start + 1] != R.END:
        hyphenated = texts[start + 1] == "-" and texts[start + 2] == "long"  # "year-long"
        if not hyphenated:
            return None
    found = read_span(phrase.tokens, start, phrase.mod)
    if found is None:
        return None
    end = found.end
    while (roles[end] in (R.FILL, R.ADJECTIVE) and texts[end] != "(") or texts[end] in (
        "time",
        "period",
        "span",
        "long",
    ):
        end += 1
    if roles[end] != R.END:
        if texts[end] == "-" and roles[end + 1] == R.ADJECTIVE and roles[end + 2] == R.END:
            end += 2
        else:
            return None
    phrase.reader.index = end
    return found.value


def in_or_for(phrase: Phrase, index: int, role: int) -> TimeValue | None:
    """ "in two months" leads ahead from publication; "for three years" is a length."""
    roles, texts, values = phrase.tokens.roles, phrase.tokens.texts, phrase.tokens.values
    start, mod = index + 1, phrase.mod
    while (
        roles[start] == R.HEDGE
        or (roles[start] == R.FILL and texts[start] in ("over", "some"))
        or (roles[start] == R.ADJECTIVE and values[start] != "B")
    ):
        mod = Mod.MORE_THAN if texts[start] == "over" else values[start] or mod
        start += 1
    while role == R.FOR and roles[start] == R.ARTICLE and values[start] is None:
        start += 1
    found = read_span(phrase.tokens, start, mod, bare=role == R.FOR)
    if found is None:
        return None
    end = found.end
    if texts[end] == "time":
        end += 1
    if role == R.FOR:
        while roles[end] == R.FILL:
            end += 1
        if roles[end] == R.LATER and texts[end] == "from":
            phrase.reader.index = end + 1
            day = phrase.context.today
            return lasting(phrase, units.day(day), found)
        if roles[end] in (R.FROM, R.SIDE) and (roles[end] == R.FROM or values[end] == "FROM"):
            phrase.reader.index = end + 1
            start_at = resolve(phrase.context, phrase.reader.read())
            return lasting(phrase, start_at, found)
        if roles[end] == R.END:
            phrase.reader.index = end
            return found.value
        return None
    if roles[end] in (R.SIDE, R.FROM, R.AGO, R.EARLIER) or texts[end] in ("-", "since", "to"):
        return None
    frame = Frame()
    frame.shift, frame.shift_sign, frame.shift_grain, frame.shift_working = (
        found.value,
        1,
        found.grain,
        found.working,
    )
    phrase.reader.index = end
    if roles[end] not in (R.END, R.FILL):
        phrase.reader.read(frame)
    return resolve(phrase.context, frame)


def within(phrase: Phrase, index: int) -> TimeValue:
    roles, values, texts = phrase.tokens.roles, phrase.tokens.values, phrase.tokens.texts
    sign = 2
    while roles[index] in (R.ARTICLE, R.RELATIVE, R.FILL, R.DAY) and values[index] in (None, 1, -1):
        if roles[index] == R.DAY:
            break
        if roles[index] == R.ARTICLE and values[index] == 1:
            break
        if values[index] == -1:
            sign = -1
        index += 1
    found = read_span(phrase.tokens, index)
    if found is None and texts[index] in ("next", "the") and roles[index] == R.DAY:
        found = day_and(phrase, index)
    if found is None:
        phrase.reader.index = index
        return range_or_one(phrase)
    frame = Frame()
    frame.window, frame.window_sign = found, sign
    phrase.reader.index = found.end
    if roles[found.end] in (R.SIDE, R.FROM) and texts[found.end] in ("of", "after", "from", "before"):
        raise UnreadableValue(phrase.text, "a window around another event has no time of its own")
    return resolve(phrase.context, frame)


_JOINING: Final = frozenset({"starting", "beginning", "ended", "ending"})


def starting(phrase: Phrase, index: int) -> TimeInterval | None:
    """ "a week starting tomorrow", "the quarter ended Sept. 30"."""
    roles, texts, reader = phrase.tokens.roles, phrase.tokens.texts, phrase.reader
    if _JOINING.isdisjoint(texts):
        return None
    start = index
    while roles[start] == R.ARTICLE and phrase.tokens.values[start] is None:
        start += 1
    found = read_span(phrase.tokens, start, bare=start > index)
    if found is None:
        return None
    word = texts[found.end]
    if word in ("starting", "beginning") and start == index:
        reader.index = found.end + 1
        return lasting(phrase, one_time(phrase, reader.read()), found)
    if word not in ("ended", "ending") or found.value.upto is not None:
        return None
    reader.index = found.end + 1
    last = one_time(phrase, reader.read())
    if last.upper is None:
        raise UnreadableValue(phrase.text, "a period cannot end with one that has no end")
    lower = move(last.upper, found.value, -1, phrase.context)
    text = span_text(lower, last.upper, last.offset)
    return attrs.evolve(last, lower=lower, text=text, window=found.value, timex_value=None, weekday=None)


def day_and(phrase: Phrase, index: int) -> FoundDuration | None:
    """ "the next day and 5 hours"."""
    if phrase.tokens.texts[index + 1] != "and":
        return None
    rest = read_span(phrase.tokens, index + 2)
    if rest is None:
        return None
    return rest._replace(value=attrs.evolve(rest.value, days=rest.value.days + 1))
