"""Why the words of a count cannot be read: one answer, so that exactly one rule speaks of it."""

from __future__ import annotations

import enum
import functools
import re

from newsfacts.errors import UnreadableValue
from newsfacts.model import Unreadable, read_quantity_words
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS
from newsfacts.values.quantities.reading.tokens import tokenize

__all__ = ["Trouble", "trouble"]

_BETWEEN = re.compile(r"\s*(?:somewhere |anywhere )?between\s", re.IGNORECASE)
_JOINTS = frozenset({"-", "–", "and"})


class Trouble(enum.Enum):
    """What is the matter with words that cannot be read as one quantity."""

    REVERSED = "reversed range"
    NOT_ONE_NUMERAL = "number words that do not fit together"
    OTHER = "other"


@functools.lru_cache(maxsize=1024)
def trouble(words: str) -> Trouble:
    """The trouble of words of which it is known that they cannot be read."""
    opening = _BETWEEN.match(words)
    if opening is not None and " and " in words and is_reversed(words[opening.end() :]):
        return Trouble.REVERSED
    return Trouble.NOT_ONE_NUMERAL if is_run_of_number_words(words) else Trouble.OTHER


def is_reversed(ends: str) -> bool:
    """Whether "50 and 40 people" runs downward, although it can be read the other way round."""
    first, _, second = ends.partition(" and ")
    turned = read_quantity_words(f"between {second} and {first}")
    return not isinstance(turned, Unreadable) or downward(first, second)


def downward(first: str, second: str) -> bool:
    """Whether both ends can be read, in one unit, and the first is above the second."""
    one, other = read_quantity_words(first), read_quantity_words(second)
    if isinstance(one, Unreadable) or isinstance(other, Unreadable) or one.stated is None or other.stated is None:
        return False
    return one.stated > other.stated and one.currency == other.currency


def is_run_of_number_words(words: str) -> bool:
    """Whether two or more number words stand in a row ("eleven three", "twenty ten people") that make no numeral."""
    try:
        tokens = tokenize(words)
    except UnreadableValue:
        return False
    row = 0
    for token in tokens:
        if token.text in NUMBER_WORDS:
            row += 1
        elif row and token.text in _JOINTS:
            continue
        elif row:
            break
    return row > 1
