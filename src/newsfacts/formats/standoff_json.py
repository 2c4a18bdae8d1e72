"""Stand-off documents in JSON (`.facts.json`)."""

from __future__ import annotations

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


def read(text: str, path: str | None = None) -> Iterator[RawDocument]:
    """The one document of a file."""
    yield read_json_document(SourceText(text), 0, len(text), path)


def write(document: Document) -> str:
    """A document as JSON, two spaces to a level."""
    return write_json(standoff_data(document), indent=2) + "\n"
