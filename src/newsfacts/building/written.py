"""From the fields of objects to what is written in a file. The inverse of `convert`, `records` and `factbook`."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from operator import is_
from typing import Any

from newsfacts.building.field_values import value_as_written
from newsfacts.building.roles import collect_nested, part_of
from newsfacts.errors import NewsfactsError
from newsfacts.immutable import FrozenDict
from newsfacts.model import Annotation, Attribution, Document, Entity, Event, Factbook, Measure, Relation
from newsfacts.schema.kinds import Field, fields_of_class

__all__ = [
    "Stated",
    "all_written_fields",
    "are_the_same",
    "id_of",
    "relations_by_source",
    "roles_by_nesting",
    "stated_in",
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
        add_fields(found, stated, nested_roles(document, annotation), name)
    if document.relations or annotation.extra:
        add_others(found, annotation, document, name)
    return found


def all_written_fields(document: Document) -> list[dict[str, str | list[str]]]:
    """`written_fields` of every annotation."""
    found: list[dict[str, str | list[str]]] = []
    related = bool(document.relations)
    roles = roles_by_nesting(document)
    ways: dict[Any, Stated] = {}
    for annotation in document.annotations:
        stated = ways.get(annotation.__class__)
        if stated is None:
            stated = ways[annotation.__class__] = stated_in(annotation.__class__)  # type: ignore[arg-type]  # a class can be hashed
        fields: dict[str, str | list[str]] = {}
        values = stated(annotation)
        if values:
            add_fields(fields, values, roles.get(id(annotation), _NO_ROLES), id_of)
        if related or annotation.extra:
            add_others(fields, annotation, document, id_of)
        found.append(fields)
    return found


def add_fields(
    found: dict[str, str | list[str]],
    stated: Sequence[tuple[Field, Any]],
    roles: Mapping[str, Sequence[Annotation]],
    name: Callable[[Annotation], str],
) -> None:
    """Write the fields that nesting does not give."""
    for field, value in stated:
        given = roles.get(field.name) if roles else None
        if given is None or not are_the_same(value, given):
            found[field.key] = written_value(field, value, name)


def are_the_same(some: Sequence[Any], others: Sequence[Any]) -> bool:
    """Whether two sequences have the very same objects."""
    if len(some) == 1 == len(others):
        return some[0] is others[0]
    return len(some) == len(others) and all(map(is_, some, others))


def add_others(
    found: dict[str, str | list[str]], annotation: Annotation, document: Document, name: Callable[[Annotation], str]
) -> None:
    """Write the relations of an annotation, and the attributes that its kind does not know."""
    for relation in document.derived(relations_by_source).get(id(annotation), ()) if document.relations else ():
        target = name(relation.target)
        key = str(relation.kind.value)
        found[key] = f"{found[key]} {target}" if key in found else target
    for key, value in annotation.extra.items():
        found[key] = [str(item) for item in value] if isinstance(value, list) else str(value)


Stated = Callable[[Any], list[tuple[Field, Any]]]


@functools.cache
def stated_in(cls: Any) -> Stated:
    """What finds the fields of an object of a class that are not at their defaults, with their values.

    It is a function that is written out, one line for each field, as `attrs` writes out an `__init__`: a loop over the fields
    takes four times as long (benchmarks/documents.py).
    """
    scope: dict[str, Any] = {}
    lines = ["found = []"]
    for number, field in enumerate(fields_of_class(cls).values()):
        scope[f"field_{number}"], scope[f"default_{number}"] = field, field.default
        differs = "" if field.default is None else f" and value is not default_{number} and value != default_{number}"
        lines.append(f"value = item.{field.name}")
        lines.append(f"if value is not None{differs}: found.append((field_{number}, value))")
    exec("def stated(item):\n " + "\n ".join([*lines, "return found"]), scope)
    made: Stated = scope["stated"]
    return made


def stated_fields(item: Any) -> Sequence[tuple[Field, Any]]:
    """The fields of an object that are not at their defaults, with their values."""
    return stated_in(item.__class__)(item)


_NO_ROLES: Mapping[str, Sequence[Annotation]] = FrozenDict()
_NO_ATTRIBUTIONS: Mapping[int, Mapping[str, Sequence[Annotation]]] = FrozenDict()


def nested_roles(document: Document, annotation: Annotation) -> Mapping[str, Sequence[Annotation]]:
    """What nesting gives to the fields of an attribution."""
    if not isinstance(annotation, Attribution):
        return _NO_ROLES
    return document.derived(_roles_by_identity).get(id(annotation), _NO_ROLES)


def roles_by_nesting(document: Document) -> Mapping[int, Mapping[str, Sequence[Annotation]]]:
    """What nesting gives to the fields of attributions, by their identity."""
    return document.derived(_roles_by_identity) if document.attributions else _NO_ATTRIBUTIONS


def _roles_by_identity(document: Document) -> Mapping[int, Mapping[str, Sequence[Annotation]]]:
    annotations = document.annotations
    nested = collect_nested([part_of(each.__class__) for each in annotations], document.parents)
    return {
        id(annotations[attribution]): {
            field: [annotations[number] for number in numbers] for field, numbers in fields.items()
        }
        for attribution, fields in nested.items()
        if isinstance(annotations[attribution], Attribution)
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
        if len(value) == 1 and isinstance(value[0], _SHARED):  # by far the most frequent case
            return [value[0].id]
        return [item.id if isinstance(item, _SHARED) else written_one(item, name) for item in value]
    return value if field.is_plain_text and isinstance(value, str) else written_one(value, name)


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
