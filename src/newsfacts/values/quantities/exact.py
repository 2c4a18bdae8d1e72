"""Exact numbers: `int` wherever a number is whole, `Fraction` elsewhere, never a float."""

from __future__ import annotations

import functools
from fractions import Fraction
from typing import Final

__all__ = [
    "Number", "decimal_place", "is_power_of_ten", "ordinal_suffix", "place_value", "show_large_number", "show_number",
    "size_of", "times", "whole",
]  # fmt: skip

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
    if type(value) is not int:
        below = value.denominator
        if below != 1:
            return _place_below(below)
        value = int(value)
    if value % 10 or not value:
        return 1
    place = 10
    while not value % (place * 10):
        place *= 10
    return place


@functools.lru_cache(maxsize=256)
def _place_below(denominator: int) -> Fraction | None:
    """The place value of the last digit of a fraction in lowest terms, or None if no decimal fraction equals it."""
    remainder, twos, fives = denominator, 0, 0
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


def ordinal_suffix(value: Number) -> str:
    """What is written after the digits of an ordinal: 21st, 22nd, 23rd, 24th, 11th."""
    number = abs(int(value))
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def show_number(value: Number) -> str:
    """A number for a sentence: "1,234", "4.2", "about 32.33"."""
    sign, size = ("-", -value) if value < 0 else ("", value)
    if value.denominator == 1:
        return f"{int(value):,}" if size < 10**15 else _short(int(value))
    for places in range(1, 10):
        ten = 10**places
        if ten % value.denominator == 0:
            whole, rest = divmod(size.numerator * (ten // value.denominator), ten)
            return f"{sign}{whole:,}.{str(rest).zfill(places)}"
    # The only rounded figure in this package, and only in a sentence.
    hundredths = round(size * 100)
    return f"about {sign}{hundredths // 100:,}.{hundredths % 100:02}"


_SCALE_WORDS: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def show_large_number(value: Number) -> str:
    """A number for a sentence, one of millions with the word that readers expect: "1.3 trillion", "350 million".

    A number that would need more than three decimals is in digits: "3,587,400".
    """
    for scale, word in _SCALE_WORDS:
        if scale <= size_of(value) < 1000 * scale:
            part = Fraction(value) / scale
            return f"{show_number(part)} {word}" if (1000 * part).denominator == 1 else show_number(value)
    return show_number(value)


def _short(value: int) -> str:
    power = len(str(abs(value))) - 1
    return f"about {value // 10**power}e{power}"
