"""Not read yet."""

from __future__ import annotations

from newsfacts.sources.document import FileKind, SourceDocument
from newsfacts.sources.problems import Refused

__all__ = ["read"]


def read(data: bytes, path: str, kind: FileKind) -> SourceDocument:
    """Raises `Refused`."""
    raise Refused(f"files of the kind {kind} are not read yet")
