"""What a whole phrase says, before any of it is resolved: one date, a range of two, a side of one, a length, a set.

`reading.phrase` makes these from words; `resolving.readings` makes times of them.
"""

from __future__ import annotations

from typing import NamedTuple

from newsfacts.values.times.reading.durations import FoundDuration
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.reading.terms import Hedge, Side
from newsfacts.values.times.times import Duration, TimeSet

__all__ = ["Ending", "Lasting", "Listed", "OneTime", "PhraseReading", "Range", "Reading", "Sided"]


class OneTime:
    """One date or period: "Thursday", "the end of 2025", "two weeks before Christmas"."""

    __slots__ = ("frame",)

    def __init__(self, frame: Frame) -> None:
        self.frame: Frame = frame


class Range(NamedTuple):
    """From one time to another, both ends included: "May 5-7", "9:30 to 11 on Thursday"."""

    first: Frame
    second: Frame
    or_month: bool = False
    """It can also be a month: 2010-12."""


class Listed(NamedTuple):
    """Two or more times joined by "and", or by "or": then one of them is meant."""

    frames: tuple[Frame, ...]
    one_of: bool = False


class Sided(NamedTuple):
    """The open period on one side of a time."""

    side: Side
    time: OneTime | Range | Listed | Sided | Lasting | Ending
    of_a_day: bool = False
    """The day is said first: "Tuesday before noon"."""
    at_least: bool = False
    """It may reach further: "since at least 2017", "until at least Tuesday"."""
    or_compared: bool = False
    """It can be what something is compared with: "up from June"."""


class Lasting(NamedTuple):
    """So long from a time on: "a week starting tomorrow"."""

    start: OneTime
    length: FoundDuration


class Ending(NamedTuple):
    """So long up to the end of a time: "the quarter ended Sept. 30"."""

    end: OneTime
    length: FoundDuration
    ended: bool = False
    """It is over: "ended Sept. 30", not "ending Sept. 30"."""


Reading = OneTime | Range | Listed | Sided | Lasting | Ending | Duration | TimeSet


class PhraseReading:
    """The reading of a whole phrase, with the hedge before it ("about", "more than"), and how often one follows it."""

    __slots__ = ("hedge", "hedges_after", "value")

    def __init__(self, value: Reading, hedge: Hedge | None, hedges_after: int) -> None:
        self.value: Reading = value
        self.hedge: Hedge | None = hedge
        self.hedges_after: int = hedges_after
