"""doccano, in JSON Lines: a text a line, with labelled spans and relations between them.

    {"text": "Weiss said no.", "label": [[0, 5, "source"]]}
    {"text": "Weiss said no.", "entities": [{"id": 0, "label": "source", "start_offset": 0, "end_offset": 5}],
     "relations": [{"id": 0, "from_id": 1, "to_id": 0, "type": "source"}]}

doccano counts UTF-16 units, or characters as a reader sees them where a project says so, and its files do not say which: the unit is the one
in which all spans of a text begin and end between words. Where that leaves several open, the spans are not taken over, with an error.
Labels of a whole text, categories and comments are losses. Source: the examples of doccano's import and export.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from newsfacts.findings import ReaderCode
from newsfacts.formats.comments import comment_losses
from newsfacts.formats.detection import Sample
from newsfacts.formats.json_records import (
    HEAD,
    RELATIONS,
    VALUES,
    numbered,
    own_fields,
    own_head,
    records_of,
    single,
    take_own,
    whole_number,
)
from newsfacts.formats.json_writer import write_json
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marking import Gaps, Limits, marked
from newsfacts.formats.marks import Marks
from newsfacts.formats.offset_units import OffsetUnit, UnitFinder
from newsfacts.immutable import frozen
from newsfacts.model import Document
from newsfacts.raw import Loss, Origin, RawDocument
from newsfacts.strict_yaml import Mapping, Node, Scalar, Sequence
from newsfacts.strict_yaml.tables import items_of
from newsfacts.text.source import SourceText

__all__ = ["fits", "losses", "read", "write"]

_UNIT = "newsfacts_unit"
_TEXTS, _SPANS = ("text", "data"), ("entities", "label", "labels", "spans")
_UNITS = (OffsetUnit.UTF16, OffsetUnit.CODE_POINTS, OffsetUnit.GRAPHEMES)
_LIMITS = Limits(name=numbered, gaps=Gaps.LINKED)
_KNOWN = frozenset({"id", "relations", "Comments", "comments", HEAD, VALUES, RELATIONS, _UNIT, *_TEXTS, *_SPANS})


def fits(sample: Sample) -> bool:
    """Whether the first record has spans as doccano writes them."""
    record = sample.record
    spans: list[Any] = next((record[key] for key in _SPANS[:3] if isinstance(record.get(key), list)), [])
    first = spans[0] if spans else None
    is_triple = isinstance(first, list) and len(first) == 3 and isinstance(first[2], str)
    is_table = isinstance(first, dict) and {"start_offset", "end_offset", "label"} <= first.keys()
    return any(isinstance(record.get(key), str) for key in _TEXTS) and (is_triple or is_table)


def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """A document for each record."""
    source = SourceText(text)
    for record, problems in records_of(source, path, "a doccano record"):
        words = next((found for key in _TEXTS if record and (found := single(record, key)) is not None), None)
        marks = Marks(source, path, words.raw if words is not None else "", mapping, problems)
        if record is None:
            yield marks.document()
        elif words is None:
            marks.report(ReaderCode.BROKEN_YAML, "this record has no text", record.start, record.end)
            yield marks.document()
        else:
            head = _Record(marks, record).read()
            yield marks.document(origin=Origin(path=path, source=source, text_range=(words.start, words.end)), **head)


@frozen
class _Entity:
    id: str
    label: str
    pair: tuple[int, int]
    node: Node


class _Record:
    def __init__(self, marks: Marks, record: Mapping) -> None:
        self.marks = marks
        self.record = record
        self.names: dict[str, str] = {}

    def read(self) -> dict[str, Any]:
        """Take down the annotations; what the head of the document is read from is returned."""
        entities = [entity for key in _SPANS for item in self.items(key) if (entity := self.entity(item)) is not None]
        unit = self.unit([entity.pair for entity in entities])
        for entity in entities:
            self.take(entity, unit)
        for item in items_of(self.record.get("relations")):
            self.relation(item)
        for entry in self.record.entries:
            if entry.key.raw not in _KNOWN or entry.key.raw in ("Comments", "comments"):
                words = self.marks.source.slice(entry.value.start, entry.value.end)
                if words not in ("[]", "{}", "null", '""'):
                    self.marks.lose(f"{entry.key.raw} of the record", words, entry.key.start, entry.value.end)
        return take_own(self.marks, self.record, self.names)

    def items(self, key: str) -> tuple[Node, ...]:
        return items_of(self.record.get(key))

    def entity(self, item: Node) -> _Entity | None:
        """A labelled span in either form; None for a label of the whole text, and for what is neither."""
        number = str(len(self.names))
        if isinstance(item, Scalar):
            self.marks.lose("a label of the whole text", item.raw, item.start, item.end)
            return None
        if isinstance(item, Sequence) and len(item.items) == 3:
            parts: tuple[Node | None, ...] = item.items
        elif isinstance(item, Mapping):
            parts = (item.get("start_offset"), item.get("end_offset"), item.get("label"))
            number = given.raw if (given := single(item, "id")) is not None else number
        else:
            parts = ()
        start, end = (whole_number(part) for part in parts[:2]) if len(parts) == 3 else (None, None)
        label = parts[2] if len(parts) == 3 else None
        if start is None or end is None or not isinstance(label, Scalar):
            message = "a labelled span is a start, an end and a label"
            self.marks.report(ReaderCode.BROKEN_YAML, message, item.start, item.end)
            return None
        self.names.setdefault(number, f"e{number}")
        return _Entity(f"e{number}", label.raw, (start, end), item)

    def unit(self, pairs: list[tuple[int, int]]) -> OffsetUnit | None:
        """What the offsets of this record count."""
        self.finder = UnitFinder(self.marks.text)
        stated = single(self.record, _UNIT)
        if stated is not None and stated.raw in [unit.value for unit in OffsetUnit]:
            return OffsetUnit(stated.raw)
        return self.finder.unit(pairs, (), _UNITS)

    def take(self, entity: _Entity, unit: OffsetUnit | None) -> None:
        start, end = entity.node.start, entity.node.end
        if unit is None:
            message = f"the offsets {entity.pair[0]}..{entity.pair[1]} may be UTF-16 units, code points or graphemes, and nothing says which"
            self.marks.report(
                ReaderCode.SPAN_OUTSIDE_TEXT, message, start, end, f'write "{_UNIT}": "code points" into the record'
            )
            self.marks.lose("a span whose offsets have no certain unit", entity.label, start, end)
            self.marks.others.add(entity.id)
            return
        span = self.finder.span(*entity.pair, unit)
        if span is None:
            where = f"lies outside the text, or ends within a character, counted in {unit}"
            self.marks.report(
                ReaderCode.SPAN_OUTSIDE_TEXT, f"the span {entity.pair[0]}..{entity.pair[1]} {where}", start, end
            )
        spans = () if span is None else (span,)
        self.marks.mark(entity.id, entity.label, spans, start, end, keeps_id=False)

    def relation(self, item: Node) -> None:
        if not isinstance(item, Mapping):
            self.marks.report(ReaderCode.BROKEN_YAML, "a relation is a table", item.start, item.end)
            return
        first, second, name = (single(item, key) for key in ("from_id", "to_id", "type"))
        if first is None or second is None or name is None:
            message = "a relation has from_id, to_id and type"
            self.marks.report(ReaderCode.BROKEN_YAML, message, item.start, item.end)
            return
        self.marks.relation(name.raw, f"e{first.raw}", f"e{second.raw}", item.start, item.end)


def losses(document: Document, mapping: LabelMapping) -> Iterable[Loss]:
    """What of a document a record has no place for."""
    yield from marked(document, mapping, _LIMITS).losses
    yield from comment_losses(document)


def write(document: Document, mapping: LabelMapping) -> str:
    """A record with entities and relations; offsets are UTF-16 units, which doccano takes unless a project says otherwise."""
    found = marked(document, mapping, _LIMITS)
    source = SourceText(document.text)
    numbers = {mark.id: number for number, mark in enumerate(found.marks)}
    entities = [
        {
            "id": numbers[mark.id], "label": mark.label,
            "start_offset": source.utf16_offset(mark.spans[0].start), "end_offset": source.utf16_offset(mark.spans[0].end),
        }
        for mark in found.marks
    ]  # fmt: skip
    relations = [
        {"id": number, "from_id": numbers[one.source], "to_id": numbers[one.target], "type": one.name}
        for number, one in enumerate(found.relations)
    ]
    values = own_fields(found, frozenset(one.name for one in found.relations)).get(VALUES, {})
    record: dict[str, Any] = {"text": document.text, "entities": entities, "relations": relations}
    record |= own_head(document)
    if values:
        record[VALUES] = {str(numbers[id]): fields for id, fields in values.items()}
    if not document.text.isascii():
        record[_UNIT] = OffsetUnit.UTF16.value
    return write_json(record) + "\n"
