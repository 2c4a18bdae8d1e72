"""Reads vague words, and what multiplies them: "dozens", "several hundred", "tens of thousands", "100s of people"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.values.quantities.exact import Number
from newsfacts.values.quantities.quantity import QuantityKind
from newsfacts.values.quantities.reading.money import ALSO_WORDS, currency_after, settled_currency
from newsfacts.values.quantities.reading.nouns import is_plural
from newsfacts.values.quantities.reading.number_words import DOZEN, HUNDRED, MAGNITUDE, NUMBER_WORDS
from newsfacts.values.quantities.reading.term import Term
from newsfacts.values.quantities.reading.tokens import WORD, Token
from newsfacts.values.quantities.reading.words import Words
from newsfacts.values.quantities.vague_words import SIZES

__all__ = ["plural_digits", "read_vague"]

_SMALL_VAGUE: Final = frozenset({"couple", "handful", "several", "few"})

_BEFORE_FEW: Final = frozenset({"past", "last", "next", "first", "every", "these", "those", "the", "a"})

_MULTIPLYING: Final = (HUNDRED, MAGNITUDE, DOZEN)

_PLURAL_DIGITS: Final[Mapping[Number, tuple[str, int]]] = {
    10: ("tens", 1), 100: ("hundreds", 1), 1000: ("thousands", 1), 10**4: ("tens", 1000), 10**5: ("hundreds", 1000), 10**6: ("millions", 1),
}  # fmt: skip

_REPEATED: Final = frozenset({"dozens", "scores", *SIZES})


def read_vague(words: Words, index: int, article: bool = False) -> Term | None:
    """ "dozens", "several hundred", "a few million", "tens of thousands": a word, and what multiplies it."""
    tokens = words.tokens
    text = tokens[index].text
    scale, end = 1, index + 1
    if text == "couple" and _are_two_people(tokens, index):
        words.refuse("“couple” may be two people here, and not a number", UnreadableKind.DIFFERENT)
        return None
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
    elif text != "dozens" and text not in SIZES:
        return None
    if tokens[end].text in ("upon", "and", "on") and tokens[end + 1].text == text and text in _REPEATED:
        end += 2  # "dozens and dozens", "thousands upon thousands"
    return _with_sizes(words, text, scale, end)


def _are_two_people(tokens: Sequence[Token], index: int) -> bool:
    """ "the couple", "a married couple", as against "a couple of days", "the last couple days"."""
    following = tokens[index + 1]
    if following.text == "of" or (following.kind == WORD and is_plural(following.text)):
        return False
    return (index > 0 and tokens[index - 1].text not in ("a", "every", *_BEFORE_FEW)) or tokens[index - 1].text == "the"


def _with_sizes(words: Words, text: str, scale: int, end: int) -> Term:
    """A vague word with what multiplies it after "of", and its currency: "tens | of thousands of dollars"."""
    tokens = words.tokens
    while tokens[end].text == "of" and (size := SIZES.get(tokens[end + 1].text)) is not None:
        scale *= size
        end += 2
    term = Term(None, scale, end)
    term.vague = text
    of_money = tokens[end].text == "of"
    currency = currency_after(words, end + 1 if of_money else end)
    if currency is not None and (of_money or tokens[end].text not in ALSO_WORDS):
        term.kind, term.currency, term.end = QuantityKind.MONEY, settled_currency(words, currency.code), currency.end
    return term


def plural_digits(words: Words, value: Number, index: int) -> Term | None:
    """ "100s of people", "10s of thousands": as in words."""
    tokens = words.tokens
    word = _PLURAL_DIGITS.get(value)
    if word is None or tokens[index + 1].text != "s" or tokens[index + 2].text != "of":
        return None
    words.refusal = None
    return _with_sizes(words, word[0], word[1], index + 2)
