"""Reads amounts of money: "$3.5bn", "A$5 million", "10 euros", "twenty dollars and 43 cents", "75 USD million"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from newsfacts.errors import UnreadableKind
from newsfacts.values.quantities.currencies import (
    CURRENCY_CODES,
    CURRENCY_NAMES,
    CURRENCY_PREFIXES,
    CURRENCY_SIGNS,
    MINOR_UNITS,
    NATIONAL,
)
from newsfacts.values.quantities.exact import whole
from newsfacts.values.quantities.quantity import QuantityKind
from newsfacts.values.quantities.reading.measured import add_half
from newsfacts.values.quantities.reading.number_words import MAGNITUDE, NUMBER_WORDS
from newsfacts.values.quantities.reading.numerals import CARDINAL, ORDINAL_FORM, scan_numeral
from newsfacts.values.quantities.reading.term import Term, singular
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.quantities.reading.words import Words

__all__ = [
    "ALSO_WORDS", "LETTERS_BEFORE", "LOWER_CODES", "MONEY_CODES", "MONEY_WORDS", "Currency", "add_cents", "currency_after",
    "currency_before", "money_follows", "read_money", "read_money_after", "settled_currency",
]  # fmt: skip

LOWER_CODES: Final = frozenset({"usd", "eur", "gbp", "inr", "jpy", "cny", "aud", "cad", "chf", "nzd", "myr", "egp"})
"""Currency codes that are also read in lower case."""

_MULTIPLIED: Final = {"M": 10**6, "K": 10**3, "B": 10**9}
"""The letter before a code in "MEUR 60" and "48.5 MGBP"."""
_NAMES_BEFORE: Final = frozenset({"ringgit", "rupee", "rupiah", "naira", "baht"})
LETTERS_BEFORE: Final = {
    "rs": "rupee", "rm": "MYR", "r": "ZAR", "p": "PHP", "n": "NGN", "ksh": "KES", "kshs": "KES", "tsh": "TZS",
    "ush": "UGX", "sh": "shilling", "shs": "shilling", "tk": "BDT", "kr": "crown",
}  # fmt: skip
"""Letters and abbreviations before digits: "Rs 5", "Rs.5", "R50", "N5.2 billion"."""
_ONE_LETTER: Final = frozenset({"r", "p", "n"})
"""Those that have to touch the digits."""
ALSO_WORDS: Final = frozenset({"mark", "real", "sol", "won", "crown"})
"""Names of currencies that mean something else before another word: "two real friends"."""
_FIRST_OF_THREE: Final = frozenset({"hong", "new", "south", "sri", "u"})
"""What a nationality of two words begins with: "Hong Kong dollars"."""
_AMBIGUOUS_PREFIXES: Final = frozenset({"a", "s", "b", "n", "z", "j", "r"})
"""Prefixes of "$" that have to touch it, since they are words or letters of their own."""
_NAMES: Final = (*CURRENCY_NAMES, *MINOR_UNITS, *ALSO_WORDS)
MONEY_WORDS: Final = frozenset({
    *_NAMES, *(f"{name}s" for name in _NAMES), *CURRENCY_SIGNS, *CURRENCY_PREFIXES, *LOWER_CODES, *_FIRST_OF_THREE,
    *(nation for nation, _ in NATIONAL),
})  # fmt: skip
"""What a currency after its number can begin with, in lower case."""
MONEY_CODES: Final = frozenset({*CURRENCY_CODES, *(letter + code for letter in _MULTIPLIED for code in CURRENCY_CODES)})
"""The same as written: "EUR", "MEUR"."""


class Currency(NamedTuple):
    """A currency found in tokens: a code or a name shared by several, what it multiplies by, the index after it."""

    code: str
    end: int
    times: int = 1


def settled_currency(words: Words, currency: str) -> str:
    """The currency that the outlet means by a shared sign or name."""
    return words.currencies.get(currency, currency if currency != "$" else "USD")


def currency_before(words: Words, index: int) -> Currency | None:
    """A currency right before its number."""
    tokens = words.tokens
    token = tokens[index]
    if token.text in CURRENCY_SIGNS:
        return _prefix_after_sign(words, index) or Currency(CURRENCY_SIGNS[token.text], index + 1)
    if token.kind != WORD:
        return None
    following = tokens[index + 1]
    if following.text == "$" and token.text in CURRENCY_PREFIXES:
        touches = following.glued or token.text not in _AMBIGUOUS_PREFIXES
        return Currency(CURRENCY_PREFIXES[token.text], index + 2) if touches else None
    if following.text in CURRENCY_SIGNS and token.raw in CURRENCY_CODES:
        return Currency(token.raw, index + 2)
    if following.kind == DIGITS or following.text in ("-", "minus"):
        return _name_before_digits(words, index)
    if following.text == "." and token.text in LETTERS_BEFORE and tokens[index + 2].kind == DIGITS:
        return Currency(LETTERS_BEFORE[token.text], index + 2) if token.raw[0].isupper() else None
    if following.kind == WORD and tokens[index + 2].kind == DIGITS:
        code = NATIONAL.get((token.text, singular(following.text)))
        if code is not None:
            return Currency(code, index + 2)
    if token.raw in CURRENCY_CODES and following.text in NUMBER_WORDS:
        return Currency(token.raw, index + 1)
    return None


def _prefix_after_sign(words: Words, index: int) -> Currency | None:
    """ "$US113 trillion", "$A25 million"."""
    sign, prefix, digits = words.tokens[index : index + 3]
    code = CURRENCY_PREFIXES.get(prefix.text)
    if sign.text != "$" or code is None or not prefix.glued or not digits.glued or digits.kind != DIGITS:
        return None
    return Currency(code, index + 2)


def _name_before_digits(words: Words, index: int) -> Currency | None:
    """ "EUR 5", "MEUR 60", "Rs 5", "rupees 5"."""
    token = words.tokens[index]
    raw = token.raw
    if raw in CURRENCY_CODES or token.text in LOWER_CODES:
        return Currency(raw.upper(), index + 1)
    if raw[1:] in CURRENCY_CODES and raw[0] in _MULTIPLIED:
        return Currency(raw[1:], index + 1, _MULTIPLIED[raw[0]])
    touches = words.tokens[index + 1].glued and (not index or not token.glued)  # not "H1N1"
    touches = touches and not (
        words.tokens[index + 2].text == "-" and len(words.tokens[index + 3].text) == 1
    )  # "R2-D2"
    if (
        token.text in LETTERS_BEFORE
        and (raw[0].isupper() or raw == "kr")
        and (touches or token.text not in _ONE_LETTER)
    ):
        return Currency(LETTERS_BEFORE[token.text], index + 1)
    name = singular(token.text)
    return Currency(CURRENCY_NAMES[name], index + 1) if name in _NAMES_BEFORE else None


def currency_after(words: Words, index: int) -> Currency | None:
    """A currency right after its number, perhaps after a hyphen."""
    tokens = words.tokens
    token = tokens[index]
    if token.text == "-" and tokens[index + 1].kind == WORD:
        found = currency_after(words, index + 1)
        return found if found is not None and tokens[index + 1].text != "le" else None
    if token.text in CURRENCY_SIGNS:
        end = index + 2 if token.text == "€" and tokens[index + 1].text == "ur" else index + 1
        return Currency(CURRENCY_SIGNS[token.text], end)
    if token.kind != WORD:
        return None
    if token.text in CURRENCY_PREFIXES and tokens[index + 1].text == "$":
        return Currency(CURRENCY_PREFIXES[token.text], index + 2)
    if token.raw in CURRENCY_CODES or token.text in LOWER_CODES:
        return Currency(token.raw.upper(), index + 1)
    return _name_after(words, index)


def _name_after(words: Words, index: int) -> Currency | None:
    """ "Swiss francs", "pounds sterling", "Hong Kong dollars", "euros"."""
    tokens = words.tokens
    token, following = tokens[index], tokens[index + 1]
    name = singular(token.text)
    if token.raw == "mark":
        return None  # "passed the 2 million mark"
    if following.kind == WORD:
        code = NATIONAL.get((token.text, singular(following.text)))
        if code is not None:
            return Currency(code, index + 2)
        if (name, following.text) == ("pound", "sterling"):
            return Currency("GBP", index + 2)
        if token.text in _FIRST_OF_THREE:
            code = NATIONAL.get((following.text, singular(tokens[index + 2].text)))
            if code is not None:
                return Currency(code, index + 3)
        if name in ALSO_WORDS:
            return None
    return Currency(CURRENCY_NAMES[name], index + 1) if name in CURRENCY_NAMES else None


def money_follows(words: Words, index: int) -> bool:
    """Whether a currency comes right after digits and their suffix: "10m euros"."""
    tokens = words.tokens
    one, two = tokens[index + 1], tokens[index + 2]
    if not one.kind or tokens[index].kind != DIGITS:
        return False
    if one.text in CURRENCY_SIGNS or one.raw in CURRENCY_CODES or two.text in CURRENCY_SIGNS:
        return True
    return two.kind == WORD and (two.raw in CURRENCY_CODES or singular(two.text) in CURRENCY_NAMES)


def read_money(words: Words, money: Currency, at: int, conjunction: bool) -> Term | None:
    """The amount after a currency that begins at token `at`."""
    tokens = words.tokens
    numeral = scan_numeral(tokens, money.end, True, conjunction)
    if numeral is None or numeral.form == ORDINAL_FORM:
        return None
    plural = tokens[numeral.end]
    if numeral.plain and plural.text == "s" and plural.glued:
        words.refuse("it names the tens of a price, not one amount", UnreadableKind.DIFFERENT)  # "in the $20s"
        return None
    term = Term(whole(numeral.value * money.times), numeral.granularity, numeral.end)
    if at == 1 and tokens[0].text == "(" and tokens[numeral.end].text == ")":
        term.value = -numeral.value  # bookkeepers' brackets
    term.kind, term.currency = QuantityKind.MONEY, settled_currency(words, money.code)
    term.multiplier, term.plain = numeral.multiplier, numeral.plain
    after = currency_after(words, term.end)
    if after is not None and settled_currency(words, after.code) == term.currency:  # "$10 dollars"
        term.end, term.bare = after.end, False
    if numeral.plain:
        add_cents(words, term)
    return term


def read_money_after(words: Words, term: Term, index: int) -> bool:
    """Make `term` an amount of money if a currency or its hundredth comes at `index`."""
    tokens = words.tokens
    token = tokens[index]
    assert term.value is not None  # a numeral has a value
    letter, code = token.raw[:1], token.raw[1:]
    if letter in _MULTIPLIED and code in CURRENCY_CODES:
        term.multiply(_MULTIPLIED[letter])
        term.kind, term.currency, term.end = QuantityKind.MONEY, code, index + 1
        return True
    minor = MINOR_UNITS.get(singular(token.text))
    if token.raw == "C" or (token.text == "c" and term.value < 0):
        minor = None  # "-5C": degrees Celsius
    touches = token.glued
    if minor is not None and tokens[term.end].text in ("-", token.text) and (token.text != "p" or touches):
        term.kind, term.unit, term.end = QuantityKind.MONEY, token.raw, index + 1
        term.currency = settled_currency(words, minor)
        return True
    currency = currency_after(words, index)
    if currency is None or (token.text == "won" and term.value < 100):  # "12 won" their games
        return False
    term.kind, term.currency, term.end = QuantityKind.MONEY, settled_currency(words, currency.code), currency.end
    entry = NUMBER_WORDS.get(tokens[term.end].text)
    if entry is not None and entry[0] == MAGNITUDE and term.plain:  # "75 USD million"
        term.multiply(entry[1])
        term.end += 1
    else:
        add_cents(words, term)
    return True


def _are_cents(tokens: Sequence[Token], at: int) -> bool:
    return any(singular(token.text) in MINOR_UNITS for token in tokens[at + 1 : at + 4])


def add_cents(words: Words, term: Term) -> None:
    """ "twenty dollars and 43 cents", "one dollar five": hundredths after the whole unit."""
    tokens = words.tokens
    index = term.end + 1 if tokens[term.end].text == "and" else term.end
    token = tokens[index]
    if index > term.end and token.text in ("a", "half"):
        add_half(tokens, term)  # "a dollar and a half"
        return
    if index == term.end and term.value is not None and term.value >= 100 and not _are_cents(tokens, index):
        return  # "660,000 dollars four" years ago
    if term.value is None or (token.kind != DIGITS and token.text not in NUMBER_WORDS):
        return
    numeral = scan_numeral(tokens, index, False, False)
    if numeral is None or numeral.form != CARDINAL or not 0 < numeral.value < 100 or numeral.value.denominator != 1:
        return
    end = numeral.end
    if singular(tokens[end].text) in MINOR_UNITS:
        end += 1
    elif tokens[end].kind or term.value.denominator != 1:
        return
    term.value = whole(term.value + Fraction(numeral.value, 100))
    term.granularity = Fraction(1, 100)
    term.end = end
