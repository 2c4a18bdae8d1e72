"""Annotations of one kind over exactly the same words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from newsfacts.fields import written_value
from newsfacts.model import Annotation, Document, UnknownKind
from newsfacts.schema import fields_of_class

__all__ = ["attributes", "twins"]


def twins(document: Document) -> tuple[tuple[Annotation, ...], ...]:
    """Groups of annotations of one kind over the same spans, each in reading order."""
    found: tuple[tuple[Annotation, ...], ...] | None = document._cache.get("twins")
    if found is None:
        found = document._cache["twins"] = tuple(_twins(document.annotations))
    return found


def _twins(annotations: tuple[Annotation, ...]) -> Iterable[tuple[Annotation, ...]]:
    # In reading order those over the same words follow each other, apart from ones with gaps.
    starts = [annotation.spans for annotation in annotations]
    if len(set(starts)) == len(starts):
        return
    by_spans = sorted((number for number, spans in enumerate(starts) if spans), key=lambda number: starts[number])
    for _, group in groupby(by_spans, key=lambda number: starts[number]):
        numbers = sorted(group)
        if len(numbers) > 1:
            by_kind: dict[str, list[Annotation]] = {}
            for number in numbers:
                by_kind.setdefault(kind_of(annotations[number]), []).append(annotations[number])
            yield from (tuple(alike) for alike in by_kind.values() if len(alike) > 1)


def kind_of(annotation: Annotation) -> str:
    """The kind as written."""
    return annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND


def attributes(document: Document, annotation: Annotation) -> Mapping[str, Any]:
    """What is stated of an annotation beside its id and its note: the attributes as written, lists as tuples."""
    raw = document.raw(annotation)
    if raw is not None:
        return {
            key: tuple(attribute.value) if isinstance(attribute.value, list) else attribute.value
            for key, attribute in raw.attributes.items()
            if key != "note"
        }
    found: dict[str, Any] = {}
    for key, field in fields_of_class(type(annotation)).items():
        value = getattr(annotation, field.name)
        if key != "note" and value is not None and value != field.default and not field.is_reference:
            written = written_value(field, value)
            found[key] = tuple(written) if isinstance(written, list) else written
        elif field.is_reference and value:
            found[key] = value
    return found
