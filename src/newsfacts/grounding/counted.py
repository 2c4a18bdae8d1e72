"""What a value counts: the noun, and whether it is people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.finders.content_words import Word, stem
from newsfacts.finders.results import FoundQuantity, FoundValue
from newsfacts.text.english import class_of_noun
from newsfacts.text.spans import Span
from newsfacts.values.quantities.quantity import QuantityKind

__all__ = ["counted_noun", "counts_people", "is_bare_number", "is_counted"]


def is_bare_number(value: FoundValue) -> bool:
    """Whether it is a number that counts nothing that is said."""
    if not isinstance(value, FoundQuantity) or value.counted is not None:
        return False
    return value.value.kind is QuantityKind.NUMBER and value.value.unit is None


def is_counted(value: FoundValue) -> bool:
    return isinstance(value, FoundQuantity) and value.counted is not None


def counted_noun(value: FoundValue, words: Sequence[Word]) -> str | None:
    """The stem of the last word of the counted noun phrase; `words` are those of the value."""
    if not isinstance(value, FoundQuantity) or value.counted is None or value.value.kind is QuantityKind.MONEY:
        return None
    counted: Span = value.counted
    inside = [word for word in words if counted.start <= word.start and word.end <= counted.end]
    if not inside:
        return None
    last = inside[-1]
    return last.stem or stem(value.words[last.start - value.span.start : last.end - value.span.start].lower())


_AGENTS: Final = ("ers", "ors", "ists", "ees", "ants", "ents", "ians", "men", "women")


def counts_people(value: FoundValue) -> bool:
    """Whether the counted noun is a word for people, a known one or one that ends as such words do."""
    if not isinstance(value, FoundQuantity) or value.counted is None:
        return False
    words = value.words[value.counted.start - value.span.start :].lower()
    return class_of_noun(words) == "person" or words.endswith(_AGENTS)
