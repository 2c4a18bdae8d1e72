"""The part of docs/tables.md that is made from the definitions of the tables; with `--check` it says whether it is fresh."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsfacts.tables.annotations import ANNOTATION
from newsfacts.tables.columns import Column
from newsfacts.tables.definitions import TABLES

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "tables.md"
MARK = "<!-- From here on made by scripts/table_pages.py. -->\n"


def sections() -> Iterator[str]:
    """The columns that tables of annotations share, and then each table with its own."""
    yield "\n## Columns of every annotation\n\n"
    yield "The tables of annotations begin with these columns.\n\n"
    yield from rows(ANNOTATION)
    shared = {column.name for column in ANNOTATION}
    for table in TABLES.values():
        begins = table.columns[: len(ANNOTATION)] == ANNOTATION
        yield f"\n## `{table.name}`\n\nA row is {table.doc}.\n\n"
        if begins:
            yield "It has the columns of every annotation, and these:\n\n"
        yield from rows(column for column in table.columns if not (begins and column.name in shared))


def rows(columns: Iterable[Column]) -> Iterator[str]:
    """A table of columns. Those in bold are never null."""
    yield "| column | type | what it is |\n|---|---|---|\n"
    for column in columns:
        name = f"**`{column.name}`**" if column.required else f"`{column.name}`"
        doc = column.doc.replace("|", "\\|")
        yield f"| {name} | {column.type} | {doc} |\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 where the page is not fresh")
    arguments = parser.parse_args()
    written = PAGE.read_text(encoding="utf-8")
    fresh = written.partition(MARK)[0] + MARK + "".join(sections())
    if written == fresh:
        return 0
    if arguments.check:
        print("docs/tables.md is not fresh: run python scripts/table_pages.py", file=sys.stderr)
        return 1
    PAGE.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
