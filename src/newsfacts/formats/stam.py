"""STAM (stand-off text annotation model) in JSON: a store of texts, vocabularies and annotations.

    {"@type": "Annotation", "@id": "A1", "data": [{"@type": "AnnotationData", "set": "...", "key": "type", "value": {"@type": "String", "value": "claim"}}],
     "target": {"@type": "TextSelector", "resource": "story", "offset": {"begin": {"@type": "BeginAlignedCursor", "value": 0}, ...}}}

The label of an annotation is its value for the key `kind`, `type`, `label` or `class`; a mapping says what it means. Other keys are
attributes. An annotation on an annotation has its words and the relation `about`; a directional selector over two annotations is a
relation. Offsets are code points. Files that a store includes are read where they are inside the project.
Source: the STAM specification 1.1, and the files of its reference implementation.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import Any

from newsfacts.building.written import written_metadata
from newsfacts.errors import ReadError
from newsfacts.files import inside_project, read_bytes
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.comments import comment_losses
from newsfacts.formats.detection import Sample
from newsfacts.formats.json_nodes import read_json
from newsfacts.formats.json_writer import write_json
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marking import Limits, marked
from newsfacts.formats.marks import Marks
from newsfacts.immutable import define
from newsfacts.model import Document
from newsfacts.raw import Loss, Origin, RawDocument
from newsfacts.strict_yaml import Mapping, Node, Scalar
from newsfacts.strict_yaml.tables import Shapes, items_of
from newsfacts.text.source import SourceText, decode
from newsfacts.text.spans import Span

__all__ = ["fits", "losses", "read", "write"]

MAX_INCLUDED = 8
"""How many files may include the next one in a row."""

_SET = "https://newsfacts.example/ns#"
_LABELS = ("kind", "type", "label", "class")
_UNLABELLED = "annotation"
_HEAD, _RELATION, _ABOUT, _RESOURCE = "newsfacts_head", "relation", "about", "text"


def fits(sample: Sample) -> bool:
    """Whether a file is a store of annotations."""
    return sample.record.get("@type") == "AnnotationStore"


def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """A document for each text of a store."""
    store = _Store(text, path, mapping)
    store.read()
    yield from store.documents()


@define
class _Resource:
    """One text: its marks, and where it is in the file or which file it is."""

    marks: Marks
    text_path: str | None
    text_range: tuple[int, int]
    fields: dict[str, Any]


class _Store(Shapes):
    """Reads one file, and takes over what the files that it includes define."""

    def __init__(self, text: str, path: str | None, mapping: LabelMapping, *, depth: int = 0) -> None:
        super().__init__(ProblemList(), path, SourceText(text), code=ReaderCode.BROKEN_MARKUP)
        self.mapping = mapping
        self.depth = depth
        self.resources: dict[str, _Resource] = {}
        self.data: dict[tuple[str, str], tuple[str, Node]] = {}
        self.spans: dict[str, tuple[str, tuple[Span, ...]]] = {}
        self.node: Mapping | None = None

    def read(self) -> None:
        """Read the file."""
        expected = 'a store is a table with "@type": "AnnotationStore"'
        node = self.node = self.root(read_json(self.source.string), expected, if_empty=expected)
        if node is None:
            return
        if self.text_of(node, "@type") != "AnnotationStore":
            self.complain("this is not a store of annotations", node.get("@type") or node, expected)
            return
        included = node.get("@include")
        if included is not None:
            self.take_over(included)
        for resource in self.tables(node.get("resources"), "resources", "a text", '{"@id": "story", "text": "..."}'):
            self.resource(resource)
        for dataset in self.tables(node.get("annotationsets"), "annotationsets", "a set", '{"@id": "..."}'):
            self.dataset(dataset)
        for annotation in self.tables(node.get("annotations"), "annotations", "an annotation", '{"@id": "A1"}'):
            self.annotation(annotation)

    def documents(self) -> Iterator[RawDocument]:
        """A document for each text; an empty one with the problems where there is none."""
        problems = self.problems
        resources = list(self.resources.values())
        if not resources:
            if self.node is not None and not problems:
                self.complain("this store has no text", self.node, "add a resource with its text")
            resources = [_Resource(Marks(self.source, self.path, "", self.mapping), None, (0, 0), {})]
        for resource in resources:
            resource.marks.problems[:0] = problems
            problems = ProblemList()  # those of the file belong to its first document
            origin = Origin(
                path=self.path, source=self.source, text_path=resource.text_path, text_range=resource.text_range
            )
            yield resource.marks.document(origin=origin, **resource.fields)

    # -- files that are included
    def content(self, node: Node) -> tuple[str, str] | None:
        """The content and the path of an included file; None, with a problem, where it cannot be read."""
        name = node.raw if isinstance(node, Scalar) else ""
        wanted = inside_project(os.path.dirname(self.path or ""), name) if ":" not in name and name else None
        if wanted is None or self.depth >= MAX_INCLUDED:
            why = "is included too deeply" if wanted is not None else "is not a file of this project"
            self.report(ReaderCode.CHANGED_TEXT, f"the included file {name!r} {why}", node)
            return None
        try:
            return decode(read_bytes(wanted)).text, str(wanted)
        except OSError as error:
            reason = error.strerror or type(error).__name__
        except ReadError as error:
            reason = error.message
        self.report(ReaderCode.CHANGED_TEXT, f"the included file {name!r} cannot be read: {reason}", node)
        return None

    def take_over(self, node: Node) -> None:
        """Take over the texts and the sets of a store that this one includes; its annotations are those of its own file."""
        found = self.content(node)
        if found is None:
            return
        other = _Store(found[0], found[1], self.mapping, depth=self.depth + 1)
        other.read()
        self.data |= other.data
        self.spans |= other.spans
        for id, resource in other.resources.items():
            marks = Marks(self.source, self.path, resource.marks.text, self.mapping)
            if resource.marks.marks:
                what = "annotations of the included file, which is to be read itself"
                marks.lose(what, f"{len(resource.marks.marks):,} in {_word(node)}", node.start, node.end)
            self.resources[id] = _Resource(marks, resource.text_path, (0, 0), {})

    def resource(self, node: Mapping) -> None:
        """One text."""
        text, included = node.get("text"), node.get("@include")
        id = self.text_of(node, "@id") or (included.raw if isinstance(included, Scalar) else "")
        if isinstance(text, Scalar):
            marks = Marks(self.source, self.path, text.raw, self.mapping)
            self.resources[id] = _Resource(marks, None, (text.start, text.end), {})
        elif included is not None and (found := self.content(included)) is not None:
            words, path = found
            if path.endswith(".json"):
                inner = read_json(words).node
                written = inner.get("text") if isinstance(inner, Mapping) else None
                words = written.raw if isinstance(written, Scalar) else ""
            self.resources[id] = _Resource(Marks(self.source, self.path, words, self.mapping), path, (0, 0), {})

    def dataset(self, node: Mapping) -> None:
        """One vocabulary: keys and values that annotations refer to by id."""
        id = self.text_of(node, "@id")
        included = node.get("@include")
        inner: Node | None = node
        if included is not None:
            found = self.content(included)
            inner = read_json(found[0]).node if found is not None else None
        listed = inner.get("data") if isinstance(inner, Mapping) else None
        for data in items_of(listed):
            if isinstance(data, Mapping):
                name, value = _word(data.get("@id")), data.get("value")
                if name and value is not None:
                    self.data[id, name] = (_key(data), value)

    # -- annotations
    def annotation(self, node: Mapping) -> None:
        """One annotation, a relation between two, or the head of a text."""
        values = [pair for item in items_of(node.get("data")) for pair in self.values(item)]
        target = node.get("target")
        if not isinstance(target, Mapping):
            self.complain("this annotation has no target", target or node)
            return
        id = self.text_of(node, "@id") or f"annotation{node.start}"
        related = self.related(target)
        resource_id, spans = self.places(target)
        resource = self.resources.get(resource_id)
        if resource is None:
            self.report(ReaderCode.DANGLING_REFERENCE, f"no text has the id {resource_id!r}", target)
            return
        written = dict(reversed(values))  # the first value of each key
        if _HEAD in written:
            self.head(written[_HEAD], resource, node)
        elif len(related) == 2 and self.text_of(target, "@type") == "DirectionalSelector":
            name = written.get(_RELATION, written.get(_label_key(written), _UNLABELLED))
            resource.marks.relation(name, related[0], related[1], node.start, node.end)
        else:
            self.spans[id] = (resource_id, spans)
            self.mark(node, id, values, spans, resource.marks)
            for other in related:
                resource.marks.relation(_ABOUT, id, other, node.start, node.end)

    def head(self, words: str, resource: _Resource, node: Mapping) -> None:
        """The head of a text, which newsfacts writes as JSON."""
        parsed = read_json(words)
        if isinstance(parsed.node, Mapping):
            resource.fields = {"metadata": parsed.node}
        else:
            self.complain("the head of this text is not an object of JSON", node)

    def mark(
        self, node: Mapping, id: str, values: list[tuple[str, str]], spans: tuple[Span, ...], marks: Marks
    ) -> None:
        """Words with a label and attributes."""
        written = dict(reversed(values))
        named = _label_key(written)
        label = written.get(named, _UNLABELLED)
        marks.mark(id, label, spans, node.start, node.end, keeps_id=node.get("@id") is not None)
        marks.without_words.add(id)
        for name, words in values:
            if name == named:
                named = ""  # only the first value of the key is the label
            else:
                marks.attribute(id, name, words, node.start, node.end)

    def values(self, node: Node) -> Iterator[tuple[str, str]]:
        """The key and the words of one piece of data, written here or in a set."""
        if not isinstance(node, Mapping):
            return
        value, key = node.get("value"), _key(node)
        if value is None:
            id, name = _word(node.get("@id")), _word(node.get("set"))
            found = self.data.get((name, id))
            if found is None:
                self.report(ReaderCode.DANGLING_REFERENCE, f"the set {name!r} has no data {id!r}", node)
                return
            key, value = found
        for words in _words(value):
            yield key, words

    def related(self, target: Mapping) -> list[str]:
        """The annotations that a target refers to."""
        selectors = items_of(target.get("selectors")) or (target,)
        tables = [each for each in selectors if isinstance(each, Mapping)]
        return [_word(each.get("annotation")) for each in tables if _word(each.get("@type")) == "AnnotationSelector"]

    def places(self, target: Mapping) -> tuple[str, tuple[Span, ...]]:
        """The text that a target is in, and the spans of it."""
        kind = _word(target.get("@type"))
        selectors = [each for each in items_of(target.get("selectors")) if isinstance(each, Mapping)]
        if selectors:
            found = [self.places(each) for each in selectors]
            return found[0][0], tuple(sorted({span for _, spans in found for span in spans}))
        if kind == "AnnotationSelector":
            id, (resource, spans) = (
                _word(target.get("annotation")),
                self.spans.get(_word(target.get("annotation")), ("", ())),
            )
            if id not in self.spans:
                self.report(ReaderCode.DANGLING_REFERENCE, f"no annotation before this one has the id {id!r}", target)
                resource = next(iter(self.resources), "")
            if isinstance(target.get("offset"), Mapping) and len(spans) == 1:
                inner = self.span(target, spans[0].start, spans[0].end)
                spans = (inner,) if inner is not None else ()
            return resource, spans
        resource = _word(target.get("resource"))
        if kind == "TextSelector" and resource in self.resources:
            span = self.span(target, 0, len(self.resources[resource].marks.text))
            return resource, (span,) if span is not None else ()
        if kind not in ("TextSelector", "ResourceSelector"):
            words = self.source.slice(target.start, target.end)
            for each in list(self.resources.values())[:1]:
                each.marks.lose("a selector that does not select words of a text", words, target.start, target.end)
                resource = next(iter(self.resources))
        return resource, ()

    def span(self, target: Mapping, begin: int, end: int) -> Span | None:
        """The span of an offset within a range of the text, counted from its begin or its end."""
        offset = target.get("offset")
        cursors = [offset.get(key) if isinstance(offset, Mapping) else None for key in ("begin", "end")]
        found = []
        for cursor in cursors:
            value = cursor.get("value") if isinstance(cursor, Mapping) else None
            if not isinstance(cursor, Mapping) or not isinstance(value, Scalar) or type(value.value) is not int:
                self.report(
                    ReaderCode.SPAN_OUTSIDE_TEXT, "an offset has a begin and an end, each with a whole number", target
                )
                return None
            found.append(value.value + (end if _word(cursor.get("@type")) == "EndAlignedCursor" else begin))
        first, last = found
        if begin <= first <= last <= end:
            return Span(first, last)
        message = f"the span {first}..{last} lies outside the words {begin}..{end} that it counts in"
        self.report(ReaderCode.SPAN_OUTSIDE_TEXT, message, target)
        return None


def _word(node: Node | None) -> str:
    return node.raw if isinstance(node, Scalar) else ""


def _label_key(written: dict[str, str]) -> str:
    """The key whose value is the label of an annotation; "" where it has none."""
    return next((key for key in _LABELS if key in written), "")


def _key(data: Mapping) -> str:
    """The name of the key of a piece of data."""
    key = data.get("key")
    return _word(key.get("@id")) if isinstance(key, Mapping) else _word(key)


def _words(value: Node) -> list[str]:
    """The single values of a typed value; a list has several."""
    inner = value.get("value") if isinstance(value, Mapping) else value
    if isinstance(value, Mapping) and _word(value.get("@type")) == "Bool" and isinstance(inner, Scalar):
        return ["yes" if inner.value else "no"]
    return [
        words for item in items_of(inner) for words in (_words(item) if isinstance(item, Mapping) else [_word(item)])
    ]


# -- writing -----------------------------------------------------------------------------------------------------------

_LIMITS = Limits(has_placeless=True, has_empty=True)


def losses(document: Document, mapping: LabelMapping) -> Iterable[Loss]:
    """What of a document a store has no place for: comments."""
    yield from marked(document, mapping, _LIMITS).losses
    yield from comment_losses(document)


def write(document: Document, mapping: LabelMapping) -> str:
    """A store with the text, and every annotation and relation."""
    found = marked(document, mapping, _LIMITS)
    annotations = []
    head = written_metadata(document)
    if head:
        words = json.dumps(head, ensure_ascii=False, default=str)
        annotations.append(_annotation("newsfacts-head", [(_HEAD, words)], _selector(None)))
    for mark in found.marks:
        selectors = [_selector(span) for span in mark.spans] or [_selector(None)]
        target = selectors[0] if len(selectors) == 1 else {"@type": "CompositeSelector", "selectors": selectors}
        values = [
            ("kind", mark.label),
            *((name, value) for name, several in mark.attributes.items() for value in several),
        ]
        annotations.append(_annotation(mark.id, values, target))
    for number, relation in enumerate(found.relations, 1):
        ends = [{"@type": "AnnotationSelector", "annotation": id} for id in (relation.source, relation.target)]
        target = {"@type": "DirectionalSelector", "selectors": ends}
        annotations.append(_annotation(f"newsfacts-relation-{number}", [(_RELATION, relation.name)], target))
    keys = sorted({data["key"] for annotation in annotations for data in annotation["data"]})
    store = {
        "@type": "AnnotationStore",
        "resources": [{"@type": "TextResource", "@id": _RESOURCE, "text": document.text}],
        "annotationsets": [
            {
                "@type": "AnnotationDataSet",
                "@id": _SET,
                "keys": [{"@type": "DataKey", "@id": key} for key in keys],
                "data": [],
            }
        ],
        "annotations": annotations,
    }
    return write_json(store, indent=2) + "\n"


def _annotation(id: str, values: list[tuple[str, str]], target: dict[str, Any]) -> dict[str, Any]:
    data = [
        {"@type": "AnnotationData", "set": _SET, "key": key, "value": {"@type": "String", "value": value}}
        for key, value in values
    ]
    return {"@type": "Annotation", "@id": id, "target": target, "data": data}


def _selector(span: Span | None) -> dict[str, Any]:
    """A selector of a span, or of the whole text."""
    if span is None:
        return {"@type": "ResourceSelector", "resource": _RESOURCE}
    cursors = {
        key: {"@type": "BeginAlignedCursor", "value": value}
        for key, value in (("begin", span.start), ("end", span.end))
    }
    return {"@type": "TextSelector", "resource": _RESOURCE, "offset": {"@type": "Offset", **cursors}}
