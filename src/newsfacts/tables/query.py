"""SQL over the tables of documents, run by DuckDB in memory: only the tables that a query names are made, and no file can be opened.

A query is bound against empty tables before a document is read, so that a mistake in it is reported at once. Then the rows go
through a file of JSON Lines in the folder for temporary files, which DuckDB reads as fast as it can be written.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from newsfacts.errors import UsageError
from newsfacts.files import TEMPORARY_PREFIX
from newsfacts.tables.columns import Column, ColumnType, TableDefinition
from newsfacts.tables.definitions import TABLES
from newsfacts.tables.reading import Rows
from newsfacts.tables.writing import jsonl_line
from newsfacts.text.suggestions import suggestion

__all__ = ["Answer", "query"]

MAX_QUERY = 100_000
"""How many characters a query may have."""

FETCHED_TOGETHER = 1000
"""How many rows of an answer are in memory at a time."""

LEAST_OBJECT = 16 * 1024 * 1024
"""How many bytes DuckDB lets a row of JSON have by itself; more are asked for where a row needs them."""

_TYPES = {
    ColumnType.TEXT: "VARCHAR", ColumnType.INTEGER: "BIGINT", ColumnType.NUMBER: "DOUBLE", ColumnType.BOOLEAN: "BOOLEAN",
}  # fmt: skip


@attrs.frozen
class Answer:
    """The columns of an answer, and its rows, which can be gone through once."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]] = attrs.field(repr=False)


@contextlib.contextmanager
def query(sql: str, rows: Rows) -> Iterator[Answer]:
    """The answer to a query of one SELECT over the tables, whose names and columns are those of `TABLES`.

    Raises `UsageError` where DuckDB is not installed, and for anything else than one query, with the place of the mistake
    and the nearest name.
    """
    duckdb = load_duckdb()
    wanted = named_tables(duckdb, sql)
    connection = connect(duckdb)
    try:
        for definition in wanted:
            load(connection, definition, rows)
        close_doors(connection)
        with errors_explained(duckdb, sql):
            connection.execute(sql)
        columns = tuple(description[0] for description in connection.description or ())
        yield Answer(columns, fetched(duckdb, connection, sql))
    finally:
        connection.close()


def load_duckdb() -> Any:
    """The module duckdb. Raises `UsageError` that says how to install it, where it is not installed."""
    try:
        import duckdb
    except ImportError:
        raise UsageError("queries need DuckDB, which is not installed: pip install 'newsfacts[duckdb]'") from None
    return duckdb


def connect(duckdb: Any) -> Any:
    """An empty database in memory, which sees no variables of Python."""
    return duckdb.connect(config={"python_enable_replacements": "false", "autoinstall_known_extensions": "false"})


def close_doors(connection: Any) -> None:
    """From here on, no query can open a file or an address, load an extension or change that."""
    connection.execute("SET errors_as_json = true")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


# -- Before anything is read -------------------------------------------------------------------------------------------


def named_tables(duckdb: Any, sql: str) -> tuple[TableDefinition, ...]:
    """The tables that a query names. Raises `UsageError` where it is not one query, or names what does not exist."""
    if len(sql) > MAX_QUERY:
        raise UsageError(f"the query has {len(sql):,} characters; at most {MAX_QUERY:,} are read")
    connection = connect(duckdb)
    try:
        for definition in TABLES.values():
            connection.execute(f"CREATE TABLE {definition.name} ({columns_in_sql(definition.columns)})")
        close_doors(connection)
        with errors_explained(duckdb, sql):
            statements = connection.extract_statements(sql)
            if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
                raise UsageError("a query is one SELECT, such as: SELECT path, words, low FROM counts WHERE low > 100")
        explain = "EXPLAIN "
        with errors_explained(duckdb, sql, prefix=len(explain)):
            connection.execute(explain + sql)
        names = {name.lower() for name in connection.get_table_names(sql)}
    finally:
        connection.close()
    return tuple(definition for name, definition in TABLES.items() if name in names)


def columns_in_sql(columns: Sequence[Column]) -> str:
    """The columns of a table as `CREATE TABLE` has them."""
    return ", ".join(f'"{column.name}" {_TYPES[column.type]}' for column in columns)


# -- Loading -----------------------------------------------------------------------------------------------------------


def load(connection: Any, definition: TableDefinition, rows: Rows) -> None:
    """Make one table."""
    handle, path = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, suffix=".jsonl")
    try:
        longest = LEAST_OBJECT
        with os.fdopen(handle, "wb") as file:
            for row in rows_of_table(definition, rows):
                line = jsonl_line(row).encode("utf-8")
                longest = max(longest, len(line))
                file.write(line)
        types = ", ".join(f"'{column.name}': '{_TYPES[column.type]}'" for column in definition.columns)
        connection.execute(
            f"CREATE TABLE {definition.name} AS SELECT * FROM read_json(?, format = 'newline_delimited',"
            f" columns = {{{types}}}, maximum_object_size = {longest})",
            [path],
        )
    finally:
        os.unlink(path)


def rows_of_table(definition: TableDefinition, rows: Rows) -> Iterator[dict[str, Any]]:
    """The rows of a table."""
    if definition.items is None:
        yield from map(definition.row, rows.findings())
        return
    for document in rows.documents():
        yield from map(definition.row, definition.items(document))


def fetched(duckdb: Any, connection: Any, sql: str) -> Iterator[tuple[Any, ...]]:
    """The rows of an answer."""
    while True:
        with errors_explained(duckdb, sql):
            rows = connection.fetchmany(FETCHED_TOGETHER)
        if not rows:
            return
        yield from rows


# -- Mistakes ----------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def errors_explained(duckdb: Any, sql: str, *, prefix: int = 0) -> Iterator[None]:
    """Errors of DuckDB as one of ours: what is wrong, the nearest name, and the line of the query with a mark below the place.

    `prefix` is how many bytes of our own are before the query.
    """
    try:
        yield
    except duckdb.Error as error:
        raise UsageError(explained(str(error), sql, prefix)) from None


def explained(message: str, sql: str, prefix: int = 0) -> str:
    """A message of DuckDB in JSON as sentences, with its place in the query that was given."""
    start = message.find("{")
    try:
        found: dict[str, str] = json.loads(message[start:])
        what = found["exception_message"]
    except (ValueError, KeyError, TypeError):
        return f"the query: {message}"
    shown = [f"the query: {what.strip().splitlines()[0]}{hint_for(found.get('exception_type', ''), what)}"]
    if "position" in found:
        shown += marked(sql, character_at(sql, int(found["position"]) - prefix, what))
    return "\n".join(shown)


def hint_for(kind: str, what: str) -> str:
    """The nearest name, or that a name needs quotes; nothing where there is nothing to say."""
    quoted = what.split('"')
    name = quoted[-2].lower() if len(quoted) > 2 else ""
    if kind == "Parser" and name in COLUMN_NAMES:
        return f'; {name} is a word of SQL: as a column, it is written with quotation marks, "{name}"'
    if what.startswith("Referenced column ") and len(quoted) > 2:
        return suggestion(quoted[1].lower(), COLUMN_NAMES)
    if "does not have a column named" in what:
        return suggestion(what.split('named "')[1].split('"')[0].lower(), COLUMN_NAMES)
    if what.startswith("Table with name "):
        return suggestion(what.removeprefix("Table with name ").split(" ")[0].lower(), TABLES)
    if kind == "Permission":
        return "; a query sees the tables of the documents and nothing else"
    return ""


COLUMN_NAMES = tuple(dict.fromkeys(column.name for definition in TABLES.values() for column in definition.columns))


def character_at(sql: str, position: int, what: str) -> int:
    """Which character of a query a place is, which DuckDB counts in bytes, and the parser of older versions in characters."""
    counted = len(sql.encode("utf-8", "surrogatepass")[: max(position, 0)].decode("utf-8", "ignore"))
    quoted = what.split('"')
    name = quoted[1] if len(quoted) > 2 else ""
    is_counted_in_characters = name and sql.startswith(name, position) and not sql.startswith(name, counted)
    return position if is_counted_in_characters else counted


def marked(sql: str, place: int) -> list[str]:
    """The line of a query in which a character is, and a line with a mark below that character."""
    before = sql[:place]
    number = before.count("\n")
    column = place - (before.rfind("\n") + 1)
    line = sql.split("\n")[number]
    head = f"  line {number + 1}: "
    return [head + line, " " * (len(head) + column) + "^"]
