"""A text prepared for many searches: its folded form and an index of its words are computed once, when first needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

import attrs

from newsfacts.anchors.interruptions import Interruptions
from newsfacts.anchors.loosening import Loosened, PrintMarks
from newsfacts.anchors.normalize import Folded, Normalization, fold
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

__all__ = [
    "MAX_PLACES", "STEPS_PER_CHARACTER", "Effort", "PreparedSource", "Reading", "WordList", "lowered", "occurrences", "prepared", "stands_free", "words_of",
]  # fmt: skip

MAX_PLACES = 1000
"""How many places of the same words are listed."""

STEPS_PER_CHARACTER = 2
"""How many steps it takes to read a text again for each code point."""

COMPARED = 12
"""How many words one after the other are compared to see whether a text may have all of them."""

_BETWEEN_WORDS = re.compile(r"([\W_]+)")
_WORD = re.compile(r"[^\W_]+")
_CAPITALS = re.compile(r"\b[^\W\d_a-z]{2,}+\W++[^\W\d_a-z]{2}")  # two words, or nearly so


@attrs.define
class Effort:
    """How many steps the searches in a source took, of about a tenth of a microsecond each; the same in every run.

    Whoever looks for many quotations in one source can bound the work by it.
    """

    steps: int = 0


@attrs.frozen(eq=False, slots=False)
class WordList:
    """The words of a folded text, in small letters: runs of letters and digits."""

    words: tuple[str, ...]
    starts: tuple[int, ...]  # where in the folded text each word begins
    ends: tuple[int, ...]
    effort: Effort = attrs.field(factory=Effort)

    @cached_property
    def numbers(self) -> dict[str, list[int]]:
        """The places of each word in the list."""
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            if word in found:
                found[word].append(number)
            else:
                found[word] = [number]
        return found

    def runs(self, words: tuple[str, ...], limit: int = MAX_PLACES) -> list[int]:
        """Where words come one after the other, by the number of the first, in order."""
        if not words:
            return []
        places = [self.numbers.get(word) for word in words]
        if None in places:
            return []
        order = sorted(range(len(words)), key=lambda number: len(places[number] or ()))
        rarest = order[0]
        found = places[rarest] or []
        listed, last = self.words, len(self.words) - len(words)
        for number in order[1:]:
            self.effort.steps += len(found)
            distance, word = number - rarest, words[number]
            found = [place for place in found if 0 <= place - rarest <= last and listed[place + distance] == word]
        return [place - rarest for place in found[:limit]]

    def may_have(self, words: tuple[str, ...]) -> bool:
        """Whether words may come one after the other anywhere: their rarest ones do, with those around them."""
        if len(words) <= COMPARED:
            return not words or bool(self.runs(words, 1))
        counts = [len(self.numbers.get(word, ())) for word in words]
        first = max(0, counts.index(min(counts)) - COMPARED // 2)
        return min(counts) > 0 and bool(self.runs(words[first : first + COMPARED], 1))


@attrs.frozen(eq=False, slots=False)
class Reading:
    """One way to read a source: as it is, or without what line ends and new paragraphs did to its words.

    `text` has the same words as the source; `back` leads to the places there.
    """

    text: str
    changes: Loosened | None = None
    effort: Effort = attrs.field(factory=Effort)

    @cached_property
    def folded(self) -> Folded:
        """The text without the differences that `Normalization` lists."""
        return fold(self.text)

    @cached_property
    def lowered(self) -> str:
        """The folded text in small letters, of the same length."""
        return lowered(self.folded.string)

    @cached_property
    def has_capitals(self) -> bool:
        """Whether some words are in capitals throughout, as in headlines and some transcripts."""
        return _CAPITALS.search(self.text) is not None

    @cached_property
    def words(self) -> WordList:
        """The words of the folded text."""
        parts = _BETWEEN_WORDS.split(self.lowered)
        ends = list(accumulate(map(len, parts)))
        words, word_ends = parts[0::2], ends[0::2]
        starts = [0, *ends[1::2]]
        first = 0 if words[0] else 1
        last = len(words) if words[-1] else len(words) - 1
        return WordList(tuple(words[first:last]), tuple(starts[first:last]), tuple(word_ends[first:last]), self.effort)

    def may_have(self, folded: str) -> bool:
        """Whether the words of a folded string may be in the text; if not, the string is not in it."""
        return self.words.may_have(words_of(folded))

    def back(self, start: int, end: int) -> Span:
        """A range of the folded text as a span of the source."""
        span = self.folded.back(start, end)
        return span if self.changes is None else self.changes.back(span)

    def changed(self, start: int, end: int) -> tuple[Normalization, ...]:
        """What this reading changed within a range of the folded text."""
        return () if self.changes is None else self.changes.names(self.folded.back(start, end))


@attrs.frozen(slots=False)
class PreparedSource:
    """A source that many quotations are verified against. Give one to `verify_quote` instead of the text itself."""

    text: str

    def __reduce__(self) -> tuple[type[PreparedSource], tuple[str]]:
        return PreparedSource, (self.text,)

    @cached_property
    def source(self) -> SourceText:
        """The text with its lines."""
        return SourceText(self.text)

    @cached_property
    def effort(self) -> Effort:
        """What the searches so far took."""
        return Effort()

    @cached_property
    def plain(self) -> Reading:
        """The text as it is."""
        return Reading(self.text, effort=self.effort)

    @cached_property
    def print_marks(self) -> PrintMarks:
        """The hyphens at line ends, the continuation marks and the stage directions of the text."""
        return PrintMarks(self.text)

    @cached_property
    def interruptions(self) -> Interruptions:
        """The attributions between the parts of quotations."""
        return Interruptions(self.text)

    def other_readings(self, words: tuple[str, ...], length: int) -> Iterator[Reading]:
        """Other ways to read the text where words may be, in small letters; `length` is that of the quotation."""
        for changes in self.print_marks.readings(words, length):
            self.effort.steps += STEPS_PER_CHARACTER * len(changes.text)
            yield Reading(changes.text, changes, self.effort)

    @property
    def folded(self) -> Folded:
        """The text without the differences that `Normalization` lists."""
        return self.plain.folded

    @property
    def words(self) -> WordList:
        """The words of the folded text."""
        return self.plain.words


def prepared(source: str | PreparedSource) -> PreparedSource:
    """The source itself, or a text prepared as one."""
    return source if isinstance(source, PreparedSource) else PreparedSource(source)


def lowered(text: str) -> str:
    """A text in small letters, of the same length."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a folded text, in small letters."""
    return tuple(_WORD.findall(lowered(text)))


def stands_free(text: str, start: int, end: int) -> bool:
    """Whether a range neither begins nor ends inside a word, so that "win" is not found in "winter"."""
    if 0 < start < end and text[start].isalnum() and text[start - 1].isalnum():
        return False
    if start < end < len(text):
        after = text[end]
        # A combining mark belongs to the letter before it.
        return not ((text[end - 1].isalnum() and after.isalnum()) or "\u0300" <= after <= "\u036f")
    return True


def occurrences(text: str, words: str, *, limit: int = MAX_PLACES) -> list[Span]:
    """Where words are in a text, at word boundaries, in order; overlapping ones too."""
    found: list[Span] = []
    if not words:
        return found
    start = text.find(words)
    while start >= 0 and len(found) < limit:
        end = start + len(words)
        if stands_free(text, start, end):
            found.append(Span(start, end))
        start = text.find(words, start + 1)
    return found
