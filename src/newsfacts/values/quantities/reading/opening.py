"""Reads the words that open a quantity, before its number: hedges, judgements, verbs of change, "between", "from"."""

from __future__ import annotations

from typing import Final

from newsfacts.values.quantities.currencies import CURRENCY_SIGNS
from newsfacts.values.quantities.quantity import Change, Comparator, Tone
from newsfacts.values.quantities.reading.hedges import BEFORE, CHANGE_WORDS, EXTRA, TONES, match_phrase, stronger
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.quantities.reading.words import Words

__all__ = ["EVEN_MORE", "Opening", "read_opening"]

MAX_HEDGES: Final = 12
"""The most words of hedge, tone and change that are read before one number."""

MAX_BEFORE_TO: Final = 12
"""How many words further on a "to" is looked for after "rose from"."""

_TO_A_WORD: Final = frozenset({"the", "record", "total", "whopping", "staggering", "combined", "full"})
EVEN_MORE: Final = _TO_A_WORD | {"whole", "some", "a", "an"}
"""Words between a hedge and a number that say nothing about it: "more than a record 40"."""

_PREFIXES: Final = frozenset(
    {*BEFORE, *CHANGE_WORDS, *EXTRA, *EVEN_MORE, *(words[0] for words in TONES), "a", "an", "between", "from"}
)
"""The first words of everything that may come before the number."""


class Opening:
    """What is said before the number; `end` is the index of the token after it."""

    __slots__ = ("by", "change", "comparator", "end", "preposition", "start", "tone")

    def __init__(self, at: int) -> None:
        self.start = self.end = at
        self.comparator = Comparator.PLAIN
        self.tone: Tone | None = None
        self.change = Change.NONE
        self.by = False
        """Whether "by" or "of" follows the change: "rose by 5"."""
        self.preposition = ""
        """ "between" or "from"."""


def read_opening(words: Words, at: int) -> Opening:
    """The opening words from token `at` on; there may be none."""
    opening = Opening(at)
    tokens = words.tokens
    for _ in range(MAX_HEDGES):
        if tokens[opening.end].text not in _PREFIXES or not _read_one(tokens, opening):
            break
    return opening


def _read_one(tokens: list[Token], opening: Opening) -> bool:
    index = opening.end
    text = tokens[index].text
    hedge = match_phrase(BEFORE, tokens, index)
    if hedge is not None:
        opening.comparator = stronger(opening.comparator, hedge[0])
        opening.end = hedge[1]
        return True
    for size in (2, 1):
        tone = TONES.get(tuple(token.text for token in tokens[index : index + size]))
        if tone is not None:
            opening.tone, opening.end = tone, index + size
            return True
    if text in CHANGE_WORDS and opening.change is Change.NONE:
        _read_change(tokens, opening)
    elif text in EXTRA:
        opening.change, opening.end = Change.UP, index + 1
    elif (index > opening.start and text in EVEN_MORE and _number_follows(tokens, index)) or (
        text in ("a", "an") and tokens[index + 1].text in EXTRA
    ):
        opening.end = index + 1
    elif text in ("between", "from") and not opening.preposition:
        opening.preposition, opening.end = text, index + 1
    else:
        return False
    return True


def _number_follows(tokens: list[Token], index: int) -> bool:
    """Whether "a", "the", "record" between a hedge and a number is only in the way of the number."""
    token = tokens[index + 1]
    if token.kind == DIGITS or token.text in CURRENCY_SIGNS or token.text in EVEN_MORE or token.text in EXTRA:
        return True
    if tokens[index].text in _TO_A_WORD:
        return token.text in NUMBER_WORDS
    return tokens[index + 2].text == "$"


def _read_change(tokens: list[Token], opening: Opening) -> None:
    """ "rose sharply by", "fell to", "up from"."""
    change = CHANGE_WORDS[tokens[opening.end].text]
    index = opening.end + 1
    if tokens[index].kind == WORD and tokens[index].text.endswith("ly") and tokens[index].text not in BEFORE:
        index += 1
    text = tokens[index].text
    if text in ("by", "of"):
        opening.by = True
        index += 1
    elif text == "to":
        change = Change.UP_TO if change is Change.UP else Change.DOWN_TO
        index += 1
    elif text == "from" and not any(token.text == "to" for token in tokens[index : index + MAX_BEFORE_TO]):
        change = Change.UP_FROM if change is Change.UP else Change.DOWN_FROM
        index += 1
    opening.change, opening.end = change, index
