"""Reads amounts of money: "$3.5bn", "A$5 million", "10 euros", "twenty dollars and 43 cents", "75 USD million"."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from newsfacts.values.quantities.quantity import QuantityKind
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS
from newsfacts.values.quantities.reading.numerals import CARDINAL, ORDINAL_FORM, scan_numeral
from newsfacts.values.quantities.reading.term import Term, singular, whole
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.quantities.units import (
    CURRENCY_CODES,
    CURRENCY_NAMES,
    CURRENCY_PREFIXES,
    CURRENCY_SIGNS,
    MINOR_UNITS,
    NATIONAL,
)

__all__ = ["LOWER_CODES", "MULTIPLIED_CODES", "MoneyReader"]

LOWER_CODES: Final = frozenset({"usd", "eur", "gbp", "inr", "jpy", "cny", "aud", "cad", "chf", "nzd", "myr", "egp"})
"""Currency codes that are also read in lower case."""

MULTIPLIED_CODES: Final = {"M": 10**6, "K": 10**3, "B": 10**9}
"""The letter before a code in "MEUR 60" and "48.5 MGBP"."""

_NAMES_BEFORE: Final = frozenset({"ringgit", "rupee", "rupiah", "naira", "baht"})
_LETTERS_BEFORE: Final = {"rs": "rupee", "rm": "MYR", "r": "ZAR", "p": "PHP"}
_ALSO_WORDS: Final = frozenset({"mark", "real", "sol", "won", "crown"})
"""Names of currencies that mean something else before another word: "two real friends"."""


class MoneyReader:
    """The part of the reader that knows currencies. Methods take the index of a token."""

    def __init__(self, phrase: str, tokens: list[Token], currencies: Mapping[str, str]) -> None:
        self.phrase = phrase
        self.tokens = tokens
        self.currencies = currencies
        self.refusal = ""
        """Why a number that was found is not read; told if nothing else is found."""

    def _currency_before(self, index: int) -> tuple[str, int, int] | None:
        """A currency before its number: (currency, multiplier, index after it)."""
        tokens = self.tokens
        token = tokens[index]
        if token.text in CURRENCY_SIGNS:
            return CURRENCY_SIGNS[token.text], 1, index + 1
        if token.kind != WORD:
            return None
        following = tokens[index + 1]
        if following.text == "$" and token.text in CURRENCY_PREFIXES:
            if following.start == token.end or token.text not in ("a", "s", "b", "n", "z", "j", "r"):
                return CURRENCY_PREFIXES[token.text], 1, index + 2
            return None
        if following.text in CURRENCY_SIGNS and (token.raw in CURRENCY_CODES):
            return token.raw, 1, index + 2
        if following.kind == DIGITS or following.text in ("-", "minus"):
            if token.raw in CURRENCY_CODES or token.text in LOWER_CODES:
                return token.raw.upper(), 1, index + 1
            if token.raw[1:] in CURRENCY_CODES and token.raw[0] in "MKB":
                return token.raw[1:], MULTIPLIED_CODES[token.raw[0]], index + 1
            if token.text in ("rs", "rm", "r", "p") and token.raw[0].isupper():
                return {"rs": "rupee", "rm": "MYR", "r": "ZAR", "p": "PHP"}[token.text], 1, index + 1
            name = singular(token.text)
            if name in ("ringgit", "rupee", "rupiah", "naira", "baht"):
                return CURRENCY_NAMES[name], 1, index + 1
        elif (
            following.kind == WORD
            and (token.text, singular(following.text)) in NATIONAL
            and tokens[index + 2].kind == DIGITS
        ):
            return NATIONAL[token.text, singular(following.text)], 1, index + 2
        elif token.raw in CURRENCY_CODES and following.text in NUMBER_WORDS:
            return token.raw, 1, index + 1
        return None

    def _currency_after(self, index: int) -> tuple[str, int] | None:
        """A currency after its number: its code or name, and the index after it."""
        tokens = self.tokens
        token = tokens[index]
        if token.text == "-" and tokens[index + 1].kind == WORD:
            found = self._currency_after(index + 1)
            return found if found is not None and found[0] != "le" else None
        if token.text in CURRENCY_SIGNS:
            return CURRENCY_SIGNS[token.text], index + 1
        if token.kind != WORD:
            return self._broken_euro(index) if token.text == "€" else None
        if token.text in CURRENCY_PREFIXES and tokens[index + 1].text == "$":
            return CURRENCY_PREFIXES[token.text], index + 2
        if token.raw in CURRENCY_CODES or token.text in LOWER_CODES:
            return token.raw.upper(), index + 1
        following = tokens[index + 1]
        if following.kind == WORD:
            pair = (token.text, singular(following.text))
            if pair in NATIONAL:
                return NATIONAL[pair], index + 2
            if (singular(token.text), following.text) == ("pound", "sterling"):
                return "GBP", index + 2
            third = (following.text, singular(tokens[index + 2].text))
            if token.text in ("hong", "new", "south", "sri", "u") and third in NATIONAL:
                return NATIONAL[third], index + 3
        name = singular(token.text)
        if name in CURRENCY_NAMES and not (name in ("mark", "real", "sol", "won", "crown") and following.kind == WORD):
            return CURRENCY_NAMES[name], index + 1
        return None

    def _broken_euro(self, index: int) -> tuple[str, int] | None:
        return ("EUR", index + 2) if self.tokens[index + 1].text == "ur" else ("EUR", index + 1)

    def _money_follows(self, index: int) -> bool:
        """Whether a currency stands right after digits and their suffix: "10m euros"."""
        if self.tokens[index].kind != DIGITS or not self.tokens[index + 1].kind:
            return False
        for ahead in (index + 1, index + 2):
            token = self.tokens[ahead]
            if token.text in CURRENCY_SIGNS or token.raw in CURRENCY_CODES:
                return True
            if singular(token.text) in CURRENCY_NAMES and ahead == index + 2:
                return True
        return False

    def _money(self, money: tuple[str, int, int], at: int, conjunction: bool) -> Term | None:
        tokens = self.tokens
        currency, times, index = money
        numeral = scan_numeral(tokens, index, True, conjunction)
        if numeral is None or numeral.form == ORDINAL_FORM:
            return None
        term = Term(whole(numeral.value * times), numeral.granularity, numeral.end)
        if at and tokens[at - 1].text == "(" and tokens[numeral.end].text == ")" and at == 1:
            term.value = -numeral.value  # bookkeepers' brackets
        term.kind, term.currency, term.multiplier = QuantityKind.MONEY, self._settled(currency), numeral.multiplier
        term.plain = numeral.plain
        after = self._currency_after(term.end)
        if after is not None and self._settled(after[0]) == term.currency:  # "$10 dollars"
            term.end, term.bare = after[1], False
        if numeral.plain:
            self._cents(term)
        return term

    def _settled(self, currency: str) -> str:
        return self.currencies.get(currency, currency if currency != "$" else "USD")

    def _cents(self, term: Term) -> None:
        """ "twenty dollars and 43 cents", "one dollar five": hundredths after the whole unit."""
        tokens = self.tokens
        index = term.end + 1 if tokens[term.end].text == "and" else term.end
        token = tokens[index]
        if term.value is None or (token.kind != DIGITS and token.text not in NUMBER_WORDS):
            return
        numeral = scan_numeral(tokens, index, False, False)
        if numeral is None or numeral.form != CARDINAL or not 0 < numeral.value < 100 or numeral.value.denominator != 1:
            return
        end = numeral.end
        minor = singular(tokens[end].text)
        if minor in MINOR_UNITS:
            end += 1
        elif tokens[end].kind or term.value.denominator != 1:
            return
        term.value = whole(term.value + Fraction(numeral.value, 100))
        term.granularity = Fraction(1, 100)
        term.end = end
