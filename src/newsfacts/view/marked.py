"""The text with everything in it marked: annotations and findings, nested, gapped, crossing, and across paragraphs.

Elements nest, and annotations need not: where two cross, the inner one is closed and opened again. At most `MAX_OPEN` are
open at once, so that the page grows with the text and not with its square; what is not drawn is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsfacts.text.spans import Span
from newsfacts.view.blocks import Block
from newsfacts.view.markup import PICTURES, Html, safe

__all__ = ["MAX_OPEN", "Drawing", "Piece", "pieces_of"]

MAX_OPEN = 32
"""How many marks may be around one character."""


@attrs.frozen
class Piece:
    """One fragment of something that is marked. `first` opens it, `again` goes on with it, `after` follows its end.

    `rank` decides which of two fragments of the same extent is the outer one: the lower.
    """

    start: int
    end: int
    rank: int
    first: str
    again: str
    after: str = ""


def pieces_of(spans: Sequence[Span], rank: int, first: str, again: str, after: str = "") -> Iterator[Piece]:
    """The fragments of an annotation or a finding: `first` opens the first one, and `after` follows the last."""
    there = [span for span in spans if span.end > span.start]
    for number, span in enumerate(there):
        is_last = number == len(there) - 1
        yield Piece(span.start, span.end, rank, first if number == 0 else again, again, after if is_last else "")


@attrs.define
class Drawing:
    """Draws the blocks of a text one after the other. `left_out` counts the pieces that are not drawn."""

    text: str
    pieces: list[Piece]
    left_out: int = 0
    _at: int = 0
    _next: int = 0
    _open: list[Piece] = attrs.field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.pieces.sort(key=lambda piece: (piece.start, -piece.end, piece.rank))

    def block(self, block: Block) -> Html:
        """The markup of one block. Blocks are drawn in their order."""
        out = self._skip_to(block.start)
        while True:
            self._close(out, out)
            if self._at >= block.end:
                break
            self._start(out)
            until = self._until(block.end)
            out.append(safe(self.text[self._at : until].translate(PICTURES)))
            self._at = until
        out += ["</span>"] * len(self._open)
        return Html("".join(out))

    def _skip_to(self, start: int) -> list[str]:
        """Go on to the next block, and open there what goes on into it. What is in the white space between is not drawn."""
        before = list(self._open)
        ended: list[str] = []
        while self._at < start:
            self._close([], ended)
            self._start([])
            self._at = self._until(start)
        self._close([], ended)
        known = set(map(id, before))
        return ended + [piece.again if id(piece) in known else piece.first for piece in self._open]

    def _until(self, end: int) -> int:
        """The next place where something begins or ends."""
        if self._next < len(self.pieces):
            end = min(end, self.pieces[self._next].start)
        for piece in self._open:
            end = min(end, piece.end)
        return max(end, self._at)

    def _close(self, out: list[str], ended: list[str]) -> None:
        """Close what ends here; what was opened inside it and goes on is opened again. What follows goes to `ended`."""
        lowest = next((i for i, piece in enumerate(self._open) if piece.end <= self._at), None)
        if lowest is None:
            return
        upper = self._open[lowest:]
        out += ["</span>"] * len(upper)
        ended += [piece.after for piece in reversed(upper) if piece.end <= self._at]
        kept = [piece for piece in upper if piece.end > self._at]
        out += [piece.again for piece in kept]
        self._open[lowest:] = kept

    def _start(self, out: list[str]) -> None:
        """Open what begins here."""
        while self._next < len(self.pieces) and self.pieces[self._next].start <= self._at:
            piece = self.pieces[self._next]
            self._next += 1
            if piece.end <= self._at:
                continue
            if len(self._open) >= MAX_OPEN:
                self.left_out += 1
                continue
            self._open.append(piece)
            out.append(piece.first)
