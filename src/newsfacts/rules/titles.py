"""Whether words between quotation marks are a title or a so-called word, and not something that was said."""

from __future__ import annotations

import re

from newsfacts.model import Document, Quote
from newsfacts.text.english import SHOWN, SMALL_IN_TITLES, TITLED

__all__ = ["MARKS", "looks_like_title", "marked_words"]

MARKS = "\"“”„‟«»‘’‚‛'‹›"
"""Characters that open or close a quotation."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def marked_words(quote: Quote) -> str:
    """The words of a quote without the quotation marks and punctuation at its ends."""
    return quote.text.strip(MARKS + " ,.!?…")


def looks_like_title(document: Document, quote: Quote) -> bool:
    """Whether a quote is a name in title case after a word such as "titled" or "on", or comes after "so-called"."""
    if quote.by or not quote.spans or len(quote.text) > 80:
        return False
    before = _WORD.findall(document.text[max(quote.span.start - 24, 0) : quote.span.start].lower())[-2:]
    if not before:
        return False
    if before == ["so", "called"]:
        return True
    words = _WORD.findall(marked_words(quote))
    large = [word for word in words if word[0].isupper()]
    if not large or any(not word[0].isupper() and word not in SMALL_IN_TITLES for word in words):
        return False
    if before[-1] in TITLED:
        return True
    return (
        len(words) > 1 and (before[-1] in SHOWN or before == ["host", "of"]) and document.attribution_of(quote) is None
    )
