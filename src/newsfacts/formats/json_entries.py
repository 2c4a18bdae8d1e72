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
    opening, between, closing = f'"spans": {table.pair}{table.between}"words": '.split("%d")
    beginnings: dict[type, str] = {}
    write_fields = _FieldsWriter(table, layout_of(indent, table.inner)).written
    text, last = document.text, table.table[1]
    found: list[str] = []
    for annotation, fields in zip(document.annotations, all_written_fields(document), strict=True):
        beginning = beginnings.get(annotation.__class__)
        if beginning is None:
            kind = f'"kind": {encode_basestring(annotation.KIND)}{table.between}'
            beginning = "" if isinstance(annotation, UnknownKind) else table.table[0] + kind
            beginnings[annotation.__class__] = beginning
        others = write_fields(fields) if fields else ""
        spans = annotation.spans
        if len(spans) != 1 or not beginning or others is None:
            found.append(written_json(annotation_data(document, annotation, fields), indent, outer.inner))
            continue
        [span] = spans
        start, end = span.start, span.end
        if annotation.id is not None:
            beginning += f'"id": {encode_basestring(annotation.id)}{table.between}'
        words = encode_basestring(text[start:end])
        found.append(f"{beginning}{opening}{start}{between}{end}{closing}{words}{others}{last}")
    return outer.list[0] + outer.between.join(found) + outer.list[1]


class _FieldsWriter:
    """Writes the fields of annotations, each with what is between it and the one before."""

    def __init__(self, table: Layout, inside: Layout) -> None:
        self.table = table
        self.opening, self.closing = inside.list
        self.between = inside.between.join
        self.keys: dict[str, str] = {}

    def written(self, fields: Fields) -> str | None:
        """The fields of one annotation; None where one is named as what says its kind, its id or its place."""
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
