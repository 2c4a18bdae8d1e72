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


def test_a_store_that_is_included_gives_its_texts_and_not_its_annotations(tmp_path: Path) -> None:
    inner = {
        "@type": "AnnotationStore",
        "resources": [{"@id": "r", "text": TEXT}],
        "annotationsets": [{"@id": "s", "data": [{"@id": "d", "key": "type", "value": "claim"}]}],
        "annotations": [annotation("b", "cue", words(12, 16))],
    }
    (tmp_path / "inner.json").write_text(json.dumps(inner), encoding="utf-8")
    on_it = {"@type": "Annotation", "@id": "a", "data": [{"@id": "d", "set": "s"}], "target": words(17, -1)}
    store = {"@type": "AnnotationStore", "@include": "inner.json", "annotations": [on_it]}
    (tmp_path / "a.json").write_text(json.dumps(store), encoding="utf-8")
    [document] = read_file(tmp_path / "a.json")
    assert document.problems == ()
    assert document.text == TEXT
    assert [(one.KIND, one.text) for one in document] == [("claim", "taxes will rise")]
    assert document.layout is not None
    assert [loss.what for loss in document.layout.losses] == [
        "annotations of the included file, which is to be read itself"
    ]


def test_texts_and_sets_may_be_files_of_json(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(json.dumps({"text": TEXT}), encoding="utf-8")
    (tmp_path / "s.json").write_text(
        json.dumps({"data": [{"@id": "d", "key": "type", "value": "claim"}]}), encoding="utf-8"
    )
    store = {
        "@type": "AnnotationStore",
        "resources": [{"@id": "r", "@include": "r.json"}],
        "annotationsets": [{"@id": "s", "@include": "s.json"}],
        "annotations": [{"@id": "a", "data": [{"@id": "d", "set": "s"}], "target": words(17, -1)}],
    }
    (tmp_path / "a.json").write_text(json.dumps(store), encoding="utf-8")
    [document] = read_file(tmp_path / "a.json")
    assert document.problems == ()
    assert [(one.KIND, one.text) for one in document] == [("claim", "taxes will rise")]


def test_what_a_store_refers_to_and_does_not_have_is_a_finding(tmp_path: Path) -> None:
    unknown_data = {"@id": "a", "data": [{"@id": "d", "set": "s"}], "target": words(17, -1)}
    no_target = {"@id": "b", "data": []}
    nowhere = {"@id": "c", "data": [], "target": {"@type": "TextSelector", "resource": "x", "offset": {"begin": cursor(1), "end": cursor(2)}}}  # fmt: skip
    on_nothing = {"@id": "e", "data": [], "target": {"@type": "AnnotationSelector", "annotation": "z"}}
    document = read(tmp_path, unknown_data, no_target, nowhere, on_nothing)
    assert [finding.message for finding in document.problems[:4]] == [
        "the set 's' has no data 'd'",
        "this annotation has no target",
        "no text has the id 'x'",
        "no annotation before this one has the id 'z'",
    ]
    missing = read(tmp_path, resource={"@id": "r", "@include": "missing.txt"})
    assert missing.problems[0].message.startswith("the included file 'missing.txt' cannot be read: ")


def test_a_store_without_a_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"@type": "AnnotationStore", "annotations": []}', encoding="utf-8")
    [document] = read_file(tmp_path / "a.json", format="stam")
    assert [finding.message for finding in document.problems] == ["this store has no text"]
    (tmp_path / "a.json").write_text('{"@type": "Other"}', encoding="utf-8")
    [document] = read_file(tmp_path / "a.json", format="stam")
    assert [finding.message for finding in document.problems] == ["this is not a store of annotations"]


def data(key: Any, value: Any) -> dict[str, Any]:
    return {"@type": "AnnotationData", "set": "s", "key": key, "value": value}


def test_values_of_every_type_are_words(tmp_path: Path) -> None:
    values = [
        data("type", "claim"),
        data({"@id": "sure"}, {"@type": "Bool", "value": True}),
        data("count", {"@type": "Int", "value": 3}),
        data(
            "tags", {"@type": "List", "value": [{"@type": "String", "value": "a"}, {"@type": "String", "value": "b"}]}
        ),
    ]
    document = read(tmp_path, {"@type": "Annotation", "@id": "a", "data": values, "target": words(17, -1)})
    assert document.problems == ()
    extra = document["a"].extra
    assert (extra["sure"], extra["count"], extra["tags"]) == ("yes", "3", ["a", "b"])


def test_words_within_the_words_of_an_annotation_are_counted_from_its_begin(tmp_path: Path) -> None:
    inside = {"@type": "AnnotationSelector", "annotation": "a", "offset": {"begin": cursor(6), "end": cursor(-5)}}
    document = read(tmp_path, annotation("a", "claim", words(17, -1)), annotation("b", "cue", inside))
    assert document["b"].text == "will"
    outside = {**inside, "offset": {"begin": cursor(6), "end": {"@type": "BeginAlignedCursor", "value": 60}}}
    document = read(tmp_path, annotation("a", "claim", words(17, -1)), annotation("b", "cue", outside))
    assert [problem.code for problem in document.problems] == ["A01"]


def test_an_offset_without_whole_numbers_is_refused(tmp_path: Path) -> None:
    for offset in (
        {"begin": cursor(1)},
        {"begin": cursor(1), "end": {"@type": "BeginAlignedCursor", "value": "9"}},
        None,
    ):
        target = {"@type": "TextSelector", "resource": "r", "offset": offset}
        [problem] = read(tmp_path, annotation("a", "claim", target)).problems
        assert problem.message == "an offset has a begin and an end, each with a whole number"


def test_a_selector_of_something_else_than_words_is_listed(tmp_path: Path) -> None:
    document = read(tmp_path, annotation("a", "claim", {"@type": "DataSetSelector", "dataset": "s"}))
    assert document.layout is not None
    [loss] = document.layout.losses
    assert loss.what == "a selector that does not select words of a text"
    assert "DataSetSelector" in loss.words


def test_a_head_that_is_not_an_object_is_a_finding(tmp_path: Path) -> None:
    whole = {"@type": "ResourceSelector", "resource": "r"}
    head = {"@type": "Annotation", "@id": "h", "data": [data("newsfacts_head", '{"title": "Tea"}')], "target": whole}
    assert read(tmp_path, head).title == "Tea"
    [problem] = read(tmp_path, {**head, "data": [data("newsfacts_head", "[]")]}).problems
    assert problem.message == "the head of this text is not an object of JSON"


def test_stores_that_include_each_other_end(tmp_path: Path) -> None:
    store = {"@type": "AnnotationStore", "@include": "a.json", "resources": [{"@id": "r", "text": TEXT}]}
    (tmp_path / "a.json").write_text(json.dumps(store), encoding="utf-8")
    [document] = read_file(tmp_path / "a.json")
    assert document.text == TEXT
