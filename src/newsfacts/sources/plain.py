"""Plain text and Markdown: the file as it is."""

from __future__ import annotations

from newsfacts.sources.decoding import decode_source
from newsfacts.sources.document import FileKind, Markup, SourceDocument

__all__ = ["read"]


def read(data: bytes, path: str, kind: FileKind) -> SourceDocument:
    """The text of a file. Raises `Undecodable`."""
    decoded = decode_source(data)
    markup = Markup.MARKDOWN if kind is FileKind.MARKDOWN else Markup.TEXT
    return SourceDocument(text=decoded.text, path=path, kind=kind, markup=markup, notes=decoded.notes)
