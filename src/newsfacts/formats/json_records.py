"""Records of annotation tools in JSON: one a line, or a list of them. For their readers, and what their writers add of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsfacts.building.written import written_metadata
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.json_nodes import read_json
from newsfacts.formats.marking import Mark, Marked, MarkRelation
from newsfacts.formats.marks import Marks
from newsfacts.model import Document
from newsfacts.strict_yaml import Mapping as Table
from newsfacts.strict_yaml import Node, Scalar, Sequence
from newsfacts.strict_yaml.tables import Shapes, items_of
from newsfacts.text.lines import filled_lines
from newsfacts.text.source import SourceText

__all__ = ["HEAD", "RELATIONS", "VALUES", "own_fields", "own_head", "records_of", "single", "take_own", "whole_number"]

HEAD, VALUES, RELATIONS = "newsfacts_head", "newsfacts_values", "newsfacts_relations"
"""Keys of our own in a record: the head of the document, the fields of its annotations, and references between them."""

_WHOLE_LINE = re.compile(r"\s*\{.*\}\s*")


def records_of(source: SourceText, path: str | None, what: str) -> Iterator[tuple[Table | None, ProblemList]]:
    """Each record of a file with the problems of reading it; None for one that is not a table. `what` is one record.

    The records are one a line, or a list, or there is one, over several lines.
    """
    text = source.string
    first = next(filled_lines(text), None)
    if first is not None and _WHOLE_LINE.fullmatch(text, first.start, first.end):
        parts = [(line.start, line.end) for line in filled_lines(text)]
    else:
        parts = [(0, len(text))]
    for start, end in parts:
        problems = ProblemList()
        parsed = read_json(text, start, end)
        shapes = Shapes(problems, path, source)
        if isinstance(parsed.node, Sequence) and not parsed.problems:
            for item in parsed.node.items:
                own = ProblemList()
                if isinstance(item, Table):
                    yield item, own
                else:
                    Shapes(own, path, source).complain(f"{what} is a table", item)
                    yield None, own
        else:
            yield shapes.root(parsed, f"{what} is a table", if_empty=f"this file has no {what}"), problems


def single(node: Table, key: str) -> Scalar | None:
    """The single value of a key; None where there is none, or null."""
    found = node.get(key)
    return found if isinstance(found, Scalar) and found.value is not None else None


def whole_number(node: Node | None) -> int | None:
    """A node as a whole number from 0 on."""
    value = node.value if isinstance(node, Scalar) else None
    return value if type(value) is int and value >= 0 else None


# -- What a record has of our own
def own_head(document: Document) -> dict[str, Any]:
    """The key for the head of a document, where it has one."""
    head = written_metadata(document)
    return {HEAD: head} if head else {}


def own_fields(found: Marked, written: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The keys for the fields of annotations and the references between them, by the ids of their marks."""
    values = {mark.id: _values(mark) for mark in found.marks if mark.attributes}
    relations = [[one.name, one.source, one.target] for one in found.relations if one.name not in written]
    return {**({VALUES: values} if values else {}), **({RELATIONS: relations} if relations else {})}


def _values(mark: Mark) -> dict[str, Any]:
    return {name: values[0] if len(values) == 1 else list(values) for name, values in mark.attributes.items()}


def take_own(marks: Marks, record: Table, names: Mapping[str, str]) -> dict[str, Any]:
    """Take down what a record has of our own; `names` has the mark of each id. Returns what the document's head is read from."""
    values = record.get(VALUES)
    for entry in values.entries if isinstance(values, Table) else ():
        for field in entry.value.entries if isinstance(entry.value, Table) else ():
            for item in items_of(field.value):
                if isinstance(item, Scalar):
                    name = names.get(entry.key.raw, entry.key.raw)
                    marks.attribute(name, field.key.raw, item.raw, item.start, item.end)
    for item in items_of(record.get(RELATIONS)):
        words = [part.raw for part in items_of(item) if isinstance(part, Scalar)]
        if len(words) == 3:
            name, first, second = words
            marks.relation(name, names.get(first, first), names.get(second, second), item.start, item.end)
        else:
            marks.report(ReaderCode.BROKEN_YAML, "a relation is its name and two ids", item.start, item.end)
    head = record.get(HEAD)
    return {"metadata": head} if isinstance(head, Table) and head.entries else {}


def numbered(number: int, _: object) -> str:
    """The name of a mark in tools that number them."""
    return str(number)


def is_reference(relation: MarkRelation) -> bool:
    """Whether a relation is one between annotations, and not one that joins the fragments of one."""
    return relation.field != "spans"
