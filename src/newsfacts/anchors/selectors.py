"""Finds the place of an annotation again: by its words, and where they are not unique by what stands around them.

An anchor is put where its words stand, or nowhere. Similar words, and one of several equal places, are never chosen.
"""

from __future__ import annotations

import enum
from typing import TypeAlias

import attrs

from newsfacts.anchors.folding import fold
from newsfacts.anchors.nearest import nearest
from newsfacts.anchors.prepared import MAX_PLACES, PreparedSource, prepared, stands_free
from newsfacts.anchors.results import Candidate
from newsfacts.errors import UsageError
from newsfacts.spans import Span

__all__ = ["Ambiguous", "Anchor", "Anchored", "How", "Lost", "find_anchor"]


class How(enum.Enum):
    """How an anchor was found: where it was, at another place, or apart from differences of normalization."""

    EXACT = "exact"
    MOVED = "moved"
    NORMALIZED = "normalized"

    def __str__(self) -> str:
        return self.value


@attrs.frozen
class Anchored:
    """The one place of the words."""

    span: Span
    how: How


@attrs.frozen
class Ambiguous:
    """Several places, of which neither context, position nor number chooses one."""

    places: tuple[Span, ...]


@attrs.frozen
class Lost:
    """No place. `candidate` is the most similar one, for a person to look at."""

    candidate: Candidate | None = None


Anchor: TypeAlias = Anchored | Ambiguous | Lost


def find_anchor(
    text: str | PreparedSource,
    words: str,
    *,
    prefix: str = "",
    suffix: str = "",
    position: int | None = None,
    nth: int | None = None,
) -> Anchor:
    """Find the words of an annotation in a text.

    `prefix` and `suffix` are what stood right before and after, `position` is the offset where the words once stood, and
    `nth` counts from 1 the places that fit the context. The same arguments always give the same answer.

    - One place that fits the whole context is the answer; without such a place, one that fits one side of it.
    - Without context, `position` decides if the words stand there, and one single place in the text does.
    - Words inside longer words count only where the context asks for them.
    - Where there are no such words, they are looked for apart from the differences that `Normalization` lists.

    Raises `UsageError` for an anchor without words.
    """
    if not words.strip():
        raise UsageError("an anchor needs words to be found by")
    source = prepared(text)
    places = _choose(source.text, words, prefix, suffix)
    if places:
        if nth is not None:
            return Anchored(places[nth - 1], _how(places[nth - 1], position)) if 0 < nth <= len(places) else Lost()
        if len(places) == 1:
            return Anchored(places[0], _how(places[0], position))
        here = [place for place in places if place.start == position]
        return Anchored(here[0], How.EXACT) if here else Ambiguous(tuple(places))
    folded = source.folded
    places = _choose(folded.string, *(fold(part).string for part in (words.strip(), prefix, suffix)))
    found = [folded.back(place.start, place.end) for place in places]
    if nth is not None and found:
        return Anchored(found[nth - 1], How.NORMALIZED) if 0 < nth <= len(found) else Lost()
    if len(found) == 1:
        return Anchored(found[0], How.NORMALIZED)
    if found:
        return Ambiguous(tuple(found))
    near = nearest(words, source)
    return Lost(near.candidate if near else None)


def _how(place: Span, position: int | None) -> How:
    return How.EXACT if position is None or place.start == position else How.MOVED


def _choose(text: str, words: str, prefix: str, suffix: str) -> list[Span]:
    """The places that fit the context best: on both sides, else on one, else all that do not cut words."""
    both: list[Span] = []
    one: list[Span] = []
    free: list[Span] = []
    start = text.find(words)
    while start >= 0 and len(free) < MAX_PLACES and len(both) < MAX_PLACES:
        end = start + len(words)
        place = Span(start, end)
        before = bool(prefix) and text.endswith(prefix, 0, start)
        after = bool(suffix) and text.startswith(suffix, end)
        is_free = stands_free(text, start, end)
        if (before or not prefix) and (after or not suffix) and (before or after or is_free):
            both.append(place)
        elif (before or after) and is_free:
            one.append(place)
        if is_free:
            free.append(place)
        start = text.find(words, start + 1)
    return both or one or free
