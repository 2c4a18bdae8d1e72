"""The sources that a text was written from: a rewrite, a summary and an answer use hardly a word that their source has not.

In a report of the same event by someone else, about half of the words are other ones, and so are many of its names and most
of its numbers. Someone who puts a text into other words keeps its names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from newsfacts.finders.content_words import Word
from newsfacts.grounding.index import SourceIndex
from newsfacts.sources.document import SourceDocument

__all__ = ["MAX_SENTENCES", "Origins"]

COVERED: Final = 0.72
"""From this part of words that a source has, plus half of the part of values that it supports, a text was written from it."""
LEAST_COVERED: Final = 0.5
"""So many of the words, at least."""
NAMES_COVERED: Final = 0.8
"""From this part of names that a source has on, the names of a text are those of the source."""
LEAST_NAMES: Final = 2
"""So many names, at least: a single one is in any report."""
LENGTH_OF_SOURCE: Final = 2
"""Two reports of the same event have the same names, too; a source has so many times as many words as what sums it up."""
COVERED_WITH_NAMES: Final = 0.46
"""`COVERED` of a short text whose names are those of the source."""
LEAST_COVERED_WITH_NAMES: Final = 0.4
"""`LEAST_COVERED` of such a text."""
LEAST_WORDS: Final = 10
"""A text of fewer content words shares them with a source by chance."""
MAX_SENTENCES: Final = 200
"""A longer source has most words that a text may have."""
MAX_ORIGINS: Final = 4
"""So many sources, those that have most of the words, are taken for those that a text was written from."""


class Origins:
    """The sources that a text was written from. `supported` counts the values of the text that each source supports."""

    def __init__(
        self, index: SourceIndex, words: Iterable[Sequence[Word]], supported: Counter[int], values: int
    ) -> None:
        said = [word for sentence in words for word in sentence if word.stem]
        self.stems: frozenset[str] = frozenset(word.stem for word in said)
        self.names: frozenset[str] = frozenset(
            word.stem for word in said if (word.is_name or word.is_first) and index.knows_name(word.stem)
        )
        covering = {
            id(document): self._covered(index.stems_of(document), supported[id(document)] / max(values, 1))
            for document in index.documents
            if 0 < index.size(document) <= MAX_SENTENCES
        }
        found = [document for document in index.documents if covering.get(id(document), 0.0) > 0.0]
        found.sort(key=lambda document: -covering[id(document)])
        self.documents: tuple[SourceDocument, ...] = tuple(found[:MAX_ORIGINS])

    def _covered(self, known: Collection[str], part_supported: float) -> float:
        """The part of the words that a source has, plus half of the part of values that it supports; 0 where it has too few."""
        if len(self.stems) < LEAST_WORDS:
            return 0.0
        part = _part(self.stems, known)
        least, enough = (
            (LEAST_COVERED_WITH_NAMES, COVERED_WITH_NAMES) if self._has_names_of(known) else (LEAST_COVERED, COVERED)
        )
        covered = part + part_supported / 2
        return covered if part >= least and covered >= enough else 0.0

    def _has_names_of(self, known: Collection[str]) -> bool:
        """Whether a text that is much shorter than a source has the names of that source."""
        is_short = len(known) >= LENGTH_OF_SOURCE * len(self.stems)
        return is_short and len(self.names) >= LEAST_NAMES and _part(self.names, known) >= NAMES_COVERED


def _part(stems: Collection[str], known: Collection[str]) -> float:
    return sum(stem in known for stem in stems) / len(stems)
