"""What installed packages bring along, by entry point: `newsfacts.schemas`, `newsfacts.rules`, `newsfacts.formats`."""

from __future__ import annotations

import functools
from typing import Any

import attrs

from newsfacts.errors import UsageError

__all__ = ["Plugin", "plugins"]


@attrs.frozen
class Plugin:
    """One entry point that was loaded: where it comes from, and what it names."""

    where: str
    value: Any


@functools.lru_cache(maxsize=8)
def plugins(group: str) -> tuple[Plugin, ...]:
    """Everything that packages offer under `newsfacts.{group}`, in the order of their names. Raises `UsageError`."""
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
