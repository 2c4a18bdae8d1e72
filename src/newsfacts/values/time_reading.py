"""Read the dates, periods, durations and recurring times of news prose.

    phrase     = hedge* (set | duration | side expression | range | expression)
    side       = "since" | "until" | "by" | "before" | "after" | ...
    range      = ["from" | "between"] expression ("to" | "and" | "-" | "through") expression
    expression = one date in any order of its parts (see `time_frame`)

Nothing is filled in from today's date. What depends on the day of publication is resolved against `published`, and is
an `UnresolvedTime` without it.
"""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal

import attrs

from newsfacts.errors import UnreadableValue, UsageError
from newsfacts.values import time_units as units
from newsfacts.values.calendar_days import DAY_SECONDS, add_months, civil
from newsfacts.values.durations import FoundDuration, read_cardinal, read_span
from newsfacts.values.time_frame import Frame
from newsfacts.values.time_handlers import frame_reader
from newsfacts.values.time_resolving import DEFAULT_OPTIONS, NeedsDate, Options, Resolver, move, with_reach
from newsfacts.values.time_sets import read_set
from newsfacts.values.time_tokens import tokenize_time
from newsfacts.values.time_words import Role
from newsfacts.values.times import (
    Duration,
    Grain,
    Mod,
    TimeInterval,
    TimeSet,
    UnresolvedTime,
    moment_text,
    shift,
    span_text,
)

__all__ = ["TimeValue", "parse_time"]

TimeValue = TimeInterval | Duration | TimeSet | UnresolvedTime
R = Role
_CLOCK_GRAINS: Final = (Grain.SECOND, Grain.MINUTE)
_DATE_AND_YEAR: Final = ("year", "short_year", "era")


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
    reading = _Reading(phrase, published, options)
    try:
        return reading.whole()
    except NeedsDate as missing:
        return UnresolvedTime(words=phrase, needs=missing.needs, timex=missing.timex)
    except OverflowError:
        raise UnreadableValue(phrase, "it lies outside the years that are read") from None
    except RecursionError:
        raise UnreadableValue(phrase, "it repeats the same words too often") from None


class _Reading:
    """One phrase being read: the tokens and the index are the reader's, the arithmetic the resolver's."""

    def __init__(self, phrase: str, published: dt.date | None, options: Options) -> None:
        self.phrase = phrase
        self.tokens = tokenize_time(phrase)
        self.reader = frame_reader(phrase, self.tokens, options.day_first)
        self.resolver = Resolver(phrase, published, options)
        self.mod: Mod | None = None

    def whole(self) -> TimeValue:
        value = self._value()
        reader, roles = self.reader, self.tokens.roles
        index = reader.index
        while roles[index] in (R.FILL, R.HEDGE_AFTER, R.ARTICLE) or (
            roles[index] == R.HEDGE and roles[index + 1] == R.END
        ):
            if roles[index] in (R.HEDGE_AFTER, R.HEDGE) and isinstance(value, TimeInterval):
                value = with_reach(value, value.grain, 1, 3)
            index += 1
        if roles[index] != R.END:
            word = self.tokens.texts[index]
            raise UnreadableValue(self.phrase, f"{word!r} does not belong to a date, a period or a duration here")
        return value

    def _value(self) -> TimeValue:
        reader, roles, values, texts = self.reader, self.tokens.roles, self.tokens.values, self.tokens.texts
        index = 0
        while True:
            role = roles[index]
            if role == R.HEDGE or (role == R.FILL and values[index] == "OVER" and roles[index + 1] in (R.NUMBER, R.CARDINAL, R.ARTICLE)
                                   and values[index + 1] is not None):  # fmt: skip
                self.mod = Mod.MORE_THAN if role == R.FILL else values[index]
            elif role not in (R.FILL, R.ON) and not (role == R.ADJECTIVE and roles[index + 1] == R.SIDE):
                break
            index += 1
        if role == R.END:
            raise UnreadableValue(self.phrase, "it is empty" if not self.phrase.strip() else "it names no time")
        if (index and roles[index - 1] == R.ON and texts[index - 1] in ("at", "@")) or (self.mod is Mod.APPROX):
            reader.prefer_clock = (
                len(texts[index]) == 4
                and roles[index] == R.NUMBER
                and (texts[index - 1] in ("at", "@") or self._clocklike(index))
            )
        found = read_set(self.tokens, index)
        if found is not None:
            reader.index = found.end
            return found.value
        reader.index = index - 1 if index and roles[index - 1] == R.ON else index
        if role == R.LATER and texts[index] == "from":
            return self._from_now(index)
        if role == R.SIDE:
            reader.index = index
            return self._side(values[index])
        if role == R.UPTO and texts[index] in ("through", "thru", "to"):
            return self._side("UNTIL")
        if role == R.BETWEEN or role == R.FROM:
            return self._from(role, index)
        if role == R.WITHIN:
            return self._within(index + 1)
        if role == R.IN or role == R.FOR:
            value = self._in_or_for(index, role)
            if value is not None:
                return value
            reader.index = index + 1
            if roles[index + 1] == R.BETWEEN:
                return self._from(R.BETWEEN, index + 1)
        start = reader.index if role in (R.IN, R.FOR) else index
        value = self._bare_duration(start)
        if value is not None:
            return value
        lasting = self._starting(start)
        if lasting is not None:
            return lasting
        return self._hedged(self._range_or_one())

    def _clocklike(self, index: int) -> bool:
        """Whether four digits after "around" are a clock time rather than a year: 1030, but not 1990."""
        value = self.tokens.values[index]
        return bool(
            value % 100 < 60
            and value // 100 < 13
            and (value < 1000 or value % 5 == 0)
            and value < 1300
            and self.tokens.roles[index + 1] == R.END
        )

    # -- durations ---------------------------------------------------------------------------------------------------

    def _bare_duration(self, index: int) -> Duration | None:
        roles, texts = self.tokens.roles, self.tokens.texts
        start = index
        while (roles[start] == R.ARTICLE and self.tokens.values[start] is None) or (
            roles[start] == R.ADJECTIVE and texts[start] != "another"
        ):
            start += 1
        definite = start > index and roles[start] == R.UNIT and texts[index] in ("the", "its", "his", "her", "their")
        if definite and start == index + 1 and not texts[start].endswith("s"):
            return None  # "the year" is a year of the calendar
        if start == index and roles[start] == R.UNIT and not texts[start].endswith("s"):
            if roles[start + 1] != R.END:
                return None
        found = read_span(self.tokens, start, self.mod)
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
        self.reader.index = end
        return found.value

    def _in_or_for(self, index: int, role: int) -> TimeValue | None:
        """ "in two months" leads ahead from publication; "for three years" is a length."""
        roles, texts, values = self.tokens.roles, self.tokens.texts, self.tokens.values
        start, mod = index + 1, self.mod
        while (
            roles[start] == R.HEDGE
            or (roles[start] == R.FILL and texts[start] in ("over", "some"))
            or (roles[start] == R.ADJECTIVE and values[start] != "B")
        ):
            mod = Mod.MORE_THAN if texts[start] == "over" else values[start] or mod
            start += 1
        while role == R.FOR and roles[start] == R.ARTICLE and values[start] is None:
            start += 1
        found = read_span(self.tokens, start, mod, bare=role == R.FOR)
        if found is None:
            return None
        end = found.end
        if texts[end] == "time":
            end += 1
        if role == R.FOR:
            while roles[end] == R.FILL:
                end += 1
            if roles[end] == R.LATER and texts[end] == "from":
                self.reader.index = end + 1
                day = self.resolver.today
                return self._lasting(units.day(day), found)
            if roles[end] in (R.FROM, R.SIDE) and (roles[end] == R.FROM or values[end] == "FROM"):
                self.reader.index = end + 1
                start_at = self.resolver.resolve(self.reader.read())
                return self._lasting(start_at, found)
            if roles[end] == R.END:
                self.reader.index = end
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
        self.reader.index = end
        if roles[end] not in (R.END, R.FILL):
            self.reader.read(frame)
        return self.resolver.resolve(frame)

    def _starting(self, index: int) -> TimeInterval | None:
        """ "a week starting tomorrow", "three days from Monday" is read elsewhere."""
        found = read_span(self.tokens, index, bare=False)
        if found is None or self.tokens.texts[found.end] not in ("starting", "beginning"):
            return None
        self.reader.index = found.end + 1
        return self._lasting(self._one(self.reader.read()), found)

    def _from_now(self, index: int) -> TimeValue:
        """ "from now until 2030", "from today"."""
        first = Frame()
        if self.tokens.values[index] == "NOW":
            first.now = True
        else:
            first.day_offset = 0
        joined = self._join_at(index + 1, False)
        if joined is not None and self.tokens.roles[joined] != R.END:
            return self._range(first, joined, None)
        self.reader.index = index + 1
        return sided(self._one(first), "FROM")

    def _within(self, index: int) -> TimeValue:
        roles, values, texts = self.tokens.roles, self.tokens.values, self.tokens.texts
        sign = 2
        while roles[index] in (R.ARTICLE, R.RELATIVE, R.FILL, R.DAY) and values[index] in (None, 1, -1):
            if roles[index] == R.DAY:
                break
            if roles[index] == R.ARTICLE and values[index] == 1:
                break
            if values[index] == -1:
                sign = -1
            index += 1
        found = read_span(self.tokens, index)
        if found is None and texts[index] in ("next", "the") and roles[index] == R.DAY:
            found = self._day_and(index)
        if found is None:
            self.reader.index = index
            return self._range_or_one()
        frame = Frame()
        frame.window, frame.window_sign = found, sign
        self.reader.index = found.end
        if roles[found.end] in (R.SIDE, R.FROM) and texts[found.end] in ("of", "after", "from", "before"):
            raise UnreadableValue(self.phrase, "a window around another event has no time of its own")
        return self.resolver.resolve(frame)

    def _day_and(self, index: int) -> FoundDuration | None:
        """ "the next day and 5 hours"."""
        if self.tokens.texts[index + 1] != "and":
            return None
        rest = read_span(self.tokens, index + 2)
        if rest is None:
            return None
        return rest._replace(value=attrs.evolve(rest.value, days=rest.value.days + 1))

    def _lasting(self, start: TimeInterval, found: FoundDuration) -> TimeInterval:
        lower = start.lower
        if lower is None:
            raise UnreadableValue(self.phrase, "a period without a beginning cannot last that long from it")
        upper = move(lower, found.value.upto or found.value, 1, self.resolver)
        return TimeInterval(
            lower=lower, upper=upper, grain=min(start.grain, found.grain), text=span_text(lower, upper, start.offset),
            offset=start.offset, window=found.value, approximate=start.approximate,
        )  # fmt: skip

    # -- one-sided ---------------------------------------------------------------------------------------------------

    def _side(self, side: str) -> TimeValue:
        reader, roles, texts = self.reader, self.tokens.roles, self.tokens.texts
        reader.index += 1
        while roles[reader.index] in (R.FILL, R.ON) or (texts[reader.index] == "-" and self.tokens.glued[reader.index]):
            reader.expect_hour = texts[reader.index] in ("at", "@")
            reader.index += 1
        index = reader.index
        if roles[index] == R.END:
            raise UnreadableValue(self.phrase, f"{texts[index - 1]!r} needs a date after it")
        if side == "IS":
            return self._range_or_one()
        if roles[index] == R.FROM or roles[index] == R.BETWEEN:
            return self._from(roles[index])
        found = read_span(self.tokens, index, bare=False)
        if found is not None and roles[found.end] == R.END:
            if texts[index - 1] == "up" or (index > 1 and texts[index - 2] == "up"):
                reader.index = found.end
                return attrs.evolve(found.value, mod=Mod.EQUAL_OR_LESS)
            if side != "AFTER":
                raise UnreadableValue(self.phrase, "a length of time is no date to reckon from")
            frame = Frame()
            frame.shift, frame.shift_sign, frame.shift_grain = found.value, 1, found.grain
            reader.index = found.end
            return self.resolver.resolve(frame)
        reader.prefer_clock = False
        time = self._range_or_one()
        if not isinstance(time, TimeInterval):
            raise UnreadableValue(self.phrase, "a length of time is no date to reckon from")
        return sided(time, side)

    def _from(self, role: int, index: int | None = None) -> TimeValue:
        reader, roles = self.reader, self.tokens.roles
        reader.index = (reader.index if index is None else index) + 1
        between = role == R.BETWEEN
        first = self._first_frame(between)
        joined = self._join_at(reader.index, between)
        if joined is None:
            if roles[reader.index] == R.FOR:
                found = read_span(self.tokens, reader.index + 1)
                if found is not None:
                    reader.index = found.end
                    return self._lasting(self._resolved(first), found)
            if between:
                raise UnreadableValue(self.phrase, "between needs two dates, joined by and")
            return sided(self._resolved(first), "FROM")
        return self._range(first, joined, None)

    # -- ranges ------------------------------------------------------------------------------------------------------

    def _first_frame(self, between: bool = False) -> Frame | int:
        """A date expression, or the bare number that opens "13 to 15 July" and "3-4 p.m."."""
        reader, roles, texts = self.reader, self.tokens.roles, self.tokens.texts
        index = reader.index
        while roles[index] == R.ARTICLE and texts[index] == "the":
            index += 1
        if roles[index] in (R.NUMBER, R.CARDINAL, R.NTH):
            if roles[index] == R.NUMBER:
                number, end = self.tokens.values[index], index + 1
                end += texts[end] in ("st", "nd", "rd", "th") and self.tokens.glued[end]
            elif roles[index] == R.NTH:
                number, end = self.tokens.values[index], index + 1
            else:
                found = read_cardinal(self.tokens, index)
                number, end = found if found is not None else (99, index)
            joined = self._join_at(end, between)
            if joined is not None and self._spoken_clock(index, end):
                return reader.read()
            if number <= 31 and joined is not None and self._number_like(joined):
                reader.index = end
                if roles[index] == R.NTH or texts[end - 1] in ("st", "nd", "rd", "th"):
                    frame = Frame()
                    frame.day = int(number)
                    return frame
                return int(number)
        return reader.read()

    def _spoken_clock(self, index: int, end: int) -> bool:
        """ "five-thirty": an hour and minutes, hyphenated."""
        tokens = self.tokens
        if (
            tokens.roles[index] != R.CARDINAL
            or tokens.texts[end] != "-"
            or not tokens.glued[end]
            or not tokens.glued[end + 1]
        ):
            return False
        found = read_cardinal(tokens, end + 1) if tokens.roles[end + 1] == R.CARDINAL else None
        return found is not None and tokens.values[index] <= 12 and found[0] in (15, 30, 45)

    def _number_like(self, index: int) -> bool:
        roles, texts = self.tokens.roles, self.tokens.texts
        while roles[index] == R.ARTICLE and texts[index] == "the":
            index += 1
        if roles[index] == R.NUMBER and (
            len(texts[index]) == 4 or (texts[index + 1] in ("-", "/") and self.tokens.glued[index + 1])
        ):
            return False
        return roles[index] in (R.NUMBER, R.CARDINAL, R.NTH) or self.tokens.values[index] == "NOON"

    def _join_at(self, index: int, between: bool) -> int | None:
        """The index after a word that joins two ends, or None."""
        roles, texts = self.tokens.roles, self.tokens.texts
        while texts[index] == ",":
            index += 1
        role = roles[index]
        if role == R.UPTO or (role == R.SIDE and self.tokens.values[index] == "UNTIL") or texts[index] == "~":
            return index + 1
        if between and role == R.AND:
            return index + 1
        return None

    def _resolved(self, first: Frame | int) -> TimeInterval:
        if isinstance(first, int):
            raise UnreadableValue(self.phrase, f"the number {first} alone is no date")
        return self._one(first)

    def _range_or_one(self) -> TimeValue:
        reader, roles, texts = self.reader, self.tokens.roles, self.tokens.texts
        first = self._first_frame()
        joined = self._join_at(reader.index, False)
        if joined is not None and roles[joined] != R.END:
            return self._range(first, joined, None)
        if isinstance(first, int):
            raise UnreadableValue(self.phrase, f"the number {first} alone is no date")
        index = reader.index
        role = roles[index]
        if role in (R.BETWEEN, R.FROM) and first.has_date() and first.second is None:
            return self._clock_range(first, role)
        if role == R.SIDE and first.has_date() and first.second is None and not first.anchored:
            return self._clock_side(first, self.tokens.values[index])
        if role == R.FOR and read_span(self.tokens, index + 1) is not None:
            found = read_span(self.tokens, index + 1)
            assert found is not None
            reader.index = found.end
            if roles[found.end] == R.FROM:
                reader.index += 1
                reader.prefer_clock = True
                reader.read(first)
            return self._lasting(self._one(first), found)
        if role == R.AND and first.has_date():
            return self._range(first, index + 1, None) if self._decade_pair(first) else self._both(first, index + 1)
        if texts[index] == "/" and first.year is not None and first.month is None and (
            texts[index + 1] in (f"{(first.year + 1) % 100:02d}", str(first.year + 1))
        ):  # fmt: skip
            return self._range(first, index + 1, None)
        found_time = self._one(first)
        if roles[reader.index] == R.EARLIER and abs(self.tokens.values[reader.index]) == 2:
            side = "FROM" if self.tokens.values[reader.index] > 0 else "BY"
            reader.index += 1
            return sided(found_time, side)
        if (
            roles[reader.index] == R.SIDE
            and roles[reader.index + 1] == R.END
            and self.tokens.values[reader.index] in ("AFTER", "BEFORE")
        ):
            raise UnreadableValue(self.phrase, f"{texts[reader.index]!r} needs a date after it")
        return found_time

    def _both(self, first: Frame, index: int) -> TimeInterval:
        """ "Saturday and Sunday", "May 1 and 2", "1990 and 1994": an EDTF set of both."""
        self.reader.index = index
        second = self._second_frame(first, None)
        if second.is_empty():
            raise UnreadableValue(self.phrase, "after and, another date is needed")
        self._share(first, second)
        one, two = self._one(first), self._one(second)
        if (
            one.lower is None
            or two.upper is None
            or one.upper is None
            or two.lower is None
            or "T" in one.text + two.text
        ):
            raise UnreadableValue(self.phrase, "only days and longer periods can be joined by and")
        if two.lower < one.lower:
            moved = self._after(second, two, one.lower)
            two = moved if moved is not None else two
        assert two.lower is not None
        assert two.upper is not None
        plain = all(mark not in side.text for side in (one, two) for mark in ("/", "{", "["))
        text = f"{{{one.text},{two.text}}}" if plain else span_text(one.lower, two.upper)
        return TimeInterval(
            lower=min(one.lower, two.lower), upper=max(one.upper, two.upper), grain=min(one.grain, two.grain), text=text,
            members=(one, two) if plain else (), approximate=one.approximate or two.approximate,
        )  # fmt: skip

    def _decade_pair(self, first: Frame) -> bool:
        return first.full_decade is not None or first.decade is not None

    def _one(self, frame: Frame) -> TimeInterval:
        if frame.is_empty():
            word = self.tokens.texts[self.reader.index]
            if word:
                raise UnreadableValue(self.phrase, f"{word!r} does not belong to a date, a period or a duration here")
            raise UnreadableValue(self.phrase, "it names no day, month, year or other period")
        if frame.anchored:
            anchor_frame = Frame()
            anchor_frame.__dict__.update(
                {k: v for k, v in frame.__dict__.items() if not k.startswith("shift") and k != "anchored"}
            )
            if anchor_frame.is_empty():
                anchor_frame = self.reader.read()
            weekday = None
            if anchor_frame.holiday is not None and anchor_frame.weekday is not None:
                weekday, anchor_frame.weekday = anchor_frame.weekday, None
            if anchor_frame.day_offset is not None and anchor_frame.weekday is not None:
                weekday, anchor_frame.weekday = anchor_frame.weekday, None
            anchor = self._one(anchor_frame)
            shifted = Frame()
            shifted.__dict__.update({k: v for k, v in frame.__dict__.items() if k.startswith("shift")})
            found = self.resolver.resolve(shifted, anchor)
            if weekday is not None and found.lower is not None:
                number = found.lower // DAY_SECONDS
                found = units.day(number + (weekday - number) % 7)
            return found
        return self.resolver.resolve(frame)

    def _clock_range(self, day: Frame, role: int) -> TimeValue:
        """ "Thursday from 9:30 to 11:00", "1/1/2015 between 10 and 11:30"."""
        reader = self.reader
        reader.index += 1
        reader.prefer_clock = True
        first = self._first_frame(True)
        joined = self._join_at(reader.index, True)
        if joined is None:
            if isinstance(first, int):
                raise UnreadableValue(self.phrase, f"the number {first} alone is no time")
            if first.second is None:
                raise UnreadableValue(self.phrase, "a range needs two ends")
            return sided(self.resolver.resolve(_with_date_of(first, day)), "FROM")
        return self._range(first, joined, day)

    def _clock_side(self, day: Frame, side: str) -> TimeValue:
        reader = self.reader
        reader.index += 1
        reader.prefer_clock = True
        time = reader.read()
        if time.second is None:
            raise UnreadableValue(self.phrase, "after a day and a word such as before, a clock time is needed")
        return sided(self.resolver.resolve(_with_date_of(time, day)), side)

    def _range(self, first: Frame | int, joined: int, day: Frame | None) -> TimeInterval:
        reader, tokens = self.reader, self.tokens
        reader.index = joined
        second = self._second_frame(first, day)
        if isinstance(first, int):
            first = self._frame_of_number(first, second)
        if day is not None:
            first, second = _with_date_of(first, day), _with_date_of(second, day)
            if first.daytime is None and day.daytime is not None:
                first.daytime = second.daytime = day.daytime
        trailing = tokens.roles[reader.index]
        if (
            trailing in (R.ON, R.FILL, R.WEEKDAY, R.DAY, R.MONTH)
            and second.second is not None
            and not second.has_date()
        ):
            reader.read(second)
        self._share(first, second)
        start = self._one(first)
        end = self._one(second)
        return self._joined(first, second, start, end)

    def _second_frame(self, first: Frame | int, day: Frame | None) -> Frame:
        reader, roles, texts, values = self.reader, self.tokens.roles, self.tokens.texts, self.tokens.values
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
                    raise UnreadableValue(self.phrase, f"its end, {frame.year}, is not after its start, {first.year}")
                reader.index = index + 1
                return frame
        if roles[index] in (R.NUMBER, R.CARDINAL) and (isinstance(first, int) or clocked):
            if roles[index] == R.NUMBER:
                number, end = values[index], index + 1
            else:
                found = read_cardinal(self.tokens, index)
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

    def _frame_of_number(self, number: int, second: Frame) -> Frame:
        frame = Frame()
        if second.second is not None:
            if number > 24:
                raise UnreadableValue(self.phrase, f"the clock has no {number} o'clock")
            frame.second, frame.twelve_hour = number * 3600, 1 <= number <= 12
            frame.daytime = second.daytime
        elif second.day is not None:
            frame.day = number
        else:
            raise UnreadableValue(self.phrase, f"the number {number} alone is no date")
        return frame

    def _share(self, first: Frame, second: Frame) -> None:
        """What one end of a range says for both: the year, the month, the day, a.m. or p.m., the part of the day."""
        if first.second is not None and second.second is not None:
            _share_clock(first, second)
        if (first.second is not None) == (second.second is not None):
            if first.second is not None:
                if not first.has_date() and second.has_date():
                    _copy_date(second, first)
                elif first.has_date() and not second.has_date():
                    _copy_date(first, second)
        if first.part is not None and not first.has_date():
            _copy_date(second, first)
        if first.day is not None and first.month is None and second.month is not None and first.weekday is None:
            first.month = second.month
        if second.day is not None and second.month is None and first.month is not None and second.unit is None:
            second.month = first.month
            if first.day is not None and second.day < first.day:
                step = 1 if first.month < 12 else -11
                second.month = first.month + step
        if (
            first.year is None
            and second.year is not None
            and (first.month or first.season or first.quarter or first.half)
        ):
            later = (first.month or 0) > (second.month or 12)
            first.year, first.short_year, first.era = second.year, second.short_year, second.era
            if later:
                first.year -= 1
        if first.year is None and second.unit is Grain.YEAR and first.month is not None:
            first.unit, first.unit_offset = second.unit, second.unit_offset
        if second.year is None and first.year is not None and second.month is not None and not first.short_year:
            second.year = first.year + (second.month < (first.month or 0))
        if first.year is not None and second.era < 0:
            first.era = second.era

    def _joined(self, first: Frame, second: Frame, start: TimeInterval, end: TimeInterval) -> TimeInterval:
        lower, upper = start.lower, end.upper
        if lower is None or upper is None or end.lower is None:
            raise UnreadableValue(self.phrase, "a range needs two dates, and one of its ends is a period without end")
        clock_end = end.grain in _CLOCK_GRAINS
        if clock_end:
            upper = end.lower
            if start.grain in _CLOCK_GRAINS and upper < lower and second.has_date() | first.has_date() is not False:
                upper += DAY_SECONDS if upper + DAY_SECONDS > lower else 0
        if first.now and self.resolver.clock is not None:
            lower = self.resolver.now()
        if second.now and self.resolver.clock is not None:
            upper = self.resolver.now()
        if upper <= lower:
            moved = self._after(second, end, lower)
            if moved is None:
                raise UnreadableValue(self.phrase, f"its end, {end.text}, is before its start, {start.text}")
            end = moved
            upper = end.lower if clock_end else end.upper
            assert upper is not None
        dates = "T" not in start.text and "T" not in end.text and not (second.now and self.resolver.clock is not None)
        dates = dates and not (first.now and self.resolver.clock is not None)
        offset = end.offset if end.offset is not None else start.offset
        if start.offset is not None and end.offset is not None and start.offset != end.offset:
            raise UnreadableValue(self.phrase, "its two ends are in different time zones")
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

    def _after(self, second: Frame, end: TimeInterval, lower: int) -> TimeInterval | None:
        """The end of a range moved past its start, where its words leave that open: a year, a week, half a day."""
        if end.lower is None:
            return None
        if end.grain in _CLOCK_GRAINS and not second.has_date():
            steps = ((Grain.DAY, 1),)
        elif second.weekday is not None and second.day is None:
            steps = ((Grain.WEEK, 1),)
        elif second.month is not None and second.year is None:
            steps = ((Grain.YEAR, 1),)
        elif second.day is not None and second.month is None:
            steps = ((Grain.MONTH, 1),)
        else:
            return None
        grain, count = steps[0]
        begin = shift(end.lower, grain, count)
        if end.grain in _CLOCK_GRAINS and second.twelve_hour and end.lower + 43_200 > lower:
            begin = end.lower + 43_200
        if begin < lower:
            return None
        year, month, _ = civil(begin // DAY_SECONDS)
        if grain is Grain.YEAR:
            second.year = year
            return self._one(second)
        if grain is Grain.MONTH:
            second.year, second.month = year, month
            return self._one(second)
        if end.grain in _CLOCK_GRAINS:
            return units.minute(begin, end.grain, end.offset)
        return units.day(begin // DAY_SECONDS) if end.grain is Grain.DAY else None

    def _hedged(self, value: TimeValue) -> TimeValue:
        mod = self.mod
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


def sided(time: TimeInterval, side: str) -> TimeInterval:
    """The open period on one side of a time: since, until, by, before or after it."""
    lower, upper = time.lower, time.upper
    clock = time.grain in _CLOCK_GRAINS
    part = time.mod
    timex = time.timex
    if side in ("SINCE", "FROM"):
        if lower is None:
            raise UnreadableValue(time.text, "a period without a beginning has nothing since it")
        text = f"{moment_text(lower, time.grain, time.offset) if clock else time.text.split('/')[0]}/.."
        return _open(time, lower, None, text, Mod.ON_OR_AFTER, timex)
    if side == "AFTER":
        begin = lower if clock else upper
        if part is Mod.START and not clock:
            begin = lower
        if begin is None:
            raise UnreadableValue(time.text, "a period without an end has nothing after it")
        return _open(time, begin, None, f"{_edge_text(begin, time, True)}/..", Mod.AFTER, timex)
    if side == "BEFORE":
        end = upper if part is Mod.END and not clock else lower
        if end is None:
            raise UnreadableValue(time.text, "a period without a beginning has nothing before it")
        return _open(time, None, end, f"../{_edge_text(end, time, False)}", Mod.BEFORE, timex)
    end = lower if clock else upper
    if end is None:
        raise UnreadableValue(time.text, "a period without an end is no deadline")
    if clock:
        text = moment_text(end, time.grain, time.offset)
    elif part is not None or "/" in time.text:
        text = _edge_text(end, time, False)
    else:
        text = time.text
    return _open(time, None, end, f"../{text}", Mod.ON_OR_BEFORE, timex)


def _open(time: TimeInterval, lower: int | None, upper: int | None, text: str, mod: Mod, timex: str) -> TimeInterval:
    others = ()
    return TimeInterval(
        lower=lower, upper=upper, grain=time.grain, text=text, offset=time.offset, approximate=time.approximate, mod=mod,
        timex_value=timex, alternatives=others, weekday=time.weekday,
    )  # fmt: skip


def _edge_text(second: int, time: TimeInterval, following: bool) -> str:
    """The unit that begins at a moment (`following`), or that ends there, in the grain of `time` where it fits."""
    if second % DAY_SECONDS or time.grain in _CLOCK_GRAINS:
        return moment_text(second, Grain.MINUTE, time.offset)
    first = second // DAY_SECONDS
    year, month, day = civil(first)
    if time.grain is Grain.YEAR and (month, day) == (1, 1):
        return units.year(year if following else year - 1).text
    if time.grain is Grain.MONTH and day == 1:
        return units.month(*((year, month) if following else add_months(year, month, -1))).text
    return units.day(first if following else first - 1).text


def _copy_date(source: Frame, target: Frame) -> None:
    clock = {"second", "twelve_hour", "clock_grain", "noon_based", "zone", "part", "approximate", "daytime"}
    for name, value in source.__dict__.items():
        if name not in clock:
            target.__dict__.setdefault(name, value)


def _with_date_of(time: Frame, day: Frame) -> Frame:
    if not time.has_date():
        _copy_date(day, time)
        if time.daytime is None and day.daytime is not None:
            time.daytime = day.daytime
    return time


def _share_clock(first: Frame, second: Frame) -> None:
    """a.m. or p.m. said once counts for both ends, unless the range would then run backwards."""
    assert first.second is not None
    assert second.second is not None
    half = 43_200
    if first.zone is None:
        first.zone = second.zone
    elif second.zone is None:
        second.zone = first.zone
    if first.daytime is None and second.daytime is not None:
        first.daytime = second.daytime
    elif second.daytime is None and first.daytime is not None:
        second.daytime = first.daytime
    if first.daytime is not None or second.daytime is not None:
        return
    if first.twelve_hour and not second.twelve_hour:
        hour = first.second % half if first.second >= half else first.second
        if second.second >= half and hour + half < second.second:
            first.second = hour + half
        first.twelve_hour = False
    elif second.twelve_hour and not first.twelve_hour:
        if second.second <= first.second and second.second + half <= 86_400:
            second.second += half
        second.twelve_hour = False
    elif first.twelve_hour and second.second <= first.second and second.second + half <= 86_400:
        second.second += half
        first.twelve_hour = second.twelve_hour = False
