"""Newspaper quotation marks."""

from __future__ import annotations

import enum
import re

__all__ = ["QuoteKind", "infer_form"]


class QuoteKind(enum.Enum):
    """How much of a quote stands between quotation marks: all of it, a part, or nothing."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"

    def __str__(self) -> str:
        return self.value


_MARKS = re.compile("[\"“”„«»‘‹›]")


def infer_form(words: str) -> QuoteKind:
    """The form that the quotation marks show."""
    words = words.strip()
    if _MARKS.match(words) and _MARKS.match(words[-1]):
        return QuoteKind.DIRECT
    return QuoteKind.MIXED if _MARKS.search(words) else QuoteKind.INDIRECT
