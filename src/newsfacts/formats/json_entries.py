"""Stand-off documents as JSON text. Most annotations are written as text at once, which takes half of the time that data of them take."""

from __future__ import annotations

from collections.abc import Sequence
from json.encoder import encode_basestring
from typing import Any

from newsfacts.building.written import (
    Stated,
    are_the_same,
    relations_by_source,
    roles_by_nesting,
    stated_in,
    written_fields,
    written_value,
)
from newsfacts.formats.json_writer import JsonText, Layout, layout_of, write_json, written_json
from newsfacts.formats.standoff import Fields, annotation_data, standoff_head
from newsfacts.model import Annotation, Document, UnknownKind
from newsfacts.schema.kinds import Field

__all__ = ["write_standoff_json"]

_OWN_KEYS = frozenset({"kind", "id", "spans", "words"})

MAX_KNOWN = 1_000
"""Of how many references it is kept how they are written."""


def write_standoff_json(document: Document, indent: int | None = None) -> str:
    """What `write_json` makes of `standoff_data`."""
    return write_json({**standoff_head(document), "annotations": JsonText(entries(document, indent))}, indent)


def entries(document: Document, indent: int | None) -> str:
    """The list of the annotations."""
    if not document.annotations:
        return "[]"
    outer = layout_of(indent, layout_of(indent, "").inner)
    table = layout_of(indent, outer.inner)
    opening, between, closing = f'"spans": {table.pair}{table.between}"words": '.split("%d")
    ways: dict[Any, tuple[Stated, str]] = {}  # what finds the fields of a kind, and how its annotations begin
    writer = _FieldsWriter(document, table, layout_of(indent, table.inner))
    related = document.derived(relations_by_source) if document.relations else ()
    text, last = document.text, table.table[1]
    found: list[str] = []
    for annotation in document.annotations:
        cls: Any = annotation.__class__
        way = ways.get(cls)
        if way is None:
            kind = f'{table.table[0]}"kind": {encode_basestring(annotation.KIND)}{table.between}'
            way = ways[cls] = (stated_in(cls), "" if isinstance(annotation, UnknownKind) else kind)
        find_stated, beginning = way
        others: str | None = ""
        if annotation.extra or (related and id(annotation) in related):
            others = writer.written(written_fields(annotation, document))
        elif stated := find_stated(annotation):
            others = writer.stated(annotation, stated)
        spans = annotation.spans
        if len(spans) != 1 or not beginning or others is None:
            data = annotation_data(document, annotation, written_fields(annotation, document))
            found.append(written_json(data, indent, outer.inner))
            continue
        [span] = spans
        start, end = span.start, span.end
        if annotation.id is not None:
            beginning += f'"id": {encode_basestring(annotation.id)}{table.between}'
        words = encode_basestring(text[start:end])
        found.append(f"{beginning}{opening}{start}{between}{end}{closing}{words}{others}{last}")
    return outer.list[0] + outer.between.join(found) + outer.list[1]


class _FieldsWriter:
    """Writes the fields of the annotations of a document, each with what is between it and the one before."""

    def __init__(self, document: Document, table: Layout, inside: Layout) -> None:
        self.nested = roles_by_nesting(document)
        self.table = table
        self.opening, self.closing = inside.list
        self.between = inside.between.join
        self.keys: dict[str, str] = {}
        self.known: dict[tuple[int, int], str] = {}
        """What is written of a reference, by the identity of its field and of its value: the same few come again and again."""

    def stated(self, annotation: Annotation, stated: Sequence[tuple[Field, Any]]) -> str | None:
        """The fields of an annotation that nesting does not give; None as for `written`."""
        nested = self.nested.get(id(annotation))
        found = ""
        for field, value in stated:
            given = nested.get(field.name) if nested else None
            if given is not None and are_the_same(value, given):
                continue
            key = (id(field), id(value))
            known = self.known.get(key)
            if known is None:
                known = self.written({field.key: written_value(field, value)})
                if known is None:
                    return None
                if field.is_reference and len(self.known) < MAX_KNOWN:
                    self.known[key] = known
            found += known
        return found

    def written(self, fields: Fields) -> str | None:
        """Fields as they are written; None where one is named as what says the kind, the id or the place of an annotation."""
        found = ""
        for key, value in fields.items():
            before = self.keys.get(key)
            if before is None:
                if key in _OWN_KEYS:
                    return None
                before = self.keys[key] = f"{self.table.between}{encode_basestring(key)}: "
            if isinstance(value, str):
                found += before + encode_basestring(value)
            elif value:
                items = encode_basestring(value[0]) if len(value) == 1 else self.between(map(encode_basestring, value))
                found += before + self.opening + items + self.closing
            else:
                found += before + "[]"
        return found
