"""Who speaks where in a transcript: lines that begin with a name and a colon."""

from __future__ import annotations

import re
from bisect import bisect_left

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
        return source.turns
    named = {label.start() for label in labels}
    found = [turn for turn in source.turns if turn.span.start not in named]
    starts = [turn.span.start for turn in found]
    ends = [*(label.start() for label in labels[1:]), len(source.text)]
    for label, following in zip(labels, ends, strict=True):
        # Someone without a name speaks from there on, and who speaks after that is not known.
        place = bisect_left(starts, label.end())
        end = min([following, *starts[place : place + 1]])
        if label.end() < end:
            found.append(Turn(Span(label.end(), end), label["name"]))
    return tuple(sorted(found, key=lambda turn: turn.span))
