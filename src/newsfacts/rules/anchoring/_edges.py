"""Where spans begin and end, collected once: few texts need a closer look at any of these places."""

from __future__ import annotations

import attrs

from newsfacts.model import Document

__all__ = ["Edges", "edges"]


@attrs.frozen
class Edges:
    """The offsets at which fragments begin, and those at which they end, of all that lie within the text.

    `cuts` are the offsets of both sorts that have a character of the text on either side.
    """

    starts: frozenset[int]
    ends: frozenset[int]
    cuts: frozenset[int]


def edges(document: Document) -> Edges:
    """The edges of a document's fragments."""
    return document.derived(_edges)


def _edges(document: Document) -> Edges:
    length = len(document.text)
    spans = [
        span for annotation in document.annotations for span in annotation.spans if 0 <= span.start < span.end <= length
    ]
    starts = frozenset([span.start for span in spans])
    ends = frozenset([span.end for span in spans])
    return Edges(starts, ends, (starts | ends) - {0, length})
