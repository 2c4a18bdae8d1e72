"""A text prepared for many searches: its folded form and its words are computed once, when first needed."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

import attrs

from newsfacts.anchors.normalize import Folded, fold
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

__all__ = ["MAX_PLACES", "PreparedSource", "lowered", "occurrences", "prepared", "stands_free"]

MAX_PLACES = 1000
"""How many places of the same words are listed."""

_WORD = re.compile(r"\w+")
_CAPITALS = re.compile(r"\b[^\W\d_a-z]{2,}+\W++[^\W\d_a-z]{2}")  # two words, or nearly so


@attrs.frozen(eq=False)
class WordList:
    """The words of a folded text in lower case, as one string with a space before, between and after them."""

    string: str
    string_starts: tuple[int, ...]  # where in `string` each word begins
    starts: tuple[int, ...]  # where in the folded text each word begins
    ends: tuple[int, ...]

    def number(self, place: int) -> int:
        """Which word begins at or before a place in `string`."""
        return bisect_right(self.string_starts, place) - 1


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
        found = list(_WORD.finditer(self.folded.string))
        words = [match[0].lower() for match in found]
        string_starts = tuple(accumulate((len(word) + 1 for word in words), initial=1))
        return WordList(
            f" {' '.join(words)} ",
            string_starts[:-1],
            tuple(match.start() for match in found),
            tuple(match.end() for match in found),
        )


def prepared(source: str | PreparedSource) -> PreparedSource:
    """The source itself, or a text prepared as one."""
    return source if isinstance(source, PreparedSource) else PreparedSource(source)


def lowered(text: str) -> str:
    """A text in small letters, of the same length."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


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
