"""Whether two counted nouns are one."""

from __future__ import annotations

import functools

from newsfacts.values.quantities.scales import scale_of

__all__ = ["same_unit"]


def same_unit(first: str, second: str) -> bool:
    """Whether two counted nouns may be the same: they share a word, plural or not ("police officers", "officer").

    Men, women and children are people, and "°C" is "degrees Celsius".
    """
    if first == second or not stems(first).isdisjoint(stems(second)):
        return True
    scale = scale_of(first, None)
    return scale is not None and scale == scale_of(second, None)


@functools.lru_cache(maxsize=2048)
def stems(unit: str) -> frozenset[str]:
    """The words of a unit without plural endings, and of a compound ("17-year-old") what it is counted in."""
    words = [part for word in unit.lower().split() for part in word.split("-") if part not in _SHAPES]
    return frozenset(_IRREGULAR.get(word, word.removesuffix("s")) for word in words)


_SHAPES = frozenset({"old", "olds", "long", "wide", "high", "tall", "deep", "thick"})
"""What compounds with a unit say about: a year-old, a mile-long."""

_IRREGULAR = {
    "people": "person", "persons": "person", "man": "person", "men": "person", "woman": "person", "women": "person",
    "boys": "person", "girls": "person", "children": "person", "child": "person", "countries": "country",
    "cities": "city", "families": "family", "companies": "company", "parties": "party", "feet": "foot",
}  # fmt: skip
