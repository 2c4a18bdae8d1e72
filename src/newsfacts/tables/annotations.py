"""The columns that every table of annotations begins with, and what its rows are made of."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

import attrs

from newsfacts.model import Annotation, Document, SourceKind, UnknownKind
from newsfacts.statements import Setting, is_stated, setting_of
from newsfacts.tables.columns import Column, ColumnType, TableDocument, joined
from newsfacts.tables.speech import Speech, speech_of
from newsfacts.text.spans import Span

__all__ = ["ANNOTATION", "DOCUMENT", "Item", "items_of", "kind_of", "number_of"]


@attrs.frozen
class Item:
    """An annotation that a row is made of, and its number in its document in reading order, from 0."""

    source: TableDocument
    annotation: Annotation
    number: int

    @property
    def document(self) -> Document:
        """The document that it is in."""
        return self.source.document

    @functools.cached_property
    def speech(self) -> Speech:
        """Whose words it is in."""
        return speech_of(self.document, self.number)

    @functools.cached_property
    def setting(self) -> Setting:
        """What it and everything around it say about its words."""
        return setting_of(self.document, self.annotation)

    @property
    def source_kind(self) -> SourceKind | None:
        """What is known of the source of its words."""
        return None if self.speech.said_in is None else self.speech.said_in.source_kind


def items_of(cls: type[Annotation]) -> Callable[[TableDocument], Iterable[Item]]:
    """Finds every annotation of a kind, and of the kinds that descend from it, in reading order."""

    def find(source: TableDocument) -> Iterable[Item]:
        document = source.document
        return (
            Item(source, annotation, number)
            for number, annotation in enumerate(document.annotations)
            if isinstance(annotation, cls)
        )

    return find


def kind_of(annotation: Annotation) -> str:
    """The name of its kind, as a file has it."""
    return annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND


def number_of(document: Document, annotation: Annotation | None) -> int | None:
    """The number of an annotation of the document in reading order, from 0."""
    return None if annotation is None else document.index(annotation)


def _spans(spans: Iterable[Span]) -> str | None:
    return joined(f"{span.start}-{span.end}" for span in spans)


def _parent(item: Item) -> int | None:
    found = item.document.parents[item.number]
    return None if found < 0 else found


def _published(document: Document) -> str | None:
    return None if document.published is None else document.published.isoformat()


def _quote(item: Item) -> int | None:
    around = item.setting.quote
    return None if around is None else item.document.index(around)


_T, _I, _B = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.BOOLEAN

DOCUMENT: tuple[Column, ...] = (
    Column("path", _T, "the file, as it was named; null for a document that came from no file",
        lambda item: item.document.path),
    Column("document", _I, "which document of its file, or of those given without one, from 0",
        lambda item: item.source.number, required=True),
    Column("published", _T, "date or moment of publication, in ISO 8601", lambda item: _published(item.document)),
)  # fmt: skip
"""Which document a row is from: path and number identify it."""

ANNOTATION: tuple[Column, ...] = (
    *DOCUMENT,
    Column("annotation", _I, "its number in the document in reading order, from 0; other columns refer to it by this number",
        lambda item: item.number, required=True),
    Column("id", _T, "its id, where it has one", lambda item: item.annotation.id),
    Column("kind", _T, "its kind, which may be one that a schema declares", lambda item: kind_of(item.annotation),
        required=True),
    Column("words", _T, "the annotated words", lambda item: item.annotation.text, required=True),
    Column("start", _I, "where its first fragment begins in the text, in code points; null without a place",
        lambda item: item.annotation.span.start if item.annotation.spans else None),
    Column("end", _I, "where its last fragment ends, in code points, exclusive",
        lambda item: item.annotation.span.end if item.annotation.spans else None),
    Column("spans", _T, "every fragment as `start-end`, with `|` between", lambda item: _spans(item.annotation.spans)),
    Column("parent", _I, "number of the innermost annotation that it is in", _parent),
    Column("attribution", _I, "number of the attribution that it is, or is in, a part of, or whose span it is in",
        lambda item: number_of(item.document, item.speech.attribution)),
    Column("role", _T, "which part of that attribution: source, cue, content, addressee or medium; null for none of them",
        lambda item: item.speech.role),
    Column("speaker", _T, "whose words it is in: ids of entities, with `|` between; null for the text itself",
        lambda item: joined(entity.id for entity in item.speech.speakers)),
    Column("speaker_name", _T, "their names, with `|` between", lambda item: joined(e.name for e in item.speech.speakers)),
    Column("speaker_words", _T, "the words of the attribution's source, with `|` between",
        lambda item: joined(source.text for source in item.speech.sources)),
    Column("source_kind", _T, "what is known of the source: named, unnamed, unresolved, implied, author or missing; null "
        "where it is not in the content of an attribution",
        lambda item: None if item.source_kind is None else str(item.source_kind)),
    Column("cue", _T, "the cue words of the attribution in whose content it is, with `|` between",
        lambda item: None if item.speech.said_in is None else joined(cue.text for cue in item.speech.said_in.cues)),
    Column("quote", _I, "number of the innermost quote that it is, or is in", _quote),
    Column("asserted", _B, "whether the document says that this is so: not where it is denied, predicted, an opinion, uncertain, "
        "rebutted, corrected, updated, rated by a verdict, or in an aside", lambda item: is_stated(item.document, item.annotation),
        required=True),
    Column("denied", _B, "whether it is in a negative claim, or in one that is rebutted or corrected",
        lambda item: item.setting.denied, required=True),
    Column("predicted", _B, "whether it is in a prediction", lambda item: item.setting.predicted, required=True),
    Column("aside", _B, "whether it is in an aside: a caption, a kicker", lambda item: item.setting.aside, required=True),
    Column("language", _T, "what its words are read in, as a BCP 47 tag",
        lambda item: item.document.language_of(item.annotation)),
    Column("note", _T, "a remark of the annotators", lambda item: item.annotation.note),
    Column("draft", _T, "sure, likely or guess, where a program proposed it and no person has agreed yet",
        lambda item: None if item.annotation.draft is None else str(item.annotation.draft)),
    Column("disputed", _T, "the annotators who have it, where others do not, with `|` between",
        lambda item: joined(item.annotation.disputed)),
)  # fmt: skip
"""What is known of every annotation: where it is, and who says it."""
