"""Exact numbers: `int` wherever a number is whole, `Fraction` elsewhere, never a float."""

from __future__ import annotations

import functools
from fractions import Fraction

__all__ = ["Number", "decimal_place", "is_power_of_ten", "place_value", "size_of", "times", "whole"]

Number = int | Fraction


def whole(value: Number) -> Number:
    """The same number, as an `int` wherever it is whole."""
    return value.numerator if value.denominator == 1 else value


def times(value: Number, factor: Number) -> Number:
    """The product, an `int` wherever it is whole."""
    if type(value) is int and type(factor) is int:
        return value * factor
    above, below = value.numerator * factor.numerator, value.denominator * factor.denominator
    return Fraction(above, below) if above % below else above // below


def size_of(value: Number) -> Number:
    """The number without its sign."""
    return -value if value < 0 else value


def place_value(value: Number) -> Number | None:
    """The place value of the last significant digit: 40 -> 10, 4.2 -> 1/10, 0 -> 1, 1/3 -> None."""
    if value.denominator == 1:
        number = abs(int(value))
        if not number or number % 10:
            return 1
        place = 10
        while not number % (place * 10):
            place *= 10
        return place
    remainder, twos, fives = value.denominator, 0, 0
    while not remainder % 2:
        remainder //= 2
        twos += 1
    while not remainder % 5:
        remainder //= 5
        fives += 1
    return decimal_place(max(twos, fives)) if remainder == 1 else None


@functools.lru_cache(maxsize=256)
def decimal_place(places: int) -> Fraction:
    """The value of a decimal place: 1/10, 1/100, ..."""
    return Fraction(1, 10**places)


def is_power_of_ten(value: Number) -> bool:
    """Whether a positive number is 1, 10, 100, ... or 1/10, 1/100, ..."""
    return str(value.numerator).strip("0") == "1" and str(value.denominator).strip("0") == "1"
