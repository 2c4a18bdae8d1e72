"""How much the words around two values are alike."""

from __future__ import annotations

import attrs

from newsfacts.finders.opposed import opposed_words
from newsfacts.grounding.context import Context

__all__ = ["Likeness", "likeness"]


@attrs.frozen
class Likeness:
    """How much two values are about the same thing.

    `score` is the shared weight as a part of all, from 0 to 1; `shared` are the words. `clash` says why they are about
    different things although they share words.
    """

    score: float
    shared: frozenset[str]
    clash: str | None


def likeness(said: Context, known: Context) -> Likeness:
    """Compare the contexts of a value of the text and one of a source."""
    shared = said.weights.keys() & known.weights.keys()
    figures = said.figures.keys() & known.figures.keys()
    equal = sum(min(said.figures[figure], known.figures[figure]) for figure in figures)
    common = sum(min(said.weights[word], known.weights[word]) for word in shared) + equal
    total = said.total + known.total + 2 * equal
    return Likeness(2 * common / total if total else 0.0, frozenset(shared | figures), _clash(said, known))


def _clash(said: Context, known: Context) -> str | None:
    found = opposed_words(said.near, known.near)
    return None if found is None else f"one is about “{found.one}”, the other about “{found.other}”"
