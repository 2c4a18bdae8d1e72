"""The text that is checked: its sentences, paragraphs, citations, and what it says is to be ignored."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newsfacts.grounding.citations import Citation, Citations, citations_of
from newsfacts.grounding.index import REACH
from newsfacts.grounding.sentences import Sentence, sentences_of
from newsfacts.grounding.suppression import Ignored, ignored_in
from newsfacts.grounding.words import Word, content_words
from newsfacts.sources.document import SourceDocument
from newsfacts.text.markdown_spans import Markup
from newsfacts.text.spans import Span

__all__ = ["CheckedText"]


class CheckedText:
    """A text in its sentences, each with its content words and its paragraph. Offsets are half-open, in code points."""

    def __init__(self, document: SourceDocument, sources: Sequence[SourceDocument], markup: Markup) -> None:
        self.document = document
        self.text: str = document.text
        self.markup: Markup = markup
        self.sentences: list[Sentence] = list(sentences_of(self.text, markup))
        self.words: list[list[Word]] = [content_words(sentence.prose) for sentence in self.sentences]
        self.paragraphs: dict[int, Span] = _paragraphs(self.sentences)
        self.citations: Citations = citations_of(self.text, sources)
        self.ignored: Sequence[Ignored] = ignored_in(self.text)
        self._starts = [sentence.span.start for sentence in self.sentences]

    def sentence_number(self, offset: int) -> int | None:
        """The sentence at an offset; None between sentences."""
        place = bisect_right(self._starts, offset) - 1
        return place if place >= 0 and offset < self.sentences[place].span.end else None

    def paragraph_number(self, offset: int) -> int | None:
        """The paragraph of the sentence at an offset; None between sentences."""
        number = self.sentence_number(offset)
        return None if number is None else self.sentences[number].paragraph

    def paragraph_before(self, comment: Span) -> int | None:
        """The paragraph that a comment is in, or right after."""
        place = bisect_right(self._starts, comment.end) - 1
        return self.sentences[place].paragraph if place >= 0 else None

    def in_comment(self, span: Span) -> bool:
        """Whether words are in a comment that ignores something."""
        return any(one.span.overlaps(span) for one in self.ignored)

    def around(self, number: int) -> frozenset[str]:
        """The content words of a sentence and of those next to it."""
        near = self.words[max(number - REACH, 0) : number + REACH + 1]
        return frozenset(word.stem for words in near for word in words if word.stem)

    def cited(self, claim: Span) -> tuple[Citation, ...]:
        """The citations that a claim is under."""
        number = self.sentence_number(claim.start)
        if number is None:
            return ()
        sentence = self.sentences[number]
        return self.citations.of(claim, sentence.span, self.paragraphs[sentence.paragraph])


def _paragraphs(sentences: Sequence[Sentence]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for sentence in sentences:
        before = found.get(sentence.paragraph)
        found[sentence.paragraph] = sentence.span if before is None else Span(before.start, sentence.span.end)
    return found
