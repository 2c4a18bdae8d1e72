"""What is known of the pieces that phrases are cut into, so that each is looked at once and not in every phrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

__all__ = ["MAX_KNOWN", "Pieces"]

T = TypeVar("T")

MAX_KNOWN: Final = 8192
"""How many pieces one table remembers; those that come later are looked at each time."""
_LONGEST_WORD: Final = 24
_LONGEST_NUMERAL: Final = 5
"""Years and days of the month come again, "46,995" does not; both in code points, with the space before them."""


class Pieces(dict[str, T]):
    """A table from a piece of a phrase, with the space before it, to what `make` says it is.

    It is filled as pieces come, so that `map(pieces.__getitem__, ...)` reads a phrase without a step of Python for each
    word. What it hands out is shared by all phrases and never changed.
    """

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, piece: str) -> T:
        found = self._make(piece)
        longest = _LONGEST_NUMERAL if piece[-1].isdigit() else _LONGEST_WORD
        if len(piece) <= longest and len(self) < MAX_KNOWN:
            self[piece] = found
        return found
