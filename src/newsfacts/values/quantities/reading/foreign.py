"""Numbers in a text that is not English: digits as the language writes them, with signs that every language shares.

    quantity = [sign] [currency | "%"] number [("-" | "–") number] [currency | "%" | "‰" | unit]

A unit is the international symbol of one (km, kg, °C). Everything else is a word, and words are read in English only: a
"Millionen" after the number or a "mindestens" before it changes what it says, so a phrase with any word is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.patterns import lazy_pattern
from newsfacts.values.languages import SPACES, Separators, separators_of, words_not_read
from newsfacts.values.quantities.currencies import CURRENCY_CODES, CURRENCY_PREFIXES, CURRENCY_SIGNS
from newsfacts.values.quantities.exact import Number, decimal_place, whole
from newsfacts.values.quantities.quantity import Quantity, QuantityKind
from newsfacts.values.quantities.reading.digits import MAX_DIGITS, too_long
from newsfacts.values.quantities.reading.number_words import word_set
from newsfacts.values.quantities.reading.tokens import MAX_PHRASE

__all__ = ["read_foreign"]

_UNITS: Final = word_set(
    "m km cm mm m² km² ha g kg mg t l ml °C °F ° % ‰ W kW MW GW kWh MWh GWh TWh Hz kHz MHz GHz km/h"
)
_SIGNS: Final = "".join(CURRENCY_SIGNS)
_NUMBER: Final = rf"[0-9](?:[0-9]|[.,'’{SPACES}](?=[0-9]))*"
_MONEY: Final = rf"[A-Za-z]{{1,3}}\$|[{re.escape(_SIGNS)}]|[A-Z]{{3}}"
_SPACE: Final = rf"[{SPACES}]?"
_PHRASE: Final = lazy_pattern(
    rf"(?P<sign>[-−+]?)(?P<before>{_MONEY}|%)?{_SPACE}(?P<inner>[-−]?)(?P<low>{_NUMBER})"
    rf"(?:{_SPACE}[-–—]{_SPACE}(?P<high>{_NUMBER}))?{_SPACE}(?P<after>[^\s0-9.,]+)?"
)
_ARABIC: Final = str.maketrans({"٫": ".", "٬": ",", "٪": "%"})
_PLAIN_SPACES: Final = str.maketrans(dict.fromkeys(SPACES, " "))


def read_foreign(phrase: str, language: str, currencies: Mapping[str, str]) -> Quantity:
    """The quantity that a phrase of a language other than English states in digits.

    Raises `UnreadableValue`: of the kind `LANGUAGE` where words would have to be read, of another kind where the digits
    themselves are wrong.
    """
    if len(phrase) > MAX_PHRASE:
        reason = f"it is {len(phrase)} characters long; at most {MAX_PHRASE} are read"
        raise UnreadableValue(phrase, reason, UnreadableKind.TOO_LONG)
    separators = separators_of(language)
    found = _PHRASE.fullmatch(_western(phrase).strip())
    if separators is None or found is None:
        raise UnreadableValue(phrase, words_not_read(language), UnreadableKind.LANGUAGE)
    unit = _Unit(phrase, language, found["before"] or "", found["after"] or "", currencies)
    if found["high"] is not None and not (unit.kind is not QuantityKind.NUMBER or unit.name):
        raise UnreadableValue(phrase, words_not_read(language), UnreadableKind.LANGUAGE)  # a score or a range
    low, step = _digits(phrase, found["low"], separators, language)
    fields: dict[str, Any] = {"granularity": step}
    if found["high"] is None:
        negative = found["sign"] in ("-", "−") or bool(found["inner"])
        fields["stated"] = -low if negative else low
    else:
        high, fine = _digits(phrase, found["high"], separators, language)
        if high <= low or found["sign"] or found["inner"]:
            reason = f"the range runs downward, from {found['low']} to {found['high']}"
            raise UnreadableValue(phrase, reason, UnreadableKind.REVERSED)
        fields = {"low": low, "high": high}
        if step is not None and fine is not None:
            fields["granularity"] = min(step, fine)
    return Quantity(kind=unit.kind, currency=unit.currency, unit=unit.name, **fields)


class _Unit:
    """What the signs around the digits say: percent, a currency or a unit of measure."""

    def __init__(self, phrase: str, language: str, before: str, after: str, currencies: Mapping[str, str]) -> None:
        self.kind, self.currency, self.name = QuantityKind.NUMBER, None, None
        for sign in (before, after):
            currency = _currency(sign, language, currencies)
            if not sign:
                continue
            if sign == "%":
                self.kind = QuantityKind.PERCENT
            elif currency is not None and self.currency in (None, currency):
                self.kind, self.currency = QuantityKind.MONEY, currency
            elif sign in _UNITS and sign == after and not before:
                self.name = sign
            else:
                raise UnreadableValue(phrase, words_not_read(language), UnreadableKind.LANGUAGE)
        if self.kind is QuantityKind.PERCENT and self.currency is not None:
            raise UnreadableValue(phrase, words_not_read(language), UnreadableKind.LANGUAGE)

    kind: QuantityKind
    currency: str | None
    name: str | None


def _currency(sign: str, language: str, currencies: Mapping[str, str]) -> str | None:
    if sign in CURRENCY_CODES:
        return sign
    if sign == "¥" and language.lower().startswith("zh"):
        return "CNY"
    if sign.endswith("$") and len(sign) > 1:
        return CURRENCY_PREFIXES.get(sign[:-1].lower())
    code = CURRENCY_SIGNS.get(sign)
    return None if code is None else currencies.get(code, "USD" if code == "$" else code)


def _western(phrase: str) -> str:
    """The phrase with digits of every script as 0 to 9, and the separators of the Arabic script as their counterparts."""
    if phrase.isascii():
        return phrase
    arabic = any(sign in phrase for sign in "٫٬٪")
    shown = "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in phrase)
    return shown.translate(_ARABIC) if arabic else shown


def _digits(phrase: str, digits: str, separators: Separators, language: str) -> tuple[Number, Number | None]:
    """The number, and the value of its last decimal place where it has decimals."""
    if len(digits) > MAX_DIGITS:
        raise too_long(phrase)
    digits = digits.translate(_PLAIN_SPACES)
    units, mark, decimals = digits.partition(separators.decimal)
    groups = re.split(f"[ {re.escape(separators.group)}]", units)
    signs = {sign for sign in units if not sign.isdigit()}
    grouped = len(groups) == 1 or (
        len(signs) == 1
        and len(groups[-1]) == 3
        and (
            (len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]))
            or (separators.twos and len(groups[0]) <= 2 and all(len(group) == 2 for group in groups[1:-1]))
        )
    )
    if not grouped or not all(group.isdigit() for group in groups) or (mark and not decimals.isdigit()):
        reason = f"{digits!r} is not written as numbers are in the language {language!r} ({separators.example})"
        raise UnreadableValue(phrase, reason, UnreadableKind.NOT_ONE_NUMERAL)
    value = Fraction(int("".join(groups) + decimals), 10 ** len(decimals))
    return whole(value), decimal_place(len(decimals)) if decimals else None
