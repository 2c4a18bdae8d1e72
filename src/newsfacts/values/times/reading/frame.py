"""What the words of one date expression say, slot by slot, before any arithmetic."""

from __future__ import annotations

from collections.abc import Set
from typing import Final, Literal, NamedTuple

import attrs

from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.holidays import Holiday
from newsfacts.values.times.reading.durations import FoundDuration
from newsfacts.values.times.reading.terms import Hedge, Narrowing
from newsfacts.values.times.times import Duration

__all__ = ["Clock", "Decade", "Frame", "Nth", "Shift", "Unit", "Window"]


class Clock:
    """A clock time: "7:15 p.m. ET". `second` counts from the midnight before it."""

    grain: Grain = Grain.MINUTE
    twelve_hour: bool = False
    """It has neither a.m. nor p.m. and could be either."""
    is_midnight: bool = False
    """The word "midnight" was said: the beginning of the day, or its end."""
    zone: int | str | None = None
    """Minutes east of UTC, or an IANA name."""

    def __init__(self, second: int, twelve_hour: bool = False) -> None:
        self.second: int = second
        if twelve_hour:
            self.twelve_hour = True


class Unit(NamedTuple):
    """A unit of the calendar counted from the current one: "next week" is (WEEK, 1)."""

    grain: Grain
    offset: int = 0
    working: bool = False
    """Only its working days: "this business week"."""
    bare: bool = False
    """Nothing says which: "the quarter"."""


@attrs.frozen
class Nth:
    """What an ordinal counts: "the first Monday", "the last two weeks" (-1, WEEK, 2)."""

    number: int
    of: Grain | Literal["weekday", "weekend"]
    count: int = 1
    vague: bool = False
    """Nothing says how many: "the last weeks of 2019"."""


class Decade(NamedTuple):
    """A decade by its first year; two digits ("the '90s") unless `full`."""

    year: int
    full: bool = False


class Window(NamedTuple):
    """A length of time up to publication (-1), from it on (1), or from its very moment on (2, "within")."""

    length: FoundDuration
    sign: int
    or_unit: bool = False
    """It can be a unit of the calendar as well: "the last century"."""


class Shift:
    """A length of time that leads away from publication, or from `anchor` if it is given.

    Defaults are kept by the class, since most lengths have nothing else to say.
    """

    working: bool = False
    """Only working days count."""
    weekend: bool = False
    """The weekend next to `anchor`: "the weekend before Thanksgiving"."""
    weekday: int | None = None
    """The weekday of the day that is reached: "in two weeks on Monday", "a week ago Friday", "the third Tuesday after"."""
    anchor: Frame | None = None
    as_period: bool = False
    """The whole time between is meant: "the week after Easter"."""
    looks_ahead: bool = False
    """A weekday that it counts from is the coming one: "a week from Friday"."""
    hedge: Hedge | None = None
    or_window: bool = False
    """It can be the time up to publication as well: "in two years" is ahead, or "the first in two years"."""
    since: bool = False
    """It is how long ago `anchor` was: "two years since the fall of 2022"."""
    season: str | None = None
    """"20 years ago this summer"."""
    within: Grain | None = None
    """The day, week or month that is reached is meant: "a year ago today", "exactly a year ago"."""

    def __init__(self, duration: Duration, grain: Grain, sign: int) -> None:
        self.duration: Duration = duration
        self.grain: Grain = grain
        self.sign: int = sign


class Frame:
    """What the words of one date expression say. None is "not said".

    Defaults are kept by the class, so that an instance has in its `__dict__` only what was said; no one but the methods
    of this class looks there.
    """

    year: int | None = None
    short_year: bool = False
    era: int = 1
    month: int | None = None
    day: int | None = None
    swapped: bool = False
    """Day and month are numbers that could be read the other way round."""
    attacks: bool = False
    """"9/11" was said: 11 September 2001, unless it is read in an older text."""
    weekday: int | None = None
    direction: int | None = None
    """The direction in "next March", "last Thursday", "this Christmas"."""
    day_offset: int | None = None
    day_steps: int = 0
    """How many days after (before) a named day: "the day after Thanksgiving"."""
    unit: Unit | None = None
    nth: Nth | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: Decade | None = None
    century: int | None = None
    holiday: Holiday | None = None
    weekend: int | None = None
    week_number: int | None = None
    week_of_season: bool = False
    """It was written as sports write the weeks of their seasons: "Week 3"."""
    year_ago: Grain | None = None
    window: Window | None = None
    shift: Shift | None = None
    then: bool = False
    """The time that the text named before: "at the time"."""
    this_time: Unit | None = None
    """"this time last year"."""
    last_day: Grain | None = None
    """"year-end" is the last day of a year, or the last few."""
    turn: bool = False
    """"the turn of the century"."""
    now: bool = False
    vague: str | None = None
    clock: Clock | None = None
    daytime: str | None = None
    part: Mod | None = None
    part_upto: Mod | None = None
    """The later part of "early to mid-May"."""
    narrowing: Narrowing | None = None
    fiscal: bool = False
    article: bool = False
    approximate: bool = False
    anaphoric: bool = False
    """It counts from a time that the text named before it: "the following month", "two days later"."""
    week_of: bool = False

    def said(self) -> Set[str]:
        """The names of the slots that have been said."""
        return self.__dict__.keys()

    def is_empty(self) -> bool:
        """Whether nothing has been said yet that could make a time."""
        return _MARKS.issuperset(self.__dict__) and self.narrowing not in (Narrowing.REST, Narrowing.SO_FAR)

    def has_date(self) -> bool:
        """Whether a day, or a period that contains one, has been said."""
        return not _DATES.isdisjoint(self.__dict__)

    def take_date(self, other: Frame) -> None:
        """Say what another frame says about the date, wherever this one says nothing."""
        for name, value in other.__dict__.items():
            if name not in _CLOCKS:
                self.__dict__.setdefault(name, value)

    def forget(self, name: str) -> None:
        """Unsay a slot."""
        del self.__dict__[name]


_MARKS: Final = frozenset({"approximate", "article", "narrowing", "week_of", "era", "anaphoric"})
_DATES: Final = frozenset({
    "year", "month", "day", "weekday", "day_offset", "unit", "quarter", "half", "season", "decade", "century", "holiday",
    "weekend", "week_number", "nth", "window", "shift", "now", "day_steps", "then", "this_time", "last_day", "turn",
})  # fmt: skip
_CLOCKS: Final = frozenset({"clock", "part", "part_upto", "approximate", "daytime"})
