"""Reads hedges that follow a number or its unit: "or more", "or so", "if not thousands", "to life"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.quantity import Comparator
from newsfacts.values.quantities.reading.draft import Draft
from newsfacts.values.quantities.reading.hedges import AFTER, match_phrase
from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.number_like_words import read_term
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.quantities.reading.words import Words

__all__ = ["HEDGE_STARTS", "read_hedges_after"]

_INCLUSIVE: Final = {Comparator.MORE_THAN: Comparator.AT_LEAST, Comparator.LESS_THAN: Comparator.AT_MOST}
_BEFORE_UNIT_ONLY: Final = frozenset({"something", "roughly", "approximately", "maximum", "minimum", "odd"})
_NOUNS_TOO: Final = frozenset({"minimum", "maximum", "max"})
_POSSIBLY: Final = frozenset({"possibly", "perhaps", "maybe", "even"})
HEDGE_STARTS: Final = frozenset({*AFTER, *_POSSIBLY, ",", "if", "to", "-"})
"""What a hedge after a number begins with."""


def read_hedges_after(words: Words, draft: Draft, unit_read: bool = False) -> None:
    """ "500 or more", "40-plus", "two weeks or so", "less than 5000 or equal to", "40 or even more than 60"."""
    tokens = words.tokens
    for _ in range(2):
        index = draft.index
        text = tokens[index].text
        if text not in HEDGE_STARTS:
            return
        if _read_if_not(words, draft) or _read_to_life(tokens, draft):
            continue
        if text == ",":
            if not _read_after_comma(tokens, draft):
                return
            continue
        after = match_phrase(AFTER, tokens, index)
        if (
            after is not None
            and text == "and"
            and tokens[after[1] - 1].text in _LOOSE
            and tokens[after[1]].kind == WORD
        ):
            return  # "12 people and change is coming"
        if text in _NOUNS_TOO and tokens[index + 1].kind == WORD and tokens[index + 1].text not in STOP:
            return  # "a $15 minimum wage"
        if after is not None and (text in _NOUNS_TOO or not (unit_read and text in _BEFORE_UNIT_ONLY)):
            draft.hedge(after[0])
            draft.index = after[1]
            if tokens[draft.index].text == "than":
                draft.index += 1
            if tokens[draft.index - 1].text == "than":
                _skip_further_bound(words, draft)
        elif text == "or" and tokens[index + 1].text == "equal":
            draft.comparator = _INCLUSIVE.get(draft.comparator, draft.comparator)
            draft.index += 3 if tokens[index + 2].text in ("to", "than") else 2


def _read_after_comma(tokens: Sequence[Token], draft: Draft) -> bool:
    """ "100, give or take", "12 people, at least": only where nothing else goes on after it."""
    after = match_phrase(AFTER, tokens, draft.index + 1) if tokens[draft.index + 1].text in _AFTER_COMMA else None
    if after is None or tokens[after[1]].kind in (WORD, DIGITS):
        return False
    draft.hedge(after[0])
    draft.index = after[1]
    return True


_AFTER_COMMA: Final = frozenset(
    {
        "give",
        "or",
        "more",
        "at",
        "tops",
        "roughly",
        "approximately",
        "exactly",
        "precisely",
        "minimum",
        "maximum",
        "if",
        "and",
    }
)
"""What a hedge after a comma begins with."""
_LOOSE: Final = frozenset({"change", "something", "rising", "growing", "climbing"})
"""What ends a hedge only where no word follows."""


def _read_if_not(words: Words, draft: Draft) -> bool:
    """ "hundreds, if not thousands", "dozens, possibly hundreds": at least the first."""
    tokens = words.tokens
    index = draft.index + 1 if tokens[draft.index].text == "," else draft.index
    if tokens[index].text == "if" and tokens[index + 1].text == "not":
        further = read_term(words, index + 2)
    elif draft.term.vague is not None and tokens[index].text in _POSSIBLY:
        further = read_term(words, index + 1)
    elif draft.term.vague is not None and tokens[index].text == "or":
        further = read_term(words, index + 1 + (tokens[index + 1].text in _POSSIBLY))
        if further is not None and further.vague is None:
            return False
    else:
        return False
    if further is None:
        return False
    draft.hedge(Comparator.AT_LEAST)
    draft.index = further.end
    return True


def _read_to_life(tokens: Sequence[Token], draft: Draft) -> bool:
    """ "20 years to life"."""
    index = draft.index
    size = 2 if tokens[index].text == "to" else 4
    words = [token.text for token in tokens[index : index + size] if token.text != "-"]
    if words != ["to", "life"] or draft.unit is None:
        return False
    draft.hedge(Comparator.AT_LEAST)
    draft.index = index + size
    return True


def _skip_further_bound(words: Words, draft: Draft) -> None:
    """Past the number in "several hundred or even more than a thousand years": it bounds nothing more."""
    further = read_term(words, draft.index)
    if further is not None and (further.kind is None or further.kind is draft.kind):
        draft.index = further.end
        draft.unit = draft.unit or further.unit
