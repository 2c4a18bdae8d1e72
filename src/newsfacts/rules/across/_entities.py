"""The entities of a document, as rows."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from newsfacts.immutable import frozen
from newsfacts.model import Document, Entity
from newsfacts.rules.corpus_rule import Fact
from newsfacts.rules.facts import as_json, fact_at, place_of
from newsfacts.rules.rule import Context

__all__ = ["entity_facts"]


@frozen
class EntityKeys:
    """What an entity is compared by: what a document takes it to be, and its kind and name, None where the text keeps that back."""

    note: str
    name: str | None


@functools.lru_cache(maxsize=4096)
def keys_of(entity: Entity) -> EntityKeys:
    """The keys of an entity. Those of shared factbooks recur all through a corpus."""
    about = [str(entity.kind), entity.given_name or "", sorted({name.casefold() for name in entity.names})]
    roles = [[role.title, str(role.since or ""), str(role.until or "")] for role in entity.roles]
    note = as_json([*about, roles, sorted(entity.same_as), str(entity.born or "")])
    named = entity.named and entity.given_name
    return EntityKeys(note, f"{entity.kind}\x1f{named.casefold()}" if named else None)


def entity_facts(document: Document, context: Context) -> Iterator[Fact]:
    """What a document takes its entities to be: a row under the id, and one under the kind and name."""
    seen: set[str] = set()
    for mention in document.mentions:
        for entity in mention.entities:
            if entity.id in seen:
                continue
            seen.add(entity.id)
            keys = keys_of(entity)
            note = keys.note
            place = place_of(document, mention)
            yield fact_at(place, "entity", entity.id, note, note=note, once=True)
            if keys.name is not None:
                yield fact_at(place, "name", keys.name, entity.id, note=note, once=True)
