"""What is written in a file: what every reader hands to the builder, and what a document remembers of its file.

A reader (annotated text, stand-off files, brat, or a user's own) fills in a `RawDocument`; `newsfacts.building.builder` gives
the annotations types and references. So one validator serves every format, with the line numbers of the user's own file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from newsfacts.findings import Finding, ProblemList
from newsfacts.immutable import define, frozen
from newsfacts.text.source import Place, SourceText
from newsfacts.text.spans import Span

__all__ = ["Comment", "Layout", "Origin", "RawAnnotation", "RawAttribute", "RawComment", "RawDocument"]


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


class SpanAnnotation(RawAnnotation):
    """A span of annotated text, whose reader sets one slot after the other: it has no copy of its words."""

    __slots__ = ()

    stored_words: tuple[str, ...] | None = None
    span_places: tuple[tuple[int, int], ...] = ()
    if TYPE_CHECKING:

        def __init__(self) -> None: ...

    else:
        __init__ = object.__init__  # nothing is given when it is made

    def __reduce__(self) -> tuple[type[RawAnnotation], tuple[object, ...]]:
        """Another process gets an annotation whose every slot can be set."""
        return RawAnnotation, (
            self.kind, self.spans, self.start, self.end, self.id, self.attributes, self.attributes_from,
        )  # fmt: skip


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


@frozen
class Layout:
    """The file that a document was read from, by its format, so that writing it again changes only what changed."""

    format: str
    source: str = attrs.field(repr=False)


@frozen(kw_only=True)
class Origin:
    """Where a document came from: turns spans of the text and annotations into places in the user's file.

    Where the file has the text with markup in between, `text_offsets[i]`..`text_offsets[i + 1]` of the text is what begins at
    `file_offsets[i]` of the file. Where the text has a file of its own, `text_path` names it; where it is one value of this
    file, `text_range` is its range. `annotations` are those of the document, in its order; the builder fills them in.
    """

    path: str | None
    source: SourceText
    annotations: Sequence[RawAnnotation] = ()
    text_offsets: Sequence[int] = ()
    file_offsets: Sequence[int] = ()
    text_path: str | None = None
    text_range: tuple[int, int] = (0, 0)
    is_foreign: bool = False  # in another project's format, which may have no place for some of our fields

    def of_document(self, annotations: Sequence[RawAnnotation], *, is_foreign: bool) -> Origin:
        """The origin of a document with these annotations."""
        return Origin(
            path=self.path,
            source=self.source,
            annotations=annotations,
            text_offsets=self.text_offsets,
            file_offsets=self.file_offsets,
            text_path=self.text_path,
            text_range=self.text_range,
            is_foreign=is_foreign,
        )

    def place(self, start: int, end: int) -> Place:
        """A range of the file."""
        return Place(self.path, self.source, start, end)

    def annotation_place(self, number: int, key: str | None = None) -> Place:
        """The words or the entry of annotation `number`, or its attribute `key` where that is written."""
        return self.place(*self.annotations[number].range_of(key))

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


def _problem_list(findings: Sequence[Finding]) -> ProblemList:
    return findings if isinstance(findings, ProblemList) else ProblemList(findings)


@define(kw_only=True)
class RawDocument:
    """Everything that a reader found. The order of `annotations` does not matter.

    `metadata_offset` is where in the file the offsets of `metadata` begin; `metadata_keys` are the keys of it that only the
    reader reads, such as `annotations`. `own_attributes` and `own_kinds` mean something in this format and are not
    fields or kinds of the schema. `text_file` names the file that has the text, as the user wrote it. In a document that `is_foreign`,
    unknown kinds and fields are another project's: they are kept without a finding. A reader that leaves the places out of
    `metadata` has `metadata_again`, which reads it again with them: only where something is wrong they are needed.
    """

    text: str
    origin: Origin
    annotations: list[RawAnnotation] = attrs.field(factory=list)
    metadata: Any = None  # a strict_yaml Mapping, or None
    metadata_again: Callable[[], Any] | None = None
    metadata_offset: int = 0
    metadata_keys: frozenset[str] = frozenset()
    own_attributes: frozenset[str] = frozenset()
    own_kinds: frozenset[str] = frozenset()
    text_file: str | None = None
    is_foreign: bool = False
    layout: Layout | None = None
    comments: list[RawComment] = attrs.field(factory=list)
    findings: ProblemList = attrs.field(factory=ProblemList, converter=_problem_list)
