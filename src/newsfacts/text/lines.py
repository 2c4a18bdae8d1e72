"""The lines of a file that has one record on each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.text.spans import Span

__all__ = ["filled_lines"]

_FILLED = re.compile(r"\S")


def filled_lines(text: str) -> Iterator[Span]:
    """Where each line is that has more than white space, without the LF at its end.

    The end of a line is looked for with `str.find`, in a small part of the time that a pattern takes for a long line.
    """
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if _FILLED.search(text, start, end) is not None:
            yield Span(start, end)
        start = end + 1
