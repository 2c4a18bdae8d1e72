"""Where the rules about spans find the end of a sentence."""

from __future__ import annotations

from newsfacts.patterns import lazy_pattern
from newsfacts.text.english import ends_in_abbreviation

__all__ = ["sentence_break"]

_SENTENCE_END = lazy_pattern(r"(?<![.!?])[.!?]++[\"'”’»)\]]*+\s++(?=[\"'“‘«(\[]*+[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я])")


def sentence_break(words: str) -> int | None:
    """Where a second sentence begins within these words; None where, as far as can be seen, none does."""
    for found in _SENTENCE_END.finditer(words):
        first = found[0].lstrip(".")
        if len(found[0]) - len(first) != 1 or not ends_in_abbreviation(words[: found.start() + 1]):
            return found.end()
    return None
