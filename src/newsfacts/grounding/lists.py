"""Lists of numbers: so many of them in a sentence, so close together, that no words say what each one is.

They are known before their numbers are read, so that a text of nothing but numbers takes no more time than another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newsfacts.grounding.sentences import Sentence
from newsfacts.text.spans import Span

__all__ = ["CLOSE", "MAX_NUMERALS", "list_in", "without_lists"]

MAX_NUMERALS: Final = 40
"""A sentence has at most so many numbers in digits, or they are farther apart than `CLOSE`; else it is a list."""
CLOSE: Final = 8
"""So many code points a number of a list and what comes before the next one take at most, on average over the sentence."""

_NUMERAL: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_NO_SPACE: Final = re.compile(r"\S")
_FILLER: Final = "x"
_STOP: Final = ";"
"""What comes before a list is not joined to what is put in its place."""


def list_in(sentence: Sentence) -> Span | None:
    """The list of numbers that a sentence is, from its first number to its last one; None where it is none."""
    prose = sentence.prose
    if len(prose) <= 2 * MAX_NUMERALS:
        return None
    found = list(_NUMERAL.finditer(prose))
    if len(found) <= MAX_NUMERALS or len(prose) > CLOSE * len(found):
        return None
    return Span(found[0].start(), found[-1].end()).shifted(sentence.span.start)


def without_lists(text: str, lists: Iterable[Span]) -> str:
    """A text in which other signs are in place of each list, given in order; everything else stays where it is."""
    parts: list[str] = []
    at = 0
    for span in lists:
        signs = _NO_SPACE.sub(_FILLER, span.slice(text))
        parts += (text[at : span.start], signs.replace(_FILLER, _STOP, 1))
        at = span.end
    return "".join((*parts, text[at:])) if parts else text
