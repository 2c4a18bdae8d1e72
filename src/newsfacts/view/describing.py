"""What annotations say, for people and for programs: `newsfacts show` and `newsfacts show --json` print it."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Container, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from newsfacts.model import (
    Annotation,
    Attribution,
    Count,
    Document,
    Entity,
    Event,
    Listing,
    Measure,
    Mention,
    Quote,
    Time,
    UnknownKind,
    Unreadable,
)
from newsfacts.schema.kinds import fields_of_class
from newsfacts.text.printable import printable, shorten
from newsfacts.values import Interval, Policy, Quantity
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, UnresolvedTime

__all__ = [
    "annotation_data", "document_data", "facts_of", "in_words", "interval_data", "name_of", "quantity_data", "quoted", "time_data",
]  # fmt: skip

MAX_WORDS = 60
"""Longer words are shortened in the middle."""

MAX_REFERENCE = 30
"""Words of another annotation that is only referred to are shortened more."""


def name_of(annotation: Annotation, limit: int = MAX_REFERENCE) -> str:
    """An annotation in a few words: its kind, its id or else its words."""
    if annotation.id is not None:
        return f"{annotation.KIND} #{annotation.id}"
    return f"{annotation.KIND} {quoted(annotation.text, limit)}"


def quoted(words: str, limit: int = MAX_WORDS) -> str:
    """Words between quotation marks; those that are quoted already keep theirs."""
    shown = shorten(printable(words), limit)
    return shown if shown[:1] in '“"«„' and len(words) <= limit else f"“{shown}”"


def in_words(value: Any, policy: Policy) -> str:
    """Any value of an annotation, as a person would write it."""
    if isinstance(value, Annotation):
        return name_of(value)
    if isinstance(value, Entity | Measure | Event):
        return value.name
    if isinstance(value, Quantity):
        return quantity_in_words(value, policy)
    if isinstance(value, UnresolvedTime):
        return f"not resolved: it needs {value.needs}"
    if isinstance(value, Unreadable):
        return f"cannot be read: {value.reason}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(in_words(item, policy) for item in value)
    return printable(str(value))


def quantity_in_words(quantity: Quantity, policy: Policy) -> str:
    """A quantity in canonical form, and what it is taken to mean where that is more than one number."""
    core = quantity.core(policy)
    stated = str(quantity)
    return stated if core.low == core.high else f"{stated}, taken as {core.words()}"


def facts_of(annotation: Annotation, document: Document, policy: Policy) -> Iterator[tuple[str, str]]:
    """What an annotation says in addition to its words, each as a label and words; the label is empty where it needs none."""
    shown: set[str] = {"note"}
    if isinstance(annotation, Mention) and annotation.entities:
        shown.add("ref")
        yield "", f"→ {', '.join(entity.name for entity in annotation.entities)}"
    elif isinstance(annotation, Count | Time):
        shown |= {"declared", "of"}
        yield "", f"= {in_words(annotation.value, policy)}"
        if annotation.of is not None:
            yield "of", in_words(annotation.of, policy)
        if isinstance(annotation.value, TimeInterval):
            yield from (("", note) for note in annotation.value.notes)
    elif isinstance(annotation, Quote):
        shown |= {"form", "by"}
        yield "", annotation.kind.value
        if speakers := document.speakers(annotation):
            yield "by", in_words(speakers, policy)
    elif isinstance(annotation, Attribution):
        shown |= {"source", "cues", "contents", "addressee", "medium"}
        yield from roles_of(annotation, policy)
    elif isinstance(annotation, Listing):
        yield "items", in_words(tuple(item.name for item in annotation.items), policy)
    for field in fields_of_class(type(annotation)).values():
        value = getattr(annotation, field.name)
        if field.name not in shown and value not in (None, (), field.default):
            yield field.key, in_words(value, policy)
    for key, value in annotation.extra.items():
        yield key, printable(str(value))
    if annotation.note is not None:
        yield "note", printable(annotation.note)


def roles_of(attribution: Attribution, policy: Policy) -> Iterator[tuple[str, str]]:
    """Who says it, with what words, to whom, and what."""
    if attribution.source:
        names = ", ".join(entity.name for entity in attribution.by)
        words = " and ".join(quoted(source.text, MAX_REFERENCE) for source in attribution.source)
        yield "source", f"{names or words} ({attribution.source_kind})"
    else:
        yield "source", str(attribution.source_kind)
    if attribution.cues:
        yield "cue", " and ".join(quoted(cue.text, MAX_REFERENCE) for cue in attribution.cues)
    for label, mentions in (("to", attribution.addressee), ("in", attribution.medium)):
        if mentions:
            yield label, ", ".join(mention.name for mention in mentions)
    if attribution.contents:
        yield "content", in_words(attribution.contents, policy)


# -- For programs ------------------------------------------------------------------------------------------------------


def document_data(document: Document, policy: Policy, *, kinds: Container[str] = ()) -> dict[str, Any]:
    """A document as plain data, with every value resolved; annotations refer to each other by their number.

    With `kinds`, only annotations of these kinds are in it.
    """
    fields = fields_of_class(Document)
    metadata = {
        field.key: plain(value, document, policy)
        for field in fields.values()
        if (value := getattr(document, field.name)) not in (None, (), field.default)
    }
    return {
        "path": document.path,
        "metadata": metadata,
        "text": document.text,
        "annotations": [
            annotation_data(annotation, document, policy)
            for annotation in document.annotations
            if not kinds or annotation.KIND in kinds
        ],
        "relations": [
            {
                "kind": relation.kind.value,
                "source": document.index(relation.source),
                "target": document.index(relation.target),
            }
            for relation in document.relations
        ],
    }


def annotation_data(annotation: Annotation, document: Document, policy: Policy) -> dict[str, Any]:
    """One annotation: its words and place, its fields, and what is resolved from them."""
    place = document.place(annotation)
    parent = document.parent(annotation)
    data: dict[str, Any] = {
        "number": document.index(annotation),
        "kind": annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND,
        "id": annotation.id,
        "line": place.position.line if place else None,
        "column": place.position.column if place else None,
        "spans": [[span.start, span.end] for span in annotation.spans],
        "text": annotation.text,
        "inside": None if parent is None else document.index(parent),
    }
    fields = {
        field.key: plain(value, document, policy)
        for field in fields_of_class(type(annotation)).values()
        if (value := getattr(annotation, field.name)) not in (None, (), field.default)
    }
    if isinstance(annotation, Mention):
        fields["entities"] = plain(annotation.entities, document, policy)
    elif isinstance(annotation, Count | Time):
        fields["value"] = plain(annotation.value, document, policy)
    elif isinstance(annotation, Quote):
        fields |= {"form": annotation.kind.value, "speakers": plain(document.speakers(annotation), document, policy)}
    elif isinstance(annotation, Attribution):
        fields |= {"by": plain(annotation.by, document, policy), "source_kind": annotation.source_kind.value}
    elif isinstance(annotation, Listing):
        fields["members"] = plain(annotation.items, document, policy)
    if annotation.extra:
        fields["extra"] = {key: str(value) for key, value in annotation.extra.items()}
    return {**data, "fields": fields}


def plain(value: Any, document: Document, policy: Policy) -> Any:
    """A value as JSON knows it. Exact numbers that are not whole are written as text, so that none is rounded."""
    match value:
        case None | bool() | int() | str():
            return value
        case Annotation():
            return document.index(value)
        case Entity() | Measure() | Event():
            return {"id": value.id, "name": value.name}
        case Quantity():
            return quantity_data(value, policy)
        case TimeInterval() | Duration() | TimeSet() | UnresolvedTime():
            return time_data(value)
        case Unreadable():
            return {"raw": value.raw, "unreadable": value.reason}
        case enum.Enum():
            return value.value
        case tuple() | list():
            return [plain(item, document, policy) for item in value]
        case Mapping():
            return {str(key): plain(item, document, policy) for key, item in value.items()}
        case dt.date():
            return value.isoformat()
        case Fraction() | Decimal():
            return str(value)
    if attrs.has(type(value)):  # a correction, a role, a definition of what may be ignored
        fields = ((field.key, getattr(value, field.name)) for field in fields_of_class(type(value)).values())
        return {key: plain(item, document, policy) for key, item in fields if item not in (None, ())}
    return str(value)


def quantity_data(quantity: Quantity, policy: Policy) -> dict[str, Any]:
    """A quantity: what was said, and the three intervals that it is taken to mean."""
    return {
        "canonical": str(quantity),
        "stated": number(quantity.stated),
        "low": number(quantity.low),
        "high": number(quantity.high),
        "comparator": quantity.comparator.value,
        "unit": quantity.unit,
        "kind": quantity.kind.value,
        "core": interval_data(quantity.core(policy)),
        "outer": interval_data(quantity.outer(policy)),
        "hard": interval_data(quantity.hard(policy)),
    }


def interval_data(interval: Interval) -> dict[str, Any]:
    """An interval; an end that is null is unbounded."""
    return {
        "low": number(interval.low),
        "high": number(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def time_data(time: TimeInterval | Duration | TimeSet | UnresolvedTime) -> dict[str, Any]:
    """A date, period or duration: its canonical form, and its half-open range where it has one."""
    data: dict[str, Any] = {"type": type(time).__name__, "canonical": str(time), "resolved": time.resolved}
    if isinstance(time, TimeInterval):
        data |= {
            "edtf": time.edtf,
            "start": None if time.start is None else time.start.isoformat(),
            "end": None if time.end is None else time.end.isoformat(),
            "grain": time.grain.value,
            "approximate": time.approximate,
        }
        if time.notes:
            data["notes"] = list(time.notes)
    return data


def number(value: int | Fraction | Decimal | None) -> int | str | None:
    """A whole number as such, any other one as text."""
    return value if value is None or isinstance(value, int) else str(value)
