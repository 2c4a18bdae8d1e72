"""What is written in a file: what every reader hands to the builder, and what a document remembers of its file.

A reader (annotated text, stand-off files, brat, or a user's own) fills in a `RawDocument`; `newsfacts.building.builder` gives
the annotations types and references. So one validator serves every format, with the line numbers of the user's own file.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, overload

import attrs

from newsfacts.findings import Finding, ProblemList
from newsfacts.immutable import FrozenDict, define, frozen, maker
from newsfacts.text.source import Place, SourceText
from newsfacts.text.spans import Span

__all__ = [
    "Comment", "Layout", "LocatedLater", "Loss", "MadeLater", "Origin", "RawAnnotation", "RawAttribute", "RawComment", "RawDocument", "Written",
    "WrittenAnnotations", "new_origin", "shared_written", "values_of",
]  # fmt: skip


class RawAttribute:
    """A value as written, and its half-open range in the file, or counted from `attributes_from` on."""

    __slots__ = ("end", "start", "value")

    value: Any
    start: int
    end: int

    def __init__(self, value: Any, start: int, end: int) -> None:
        self.value = value
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"RawAttribute({self.value!r}, {self.start}, {self.end})"


class RawAnnotation:
    """One annotation as written: `spans` in the text, everything else as ranges of the file.

    `start`..`end` is what a finding underlines: the words in annotated text, the entry in a stand-off file.
    Arguments by position take half the time. Places of `id` and `attributes` are counted from `attributes_from` on.
    `stored_words` is the copy of its words that a stand-off file keeps, one per span, to see drift; `span_places` are
    the ranges of the file where it writes each of `spans` as `[start, end]`.
    """

    __slots__ = ("attributes", "attributes_from", "end", "id", "kind", "span_places", "spans", "start", "stored_words")

    kind: str | None
    spans: tuple[Span, ...]
    start: int
    end: int
    id: RawAttribute | None
    attributes: dict[str, RawAttribute]
    attributes_from: int
    stored_words: tuple[str, ...] | None
    span_places: tuple[tuple[int, int], ...]

    def __init__(
        self,
        kind: str | None,
        spans: tuple[Span, ...],
        start: int,
        end: int,
        id: RawAttribute | None = None,
        attributes: dict[str, RawAttribute] | None = None,
        attributes_from: int = 0,
        stored_words: tuple[str, ...] | None = None,
        span_places: tuple[tuple[int, int], ...] = (),
    ) -> None:
        self.kind = kind
        self.spans = spans
        self.start = start
        self.end = end
        self.id = id
        self.attributes = attributes if attributes is not None else {}
        self.attributes_from = attributes_from
        self.stored_words = stored_words
        self.span_places = span_places

    def __repr__(self) -> str:
        return f"RawAnnotation({self.kind!r}, {self.spans!r}, {self.start}, {self.end}, id={self.id!r}, attributes={self.attributes!r}, attributes_from={self.attributes_from})"

    def range_of(self, key: str | None) -> tuple[int, int]:
        """The range of an attribute, or of the `id`, in the file; the range of the annotation where it is not written."""
        attribute = self.id if key == "id" else self.attributes.get(key) if key else None
        if attribute is None:
            return (self.start, self.end)
        return (self.attributes_from + attribute.start, self.attributes_from + attribute.end)


class Written:
    """What is written of an annotation, but for where it is: its kind, its id, and the values of its attributes.

    Where `is_shared`, there is one object for all annotations, of all documents, of which the same is written.
    """

    __slots__ = ("id", "kind", "values")

    is_shared: ClassVar[bool] = False
    kind: str | None
    id: str | None
    values: Mapping[str, str | list[str]]

    def __init__(self, kind: str | None, id: str | None, values: Mapping[str, str | list[str]]) -> None:
        self.kind = kind
        self.id = id
        self.values = values


class SharedWritten(Written):
    """What is written of annotations in many documents."""

    __slots__ = ()

    is_shared: ClassVar[bool] = True


@functools.lru_cache(maxsize=4096)
def shared_written(
    kind: str | None, id: str | None, *values: tuple[str, str] | tuple[str, tuple[str, ...]]
) -> SharedWritten:
    """The one object for all annotations of which this is written; lists come as tuples."""
    return SharedWritten(kind, id, {key: value if isinstance(value, str) else list(value) for key, value in values})


def written_of(annotation: RawAnnotation) -> Written:
    """What is written of an annotation."""
    id = annotation.id.value if annotation.id is not None else None
    values: list[Any] = []
    for key, attribute in annotation.attributes.items():
        value = attribute.value
        if type(value) is list and all(type(item) is str for item in value):
            values.append((key, tuple(value)))
        elif type(value) is str:
            values.append((key, value))
        else:  # a reader of someone else's
            return Written(annotation.kind, id, values_of(annotation.attributes))
    return shared_written(annotation.kind, id, *values)


@define
class WrittenAnnotations:
    """The annotations of a file without their places in it, by number: what is written of each, and its spans.

    `parents` are the numbers of what each is nested in (-1 for nothing), where the reader knows them; then the annotations are in
    reading order. `stored_words` are the copies of their words that a stand-off file keeps, one per span; empty where it keeps none.
    """

    written: Sequence[Written]
    spans: Sequence[tuple[Span, ...]]
    parents: Sequence[int] | None = None
    stored_words: Sequence[tuple[str, ...] | None] = ()

    @classmethod
    def of(cls, annotations: Sequence[RawAnnotation]) -> WrittenAnnotations:
        """Those of a reader that knows all places."""
        return cls(
            [written_of(raw) for raw in annotations],
            [raw.spans for raw in annotations],
            None,
            [raw.stored_words for raw in annotations],
        )

    def with_stored_words(self) -> Iterable[tuple[tuple[Span, ...], tuple[str, ...] | None]]:
        """The spans and the stored words of each annotation; nothing where no words are stored."""
        return zip(self.spans, self.stored_words, strict=True) if self.stored_words else ()

    def in_order(self, order: Sequence[int]) -> WrittenAnnotations:
        """Those with these numbers."""
        stored = self.stored_words
        return WrittenAnnotations(
            [self.written[number] for number in order],
            [self.spans[number] for number in order],
            None,
            [stored[number] for number in order] if stored else (),
        )


def values_of(attributes: Mapping[str, RawAttribute]) -> Mapping[str, str | list[str]]:
    """The values of attributes."""
    return {key: attribute.value for key, attribute in attributes.items()} if attributes else _NO_VALUES


_NO_VALUES: Mapping[str, str | list[str]] = FrozenDict()


class LocatedLater(Sequence[RawAnnotation]):
    """The annotations of a file that was read without places, each with the places that `locate` finds when it is asked for.

    `order` are their numbers in the file, where that is not the order of reading. `find_range` says where one begins and ends
    without looking for the places of its attributes, where that is faster.
    """

    __slots__ = ("find_range", "found", "locate", "order", "size")

    def __init__(
        self,
        locate: Callable[[int], RawAnnotation],
        size: int,
        find_range: Callable[[int], tuple[int, int]] | None = None,
    ) -> None:
        self.locate: Callable[[int], RawAnnotation] = locate
        self.size: int = size
        self.find_range: Callable[[int], tuple[int, int]] | None = find_range
        self.order: Sequence[int] = range(size)
        self.found: dict[int, RawAnnotation] = {}

    def in_order(self, order: Sequence[int]) -> LocatedLater:
        """The same ones in another order."""
        made = LocatedLater(self.locate, self.size, self.find_range)
        made.order, made.found = order, self.found
        return made

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, number: int) -> RawAnnotation: ...
    @overload
    def __getitem__(self, number: slice) -> list[RawAnnotation]: ...
    def __getitem__(self, number: int | slice) -> RawAnnotation | list[RawAnnotation]:
        if isinstance(number, slice):
            return [self[each] for each in range(self.size)[number]]
        number = self.order[number]
        known = self.found.get(number)
        if known is None:
            known = self.found[number] = self.locate(number)
        return known

    def range_at(self, number: int) -> tuple[int, int]:
        """Where an annotation begins and ends in the file."""
        return self[number].range_of(None) if self.find_range is None else self.find_range(self.order[number])


class MadeLater(Sequence[int]):
    """Offsets that `make` finds when they are first asked for."""

    __slots__ = ("made", "make")

    def __init__(self, make: Callable[[], Sequence[int]]) -> None:
        self.make: Callable[[], Sequence[int]] = make
        self.made: Sequence[int] | None = None

    def all(self) -> Sequence[int]:
        """The offsets."""
        if self.made is None:
            self.made = self.make()
        return self.made

    def __len__(self) -> int:
        return len(self.all())

    @overload
    def __getitem__(self, number: int) -> int: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[int]: ...
    def __getitem__(self, number: int | slice) -> int | Sequence[int]:
        return self.all()[number]

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))


@frozen
class RawComment:
    """Words in a file that are not part of the text, at an offset of the text. `after` is what ends right before them."""

    offset: int
    words: str
    after: RawAnnotation | None = None
    place: Place | None = attrs.field(default=None, eq=False, repr=False)


@frozen
class Comment:
    """Words in a file that are not part of the text. `after` is the number of the annotation that ends right before it."""

    offset: int
    words: str
    after: int | None = None
    place: Place | None = attrs.field(default=None, eq=False, repr=False)


@frozen(kw_only=True)
class Loss:
    """One thing of one document that a format has no place for, or that a reader of the format did not take over.

    `what` says what is lost, in words, and `words` what it is: the words of the text, or a value as written. `place` is where
    it is in the file that was read, `id` the annotation that it belongs to. For programs: `number` is the number of that
    annotation in the document, None for the head of the document; `field` the key of the lost field, None where the
    annotation itself is lost; `value` the one item that is lost of a list of several.
    """

    what: str
    words: str = ""
    id: str | None = None
    place: Place | None = attrs.field(default=None, repr=False)
    number: int | None = None
    field: str | None = None
    value: str | None = None

    def __str__(self) -> str:
        where = f"{self.place.path or '<text>'}:{self.place.position}: " if self.place else ""
        whose = f" of {self.id}" if self.id and self.field else f" {self.id}" if self.id else ""
        return f"{where}{self.what}{whose}{f': {self.words}' if self.words else ''}"


@frozen
class Layout:
    """The file that a document was read from, by its format, so that writing it again changes only what changed.

    `losses` are what the file has and the document does not.
    """

    format: str
    source: str = attrs.field(repr=False)
    losses: tuple[Loss, ...] = attrs.field(default=(), repr=False)


@frozen(kw_only=True)
class Origin:
    """Where a document came from: turns spans of the text and annotations into places in the user's file.

    Where the file has the text with markup in between, `text_offsets[i]`..`text_offsets[i + 1]` of the text is what begins at
    `file_offsets[i]` of the file. Where the text has a file of its own, `text_path` names it; where it is one value of this
    file, `text_range` is its range. `annotations` are those of the document, in its order, and `written` is what is written of
    them; the builder fills both in.
    """

    path: str | None
    source: SourceText
    annotations: Sequence[RawAnnotation] = ()
    written: WrittenAnnotations | None = attrs.field(default=None, repr=False)
    text_offsets: Sequence[int] = ()
    file_offsets: Sequence[int] = ()
    text_path: str | None = None
    text_range: Sequence[int] = (0, 0)
    is_foreign: bool = False  # in another project's format, which may have no place for some of our fields

    def of_document(
        self, annotations: Sequence[RawAnnotation], written: WrittenAnnotations, *, is_foreign: bool
    ) -> Origin:
        """The origin of a document with these annotations."""
        return new_origin(
            path=self.path,
            source=self.source,
            annotations=annotations,
            written=written,
            text_offsets=self.text_offsets,
            file_offsets=self.file_offsets,
            text_path=self.text_path,
            text_range=self.text_range,
            is_foreign=is_foreign,
        )

    @property
    def as_written(self) -> WrittenAnnotations:
        """What is written of the annotations, without looking for their places."""
        return self.written if self.written is not None else WrittenAnnotations.of(self.annotations)

    def place(self, start: int, end: int) -> Place:
        """A range of the file."""
        return Place(self.path, self.source, start, end)

    def annotation_place(self, number: int, key: str | None = None) -> Place:
        """The words or the entry of annotation `number`, or its attribute `key` where that is written."""
        if key is None:
            return self.place(*self.annotation_range(number))
        return self.place(*self.annotations[number].range_of(key))

    def annotation_range(self, number: int) -> tuple[int, int]:
        """Where the words or the entry of annotation `number` begin and end in the file."""
        annotations = self.annotations
        if isinstance(annotations, LocatedLater):
            return annotations.range_at(number)
        return annotations[number].range_of(None)

    def text_place(self, span: Span, text: SourceText) -> Place:
        """A range of the text, as a range of the file (or of the text's own file)."""
        if self.text_path is not None:
            return Place(self.text_path, text, span.start, span.end)
        if not self.text_offsets:
            return self.place(*self.text_range)
        start = self.file_offset(span.start)
        end = self.file_offset(span.end - 1) + 1 if span.end > span.start else start
        return self.place(start, end)

    def file_offset(self, offset: int) -> int:
        """The offset in the file of the character at `offset` of the text."""
        run = bisect_right(self.text_offsets, offset) - 1
        return self.file_offsets[run] + offset - self.text_offsets[run]


new_origin: Callable[..., Origin] = maker(Origin)
"""An origin in half of the time."""


def _problem_list(findings: Sequence[Finding]) -> ProblemList:
    return findings if isinstance(findings, ProblemList) else ProblemList(findings)


@define(kw_only=True, on_setattr=attrs.setters.NO_OP)
class RawDocument:
    """Everything that a reader found. The order of `annotations` does not matter.

    A reader that leaves the places of annotations out until they are asked for says in `written` what is written of them.
    `metadata_offset` is where in the file the offsets of `metadata` begin; `metadata_keys` are the keys of it that only the
    reader reads, such as `annotations`. `own_attributes` and `own_kinds` mean something in this format and are not
    fields or kinds of the schema. `text_file` names the file that has the text, as the user wrote it. In a document that `is_foreign`,
    unknown kinds and fields are another project's: they are kept without a finding. A reader that leaves the places out of
    `metadata` has `metadata_again`, which reads it again with them: only where something is wrong they are needed.
    `metadata_origin` is the file of `metadata` where that is another one. `losses` are what the reader did not take over.
    """

    text: str
    origin: Origin
    annotations: Sequence[RawAnnotation] = attrs.field(factory=list)
    written: WrittenAnnotations | None = None
    metadata: Any = None  # a strict_yaml Mapping, or None
    metadata_again: Callable[[], Any] | None = None
    metadata_offset: int = 0
    metadata_keys: frozenset[str] = frozenset()
    metadata_origin: Origin | None = None
    own_attributes: frozenset[str] = frozenset()
    own_kinds: frozenset[str] = frozenset()
    text_file: str | None = None
    is_foreign: bool = False
    layout: Layout | None = None
    comments: list[RawComment] = attrs.field(factory=list)
    findings: ProblemList = attrs.field(factory=ProblemList, converter=_problem_list)
    losses: list[Loss] = attrs.field(factory=list)
