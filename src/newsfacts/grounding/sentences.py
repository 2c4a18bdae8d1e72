"""The sentences of a text, each within its paragraph, heading, item or cell. One pass over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from newsfacts.text.english import ends_in_abbreviation
from newsfacts.text.markdown_spans import Block, Markup, blocks_of
from newsfacts.text.spans import Span

__all__ = ["Sentence", "sentences_of"]

_END: Final = re.compile(r"[.!?…]{1,8}[\"'”’»)\]]{0,4}(?:[ \t]?\[\^?[\w-]{1,20}\]){0,4}(?=\s)|\n(?=[ \t]*\n)")
_NEXT: Final = re.compile(r"\s+[\"'“‘«(\[]{0,3}(?P<first>\S)")
_MAX_SENTENCE: Final = 800
"""A longer sentence is cut at white space, so that what is looked at together stays small."""


@attrs.frozen
class Sentence:
    """A sentence: its span in the text, its words with everything that is not prose as spaces, its paragraph's number.

    `block` is the paragraph, heading, item or cell that it is in.
    """

    span: Span
    prose: str
    paragraph: int
    block: Block


def sentences_of(text: str, markup: Markup) -> Iterator[Sentence]:
    """The sentences of a text in order. Raises `UsageError` for an unknown markup."""
    for number, block in enumerate(blocks_of(text, markup)):
        start = 0
        for end in (*_ends(block.text), len(block.text)):
            for span in _pieces(block.text, start, end):
                yield Sentence(span.shifted(block.start), span.slice(block.text), number, block)
            start = end


def _ends(block: str) -> Iterator[int]:
    """Where the sentences of a block end, except the last."""
    for found in _END.finditer(block):
        if found[0].startswith("."):
            following = _NEXT.match(block, found.end())
            starts = following is not None and (following["first"].isupper() or following["first"].isdigit())
            if not starts and following is not None:
                continue
            if ends_in_abbreviation(block[max(found.start() - 24, 0) : found.start() + 1]):
                continue
        yield found.end()


def _pieces(block: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _MAX_SENTENCE:
        cut = block.rfind(" ", start, start + _MAX_SENTENCE)
        cut = cut if cut > start else start + _MAX_SENTENCE
        yield from _trimmed(block, start, cut)
        start = cut
    yield from _trimmed(block, start, end)


def _trimmed(block: str, start: int, end: int) -> Iterator[Span]:
    piece = block[start:end]
    if piece.strip():
        yield Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
