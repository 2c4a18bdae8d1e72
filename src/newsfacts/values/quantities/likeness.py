"""Whether two quantities are of one kind, so that they can be compared, and why not."""

from __future__ import annotations

from typing import Final, NamedTuple

import attrs

from newsfacts.values.quantities.plurals import singular_noun
from newsfacts.values.quantities.quantity import Change, Quantity, QuantityKind
from newsfacts.values.quantities.scales import Scale, is_bare_degree, same_rate, scale_of
from newsfacts.values.quantities.units import MEASURES

__all__ = ["Unlike", "are_pounds", "is_level", "unlike", "unnamed_scale", "with_scale_of"]

_LEVELS: Final = (Change.NONE, Change.UP_TO, Change.DOWN_TO)
_SIZES: Final = (Change.UP, Change.DOWN)
_COMPARABLE: Final = (
    {QuantityKind.PERCENT, QuantityKind.SHARE},
    {QuantityKind.POINTS, QuantityKind.BASIS_POINTS},
)


class Unlike(NamedTuple):
    """Why two quantities cannot be compared: the name of the rule, and the reason as part of a sentence."""

    rule: str
    reason: str


def unlike(a: Quantity, b: Quantity, one_measure: bool = False) -> Unlike | None:
    """Why two quantities cannot be compared; None if they can.

    With `one_measure`, nouns are not compared: both are known to count the same thing.
    """
    if a.kind is not b.kind or a.currency != b.currency:
        apart = _unlike_kinds(a, b)
        if apart is not None:
            return apart
    if a.change is not b.change and _role(a) != _role(b):
        if Change.MARGIN in (a.change, b.change):
            return Unlike("unlike-change", "only one is a margin around a level")
        return Unlike("unlike-change", "one is the size of a change or an earlier level, and the other is not")
    if not same_rate(a.per, b.per) and not _are_on_one_scale(a, b):
        both = a.per and b.per
        return Unlike("unlike-rate", f"one is per {a.per}, the other per {b.per}" if both else "only one is a rate")
    if a.window != b.window:
        if a.window and b.window:
            return Unlike("unlike-window", "they are counted in different windows of time")
        return Unlike("unlike-window", "only one is counted within a window of time")
    if a.streak != b.streak:
        return Unlike("unlike-streak", "only one counts what happened in a row")
    return None if one_measure and not (_scale(a) and _scale(b)) else _unlike_units(a, b)


def _unlike_kinds(a: Quantity, b: Quantity) -> Unlike | None:
    kinds = {a.kind, b.kind}
    if are_pounds(a, b) or are_pounds(b, a):
        return None
    if a.kind is not b.kind and kinds not in _COMPARABLE:
        if QuantityKind.PERCENT in kinds and kinds & {QuantityKind.POINTS, QuantityKind.BASIS_POINTS}:
            return Unlike("unlike-percent", "a percentage is relative and percentage points are absolute")
        return Unlike("unlike-kind", f"one is {_article(a.kind)} and the other {_article(b.kind)}")
    if a.currency != b.currency:
        return Unlike("unlike-currency", f"{a.currency} and {b.currency} are not converted into each other")
    return None


def is_level(q: Quantity) -> bool:
    """Whether it is a level, and not the size of a change or a margin."""
    return q.change in _LEVELS


def unnamed_scale(a: Quantity, b: Quantity) -> Unlike | None:
    """Why two temperatures of which one is in degrees of an unnamed scale do not contradict each other; None for other quantities."""
    for one, other in ((a, b), (b, a)):
        if is_bare_degree(one.unit) and other.unit is not None and not is_bare_degree(other.unit):
            return Unlike("unlike-unit", f"the scale of the {one.unit} is not named")
    return None


def _role(q: Quantity) -> str:
    """What the number says: a level, the size of a change, the level before one, or a margin."""
    if q.change is Change.MARGIN:
        return "margin"
    return "level" if is_level(q) else "size" if q.change in _SIZES else "before"


def _article(kind: QuantityKind) -> str:
    if kind in (QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.BASIS_POINTS, QuantityKind.MONEY):
        return "a percentage" if kind is QuantityKind.PERCENT else str(kind)
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def are_pounds(a: Quantity, b: Quantity) -> bool:
    """ "361 million pounds" compared with "£361m"."""
    return a.kind is QuantityKind.NUMBER and a.unit in ("pound", "pounds") and b.currency == "GBP"


def _scale(q: Quantity) -> Scale | None:
    return None if q.unit is None or q.kind is not QuantityKind.NUMBER else scale_of(q.unit, q.per)


def _dimension(q: Quantity, scale: Scale) -> str:
    """What is measured, also where the unit has no factor."""
    measure = MEASURES.get((q.unit or "").lower())
    return scale.dimension if measure is None or q.per is not None else measure.dimension


def _are_on_one_scale(a: Quantity, b: Quantity) -> bool:
    one, two = _scale(a), _scale(b)
    return one is not None and two is not None and one.dimension == two.dimension


def with_scale_of(a: Quantity, b: Quantity) -> Quantity:
    """`a` in the unit of `b` where it has no unit of its own, or is in degrees and no scale is named."""
    two = _scale(b)
    if two is None or a.kind is not QuantityKind.NUMBER:
        return a
    if a.unit is None or (is_bare_degree(a.unit) and not is_bare_degree(b.unit) and two.dimension == "temperature"):
        return attrs.evolve(a, unit=b.unit)
    return a


def _noun(q: Quantity) -> str | None:
    """The counted noun phrase with its last noun in the singular."""
    if q.unit is None or q.kind in (QuantityKind.FACTOR, QuantityKind.MONEY):
        return None
    words = q.unit.lower().split()
    return " ".join([*words[:-1], singular_noun(words[-1])])


def _unlike_units(a: Quantity, b: Quantity) -> Unlike | None:
    one, two = _scale(a), _scale(b)
    left, right = _noun(a), _noun(b)
    if one is not None and two is not None:
        if one.dimension == two.dimension:
            return None
        measured, other = _dimension(a, one), _dimension(b, two)
        if measured == other:
            return Unlike("unlike-unit", f"{a.unit} and {b.unit} have no exact factor")
        return Unlike("unlike-unit", f"{a.unit} measures {measured} and {b.unit} {other}")
    if left is None or right is None or left == right or ("time" in (left, right) and one is None and two is None):
        return None
    return Unlike("unlike-unit", f"one counts {a.unit}, the other {b.unit}")
