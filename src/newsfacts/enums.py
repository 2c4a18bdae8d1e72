"""Closed lists of words."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

__all__ = ["WordEnum"]


class WordEnum(enum.Enum):
    """A closed list whose members print as the words they are written with."""

    def __str__(self) -> str:
        return str(self.value)

    def __repr__(self) -> str:
        """As it is written in code, so that the repr of what contains it can be pasted back."""
        return f"{type(self).__name__}.{self.name}"

    # Each member is there once, so its identity will do; the hash of the base class is that of the name, which takes longer.
    if TYPE_CHECKING:

        def __hash__(self) -> int: ...
    else:
        __hash__ = object.__hash__
