"""Words around a number of running text that bound it from further away, or that leave open how much is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.reading.hedges import AFTER, match_phrase
from newsfacts.values.quantities.reading.left_over import BEST_AND_WORST, LARGER_PARTS
from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.number_words import word_set
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token

__all__ = ["BEFORE_UNSAID", "HEDGE_STARTS", "hedge_end", "is_at_best", "is_unsaid"]

HEDGE_STARTS: Final = frozenset({",", "at", "or", "and", "give", "tops", "max", "if", "to"})
"""What a hedge after the counted noun begins with."""
_SURE_HEDGES: Final = word_set("so thereabouts more fewer less most least take outside minimum maximum")
"""The last words of hedges that a sentence may go on after: "300 people or so were there"."""
_NEW_CLAUSE: Final = word_set("he she it they we you i the a an this that his her its their there than of")
"""What goes on with something else: "300 people, or so he said"."""
_JOINING: Final = frozenset({"-", "–", "$", "£", "€", "%"})


def hedge_end(tokens: Sequence[Token], at: int, limit: int) -> int:
    """The index after a hedge that follows what a number counts: "300 people or so", "$300, tops"; `at` for none."""
    if tokens[at].text == "to":
        return at + 2 if tokens[at + 1].text == "life" else at  # "20 years to life"
    comma = tokens[at].text == ","
    hedge = match_phrase(AFTER, tokens, at + comma) if tokens[at + comma].text in HEDGE_STARTS else None
    if hedge is None or hedge[1] > limit:
        return at
    last, following = tokens[hedge[1] - 1], tokens[hedge[1]]
    if following.kind == WORD:
        goes_on = following.text in STOP and following.text not in _NEW_CLAUSE
        several = hedge[1] > at + 1 and last.text in _SURE_HEDGES
        return hedge[1] if several and goes_on and not comma else at
    if following.kind == DIGITS or following.text in _JOINING:
        return at
    return hedge[1] - (last.text == ".")  # "300 people max."


def is_at_best(tokens: Sequence[Token], at: int) -> bool:
    """ "at best", "at worst"."""
    return tokens[at].text == "at" and tokens[at + 1].text in BEST_AND_WORST


BEFORE_UNSAID: Final = frozenset({*BEST_AND_WORST, "of", ","})
"""The last word before a number for which `is_unsaid` is worth a look."""


def is_unsaid(tokens: Sequence[Token], start: int) -> bool:
    """Whether the words before a number make of it what is not said: "at best 300", "the best part of 300"."""
    before = start - 2 if tokens[start - 1].text == "," else start - 1
    if before < 1:
        return False
    if tokens[before].text != "of":
        return is_at_best(tokens, before - 1)
    return before > 1 and tokens[before - 1].text == "part" and tokens[before - 2].text in LARGER_PARTS
