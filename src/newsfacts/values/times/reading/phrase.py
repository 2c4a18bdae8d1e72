"""Read the dates, periods, durations and recurring times of news prose.

    phrase     = hedge* (set | duration | side expression | range | expression)
    side       = "since" | "until" | "by" | "before" | "after" | ...
    range      = ["from" | "between"] expression ("to" | "and" | "-" | "through") expression
    expression = one date in any order of its parts (see `frame`)

Nothing is filled in from today's date. What depends on the day of publication is resolved against `published`, and is
an `UnresolvedTime` without it.
"""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal

import attrs

from newsfacts.errors import UnreadableValue, UsageError
from newsfacts.values.times.calendar import DAY_SECONDS, day_number
from newsfacts.values.times.reading.durations import read_span
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.reading.lengths import bare_duration, in_or_for, starting, within
from newsfacts.values.times.reading.one_phrase import Phrase, TimeValue
from newsfacts.values.times.reading.ranges import from_now, from_words, range_or_one
from newsfacts.values.times.reading.recurring import read_set
from newsfacts.values.times.reading.words import Role
from newsfacts.values.times.resolving.context import DEFAULT_OPTIONS, NeedsDate, Options
from newsfacts.values.times.resolving.inexact import with_reach
from newsfacts.values.times.resolving.resolve import resolve
from newsfacts.values.times.resolving.sides import sided
from newsfacts.values.times.times import Mod, TimeInterval, UnresolvedTime

__all__ = ["TimeValue", "parse_time"]

R = Role


def parse_time(
    phrase: str,
    *,
    published: dt.date | dt.datetime | None = None,
    tense: Literal["past", "future"] | None = None,
    day_first: bool = False,
    week_start: int = 0,
    hemisphere: Literal["north", "south"] | None = None,
    century_starts: Literal[0, 1] = 1,
) -> TimeValue:
    """What a date, period, duration or recurring time in a news text means.

    `published` is the day (or moment) of publication in the outlet's or dateline's zone; without it, a phrase that
    depends on it is returned as an `UnresolvedTime`. `tense` is that of the governing verb: without it, a bare weekday
    is the last one up to and including the day of publication, and a date without a year is the nearest. `day_first`
    reads 3/4/2024 as 3 April; `week_start` is the weekday on which weeks begin (0 is Monday); `hemisphere` is that of
    seasons; `century_starts` 1 makes the 19th century 1801 to 1900, 0 makes it 1800 to 1899.

    Raises `UnreadableValue`, a `ValueError`, for a phrase that is no time, and `UsageError` for impossible options.
    """
    if tense is None and not day_first and week_start == 0 and hemisphere is None and century_starts == 1:
        options = DEFAULT_OPTIONS
    else:
        if tense not in (None, "past", "future") or hemisphere not in (None, "north", "south"):
            raise UsageError("tense is past or future, hemisphere is north or south, and both can be left out")
        if week_start not in range(7) or century_starts not in (0, 1):
            raise UsageError("week_start is a weekday from 0 (Monday) to 6, century_starts is 0 or 1")
        south = None if hemisphere is None else hemisphere == "south"
        options = Options(tense, day_first, week_start, south, century_starts == 1)
    if published is not None and not isinstance(published, dt.date):
        raise UsageError(f"published is a date or a datetime, not {published!r}")
    try:
        return read_whole(Phrase(phrase, published, options))
    except NeedsDate as missing:
        return UnresolvedTime(words=phrase, needs=missing.needs, timex=missing.timex)
    except OverflowError:
        raise UnreadableValue(phrase, "it lies outside the years that are read") from None
    except RecursionError:
        raise UnreadableValue(phrase, "it repeats the same words too often") from None


def read_whole(phrase: Phrase) -> TimeValue:
    value = read_value(phrase)
    reader, roles = phrase.reader, phrase.tokens.roles
    index = reader.index
    while roles[index] in (R.FILL, R.HEDGE_AFTER, R.ARTICLE) or (roles[index] == R.HEDGE and roles[index + 1] == R.END):
        if roles[index] in (R.HEDGE_AFTER, R.HEDGE) and isinstance(value, TimeInterval):
            value = with_reach(value, value.grain, 1, 3)
        index += 1
    if roles[index] != R.END:
        word = phrase.tokens.texts[index]
        raise UnreadableValue(phrase.text, f"{word!r} does not belong to a date, a period or a duration here")
    if isinstance(value, TimeInterval) and _out_of_reach(value):
        raise UnreadableValue(phrase.text, "it lies outside the years 9999 BC to 9999 AD")
    return value


def _out_of_reach(time: TimeInterval) -> bool:
    lower, upper = time.lower, time.upper
    late = (lower is not None and lower >= _LAST) or (upper is not None and upper > _LAST)
    return late or (lower is not None and lower < _FIRST) or (upper is not None and upper <= _FIRST)


_FIRST: Final = day_number(-9998, 1, 1) * DAY_SECONDS
_LAST: Final = day_number(10_000, 1, 1) * DAY_SECONDS


def read_value(phrase: Phrase) -> TimeValue:
    reader, roles, values, texts = phrase.reader, phrase.tokens.roles, phrase.tokens.values, phrase.tokens.texts
    index = 0
    while True:
        role = roles[index]
        if role == R.HEDGE:
            phrase.mod = values[index]
        elif role == R.FILL and values[index] == "OVER" and _counts(phrase, index + 1):
            phrase.mod = Mod.MORE_THAN
        elif role not in (R.FILL, R.ON) and not (role == R.ADJECTIVE and roles[index + 1] == R.SIDE):
            break
        index += 1
    if role == R.END:
        raise UnreadableValue(phrase.text, "it is empty" if not phrase.text.strip() else "it names no time")
    if (index and roles[index - 1] == R.ON and texts[index - 1] in ("at", "@")) or (phrase.mod is Mod.APPROX):
        reader.prefer_clock = (
            len(texts[index]) == 4
            and roles[index] == R.NUMBER
            and (texts[index - 1] in ("at", "@") or clocklike(phrase, index))
        )
    found = read_set(phrase.tokens, index)
    if found is not None:
        reader.index = found.end
        return found.value
    reader.index = index - 1 if index and roles[index - 1] == R.ON else index
    if role == R.LATER and texts[index] == "from":
        return from_now(phrase, index)
    if role == R.SIDE:
        reader.index = index
        return side_words(phrase, values[index])
    if role == R.UPTO and texts[index] in ("through", "thru", "to"):
        return side_words(phrase, "UNTIL")
    if role == R.BETWEEN or role == R.FROM:
        return from_words(phrase, role, index)
    if role == R.WITHIN:
        return within(phrase, index + 1)
    if role == R.IN or role == R.FOR:
        value = in_or_for(phrase, index, role)
        if value is not None:
            return value
        reader.index = index + 1
        if roles[index + 1] == R.BETWEEN:
            return from_words(phrase, R.BETWEEN, index + 1)
    start = reader.index if role in (R.IN, R.FOR) else index
    value = bare_duration(phrase, start)
    if value is not None:
        return value
    lasting = starting(phrase, start)
    if lasting is not None:
        return lasting
    return hedged(phrase, range_or_one(phrase))


def _counts(phrase: Phrase, index: int) -> bool:
    """Whether a number follows, so that "over" is a hedge and not "during"."""
    number = phrase.tokens.roles[index] in (R.NUMBER, R.CARDINAL, R.ARTICLE)
    return number and phrase.tokens.values[index] is not None


def clocklike(phrase: Phrase, index: int) -> bool:
    """Whether four digits after "around" are a clock time rather than a year: 1030, but not 1990."""
    value = phrase.tokens.values[index]
    return bool(
        value % 100 < 60
        and value // 100 < 13
        and (value < 1000 or value % 5 == 0)
        and value < 1300
        and phrase.tokens.roles[index + 1] == R.END
    )


def side_words(phrase: Phrase, side: str) -> TimeValue:
    reader, roles, texts = phrase.reader, phrase.tokens.roles, phrase.tokens.texts
    reader.index += 1
    while roles[reader.index] in (R.FILL, R.ON) or (texts[reader.index] == "-" and phrase.tokens.glued[reader.index]):
        reader.expect_hour = texts[reader.index] in ("at", "@")
        reader.index += 1
    index = reader.index
    if roles[index] == R.END:
        raise UnreadableValue(phrase.text, f"{texts[index - 1]!r} needs a date after it")
    if side == "IS":
        return range_or_one(phrase)
    if roles[index] == R.FROM or roles[index] == R.BETWEEN:
        return from_words(phrase, roles[index])
    found = read_span(phrase.tokens, index, bare=False)
    if found is not None and roles[found.end] == R.END:
        if texts[index - 1] == "up" or (index > 1 and texts[index - 2] == "up"):
            reader.index = found.end
            return attrs.evolve(found.value, mod=Mod.EQUAL_OR_LESS)
        if side != "AFTER":
            raise UnreadableValue(phrase.text, "a length of time is no date to reckon from")
        frame = Frame()
        frame.shift, frame.shift_sign, frame.shift_grain = found.value, 1, found.grain
        reader.index = found.end
        return resolve(phrase.context, frame)
    reader.prefer_clock = False
    phrase.context.deadline = side in ("UNTIL", "BY")
    time = range_or_one(phrase)
    if not isinstance(time, TimeInterval):
        raise UnreadableValue(phrase.text, "a length of time is no date to reckon from")
    return sided(time, side)


def hedged(phrase: Phrase, value: TimeValue) -> TimeValue:
    mod = phrase.mod
    if mod is None or not isinstance(value, TimeInterval):
        return value
    if mod is Mod.APPROX:
        return value if value.tiers is not None and value.approximate else with_reach(value, value.grain, 1, 3)
    away = {
        Mod.MORE_THAN: Mod.BEFORE,
        Mod.EQUAL_OR_MORE: Mod.ON_OR_BEFORE,
        Mod.LESS_THAN: Mod.AFTER,
        Mod.EQUAL_OR_LESS: Mod.ON_OR_AFTER,
    }
    return attrs.evolve(value, approximate=True, mod=away[mod], timex_value=value.timex)
