"""Quotations in running text, by their marks."""

from __future__ import annotations

from newsfacts.finders.results import FoundQuote
from newsfacts.text.markdown_spans import Markup, masked
from newsfacts.text.quotation_marks import scan
from newsfacts.text.spans import Span
from newsfacts.values.level import Level

__all__ = ["find_quotes"]

MAX_SCARE_WORDS = 3
"""Up to so many words between marks may be a title, a nickname or a word used at a distance."""


def find_quotes(text: str, *, markup: Markup = "text", language: str | None = None) -> tuple[FoundQuote, ...]:
    """The stretches between quotation marks, by start, outer before inner. The marks of all languages are read alike.

    `language` changes nothing yet. Raises `UsageError` for an unknown `markup`.
    """
    found = []
    for stretch in scan(masked(text, markup)).stretches:
        inner = Span(stretch.inner_start, stretch.inner_end)
        words = inner.slice(text)
        if not words.strip():
            continue
        closed = stretch.closing is not None
        level = Level.GUESS if not closed else Level.LIKELY if len(words.split()) <= MAX_SCARE_WORDS else Level.SURE
        span = Span(stretch.start, stretch.end)
        found.append(FoundQuote(span, span.slice(text), inner, level, stretch.level, closed))
    return tuple(found)
