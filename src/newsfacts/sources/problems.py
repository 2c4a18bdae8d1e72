"""Why a source cannot be read, before it is known which file it is in."""

from __future__ import annotations

import importlib
from types import ModuleType

__all__ = ["EXTRA", "Refused", "required"]

EXTRA = "pip install newsfacts[sources]"
"""What brings the packages that HTML and PDF are read with."""


class Refused(Exception):
    """A source that cannot be read: why, and what to do, both as words for a person."""

    def __init__(self, reason: str, help: str = "") -> None:
        self.reason = reason
        self.help = help
        super().__init__(reason)


def required(module: str, what: str) -> ModuleType:
    """A module of a package that is an extra. Raises `Refused` where it is not installed or does not load."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        missing = error.name is not None and error.name.partition(".")[0] == package
        reason = "which is not installed" if missing else f"which does not load: {error}"
        raise Refused(f"{what} is read with the package {package}, {reason}", f"Run: {EXTRA}") from None
