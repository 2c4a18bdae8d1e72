"""`newsfacts query SQL PATH ...`: SQL over the facts of documents."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from newsfacts.cli import RawFormatter
from newsfacts.cli.output import say, say_lines
from newsfacts.cli.tables import reading_options, rows_for, status_of
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.tables.query import Answer

__all__ = ["add_arguments", "run"]

MAX_WIDTH = 60
"""How many characters of a cell the form `table` shows."""

MAX_SHOWN = 10_000
"""How many rows the form `table` shows: it needs all of them before it can write the first."""

_EPILOG = """\
examples:
  newsfacts query "SELECT measure, min(low), max(high) FROM counts GROUP BY measure" corpus
  newsfacts query "SELECT speaker_name, count(*) FROM quotes GROUP BY 1 ORDER BY 2 DESC LIMIT 20" corpus
  newsfacts query "SELECT code, count(*) AS n FROM findings GROUP BY code" corpus --format csv
  newsfacts export --columns              lists the tables and their columns

The SQL is that of DuckDB: pip install 'newsfacts[duckdb]'. Only the tables that the query names are made. It sees nothing
else: no files, no network. Exit status: 0; 1 where documents had errors, of which the table of findings has every one; 2
for a mistake in the query, wrong usage, or where a file could not be read.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.usage = "newsfacts query [options] SQL PATH ..."
    parser.formatter_class = RawFormatter
    parser.epilog = _EPILOG
    parser.add_argument("sql", metavar="SQL", help="one SELECT over the tables of newsfacts export")
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files, and folders to walk; - reads standard input")
    parser.add_argument(
        "--format", dest="answer_format", metavar="FORMAT", default="table", help="table, csv or jsonl (default: table)"
    )
    reading_options(parser)


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.tables.query import query
    from newsfacts.text.suggestions import suggestion

    name = arguments.answer_format
    if name not in _FORMS:
        raise UsageError(
            f"no format of answers is named {name!r}{suggestion(name, _FORMS)}; there are {', '.join(_FORMS)}"
        )
    rows = rows_for(arguments)
    with query(arguments.sql, rows) as answer:
        _FORMS[name](answer)
    return status_of(rows)


def write_table(answer: Answer) -> None:
    """Columns of the same width, numbers to the right; the number of rows below."""
    shown: list[tuple[str, ...]] = []
    numbers = [True] * len(answer.columns)
    more = 0
    for row in answer.rows:
        if len(shown) == MAX_SHOWN:
            more += 1
            continue
        shown.append(tuple(map(cell, row)))
        numbers = [
            was and (value is None or (isinstance(value, int | float) and not isinstance(value, bool)))
            for was, value in zip(numbers, row, strict=True)
        ]
    for line in table_lines(answer.columns, shown, numbers):
        say(line)
    total = len(shown) + more
    rest = f", of which {MAX_SHOWN:,} are shown; --format csv writes all of them" if more else ""
    say(f"({total:,} row{'' if total == 1 else 's'}{rest})")


def table_lines(columns: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[bool]) -> Iterator[str]:
    """The lines of a table."""
    widths = [max(len(cells[at]) for cells in (columns, *rows)) for at in range(len(columns))]

    def line(cells: Sequence[str]) -> str:
        pieces = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(cells, widths, numbers, strict=True)
        ]
        return "  ".join(pieces).rstrip()

    yield line(columns)
    yield "  ".join("-" * width for width in widths)
    yield from map(line, rows)


def cell(value: Any) -> str:
    """A value in one line; a long text in part."""
    from newsfacts.text.printable import printable, shorten

    return "" if value is None else shorten(printable(shown(value)), MAX_WIDTH)


def shown(value: Any) -> str:
    """A value as text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def write_csv(answer: Answer) -> None:
    """CSV with a line of names."""
    from newsfacts.tables.writing import csv_line

    def lines() -> Iterator[str]:
        yield csv_line(answer.columns)
        for row in answer.rows:
            yield csv_line(plain(value) for value in row)

    say_lines(lines())


def plain(value: Any) -> Any:
    """A value as CSV has it: what is not a number or a text, as text."""
    return value if value is None or isinstance(value, str | int | float) else str(value)


def write_jsonl(answer: Answer) -> None:
    """A JSON object for each row. Raises `UsageError` where two columns have one name."""
    if len(set(answer.columns)) < len(answer.columns):
        raise UsageError("two columns of the answer have the same name: give one of them another, with AS")
    say_lines(
        json.dumps(dict(zip(answer.columns, map(finite, row), strict=True)), ensure_ascii=False, default=str) + "\n"
        for row in answer.rows
    )


def finite(value: Any) -> Any:
    """A value as JSON has it: infinity and what is not a number are null."""
    return None if isinstance(value, float) and value - value != 0 else value


_FORMS: dict[str, Callable[[Answer], None]] = {"table": write_table, "csv": write_csv, "jsonl": write_jsonl}
