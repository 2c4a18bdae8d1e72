"""From the tokens of one date expression to a `Frame`: what its words say, slot by slot, before any arithmetic.

News writes the parts of a date in any order ("8:25 a.m. Dec. 12", "Thursday morning", "next week on Tuesday"), so the
reader is a state machine that fills slots as the words come, and stops at the first token that cannot belong to the same
date. It looks ahead a bounded number of tokens and never goes back: its time is linear in the phrase.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from newsfacts.errors import UnreadableValue
from newsfacts.values.durations import FoundDuration, make_duration, read_amount, read_cardinal, read_span
from newsfacts.values.holidays import Holiday
from newsfacts.values.time_tokens import Tokens
from newsfacts.values.time_words import Role
from newsfacts.values.times import Duration, Grain, Mod

__all__ = ["Frame", "FrameReader"]

R = Role
_DAY_SEPARATORS: Final = ("-", "/", ".")
_DATED: Final = (R.UNIT, R.WEEKDAY, R.MONTH, R.HOLIDAY, R.NUMBER, R.CARDINAL, R.SEASON, R.DAYTIME, R.WEEKEND)
_CONTAINERS: Final = (R.MONTH, R.NUMBER, R.RELATIVE, R.UNIT, R.CARDINAL, R.SEASON, R.QUARTER, R.HOLIDAY, R.DECADE)


class Frame:
    """What the words of one date expression say. None is "not said"."""

    year: int | None = None
    short_year: bool = False
    month: int | None = None
    day: int | None = None
    swapped: bool = False
    """Day and month are numbers that could be read the other way round."""
    weekday: int | None = None
    date_relative: int | None = None
    """The direction in "next March", "last Thursday", "this Christmas"."""
    day_offset: int | None = None
    unit: Grain | None = None
    unit_offset: int | None = None
    article: bool = False
    part: Mod | None = None
    narrower: int = 0
    """-1 for "earlier this year", 1 for "later this month"."""
    nth: int | None = None
    nth_of: Grain | Literal["weekday", "weekend"] | None = None
    nth_count: int = 1
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: int | None = None
    full_decade: int | None = None
    century: int | None = None
    holiday: Holiday | None = None
    era: int = 1
    weekend: int | None = None
    second: int | None = None
    clock_grain: Grain = Grain.MINUTE
    twelve_hour: bool = False
    """The clock time has neither a.m. nor p.m. and could be either."""
    noon_based: bool = False
    daytime: str | None = None
    zone: int | str | None = None
    week_number: int | None = None
    now: bool = False
    fiscal: bool = False
    year_ago: Grain | None = None
    window: FoundDuration | None = None
    window_sign: int = 0
    shift: Duration | None = None
    shift_sign: int = 0
    shift_grain: Grain = Grain.DAY
    shift_working: bool = False
    shift_weekday: int | None = None
    anchored: bool = False
    vague: str | None = None
    rest: bool = False
    to_date: bool = False
    approximate: bool = False
    week_of: bool = False
    day_steps: int = 0

    def is_empty(self) -> bool:
        """Whether nothing has been said yet."""
        return not self.__dict__.keys() - {"approximate", "article", "narrower", "week_of", "era"}

    def has_date(self) -> bool:
        """Whether a day, or a period that holds one, has been said."""
        return bool(self.__dict__.keys() & _DATE_SLOTS)


_DATE_SLOTS: Final = {
    "year", "month", "day", "weekday", "day_offset", "unit", "quarter", "half", "season", "decade", "full_decade", "century",
    "holiday", "weekend", "week_number", "nth", "window", "shift", "now", "day_steps",
}  # fmt: skip


class FrameReader:
    """Fills frames from tokens; `index` is the next token to read."""

    def __init__(self, phrase: str, tokens: Tokens, day_first: bool) -> None:
        self.phrase = phrase
        self.tokens = tokens
        self.texts = tokens.texts
        self.roles = tokens.roles
        self.values = tokens.values
        self.glued = tokens.glued
        self.day_first = day_first
        self.index = 0
        self.expect_hour = False
        self.prefer_clock = False

    def refuse(self, reason: str) -> UnreadableValue:
        """The error that says why this phrase is not read."""
        return UnreadableValue(self.phrase, reason)

    def read(self, into: Frame | None = None) -> Frame:
        """The next date expression; stops at a word that joins it to something else ("to", "ago" has been read)."""
        frame = Frame() if into is None else into
        roles, handlers = self.roles, _HANDLERS
        self.expect_hour = False
        while True:
            handler = handlers.get(roles[self.index])
            if handler is None or not handler(self, frame):
                return frame

    # -- one method per role; each returns whether it has read anything ------------------------------------------------

    def _fill(self, frame: Frame) -> bool:
        if self.texts[self.index] == "over" and self.roles[self.index + 1] in (R.NUMBER, R.CARDINAL) and frame.is_empty():
            return False
        self.index += 1
        return True

    def _on(self, frame: Frame) -> bool:
        self.expect_hour = self.texts[self.index] in ("at", "@")
        self.index += 1
        return True

    def _article(self, frame: Frame) -> bool:
        index = self.index
        if self.values[index] == 1 and self._duration(frame):
            return True
        if self.values[index] is None and self.texts[index] == "the":
            frame.article = True
        self.index = index + 1
        return True

    def _month(self, frame: Frame) -> bool:
        index = self.index
        if frame.month is not None:
            return False
        if self.texts[index] == "may" and self.roles[index + 1] == R.UNKNOWN:
            return False
        frame.month = self.values[index]
        self.index = index + 1
        self._separator(frame)
        return True

    def _separator(self, frame: Frame) -> None:
        """Skip the hyphen or slash inside "05-Aug-2016", "Dec-2018", "May/22"; leave the one of "Nov-Feb"."""
        index = self.index
        if self.texts[index] not in ("-", "/") or self.roles[index + 1] != R.NUMBER:
            return
        length = len(self.texts[index + 1])
        if (length == 4 and frame.year is None) or (frame.day is None and self.glued[index] and length <= 2):
            self.index = index + 1

    def _weekday(self, frame: Frame) -> bool:
        if frame.weekday is not None:
            if frame.weekday == self.values[self.index]:
                self.index += 1
                return True
            return False
        frame.weekday = self.values[self.index]
        self.index += 1
        return True

    def _day(self, frame: Frame) -> bool:
        index = self.index
        if self.texts[index] == "the" and self.values[index] and self._anchor_follows(index + 1):
            frame.day_steps = self.values[index]
            self.index += 1
            return True
        if self.texts[index] == "the" and self.values[index] == 0 and frame.has_date():
            self.index += 1
            return True
        if frame.day_offset is not None and self.values[index] == 0 and self.texts[index] == "today":
            self.index += 1
            return True
        if frame.day_offset is not None or (frame.weekday is not None and self.values[index]):
            return False
        frame.day_offset = self.values[index]
        self.index += 1
        return True

    def _anchor_follows(self, index: int) -> bool:
        while self.roles[index] in (R.ARTICLE, R.FILL) and self.texts[index] not in (",", "of"):
            index += 1
        return self.roles[index] in (R.HOLIDAY, R.MONTH, R.WEEKDAY, R.DAY)

    def _daytime(self, frame: Frame) -> bool:
        index = self.index
        value = self.values[index]
        if value in ("NOON", "MIDNIGHT"):
            if frame.second is not None:
                return False
            frame.second = 43_200 if value == "NOON" else 0
            if value == "MIDNIGHT":
                frame.noon_based = True
        else:
            if frame.daytime is not None:
                return False
            frame.daytime = value
            if value == "TONIGHT":
                frame.daytime = "NI"
                if frame.weekday is None and frame.day is None and frame.day_offset is None:
                    frame.day_offset = 0
        self.index = index + 1
        return True

    def _season(self, frame: Frame) -> bool:
        if frame.season is not None:
            return False
        frame.season = self.values[self.index]
        self.index += 1
        return True

    def _holiday(self, frame: Frame) -> bool:
        if frame.holiday is not None:
            return False
        frame.holiday = self.values[self.index]
        self.index += 1
        if self.texts[self.index] == "day":
            self.index += 1
        return True

    def _quarter_run(self, frame: Frame) -> bool:
        frame.quarter = self.values[self.index]
        self.index += 1
        return True

    def _half(self, frame: Frame) -> bool:
        return self._duration(frame) or self._half_past(frame)

    def _half_past(self, frame: Frame) -> bool:
        index = self.index
        if self.texts[index + 1] != "past":
            return False
        self.index = index + 2
        return self._hour_after_minutes(frame, 30)

    def _hour_after_minutes(self, frame: Frame, minutes: int) -> bool:
        """The hour of "20 past 3", "a quarter to noon"."""
        self.expect_hour = True
        scratch = Frame()
        handler = _HANDLERS.get(self.roles[self.index])
        if handler is None or not handler(self, scratch) or scratch.second is None:
            raise self.refuse("minutes past or to need an hour after them")
        frame.second = (scratch.second + minutes * 60) % 86_400
        frame.twelve_hour = scratch.twelve_hour
        if scratch.zone is not None:
            frame.zone = scratch.zone
        return True

    def _zone(self, frame: Frame) -> bool:
        index = self.index
        text = self.texts[index]
        if frame.second is None or frame.zone is not None:
            if text in ("mountain", "central") or frame.second is None and frame.daytime is None:
                return False
            self.index += 1
            return True
        value = self.values[index]
        self.index += 1
        if self.roles[self.index] == R.SIGN and self.texts[self.index] == "+" or self.texts[self.index] == "-":
            sign = 1 if self.texts[self.index] == "+" else -1
            if value == 0 and self.roles[self.index + 1] == R.NUMBER and self.glued[self.index] and self.values[self.index + 1] <= 14:
                value = sign * 60 * self.values[self.index + 1]
                self.index += 2
                if self.texts[self.index] == ":" and self.roles[self.index + 1] == R.NUMBER:
                    value += sign * self.values[self.index + 1] if self.values[self.index + 1] < 60 else 0
                    self.index += 2
        frame.zone = value
        if self.texts[self.index] in ("standard", "daylight"):
            self.index += 1
        return True

    def _now(self, frame: Frame) -> bool:
        if not frame.is_empty():
            return False
        frame.now = True
        self.index += 1
        return True

    def _vague(self, frame: Frame) -> bool:
        if not frame.is_empty():
            return False
        frame.vague = self.values[self.index]
        self.index += 1
        if self.texts[self.index - 1] == "recent":
            while self.roles[self.index] in (R.UNIT, R.WEEKEND, R.FILL):
                self.index += 1
        return True

    def _decade_word(self, frame: Frame) -> bool:
        frame.decade = self.values[self.index]
        self.index += 1
        return True

    def _era(self, frame: Frame) -> bool:
        frame.era = self.values[self.index]
        if frame.day is not None and frame.year is None and frame.month is None:
            frame.year, frame.day = frame.day, None
        self.index += 1
        return True

    def _part(self, frame: Frame) -> bool:
        if frame.part is not None:
            return False
        index = self.index
        if self.texts[index] == "close" and self.roles[index + 1] != R.FILL:
            return False
        frame.part = self.values[index]
        self.index = index + 1
        while self.texts[self.index] in ("-", "in", "of", "to", "the", "on", "around") and self.roles[self.index + 1] != R.END:
            if self.texts[self.index] == "to" and self.roles[self.index + 1] != R.PART:
                break
            if self.texts[self.index] == "to":
                self.index += 2
                continue
            frame.article = frame.article or self.texts[self.index] == "the"
            self.index += 1
        return True

    def _narrower(self, frame: Frame) -> bool:
        """ "earlier this year", "later in the week"; other uses of the words stand after a duration."""
        index = self.index
        if not frame.is_empty() or abs(self.values[index]) != 1:
            return False
        following = index + 1
        while self.texts[following] in ("in", "on", "the", "that") and self.roles[following] != R.DAY:
            following += 1
        if self.roles[following] not in (R.RELATIVE, R.UNIT, R.DAY, R.WEEKEND, R.MONTH, R.WEEKDAY, R.DAYTIME):
            return False
        frame.narrower = self.values[index]
        self.index = index + 1
        return True

    def _rest(self, frame: Frame) -> bool:
        frame.rest = True
        self.index += 1
        return True

    def _to_date(self, frame: Frame) -> bool:
        frame.to_date = True
        if self.texts[self.index] in ("year", "ytd"):
            frame.unit, frame.unit_offset = Grain.YEAR, 0
        self.index += 1
        return True

    def _compound(self, frame: Frame) -> bool:
        if frame.part is not None:
            return False
        frame.part, frame.unit = self.values[self.index]
        frame.unit_offset = frame.date_relative or 0
        self.index += 1
        return True

    def _fiscal(self, frame: Frame) -> bool:
        frame.fiscal = True
        self.index += 1
        return True

    def _weekend(self, frame: Frame) -> bool:
        frame.weekend = 9 if frame.weekend is None else frame.weekend
        self.index += 1
        self._next_after(frame, "weekend")
        return True

    def _next_after(self, frame: Frame, slot: str) -> None:
        steps = self._two_away(self.index)
        if steps:
            setattr(frame, slot, steps)
            self.index += 2

    def _two_away(self, index: int) -> int:
        """2 for "after next", -2 for "before last" at a token, where nothing follows that they could belong to."""
        two = (self.texts[index], self.texts[index + 1])
        if two in (("after", "next"), ("before", "last")) and self.roles[index + 2] not in _DATED:
            return 2 if two[0] == "after" else -2
        return 0

    def _unit(self, frame: Frame) -> bool:
        """A unit without a number: "the week of May 5", "the year 2008", "week 31", "the day before", "Q3"."""
        index = self.index
        grain, size = self.values[index]
        text = self.texts[index]
        if text == "second" and self._ordinal(frame, 2, index + 1):
            return True
        nxt = self.roles[index + 1]
        if text == "quarter" and self.texts[index + 1] in ("past", "to", "after", "till") and frame.second is None:
            self.index = index + 2
            return self._hour_after_minutes(frame, 15 if self.texts[index + 1] in ("past", "after") else -15)
        if grain is Grain.YEAR and nxt in (R.NUMBER, R.CARDINAL, R.FILL) and frame.year is None and text == "year":
            after = index + 2 if nxt == R.FILL else index + 1
            if self.roles[after] in (R.NUMBER, R.CARDINAL) and self.texts[index + 1] in ("of", self.texts[after]):
                self.index = after
                if self._year_number(frame):
                    return True
        if (grain is Grain.YEAR and frame.year is not None and frame.month is not None) or (
            grain is Grain.SEASON and frame.year is not None and frame.season is None and text == "season"
        ):  # fmt: skip
            self.index += 1
            return True
        if grain is Grain.WEEK and nxt == R.NUMBER and self.values[index + 1] <= 53:
            frame.week_number = self.values[index + 1]
            self.index = index + 2
            return True
        if grain is Grain.WEEK and (self.texts[index + 1] in ("of", "beginning", "starting", "commencing", "that", "to", "from")):
            after = index + 2
            while self.roles[after] in (R.ARTICLE, R.ON, R.FILL):
                after += 1
            if self.texts[index + 1] in ("of", "beginning", "starting") and self.roles[after] in (
                R.MONTH, R.NUMBER, R.NTH, R.HOLIDAY, R.WEEKDAY, R.CARDINAL, R.DAY
            ):  # fmt: skip
                frame.week_of = True
                self.index = index + 2
                return True
        if grain is Grain.QUARTER and nxt == R.NUMBER and 1 <= self.values[index + 1] <= 4 and len(self.texts[index + 1]) == 1:
            frame.quarter = self.values[index + 1]
            self.index = index + 2
            return True
        if self.roles[index + 2] in (R.END, R.FILL) and self.texts[index + 1] in ("before", "after", "ahead") and (
            text in ("week", "month", "quarter", "year", "weekend", "decade") and self.texts[index - 1] == "the"
        ):  # fmt: skip
            frame.unit, frame.unit_offset = grain, -1 if self.texts[index + 1] == "before" else 1
            self.index = index + 2
            return True
        if text.endswith("s") and nxt == R.AGO and self.texts[index + 1] == "ago" and frame.is_empty():
            frame.vague = "PAST_REF"
            self.index = index + 2
            return True
        two_away = self._two_away(index + 1)
        if two_away:
            frame.unit, frame.unit_offset = grain, two_away
            self.index = index + 3
            return True
        if grain in (Grain.DAY, Grain.HOUR, Grain.MINUTE, Grain.SECOND) and text in ("day", "hour", "minute", "second"):
            found = self._shifted(frame, read_span(self.tokens, index))
            if found:
                return True
        elif self._shifted(frame, read_span(self.tokens, index), only_anchored=True):
            return True
        if frame.unit is not None or (frame.has_date() and frame.unit is None and not frame.article):
            if grain is Grain.DAY and frame.has_date():
                self.index += 1
                return True
            return False
        if text.endswith("s") and text not in ("hrs", "yrs"):
            return False
        if frame.article or frame.part or frame.narrower or frame.rest or frame.nth or frame.quarter or frame.half or frame.has_date():
            frame.unit, frame.unit_offset = grain, 0
            self.index += 1
            return True
        return False

    def _relative(self, frame: Frame) -> bool:
        index = self.index
        value = self.values[index]
        if value == "YEAR_AGO":
            return self._year_ago(frame)
        after = index + 1
        while self.texts[after] in ("-", "calendar") or (self.texts[after] == "the" and False):
            after += 1
        role = self.roles[after]
        if role == R.FISCAL:
            frame.fiscal = True
            after += 1
            role = self.roles[after]
        if role == R.RELATIVE and self.values[after] != "YEAR_AGO":
            self.index = after
            return self._relative(frame)
        if value == -1 and self.texts[index] == "last" and self._nth_last(frame, after, -1):
            return True
        if value == 1 and role == R.UNIT and self.values[after][0] is Grain.DAY and self.texts[after] == "day" and self.texts[after + 1] != "and":
            frame.day_offset = 1
            self.index = after + 1
            return True
        if role == R.ADJECTIVE and self.values[after] == "B" and self.texts[after + 1] == "week":
            frame.unit, frame.unit_offset, frame.shift_working = Grain.WEEK, value, True
            self.index = after + 2
            return True
        if role == R.UNIT and not self._counted_and_more(after):
            grain, size = self.values[after]
            if self.texts[after].endswith("s") and self.texts[after] not in ("yrs", "hrs", "mins", "seasons"):
                return self._window(frame, after, value)
            rolling = grain in (Grain.DAY, Grain.HOUR, Grain.MINUTE, Grain.SECOND) and value
            word = self.texts[index]
            if grain in (Grain.WEEK, Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY) and value:
                rolling = word == "past" or (self.texts[index - 1] == "the" and word in ("last", "next"))
            if grain is Grain.DECADE and word in ("last", "past"):
                rolling = True
            if frame.nth is not None or frame.has_date() or frame.part is not None:
                rolling = False
            if size != 1 or rolling:
                return self._window(frame, after, value)
            if frame.unit is not None and frame.unit is not grain:
                return False
            frame.unit, frame.unit_offset = grain, value
            self.index = after + 1
            return True
        if role == R.HALF and value == -1:
            frame.half = 2
            self.index = after + 1
            return True
        if role == R.DAYTIME:
            if value == -1:
                frame.day_offset = -1
            elif value == 1:
                frame.day_offset = 1
            elif frame.day_offset is None and frame.weekday is None:
                frame.day_offset = 0
            self.index = after
            return True
        if role == R.WEEKEND:
            frame.weekend = value
            self.index = after + 1
            return True
        if role in (R.MONTH, R.WEEKDAY, R.SEASON, R.HOLIDAY, R.NTH, R.HALF, R.QUARTER, R.PLURAL_WEEKDAY, R.COMPOUND) or self._is_date_number(after):
            if role == R.HOLIDAY and self.texts[after] == "spring" and self.roles[after] != R.HOLIDAY:
                return False
            frame.date_relative = value
            self.index = after
            return True
        return self._window(frame, after, value)

    def _counted_and_more(self, index: int) -> bool:
        """Whether "day and 5 hours" follows."""
        return self.texts[index + 1] == "and" and self.roles[index + 2] in (R.NUMBER, R.CARDINAL)

    def _is_date_number(self, index: int) -> bool:
        return self.roles[index] == R.NUMBER and (
            self.texts[index + 1] in ("/", "st", "nd", "rd", "th") or self.roles[index + 1] == R.MONTH
        )

    def _window(self, frame: Frame, after: int, value: int) -> bool:
        """ "the past two weeks", "next few days", "the coming year"."""
        if value == 0 or frame.window is not None:
            return False
        while self.roles[after] == R.ADJECTIVE and self.values[after] != "B" and self.texts[after] not in ("another",):
            after += 1
        found = read_span(self.tokens, after)
        if found is None:
            return self._nothing_after(frame, value)
        end = found.end
        if self.texts[end] in ("of", "in") and self.roles[end + 1] in _CONTAINERS and self.texts[self.index] == "last":
            count = found.value.seconds
            whole = self._span_count(found)
            if whole is not None and count:
                frame.nth, frame.nth_of, frame.nth_count = -1, found.grain, whole
                self.index = end
                return True
        frame.window, frame.window_sign = found, value
        self.index = end
        return True

    def _nothing_after(self, frame: Frame, value: int) -> bool:
        if self.roles[self.index + 1] != R.END or not frame.is_empty():
            return False
        frame.vague = "PAST_REF" if value < 0 else "FUTURE_REF"
        self.index += 1
        return True

    def _span_count(self, found: FoundDuration) -> int | None:
        value = found.value
        for number in (value.years, value.months, value.weeks, value.days):
            if number:
                return int(number) if number.denominator == 1 else None
        return None

    def _year_ago(self, frame: Frame) -> bool:
        """ "a year ago", "the year-earlier quarter", "a year earlier"."""
        end = self.index + 1
        if self.roles[end] == R.UNIT and self.values[end][0] in (Grain.QUARTER, Grain.MONTH, Grain.HALF, Grain.WEEK):
            frame.year_ago = self.values[end][0]
            end += 1
        else:
            frame.year_ago = Grain.YEAR
            if self.texts[end] in ("period", "level"):
                end += 1
        self.index = end
        return True

    def _nth_last(self, frame: Frame, after: int, nth: int) -> bool:
        """ "last Monday of March", "last week of 2016", "last day of October"; only with what it is the last of."""
        role = self.roles[after]
        if role not in (R.UNIT, R.WEEKDAY, R.WEEKEND):
            return False
        joined = after + 1
        if self.texts[joined] not in ("of", "in", "from"):
            return False
        holder = joined + 1
        while self.roles[holder] == R.ARTICLE:
            holder += 1
        if self.roles[holder] not in _CONTAINERS:
            return False
        if self.roles[holder] == R.NUMBER and len(self.texts[holder]) != 4:
            return False
        frame.nth, frame.nth_of = nth, _nth_kind(role, self.values[after])
        if role == R.WEEKDAY:
            frame.weekday = self.values[after]
        self.index = holder
        if self.roles[holder] == R.UNIT:
            frame.article = True
        return True

    def _nth_word(self, frame: Frame) -> bool:
        return self._ordinal(frame, self.values[self.index], self.index + 1)

    def _ordinal(self, frame: Frame, number: int, after: int) -> bool:
        """What an ordinal counts: a day of the month, a weekday, a week, a quarter, a half, a century."""
        role = self.roles[after]
        while self.texts[after] == "-" and self.roles[after + 1] in (R.UNIT, R.HALF):
            after += 1
            role = self.roles[after]
        if self.texts[self.index] == "second" and role not in (R.UNIT, R.WEEKDAY, R.HALF, R.MONTH, R.WEEKEND, R.RELATIVE) and (
            self.texts[after] != "of" and frame.month is None
        ):  # fmt: skip
            return False
        if role == R.UNIT:
            grain, _ = self.values[after]
            if grain is Grain.QUARTER and 1 <= number <= 4:
                frame.quarter = number
            elif grain is Grain.CENTURY:
                frame.century = number
            elif grain is Grain.HALF and number <= 2:
                frame.half = number
            elif grain is Grain.MONTH and number <= 12 and self.texts[after + 1] in ("of", "in"):
                frame.month = number
            elif grain is Grain.DAY and self.texts[after] == "day" and number <= 31:
                frame.day = number
            else:
                frame.nth, frame.nth_of = number, grain
            self.index = after + 1
            return True
        if role == R.HALF and number <= 2:
            frame.half = number
            self.index = after + 1
            return True
        if role == R.WEEKDAY:
            frame.nth, frame.nth_of, frame.weekday = number, "weekday", self.values[after]
            self.index = after + 1
            return True
        if role == R.WEEKEND:
            frame.nth, frame.nth_of = number, "weekend"
            self.index = after + 1
            return True
        if role == R.RELATIVE and self.texts[after] == "last" and self._nth_last(frame, after + 1, -number):
            return True
        if role in (R.NUMBER, R.CARDINAL, R.VAGUE_NUMBER) and frame.month is None and number == 1:
            found = read_span(self.tokens, after, bare=False)
            whole = None if found is None else self._span_count(found)
            if found is not None and whole is not None:
                frame.nth, frame.nth_of, frame.nth_count = 1, found.grain, whole
                self.index = found.end
                return True
        if frame.day is not None or number > 31:
            return False
        frame.day = number
        self.index = after
        self._separator(frame)
        return True

    def _duration(self, frame: Frame) -> bool:
        return self._shifted(frame, read_span(self.tokens, self.index, bare=False))

    def _shifted(self, frame: Frame, found: FoundDuration | None, only_anchored: bool = False) -> bool:
        """A duration that leads away from a moment: "two days ago", "a week from Tuesday", "10 minutes before noon"."""
        if found is None or frame.shift is not None:
            return False
        end = found.end
        roles, texts = self.roles, self.texts
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
            sign = -1 if self.values[end] < 0 else 1
            end += 1
        elif role == R.SIDE and text in ("before", "after", "since") or role == R.FROM:
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
        frame.shift, frame.shift_sign, frame.shift_grain = found.value, sign, found.grain
        frame.shift_working, frame.anchored = found.working, anchored
        self.index = end
        if not anchored and roles[end] == R.ON and roles[end + 1] == R.WEEKDAY:
            frame.shift_weekday = self.values[end + 1]
            self.index = end + 2
        return True

    def _cardinal(self, frame: Frame) -> bool:
        index = self.index
        found = read_cardinal(self.tokens, index)
        if found is None:
            return False
        value, end = found
        role, text = self.roles[end], self.texts[end]
        if (role == R.NTH or text == "second") and value % 10 == 0 and 20 <= value < 100 or text == "-" and (
            self.roles[end + 1] == R.NTH and value % 10 == 0 and 20 <= value < 100
        ):  # fmt: skip
            at = end + 1 if text == "-" else end
            ordinal = 2 if self.texts[at] == "second" else self.values[at]
            if ordinal < 10 and (self.texts[at] != "second" or frame.month or self.texts[at + 1] == "of" or self.roles[at + 1] == R.MONTH):
                self.index = at
                before = self.index
                if self._ordinal(frame, value + ordinal, at + 1):
                    return True
                self.index = before
        if self._counted(frame):
            return True
        return self._number(frame, value, end, words=True)

    def _counted(self, frame: Frame) -> bool:
        """A number with a unit, with or without "upcoming" between them."""
        index = self.index
        if self._duration(frame):
            return True
        amount = read_amount(self.tokens, index)
        if amount is None:
            return False
        here = amount.end
        if self.values[here] == "YEAR_AGO" and frame.shift is None and frame.year_ago is None:
            if amount.value == 1:
                self.index = here
                return self._year_ago(frame)
            frame.shift, frame.shift_sign, frame.shift_grain = make_duration(Grain.YEAR, amount.value), -1, Grain.YEAR
            self.index = here + 1
            return True
        if self.roles[here] == R.RELATIVE and self.values[here] in (-1, 1) and self.roles[here + 1] == R.UNIT:
            grain, size = self.values[here + 1]
            frame.window = FoundDuration(make_duration(grain, amount.value * abs(size)), grain, here + 2)
            frame.window_sign = self.values[here]
            self.index = here + 2
            return True
        if self.roles[here] == R.PLURAL_WEEKDAY and self.roles[here + 1] in (R.LATER, R.AGO):
            frame.weekday = self.values[here]
            frame.nth, frame.nth_of = int(amount.value), "weekday"
            frame.date_relative = 1 if self.roles[here + 1] == R.LATER else -1
            self.index = here + 2
            return True
        return False

    def _numeral(self, frame: Frame) -> bool:
        index = self.index
        texts, roles, values, glued = self.texts, self.roles, self.values, self.glued
        value = values[index]
        text = texts[index]
        nxt = texts[index + 1]
        if nxt == ":" and roles[index + 2] == R.NUMBER:
            return self._clock_digits(frame)
        if glued[index + 1] and nxt in ("st", "nd", "rd", "th"):
            return self._ordinal(frame, value, index + 2)
        if nxt == "h" and glued[index + 1] and value < 24 and (
            (roles[index + 2] == R.NUMBER and glued[index + 2] and len(texts[index + 2]) == 2)
            or frame.has_date() or self.expect_hour or self.prefer_clock or roles[index + 2] in (R.ZONE, R.UPTO)
        ):  # fmt: skip
            return self._clock_h(frame)
        if roles[index + 2] == R.NUMBER and nxt in _DAY_SEPARATORS and (
            glued[index + 1] or glued[index + 2] or roles[index + 4] == R.NUMBER or 4 in (len(text), len(texts[index + 2]))
        ):  # fmt: skip
            if self._numeric_date(frame):
                return True
            if nxt == "." and self._clock_dot(frame):
                return True
        if nxt == "s" and value % 10 == 0 and (len(text) == 4 or (len(text) == 2 and frame.month is None)):
            return self._decade_digits(frame)
        if nxt == "s" and len(text) == 2 and frame.month is not None and glued[index + 1]:
            frame.day = value
            self.index = index + 2
            return True
        if self._counted(frame):
            return True
        return self._number(frame, value, index + 1)

    def _decade_digits(self, frame: Frame) -> bool:
        value = self.values[self.index]
        if len(self.texts[self.index]) == 4:
            frame.full_decade = value
        else:
            frame.decade = value
        self.index += 2
        return True

    def _clock_digits(self, frame: Frame) -> bool:
        if frame.second is not None:
            return False
        index = self.index
        hour, minute = self.values[index], self.values[index + 2]
        if hour > 24 or minute > 59 or len(self.texts[index + 2]) != 2 or (hour == 24 and minute):
            raise self.refuse(f"the clock has no time {self.texts[index]}:{self.texts[index + 2]}")
        self.index = index + 3
        seconds = 0
        if self.texts[self.index] == ":" and self.roles[self.index + 1] == R.NUMBER and self.values[self.index + 1] < 60:
            seconds = self.values[self.index + 1]
            self.index += 2
            frame.clock_grain = Grain.SECOND
            if self.texts[self.index] == "." and self.roles[self.index + 1] == R.NUMBER and self.glued[self.index + 1]:
                self.index += 2
        self._finish_clock(frame, hour, minute, seconds, len(self.texts[index]) == 2 and self.texts[index][0] == "0")
        return True

    def _clock_h(self, frame: Frame) -> bool:
        index = self.index
        minute = 0
        end = index + 2
        if self.roles[end] == R.NUMBER and self.glued[end] and self.values[end] < 60:
            minute = self.values[end]
            end += 1
        self.index = end
        frame.second = self.values[index] * 3600 + minute * 60
        return True

    def _clock_dot(self, frame: Frame) -> bool:
        """ "8.30pm", "at 2.30"."""
        index = self.index
        hour, minute = self.values[index], self.values[index + 2]
        if frame.second is not None or hour > 24 or minute > 59 or len(self.texts[index + 2]) != 2:
            return False
        self.index = index + 3
        self._finish_clock(frame, hour, minute, 0, False)
        return True

    def _finish_clock(self, frame: Frame, hour: int, minute: int, second: int, sure: bool) -> None:
        """a.m. or p.m., which may follow the digits, and what the hour means without it."""
        while self.roles[self.index] == R.OCLOCK:
            self.index += 1
        role, value = self.roles[self.index], self.values[self.index]
        if self.texts[self.index] in ("a", "p") and (
            self.glued[self.index] or self.roles[self.index + 1] in (R.END, R.FILL) or self.texts[self.index + 1] == "m"
        ):  # fmt: skip
            role, value = R.AMPM, 12 if self.texts[self.index] == "p" else 0
            if self.texts[self.index + 1] == "m":
                self.index += 1
        if role == R.AMPM:
            if value in ("MO", "AF", "EV"):
                hour = _by_daytime(hour, value)
                frame.daytime = None
            elif hour > 12 or (hour == 0 and value):
                if hour > 23:
                    raise self.refuse(f"{hour} o'clock has no a.m. or p.m.")
            else:
                hour = hour % 12 + value
            self.index += 1
        elif not sure and 1 <= hour <= 12:
            frame.twelve_hour = True
        frame.second = hour * 3600 + minute * 60 + second

    def _numeric_date(self, frame: Frame) -> bool:
        """Dates in digits: 2024-07-04, 7/4/2024, 4.7.2024, 7/4, 2016/11, 11/2016, 05-Aug-2016."""
        index = self.index
        texts, roles, values, glued = self.texts, self.roles, self.values, self.glued
        separator = texts[index + 1]
        first, second = values[index], values[index + 2]
        long_first, long_second = len(texts[index]) == 4, len(texts[index + 2]) == 4
        three = texts[index + 3] == separator and roles[index + 4] == R.NUMBER
        if separator == "-" and three and texts[index + 5] == "/":  # 1/5-2/6
            three = False
        if three and (len(texts[index + 4]) in (2, 4) or long_first):
            third = values[index + 4]
            if long_first:
                year, month, day = first, second, third
                swapped = False
            else:
                month, day, swapped = self._month_and_day(first, second, separator == "." and len(texts[index + 4]) == 4)
                year = third
                frame.short_year = len(texts[index + 4]) == 2
            if frame.year is not None or frame.month is not None or not month:
                if not month and not long_first:
                    raise self.refuse(f"no calendar has a day {first}{separator}{second}")
                return False
            frame.year, frame.month, frame.day = year, month, day
            if swapped:
                frame.swapped = True
            self.index = index + 5
            if texts[self.index] == "t" and glued[self.index]:
                self.index += 1
            return True
        if frame.month is not None:
            return False
        if long_first and second <= 12 and len(texts[index + 2]) <= 2 and frame.year is None and separator != ".":
            frame.year, frame.month = first, second
            self.index = index + 3
            return True
        if long_second and first <= 12 and len(texts[index]) <= 2 and separator != "." and frame.year is None:
            frame.year, frame.month = second, first
            self.index = index + 3
            return True
        if len(texts[index]) > 2 or len(texts[index + 2]) > 2 or frame.day is not None:
            return False
        follow = roles[index + 3]
        if follow in (R.UNIT, R.AMPM) or (follow == R.SHORT_UNIT and glued[index + 3]) or texts[index + 3] in ("a", "p"):
            return False
        if separator == "." and (self.expect_hour or frame.day_offset is not None or self.prefer_clock or not glued[index + 1]):
            return False
        if separator == "-":
            return False
        if texts[index + 3] == "." and not self.day_first and separator == ".":
            return False
        month, day, swapped = self._month_and_day(first, second, False)
        if not month:
            return False
        frame.month, frame.day = month, day
        if swapped:
            frame.swapped = True
        self.index = index + 3
        return True

    def _month_and_day(self, first: int, second: int, dotted: bool) -> tuple[int, int, bool]:
        """Month and day of two numbers, and whether they could be the other way round; (0, 0, False) for neither."""
        swapped = 1 <= first <= 12 and 1 <= second <= 12 and first != second
        day_first = self.day_first or dotted
        if (day_first or first > 12) and 1 <= second <= 12 and 1 <= first <= 31:
            return second, first, swapped
        if 1 <= first <= 12 and 1 <= second <= 31:
            return first, second, swapped
        return 0, 0, False

    def _year_number(self, frame: Frame) -> bool:
        index = self.index
        if self.roles[index] == R.NUMBER:
            value, end, length = self.values[index], index + 1, len(self.texts[index])
        else:
            found = read_cardinal(self.tokens, index)
            if found is None:
                return False
            value, end = found
            length = len(str(value))
        if frame.year is not None or length > 4 or not value:
            return False
        frame.year = value
        self.index = end
        return True

    def _number(self, frame: Frame, value: int, end: int, words: bool = False) -> bool:
        """A bare number: a day beside its month, a year, an hour, minutes past the hour."""
        roles, texts = self.roles, self.texts
        length = len(texts[self.index]) if not words else len(str(value))
        role, text = roles[end], texts[end]
        if role == R.AMPM or (text in ("a", "p") and (self.glued[end] and not words or texts[end + 1] in ("m", ".") and words or roles[end + 1] == R.END)):
            if frame.second is not None:
                return False
            hour, minute = (value // 100, value % 100) if value >= 100 else (value, 0)
            if hour <= 24 and minute <= 59:
                self.index = end
                self._finish_clock(frame, hour, minute, 0, False)
                return True
            raise self.refuse(f"the clock has no {value} o'clock")
        if role == R.OCLOCK and value <= 24:
            self.index = end
            self._finish_clock(frame, value, 0, 0, False)
            return True
        if self.roles[end] in (R.CARDINAL, R.NUMBER) and frame.second is None and value <= 12 and (
            words or self.expect_hour or roles[end] == R.CARDINAL
        ):  # fmt: skip
            if self.roles[end] == R.NUMBER:
                minute, after = self.values[end], end + 1
            else:
                found = read_cardinal(self.tokens, end)
                minute, after = found or (99, end)
            certain = self.expect_hour or frame.has_date() or roles[after] in (R.AMPM, R.DAYTIME, R.DAY) or texts[after] in ("a", "p")
            if certain and 10 <= minute <= 59 and not (frame.month is not None and frame.day is None):
                self.index = after
                self._finish_clock(frame, value, minute, 0, False)
                return True
        if text == "-" and words and value <= 12 and roles[end + 1] == R.CARDINAL and frame.second is None and not self._month_near(frame):
            found = read_cardinal(self.tokens, end + 1)
            if found is not None and 10 <= found[0] <= 59:
                self.index = found[1]
                self._finish_clock(frame, value, found[0], 0, False)
                return True
        if self._minutes_past(frame, value, end):
            return True
        if role == R.ZONE and length in (3, 4) and not words and value // 100 < 24 and value % 100 < 60:
            if frame.second is None:
                frame.second = value // 100 * 3600 + value % 100 * 60
                self.index = end
                return True
            if texts[self.index - 1] == "(":  # "7:30 p.m. (1230 GMT)" says it twice
                self.index = end + 1
                return True
        if role == R.MONTH and frame.day is None and 1 <= value <= 31:
            frame.day = value
            self.index = end
            return True
        if text == "of" and (roles[end + 1] == R.MONTH or roles[end + 1] in (R.RELATIVE, R.ARTICLE)) and frame.day is None and value <= 31:
            frame.day = value
            self.index = end + 1
            return True
        if text in ("-", "/") and roles[end + 1] == R.MONTH and self.glued[end] and frame.day is None and value <= 31 and frame.month is None:
            frame.day = value
            self.index = end + 1
            return True
        if text in ("-", "/") and roles[end + 1] == R.MONTH and length == 4 and frame.year is None and frame.month is None:
            frame.year = value
            self.index = end + 1
            return True
        if frame.quarter is None and (text in ("q", "h") or (text in ("-", "/") and texts[end + 1] in ("q", "h") and self.glued[end])):
            at = end + (text not in ("q", "h")) + 1
            if roles[at] == R.NUMBER and self.values[at] <= 4 and frame.year is None and length in (2, 4):
                frame.year, frame.short_year = value, length == 2
                self.index = at - 1
                return self._letter(frame)
        if length == 8 and frame.year is None and not words:
            year, month, day = value // 10_000, value // 100 % 100, value % 100
            if 1 <= month <= 12 and 1 <= day <= 31:
                frame.year, frame.month, frame.day = year, month, day
                self.index = end
                return True
        if frame.month is not None and frame.day is None and 1 <= value <= 31 and length <= 2 and not (frame.nth or self.texts[self.index - 1] == "of"):
            frame.day = value
            self.index = end
            self._separator(frame)
            return True
        if length == 4 and (self.expect_hour or self.texts[self.index][0] == "0" or self.prefer_clock) and value // 100 < 24 and value % 100 < 60:
            if frame.second is None:
                self.index = end
                frame.second = value // 100 * 3600 + value % 100 * 60
                return True
        if length == 4 and frame.year is None and 1000 <= value <= 2999:
            frame.year = value
            self.index = end
            if text in ("-", "/"):
                self._separator_year(frame)
            return True
        if self.texts[self.index - 1] == "the" and self.index and value <= 31 and frame.is_empty() and not words and role in (R.FROM, R.BETWEEN, R.END):
            frame.day = value
            self.index = end
            return True
        if "era" in frame.__dict__ and frame.year is None and frame.day is None:
            frame.year = value
            self.index = end
            return True
        if role == R.ERA and frame.year is None:
            frame.year = value
            self.index = end
            return True
        if length <= 2 and (frame.month is not None and (frame.day is not None or self.texts[self.index - 1] == "of") or frame.quarter or frame.fiscal):
            if frame.year is None and (self.texts[self.index - 1] in ("of", "'", ",") or frame.quarter or not self.expect_hour and value > 24
                                       or (not self.expect_hour and roles[end] == R.END and frame.second is None and not self.prefer_clock)):  # fmt: skip
                frame.year, frame.short_year = value, True
                self.index = end
                return True
        if value <= 24 and frame.second is None and length <= 2 and (
            self.expect_hour or frame.daytime or frame.has_date() or roles[end] in (R.DAYTIME, R.DAY, R.ZONE) or self.prefer_clock
            or (roles[end] == R.RELATIVE and roles[end + 1] == R.DAYTIME)
        ):  # fmt: skip
            self.index = end
            self._finish_clock(frame, value, 0, 0, False)
            return True
        return False

    def _month_near(self, frame: Frame) -> bool:
        return frame.month is not None and frame.day is None

    def _separator_year(self, frame: Frame) -> None:
        index = self.index
        if frame.season is not None and frame.year is not None and self.roles[index + 1] == R.NUMBER and (
            self.texts[index + 1] in (f"{(frame.year + 1) % 100:02d}", str(frame.year + 1))
        ):  # fmt: skip
            self.index = index + 2  # "the winter of 1944-45" is one winter
            return
        if self.texts[index] in ("-", "/") and self.roles[index + 1] == R.MONTH and frame.month is None and self.glued[index]:
            self.index = index + 1

    def _minutes_past(self, frame: Frame, value: int, end: int) -> bool:
        at = end
        if self.roles[at] == R.UNIT and self.values[at][0] is Grain.MINUTE:
            at += 1
        word = self.texts[at]
        if word not in ("past", "after", "to", "till", "before") or value > 59 or frame.second is not None:
            return False
        if word in ("to", "before", "after", "till") and at == end and not (
            self.roles[at + 2] in (R.AMPM,) or self.roles[at + 1] == R.DAYTIME or self.texts[at + 2] in ("h",)
        ):  # fmt: skip
            return False
        if self.roles[at + 1] not in (R.NUMBER, R.CARDINAL, R.DAYTIME):
            return False
        self.index = at + 1
        return self._hour_after_minutes(frame, value if word in ("past", "after") else -value)

    def _letter(self, frame: Frame) -> bool:
        """ "Q3", "H2", "W27", "CY2018", "p.m." already read; a decade with an apostrophe ("'90s")."""
        index = self.index
        text = self.texts[index]
        if self.roles[index + 1] == R.NUMBER and self.glued[index + 1]:
            value = self.values[index + 1]
            if text == "q" and 1 <= value <= 4:
                frame.quarter = value
            elif text == "h" and 1 <= value <= 2:
                frame.half = value
            elif text == "w" and 1 <= value <= 53:
                frame.week_number = value
            elif text == "cy":
                frame.year, frame.short_year = value, len(self.texts[index + 1]) == 2
            elif text == "t" and frame.day is not None:
                self.index += 1
                return True
            else:
                return False
            self.index = index + 2
            if self.texts[self.index] == "/" and self.roles[self.index + 1] == R.NUMBER:
                self.index += 1
            return True
        if text == "cy" and self.roles[index + 1] == R.NUMBER:
            self.index = index + 1
            return True
        if text in ("eoy", "eom", "eow", "boy", "bom", "bow"):
            frame.part = Mod.END if text[0] == "e" else Mod.START
            frame.unit = {"y": Grain.YEAR, "m": Grain.MONTH, "w": Grain.WEEK}[text[2]]
            frame.unit_offset = 0
            self.index = index + 1
            return True
        return False

    def _apostrophe(self, frame: Frame) -> bool:
        index = self.index
        if self.texts[index] == "'" and self.roles[index + 1] == R.NUMBER and len(self.texts[index + 1]) == 2 and self.glued[index + 1]:
            self.index = index + 1
            if self.texts[index + 2] == "s" and self.glued[index + 2]:
                return self._decade_digits(frame)
            if frame.year is None:
                frame.year, frame.short_year = self.values[index + 1], True
                self.index = index + 2
                return True
            return False
        return self._letter(frame)

    def _hyphen(self, frame: Frame) -> bool:
        """A hyphen between the words of one date: "previous week - Monday", "May/22(Tue)-11:30 AM", "mid-week"."""
        index = self.index
        if self.texts[index] != "-":
            return False
        following = self.roles[index + 1]
        if following in (R.WEEKDAY,) and frame.weekday is None and frame.unit is not None:
            self.index += 1
            return True
        if following == R.NUMBER and self.texts[index + 2] == ":" and frame.has_date() and frame.second is None and frame.day is not None:
            self.index += 1
            return True
        if following in (R.DAYTIME, R.PART) and self.glued[index] and self.glued[index + 1]:
            self.index += 1
            return True
        return False

    def _in(self, frame: Frame) -> bool:
        """ "in" inside a date ("the first Monday in May", "in two years since 2011", "March in 1 year")."""
        index = self.index
        found = read_span(self.tokens, index + 1, bare=False)
        if found is not None:
            if frame.month is not None and frame.day is None and not frame.year and found.grain is Grain.YEAR:
                frame.unit, frame.unit_offset = Grain.YEAR, self._span_count(found)
                self.index = found.end
                return True
            return False
        self.index = index + 1
        return True

    def _for(self, frame: Frame) -> bool:
        """ "Saturday for 9am" is an hour; "for three days" is a length, read elsewhere."""
        if read_span(self.tokens, self.index + 1, bare=False) is not None:
            return False
        self.index += 1
        self.expect_hour = True
        return True

    def _adjective(self, frame: Frame) -> bool:
        if self.values[self.index] == "B" and self.texts[self.index + 1] == "week":
            frame.unit, frame.unit_offset, frame.shift_working = Grain.WEEK, frame.unit_offset or frame.date_relative or 0, True
            self.index += 2
            return True
        if self.texts[self.index] in ("all", "just", "only", "calendar", "sometime", "anytime", "good"):
            self.index += 1
            return True
        return False

    def _hedge(self, frame: Frame) -> bool:
        if self.values[self.index] is Mod.APPROX:
            frame.approximate = True
            self.expect_hour = self.expect_hour or frame.has_date() or self.prefer_clock
            self.index += 1
            return True
        return False

    def _ampm(self, frame: Frame) -> bool:
        """ "in the morning" as a part of the day that was named before."""
        value = self.values[self.index]
        if value not in ("MO", "AF", "EV") or frame.daytime is not None:
            return False
        frame.daytime = value
        self.index += 1
        return True


def _nth_kind(role: int, value: Any) -> Grain | Literal["weekday", "weekend"]:
    if role == R.WEEKDAY:
        return "weekday"
    if role == R.WEEKEND:
        return "weekend"
    grain: Grain = value[0]
    return grain


def _by_daytime(hour: int, daytime: str) -> int:
    """The hour on the 24-hour clock of "three in the afternoon"."""
    if hour > 12:
        return hour
    if daytime == "MO":
        return hour % 12
    return hour if hour == 12 and daytime == "AF" else hour % 12 if hour == 12 else hour + 12


_HANDLERS: Final[dict[int, Any]] = {
    R.FILL: FrameReader._fill, R.ON: FrameReader._on, R.ARTICLE: FrameReader._article, R.MONTH: FrameReader._month,
    R.WEEKDAY: FrameReader._weekday, R.DAY: FrameReader._day, R.DAYTIME: FrameReader._daytime, R.SEASON: FrameReader._season,
    R.HOLIDAY: FrameReader._holiday, R.QUARTER: FrameReader._quarter_run, R.HALF: FrameReader._half, R.ZONE: FrameReader._zone,
    R.NOW: FrameReader._now, R.VAGUE: FrameReader._vague, R.DECADE: FrameReader._decade_word, R.ERA: FrameReader._era,
    R.PART: FrameReader._part, R.EARLIER: FrameReader._narrower, R.REST: FrameReader._rest, R.DATE_TO: FrameReader._to_date,
    R.FISCAL: FrameReader._fiscal, R.WEEKEND: FrameReader._weekend, R.UNIT: FrameReader._unit, R.RELATIVE: FrameReader._relative,
    R.NTH: FrameReader._nth_word, R.CARDINAL: FrameReader._cardinal, R.NUMBER: FrameReader._numeral, R.UNKNOWN: FrameReader._letter,
    R.SHORT_UNIT: FrameReader._apostrophe, R.UPTO: FrameReader._hyphen, R.IN: FrameReader._in, R.FOR: FrameReader._for,
    R.ADJECTIVE: FrameReader._adjective, R.HEDGE: FrameReader._hedge, R.AMPM: FrameReader._ampm, R.VAGUE_NUMBER: FrameReader._counted,
    R.COMPOUND: FrameReader._compound,
}  # fmt: skip
