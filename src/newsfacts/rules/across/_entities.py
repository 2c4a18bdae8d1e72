"""The entities of a document, as rows."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from newsfacts.model import Document, Entity
from newsfacts.rules.corpus_rule import Fact
from newsfacts.rules.facts import as_json, new_fact, place_of
from newsfacts.rules.rule import Context

__all__ = ["entity_facts"]


@functools.lru_cache(maxsize=4096)
def note_of(entity: Entity) -> str:
    """What a document takes an entity to be, for comparing it across documents. Those of shared factbooks recur all through a corpus."""
    about = [str(entity.kind), entity.given_name or "", sorted({name.casefold() for name in entity.names})]
    roles = [[role.title, str(role.since or ""), str(role.until or "")] for role in entity.roles]
    return as_json([*about, roles, sorted(entity.same_as), str(entity.born or "")])


def entity_facts(document: Document, context: Context) -> Iterator[Fact]:
    """What a document takes its entities to be: a row under the id, and one under the kind and name."""
    seen: set[str] = set()
    for mention in document.mentions:
        for entity in mention.entities:
            if entity.id in seen:
                continue
            seen.add(entity.id)
            note = note_of(entity)
            place = place_of(document, mention)
            yield new_fact(kind="entity", key=entity.id, value=note, note=note, once=True, **place)
            if entity.named and entity.given_name:
                key = f"{entity.kind}\x1f{entity.given_name.casefold()}"
                yield new_fact(kind="name", key=key, value=entity.id, note=note, once=True, **place)
