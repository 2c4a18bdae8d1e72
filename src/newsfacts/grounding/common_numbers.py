"""Numbers that are found anywhere: "three", "20 percent", "$15". The same one elsewhere in a source is chance.

They support a number of a text only where the words around both say that they are of the same thing.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from newsfacts.finders.results import FoundQuantity, FoundValue
from newsfacts.grounding.context import Context
from newsfacts.grounding.likeness import Likeness
from newsfacts.values.quantities.quantity import QuantityKind

__all__ = ["is_chance", "is_common"]

SMALL: Final = 20
"""Counts up to this one are common."""
ROUND: Final = 5
"""Percentages that are multiples of this one are common."""
SMALL_MONEY: Final = 100
"""Sums of less than this are common."""
ENOUGH: Final = 2
"""So many shared words are enough, in whatever clause they are; for a percentage or a share half as many."""


def is_common(value: FoundValue) -> bool:
    """Whether a number is found in sentences about anything: a small count, a round percentage or share, a small sum."""
    if not isinstance(value, FoundQuantity) or value.value.stated is None:
        return False
    stated = abs(Fraction(value.value.stated))
    kind = value.value.kind
    if kind is QuantityKind.MONEY:
        return stated < SMALL_MONEY
    if kind is QuantityKind.PERCENT:
        return stated % ROUND == 0
    return kind is QuantityKind.SHARE or (kind is QuantityKind.NUMBER and stated <= SMALL)


def is_chance(value: FoundValue, said: Context, known: Context, alike: Likeness) -> bool:
    """Whether a common number is the same by chance: no word of its clause is shared, and hardly one of its sentence."""
    if not is_common(value) or not said.near.isdisjoint(known.near) or said.near_names & known.names:
        return False
    is_part = isinstance(value, FoundQuantity) and value.value.kind in (QuantityKind.PERCENT, QuantityKind.SHARE)
    return len(alike.shared) < (ENOUGH // 2 if is_part else ENOUGH)
