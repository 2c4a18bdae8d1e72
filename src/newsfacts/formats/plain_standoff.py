"""Stand-off documents in JSON that have nothing wrong: read without places, which are found when somebody asks for them.

Whatever is wrong or unusual raises `Unusual`, and `standoff` then reads the file with all places and says what is wrong.
"""

from __future__ import annotations

import functools
from typing import Any

from newsfacts.anchors.find import PlaceFinder
from newsfacts.findings import ProblemList
from newsfacts.formats.json_nodes import read_json, read_json_value
from newsfacts.formats.plain_json import (
    Unusual,
    node_of,
    range_of_member,
    read_table,
    starts_of_items,
    written_scalar,
)
from newsfacts.formats.standoff import HEAD_KEYS, StandoffAnnotations, StandoffHead, read_standoff
from newsfacts.immutable import maker
from newsfacts.raw import (
    LocatedLater,
    MadeLater,
    Origin,
    RawAnnotation,
    RawDocument,
    Written,
    WrittenAnnotations,
    shared_written,
)
from newsfacts.strict_yaml import Entry, Mapping, Scalar
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

__all__ = ["read_json_document"]

_new_span = maker(Span)


def read_json_document(source: SourceText, start: int, end: int, path: str | None) -> RawDocument:
    """The document in a range of a file in JSON. Never raises."""
    try:
        return read_plain_standoff(source, start, end, path)
    except Unusual:
        return read_standoff(read_json(source.string, start, end), source, path)


def read_plain_standoff(source: SourceText, start: int, end: int, path: str | None) -> RawDocument:
    """The document in a range of a file. Raises `Unusual` where anything is wrong."""
    table = read_table(source.string, start, end)
    listed = table.get("annotations", [])
    if type(listed) is not list and listed is not None:
        raise Unusual
    problems = ProblemList()
    node = Mapping(tuple([entry_of(key, value) for key, value in table.items()]), start, end)
    head = StandoffHead(problems, path, source)
    head.read_the_text(node)
    if problems:
        raise Unusual
    places = JsonPlaces(source, start, end, path, head.text)
    written = _PlainAnnotations(head.text).annotations(listed or [])
    return RawDocument(
        text=head.text,
        origin=Origin(
            path=path,
            source=source,
            text_path=head.text_path,
            text_range=MadeLater(places.text_range) if head.text_file is None else (0, 0),
        ),
        annotations=LocatedLater(places.annotation, len(written.written)),
        written=written,
        metadata=node,
        metadata_again=functools.partial(metadata_of, source, start, end),
        metadata_keys=HEAD_KEYS,
        findings=problems,
        text_file=head.text_file,
    )


def metadata_of(source: SourceText, start: int, end: int) -> Any:
    """The metadata with places."""
    return read_json(source.string, start, end).node


def entry_of(key: str, value: Any) -> Entry:
    """A member of the whole table as an entry without a place; the annotations are left out."""
    return Entry(Scalar(key, key, 0, 0), Scalar(None, "", 0, 0) if key == "annotations" else node_of(value))


class _PlainAnnotations:
    """Reads the annotations of one document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.length = len(text)

    def annotations(self, entries: list[Any]) -> WrittenAnnotations:
        """All annotations, in the order of the file: each at its spans, or else where its words are."""
        length = self.length
        all_written: list[Written] = []
        all_spans: list[tuple[Span, ...]] = []
        all_stored: list[tuple[str, ...] | None] = []
        for entry in entries:
            table = dict(entry) if type(entry) is tuple else {}
            if not table or len(table) < len(entry):
                raise Unusual
            kind, id = table.pop("kind", None), table.pop("id", None)
            spans, words = table.pop("spans", None), table.pop("words", None)
            stored = (words,) if type(words) is str else None if words is None else self.words(words)
            try:
                ((start, end),) = spans  # by far the most frequent case
            except (TypeError, ValueError):
                start = end = None
            if type(start) is int and type(end) is int and 0 <= start <= end <= length:
                found: tuple[Span, ...] = (_new_span(start, end),)
            elif spans is not None:
                found = self.spans(spans)
            else:
                found, stored = tuple(sorted([self.find(fragment) for fragment in stored or ()])), None
            if table or id is not None or type(kind) is not str:
                all_written.append(self.written(kind, id, table))
            else:
                all_written.append(shared_written(kind or None, None))
            all_spans.append(found)
            all_stored.append(stored)
        return WrittenAnnotations(all_written, all_spans, None, all_stored)

    def written(self, kind: Any, id: Any, table: dict[str, Any]) -> Written:
        """What is written of an annotation; `table` is what is neither its kind, nor its id, nor its place."""
        if kind is not None and type(kind) is not str:
            kind = written_scalar(kind)
        if id is not None and type(id) is not str:
            id = written_scalar(id)
        if id == "":
            raise Unusual
        values: list[Any] = []
        for key, value in table.items():
            if type(value) is str:
                values.append((key, value))
            elif type(value) is list:
                values.append((key, tuple([item if type(item) is str else written_scalar(item) for item in value])))
            elif value is not None:
                values.append((key, written_scalar(value)))
        return shared_written(kind or None, id, *values)

    def words(self, words: Any) -> tuple[str, ...]:
        """The words of several fragments."""
        if type(words) is not list:
            raise Unusual
        return tuple([written_scalar(fragment) for fragment in words])

    @functools.cached_property
    def finder(self) -> PlaceFinder:
        """Looks for words in the text."""
        return PlaceFinder(self.text)

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
    """Finds the places in a document, which is in a range of a file, by reading again what is asked for."""

    def __init__(self, source: SourceText, start: int, end: int, path: str | None, text: str) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.path = path
        self.text = text

    def text_range(self) -> tuple[int, int]:
        """Where the text is."""
        return range_of_member(self.source.string, self.start, "text")

    @functools.cached_property
    def starts(self) -> list[int]:
        """Where each annotation begins."""
        return starts_of_items(self.source.string, range_of_member(self.source.string, self.start, "annotations")[0])

    def annotation(self, number: int) -> RawAnnotation:
        """Annotation `number` of the file, with its places."""
        node = read_json_value(self.source.string, self.starts[number], self.end)
        assert isinstance(node, Mapping)
        return StandoffAnnotations(self.source, self.path, self.text).annotation(node)
