"""`Draft`: a quantity while its words are read, and how it becomes a `Quantity`."""

from __future__ import annotations

from typing import Any, Final

from newsfacts.immutable import maker
from newsfacts.values.quantities.exact import Number, is_power_of_ten, place_value
from newsfacts.values.quantities.quantity import Comparator, Quantity, QuantityKind
from newsfacts.values.quantities.reading.hedges import stronger
from newsfacts.values.quantities.reading.opening import Opening
from newsfacts.values.quantities.reading.ranges import LOWER_BOUNDS, UPPER_BOUNDS
from newsfacts.values.quantities.reading.term import Shape, Term

__all__ = ["Draft"]

_quantity: Final = maker(Quantity)


class Draft:
    """What has been read of a quantity; `index` is that of the token after it, `term` its last number."""

    __slots__ = ("change", "comparator", "index", "kind", "per", "shape", "streak", "term", "tone", "unit", "window")

    def __init__(self, opening: Opening, shape: Shape) -> None:
        self.shape = shape
        self.term = shape.low if shape.high is None else shape.high
        self.comparator, self.tone, self.change = opening.comparator, opening.tone, opening.change
        self.index = self.term.end
        self.kind = self.term.kind or QuantityKind.NUMBER
        self.unit = self.term.unit
        self.per: str | None = None
        self.window: str | None = None
        self.streak = False
        if shape.soft:
            self.hedge(Comparator.ABOUT)
        self.hedge(self.term.comparator)

    def hedge(self, comparator: Comparator) -> None:
        """Add one more hedge."""
        if comparator is not Comparator.PLAIN:
            self.comparator = stronger(self.comparator, comparator)

    def finish(self) -> Quantity:
        """The quantity that has been read."""
        fields = _range_fields(self) if self.shape.high is not None else _point_fields(self.term)
        return _quantity(
            comparator=self.comparator, kind=self.kind, unit=self.unit, currency=self.term.currency, tone=self.tone,
            change=self.change, window=self.window, streak=self.streak, per=self.per, **fields,
        )  # fmt: skip


def _range_fields(draft: Draft) -> dict[str, Any]:
    shape, low, high = draft.shape, draft.shape.low, draft.term
    bounds = shape.low_open or shape.high_open or draft.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
    if bounds and (draft.comparator in LOWER_BOUNDS or draft.comparator in UPPER_BOUNDS):
        draft.comparator = Comparator.PLAIN  # the two bounds have become the two ends
    places = [low.granularity, high.granularity, place_value(low.value or 0), place_value(high.value or 0)]
    finest = min((place for place in places if place is not None), default=None)
    return {
        "low": low.value, "high": high.value, "low_open": shape.low_open, "high_open": shape.high_open,
        "granularity": finest if finest is not None and is_power_of_ten(finest) else None,
    }  # fmt: skip


def _point_fields(term: Term) -> dict[str, Any]:
    if term.value is not None:
        return {"stated": term.value, "granularity": _settled_granularity(term)}
    if term.vague is not None:
        return {"vague": term.vague, "granularity": term.granularity}
    ten = term.granularity or 0  # "in her forties"
    return {"low": ten, "high": ten + 10, "high_open": True}


def _settled_granularity(term: Term) -> Number | None:
    """The granularity where it says more than the digits do, and fits them."""
    step, value = term.granularity, term.value
    if step is None or value is None:
        return None
    place = place_value(value)
    if place is None:
        return None
    if step in (12, 20, 6):
        return step if value and not value % step else None
    return step if step <= place else None
