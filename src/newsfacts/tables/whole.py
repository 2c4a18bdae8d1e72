"""The tables of documents, of relations between annotations, and of findings."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable

from newsfacts.findings import Finding, Severity
from newsfacts.immutable import frozen
from newsfacts.model import Annotation, Document, Relation
from newsfacts.tables.annotations import DOCUMENT, kind_of
from newsfacts.tables.columns import Column, ColumnType, TableDefinition, TableDocument, joined

__all__ = ["DOCUMENTS", "FINDINGS", "RELATIONS"]

_T, _I, _B = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.BOOLEAN


# -- Documents ---------------------------------------------------------------------------------------------------------


@frozen
class WholeDocument:
    """A document that a row is made of."""

    source: TableDocument

    @property
    def document(self) -> Document:
        """The document."""
        return self.source.document


def _head(name: str, doc: str) -> Column:
    """A column for a field of the head, under its own name."""

    def find(item: WholeDocument) -> str | None:
        value = getattr(item.document, name)
        if isinstance(value, dt.date):
            return value.isoformat()
        return joined(value) if isinstance(value, tuple) else value

    return Column(name, _T, doc, find)


def _number_of(name: str) -> Column:
    return Column(
        f"{name}",
        _I,
        f"how many {'pieces of evidence' if name == 'evidence' else name} it has",
        lambda item: len(getattr(item.document, name)),
        required=True,
    )


DOCUMENTS = TableDefinition(
    "documents",
    "one document",
    (
        *DOCUMENT,
        _head("title", "headline"),
        _head("updated", "date or moment of the last change, in ISO 8601"),
        _head("language", "language of the text, as a BCP 47 tag"),
        _head("reading_language", "what its words are read in: `language`, or else what the text seems to be in"),
        _head("outlet", "who published it"),
        _head("author", "who wrote it, with `|` between"),
        _head("url", "where it was published"),
        _head("timezone", "time zone of the clock times in the text, as an IANA name"),
        _head("guideline", "the annotation guideline and its version"),
        _head("annotator", "who annotated it, with `|` between"),
        _head("created", "when it was annotated, in ISO 8601"),
        _head("reviewed", "when the annotation was reviewed, in ISO 8601"),
        _head("status", "state of the annotation work, such as draft or done"),
        _head("schema", "schema files, with `|` between"),
        Column("sha256", _T, "SHA-256 of the text in UTF-8, in hexadecimal", lambda item: item.document.source_text.sha256,
            required=True),
        Column("characters", _I, "length of the text in code points", lambda item: len(item.document.text), required=True),
        *map(_number_of, ("annotations", "mentions", "quotes", "claims", "attributions", "counts", "times", "verdicts",
            "evidence", "relations", "corrections")),
        Column("errors", _I, "how many errors there were in reading it; more than 0 means that something may be missing here",
            lambda item: sum(problem.severity is Severity.ERROR for problem in item.document.problems), required=True),
    ),
    lambda source: (WholeDocument(source),),
)  # fmt: skip


# -- Relations ---------------------------------------------------------------------------------------------------------


@frozen
class RelationItem:
    """A relation that a row is made of."""

    source: TableDocument
    relation: Relation

    @property
    def document(self) -> Document:
        """The document that it is in."""
        return self.source.document


def _ends(end: str) -> tuple[Column, ...]:
    """Columns for one of the two annotations of a relation."""

    def annotation(item: RelationItem) -> Annotation:
        found: Annotation = getattr(item.relation, end)
        return found

    def of(read: Callable[[Annotation], str | None]) -> Callable[[RelationItem], str | None]:
        return lambda item: read(annotation(item))

    return (
        Column(
            end,
            _I,
            f"number of the {end} in the document",
            lambda item: item.document.index(annotation(item)),
            required=True,
        ),
        Column(f"{end}_id", _T, "its id", of(lambda one: one.id)),
        Column(f"{end}_kind", _T, "its kind", of(kind_of), required=True),
        Column(f"{end}_words", _T, "its words", of(lambda one: one.text), required=True),
    )


RELATIONS = TableDefinition(
    "relations",
    "one relation between two annotations of a document: what `source` says about `target`",
    (
        *DOCUMENT,
        Column("relation", _T, "rebuts, supports, repeats, updates or corrects", lambda item: str(item.relation.kind), required=True),
        *_ends("source"),
        *_ends("target"),
    ),
    lambda source: (RelationItem(source, relation) for relation in source.document.relations),
)  # fmt: skip


# -- Findings ----------------------------------------------------------------------------------------------------------


def _labels(finding: Finding) -> str:
    found: Iterable[dict[str, object]] = (
        {
            "path": label.place.path, "line": label.place.position.line, "column": label.place.position.column,
            "words": label.place.words, "message": label.message,
        }
        for label in finding.labels
    )  # fmt: skip
    return json.dumps(list(found), ensure_ascii=False)


FINDINGS = TableDefinition(
    "findings",
    "one finding of a check, of the documents themselves, of factbooks and schema files, and across documents; "
    "a file that cannot be read is a finding too",
    (
        Column("path", _T, "the file, as it was named; null for a document that came from no file", lambda f: f.path),
        Column("line", _I, "line in the file, from 1", lambda f: None if f.position is None else f.position.line),
        Column("column", _I, "column in the file, from 1", lambda f: None if f.position is None else f.position.column),
        Column("file_start", _I, "where it begins in the file, in code points", lambda f: None if f.place is None else f.place.start),
        Column("file_end", _I, "where it ends in the file, exclusive", lambda f: None if f.place is None else f.place.end),
        Column("code", _T, "code of the rule, such as N02", lambda f: f.code, required=True),
        Column("rule", _T, "name of the rule, such as lost-hedge", lambda f: f.rule, required=True),
        Column("severity", _T, "error, warning or info", lambda f: str(f.severity), required=True),
        Column("message", _T, "what is wrong, as a sentence", lambda f: f.message, required=True),
        Column("help", _T, "how to correct it", lambda f: f.help),
        Column("words", _T, "the words of the file that it points at", lambda f: f.words, required=True),
        Column("start", _I, "where it begins in the text of the document, in code points; null where it is not about words of it",
            lambda f: f.spans[0].start if f.spans else None),
        Column("end", _I, "where it ends in the text of the document, exclusive",
            lambda f: f.spans[-1].end if f.spans else None),
        Column("fix", _T, "what its fix does", lambda f: None if f.fix is None else f.fix.title),
        Column("fix_applicability", _T, "safe, unsafe or display: who may apply the fix",
            lambda f: None if f.fix is None else str(f.fix.applicability)),
        Column("labels", _T, "other places that it names: a JSON list of objects with path, line, column, words and message",
            _labels, required=True),
    ),
)  # fmt: skip
