"""Ids for what a draft defines: short words in ASCII, each once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["Ids"]

MAX_ID_WORDS = 4
MAX_ID_LENGTH = 60
"""How many characters of words an id has: a text may have a word of any length."""

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


class Ids:
    """Gives out ids that are not taken yet."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken: set[str] = set(taken)
        self.numbers: dict[str, int] = {}
        """The highest number given to each id that was wanted more than once."""

    def new(self, words: str, fallback: str) -> str:
        """An id made of words; with a number where it is taken, and of `fallback` where no letter can be kept."""
        ascii_words = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
        parts = [part for part in _NOT_IN_IDS.split(ascii_words.replace("'", "")) if part][:MAX_ID_WORDS]
        base = "-".join(parts)[:MAX_ID_LENGTH].rstrip("-")
        if not base or not base[0].isalpha():
            base = f"{fallback}-{base}" if base else fallback
        found, number = base, self.numbers.get(base, 1)
        while found in self.taken:
            number += 1
            found = f"{base}-{number}"
        self.numbers[base] = number
        self.taken.add(found)
        return found
