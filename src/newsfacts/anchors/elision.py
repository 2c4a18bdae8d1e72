"""Finds the pieces of a quotation in their order in a source, and looks at what lies between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

import attrs

from newsfacts.anchors.lost_words import swallowed
from newsfacts.anchors.normalize import fold
from newsfacts.anchors.pieces import MAX_PIECES, Piece
from newsfacts.anchors.prepared import MAX_PLACES, PreparedSource, occurrences
from newsfacts.anchors.results import Gap, Insertion, Refusal, Turn
from newsfacts.text.spans import Span, hull

__all__ = ["MAX_PIECE_PLACES", "Chain", "chains", "in_another_order", "speakers_of"]

MAX_PIECE_PLACES = 20_000
"""How many places of one piece are tried."""


@attrs.frozen
class Chain:
    """One way in which the pieces stand in the source."""

    fragments: tuple[Span, ...]
    gaps: tuple[Gap, ...]
    insertions: tuple[Insertion, ...]

    @property
    def refused(self) -> tuple[Gap, ...]:
        """The gaps for which this is not a fair quotation; empty where it is one."""
        return tuple(gap for gap in self.gaps if gap.refusal)


@attrs.define
class _Step:
    place: Span
    before: _Step | None


def chains(pieces: Sequence[Piece], source: PreparedSource, turns: Sequence[Turn], max_gap: int) -> list[Chain]:
    """The shortest chain for every place where the last piece can stand; those that are refused too."""
    text = source.folded.string
    insertions_after = pieces[-1].insertions if not pieces[-1].words else ()
    worded = [piece for piece in pieces if piece.words]
    find = lru_cache(maxsize=MAX_PIECES)(lambda words, case_is_free: _places(text, words, case_is_free))
    steps: list[_Step] = []
    for number, piece in enumerate(worded):
        places = find(piece.words, number == 0 or piece.elides)
        if number == 0:
            steps = [_Step(place, None) for place in places]
            continue
        ends = [step.place.end for step in steps]
        following: list[_Step] = []
        # The closest piece before leaves out the least; a later one is never further away than an earlier one.
        for place in places:
            before = bisect_right(ends, place.start) - 1
            if before >= 0:
                following.append(_Step(place, steps[before]))
        steps = following
        if not steps:
            return []
    return [_chain(step, worded, insertions_after, source, turns, max_gap) for step in _tightest(steps)[:MAX_PLACES]]


def _places(text: str, words: str, case_is_free: bool, limit: int = MAX_PIECE_PLACES) -> list[Span]:
    words = fold(words).string.strip()
    places = occurrences(text, words, limit=limit)
    swapped = words[:1].swapcase() + words[1:]
    if case_is_free and swapped != words:
        places += occurrences(text, swapped, limit=limit)
        places.sort(key=lambda place: place.start)
    return places


def _tightest(steps: list[_Step]) -> list[_Step]:
    """Of the chains that begin at the same place only the shortest."""
    shortest: dict[int, _Step] = {}
    for step in steps:
        first = step
        while first.before is not None:
            first = first.before
        kept = shortest.get(first.place.start)
        if kept is None or step.place.end < kept.place.end:
            shortest[first.place.start] = step
    return list(shortest.values())


def _chain(
    step: _Step,
    pieces: Sequence[Piece],
    last: tuple[str, ...],
    source: PreparedSource,
    turns: Sequence[Turn],
    max_gap: int,
) -> Chain:
    steps = [step]
    while steps[-1].before is not None:
        steps.append(steps[-1].before)
    steps.reverse()
    back = source.folded.back
    fragments = tuple(back(one.place.start, one.place.end) for one in steps)
    gaps: list[Gap] = []
    insertions = [Insertion(words, fragments[0].start) for words in pieces[0].insertions]
    for number in range(1, len(fragments)):
        piece = pieces[number]
        between = Span(fragments[number - 1].end, fragments[number].start)
        words = between.slice(source.text).strip()
        if words:
            start = source.text.index(words, between.start)
            between = Span(start, start + len(words))
        insertions += [Insertion(inserted, fragments[number].start) for inserted in piece.insertions]
        if piece.elides:
            gaps.append(_gap(between, words, fragments, turns, max_gap))
        elif words:
            reason = f"the brackets replace {words!r} without an ellipsis"
            gaps.append(Gap(between, words, Refusal.REPLACEMENT, reason))
    insertions += [Insertion(words, fragments[-1].end) for words in last]
    return Chain(fragments, tuple(gaps), tuple(insertions))


def _gap(gap: Span, words: str, fragments: tuple[Span, ...], turns: Sequence[Turn], max_gap: int) -> Gap:
    """A gap, and why it is refused."""
    if gap.length > max_gap:
        reason = f"the ellipsis leaves out {gap.length:,} characters; at most {max_gap:,} are allowed"
        return Gap(gap, words, Refusal.LENGTH, reason)
    names = speakers_of(hull((*fragments, gap)), turns)
    if len(names) > 1:
        return Gap(gap, words, Refusal.SPEAKERS, f"the ellipsis joins words of {' and '.join(names)}")
    lost = swallowed(words)
    if lost is not None:
        return Gap(gap, words, Refusal.LOSS, f"the ellipsis leaves out {lost[0]!r}, {lost[1]}")
    return Gap(gap, words)


def speakers_of(span: Span, turns: Sequence[Turn]) -> tuple[str, ...]:
    """Who speaks in a span of the source, each once, in order."""
    return tuple(dict.fromkeys(turn.speaker for turn in turns if turn.span.overlaps(span)))


def in_another_order(pieces: Sequence[Piece], source: PreparedSource) -> bool:
    """Whether every piece stands in the source, for pieces that do not stand there one after the other."""
    text = source.folded.string
    worded = [piece for piece in pieces if piece.words]
    return len(worded) > 1 and all(
        _places(text, piece.words, piece.elides or piece is worded[0], limit=1) for piece in worded
    )
