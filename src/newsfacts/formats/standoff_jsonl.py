"""Stand-off documents in JSON Lines (`.facts.jsonl`): one document on each line, for bulk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.formats.json_nodes import read_json, write_json
from newsfacts.formats.standoff import read_standoff, standoff_data
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
        yield read_standoff(read_json(text, line.start(), line.end()), source, path)


def write(document: Document) -> str:
    """A document as one line of JSON."""
    return write_json(standoff_data(document)) + "\n"
