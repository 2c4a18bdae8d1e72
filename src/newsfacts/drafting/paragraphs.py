"""The paragraphs of a text: between empty lines, or one a line where the lines are not those of a narrow page."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["paragraphs_of"]

_LINE = re.compile(r"[^\n]+")
_ENDS = frozenset(".!?:”\"’'»)…")

MAX_WIDTH = 130
"""How many characters a line has at most that was broken to fit a page."""

_FULL = 0.6
"""From which share of the longest line on a line was broken because it was full."""


def paragraphs_of(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph, in order, in time linear in the length of the text."""
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        if block and (match[0].isspace() or match.start() > block[-1][1] + 1):
            yield from _paragraphs(text, block)
            block = []
        if not match[0].isspace():
            block.append(match.span())
    if block:
        yield from _paragraphs(text, block)


def _paragraphs(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs of lines that no empty line parts."""
    return [(lines[0][0], lines[-1][1])] if _is_wrapped(text, lines) else lines


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether lines are one paragraph: full ones of a narrow page, one of which ends within a sentence."""
    if len(lines) < 2:
        return False
    widths = [end - start for start, end in lines]
    longest = max(widths)
    if longest > MAX_WIDTH or min(widths[:-1]) < _FULL * longest:
        return False
    return any(text[end - 1] not in _ENDS for _, end in lines[:-1])
