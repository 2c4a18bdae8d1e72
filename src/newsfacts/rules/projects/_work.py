"""What a document says about the annotation work, and where it says it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsfacts.model import Document
from newsfacts.text.source import Place

__all__ = ["DONE", "key_place", "work_places"]

DONE = frozenset({"done", "final", "gold", "complete", "completed", "finished", "curated", "adjudicated", "approved"})
"""States in which annotation work is over."""


def work_places(document: Document, keys: Iterable[str]) -> dict[str, Place | None]:
    """Those of `keys` that the document's metadata have, and where each is written."""
    return {key: key_place(document, key) for key in keys if getattr(document, key)}


def key_place(document: Document, key: str) -> Place | None:
    """Where a key of the document's own metadata is written; None where that cannot be seen."""
    if document.origin is None:
        return None
    source = document.origin.source.string
    found = re.search(rf"^{re.escape(key)}(?=[ \t]*:)|(?<=\"){re.escape(key)}(?=\"[ \t]*:)", source, re.MULTILINE)
    return document.origin.place(*found.span()) if found else None
