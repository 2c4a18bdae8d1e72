"""Stand-off documents in JSON that have nothing wrong: read without places, which are found when somebody asks for them.

Whatever is wrong or unusual raises `Unusual`, and `standoff` then reads the file with all places and says what is wrong.
"""

from __future__ import annotations

import functools
from typing import Any

from newsfacts.anchors.find import PlaceFinder
from newsfacts.findings import ProblemList
from newsfacts.formats.annotation_tables import WORD_KEYS
from newsfacts.formats.json_nodes import read_json, read_json_value
from newsfacts.formats.plain_json import (
    Unusual,
    end_of_value,
    entry_of,
    members_of,
    read_table,
    start_of_member,
    starts_of_items,
    written_scalar,
)
from newsfacts.formats.standoff import HEAD_KEYS, StandoffAnnotations, StandoffHead, read_standoff
from newsfacts.immutable import batch_maker, maker
from newsfacts.raw import (
    LocatedLater,
    MadeLater,
    RawAnnotation,
    RawDocument,
    Written,
    WrittenAnnotations,
    new_origin,
    shared_written,
)
from newsfacts.strict_yaml import Entry, Mapping, Scalar
from newsfacts.text.nesting import parents_of_ranges
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

__all__ = ["read_json_document"]

_new_span, _new_spans, _new_mapping = maker(Span), batch_maker(Span), maker(Mapping)
_NO_ANNOTATIONS = Entry(Scalar("annotations", "annotations", 0, 0), Scalar(None, "", 0, 0))
"""What is in the table of a document in place of its annotations."""


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
    if listed is not None and (type(listed) is not list or not set(map(type, listed)) <= {tuple}):
        raise Unusual
    problems = ProblemList()
    node = _new_mapping(
        tuple([entry_of(key, value) if key != "annotations" else _NO_ANNOTATIONS for key, value in table.items()]),
        start,
        end,
    )
    head = StandoffHead(problems, path, source)
    head.read_the_text(node)
    if problems:
        raise Unusual
    places = JsonPlaces(source, start, end, path, head.text)
    written = _PlainAnnotations(head.text).annotations(listed or [])
    return RawDocument(
        text=head.text,
        origin=new_origin(
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


def metadata_of(source: SourceText, start: int, end: int) -> Mapping:
    """The metadata with places; the annotations are passed over."""
    text = source.string
    entries = [
        Entry(member.key, read_json_value(text, member.start, end))
        if member.key.raw != "annotations"
        else _NO_ANNOTATIONS
        for member in members_of(text, start)
    ]
    table = text.index("{", start)
    return Mapping(tuple(entries), table, text.rindex("}", table, end) + 1)


_NOTHING: Any = object()
_OWN_KEYS = frozenset({"kind", "id", "spans", "words"})


def written_value(value: Any) -> str | tuple[str, ...]:
    """The value of a field as it is written."""
    if type(value) is not list:
        return written_scalar(value)
    if len(value) == 1 and type(value[0]) is str:  # by far the most frequent case
        return (value[0],)
    return tuple([item if type(item) is str else written_scalar(item) for item in value])


def several_words(words: Any) -> tuple[str, ...] | None:
    """The words of an annotation, one for each fragment."""
    if words is _NOTHING or words is None:
        return None
    if type(words) is str:
        return (words,)
    if type(words) is not list:
        raise Unusual
    return tuple([written_scalar(fragment) for fragment in words])


def spans_of(starts: list[int], ends: list[int], others: dict[int, tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """The spans of annotations that start and end at these offsets, or have others, by number."""
    found: list[tuple[Span, ...]] = list(zip(_new_spans(starts, ends), strict=True))
    for number, several in others.items():
        found[number] = several
    return found


class _Members:
    """The members of the table of an annotation, and its fields as they are written. Raises `Unusual` where a key is there twice."""

    __slots__ = ("fields", "id", "kind", "spans", "words")

    def __init__(self, entry: tuple[tuple[str, Any], ...]) -> None:
        kind = id = spans = words = _NOTHING
        fields: list[Any] = []
        has_nothing = False
        for pair in entry:
            key, value = pair
            if key == "kind" and kind is _NOTHING:
                kind = value
            elif key == "spans" and spans is _NOTHING:
                spans = value
            elif key == "words" and words is _NOTHING:
                words = value
            elif key == "id" and id is _NOTHING:
                id = value
            elif key in _OWN_KEYS:
                raise Unusual  # it is there twice
            elif type(value) is str:
                fields.append(pair)
            elif value is not None:
                fields.append((key, written_value(value)))
            else:
                has_nothing = True  # which is as good as no key
        if (has_nothing or len(fields) > 1) and len(dict(entry)) < len(entry):
            raise Unusual
        self.kind: Any = kind
        self.id: Any = id
        self.spans: Any = spans
        self.words: Any = words
        self.fields: list[Any] = fields

    def written(self) -> Written:
        """What is written of the annotation, but for its place."""
        kind = None if self.kind is _NOTHING or self.kind is None else written_scalar(self.kind)
        id = None if self.id is _NOTHING or self.id is None else written_scalar(self.id)
        if id == "":
            raise Unusual
        return shared_written(kind or None, id, *self.fields)


class _PlainAnnotations:
    """Reads the annotations of one document, whose text is `text`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.length = len(text)

    def annotations(self, entries: list[Any]) -> WrittenAnnotations:
        """All annotations, in the order of the file. What most of them need is done here, for speed."""
        found: list[Written] = []
        stored: list[tuple[str, ...] | None] = []
        starts: list[int] = []
        ends: list[int] = []
        others: dict[int, tuple[Span, ...]] = {}  # the spans of those that are not at one place
        for entry in entries:
            first = second = third = key = value = id = None
            usual = entry
            if len(entry) > 3 and entry[1][0] == "id" and entry[1][1] and type(entry[1][1]) is str:
                usual, id = entry[:1] + entry[2:], entry[1][1]
            if len(usual) == 3:  # by far the most frequent cases: a kind and a place, and one field more
                (first, kind), (second, spans), (third, words) = usual
            elif len(usual) == 4:
                (first, kind), (second, spans), (third, words), (key, value) = usual
            if third != "words" or second != "spans" or first != "kind" or type(kind) is not str or key in _OWN_KEYS:
                members = _Members(entry)
                spans, words = members.spans, members.words
                found.append(members.written())
            elif value is None:
                found.append(shared_written(kind or None, id))
            else:
                value = value if type(value) is str else written_value(value)
                found.append(shared_written(kind or None, id, (key, value)))
            try:
                ((start, end),) = spans
            except (TypeError, ValueError):
                start = end = None
            if type(start) is int and type(end) is int and 0 <= start <= end <= self.length and type(words) is str:
                drifting: tuple[str, ...] | None = (words,)  # by far the most frequent case
            else:
                others[len(starts)], drifting = self.place(entry, spans, words)
                start = end = 0
            starts.append(start)
            ends.append(end)
            stored.append(drifting)
        parents = None if others else parents_of_ranges(starts, ends)
        return WrittenAnnotations(found, spans_of(starts, ends, others), parents, stored)

    def place(
        self, entry: tuple[tuple[str, Any], ...], spans: Any, words: Any
    ) -> tuple[tuple[Span, ...], tuple[str, ...] | None]:
        """Where an annotation is, at its spans or else where its words are, and the words that are stored with spans."""
        stored = several_words(words)
        if spans is _NOTHING or spans is None:
            if not WORD_KEYS.isdisjoint(dict(entry)):
                raise Unusual
            return tuple(sorted([self.find(fragment) for fragment in stored or ()])), None
        return self.spans(spans), stored

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
        for pair in spans:
            if type(pair) is not list or len(pair) != 2:
                raise Unusual
            start, end = pair
            if type(start) is not int or type(end) is not int or not 0 <= start <= end <= self.length:
                raise Unusual
        return tuple([_new_span(start, end) for start, end in sorted(spans)])


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
        start = start_of_member(self.source.string, self.start, "text")
        return start, end_of_value(self.source.string, start)

    @functools.cached_property
    def starts(self) -> list[int]:
        """Where each annotation begins."""
        text = self.source.string
        return starts_of_items(text, start_of_member(text, self.start, "annotations"))

    def annotation(self, number: int) -> RawAnnotation:
        """Annotation `number` of the file, with its places."""
        node = read_json_value(self.source.string, self.starts[number], self.end)
        assert isinstance(node, Mapping)
        return StandoffAnnotations(self.source, self.path, self.text).annotation(node)
