"""Closed lists of words."""

from __future__ import annotations

import enum

__all__ = ["WordEnum"]


class WordEnum(enum.Enum):
    """A closed list whose members print as the words they are written with."""

    def __str__(self) -> str:
        return str(self.value)
