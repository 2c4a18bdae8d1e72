"""What goes between workers and the driver: rows of documents and of facts, with schemas for Arrow and for Spark.

A document's row has what is left of its `DocumentFacts` without the facts, as bytes; each of its facts is a row of plain values.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from newsfacts.checking.document import Result
from newsfacts.checking.document_facts import DocumentFacts
from newsfacts.checking.one_file import CheckedFile, FileResult
from newsfacts.checking.stored_results import packed, unpacked
from newsfacts.errors import NewsfactsError
from newsfacts.rules.corpus_rule import Fact
from newsfacts.tables.arrow import load_pyarrow

__all__ = [
    "DOCUMENTS_PER_FILE",
    "DOCUMENT_COLUMNS",
    "FACT_COLUMNS",
    "STATED_COLUMNS",
    "arrow_schema",
    "document_id",
    "document_row",
    "documents_from",
    "fact_rows",
    "spark_schema",
]  # fmt: skip

_NAMES = tuple(name for name in attrs.fields_dict(Fact) if name not in ("number", "document"))
_TYPES = {"int": "bigint", "int | None": "bigint", "bool": "boolean", "float | None": "double"}
_ARROW = {"bigint": "int64", "boolean": "bool_", "double": "float64", "string": "string", "binary": "binary"}

FACT_COLUMNS: Mapping[str, str] = {
    "document": "bigint",
    "number": "bigint",
    **{
        "speaker" if name == "by" else name: _TYPES.get(str(attrs.fields_dict(Fact)[name].type), "string")
        for name in _NAMES
    },
}
"""The columns of facts, with their types in Spark: those of `Fact`, its document and its number there; `by` is `speaker`."""

DOCUMENT_COLUMNS: Mapping[str, str] = {"document": "bigint", "suppresses": "boolean", "packed": "binary"}
"""The columns of documents: which one, whether it suppresses findings across documents, and the rest as bytes."""

STATED_COLUMNS: Mapping[str, str] = {**FACT_COLUMNS, **DOCUMENT_COLUMNS}
"""Both in one frame: a row of a document has no `kind`, and a row of a fact has no `packed`."""

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def spark_schema(columns: Mapping[str, str]) -> str:
    """The columns as Spark declares them."""
    return ", ".join(f"`{name}` {type}" for name, type in columns.items())


def arrow_schema(columns: Mapping[str, str]) -> Any:
    """The columns as Arrow declares them."""
    arrow = load_pyarrow()
    return arrow.schema([(name, getattr(arrow, _ARROW[type])()) for name, type in columns.items()])


DOCUMENTS_PER_FILE = 1 << 24
"""Documents of one file are numbered within so many."""


def document_id(file: int | None, path: str | None, place: int) -> int:
    """A number of 63 bits for a document, from the number of its file and its place there.

    Where files have no order, it is made of the path, and differs for every path and place.
    """
    if file is not None:
        return file * DOCUMENTS_PER_FILE + place
    name = f"{path or ''}\x1f{place}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(name, digest_size=8).digest(), "big") >> 1


def document_row(document: int, found: DocumentFacts) -> dict[str, Any]:
    """The row of a document."""
    rest = attrs.evolve(found, rows=())
    carrier = CheckedFile(FileResult(path=found.path or "", result=Result()), (rest,))
    return {"document": document, "suppresses": found.suppressions is not None, "packed": packed(carrier)}


def fact_rows(document: int, found: DocumentFacts) -> Iterator[dict[str, Any]]:
    """The rows of its facts. A path that is the document's own is not repeated; of what is kept once, one is enough."""
    once: set[tuple[Any, ...]] = set()
    kind, key, value, path, kept_once = (_NAMES.index(name) for name in ("kind", "key", "value", "path", "once"))
    for number, row in enumerate(found.rows):
        if row[kept_once]:
            if (row[kind], row[key], row[value]) in once:
                continue
            once.add((row[kind], row[key], row[value]))
        cells = list(row)
        if cells[path] == found.path:
            cells[path] = None
        yield dict(zip(FACT_COLUMNS, (document, number, *map(clean, cells)), strict=True))


def clean(cell: Any) -> Any:
    """A cell without half characters, which Arrow does not take."""
    if isinstance(cell, str) and not cell.isascii():
        return _HALF_CHARACTER.sub(lambda half: f"\\u{ord(half[0]):04x}", cell)
    return cell


def documents_from(
    documents: Iterable[Mapping[str, Any]], facts: Iterator[Mapping[str, Any]]
) -> Iterator[DocumentFacts]:
    """Documents with their facts again, from rows that are both in the order of `document`."""
    fact = next(facts, None)
    for row in documents:
        number = row["document"]
        found = document_of(row["packed"])
        rows = []
        while fact is not None and fact["document"] == number:
            cells = [fact[name] for name in FACT_COLUMNS][2:]
            at = _NAMES.index("path")
            cells[at] = found.path if cells[at] is None else cells[at]
            rows.append(tuple(cells))
            fact = next(facts, None)
        yield attrs.evolve(found, rows=tuple(rows))


def document_of(data: bytes) -> DocumentFacts:
    """What `document_row` has packed."""
    found = unpacked(bytes(data))
    if found is None or len(found.facts) != 1:
        raise NewsfactsError("the facts of a document are damaged: delete what the run has kept, and begin again")
    return found.facts[0]
