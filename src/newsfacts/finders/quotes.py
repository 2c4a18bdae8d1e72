"""Quotations in running text, by their marks, and those that Markdown sets off from the text."""

from __future__ import annotations

from newsfacts.finders.results import FoundQuote
from newsfacts.text.markdown_spans import Markup, block_quotations, masked, unmarked
from newsfacts.text.quotation_marks import scan
from newsfacts.text.spans import Span
from newsfacts.values.level import Level

__all__ = ["find_quotes"]

MAX_FEW_WORDS = 3
"""Up to so many words between marks may be a title, a nickname or a word used at a distance."""


def find_quotes(text: str, *, markup: Markup = "text", language: str | None = None) -> tuple[FoundQuote, ...]:
    """The stretches between quotation marks and, in Markdown, block quotations; by start, outer before inner.

    The marks of all languages are read alike, and those of TeX (``so''). Sure are stretches of four words and more; a
    stretch that is not closed is a guess. `language` changes nothing yet. Raises `UsageError` for an unknown `markup`.
    """
    prose = masked(text, markup)
    found = [quote for quote in _between_marks(text, prose if markup == "markdown" else text) if quote.quoted.strip()]
    if markup == "markdown":
        for lines in block_quotations(text, prose):
            span = Span(lines[0].start, lines[-1].end)
            quoted = "\n".join(unmarked(text, prose, line) for line in lines)
            found.append(FoundQuote(span, span.slice(text), span, Level.LIKELY, quoted, lines, is_block=True))
    return tuple(sorted(found, key=lambda quote: (quote.span.start, -quote.span.end)))


def _between_marks(text: str, prose: str) -> list[FoundQuote]:
    found = []
    for stretch in scan(prose).stretches:
        span, inner = Span(stretch.start, stretch.end), Span(stretch.inner_start, stretch.inner_end)
        parts = tuple(Span(start, end) for start, end in stretch.parts)
        quoted = "\n".join(unmarked(text, prose, part).strip() for part in parts)
        closed = stretch.closing is not None
        level = Level.SURE if len(quoted.split()) > MAX_FEW_WORDS else Level.LIKELY
        found.append(
            FoundQuote(
                span, span.slice(text), inner, level if closed else Level.GUESS, quoted, parts, stretch.level, closed
            )
        )
    return found
