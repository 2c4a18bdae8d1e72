"""Finds the place of an annotation again: by its words, and where they are not unique by what stands around them.

An anchor is put where its words stand, or nowhere. Similar words, and one of several equal places, are never chosen.
"""

from __future__ import annotations

from typing import TypeAlias

import attrs

from newsfacts.anchors.nearest import nearest
from newsfacts.anchors.normalize import fold
from newsfacts.anchors.prepared import MAX_PLACES, PreparedSource, prepared, stands_free
from newsfacts.anchors.results import Candidate
from newsfacts.enums import WordEnum
from newsfacts.errors import UsageError
from newsfacts.text.spans import Span

__all__ = ["DISTINCT_WORDS", "Ambiguous", "Anchor", "Anchored", "How", "Lost", "find_anchor"]


DISTINCT_WORDS = 5
"""From this many words on, words that stand once in a text are taken for the same ones whatever stands around them."""


class How(WordEnum):
    """How an anchor was found: where it was, at another place, or apart from differences of normalization."""

    EXACT = "exact"
    MOVED = "moved"
    NORMALIZED = "normalized"


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
    """Find the words of an annotation in a text. The same arguments always give the same answer.

    `prefix` and `suffix` are what stood right before and after, `position` is the offset where the words once stood,
    and `nth` counts from 1 the places that fit the context.

    - The one place that fits the whole context is the answer. `position` decides between several.
    - Without such a place, the one that fits one side of it, or the only place of words that are `DISTINCT_WORDS` or
      more; both are `How.MOVED` unless they stand at `position`. The only place of fewer words may be a lookalike where
      the context has gone: it is the candidate of `Lost`.
    - Words inside longer words count only where the whole context fits.
    - Where there are no such words, they are looked for apart from the differences that `Normalization` lists.

    Raises `UsageError` for an anchor without words.
    """
    if not words.strip():
        raise UsageError("an anchor needs words to be found by")
    source = prepared(text)
    found = _look(source.text, words, prefix, suffix, position, nth)
    if found is not None:
        return found
    folded = source.folded
    bare, before, after = (fold(part).string for part in (words.strip(), prefix, suffix))
    found = _look(folded.string, bare, before, after, None, nth)
    if isinstance(found, Anchored):
        return Anchored(folded.back(found.span.start, found.span.end), How.NORMALIZED)
    if isinstance(found, Ambiguous):
        return Ambiguous(tuple(folded.back(place.start, place.end) for place in found.places))
    near = nearest(words, source)
    return Lost(near.candidate if near else None)


def _look(text: str, words: str, prefix: str, suffix: str, position: int | None, nth: int | None) -> Anchor | None:
    """The answer where the words stand in the text, None where they do not."""
    whole: list[Span] = []
    side: list[Span] = []
    free: list[Span] = []
    start = text.find(words)
    while start >= 0 and len(free) < MAX_PLACES and len(whole) < MAX_PLACES:
        end = start + len(words)
        before = text.endswith(prefix, 0, start)
        after = text.startswith(suffix, end)
        is_free = stands_free(text, start, end)
        if before and after and (is_free or prefix or suffix):
            whole.append(Span(start, end))
        elif is_free and ((before and _has_words(prefix)) or (after and _has_words(suffix))):
            side.append(Span(start, end))
        if is_free:
            free.append(Span(start, end))
        start = text.find(words, start + 1)
    if nth is not None and (whole or free):
        if not 0 < nth <= len(whole):
            return Lost()
        return Anchored(whole[nth - 1], How.EXACT if position in (None, whole[nth - 1].start) else How.MOVED)
    here = [place for place in whole if place.start == position]
    if len(whole) == 1 or here:
        place = here[0] if here else whole[0]
        return Anchored(place, How.EXACT if position in (None, place.start) else How.MOVED)
    if whole:
        return Ambiguous(tuple(whole))
    if len(side) > 1 or (len(free) > 1 and not side):
        return Ambiguous(tuple(side or free))
    if side:
        return Anchored(side[0], How.EXACT if side[0].start == position else How.MOVED)
    if free:
        if len(words.split()) >= DISTINCT_WORDS:
            return Anchored(free[0], How.EXACT if free[0].start == position else How.MOVED)
        return Lost(Candidate(free[0], words, 1.0))
    return None


def _has_words(context: str) -> bool:
    return any(character.isalnum() for character in context)
