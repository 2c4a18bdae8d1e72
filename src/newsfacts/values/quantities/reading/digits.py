"""Numbers written in digits: separators, decimals, suffixes ("3.5bn", "40k"), powers of ten, slashed fractions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.patterns import lazy_pattern
from newsfacts.values.quantities.exact import Number, decimal_place, place_value, times, whole
from newsfacts.values.quantities.reading.number_words import (
    ATTACHED_SUFFIXES,
    NUMBER_WORDS,
    ORDINAL_SUFFIXES,
    SPACED_SUFFIXES,
    VULGAR_FRACTIONS,
    word_set,
)
from newsfacts.values.quantities.reading.tokens import DIGITS, SIGN, WORD, Token

__all__ = [
    "CARDINAL",
    "GOING_ON",
    "IN_THREES",
    "MAX_DIGITS",
    "ORDINAL_FORM",
    "SHARE",
    "Digits",
    "Numeral",
    "lone_digits",
    "read_digits",
    "scan_digits",
    "too_long",
]

MAX_DIGITS: Final = 400
"""The most digits, or powers of ten, that a number may have."""

MAX_EXPONENT: Final = 5
"""The most signs that an exponent may have."""

CARDINAL, ORDINAL_FORM, SHARE = 1, 2, 3


class Numeral:
    """A number found in tokens.

    `granularity` is the place value of the last digit where decimals, a magnitude or dozens were written, else None;
    `end` is the index of the first token after it; `plain` says that it is one bare run of digits. `multiplier` is what
    multiplies the whole of it ("million", "k", "hundred"): 1 for none, 0 where only a part is multiplied.
    A plain class with slots, as `Token` is.
    """

    __slots__ = ("end", "form", "granularity", "multiplier", "plain", "value")

    def __init__(
        self, value: Number, granularity: Number | None, end: int, form: int = CARDINAL, plain: bool = False, multiplier: int = 0,
    ) -> None:  # fmt: skip
        self.value: Number = value
        self.granularity: Number | None = granularity
        self.end: int = end
        self.form: int = form
        self.plain: bool = plain
        self.multiplier: int = multiplier

    def negative(self) -> Numeral:
        """The same with a minus sign before it."""
        return Numeral(-self.value, self.granularity, self.end, self.form, self.plain, self.multiplier)


IN_THREES: Final = lazy_pattern(r"[0-9]{1,3}(?:,[0-9]{3})+")


class Digits:
    """Digits as written: the value is mantissa / 10**decimals."""

    __slots__ = ("decimals", "mantissa")

    def __init__(self, mantissa: int, decimals: int) -> None:
        self.mantissa: int = mantissa
        self.decimals: int = decimals

    @property
    def value(self) -> Number:
        """The number itself."""
        if self.decimals <= 0:
            factor: int = 10**-self.decimals
            return self.mantissa * factor
        power: int = 10**self.decimals
        return Fraction(self.mantissa, power) if self.mantissa % power else self.mantissa // power

    @property
    def step(self) -> Number:
        """The place value of the last digit written."""
        return decimal_place(self.decimals) if self.decimals > 0 else 10**-self.decimals


def read_digits(text: str) -> Digits:
    """Digits with separators and an exponent.

    Commas, or repeated dots, group in threes (in twos above the thousands, as in South Asia); one dot is a decimal
    point, and so is one comma before one or two digits, as on the Continent. Raises `UnreadableValue` otherwise.
    """
    if text.isdigit():
        if len(text) > MAX_DIGITS:
            raise too_long(text)
        return Digits(int(text), 0)
    if len(text) <= MAX_DIGITS:  # as nearly all are written: 4.5 and 12,345
        units, _, fraction = text.partition(".")
        if units.isdigit() and fraction.isdigit():
            return Digits(int(units + fraction), len(fraction))
        if IN_THREES.fullmatch(text):
            return Digits(int(text.replace(",", "")), 0)
    digits, exponent = text, 0
    mark = max(text.find("e"), text.find("E"))
    if mark >= 0:
        digits, written = text[:mark], text[mark + 1 :].replace("−", "-")
        if len(written) > MAX_EXPONENT:
            raise too_long(text)
        exponent = int(written)
    digits = digits.replace("·", ".").replace("'", "").replace("’", "")
    if len(digits) > MAX_DIGITS or abs(exponent) > MAX_DIGITS:
        raise too_long(text)
    units, fraction = _parted(digits)
    if units and not units.isdigit():
        units = _ungrouped(text, units)
    return Digits(int((units + fraction) or "0"), len(fraction) - exponent)


def _parted(digits: str) -> tuple[str, str]:
    """What is written before and after the decimal sign."""
    dots, commas = digits.count("."), digits.count(",")
    sign = ""
    if dots == 1 and (not commas or digits.rfind(",") < digits.find(".")):
        sign = "."
    elif commas == 1 and (digits.find(",") > digits.rfind(".") if dots else len(digits) - digits.find(",") in (2, 3)):
        sign = ","
    if not sign:
        return digits, ""
    units, _, fraction = digits.partition(sign)
    return units, fraction


def _ungrouped(text: str, units: str) -> str:
    """Digits without the signs that group them."""
    groups = units.replace(".", ",").split(",")
    head, middle = groups[0], groups[1:-1]
    threes = all(len(g) == 3 for g in middle) and len(head) <= 3
    twos = "," in units and all(len(g) == 2 for g in middle) and len(head) <= 2
    if ("," in units and "." in units) or len(groups[-1]) != 3 or not (threes or twos):
        reason = "its separators do not group the digits as thousands or set off decimals"
        raise UnreadableValue(text, reason, UnreadableKind.NOT_ONE_NUMERAL)
    return "".join(groups)


def too_long(text: str) -> UnreadableValue:
    return UnreadableValue(text, f"it has more than {MAX_DIGITS} digits", UnreadableKind.TOO_LONG)


def scan_digits(tokens: Sequence[Token], at: int, money: bool) -> Numeral | None:
    """The number in digits at token `at`, with what multiplies or divides it."""
    token = tokens[at]
    digits = read_digits(token.text)
    end = at + 1
    following = tokens[end]
    if following.kind == DIGITS and not digits.decimals and len(token.text) <= 3 and token.text[0] != "0":
        run, end = _spaced_groups(tokens, at)
        if end > at + 1:
            digits = read_digits(run)
            following = tokens[end]
    if following.kind == WORD:
        found = _before_word(tokens, end, digits, money) if following.text in _JOINED_WORDS else None
    elif following.kind == SIGN:
        found = _before_sign(tokens, at, end, digits)
        if following.text == "/" and found is None and _is_slashed(tokens, end):
            return None
    else:
        found = _with_slash_fraction(tokens, end, digits)
    return found or _plain(digits, end)


def lone_digits(tokens: Sequence[Token], at: int) -> Numeral | None:
    """The number in digits at token `at`, if the word after it belongs to no number, as after most; None if it may."""
    following = tokens[at + 1]
    if following.kind != WORD or following.text in GOING_ON:
        return None
    text = tokens[at].text
    if text.isdigit() and len(text) <= MAX_DIGITS:
        return Numeral(int(text), None, at + 1, CARDINAL, True, 1)
    return _plain(read_digits(text), at + 1)


def _plain(digits: Digits, end: int) -> Numeral:
    decimals = digits.decimals
    if not decimals:
        return Numeral(digits.mantissa, None, end, CARDINAL, True, 1)
    step = None if decimals < 0 else decimal_place(decimals)
    return Numeral(digits.value, step, end, CARDINAL, True, 1)


def _spaced_groups(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """ "1 234 567.89": digits whose groups of three are set apart by one space, narrow or not, and the index after."""
    run, end = tokens[at].text, at + 1
    following = tokens[end]
    while (
        following.kind == DIGITS
        and following.space == 1
        and following.text[:3].isdigit()
        and (len(following.text) == 3 or (following.text[3:4] == "." and following.text[4:].isdigit()))
        and not _is_glued_to_word(tokens, end)
    ):
        run += following.text
        end += 1
        following = tokens[end]
        if "." in run:
            break
    return run, end


def _is_glued_to_word(tokens: Sequence[Token], at: int) -> bool:
    """ "12 100-watt bulbs", "10 500ml bottles": the second number belongs to a noun."""
    following = tokens[at + 1]
    if not following.glued:
        return False
    return following.kind == WORD or (following.text == "-" and tokens[at + 2].kind == WORD)


_JOINED_WORDS: Final = frozenset({*ORDINAL_SUFFIXES, *(suffix.lower() for suffix in ATTACHED_SUFFIXES), "x"})
"""Words that can belong to the digits before them: "21st", "40k", "5 x 10^3"."""
GOING_ON: Final = frozenset({*_JOINED_WORDS, *NUMBER_WORDS, "and"})
"""Words that a number in digits can go on with."""


def _before_word(tokens: Sequence[Token], end: int, digits: Digits, money: bool) -> Numeral | None:
    """ "21st", "5 x 10^3", "40k"."""
    word = tokens[end]
    touching = word.glued
    if touching and not digits.decimals and word.text in ORDINAL_SUFFIXES and not _is_stone(digits.mantissa, word):
        return Numeral(digits.mantissa, None, end + 1, ORDINAL_FORM)
    if word.text == "x" and (power := _power_of_ten(tokens, end + 1)):
        return _scaled(digits, power)
    if touching and word.raw == "m" and not money and tokens[end + 1].text in _METRES_OR_MILLIONS:
        reason = f"{tokens[end - 1].raw}m before {tokens[end + 1].raw!r} can be metres or millions; write it out"
        raise UnreadableValue(f"{tokens[end - 1].raw}m", reason, UnreadableKind.DIFFERENT)
    factor = ATTACHED_SUFFIXES.get(word.raw) if touching or money else SPACED_SUFFIXES.get(word.raw)
    if (
        factor
        and not (touching or money)
        and tokens[end + 1].kind == WORD
        and not tokens[end + 1].text.endswith(("s", "e"))
    ):
        factor = None  # "0.1 M NaCl"
    if factor and (word.raw not in _ALSO_UNITS or money or _counts_things(tokens, end + 1, word.raw)):
        step = times(decimal_place(digits.decimals), factor) if digits.decimals > 0 else factor
        return Numeral(times(digits.value, factor), step, end + 1, CARDINAL, False, factor)
    return None


def _is_stone(number: int, suffix: Token) -> bool:
    """ "12st", a British weight: ordinals that end so are 1st, 21st and the like."""
    return suffix.text == "st" and (number % 10 != 1 or number % 100 == 11)


def _before_sign(tokens: Sequence[Token], at: int, end: int, digits: Digits) -> Numeral | None:
    """ "3/4", "5×10^3", "2½"."""
    sign = tokens[end].text
    if digits.mantissa == 10 and not digits.decimals and (power := _power_of_ten(tokens, at, signed=False)):
        return _scaled(Digits(1, 0), power)  # "10^5"
    if sign == "/" and _is_slashed(tokens, end):
        return _slash_fraction(tokens, digits, end + 1)
    if sign in ("×", "*", "·", "⋅") and (power := _power_of_ten(tokens, end + 1)):
        return _scaled(digits, power)
    if sign in VULGAR_FRACTIONS and not digits.decimals:
        return Numeral(digits.mantissa + Fraction(*VULGAR_FRACTIONS[sign]), None, end + 1)
    return None


def _is_slashed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the slash at `at` touches digits on both sides."""
    slash = tokens[at]
    return slash.glued and tokens[at + 1].kind == DIGITS and tokens[at + 1].glued


def _with_slash_fraction(tokens: Sequence[Token], end: int, digits: Digits) -> Numeral | None:
    """ "4 1/2"."""
    numerator = tokens[end]
    if numerator.kind != DIGITS or digits.decimals or tokens[end + 1].text != "/" or not _is_slashed(tokens, end + 1):
        return None
    part = _slash_fraction(tokens, read_digits(numerator.text), end + 2)
    return Numeral(digits.mantissa + part.value, None, part.end) if part is not None and part.value < 1 else None


_ALSO_UNITS: Final = frozenset({"m", "t", "mm"})

_AFTER_METRES: Final = word_set(
    """high tall wide long deep thick away above below off from by per in of and to or at on under over into through for
    across ahead behind apart square squared cubed sprint race dash final hurdles freestyle butterfly backstroke
    breaststroke relay walk steeplechase swim runner swimmer champion platform springboard pool air rifle pistol
    underwater radius diameter range closer further tower wave waves ladder fence wall line distance yacht ship boat
    is was were are as before after until"""
)


_METRES_OR_MILLIONS: Final = frozenset({"drop", "fall", "rise", "climb", "increase", "decrease", "gap", "jump"})


def _counts_things(tokens: Sequence[Token], at: int, suffix: str) -> bool:
    """Whether "1.2m" comes before what it counts ("users") and so means millions, not metres."""
    token = tokens[at]
    if suffix != "m" or token.kind != WORD:
        return False
    if token.text == "s" and tokens[at + 1].text in ("-", "⁻") and tokens[at + 1].glued:
        return False  # "5m s−1"
    if token.text == "of":  # "3m of the tickets"
        return tokens[at + 1].text in _OF_THESE
    return token.text not in _AFTER_METRES


_OF_THESE: Final = word_set("the them these those its their our his her all")


def _scaled(digits: Digits, power: PowerOfTen) -> Numeral:
    scaled = Digits(digits.mantissa, digits.decimals - power.exponent)
    value, step = scaled.value, scaled.step
    return Numeral(value, None if step == place_value(value) else step, power.end)


class PowerOfTen(NamedTuple):
    """An exponent and the index of the token after it."""

    exponent: int
    end: int


_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")


def _power_of_ten(tokens: Sequence[Token], at: int, signed: bool = True) -> PowerOfTen | None:
    """The exponent in "10^6" or "10⁶" at `at`, and with `signed` also that in "10−5"."""
    if tokens[at].text != "10":
        return None
    index, written = at + 1, ""
    if tokens[index].text == "^":
        index += 1
    if tokens[index].kind == SIGN and tokens[index].text.translate(_SUPERSCRIPTS) != tokens[index].text:
        while tokens[index].kind == SIGN and tokens[index].glued:
            step = tokens[index].text.translate(_SUPERSCRIPTS)
            if step == tokens[index].text:
                break
            written += step
            index += 1
    else:
        if not signed and index == at + 1:
            return None
        if tokens[index].text in ("-", "+"):
            written = tokens[index].text
            index += 1
        if tokens[index].kind != DIGITS or not tokens[index].glued:
            return None
        written += tokens[index].text
        index += 1
    size = written.lstrip("+-")
    if not size.isdigit() or len(size) >= MAX_EXPONENT or abs(int(written)) > MAX_DIGITS:
        return None
    return PowerOfTen(int(written), index)


def _slash_fraction(tokens: Sequence[Token], digits: Digits, below: int) -> Numeral | None:
    """ "3/4"; a slashed pair that names a day or a habit is not a fraction."""
    denominator = read_digits(tokens[below].text)
    if digits.decimals > 0 or denominator.decimals > 0 or (digits.mantissa, denominator.mantissa) in _NAMED_PAIRS:
        return None
    if not denominator.mantissa or tokens[below + 1].text == "/":
        return None
    if digits.mantissa == denominator.mantissa == 50:
        return Numeral(Fraction(1, 2), None, below + 1, SHARE)  # "50/50": an even share
    if digits.mantissa >= denominator.mantissa and tokens[below + 1].kind != WORD:
        raise _not_a_fraction(digits, denominator)
    if tokens[below + 1].text in _SPLIT:
        raise _not_a_fraction(digits, denominator)
    return Numeral(whole(Fraction(digits.mantissa, denominator.mantissa)), None, below + 1, SHARE)


def _not_a_fraction(digits: Digits, denominator: Digits) -> UnreadableValue:
    pair = f"{digits.mantissa}/{denominator.mantissa}"
    return UnreadableValue(pair, f"{pair} is two numbers, a ratio or a score, not a fraction", UnreadableKind.DIFFERENT)


_SPLIT: Final = word_set("split vision rating mix blend chance partnership ratio divide odds")
_NAMED_PAIRS: Final = frozenset({(9, 11), (24, 7)})
