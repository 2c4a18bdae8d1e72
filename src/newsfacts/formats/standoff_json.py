"""Stand-off documents in JSON (`.facts.json`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsfacts.formats.comments import comment_losses
from newsfacts.formats.detection import Sample
from newsfacts.formats.json_entries import write_standoff_json
from newsfacts.formats.json_merging import merge_json
from newsfacts.formats.plain_standoff import read_json_document
from newsfacts.formats.standoff import is_standoff
from newsfacts.formats.standoff_rewriting import rewrite_standoff
from newsfacts.model import Document
from newsfacts.raw import Loss, RawDocument
from newsfacts.text.source import SourceText

__all__ = ["fits", "losses", "read", "rewrite", "write"]


def read(text: str, path: str | None = None) -> Iterator[RawDocument]:
    """The one document of a file."""
    yield read_json_document(SourceText(text), 0, len(text), path)


def write(document: Document) -> str:
    """A document as JSON, two spaces to a level."""
    return write_standoff_json(document, indent=2) + "\n"


def rewrite(document: Document, source: str) -> str:
    """The file `source`, saying what the document says; rewritten whole where that cannot be done in place."""
    return rewrite_standoff(document, source, read, merge_json) or write(document)


def losses(document: Document) -> Iterable[Loss]:
    """The comments of a document, and with them the suppressions of single findings."""
    return comment_losses(document)


def fits(sample: Sample) -> bool:
    """Whether a file says that it is of newsfacts, or has annotations and their text as newsfacts has them."""
    return not sample.is_json_lines and is_standoff(sample.record)
