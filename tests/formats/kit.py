"""What the tests of every format share: a document that is written and read again is the same, except for the losses.

@given(documents())
def test_nothing_is_lost_unseen(tmp_path_factory, document):
    assert differences(document, "brat", tmp_path_factory.mktemp("brat") / "x.ann") == []
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs

from newsfacts.documents import dump, load, read_file
from newsfacts.errors import NewsfactsError
from newsfacts.formats import get_format
from newsfacts.formats.standoff import standoff_data
from newsfacts.model import Document
from newsfacts.raw import Loss

__all__ = ["data_of", "differences", "less", "read_anything"]


def data_of(document: Document) -> dict[str, Any]:
    """A document as plain data: its text, its head, and its annotations in reading order."""
    data: dict[str, Any] = json.loads(json.dumps(standoff_data(attrs.evolve(document, text_file=None))))
    data["relations"] = sorted(
        (document.index(one.source), str(one.kind), document.index(one.target)) for one in document.relations
    )
    return data


def less(document: Document, losses: Iterable[Loss]) -> dict[str, Any]:
    """The data of a document without what is lost, and so that annotations have ids only where they had one."""
    data = data_of(document)
    gone: set[int] = set()
    for loss in losses:
        if loss.number is None:
            if loss.field is not None and loss.field != "text":
                del data[loss.field]
        elif loss.field is None:
            gone.add(loss.number)
        elif loss.field == "spans":
            spans = data["annotations"][loss.number]["spans"]
            start, end = spans[0][0], max(span[1] for span in spans)
            data["annotations"][loss.number] |= {"spans": [[start, end]], "words": document.text[start:end]}
        else:
            _remove(data["annotations"][loss.number], loss)
    kept = [number for number in range(len(document.annotations)) if number not in gone]
    numbers = {old: new for new, old in enumerate(kept)}
    data["annotations"] = [data["annotations"][number] for number in kept]
    data["relations"] = [
        (numbers[source], kind, numbers[target])
        for source, kind, target in data["relations"]
        if source in numbers and target in numbers and _is_stated(data["annotations"][numbers[source]], kind)
    ]
    return data


def _remove(annotation: dict[str, Any], loss: Loss) -> None:
    """Take a field out of the data of an annotation, or one of its values."""
    assert loss.field is not None
    value = annotation.get(loss.field)
    if loss.value is None or not isinstance(value, list):
        if isinstance(value, str) and loss.value is not None and " " in value:
            rest = value.split()
            rest.remove(loss.value)
            annotation[loss.field] = " ".join(rest)
        else:
            annotation.pop(loss.field, None)
        return
    value.remove(loss.value)
    if not value:
        del annotation[loss.field]


def _is_stated(annotation: dict[str, Any], kind: str) -> bool:
    return kind in annotation


def differences(document: Document, format: str, path: Path, mapping: str | None = None) -> list[str]:
    """How a document that was written to a path and read again differs from itself less the losses; empty where it does not."""
    losses = get_format(format).losses(document, mapping)
    dump(document, path, format=format, mapping=mapping, keep_layout=False)
    again = load(path, format=format, mapping=mapping, schema=document.known_kinds)
    expected, found = less(document, losses), data_of(again)
    for number, annotation in enumerate(expected["annotations"]):
        if "id" not in annotation and number < len(found["annotations"]):
            found["annotations"][number].pop("id", None)
    return [
        f"{key}: expected {expected.get(key)!r}, found {found.get(key)!r}"
        for key in sorted(expected.keys() | found.keys())
        if expected.get(key) != found.get(key)
    ]


def read_anything(content: str, path: Path, format: str) -> list[Document]:
    """The documents of a file with any content: nothing but a `NewsfactsError` may be raised."""
    path.write_text(content, encoding="utf-8", errors="replace", newline="")
    try:
        return list(read_file(path, format=format))
    except NewsfactsError:
        return []
