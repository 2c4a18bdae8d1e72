"""Quantities in running text: where each number begins and ends, and the noun that it counts.

Every number is tried where it is, with the readers of `reading`, which say where the number ends. What comes before it is
looked at for hedges alone ("nearly", "more than"), so that a verb or a preposition is never part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from newsfacts.errors import UnreadableValue
from newsfacts.values.level import Level
from newsfacts.values.quantities.currencies import CURRENCY_CODES, CURRENCY_PREFIXES, CURRENCY_SIGNS
from newsfacts.values.quantities.quantity import QuantityKind
from newsfacts.values.quantities.reading.hedges import AFTER, BEFORE, match_phrase
from newsfacts.values.quantities.reading.names import not_a_quantity
from newsfacts.values.quantities.reading.nouns import STOP, noun_at
from newsfacts.values.quantities.reading.number_like_words import read_term
from newsfacts.values.quantities.reading.number_words import DOZEN, NUMBER_WORDS, PART, VULGAR_FRACTIONS
from newsfacts.values.quantities.reading.opening import Opening
from newsfacts.values.quantities.reading.ranges import read_shape
from newsfacts.values.quantities.reading.term import Term
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.quantities.reading.words import Words

__all__ = ["QuantityWords", "quantities_in"]

MAX_HEDGE: Final = 6
"""The most words of a hedge before a number."""

_ARTICLES: Final = frozenset({"a", "an"})
_VAGUE: Final = frozenset(
    {"several", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions", "tens"}
)
_AFTER_ARTICLE: Final = frozenset(
    {"few", "couple", "handful", "dozen", "hundred", "thousand", "million", "billion", "half", "quarter", "third"}
)
_OF_WHAT: Final = frozenset({"the", "its", "his", "her", "their", "our", "all", "these", "those", "my", "your"})
_WITHOUT_NOUN: Final = frozenset(
    {
        QuantityKind.PERCENT,
        QuantityKind.POINTS,
        QuantityKind.BASIS_POINTS,
        QuantityKind.MONEY,
        QuantityKind.FACTOR,
        QuantityKind.ORDINAL,
    }
)
_CURRENCIES: Final[Mapping[str, str]] = {"$": "USD", "rupee": "INR"}


class QuantityWords(NamedTuple):
    """The tokens `first` up to, not including, `last` state a number; the counted noun is `noun_first`..`noun_last`."""

    first: int
    last: int
    noun_first: int
    noun_last: int
    level: Level


def quantities_in(
    text: str, tokens: list[Token], taken: Sequence[tuple[int, int]], currencies: Mapping[str, str] | None = None
) -> Iterator[QuantityWords]:
    """The quantities of running text in order. `taken` are the tokens of its times, in order, which state none."""
    words = Words(text, tokens, _CURRENCIES if currencies is None else currencies)
    at, last, place = 0, len(tokens) - 3, 0
    free = 0  # nothing before it may be part of the next quantity
    while at < last:
        while place < len(taken) and taken[place][1] <= at:
            place += 1
        if place < len(taken) and taken[place][0] <= at:
            at = free = taken[place][1]
            continue
        limit = taken[place][0] if place < len(taken) else last
        token = tokens[at]
        if token.kind == DIGITS:
            skipped = not_a_quantity(tokens, at)
            if skipped is not None:
                at = free = max(skipped.end, at + 1)
                continue
        elif not _may_start(tokens, at):
            at += 1
            continue
        found = _quantity_at(words, at, free, limit)
        if found is None:
            at += 1
            continue
        yield found
        at = free = found.last


def _may_start(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    text = token.text
    if text in _ARTICLES:
        return tokens[at + 1].text in _AFTER_ARTICLE
    entry = NUMBER_WORDS.get(text)
    if entry is not None:
        if text == "one":
            return _is_counting_one(tokens, at)
        if entry[0] == PART:
            return text == "half" and tokens[at + 1].text == "of"
        return entry[0] <= DOZEN
    if text in _VAGUE or text in CURRENCY_SIGNS or text in VULGAR_FRACTIONS:
        return True
    following = tokens[at + 1]
    if token.raw in CURRENCY_CODES:
        return following.kind == DIGITS
    if text in CURRENCY_PREFIXES:
        return following.text in CURRENCY_SIGNS and following.start == token.end
    return (
        text in ("-", "–", "+")
        and following.kind == DIGITS
        and following.start == token.end
        and (not at or tokens[at - 1].end < token.start)
    )


_NOT_ONE: Final = frozenset(
    [
        "the",
        "this",
        "that",
        "no",
        "any",
        "every",
        "each",
        "which",
        "another",
        "only",
        "some",
        "last",
        "next",
        "right",
        "wrong",
        "other",
    ]
)


def _is_counting_one(tokens: list[Token], at: int) -> bool:
    following = tokens[at + 1]
    if at and (tokens[at - 1].text in _NOT_ONE or tokens[at - 1].text == "-"):
        return False
    return following.kind == WORD and following.text not in STOP


def _quantity_at(words: Words, at: int, free: int, limit: int) -> QuantityWords | None:
    tokens = words.tokens
    start, opening = _opening(tokens, at, free)
    words.refusal = None
    try:
        shape = read_shape(words, opening)
        term = None if shape is None else shape.high or shape.low
    except UnreadableValue:
        try:
            term = read_term(words, opening.end)
        except UnreadableValue:
            return None
    if term is None or term.end > limit or term.end <= at:
        return None
    end = term.end
    after = match_phrase(AFTER, tokens, end)
    if after is not None and after[1] <= limit:
        end = after[1]
    noun = _noun(tokens, term, end, limit)
    if term.kind is QuantityKind.ORDINAL:
        return None
    first, last = noun if noun is not None else (end, end)
    return QuantityWords(start, max(end, last), first, last, Level.SURE)


def _opening(tokens: list[Token], at: int, free: int) -> tuple[int, Opening]:
    """Where the hedge before the number at `at` begins, and the opening for its reader."""
    start = at
    for size in range(min(MAX_HEDGE, at - free), 0, -1):
        found = match_phrase(BEFORE, tokens, at - size)
        if found is not None and found[1] == at:
            start = at - size
            break
    opening = Opening(at)
    if start < at:
        found = match_phrase(BEFORE, tokens, start)
        if found is not None:
            opening.comparator = found[0]
    elif at - free > 0 and tokens[at - 1].text == "between":
        opening.preposition = "between"
        start = at - 1
    if start > free and tokens[start - 1].text in ("just", "only"):
        start -= 1
    return start, opening


def _noun(tokens: list[Token], term: Term, end: int, limit: int) -> tuple[int, int] | None:
    """The tokens of the counted noun."""
    if term.unit is not None or term.kind in _WITHOUT_NOUN or term.currency is not None:
        return None
    at = end
    if tokens[at].text == "-" and tokens[at].start == tokens[at - 1].end:
        at += 1
    elif tokens[at].text == "of":
        at += 1
        while tokens[at].text in _OF_WHAT:
            at += 1
    found = noun_at(tokens, at)
    if found is None or found.end > limit:
        return None
    return at, found.end
