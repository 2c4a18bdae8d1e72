"""Who speaks where in a transcript: lines that begin with a name and a colon."""

from __future__ import annotations

import re

from newsfacts.anchors import Turn
from newsfacts.sources.document import SourceDocument
from newsfacts.text.spans import Span

__all__ = ["turns_of"]

MIN_LABELS = 2
"""How many lines of a transcript begin with a name and a colon, at least."""

_LABEL = re.compile(
    r"^[ \t]*(?P<name>(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}|Q|A))(?: \([^)\n]{1,40}\))?:[ \t]+", re.MULTILINE
)


def turns_of(source: SourceDocument) -> tuple[Turn, ...]:
    """Who speaks where, as the source marks it: captions with voices, or a transcript; nothing where it marks no one."""
    if any(turn.speaker for turn in source.turns):
        return source.turns
    labels = list(_LABEL.finditer(source.text))
    if len(labels) < MIN_LABELS:
        return ()
    ends = [*(label.start() for label in labels[1:]), len(source.text)]
    return tuple(
        Turn(Span(label.end(), end), label["name"])
        for label, end in zip(labels, ends, strict=True)
        if label.end() < end
    )
