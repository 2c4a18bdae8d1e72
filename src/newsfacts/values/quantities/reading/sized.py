"""Nouns that begin with a number of their own: "50-pound bags", "9 liter cases", "500ml bottles", "$100 bills".

The number belongs to the noun: "two million 50-pound bags" are two million.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.currencies import CURRENCY_SIGNS
from newsfacts.values.quantities.reading.nouns import STOP, is_plural, noun_at
from newsfacts.values.quantities.reading.number_words import MAGNITUDE, NUMBER_WORDS, TEN, TENS
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Found, Token
from newsfacts.values.quantities.units import MEASURES

__all__ = ["may_start_size", "sized_noun_at", "starts_sized_noun"]

_SUFFIXES: Final = frozenset({"k", "m", "bn", "mn", "b"})
"""What multiplies an amount of money: "$5m homes"."""


def may_start_size(token: Token) -> bool:
    """Whether a noun with a number of its own may begin with this token; a look before the reading."""
    return token.kind == DIGITS or token.text in NUMBER_WORDS or token.text in CURRENCY_SIGNS


def starts_sized_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number at token `at` is part of a noun, and counts nothing."""
    return _after_size(tokens, at) is not None


def sized_noun_at(tokens: Sequence[Token], at: int) -> Found | None:
    """The noun with a number of its own that begins at token `at`, as written."""
    start = _after_size(tokens, at)
    if start is None:
        return None
    noun = noun_at(tokens, start)
    end = start if noun is None else noun.end
    return Found(" ".join(_written(tokens[at:end])), end)


def _after_size(tokens: Sequence[Token], at: int) -> int | None:
    """The index of the word after the number and its unit, where both belong to a noun."""
    token = tokens[at]
    if token.text in CURRENCY_SIGNS and tokens[at + 1].kind == DIGITS:
        return _after_price(tokens, at + 2)
    end = _after_number(tokens, at)
    if end is None:
        return None
    unit = tokens[end]
    if unit.text == "-" and _glued(tokens, end) and tokens[end + 1].kind == WORD:
        return end + 1 if tokens[end + 1].text not in NUMBER_WORDS and tokens[end + 1].text not in STOP else None
    if token.kind != DIGITS or unit.kind != WORD or tokens[end + 1].kind != WORD or tokens[end + 1].text in STOP:
        return None
    touches = unit.glued
    if touches:
        return end if unit.text == "s" or unit.text in MEASURES else None
    return end if unit.text in MEASURES and not is_plural(unit.text) and not _is_number(tokens[end + 1]) else None


def _after_number(tokens: Sequence[Token], at: int) -> int | None:
    """The index after digits or a number word below a hundred."""
    token = tokens[at]
    if token.kind == DIGITS:
        return at + 1
    entry = NUMBER_WORDS.get(token.text)
    if entry is None or entry[0] > TENS:
        return None
    if entry[0] == TENS and tokens[at + 1].text == "-":
        unit = NUMBER_WORDS.get(tokens[at + 2].text)
        return at + 3 if unit is not None and unit[0] < TEN else at + 1
    return at + 1


def _after_price(tokens: Sequence[Token], index: int) -> int | None:
    """ "$100 bills", "$1 million homes", "$5-a-day wages"."""
    entry = NUMBER_WORDS.get(tokens[index].text)
    if (entry is not None and entry[0] == MAGNITUDE) or tokens[index].text in _SUFFIXES:
        index += 1
    if tokens[index].text == "-" and _glued(tokens, index) and tokens[index + 1].kind == WORD:
        return index + 1
    word = tokens[index]
    return index if word.kind == WORD and word.text not in STOP and word.text not in NUMBER_WORDS else None


def _glued(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].glued and tokens[at + 1].glued


def _is_number(token: Token) -> bool:
    return token.kind == DIGITS or token.text in NUMBER_WORDS


def _written(tokens: Sequence[Token]) -> list[str]:
    """The words of the text, cut at its spaces."""
    words: list[str] = []
    for token in tokens:
        if words and token.glued:
            words[-1] += token.raw
        else:
            words.append(token.raw)
    return words
