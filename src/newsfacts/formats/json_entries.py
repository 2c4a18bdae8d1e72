"""Stand-off documents as JSON text. Most annotations are written as text at once, which takes half of the time that data of them take."""

from __future__ import annotations

from json.encoder import encode_basestring

from newsfacts.building.written import all_written_fields
from newsfacts.formats.json_writer import JsonText, Layout, layout_of, write_json, written_json
from newsfacts.formats.standoff import Fields, annotation_data, standoff_head
from newsfacts.model import Document, UnknownKind

__all__ = ["write_standoff_json"]

_OWN_KEYS = frozenset({"kind", "id", "spans", "words"})


def write_standoff_json(document: Document, indent: int | None = None) -> str:
    """What `write_json` makes of `standoff_data`."""
    return write_json({**standoff_head(document), "annotations": JsonText(entries(document, indent))}, indent)


def entries(document: Document, indent: int | None) -> str:
    """The list of the annotations."""
    if not document.annotations:
        return "[]"
    outer = layout_of(indent, layout_of(indent, "").inner)
    table = layout_of(indent, outer.inner)
    where = f'"spans": {table.pair}{table.between}"words": '
    kinds: dict[type, str] = {}
    text = document.text
    found: list[str] = []
    for annotation, fields in zip(document.annotations, all_written_fields(document), strict=True):
        spans = annotation.spans
        if len(spans) != 1 or isinstance(annotation, UnknownKind) or not fields.keys().isdisjoint(_OWN_KEYS):
            found.append(written_json(annotation_data(document, annotation, fields), indent, outer.inner))
            continue
        [span] = spans
        start, end = span.start, span.end
        kind = kinds.get(annotation.__class__)
        if kind is None:
            kind = kinds[annotation.__class__] = f'"kind": {encode_basestring(annotation.KIND)}{table.between}'
        id = annotation.id
        named = "" if id is None else f'"id": {encode_basestring(id)}{table.between}'
        others = written_fields(fields, table, indent) if fields else ""
        words = encode_basestring(text[start:end])
        found.append(table.table[0] + kind + named + where % (start, end) + words + others + table.table[1])
    return outer.list[0] + outer.between.join(found) + outer.list[1]


def written_fields(fields: Fields, table: Layout, indent: int | None) -> str:
    """The fields of an annotation, each with what is between it and the one before."""
    found = ""
    for key, value in fields.items():
        if isinstance(value, str):
            written = encode_basestring(value)
        elif value:
            layout = layout_of(indent, table.inner)
            written = layout.list[0] + layout.between.join(map(encode_basestring, value)) + layout.list[1]
        else:
            written = "[]"
        found += f"{table.between}{encode_basestring(key)}: {written}"
    return found
