"""Where a file defines its entities, measures and events."""

from __future__ import annotations

import re

from newsfacts.model import Document
from newsfacts.patterns import lazy_pattern
from newsfacts.text.source import Place

__all__ = ["places_of_keys"]

_KEY = lazy_pattern(
    r"""(?P<quote>["'])(?P<quoted>[^"'\n]{1,500})(?P=quote)[ ]?:|(?:^|[\s{,])(?P<plain>[^\s{}\[\],"':]{1,500}):""",
    re.MULTILINE,
)


def places_of_keys(document: Document) -> dict[str, Place]:
    """Where the file first has each id as a key."""
    own = document.own
    names = {*own.entities, *own.measures, *own.events}
    found: dict[str, Place] = {}
    if document.origin is not None:
        for key in _KEY.finditer(document.origin.source.string):
            group = "quoted" if key["quoted"] is not None else "plain"
            if key[group] in names and key[group] not in found:
                found[key[group]] = document.origin.place(*key.span(group))
    return found
