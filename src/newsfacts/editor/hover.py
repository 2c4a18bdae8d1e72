"""What is shown for the words under the pointer: what an annotation says, and what a number or a date is read as."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.editor.analysis import Analysis, FileType
from newsfacts.editor.ids import Space, occurrence_at
from newsfacts.immutable import frozen
from newsfacts.model import Entity, Event, Measure
from newsfacts.reviewing.written import Marked
from newsfacts.schema.kinds import fields_of_class
from newsfacts.text.printable import printable, shorten
from newsfacts.text.spans import Span
from newsfacts.view.describing import facts_of, in_words

__all__ = ["Hover", "hover"]

MAX_WORDS = 120
"""How many characters of the words of an annotation are shown."""


@frozen
class Hover:
    """Lines of plain text about a range of the file; the first one is a heading."""

    lines: tuple[str, ...]
    span: Span


def hover(analysis: Analysis, offset: int) -> Hover | None:
    """What is shown for an offset: an id, a kind, a key, or else the innermost annotation."""
    found = occurrence_at(analysis, offset)
    if found is not None and found.space is not Space.ANNOTATIONS:
        item = thing(analysis, found.space, found.id)
        if item is not None:
            return Hover(tuple(about_thing(item, analysis)), Span(found.start, found.end))
    if found is not None and not found.is_definition:
        target = next((each for each in analysis.marked if each.annotation.id == found.id), None)
        if target is not None:
            return Hover(tuple(about_annotation(target, analysis)), Span(found.start, found.end))
    marked = analysis.marked_at(offset)
    if marked is None:
        return None
    lines = about_key(marked, offset, analysis)
    return (
        Hover(lines, marked.block or marked.words)
        if lines
        else Hover(tuple(about_annotation(marked, analysis)), marked.words)
    )


def thing(analysis: Analysis, space: Space, id: str) -> Entity | Measure | Event | None:
    """What an id of the factbook is."""
    book = analysis.factbook
    if space is Space.ENTITIES:
        return book.entities.get(id)
    return book.measures.get(id) if space is Space.MEASURES else book.events.get(id)


def about_thing(item: Entity | Measure | Event, analysis: Analysis) -> Iterator[str]:
    """An entity, measure or event with its fields."""
    yield f"{type(item).__name__.lower()} {item.id}: {printable(item.name)}"
    for field in fields_of_class(type(item)).values():
        value = getattr(item, field.name)
        if value not in (None, (), field.default) and field.name not in ("given_name", "label"):
            if field.key == "roles":
                value = ", ".join(role.title for role in value)
            yield f"{field.key}: {in_words(value, analysis.policy)}"


def about_annotation(marked: Marked, analysis: Analysis) -> Iterator[str]:
    """An annotation: its kind, its words, and what they are read as."""
    annotation = marked.annotation
    id = f" #{annotation.id}" if annotation.id is not None else ""
    yield f"{annotation.KIND}{id}: {shorten(printable(annotation.text), MAX_WORDS)}"
    assert analysis.document is not None
    for label, words in facts_of(annotation, analysis.document, analysis.policy):
        yield f"{label}: {words}" if label else words


def about_key(marked: Marked, offset: int, analysis: Analysis) -> tuple[str, ...]:
    """What a kind or a key of an attribute block is for; nothing elsewhere."""
    block = marked.block
    if block is None or not block.start <= offset < block.end or analysis.type is not FileType.ANNOTATED_TEXT:
        return ()
    for key in marked.raw.attributes:
        start, _ = marked.raw.range_of(key)
        field = fields_of_class(type(marked.annotation)).get(key)
        if start <= offset <= start + len(key) and field is not None:
            return (f"{key}: {field.doc}", f"takes {field.describe()}")
    kind = marked.raw.kind
    place = analysis.text.find(f".{kind}", block.start, block.end) if kind else -1
    if kind is not None and kind in analysis.schema and 0 <= place <= offset <= place + len(kind):
        return (f".{kind}: {analysis.schema[kind].doc}",)
    return ()
