"""Finds the files to check: those that are named, and in folders those whose names say what they are."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from newsfacts.formats import format_of_path
from newsfacts.immutable import define, frozen

__all__ = ["FACTBOOK_ENDINGS", "SCHEMA_ENDINGS", "FoundFile", "find_files", "is_factbook", "is_schema"]

FACTBOOK_ENDINGS = (".factbook.yaml", ".factbook.yml")
SCHEMA_ENDINGS = (".schema.yaml", ".schema.yml")


@frozen
class FoundFile:
    """One file, by the path that findings name."""

    path: str


def is_factbook(path: str) -> bool:
    """Whether a file's name says that it is a factbook."""
    return path.endswith(FACTBOOK_ENDINGS)


def is_schema(path: str) -> bool:
    """Whether a file's name says that it is a schema file."""
    return path.endswith(SCHEMA_ENDINGS)


def find_files(
    paths: Iterable[str], *, exclude: Iterable[str] = (), root: Path | None = None, exclude_named: bool = False
) -> Iterator[FoundFile]:
    """Files in the order of `paths`, those of a folder by name, each once.

    A folder is walked without following links to folders; hidden folders and files are passed over. In a folder, files of
    the formats newsfacts knows, factbooks and schema files are found; brat's `.ann` only where its text is next to it or
    in a folder `text` next to its own. `exclude` are patterns such as `archive/*`, for paths from `root`; a file that is
    named itself is excluded only with `exclude_named`.
    """
    patterns = tuple(exclude)
    base = root or Path()
    seen = _Seen()
    for path in paths:
        if os.path.isdir(path):
            candidates = walk(path, patterns, base)
        elif exclude_named and excluded_with_folders(path, patterns, base):
            continue
        else:
            candidates = iter([FoundFile(path)])
        for found in candidates:
            if seen.is_new(found.path):
                yield found


@define
class _Seen:
    """The files that were found so far, as where links lead: their names, by folder. Of a million, whole paths take too much."""

    names: dict[str, set[str]] = attrs.field(factory=dict)
    left: dict[str, str] = attrs.field(factory=dict)
    """The names of folders that no file is from at the moment, in one text for each: sets of them take five times as much."""
    again: set[str] = attrs.field(factory=set)
    """The folders to which files came back: their names stay in sets."""
    folder: str | None = None
    real_folder: str = ""
    """Where the links of `folder`, that of the last file, lead."""
    last: str | None = None
    """Where the last file was, links followed."""

    def is_new(self, path: str) -> bool:
        """Whether a file was not there before; from now on it is."""
        folder, name = os.path.split(path)
        if name in ("", os.curdir, os.pardir) or os.path.islink(path):
            folder, name = os.path.split(os.path.realpath(path))
        elif folder == self.folder:
            folder = self.real_folder
        else:
            self.folder = folder
            folder = self.real_folder = os.path.realpath(folder)
        if folder != self.last:
            self.leave()
            self.last = folder
        names = self.of(folder)
        if name in names:
            return False
        names.add(name)
        return True

    def leave(self) -> None:
        """Keep the names of the last folder in one text."""
        if self.last is not None and self.last not in self.again:
            self.left[self.last] = os.sep.join(self.names.pop(self.last))

    def of(self, folder: str) -> set[str]:
        """The names of a folder so far."""
        found = self.names.get(folder)
        if found is None:
            before = self.left.pop(folder, None)
            if before is not None:
                self.again.add(folder)
            found = self.names[folder] = set() if before is None else set(before.split(os.sep))
        return found


def walk(folder: str, patterns: tuple[str, ...], root: Path) -> Iterator[FoundFile]:
    """The files of one folder and those below it."""
    closed: list[str] = []
    for directory, subfolders, names in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        subfolders[:] = [
            name
            for name in sorted(subfolders)
            if not is_hidden(name) and not excluded(os.path.join(directory, name), patterns, root)
        ]
        for name in sorted(names):
            path = os.path.join(directory, name)
            if not is_hidden(name) and is_to_check(path) and not excluded(path, patterns, root):
                yield FoundFile(os.path.normpath(path))
    # A folder that cannot be opened is reported like a file that cannot be read.
    yield from map(FoundFile, closed)


def is_hidden(name: str) -> bool:
    """Whether a file or folder is passed over whatever is in it."""
    return name.startswith(".") or name == "__pycache__"


def is_to_check(path: str) -> bool:
    """Whether a file of a walked folder is one to check."""
    name = os.path.basename(path)
    if is_factbook(name) or is_schema(name):
        return True
    format = format_of_path(name)
    if format is None or name in format.endings:
        return False
    if format.name != "brat":
        return True
    from newsfacts.formats.brat import text_path

    return text_path(Path(path)).is_file()


def excluded_with_folders(path: str, patterns: tuple[str, ...], root: Path) -> bool:
    """Whether one of the patterns fits a path, or a folder on the way to it from the root."""
    relative = os.path.relpath(path, root)
    while relative and relative not in (os.curdir, os.pardir, os.sep):
        if excluded(os.path.join(root, relative), patterns, root):
            return True
        relative = os.path.dirname(relative)
    return False


def excluded(path: str, patterns: tuple[str, ...], root: Path) -> bool:
    """Whether one of the patterns fits the path from the root, or the file's name."""
    if not patterns:
        return False
    relative = os.path.relpath(path, root).replace(os.sep, "/")
    return any(
        fnmatch.fnmatchcase(relative, pattern) or fnmatch.fnmatchcase(os.path.basename(path), pattern)
        for pattern in patterns
    )
