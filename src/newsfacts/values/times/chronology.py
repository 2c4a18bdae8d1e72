"""Do the times and the order of several events fit together? A simple temporal network (Dechter, Meiri & Pearl 1991).

Every event has two points, its start and its end (half-open). What is said about them becomes difference constraints
`later - earlier >= gap`, in seconds; they can all hold if and only if the graph of constraints has no cycle of negative
weight. Bellman-Ford finds one in O(points x constraints), and that cycle, put into words, is the explanation.

A time that has another reading ("last Thursday") is a disjunction: the readings are tried one after another, at most
`MAX_COMBINATIONS` of them.
"""

from __future__ import annotations

import enum
import itertools
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import attrs

from newsfacts.errors import UsageError
from newsfacts.values.times.grain import Mod
from newsfacts.values.times.prose import say_time
from newsfacts.values.times.texts import decimal, span_text
from newsfacts.values.times.times import Duration, TimeInterval

__all__ = ["MAX_COMBINATIONS", "MAX_STATEMENTS", "Chronology", "Happening", "Order", "Ordering", "Timeline"]

MAX_COMBINATIONS: Final = 64
"""How many combinations of readings are tried. Beyond it each event may lie anywhere that one of its readings allows,
which never makes a contradiction of what is none."""

MAX_STATEMENTS: Final = 2000
"""How many events and orderings together one chronology may have."""


class Order(enum.StrEnum):
    """The order of two events; prints as its lower-case word."""

    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    SAME = "same"

    def __repr__(self) -> str:
        return f"Order.{self.name}"


@attrs.frozen
class Happening:
    """An event and its time, if it has one. `name` is what messages call it, and orderings refer to it by."""

    name: str
    time: TimeInterval | None = None


@attrs.frozen
class Ordering:
    """`first` is `order` `second` ("the founding is before the summit"); with `gap`, by at least that much."""

    first: str
    order: Order
    second: str
    gap: Duration | None = None


@attrs.frozen
class Timeline:
    """Whether everything can hold together; if not, `because` tells the shortest contradiction that was found, and
    `events` and `orderings` are what it is made of. `tried` says how many combinations of readings were looked at."""

    consistent: bool
    because: str
    events: tuple[str, ...] = ()
    orderings: tuple[Ordering, ...] = ()
    tried: int = 1


class _Edge(NamedTuple):
    """`target - source <= weight`, and what says so: the date of an event, or an ordering."""

    source: int
    target: int
    weight: int
    event: str | None = None
    date: TimeInterval | None = None
    ordering: Ordering | None = None


def _happenings(events: Iterable[Happening]) -> tuple[Happening, ...]:
    return tuple(events)


def _orderings(orderings: Iterable[Ordering]) -> tuple[Ordering, ...]:
    return tuple(orderings)


@attrs.frozen
class Chronology:
    """Events with their times, and what is said about their order."""

    events: tuple[Happening, ...] = attrs.field(converter=_happenings)
    orderings: tuple[Ordering, ...] = attrs.field(default=(), converter=_orderings)

    def __attrs_post_init__(self) -> None:
        names = [event.name for event in self.events]
        known = set(names)
        if len(known) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise UsageError(f"two events of a chronology are called {twice!r}; give each its own name")
        if len(self.events) + len(self.orderings) > MAX_STATEMENTS:
            raise UsageError(f"a chronology has at most {MAX_STATEMENTS} events and orderings together")
        for ordering in self.orderings:
            for name in (ordering.first, ordering.second):
                if name not in known:
                    raise UsageError(f"an ordering names {name!r}, which is not an event of the chronology")

    def check(self) -> Timeline:
        """Whether there is a way for all times and orderings to hold."""
        first: list[_Edge] | None = None
        readings = [_readings(event.time) for event in self.events]
        combinations = 1
        for options in readings:
            combinations *= len(options)
        if combinations > MAX_COMBINATIONS:
            readings, combinations = [[_hull(options)] for options in readings], 1
        for times in itertools.product(*readings):
            cycle = _negative_cycle(2 * len(self.events) + 1, self._edges(times))
            if cycle is None:
                return Timeline(True, "All times and orderings can hold together.", tried=combinations)
            if first is None or len(cycle) < len(first):
                first = cycle
        assert first is not None
        return _told(first, combinations)

    def _edges(self, times: Sequence[TimeInterval | None]) -> list[_Edge]:
        index = {event.name: number for number, event in enumerate(self.events)}
        edges: list[_Edge] = []
        for number, (event, time) in enumerate(zip(self.events, times, strict=True)):
            start, end = 2 * number + 1, 2 * number + 2
            # Every event lasts: its end is not before its start, and no shorter than a second.
            edges.append(_Edge(end, start, -1, event.name))
            stated = None if time is None else time.in_utc()
            if stated is not None and stated.lower is not None:
                edges.append(_Edge(start, 0, -stated.lower, event.name, time))
            if stated is not None and stated.upper is not None:
                edges.append(_Edge(0, end, stated.upper, event.name, time))
        for ordering in self.orderings:
            edges += _ordered(ordering, index)
        return edges


def _readings(time: TimeInterval | None) -> list[TimeInterval | None]:
    if time is None:
        return [None]
    return [time if time.tiers is None else time.outer, *time.alternatives]


def _hull(readings: list[TimeInterval | None]) -> TimeInterval | None:
    """The shortest period that contains every reading."""
    times = [time.in_utc() for time in readings if time is not None]
    if len(times) < 2:
        return readings[0]
    lowers = [time.lower for time in times if time.lower is not None]
    uppers = [time.upper for time in times if time.upper is not None]
    lower = min(lowers) if len(lowers) == len(times) else None
    upper = max(uppers) if len(uppers) == len(times) else None
    return TimeInterval(lower=lower, upper=upper, grain=times[0].grain, text=span_text(lower, upper))


def _ordered(ordering: Ordering, index: dict[str, int]) -> list[_Edge]:
    """The constraints of one ordering; a gap is counted from the end of the earlier event, a day being a day."""
    first, second = index[ordering.first], index[ordering.second]
    start_a, end_a, start_b, end_b = 2 * first + 1, 2 * first + 2, 2 * second + 1, 2 * second + 2
    order, gap = ordering.order, ordering.gap
    if order is Order.AFTER:
        start_a, end_a, start_b, end_b = start_b, end_b, start_a, end_a
    if order in (Order.BEFORE, Order.AFTER):
        if gap is None:
            return [_Edge(start_b, end_a, 0, None, None, ordering)]
        # "Two days after" leaves one whole day between: counted from start to start.
        length = int(gap.bounds()[0])
        return [_Edge(start_b, start_a, -length, None, None, ordering)]
    edges = [_Edge(start_a, start_b, 0, None, None, ordering), _Edge(end_b, end_a, 0, None, None, ordering)]
    if order is Order.SAME:
        edges += [_Edge(start_b, start_a, 0, None, None, ordering), _Edge(end_a, end_b, 0, None, None, ordering)]
    return edges


def _words(order: Order, gap: Duration | None) -> str:
    if order is Order.SAME:
        return "at the same time as"
    return str(order) if gap is None else f"at least {_say_exact(gap)} {order}"


def say_length(duration: Duration) -> str:
    """A duration in words: "2 days", "about 1 year, 6 months", "2 weeks to 3 weeks"."""
    said = _say_exact(duration) if duration.upto is None else f"{_say_exact(duration)} to {_say_exact(duration.upto)}"
    return said if duration.mod is None else f"{_BOUNDS.get(duration.mod, '')}{said}"


_BOUNDS: Final = {
    Mod.APPROX: "about ", Mod.MORE_THAN: "more than ", Mod.EQUAL_OR_MORE: "at least ", Mod.LESS_THAN: "less than ",
    Mod.EQUAL_OR_LESS: "at most ",
}  # fmt: skip


def _say_exact(duration: Duration) -> str:
    """The numbers and units of a duration."""
    parts = [
        (duration.years, "year"), (duration.months, "month"), (duration.weeks, "week"), (duration.days, "day"),
        (duration.hours, "hour"), (duration.minutes, "minute"), (duration.secs, "second"),
    ]  # fmt: skip
    said = [f"{decimal(number)} {unit}{'' if number == 1 else 's'}" for number, unit in parts if number]
    return ", ".join(said) or "no time"


def _negative_cycle(points: int, edges: list[_Edge]) -> list[_Edge] | None:
    """A cycle of negative weight, or None: Bellman-Ford from a source that reaches every point at no cost.

    An edge of the graph goes from the later to the earlier point where `earlier - later <= weight`.
    """
    distance = [0] * points
    came_by: list[_Edge | None] = [None] * points
    while True:
        changed = False
        for edge in edges:
            reached = distance[edge.source] + edge.weight
            if reached < distance[edge.target]:
                distance[edge.target] = reached
                came_by[edge.target] = edge
                changed = True
        if not changed:
            return None
        # A cycle among the edges by which points were reached is a negative one; looked for after every round, it is
        # found long before the rounds run out, and no later than after `points` of them.
        cycle = _shortest_loop(came_by)
        if cycle:
            return cycle


def _shortest_loop(came_by: list[_Edge | None]) -> list[_Edge]:
    """The shortest cycle in a graph with at most one edge into each point; empty if there is none."""
    seen = [0] * len(came_by)
    best: list[_Edge] = []
    for walk, begin in enumerate(range(len(came_by)), 1):
        point = begin
        while not seen[point]:
            seen[point] = walk
            edge = came_by[point]
            if edge is None:
                break
            point = edge.source
        else:
            if seen[point] == walk:
                loop = _loop_through(came_by, point)
                if not best or len(loop) < len(best):
                    best = loop
    return best


def _loop_through(came_by: list[_Edge | None], begin: int) -> list[_Edge]:
    loop: list[_Edge] = []
    point = begin
    while not loop or point != begin:
        edge = came_by[point]
        assert edge is not None
        loop.append(edge)
        point = edge.source
    return loop[::-1]


def _told(cycle: list[_Edge], tried: int) -> Timeline:
    """The contradiction in a sentence: what is said about the order, with the date of each event that has a part in it."""
    dates = {edge.event: edge.date for edge in cycle if edge.event is not None and edge.date is not None}
    orderings = tuple(dict.fromkeys(edge.ordering for edge in cycle if edge.ordering is not None))
    events = dict.fromkeys(name for ordering in orderings for name in (ordering.first, ordering.second))
    events.update(dict.fromkeys(edge.event for edge in cycle if edge.event is not None))
    dated: set[str] = set()

    def name_of(event: str) -> str:
        date = dates.get(event)
        if date is None or event in dated:
            return event
        dated.add(event)
        return f"{event} ({say_time(date)})"

    said = [
        f"{name_of(ordering.first)} is said to be {_words(ordering.order, ordering.gap)} {name_of(ordering.second)}"
        for ordering in orderings
    ]
    listed = said[0] if len(said) == 1 else ", ".join(said[:-1]) + ", and " + said[-1]
    together = "which the dates do not allow" if len(said) == 1 else "and these cannot all be true"
    because = f"{listed[:1].upper()}{listed[1:]}, {together}."
    if tried > 1:
        because = f"{because[:-1]}, in any of the {tried} combinations of readings."
    return Timeline(False, because, tuple(events), orderings, tried)
