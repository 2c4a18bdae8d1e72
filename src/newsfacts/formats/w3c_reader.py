"""Reads Web Annotations: which annotations a file has, what each says, and the text that it is about."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from newsfacts.errors import ReadError
from newsfacts.files import inside_project, read_bytes
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marks import Marks
from newsfacts.formats.w3c import HEAD, ID_PREFIX, RELATIONS, TEXT, VALUES
from newsfacts.formats.w3c_files import AnnotationFile
from newsfacts.formats.w3c_model import types_of
from newsfacts.formats.w3c_selectors import Selection, SelectorReader
from newsfacts.raw import Origin, RawDocument
from newsfacts.strict_yaml import Entry, Mapping, Node, Scalar, Sequence
from newsfacts.strict_yaml.tables import items_of
from newsfacts.text.source import SourceText, decode
from newsfacts.text.spans import Span

__all__ = ["read_annotations"]

MAX_ANNOTATIONS = 1_000_000
"""How many annotations a file may have."""

_TAGS = ("tagging", "classifying", "identifying")
_PASSED_OVER = frozenset({
    "@context", "id", "type", "body", "bodyValue", "target", "motivation", VALUES, RELATIONS,
})  # fmt: skip
_DEFAULT_LABEL = "annotation"


def read_annotations(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """A document for each source that is annotated; one without annotations where there are none."""
    file = AnnotationFile(text, path)
    by_source: dict[str, list[Mapping]] = {}
    for annotation in file.annotations[:MAX_ANNOTATIONS]:
        by_source.setdefault(file.checker.source_of(annotation), []).append(annotation)
    own_text = file.collection.get(TEXT) if file.collection is not None else None
    if isinstance(own_text, Scalar):
        by_source = {"": [annotation for same in by_source.values() for annotation in same]}
    problems, not_read = file.problems, file.not_read
    for name, same in by_source.items() or [("", [])]:
        reader = _DocumentReader(file.source, path, mapping, problems, name, own_text)
        for number, annotation in enumerate(same, 1):
            reader.annotation(annotation, number)
        for page in not_read:
            reader.marks.lose("a page of annotations that is elsewhere", page.raw, *_range(page))
        yield reader.document(file.collection)
        problems, not_read = ProblemList(), []  # those of the file belong to its first document


class _DocumentReader:
    """Reads the annotations of one source."""

    def __init__(
        self,
        source: SourceText,
        path: str | None,
        mapping: LabelMapping,
        problems: ProblemList,
        name: str,
        text: Node | None,
    ) -> None:
        self.path = path
        self.name = name
        self.text_path: str | None = None
        self.text_range = (text.start, text.end) if isinstance(text, Scalar) else (0, 0)
        found = text.raw if isinstance(text, Scalar) else self.text_of_source()
        self.marks = Marks(source, path, found or "", mapping, problems)
        self.selectors = SelectorReader(self.marks, has_text=found is not None)

    def text_of_source(self) -> str | None:
        """The text of the source: a text file with its name, or with that of the file, next to the file."""
        if self.path is None:
            return None
        last = unquote(re.split(r"[/#?]", self.name.rstrip("/"))[-1]) if self.name else ""
        stem = os.path.basename(self.path).partition(".")[0]
        folder = os.path.dirname(self.path)
        for name in (last, f"{os.path.splitext(last)[0]}.txt", f"{stem}.txt"):
            wanted = inside_project(folder, name) if name.endswith(".txt") and len(name) > 4 else None
            if wanted is not None and os.path.isfile(wanted):
                try:
                    found = decode(read_bytes(wanted)).text
                except (OSError, ReadError):
                    continue
                self.text_path = str(wanted)
                return found
        return None

    def document(self, collection: Mapping | None) -> RawDocument:
        """The document, with the head that a collection of ours has."""
        marks = self.marks
        head = collection.get(HEAD) if collection is not None else None
        origin = Origin(path=self.path, source=marks.source, text_path=self.text_path, text_range=self.text_range)
        fields: dict[str, Any] = {"metadata": head} if isinstance(head, Mapping) and head.entries else {}
        return marks.document(origin=origin, **fields)

    def annotation(self, node: Mapping, number: int) -> None:
        """One annotation."""
        marks = self.marks
        given = node.get("id")
        id = given.raw if isinstance(given, Scalar) else f"annotation{number}"
        name = unquote(id.removeprefix(ID_PREFIX)) if id.startswith(ID_PREFIX) else id
        label, rest = self.label_and_bodies(node)
        selections = [each for target in items_of(node.get("target")) for each in self.selectors.target(target)]
        spans = sorted([selection.span for selection in selections if selection.span is not None])
        values = node.get(VALUES)
        has_no_id = isinstance(values, Mapping) and values.get("newsfacts_has_no_id") is not None
        keeps_id = isinstance(given, Scalar) and not has_no_id
        if name in marks.marks:
            marks.report(ReaderCode.DUPLICATE_ID, f"the id {id!r} is already taken", *_range(given or node), "give each annotation its own")  # fmt: skip
            name, keeps_id = f"{name}@{number}", False
        raw = marks.mark(
            name, label, tuple(spans), node.start, node.end, id_place=_range(given or node), keeps_id=keeps_id
        )
        raw.stored_words = self.stored(selections, spans)
        marks.without_words.add(name)
        if not spans:
            self.keep_words(name, selections)
        for body in rest:
            self.body(name, body)
        self.other_properties(name, node)
        self.own_properties(name, values, node.get(RELATIONS))

    def own_properties(self, name: str, values: Node | None, relations: Node | None) -> None:
        """The fields and the references that newsfacts wrote."""
        for entry in values.entries if isinstance(values, Mapping) else ():
            for item in items_of(entry.value):
                if isinstance(item, Scalar) and entry.key.raw != "newsfacts_has_no_id":
                    self.marks.attribute(name, entry.key.raw, item.raw, *_range(item))
        for entry in relations.entries if isinstance(relations, Mapping) else ():
            for item in items_of(entry.value):
                if isinstance(item, Scalar):
                    target = unquote(item.raw.removeprefix(ID_PREFIX)) if item.raw.startswith(ID_PREFIX) else item.raw
                    self.marks.relation(entry.key.raw, name, target, *_range(item))

    def stored(self, selections: list[Selection], spans: list[Span]) -> tuple[str, ...] | None:
        """The words that quotations give to the spans, for those whose place a position says."""
        words = {selection.span: selection.words for selection in selections if selection.span is not None}
        found = [words[span] for span in spans]
        return tuple([each for each in found if each is not None]) if found and None not in found else None

    def keep_words(self, name: str, selections: list[Selection]) -> None:
        """Keep the words of an annotation whose place is not known."""
        words = [selection.words for selection in selections if selection.words]
        if words:
            start, end = selections[0].start, selections[0].end
            self.marks.attribute(name, "lost", " ".join(words), start, end)

    def label_and_bodies(self, node: Mapping) -> tuple[str, list[Node]]:
        """The label: the value of a body that tags, or else the motivation; and the other bodies."""
        bodies = [inner for body in items_of(node.get("body")) for inner in _members(body)]
        tags = [body for body in bodies if _is_tag(body, node)]
        motivation = node.get("motivation")
        label = _value_of(tags[0]) if tags else motivation.raw if isinstance(motivation, Scalar) else _DEFAULT_LABEL
        rest = [body for body in bodies if not tags or body is not tags[0]]
        plain = node.get("bodyValue")
        return label, [*rest, plain] if plain is not None else rest

    def body(self, name: str, body: Node) -> None:
        """A body that is not the label: a text is a note, a resource is kept by its address; more about it is a loss."""
        if isinstance(body, Scalar):
            is_text = not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", body.raw)
            self.marks.attribute(name, "note" if is_text else "body", body.raw, *_range(body))
            return
        if not isinstance(body, Mapping):
            return
        value, id = _value_of(body), body.get("id") or body.get("source")
        kept = {"value", "id", "source", "type", "purpose"}
        if value:
            self.marks.attribute(name, "tag" if _is_tag(body, None) else "note", value, *_range(body))
            format = body.get("format")
            if isinstance(format, Scalar) and format.raw == "text/plain":
                kept.add("format")
        elif isinstance(id, Scalar):
            self.marks.attribute(name, "body", id.raw, *_range(id))
        self.lose_rest(name, "of a body", body, kept)

    def other_properties(self, name: str, node: Mapping) -> None:
        """What else an annotation says: single values are fields of the same name, anything else is a loss."""
        for entry in node.entries:
            if entry.key.raw not in _PASSED_OVER:
                self.other_property(name, entry)
        motivation = node.get("motivation")
        if isinstance(motivation, Scalar) and motivation.raw not in ("tagging", "classifying"):
            self.marks.attribute(name, "motivation", motivation.raw, *_range(motivation))

    def other_property(self, name: str, entry: Entry) -> None:
        """One property: its values, or the id or the name of a table."""
        key, value = entry.key.raw, entry.value
        single = [item for item in items_of(value) if isinstance(item, Scalar)]
        if len(single) == len(items_of(value)):
            for item in single:
                self.marks.attribute(name, key, item.raw, *_range(item))
            return
        for named in ("id", "name"):
            inner = value.get(named) if isinstance(value, Mapping) else None
            if isinstance(value, Mapping) and isinstance(inner, Scalar):
                self.marks.attribute(name, key, inner.raw, *_range(value))
                self.lose_rest(name, f"of {key}", value, {named, "type"})
                return
        self.marks.lose(f"the property {key}", self.marks.source.slice(*_range(value)), *_range(value), name, key)

    def lose_rest(self, name: str, what: str, node: Mapping, kept: set[str]) -> None:
        """Note the properties of a table that are not taken over."""
        for entry in node.entries:
            if entry.key.raw not in kept:
                words = self.marks.source.slice(entry.value.start, entry.value.end)
                self.marks.lose(f"{entry.key.raw} {what}", words, *_range(entry.value), name)


def _range(node: Node) -> tuple[int, int]:
    return node.start, node.end


def _members(body: Node) -> list[Node]:
    """A body, or those that one consists of."""
    if isinstance(body, Mapping) and isinstance(body.get("items"), Sequence):
        return [inner for item in items_of(body.get("items")) for inner in _members(item)]
    return [body]


def _is_tag(body: Node, annotation: Mapping | None) -> bool:
    """Whether a body is a tag: it says so, or the annotation tags and it says nothing else."""
    if not isinstance(body, Mapping) or not _value_of(body):
        return False
    purpose = body.get("purpose")
    if purpose is not None:
        return any(isinstance(item, Scalar) and item.raw in _TAGS for item in items_of(purpose))
    motivation = annotation.get("motivation") if annotation is not None else None
    return "oa:Tag" in types_of(body) or (isinstance(motivation, Scalar) and motivation.raw in _TAGS)


def _value_of(body: Node) -> str:
    """The text of a textual body."""
    value = body.get("value") if isinstance(body, Mapping) else None
    return value.raw if isinstance(value, Scalar) else ""
