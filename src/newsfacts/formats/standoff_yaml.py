"""Stand-off documents in YAML (`.facts.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsfacts import strict_yaml
from newsfacts.formats.comments import comment_losses
from newsfacts.formats.standoff import read_standoff, standoff_data
from newsfacts.formats.standoff_rewriting import rewrite_standoff
from newsfacts.model import Document
from newsfacts.raw import Loss, RawDocument
from newsfacts.strict_yaml.merge import merge
from newsfacts.text.source import SourceText

__all__ = ["losses", "read", "rewrite", "write"]


def read(text: str, path: str | None = None) -> Iterator[RawDocument]:
    """The one document of a file."""
    yield read_standoff(strict_yaml.read_yaml(text, path=path), SourceText(text), path)


def write(document: Document) -> str:
    """A document as YAML."""
    return strict_yaml.write_yaml(standoff_data(document))


def rewrite(document: Document, source: str) -> str:
    """The file `source`, saying what the document says; rewritten whole where that cannot be done in place."""
    return rewrite_standoff(document, source, read, merge) or write(document)


def losses(document: Document) -> Iterable[Loss]:
    """The comments of a document, and with them the suppressions of single findings."""
    return comment_losses(document)
