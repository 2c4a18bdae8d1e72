"""Annotations of one kind over exactly the same words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsfacts.model import Annotation, Document, UnknownKind
from newsfacts.rules.edges import edges
from newsfacts.schema.kinds import fields_of_class
from newsfacts.text.spans import Span

__all__ = ["CONFLICT_MARKS", "attributes", "fingerprint", "merge_traces", "twins"]

CONFLICT_MARKS = ("<<<<<<<", ">>>>>>>")
"""What a merge that could not be finished leaves in a file."""


def twins(document: Document) -> tuple[tuple[Annotation, ...], ...]:
    """Groups of annotations of one kind over the same spans, each in reading order."""
    return document.derived(_twins)


def merge_traces(document: Document) -> bool:
    """Whether two versions of a document may have been merged into one."""
    if document.origin is not None:
        source = document.origin.source.string
        if [mark for mark in CONFLICT_MARKS if mark[0] in source and mark in source]:  # one character is found faster
            return True
    return bool(twins(document))


def _twins(document: Document) -> tuple[tuple[Annotation, ...], ...]:
    if edges(document).are_distinct:
        return ()
    return tuple(_groups(document.annotations))


def _groups(annotations: tuple[Annotation, ...]) -> Iterator[tuple[Annotation, ...]]:
    # In reading order those over the same words follow each other.
    run: list[Annotation] = []
    before = (-1, -1)
    for annotation in annotations:
        spans = annotation.spans
        here = (spans[0].start, spans[-1].end) if spans else (-1, -1)
        if here == before:
            run.append(annotation)
            continue
        if len(run) > 1:
            yield from alike(run)
        run = [annotation]
        before = here
    if len(run) > 1:
        yield from alike(run)


def alike(annotations: list[Annotation]) -> Iterator[tuple[Annotation, ...]]:
    """Those among annotations from one place to another that have the same fragments and the same kind."""
    groups: dict[tuple[str, tuple[Span, ...]], list[Annotation]] = {}
    for annotation in annotations:
        if annotation.spans:
            groups.setdefault((kind_of(annotation), annotation.spans), []).append(annotation)
    for group in groups.values():
        if len(group) > 1:
            yield tuple(group)


def kind_of(annotation: Annotation) -> str:
    """The kind as written."""
    return annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND


def attributes(document: Document, annotation: Annotation) -> Mapping[str, Any]:
    """What is stated about an annotation apart from its id and its note: the attributes as written, lists as tuples."""
    raw = document.raw(annotation)
    if raw is not None:
        return {
            key: tuple(attribute.value) if isinstance(attribute.value, list) else attribute.value
            for key, attribute in raw.attributes.items()
            if key != "note"
        }
    from newsfacts.building.written import written_value  # only for documents that were made in Python

    found: dict[str, Any] = {}
    for key, field in fields_of_class(type(annotation)).items():
        value = getattr(annotation, field.name)
        if key != "note" and value is not None and value != field.default and not field.is_reference:
            written = written_value(field, value)
            found[key] = tuple(written) if isinstance(written, list) else written
        elif field.is_reference and value:
            found[key] = value
    return found


def fingerprint(document: Document, annotation: Annotation) -> str:
    """`attributes` as one text, the same for two annotations that state the same."""
    stated = attributes(document, annotation)
    return repr([(key, _plain(stated[key])) for key in sorted(stated)])


def _plain(value: Any) -> Any:
    """A value with ids in the place of what it refers to."""
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    if isinstance(value, str | int | float | bool):
        return value
    return (type(value).__name__, getattr(value, "id", None) or str(value))
