"""What running text leaves out of a number, filled in from the number that it is compared with.

"46 to 40 percent", "Cruz 25 percent and Rubio 14", "Anna Weiss, 26," for "a 26-year-old", "24 points" of an index in one
text and of a poll in another: the unit is said once, or known from the place of the number.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from newsfacts.finders.results import FoundQuantity
from newsfacts.values.quantities.quantity import Change, Quantity, QuantityKind

__all__ = ["completed"]

_PERCENT: Final = re.compile(r"%|\bper ?cent\b")
_POINT: Final = re.compile(r"\bpoints?\b")
_AGE: Final = re.compile(r"\d[ -]?years?[ -]old\b|\w-years?-old\b|\byears?[ -]old\b", re.IGNORECASE)
_FURTHER: Final = re.compile(r"\b(?:additional|another|further|extra|new|more)[ \u00a0]+\Z", re.IGNORECASE)
_MORE: Final = re.compile(r"\b(?:more|additional|further|extra|new)\b(?! than)", re.IGNORECASE)
_PERCENTAGES: Final = (QuantityKind.PERCENT, QuantityKind.POINTS)
_OLDEST: Final = 120
_REACH: Final = 24


def completed(
    own: Quantity, found: FoundQuantity, sentence: str, other: Quantity, other_found: FoundQuantity, other_sentence: str
) -> Quantity:
    """A number in the unit of `other` where its sentence leaves the unit out; the number itself where it does not."""
    if _is_bare(own, found) and other.kind in _PERCENTAGES and _PERCENT.search(sentence):
        return attrs.evolve(own, kind=other.kind)
    if _is_bare(other, other_found) and _is_age(other) and _AGE.search(found.words):
        return attrs.evolve(own, unit=None)
    if _POINT.search(found.words) and _POINT.search(other_found.words):
        if own.kind is QuantityKind.NUMBER and other.kind is QuantityKind.POINTS:
            own = attrs.evolve(own, kind=QuantityKind.POINTS, unit=None)
        elif own.kind is other.kind is QuantityKind.NUMBER:
            own = attrs.evolve(own, unit=other.unit)
    if own.change is Change.UP and other.change is Change.NONE and _MORE.search(found.words):
        start = other_found.span.start
        if _FURTHER.search(other_sentence, max(start - _REACH, 0), start):
            return attrs.evolve(own, change=Change.NONE)
    return own


def _is_bare(quantity: Quantity, found: FoundQuantity) -> bool:
    return quantity.kind is QuantityKind.NUMBER and quantity.unit is None and found.counted is None


def _is_age(quantity: Quantity) -> bool:
    highest = quantity.high if quantity.high is not None else quantity.stated
    return highest is not None and highest <= _OLDEST
