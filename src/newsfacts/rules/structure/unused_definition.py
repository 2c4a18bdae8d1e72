"""S23: an entity, measure or event of the front matter that nothing refers to."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document
from newsfacts.rules.rule import Context, Example, Examples, Rule
from newsfacts.rules.structure._definitions import places_of_keys
from newsfacts.schema.kinds import FieldType, fields_of_class

_GROUPS = (("entities", "entity"), ("measures", "measure"), ("events", "event"))
_DEFINED = frozenset({FieldType.ENTITY, FieldType.MEASURE, FieldType.EVENT})


class UnusedDefinition(Rule):
    """What a document defines for itself is used in it.

    What it checks:
        Every entity, measure and event in the front matter is named by an annotation, a known value or another
        definition. Shared factbooks may define more than one document needs.

    Why:
        A definition that nothing uses is often one that should be used: the id was misspelled on the way, or the
        annotation was forgotten.

    Instead:
        Use it, take it out, or move it to a shared factbook.

    Fix:
        None: whether the definition or its use is missing is for a person to see.
    """

    code = "S23"
    name = "unused-definition"
    severity = Severity.INFO
    VALID: Examples = (
        Example("---\nnewsfacts: 1\nentities: {mayor: {name: Sala}}\n---\n\n[“No”]{.quote by=mayor}"),
        Example(
            "---\nnewsfacts: 1\nmeasures:\n  dead: {label: dead}\n  women: {label: women killed, whole: dead}\n---\n\n"
            "[Two]{.count of=women}"
        ),
        Example(
            "---\nnewsfacts: 1\nuse: [town.factbook.yaml]\n---\n\nThe mayor resigned.",
            files={"town.factbook.yaml": "entities: {mayor: {name: Sala}}\n"},
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {mayor: {name: Sala}, deputy: {name: Ruiz}}\n---\n\n[“No”]{.quote by=mayor}",
            at="deputy",
            message="nothing in this document refers to the entity “deputy”",
        ),
        Example(
            "---\nnewsfacts: 1\nmeasures:\n  dead: {label: dead}\n---\n\n[Two]{.count} died.",
            at="dead",
            message="nothing in this document refers to the measure “dead”",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        own = document.own
        if not (own.entities or own.measures or own.events):
            return
        unused = {id(item) for items in (own.entities, own.measures, own.events) for item in items.values()}
        take_out_referred_to(document, unused)
        if not unused:
            return
        places = document.derived(places_of_keys)
        for group, noun in _GROUPS:
            items: Mapping[str, Any] = getattr(own, group)
            for name, item in items.items():
                if id(item) in unused:
                    yield self.finding(
                        document,
                        places.get(name),
                        f"nothing in this document refers to the {noun} “{name}”",
                        help="use it, take it out, or move it to a shared factbook",
                    )


def take_out_referred_to(document: Document, unused: set[int]) -> None:
    """Take the identities of what annotations, definitions and known values refer to out of a set, until that is empty."""
    own = document.own
    holders: Iterable[Any] = chain(
        document.annotations, own.known, own.entities.values(), own.measures.values(), own.events.values()
    )
    for holder in holders:
        cls: Any = type(holder)  # a class is hashable, which its type does not say
        for name in reference_names(cls):
            value = getattr(holder, name)
            if type(value) is tuple:
                unused.difference_update(map(id, value))
            elif value is not None:
                unused.discard(id(value))
        if not unused:
            return


@functools.cache
def reference_names(cls: Any) -> tuple[str, ...]:
    """The fields of a class that hold entities, measures or events."""
    return tuple(
        field.name
        for field in fields_of_class(cls).values()
        if field.is_reference and not _DEFINED.isdisjoint(field.types)
    )
