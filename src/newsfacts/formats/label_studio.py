"""Label Studio, in JSON: tasks with their data, and what each annotator marked in them.

    [{"id": 1, "data": {"text": "Weiss said no."}, "annotations": [{"completed_by": 7, "result": [
        {"id": "r1", "from_name": "label", "to_name": "text", "type": "labels",
         "value": {"start": 0, "end": 5, "text": "Weiss", "labels": ["source"]}},
        {"type": "relation", "from_id": "r2", "to_id": "r1", "direction": "right", "labels": ["source"]}]}]}]

Each annotation of a task is a document of its own, with its annotator; a prediction is one too, whose annotations are drafts. Offsets are code
points or UTF-16 units, by version and interface: the words of the regions say which. Of HyperText, `globalOffsets` in the
text without tags are read. Regions of images, audio and video, and what was cancelled, are losses.
Source: the JSON format of Label Studio's export.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from newsfacts.formats.comments import comment_losses
from newsfacts.formats.detection import Sample
from newsfacts.formats.json_records import own_fields, own_head
from newsfacts.formats.json_writer import write_json
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marking import Gaps, Limits, Mark, MarkRelation, marked
from newsfacts.model import Document
from newsfacts.raw import Loss, RawDocument

__all__ = ["fits", "losses", "read", "write", "write_many"]

_LIMITS = Limits(gaps=Gaps.LINKED, has_empty=True)


def fits(sample: Sample) -> bool:
    """Whether the first record is a task with data and annotations."""
    record = sample.record
    lists = [record.get(key) for key in ("annotations", "predictions", "completions")]
    return isinstance(record.get("data"), dict) and any(isinstance(each, list) for each in lists)


def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """A document for each annotation and each prediction of each task."""
    from newsfacts.formats.label_studio_reader import read_tasks

    return read_tasks(text, path, mapping)


def losses(document: Document, mapping: LabelMapping) -> Iterable[Loss]:
    """What of a document a task has no place for."""
    yield from marked(document, mapping, _LIMITS).losses
    yield from comment_losses(document)


def write(document: Document, mapping: LabelMapping) -> str:
    """A list of one task."""
    return write_many([document], mapping)


def write_many(documents: Iterable[Document], mapping: LabelMapping) -> str:
    """A list with a task for each document. The head and the fields are under keys of our own in the task's `data`."""
    tasks = [_task(number, document, mapping) for number, document in enumerate(documents, 1)]
    return write_json(tasks, indent=2) + "\n"


def _task(number: int, document: Document, mapping: LabelMapping) -> dict[str, Any]:
    found = marked(document, mapping, _LIMITS)
    result = [_region(mark) for mark in found.marks] + [_relation(relation) for relation in found.relations]
    without_id = [mark.id for mark in found.marks if mark.annotation.id is None]
    own = own_fields(found, frozenset(relation.name for relation in found.relations))
    data = {
        "text": document.text,
        **own_head(document),
        **own,
        **({"newsfacts_without_id": without_id} if without_id else {}),
    }
    return {"id": number, "data": data, "annotations": [{"id": number, "result": result, "was_cancelled": False}]}


def _region(mark: Mark) -> dict[str, Any]:
    [span], [words] = mark.spans, mark.words
    value = {"start": span.start, "end": span.end, "text": words, "labels": [mark.label]}
    return {"id": mark.id, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def _relation(relation: MarkRelation) -> dict[str, Any]:
    return {
        "type": "relation", "from_id": relation.source, "to_id": relation.target, "direction": "right", "labels": [relation.name],
    }  # fmt: skip
