"""Reads numbers that are no numerals: vague words, "twice", "sixfold", "most", "no survivors", "a kilogram"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from newsfacts.values.quantities.currencies import MINOR_UNITS
from newsfacts.values.quantities.quantity import Comparator, QuantityKind
from newsfacts.values.quantities.reading.measured import add_half, add_smaller_units, measure_at
from newsfacts.values.quantities.reading.money import (
    add_cents,
    currency_after,
    currency_before,
    money_follows,
    read_money,
    settled_currency,
)
from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.number_words import DOZEN, HUNDRED, MAGNITUDE, NUMBER_WORDS, TENS
from newsfacts.values.quantities.reading.numerals import scan_numeral
from newsfacts.values.quantities.reading.parts import term_of
from newsfacts.values.quantities.reading.suffixes import AS_MANY
from newsfacts.values.quantities.reading.term import Term, singular
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD
from newsfacts.values.quantities.reading.words import Words

__all__ = ["WORD_STARTS", "read_term"]

_PLURAL_SIZE: Final = {
    "tens": 10, "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12,
    "lakhs": 10**5, "crores": 10**7,
}  # fmt: skip
_MULTIPLES: Final[dict[str, int | Fraction]] = {
    "double": 2, "doubled": 2, "doubling": 2, "doubles": 2, "treble": 3, "triple": 3, "tripled": 3, "tripling": 3,
    "triples": 3, "trebled": 3, "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "quintuple": 5, "quintupled": 5,
    "halved": Fraction(1, 2), "halving": Fraction(1, 2), "halves": Fraction(1, 2),
}  # fmt: skip
_DIGIT_COUNTS: Final = frozenset({"single", "double", "triple"})
_TIMES: Final = {"once": 1, "twice": 2, "thrice": 3}
_FIXED: Final = {"none": 0, "nobody": 0, "both": 2, "pair": 2, "trio": 3, "quartet": 4, "single": 1, "lone": 1}
_DECADES: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

_LARGE: Final = frozenset({"vast", "overwhelming", "large", "great", "tiny", "small", "clear"})
_SIZES_OF_MAJORITIES: Final = _LARGE | {"slim", "narrow"}
_HALVES: Final = frozenset({"most", "majority", "minority"})
_AFTER_ARTICLE: Final = frozenset(
    {"couple", "handful", "majority", "minority", "pair", "single", "lone", "trio", "quartet"}
)
_SMALL_VAGUE: Final = frozenset({"couple", "handful", "several", "few"})
_BEFORE_FEW: Final = frozenset({"past", "last", "next", "first", "every", "these", "those", "the", "a"})
_BEFORE_DECADE: Final = frozenset({"the", "her", "his", "their", "my", "our", "mid", "-", "early", "late"})
_COINS: Final = frozenset({"cent", "penny", "eurocent", "kopeck", "centime"})
_MULTIPLYING: Final = (HUNDRED, MAGNITUDE, DOZEN)

WORD_STARTS: Final = frozenset(
    {
        *_MULTIPLES, *_TIMES, *_FIXED, *_DECADES, *_PLURAL_SIZE, "a", "an", "no", "most", "majority", "minority",
        "single", "lone", "several", "couple", "few", "handful", "dozens", "scores", "(",
    }
)  # fmt: skip
"""What the numbers of this module begin with."""


def read_term(words: Words, index: int, conjunction: bool = True, money: bool = False) -> Term | None:
    tokens = words.tokens
    token = tokens[index]
    currency = currency_before(words, index)
    if currency is not None:
        return read_money(words, currency, index, conjunction)
    if token.text == "-" and (currency := currency_before(words, index + 1)) is not None:
        found = read_money(words, currency, index + 1, conjunction)
        if found is not None and found.value is not None:
            found.value = -found.value
        return found
    numeral = scan_numeral(tokens, index, money or money_follows(words, index), conjunction)
    if numeral is not None:
        return term_of(words, numeral, index)
    return _read_other_words(words, index)


def _read_other_words(words: Words, index: int) -> Term | None:
    """A number in other words at `index`."""
    token = words.tokens[index]
    text = token.text
    if text == "(" and index == 0:  # bookkeepers' brackets: "($99.99)"
        money = currency_before(words, 1)
        return read_money(words, money, 1, True) if money is not None else None
    if token.kind != WORD:
        return None
    if text in ("a", "an"):
        return _read_after_article(words, index)
    if text in _HALVES:
        return _read_majority(words, index)
    if text in _DIGIT_COUNTS and _counts_digits(words, index):
        return None
    if text in _FIXED:
        return Term(_FIXED[text], None, index + 1)
    if text == "no":
        return _read_no(words, index)
    return _read_vague(words, index) or _read_multiple(words, index) or _read_derived(words, index)


def _counts_digits(words: Words, index: int) -> bool:
    ahead = index + 2 if words.tokens[index + 1].text == "-" else index + 1
    if words.tokens[ahead].text not in ("digit", "digits", "figure", "figures"):
        return False
    words.refusal = f"{words.tokens[index].text} digits are a size class and name no number"
    return True


def _read_no(words: Words, index: int) -> Term | None:
    """ "no survivors", "no one"."""
    following = words.tokens[index + 1]
    if following.text == "one":
        return Term(0, None, index + 2)
    if following.kind == WORD and following.text not in STOP and following.text not in NUMBER_WORDS:
        return Term(0, None, index + 1)
    return None


def _read_multiple(words: Words, index: int) -> Term | None:
    """ "double", "tripled", "twice as many"; "twice" by itself counts occurrences."""
    text = words.tokens[index].text
    times = _TIMES.get(text)
    if times is not None:
        term = Term(times, None, index + 1)
        if text != "once" and words.tokens[index + 1].text in AS_MANY:
            term.kind = QuantityKind.FACTOR
        else:
            term.kind, term.unit = QuantityKind.NUMBER, "times"
        return term
    factor = _MULTIPLES.get(text)
    if factor is None:
        return None
    term = Term(factor, None, index + 1)
    term.kind = QuantityKind.FACTOR
    return term


def _read_derived(words: Words, index: int) -> Term | None:
    """Words built from a number word: "sixfold", "fortyish", "in her forties"."""
    text = words.tokens[index].text
    if text in _DECADES and index and words.tokens[index - 1].text in _BEFORE_DECADE:
        return Term(None, _DECADES[text], index + 1)
    if text.endswith("fold"):
        found = NUMBER_WORDS.get(text[:-4])
        if found is not None:
            term = Term(found[1], None, index + 1)
            term.kind = QuantityKind.FACTOR
            return term
    elif text.endswith("ish"):
        found = NUMBER_WORDS.get(text[:-3]) or NUMBER_WORDS.get(text[:-3] + "y")
        if found is not None and found[0] < HUNDRED:
            term = Term(found[1], None, index + 1)
            term.comparator = Comparator.ABOUT
            return term
    return None


def _read_majority(words: Words, index: int) -> Term:
    """ "most", "a vast majority", "a minority": more or less than half."""
    tokens = words.tokens
    strong = index > 0 and tokens[index - 1].text in _LARGE
    term = Term(Fraction(1, 2), None, index + 1)
    term.kind = QuantityKind.SHARE
    if tokens[index].text == "minority":
        term.comparator = Comparator.WELL_UNDER if strong else Comparator.LESS_THAN
    else:
        term.comparator = Comparator.WELL_OVER if strong else Comparator.MORE_THAN
    return term


def _read_after_article(words: Words, index: int) -> Term | None:
    """ "a couple", "a few", "a handful", "a kilogram", "a dollar and 42 cents", "a 5"."""
    tokens = words.tokens
    ahead = index + 1
    following = tokens[ahead].text
    if following == "few":
        return _read_vague(words, ahead, True)
    if following == "good" and tokens[ahead + 1].text == "few":
        return _read_vague(words, ahead + 1, True)
    if following in _AFTER_ARTICLE:
        return _read_other_words(words, ahead)
    if following in _SIZES_OF_MAJORITIES and tokens[ahead + 1].text in _HALVES:
        return _read_majority(words, ahead + 1)
    money = currency_before(words, ahead)
    if money is not None:
        return read_money(words, money, ahead, True)
    entry = NUMBER_WORDS.get(following)
    if tokens[ahead].kind == DIGITS or (entry is not None and entry[0] <= TENS and following != "one"):
        numeral = scan_numeral(tokens, ahead)
        return term_of(words, numeral, ahead) if numeral is not None else None
    return _one_unit(words, ahead)


def _one_unit(words: Words, index: int) -> Term | None:
    """The unit after an article: "a kilogram", "a dollar", "a penny"."""
    tokens = words.tokens
    text = tokens[index].text
    unit = measure_at(tokens, index)
    if unit is not None and len(unit.text) > 1 and unit.text != "in":
        term = Term(1, None, unit.end)
        term.unit = unit.text
        add_half(tokens, term)
        add_smaller_units(tokens, term)
        return term
    currency = currency_after(words, index)
    if currency is not None and singular(text) == text:
        term = Term(1, None, currency.end)
        term.kind, term.currency = QuantityKind.MONEY, settled_currency(words, currency.code)
        add_cents(words, term)
        return term
    if text in _COINS:
        term = Term(1, None, index + 1)
        term.kind, term.unit = QuantityKind.MONEY, text
        term.currency = settled_currency(words, MINOR_UNITS[text])
        return term
    return None


def _read_vague(words: Words, index: int, article: bool = False) -> Term | None:
    """ "dozens", "several hundred", "a few million", "tens of thousands": a word, and what multiplies it."""
    tokens = words.tokens
    text = tokens[index].text
    scale, end = 1, index + 1
    if text in _SMALL_VAGUE:
        before = tokens[index - 1].text if index else ""
        if text == "few" and not article and before not in _BEFORE_FEW:
            return None
        ahead = end + 1 if tokens[end].text == "of" else end
        while (entry := NUMBER_WORDS.get(tokens[ahead].text)) is not None and entry[0] in _MULTIPLYING:
            scale *= entry[1]
            end = ahead = ahead + 1
    elif text == "scores":
        if tokens[end].kind and tokens[end].text != "of":
            return None
    elif text != "dozens" and text not in _PLURAL_SIZE:
        return None
    while tokens[end].text == "of" and (size := _PLURAL_SIZE.get(tokens[end + 1].text)) is not None:
        scale *= size
        end += 2
    term = Term(None, scale, end)
    term.vague = text
    return term
