"""What reading a source gives: its text, where each part of the text comes from, and what was changed on the way."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from functools import cached_property
from typing import Any

import attrs

from newsfacts.anchors import PreparedSource, Turn
from newsfacts.enums import WordEnum
from newsfacts.errors import UnreadableSource
from newsfacts.text.source import Place, Position, SourceText
from newsfacts.text.spans import Span

__all__ = [
    "FileKind",
    "Markup",
    "Note",
    "NoteKind",
    "Section",
    "SectionUnit",
    "SourceDocument",
    "SourcePlace",
    "Sources",
]


class FileKind(WordEnum):
    """What kind of file a source was read from."""

    TEXT = "text"
    MARKDOWN = "markdown"
    DOCUMENT = "document"
    """One of newsfacts' own formats; the source is its text, without annotations."""
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    SUBTITLES = "subtitles"
    EMAIL = "email"


class Markup(WordEnum):
    """How the text of a source is to be read by finders."""

    TEXT = "text"
    MARKDOWN = "markdown"


class NoteKind(WordEnum):
    """What was changed or left out when a source was read. `docs/sources.md` says what each covers."""

    ENCODING = "encoding"
    """Nothing declares the encoding and it is not UTF-8, so the one named was taken."""
    WRONG_BYTES = "wrong bytes"
    LINE_BREAK_HYPHENS = "line-break hyphens"
    LIGATURES = "ligatures"
    RUNNING_HEADS = "running heads"
    COLUMNS = "columns"
    BOILERPLATE = "boilerplate"
    DELETIONS = "tracked deletions"
    HIDDEN_TEXT = "hidden text"
    CAPTION_MARKS = "caption marks"
    REPEATED_CAPTIONS = "repeated captions"
    REPLY_MARKS = "marks of earlier messages"
    ATTACHMENTS = "attachments"
    EMPTY_PAGES = "pages without text"


@attrs.frozen
class Note:
    """One kind of change: how often it was made, and which words or which encoding, where that is short."""

    kind: NoteKind
    count: int = 1
    detail: str = ""

    def __str__(self) -> str:
        if self.detail:
            return f"{self.kind}: {self.detail}"
        return f"{self.kind} ({self.count} times)" if self.count > 1 else str(self.kind)


class SectionUnit(WordEnum):
    """What a source is divided into."""

    PAGE = "page"
    PARAGRAPH = "paragraph"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TIME = "time"
    PART = "part"
    """The header or the body of an e-mail."""


@attrs.frozen
class Section:
    """A part of a source in its own terms: the words from `span.start` up to `span.end` of the text.

    `name` is the number of a page or a paragraph, the time at which a caption begins, or the name of a part of an e-mail.
    """

    span: Span
    unit: SectionUnit
    name: str

    def __str__(self) -> str:
        return self.name if self.unit in (SectionUnit.TIME, SectionUnit.PART) else f"{self.unit} {self.name}"


@attrs.frozen
class SourcePlace:
    """Where a span of the text is in its source. Printed, it says so in the terms of the source.

    `first` and `last` are the sections of its first and its last words, None where the source has no sections: then a line
    and a column of the file are its terms. `position` and `end_position` are lines and columns of the file for plain text,
    Markdown and documents, and of the text that was read for all others.
    """

    path: str | None
    span: Span
    position: Position
    end_position: Position
    first: Section | None = None
    last: Section | None = None

    def __str__(self) -> str:
        if self.first is None or self.last is None:
            return f"line {self.position.line}, column {self.position.column}"
        if self.first == self.last:
            return str(self.first)
        if self.first.unit is self.last.unit and self.first.unit in (SectionUnit.PAGE, SectionUnit.PARAGRAPH):
            return f"{self.first.unit}s {self.first.name} to {self.last.name}"
        return f"{self.first} to {self.last}"

    @property
    def page(self) -> int | None:
        """The number of the page, from 1; None for a source without pages."""
        return self._number(SectionUnit.PAGE)

    @property
    def paragraph(self) -> int | None:
        """The number of the paragraph, from 1; None for a source without numbered paragraphs."""
        return self._number(SectionUnit.PARAGRAPH)

    @property
    def time_code(self) -> str | None:
        """When the words are said, as `00:01:02.500`; None for a source that is not a recording."""
        return self.first.name if self.first is not None and self.first.unit is SectionUnit.TIME else None

    @property
    def with_path(self) -> str:
        """The place with the file: `report.pdf, page 3`, `notes.txt:3:5`."""
        if self.path is None:
            return str(self)
        return f"{self.path}:{self.position}" if self.first is None else f"{self.path}, {self}"

    def _number(self, unit: SectionUnit) -> int | None:
        return int(self.first.name) if self.first is not None and self.first.unit is unit else None


@attrs.frozen(kw_only=True, slots=False)
class SourceDocument:
    """A text that others are compared with, and where it comes from.

    `text` is plain text in code points; with `markup` Markdown it is the file as it is written. `sections` are in the order
    of the text, and do not overlap. `turns` say who speaks where, as far as the source marks it. `published` is the day
    that the source gives for itself, in any form that it has for that.
    """

    text: str
    path: str | None = None
    kind: FileKind = FileKind.TEXT
    markup: Markup = attrs.field(default=Markup.TEXT, converter=Markup)
    title: str | None = None
    published: dt.date | None = None
    notes: tuple[Note, ...] = ()
    sections: tuple[Section, ...] = attrs.field(default=(), repr=False)
    turns: tuple[Turn, ...] = attrs.field(default=(), repr=False)
    _places: Any = attrs.field(default=None, eq=False, repr=False, alias="places")
    """Where a span is in the file, for a text that is not the file's."""

    @cached_property
    def prepared(self) -> PreparedSource:
        """The text prepared for many quotations."""
        return PreparedSource(self.text)

    def place(self, span: Span) -> SourcePlace:
        """Where a span of the text is, in the terms of the source. Raises `UnreadableValue` for one outside the text."""
        if self._places is not None:
            found = self._places(span)
            return SourcePlace(self.path, span, found.position, found.end_position)
        source = self._source_text
        position, end_position = source.position(span.start), source.position(span.end)
        first = self._section(span.start)
        last = self._section(max(span.start, span.end - 1))
        return SourcePlace(self.path, span, position, end_position, first, last)

    def in_file(self, span: Span) -> Place:
        """A span of the text as a place that a report can show: of the file, or of the text where the file is not text."""
        if self._places is not None:
            found: Place = self._places(span)
            return found
        return Place(self.path, self._source_text, span.start, span.end)

    @cached_property
    def _source_text(self) -> SourceText:
        return SourceText(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [section.span.start for section in self.sections]

    def _section(self, offset: int) -> Section | None:
        """The section at an offset, or the one before it: what is between two sections is white space."""
        return self.sections[max(0, bisect_right(self._starts, offset) - 1)] if self.sections else None


@attrs.frozen
class Sources:
    """The sources that could be read, in the order of their paths, and those that could not, each with the reason.

    `passed_over` are the files in folders that are not texts, such as pictures.
    """

    documents: tuple[SourceDocument, ...] = ()
    refused: tuple[UnreadableSource, ...] = ()
    passed_over: tuple[str, ...] = ()
