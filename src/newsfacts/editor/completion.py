"""What can be written at a place: kinds, keys, values and ids in attribute blocks; keys, values and files in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsfacts.editor.analysis import Analysis, FileType
from newsfacts.editor.suggestion import Suggestion, SuggestionKind
from newsfacts.editor.yaml_completion import in_yaml, of_field
from newsfacts.model import Annotation, Mention, RelationKind
from newsfacts.schema.kinds import fields_of_class

__all__ = ["completions"]

MAX_BLOCK = 4_000
"""How far back the brace of a block is looked for, in code points."""

_LAST = re.compile(
    r"""(?:^|(?<=\s))(?:\.(?P<kind>[\w-]*)|(?P<id>\#[\w.:-]*)
    |(?P<key>[A-Za-z_][\w-]*)=(?:"(?P<quoted>[^"]*)|(?P<bare>[^\s"]*))|(?P<start>[\w-]*))\Z""",
    re.VERBOSE,
)
_KIND = re.compile(r"(?:^|(?<=\s))\.([A-Za-z][\w-]*)")
_KEYS = re.compile(r"(?:^|(?<=\s))([A-Za-z_][\w-]*)=")
_WORD = re.compile(r"[^\s,]*\Z")


def completions(analysis: Analysis, offset: int) -> list[Suggestion]:
    """What can be written at an offset of the file; nothing where that is the text of an article."""
    head = analysis.head
    if analysis.type is not FileType.ANNOTATED_TEXT or (head.end > 0 and offset < head.end):
        return list(in_yaml(analysis, offset))
    start = block_before(analysis.text, offset)
    return list(in_block(analysis, start, offset)) if start is not None else []


def block_before(text: str, offset: int) -> int | None:
    """Where the attribute block begins that an offset is in: after the brace. None where it is in none."""
    begin = max(0, offset - MAX_BLOCK)
    opens = text.rfind("]{", begin, offset)
    if opens < 0:
        return None
    inside = text[opens + 2 : offset]
    unquoted = re.sub(r'"[^"\n]*"', "", inside)
    return None if "}" in unquoted.split('"')[0] or "\n\n" in inside else opens + 2


def in_block(analysis: Analysis, start: int, offset: int) -> Iterator[Suggestion]:
    """What can be written in an attribute block that begins at `start`."""
    inside = analysis.text[start:offset]
    found = _LAST.search(inside)
    if found is None or found["id"] is not None:
        return
    rest = re.match(r"[^}\n]*", analysis.text[offset : offset + MAX_BLOCK])
    whole = inside[: found.start()] + " " + (rest[0] if rest else "")
    kind = _KIND.search(whole)
    name = kind[1] if kind is not None else None
    cls = analysis.schema[name].cls if name is not None and name in analysis.schema else Mention
    if found["key"] is not None:
        written = found["quoted"] if found["quoted"] is not None else found["bare"]
        word = _WORD.search(written)
        partial = word[0] if word is not None else ""
        yield from values(cls, found["key"], analysis, offset - len(partial), offset)
        return
    if name is None:
        begin = offset - len(found["kind"]) - 1 if found["kind"] is not None else offset - len(found["start"])
        for each in analysis.schema:
            yield Suggestion(f".{each.name}", SuggestionKind.KIND, begin, offset, each.doc)
    if found["start"] is not None:
        yield from keys(cls, set(_KEYS.findall(whole)), offset - len(found["start"]), offset)


def keys(cls: type[Annotation], written: set[str], start: int, end: int) -> Iterator[Suggestion]:
    """The keys that a kind takes and that are not written yet."""
    for field in fields_of_class(cls).values():
        if field.key not in written:
            about = f"{field.doc}: {field.describe()}"
            yield Suggestion(field.key, SuggestionKind.KEY, start, end, about, f"{field.key}=", field.required)
    if cls.RELATES:
        for kind in RelationKind:
            if kind.value not in written:
                about = f"what this {kind.value}"
                yield Suggestion(kind.value, SuggestionKind.KEY, start, end, about, f"{kind.value}=")


def values(cls: type[Annotation], key: str, analysis: Analysis, start: int, end: int) -> Iterator[Suggestion]:
    """The values that a key takes, as far as they are known."""
    field = fields_of_class(cls).get(key)
    if field is not None:
        yield from of_field(field, analysis, start, end)
        if field.targets:
            yield from of_annotations(analysis, field.targets, start, end)
    elif cls.RELATES and key in {str(kind.value) for kind in RelationKind}:
        classes = tuple(each.cls for each in analysis.schema if each.cls.RELATES)
        yield from of_annotations(analysis, classes, start, end)


def of_annotations(
    analysis: Analysis, classes: Iterable[type[Annotation]], start: int, end: int
) -> Iterator[Suggestion]:
    """The ids of annotations of some classes."""
    for each in analysis.marked:
        if each.annotation.id is not None and isinstance(each.annotation, tuple(classes)):
            about = f"{each.annotation.KIND}: {each.annotation.text}"
            yield Suggestion(each.annotation.id, SuggestionKind.ID, start, end, about)
