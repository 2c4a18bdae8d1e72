"""The annotations of a document as they are written in its file, and edits of the file."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from newsfacts.findings import ProblemList
from newsfacts.formats.annotated_text.front_matter import split_front_matter
from newsfacts.immutable import frozen
from newsfacts.model import Annotation, Document
from newsfacts.raw import RawAnnotation
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

__all__ = ["Marked", "TextEdit", "Written", "edited"]


@frozen
class TextEdit:
    """Replace the half-open range of code points `start`..`end` of the file."""

    start: int
    end: int
    replacement: str


@frozen
class Marked:
    """An annotation and how it is written.

    `words` is the range of its words, or of its entry, in the file; `block` that of its attribute block with the braces, where it is
    written inline; `whole` is from its opening bracket to the end of its block.
    """

    number: int
    annotation: Annotation
    raw: RawAnnotation
    words: Span
    whole: Span
    block: Span | None = None


@frozen
class Written:
    """A document with the text of its file. `inline_from` is where annotated text begins; None for other formats."""

    document: Document
    text: str
    inline_from: int | None = None

    @staticmethod
    def of(document: Document) -> Written | None:
        """A document that was read from a file; None for any other one."""
        if document.origin is None or document.layout is None:
            return None
        source = SourceText(document.layout.source)
        inline = document.layout.format == "facts"
        start = split_front_matter(source, document.path, ProblemList()).end if inline else None
        return Written(document, source.string, start)

    @functools.cached_property
    def marked(self) -> tuple[Marked, ...]:
        """The annotations of the document, in reading order, as they are written."""
        if self.document.origin is None:
            return ()
        pairs = zip(self.document.annotations, self.document.origin.annotations, strict=True)
        return tuple(self._marked(number, annotation, raw) for number, (annotation, raw) in enumerate(pairs))

    def _marked(self, number: int, annotation: Annotation, raw: RawAnnotation) -> Marked:
        words = Span(raw.start, raw.end)
        opens = raw.attributes_from + 1
        if self.inline_from is None or raw.start < self.inline_from or self.text[opens : opens + 1] != "{":
            return Marked(number, annotation, raw, words, words)
        close = end_of_block(self.text, opens)
        return Marked(number, annotation, raw, words, Span(max(raw.start - 1, 0), close), Span(opens, close))


def end_of_block(text: str, start: int) -> int:
    """The offset after the closing brace of the block that begins at `start`; quoted values may have braces."""
    place, quoted = start + 1, False
    while place < len(text):
        character = text[place]
        if character == "\\" and quoted:
            place += 1
        elif character == '"':
            quoted = not quoted
        elif character == "}" and not quoted:
            return place + 1
        place += 1
    return len(text)


def edited(text: str, edits: Iterable[TextEdit]) -> str:
    """The text with ranges replaced; the edits must not overlap."""
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += (text[position : edit.start], edit.replacement)
        position = edit.end
    return "".join((*parts, text[position:]))
