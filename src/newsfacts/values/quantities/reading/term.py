"""`Term` and `Shape`: what the readers of number phrases hand to each other while they read."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.currencies import CURRENCY_NAMES, MINOR_UNITS
from newsfacts.values.quantities.exact import Number, whole
from newsfacts.values.quantities.quantity import Comparator, QuantityKind
from newsfacts.values.quantities.reading.tokens import Token

__all__ = ["DECADE_THIRDS", "Shape", "Term", "singular"]


DECADE_THIRDS: Final = {
    "low": "low", "lower": "low", "early": "low", "mid": "mid", "middle": "mid", "high": "high", "upper": "high",
    "late": "high",
}  # fmt: skip
"""Words before a decade -> its third."""

_PLAIN: Final = Comparator.PLAIN


class Term:
    """One number with what belongs to it.

    `value` is None for a vague word. `kind` is None until something says it; `comparator` is a hedge that is part of
    the word ("most", "fortyish"); `multiplier` is that of the numeral; `plain` says that the numeral is one bare run of
    digits, `bare` that nothing is written after it.
    """

    __slots__ = (
        "bare", "comparator", "currency", "end", "granularity", "hyphenated", "kind", "multiplier", "plain", "third", "unit", "vague",
        "value",
    )  # fmt: skip

    def __init__(self, value: Number | None, granularity: Number | None, end: int) -> None:
        self.value = value
        self.granularity = granularity
        self.end: int = end
        self.kind: QuantityKind | None = None
        self.currency: str | None = None
        self.unit: str | None = None
        self.vague: str | None = None
        self.comparator: Comparator = _PLAIN
        self.multiplier: int = 0
        self.plain: bool = False
        self.bare: bool = True
        self.hyphenated: bool = False
        """Whether a hyphen joins the number to what follows: "five-year"."""
        self.third: str = ""
        """The part of a decade: low, mid or high."""

    @classmethod
    def decade(cls, first: int, end: int, tokens: Sequence[Token], at: int) -> Term:
        """ "the 40s", "the mid-40s", "the low 40s"; `at` is the token of the number."""
        term = cls(None, first, end)
        before = tokens[at - 2 if at > 1 and tokens[at - 1].text == "-" else at - 1].text if at else ""
        term.third = DECADE_THIRDS.get(before, "")
        return term

    @classmethod
    def ordinal(cls, value: int, end: int) -> Term:
        """An ordinal."""
        term = cls(value, None, end)
        term.kind = QuantityKind.ORDINAL
        return term

    def multiply(self, factor: Number) -> None:
        """Apply a magnitude that is written apart from the digits; their precision grows with it."""
        assert self.value is not None  # a vague word has its magnitude already
        self.value = whole(self.value * factor)
        self.granularity = whole((self.granularity or 1) * factor)


class Shape:
    """One term, or the two ends of a range; `soft` says that an end is hedged by itself.

    With `before`, the one term is a level, and `before` the earlier level that a change led away from. `per` is a rate
    that is written between two ends; `two_bounds` says that both ends are hedged as bounds. Defaults are kept by the class.
    """

    high: Term | None = None
    soft: bool = False
    low_open: bool = False
    high_open: bool = False
    before: Term | None = None
    per: str | None = None
    two_bounds: bool = False

    def __init__(self, low: Term, high: Term | None = None) -> None:
        self.low: Term = low
        if high is not None:
            self.high = high


@functools.lru_cache(maxsize=4096)
def singular(text: str) -> str:
    """The name of a currency or of its hundredth without a plural s."""
    if text in CURRENCY_NAMES or text in MINOR_UNITS:
        return text
    return text[:-1] if text.endswith("s") and len(text) > 2 else text
