"""What the words of a document's times and counts say, read once for all rules: most documents have nothing to look at closer."""

from __future__ import annotations

import attrs

from newsfacts.immutable import define
from newsfacts.model import Count, Document, Measure, MeasureKind, Time, Unreadable
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.times.times import TimeInterval, UnresolvedTime

__all__ = [
    "ambiguous_times",
    "clashing_measures",
    "counts_of_shares",
    "fractional_counts",
    "future_times",
    "negative_counts",
    "readable_counts",
    "unreadable_times",
    "unresolved_times",
    "weekday_times",
    "zoned_times",
]


@define
class Times:
    """Those times of a document whose words or values have something about them, each group in reading order."""

    unreadable: list[tuple[Time, Unreadable]] = attrs.field(factory=list)
    unresolved: list[tuple[Time, UnresolvedTime]] = attrs.field(factory=list)
    weekdays: list[tuple[Time, TimeInterval]] = attrs.field(factory=list)
    ambiguous: list[tuple[Time, TimeInterval]] = attrs.field(factory=list)
    future: list[tuple[Time, TimeInterval]] = attrs.field(factory=list)
    zoned: list[tuple[Time, TimeInterval]] = attrs.field(factory=list)


def unreadable_times(document: Document) -> list[tuple[Time, Unreadable]]:
    """The times without a declared value whose words cannot be read, each with the reason."""
    return document.derived(_times).unreadable


def unresolved_times(document: Document) -> list[tuple[Time, UnresolvedTime]]:
    """The times whose value needs something that the document does not say, each with its value."""
    return document.derived(_times).unresolved


def weekday_times(document: Document) -> list[tuple[Time, TimeInterval]]:
    """The times whose words name a weekday, each with what its words say."""
    return document.derived(_times).weekdays


def ambiguous_times(document: Document) -> list[tuple[Time, TimeInterval]]:
    """The times without a declared value whose words have two readings, each with the first."""
    return document.derived(_times).ambiguous


def future_times(document: Document) -> list[tuple[Time, TimeInterval]]:
    """The times that begin after the day on which the document was published or last changed, each with its value."""
    return document.derived(_times).future


def zoned_times(document: Document) -> list[tuple[Time, TimeInterval]]:
    """The times whose value has an offset from UTC other than zero, each with its value."""
    return document.derived(_times).zoned


def _times(document: Document) -> Times:
    from newsfacts.statements import day_of  # not needed for a document without times

    found = Times()
    published = document.updated or document.published
    end = day_of(published).upper if published is not None else None
    for time in document.times:
        read, declared = time.read, time.declared
        value = read if declared is None else declared
        if isinstance(value, TimeInterval):
            if value.offset:
                found.zoned.append((time, value))
            if end is not None and value.lower is not None and value.lower >= end:
                found.future.append((time, value))
        elif isinstance(value, UnresolvedTime):
            found.unresolved.append((time, value))
        if isinstance(read, TimeInterval):
            if read.weekday is not None:
                found.weekdays.append((time, read))
            if read.alternatives and declared is None:
                found.ambiguous.append((time, read))
        elif declared is None and isinstance(read, Unreadable):
            found.unreadable.append((time, read))
    return found


@define
class Counts:
    """The counts of a measure whose value can be read, each with its value, and those of them that have something about them."""

    measured: list[tuple[Count, Quantity]] = attrs.field(factory=list)
    fractional: list[tuple[Count, Quantity]] = attrs.field(factory=list)
    negative: list[tuple[Count, Quantity]] = attrs.field(factory=list)
    shares: list[tuple[Count, Quantity]] = attrs.field(factory=list)
    clashing: set[str] = attrs.field(factory=set)


def readable_counts(document: Document) -> list[tuple[Count, Quantity]]:
    """The counts of a measure whose value can be read, each with its value."""
    return document.derived(_counts).measured


def fractional_counts(document: Document) -> list[tuple[Count, Quantity]]:
    """The counts of what comes only whole whose value has an end that is a fraction, each with its value."""
    return document.derived(_counts).fractional


def negative_counts(document: Document) -> list[tuple[Count, Quantity]]:
    """The counts of a measure whose value has an end below zero, each with its value."""
    return document.derived(_counts).negative


def counts_of_shares(document: Document) -> list[tuple[Count, Quantity]]:
    """The counts of a measure that is a share, each with its value."""
    return document.derived(_counts).shares


def clashing_measures(document: Document) -> set[str]:
    """The ids of the measures that have counts with different values."""
    return document.derived(_counts).clashing


def _counts(document: Document) -> Counts:
    found = Counts()
    first: dict[str, Quantity] = {}
    for count in document.counts:
        measure = count.of
        if not isinstance(measure, Measure) or isinstance(value := count.value, Unreadable):
            continue
        pair = (count, value)
        found.measured.append(pair)
        low, high = value.low, value.high
        if measure.integer and (
            (low is not None and low.denominator != 1) or (high is not None and high.denominator != 1)
        ):
            found.fractional.append(pair)
        if (low is not None and low < 0) or (high is not None and high < 0):
            found.negative.append(pair)
        if measure.kind is MeasureKind.SHARE:
            found.shares.append(pair)
        earlier = first.setdefault(measure.id, value)
        if earlier is not value and earlier != value:
            found.clashing.add(measure.id)
    return found
