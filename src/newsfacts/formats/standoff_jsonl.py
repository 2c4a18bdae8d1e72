"""Stand-off documents in JSON Lines (`.facts.jsonl`): one document on each line, for bulk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsfacts.formats.comments import comment_losses
from newsfacts.formats.detection import Sample
from newsfacts.formats.json_entries import write_standoff_json
from newsfacts.formats.plain_standoff import read_json_document
from newsfacts.formats.standoff import is_standoff
from newsfacts.model import Document
from newsfacts.raw import Loss, RawDocument
from newsfacts.text.lines import filled_lines
from newsfacts.text.source import SourceText

__all__ = ["fits", "losses", "read", "write"]


def read(text: str, path: str | None = None) -> Iterator[RawDocument]:
    """The documents of a file; empty lines are passed over."""
    source = SourceText(text)
    for line in filled_lines(text):
        yield read_json_document(source, line.start, line.end, path)


def write(document: Document) -> str:
    """A document as one line of JSON."""
    return write_standoff_json(document) + "\n"


def losses(document: Document) -> Iterable[Loss]:
    """The comments of a document, and with them the suppressions of single findings."""
    return comment_losses(document)


def fits(sample: Sample) -> bool:
    """Whether a file says that it is of newsfacts, or has annotations and their text as newsfacts has them."""
    return sample.is_json_lines and is_standoff(sample.record)
