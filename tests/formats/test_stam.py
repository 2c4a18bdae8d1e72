"""STAM: cursors from both ends, annotations on annotations, included files."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from tests.formats.kit import differences, read_anything

from newsfacts.documents import read_file
from newsfacts.model import Document
from newsfacts.testing import documents, texts

TEXT = "The 😀 mayor said taxes will rise."


def cursor(value: int) -> dict[str, Any]:
    return {"@type": "EndAlignedCursor" if value <= 0 else "BeginAlignedCursor", "value": value}


def annotation(id: str, label: str, target: dict[str, Any]) -> dict[str, Any]:
    data = {"@type": "AnnotationData", "set": "s", "key": "type", "value": {"@type": "String", "value": label}}
    return {"@type": "Annotation", "@id": id, "data": [data], "target": target}


def words(begin: int, end: int, **more: Any) -> dict[str, Any]:
    return {"@type": "TextSelector", "resource": "r", "offset": {"begin": cursor(begin), "end": cursor(end)}, **more}


def read(folder: Path, *annotations: dict[str, Any], resource: dict[str, Any] | None = None) -> Document:
    store = {
        "@type": "AnnotationStore",
        "resources": [resource or {"@id": "r", "text": TEXT}],
        "annotations": annotations,
    }
    (folder / "a.json").write_text(json.dumps(store), encoding="utf-8")
    [document] = read_file(folder / "a.json")
    return document


def test_offsets_count_from_both_ends_and_fragments_are_one_annotation(tmp_path: Path) -> None:
    fragments = {"@type": "CompositeSelector", "selectors": [words(-5, -1), words(17, 22)]}
    document = read(tmp_path, annotation("a", "claim", words(17, -1)), annotation("b", "cue", fragments))
    assert document.problems == ()
    assert [(a.KIND, a.text) for a in document] == [("claim", "taxes will rise"), ("cue", "taxes rise")]


def test_an_annotation_on_an_annotation_has_its_words_and_names_it(tmp_path: Path) -> None:
    on_it = {"@type": "AnnotationSelector", "annotation": "a"}
    document = read(tmp_path, annotation("a", "claim", words(17, -1)), annotation("b", "Doubt", on_it))
    assert document["b"].text == "taxes will rise"
    assert document["b"].extra["about"] == "a"


def test_the_text_may_be_a_file_of_the_project_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(TEXT, encoding="utf-8")
    assert (
        read(tmp_path, annotation("a", "claim", words(17, -1)), resource={"@id": "r", "@include": "r.txt"})
        .claims[0]
        .text
        == "taxes will rise"
    )
    document = read(tmp_path, resource={"@id": "r", "@include": "/etc/hostname"})
    assert document.problems[0].message == "the included file '/etc/hostname' is not a file of this project"


def test_what_is_outside_is_refused_with_its_place(tmp_path: Path) -> None:
    document = read(tmp_path, annotation("a", "claim", words(17, 99)))
    [problem] = document.problems
    assert (problem.code, problem.message) == ("A01", "the span 17..99 lies outside the words 0..33 that it counts in")


@settings(max_examples=15, deadline=None)
@given(documents())
def test_a_document_comes_back_from_stam_less_what_is_reported(document: Document) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert differences(document, "stam", Path(folder, "x.stam.json")) == []


@settings(max_examples=40, deadline=None)
@given(texts())
def test_nothing_else_is_raised(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = {"@type": "AnnotationStore", "resources": [{"@id": "r", "text": text, "@include": text}], "annotations": [{"data": text, "target": {"@type": text, "selectors": [text]}}]}  # fmt: skip
        read_anything(json.dumps(store), Path(folder, "x.stam.json"), "stam")
        read_anything(json.dumps(store)[:-5] + text, Path(folder, "x.stam.json"), "stam")
