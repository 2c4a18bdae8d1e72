"""Stand-off documents in JSON that have nothing wrong: read without places, which are found when somebody asks for them.

Whatever is wrong or unusual raises `Unusual`, and `standoff` then reads the file with all places and says what is wrong.
"""

from __future__ import annotations

import functools
from typing import Any

from newsfacts.anchors.find import PlaceFinder
from newsfacts.findings import ProblemList
from newsfacts.formats.json_nodes import read_json, read_json_value
from newsfacts.formats.located_later import annotation_located_later, attribute_located_later
from newsfacts.formats.plain_json import Member, Unusual, node_of, read_members, starts_of_items, written_scalar
from newsfacts.formats.standoff import HEAD_KEYS, StandoffAnnotations, StandoffHead, read_standoff
from newsfacts.immutable import FrozenDict, maker
from newsfacts.raw import Origin, RawAnnotation, RawAttribute, RawDocument
from newsfacts.strict_yaml import Entry, Mapping, Scalar
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

__all__ = ["read_json_document"]

_new_span = maker(Span)

_NOTHING: FrozenDict[str, RawAttribute] = FrozenDict()  # shared, for most annotations have no attributes


def read_json_document(source: SourceText, start: int, end: int, path: str | None) -> RawDocument:
    """The document in a range of a file in JSON. Never raises."""
    try:
        return read_plain_standoff(source, start, end, path)
    except Unusual:
        return read_standoff(read_json(source.string, start, end), source, path)


def read_plain_standoff(source: SourceText, start: int, end: int, path: str | None) -> RawDocument:
    """The document in a range of a file. Raises `Unusual` where anything is wrong."""
    members = read_members(source.string, start, end)
    problems = ProblemList()
    node = Mapping(tuple([entry_of(key, member) for key, member in members.items()]), start, end)
    head = StandoffHead(problems, path, source)
    head.read_the_text(node)
    listed = members.get("annotations")
    if problems or (listed is not None and type(listed.value) is not list):
        raise Unusual
    places = JsonPlaces(source, end, path, head.text, listed.start if listed is not None else 0)
    reader = _PlainAnnotations(head.text, places)
    return RawDocument(
        text=head.text,
        origin=Origin(path=path, source=source, text_path=head.text_path, text_range=head.text_range),
        annotations=reader.annotations(listed.value if listed is not None else []),
        metadata=node,
        metadata_again=functools.partial(metadata_of, source, start, end),
        metadata_keys=HEAD_KEYS,
        findings=problems,
        text_file=head.text_file,
    )


def metadata_of(source: SourceText, start: int, end: int) -> Any:
    """The metadata with places."""
    return read_json(source.string, start, end).node


def entry_of(key: str, member: Member) -> Entry:
    """A member of the whole table as an entry. Inside it, nothing has a place; the annotations are left out."""
    name = Scalar(key, key, member.key_start, member.key_end)
    if key == "annotations":
        return Entry(name, Scalar(None, "", member.start, member.end))
    node = node_of(member.value)
    if isinstance(node, Scalar):
        node = Scalar(node.value, node.raw, member.start, member.end)
    return Entry(name, node)


class _PlainAnnotations:
    """Reads the annotations of one document."""

    def __init__(self, text: str, places: JsonPlaces) -> None:
        self.length = len(text)
        self.places = places
        self.finder: PlaceFinder = PlaceFinder(text)

    def annotations(self, entries: list[Any]) -> list[RawAnnotation]:
        """All annotations, in the order of the file."""
        return [self.annotation(number, entry) for number, entry in enumerate(entries)]

    def annotation(self, number: int, entry: Any) -> RawAnnotation:
        """One annotation: at its spans, or else where its words are."""
        if type(entry) is not tuple:
            raise Unusual
        table = dict(entry)
        if len(table) < len(entry):
            raise Unusual
        kind, id = table.pop("kind", None), table.pop("id", None)
        spans, words = table.pop("spans", None), table.pop("words", None)
        stored = (words,) if type(words) is str else None if words is None else self.words(words)
        if spans is None:
            found, stored = tuple(sorted([self.find(fragment) for fragment in stored or ()])), None
        else:
            found = self.spans(spans)
        if kind is not None and type(kind) is not str:
            kind = written_scalar(kind)
        attributes = self.attributes(table, number) if table else _NOTHING
        if id is not None:
            if id == "":
                raise Unusual
            id = attribute_located_later(written_scalar(id), "id", number, self.places)
        return annotation_located_later(kind or None, found, id, attributes, stored, number, self.places)

    def attributes(self, table: dict[str, Any], number: int) -> dict[str, RawAttribute]:
        """What is neither the kind, nor the id, nor the place of an annotation."""
        attributes: dict[str, RawAttribute] = {}
        for key, value in table.items():
            if value is None:
                continue
            written: str | list[str] = value
            if type(value) is list:
                written = [item if type(item) is str else written_scalar(item) for item in value]
            elif type(value) is not str:
                written = written_scalar(value)
            attributes[key] = attribute_located_later(written, key, number, self.places)
        return attributes

    def words(self, words: Any) -> tuple[str, ...]:
        """The words of several fragments."""
        if type(words) is not list:
            raise Unusual
        return tuple([written_scalar(fragment) for fragment in words])

    def find(self, words: str) -> Span:
        """The only place of words in the text."""
        found = self.finder.find(words) if words else None
        if not isinstance(found, Span):
            raise Unusual
        return found

    def spans(self, spans: Any) -> tuple[Span, ...]:
        """Read `[[start, end], ...]`, or a single pair."""
        if type(spans) is not list:
            raise Unusual
        if len(spans) == 1 and type(spans[0]) is list and len(spans[0]) == 2:  # by far the most frequent case
            [[start, end]] = spans
            if type(start) is int and type(end) is int and 0 <= start <= end <= self.length:
                return (_new_span(start, end),)
        if len(spans) == 2 and type(spans[0]) is not list:
            spans = [spans]
        found: list[Span] = []
        for pair in spans:
            if type(pair) is not list or len(pair) != 2:
                raise Unusual
            start, end = pair
            if type(start) is not int or type(end) is not int or not 0 <= start <= end <= self.length:
                raise Unusual
            found.append(_new_span(start, end))
        return tuple(found) if len(found) < 2 else tuple(sorted(found))


class JsonPlaces:
    """Finds the places of the annotations of a document by reading their entries again."""

    __slots__ = ("begin", "end", "found", "path", "source", "starts", "text")

    def __init__(self, source: SourceText, end: int, path: str | None, text: str, begin: int) -> None:
        self.source: SourceText = source
        self.end: int = end
        self.path: str | None = path
        self.text: str = text
        self.begin: int = begin
        self.starts: list[int] = []
        self.found: dict[int, RawAnnotation] = {}

    def located(self, number: int) -> RawAnnotation:
        """Annotation `number` of the file, with its places."""
        known = self.found.get(number)
        if known is None:
            self.starts = self.starts or starts_of_items(self.source.string, self.begin)
            node = read_json_value(self.source.string, self.starts[number], self.end)
            assert isinstance(node, Mapping)
            known = self.found[number] = StandoffAnnotations(self.source, self.path, self.text).annotation(node)
        return known
