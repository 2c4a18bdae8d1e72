"""`read_sources`: files, folders and patterns, in an order that does not change from run to run."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator

from newsfacts.errors import UnreadableSource
from newsfacts.sources.document import SourceDocument, Sources
from newsfacts.sources.reading import UNREAD_TEXTS, kind_of_name, read_source

__all__ = ["MAX_FILES", "files_of", "is_text", "read_sources"]

MAX_FILES = 10_000
"""How many files the folders and patterns of one call may lead to."""


def read_sources(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> Sources:
    """Read files (or one), all texts in folders and below them, and what patterns such as `notes/*.txt` fit.

    The order is that of `paths`, within folders and patterns that of the names; each file is read once. Hidden files and
    folders are passed over, and so are links to folders. What cannot be read is in `refused`, and the others are read all
    the same. Never raises on what is in files or whether they are there.
    """
    if isinstance(paths, str | os.PathLike):
        paths = [paths]
    documents: list[SourceDocument] = []
    refused: list[UnreadableSource] = []
    passed_over: list[str] = []
    seen: set[str] = set()
    for given in paths:
        shown = os.fspath(given)
        is_many = os.path.isdir(shown) or not os.path.lexists(shown)
        try:
            for path in files_of(shown):
                try:
                    real = os.path.realpath(path)
                except OSError as error:  # a link that must not be read
                    refused.append(UnreadableSource(path, error.strerror or type(error).__name__))
                    continue
                if real in seen:
                    continue
                if len(seen) >= MAX_FILES:
                    raise UnreadableSource(shown, f"there are more than {MAX_FILES:,} files")
                seen.add(real)
                if is_many and path != shown and not is_text(path):
                    passed_over.append(path)
                    continue
                try:
                    documents.append(read_source(path))
                except UnreadableSource as error:
                    refused.append(error)
        except UnreadableSource as error:
            refused.append(error)
    return Sources(tuple(documents), tuple(refused), tuple(passed_over))


def files_of(shown: str) -> Iterator[str]:
    """The files that a path, a folder or a pattern leads to. Raises `UnreadableSource` where there is none."""
    if os.path.isdir(shown):
        found = False
        for path in _walk(shown):
            found = True
            yield path
        if not found:
            raise UnreadableSource(shown, "the folder has no files")
    elif os.path.lexists(shown) or not glob.has_magic(shown):
        yield shown
    else:
        matches = sorted(glob.glob(shown, recursive=True))
        if not matches:
            raise UnreadableSource(shown, "no file fits this pattern")
        for path in matches:
            if os.path.isdir(path):
                yield from _walk(path)
            else:
                yield path


def _walk(folder: str) -> Iterator[str]:
    closed: list[str] = []
    for directory, folders, names in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        yield from (os.path.join(directory, name) for name in sorted(names) if not _is_hidden(name))
    yield from closed  # read like files, so that the reason is reported


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name == "__pycache__"


def is_text(path: str) -> bool:
    """Whether a file that was found, and not named, is for reading."""
    return kind_of_name(path) is not None or path.lower().endswith(tuple(UNREAD_TEXTS)) or os.path.isdir(path)
