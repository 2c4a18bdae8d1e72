"""Sentences whose expected stretches are between square brackets or braces, for the tests of the finders."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsfacts import Span

__all__ = ["expected", "marked"]

_MARK = re.compile(r"[\[\]{}]")


def expected(sentence: str, marks: str = "[]") -> tuple[str, list[str]]:
    """The sentence without marks, and the words that were between them."""
    words = re.findall(re.escape(marks[0]) + "(.*?)" + re.escape(marks[1]), sentence)
    return _MARK.sub("", sentence), words


def marked(text: str, spans: Iterable[Span], marks: str = "[]") -> str:
    """The text with marks around each span."""
    end = 0
    pieces = []
    for span in spans:
        pieces += [text[end : span.start], marks[0], span.slice(text), marks[1]]
        end = span.end
    return "".join([*pieces, text[end:]])
