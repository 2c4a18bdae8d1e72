"""The language of a document, for rules that go by words."""

from __future__ import annotations

from newsfacts.model import Document

__all__ = ["is_english"]


def is_english(document: Document) -> bool:
    """Whether a document is in English, as far as it says: the words of numbers, dates and speakers are known in English only."""
    return document.language is None or document.language.lower().split("-")[0] == "en"
