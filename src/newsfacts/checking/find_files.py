"""Finds the files to check: those that are named, and in folders those whose names say what they are."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from newsfacts.formats import format_of_path

__all__ = ["FACTBOOK_ENDINGS", "SCHEMA_ENDINGS", "FoundFile", "find_files", "is_factbook", "is_schema"]

FACTBOOK_ENDINGS = (".factbook.yaml", ".factbook.yml")
SCHEMA_ENDINGS = (".schema.yaml", ".schema.yml")


@attrs.frozen
class FoundFile:
    """One file, by the path that findings name. `missing` files were named but are not there."""

    path: str
    is_factbook: bool = False
    missing: bool = False


def is_factbook(path: str) -> bool:
    """Whether a file's name says that it is a factbook."""
    return path.endswith(FACTBOOK_ENDINGS)


def is_schema(path: str) -> bool:
    """Whether a file's name says that it is a schema file."""
    return path.endswith(SCHEMA_ENDINGS)


def find_files(paths: Iterable[str], *, exclude: Iterable[str] = (), root: Path | None = None) -> Iterator[FoundFile]:
    """Files in the order of `paths`, those of a folder by name, each once.

    A folder is walked without following links to folders; hidden folders and files are passed over. In it count files
    of the formats newsfacts knows, factbooks and schema files; brat's `.ann` only where a `.txt` of the same name stands beside it.
    `exclude` are patterns such as `archive/*`, for paths from `root`; a file that is named itself is never excluded.
    """
    patterns = tuple(exclude)
    seen: set[str] = set()
    for path in paths:
        if os.path.isdir(path):
            candidates = walk(path, patterns, root or Path())
        else:
            candidates = iter([FoundFile(path, is_factbook(path), missing=not os.path.lexists(path))])
        for found in candidates:
            real = os.path.realpath(found.path)
            if real not in seen:
                seen.add(real)
                yield found


def walk(folder: str, patterns: tuple[str, ...], root: Path) -> Iterator[FoundFile]:
    """The files of one folder and those below it."""
    closed: list[str] = []
    for directory, subfolders, names in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        subfolders[:] = [
            name
            for name in sorted(subfolders)
            if not is_hidden(name) and not excluded(os.path.join(directory, name), patterns, root)
        ]
        beside = frozenset(names)
        for name in sorted(names):
            path = os.path.join(directory, name)
            if not is_hidden(name) and counts(name, beside) and not excluded(path, patterns, root):
                yield FoundFile(os.path.normpath(path), is_factbook(name))
    # A folder that cannot be opened is reported like a file that cannot be read.
    yield from map(FoundFile, closed)


def is_hidden(name: str) -> bool:
    """Whether a file or folder is passed over whatever is in it."""
    return name.startswith(".") or name == "__pycache__"


def counts(name: str, beside: frozenset[str]) -> bool:
    """Whether a file of a walked folder is one to check."""
    if is_factbook(name) or is_schema(name):
        return True
    format = format_of_path(name)
    if format is None or name in format.endings:
        return False
    if format.name == "brat":
        return f"{name[: -len('.ann')]}.txt" in beside
    return True


def excluded(path: str, patterns: tuple[str, ...], root: Path) -> bool:
    """Whether one of the patterns fits the path from the root, or the file's name."""
    if not patterns:
        return False
    relative = os.path.relpath(path, root).replace(os.sep, "/")
    return any(
        fnmatch.fnmatchcase(relative, pattern) or fnmatch.fnmatchcase(os.path.basename(path), pattern)
        for pattern in patterns
    )
