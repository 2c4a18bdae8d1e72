"""Reads what comes right after a numeral: percent, currency, measure, "times", "-fold"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.values.quantities.currencies import CURRENCY_SIGNS
from newsfacts.values.quantities.exact import Number
from newsfacts.values.quantities.quantity import Comparator, QuantityKind
from newsfacts.values.quantities.reading.digits import GOING_ON, IN_THREES, MAX_DIGITS
from newsfacts.values.quantities.reading.measured import read_measure
from newsfacts.values.quantities.reading.money import MONEY_CODES, MONEY_WORDS, read_money_after
from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, word_set
from newsfacts.values.quantities.reading.numerals import Numeral, scan_numeral
from newsfacts.values.quantities.reading.sized import may_start_size, starts_sized_noun
from newsfacts.values.quantities.reading.term import Term
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.quantities.reading.words import Words
from newsfacts.values.quantities.units import MEASURES

__all__ = ["AS_MANY", "counting_digits", "read_cardinal_term", "read_percent", "read_suffix"]

AS_MANY: Final = word_set("as the that its their his her what")
"""Words after "twice" or "three times" that make it a ratio: "twice as many", "three times the size"."""

_COMPARED: Final = AS_MANY | word_set(
    "more higher larger greater bigger faster longer less lower smaller fewer likelier over stronger better worse "
    "heavier taller richer deadlier safer"
)
_PERCENT: Final = word_set("percent percents pct percentage %")
_POINTS: Final = word_set("pp ppt ppts pps")
_BASIS_POINTS: Final = word_set("bps bp")
_PERCENT_WORDS: Final = _PERCENT | _POINTS | _BASIS_POINTS | {"per", "pc", "basis"}
"""What a percentage, percentage points and basis points begin with."""
_SUFFIX_WORDS: Final = frozenset({
    *_PERCENT_WORDS, *MONEY_WORDS, *NUMBER_WORDS, *(text.split()[0] for text in MEASURES), "times", "x", "fold", "of", "st",
})  # fmt: skip
"""The words that what comes right after a number can begin with; after any other, there is nothing to read."""
_TAKEN: Final = _SUFFIX_WORDS | GOING_ON
"""The words that may belong to the digits before them."""
_DECADES: Final = frozenset(range(20, 100, 10))
_JOINTS: Final = ("-", "[", "{", "<")
"""What may come between a number and its unit: "5-km", "5 [km]"."""


def counting_digits(tokens: Sequence[Token], at: int) -> Term | None:
    """The whole number in digits at token `at`, where the word after it is what it counts, as after most; None for any other."""
    following, text = tokens[at + 1], tokens[at].text
    if following.kind != WORD or following.glued or following.text in _TAKEN or following.raw in MONEY_CODES:
        return None
    if not text.isdigit():
        if not IN_THREES.fullmatch(text):
            return None
        text = text.replace(",", "")
    if len(text) > MAX_DIGITS:
        return None
    term = Term(int(text), None, at + 1)
    term.plain, term.multiplier = True, 1
    return term


def read_cardinal_term(words: Words, numeral: Numeral, at: int) -> Term | None:
    """The term of a cardinal that begins at token `at`, with what follows it."""
    tokens = words.tokens
    value, end = numeral.value, numeral.end
    term = Term(value, numeral.granularity, end)
    term.multiplier, term.plain = numeral.multiplier, numeral.plain
    touches = tokens[end].glued
    plural = _plural_end(tokens, end) if touches and numeral.plain else None
    if plural is not None and at and tokens[at - 1].text in CURRENCY_SIGNS:
        return None  # "in the $20s"
    if plural is not None:
        if at > 1 and tokens[at - 1].text == "-" and tokens[at - 2].text in _AGE_LIMITS:
            term.comparator, term.end = _AGE_LIMITS[tokens[at - 2].text], plural
            return term  # "the over-50s"
        if value not in _DECADES or (at and tokens[at - 1].text in ("'", "’", "‘") and tokens[at].glued):
            words.refuse(f"{tokens[at].raw}s is a time, not a quantity", UnreadableKind.DIFFERENT)
            return None
        return Term.decade(int(value), plural, tokens, at)  # "in his 40s"
    if tokens[end].text == "(" and (again := _skip_repetition(tokens, end, value)):
        term.end = end = again
    read_suffix(words, term)
    term.bare = term.end == end
    return term


_AGE_LIMITS: Final = {
    "over": Comparator.MORE_THAN,
    "under": Comparator.LESS_THAN,
    "above": Comparator.MORE_THAN,
    "below": Comparator.LESS_THAN,
}


def _plural_end(tokens: Sequence[Token], end: int) -> int | None:
    """The index after the "s" or "'s" that makes a plural of the digits that it touches."""
    if tokens[end].text in ("'", "’") and tokens[end + 1].glued:
        end += 1
    return end + 1 if tokens[end].text == "s" else None


def _skip_repetition(tokens: Sequence[Token], at: int, value: Number) -> int | None:
    """ "45 (forty-five)": the index after the bracket that says the number again."""
    again = scan_numeral(tokens, at + 1)
    if again is not None and again.value == value and tokens[again.end].text == ")":
        return again.end + 1
    return None


def read_suffix(words: Words, term: Term) -> None:
    """Percent, currency, measure, "times" or "-fold" right after a number."""
    tokens = words.tokens
    following = tokens[term.end]
    if not following.kind or (
        following.kind == WORD and following.text not in _SUFFIX_WORDS and following.raw not in MONEY_CODES
    ):
        return
    if may_start_size(following) and starts_sized_noun(tokens, term.end):
        return
    index = term.end
    if following.text in _JOINTS:
        index += 1
        term.hyphenated = following.text == "-"
    of_one = following.text == "of" and tokens[index + 1].text in ("a", "one", "1")
    if of_one and read_percent(tokens, term, index + 2):
        return  # "0.25 of a percentage point"
    if read_percent(tokens, term, index) or _read_factor(tokens, term, index) or read_money_after(words, term, index):
        return
    if not (term.plain and tokens[index].text in ("'", "’") and not tokens[index].glued):
        read_measure(tokens, term, index)


def read_percent(tokens: Sequence[Token], term: Term, index: int) -> bool:
    """Make `term` a percentage, percentage points or basis points if the words at `index` say so."""
    text = tokens[index].text
    if text not in _PERCENT_WORDS:
        return False
    kind, end = QuantityKind.PERCENT, index + 1
    if text == "per" and tokens[index + 1].text in ("cent", "cents"):
        end += 1
    elif text in _POINTS:
        kind = QuantityKind.POINTS
    elif text in _BASIS_POINTS:
        kind = QuantityKind.BASIS_POINTS
    elif text == "basis":
        end = index + (2 if tokens[index + 1].text == "-" else 1)
        if tokens[end].text not in ("point", "points"):
            return False
        kind, end = QuantityKind.BASIS_POINTS, end + 1
    elif text not in _PERCENT and not (text == "pc" and tokens[index].glued):
        return False
    term.kind, term.end = kind, end
    if kind is QuantityKind.PERCENT:
        _read_points(tokens, term, end, text == "percentage")
    return True


def _read_points(tokens: Sequence[Token], term: Term, index: int, already: bool) -> None:
    """ "percentage points", "percent-points", "%-points"."""
    ahead = index + 1 if tokens[index].text == "-" else index
    if tokens[ahead].text in ("point", "points") and (already or tokens[index].text == "-"):
        term.kind, term.end = QuantityKind.POINTS, ahead + 1


def _is_comparative(token: Token) -> bool:
    """ "harder", "likelier": an adjective that compares."""
    return token.text.endswith("er") and token.text not in STOP and token.text not in _NOT_COMPARATIVE


_NOT_COMPARATIVE: Final = word_set(
    "ever never together whenever however moreover october november december september order"
)


def _read_factor(tokens: Sequence[Token], term: Term, index: int) -> bool:
    """ "10-fold", "3x", "three times as many"; "40 times" by itself counts occurrences."""
    token, following = tokens[index], tokens[index + 1]
    if token.text == "times":
        if following.text not in _COMPARED and not _is_comparative(following):
            return False
        if following.text not in AS_MANY and following.text != "over":
            term.unit, index = following.raw, index + 1
    elif token.text == "x":
        if not token.glued or following.kind == DIGITS:
            return False
    elif token.text != "fold":
        return False
    term.kind, term.end = QuantityKind.FACTOR, index + 1
    return True
