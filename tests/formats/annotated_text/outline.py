"""A document as the outline that `docs/notation.md` describes: its header, its annotations, its comments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from newsfacts.building.written import written_factbook, written_fields, written_record
from newsfacts.model import Annotation, Attribution, Count, Document, Listing, Mention, Time, UnknownKind, Unreadable

__all__ = ["outline"]

_BARE = re.compile(r"[^\s\"{}\\]+")
_SINGULAR = {"entities": "entity", "measures": "measure", "events": "event"}


def outline(document: Document) -> str:
    """The outline, one line each, without a line end after the last."""
    return "\n".join([*head(document), *annotation_lines(document), *comments(document)])


def head(document: Document) -> Iterator[str]:
    about = written_record(document)
    if about:
        yield "document" + pairs(about)
    for group, items in written_factbook(document.own).items():
        if group == "known":
            yield from ("known" + pairs(item) for item in items)
        else:
            yield from (f"{_SINGULAR[group]} {id}{pairs(item)}" for id, item in items.items())


def annotation_lines(document: Document) -> Iterator[str]:
    for annotation in document:
        depth = sum(1 for _ in document.ancestors(annotation))
        kind = annotation.written_kind or "-" if isinstance(annotation, UnknownKind) else annotation.KIND
        id = f" #{annotation.id}" if annotation.id is not None else ""
        words = [json.dumps(span.slice(document.text), ensure_ascii=False) for span in annotation.spans]
        line = f"{'  ' * depth}{kind}{id} {place(annotation)}"
        yield " ".join([line, *words]) + pairs(written_fields(annotation, document)) + "".join(meaning(annotation))


def comments(document: Document) -> Iterator[str]:
    for comment in document.comments:
        after = "" if comment.after is None else f" after {place(document.annotations[comment.after])}"
        yield f"comment {comment.offset} {json.dumps(comment.words, ensure_ascii=False)}{after}"


def place(annotation: Annotation) -> str:
    return "+".join(f"{span.start}..{span.end}" for span in annotation.spans) or "nowhere"


def pairs(fields: dict[str, Any]) -> str:
    return "".join(f" {key}={shown(value)}" for key, value in fields.items())


def shown(value: Any) -> str:
    """A value as it could be written in a block; lists of words likewise, everything else as JSON."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(item, str) and _BARE.fullmatch(item) for item in value):
        value = " ".join(value)
    if isinstance(value, str):
        return value if _BARE.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False)


def meaning(annotation: Annotation) -> Iterator[str]:
    """What nesting, references and words give an annotation."""

    def places(name: str, found: Sequence[Annotation]) -> str:
        return f" {name}:{','.join(map(place, found))}" if found else ""

    if isinstance(annotation, Attribution):
        yield places("source", annotation.source)
        yield places("cue", annotation.cues)
        yield places("content", annotation.contents)
        yield places("addressee", annotation.addressee)
        yield places("medium", annotation.medium)
    elif isinstance(annotation, Listing):
        yield places("items", annotation.items)
    elif isinstance(annotation, Mention) and annotation.entities and not annotation.ref:
        yield f" entities:{','.join(entity.id for entity in annotation.entities)}"
    elif isinstance(annotation, Count | Time):
        read = annotation.read
        yield f" reads:{'?' if isinstance(read, Unreadable) else shown(str(read))}"
