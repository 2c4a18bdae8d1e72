"""Rows to files and streams: CSV and JSON Lines by ourselves, Parquet and Arrow by pyarrow. All have the same rows."""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, BinaryIO, Protocol

from newsfacts.errors import UsageError
from newsfacts.files import written_atomically
from newsfacts.immutable import FrozenDict, frozen
from newsfacts.tables.columns import Column, ColumnType, Row, Value
from newsfacts.tables.table import Table
from newsfacts.text.suggestions import suggestion

__all__ = [
    "FORMATS",
    "RowWriter",
    "TableFormat",
    "closed_at_the_end",
    "csv_line",
    "file_writer",
    "format_named",
    "format_of",
    "jsonl_line",
    "write_table",
]

_NEEDS_QUOTES = re.compile('[",\r\n]|\\A[ \t]|[ \t]\\Z')
_FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What makes a spreadsheet take a cell as a formula at its beginning: also the full-width forms of the signs."""


class RowWriter(Protocol):
    """Takes rows one by one; `close` writes what is left, `abandon` gives up after an error."""

    def write(self, row: Row) -> None: ...

    def close(self) -> None: ...

    def abandon(self) -> None: ...


# -- Text formats ------------------------------------------------------------------------------------------------------


def csv_cell(value: Value) -> str:
    """A cell of CSV (RFC 4180): nothing for null, `""` for an empty text, true and false, and a float as Python writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    if not value or _NEEDS_QUOTES.search(value):
        return '"' + value.replace('"', '""') + '"'
    return value


def csv_line(cells: Iterable[Value]) -> str:
    """A line of CSV, with its end."""
    return ",".join(map(csv_cell, cells)) + "\r\n"


def jsonl_line(row: Row) -> str:
    """A line of JSON Lines, with its end."""
    return json.dumps(dict(row), ensure_ascii=False, allow_nan=False) + "\n"


def for_spreadsheets(columns: Iterable[Column]) -> Callable[[Row], Row]:
    """Puts an apostrophe before each text cell that a spreadsheet would take as a formula."""
    texts = [column.name for column in columns if column.type is ColumnType.TEXT]

    def changed(row: Row) -> Row:
        dangerous = {name: f"'{cell}" for name in texts if isinstance(cell := row[name], str) and _FORMULA.match(cell)}
        return {**row, **dangerous} if dangerous else row

    return changed


class LineWriter:
    """Writes rows as lines of text, in UTF-8."""

    def __init__(
        self, stream: BinaryIO, columns: tuple[Column, ...], *, spreadsheet: bool = False, csv: bool = True
    ) -> None:
        self.stream = stream
        self.csv = csv
        self.changed: Callable[[Row], Row] | None = for_spreadsheets(columns) if spreadsheet else None
        if csv:
            stream.write(csv_line(column.name for column in columns).encode("utf-8"))

    def write(self, row: Row) -> None:
        """Write one row."""
        if self.changed is not None:
            row = self.changed(row)
        line = csv_line(row.values()) if self.csv else jsonl_line(row)
        self.stream.write(line.encode("utf-8"))

    def close(self) -> None:
        """Nothing is left: every row has been written."""

    def abandon(self) -> None:
        """Nothing has to be given back."""


def _csv(stream: BinaryIO, columns: tuple[Column, ...], spreadsheet: bool) -> RowWriter:
    return LineWriter(stream, columns, spreadsheet=spreadsheet)


def _jsonl(stream: BinaryIO, columns: tuple[Column, ...], spreadsheet: bool) -> RowWriter:
    return LineWriter(stream, columns, csv=False)


# -- Formats of pyarrow ------------------------------------------------------------------------------------------------


class Counted:
    """A stream that knows how many bytes it was given, since a pipe does not."""

    closed = False

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.written: int = 0

    def write(self, data: bytes) -> int:
        """Pass it on."""
        self.stream.write(data)
        self.written += len(data)
        return len(data)

    def tell(self) -> int:
        """How many bytes were written."""
        return self.written

    def flush(self) -> None:
        """Pass it on."""
        self.stream.flush()

    def writable(self) -> bool:
        """True."""
        return True

    def readable(self) -> bool:
        """False."""
        return False

    def seekable(self) -> bool:
        """False."""
        return False

    def close(self) -> None:
        """The stream below is closed by whoever opened it."""


class BatchWriter:
    """Writes rows in batches, by pyarrow."""

    def __init__(self, stream: BinaryIO, columns: tuple[Column, ...], *, parquet: bool) -> None:
        from newsfacts.tables.arrow import load_pyarrow, schema_of

        arrow = load_pyarrow()
        self.arrow: Any = arrow
        self.schema: Any = schema_of(columns)
        self.waiting: list[Row] = []
        sink = arrow.PythonFile(Counted(stream), mode="w")
        if parquet:
            writer = load_pyarrow("pyarrow.parquet").ParquetWriter(sink, self.schema, compression="zstd")
        else:
            writer = arrow.ipc.new_file(sink, self.schema)
        self.writer: Any = writer

    def write(self, row: Row) -> None:
        """Write one row, with others."""
        from newsfacts.tables.arrow import ROWS_PER_BATCH

        self.waiting.append(row)
        if len(self.waiting) >= ROWS_PER_BATCH:
            self.flush()

    def flush(self) -> None:
        """Write the rows that wait."""
        if self.waiting:
            self.writer.write_batch(self.arrow.RecordBatch.from_pylist(self.waiting, schema=self.schema))
            self.waiting = []

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        self.flush()
        self.writer.close()

    def abandon(self) -> None:
        """Close what pyarrow has opened, as long as the stream below is still open."""
        with contextlib.suppress(Exception):  # the error that led here is the one that is reported
            self.writer.close()


def _parquet(stream: BinaryIO, columns: tuple[Column, ...], spreadsheet: bool) -> RowWriter:
    return BatchWriter(stream, columns, parquet=True)


def _arrow(stream: BinaryIO, columns: tuple[Column, ...], spreadsheet: bool) -> RowWriter:
    return BatchWriter(stream, columns, parquet=False)


# -- Which format ------------------------------------------------------------------------------------------------------


@frozen
class TableFormat:
    """A format of tables: its name, the ending of its files, and what makes its writers."""

    name: str
    open: Callable[[BinaryIO, tuple[Column, ...], bool], RowWriter]
    is_text: bool

    @property
    def ending(self) -> str:
        """The ending of its files."""
        return f".{self.name}"


FORMATS: Mapping[str, TableFormat] = FrozenDict({
    "csv": TableFormat("csv", _csv, is_text=True),
    "jsonl": TableFormat("jsonl", _jsonl, is_text=True),
    "parquet": TableFormat("parquet", _parquet, is_text=False),
    "arrow": TableFormat("arrow", _arrow, is_text=False),
})  # fmt: skip


def format_named(name: str) -> TableFormat:
    """The format of a name. Raises `UsageError`, with the nearest name, where there is none."""
    try:
        return FORMATS[name]
    except KeyError:
        known = ", ".join(FORMATS)
        raise UsageError(
            f"no format of tables is named {name!r}{suggestion(name, FORMATS)}; there are {known}"
        ) from None


def format_of(path: str) -> TableFormat:
    """The format that the ending of a path says. Raises `UsageError` where it says none."""
    name = os.path.splitext(path)[1].removeprefix(".").lower()
    if name not in FORMATS:
        endings = ", ".join(f".{each}" for each in FORMATS)
        raise UsageError(f"{path}: no format of tables has this ending; the endings are {endings}")
    return FORMATS[name]


def write_table(table: Table, path: str, format: str | None = None) -> int:
    """Write a table to a file, whole or not at all. Returns the number of rows."""
    with file_writer(path, table.columns, format_named(format) if format else format_of(path)) as writer:
        number = 0
        for row in table:
            writer.write(row)
            number += 1
    return number


@contextlib.contextmanager
def file_writer(
    path: str, columns: tuple[Column, ...], format: TableFormat, *, spreadsheet: bool = False
) -> Iterator[RowWriter]:
    """A writer into a file that replaces the one at the path at the end, if everything went well."""
    with written_atomically(path) as stream, closed_at_the_end(format.open(stream, columns, spreadsheet)) as writer:
        yield writer


@contextlib.contextmanager
def closed_at_the_end(writer: RowWriter) -> Iterator[RowWriter]:
    """The same writer; at the end what is left is written, after an error nothing."""
    try:
        yield writer
        writer.close()
    except BaseException:
        writer.abandon()
        raise
