"""From the tokens of one date expression to a `Frame`: what its words say, slot by slot, before any arithmetic.

News writes the parts of a date in any order ("8:25 a.m. Dec. 12", "Thursday morning", "next week on Tuesday"), so the
reader is a state machine that fills slots as the words come, and stops at the first token that cannot belong to the
same date. It looks ahead a bounded number of tokens and never goes back: its time is linear in the phrase.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from newsfacts.errors import UnreadableValue
from newsfacts.values.times.holidays import Holiday
from newsfacts.values.times.reading.durations import FoundDuration
from newsfacts.values.times.reading.tokens import Tokens
from newsfacts.values.times.times import Duration, Grain, Mod

__all__ = ["Frame", "FrameReader", "Handler"]


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
        return self.__dict__.keys() <= _NO_SLOTS

    def has_date(self) -> bool:
        """Whether a day, or a period that holds one, has been said."""
        return not _DATE_SLOTS.isdisjoint(self.__dict__)


_NO_SLOTS: Final = frozenset({"approximate", "article", "narrower", "week_of", "era"})
_DATE_SLOTS: Final = {
    "year", "month", "day", "weekday", "day_offset", "unit", "quarter", "half", "season", "decade", "full_decade",
    "century", "holiday", "weekend", "week_number", "nth", "window", "shift", "now", "day_steps",
}  # fmt: skip


class FrameReader:
    """The state of reading one phrase: its tokens, and `index`, the next one to read."""

    def __init__(self, phrase: str, tokens: Tokens, day_first: bool, handlers: dict[int, Handler]) -> None:
        self.phrase = phrase
        self.tokens = tokens
        self.texts = tokens.texts
        self.roles = tokens.roles
        self.values = tokens.values
        self.glued = tokens.glued
        self.day_first = day_first
        self.handlers = handlers
        self.index = 0
        self.expect_hour = False
        """"at" has been read: a number is an hour."""
        self.prefer_clock = False
        """A clock time stands at the other end of the range: numbers here are hours too."""

    def refuse(self, reason: str) -> UnreadableValue:
        """The error that says why this phrase is not read."""
        return UnreadableValue(self.phrase, reason)

    def step(self, frame: Frame) -> bool:
        """Read one word, or the few that belong to it, into the frame; whether anything has been read."""
        handler = self.handlers.get(self.roles[self.index])
        return handler is not None and handler(self, frame)

    def read(self, into: Frame | None = None) -> Frame:
        """The next date expression; stops at a word that joins it to something else ("to", "before")."""
        frame = Frame() if into is None else into
        self.expect_hour = False
        while self.step(frame):
            pass
        return frame


Handler = Callable[[FrameReader, Frame], bool]
"""A function that reads one kind of word."""
