"""doccano: both forms of a record, and what its offsets count."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.formats.corpora import CORPORA, files
from tests.formats.kit import differences, read_anything

from newsfacts.documents import read_file
from newsfacts.findings import Severity
from newsfacts.formats import detect
from newsfacts.model import Document
from newsfacts.testing import documents, texts
from newsfacts.text.spans import Span

TEXT = "The 😀 mayor said taxes will rise."


def read(folder: Path, *records: Any) -> list[Document]:
    path = folder / "export.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return list(read_file(path, format="doccano"))


def problems(document: Document) -> list[tuple[str, str, str]]:
    return [(each.code, str(each.severity), each.message) for each in document.problems]


@pytest.mark.parametrize(
    "spans",
    [
        {"label": [[7, 12, "source"], [13, 17, "cue"]]},  # the emoji is two units
        {"label": [[6, 11, "source"], [12, 16, "cue"]]},  # or one code point
        {"entities": [{"id": 4, "start_offset": 7, "end_offset": 12, "label": "source"},
                      {"id": 9, "start_offset": 13, "end_offset": 17, "label": "cue"}]},
    ],
)  # fmt: skip
def test_offsets_count_what_makes_words_of_all_spans(tmp_path: Path, spans: dict[str, Any]) -> None:
    [document] = read(tmp_path, {"text": TEXT, **spans})
    assert [(one.KIND, one.text) for one in document.annotations] == [("source", "mayor"), ("cue", "said")]


def test_offsets_of_which_nothing_says_what_they_count_are_errors(tmp_path: Path) -> None:
    [document] = read(tmp_path, {"text": "😀😀 a b c d e f", "label": [[7, 8, "claim"]]})
    assert document.annotations == ()
    assert [code for code, _, _ in problems(document)] == ["A01"]
    assert "UTF-16 units, code points or graphemes" in document.problems[0].message
    assert [loss.words for loss in document.layout.losses] == ["claim"]  # type: ignore[union-attr]  # it was read from a file


def test_an_accent_of_its_own_is_a_character_for_doccano_where_a_project_says_so(tmp_path: Path) -> None:
    [document] = read(tmp_path, {"text": "A cafe\u0301 opened today", "label": [[7, 13, "claim"]]})
    assert [one.text for one in document.annotations] == ["opened"]


def test_relations_become_the_fields_that_they_are(tmp_path: Path) -> None:
    record = {
        "text": "Weiss said taxes fell.",
        "entities": [
            {"id": 0, "start_offset": 0, "end_offset": 22, "label": "attribution"},
            {"id": 1, "start_offset": 0, "end_offset": 5, "label": "source"},
            {"id": 2, "start_offset": 6, "end_offset": 10, "label": "cue"},
            {"id": 3, "start_offset": 11, "end_offset": 21, "label": "claim"},
        ],
        "relations": [{"id": 0, "from_id": 0, "to_id": 3, "type": "content"}],
    }
    [document] = read(tmp_path, record)
    [attribution] = document.attributions
    parts = (*attribution.source, *attribution.cues, *attribution.contents)
    assert [part.text for part in parts] == ["Weiss", "said", "taxes fell"]


def test_a_label_of_the_whole_text_is_a_loss(tmp_path: Path) -> None:
    [document] = read(tmp_path, {"text": "Rents fell.", "labels": ["economy"], "Comments": ["why?"]})
    losses = [(loss.what, loss.words) for loss in document.layout.losses]  # type: ignore[union-attr]  # it was read from a file
    assert losses == [("a label of the whole text", "economy"), ("Comments of the record", '["why?"]')]


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"label": [[0, 1, "claim"]]}, "this record has no text"),
        ([1], "a doccano record is a table"),
        ({"text": "a b", "label": [[0, 1]]}, "a labelled span is a start, an end and a label"),
        (
            {"text": "a b", "label": [[0, 9, "claim"]]},
            "the span 0..9 lies outside the text, or ends within a character, counted in UTF-16 units",
        ),
        ({"text": "a b", "relations": [{"from_id": 1}]}, "a relation has from_id, to_id and type"),
    ],
)
def test_what_a_record_may_not_be(tmp_path: Path, record: Any, message: str) -> None:
    [document] = read(tmp_path, record)
    assert [each.message for each in document.problems if each.severity is Severity.ERROR] == [message]


def test_a_file_is_recognized_by_its_spans() -> None:
    assert detect('{"text": "Rents fell.", "label": [[0, 5, "claim"]]}\n', "x.jsonl").name == "doccano"


@settings(max_examples=40, deadline=None)
@given(documents())
def test_a_document_comes_back_from_doccano_less_what_is_reported(document: Document) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert differences(document, "doccano", Path(folder, "x.doccano.jsonl")) == []


@settings(max_examples=40, deadline=None)
@given(texts())
def test_whatever_a_file_has_is_read(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read_anything(text, Path(folder, "x.doccano.jsonl"), "doccano")


@pytest.mark.skipif(
    not CORPORA, reason="NEWSFACTS_CORPORA names a folder with corpora, which are not part of the project"
)
def test_the_examples_of_doccano_are_read_or_refused_with_a_reason() -> None:
    for path in files("doccano/**/*.jsonl"):
        for document in read_file(path, format="doccano"):
            errors = [each.message for each in document.problems if each.severity is Severity.ERROR]
            assert set(errors) <= {"this record has no text"}, path
            assert all(each.text and span_is_inside(each.spans, document.text) for each in document.annotations)


def span_is_inside(spans: tuple[Span, ...], text: str) -> bool:
    return all(0 <= span.start < span.end <= len(text) for span in spans)
