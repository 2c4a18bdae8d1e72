"""A text as paragraphs: where each begins and ends, and whether its line ends mean something."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import attrs

from newsfacts.text.source import SourceText
from newsfacts.view.markup import PICTURES

__all__ = ["Block", "blocks"]

LONG = 130
"""A line of more code points is a paragraph of its own."""

SHORT = 40
"""A line of fewer code points that others follow was ended on purpose: a verse, a list, an address."""


@attrs.frozen
class Block:
    """A paragraph: a half-open range of code points. `keeps_lines` says that its line ends are shown."""

    start: int
    end: int
    keeps_lines: bool


def blocks(source: SourceText) -> Iterator[Block]:
    """The paragraphs of a text, in order. What is between them is white space only."""
    text = source.string
    starts = [*source.line_starts, len(text)]
    lines: list[tuple[int, int]] = []
    for start, end in itertools.pairwise(starts):
        stripped = text[start:end].translate(PICTURES).rstrip()  # white space that is shown as a picture is kept
        if not stripped:
            yield from _block(lines)
            lines = []
            continue
        if len(stripped) > LONG:
            yield from _block(lines)
            lines = []
            yield Block(start, start + len(stripped), False)
        else:
            lines.append((start, start + len(stripped)))
    yield from _block(lines)


def _block(lines: list[tuple[int, int]]) -> Iterator[Block]:
    if lines:
        keeps = any(end - start < SHORT for start, end in lines[:-1])
        yield Block(lines[0][0], lines[-1][1], keeps)
