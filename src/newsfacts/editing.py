"""Documents made and changed in Python: what `Document.build`, `annotate`, `edit` and `without` do.

Whatever is made here goes through the same builder as what is read from a file. So roles follow from nesting, references
are checked, and `loads(document.dumps()) == document` holds for every document that comes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from newsfacts import strict_yaml
from newsfacts.anchors.find import Miss, MissReason, PlaceFinder
from newsfacts.building.builder import build
from newsfacts.building.field_values import split_list
from newsfacts.building.written import written_factbook, written_fields, written_one, written_record
from newsfacts.errors import BuildError
from newsfacts.findings import Severity
from newsfacts.immutable import FrozenDict
from newsfacts.model import (
    Annotation,
    Document,
    Entity,
    Event,
    Factbook,
    Known,
    Measure,
    Relation,
    RelationKind,
    UnknownKind,
)
from newsfacts.raw import Origin, RawAnnotation, RawAttribute, RawDocument
from newsfacts.schema.kinds import Field, FieldType, Schema, fields_of_class
from newsfacts.text.nesting import reading_order
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span
from newsfacts.text.suggestions import suggestion, with_article

__all__ = ["annotate", "build_document", "edit", "without"]

Place = str | Span | Sequence[Span] | None
"""Words of the text, a span, several spans in order, or None for an annotation without a place."""

_SHARED: Mapping[str, type] = {"entities": Entity, "measures": Measure, "events": Event}
_RELATIONS = frozenset(str(kind.value) for kind in RelationKind)


def build_document(text: str, annotations: Sequence[Annotation], header: Mapping[str, Any]) -> Document:
    """The document of a text, its annotations and its header. See `Document.build`."""
    values = dict(header)
    given = values.pop("schema", None)
    schema = given if isinstance(given, Schema) else None
    relations = tuple(values.pop("relations", ()))
    factbook = values.pop("factbook", Factbook())
    own = _own_factbook(values)
    objects = _with_parts([*annotations, *(each for relation in relations for each in _ends(relation))])
    for annotation in objects:
        _check_place(annotation, text)
    objects.sort(key=reading_order)
    provisional = Document(
        text=text,
        annotations=tuple(objects),
        relations=relations,
        own=_with_references(own, factbook, objects),
        factbook=factbook,
        known_kinds=_learn(schema or Schema.core(), map(type, objects)),
    )
    if given is not None and schema is None:
        values["schema"] = given
    return _Draft(provisional, values).document()


def annotate(
    document: Document,
    kind: type[Annotation] | str,
    at: Place,
    *,
    nth: int | None,
    prefix: str,
    suffix: str,
    id: str | None,
    fields: Mapping[str, Any],
) -> Document:
    """The document with one more annotation. See `Document.annotate`."""
    draft = _Draft(document)
    name = kind if isinstance(kind, str) else kind.KIND
    if not isinstance(kind, str):
        draft.schema = _learn(draft.schema, [kind])
    entry = _Entry(name, _spans(document.text, at, nth, prefix, suffix), id)
    draft.change(entry, fields)
    draft.entries.append(entry)
    return draft.document()


def edit(document: Document, target: Annotation | str | None, changes: Mapping[str, Any]) -> Document:
    """The document with other values in one annotation, or in its header. See `Document.edit`."""
    if target is None:
        return _Draft(document, changes).document()
    draft = _Draft(document)
    entry = draft.entry_of(target)
    fields = dict(changes)
    if "text" in fields:
        raise BuildError("the words of an annotation are those of the text at its spans: give other spans=")
    if "spans" in fields:
        entry.spans = _spans(document.text, fields.pop("spans"))
    if "id" in fields:
        draft.rename(entry, fields.pop("id"))
    draft.change(entry, fields)
    return draft.document()


def without(document: Document, target: Annotation | str) -> Document:
    """The document without one annotation. See `Document.without`."""
    draft = _Draft(document)
    removed = draft.entry_of(target)
    draft.entries.remove(removed)
    users = [entry for entry in draft.entries if removed.id and draft.refers(entry, removed.id)]
    if users:
        others = f" and {len(users) - 1} more" if len(users) > 1 else ""
        raise BuildError(f"{removed.id!r} is referred to by {users[0]}{others}: change that first")
    return draft.document()


@attrs.define(eq=False)
class _Entry:
    """An annotation as a stand-off file would list it."""

    kind: str
    spans: tuple[Span, ...]
    id: str | None
    attributes: dict[str, str | list[str]] = attrs.field(factory=dict)

    def __str__(self) -> str:
        return f"the {self.kind} {self.id!r}" if self.id else with_article(self.kind)


class _Draft:
    """What will be built: the entries of a document, with its header as a table."""

    def __init__(self, document: Document, changes: Mapping[str, Any] | None = None) -> None:
        self.given = document
        self.schema: Schema = document.known_kinds or Schema.core()
        self.names = _Names(document.annotations)
        self.entries = [
            _Entry(
                annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND,
                annotation.spans,
                None,
                dict(written_fields(annotation, document, self.names.name)),
            )
            for annotation in document.annotations
        ]
        for entry, annotation in zip(self.entries, document.annotations, strict=True):
            entry.id = self.names.given(annotation)
        self.own = document.own
        header = {**written_record(document), **_written_header(changes or {})}
        self.header = {key: value for key, value in header.items() if value is not None}

    def entry_of(self, target: Annotation | str) -> _Entry:
        annotation = self.given[target] if isinstance(target, str) else target
        return self.entries[self.given.index(annotation)]

    def fields_of(self, kind: str) -> Mapping[str, Field]:
        if kind not in self.schema.kinds:
            raise BuildError(f"no kind is named {kind!r}{suggestion(kind, self.schema.kinds)}")
        return self.schema.kinds[kind].fields

    def change(self, entry: _Entry, changes: Mapping[str, Any]) -> None:
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
        self.own = _with_references(self.own, self.given.factbook, [item])
        return written_one(item, self.names.name)

    def reference_keys(self, entry: _Entry) -> list[str]:
        """The attributes in which an entry names annotations."""
        fields = self.schema.kinds[entry.kind].fields if entry.kind in self.schema.kinds else {}
        return [
            key
            for key in entry.attributes
            if key in _RELATIONS or (key in fields and FieldType.ANNOTATION in fields[key].types)
        ]

    def refers(self, entry: _Entry, id: str) -> bool:
        return any(id in split_list(entry.attributes[key]) for key in self.reference_keys(entry))

    def rename(self, entry: _Entry, id: str | None) -> None:
        """Give an entry another id; what refers to it follows."""
        old, entry.id = entry.id, id
        users = [other for other in self.entries if old is not None and self.refers(other, old)]
        if users and id is None:
            raise BuildError(f"{old!r} is referred to by {users[0]}, so it needs an id")
        for other in users:
            for key in self.reference_keys(other):
                other.attributes[key] = [str(id) if word == old else word for word in split_list(other.attributes[key])]

    def check_ids(self) -> None:
        users: dict[str, _Entry] = {}
        for entry in self.entries:
            if entry.id is not None and users.setdefault(entry.id, entry) is not entry:
                first = users[entry.id].kind
                raise BuildError(f"{with_article(first)} and {with_article(entry.kind)} have the id {entry.id!r}")

    def document(self) -> Document:
        """Build it. Raises `BuildError` that lists everything that does not fit together."""
        self.check_ids()
        raws = list(map(_raw, self.entries))
        node = strict_yaml.load(strict_yaml.dump({"newsfacts": 1, **self.header, **written_factbook(self.own)})).node
        own = self.own
        shared = self.given.factbook
        factbook = Factbook(
            entities={id: item for id, item in shared.entities.items() if id not in own.entities},
            measures={id: item for id, item in shared.measures.items() if id not in own.measures},
            events={id: item for id, item in shared.events.items() if id not in own.events},
            known=tuple(item for item in shared.known if item not in own.known),
        )
        origin = Origin(path=self.given.path, source=SourceText(""))
        raw = RawDocument(text=self.given.text, origin=origin, annotations=raws, metadata=node)
        made = build(raw, self.schema, factbook=factbook)
        errors = [problem for problem in made.problems if problem.severity is Severity.ERROR]
        if errors:
            lines = [f"{error.message} ({error.help})" if error.help else error.message for error in errors]
            raise BuildError("\n".join(["this document does not fit together:", *lines]))
        return attrs.evolve(made, origin=None)


class _Names:
    """The ids of annotations; one that is referred to and has none is given one."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        self.taken = {annotation.id for annotation in annotations if annotation.id is not None}
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


def _raw(entry: _Entry) -> RawAnnotation:
    attributes = {key: RawAttribute(value, 0, 0) for key, value in entry.attributes.items()}
    named = RawAttribute(entry.id, 0, 0) if entry.id is not None else None
    return RawAnnotation(entry.kind or None, entry.spans, 0, 0, id=named, attributes=attributes)


def _learn(schema: Schema, classes: Iterable[type[Annotation]]) -> Schema:
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
            expected = [*by_name, *_SHARED, "known", "relations", "factbook"]
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


def _own_factbook(header: dict[str, Any]) -> Factbook:
    """What the header says of entities, measures, events and known values, taken out of it."""
    found: dict[str, dict[str, Any]] = {}
    for group, cls in _SHARED.items():
        items = header.pop(group, ())
        found[group] = {}
        for item in items.values() if isinstance(items, Mapping) else items:
            if not isinstance(item, cls):
                raise BuildError(f"{group} has objects of the class {cls.__name__}, not {type(item).__name__}")
            _put(found[group], item)
    known = tuple(header.pop("known", ()))
    for value in known:
        if not isinstance(value, Known):
            raise BuildError(f"known has objects of the class Known, not {type(value).__name__}")
    return Factbook(**{group: FrozenDict(items) for group, items in found.items()}, known=known)


def _put(items: dict[str, Any], item: Any) -> None:
    """Add an entity, a measure or an event. Raises `BuildError` where its id already names another one."""
    if items.setdefault(item.id, item) != item:
        raise BuildError(f"the id {item.id!r} names two different things: {items[item.id].name!r} and {item.name!r}")


def _with_references(own: Factbook, shared: Factbook, roots: Iterable[Any]) -> Factbook:
    """The document's own factbook, with what some objects are or refer to and no factbook has."""
    groups: dict[type, dict[str, Any]] = {
        Entity: dict(own.entities), Measure: dict(own.measures), Event: dict(own.events),
    }  # fmt: skip
    known: dict[type, Mapping[str, Any]] = {
        Entity: shared.entities, Measure: shared.measures, Event: shared.events,
    }  # fmt: skip
    waiting: list[Any] = [*roots, *own.entities.values(), *own.measures.values(), *own.events.values(), *own.known]
    seen: set[int] = set()
    while waiting:
        item = waiting.pop()
        if id(item) in seen or not isinstance(item, Annotation | Entity | Measure | Event | Known):
            continue
        seen.add(id(item))
        waiting.extend(_values(item))
        if isinstance(item, Entity | Measure | Event) and known[type(item)].get(item.id) != item:
            _put(groups[type(item)], item)
    return Factbook(
        entities=FrozenDict(groups[Entity]),
        measures=FrozenDict(groups[Measure]),
        events=FrozenDict(groups[Event]),
        known=own.known,
    )


def _values(holder: Any) -> Iterator[Any]:
    """The values of an object's fields, those in tuples one by one."""
    for field in attrs.fields(type(holder)):
        value = getattr(holder, field.name)
        if isinstance(value, tuple):
            yield from value
        else:
            yield value


def _with_parts(annotations: Iterable[Annotation]) -> list[Annotation]:
    """The annotations in their order, and then all that they refer to, each once."""
    found: dict[int, Annotation] = {}
    waiting = list(annotations)
    for annotation in waiting:  # grows on the way
        if not isinstance(annotation, Annotation):
            raise BuildError(f"annotations are objects such as Claim(spans=...), not {type(annotation).__name__}")
        if found.setdefault(id(annotation), annotation) is annotation:
            waiting.extend(
                value for value in _values(annotation) if isinstance(value, Annotation) and id(value) not in found
            )
    return list(found.values())


def _ends(relation: Relation) -> tuple[Annotation, Annotation]:
    return relation.source, relation.target


def _check_place(annotation: Annotation, text: str) -> None:
    """Raise `BuildError` for spans that the text does not have, or words that are not those at the spans."""
    _check_spans(
        annotation.spans, text, f"the {annotation.KIND} {annotation.id!r}" if annotation.id else f"a {annotation.KIND}"
    )
    words = " ".join(text[span.start : span.end] for span in annotation.spans)
    if annotation.text and annotation.text != words:
        raise BuildError(
            f"{with_article(annotation.KIND)} says that its words are {annotation.text!r}, but at its spans the text has {words!r}"
        )


def _check_spans(spans: Sequence[Span], text: str, what: str) -> None:
    before = 0
    for span in spans:
        if not 0 <= span.start <= span.end <= len(text):
            raise BuildError(
                f"{what} has the span {span.start}..{span.end}, but the text has {len(text):,} code points"
            )
        if span.start < before:
            raise BuildError(f"{what} has spans that overlap or are not in order: give them from left to right")
        before = span.end


def _spans(text: str, at: Place, nth: int | None = None, prefix: str = "", suffix: str = "") -> tuple[Span, ...]:
    """The spans of a place. Raises `BuildError` where words have no place, or several and none is chosen."""
    if at is None:
        return ()
    if isinstance(at, str):
        if not at:
            raise BuildError("an annotation needs words; for one without a place give None")
        found = PlaceFinder(text).find(at, prefix=prefix, suffix=suffix, nth=nth)
        if isinstance(found, Miss):
            raise BuildError(_missed(at, found, nth))
        return (found,)
    if nth is not None or prefix or suffix:
        raise BuildError("nth, prefix and suffix go with words, not with spans")
    spans = (at,) if isinstance(at, Span) else tuple(at)
    _check_spans(spans, text, "an annotation")
    return spans


def _missed(words: str, miss: Miss, nth: int | None) -> str:
    if miss.reason is MissReason.SEVERAL:
        return f"the text has {words!r} {miss.count} times: say which with nth=1 to nth={miss.count}, or with prefix= or suffix="
    if miss.reason is MissReason.NUMBER:
        return f"the text has {words!r} {miss.count} times, so there is no nth={nth}"
    if miss.reason is MissReason.CONTEXT:
        return f"the text has {words!r}, but not after this prefix and before this suffix"
    return f"the text does not have {words!r}: copy the words letter by letter"
