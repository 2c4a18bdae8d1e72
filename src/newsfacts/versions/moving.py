"""Carries annotations from one version of a text to the next.

What is the same in both versions (`newsfacts.versions.blocks`) keeps its annotations, and what was cut in one place and
pasted in another takes them along. An annotation is never put on other words without saying so.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import attrs

from newsfacts.enums import WordEnum
from newsfacts.text.spans import Fragments, Span, hull
from newsfacts.versions.blocks import MIN_MOVED, Block, compare, moved_blocks

__all__ = ["Reanchored", "ReanchoredStatus", "move_spans"]

KEPT_SHARE = 2
"""An annotation counts as changed, not lost, if at least one in this many of its code points is still there."""


class ReanchoredStatus(WordEnum):
    """What became of an annotation."""

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    LOST = "lost"


@attrs.frozen(kw_only=True)
class Reanchored:
    """An annotation in the new text.

    - **kept**: the same words, at the place that corresponds to the old one.
    - **moved**: the same words, cut from the old place and pasted at another together with what was around them.
    - **changed**: some of its words were edited. `fragments` are what is left and what came in their place.
    - **lost**: most of its words are gone. `fragments` is empty; `candidate` is where they were.
    """

    status: ReanchoredStatus
    fragments: Fragments
    old_fragments: Fragments
    candidate: Span | None = None


@attrs.frozen
class _Landing:
    """A place in the new text, and whether little more than it is the same there."""

    span: Span
    is_weak: bool


def move_spans(old_text: str, new_text: str, annotations: Sequence[Sequence[Span]]) -> tuple[Reanchored, ...]:
    """Find annotations, given as their fragments in `old_text`, again in `new_text`; answers in the same order."""
    comparison = _Comparison(old_text, new_text)
    return tuple(comparison.carry(tuple(fragments)) for fragments in annotations)


class _Comparison:
    """Which ranges of two texts are the same, in order (`blocks`) and out of order (`moved`)."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        blocks = compare(old, new)
        self.blocks = blocks
        self.starts = [block.old for block in blocks]
        moved = moved_blocks(old, new, [block for block in blocks if block.length >= MIN_MOVED])
        self.moved = [block for block in moved if not self.continues(block)]
        self.moved_starts = [block.old for block in self.moved]

    def continues(self, moved: Block) -> bool:
        """Whether what seems to have moved is a kept block and what comes right before or after it.

        That it goes on alike was seen when the block was made, and not taken for the same.
        """
        place = bisect_right(self.starts, moved.old + moved.length) - 1
        while place >= 0 and self.blocks[place].old + self.blocks[place].length >= moved.old:
            if self.blocks[place].old - self.blocks[place].new == moved.old - moved.new:
                return True
            place -= 1
        return False

    def carry(self, fragments: Fragments) -> Reanchored:
        statuses: list[ReanchoredStatus] = []
        found: list[Span] = []
        for fragment in fragments:
            status, span = self.carry_span(fragment)
            statuses.append(status)
            if span is not None:
                found.append(span)
        order = list(ReanchoredStatus)
        worst = max(statuses, key=order.index, default=ReanchoredStatus.LOST)
        if worst is ReanchoredStatus.LOST:
            where = hull(fragments) if fragments else Span(0, 0)
            place = Span(self.edge(where.start), max(self.edge(where.start), self.edge(where.end, is_end=True)))
            return Reanchored(status=worst, fragments=(), old_fragments=fragments, candidate=place)
        return Reanchored(status=worst, fragments=tuple(found), old_fragments=fragments)

    def carry_span(self, span: Span) -> tuple[ReanchoredStatus, Span | None]:
        kept = self.landing(span, self.blocks, self.starts)
        moved = self.landing(span, self.moved, self.moved_starts)
        for status, landing in ((ReanchoredStatus.KEPT, kept), (ReanchoredStatus.MOVED, moved)):
            # A few words that happen to be in both versions do not outweigh all that moved together.
            if landing is None or (
                landing is not moved and landing.is_weak and moved is not None and moved.span != landing.span
            ):
                continue
            whole = self.whole_words(span, landing.span)
            return (status, landing.span) if whole == landing.span else (ReanchoredStatus.CHANGED, whole)
        start = self.edge(span.start)
        end = self.edge(span.end, is_end=True)
        if end <= start or self.surviving(span) * KEPT_SHARE < span.length:
            return ReanchoredStatus.LOST, None
        return ReanchoredStatus.CHANGED, self.whole_words(span, Span(start, end))

    def landing(self, span: Span, blocks: Sequence[Block], starts: list[int]) -> _Landing | None:
        """Where a span comes down that one block holds whole."""
        place = bisect_right(starts, span.start) - 1
        if place < 0 or span.end > blocks[place].old + blocks[place].length:
            return None
        block = blocks[place]
        return _Landing(span.shifted(block.new - block.old), block.length < MIN_MOVED)

    def whole_words(self, old: Span, new: Span) -> Span:
        """The new span, widened to whole words where the old one held whole words: "win" that became "winner"."""
        start, end = new.start, new.end
        if not _is_inside_word(self.old, old.start):
            while _is_inside_word(self.new, start):
                start -= 1
        if not _is_inside_word(self.old, old.end):
            while _is_inside_word(self.new, end):
                end += 1
        return Span(start, end)

    def edge(self, offset: int, *, is_end: bool = False) -> int:
        """Where an edge of a span went: with the code point inside the span, else to the edge of what replaced it."""
        if is_end:
            place = bisect_left(self.starts, offset) - 1
            if place >= 0:
                block = self.blocks[place]
                if offset <= block.old + block.length:
                    return block.new + offset - block.old
            place += 1
            return self.blocks[place].new if place < len(self.blocks) else len(self.new)
        place = bisect_right(self.starts, offset) - 1
        if place < 0:
            return 0
        block = self.blocks[place]
        return block.new + min(offset - block.old, block.length)

    def surviving(self, span: Span) -> int:
        """How many code points of a span are in blocks."""
        total = 0
        for place in range(max(0, bisect_right(self.starts, span.start) - 1), len(self.blocks)):
            block = self.blocks[place]
            if block.old >= span.end:
                break
            total += max(0, min(block.old + block.length, span.end) - max(block.old, span.start))
        return total


def _is_inside_word(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()
