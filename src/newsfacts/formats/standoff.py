"""Stand-off documents: text and annotations as data. YAML, JSON and JSON Lines share all but their syntax.

    newsfacts: 1
    title: ...
    text: The mayor said taxes will rise.        # or  source: article.txt  with  sha256: ...
    annotations:
    - {kind: cue, spans: [[10, 14]], words: said}

Spans are half-open ranges of code points. The words are stored next to them, so that drift is seen. An annotation with
words and no spans is anchored by its words, which are in the text exactly once. Without offsets, as in the front matter
of annotated text, `quote` has the words, and `prefix`, `suffix`, `nth` or `near` say which of several places is meant.
"""

from __future__ import annotations

import os
from collections.abc import Mapping as ReadOnly
from typing import Any

from newsfacts.building.written import all_written_fields, written_metadata
from newsfacts.errors import NewsfactsError, ReadError
from newsfacts.files import inside_project, read_bytes
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.annotation_tables import WORD_KEYS, AnnotationTables
from newsfacts.model import Annotation, Document, UnknownKind
from newsfacts.raw import Origin, RawAnnotation, RawDocument
from newsfacts.strict_yaml import Mapping, Node, ParsedYaml, Scalar, Sequence, is_null
from newsfacts.strict_yaml.tables import Shapes, items_of
from newsfacts.text.source import SourceText, decode
from newsfacts.text.spans import Span

__all__ = [
    "HEAD_KEYS", "Fields", "StandoffAnnotations", "StandoffHead", "annotation_data", "is_standoff", "read_standoff",
    "standoff_data", "standoff_head",
]  # fmt: skip

Fields = ReadOnly[str, str | list[str]]

HEAD_KEYS = frozenset({"annotations", "text", "source"})
"""The keys of a document that are not metadata."""

_SPAN_KEYS = frozenset({"spans", "words"})
_ANCHOR_KEYS = _SPAN_KEYS | WORD_KEYS
_OWN_KEYS = _SPAN_KEYS | {"kind", "id"}


def read_standoff(parsed: ParsedYaml, source: SourceText, path: str | None) -> RawDocument:
    """A document from the nodes of a file. Never raises."""
    problems = ProblemList()
    head = StandoffHead(problems, path, source)
    expected = "a document is a table of keys and values"
    node = head.root(parsed, expected, "write text: and annotations:", if_empty="this file has no document")
    if node is not None and node.entries:
        head.read_the_text(node)
    node = node or Mapping((), 0, 0)
    reader = StandoffAnnotations(source, path, head.text, problems)
    tables = reader.tables(
        node.get("annotations"), "annotations", "an annotation", "{kind: claim, spans: [[0, 5]], words: Taxes}"
    )
    return RawDocument(
        text=head.text,
        origin=Origin(path=path, source=source, text_path=head.text_path, text_range=head.text_range),
        annotations=[reader.annotation(table) for table in tables],
        metadata=node,
        metadata_keys=HEAD_KEYS,
        findings=problems,
        text_file=head.text_file,
    )


class StandoffHead(Shapes):
    """Reads the text, in the file or in one of its own."""

    text: str = ""
    text_path: str | None = None
    text_file: str | None = None
    text_range: tuple[int, int] = (0, 0)

    def read_the_text(self, node: Mapping) -> None:
        inline, named = node.get("text"), node.get("source")
        if isinstance(inline, Scalar):
            self.text = inline.raw
            self.text_range = (inline.start, inline.end)
        elif isinstance(named, Scalar):
            self.text_file = named.raw
            self.read_file(named)
        else:
            help = "write text: with the text, or source: with the path of its file"
            self.report(ReaderCode.CHANGED_TEXT, "this document has no text", inline or node, help)

    def read_file(self, node: Scalar) -> None:
        shown = f"the text {node.raw!r}"
        wanted = inside_project(os.path.dirname(self.path or ""), node.raw)
        if wanted is None:
            help = "name a file inside the project, as a path from this one"
            self.report(ReaderCode.CHANGED_TEXT, f"{shown} lies outside the project", node, help)
            return
        try:
            self.text = decode(read_bytes(wanted)).text
        except OSError as error:
            reason = error.strerror or type(error).__name__
            help = "name it as a path from this file"
            self.report(ReaderCode.CHANGED_TEXT, f"{shown} cannot be read: {reason}", node, help)
        except ReadError as error:
            self.report(ReaderCode.CHANGED_TEXT, f"{shown} cannot be read: {error.message}", node)
        else:
            self.text_path = str(wanted)


class StandoffAnnotations(AnnotationTables):
    """Reads annotations of one file, whose text is `text`."""

    def __init__(self, source: SourceText, path: str | None, text: str, problems: ProblemList | None = None) -> None:
        super().__init__(problems if problems is not None else ProblemList(), path, source, 0, text, _ANCHOR_KEYS)

    def annotation(self, node: Mapping) -> RawAnnotation:
        """One annotation: at its spans, or else where its words are, as `quote` with what is around, or as `words` alone.

        Next to spans, `quote` and the keys that go with it say nothing about the place: they are fields.
        """
        spans = node.get("spans")
        parts = self.parts(node, _ANCHOR_KEYS if spans is None or is_null(spans) else _SPAN_KEYS)
        spans, words = parts.anchor.get("spans"), parts.anchor.get("words")
        pointed = words or spans or parts.anchor.get("quote") or node
        raw = RawAnnotation(parts.kind, (), pointed.start, pointed.end, id=parts.id, attributes=parts.attributes)
        if spans is not None:
            self.put_at_spans(raw, spans)
            if words is not None:
                stored = self.words(words)
                raw.stored_words = (stored,) if isinstance(stored, str) else tuple(stored)
        elif "quote" in parts.anchor:
            raw.spans = self.spans_by_words(parts.anchor)
        else:
            which = "say which with spans: [[start, end]]"
            found = [self.find(fragment, which=which) for fragment in items_of(words)]
            raw.spans = tuple(sorted([span for span in found if span is not None]))
        return raw

    def put_at_spans(self, raw: RawAnnotation, node: Node) -> None:
        """Read `[[start, end], ...]`, or a single pair."""
        items = node.items if isinstance(node, Sequence) else ()
        if len(items) == 2 and all(isinstance(item, Scalar) for item in items):
            items = (node,)
        elif not items and not isinstance(node, Sequence):
            self.report(ReaderCode.SPAN_OUTSIDE_TEXT, "spans are pairs of offsets", node, "write [[start, end]]")
        found = sorted([(span, (item.start, item.end)) for item in items if (span := self.span(item)) is not None])
        raw.spans = tuple([span for span, _ in found])
        raw.span_places = tuple([place for _, place in found])

    def span(self, node: Node) -> Span | None:
        """One pair of offsets."""
        items = node.items if isinstance(node, Sequence) else ()
        ends = [item.value for item in items if isinstance(item, Scalar) and type(item.value) is int]
        if len(ends) != 2 or len(items) != 2:
            help = "write [start, end], counted in code points from 0"
            self.report(ReaderCode.SPAN_OUTSIDE_TEXT, "a span is a pair of offsets", node, help)
            return None
        start, end = int(str(ends[0])), int(str(ends[1]))
        length = len(self.finder.text)
        if 0 <= start <= end <= length:
            return Span(start, end)
        where = "ends before it begins" if end < start else f"lies outside the text, which has {length:,} code points"
        self.report(ReaderCode.SPAN_OUTSIDE_TEXT, f"the span {start}..{end} {where}", node)
        return None


def is_standoff(record: ReadOnly[str, Any]) -> bool:
    """Whether a table looks like a stand-off document: it says so, or has annotations whose spans are lists of pairs."""
    if str(record.get("newsfacts")) == "1":
        return "annotations" in record or "text" in record or "source" in record
    listed = record.get("annotations")
    first = listed[0] if isinstance(listed, list) and listed else None
    return isinstance(first, dict) and "kind" in first and ("text" in record or "source" in record)


def standoff_data(document: Document) -> dict[str, Any]:
    """A document as data, in the order in which it is written."""
    found = standoff_head(document)
    all_fields = all_written_fields(document)
    found["annotations"] = [
        annotation_data(document, annotation, fields)
        for annotation, fields in zip(document.annotations, all_fields, strict=True)
    ]
    return found


def standoff_head(document: Document) -> dict[str, Any]:
    """A document as data, without its annotations."""
    found: dict[str, Any] = {"newsfacts": 1, **written_metadata(document)}
    if document.text_file is not None:
        found["source"] = document.text_file
        found["sha256"] = document.source_text.sha256
    else:
        found["text"] = document.text
    return found


def annotation_data(document: Document, annotation: Annotation, fields: Fields) -> dict[str, Any]:
    """One annotation as data, with its fields as they are written.

    Raises `NewsfactsError` for a field that has the name of what says the kind, the id or the place of an annotation.
    """
    for key in fields:
        if key in _OWN_KEYS or (key in WORD_KEYS and not annotation.spans):
            raise NewsfactsError(
                f"the field {key!r} of {annotation.text!r} means something else in this format; rename it"
            )
    kind = annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND
    found: dict[str, Any] = {"kind": kind} if kind else {}
    if annotation.id is not None:
        found["id"] = annotation.id
    spans, text = annotation.spans, document.text
    if len(spans) == 1:
        [span] = spans
        start, end = span.start, span.end
        found["spans"] = [[start, end]]
        found["words"] = text[start:end]
    elif spans:
        found["spans"] = [[span.start, span.end] for span in spans]
        found["words"] = [text[span.start : span.end] for span in spans]
    found.update(fields)
    return found
