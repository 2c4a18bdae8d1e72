"""A table of metadata for the files of a corpus: who published each text, when, and who wrote it, by the name of its file.

    filename<TAB>publisher<TAB>publication_date<TAB>author
    story-1<TAB>The Post<TAB>2016-09-12<TAB>A. Weiss

The first line names the columns: keys of a document's head (`published`, `outlet`, `author`, ...), or other names that a mapping
gives a key. The column with the names of files is `file`, `filename` or `name`, or else the first one. Other columns are passed
over, and so are empty cells, `None`, `null` and `NA`. What a document itself says counts before the table.
"""

from __future__ import annotations

import csv
import functools
import io
import os
import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Literal

from newsfacts.building.field_values import read_date
from newsfacts.errors import ReadError, UnreadableValue, UsageError
from newsfacts.files import read_bytes
from newsfacts.formats.heads import node_of
from newsfacts.formats.mapping import LabelMapping, load_mapping
from newsfacts.immutable import FrozenDict, frozen
from newsfacts.model import Document
from newsfacts.raw import RawDocument
from newsfacts.schema.kinds import FieldType, fields_of_class
from newsfacts.strict_yaml import Entry, Scalar
from newsfacts.strict_yaml import Mapping as Table
from newsfacts.text.source import decode

__all__ = ["MetadataTable", "load_metadata"]

MAX_TABLE_SIZE = 64 * 1024 * 1024
"""How many bytes a table may have."""

_FILE_COLUMNS = ("file", "filename", "file_name", "name")
_NOTHING = frozenset({"", "None", "none", "null", "NA", "N/A", "-"})
_SEVERAL = "|"
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}\Z")


@frozen(eq=False)
class MetadataTable:
    """Keys of heads and their values, by the names of files without folder and ending."""

    path: str
    rows: Mapping[str, Mapping[str, Any]] = FrozenDict()

    def of(self, path: str | None) -> Mapping[str, Any]:
        """What the table has for a file: for its name with or without endings, and without an annotator's mark such as `_4b22`."""
        name = PurePath(path or "").name
        while "." in name and name not in self.rows:
            name = name.rpartition(".")[0]
        return self.rows.get(name) or self.rows.get(_ANNOTATOR.sub("", name), FrozenDict())

    def add_to(self, raw: RawDocument) -> None:
        """Give a document what the table has for its file and it does not say itself."""
        found = self.of(raw.origin.path)
        if not found:
            return
        raw.metadata = _added(raw.metadata, found)
        if raw.metadata_again is not None:
            again = raw.metadata_again
            raw.metadata_again = functools.partial(_added_again, again, found)


def _added(node: Table | None, found: Mapping[str, Any]) -> Table:
    written = {entry.key.raw for entry in node.entries} if node is not None else set()
    entries = [
        Entry(Scalar(key, key, 0, 0), node_of(value, 0, 0)) for key, value in found.items() if key not in written
    ]
    return Table((*(node.entries if node is not None else ()), *entries), 0, node.end if node is not None else 0)


def _added_again(again: Any, found: Mapping[str, Any]) -> Table:
    return _added(again(), found)


def load_metadata(
    path: str | os.PathLike[str] | MetadataTable, mapping: str | LabelMapping | None = None
) -> MetadataTable:
    """Read a table, whose columns are separated by tabs, or in a file `.csv` by commas.

    Raises `UsageError` that names the line where the table or a value in it cannot be read.
    """
    if isinstance(path, MetadataTable):
        return path
    shown = os.fspath(path)
    try:
        text = decode(read_bytes(shown, limit=MAX_TABLE_SIZE)).text
    except (OSError, ReadError) as error:
        reason = error.message if isinstance(error, ReadError) else error.strerror or type(error).__name__
        raise UsageError(f"the table {shown} cannot be read: {reason}") from None
    names = {**load_mapping("polnear").metadata, **load_mapping(mapping).metadata}
    separator = "," if shown.lower().endswith(".csv") else "\t"
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if separator == "," else csv.QUOTE_NONE  # a cell never has a tab
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting)
    rows: dict[str, Mapping[str, Any]] = {}
    try:
        columns = [names.get(name, name) for name in next(lines, [])]
        key = next((columns.index(name) for name in _FILE_COLUMNS if name in columns), 0)
        for cells in lines:
            if len(cells) > key:
                row = _row(dict(zip(columns, cells, strict=False)), f"{shown}, line {lines.line_num}")
                rows[PurePath(cells[key]).name] = FrozenDict(row)
    except csv.Error as error:
        raise UsageError(f"the table {shown} cannot be read: line {lines.line_num}: {error}") from None
    return MetadataTable(shown, FrozenDict(rows))


def _row(cells: Mapping[str, str], where: str) -> dict[str, Any]:
    """The cells of a line that are keys of a head. Raises `UsageError` for a date that cannot be read."""
    found: dict[str, Any] = {}
    fields = fields_of_class(Document)
    for key, cell in cells.items():
        field, words = fields.get(key), cell.strip()
        if field is None or words in _NOTHING:
            continue
        if field.types[0] is FieldType.DATE:
            try:
                read_date(words)
            except UnreadableValue as error:
                raise UsageError(f"{where}: {key} cannot be read: {error}") from None
        found[key] = [part.strip() for part in words.split(_SEVERAL)] if field.many else words
    return found
