"""How a declared value differs from its words: one answer, so that exactly one rule speaks of it."""

from __future__ import annotations

import enum
import functools
from fractions import Fraction

from newsfacts.model import Count, Document
from newsfacts.rules.counts_of_note import declared_counts, unfit_counts
from newsfacts.rules.units import same_unit
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind

__all__ = ["LOWER_BOUNDS", "UPPER_BOUNDS", "Difference", "difference", "differing", "other_units"]

LOWER_BOUNDS = frozenset({
    Comparator.JUST_OVER, Comparator.MORE_THAN, Comparator.WELL_OVER, Comparator.AT_LEAST, Comparator.ODD,
})  # fmt: skip
"""Hedges that say that it is this much or more."""

UPPER_BOUNDS = frozenset({
    Comparator.NEARLY, Comparator.LESS_THAN, Comparator.WELL_UNDER, Comparator.AT_MOST, Comparator.UP_TO,
})  # fmt: skip
"""Hedges that say that it is this much or less."""

_BARE = (Comparator.PLAIN, Comparator.EXACTLY)
_MAGNITUDES = frozenset(10**power for power in (3, 5, 6, 7, 9, 12))
_PARTS = {QuantityKind.SHARE: Fraction(1), QuantityKind.PERCENT: Fraction(1, 100)}
_POINTS = {QuantityKind.POINTS: Fraction(1), QuantityKind.BASIS_POINTS: Fraction(1, 100)}
_POINT_UNITS = frozenset({"point", "points"})


class Difference(enum.Enum):
    """What became of the words on the way into `value=`."""

    NONE = "none"
    LOST_HEDGE = "lost hedge"
    ADDED_HEDGE = "added hedge"
    REVERSED_BOUND = "reversed bound"
    COLLAPSED_RANGE = "collapsed range"
    LOST_MAGNITUDE = "lost magnitude"
    CHANGED_UNIT = "changed unit"
    PERCENT_AND_POINTS = "percent and points"
    MAPPED_VAGUE = "mapped vague word"
    OTHER = "other"


def differing(document: Document, wanted: Difference) -> tuple[tuple[Count, Quantity, Quantity], ...]:
    """Counts whose declared value departs from the words in this way, with the declared and the read value."""
    return tuple(document.derived(_by_difference).get(wanted, ()))


def other_units(document: Document) -> bool:
    """Whether a count has another unit than its words, or than its measure."""
    return bool(unfit_counts(document) or (declared_counts(document) and differing(document, Difference.CHANGED_UNIT)))


def _by_difference(document: Document) -> dict[Difference, list[tuple[Count, Quantity, Quantity]]]:
    found: dict[Difference, list[tuple[Count, Quantity, Quantity]]] = {}
    for count in declared_counts(document):
        declared = count.declared
        if isinstance(declared, Quantity):
            read = count.read
            if isinstance(read, Quantity):
                found.setdefault(difference(declared, read), []).append((count, declared, read))
    return found


@functools.lru_cache(maxsize=4096)
def difference(declared: Quantity, read: Quantity) -> Difference:
    """How the declared value differs from what the words say; the first that applies of the list in this module."""
    kind = of_kind(declared, read)
    if kind is not None:
        return kind
    scale = scale_of(declared, read)
    if read.vague is not None:
        same = declared.vague == read.vague and declared.granularity == read.granularity
        return Difference.NONE if same else Difference.MAPPED_VAGUE
    if declared.vague is not None:
        return Difference.OTHER
    if {declared.change, read.change} == {Change.UP, Change.DOWN}:
        return Difference.OTHER
    if read.stated is None:
        return of_range(declared, read, scale)
    if declared.stated is None:
        return of_widened(declared, read, scale)
    if declared.stated * scale != read.stated:
        return Difference.LOST_MAGNITUDE if is_magnitude(declared.stated * scale, read.stated) else Difference.OTHER
    if declared.window is not None and read.window is not None and declared.window != read.window:
        return Difference.OTHER
    return of_hedge(declared.comparator, read.comparator)


def of_kind(declared: Quantity, read: Quantity) -> Difference | None:
    """What differs in kind or unit, if anything does."""
    kinds = {declared.kind, read.kind}
    if declared.kind is not read.kind:
        if kinds <= _PARTS.keys() or kinds <= _POINTS.keys():
            pass  # half and 50 %, half a point and 50 basis points
        elif kinds & _POINTS.keys() and kinds & _PARTS.keys():
            return Difference.PERCENT_AND_POINTS
        elif declared.kind is QuantityKind.POINTS and read.kind is QuantityKind.NUMBER and read.unit in _POINT_UNITS:
            pass
        elif not (kinds == {QuantityKind.FACTOR, QuantityKind.NUMBER} and (declared.unit or "times") == "times"):
            return Difference.CHANGED_UNIT
    if declared.currency != read.currency:
        return Difference.CHANGED_UNIT
    if declared.unit and read.unit and not same_unit(declared.unit, read.unit):
        return Difference.CHANGED_UNIT
    if declared.per and read.per and not same_unit(declared.per, read.per):
        return Difference.CHANGED_UNIT
    return None


def of_range(declared: Quantity, read: Quantity, scale: Fraction) -> Difference:
    """The words give a range."""
    low, high = read.low, read.high
    assert low is not None  # a range has both ends
    assert high is not None
    if declared.stated is not None:
        stated = declared.stated * scale
        if low <= stated <= high:
            return Difference.COLLAPSED_RANGE
        return (
            Difference.LOST_MAGNITUDE if is_magnitude(stated, high) or is_magnitude(stated, low) else Difference.OTHER
        )
    assert declared.low is not None  # so has this one
    assert declared.high is not None
    ends = (declared.low * scale, declared.high * scale)
    if ends == (low, high):
        return of_hedge(declared.comparator, read.comparator)
    one_lost = (ends[1] == high and is_magnitude(ends[0], low)) or (ends[0] == low and is_magnitude(ends[1], high))
    both_lost = is_magnitude(ends[0], low) and is_magnitude(ends[1], high)
    return Difference.LOST_MAGNITUDE if one_lost or both_lost else Difference.OTHER


def of_widened(declared: Quantity, read: Quantity, scale: Fraction) -> Difference:
    """The words give one number, the value a range: a house may write "about 40" as 36..44."""
    assert declared.low is not None  # the caller looked
    assert declared.high is not None
    assert read.stated is not None
    if not declared.low * scale <= read.stated <= declared.high * scale:
        return Difference.OTHER
    return Difference.ADDED_HEDGE if read.comparator in _BARE else Difference.NONE


def of_hedge(declared: Comparator, read: Comparator) -> Difference:
    """The numbers are the same; their hedges may not be."""
    plain = (*_BARE, Comparator.RANGE)
    if declared is read or (declared in plain and read in plain):
        return Difference.NONE
    if declared in plain:
        return Difference.LOST_HEDGE
    if read in plain:
        return Difference.ADDED_HEDGE
    if (declared in LOWER_BOUNDS and read in UPPER_BOUNDS) or (declared in UPPER_BOUNDS and read in LOWER_BOUNDS):
        return Difference.REVERSED_BOUND
    return Difference.OTHER


def scale_of(declared: Quantity, read: Quantity) -> Fraction:
    """What turns the declared number into the unit of the read one: 1/100 for "half" written as 50 %."""
    for table in (_PARTS, _POINTS):
        if declared.kind in table and read.kind in table:
            return table[declared.kind] / table[read.kind]
    return Fraction(1)


def is_magnitude(first: int | Fraction, second: int | Fraction) -> bool:
    """Whether one number is the other times a thousand, a lakh, a million, a crore, a billion or a trillion."""
    if not first or not second:
        return False
    ratio = Fraction(first) / Fraction(second)
    return ratio in _MAGNITUDES or 1 / ratio in _MAGNITUDES
