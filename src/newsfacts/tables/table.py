"""`newsfacts.table`: the facts of documents as rows, made one after the other when they are asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.model import Document
from newsfacts.tables.columns import Column, TableDefinition, Value
from newsfacts.tables.definitions import definition_of
from newsfacts.tables.reading import Rows, rows_of

__all__ = ["Table", "table"]


@attrs.frozen
class Table:
    """Rows of one kind. Going through it reads the documents, so memory stays the same however many they are.

    Each row is a dictionary with a cell for every column. What takes Arrow streams (pyarrow, polars, DuckDB, pandas 3)
    takes a table as it is, where the extra `newsfacts[arrow]` is installed.
    """

    definition: TableDefinition
    source: Rows = attrs.field(repr=False)

    @property
    def name(self) -> str:
        """The name of the table."""
        return self.definition.name

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, each with its type and what it means."""
        return self.definition.columns

    def __iter__(self) -> Iterator[dict[str, Value]]:
        definition = self.definition
        if definition.items is None:
            yield from map(definition.row, self.source.findings())
            return
        for document in self.source.documents():
            yield from map(definition.row, definition.items(document))

    def to_arrow(self) -> Any:
        """All rows as a `pyarrow.Table`. Raises `UsageError` where pyarrow is not installed."""
        from newsfacts.tables.arrow import reader

        return reader(self).read_all()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows as an Arrow stream (Arrow PyCapsule interface), in batches."""
        from newsfacts.tables.arrow import reader

        stream: object = reader(self).__arrow_c_stream__(requested_schema)
        return stream

    def write(self, path: str | os.PathLike[str], *, format: str | None = None) -> int:
        """Write all rows to a file, whole or not at all, and return their number. The ending says the format: .csv, .jsonl, .parquet or .arrow.

        Raises `UsageError` for another ending without `format`, and `NewsfactsError` where the file cannot be written.
        """
        from newsfacts.tables.writing import write_table

        return write_table(self, os.fspath(path), format)


def table(
    documents: Document | str | os.PathLike[str] | Iterable[Document] | Iterable[str | os.PathLike[str]],
    name: str,
    *,
    configuration: Configuration | None = None,
    format: str | None = None,
) -> Table:
    """A table of documents, or of files and folders: `newsfacts.table("corpus", "counts")`.

    `name` is documents, mentions, quotes, claims, attributions, counts, times, verdicts, relations, annotations or
    findings. Nothing is read until the rows are gone through. Paths are found and read as by `check_files`, with the
    configuration of their project unless one is given; `format` is that of the files, where their endings do not say it.
    A document that cannot be read has no annotations; why, is a row of `findings`.

    Raises `UsageError` for another name and for what is neither a document nor a path.
    """
    source: Any = rows_of(documents, configuration, format=format)
    return Table(definition_of(name), source)
