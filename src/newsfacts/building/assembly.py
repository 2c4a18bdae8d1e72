"""Gives raw annotations their types and their references, inner ones first."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from newsfacts import model
from newsfacts.building.field_values import NotInList, read_field, split_list
from newsfacts.building.heads import heads_among
from newsfacts.building.roles import collect_nested, part_of
from newsfacts.errors import UnreadableValue
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.immutable import FrozenDict, maker
from newsfacts.model import Annotation, Factbook, Relation, RelationKind, UnknownKind
from newsfacts.raw import Origin, RawAnnotation, RawAttribute
from newsfacts.schema.kinds import Field, FieldType, Kind, Schema
from newsfacts.text.languages import likely_language
from newsfacts.text.nesting import parents
from newsfacts.text.suggestions import nearest, suggestion, with_article
from newsfacts.values.languages import is_english

__all__ = ["MAX_CHAIN", "Assembly"]

MAX_CHAIN = 100
"""How many annotations may refer to the next one in a row."""

RELATION_KEYS = {str(kind.value): kind for kind in RelationKind}


class _Shape:
    """What the builder needs to know of a kind, looked up once per kind and not once per annotation."""

    __slots__ = ("cls", "fields", "is_count", "is_plain", "is_time", "kind", "make", "part", "required")

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.cls = kind.cls
        self.make: Callable[..., Annotation] | None = None  # made when the kind is first needed
        self.fields = kind.fields
        self.required = tuple(field for field in kind.fields.values() if field.required)
        self.part = part_of(kind.cls)
        self.is_time = issubclass(kind.cls, model.Time)
        self.is_count = issubclass(kind.cls, model.Count)
        part = self.part
        self.is_plain = not (
            self.required or part.is_attribution or part.is_listing or part.is_mention or self.is_time or self.is_count
        )


_UNKNOWN = _Shape(Kind(name="", cls=UnknownKind, fields={}))
_UNKNOWN.is_plain = False


class Assembly:
    """One document in the making."""

    def __init__(
        self,
        text: str,
        annotations: Sequence[RawAnnotation],
        origin: Origin,
        schema: Schema,
        factbook: Factbook,
        problems: ProblemList,
        reference: dt.date | None,
        language: str | None,
        *,
        is_foreign: bool = False,
    ) -> None:
        self.text = text
        self.raws = annotations
        self.origin = origin
        self.schema = schema
        self.factbook = factbook
        self.problems = problems
        self.reference = reference
        self.declared_language = language
        self.is_foreign = is_foreign
        self.parents = parents([raw.spans for raw in annotations])
        self.known_shapes = shapes_of(schema)
        self.shapes = [self.shape_of(raw) for raw in annotations]
        self.numbers: dict[str, int] = {}
        self.objects: list[Any] = [None] * len(annotations)
        self.waiting: list[int] = []  # numbers of the annotations that are being built, outermost first
        self.nested = collect_nested([shape.part for shape in self.shapes], self.parents)

    def build(self) -> tuple[Annotation, ...]:
        """All annotations, in reading order."""
        self.collect_ids()
        for number in range(len(self.raws) - 1, -1, -1):
            if self.objects[number] is None:
                self.make(number)
        return tuple(self.objects)

    def complain(
        self, code: ReaderCode, message: str, number: int, key: str | None = None, help: str | None = None
    ) -> None:
        self.problems.add(code, message, self.origin.annotation_place(number, key), help=help)

    # -- kinds and ids
    def shape_of(self, raw: RawAnnotation) -> _Shape:
        name = raw.kind
        if name is None:
            name = "mention" if "ref" in raw.attributes else ""
        shape = self.known_shapes.get(name)
        if shape is not None:
            return shape
        if self.is_foreign:
            return _UNKNOWN
        place = self.origin.place(raw.start, raw.end)
        if name:
            close = nearest(name, self.schema.kinds)
            help = f"did you mean .{close}?" if close else f"the kinds are {', '.join(self.schema.kinds)}"
            self.problems.add(ReaderCode.UNKNOWN_KIND, f"no kind is named {name!r}", place, help=help)
        elif "cont" not in raw.attributes:
            self.problems.add(
                ReaderCode.UNKNOWN_KIND,
                "this span has neither a kind nor ref=",
                place,
                help="give it a kind such as .claim, or ref=id for a mention",
            )
        return _UNKNOWN

    def collect_ids(self) -> None:
        for number, raw in enumerate(self.raws):
            if raw.id is None:
                continue
            first = self.numbers.setdefault(raw.id.value, number)
            if first != number:
                where = self.origin.annotation_place(first, "id").position
                self.complain(
                    ReaderCode.DUPLICATE_ID,
                    f"the id {raw.id.value!r} is already taken, in line {where.line}",
                    number,
                    "id",
                    "give one of the two another id",
                )

    # -- one annotation
    def make(self, number: int) -> Annotation:
        """Build annotation `number`, after all that it refers to."""
        raw = self.raws[number]
        shape = self.shapes[number]
        spans = raw.spans
        if len(spans) == 1:
            span = spans[0]
            values: dict[str, Any] = {"spans": spans, "text": self.text[span.start : span.end]}
        else:
            values = {"spans": spans, "text": " ".join([self.text[span.start : span.end] for span in spans])}
        if raw.id is not None:
            values["id"] = raw.id.value
        if not shape.is_plain or raw.attributes:
            self.waiting.append(number)
            self.fill(number, raw, shape, values)
            self.waiting.pop()
        if shape.make is None:
            shape.make = maker(shape.cls)
        made = shape.make(**values)
        self.objects[number] = made
        return made

    def fill(self, number: int, raw: RawAnnotation, shape: _Shape, values: dict[str, Any]) -> None:
        """The fields of annotation `number`, from its attributes and from what stands inside it."""
        if shape is _UNKNOWN:
            values["written_kind"] = raw.kind or ""
            values["extra"] = FrozenDict({key: attribute.value for key, attribute in raw.attributes.items()})
            return
        if raw.attributes:
            self.read_attributes(number, raw, shape, values)
        for field in shape.required:
            if field.key not in raw.attributes:
                about = field.doc if field.doc not in (field.name, field.key) else field.describe()
                self.complain(
                    ReaderCode.MISSING_FIELD,
                    f"this {shape.kind.name} lacks {field.key}=",
                    number,
                    None,
                    f"{field.key} is {about}",
                )
        self.fill_from_nesting(number, shape, values)

    def fill_from_nesting(self, number: int, shape: _Shape, values: dict[str, Any]) -> None:
        part = shape.part
        if part.is_attribution:
            for field, numbers in self.nested.roles.get(number, {}).items():
                if field not in values:
                    values[field] = self.inside(numbers)
        elif part.is_mention:
            if number in self.nested.inner:
                inner = values["inner"] = self.inside(self.nested.inner[number])
                if "ref" not in values and inner:
                    english = self.language_at(number) is None
                    heads = heads_among(values["spans"], values["text"], inner, english=english)
                    values["heads"] = tuple(inner[head] for head in heads.numbers)
        elif part.is_listing:
            found = self.inside(self.nested.items.get(number, ()))
            values["items"] = tuple([item for item in found if isinstance(item, model.Item)]) or found
        elif shape.is_time:
            values["reference"] = self.reference
            values["language"] = self.language_at(number)
        elif shape.is_count:
            values["language"] = self.language_at(number)

    @functools.cached_property
    def language(self) -> str | None:
        """What the words of the document are read in; None is English."""
        found = self.declared_language or likely_language(self.text)
        return None if is_english(found) else found

    @functools.cached_property
    def languages_of_quotes(self) -> Sequence[str | None]:
        """For each annotation the `lang` of the innermost quote that it is or is in; empty where no quote has one."""
        found: list[str | None] = []
        for number, raw in enumerate(self.raws):
            lang = raw.attributes.get("lang") if issubclass(self.shapes[number].cls, model.Quote) else None
            outer = self.parents[number]
            found.append(str(lang.value) if lang is not None else found[outer] if outer >= 0 else None)
        return found if any(found) else ()

    def language_at(self, number: int) -> str | None:
        """What the words of annotation `number` are read in; None is English."""
        lang = self.languages_of_quotes[number] if self.languages_of_quotes else None
        return self.language if lang is None else None if is_english(lang) else lang

    def inside(self, numbers: Sequence[int]) -> tuple[Any, ...]:
        """What stands inside; one that refers back to what it stands in has been complained of already."""
        return tuple([self.object(number) for number in numbers if number not in self.waiting])

    def object(self, number: int) -> Any:
        found = self.objects[number]
        return found if found is not None else self.make(number)

    def read_attributes(self, number: int, raw: RawAnnotation, shape: _Shape, values: dict[str, Any]) -> None:
        extra: dict[str, Any] = {}
        for key, attribute in raw.attributes.items():
            field = shape.fields.get(key)
            if field is not None:
                if field.is_reference:
                    values[field.name] = self.resolve(field, attribute, number)
                else:
                    values[field.name] = read_field(field, attribute.value, self.complainer(field, number))
            elif not (key in RELATION_KEYS and shape.cls.RELATES):
                extra[key] = attribute.value
                if self.is_foreign or key == "cont":  # of a span that continues none: the builder has complained
                    continue
                known = [*shape.fields, *(RELATION_KEYS if shape.cls.RELATES else ())]
                close = nearest(key, known)
                help = (
                    f"did you mean {close}=?" if close else f"{with_article(shape.kind.name)} takes {', '.join(known)}"
                )
                self.complain(
                    ReaderCode.UNKNOWN_FIELD, f"{with_article(shape.kind.name)} has no field {key!r}", number, key, help
                )
        if extra:
            values["extra"] = FrozenDict(extra)

    def complainer(self, field: Field, number: int) -> Callable[[UnreadableValue], None]:
        def complain(error: UnreadableValue) -> None:
            code = ReaderCode.VALUE_NOT_IN_LIST if isinstance(error, NotInList) else ReaderCode.UNREADABLE_VALUE
            self.complain(code, f"{error.raw!r} is not {field.describe()}", number, field.key, error.reason)

        return complain

    # -- references
    def resolve(self, field: Field, attribute: RawAttribute, number: int) -> Any:
        found: list[Any] = []
        for id in split_list(attribute.value):
            item = self.resolve_one(field, id, number)
            if item is not None:
                found.append(item)
        if field.many:
            return tuple(found)
        if len(found) > 1:
            self.complain(
                ReaderCode.UNREADABLE_VALUE, f"{field.key}= takes one id, not {len(found)}", number, field.key
            )
        return found[0] if found else field.default

    def resolve_one(self, field: Field, id: str, number: int) -> Any:
        for field_type in field.types:
            if field_type is FieldType.ENTITY:
                item: Any = self.factbook.entities.get(id)
            elif field_type is FieldType.MEASURE:
                item = self.factbook.measures.get(id)
            elif field_type is FieldType.EVENT:
                item = self.factbook.events.get(id)
            else:
                item = self.annotation(field, id, number)
            if item is not None:
                return item
        if id not in self.numbers or FieldType.ANNOTATION not in field.types:
            self.complain_of_reference(field, id, number)
        return None

    def annotation(self, field: Field, id: str, number: int) -> Any:
        target = self.numbers.get(id)
        if target is None:
            return None
        if not issubclass(self.shapes[target].cls, field.targets):
            name = self.shapes[target].kind.name or "span of an unknown kind"
            self.complain(
                ReaderCode.REFERENCE_TO_WRONG_KIND,
                f"{id!r} is {with_article(name)}, but {field.key}= takes {field.describe()}",
                number,
                field.key,
            )
            return None
        if target in self.waiting:
            self.complain(
                ReaderCode.CYCLIC_REFERENCE,
                f"{id!r} refers back to itself through {field.key}=",
                number,
                field.key,
                "take one of the references out",
            )
            return None
        if len(self.waiting) >= MAX_CHAIN:
            self.complain(
                ReaderCode.CYCLIC_REFERENCE,
                f"{id!r} is the end of a chain of more than {MAX_CHAIN} references",
                number,
                field.key,
            )
            return None
        return self.object(target)

    def complain_of_reference(self, field: Field, id: str, number: int) -> None:
        other = self.what_has(id)
        if other is not None:
            self.complain(
                ReaderCode.REFERENCE_TO_WRONG_KIND,
                f"{id!r} is {other}, but {field.key}= takes {field.describe()}",
                number,
                field.key,
            )
            return
        known: list[str] = []
        for field_type in field.types:
            if field_type is FieldType.ENTITY:
                known += self.factbook.entities
            elif field_type is FieldType.MEASURE:
                known += self.factbook.measures
            elif field_type is FieldType.EVENT:
                known += self.factbook.events
            else:
                known += [k for k, n in self.numbers.items() if issubclass(self.shapes[n].cls, field.targets)]
        what = field.describe().replace("the id of ", "").replace("an ", "").replace("a ", "")
        self.complain(
            ReaderCode.DANGLING_REFERENCE, f"no {what} has the id {id!r}{suggestion(id, known)}", number, field.key
        )

    def what_has(self, id: str) -> str | None:
        if id in self.factbook.entities:
            return "an entity"
        if id in self.factbook.measures:
            return "a measure"
        if id in self.factbook.events:
            return "an event"
        if id in self.numbers:
            return with_article(self.shapes[self.numbers[id]].kind.name or "span of an unknown kind")
        return None

    def relations(self) -> tuple[Relation, ...]:
        """What annotations say about each other."""
        found: list[Relation] = []
        for number, raw in enumerate(self.raws):
            if not raw.attributes or not self.shapes[number].cls.RELATES:
                continue
            for key, attribute in raw.attributes.items():
                if key not in RELATION_KEYS:
                    continue
                for id in split_list(attribute.value):
                    target = self.numbers.get(id)
                    if target is not None and self.shapes[target].cls.RELATES:
                        found.append(Relation(RELATION_KEYS[key], self.objects[number], self.objects[target]))
                    elif other := self.what_has(id):
                        self.complain(
                            ReaderCode.REFERENCE_TO_WRONG_KIND,
                            f"{id!r} is {other}, but {key}= takes the id of a claim, a quote or a count",
                            number,
                            key,
                        )
                    else:
                        known = [k for k, n in self.numbers.items() if self.shapes[n].cls.RELATES]
                        self.complain(
                            ReaderCode.DANGLING_REFERENCE,
                            f"no claim, quote or count has the id {id!r}{suggestion(id, known)}",
                            number,
                            key,
                        )
        return tuple(found)


@functools.lru_cache(maxsize=16)
def shapes_of(schema: Schema) -> Mapping[str, _Shape]:
    """The shapes of a schema's kinds, made once per schema."""
    return {name: _Shape(kind) for name, kind in schema.kinds.items()}
