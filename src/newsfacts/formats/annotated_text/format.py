"""Annotated text as one of the formats."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.formats.annotated_text.parser import read_notation
from newsfacts.formats.annotated_text.rewriting import rewrite_notation
from newsfacts.formats.annotated_text.writer import write_notation
from newsfacts.raw import RawDocument

__all__ = ["LOSSES", "read", "rewrite", "write"]

LOSSES: tuple[str, ...] = ()


def read(text: str, path: str | None = None) -> Iterator[RawDocument]:
    """The one document of an annotated text."""
    yield read_notation(text, path)


write = write_notation
rewrite = rewrite_notation
