"""Words of which one sentence has one and another sentence another: the killed and the injured, imports and exports."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

import attrs

from newsfacts.finders.content_words import stem

__all__ = ["FATES", "OpposedWords", "opposed_words"]

_OPPOSED: Final = tuple(
    tuple(frozenset(map(stem, side.split())) for side in sides)
    for sides in (
        ("killed", "injured", "missing", "arrested", "rescued", "evacuated"),
        ("man", "woman"),
        ("boy", "girl"),
        ("imports", "exports"),
        ("win won victory", "lose loss"),
        ("revenue", "profit", "cost", "loss", "debt"),
        ("democrat", "republican"),
        ("approve approval", "disapprove disapproval"),
        ("favor favour", "oppose"),
        ("minimum", "maximum"),
        ("open opened", "close closed closure"),
        ("join joined", "leave left"),
        ("hire hired", "fire fired"),
        ("north", "south", "east", "west"),
        ("triple tripled", "double doubled"),
    )
)
"""In each line, words of one meaning, and those of others: numbers of two sentences with words of two are of different things."""
_ALL: Final[frozenset[str]] = frozenset().union(*(side for sides in _OPPOSED for side in sides))
FATES: Final[frozenset[str]] = frozenset().union(*_OPPOSED[0])
"""Stems of what happens to people in an accident."""


@attrs.frozen
class OpposedWords:
    """The word of one sentence, and the opposed one of the other; both as stems."""

    one: str
    other: str


def opposed_words(one: AbstractSet[str], other: AbstractSet[str]) -> OpposedWords | None:
    """The opposed words among the stems of two sentences; None where they have none, or one of one meaning."""
    one, other = one & _ALL, other & _ALL
    if not one or not other:
        return None
    for sides in _OPPOSED:
        mine, theirs = [side & one for side in sides], [side & other for side in sides]
        if any(mine) and any(theirs) and not any(both[0] and both[1] for both in zip(mine, theirs, strict=True)):
            return OpposedWords(min(next(filter(None, mine))), min(next(filter(None, theirs))))
    return None
