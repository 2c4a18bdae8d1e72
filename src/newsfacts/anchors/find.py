"""From words to a place in a text, by what is right before and after them and by their number; nothing else does this.

`PlaceFinder` finds words that must be in the text letter by letter, as the notation demands. `find_anchor` finds words
again in a text that may have been edited. An anchor is put on its words, or nowhere. Similar words, and one of several
equal places, are never chosen.
"""

from __future__ import annotations

import itertools
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import attrs

from newsfacts.anchors.normalize import fold
from newsfacts.anchors.prepared import MAX_PLACES, PreparedSource, prepared, stands_free
from newsfacts.anchors.results import Candidate
from newsfacts.enums import WordEnum
from newsfacts.errors import UsageError
from newsfacts.text.spans import Span

__all__ = [
    "DISTINCT_WORDS", "MAX_STEPS", "Ambiguous", "Anchor", "Anchored", "How", "Lost", "Miss", "MissReason", "PlaceFinder",
    "find_anchor",
]  # fmt: skip

DISTINCT_WORDS = 5
"""From this many words on, words that occur once in a text are taken for the same ones whatever comes before and after."""

MAX_STEPS = 5_000_000
"""How many steps a `PlaceFinder` takes for all its words together. No document that people write comes near it."""

_STEP = 200
"""How many code points are looked at in one step; a place takes at least one."""

SEARCHES = 20
"""How many different words are searched for in the whole text before places of their parts are listed."""

_GRAM = 4


class MissReason(WordEnum):
    """Why words have no place, or not one."""

    ABSENT = "absent"
    CONTEXT = "context"
    """The words are in the text, but not after this prefix and before this suffix."""
    NUMBER = "number"
    """There are fewer places than `nth`."""
    SEVERAL = "several"
    TOO_OFTEN = "too often"
    """`MAX_STEPS` is reached."""


@attrs.frozen
class Miss:
    """Words without one place. `count` is the number of places that fit the context."""

    reason: MissReason
    count: int = 0


@attrs.define
class PlaceFinder:
    """Finds words in one text, letter by letter, also many of them: no words are searched for twice.

    The first searches go through the text. Later ones look only where the rarest `_GRAM` code points of the words are.
    """

    text: str
    steps: int = 0
    _starts: dict[str, array[int]] = attrs.field(factory=dict, init=False, repr=False)
    _grams: dict[str, array[int]] = attrs.field(factory=dict, init=False, repr=False)

    def find(
        self, words: str, *, prefix: str = "", suffix: str = "", nth: int | None = None, near: Span | None = None
    ) -> Span | Miss:
        """The place of words right after `prefix` and right before `suffix`: the only one, or number `nth` from 1.

        Of several, without `nth`, the one with the fewest code points between it and `near`, if no other has as few. Places
        inside longer words count, and so do places that overlap. Raises `UsageError` for empty words.
        """
        if not words:
            raise UsageError("an anchor needs words to be found by")
        starts = self.starts(prefix + words + suffix)
        if starts is None:
            return Miss(MissReason.TOO_OFTEN)
        number = nth
        if nth is None and len(starts) == 1:
            number = 1
        elif nth is None and near is not None:
            number = _nearest(starts, len(prefix), len(words), near)
        if number is not None and 0 < number <= len(starts):
            start = starts[number - 1] + len(prefix)
            return Span(start, start + len(words))
        if not starts:
            return Miss(MissReason.CONTEXT if self.starts(words) else MissReason.ABSENT)
        return Miss(MissReason.SEVERAL if nth is None else MissReason.NUMBER, len(starts))

    def number(self, span: Span) -> int:
        """Which of the places of its words a span is, from 1; what `nth` says in the notation."""
        words = span.slice(self.text)
        starts = self.starts(words) if words else None
        if starts is None:
            starts = list(itertools.takewhile(lambda start: start <= span.start, _every(self.text, words)))
        return bisect_right(starts, span.start)

    def occurs_again(self, span: Span) -> bool:
        """Whether the words of a span have another place after it."""
        return self.text.find(span.slice(self.text), span.start + 1) >= 0

    def starts(self, words: str) -> Sequence[int] | None:
        """Where words begin, at every place, in order; None where `MAX_STEPS` is reached."""
        found = self._starts.get(words)
        if found is None:
            found = array("Q")
            for start in self._candidates(words):
                self.steps += 1 + len(words) // _STEP
                if self.steps > MAX_STEPS:
                    return None
                if self.text.startswith(words, start):
                    found.append(start)
            self._starts[words] = found
        return found

    def _candidates(self, words: str) -> Iterator[int]:
        """Places where words may begin; every place where they do is among them."""
        if len(words) < _GRAM or len(self._starts) < SEARCHES:
            self.steps += len(self.text) // _STEP
            return _every(self.text, words)
        if not self._grams:
            for place in range(len(self.text) - _GRAM + 1):
                self._grams.setdefault(self.text[place : place + _GRAM], array("Q")).append(place)
        nowhere = array("Q")
        number, places = min(
            (
                (number, self._grams.get(words[number : number + _GRAM], nowhere))
                for number in range(len(words) - _GRAM + 1)
            ),
            key=lambda entry: len(entry[1]),
        )
        return (place - number for place in places if place >= number)


def _nearest(starts: Sequence[int], before: int, length: int, near: Span) -> int | None:
    """The number, from 1, of the place nearest to a span; None where two are equally near."""
    middle = bisect_right(starts, near.start)
    first, last = max(0, middle - MAX_LOOKED_AT), min(len(starts), middle + MAX_LOOKED_AT)
    distances = []
    for number in range(first, last):
        start = starts[number] + before
        distances.append((max(0, near.start - start - length, start - near.end), number + 1))
    distances.sort()
    if not distances or (len(distances) > 1 and distances[0][0] == distances[1][0]):
        return None
    return distances[0][1]


MAX_LOOKED_AT = 50
"""How many places on either side of the beginning of a span are compared for the nearest one."""


def _every(text: str, words: str) -> Iterator[int]:
    """Where words begin in a text, in order; places may overlap."""
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


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

    `prefix` and `suffix` are what was right before and after, `position` is the offset where the words once were,
    and `nth` counts from 1 the places that fit the context, overlapping ones too, as in the notation.

    - The one place that fits the whole context is the answer. `position` decides between several.
    - Without such a place, the one that fits one side of it, or the only place of words that are `DISTINCT_WORDS` or
      more; both are `How.MOVED` unless they are at `position`. The only place of fewer words may be a lookalike where
      the context has gone: it is the candidate of `Lost`.
    - Words inside longer words count only where the whole context fits, or `nth` counts them.
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
    from newsfacts.anchors.nearest import nearest  # it loads difflib, and few words are lost

    near = nearest(words, source)
    return Lost(near.candidate if near else None)


@attrs.frozen
class _Places:
    """The places of words by how well they fit, at most `MAX_PLACES` of each: the whole context, one side, as words."""

    whole: list[Span]
    side: list[Span]
    free: list[Span]

    @classmethod
    def of(cls, text: str, words: str, prefix: str, suffix: str) -> _Places:
        found = cls([], [], [])
        for start in _every(text, words):
            end = start + len(words)
            before, after = text.endswith(prefix, 0, start), text.startswith(suffix, end)
            is_free = stands_free(text, start, end)
            if before and after and (is_free or prefix or suffix):
                found.whole.append(Span(start, end))
            elif is_free and ((before and _has_words(prefix)) or (after and _has_words(suffix))):
                found.side.append(Span(start, end))
            if is_free:
                found.free.append(Span(start, end))
            if max(len(found.free), len(found.whole)) >= MAX_PLACES:
                break
        return found


def _look(text: str, words: str, prefix: str, suffix: str, position: int | None, nth: int | None) -> Anchor | None:
    """The answer where the words are in the text, None where they are not."""
    if nth is not None:
        place = PlaceFinder(text).find(words, prefix=prefix, suffix=suffix, nth=nth)
        if isinstance(place, Span):
            return _anchored(place, position is None, position)
        return None if place.reason is MissReason.ABSENT else Lost()
    places = _Places.of(text, words, prefix, suffix)
    here = [place for place in places.whole if place.start == position]
    if here or len(places.whole) == 1:
        return _anchored((here or places.whole)[0], position is None, position)
    if places.whole:
        return Ambiguous(tuple(places.whole))
    if len(places.side) == 1:
        return _anchored(places.side[0], False, position)
    if places.side or len(places.free) > 1:
        return Ambiguous(tuple(places.side or places.free))
    if not places.free:
        return None
    if len(words.split()) >= DISTINCT_WORDS:
        return _anchored(places.free[0], False, position)
    return Lost(Candidate(places.free[0], words, 1.0))


def _anchored(place: Span, is_exact: bool, position: int | None) -> Anchored:
    return Anchored(place, How.EXACT if is_exact or place.start == position else How.MOVED)


def _has_words(context: str) -> bool:
    return any(character.isalnum() for character in context)
