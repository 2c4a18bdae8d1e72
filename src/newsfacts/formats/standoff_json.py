"""Stand-off documents in JSON (`.facts.json`)."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.formats.json_merging import merge_json
from newsfacts.formats.json_nodes import write_json
from newsfacts.formats.plain_standoff import read_json_document
from newsfacts.formats.standoff import standoff_data
from newsfacts.formats.standoff_rewriting import rewrite_standoff
from newsfacts.model import Document
from newsfacts.raw import RawDocument
from newsfacts.text.source import SourceText

__all__ = ["LOSSES", "read", "rewrite", "write"]

LOSSES: tuple[str, ...] = (
    "comments are dropped, and with them the suppressions of single findings; ignore: in the head suppresses rules",
)


def read(text: str, path: str | None = None) -> Iterator[RawDocument]:
    """The one document of a file."""
    yield read_json_document(SourceText(text), 0, len(text), path)


def write(document: Document) -> str:
    """A document as JSON, two spaces to a level."""
    return write_json(standoff_data(document), indent=2) + "\n"


def rewrite(document: Document, source: str) -> str:
    """The file `source`, saying what the document says; rewritten whole where that cannot be done in place."""
    return rewrite_standoff(document, source, read, merge_json) or write(document)
