"""`Draft`: a quantity while its words are read, and how it becomes a `Quantity`."""

from __future__ import annotations

from typing import Any, Final

from newsfacts.immutable import maker
from newsfacts.values.quantities.exact import Number, is_power_of_ten, place_value, whole
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind, Tone, new_point, new_range
from newsfacts.values.quantities.reading.hedges import stronger
from newsfacts.values.quantities.reading.opening import Opening
from newsfacts.values.quantities.reading.term import Shape, Term
from newsfacts.values.quantities.units import MEASURES

__all__ = ["Draft"]

_quantity: Final = maker(Quantity)
_PLAIN: Final = Comparator.PLAIN
_NUMBER: Final = QuantityKind.NUMBER
_MONEY: Final = QuantityKind.MONEY
_SHARES: Final = frozenset({QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.BASIS_POINTS})


class Draft:
    """What has been read of a quantity; `index` is that of the token after it, `term` its last number."""

    before: Number | None = None
    """The level that a change led away from."""
    window: str | None = None
    streak: bool = False

    def __init__(self, opening: Opening, shape: Shape) -> None:
        self.opening: Opening = opening
        self.shape: Shape = shape
        if shape.before is not None:
            self.before = shape.before.value
        term = shape.high or shape.low
        self.term: Term = term
        self.comparator: Comparator = opening.comparator
        self.tone: Tone | None = opening.tone
        self.change: Change = opening.change
        self.index: int = term.end
        self.kind: QuantityKind = term.kind or _NUMBER
        self.unit: str | None = term.unit
        self.per: str | None = shape.per
        if shape.soft:
            self.hedge(Comparator.ABOUT)
        if term.comparator is not _PLAIN:
            self.hedge(term.comparator)

    def hedge(self, comparator: Comparator) -> None:
        """Add one more hedge."""
        if comparator is not _PLAIN:
            self.comparator = stronger(self.comparator, comparator)

    def finish(self) -> Quantity:
        """The quantity that has been read."""
        if self.opening.end > self.opening.start:
            self._settle_opening()
        term = self.term
        if self.window is None and self.before is None and (term.currency is not None) is (self.kind is _MONEY):
            found = self._finish_digits(term)
            if found is not None:
                return found
        if self.shape.high is None and term.value is not None:
            granularity = None if term.granularity is None else _settled_granularity(term.granularity, term.value)
            return _quantity(
                stated=term.value, comparator=self.comparator, kind=self.kind, unit=self.unit, currency=term.currency,
                granularity=granularity, tone=self.tone, change=self.change, window=self.window, streak=self.streak,
                per=self.per, before=self.before,
            )  # fmt: skip
        fields = _range_fields(self) if self.shape.high is not None else _inexact_fields(term)
        return _quantity(
            comparator=self.comparator, kind=self.kind, unit=self.unit, currency=self.term.currency, tone=self.tone,
            change=self.change, window=self.window, streak=self.streak, per=self.per, before=self.before, **fields,
        )  # fmt: skip

    def _finish_digits(self, term: Term) -> Quantity | None:
        """The quantity where its digits say how exact it is, as most do; None for any other."""
        shape, value, step = self.shape, term.value, term.granularity
        if value is None:
            return None
        if shape.high is None:
            if type(value) is not int:
                value = whole(value)
            place = place_value(value)
            if step is not None and step is not place and step != place:
                return None
            return new_point(
                value,
                self.comparator,
                self.kind,
                self.unit,
                term.currency,
                place,
                self.tone,
                self.change,
                self.streak,
                self.per,
            )
        low = shape.low.value
        plain = step is None and shape.low.granularity is None and self.comparator is _PLAIN and not shape.two_bounds
        if not plain or type(low) is not int or type(value) is not int or low >= value:
            return None
        return new_range(low, value, self.kind, self.unit, term.currency, self.tone, self.change, self.streak, self.per)

    def _settle_opening(self) -> None:
        """What the opening words say goes by what the number turned out to be."""
        opening, kind = self.opening, self.kind
        if opening.is_past:
            measure = MEASURES.get((self.unit or "").lower())
            if measure is not None and measure.dimension in ("time", "calendar time"):
                self.comparator = Comparator.PLAIN  # "past 10 years"
        if opening.is_particle and self.change in (Change.UP, Change.DOWN) and self._is_counted():
            self.change = Change.NONE  # "shot down 15 drones"
        if opening.is_place:
            self._settle_place()
        if opening.is_percent and kind not in _SHARES:
            self.change = Change.NONE
        if opening.is_loss and kind is QuantityKind.MONEY:
            self.change = Change.NONE  # "a net loss of $4 billion" is as large as "a $4 billion loss"

    def _is_counted(self) -> bool:
        """Whether it is an amount of things or of money, not of points."""
        return self.kind in (QuantityKind.NUMBER, QuantityKind.MONEY) and self.unit not in ("point", "points")

    def _settle_place(self) -> None:
        """ "under a five-year contract", "climbed over six years": no bound."""
        measure = MEASURES.get((self.unit or "").lower())
        time = measure is not None and measure.dimension in ("time", "calendar time")
        if self.change in (Change.UP, Change.DOWN):
            if time and self.kind is QuantityKind.NUMBER:
                self.change, self.comparator = Change.NONE, Comparator.PLAIN
        elif self.term.hyphenated:
            self.comparator = Comparator.PLAIN


_THIRDS: Final = {"": (0, 10), "low": (0, 3), "mid": (3, 7), "high": (7, 10)}
"""How far the parts of a decade reach: the low 20s are 20 to 23, the mid-20s 23 to 27, the high 20s 27 to below 30."""


def _range_fields(draft: Draft) -> dict[str, Any]:
    shape, low, high = draft.shape, draft.shape.low, draft.term
    if shape.two_bounds or draft.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST):
        draft.comparator = Comparator.PLAIN  # the two bounds have become the two ends
    finest = None  # the digits say it
    if low.granularity is not None or high.granularity is not None:
        places = [low.granularity, high.granularity, place_value(low.value or 0), place_value(high.value or 0)]
        finest = min((place for place in places if place is not None), default=None)
    return {
        "low": low.value, "high": high.value, "low_open": shape.low_open, "high_open": shape.high_open,
        "granularity": finest if finest is not None and is_power_of_ten(finest) else None,
    }  # fmt: skip


def _inexact_fields(term: Term) -> dict[str, Any]:
    """Those of a vague word or a decade."""
    if term.vague is not None:
        return {"vague": term.vague, "granularity": term.granularity}
    ten = term.granularity or 0  # "in her forties"
    low, high = _THIRDS[term.third]
    return {"low": ten + low, "high": ten + high, "high_open": high == 10}


def _settled_granularity(step: Number, value: Number) -> Number | None:
    """The granularity where it says more than the digits do, and fits them."""
    place = place_value(value)
    if place is None or step is place:
        return place
    if step in (12, 20, 6):
        return step if value and not value % step else None
    return step if step <= place else None
