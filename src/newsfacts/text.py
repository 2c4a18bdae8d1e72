"""A text and its offsets. Offsets are code points, half-open, counted from 0; lines and columns are counted from 1.

A line ends at LF, CR LF or a lone CR; the terminator belongs to the line it ends. Nothing is ever normalized.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from functools import cached_property

import attrs

__all__ = ["Place", "Position", "SourceText"]

_LINE_END = re.compile(r"\r\n?|\n")
_ASTRAL = re.compile(r"[\U00010000-\U0010ffff]")


@attrs.frozen(order=True)
class Position:
    """A line and a column, both counted from 1; the column counts code points."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"
