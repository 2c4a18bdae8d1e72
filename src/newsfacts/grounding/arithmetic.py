"""The text's own arithmetic: a figure that is the sum or the difference of figures that the sources have."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

import attrs

from newsfacts.text.spans import Span
from newsfacts.values.quantities.prose import say
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind

__all__ = ["MAX_FIGURES", "Figure", "is_small", "worked_out"]

MAX_FIGURES: Final = 12
"""So many figures of a paragraph are added and subtracted."""
MAX_TERMS: Final = 4
"""So many figures make up a sum."""
_BARE: Final = (Comparator.PLAIN, Comparator.EXACTLY)
_KINDS: Final = (
    QuantityKind.NUMBER, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.SHARE,
)  # fmt: skip


SMALL: Final = 100
"""A figure below this is taken for a sum or a difference only where the text says that it is one."""


@attrs.frozen
class Figure:
    """A quantity of the text, and whether the sources have it."""

    span: Span
    value: Quantity
    is_supported: bool


def is_small(figure: Quantity) -> bool:
    """Whether a figure is so small that many others differ by it, or add up to it, by chance."""
    target = _plain(figure)
    return target is not None and target < SMALL


def worked_out(figure: Quantity, known: Sequence[Quantity], *, is_told: bool) -> str | None:
    """How a figure follows from others, as "12 + 5"; None where it does not, or where that would be chance.

    `is_told` is whether the sentence has a word such as "total" or "more".
    """
    target = _plain(figure)
    if target is None or (is_small(figure) and not is_told):
        return None
    terms: list[tuple[Fraction | int, str]] = []
    for other in known:
        value = _plain(other)
        if value is not None and value > 0 and _same_scale(figure, other) and value not in [old for old, _ in terms]:
            terms.append((value, say(other)))
    terms = terms[:MAX_FIGURES]
    for pair in combinations(terms, 2):
        low, high = sorted(pair)
        if high[0] - low[0] == target != low[0]:
            return f"{high[1]} - {low[1]}"
    for size in range(2, (MAX_TERMS if is_told else 2) + 1):
        for chosen in combinations(terms, size):
            if sum(value for value, _ in chosen) == target:
                return " + ".join(name for _, name in chosen)
    return None


def _plain(quantity: Quantity) -> Fraction | int | None:
    if quantity.stated is None or quantity.comparator not in _BARE or quantity.kind not in _KINDS:
        return None
    return quantity.stated if quantity.change in (Change.NONE, Change.UP, Change.DOWN) else None


def _same_scale(one: Quantity, other: Quantity) -> bool:
    percent = {QuantityKind.PERCENT, QuantityKind.POINTS}
    return one.currency == other.currency and (one.kind is other.kind or {one.kind, other.kind} == percent)
