"""What a document made in Python brings along: the entities, measures and events of its annotations, and parts of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from newsfacts.errors import BuildError
from newsfacts.immutable import FrozenDict
from newsfacts.model import Annotation, Entity, Event, Factbook, Known, Measure

__all__ = ["SHARED", "own_factbook", "with_parts", "with_references"]

SHARED: Mapping[str, type] = FrozenDict({"entities": Entity, "measures": Measure, "events": Event})
"""What a header may have of them, by its key."""


def own_factbook(header: dict[str, Any]) -> Factbook:
    """The entities, measures, events and known values of the header, taken out of it."""
    found: dict[str, dict[str, Any]] = {}
    for group, cls in SHARED.items():
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


def with_references(own: Factbook, shared: Factbook, roots: Iterable[Any]) -> Factbook:
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
        waiting.extend(values_of(item))
        if isinstance(item, Entity | Measure | Event) and known[type(item)].get(item.id) != item:
            _put(groups[type(item)], item)
    return Factbook(
        entities=FrozenDict(groups[Entity]),
        measures=FrozenDict(groups[Measure]),
        events=FrozenDict(groups[Event]),
        known=own.known,
    )


def values_of(holder: Any) -> Iterator[Any]:
    """The values of an object's fields, those in tuples one by one."""
    for field in attrs.fields(type(holder)):
        value = getattr(holder, field.name)
        if isinstance(value, tuple):
            yield from value
        else:
            yield value


def with_parts(annotations: Iterable[Annotation]) -> list[Annotation]:
    """The annotations in their order, and then all that they refer to, each once."""
    found: dict[int, Annotation] = {}
    waiting = list(annotations)
    for annotation in waiting:  # grows on the way
        if not isinstance(annotation, Annotation):
            raise BuildError(f"annotations are objects such as Claim(spans=...), not {type(annotation).__name__}")
        if found.setdefault(id(annotation), annotation) is annotation:
            waiting.extend(
                value for value in values_of(annotation) if isinstance(value, Annotation) and id(value) not in found
            )
    return list(found.values())
