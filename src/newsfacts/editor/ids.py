"""Where ids are defined and used in a file: those of entities, measures, events and annotations."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from newsfacts import strict_yaml
from newsfacts.editor.analysis import Analysis, FileType
from newsfacts.enums import WordEnum
from newsfacts.immutable import FrozenDict, frozen
from newsfacts.model import Entity, Event, Known, Measure, RelationKind
from newsfacts.reviewing.written import Marked
from newsfacts.schema.kinds import Field, FieldType, fields_of_class

__all__ = ["Occurrence", "Space", "occurrence_at", "occurrences"]


class Space(WordEnum):
    """What an id names. The same id may name an entity and an annotation."""

    ENTITIES = "entities"
    MEASURES = "measures"
    EVENTS = "events"
    ANNOTATIONS = "annotations"


TABLES: Mapping[Space, type] = FrozenDict({
    Space.ENTITIES: Entity, Space.MEASURES: Measure, Space.EVENTS: Event,
})  # fmt: skip
_SPACES: Mapping[FieldType, Space] = FrozenDict({
    FieldType.ENTITY: Space.ENTITIES, FieldType.MEASURE: Space.MEASURES, FieldType.EVENT: Space.EVENTS,
    FieldType.ANNOTATION: Space.ANNOTATIONS,
})  # fmt: skip
_RELATIONS = frozenset(str(kind.value) for kind in RelationKind)
_ID = re.compile(r"[^\s\"'\[\]{},]+")


@frozen
class Occurrence:
    """An id in a file: the half-open range of the id alone, without `#` or quotation marks."""

    space: Space
    id: str
    start: int
    end: int
    is_definition: bool = False


def occurrences(analysis: Analysis) -> Iterator[Occurrence]:
    """Every id of a file that is defined or used, in no special order."""
    if analysis.type is FileType.SCHEMA:
        return
    yield from in_tables(analysis)
    ids = {each.annotation.id for each in analysis.marked if each.annotation.id is not None}
    for marked in analysis.marked:
        yield from of_annotation(marked, analysis, ids)


def occurrence_at(analysis: Analysis, offset: int) -> Occurrence | None:
    """The id at an offset, or right before it."""
    touching = [each for each in occurrences(analysis) if each.start <= offset <= each.end]
    return min(touching, key=lambda each: each.start != offset and each.end == offset, default=None)


def of_annotation(marked: Marked, analysis: Analysis, ids: Collection[str]) -> Iterator[Occurrence]:
    """The id of an annotation, and those in its fields."""
    raw, text = marked.raw, analysis.text
    if raw.id is not None:
        start, end = raw.range_of("id")
        for found in _ID.finditer(text, start, end):
            own = found[0].removeprefix("#")
            if own == raw.id.value:
                yield Occurrence(Space.ANNOTATIONS, own, found.end() - len(own), found.end(), is_definition=True)
    fields = fields_of_class(type(marked.annotation))
    for key in raw.attributes:
        field = fields.get(key)
        if key in _RELATIONS and field is None:
            spaces: tuple[Space, ...] = (Space.ANNOTATIONS,)
        elif field is not None and field.is_reference:
            spaces = spaces_of(field)
        else:
            continue
        start, end = raw.range_of(key)
        if text.startswith(f"{key}=", start):
            start += len(key) + 1
        yield from ids_between(start, end, spaces, analysis, ids)


def in_tables(analysis: Analysis) -> Iterator[Occurrence]:
    """The ids of the tables of a factbook, or of those in the head of a document."""
    head = analysis.head
    if head.node is None:
        return
    for space, cls in TABLES.items():
        table = head.node.get(space.value)
        for entry in table.entries if isinstance(table, strict_yaml.Mapping) else ():
            place = head.range_of(entry.key)
            for found in _ID.finditer(analysis.text, place.start, place.end):
                yield Occurrence(space, entry.key.raw, found.start(), found.end(), is_definition=True)
            yield from in_record(entry.value, cls, analysis)
    known = head.node.get("known")
    for item in known.items if isinstance(known, strict_yaml.Sequence) else ():
        yield from in_record(item, Known, analysis)


def in_record(node: strict_yaml.Node, cls: type, analysis: Analysis) -> Iterator[Occurrence]:
    """The ids in the fields of one entity, measure, event or known value."""
    fields = fields_of_class(cls)
    for entry in node.entries if isinstance(node, strict_yaml.Mapping) else ():
        field = fields.get(entry.key.raw)
        if field is not None and field.is_reference:
            place = analysis.head.range_of(entry.value)
            yield from ids_between(place.start, place.end, spaces_of(field), analysis, ())


def spaces_of(field: Field) -> tuple[Space, ...]:
    """What the ids in a field may name."""
    return tuple(_SPACES[each] for each in field.types if each in _SPACES)


def ids_between(
    start: int, end: int, spaces: tuple[Space, ...], analysis: Analysis, ids: Collection[str]
) -> Iterator[Occurrence]:
    """The ids of a value, each as what it names; one that names nothing counts as the first of what it may name."""
    for found in _ID.finditer(analysis.text, start, end):
        space = next((each for each in spaces if names(found[0], each, analysis, ids)), spaces[0])
        yield Occurrence(space, found[0], found.start(), found.end())


def names(id: str, space: Space, analysis: Analysis, ids: Collection[str]) -> bool:
    """Whether an id names something."""
    return id in ids if space is Space.ANNOTATIONS else id in getattr(analysis.factbook, space.value)
