"""Prodigy, in JSON Lines: a text a line, with labelled spans, relations between them, and what the annotator answered.

    {"text": "Weiss said no.", "spans": [{"start": 0, "end": 5, "token_start": 0, "token_end": 0, "label": "source"}], "answer": "accept"}

Offsets are half-open code points; `token_end` is the last token, inclusive. Spans of a rejected or ignored task are not taken over:
each is a loss. Source: the documentation of Prodigy's interfaces, and the data sets that Explosion publishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from newsfacts.findings import ReaderCode
from newsfacts.formats.comments import comment_losses
from newsfacts.formats.detection import Sample
from newsfacts.formats.heads import head_of
from newsfacts.formats.json_records import (
    HEAD,
    RELATIONS,
    VALUES,
    numbered,
    own_fields,
    own_head,
    records_of,
    single,
    take_own,
    whole_number,
)
from newsfacts.formats.json_writer import write_json
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marking import Gaps, Limits, Mark, marked
from newsfacts.formats.marks import Marks
from newsfacts.model import Document
from newsfacts.raw import Loss, Origin, RawDocument
from newsfacts.strict_yaml import Mapping, Node
from newsfacts.strict_yaml.tables import items_of
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

__all__ = ["fits", "losses", "read", "write"]

ACCEPT = "accept"
_ID = "newsfacts_id"
_ANNOTATORS = ("_annotator_id", "_session_id")
_LIMITS = Limits(name=numbered, gaps=Gaps.LINKED, has_empty=True)
_PASSED_OVER = frozenset({
    "text", "spans", "relations", "answer", "tokens", "_input_hash", "_task_hash", "_view_id", "_timestamp", "_is_binary",
    HEAD, VALUES, RELATIONS, *_ANNOTATORS,
})  # fmt: skip
"""What is read, and what can be worked out again or concerns the tool alone."""


def fits(sample: Sample) -> bool:
    """Whether the first record is a task as Prodigy has it."""
    record = sample.record
    spans = record.get("spans")
    first = spans[0] if isinstance(spans, list) and spans else {}
    is_task = "_task_hash" in record or "_input_hash" in record or record.get("answer") in (ACCEPT, "reject", "ignore")
    has_spans = isinstance(first, dict) and {"start", "end", "label"} <= first.keys()
    return isinstance(record.get("text"), str) and (is_task or has_spans)


def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """A document for each task."""
    source = SourceText(text)
    for record, problems in records_of(source, path, "a Prodigy task"):
        words = single(record, "text") if record is not None else None
        marks = Marks(source, path, words.raw if words is not None else "", mapping, problems)
        if record is None:
            yield marks.document()
        elif words is None:
            marks.report(ReaderCode.BROKEN_YAML, "this task has no text", record.start, record.end)
            yield marks.document()
        else:
            head = _Task(marks, record).read()
            yield marks.document(origin=Origin(path=path, source=source, text_range=(words.start, words.end)), **head)


class _Task:
    def __init__(self, marks: Marks, record: Mapping) -> None:
        self.marks = marks
        self.record = record
        self.names: dict[str, str] = {}
        self.by_place: dict[tuple[int, int, str], str] = {}
        self.tokens: list[tuple[int | None, int | None]] = [
            (whole_number(token.get("start")), whole_number(token.get("end")))
            if isinstance(token, Mapping)
            else (None, None)
            for token in items_of(record.get("tokens"))
        ]

    def read(self) -> dict[str, Any]:
        """Take down the annotations; what the head of the document is read from is returned."""
        answer = single(self.record, "answer")
        spans, relations = (items_of(self.record.get(key)) for key in ("spans", "relations"))
        if answer is not None and answer.raw != ACCEPT:
            for item in (*spans, *relations):
                words = self.marks.source.slice(item.start, item.end)
                self.marks.lose(f"part of a task with the answer {answer.raw}", words, item.start, item.end)
            spans = relations = ()
        for item in spans:
            self.span(item)
        for item in relations:
            self.relation(item)
        for entry in self.record.entries:
            if entry.key.raw not in _PASSED_OVER:
                words = self.marks.source.slice(entry.value.start, entry.value.end)
                self.marks.lose(f"{entry.key.raw} of the task", words, entry.key.start, entry.value.end)
        head = take_own(self.marks, self.record, self.names)
        annotator = next((found for key in _ANNOTATORS if (found := single(self.record, key)) is not None), None)
        if not head and annotator is not None:
            head = head_of({"annotator": annotator.raw}, annotator.start, annotator.end)
        return head

    def span(self, item: Node) -> None:
        """A labelled span, compared with its tokens."""
        found = self.ends_of(item)
        if found is None:
            self.marks.report(ReaderCode.BROKEN_YAML, "a span has start, end and label", item.start, item.end)
            return
        assert isinstance(item, Mapping)
        start, end, label = found
        given = single(item, _ID) or single(item, "id")
        name = f"s{given.raw if given is not None else len(self.names)}"
        self.names[given.raw if given is not None else str(len(self.names))] = name
        self.by_place.setdefault(found, name)
        where = self.marks.span(start, end, item.start, item.end)
        words = single(item, "text")
        stored = (words.raw,) if words is not None and where is not None else None
        self.marks.mark(
            name, label, () if where is None else (where,), item.start, item.end, stored_words=stored, keeps_id=False
        )
        self.compare_tokens(item, where)

    def ends_of(self, item: Node | None) -> tuple[int, int, str] | None:
        if not isinstance(item, Mapping):
            return None
        start, end, label = whole_number(item.get("start")), whole_number(item.get("end")), single(item, "label")
        return (start, end, label.raw) if start is not None and end is not None and label is not None else None

    def compare_tokens(self, item: Mapping, where: Span | None) -> None:
        """A span that says its tokens begins and ends with them."""
        first, last = whole_number(item.get("token_start")), whole_number(item.get("token_end"))
        if where is None or first is None or last is None or not self.tokens:
            return
        ends = (
            self.tokens[first][0] if first < len(self.tokens) else None,
            self.tokens[last][1] if last < len(self.tokens) else None,
        )
        if ends != (where.start, where.end):
            message = f"the span {where.start}..{where.end} is not that of its tokens, {first} to {last}"
            self.marks.report(ReaderCode.SHIFTED_OFFSETS, message, item.start, item.end)

    def relation(self, item: Node) -> None:
        """A relation between two spans, which it repeats."""
        label = single(item, "label") if isinstance(item, Mapping) else None
        ends = (
            [self.ends_of(item.get(key)) for key in ("head_span", "child_span")]
            if isinstance(item, Mapping)
            else [None]
        )
        if label is None or None in ends:
            message = "a relation has head_span, child_span and label"
            self.marks.report(ReaderCode.BROKEN_YAML, message, item.start, item.end)
            return
        names = [self.by_place.get(end) for end in ends if end is not None]
        if None in names:
            words = self.marks.source.slice(item.start, item.end)
            self.marks.lose("a relation between words that are not spans", words, item.start, item.end)
            return
        self.marks.relation(label.raw, str(names[0]), str(names[1]), item.start, item.end)


def losses(document: Document, mapping: LabelMapping) -> Iterable[Loss]:
    """What of a document a task has no place for."""
    yield from marked(document, mapping, _LIMITS).losses
    yield from comment_losses(document)


def write(document: Document, mapping: LabelMapping) -> str:
    """A task that was accepted. References between annotations are under a key of our own, which Prodigy keeps."""
    found = marked(document, mapping, _LIMITS)
    spans = [_span(mark) for mark in found.marks]
    task: dict[str, Any] = {"text": document.text, "spans": spans, "answer": ACCEPT}
    return write_json({**task, **own_head(document), **own_fields(found)}) + "\n"


def _span(mark: Mark) -> dict[str, Any]:
    [span], [words] = mark.spans, mark.words
    return {"start": span.start, "end": span.end, "label": mark.label, "text": words, _ID: mark.id}
