"""Documents in newsfacts' own formats, as sources: their text without the annotations."""

from __future__ import annotations

import datetime as dt

from newsfacts.documents import read_file
from newsfacts.sources.document import FileKind, SourceDocument
from newsfacts.sources.problems import Refused

__all__ = ["read"]


def read(data: bytes, path: str, kind: FileKind) -> SourceDocument:
    """The text of a file's only document. Raises `Refused`."""
    del data  # formats of several files are read by path
    documents = list(read_file(path))
    if len(documents) != 1:
        raise Refused(f"it has {len(documents) or 'no'} documents", "Save each document in a file of its own.")
    document = documents[0]
    if not document.text and document.problems:
        raise Refused(document.problems[0].message)
    published = document.published
    return SourceDocument(
        text=document.text,
        path=path,
        kind=kind,
        title=document.title,
        published=published.date() if isinstance(published, dt.datetime) else published,
        places=document.place_of,
    )
