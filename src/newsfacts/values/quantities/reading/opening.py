"""Reads the words that open a quantity, before its number: hedges, judgements, verbs of change, "between", "from"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.currencies import CURRENCY_PREFIXES, CURRENCY_SIGNS
from newsfacts.values.quantities.quantity import Change, Comparator, Tone
from newsfacts.values.quantities.reading.hedges import (
    BEFORE,
    CHANGE_WORDS,
    EXTRA,
    ONLY_WITH_PREPOSITION,
    TONES,
    match_phrase,
    stronger,
)
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, ORDINAL, word_set
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.quantities.reading.words import Words
from newsfacts.values.quantities.reading.years import looks_like_year

__all__ = ["EVEN_MORE", "MARGIN_STARTS", "Opening", "read_hedges", "read_opening"]

MAX_HEDGES: Final = 12
"""The most words of hedge, tone and change that are read before one number."""

MAX_BEFORE_TO: Final = 12
"""How many words further on a "to" is looked for after "rose from"."""

_TO_A_WORD: Final = frozenset({"the", "record", "total", "whopping", "staggering", "combined", "full"})
EVEN_MORE: Final = _TO_A_WORD | {"whole", "some", "a", "an"}
"""Words between a hedge and a number that say nothing about it: "more than a record 40"."""

MARGIN_STARTS: Final = frozenset({"plus", "±", "+/-", "give"})
"""What a margin begins with: "plus or minus 3 points", "give or take 3 points"."""

_TONE_STARTS: Final = frozenset(words[0] for words in TONES)
_PREFIXES: Final = frozenset(
    {
        *BEFORE, *CHANGE_WORDS, *EXTRA, *EVEN_MORE, *MARGIN_STARTS, *_TONE_STARTS, "a", "an", "between",
        "from",
    }
)  # fmt: skip
"""The first words of everything that may come before the number."""

_ROLLING: Final = word_set("past last next coming previous following preceding first final")
_BEFORE_PAST: Final = word_set("the these this its his her their our")
_TIME_PREPOSITIONS: Final = word_set("over within under past throughout")
_SEASONS: Final = word_set("last this next the every each early late in since")
"""What makes "fall" a season."""
_MOVING: Final = word_set("back went go goes going gone moved crept inched edged shot climbed bounced ticked")
"""What makes "up to" the outcome of a change: "crept up to 40 percent"."""
_PLACES: Final = frozenset({"over", "under", "within", "above", "below", "beneath", "beyond", "past"})
_WITH_OTHER_SENSES: Final = _TIME_PREPOSITIONS | _PLACES | {"up"}
"""Hedges that may say where, when or whither instead, by what is around them."""
_HANDING: Final = word_set(
    "hand hands handed handing turn turns turned turning take takes took taken taking carry carried gave give given pass "
    "passed passing sign signed crossed cross fight fought argue argued fell won"
)
_ADDING: Final = frozenset({"add", "adds", "added", "adding"})
_BOUNDING: Final = {"above": Change.UP_TO, "past": Change.UP_TO, "beyond": Change.UP_TO, "below": Change.DOWN_TO}
"""What makes a level of the number after a change: "fell below 30 percent"."""
_TAKES_PARTICLE: Final = word_set(
    "shot shoot shoots shut shuts set sets make makes made making gave give gives took take takes brought bring put puts "
    "laid lay broke blew blown cut cuts tore torn came come held hold holds ran run struck sent hung wrote sat stood "
    "stepped broke bought buy buys end hunt hunted wind wound pick picks call calls round rounds close closes"
)
"""Verbs that go with "up" and "down" and change nothing: "shot down 15 drones", "made up 40 seats"."""


class Opening:
    """What is said before the number; `end` is the index of the token after it.

    Defaults are kept by the class, so that the many numbers with nothing before them set two fields.
    """

    comparator: Comparator = Comparator.PLAIN
    tone: Tone | None = None
    change: Change = Change.NONE
    by: bool = False
    """Whether "by" or "of" follows the change: "rose by 5"."""
    preposition: str = ""
    """ "between" or "from"."""
    is_past: bool = False
    """Whether the hedge is "past", which before a length of time is none: "past 10 years"."""
    is_place: bool = False
    """Whether it may say where or when instead: "under a five-year contract", "climbed over six years"."""
    is_percent: bool = False
    """Whether the word of change is "off", which is one of percentages and points only: "off 2.1 percent"."""
    is_loss: bool = False
    """Whether the word of change is "loss" or "lost", which of money is an amount."""
    is_particle: bool = False
    """Whether "up" or "down" may belong to the verb before it: "shot down 15 drones"."""

    def __init__(self, at: int) -> None:
        self.start: int = at
        self.end: int = at


def read_opening(words: Words, at: int) -> Opening:
    """The opening words from token `at` on, up to "between" or "from"; there may be none."""
    opening = Opening(at)
    text = words.tokens[at].text
    if text in _PREFIXES and not (text == "a" and words.tokens[at + 1].kind == DIGITS):  # "a 5% rise"
        read_hedges(words, opening)
        if words.tokens[opening.end].text == "-" and opening.end > at and _joins_hedge(words.tokens, opening.end):
            opening.end += 1  # "under-21"
    return opening


def _joins_hedge(tokens: Sequence[Token], at: int) -> bool:
    """Whether the hyphen at token `at` joins a hedge to its number, and is not a minus sign."""
    return tokens[at - 1].kind == WORD and tokens[at].glued and tokens[at + 1].glued


def read_hedges(words: Words, opening: Opening) -> None:
    """More opening words, from where it ends."""
    tokens = words.tokens
    for _ in range(MAX_HEDGES):
        if tokens[opening.end].text not in _PREFIXES or not _read_one(tokens, opening):
            return
        if tokens[opening.end - 1].text == opening.preposition:
            return


def _read_one(tokens: Sequence[Token], opening: Opening) -> bool:
    """The next opening word or words; False where there is none."""
    index = opening.end
    text = tokens[index].text
    if tokens[index + 1].text == "$" and tokens[index + 1].glued and text in CURRENCY_PREFIXES:
        return False  # "CA$15"
    if text in MARGIN_STARTS:
        return _read_margin(tokens, opening)
    if text in BEFORE and _read_hedge(tokens, opening):
        return True
    for size in (2, 1) if text in _TONE_STARTS else ():
        tone = TONES.get(tuple(token.text for token in tokens[index : index + size]))
        if tone is not None:
            opening.tone, opening.end = tone, index + size
            return True
    if text in CHANGE_WORDS and opening.change is Change.NONE:
        return _read_change(tokens, opening)
    if text in EXTRA:
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


def _read_margin(tokens: Sequence[Token], opening: Opening) -> bool:
    """ "plus or minus", "±", "give or take"."""
    index = opening.end
    text = tokens[index].text
    if text in ("plus", "give"):
        last = "minus" if text == "plus" else "take"
        if tokens[index + 1].text not in ("or", "and", "/") or tokens[index + 2].text != last:
            return False
        index += 2
    opening.change, opening.end = Change.MARGIN, index + 1
    return True


def _read_hedge(tokens: Sequence[Token], opening: Opening) -> bool:
    index = opening.end
    before = tokens[index - 1].text if index else ""
    text = tokens[index].text
    if text == "past" and before in _BEFORE_PAST:
        opening.end = index + 1  # "the past 10 years"
        return True
    hedge = match_phrase(BEFORE, tokens, index)
    if hedge is None or (text == "max" and index and tokens[index].raw != text):
        return False  # "737 Max 8 jets"
    end = hedge[1]
    if text == "a" and tokens[end - 1].text == "good" and not _is_count(tokens, end):
        return False  # "a good second place", "a good one"
    if text not in _WITH_OTHER_SENSES:
        opening.comparator, opening.end, opening.is_past = stronger(opening.comparator, hedge[0]), end, False
        return True
    if _read_other_sense(tokens, opening, end):
        return True
    opening.is_past = text == "past"
    if text in _PLACES and end == index + 1:
        opening.is_place = tokens[end].text in ("a", "an", "the") or opening.change is not Change.NONE
    opening.comparator = stronger(opening.comparator, hedge[0])
    opening.end = end
    return True


def _read_other_sense(tokens: Sequence[Token], opening: Opening, end: int) -> bool:
    """What a word such as "over" or "up", which looks like a hedge that ends before `end`, means instead; False where it is the hedge."""
    index = opening.end
    before, text = tokens[index - 1].text if index else "", tokens[index].text
    if text == "over" and end == index + 1 and before in _HANDING:
        opening.end = end  # "handed over 15 months of research"
        return True
    if text in _TIME_PREPOSITIONS and tokens[end].text in ("the", "a", *_ROLLING):
        ahead = end if tokens[end].text in _ROLLING else end + 1
        if tokens[ahead].text in _ROLLING:
            opening.end, opening.change = ahead + 1, Change.NONE  # "over the next 10 years"
            return True
    if text == "up" and before in _ADDING:
        opening.end = end  # "adds up to $1.5 trillion"
        return True
    if text == "up" and (before in _MOVING or opening.change is Change.UP):
        opening.change, opening.end = Change.UP_TO, end
        return True
    return False


def _is_count(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is at `at` can only be counted: "a good | 300", but not "a good | one", "a good | 2019"."""
    token = tokens[at]
    if token.kind == DIGITS:
        return not looks_like_year(token)
    return token.text in CURRENCY_SIGNS or (
        token.text != "one" and NUMBER_WORDS.get(token.text, (ORDINAL, 0))[0] != ORDINAL
    )


def _number_follows(tokens: Sequence[Token], index: int) -> bool:
    """Whether "a", "the", "record" between a hedge and a number is only in the way of the number."""
    token = tokens[index + 1]
    if token.kind == DIGITS or token.text in CURRENCY_SIGNS or token.text in EVEN_MORE or token.text in EXTRA:
        return True
    if tokens[index].text in _TO_A_WORD:
        return token.text in NUMBER_WORDS
    return tokens[index + 2].text == "$"


def _read_change(tokens: Sequence[Token], opening: Opening) -> bool:
    """ "rose sharply by", "fell to", "up from"."""
    at = opening.end
    word = tokens[at].text
    if word in _NOT_ALWAYS_CHANGES and _is_no_change(tokens, at):
        return False
    index = at + 1
    if tokens[index].kind == WORD and tokens[index].text.endswith("ly") and tokens[index].text not in BEFORE:
        index += 1
    if word in ONLY_WITH_PREPOSITION and tokens[index].text not in ("by", "to", "from"):
        return False
    _read_direction(tokens, opening, CHANGE_WORDS[word], index)
    if word in ("up", "down") and at and tokens[at - 1].kind == WORD:
        before = tokens[at - 1].text
        opening.is_particle = before in _TAKES_PARTICLE or before.endswith(("ed", "ing"))
    opening.is_percent = word == "off"
    opening.is_loss = word in ("loss", "lost")
    return True


_NOT_ALWAYS_CHANGES: Final = frozenset({"fall", "up", "down"})


def _is_no_change(tokens: Sequence[Token], at: int) -> bool:
    """ "last fall"; "round up the 11 million people"."""
    if tokens[at].text == "fall":
        return at > 0 and tokens[at - 1].text in _SEASONS
    return tokens[at + 1].text in ("the", "these", "those")


def _read_direction(tokens: Sequence[Token], opening: Opening, change: Change, index: int) -> None:
    """What the word after a change, at `index`, says that the number is: its size, its outcome, a bound, or where it began."""
    text = tokens[index].text
    bounded = _BOUNDING.get(text)
    up = change is Change.UP
    if bounded is not None and (bounded is Change.UP_TO) == up:
        change = bounded  # the bound itself is read next
    if text in ("by", "of"):
        opening.by = True
        index += 1
    elif text == "to":
        change = Change.UP_TO if up else Change.DOWN_TO
        index += 1
    elif text == "from" and not any(token.text == "to" for token in tokens[index : index + MAX_BEFORE_TO]):
        change = Change.UP_FROM if up else Change.DOWN_FROM
        index += 1
    opening.change, opening.end = change, index
