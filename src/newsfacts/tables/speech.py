"""Who says the words of an annotation: found for all annotations of a document in one pass, from the outermost inwards."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from newsfacts.immutable import FrozenDict, frozen
from newsfacts.model import Annotation, Attribution, Claim, Document, Entity, Quote, Source

__all__ = ["Speech", "role_in", "speech_of"]

_ROLES: Mapping[str, str] = FrozenDict({
    "source": "source", "cues": "cue", "contents": "content", "addressee": "addressee", "medium": "medium",
})  # fmt: skip
"""The field of an attribution -> what its parts are called."""


@frozen
class Speech:
    """Whose words an annotation is in.

    `attribution` is the one that the annotation, or what it is in, is a part of, and `role` which part; None where it is in
    the span of the attribution, but in none of its parts. `speakers` and `sources` say whose words it is in: those of the
    attribution whose content it is in, or of a `by=`; empty for the words of the text itself.
    """

    attribution: Attribution | None = None
    role: str | None = None
    speakers: tuple[Entity, ...] = ()
    sources: tuple[Source, ...] = ()
    said_in: Attribution | None = None
    """The attribution whose content the words are."""


_OWN = Speech()


def speech_of(document: Document, number: int) -> Speech:
    """The speech of an annotation, by its number in reading order."""
    return document.derived(_speeches)[number]


def _speeches(document: Document) -> tuple[Speech, ...]:
    found: list[Speech] = []
    parents = document.parents
    for number, annotation in enumerate(document.annotations):
        parent = parents[number]
        around = _inside(document.annotations[parent], found[parent]) if parent >= 0 else _OWN
        found.append(_own(document, annotation, around))
    return tuple(found)


def _inside(outer: Annotation, speech: Speech) -> Speech:
    """The speech of what is directly inside an annotation, from that of the annotation itself."""
    return attrs.evolve(speech, attribution=outer, role=None) if isinstance(outer, Attribution) else speech


def _own(document: Document, annotation: Annotation, around: Speech) -> Speech:
    """The speech of an annotation, from that of what it is in."""
    attribution = document.attribution_of(annotation)
    by = annotation.by if isinstance(annotation, Quote | Claim) else ()
    if attribution is None:
        return attrs.evolve(around, speakers=by, sources=()) if by else around
    role = role_in(attribution, annotation)
    if role != "content":
        return attrs.evolve(around, attribution=attribution, role=role)
    if not (by or attribution.source):  # no one is named: the words are those of whoever speaks around them
        return attrs.evolve(around, attribution=attribution, role=role, said_in=attribution)
    return Speech(attribution, role, by or attribution.by, attribution.source, attribution)


def role_in(attribution: Attribution, part: Annotation) -> str | None:
    """Which part of an attribution an annotation is: source, cue, content, addressee or medium."""
    for field, role in _ROLES.items():
        if any(one is part for one in getattr(attribution, field)):
            return role
    return None
