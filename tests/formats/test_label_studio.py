"""Label Studio: who marked what, what offsets count, and what is not text."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.formats.corpora import CORPORA, files
from tests.formats.kit import differences, read_anything

from newsfacts.checking.document import check
from newsfacts.documents import read_file
from newsfacts.findings import Severity
from newsfacts.formats import detect
from newsfacts.model import Document
from newsfacts.testing import documents, texts

TEXT = "The 😀 mayor said taxes fell."


def region(id: str, start: int, end: int, label: str, words: str | None = None, **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": [label], **({"text": words} if words is not None else {})}
    return {"id": id, "from_name": "label", "to_name": "text", "type": "labels", "value": value, **more}


def read(folder: Path, *annotations: Any, **task: Any) -> list[Document]:
    path = folder / "export.json"
    data = [{"id": 1, "data": {"text": TEXT}, "annotations": list(annotations), **task}]
    path.write_text(json.dumps(data), encoding="utf-8")
    return list(read_file(path, format="label-studio"))


def losses(document: Document) -> list[str]:
    assert document.layout is not None
    return [loss.what for loss in document.layout.losses]


@pytest.mark.parametrize("shift", [0, 1], ids=["code points", "UTF-16 units"])
def test_the_words_of_a_region_say_what_its_offsets_count(tmp_path: Path, shift: int) -> None:
    [document] = read(
        tmp_path,
        {
            "result": [
                region("r1", 6 + shift, 11 + shift, "source", "mayor"),
                region("r2", 4, 5 + shift, "mention", "😀"),
            ]
        },
    )
    assert [(one.KIND, one.text) for one in document.annotations] == [("mention", "😀"), ("source", "mayor")]
    assert [each for each in document.problems if each.code[0] == "A"] == []


def test_words_that_are_not_at_their_place_in_either_unit_are_an_error(tmp_path: Path) -> None:
    [document] = read(tmp_path, {"result": [region("r1", 0, 5, "source", "mayor")]})
    assert "A03" in [each.code for each in check(document).findings]


def test_each_annotator_has_a_document_and_a_prediction_is_a_draft(tmp_path: Path) -> None:
    claim = region("r1", 17, 27, "claim", "taxes fell")
    found = read(tmp_path, {"completed_by": 7, "result": [claim]}, {"completed_by": {"id": 8, "email": "ben@desk.example"}, "result": []},
                 predictions=[{"model_version": "m1", "result": [claim]}])  # fmt: skip
    assert [document.annotator for document in found] == [("7",), ("ben@desk.example",), ("prediction m1",)]
    assert [[str(one.draft) for one in document.annotations] for document in found] == [["None"], [], ["guess"]]


def test_what_was_cancelled_is_a_loss(tmp_path: Path) -> None:
    [document] = read(tmp_path, {"was_cancelled": True, "result": [region("r1", 17, 27, "claim")]})
    assert (document.annotations, losses(document)) == ((), ["part of an annotation that was cancelled"])


def test_relations_have_a_direction(tmp_path: Path) -> None:
    result = [
        region("r1", 0, 27, "attribution"), region("r2", 0, 11, "source"), region("r3", 12, 16, "cue"), region("r4", 17, 27, "claim"),
        {"type": "relation", "from_id": "r4", "to_id": "r1", "direction": "left", "labels": ["content"]},
    ]  # fmt: skip
    [document] = read(tmp_path, {"result": result})
    assert [part.text for part in document.attributions[0].contents] == ["taxes fell"]


def test_a_choice_for_a_region_is_a_field_of_it(tmp_path: Path) -> None:
    choice = {
        "id": "r1",
        "from_name": "polarity",
        "to_name": "text",
        "type": "choices",
        "value": {"start": 17, "end": 27, "choices": ["negative"]},
    }
    [document] = read(tmp_path, {"result": [region("r1", 17, 27, "claim"), choice]})
    [claim] = document.annotations
    assert "polarity=negative" in document.dumps(format="facts")
    assert claim.text == "taxes fell"


def test_hypertext_is_read_without_its_tags(tmp_path: Path) -> None:
    page = "<p>Rents &amp; <b>wages</b> fell.</p>"
    value = {"start": "/p[1]/b[1]/text()[1]", "end": "/p[1]/b[1]/text()[1]", "startOffset": 0, "endOffset": 5, "text": "wages",
             "globalOffsets": {"start": 8, "end": 13}, "hypertextlabels": ["mention"]}  # fmt: skip
    result = {"id": "r1", "from_name": "l", "to_name": "t", "type": "hypertextlabels", "value": value}
    [document] = read(tmp_path, {"result": [result]}, data={"html": page})
    assert (document.text, [one.text for one in document.annotations]) == ("Rents & wages fell.", ["wages"])


def test_what_is_marked_in_an_image_is_a_loss(tmp_path: Path) -> None:
    box = {
        "id": "b",
        "from_name": "l",
        "to_name": "i",
        "type": "rectanglelabels",
        "value": {"x": 1, "rectanglelabels": ["Photo"]},
    }
    [document] = read(tmp_path, {"result": [box]}, data={"image": "a.png"})
    assert document.annotations == ()
    assert losses(document) == ["a task without a text", "a result of the type rectanglelabels", "image of the data"]


def test_a_file_is_recognized_by_its_tasks() -> None:
    assert detect('[{"id": 1, "data": {"text": "Rents fell."}, "annotations": []}]', "x.json").name == "label-studio"


@settings(max_examples=40, deadline=None)
@given(documents())
def test_a_document_comes_back_from_label_studio_less_what_is_reported(document: Document) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert differences(document, "label-studio", Path(folder, "x.json")) == []


@settings(max_examples=40, deadline=None)
@given(texts())
def test_whatever_a_file_has_is_read(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read_anything(text, Path(folder, "x.json"), "label-studio")


@pytest.mark.skipif(
    not CORPORA, reason="NEWSFACTS_CORPORA names a folder with corpora, which are not part of the project"
)
def test_published_exports_are_read_or_refused_with_a_reason() -> None:
    paths = [path for path in files("label_studio/tests/**/*.json") if "config" not in path.name]
    assert len(paths) == 9
    for path in paths:
        for document in read_file(path, format="label-studio"):
            errors = {each.message for each in document.problems if each.severity is Severity.ERROR}
            assert errors <= {"a task has data"}, path
