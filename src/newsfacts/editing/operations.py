"""Make a document, add an annotation to it, change one or the header, take one away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newsfacts.editing.draft import Draft, Entry, with_classes
from newsfacts.editing.places import WrittenPlace, check_place, spans_at
from newsfacts.editing.shared import own_factbook, with_parts, with_references
from newsfacts.errors import BuildError
from newsfacts.model import Annotation, Document, Factbook
from newsfacts.schema.kinds import Schema
from newsfacts.text.nesting import reading_order

__all__ = ["annotate", "build_document", "edit", "without"]


def build_document(text: str, annotations: Sequence[Annotation], header: Mapping[str, Any]) -> Document:
    """The document of a text, its annotations and its header. See `Document.build`."""
    values = dict(header)
    given = values.pop("schema", None)
    schema = given if isinstance(given, Schema) else None
    relations = tuple(values.pop("relations", ()))
    factbook = values.pop("factbook", Factbook())
    own = own_factbook(values)
    objects = with_parts([*annotations, *(end for relation in relations for end in (relation.source, relation.target))])
    for annotation in objects:
        check_place(annotation, text)
    objects.sort(key=reading_order)
    provisional = Document(
        text=text,
        annotations=tuple(objects),
        relations=relations,
        own=with_references(own, factbook, objects),
        factbook=factbook,
        known_kinds=with_classes(schema or Schema.core(), map(type, objects)),
    )
    if given is not None and schema is None:
        values["schema"] = given
    return Draft(provisional, values).document()


def annotate(
    document: Document,
    kind: type[Annotation] | str,
    at: WrittenPlace,
    *,
    nth: int | None,
    prefix: str,
    suffix: str,
    id: str | None,
    fields: Mapping[str, Any],
) -> Document:
    """The document with one more annotation. See `Document.annotate`."""
    draft = Draft(document)
    name = kind if isinstance(kind, str) else kind.KIND
    if not isinstance(kind, str):
        draft.schema = with_classes(draft.schema, [kind])
    entry = Entry(name, spans_at(document.text, at, nth, prefix, suffix), id)
    draft.change(entry, fields)
    draft.entries.append(entry)
    return draft.document()


def edit(document: Document, target: Annotation | str | None, changes: Mapping[str, Any]) -> Document:
    """The document with other values in one annotation, or in its header. See `Document.edit`."""
    if target is None:
        return Draft(document, changes).document()
    draft = Draft(document)
    entry = draft.entry_of(target)
    fields = dict(changes)
    if "text" in fields:
        raise BuildError("the words of an annotation are those of the text at its spans: give other spans=")
    if "spans" in fields:
        entry.spans = spans_at(document.text, fields.pop("spans"))
    if "id" in fields:
        draft.rename(entry, fields.pop("id"))
    draft.change(entry, fields)
    return draft.document()


def without(document: Document, target: Annotation | str) -> Document:
    """The document without one annotation. See `Document.without`."""
    draft = Draft(document)
    removed = draft.entry_of(target)
    draft.entries.remove(removed)
    users = [entry for entry in draft.entries if removed.id and draft.refers(entry, removed.id)]
    if users:
        others = f" and {len(users) - 1} more" if len(users) > 1 else ""
        raise BuildError(f"{removed.id!r} is referred to by {users[0]}{others}: change that first")
    return draft.document()
