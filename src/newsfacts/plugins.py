"""What installed packages bring along, by entry point: `newsfacts.schemas`, `newsfacts.rules`, `newsfacts.formats`, `newsfacts.engines`."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterator
from typing import Any

from newsfacts.errors import UsageError
from newsfacts.files import read_bytes
from newsfacts.immutable import frozen

__all__ = ["Plugin", "plugins"]


@frozen
class Plugin:
    """One entry point that was loaded: where it comes from, and what it names."""

    where: str
    value: Any


@functools.lru_cache(maxsize=8)
def plugins(group: str) -> tuple[Plugin, ...]:
    """Everything that packages offer under `newsfacts.{group}`, in the order of their names. Raises `UsageError`."""
    if not may_be_offered():
        return ()
    from importlib.metadata import entry_points

    found = []
    for entry in sorted(entry_points(group=f"newsfacts.{group}"), key=lambda entry: (entry.name, entry.value)):
        package = entry.dist.name if entry.dist is not None else entry.value
        where = f"{entry.name} of the package {package}"
        try:
            found.append(Plugin(where, entry.load()))
        except Exception as error:  # whatever goes wrong in a package of someone else, the user must hear which one
            raise UsageError(f"the {group} {where} cannot be loaded: {type(error).__name__}: {error}") from error
    return tuple(found)


_FINDERS = frozenset({"BuiltinImporter", "FrozenImporter", "PathFinder"})
_MARK = b"[newsfacts."
"""Begins the name of a group of entry points in the file that says which a package has."""

_MAX_SIZE = 1024 * 1024


def may_be_offered() -> bool:
    """Whether some installed package may have an entry point for newsfacts: a look at the files that would say so.

    Asking `importlib.metadata` takes as long as checking a small file, and most users have no such package. Where
    packages may be found in any other way than in the folders of the path, the answer is yes.
    """
    if any(hasattr(finder, "find_distributions") and _name_of(finder) not in _FINDERS for finder in sys.meta_path):
        return True
    return _is_offered_on(tuple(sys.path))


@functools.lru_cache(maxsize=1)
def _is_offered_on(path: tuple[str, ...]) -> bool:
    return any(map(_is_offered_in, path))


def _name_of(finder: object) -> str:
    return finder.__name__ if isinstance(finder, type) else type(finder).__name__


def _is_offered_in(folder: str) -> bool:
    """Whether a package that is installed in a folder of the path may offer something."""
    if os.path.isfile(folder):  # an archive
        return True
    try:
        found = list(_entry_points_in(folder or "."))
    except OSError:  # the path may name what is not there
        return False
    return any(map(_names_newsfacts, found))


def _entry_points_in(folder: str) -> Iterator[str]:
    is_egg = folder.lower().endswith(".egg")
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name.lower()
            if name.endswith((".dist-info", ".egg-info")) or (is_egg and name == "egg-info"):
                yield os.path.join(entry.path, "entry_points.txt")


def _names_newsfacts(path: str) -> bool:
    try:
        return _MARK in read_bytes(path, limit=_MAX_SIZE)
    except OSError:  # most packages have none
        return False
