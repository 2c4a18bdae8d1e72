"""The part of docs/tables.md that is made from the definitions of the tables; with `--check` it says whether it is fresh."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from made_part import keep_fresh

from newsfacts.tables.annotations import ANNOTATION
from newsfacts.tables.columns import Column
from newsfacts.tables.definitions import TABLES


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


if __name__ == "__main__":
    sys.exit(keep_fresh("docs/tables.md", "scripts/table_pages.py", __doc__, sections()))
