"""The tables of counts and of times: what each number and each date means, exactly and as plain numbers."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import attrs

from newsfacts.model import Count, Listing, Measure, Time, Unreadable
from newsfacts.tables.annotations import ANNOTATION, Item, items_of, number_of
from newsfacts.tables.columns import (
    Column,
    ColumnType,
    TableDefinition,
    TableDocument,
    Value,
    exact_text,
    nearest_float,
)
from newsfacts.values.quantities.interval import Interval
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, UnresolvedTime

__all__ = ["COUNTS", "TIMES", "ends_of"]

_T, _I, _N, _B = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.BOOLEAN


def ends_of(name: str, what: str, of: Callable[[Any], TimeInterval | Unreadable | None]) -> tuple[Column, ...]:
    """Three columns for a time: as EDTF, and its first moment and the first moment after it."""

    def interval(item: Item) -> TimeInterval | None:
        found = of(item)
        return found if isinstance(found, TimeInterval) else None

    def moment(item: Item, end: str) -> str | None:
        found = interval(item)
        edge = None if found is None else getattr(found, end)
        return None if edge is None else str(edge.isoformat())

    return (
        Column(name, _T, f"{what}, in EDTF, or as it is written where it cannot be read",
            lambda item: None if of(item) is None else str(of(item))),
        Column(f"{name}_start", _T, "its first moment, in ISO 8601; null where it is open or outside the years 1 to 9999",
            lambda item: moment(item, "start")),
        Column(f"{name}_end", _T, "the first moment after it", lambda item: moment(item, "end")),
    )  # fmt: skip


# -- Counts ------------------------------------------------------------------------------------------------------------


@attrs.frozen
class CountItem(Item):
    """A count that a row is made of, with what its words say: read once for all columns."""

    @functools.cached_property
    def count(self) -> Count:
        """The annotation."""
        assert isinstance(self.annotation, Count)
        return self.annotation

    @functools.cached_property
    def value(self) -> Quantity | Unreadable:
        """Its value."""
        return self.count.value

    @functools.cached_property
    def intervals(self) -> tuple[Interval, Interval] | None:
        """What it is taken to mean, and what it may be stretched to; None where it cannot be read."""
        value, policy = self.value, self.source.policy
        return (value.core(policy), value.outer(policy)) if isinstance(value, Quantity) else None


def _counts(source: TableDocument) -> Iterable[CountItem]:
    return (CountItem(item.source, item.annotation, item.number) for item in items_of(Count)(source))


def _of_measure(read: Callable[[Measure], Value]) -> Callable[[CountItem], Value]:
    def find(item: CountItem) -> Value:
        of = item.count.of
        return read(of) if isinstance(of, Measure) else None

    return find


def _of_quantity(read: Callable[[Quantity], Value]) -> Callable[[CountItem], Value]:
    def find(item: CountItem) -> Value:
        value = item.value
        return read(value) if isinstance(value, Quantity) else None

    return find


def _of_interval(read: Callable[[Interval], Value], *, outer: bool = False) -> Callable[[CountItem], Value]:
    def find(item: CountItem) -> Value:
        intervals = item.intervals
        return None if intervals is None else read(intervals[outer])

    return find


def _number(name: str, doc: str, of: Callable[[Quantity], int | Fraction | None]) -> tuple[Column, ...]:
    """Two columns for a number that a quantity states: a float, and its exact digits."""
    return (
        Column(name, _N, doc, _of_quantity(lambda value: nearest_float(of(value)))),
        Column(f"{name}_exact", _T, "the same, exactly", _of_quantity(lambda value: exact_text(of(value)))),
    )


def _ends(prefix: str, what: str, *, outer: bool) -> tuple[Column, ...]:
    """Six columns for an interval: each end as a float and exactly, and whether it is part of the interval."""
    found: list[Column] = []
    for end, words in (("low", "least"), ("high", "greatest")):
        open_name = f"{end}_open"

        def number(interval: Interval, end: str = end) -> int | Fraction | None:
            found: int | Fraction | None = getattr(interval, end)
            return found

        def is_open(interval: Interval, end: str = end, open_name: str = open_name) -> bool | None:
            return None if getattr(interval, end) is None else bool(getattr(interval, open_name))

        def as_float(interval: Interval, number: Callable[[Interval], int | Fraction | None] = number) -> float | None:
            return nearest_float(number(interval))

        def as_text(interval: Interval, number: Callable[[Interval], int | Fraction | None] = number) -> str | None:
            return exact_text(number(interval))

        found += (
            Column(f"{prefix}{end}", _N, f"the {words} number that {what}; null for no bound",
                _of_interval(as_float, outer=outer)),
            Column(f"{prefix}{end}_exact", _T, "the same, exactly", _of_interval(as_text, outer=outer)),
            Column(f"{prefix}{end}_open", _B, "whether that number itself is left out; null for no bound",
                _of_interval(is_open, outer=outer)),
        )  # fmt: skip
    return tuple(found)


def _hedge(value: Quantity) -> str | None:
    plain = value.comparator is Comparator.PLAIN
    return None if plain else value.comparator.name.lower().replace("_", " ")


def _why(value: object) -> str | None:
    return value.reason if isinstance(value, Unreadable) else None


COUNTS = TableDefinition(
    "counts",
    "one count",
    (
        *ANNOTATION,
        Column("measure", _T, "id of the measure that it counts", _of_measure(lambda measure: measure.id)),
        Column("measure_label", _T, "what that measure counts, in words", _of_measure(lambda measure: measure.label)),
        Column("measure_kind", _T, "tally, state, share or rate", _of_measure(lambda m: None if m.kind is None else str(m.kind))),
        Column("measure_unit", _T, "the unit of the measure", _of_measure(lambda measure: measure.unit)),
        Column("listing", _I, "number of the listing whose items it counts",
            lambda item: number_of(item.document, of) if isinstance(of := item.count.of, Listing) else None),
        Column("total", _I, "number of the count that it is a part of",
            lambda item: number_of(item.document, item.count.total)),
        Column("scope", _T, "of where or of whom, where one measure is counted for several", lambda item: item.count.scope),
        *ends_of("as_of", "when it was so", lambda item: item.count.as_of),
        Column("value", _T, "its value in the canonical form, such as `~40 people`; null where it cannot be read",
            _of_quantity(str)),
        Column("unreadable", _T, "why its value cannot be read", lambda item: _why(item.value)),
        Column("declared", _B, "whether `value=` gives the value, and not the words",
            lambda item: item.count.declared is not None, required=True),
        *_number("stated", "the one number that it states; null for a range and for a vague word", lambda value: value.stated),
        *_ends("", "it is taken to mean, under the policy", outer=False),
        *_ends("outer_", "it may be stretched to, under the policy", outer=True),
        Column("comparator", _T, "the sign of its hedge: `=`, `~`, `>=`, `<`, `range`, ...",
            _of_quantity(lambda value: str(value.comparator))),
        Column("hedge", _T, "its hedge in words: about, at least, nearly, range, vague, ...; null for a bare number",
            _of_quantity(_hedge)),
        Column("vague", _T, "its vague word: dozens, several", _of_quantity(lambda value: value.vague)),
        Column("quantity_kind", _T, "number, ordinal, percent, percentage points, basis points, money, share or factor",
            _of_quantity(lambda value: str(value.kind))),
        Column("unit", _T, "what is counted, or the unit, as written", _of_quantity(lambda value: value.unit)),
        Column("currency", _T, "an ISO 4217 code, or a lower-case name where the country is open",
            _of_quantity(lambda value: value.currency)),
        Column("per", _T, "what it is a rate of", _of_quantity(lambda value: value.per)),
        Column("window", _T, "what it is counted within: an ISO 8601 duration or a number of things",
            _of_quantity(lambda value: value.window)),
        Column("streak", _B, "whether it counts in a row", _of_quantity(lambda value: value.streak)),
        Column("change", _T, "rose, fell, rose-to, ...: how it is a change and not a level; margin for a margin; null for a level",
            _of_quantity(lambda value: None if value.change is Change.NONE else str(value.change))),
        *_number("before", "the level before the change, where the text states both", lambda value: value.before),
        *_number("granularity", "the place value of its last digit", lambda value: value.granularity),
        Column("tone", _T, "a word that judges the number: only, just, barely",
            _of_quantity(lambda value: None if value.tone is None else str(value.tone))),
    ),
    _counts,
)  # fmt: skip


# -- Times -------------------------------------------------------------------------------------------------------------


def _time(item: Item) -> Time:
    assert isinstance(item.annotation, Time)
    return item.annotation


def _of_interval_of_time(read: Callable[[TimeInterval], Value]) -> Callable[[Item], Value]:
    def find(item: Item) -> Value:
        value = _time(item).value
        return read(value) if isinstance(value, TimeInterval) else None

    return find


_TYPES = {
    TimeInterval: "interval",
    Duration: "duration",
    TimeSet: "set",
    UnresolvedTime: "unresolved",
    Unreadable: "unreadable",
}


def _timex(item: Item) -> str | None:
    value = _time(item).value
    return None if isinstance(value, Unreadable) else value.timex


def _is_approximate(item: Item) -> bool | None:
    value = _time(item).value
    return value.approximate if isinstance(value, TimeInterval | Duration) else None


def _needs(item: Item) -> str | None:
    value = _time(item).value
    return value.needs if isinstance(value, UnresolvedTime) else _why(value)


def _seconds(item: Item) -> float | None:
    value = _time(item).value
    return nearest_float(value.seconds) if isinstance(value, TimeInterval | Duration) else None


TIMES = TableDefinition(
    "times",
    "one date or period",
    (
        *ANNOTATION,
        Column("event", _T, "id of the event that happened then", lambda item: None if (e := _time(item).of) is None else e.id),
        Column("event_label", _T, "what happened", lambda item: None if (e := _time(item).of) is None else e.label),
        Column("type", _T, "interval, duration, set (it recurs), unresolved or unreadable",
            lambda item: _TYPES[type(_time(item).value)], required=True),
        Column("value", _T, "its value in the canonical form: EDTF wherever EDTF can say it; null where it has none",
            lambda item: str(v) if not isinstance(v := _time(item).value, Unreadable | UnresolvedTime) else None),
        Column("edtf", _T, "the interval in EDTF, in which a clock time may be coarser",
            _of_interval_of_time(lambda time: time.edtf)),
        Column("timex", _T, "the TIMEX3 value", _timex),
        Column("needs", _T, "what it cannot be resolved without, or why it cannot be read", _needs),
        Column("declared", _B, "whether `value=` gives the value, and not the words",
            lambda item: _time(item).declared is not None, required=True),
        Column("first", _T, "the first moment of the interval, in ISO 8601; null where it is open or outside the years 1 to 9999",
            _of_interval_of_time(lambda time: None if time.start is None else time.start.isoformat())),
        Column("after", _T, "the first moment after the interval", _of_interval_of_time(
            lambda time: None if time.end is None else time.end.isoformat())),
        Column("first_second", _I, "the first moment in seconds from 0001-01-01T00:00 by the clock of the place, for any year",
            _of_interval_of_time(lambda time: time.lower)),
        Column("after_second", _I, "the first moment after it, in the same seconds",
            _of_interval_of_time(lambda time: time.upper)),
        Column("open_start", _B, "whether the interval has no stated beginning",
            _of_interval_of_time(lambda time: time.open_start)),
        Column("open_end", _B, "whether the interval has no stated end", _of_interval_of_time(lambda time: time.open_end)),
        Column("seconds", _N, "the length of an interval or a duration, a month counted as 30 days and a year as 365", _seconds),
        Column("offset", _I, "minutes east of UTC, where a zone was said", _of_interval_of_time(lambda time: time.offset)),
        Column("grain", _T, "the unit in which it is stated: day, month, year, ...",
            _of_interval_of_time(lambda time: str(time.grain))),
        Column("modifier", _T, "the TIMEX3 modifier: BEFORE, START, APPROX, ...",
            _of_interval_of_time(lambda time: None if time.mod is None else str(time.mod))),
        Column("approximate", _B, "whether it is inexact", _is_approximate),
        Column("uncertain", _B, "whether EDTF marks it as uncertain", _of_interval_of_time(lambda time: time.uncertain)),
        Column("ambiguous", _B, "whether its words have another reading", _of_interval_of_time(lambda time: time.ambiguous)),
        Column("reference", _T, "the day that it is counted from: that of the quote that it is in, or of publication",
            lambda item: None if (day := _time(item).reference) is None else day.isoformat()),
    ),
    items_of(Time),
)  # fmt: skip
