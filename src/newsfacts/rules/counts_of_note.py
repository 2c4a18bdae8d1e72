"""What a document's counts say, read once for all rules: most documents have nothing to look at closer."""

from __future__ import annotations

import functools

from newsfacts.model import Count, Document, Measure, MeasureKind, Unreadable
from newsfacts.text.english import class_of_noun
from newsfacts.values.quantities.quantity import Change, Quantity, QuantityKind

__all__ = [
    "clashing_measures",
    "counts_in_percent",
    "counts_of_note",
    "counts_of_shares",
    "declared_counts",
    "fractional_counts",
    "negative_counts",
    "parts_of_wholes",
    "unfit_counts",
    "unreadable_counts",
]

# In Python 3.11 a member takes ten times as long where it is looked up in its class.
_SHARE, _RATE, _UNCHANGED, _NUMBER = MeasureKind.SHARE, MeasureKind.RATE, Change.NONE, QuantityKind.NUMBER
_IN_PARTS = frozenset({QuantityKind.PERCENT, QuantityKind.POINTS})
_PERSONS = frozenset({"person", "persons", "people", "man", "men", "woman", "women", "child", "children"})


class Counts:
    """Those counts of a document that have something about them, each group in reading order.

    All groups but the first four are of counts of a measure whose value can be read.
    """

    def __init__(self) -> None:
        self.declared: list[Count] = []
        self.unreadable: list[tuple[Count, Unreadable]] = []
        self.parts: list[Count] = []
        self.in_percent: list[tuple[Count, Quantity]] = []
        self.fractional: list[tuple[Count, Quantity]] = []
        self.negative: list[tuple[Count, Quantity]] = []
        self.shares: list[tuple[Count, Quantity]] = []
        self.unfit: list[tuple[Count, Quantity]] = []
        self.clashing: set[str] = set()


def counts_of_note(document: Document) -> bool:
    """Whether any count has something about it: rules that look at one of the groups below need this first."""
    found = document.derived(_counts)
    return bool(
        found.declared or found.unreadable or found.parts or found.in_percent or found.fractional
        or found.negative or found.shares or found.unfit or found.clashing
    )  # fmt: skip


def declared_counts(document: Document) -> list[Count]:
    """The counts with `value=`."""
    return document.derived(_counts).declared


def unreadable_counts(document: Document) -> list[tuple[Count, Unreadable]]:
    """The counts without a declared value whose words cannot be read, each with the reason."""
    return document.derived(_counts).unreadable


def parts_of_wholes(document: Document) -> list[Count]:
    """The counts that are a part of another, by `total=` or by the whole of their measure."""
    return document.derived(_counts).parts


def counts_in_percent(document: Document) -> list[tuple[Count, Quantity]]:
    """The counts in percent or in points, each with its value."""
    return document.derived(_counts).in_percent


def fractional_counts(document: Document) -> list[tuple[Count, Quantity]]:
    """The counts of what comes only whole whose value has an end that is a fraction, each with its value."""
    return document.derived(_counts).fractional


def negative_counts(document: Document) -> list[tuple[Count, Quantity]]:
    """The counts of a measure whose value has an end below zero, each with its value."""
    return document.derived(_counts).negative


def counts_of_shares(document: Document) -> list[tuple[Count, Quantity]]:
    """The counts of a measure that is a share, each with its value."""
    return document.derived(_counts).shares


def unfit_counts(document: Document) -> list[tuple[Count, Quantity]]:
    """The counts whose value their measure surely cannot have, each with its value."""
    return document.derived(_counts).unfit


def clashing_measures(document: Document) -> set[str]:
    """The ids of the measures that have counts with different values."""
    return document.derived(_counts).clashing


def _counts(document: Document) -> Counts:
    found = Counts()
    first: dict[str, Quantity] = {}
    for count in document.counts:
        value, measure = count.declared, count.of
        if value is not None:
            found.declared.append(count)
        else:
            value = count.read
            if isinstance(value, Unreadable):
                found.unreadable.append((count, value))
        if isinstance(value, Quantity) and (value.kind in _IN_PARTS or value.unit in ("point", "points")):
            found.in_percent.append((count, value))
        if not isinstance(measure, Measure):
            measure = None
        if count.total is not None or (measure is not None and measure.whole is not None):
            found.parts.append(count)
        if measure is not None and isinstance(value, Quantity):
            _look(found, count, value, measure)
            earlier = first.setdefault(measure.id, value)
            if earlier is not value and earlier != value:
                found.clashing.add(measure.id)
    return found


def _look(found: Counts, count: Count, value: Quantity, measure: Measure) -> None:
    """Add a count of a measure to the groups that it belongs to."""
    low, high = value.low, value.high
    if measure.integer and ((low is not None and low.denominator != 1) or (high is not None and high.denominator != 1)):
        found.fractional.append((count, value))
    if (low is not None and low < 0) or (high is not None and high < 0):
        found.negative.append((count, value))
    if measure.kind is _SHARE:
        found.shares.append((count, value))
    if is_unfit(value, measure):
        found.unfit.append((count, value))


def is_unfit(value: Quantity, measure: Measure) -> bool:
    """Whether a measure surely cannot have such a value. A change of a measure may be stated in percent, so it fits."""
    unit, kind = measure.unit, value.kind
    if unit is None or value.change is not _UNCHANGED or measure.kind is _RATE:
        return False
    if kind is _NUMBER:
        return value.unit is not None and is_another(value.unit, unit)
    if kind is QuantityKind.MONEY:
        return counts_persons(unit) or unit in ("%", "percent")
    if kind is QuantityKind.PERCENT:
        return counts_persons(unit) and measure.kind is not MeasureKind.SHARE and measure.whole is None
    return False


@functools.lru_cache(maxsize=4096)
def is_another(found: str, wanted: str) -> bool:
    """Whether the unit of a plain number is surely another one than that of a measure."""
    if found in ("times", "people") and wanted in ("%", "percent"):
        return True
    if found == "times":
        return counts_persons(wanted)
    if found == wanted:
        return False
    one, other = class_of_noun(found), class_of_noun(wanted)
    return one is not None and other is not None and one != other


def counts_persons(unit: str) -> bool:
    """Whether a unit is that of persons."""
    return unit.lower() in _PERSONS
