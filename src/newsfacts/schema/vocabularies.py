"""The ready-made vocabularies: schema files that are shipped with newsfacts and named `newsfacts:casualties`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from newsfacts.errors import UsageError
from newsfacts.text.suggestions import suggestion

__all__ = ["PREFIX", "schema_folder", "schema_path", "vocabularies", "vocabulary"]

PREFIX = "newsfacts:"
"""What the name of a shipped vocabulary begins with, where it is named instead of a path."""

_ENDING = ".schema.yaml"


def schema_folder() -> Path:
    """The folder of the shipped schemas: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "schemas"
    return installed if installed.is_dir() else package.parent.parent / "schemas"


@functools.lru_cache(maxsize=1)
def vocabularies() -> Mapping[str, Path]:
    """The schema file of each vocabulary, by name."""
    found = {path.name.removesuffix(_ENDING): path for path in sorted(schema_folder().glob(f"*{_ENDING}"))}
    return MappingProxyType(found)


def vocabulary(name: str) -> Path:
    """The file of one vocabulary, named with or without `newsfacts:`. Raises `UsageError` with the nearest name."""
    wanted = name.removeprefix(PREFIX)
    try:
        return vocabularies()[wanted]
    except KeyError:
        raise UsageError(f"no vocabulary is named {wanted!r}{suggestion(wanted, vocabularies())}") from None


def schema_path(name: str, folder: Path) -> Path:
    """The schema file that a configuration names: a vocabulary, or a path from `folder`. Raises `UsageError`."""
    return vocabulary(name) if name.startswith(PREFIX) else folder / name
