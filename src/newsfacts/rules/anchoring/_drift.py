"""Are the stored words of a stand-off file where its offsets say, and does one shift explain it where they are not?

Offsets that were counted in another unit than code points, or on a text with other line ends, miss by more and more;
ones that were counted from another place miss by the same everywhere. A shift is taken for the cause only when it
explains every span of the document, those that fit already included.
"""

from __future__ import annotations

import functools
import operator
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from newsfacts.errors import UnreadableValue
from newsfacts.immutable import frozen
from newsfacts.model import Document
from newsfacts.text.spans import Span

__all__ = ["Drift", "Shift", "differing_print", "elsewhere", "find_drift", "missed_words", "shifted"]

MAX_CANDIDATES = 100
"""How many places of the longest missed words are tried for a constant shift."""

Pair = tuple[Sequence[Span], Sequence[str]]


@frozen
class Shift:
    """What the offsets count in truth. `move` gives the code point offset for an offset as written, None for none."""

    counts: str
    constant: int
    move: Callable[[int], int | None]

    def spans(self, spans: Sequence[Span]) -> tuple[Span, ...] | None:
        """Where these spans really are."""
        found = []
        for span in spans:
            start, end = self.move(span.start), self.move(span.end)
            if start is None or end is None or not 0 <= start <= end:
                return None
            found.append(Span(start, end))
        return tuple(found)


@frozen
class Drift:
    """The numbers of the annotations that store their words and of those that miss them, and the shift behind it."""

    compared: tuple[int, ...]
    missed: tuple[int, ...]
    shift: Shift | None


_NOTHING_STORED = Drift((), (), None)


def shifted(drift: Drift) -> tuple[int, ...]:
    """The numbers of the annotations whose offsets are to be moved: some fit by chance where they are."""
    if drift.shift is None:
        return ()
    return tuple(number for number in drift.compared if not drift.shift.constant or number >= drift.missed[0])


def find_drift(document: Document) -> Drift:
    """Compare once for both rules that ask."""
    return document.derived(_find)


def missed_words(document: Document) -> tuple[int, ...]:
    """The numbers of the annotations whose stored words are not where their spans are."""
    return find_drift(document).missed


def elsewhere(document: Document) -> frozenset[int]:
    """The `id(...)` of annotations whose stored words are elsewhere: where they begin and end now means nothing."""
    return frozenset(id(document.annotations[number]) for number in find_drift(document).missed)


def _find(document: Document) -> Drift:
    if document.origin is None or not document.origin.as_written.stored_words:
        return _NOTHING_STORED
    text = document.text
    pairs: dict[int, Pair] = {}
    missed: list[int] = []
    for number, (spans, words) in enumerate(document.origin.as_written.with_stored_words()):
        if words is None or not spans:
            continue
        pairs[number] = (spans, words)
        if not fits(text, spans, words):
            missed.append(number)
    if not missed:
        return Drift(tuple(pairs), (), None)
    shift = next((s for s in _shifts(document, pairs, missed) if explains(text, s, pairs, missed)), None)
    return Drift(tuple(pairs), tuple(missed), shift)


def fits(text: str, spans: Sequence[Span] | None, words: Sequence[str]) -> bool:
    """Whether the words are at the spans; fragments may be stored as one string, joined by spaces."""
    if spans is None:
        return False
    if len(spans) == len(words) == 1:
        return text[spans[0].start : spans[0].end] == words[0]
    slices = [span.slice(text) for span in spans]
    return sorted(slices) == sorted(words) or (len(words) == 1 and " ".join(slices) == words[0])


def differing_print(text: str, spans: Sequence[Span], words: Sequence[str]) -> tuple[str, ...]:
    """The differences of print between the words at the spans and the stored ones; none where other words differ."""
    from newsfacts.anchors.normalize import fold, needed_normalizations

    if len(spans) != len(words):
        return ()
    kinds: dict[str, None] = {}
    for span, stored in zip(spans, words, strict=True):
        here = span.slice(text)
        if here == stored:
            continue
        if edges(here) != edges(stored) or fold(here).string != fold(stored).string:
            return ()
        kinds.update((str(kind), None) for kind in needed_normalizations(here, stored))
    return tuple(kinds)


def edges(words: str) -> tuple[bool, bool]:
    """Whether words begin and end with white space."""
    return words[:1].isspace(), words[-1:].isspace()


def explains(text: str, shift: Shift, pairs: dict[int, Pair], missed: Sequence[int]) -> bool:
    """Whether a shift brings every span to its words. A constant one may begin anywhere, but not end again."""
    if shift.constant:
        first = missed[0]
        after = [number for number in pairs if number >= first]
        return len(missed) > 1 and all(fits(text, shift.spans(pairs[number][0]), pairs[number][1]) for number in after)
    return all(fits(text, shift.spans(spans), words) for spans, words in pairs.values())


def _shifts(document: Document, pairs: dict[int, Pair], missed: Sequence[int]) -> Iterator[Shift]:
    text = document.text
    source = document.source_text
    if not text.isascii():
        yield Shift("UTF-16 units", 0, _or_none(source.from_utf16))
        yield Shift("bytes of UTF-8", 0, _or_none(source.from_utf8))
    if "\r\n" in text:
        ends = [found.start() - number for number, found in enumerate(re.finditer("\r\n", text))]
        yield Shift("each CR LF as one character", 0, lambda offset: offset + bisect_left(ends, offset))
    elif "\n" in text:
        lines = [found.start() + number + 2 for number, found in enumerate(re.finditer("\n", text))]
        yield Shift("each line end as two characters", 0, lambda offset: offset - bisect_left(lines, offset + 1))
    number = max(missed, key=lambda number: sum(map(len, pairs[number][1])))
    spans, words = pairs[number]
    if len(words) != len(spans) or not words[0]:
        return
    place = text.find(words[0])
    for _ in range(MAX_CANDIDATES):
        if place < 0:
            return
        by = place - spans[0].start
        if by:
            yield Shift("code points from another place", by, functools.partial(operator.add, by))
        place = text.find(words[0], place + 1)


def _or_none(convert: Callable[[int], int]) -> Callable[[int], int | None]:
    def move(offset: int) -> int | None:
        try:
            return convert(offset)
        except UnreadableValue:
            return None

    return move
