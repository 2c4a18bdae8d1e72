"""Prodigy: what a task says, and what its answer makes of it."""

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

TEXT = "The 😀 mayor said taxes fell."
TOKENS = [{"text": w, "start": s, "end": e, "id": n} for n, (w, s, e) in enumerate(
    [("The", 0, 3), ("😀", 4, 5), ("mayor", 6, 11), ("said", 12, 16), ("taxes", 17, 22), ("fell", 23, 27), (".", 27, 28)])]  # fmt: skip
SPAN = {"start": 17, "end": 27, "token_start": 4, "token_end": 5, "label": "claim"}


def read(folder: Path, **task: Any) -> Document:
    path = folder / "tasks.jsonl"
    path.write_text(json.dumps({"text": TEXT, "tokens": TOKENS, **task}) + "\n", encoding="utf-8")
    [document] = read_file(path, format="prodigy")
    return document


def losses(document: Document) -> list[str]:
    assert document.layout is not None
    return [loss.what for loss in document.layout.losses]


def test_spans_are_code_points_and_the_last_token_is_included(tmp_path: Path) -> None:
    document = read(tmp_path, spans=[SPAN], answer="accept", _session_id="news-ann")
    assert [(one.KIND, one.text) for one in document.annotations] == [("claim", "taxes fell")]
    assert (document.annotator, document.problems) == (("news-ann",), ())


@pytest.mark.parametrize("answer", ["reject", "ignore"])
def test_spans_of_a_task_that_was_not_accepted_are_losses(tmp_path: Path, answer: str) -> None:
    document = read(tmp_path, spans=[SPAN], answer=answer)
    assert document.annotations == ()
    assert losses(document) == [f"part of a task with the answer {answer}"]


def test_a_span_that_is_not_that_of_its_tokens_is_an_error(tmp_path: Path) -> None:
    document = read(tmp_path, spans=[SPAN | {"token_end": 6}])
    assert [(each.code, each.message) for each in document.problems] == [
        ("A04", "the span 17..27 is not that of its tokens, 4 to 6")
    ]


def test_relations_are_between_spans(tmp_path: Path) -> None:
    spans = [
        {"start": 0, "end": 28, "label": "attribution"},
        {"start": 0, "end": 11, "label": "source"},
        {"start": 12, "end": 16, "label": "cue"},
        SPAN,
    ]
    relation = {"head": 3, "child": 5, "label": "content", "head_span": spans[0], "child_span": spans[3]}
    document = read(
        tmp_path, spans=spans, relations=[relation, {**relation, "child_span": {"start": 4, "end": 5, "label": "x"}}]
    )
    [attribution] = document.attributions
    assert [part.text for part in attribution.contents] == ["taxes fell"]
    assert losses(document) == ["a relation between words that are not spans"]


def test_what_else_a_task_has_is_a_loss(tmp_path: Path) -> None:
    assert losses(read(tmp_path, spans=[], meta={"source": "wire"}, accept=["economy"])) == [
        "meta of the task",
        "accept of the task",
    ]


def test_a_file_is_recognized_by_its_answers_and_hashes() -> None:
    assert detect('{"text": "Rents fell.", "_task_hash": 1, "spans": []}\n', "x.jsonl").name == "prodigy"


@settings(max_examples=40, deadline=None)
@given(documents())
def test_a_document_comes_back_from_prodigy_less_what_is_reported(document: Document) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert differences(document, "prodigy", Path(folder, "x.prodigy.jsonl")) == []


@settings(max_examples=40, deadline=None)
@given(texts())
def test_whatever_a_file_has_is_read(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read_anything(text, Path(folder, "x.prodigy.jsonl"), "prodigy")


@pytest.mark.skipif(
    not CORPORA, reason="NEWSFACTS_CORPORA names a folder with corpora, which are not part of the project"
)
def test_every_span_of_the_published_data_sets_is_read() -> None:
    spans = 0
    for path in files("prodigy/example-datasets/*.jsonl"):
        for document in read_file(path, format="prodigy"):
            assert [each.message for each in document.problems if each.severity is Severity.ERROR] == []
            spans += len(document.annotations)
    assert spans == 303 + 422
