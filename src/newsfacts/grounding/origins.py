"""The sources that a text was written from: a rewrite, a summary and an answer use hardly a word that their source has not.

In a report of the same event by someone else, about half of the words are other ones, and so are most of its numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from newsfacts.grounding.index import SourceIndex
from newsfacts.grounding.words import Word
from newsfacts.sources.document import SourceDocument

__all__ = ["MAX_SENTENCES", "Origins"]

COVERED: Final = 0.72
"""From this part of words that a source has, plus half of the part of values that it supports, a text was written from it."""
LEAST_COVERED: Final = 0.5
"""So many of the words, at least."""
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
        self.stems: frozenset[str] = frozenset(word.stem for sentence in words for word in sentence if word.stem)
        covering = {
            id(document): self._covered(index.stems_of(document), supported[id(document)] / max(values, 1))
            for document in index.documents
            if 0 < index.size(document) <= MAX_SENTENCES
        }
        found = [document for document in index.documents if covering.get(id(document), 0.0) >= COVERED]
        found.sort(key=lambda document: -covering[id(document)])
        self.documents: tuple[SourceDocument, ...] = tuple(found[:MAX_ORIGINS])

    def _covered(self, known: Collection[str], part_supported: float) -> float:
        """The part of the words that a source has, plus half of the part of values that it supports; 0 where it has too few."""
        if len(self.stems) < LEAST_WORDS:
            return 0.0
        covered = sum(stem in known for stem in self.stems) / len(self.stems)
        return covered + part_supported / 2 if covered >= LEAST_COVERED else 0.0
