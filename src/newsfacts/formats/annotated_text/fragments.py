"""Annotations with gaps: `[...]{cont=id}` adds a fragment to the annotation with that id."""

from __future__ import annotations

from collections.abc import Mapping

from newsfacts.findings import ReaderCode
from newsfacts.raw import RawAnnotation, RawComment, RawDocument
from newsfacts.text.spans import Span
from newsfacts.text.suggestions import Names, suggestion

__all__ = ["CONTINUES", "join_fragments", "take_in"]

CONTINUES = "cont"
"""The attribute of a fragment: the id of the annotation that it continues."""


def join_fragments(raw: RawDocument) -> None:
    """Add each fragment to the annotation that it continues. One that continues nothing is reported and stays."""
    fragments = [annotation for annotation in raw.annotations if CONTINUES in annotation.attributes]
    if not fragments:
        return
    raw.own_attributes = frozenset({CONTINUES})
    beginnings: dict[str, RawAnnotation] = {}
    for annotation in raw.annotations:
        if annotation.id is not None and CONTINUES not in annotation.attributes:
            beginnings.setdefault(annotation.id.value, annotation)
    names = Names(beginnings)
    spans: dict[str, list[Span]] = {}
    joined: dict[int, RawAnnotation] = {}
    for fragment in fragments:
        name = str(fragment.attributes[CONTINUES].value)
        beginning = beginnings.get(name)
        if beginning is None:
            report_lost(raw, fragment, name, names)
            continue
        spans.setdefault(name, []).extend(fragment.spans)
        joined[id(fragment)] = beginning
        if fragment.kind is not None or fragment.id is not None or len(fragment.attributes) > 1:
            message = f"this continues {name!r}, and what else its attributes say is not read"
            place = raw.origin.place(fragment.start, fragment.end)
            raw.findings.add(ReaderCode.UNKNOWN_FIELD, message, place, help=f"write it where #{name} is")
    for name, found in spans.items():
        beginnings[name].spans = tuple(sorted((*beginnings[name].spans, *found)))
    take_in(raw, joined)


def take_in(raw: RawDocument, joined: Mapping[int, RawAnnotation]) -> None:
    """Leave out annotations, by identity, that others have taken in; comments after them follow those others."""
    raw.annotations = [annotation for annotation in raw.annotations if id(annotation) not in joined]
    raw.comments = [RawComment(c.offset, c.words, joined.get(id(c.after), c.after), c.place) for c in raw.comments]


def report_lost(raw: RawDocument, fragment: RawAnnotation, name: str, names: Names) -> None:
    """Report a fragment of an annotation that does not exist."""
    raw.findings.add(
        ReaderCode.DANGLING_REFERENCE,
        f"this continues {name!r}, but no annotation begins with that id{suggestion(name, names)}",
        raw.origin.place(*fragment.range_of(CONTINUES)),
        help=f"write #{name} on the span that begins the annotation",
    )
