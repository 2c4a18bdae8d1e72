"""`newsfacts export PATH ... --table NAME`: the facts of documents as rows of a table."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from newsfacts.cli import EXIT_OK, RawFormatter
from newsfacts.cli.output import check_target, say
from newsfacts.cli.tables import reading_options, rows_for, status_of
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.cli.tables import Watched
    from newsfacts.tables.columns import TableDefinition
    from newsfacts.tables.writing import RowWriter, TableFormat

__all__ = ["add_arguments", "run"]

_EPILOG = """\
examples:
  newsfacts export corpus --table counts -o counts.parquet
  newsfacts export corpus --table claims --format jsonl | head
  newsfacts export corpus --table all --format csv -o tables
  newsfacts export --columns --table counts

The tables are documents, mentions, quotes, claims, attributions, counts, times, verdicts, evidence, relations, annotations and
findings. CSV and JSON Lines need nothing else; Parquet and Arrow need newsfacts[arrow]. Exit status: 0; 1 where documents
had errors, of which the table of findings has every one; 2 for wrong usage or where a file could not be read.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.usage = "newsfacts export [options] PATH ..."
    parser.formatter_class = RawFormatter
    parser.epilog = _EPILOG
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files, and folders to walk; - reads standard input")
    parser.add_argument(
        "--table", "-t", metavar="NAME", action="append", default=[],
        help="which table; may be given again, with commas between, or all: then -o is a folder (default: counts)",
    )  # fmt: skip
    parser.add_argument(
        "--output", "-o", metavar="FILE", help="the file to write, or the folder; without it, standard output"
    )
    parser.add_argument(
        "--format", dest="table_format", metavar="FORMAT",
        help="csv, jsonl, parquet or arrow, where the ending of FILE does not say (default: csv)",
    )  # fmt: skip
    parser.add_argument(
        "--spreadsheet", action="store_true",
        help="CSV for a spreadsheet: an apostrophe before cells that it would take as a formula",
    )  # fmt: skip
    parser.add_argument("--force", action="store_true", help="write even over a document")
    parser.add_argument("--columns", action="store_true", help="list the columns of the tables, and read nothing")
    reading_options(parser)


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.tables.definitions import definitions_of

    names = [name.strip() for option in arguments.table for name in option.split(",") if name.strip()]
    tables = definitions_of(names or ["all" if arguments.columns else "counts"])
    if arguments.columns:
        for line in columns_of(tables):
            say(line)
        return EXIT_OK
    rows = rows_for(arguments)
    with contextlib.ExitStack() as stack:
        if len(tables) == 1 and not (arguments.output and os.path.isdir(arguments.output)):
            writers = [stack.enter_context(single_writer(arguments, tables[0]))]
        else:
            writers = [stack.enter_context(writer) for writer in folder_writers(arguments, tables)]
        write_all(rows, tables, writers)
    return status_of(rows)


def columns_of(tables: Sequence[TableDefinition]) -> Iterator[str]:
    """The tables with their columns, a line each."""
    for number, table in enumerate(tables):
        if number:
            yield ""
        yield f"{table.name}: a row is {table.doc}"
        width = max(len(column.name) for column in table.columns)
        for column in table.columns:
            yield f"  {column.name:<{width}}  {column.type!s:<7}  {column.doc.replace('`', '')}"


def write_all(rows: Watched, tables: Sequence[TableDefinition], writers: Sequence[RowWriter]) -> None:
    """Write the rows of all tables; every document is read once, and again where the table of findings is wanted."""
    targets = list(zip(tables, writers, strict=True))
    of_documents = [(table, table.items, writer) for table, writer in targets if table.items is not None]
    if of_documents:
        for document in rows.documents():
            for table, items, writer in of_documents:
                for item in items(document):
                    writer.write(table.row(item))
    for table, writer in targets:
        if table.items is None:
            for finding in rows.findings():
                writer.write(table.row(finding))


# -- Where rows go -----------------------------------------------------------------------------------------------------


def format_for(arguments: argparse.Namespace, path: str | None) -> TableFormat:
    """The format that is asked for. Raises `UsageError` for one that does not go with the other options."""
    from newsfacts.tables.arrow import load_pyarrow
    from newsfacts.tables.writing import format_named, format_of

    if arguments.table_format is not None:
        found = format_named(arguments.table_format)
    else:
        found = format_of(path) if path is not None else format_named("csv")
    if arguments.spreadsheet and found.name != "csv":
        raise UsageError(f"--spreadsheet is for CSV, not for {found.name}")
    if not found.is_text:
        load_pyarrow()
    return found


@contextlib.contextmanager
def single_writer(arguments: argparse.Namespace, table: TableDefinition) -> Iterator[RowWriter]:
    """A writer into the file that is named, or to standard output."""
    from newsfacts.tables.writing import closed_at_the_end, file_writer

    path = None if arguments.output == "-" else arguments.output
    format = format_for(arguments, path)
    if path is not None:
        check_target(path, force=arguments.force)
        with file_writer(path, table.columns, format, spreadsheet=arguments.spreadsheet) as writer:
            yield writer
        return
    if sys.stdout.isatty() and not format.is_text:
        raise UsageError(f"{format.name} is not for a terminal: name a file with -o, or pipe it into a program")
    stream = standard_output()
    with closed_at_the_end(format.open(stream, table.columns, arguments.spreadsheet)) as writer:
        yield writer
    stream.flush()


def folder_writers(
    arguments: argparse.Namespace, tables: Sequence[TableDefinition]
) -> Iterator[contextlib.AbstractContextManager[RowWriter]]:
    """A writer for each table into a file of the folder, which is made where it is not there."""
    from newsfacts.tables.writing import file_writer

    folder = arguments.output
    if folder is None or folder == "-":
        raise UsageError("several tables go into a folder: name it with -o")
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise UsageError(f"several tables go into a folder, and {folder} is not a folder")
    format = format_for(arguments, None)
    os.makedirs(folder, exist_ok=True)
    for table in tables:
        path = os.path.join(folder, f"{table.name}{format.ending}")
        yield file_writer(path, table.columns, format, spreadsheet=arguments.spreadsheet)


def standard_output() -> BinaryIO:
    """Standard output for bytes; on a terminal, nothing in it steers the terminal."""
    sys.stdout.flush()
    if not sys.stdout.isatty():
        return sys.stdout.buffer
    from newsfacts.cli.output import SafeTerminal

    return SafeTerminal(sys.stdout)
