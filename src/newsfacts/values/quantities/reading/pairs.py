"""Two numbers that are not a range: scores and votes ("5-4"), ratios ("two to one"), years ("2010-2020")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.reading.nouns import STOP, is_plural
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, word_set
from newsfacts.values.quantities.reading.term import Term
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token, as_written
from newsfacts.values.quantities.reading.years import looks_like_year

__all__ = ["PAIR_JOINERS", "second_of_pair", "why_not_a_range"]

_SCORE_WORDS: Final = word_set(
    "win wins won winning victory victories triumph loss losses lost losing defeat defeats defeated beat beats beating "
    "edged downed routed draw draws drew drawn tie tied ties lead leads led leading trail trails trailed trailing score "
    "scores scored scoreline decision decisions ruling rulings ruled vote votes voted voting verdict split majority "
    "supermajority record start tally rout thrashing shutout overtime shootout penalties aggregate set sets unanimous "
    "unanimously opinion odds advantage edge favor favour party-line passed approved rejected against game games series "
    "final semifinal half-time halftime extra punch"
)
"""What is said next to a score or a vote."""

_SPOKEN_SCORES: Final = word_set(
    "win won winning victory lost loss defeat defeated beat vote voted ruled decision ruling verdict"
)
"""Those next to which "5 to 4" is a score as well."""

NEAR: Final = 4
"""How many words before and after a pair are looked at for a word that makes it a score."""

_JOINED: Final = ("-", "–", "to")


def why_not_a_range(tokens: Sequence[Token], first: Term, second: Term, start: int) -> str | None:
    """Why two terms, of which the first begins at token `start`, are not a range; None if they may be one."""
    joiner = tokens[first.end]
    said_to = "to" in (joiner.text, tokens[first.end + 1].text)
    if first.value is None or second.value is None or joiner.text not in _JOINED or not (first.bare and second.bare):
        return None
    if not first.multiplier or first.multiplier != second.multiplier or first.multiplier > 1:
        return None
    end = second.end
    if tokens[start].text == "oh":
        return f"{_pair(tokens, start, end)} is spelled out, not a range of numbers"
    if _is_year_span(tokens, start, second.end - 1):
        return f"{_pair(tokens, start, end)} is a period of years, not a range of numbers"
    if first.value < 0 or second.value < 0:
        return None
    if tokens[end].text == ":":
        return f"{_pair(tokens, start, end)}:{tokens[end + 1].raw} is a time of day, not a range of numbers"
    if said_to and second.value == 1 < first.value:
        reason = "is a ratio of two numbers, not a range; annotate each of them by itself"
        return f"{_pair(tokens, start, end)} {reason}"
    if first.value.denominator != 1 or (tokens[end].kind == WORD and _is_counted(tokens, end)):
        return None
    said = _SPOKEN_SCORES if said_to else _SCORE_WORDS
    near = any(token.text in said for token in (*tokens[max(start - NEAR, 0) : start], *tokens[end : end + NEAR]))
    if near or first.value >= second.value:
        kind = "a score or a vote of two sides" if near or not said_to else "a ratio or a score"
        return f"{_pair(tokens, start, end)} is {kind}, not a range; annotate each of the two numbers by itself"
    return None


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether the pair is followed by what it counts, and not by the word of a score: "10-15 seats"."""
    token = tokens[at]
    return token.text not in _SCORE_WORDS and token.text not in STOP and is_plural(token.text)


def _is_year_span(tokens: Sequence[Token], first: int, second: int) -> bool:
    """ "2010-2020", "2019-20" with nothing counted after it."""
    one, other = tokens[first], tokens[second]
    if one.kind != DIGITS or other.kind != DIGITS or not looks_like_year(one):
        return False
    following = tokens[second + 1]
    if following.kind == WORD and _is_counted(tokens, second + 1):
        return False
    if looks_like_year(other):
        return one.text <= other.text
    return len(other.text) <= 2 and other.text.isdigit() and int(other.text) > int(one.text[-len(other.text) :])


def _pair(tokens: Sequence[Token], start: int, end: int) -> str:
    """Two numbers as they are written, without an article."""
    said = tokens[start + 1 if tokens[start].text in ("a", "an", "the") else start : end]
    return as_written(said)


PAIR_JOINERS: Final = frozenset({"-", "x", "×", "over"})
"""What may come between the two numbers of a pair."""


def second_of_pair(tokens: Sequence[Token], at: int) -> Token | None:
    """The second number of "3-for-5", "one-on-one", "5-by-10", "4x100", if the token at `at` follows the first."""
    first = tokens[at]
    if (
        first.text == "-"
        and tokens[at + 1].text in ("for", "on", "by", "in", "and", "of")
        and tokens[at + 2].text == "-"
    ):
        second = tokens[at + 3]
    elif (first.text in ("x", "×") and tokens[at + 1].kind == DIGITS) or (
        first.text == "over" and tokens[at + 1].kind == DIGITS and tokens[at - 1].kind == DIGITS
    ):
        second = tokens[at + 1]
    else:
        return None
    return second if second.kind == DIGITS or second.text in NUMBER_WORDS else None
