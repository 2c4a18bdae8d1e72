"""Takes a quotation apart at its ellipses and square brackets."""

from __future__ import annotations

import re

import attrs

__all__ = ["MAX_PIECES", "Bare", "Piece", "split_pieces", "strip_outer_marks"]

MAX_PIECES = 100
"""How many ellipses and brackets a quotation may hold."""

_JOINT = re.compile(
    r"[\[(]\s{0,3}(?:…|\.\s?\.\s?\.)\s{0,3}[\])]"  # [...] and (...)
    r"|…(?:\s?\.)?|\.\s?\.\s?\.(?:\s?\.)?"  # ... and .... and . . .
    r"|\[(?P<insertion>[^\[\]]{1,500})\]"
)


@attrs.frozen
class Piece:
    """Words that must stand in the source. `insertions` are the bracketed words between it and the piece before.

    `elides` says whether an ellipsis stands there too. The last piece may have no words.
    """

    words: str
    elides: bool = False
    insertions: tuple[str, ...] = ()


def split_pieces(words: str) -> tuple[Piece, ...]:
    """The pieces of a quotation, one for a quotation without ellipses and brackets. `[W]e` is the word We."""
    pieces: list[Piece] = []
    position = 0
    elides = False
    insertions: list[str] = []
    pending = ""
    for found in _JOINT.finditer(words):
        inserted = found["insertion"]
        before = words[position : found.start()]
        if (
            inserted is not None
            and len(inserted) == 1
            and inserted.isalpha()
            and words[found.end() : found.end() + 1].isalpha()
        ):
            pending += before + inserted
            position = found.end()
            continue
        before, pending = (pending + before).strip(), ""
        if before:
            pieces.append(Piece(before, elides, tuple(insertions)))
            elides, insertions = False, []
        position = found.end()
        if inserted is not None:
            insertions.append(inserted)
        elif pieces:
            elides = True
        if len(pieces) >= MAX_PIECES:
            break
    rest = (pending + words[position:]).strip()
    if rest or insertions:
        pieces.append(Piece(rest, elides and bool(rest), tuple(insertions)))
    return tuple(pieces)


@attrs.frozen
class Bare:
    """A quotation without the marks around it: as printed, and without those that open it again."""

    printed: str
    spoken: str


def strip_outer_marks(words: str) -> Bare:
    """Take off the quotation marks that stand around all the words."""
    from newsfacts.text.quotation_marks import MarkProblemKind, scan

    words = words.strip()
    if not words or (words[0].isalnum() and words[-1].isalnum()):
        return Bare(words, words)
    found = scan(words)
    for stretch in found.stretches:
        if stretch.start == 0 and stretch.level == 1 and stretch.end == len(words):
            edges = [edge for place in stretch.continued for edge in (place, place + 1)]
            bounds = [stretch.inner_start, *edges, stretch.inner_end]
            spoken = "".join(words[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True))
            return Bare(words[stretch.inner_start : stretch.inner_end].strip(), spoken.strip())
    if len(found.problems) == 1:
        (problem,) = found.problems
        if problem.kind is MarkProblemKind.UNOPENED and problem.end == len(words):
            words = words[:-1].strip()
    return Bare(words, words)
