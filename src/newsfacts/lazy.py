"""Names of a package whose module is imported when one of them is first used."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["Loader", "lazy_names"]

Loader = Callable[[str], Any]
"""The `__getattr__` of a module."""


def lazy_names(package: str, homes: Mapping[str, str]) -> Loader:
    """The `__getattr__` of a package. `homes` has the module of each name, from the package on: `{"ground": "ground"}`.

    What it returns raises `AttributeError` for other names, as every module does, and is asked for each name only once.
    """

    def load(name: str) -> Any:
        home = homes.get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f"{package}.{home}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return load
