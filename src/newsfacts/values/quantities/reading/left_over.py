"""Refuses a quantity after which words are left that change it: another number, a magnitude, "below"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.values.quantities.quantity import Change, QuantityKind
from newsfacts.values.quantities.reading.draft import Draft
from newsfacts.values.quantities.reading.names import second_number
from newsfacts.values.quantities.reading.number_words import MULTIPLIERS, NUMBER_WORDS, ORDINAL
from newsfacts.values.quantities.reading.ranges import CHANGE_AND_RESULT
from newsfacts.values.quantities.reading.tokens import DIGITS, Token
from newsfacts.values.quantities.reading.words import Words
from newsfacts.values.quantities.vague_words import SIZES

__all__ = ["BEST_AND_WORST", "BEST_OR_WORST", "LARGER_PARTS", "refuse_left_over"]

BEST_OR_WORST: Final = "whether that is the most or the least depends on which is better"
BEST_AND_WORST: Final = frozenset({"best", "worst"})
"""With "at", they bound a number in a direction that the words do not say."""
LARGER_PARTS: Final = frozenset({"better", "best", "greater", "larger", "good"})
"""What makes most of a number: "the better part of two decades"."""


def refuse_left_over(words: Words, draft: Draft) -> None:
    """Raise `UnreadableValue` where the words after a quantity, from `draft.index` on, state another number or change this one."""
    tokens = words.tokens
    _refuse_magnitude(words, draft)
    _refuse_unsaid(words, draft)
    _refuse_other_end(words, draft)
    other = second_number(tokens, draft.index)
    if other is None and draft.kind is QuantityKind.ORDINAL and tokens[draft.term.end].text in ("and", "or"):
        following = tokens[draft.term.end + 1]
        other = following if NUMBER_WORDS.get(following.text, (-1, 0))[0] == ORDINAL else None
    if other is None and draft.index == draft.term.end and draft.kind is not QuantityKind.ORDINAL:
        token = tokens[draft.index + 1 if tokens[draft.index].text == "to" else draft.index]
        other = token if token.text in ("one", "oh") else None  # "a million to one"
    if other is not None:
        if words.refusal is not None:
            raise words.refusal
        if draft.change in (Change.UP, Change.DOWN) and "to" in [
            token.text for token in tokens[draft.index : draft.index + 2]
        ]:
            raise words.refused(CHANGE_AND_RESULT, UnreadableKind.SEVERAL)
        in_a_row = draft.index == draft.term.end and tokens[draft.term.end - 1].text in NUMBER_WORDS
        kind = UnreadableKind.SEVERAL
        if in_a_row and other.text in NUMBER_WORDS and _only_joints(tokens, draft.index, other):
            kind = UnreadableKind.NOT_ONE_NUMERAL
        raise words.refused(f"it states more than one number ({other.raw} is another); annotate one of them", kind)


def _refuse_unsaid(words: Words, draft: Draft) -> None:
    """Raise `UnreadableValue` for "5 below", which does not say below what, and "11h45", which may be a time of day."""
    following = words.tokens[draft.index]
    if following.text == "below" and not words.tokens[draft.index + 1].kind:
        if draft.kind is QuantityKind.NUMBER and draft.unit in (None, "degree", "degrees"):
            raise words.refused("it does not say below what", UnreadableKind.DIFFERENT)
    elif following.text == "at" and words.tokens[draft.index + 1].text in BEST_AND_WORST:
        raise words.refused(BEST_OR_WORST, UnreadableKind.UNBOUNDED)
    elif following.text in ("in", "at") and draft.unit is None and _is_hour(words.tokens, draft):
        raise words.refused("it is a time of day, not a quantity", UnreadableKind.DIFFERENT)
    elif draft.unit == "h" and following.kind == DIGITS and following.glued:
        raise words.refused("it can be a time of day or a length of time", UnreadableKind.DIFFERENT)


def _is_hour(tokens: Sequence[Token], draft: Draft) -> bool:
    """ "10 in the morning", "10 at night"."""
    value, at = draft.term.value, draft.index
    if (
        value is None
        or value.denominator != 1
        or not 0 < value <= LAST_HOUR
        or draft.term.end != at
        or draft.kind is not QuantityKind.NUMBER
    ):
        return False
    if tokens[at].text == "at":
        return tokens[at + 1].text == "night"
    return tokens[at + 1].text == "the" and tokens[at + 2].text in ("morning", "afternoon", "evening")


LAST_HOUR: Final = 12


def _refuse_other_end(words: Words, draft: Draft) -> None:
    """Raise `UnreadableValue` for the other end of a range that cannot be one: "tens to hundreds of millions"."""
    tokens, at = words.tokens, draft.index
    if tokens[at].text not in _JOINERS:
        return
    article = tokens[at + 1].text in ("a", "an")
    other = tokens[at + 2 if article else at + 1]
    vague = other.text in SIZES or other.text in ("dozens", "scores", "half") or (article and other.text == draft.unit)
    if vague or (article and other.text in MULTIPLIERS):
        raise words.refused(f"it states more than one number ({other.raw} is another)", UnreadableKind.SEVERAL)


_JOINERS: Final = frozenset({"to", "-", "–"})


def _refuse_magnitude(words: Words, draft: Draft) -> None:
    """Raise `UnreadableValue` for a magnitude that is left over: "one thousand, hundred people"."""
    end = draft.term.end
    joint, following = words.tokens[end], words.tokens[end + 1]
    if joint.text in _BEFORE_MAGNITUDE and following.text in MULTIPLIERS:
        reason = f"{following.raw!r} does not go on with {words.tokens[end - 1].raw!r}"
        raise words.refused(reason, UnreadableKind.NOT_ONE_NUMERAL)


_BEFORE_MAGNITUDE: Final = frozenset({",", "and"})


def _only_joints(tokens: Sequence[Token], at: int, other: Token) -> bool:
    """Whether nothing but "-" or "and" comes before the other number."""
    while tokens[at] is not other:
        if tokens[at].text not in _JOINTS:
            return False
        at += 1
    return True


_JOINTS: Final = frozenset({"-", "–", "and"})
