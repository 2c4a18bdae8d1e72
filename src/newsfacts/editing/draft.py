"""A document in the making: what a stand-off file would list, changed, and built like any file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from newsfacts import strict_yaml
from newsfacts.building.builder import build
from newsfacts.building.field_values import split_list
from newsfacts.building.written import written_factbook, written_fields, written_one, written_record
from newsfacts.editing.shared import SHARED, with_references
from newsfacts.errors import BuildError
from newsfacts.findings import Severity
from newsfacts.model import Annotation, Document, Factbook, RelationKind, UnknownKind
from newsfacts.raw import Comment, Origin, RawAnnotation, RawAttribute, RawComment, RawDocument
from newsfacts.schema.kinds import Field, FieldType, Schema, fields_of_class
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span
from newsfacts.text.suggestions import suggestion, with_article

__all__ = ["Draft", "Entry", "with_classes"]

_RELATIONS = frozenset(str(kind.value) for kind in RelationKind)


@attrs.define(eq=False)
class Entry:
    """An annotation as a stand-off file would list it."""

    kind: str
    spans: tuple[Span, ...]
    id: str | None
    attributes: dict[str, str | list[str]] = attrs.field(factory=dict)

    def __str__(self) -> str:
        return f"the {self.kind} {self.id!r}" if self.id else with_article(self.kind)


class Draft:
    """What will be built: the entries of a document, with its header as a table."""

    def __init__(self, document: Document, changes: Mapping[str, Any] | None = None) -> None:
        self.given = document
        self.schema: Schema = document.known_kinds or Schema.core()
        self.names: Names = Names(document.annotations)
        self.entries: list[Entry] = [
            Entry(
                annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND,
                annotation.spans,
                None,
                dict(written_fields(annotation, document, self.names.name)),
            )
            for annotation in document.annotations
        ]
        for entry, annotation in zip(self.entries, document.annotations, strict=True):
            entry.id = self.names.given(annotation)
        self.own: Factbook = document.own
        self.comments: list[tuple[Comment, Entry | None]] = [
            (c, None if c.after is None else self.entries[c.after]) for c in document.comments
        ]
        header = {**written_record(document), **_written_header(changes or {})}
        self.header: dict[str, Any] = {key: value for key, value in header.items() if value is not None}

    def entry_of(self, target: Annotation | str) -> Entry:
        annotation = self.given[target] if isinstance(target, str) else target
        return self.entries[self.given.index(annotation)]

    def fields_of(self, kind: str) -> Mapping[str, Field]:
        if kind not in self.schema.kinds:
            raise BuildError(f"no kind is named {kind!r}{suggestion(kind, self.schema.kinds)}")
        return self.schema.kinds[kind].fields

    def change(self, entry: Entry, changes: Mapping[str, Any]) -> None:
        """Give fields of an entry other values; None takes a field out. Names are those of the object or of the file."""
        fields = self.fields_of(entry.kind)
        by_name = {**fields, **{field.name: field for field in fields.values()}}
        for name, value in changes.items():
            field = by_name.get(name)
            if field is None and name not in _RELATIONS:
                known = [*by_name, *sorted(_RELATIONS)]
                raise BuildError(f"{with_article(entry.kind)} has no field {name!r}{suggestion(name, known)}")
            key = field.key if field is not None else name
            if value is None:
                entry.attributes.pop(key, None)
            else:
                entry.attributes[key] = self.written(field, value)

    def written(self, field: Field | None, value: Any) -> str | list[str]:
        """A value as it is written in a file: text as it is, objects by their ids or in their canonical form."""
        items = list(value) if isinstance(value, tuple | list | frozenset | set) else [value]
        words = [item if isinstance(item, str) else self.written_one(item) for item in items]
        many = field.many if field is not None else True
        if not many and len(words) > 1:
            raise BuildError(f"{field.name if field else 'this field'} has one value, not {len(words)}")
        return words if many and not isinstance(value, str) else " ".join(words)

    def written_one(self, item: Any) -> str:
        """An object as it is written; an annotation that has no id gets one."""
        if isinstance(item, Annotation):
            self.entry_of(item).id = self.names.name(item)
        self.own = with_references(self.own, self.given.factbook, [item])
        return written_one(item, self.names.name)

    def reference_keys(self, entry: Entry) -> list[str]:
        """The attributes in which an entry names annotations."""
        fields = self.schema.kinds[entry.kind].fields if entry.kind in self.schema.kinds else {}
        return [
            key
            for key in entry.attributes
            if key in _RELATIONS or (key in fields and FieldType.ANNOTATION in fields[key].types)
        ]

    def refers(self, entry: Entry, id: str) -> bool:
        return any(id in split_list(entry.attributes[key]) for key in self.reference_keys(entry))

    def rename(self, entry: Entry, id: str | None) -> None:
        """Give an entry another id; what refers to it follows."""
        old, entry.id = entry.id, id
        users = [other for other in self.entries if old is not None and self.refers(other, old)]
        if users and id is None:
            raise BuildError(f"{old!r} is referred to by {users[0]}, so it needs an id")
        for other in users:
            for key in self.reference_keys(other):
                other.attributes[key] = [str(id) if word == old else word for word in split_list(other.attributes[key])]

    def check_ids(self) -> None:
        users: dict[str, Entry] = {}
        for entry in self.entries:
            if entry.id is not None and users.setdefault(entry.id, entry) is not entry:
                first = users[entry.id].kind
                raise BuildError(f"{with_article(first)} and {with_article(entry.kind)} have the id {entry.id!r}")

    def document(self) -> Document:
        """Build it. Raises `BuildError` that lists everything that does not fit together."""
        self.check_ids()
        raws = {id(entry): _raw(entry) for entry in self.entries}
        comments = [
            RawComment(c.offset, c.words, raws.get(id(entry)) if entry is not None else None)
            for c, entry in self.comments
        ]
        node = strict_yaml.read_yaml(
            strict_yaml.write_yaml({"newsfacts": 1, **self.header, **written_factbook(self.own)})
        ).node
        own = self.own
        shared = self.given.factbook
        factbook = Factbook(
            entities={id: item for id, item in shared.entities.items() if id not in own.entities},
            measures={id: item for id, item in shared.measures.items() if id not in own.measures},
            events={id: item for id, item in shared.events.items() if id not in own.events},
            known=tuple(item for item in shared.known if item not in own.known),
        )
        origin = Origin(path=self.given.path, source=SourceText(""))
        raw = RawDocument(
            text=self.given.text,
            origin=origin,
            annotations=list(raws.values()),
            metadata=node,
            text_file=self.given.text_file,
            layout=self.given.layout,
            comments=comments,
        )
        made = build(raw, self.schema, factbook=factbook)
        errors = [problem for problem in made.problems if problem.severity is Severity.ERROR]
        if errors:
            lines = [f"{error.message} ({error.help})" if error.help else error.message for error in errors]
            raise BuildError("\n".join(["this document does not fit together:", *lines]))
        return attrs.evolve(made, origin=None)


class Names:
    """The ids of annotations; one that is referred to and has none is given one."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        self.taken: set[str] = {annotation.id for annotation in annotations if annotation.id is not None}
        self.made: dict[int, str] = {}
        self.counts: dict[str, int] = {}

    def name(self, annotation: Annotation) -> str:
        """The id of an annotation, a new one such as `claim1` if need be."""
        found = self.given(annotation)
        while found is None:
            number = self.counts[annotation.KIND] = self.counts.get(annotation.KIND, 0) + 1
            candidate = f"{annotation.KIND}{number}"
            if candidate not in self.taken:
                found = self.made[id(annotation)] = candidate
        return found

    def given(self, annotation: Annotation) -> str | None:
        return annotation.id if annotation.id is not None else self.made.get(id(annotation))


def _raw(entry: Entry) -> RawAnnotation:
    attributes = {key: RawAttribute(value, 0, 0) for key, value in entry.attributes.items()}
    named = RawAttribute(entry.id, 0, 0) if entry.id is not None else None
    return RawAnnotation(entry.kind or None, entry.spans, 0, 0, id=named, attributes=attributes)


def with_classes(schema: Schema, classes: Iterable[type[Annotation]]) -> Schema:
    """The schema, extended by the classes that it does not know."""
    new = [cls for cls in dict.fromkeys(classes) if cls is not UnknownKind and cls.KIND not in schema.kinds]
    return schema.extend(*new) if new else schema


def _written_header(values: Mapping[str, Any]) -> dict[str, Any]:
    """Header fields as they are written. Raises `BuildError` for one that documents do not have."""
    fields = fields_of_class(Document)
    by_name = {**fields, **{field.name: field for field in fields.values()}}
    found: dict[str, Any] = {}
    for name, value in values.items():
        if name not in by_name:
            expected = [*by_name, *SHARED, "known", "relations", "factbook"]
            raise BuildError(f"a document has no field {name!r}{suggestion(name, expected)}")
        field = by_name[name]
        if value is None:
            found[field.key] = None
        elif field.record is not None:
            found[field.key] = [written_record(item) for item in value]
        elif field.many:
            found[field.key] = [value] if isinstance(value, str) else [written_one(item) for item in value]
        else:
            found[field.key] = written_one(value)
    return found
