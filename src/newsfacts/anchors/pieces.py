"""Takes a quotation apart at its ellipses and square brackets."""

from __future__ import annotations

import re

import attrs

__all__ = ["MAX_PIECES", "Bare", "Piece", "split_pieces", "strip_outer_marks", "with_double_marks"]

MAX_PIECES = 100
"""How many ellipses and brackets a quotation may have."""

_JOINT = re.compile(
    r"[\[(]\s{0,3}(?:…|\.\s?\.\s?\.)\s{0,3}[\])]"  # [...] and (...)
    r"|…(?:\s?\.)?|\.\s?\.\s?\.(?:\s?\.)*"  # ... and .... and . . .
    r"|\[(?P<insertion>[^\[\]]{1,500})\]"
)
_FINAL_SIGN = re.compile(r"\[[,.;:]\][\s,.;:”’\"']{0,4}\Z")
"""A sign in brackets at the end, which replaces no word."""
_ENDINGS = frozenset({"s", "es", "d", "ed", "ing", "n", "’s", "'s", "’", "'"})
"""What brackets may add to the end of a word: another inflection."""


@attrs.frozen
class Piece:
    """Words that must be in the source. `insertions` are the bracketed words between it and the piece before.

    `elides` says whether an ellipsis is there too; before the first piece it leaves out the beginning. `free` are the
    places of letters in brackets, `[W]e`, whose case may differ. `is_cut` says that an ellipsis follows. The last piece
    may have no words. `resumes` and `pauses` say that an attribution may be before it, or after it.
    """

    words: str
    elides: bool = False
    insertions: tuple[str, ...] = ()
    free: tuple[int, ...] = ()
    is_cut: bool = False
    resumes: bool = False
    pauses: bool = False


class _Splitter:
    def __init__(self, words: str) -> None:
        self.words = words
        self.pieces: list[Piece] = []
        self.pending = ""
        self.free: list[int] = []
        self.elides = False
        self.insertions: list[str] = []

    def split(self) -> tuple[Piece, ...]:
        position = 0
        for found in _JOINT.finditer(self.words):
            if _FINAL_SIGN.match(self.words, found.start()):
                break  # "the press[,]": what the quoting sentence needs
            self.pending += self.words[position : found.start()]
            position = found.end()
            inserted = found["insertion"]
            if inserted is not None and self.is_part_of_word(inserted, found.start(), found.end()):
                if len(inserted) == 1:
                    self.free.append(len(self.pending))
                self.pending += inserted
                continue
            self.finish(is_cut=inserted is None)
            if inserted is None:
                self.elides = True
            else:
                self.insertions.append(inserted.strip())
            if len(self.pieces) >= MAX_PIECES:
                break
        self.pending += _FINAL_SIGN.sub("", self.words[position:])
        self.finish()
        if self.insertions:
            self.pieces.append(Piece("", False, tuple(self.insertions)))
        return tuple(self.pieces)

    def finish(self, *, is_cut: bool = False) -> None:
        """The words since the last joint are a piece; none where there are no words."""
        words = self.pending.strip()
        if words:
            shift = len(self.pending) - len(self.pending.lstrip())
            free = tuple(place - shift for place in self.free)
            self.pieces.append(Piece(words, self.elides, tuple(self.insertions), free, is_cut))
            self.elides, self.insertions = False, []
        elif is_cut and self.pieces:
            self.pieces[-1] = attrs.evolve(self.pieces[-1], is_cut=True)
        self.pending, self.free = "", []

    def is_part_of_word(self, inserted: str, start: int, end: int) -> bool:
        """Whether bracketed letters are part of a word that must be in the source: `[W]e`, `[un]fair`, `help[less]`.

        An inflection, as in `want[ed]`, is added to a word of the source.
        """
        if inserted == "sic" or (not inserted.isalpha() and inserted[:1] not in "'’"):
            return False
        if self.words[end : end + 1].isalpha():
            return True
        return self.words[start - 1 : start].isalpha() and inserted.lower() not in _ENDINGS


def split_pieces(words: str) -> tuple[Piece, ...]:
    """The pieces of a quotation, one for a quotation without ellipses and brackets. `[W]e` is the word We."""
    return _Splitter(words).split()


@attrs.frozen
class Bare:
    """A quotation without the marks around it: as printed, and without those that open it again."""

    printed: str
    spoken: str


def strip_outer_marks(words: str) -> Bare:
    """Take off the quotation marks around all the words."""
    from newsfacts.text.quotation_marks import MarkProblemKind, begins_or_ends_with_mark, scan

    words = words.strip()
    if not begins_or_ends_with_mark(words):
        return Bare(words, words)
    found = scan(words)
    for stretch in found.stretches:
        if stretch.start == 0 and stretch.level == 1 and stretch.end == len(words):
            spoken = "".join(words[start:end] for start, end in stretch.parts)
            return Bare(words[stretch.inner_start : stretch.inner_end].strip(), spoken.strip())
    if len(found.problems) == 1:
        (problem,) = found.problems
        if problem.kind is MarkProblemKind.UNOPENED and problem.end == len(words):
            words = words[: problem.start].strip()
    return Bare(words, words)


def with_double_marks(words: str) -> str:
    """The words with double marks around quotations that have single ones."""
    from newsfacts.text.quotation_marks import has_marks, scan

    if ("'" not in words and "‘" not in words) or not has_marks(words):
        return words
    changed = list(words)
    for stretch in scan(words).stretches:
        if stretch.opening in ("‘", "'") and stretch.closing in ("’", "'"):
            changed[stretch.start], changed[stretch.inner_end] = "“", "”"
    return "".join(changed)
