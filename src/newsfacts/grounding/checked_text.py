"""The text that is checked: its sentences, paragraphs, citations, and what it says is to be ignored."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from newsfacts.finders.content_words import Word, content_words
from newsfacts.grounding.citations import Citation, Citations, citations_of
from newsfacts.grounding.index import REACH
from newsfacts.grounding.sentences import Sentence, sentences_of
from newsfacts.grounding.suppression import Ignored, ignored_in
from newsfacts.sources.document import SourceDocument
from newsfacts.text.markdown_spans import Markup
from newsfacts.text.spans import Span

__all__ = ["CheckedText"]

_MARKS_AFTER: Final = re.compile(r"(?:[ \t]?\[(?:\^[\w-]{1,40}|\d[\d,; –-]{0,40})\](?![:(])){1,10}")
"""Citations after the last words of a paragraph, which are not prose and so in no sentence."""
_EMPTY_LINE: Final = re.compile(r"\n[ \t\r]*\n")


class CheckedText:
    """A text in its sentences, each with its content words and its paragraph. Offsets are half-open, in code points."""

    def __init__(self, document: SourceDocument, sources: Sequence[SourceDocument], markup: Markup) -> None:
        self.document = document
        self.text: str = document.text
        self.markup: Markup = markup
        self.sentences: list[Sentence] = list(sentences_of(self.text, markup))
        self.words: list[list[Word]] = [content_words(sentence.prose) for sentence in self.sentences]
        self.paragraphs: dict[int, Span] = _paragraphs(self.text, self.sentences)
        self.citations: Citations = citations_of(self.text, sources)
        self.ignored: Sequence[Ignored] = ignored_in(self.text)
        self._headers = [
            one for one in document.sections if one.name.startswith("header ") and one.name != "header Subject"
        ]
        self._starts = [sentence.span.start for sentence in self.sentences]

    def sentence_number(self, offset: int) -> int | None:
        """The sentence at an offset; None between sentences."""
        place = bisect_right(self._starts, offset) - 1
        return place if place >= 0 and offset < self.sentences[place].span.end else None

    def paragraph_number(self, offset: int) -> int | None:
        """The paragraph of the sentence at an offset; None between sentences."""
        number = self.sentence_number(offset)
        return None if number is None else self.sentences[number].paragraph

    def paragraph_of_comment(self, comment: Span) -> int | None:
        """The paragraph that a comment is in, on the line before or after; for one on its own, the paragraph before it."""
        after = bisect_left(self._starts, comment.start)
        while after < len(self.sentences) and self.sentences[after].span.end <= comment.end:
            after += 1  # in plain text, a comment is a sentence
        before = bisect_left(self._starts, comment.start) - 1
        if after == len(self.sentences):
            return self.sentences[before].paragraph if before >= 0 else None
        if before >= 0:
            is_apart = _EMPTY_LINE.search(self.text, self.sentences[before].span.end, comment.start) is not None
            is_next = _EMPTY_LINE.search(self.text, comment.end, self.sentences[after].span.start) is None
            if not (is_apart and is_next):
                return self.sentences[before].paragraph
        return self.sentences[after].paragraph

    def in_header(self, span: Span) -> bool:
        """Whether words are in the header of an e-mail; its subject is a part of the text."""
        return any(section.span.overlaps(span) for section in self._headers)

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


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> dict[int, Span]:
    """Each paragraph from its first word to its last, or to the citations after it."""
    found: dict[int, Span] = {}
    for sentence in sentences:
        before = found.get(sentence.paragraph)
        found[sentence.paragraph] = sentence.span if before is None else Span(before.start, sentence.span.end)
    for number, span in found.items():
        marks = _MARKS_AFTER.match(text, span.end)
        if marks is not None:
            found[number] = Span(span.start, marks.end())
    return found
