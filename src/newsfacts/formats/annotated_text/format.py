"""Annotated text as one of the formats."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.formats.annotated_text.parser import read_notation
from newsfacts.model import Document
from newsfacts.raw import RawDocument

__all__ = ["read", "rewrite", "write"]


def read(text: str, path: str | None = None) -> Iterator[RawDocument]:
    """The one document of an annotated text."""
    yield read_notation(text, path)


def write(document: Document) -> str:
    """The document as annotated text."""
    from newsfacts.formats.annotated_text.writer import write_notation  # most runs only read

    return write_notation(document)


def rewrite(document: Document, source: str) -> str:
    """The file `source`, saying what the document says."""
    from newsfacts.formats.annotated_text.rewriting import rewrite_notation

    return rewrite_notation(document, source)
