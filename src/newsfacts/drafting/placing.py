"""Words of an answer put on their places in the text: the content by its words, cue and source nearest to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import attrs

from newsfacts.anchors.find import Ambiguous, Anchored, How, Lost, find_anchor
from newsfacts.anchors.normalize import needed_normalizations
from newsfacts.anchors.prepared import PreparedSource, prepared
from newsfacts.enums import WordEnum
from newsfacts.text.spans import Span, normalize

__all__ = ["Placed", "PlacedHow", "Placer", "gap"]


class PlacedHow(WordEnum):
    """How words of an answer were found in the text."""

    EXACT = "exact"
    """At their only place."""
    NEAREST = "nearest"
    """At several places; the nearest one to the content, or the one that is due, was taken."""
    NORMALIZED = "normalized"
    """Apart from differences such as straight and curly marks, which `note` names."""
    AMBIGUOUS = "ambiguous"
    """At several places, none of which is the nearest."""
    ABSENT = "absent"
    """Nowhere. `note` has the most similar words."""


@attrs.frozen
class Placed:
    """Where words of an answer are in the text. `path` is where they are in the answer, `span` is None without a place."""

    path: str
    words: str
    how: PlacedHow
    span: Span | None = None
    note: str = ""


@attrs.define
class Placer:
    """Finds the places of words in one text; no words are looked for twice."""

    text: str
    source: PreparedSource = attrs.field(init=False)
    _places: dict[str, Placed | tuple[Span, ...]] = attrs.field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self.source = prepared(self.text)

    def places(self, words: str) -> tuple[Span, ...]:
        """All places of words."""
        found = self._look(words)
        if isinstance(found, tuple):
            return found
        return (found.span,) if found.span is not None else ()

    def put(self, path: str, words: str, near: Span | None = None, taken: Sequence[Span] = ()) -> Placed:
        """The place of words: the only one, or the nearest to a span. Places within `taken` are passed over."""
        found = self._look(words)
        if isinstance(found, Placed):
            return attrs.evolve(found, path=path, words=words)
        closed = normalize(taken)
        ends = [span.end for span in closed]
        free = [place for place in found if not _overlaps_any(place, closed, ends)]
        if len(free) == 1:
            return Placed(path, words, PlacedHow.NEAREST, free[0])
        if near is not None and free:
            ordered = sorted(free, key=lambda place: gap(place, near))
            if gap(ordered[0], near) < gap(ordered[1], near):
                return Placed(path, words, PlacedHow.NEAREST, ordered[0])
        note = f"the text has them {len(found)} times" if free or not found else "all their places are taken"
        return Placed(path, words, PlacedHow.AMBIGUOUS, note=note)

    def _look(self, words: str) -> Placed | tuple[Span, ...]:
        found = self._places.get(words)
        if found is None:
            found = self._places[words] = self._search(words)
        return found

    def _search(self, words: str) -> Placed | tuple[Span, ...]:
        anchor = find_anchor(self.source, words)
        if isinstance(anchor, Ambiguous):
            return anchor.places
        if isinstance(anchor, Lost):
            note = f"the nearest words are {anchor.candidate.words!r}" if anchor.candidate else ""
            return Placed("", words, PlacedHow.ABSENT, note=note)
        if isinstance(anchor, Anchored) and anchor.how is How.NORMALIZED:
            names = needed_normalizations(words, anchor.span.slice(self.text))
            return Placed("", words, PlacedHow.NORMALIZED, anchor.span, ", ".join(map(str, names)))
        return Placed("", words, PlacedHow.EXACT, anchor.span)


def _overlaps_any(place: Span, closed: Sequence[Span], ends: Sequence[int]) -> bool:
    """Whether a place overlaps one of some sorted spans, which end at `ends`."""
    following = bisect_right(ends, place.start)
    return following < len(closed) and closed[following].overlaps(place)


def gap(one: Span, other: Span) -> int:
    """How many code points are between two spans; 0 where they touch or overlap."""
    return max(0, one.start - other.end, other.start - one.end)
