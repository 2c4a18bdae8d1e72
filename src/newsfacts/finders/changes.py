"""What the words around a number make of it: the size of a change ("rose 5 percent"), a margin of error, points of a percentage.

A finder leaves the verb out of the number; here it is read together with it.
"""

from __future__ import annotations

import functools
import re
from typing import Final

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.finders.results import FoundQuantity
from newsfacts.values.quantities.quantity import Change, Quantity, QuantityKind
from newsfacts.values.quantities.reading.hedges import CHANGE_WORDS
from newsfacts.values.quantities.reading.phrase import parse_quantity

__all__ = ["with_change"]

_POINTS: Final = re.compile(r"[^\W\d_-][- \u00a0]?points?\b|\d[- \u00a0]?points?\b")
_OF_PERCENTAGES: Final = re.compile(
    r"%|\b(?:per ?cent|polls?|polled|polling|surveys?|margin of error|approval|vot(?:e|es|ers))\b"
)
_MARGIN: Final = re.compile(r"\bmargins? of (?:sampling )?error\b")

_BEFORE: Final = re.compile(r"([^\W\d_]+)(?:[ \t\n]+[^\W\d_]+ly)?(?:[ \t\n]+(?:by|to|from))?[ \t\n]+\Z")
_INTO: Final = re.compile(r"[ \t\n]{1,4}into\b")
_REACH: Final = 48


def with_change(value: FoundQuantity, sentence: str) -> Quantity:
    """The quantity with the change that the words right before it say; the quantity itself where they say none.

    In a sentence about a poll, points are percentage points, and what has a margin of error before it is one.
    """
    found = _with_verb(value, sentence)
    if found.kind is QuantityKind.NUMBER and _POINTS.search(value.words) and _OF_PERCENTAGES.search(sentence):
        found = attrs.evolve(found, kind=QuantityKind.POINTS, unit=None)
    if found.kind is QuantityKind.POINTS and found.change is Change.NONE:
        before = sentence[max(value.span.start - _REACH, 0) : value.span.start]
        found = attrs.evolve(found, change=Change.MARGIN) if _MARGIN.search(before) else found
    return found


def _with_verb(value: FoundQuantity, sentence: str) -> Quantity:
    if _INTO.match(sentence, value.span.end):
        return value.value  # "sink $3 million into a harbour" is not a fall
    before = _BEFORE.search(sentence, max(value.span.start - _REACH, 0), value.span.start)
    if before is None or before[1].lower() not in CHANGE_WORDS or value.value.change is not Change.NONE:
        return value.value
    found = _read(sentence[before.start() : value.span.end])
    return value.value if found is None or found.stated != value.value.stated else found


@functools.lru_cache(maxsize=1024)
def _read(words: str) -> Quantity | None:
    try:
        return parse_quantity(words)
    except UnreadableValue:
        return None
