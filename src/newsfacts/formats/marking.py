"""What annotation tools have in common, for their writers: a document as labelled spans, attributes and relations.

`marked(document, mapping, limits)` says all that a document has in the names of a mapping, and lists what the format, by its
`Limits`, has no place for. A writer has only to print the result; `newsfacts.formats.marks` is the way back.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping

from newsfacts.building.written import relations_by_source, written_fields, written_metadata
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marks import ID, NEXT_FRAGMENT
from newsfacts.immutable import FrozenDict, define, frozen
from newsfacts.model import Annotation, Attribution, Document, RelationKind, UnknownKind
from newsfacts.raw import Loss
from newsfacts.text.spans import Span

__all__ = ["Gaps", "Limits", "Mark", "MarkRelation", "Marked", "head_losses", "marked"]


class Gaps(enum.Enum):
    """What a format makes of an annotation whose words are apart."""

    KEPT = "kept"
    LINKED = "linked"
    """A mark for each fragment, joined by relations."""
    FILLED = "filled"
    """One mark from the first to the last word: the gap is a loss."""


def _always(_: str) -> bool:
    return True


@frozen(kw_only=True)
class Limits:
    """What a format has a place for.

    `name` gives the id of the mark of an annotation by its number. Where the document has another id, it is written as an
    attribute. `label_fits` and `value_fits` say which labels and values can be written.
    """

    name: Callable[[int, Annotation], str] = lambda number, annotation: annotation.id or f"n{number}"
    label_fits: Callable[[str], bool] = _always
    value_fits: Callable[[str], bool] = _always
    gaps: Gaps = Gaps.KEPT
    has_relations: bool = True
    has_attributes: bool = True
    has_placeless: bool = False
    """Whether an annotation may have no words."""
    has_empty: bool = False
    """Whether a span may have no characters."""
    has_roles: bool = True
    """Whether the parts of an attribution are written as relations also where nesting shows them."""


@frozen(kw_only=True)
class Mark:
    """One labelled span. `words` are those of each of `spans`; the values of an attribute are one or several."""

    id: str
    label: str
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    annotation: Annotation
    attributes: Mapping[str, tuple[str, ...]] = FrozenDict()


@frozen(kw_only=True)
class MarkRelation:
    """A relation between two marks, by their ids. `field` is the key of our field, `relation` for those between claims."""

    name: str
    source: str
    target: str
    field: str


@frozen(kw_only=True)
class Marked:
    """A document in the terms of annotation tools, and what is lost on the way."""

    marks: tuple[Mark, ...]
    relations: tuple[MarkRelation, ...]
    losses: tuple[Loss, ...]


class _Reference(str):
    """The id of a mark, as the value of a field."""

    __slots__ = ()


def marked(document: Document, mapping: LabelMapping, limits: Limits) -> Marked:
    """The annotations of a document in the names of a mapping, as far as the limits of a format allow."""
    return _Marker(document, mapping, limits).marked()


_ROLES = (
    ("source", "source"),
    ("cue", "cues"),
    ("content", "contents"),
    ("addressee", "addressee"),
    ("medium", "medium"),
)


@define
class _Fields:
    """The fields of one annotation: plain values, and the ids of the marks that it refers to."""

    plain: dict[str, tuple[str, ...]]
    references: list[tuple[str, _Reference]]


class _Marker:
    def __init__(self, document: Document, mapping: LabelMapping, limits: Limits) -> None:
        self.document = document
        self.mapping = mapping
        self.limits = limits
        self.losses: list[Loss] = []
        self.names: dict[int, _Reference] = {}
        self.by_name: dict[str, Annotation] = {}
        for number, one in enumerate(document.annotations):
            name = limits.name(number, one)
            name = name if name not in self.by_name else f"{name}@{number}"
            self.names[id(one)] = _Reference(name)
            self.by_name[name] = one
        self.kept: set[str] = set()
        self.relations: list[MarkRelation] = []

    def marked(self) -> Marked:
        wanted = [n for n, annotation in enumerate(self.document.annotations) if self.has_place(n, annotation)]
        self.kept = {self.names[id(self.document.annotations[number])] for number in wanted}
        marks = [mark for number in wanted for mark in self.marks_of(number)]
        return Marked(marks=tuple(marks), relations=tuple(self.relations), losses=tuple(self.losses))

    def lose(self, what: str, number: int, words: str = "", field: str | None = None, value: str | None = None) -> None:
        """Note something of an annotation that the format has no place for."""
        annotation = self.document.annotations[number]
        place = self.document.place(annotation, field)
        self.losses.append(
            Loss(what=what, words=words, id=annotation.id, place=place, number=number, field=field, value=value)
        )

    def has_place(self, number: int, annotation: Annotation) -> bool:
        """Whether an annotation can be written at all; it is a loss where it cannot."""
        shown = f"{annotation.KIND}{f': {annotation.text}' if annotation.text else ''}"
        if not annotation.spans and not self.limits.has_placeless:
            self.lose("an annotation without words", number, shown)
        elif not self.limits.has_empty and any(span.start == span.end for span in annotation.spans):
            self.lose("an annotation of no characters", number, shown)
        elif not self.limits.label_fits(kind_of(annotation)):
            self.lose("an annotation whose kind cannot be a label", number, kind_of(annotation) or shown)
        else:
            return True
        return False

    def marks_of(self, number: int) -> Iterator[Mark]:
        """The mark of an annotation, or those of its fragments."""
        annotation = self.document.annotations[number]
        name = self.names[id(annotation)]
        fields = self.fields_of(annotation)
        single = {key: values[0] for key, values in fields.plain.items() if len(values) == 1}
        stated: dict[str, object] = {**dict(fields.references), **single}
        rule = self.mapping.label_for(kind_of(annotation), stated, annotation.text)
        implied = rule.fields
        attributes: dict[str, tuple[str, ...]] = {}
        if annotation.id is not None and annotation.id != name:
            self.put(attributes, number, "id", ID, annotation.id)
        for key, values in fields.plain.items():
            if key in implied and values == (implied[key],):
                continue
            for value in values:
                theirs, written = self.mapping.attribute_for(key, value)
                self.put(attributes, number, key, theirs, written, value)
        for key, target in fields.references:
            self.relate(number, name, key, target)
        yield from self.pieces(number, rule.label, attributes)

    def put(
        self,
        attributes: dict[str, tuple[str, ...]],
        number: int,
        key: str,
        name: str,
        written: str,
        value: str | None = None,
    ) -> None:
        """Write one value of a field as an attribute, or note that it is lost."""
        limits = self.limits
        if limits.has_attributes and limits.value_fits(written) and limits.label_fits(name):
            attributes[name] = (*attributes.get(name, ()), written)
        else:
            self.lose(f"the field {key}", number, value if value is not None else written, key, value)

    def relate(self, number: int, name: str, key: str, target: _Reference) -> None:
        """Write a reference as a relation, or note that it is lost."""
        rule = self.mapping.relation_for(key)
        if self.limits.has_relations and target in self.kept and self.limits.label_fits(rule.name):
            ends = (target, name) if rule.swap else (name, target)
            self.relations.append(MarkRelation(name=rule.name, source=ends[0], target=ends[1], field=key))
        elif not self.is_nested(number, key, target):
            referred = self.by_name[target].id
            self.lose(f"the field {key}", number, referred or target, key, referred)

    def is_nested(self, number: int, key: str, target: str) -> bool:
        """Whether nesting alone shows that an annotation has a part of an attribution."""
        stated = written_fields(self.document.annotations[number], self.document, self.name)
        return key not in stated

    def name(self, annotation: Annotation) -> str:
        return self.names[id(annotation)]

    def fields_of(self, annotation: Annotation) -> _Fields:
        """What an annotation says, with the parts of an attribution also where nesting shows them."""
        found = _Fields({}, [])
        relating = {str(kind.value) for kind in RelationKind} if annotation.RELATES else set()
        roles: set[str] = set()
        if isinstance(annotation, Attribution) and self.limits.has_roles:
            for key, name in _ROLES:
                roles.add(key)
                found.references += [(key, self.names[id(one)]) for one in getattr(annotation, name)]
        for key, value in written_fields(annotation, self.document, self.name).items():
            if key in relating or key in roles:
                continue
            values = value if isinstance(value, list) else [value]
            found.references += [(key, each) for each in values if isinstance(each, _Reference)]
            plain = tuple([each for each in values if not isinstance(each, _Reference)])
            if plain:
                found.plain[key] = plain
        if relating:
            for relation in self.document.derived(relations_by_source).get(id(annotation), ()):
                found.references.append((str(relation.kind.value), self.names[id(relation.target)]))
        return found

    def pieces(self, number: int, label: str, attributes: dict[str, tuple[str, ...]]) -> Iterator[Mark]:
        """An annotation as one mark, or as one for each fragment."""
        annotation, text = self.document.annotations[number], self.document.text
        name, spans = self.names[id(annotation)], annotation.spans
        rest: tuple[Span, ...] = ()
        if len(spans) > 1 and self.limits.gaps is Gaps.FILLED:
            self.lose("the gap in the words", number, annotation.text, "spans")
            spans = (annotation.span,)
        elif len(spans) > 1 and self.limits.gaps is Gaps.LINKED:
            spans, rest = spans[:1], spans[1:]
        words = tuple([text[span.start : span.end] for span in spans])
        frozen_attributes = FrozenDict(attributes)
        yield Mark(id=name, label=label, spans=spans, words=words, annotation=annotation, attributes=frozen_attributes)
        before: str = name
        for count, span in enumerate(rest, 2):
            part = f"{name}.{count}"
            words = (text[span.start : span.end],)
            yield Mark(id=part, label=label, spans=(span,), words=words, annotation=annotation)
            self.relations.append(MarkRelation(name=NEXT_FRAGMENT, source=before, target=part, field="spans"))
            before = part


def kind_of(annotation: Annotation) -> str:
    """The kind as a file has it."""
    return annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND


def head_losses(document: Document, kept: frozenset[str] = frozenset()) -> tuple[Loss, ...]:
    """A loss for each key of the head of a document, for formats that have no place for it but for the keys `kept`."""
    return tuple(
        Loss(what=f"{key} in the head", words=str(value)[:200], field=key)
        for key, value in written_metadata(document).items()
        if key not in kept
    )
