"""From what a reader found (the first of five steps) to a typed document. Every reader, ours or a user's, ends here.

Nothing is refused: what cannot be read is kept (`Unreadable`, `UnknownKind`, `extra`) and reported in `Document.problems`,
each problem with its place in the user's file.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts.building.fields import read_fields
from newsfacts.building.header import read_header
from newsfacts.building.linking import link
from newsfacts.model import Annotation, Document, Factbook, UnknownKind
from newsfacts.raw import Comment, RawAnnotation, RawDocument
from newsfacts.schema.kinds import Schema

__all__ = ["build"]


def build(raw: RawDocument, schema: Schema | None = None, *, factbook: Factbook | None = None) -> Document:
    """The document that a reader found. `factbook` is what the caller knows in addition to what the file itself names."""
    header = read_header(raw, schema, factbook)  # 2. the metadata; schemas and factbooks are loaded here
    is_foreign = raw.is_foreign
    if header.values.get("foreign"):
        raw.is_foreign = True
    fields = read_fields(raw, header)  # 3. the kinds, and the values of the words
    linked = link(fields, raw, header)  # 4. what ids refer to, and what nesting means
    if is_foreign and any(map(is_of_another_project, linked.annotations)):
        header.values["foreign"] = True  # so that it can be written in a format of ours
    return Document.of(  # 5.
        linked.parents,
        linked.language,
        text=raw.text,
        own=header.own,
        factbook=header.factbook,
        annotations=linked.annotations,
        relations=linked.relations,
        path=raw.origin.path,
        text_file=raw.text_file,
        comments=numbered_comments(raw, fields.raws),
        problems=tuple(raw.findings),
        origin=raw.origin.of_document(fields.raws, fields.written, is_foreign=is_foreign),
        layout=raw.layout,
        known_kinds=None if header.schema is Schema.core() else header.schema,
        **header.values,
    )


def is_of_another_project(annotation: Annotation) -> bool:
    """Whether an annotation has a kind or fields that the schema does not know."""
    return isinstance(annotation, UnknownKind) or bool(annotation.extra)


def numbered_comments(raw: RawDocument, annotations: Sequence[RawAnnotation]) -> tuple[Comment, ...]:
    """The comments, with the numbers of the annotations that they follow."""
    if not raw.comments:
        return ()
    numbers = {id(annotation): number for number, annotation in enumerate(annotations)}
    return tuple(Comment(c.offset, c.words, numbers.get(id(c.after)), c.place) for c in raw.comments)
