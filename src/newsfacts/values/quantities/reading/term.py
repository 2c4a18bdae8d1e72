"""`Term` and `Shape`: what the readers of number phrases hand to each other while they read."""

from __future__ import annotations

import functools
from fractions import Fraction
from typing import NamedTuple

from newsfacts.values.quantities.quantity import Comparator, QuantityKind
from newsfacts.values.quantities.units import CURRENCY_NAMES, MINOR_UNITS

__all__ = ["Number", "Shape", "Term", "singular", "whole"]

Number = int | Fraction


class Term:
    """One number with what belongs to it; `kind` is None until something says it."""

    __slots__ = (
        "bare",
        "comparator",
        "currency",
        "end",
        "granularity",
        "kind",
        "multiplier",
        "plain",
        "unit",
        "vague",
        "value",
    )

    def __init__(self, value: Number | None, granularity: Number | None, end: int) -> None:
        self.value = value
        self.granularity = granularity
        self.end = end
        self.kind: QuantityKind | None = None
        self.currency: str | None = None
        self.unit: str | None = None
        self.vague: str | None = None
        self.comparator = Comparator.PLAIN  # a hedge that is part of the word: "most", "fortyish"
        self.multiplier = 0
        self.plain = False
        self.bare = True  # nothing is written after the digits


class Shape(NamedTuple):
    """One term, or the two ends of a range; `soft` says that an end is hedged by itself."""

    low: Term
    high: Term | None = None
    soft: bool = False
    low_open: bool = False
    high_open: bool = False


def whole(value: Number) -> Number:
    """An `int` wherever the value is whole."""
    return value.numerator if value.denominator == 1 else value


@functools.lru_cache(maxsize=4096)
def singular(text: str) -> str:
    """The name of a currency or of its hundredth without a plural s."""
    if text in CURRENCY_NAMES or text in MINOR_UNITS:
        return text
    return text[:-1] if text.endswith("s") and len(text) > 2 else text
