"""What later versions of a document may change, as rows."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newsfacts.model import Count, Document, Event, Measure, RelationKind, Time, Unreadable
from newsfacts.rules.corpus_rule import Fact
from newsfacts.rules.facts import fact_at, place_of, time_of
from newsfacts.rules.rule import Context
from newsfacts.statements import is_stated, voice

__all__ = ["version_facts"]


def version_facts(document: Document, context: Context) -> Iterator[Fact]:
    """For a document with an address: a row for every count and date that a later version of it might change."""
    if not document.url:
        return
    told = {id(r.source) for r in document.relations if r.kind in (RelationKind.UPDATES, RelationKind.CORRECTS)}
    annotations: tuple[Count | Time, ...] = (*document.counts, *document.times)
    for annotation in annotations:
        of = annotation.of
        value = annotation.value
        if isinstance(value, Unreadable) or not is_stated(document, annotation):
            continue
        scope = annotation.scope or "" if isinstance(annotation, Count) else ""
        name = annotation.id or (of.id if isinstance(of, Measure | Event) else None)
        if name is None:
            continue
        as_of = annotation.as_of if isinstance(annotation, Count) else None
        since, until, dated = time_of(document, as_of)
        kind = str(of.kind or "") if isinstance(of, Measure) else ""
        yield fact_at(
            place_of(document, annotation), "version", "\x1f".join((document.url, annotation.KIND, name, scope)),
            str(value),
            since=since, until=until, dated=dated, by=voice(document, annotation),
            note=json.dumps([kind, id(annotation) in told]),
        )  # fmt: skip
