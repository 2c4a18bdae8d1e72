"""How far vague words reach by default, in one table for `Quantity` and `Policy`."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SIZES", "TIERS", "VAGUE_WORDS", "Reach"]


class Reach(NamedTuple):
    """The core that a reader takes a vague word to mean, and the widest reading around it."""

    low: int
    high: int
    outer_low: int
    outer_high: int


TIERS: Final[Mapping[str, Reach]] = MappingProxyType(
    {
        "couple": Reach(2, 2, 2, 3),
        "few": Reach(3, 5, 2, 10),
        "handful": Reach(3, 6, 2, 10),
        "several": Reach(3, 9, 3, 20),
        "dozens": Reach(24, 99, 20, 200),
        "scores": Reach(40, 199, 20, 400),
    }
)
"""The vague words whose reach a policy can change."""

SIZES: Final[Mapping[str, int]] = MappingProxyType(
    {
        "tens": 10, "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12,
        "lakhs": 10**5, "crores": 10**7,
    }
)  # fmt: skip
"""Plural magnitudes -> the one that they are plurals of: from two of it to just below ten."""


def _ends(size: int) -> tuple[int, int]:
    return 2 * size, (100 if size == 10 else 10 * size) - 1


VAGUE_WORDS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        **{word: (reach.low, reach.high) for word, reach in TIERS.items()},
        **{word: _ends(size) for word, size in SIZES.items()},
    }
)
"""Every vague word with the ends of its core; a quantity multiplies them by its `granularity` ("several hundred" is
`several` by 100)."""
