"""Numbers written in digits: separators, decimals, suffixes ("3.5bn", "40k"), powers of ten, slashed fractions."""

from __future__ import annotations

import functools
import re
from fractions import Fraction
from typing import Final, NamedTuple

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.quantities.reading.number_words import (
    ATTACHED_SUFFIXES,
    SPACED_SUFFIXES,
    VULGAR_FRACTIONS,
    word_set,
)
from newsfacts.values.quantities.reading.tokens import DIGITS, SIGN, WORD, Token

__all__ = [
    "CARDINAL",
    "MAX_DIGITS",
    "ORDINAL_FORM",
    "SHARE",
    "Numeral",
    "lower",
    "place_value",
    "read_digits",
    "scan_digits",
    "size_of",
    "times",
    "too_long",
]

MAX_DIGITS: Final = 400
"""The most digits, or powers of ten, that a number may have."""

CARDINAL, ORDINAL_FORM, SHARE = 1, 2, 3


class Numeral(NamedTuple):
    """A number found in tokens.

    `granularity` is the place value of the last digit where decimals, a magnitude or dozens were written, else None;
    `end` is the index of the first token after it; `plain` says that it is one bare run of digits.
    """

    value: int | Fraction
    granularity: int | Fraction | None
    end: int
    form: int = CARDINAL
    plain: bool = False
    multiplier: int = 0
    """What multiplies the whole of it ("million", "k", "hundred"): 1 for none, 0 where only a part is multiplied."""


def place_value(value: int | Fraction) -> int | Fraction | None:
    """The place value of the last significant digit: 40 -> 10, 4.2 -> 1/10, 0 -> 1, 1/3 -> None."""
    if value.denominator == 1:
        number = abs(int(value))
        if not number:
            return 1
        if number % 10:
            return 1
        place = 10
        while not number % (place * 10):
            place *= 10
        return place
    remainder, places, twos, fives = value.denominator, 0, 0, 0
    while not remainder % 2:
        remainder //= 2
        twos += 1
    while not remainder % 5:
        remainder //= 5
        fives += 1
    if remainder != 1:
        return None
    places = max(twos, fives)
    return decimal_place(places)


@functools.lru_cache(maxsize=256)
def decimal_place(places: int) -> Fraction:
    """The value of a decimal place: 1/10, 1/100, ..."""
    return Fraction(1, 10**places)


_IN_THREES: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_POINTED: Final = re.compile(r"[0-9]+\.[0-9]+")


def read_digits(text: str) -> tuple[int, int]:
    """`(mantissa, decimals)` of digits with separators and an exponent; the value is mantissa / 10**decimals.

    Commas, or repeated dots, group in threes (in twos above the thousands, as in South Asia); one dot is a decimal
    point, and so is one comma before one or two digits, as on the Continent. Raises `UnreadableValue` otherwise.
    """
    if text.isdigit():
        if len(text) > MAX_DIGITS:
            raise too_long(text)
        return int(text), 0
    if len(text) <= MAX_DIGITS:  # as nearly all are written: 12,345 and 4.5
        if _IN_THREES.fullmatch(text):
            return int(text.replace(",", "")), 0
        if _POINTED.fullmatch(text):
            return int(text.replace(".", "")), len(text) - text.index(".") - 1
    digits, exponent = text, 0
    mark = max(text.find("e"), text.find("E"))
    if mark >= 0:
        digits, written = text[:mark], text[mark + 1 :].replace("−", "-")
        if len(written) > 5:
            raise too_long(text)
        exponent = int(written)
    digits = digits.replace("·", ".")
    if len(digits) > MAX_DIGITS or abs(exponent) > MAX_DIGITS:
        raise too_long(text)
    whole, fraction = digits, ""
    dots, commas = digits.count("."), digits.count(",")
    if dots == 1 and (not commas or digits.rfind(",") < digits.find(".")):
        whole, _, fraction = digits.partition(".")
    elif commas == 1 and (digits.find(",") > digits.rfind(".") if dots else len(digits) - digits.find(",") in (2, 3)):
        whole, _, fraction = digits.partition(",")
    if not whole.isdigit() and whole:
        groups = whole.replace(".", ",").split(",")
        mixed = "," in whole and "." in whole
        head, middle = groups[0], groups[1:-1]
        threes = all(len(g) == 3 for g in middle) and len(head) <= 3
        twos = "," in whole and all(len(g) == 2 for g in middle) and len(head) <= 2
        if mixed or len(groups[-1]) != 3 or not (threes or twos):
            raise UnreadableValue(text, "its separators do not group the digits as thousands or set off decimals")
        whole = "".join(groups)
    return int((whole + fraction) or "0"), len(fraction) - exponent


def too_long(text: str) -> UnreadableValue:
    return UnreadableValue(text, f"it has more than {MAX_DIGITS} digits", UnreadableKind.TOO_LONG)


def _exact(mantissa: int, decimals: int) -> int | Fraction:
    if decimals <= 0:
        factor: int = 10**-decimals
        return mantissa * factor
    power: int = 10**decimals
    return Fraction(mantissa, power) if mantissa % power else mantissa // power


def size_of(value: int | Fraction) -> int | Fraction:
    """The number without its sign."""
    return -value if value < 0 else value


def lower(value: int | Fraction) -> int | Fraction:
    """An `int` wherever the value is whole."""
    return value.numerator if value.denominator == 1 else value


def times(value: int | Fraction, factor: int | Fraction) -> int | Fraction:
    """The product, an `int` wherever it is whole."""
    if type(value) is int and type(factor) is int:
        return value * factor
    above, below = value.numerator * factor.numerator, value.denominator * factor.denominator
    return Fraction(above, below) if above % below else above // below


def scan_digits(tokens: list[Token], at: int, money: bool) -> Numeral | None:
    token = tokens[at]
    mantissa, decimals = read_digits(token.text)
    end = at + 1
    nxt = tokens[end]
    if nxt.kind == DIGITS and not decimals and len(token.text) <= 3 and token.text[0] != "0":
        # 1 234 567.89: groups of three set apart by one space, narrow or not
        run = token.text
        while (
            nxt.kind == DIGITS
            and nxt.start == tokens[end - 1].end + 1
            and len(nxt.text) >= 3
            and nxt.text[:3].isdigit()
            and (len(nxt.text) == 3 or (nxt.text[3] == "." and nxt.text[4:].isdigit()))
        ):
            run += nxt.text
            end += 1
            nxt = tokens[end]
            if "." in run:
                break
        if end > at + 1:
            mantissa, decimals = read_digits(run)
    touching = nxt.start == tokens[end - 1].end
    if nxt.kind == WORD:
        if touching and not decimals and nxt.text in ("st", "nd", "rd", "th"):
            return Numeral(mantissa, None, end + 1, ORDINAL_FORM)
        if nxt.text == "x" and (power := _power_of_ten(tokens, end + 1)):
            return _scaled(mantissa, decimals - power[0], power[1])
        factor = ATTACHED_SUFFIXES.get(nxt.raw) if touching else SPACED_SUFFIXES.get(nxt.raw)
        if factor and (nxt.raw not in _ALSO_UNITS or money or _counts_things(tokens, end + 1, nxt.raw)):
            end += 1
            return _scaled_by(mantissa, decimals, factor, end)
    elif nxt.kind == SIGN:
        if nxt.text == "/" and touching and tokens[end + 1].kind == DIGITS and tokens[end + 1].start == nxt.end:
            return _slash_fraction(tokens, at, mantissa, decimals, end + 1)
        if nxt.text in ("×", "*", "·", "⋅") and (power := _power_of_ten(tokens, end + 1)):
            return _scaled(mantissa, decimals - power[0], power[1])
        if nxt.text in VULGAR_FRACTIONS and not decimals:
            return Numeral(mantissa + Fraction(*VULGAR_FRACTIONS[nxt.text]), None, end + 1)
    elif (
        nxt.kind == DIGITS
        and not decimals
        and tokens[end + 1].text == "/"
        and tokens[end + 2].kind == DIGITS
        and nxt.end == tokens[end + 1].start
        and tokens[end + 2].start == tokens[end + 1].end
    ):
        part = _slash_fraction(tokens, end, *read_digits(nxt.text), end + 2)
        if part is not None and part.value < 1:
            return Numeral(mantissa + part.value, None, part.end)
    granularity = None if decimals <= 0 else decimal_place(decimals)
    return Numeral(_exact(mantissa, decimals), granularity, end, CARDINAL, True, 1)


_ALSO_UNITS: Final = frozenset({"m", "b", "t", "mm"})

_AFTER_METRES: Final = word_set(
    """high tall wide long deep thick away above below off from by per in of and to or at on under over into through for
    across ahead behind apart square squared cubed sprint race dash final hurdles freestyle butterfly backstroke
    breaststroke relay walk steeplechase swim runner swimmer champion platform springboard pool air rifle pistol
    underwater radius diameter range closer further tower wave waves ladder fence wall line distance yacht ship boat
    is was were are as before after until"""
)


def _counts_things(tokens: list[Token], at: int, suffix: str) -> bool:
    """Whether "1.2m" stands before what it counts ("users") and so means millions, not metres."""
    token = tokens[at]
    return suffix in ("m", "b") and token.kind == WORD and token.text not in _AFTER_METRES


def _scaled(mantissa: int, decimals: int, end: int) -> Numeral:
    granularity = decimal_place(decimals) if decimals > 0 else 10**-decimals
    value = _exact(mantissa, decimals)
    return Numeral(value, None if granularity == place_value(value) else granularity, end)


def _scaled_by(mantissa: int, decimals: int, factor: int, end: int) -> Numeral:
    value = _exact(mantissa, decimals)
    granularity = times(decimal_place(decimals), factor) if decimals > 0 else factor
    return Numeral(times(value, factor), granularity, end, CARDINAL, False, factor)


_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")


def _power_of_ten(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The exponent in "10^6", "10−5" or "10⁶" at `at`, and the index after it."""
    if tokens[at].text != "10":
        return None
    index, written = at + 1, ""
    if tokens[index].text == "^":
        index += 1
    if tokens[index].kind == SIGN and tokens[index].text.translate(_SUPERSCRIPTS) != tokens[index].text:
        while tokens[index].kind == SIGN and tokens[index].start == tokens[index - 1].end:
            step = tokens[index].text.translate(_SUPERSCRIPTS)
            if step == tokens[index].text:
                break
            written += step
            index += 1
    else:
        if tokens[index].text in ("-", "+"):
            written = tokens[index].text
            index += 1
        if tokens[index].kind != DIGITS or tokens[index].start != tokens[index - 1].end:
            return None
        written += tokens[index].text
        index += 1
    if not written.lstrip("+-").isdigit() or len(written.lstrip("+-")) > 4 or abs(int(written)) > MAX_DIGITS:
        return None
    return int(written), index


def _slash_fraction(tokens: list[Token], at: int, mantissa: int, decimals: int, below: int) -> Numeral | None:
    """ "3/4"; a slashed pair that names a day or a habit is no fraction."""
    denominator, places = read_digits(tokens[below].text)
    if decimals > 0 or places > 0 or (mantissa, denominator) in ((9, 11), (24, 7)):
        return None
    if not denominator or tokens[below + 1].text == "/":
        return None
    return Numeral(lower(Fraction(mantissa, denominator)), None, below + 1, SHARE)
