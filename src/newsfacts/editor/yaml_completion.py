"""What can be written in the head of a document, in a factbook and in a schema file."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping

from newsfacts.building.factbook import FACTBOOK_KEYS
from newsfacts.checking.find_files import FACTBOOK_ENDINGS, SCHEMA_ENDINGS
from newsfacts.editor.analysis import Analysis, FileType
from newsfacts.editor.suggestion import Suggestion, SuggestionKind
from newsfacts.immutable import frozen
from newsfacts.model import Correction, Document, Entity, Event, Ignore, Known, Measure, Role
from newsfacts.schema.file import FIELD_TYPES
from newsfacts.schema.kinds import Field, FieldType, fields_of_class

__all__ = ["in_yaml", "of_field"]

MAX_LINES = 2_000
"""How many lines are looked at above the place for the keys that it is under."""

MAX_COLUMNS = 1_000
"""How much of a line before the place is looked at, in code points."""

_KEY_LINE = re.compile(r"(?P<indent>[ ]*)(?P<item>- +)?(?P<key>[^\s:{}\[\],\"'#-][^\s:{}\[\],]*):(?:\s|\Z)")
_FLOW = re.compile(r"(?P<before>[\w.-]+):\s*(?:\[\s*(?:\{[^{}]*\}\s*,\s*)*)?\{(?P<inside>[^{}]*)\Z")
_PARTIAL_KEY = re.compile(r"(?:^|,)\s*(?P<word>[\w-]*)\Z")
_PARTIAL_VALUE = re.compile(r"(?P<key>[\w-]+):\s+(?:\[[^\[\]]*?)?(?P<word>[^\s,\[\]{}\"]*)\Z")

_SCHEMA_KEYS = {
    0: ("newsfacts-schema", "name", "doc", "kinds", "checks"),
    2: ("parent", "doc", "fields"),
    4: ("type", "doc", "required", "many", "default", "choices", "pattern"),
}
"""The keys of a schema file by how many keys they are under."""

_CLASSES: dict[str, type] = {"entities": Entity, "measures": Measure, "events": Event}
_LISTS: dict[str, type] = {"known": Known, "roles": Role, "ignore": Ignore, "corrections": Correction}


@frozen
class Where:
    """A place in YAML: the keys that it is under, the key whose value is written (None for a key), and the word so far."""

    path: tuple[str, ...]
    key: str | None
    word: str


def in_yaml(analysis: Analysis, offset: int) -> Iterator[Suggestion]:
    """What can be written at an offset of YAML in block style, with tables on one line in braces."""
    where = where_is(analysis, offset)
    if where is None:
        return
    start = offset - len(where.word)
    if analysis.type is FileType.SCHEMA:
        yield from in_schema(where, analysis, start, offset)
        return
    cls = class_at(where.path, analysis)
    if where.key is not None:
        yield from values(where, cls, analysis, start, offset)
        return
    names = set(FACTBOOK_KEYS) if not where.path else set()
    if not where.path:
        names.add("newsfacts")
    for name in sorted(names):
        yield Suggestion(name, SuggestionKind.KEY, start, offset, "", f"{name}: ")
    for field in fields_of_class(cls).values() if cls is not None else ():
        about = f"{field.doc}: {field.describe()}"
        yield Suggestion(field.key, SuggestionKind.KEY, start, offset, about, f"{field.key}: ", field.required)


def where_is(analysis: Analysis, offset: int) -> Where | None:
    """What an offset is under, from the lines above it and the line before it."""
    source = analysis.source
    number = source.position(offset).line
    first = source.line_starts[number - 1]
    line = source.slice(max(first, offset - MAX_COLUMNS), offset)
    flow = _FLOW.search(line)
    if flow is not None:
        outer = (*keys_above(analysis, number, indent_of(line)), *keys_on(line[: flow.start()]), flow["before"])
        return partial(outer, flow["inside"])
    return partial(keys_above(analysis, number, indent_of(line)), line.lstrip(" ").removeprefix("- "))


def partial(path: tuple[str, ...], words: str) -> Where | None:
    """The key or the value that these words begin."""
    value = _PARTIAL_VALUE.search(words)
    if value is not None:
        return Where(path, value["key"], value["word"])
    key = _PARTIAL_KEY.search(words)
    return Where(path, None, key["word"]) if key is not None else None


def keys_on(line: str) -> tuple[str, ...]:
    """The key that a line begins with, where there is one."""
    found = _KEY_LINE.match(line)
    return (found["key"],) if found is not None else ()


def indent_of(line: str) -> int:
    """How far a line is indented; the dash of a list counts."""
    bare = line.lstrip(" ")
    return len(line) - len(bare) + (2 if bare.startswith("- ") else 0)


def keys_above(analysis: Analysis, number: int, indent: int) -> tuple[str, ...]:
    """The keys that a line of this indent is under, outermost first."""
    path: list[str] = []
    first = analysis.source.position(analysis.head.start).line
    for above in range(number - 1, max(first, number - MAX_LINES) - 1, -1):
        if indent == 0:
            break
        found = _KEY_LINE.match(analysis.source.line(above))
        if (
            found is not None
            and len(found["indent"]) < indent
            and len(found["indent"] + (found["item"] or "")) < indent
        ):
            path.append(found["key"])
            indent = len(found["indent"] + (found["item"] or ""))
    return tuple(reversed(path))


def class_at(path: tuple[str, ...], analysis: Analysis) -> type | None:
    """The class whose fields are written under some keys."""
    if not path:
        return Document if analysis.type is not FileType.FACTBOOK else None
    if path[-1] in _LISTS and (len(path) == 1 or path[-1] == "roles"):
        return _LISTS[path[-1]]
    return _CLASSES.get(path[0]) if len(path) == len(("table", "id")) else None


def values(where: Where, cls: type | None, analysis: Analysis, start: int, end: int) -> Iterator[Suggestion]:
    """The values that a key takes, as far as they are known."""
    if not where.path and where.key in ("use", "schema"):
        yield from files(analysis, FACTBOOK_ENDINGS if where.key == "use" else SCHEMA_ENDINGS, start, end)
        return
    field = fields_of_class(cls).get(where.key or "") if cls is not None else None
    if field is not None:
        yield from of_field(field, analysis, start, end)


def of_field(field: Field, analysis: Analysis, start: int, end: int) -> Iterator[Suggestion]:
    """The closed values of a field, and the ids that it takes."""
    words = [*field.choices, *(("yes", "no") if FieldType.YES_NO in field.types else ())]
    yield from (Suggestion(word, SuggestionKind.VALUE, start, end) for word in words)
    book = analysis.factbook
    tables: dict[FieldType, Mapping[str, Entity | Measure | Event]] = {
        FieldType.ENTITY: book.entities,
        FieldType.MEASURE: book.measures,
        FieldType.EVENT: book.events,
    }
    for field_type in field.types:
        for item in tables.get(field_type, {}).values():
            yield Suggestion(item.id, SuggestionKind.ID, start, end, item.name)


def files(analysis: Analysis, endings: tuple[str, ...], start: int, end: int) -> Iterator[Suggestion]:
    """The files of the document's folder with one of these endings."""
    try:
        names = sorted(os.listdir(os.path.dirname(analysis.path)))
    except OSError:
        return
    for name in names:
        if name.endswith(endings):
            yield Suggestion(name, SuggestionKind.FILE, start, end)


def in_schema(where: Where, analysis: Analysis, start: int, end: int) -> Iterator[Suggestion]:
    """The keys of a schema file, the types of fields, and the kinds that can be parents."""
    depth = len(where.path)
    if where.key is None:
        is_known = not where.path or where.path[0] == "kinds"
        for name in _SCHEMA_KEYS.get(depth, ()) if is_known else ():
            yield Suggestion(name, SuggestionKind.KEY, start, end, "", f"{name}: ")
        return
    words: Collection[str] = ()
    if where.key == "parent":
        words = tuple(analysis.schema.kinds)
    elif where.key == "type":
        words = (*FIELD_TYPES, "choice", *analysis.schema.kinds)
    elif where.key in ("required", "many"):
        words = ("true", "false")
    for word in words:
        yield Suggestion(word, SuggestionKind.VALUE, start, end)
