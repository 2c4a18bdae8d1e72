"""Stand-off documents in JSON Lines (`.facts.jsonl`): one document on each line, for bulk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.formats.json_nodes import write_json
from newsfacts.formats.plain_standoff import read_json_document
from newsfacts.formats.standoff import standoff_data
from newsfacts.model import Document
from newsfacts.raw import RawDocument
from newsfacts.text.source import SourceText

__all__ = ["LOSSES", "read", "write"]

LOSSES: tuple[str, ...] = (
    "comments are dropped, and with them the suppressions of single findings; ignore: in the head suppresses rules",
)

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def read(text: str, path: str | None = None) -> Iterator[RawDocument]:
    """The documents of a file; empty lines are passed over."""
    source = SourceText(text)
    for line in _LINE.finditer(text):
        yield read_json_document(source, line.start(), line.end(), path)


def write(document: Document) -> str:
    """A document as one line of JSON."""
    return write_json(standoff_data(document)) + "\n"
