"""The sentences of the sources, found by the words that they share with a sentence of the text.

Numbers and dates of a source sentence are read when it is first looked at, so that a long source costs little more than
one pass over its words.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from newsfacts.finders.assertions import Assertion, assertion_at
from newsfacts.finders.changes import with_change
from newsfacts.finders.content_words import Word, content_words
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.finders.values import find_values
from newsfacts.grounding.context import Context, contexts_of
from newsfacts.grounding.further import further_values
from newsfacts.grounding.lists import list_in, without_lists
from newsfacts.grounding.sentences import sentences_of
from newsfacts.sources.document import Markup, SourceDocument
from newsfacts.text.markdown_spans import Block
from newsfacts.text.spans import Span
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.quantity import Quantity

__all__ = ["MAX_VALUES", "REACH", "SourceIndex", "SourceSentence", "shifted"]

MAX_CANDIDATES: Final = 40
"""How many sentences of the sources are looked at for one sentence of the text."""
MAX_POSTINGS: Final = 400
"""A word that is in more sentences than this does not lead to candidates."""
_FEW_ENOUGH: Final = range(1, MAX_POSTINGS + 1)
MAX_STEMS: Final = 40
"""So many words of a sentence, the rarest, lead to candidates."""
MAX_VALUES: Final = 40
"""A sentence with more numbers and times than this is a list, whose words do not say what each of them is."""
REACH: Final = 2
"""So many sentences on either side are the surroundings of a sentence."""
MAX_SAME_NUMBER: Final = 60
"""How many sentences with the same digits are looked at."""


@attrs.frozen(eq=False, slots=False)
class BlockValues:
    """The numbers and times of a paragraph of a source, read when they are first asked for.

    They are read together, so that "the same day" is the one that the paragraph names before.
    """

    block: Block
    published: dt.date | None
    policy: Policy | None
    lists: list[Span]
    """Its lists of numbers, which are not read; with spans of the block."""

    @cached_property
    def values(self) -> tuple[FoundValue, ...]:
        """With spans of the block."""
        text = without_lists(self.block.text, self.lists)
        return further_values(text, find_values(text, published=self.published, policy=self.policy))

    @cached_property
    def starts(self) -> list[int]:
        """Where each value begins."""
        return [value.span.start for value in self.values]

    def within(self, sentence: Span) -> Iterator[FoundValue]:
        """Those of a sentence, with spans of the sentence."""
        first = bisect_left(self.starts, sentence.start - self.block.start)
        for value in self.values[first:]:
            if value.span.end + self.block.start > sentence.end:
                break
            yield shifted(value, self.block.start - sentence.start)


def shifted(value: FoundValue, by: int) -> FoundValue:
    """A value with its spans so many code points later."""
    if isinstance(value, FoundQuantity):
        counted = None if value.counted is None else value.counted.shifted(by)
        return attrs.evolve(value, span=value.span.shifted(by), counted=counted)
    return attrs.evolve(value, span=value.span.shifted(by))


@attrs.frozen(eq=False, slots=False)
class SourceSentence:
    """A sentence of a source. `number` counts the sentences of all sources from 0."""

    document: SourceDocument
    span: Span
    prose: str
    paragraph: int
    number: int
    block: BlockValues

    @cached_property
    def words(self) -> list[Word]:
        """Its tokens."""
        return content_words(self.prose)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Its content words."""
        return frozenset(word.stem for word in self.words if word.stem)

    @cached_property
    def values(self) -> tuple[FoundValue, ...]:
        """Its numbers and times, with spans of the sentence."""
        return tuple(self.block.within(self.span))

    @cached_property
    def _quantities(self) -> dict[Span, Quantity]:
        return {value.span: with_change(value, self.prose) for value in self.values if isinstance(value, FoundQuantity)}

    def quantity(self, value: FoundQuantity) -> Quantity:
        """A number of the sentence with what the words around it make of it."""
        return self._quantities[value.span]

    @cached_property
    def _assertions(self) -> dict[Span, Assertion]:
        return {}

    def assertion(self, value: FoundValue) -> Assertion:
        """How the sentence puts one of its values: it may deny it."""
        found = self._assertions.get(value.span)
        if found is None:
            found = self._assertions[value.span] = assertion_at(self.prose, value.span)
        return found

    @cached_property
    def times(self) -> tuple[FoundTime, ...]:
        """Its times."""
        return tuple(value for value in self.values if isinstance(value, FoundTime))


class SourceIndex:
    """All sentences of all sources, by their content words and by the digits of their numbers."""

    def __init__(self, documents: Sequence[SourceDocument], policy: Policy | None = None) -> None:
        self.documents: tuple[SourceDocument, ...] = tuple(documents)
        self.sentences: list[SourceSentence] = []
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._sizes: Counter[int] = Counter()
        self._stems: dict[int, frozenset[str]] = {}
        self._firsts: dict[int, int] = {}
        """The number of the first sentence of each source."""
        self._around: dict[int, frozenset[str]] = {}
        self._contexts: dict[int, list[tuple[FoundValue, Context]]] = {}
        self._weights: dict[str, float] = {}
        self._names: Counter[str] = Counter()
        self._common: Counter[str] = Counter()
        self._by_digits: dict[str, list[int]] = defaultdict(list)
        for document in documents:
            block: BlockValues | None = None
            for sentence in sentences_of(document.text, "markdown" if document.markup is Markup.MARKDOWN else "text"):
                if block is None or block.block is not sentence.block:
                    block = BlockValues(sentence.block, document.published, policy, [])
                numbers = list_in(sentence)
                if numbers is not None:
                    block.lists.append(numbers.shifted(-sentence.block.start))
                number = len(self.sentences)
                self._add(SourceSentence(document, sentence.span, sentence.prose, sentence.paragraph, number, block))

    def _add(self, sentence: SourceSentence) -> None:
        self._firsts.setdefault(id(sentence.document), sentence.number)
        self.sentences.append(sentence)
        self._sizes[id(sentence.document)] += 1
        words = sentence.words
        self.learn(words)
        for stem in {word.stem for word in words if word.stem}:
            self._by_stem[stem].append(sentence.number)
        for digits in {
            key for word in words if not word.stem and (key := _digits(sentence.prose[word.start : word.end]))
        }:
            self._by_digits[digits].append(sentence.number)

    def weight(self, stem: str) -> float:
        """How much a shared word tells: the logarithm of how rare it is. A word that no source has tells most."""
        found = self._weights.get(stem)
        if found is None:
            found = math.log((len(self.sentences) + 2) / (len(self._by_stem.get(stem, ())) + 1))
            self._weights[stem] = found
        return found

    def contexts(self, sentence: SourceSentence) -> list[tuple[FoundValue, Context]]:
        """The numbers and times of a sentence, each with what it is about; none of a list of numbers."""
        found = self._contexts.get(sentence.number)
        if found is None:
            values = sentence.values if len(sentence.values) <= MAX_VALUES else ()
            found = list(zip(values, contexts_of(values, sentence.words, self, sentence.prose), strict=True))
            self._contexts[sentence.number] = found
        return found

    def has(self, stem: str) -> bool:
        """Whether the sources have a word."""
        return stem in self._by_stem

    def learn(self, words: Iterable[Word]) -> None:
        """Remember which words are written with a capital within a sentence, and which without."""
        for word in words:
            if word.is_name:
                self._names[word.stem] += 1
            elif word.stem and not word.is_first:
                self._common[word.stem] += 1

    def is_name(self, word: Word) -> bool:
        """Whether a capitalised word that begins a sentence is a name: it is written so elsewhere, or it may well be one."""
        return self.knows_name(word.stem) or (word.may_be_name and word.stem not in self._common)

    def knows_name(self, stem: str) -> bool:
        """Whether a word is written with a capital within a sentence, and more often than without."""
        return self._names[stem] > self._common[stem]

    def near(self, stems: Iterable[str]) -> list[SourceSentence]:
        """The sentences that share most with a sentence of the text, best first; each wording once."""
        weights: Counter[int] = Counter()
        known = sorted((stem for stem in stems if len(self._by_stem.get(stem, ())) in _FEW_ENOUGH), key=self._rarity)
        for stem in known[:MAX_STEMS]:
            weight = self.weight(stem)
            for number in self._by_stem[stem]:
                weights[number] += weight  # type: ignore[assignment]  # a Counter counts in floats just as well
        best = (self.sentences[number] for number, _ in weights.most_common(2 * MAX_CANDIDATES))
        return list({sentence.prose: sentence for sentence in reversed(list(best))}.values())[
            : -MAX_CANDIDATES - 1 : -1
        ]

    def _rarity(self, stem: str) -> tuple[int, str]:
        return len(self._by_stem[stem]), stem

    def with_digits(self, words: str) -> list[SourceSentence]:
        """The sentences that have a number of the same digits as the words of a value."""
        found: dict[int, SourceSentence] = {}
        for token in content_words(words):
            digits = _digits(words[token.start : token.end]) if not token.stem else ""
            for number in self._by_digits.get(digits, ())[:MAX_SAME_NUMBER] if digits else ():
                found[number] = self.sentences[number]
        return list(found.values())

    def size(self, document: SourceDocument) -> int:
        """How many sentences a source has."""
        return self._sizes[id(document)]

    def sentences_of(self, document: SourceDocument) -> list[SourceSentence]:
        """The sentences of a source in order."""
        first = self._firsts.get(id(document), 0)
        return self.sentences[first : first + self.size(document)]

    def next_to(self, sentence: SourceSentence) -> list[SourceSentence]:
        """A sentence and those right before and after it in the same source."""
        near = self.sentences[max(sentence.number - 1, 0) : sentence.number + 2]
        return [other for other in near if other.document is sentence.document]

    def sentence_at(self, document: SourceDocument, offset: int) -> SourceSentence | None:
        """The sentence of a source at an offset of its text."""
        sentences = self.sentences_of(document)
        place = bisect_right(sentences, offset, key=lambda sentence: sentence.span.start) - 1
        return sentences[place] if place >= 0 and offset < sentences[place].span.end else None

    def stems_of(self, document: SourceDocument) -> frozenset[str]:
        """The content words of a source."""
        found = self._stems.get(id(document))
        if found is None:
            found = frozenset(stem for sentence in self.sentences_of(document) for stem in sentence.stems)
            self._stems[id(document)] = found
        return found

    def sentences_with(self, sentence: SourceSentence) -> int:
        """How many sentences the source of a sentence has."""
        return self._sizes[id(sentence.document)]

    def around(self, sentence: SourceSentence) -> frozenset[str]:
        """The content words of a sentence and of those around it in the same source."""
        found = self._around.get(sentence.number)
        if found is None:
            found = self._around[sentence.number] = self._words_around(sentence)
        return found

    def _words_around(self, sentence: SourceSentence) -> frozenset[str]:
        first, last = max(sentence.number - REACH, 0), sentence.number + REACH + 1
        near = [other for other in self.sentences[first:last] if other.document is sentence.document]
        return frozenset(stem for other in near for stem in other.stems)

    def overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The weight of what two sets of words share, as a part of the weight of the smaller set."""
        least = min(sum(map(self.weight, one)), sum(map(self.weight, other)))
        return sum(map(self.weight, one & other)) / least if least else 0.0


def _digits(token: str) -> str:
    """The digits of a token, "" where it has none."""
    return "".join(character for character in token if character.isdigit())
