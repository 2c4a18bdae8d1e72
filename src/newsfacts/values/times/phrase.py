"""Read the dates, periods, durations and recurring times of news prose: words and a day of publication to a time.

Nothing is filled in from today's date. What depends on the day of publication is resolved against `published`, and is
an `UnresolvedTime` without it.
"""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal

from newsfacts.errors import UnreadableKind, UnreadableValue, UsageError
from newsfacts.values.languages import is_english
from newsfacts.values.times.calendar import DAY_SECONDS, day_number
from newsfacts.values.times.reading.phrase import read_phrase
from newsfacts.values.times.resolving.context import DEFAULT_OPTIONS, Context, NeedsDate, Options
from newsfacts.values.times.resolving.readings import resolve_phrase
from newsfacts.values.times.times import TimeInterval, TimeValue, UnresolvedTime

__all__ = ["parse_time", "resolve_anaphora"]


def parse_time(
    phrase: str,
    *,
    published: dt.date | dt.datetime | None = None,
    tense: Literal["past", "future"] | None = None,
    day_first: bool = False,
    week_start: int = 0,
    hemisphere: Literal["north", "south"] | None = None,
    century_starts: Literal[0, 1] = 1,
    language: str | None = None,
) -> TimeValue:
    """What a date, period, duration or recurring time in a news text means.

    `published` is the day (or moment) of publication in the outlet's or dateline's zone; without it, a phrase that
    depends on it is returned as an `UnresolvedTime`. `tense` is that of the governing verb: without it, a bare weekday
    is the last one up to and including the day of publication, and a date without a year is the nearest. `day_first`
    reads 3/4/2024 as 3 April; `week_start` is the weekday on which weeks begin (0 is Monday); `hemisphere` is that of
    seasons; `century_starts` 1 makes the 19th century 1801 to 1900, 0 makes it 1800 to 1899. `language` is a BCP 47 tag,
    None for English; in any other language only dates in digits are read (see `reading.foreign`).

    Raises `UnreadableValue`, a `ValueError`, for a phrase that is not a time, and `UsageError` for impossible options.
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
    if language is not None and not is_english(language):
        from newsfacts.values.times.reading.foreign import read_foreign

        return read_foreign(phrase, language)
    return _read(phrase, Context(phrase, published, options))


def resolve_anaphora(
    unresolved: UnresolvedTime, antecedent: TimeInterval, *, published: dt.date | dt.datetime | None = None
) -> TimeValue:
    """The time of a phrase that counts from a time named before it: "the following month", after 5 May 2024, is June 2024.

    `antecedent` is that time. Where it is longer than the unit that the phrase counts in ("that day", after May 2024),
    or has an open end, the result is still unresolved, and its `needs` says so; so it is for a phrase without
    `anaphora`. `published` is for phrases that need it too, such as "from that day until Friday".
    """
    if unresolved.anaphora is None:
        return unresolved
    return _read(unresolved.words, Context(unresolved.words, published, DEFAULT_OPTIONS).after(antecedent))


def _read(phrase: str, context: Context) -> TimeValue:
    try:
        found = resolve_phrase(context, read_phrase(phrase, context.options.day_first))
    except NeedsDate as missing:
        return UnresolvedTime(words=phrase, needs=missing.needs, timex=missing.timex, anaphora=missing.anaphora)
    except OverflowError:
        raise UnreadableValue(phrase, "it lies outside the years that are read", UnreadableKind.IMPOSSIBLE) from None
    except RecursionError:
        raise UnreadableValue(phrase, "it repeats the same words too often", UnreadableKind.TOO_LONG) from None
    if type(found) is not TimeInterval:
        return found
    lower, upper = found.lower, found.upper
    if not (lower and upper and lower >= _FIRST and upper <= _LAST) and _is_out_of_reach(found):
        raise UnreadableValue(phrase, "it lies outside the years 9999 BC to 9999 AD", UnreadableKind.IMPOSSIBLE)
    return found


def _is_out_of_reach(time: TimeInterval) -> bool:
    lower, upper = time.lower, time.upper
    if lower is not None and upper is not None:
        return not (_FIRST <= lower < _LAST and _FIRST < upper <= _LAST)
    late = (lower is not None and lower >= _LAST) or (upper is not None and upper > _LAST)
    return late or (lower is not None and lower < _FIRST) or (upper is not None and upper <= _FIRST)


_FIRST: Final = day_number(-9998, 1, 1) * DAY_SECONDS
_LAST: Final = day_number(10_000, 1, 1) * DAY_SECONDS
