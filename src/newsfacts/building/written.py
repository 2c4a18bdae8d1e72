"""From the fields of objects to what is written in a file. The inverse of `convert`, `records` and `factbook`."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from itertools import compress
from operator import attrgetter, is_not
from typing import Any

from newsfacts.building.field_values import value_as_written
from newsfacts.building.roles import collect_nested, part_of
from newsfacts.errors import NewsfactsError
from newsfacts.immutable import FrozenDict
from newsfacts.model import Annotation, Attribution, Document, Entity, Event, Factbook, Measure, Relation
from newsfacts.schema.kinds import Field, fields_of_class

__all__ = [
    "id_of",
    "written_factbook",
    "written_fields",
    "written_metadata",
    "written_one",
    "written_record",
    "written_value",
]


def id_of(annotation: Annotation) -> str:
    """The id of an annotation that is referred to. Raises `NewsfactsError` where it has none."""
    if annotation.id is None:
        raise NewsfactsError(
            f"the {annotation.KIND} {annotation.text!r} is referred to from elsewhere, so it needs an id"
        )
    return annotation.id


def written_fields(
    annotation: Annotation, document: Document, name: Callable[[Annotation], str] = id_of
) -> dict[str, str | list[str]]:
    """The fields of an annotation that are worth writing: those that nesting and defaults do not give by themselves.

    `name` gives the ids of the annotations that it refers to.
    """
    found: dict[str, str | list[str]] = {}
    stated = stated_fields(annotation)
    if stated:
        roles = nested_roles(document, annotation)
        for field, value in stated:
            if field.name not in roles or [id(item) for item in value] != roles[field.name]:
                found[field.key] = written_value(field, value, name)
    for relation in document.derived(relations_by_source).get(id(annotation), ()) if document.relations else ():
        target = name(relation.target)
        key = str(relation.kind.value)
        found[key] = f"{found[key]} {target}" if key in found else target
    for key, value in annotation.extra.items() if annotation.extra else ():
        found[key] = [str(item) for item in value] if isinstance(value, list) else str(value)
    return found


class _FieldsOfClass:
    """The fields of a class that are written, with what reads them all from an object, and their defaults.

    The first of each is the class itself, so that there is always more than one to read.
    """

    def __init__(self, cls: Any) -> None:
        fields = tuple(fields_of_class(cls).values())
        self.fields: tuple[Any, ...] = (None, *fields)
        self.places = range(len(self.fields))
        self.defaults = (cls, *[field.default for field in fields])
        self.values: Callable[[Any], tuple[Any, ...]] = attrgetter("__class__", *[field.name for field in fields])


@functools.cache
def fields_to_write(cls: Any) -> _FieldsOfClass:
    """The fields of a class, gathered once."""
    return _FieldsOfClass(cls)


def stated_fields(item: Any) -> Sequence[tuple[Field, Any]]:
    """The fields of an object that are not at their defaults, with their values."""
    known = fields_to_write(item.__class__)
    values = known.values(item)
    if values == known.defaults:
        return ()
    fields, defaults = known.fields, known.defaults
    others = compress(known.places, map(is_not, values, defaults))
    return [(fields[n], values[n]) for n in others if values[n] is not None and values[n] != defaults[n]]


_NO_ROLES: Mapping[str, list[int]] = FrozenDict()


def nested_roles(document: Document, annotation: Annotation) -> Mapping[str, list[int]]:
    """The identities of what nesting gives to the fields of an attribution."""
    if not isinstance(annotation, Attribution):
        return _NO_ROLES
    return document.derived(_roles_by_identity).get(id(annotation), _NO_ROLES)


def _roles_by_identity(document: Document) -> Mapping[int, Mapping[str, list[int]]]:
    annotations = document.annotations
    nested = collect_nested([part_of(each.__class__) for each in annotations], document.parents)
    return {
        id(annotations[attribution]): {
            field: [id(annotations[number]) for number in numbers] for field, numbers in fields.items()
        }
        for attribution, fields in nested.roles.items()
    }


def relations_by_source(document: Document) -> Mapping[int, list[Relation]]:
    """Relations by the identity of the annotation that they start from."""
    found: dict[int, list[Relation]] = {}
    for relation in document.relations:
        found.setdefault(id(relation.source), []).append(relation)
    return found


def written_value(field: Field, value: Any, name: Callable[[Annotation], str] = id_of) -> str | list[str]:
    """A value as written: ids for references, the canonical form for values."""
    if field.many:
        return [item.id if isinstance(item, _SHARED) else written_one(item, name) for item in value]
    return written_one(value, name)


_SHARED = (Entity, Measure, Event)


def written_one(value: Any, name: Callable[[Annotation], str] = id_of) -> str:
    """One value or one reference as written."""
    if isinstance(value, _SHARED):
        known: str = value.id
        return known
    if isinstance(value, Annotation):
        return name(value)
    return value_as_written(value)


def written_record(item: Any) -> dict[str, Any]:
    """An object whose fields are `fact(...)` as a mapping, without what is at its default."""
    found: dict[str, Any] = {}
    for field, value in stated_fields(item):
        key = field.key
        if field.record is not None:
            found[key] = [written_record(one) for one in value] if field.many else written_record(value)
        elif isinstance(value, bool):
            found[key] = value
        else:
            found[key] = written_value(field, value)
    found.update(getattr(item, "extra", {}))
    return found


def written_factbook(factbook: Factbook) -> dict[str, Any]:
    """A factbook as a mapping."""
    found: dict[str, Any] = {}
    for group in ("entities", "measures", "events"):
        items: Mapping[str, Any] = getattr(factbook, group)
        if items:
            found[group] = {id: written_record(item) for id, item in items.items()}
    if factbook.known:
        found["known"] = [written_record(item) for item in factbook.known]
    return found


def written_metadata(document: Document) -> dict[str, Any]:
    """What a document says about itself, with its own factbook."""
    return {**written_record(document), **written_factbook(document.own)}
