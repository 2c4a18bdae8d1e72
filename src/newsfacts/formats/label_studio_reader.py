"""Reads tasks of Label Studio: which text is marked, what its offsets count, and who marked it."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.heads import head_of
from newsfacts.formats.json_records import HEAD, RELATIONS, VALUES, records_of, single, take_own, whole_number
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marks import Marks
from newsfacts.formats.offset_units import OffsetUnit, UnitFinder
from newsfacts.immutable import frozen
from newsfacts.raw import Origin, RawDocument
from newsfacts.strict_yaml import Mapping, Node, Scalar
from newsfacts.strict_yaml.tables import items_of
from newsfacts.text.source import SourceText

__all__ = ["read_tasks"]

_WITHOUT_ID = "newsfacts_without_id"
_LABELS = ("labels", "hypertextlabels", "paragraphlabels")
_UNITS = (OffsetUnit.CODE_POINTS, OffsetUnit.UTF16)
_OWN = (HEAD, VALUES, RELATIONS, _WITHOUT_ID)


def read_tasks(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """A document for each annotation and each prediction of each task; one without annotations for a task without any."""
    source = SourceText(text)
    for record, problems in records_of(source, path, "a task of Label Studio"):
        data = record.get("data") if record is not None else None
        if record is None or not isinstance(data, Mapping):
            marks = Marks(source, path, "", mapping, problems)
            if record is not None:
                marks.report(ReaderCode.BROKEN_YAML, "a task has data", record.start, record.end)
            yield marks.document()
            continue
        task = _Task(source, path, mapping, data)
        results = [(item, False) for key in ("annotations", "completions") for item in items_of(record.get(key))]
        results += [(item, True) for item in items_of(record.get("predictions"))]
        results = results or [(Mapping((), record.start, record.start), False)]
        for number, (item, is_prediction) in enumerate(results):
            own = problems if number == 0 else ProblemList()  # those of the file belong to its first document
            yield task.document(item, own, is_prediction=is_prediction)


@frozen
class _Region:
    """A labelled stretch of a text."""

    id: str
    label: str
    pair: tuple[int, int]
    words: str | None
    node: Mapping


class _Task:
    """One task: its data, and the documents that its annotations make of it."""

    def __init__(self, source: SourceText, path: str | None, mapping: LabelMapping, data: Mapping) -> None:
        self.source = source
        self.path = path
        self.mapping = mapping
        self.data = data

    def document(self, item: Node, problems: ProblemList, *, is_prediction: bool) -> RawDocument:
        """The document of one annotation or prediction."""
        items = items_of(item.get("result")) if isinstance(item, Mapping) else ()
        regions = [region for each in items if (region := _region(each)) is not None]
        chosen = self.text_for(regions, items)
        marks = Marks(self.source, self.path, chosen[1] if chosen is not None else "", self.mapping, problems)
        cancelled = single(item, "was_cancelled") if isinstance(item, Mapping) else None
        if chosen is None:
            marks.lose("a task without a text", self.slice(self.data), self.data.start, self.data.end)
            regions = []
        if cancelled is not None and cancelled.value is True:
            for each in items:
                marks.lose("part of an annotation that was cancelled", self.slice(each), each.start, each.end)
        else:
            self.take(marks, regions, items, is_prediction=is_prediction)
        head = take_own(marks, self.data, {})
        head = head or head_of(_annotator(item, is_prediction=is_prediction), item.start, item.end)
        node = chosen[0] if chosen is not None else self.data
        self.lose_other_data(marks, node)
        return marks.document(
            origin=Origin(path=self.path, source=self.source, text_range=(node.start, node.end)), **head
        )

    def slice(self, node: Node) -> str:
        return self.source.slice(node.start, node.end)

    def text_for(self, regions: list[_Region], items: tuple[Node, ...]) -> tuple[Scalar, str] | None:
        """The value of the data that the regions mark, and its text: the one that has their words, or else `text`, or the only one."""
        texts = [
            (entry.key.raw, entry.value) for entry in self.data.entries
            if isinstance(entry.value, Scalar) and isinstance(entry.value.value, str) and entry.key.raw not in _OWN
        ]  # fmt: skip
        is_html = any(_type_of(each) == "hypertextlabels" for each in items)
        readings = [(key, node, _without_tags(node.raw) if is_html else node.raw) for key, node in texts]
        pairs, words = [region.pair for region in regions], [region.words for region in regions]
        if regions and any(words):
            for _, node, text in readings:
                finder = UnitFinder(text)
                if any(finder.fits(pairs, words, unit) for unit in _UNITS):
                    return node, text
        named = [(node, text) for key, node, text in readings if key == "text"]
        is_text = bool(regions) or not items
        return named[0] if named else (readings[0][1:] if len(readings) == 1 and is_text else None)

    def take(self, marks: Marks, regions: list[_Region], items: tuple[Node, ...], *, is_prediction: bool) -> None:
        """Take down the regions, their further values, and the relations between them."""
        finder = UnitFinder(marks.text)
        pairs, words = [region.pair for region in regions], [region.words for region in regions]
        unit = finder.unit(pairs, words, _UNITS)
        nodes = {id(region.node) for region in regions}
        without_id = {each.raw for each in items_of(self.data.get(_WITHOUT_ID)) if isinstance(each, Scalar)}
        for region in regions:
            start, end = region.node.start, region.node.end
            span = finder.span(*region.pair, unit) if unit is not None else None
            if unit is None:
                message = f"the offsets {region.pair[0]}..{region.pair[1]} may be code points or UTF-16 units, and no words say which"
                marks.report(ReaderCode.SPAN_OUTSIDE_TEXT, message, start, end)
            elif span is None:
                marks.report(
                    ReaderCode.SPAN_OUTSIDE_TEXT,
                    f"the span {region.pair[0]}..{region.pair[1]} lies outside the text",
                    start,
                    end,
                )
            stored = (region.words,) if region.words is not None and span is not None else None
            keeps_id = region.id not in without_id
            marks.mark(
                region.id,
                region.label,
                () if span is None else (span,),
                start,
                end,
                stored_words=stored,
                keeps_id=keeps_id,
            )
            if is_prediction:
                marks.attribute(region.id, "draft", "guess", start, end)
        for each in items:
            if id(each) not in nodes:
                self.other(marks, each)

    def other(self, marks: Marks, item: Node) -> None:
        """A relation, a value that belongs to a region, or what has no place here."""
        kind = _type_of(item)
        if isinstance(item, Mapping) and kind == "relation":
            self.relation(marks, item)
        elif not (isinstance(item, Mapping) and self.value_of_region(marks, item, kind)):
            marks.lose(f"a result of the type {kind or 'unknown'}", self.slice(item), item.start, item.end)

    def relation(self, marks: Marks, item: Mapping) -> None:
        """A relation between two regions, once for each of its labels."""
        first, second = (single(item, key) for key in ("from_id", "to_id"))
        if first is None or second is None:
            marks.report(ReaderCode.BROKEN_YAML, "a relation has from_id and to_id", item.start, item.end)
            return
        direction = single(item, "direction")
        if direction is not None and direction.raw == "left":
            first, second = second, first
        for name in [label.raw for label in items_of(item.get("labels")) if isinstance(label, Scalar)] or ["relation"]:
            marks.relation(name, first.raw, second.raw, item.start, item.end)

    def value_of_region(self, marks: Marks, item: Mapping, kind: str) -> bool:
        """Whether an item gives a region a value; then it is taken down."""
        region, field, values = single(item, "id"), single(item, "from_name"), item.get("value")
        given = values.get(kind) or values.get("text") if isinstance(values, Mapping) else None
        if region is None or region.raw not in marks.marks or field is None or given is None:
            return False
        for value in items_of(given):
            if isinstance(value, Scalar):
                marks.attribute(region.raw, field.raw, value.raw, value.start, value.end)
        return True

    def lose_other_data(self, marks: Marks, text: Node) -> None:
        for entry in self.data.entries:
            if entry.value is not text and entry.key.raw not in _OWN:
                marks.lose(f"{entry.key.raw} of the data", self.slice(entry.value), entry.key.start, entry.value.end)


def _type_of(item: Node) -> str:
    found = single(item, "type") if isinstance(item, Mapping) else None
    return found.raw if found is not None else ""


def _region(item: Node) -> _Region | None:
    """A labelled stretch of a text; None for any other result."""
    value = item.get("value") if isinstance(item, Mapping) else None
    if not isinstance(item, Mapping) or not isinstance(value, Mapping):
        return None
    kind = _type_of(item)
    names = [label.raw for label in items_of(value.get(kind)) if isinstance(label, Scalar)]
    places = value.get("globalOffsets") if isinstance(value.get("globalOffsets"), Mapping) else value
    assert isinstance(places, Mapping)
    start, end = whole_number(places.get("start")), whole_number(places.get("end"))
    if kind not in _LABELS or not names or start is None or end is None:
        return None
    id, words = single(item, "id"), single(value, "text")
    return _Region(
        id.raw if id is not None else f"region{item.start}", names[0], (start, end), words.raw if words else None, item
    )


def _annotator(item: Node, *, is_prediction: bool) -> dict[str, Any]:
    """Who made an annotation, as the head of a document has it."""
    if not isinstance(item, Mapping):
        return {}
    key = "model_version" if is_prediction else "completed_by"
    found = item.get(key)
    if isinstance(found, Mapping):
        found = found.get("email") or found.get("id")
    name = found.raw if isinstance(found, Scalar) and found.value is not None else ""
    if is_prediction:
        return {"annotator": f"prediction {name}".strip()}
    return {"annotator": name} if name else {}


class _Text(HTMLParser):
    """The text of a page as a browser has it: without tags, with the characters that references stand for."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def _without_tags(page: str) -> str:
    parser = _Text()
    parser.feed(page)
    parser.close()
    return "".join(parser.parts)
