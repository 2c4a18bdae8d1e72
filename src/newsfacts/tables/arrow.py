"""Rows as Arrow, for Parquet and for libraries that take Arrow streams: the only module that needs pyarrow."""

from __future__ import annotations

import importlib
import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from newsfacts.errors import UsageError
from newsfacts.tables.columns import Column, ColumnType, Value

__all__ = ["ROWS_PER_BATCH", "batches", "load_pyarrow", "reader", "schema_of"]

ROWS_PER_BATCH = 4096
"""How many rows are kept in memory at a time."""


class HasRows(Protocol):
    """A table."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns."""
        ...

    def __iter__(self) -> Iterator[dict[str, Value]]: ...


def load_pyarrow(module: str = "pyarrow") -> Any:
    """pyarrow, or a module of it. Raises `UsageError` that says how to install it, where it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError:
        raise UsageError(
            "Arrow and Parquet need pyarrow, which is not installed: pip install 'newsfacts[arrow]'"
        ) from None


def schema_of(columns: Iterable[Column]) -> Any:
    """The Arrow schema of a table. What a column means is in the metadata of its field, under `description`."""
    arrow = load_pyarrow()
    types: Mapping[ColumnType, Any] = {
        ColumnType.TEXT: arrow.string(), ColumnType.INTEGER: arrow.int64(), ColumnType.NUMBER: arrow.float64(),
        ColumnType.BOOLEAN: arrow.bool_(),
    }  # fmt: skip
    return arrow.schema([
        arrow.field(
            column.name, types[column.type], nullable=not column.required, metadata={"description": column.doc}
        )
        for column in columns
    ])  # fmt: skip


def batches(rows: Iterable[Mapping[str, Value]], schema: Any) -> Iterator[Any]:
    """The rows in batches of `ROWS_PER_BATCH`."""
    arrow = load_pyarrow()
    waiting = iter(rows)
    while batch := list(itertools.islice(waiting, ROWS_PER_BATCH)):
        yield arrow.RecordBatch.from_pylist(batch, schema=schema)


def reader(table: HasRows) -> Any:
    """The rows of a table as an Arrow stream, made when they are read."""
    schema = schema_of(table.columns)
    return load_pyarrow().RecordBatchReader.from_batches(schema, batches(table, schema))
