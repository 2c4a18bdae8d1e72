"""Entities for the persons and bodies that a text names: those of a factbook, or new ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from newsfacts.drafting.ids import Ids
from newsfacts.drafting.names import NAME_TITLES, NamedOne, NameMention
from newsfacts.model import Entity, EntityKind, Factbook, Role
from newsfacts.values.level import Level

__all__ = ["Named", "name_entities"]


@attrs.frozen(eq=False)
class Named:
    """Words that name an entity, how sure that is, and whether they are a title and a name, or a name alone."""

    mention: NameMention
    entity: Entity
    level: Level


def name_entities(named: Iterable[NamedOne], factbook: Factbook, ids: Ids) -> list[Named]:
    """Every mention with its entity, in order. A name that two entities of the factbook have belongs to neither."""
    known = _by_name(factbook)
    found: list[Named] = []
    for one in named:
        entity = known.get(one.name)
        level = Level.SURE if entity is not None or one.is_sure else Level.LIKELY
        if entity is None:
            entity = _entity(one, ids)
        found += [Named(mention, entity, level) for mention in one.mentions]
    found.sort(key=lambda each: (each.mention.start, -each.mention.end))
    return list(_apart(found))


def _by_name(factbook: Factbook) -> dict[str, Entity]:
    found: dict[str, Entity | None] = {}
    for entity in factbook.entities.values():
        for name in dict.fromkeys(entity.names):
            found[name] = None if name in found else entity
    return {name: entity for name, entity in found.items() if entity is not None}


def _entity(one: NamedOne, ids: Ids) -> Entity:
    others = dict.fromkeys(mention.words for mention in one.mentions if mention.words != one.name)
    titles = dict.fromkeys(
        mention.title for mention in one.mentions if mention.title and mention.title.lower() not in NAME_TITLES
    )
    return Entity(
        id=ids.new(one.name.split()[-1] if one.is_person else one.name, "name"),
        given_name=one.name,
        kind=EntityKind.PERSON if one.is_person else EntityKind.ORGANIZATION,
        aliases=tuple(others),
        roles=tuple(Role(title=title) for title in titles),
    )


def _apart(found: Iterable[Named]) -> Iterator[Named]:
    end = -1
    for each in found:
        if each.mention.start >= end:
            yield each
            end = each.mention.end
