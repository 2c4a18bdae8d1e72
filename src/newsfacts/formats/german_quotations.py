"""The JSON of the corpus German News Quotation Attribution 2024: one article, and what is said in it. It is only read.

    {"originalText": "...", "annotations": [{"id": "...", "type": "Indirect", "medium": "Speech", "quote": {"spans": [{"charBegin": 0, "charEnd": 9}]},
                                             "cue": {...}, "speaker": {...}, "frame": {...}, "addressee": {...}}]}

Every annotation becomes an attribution; its words are those of its frame together with those of its parts. A part without spans is
missing. Offsets are code points of `originalText`; sentences and tokens are not read, for they do not make up the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.detection import Sample
from newsfacts.formats.json_nodes import read_json
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marks import Marks
from newsfacts.raw import Origin, RawDocument
from newsfacts.strict_yaml import Mapping, Scalar
from newsfacts.strict_yaml.tables import Shapes, items_of
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span, normalize

__all__ = ["fits", "read"]

_PARTS = ("speaker", "cue", "quote", "addressee")
_PASSED_OVER = frozenset({"id", "isNested", "hasNested", "frame", *_PARTS})
_TEXT = "originalText"


def fits(sample: Sample) -> bool:
    """Whether a file has an original text and annotations of it."""
    return _TEXT in sample.record and "annotations" in sample.record


def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """The one article of a file."""
    source, problems = SourceText(text), ProblemList()
    shapes = Shapes(problems, path, source)
    expected = f"an article is a table with {_TEXT} and annotations"
    root = shapes.root(read_json(text), expected, if_empty=expected) or Mapping((), 0, 0)
    written = root.get(_TEXT)
    if not isinstance(written, Scalar):
        shapes.report(ReaderCode.CHANGED_TEXT, "this article has no text", written or root)
        written = Scalar("", "", 0, 0)
    marks = Marks(source, path, written.raw, mapping, problems)
    tables = shapes.tables(root.get("annotations"), "annotations", "an annotation", '{"type": "Direct"}')
    for number, node in enumerate(tables, 1):
        _annotation(node, number, marks, shapes)
    yield marks.document(origin=Origin(path=path, source=source, text_range=(written.start, written.end)))


def _annotation(node: Mapping, number: int, marks: Marks, shapes: Shapes) -> None:
    """One annotation: its parts, and then itself around them."""
    id = shapes.text_of(node, "id") or str(number)
    parts = {name: _spans(node.get(name), marks, shapes) for name in (*_PARTS, "frame")}
    around = normalize(span for spans in parts.values() for span in spans)
    marks.mark(id, "annotation", around, node.start, node.end)
    for name in _PARTS:
        if parts[name]:
            place = node.get(name) or node
            marks.mark(f"{id}-{name}", name, parts[name], place.start, place.end, keeps_id=False)
            marks.relation(name, id, f"{id}-{name}", place.start, place.end)
    for entry in node.entries:
        if entry.key.raw not in _PASSED_OVER and isinstance(entry.value, Scalar):
            marks.attribute(id, entry.key.raw, entry.value.raw, entry.value.start, entry.value.end)


def _spans(node: object, marks: Marks, shapes: Shapes) -> tuple[Span, ...]:
    """The spans of a part; none where it is missing."""
    found = []
    for each in items_of(node.get("spans")) if isinstance(node, Mapping) else ():
        ends = [each.get(key) if isinstance(each, Mapping) else None for key in ("charBegin", "charEnd")]
        numbers = [end.value for end in ends if isinstance(end, Scalar) and type(end.value) is int]
        if len(numbers) != 2:
            shapes.report(ReaderCode.SPAN_OUTSIDE_TEXT, "a span has charBegin and charEnd", each)
        elif (span := marks.span(numbers[0], numbers[1], each.start, each.end)) is not None:
            found.append(span)
    return tuple(sorted(found))
