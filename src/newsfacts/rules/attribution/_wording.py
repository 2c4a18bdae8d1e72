"""English words of sourcing that several rules of this family look for: pronouns, nouns for sources, plurals."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType

__all__ = [
    "BARE_PEOPLE",
    "BARE_SOURCES",
    "NUMBERS_OF_PRONOUNS",
    "bare_source",
    "head",
    "is_plural",
    "lower_words",
    "pronoun",
]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

NUMBERS_OF_PRONOUNS: Mapping[str, str] = MappingProxyType({
    "he": "singular", "him": "singular", "his": "singular", "she": "singular", "her": "singular", "it": "singular",
    "its": "singular", "they": "plural", "them": "plural", "their": "plural", "we": "plural", "us": "plural",
    "both": "plural", "who": "either", "which": "either", "i": "singular", "you": "either",
})  # fmt: skip
"""Pronouns that stand as a source, and how many they speak of."""

BARE_SOURCES = ("source", "sources", "insider", "insiders")
"""Nouns that say nothing about a source beyond that there is one."""

BARE_PEOPLE = ("person", "persons", "people", "someone", "somebody", "man", "woman", "men", "women")
"""Nouns that say as little of somebody who is known to be a source. "Few people believe" speaks of no source."""

_DETERMINERS = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "another", "other", "one", "two", "three", "four",
    "five", "six", "some", "several", "many", "multiple", "various", "few", "more", "unnamed", "anonymous",
    "unidentified", "different", "separate", "certain", "same", "single",
})  # fmt: skip
_SINGULAR = frozenset({
    "a", "an", "one", "another", "this", "that", "each", "every", "no", "single", "someone", "somebody",
})  # fmt: skip
_LINKS = frozenset({
    "of", "in", "at", "on", "from", "with", "to", "for", "who", "whom", "whose", "that", "which", "close",
    "familiar", "near", "inside", "within", "involved", "briefed", "speaking", "aware", "knowledgeable",
    "about", "by", "under", "working", "and", "or",
})  # fmt: skip


@functools.lru_cache(maxsize=2048)
def lower_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without digits and punctuation."""
    return tuple(_WORD.findall(text.lower()))


def pronoun(text: str) -> str | None:
    """The pronoun that these words are, in lower case; None where they are more or other."""
    words = lower_words(text)
    return words[0] if len(words) == 1 and words[0] in NUMBERS_OF_PRONOUNS else None


def bare_source(text: str, nouns: tuple[str, ...] = BARE_SOURCES) -> bool:
    """Whether words name a source without describing it: "two people", but not "a source in the ministry"."""
    words = [word for word in lower_words(text) if word not in _DETERMINERS]
    return len(words) == 1 and words[0] in nouns


def head(text: str) -> tuple[str, ...]:
    """The words up to the noun that a phrase is about: "sources" of "three sources close to the talks"."""
    words = lower_words(text)
    for number, word in enumerate(words):
        if word in _LINKS and number:
            return words[:number]
    return words


def is_plural(text: str) -> bool:
    """Whether a noun phrase speaks of several: "two people", but not "one of the officials" or "the boss"."""
    words = head(text)
    if not words or words[0] in _SINGULAR:
        return False
    noun = words[-1]
    return noun in ("people", "police", "both") or (
        noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s", "’s"))
    )
