"""Quantities in the words of a sentence."""

from __future__ import annotations

import functools

from newsfacts.values.quantities.exact import Number, ordinal_suffix, show_large_number, show_number
from newsfacts.values.quantities.quantity import Comparator, Quantity, QuantityKind

__all__ = ["say", "say_number"]

_C, _K = Comparator, QuantityKind
_HEDGES = {
    _C.PLAIN: "", _C.EXACTLY: "exactly ", _C.ABOUT: "about ", _C.CLOSE_TO: "close to ", _C.NEARLY: "nearly ",
    _C.JUST_OVER: "just over ", _C.MORE_THAN: "more than ", _C.WELL_OVER: "well over ", _C.AT_LEAST: "at least ",
    _C.ODD: "", _C.LESS_THAN: "less than ", _C.WELL_UNDER: "well under ", _C.AT_MOST: "at most ", _C.UP_TO: "up to ",
    _C.RANGE: "", _C.VAGUE: "",
}  # fmt: skip
_SUFFIXES = {
    _K.PERCENT: " percent",
    _K.POINTS: " percentage points",
    _K.BASIS_POINTS: " basis points",
    _K.FACTOR: " times",
}


@functools.lru_cache(maxsize=2048)
def say(quantity: Quantity, *, large: bool = False) -> str:
    """A quantity in words: "at least 12", "18 to 25 percent", "exactly 40", "2nd". The counted noun is left out.

    With `large`, millions are in words: "1.3 trillion".
    """
    show = show_large_number if large else show_number
    if quantity.vague is not None:
        number = quantity.vague
    elif quantity.stated is not None:
        plain = quantity.kind not in (_K.SHARE, _K.ORDINAL)
        number = show(quantity.stated) if plain else say_number(quantity.stated, quantity.kind)
    else:
        assert quantity.low is not None  # a range has both ends
        assert quantity.high is not None
        number = f"{show(quantity.low)} to {show(quantity.high)}"
    odd = "-odd" if quantity.comparator is Comparator.ODD else ""
    currency = f"{quantity.currency} " if quantity.currency else ""
    margin = "plus or minus " if quantity.is_margin else ""
    return f"{margin}{_HEDGES[quantity.comparator]}{currency}{number}{odd}{_SUFFIXES.get(quantity.kind, '')}"


def say_number(value: Number, kind: QuantityKind = QuantityKind.NUMBER) -> str:
    """A number in digits, an ordinal with its ending, a share as a fraction."""
    if kind is QuantityKind.SHARE and value.denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    if kind is not QuantityKind.ORDINAL:
        return show_number(value)
    return f"{show_number(value)}{ordinal_suffix(value)}"
