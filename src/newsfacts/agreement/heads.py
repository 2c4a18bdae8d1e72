"""The head of a merged document: the heads of its parts and their factbooks; where they contradict each other, it is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from newsfacts.agreement.same_text import as_name
from newsfacts.building.written import written_record
from newsfacts.documents import relocated
from newsfacts.errors import UsageError
from newsfacts.immutable import FrozenDict
from newsfacts.model import Document, Factbook
from newsfacts.schema.kinds import fields_of_class

__all__ = ["WORK", "merged_head"]

WORK = frozenset({"created", "reviewed", "status"})
"""Keys about the work of one annotator: where they differ, a merged document leaves them out."""


def merged_head(documents: Sequence[Document], names: Sequence[str]) -> Document:
    """A document without annotations whose head is that of all. Raises `UsageError` where two heads contradict each other."""
    first = documents[0]
    others = [relocated(document, first.path or "") if document.path else document for document in documents[1:]]
    changes: dict[str, Any] = {}
    for key, field in fields_of_class(Document).items():
        values = [getattr(document, field.name) for document in (first, *others)]
        if field.name == "annotator" or all(value == values[0] for value in values):
            continue
        if field.name in WORK:
            changes[field.name] = None
        else:
            number = next(n for n, value in enumerate(values) if value != values[0])
            said = [written_record(document).get(key, "nothing") for document in (first, others[number - 1])]
            refuse(f"{key}: is {said[0]!r} in", f"and {said[1]!r} in", documents, names, number)
    stated = list(dict.fromkeys(name for document in documents for name in document.annotator))
    # Someone who has nothing that others lack is not under disputed=, but is an annotator all the same.
    changes["annotator"] = (*stated, *(name for name in names if name not in map(as_name, stated)))
    extras: dict[str, Any] = {}
    for number, document in enumerate(documents):
        for key, value in document.extra.items():
            if extras.setdefault(key, value) != value:
                refuse(f"{key}: differs between", "and", documents, names, number)
    own = merged_factbook([document.own for document in documents], documents, names)
    whole = merged_factbook([document.factbook for document in documents], documents, names)
    return attrs.evolve(
        first, annotations=(), relations=(), comments=(), problems=(), origin=None, layout=None,
        own=own, factbook=whole, extra=FrozenDict(extras), **changes,
    )  # fmt: skip


def merged_factbook(factbooks: Sequence[Factbook], documents: Sequence[Document], names: Sequence[str]) -> Factbook:
    """What all know. Raises `UsageError` where one id has two meanings."""
    found: dict[str, Mapping[str, Any]] = {}
    for group in ("entities", "measures", "events"):
        items: dict[str, Any] = {}
        for number, factbook in enumerate(factbooks):
            for id, item in getattr(factbook, group).items():
                if items.setdefault(id, item) != item:
                    refuse(f"{id!r} among {group} is not the same in", "and", documents, names, number)
        found[group] = FrozenDict(items)
    known = dict.fromkeys(item for factbook in factbooks for item in factbook.known)
    return Factbook(known=tuple(known), **found)


def refuse(start: str, middle: str, documents: Sequence[Document], names: Sequence[str], number: int) -> None:
    """Raise `UsageError` for what the first document and another one contradict each other in."""
    first, other = (documents[each].path or names[each] for each in (0, number))
    raise UsageError(f"{start} {first}, {middle} {other}; make it the same first")
