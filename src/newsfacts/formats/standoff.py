"""Stand-off documents: text and annotations as data. YAML, JSON and JSON Lines share all but their syntax.

    newsfacts: 1
    title: ...
    text: The mayor said taxes will rise.        # or  source: article.txt  with  sha256: ...
    annotations:
    - {kind: cue, spans: [[10, 14]], words: said}

Spans are half-open ranges of code points. The words stand beside them, so that drift is seen. An annotation with words
and no spans is anchored by its words, where they stand in the text exactly once.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from newsfacts.building.builder import reading_order
from newsfacts.building.header import project_root
from newsfacts.building.written import written_fields, written_metadata
from newsfacts.errors import ReadError
from newsfacts.files import is_inside, read_bytes
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.model import Document, UnknownKind
from newsfacts.raw import Origin, RawAnnotation, RawAttribute, RawDocument
from newsfacts.strict_yaml import Mapping, Node, Parsed, Scalar, Sequence
from newsfacts.text.source import Place, SourceText, decode
from newsfacts.text.spans import Span

__all__ = ["read_standoff", "standoff_data"]

_ANCHOR_KEYS = frozenset({"kind", "id", "spans", "words"})


def read_standoff(parsed: Parsed, source: SourceText, path: str | None) -> RawDocument:
    """A document from the nodes of a file. Never raises."""
    return _Reader(parsed, source, path).read()


class _Reader:
    def __init__(self, parsed: Parsed, source: SourceText, path: str | None) -> None:
        self.source = source
        self.path = path
        self.problems = ProblemList()
        for found in parsed.problems:
            self.problems.add(found.code, found.message, self.place(found.start, found.end), help=found.help)
        node = parsed.node
        if node is not None and not isinstance(node, Mapping):
            self.complain(
                ReaderCode.BROKEN_YAML, "a document is a table of keys and values", node, "write text: and annotations:"
            )
            node = None
        if node is None and not self.problems:
            self.problems.add(
                ReaderCode.BROKEN_YAML,
                "this file holds no document",
                self.place(0, 0),
                help="write text: and annotations:",
            )
        self.node = node if isinstance(node, Mapping) else Mapping((), 0, 0)
        self.text = ""
        self.text_path: str | None = None
        self.text_file: str | None = None
        self.text_range = (0, 0)

    def place(self, start: int, end: int) -> Place:
        return Place(self.path, self.source, start, end)

    def complain(self, code: ReaderCode, message: str, node: Node, help: str | None = None) -> None:
        self.problems.add(code, message, self.place(node.start, node.end), help=help)

    def read(self) -> RawDocument:
        if self.node.entries:
            self.read_text()
            self.check_hash()
        annotations = sorted(self.read_annotations(), key=reading_order)
        origin = Origin(
            path=self.path,
            source=self.source,
            annotations=annotations,
            text_path=self.text_path,
            text_range=self.text_range,
        )
        return RawDocument(
            text=self.text,
            origin=origin,
            annotations=annotations,
            metadata=self.node,
            findings=self.problems,
            text_file=self.text_file,
            annotations_are_read=True,
        )

    # -- the text
    def read_text(self) -> None:
        inline, named = self.node.get("text"), self.node.get("source")
        if isinstance(inline, Scalar):
            self.text = inline.raw
            self.text_range = (inline.start, inline.end)
        elif isinstance(named, Scalar):
            self.text_file = named.raw
            self.text = self.external_text(named)
        else:
            self.complain(
                ReaderCode.CHANGED_TEXT,
                "this document has no text",
                inline or self.node,
                "write text: with the text, or source: with the path of its file",
            )

    def external_text(self, node: Scalar) -> str:
        here = Path(self.path or "document.facts.yaml")
        wanted = here.parent / node.raw
        root = project_root(Path(os.path.abspath(here)))
        if os.path.isabs(node.raw) or not is_inside(wanted, root):
            self.complain(
                ReaderCode.CHANGED_TEXT,
                f"the text {node.raw!r} lies outside the project",
                node,
                "name a file inside the project, as a path from this one",
            )
            return ""
        try:
            text = decode(read_bytes(wanted)).text
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.complain(
                ReaderCode.CHANGED_TEXT,
                f"the text {node.raw!r} cannot be read: {reason}",
                node,
                "name it as a path from this file",
            )
            return ""
        except ReadError as error:
            self.complain(ReaderCode.CHANGED_TEXT, f"the text {node.raw!r} cannot be read: {error.message}", node)
            return ""
        self.text_path = str(wanted)
        return text

    def check_hash(self) -> None:
        stated = self.node.get("sha256")
        if isinstance(stated, Scalar) and stated.raw.lower() != SourceText(self.text).sha256:
            self.complain(
                ReaderCode.CHANGED_TEXT,
                "the text is not the one that was annotated: its SHA-256 differs",
                stated,
                "move the annotations with newsfacts reanchor, or write the new sum if they still fit",
            )

    # -- the annotations
    def read_annotations(self) -> list[RawAnnotation]:
        listed = self.node.get("annotations")
        if listed is None:
            return []
        if not isinstance(listed, Sequence):
            self.complain(
                ReaderCode.BROKEN_YAML,
                "'annotations' is a list",
                listed,
                "write one - {kind: ..., spans: ...} for each",
            )
            return []
        found = []
        for item in listed.items:
            if isinstance(item, Mapping):
                found.append(self.annotation(item))
            else:
                self.complain(
                    ReaderCode.BROKEN_YAML, "an annotation is a table", item, "write {kind: claim, spans: [[0, 5]]}"
                )
        return found

    def annotation(self, node: Mapping) -> RawAnnotation:
        known: dict[str, Node] = {}
        attributes: dict[str, RawAttribute] = {}
        for entry in node.entries:
            if entry.key.raw in _ANCHOR_KEYS:
                known[entry.key.raw] = entry.value
            else:
                attributes[entry.key.raw] = RawAttribute(self.written(entry.value), entry.value.start, entry.value.end)
        words = self.words(known.get("words"))
        places: tuple[tuple[int, int], ...] = ()
        if "spans" in known:
            written = self.spans(known["spans"])
            spans = tuple(span for span, _ in written)
            places = tuple(place for _, place in written)
        else:
            spans = self.by_words(words, known)
        pointed = known.get("words") or known.get("spans") or node
        id = known.get("id")
        kind = known.get("kind")
        return RawAnnotation(
            kind.raw if isinstance(kind, Scalar) else None,
            spans,
            pointed.start,
            pointed.end,
            id=RawAttribute(id.raw, id.start, id.end) if isinstance(id, Scalar) else None,
            attributes=attributes,
            stored_words=words if "spans" in known else None,
            span_places=places,
        )

    def written(self, node: Node) -> str | list[str]:
        if isinstance(node, Scalar):
            return node.raw
        if isinstance(node, Sequence):
            return [str(self.written(item)) for item in node.items]
        self.complain(ReaderCode.UNREADABLE_VALUE, "an annotation's field is a value or a list, not a table", node)
        return ""

    def words(self, node: Node | None) -> tuple[str, ...] | None:
        if node is None:
            return None
        written = self.written(node)
        return tuple(written) if isinstance(written, list) else (written,)

    def spans(self, node: Node) -> list[tuple[Span, tuple[int, int]]]:
        """The spans in order, and where in the file each is written."""
        items = node.items if isinstance(node, Sequence) else ()
        if len(items) == 2 and all(isinstance(item, Scalar) for item in items):
            items = (node,)
        found = [(span, (item.start, item.end)) for item in items if (span := self.span(item)) is not None]
        if not items and not (isinstance(node, Sequence) and not node.items):
            self.complain(ReaderCode.SPAN_OUTSIDE_TEXT, "spans are pairs of offsets", node, "write [[start, end]]")
        return sorted(found)

    def span(self, node: Node) -> Span | None:
        items = node.items if isinstance(node, Sequence) else ()
        ends = [item.value for item in items if isinstance(item, Scalar) and type(item.value) is int]
        if len(ends) != 2 or len(items) != 2:
            self.complain(
                ReaderCode.SPAN_OUTSIDE_TEXT,
                "a span is a pair of offsets",
                node,
                "write [start, end], counted in code points from 0",
            )
            return None
        start, end = int(str(ends[0])), int(str(ends[1]))
        if not 0 <= start <= end <= len(self.text):
            where = (
                "ends before it begins"
                if end < start
                else f"lies outside the text, which has {len(self.text):,} code points"
            )
            self.complain(ReaderCode.SPAN_OUTSIDE_TEXT, f"the span {start}..{end} {where}", node)
            return None
        return Span(start, end)

    def by_words(self, words: tuple[str, ...] | None, known: dict[str, Node]) -> tuple[Span, ...]:
        found = []
        for fragment in words or ():
            node = known["words"]
            start = self.text.find(fragment)
            if start < 0 or not fragment:
                self.complain(
                    ReaderCode.ANCHOR_NOT_FOUND,
                    f"these words do not stand in the text: {fragment!r}",
                    node,
                    "copy them from the text, letter by letter",
                )
            elif self.text.find(fragment, start + 1) >= 0:
                count = self.text.count(fragment)
                self.complain(
                    ReaderCode.AMBIGUOUS_ANCHOR,
                    f"these words stand in the text {max(count, 2)} times: {fragment!r}",
                    node,
                    "say which with spans: [[start, end]]",
                )
            else:
                found.append(Span(start, start + len(fragment)))
        return tuple(sorted(found))


def standoff_data(document: Document) -> dict[str, Any]:
    """A document as data, in the order in which it is written."""
    found: dict[str, Any] = {"newsfacts": 1, **written_metadata(document)}
    if document.text_file is not None:
        found["source"] = document.text_file
        found["sha256"] = document.source_text.sha256
    else:
        found["text"] = document.text
    found["annotations"] = [annotation_data(document, number) for number in range(len(document.annotations))]
    return found


def annotation_data(document: Document, number: int) -> dict[str, Any]:
    """One annotation as data."""
    annotation = document.annotations[number]
    kind = annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND
    found: dict[str, Any] = {"kind": kind} if kind else {}
    if annotation.id is not None:
        found["id"] = annotation.id
    if annotation.spans:
        found["spans"] = [[span.start, span.end] for span in annotation.spans]
        words = [span.slice(document.text) for span in annotation.spans]
        found["words"] = words[0] if len(words) == 1 else words
    return {**found, **written_fields(annotation, document)}
