"""Web Annotations: places by words, by position in either unit, and what the model does not allow."""

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
from newsfacts.model import Document
from newsfacts.testing import documents, texts
from newsfacts.text.spans import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
TEXT = "The 😀 mayor said taxes will rise. Taxes fell, taxes will rise."
#       0   4 6     12   17    23   28   33    39    45   50    56  = code points; UTF-16 units are one more after the emoji


def annotation(target: Any, id: str = "http://example.org/a1", **more: Any) -> dict[str, Any]:
    tag = {"type": "TextualBody", "purpose": "tagging", "value": "claim"}
    return {"@context": CONTEXT, "id": id, "type": "Annotation", "body": tag, "target": target, **more}


def read(folder: Path, data: Any, text: str | None = TEXT) -> Document:
    if text is not None:
        (folder / "story.txt").write_text(text, encoding="utf-8")
    (folder / "story.json").write_text(json.dumps(data), encoding="utf-8")
    [document] = read_file(folder / "story.json")
    return document


def selector(**fields: Any) -> dict[str, Any]:
    return {"source": "http://example.org/story", "selector": fields}


QUOTE = {"type": "TextQuoteSelector", "exact": "taxes will rise", "prefix": "said "}


@pytest.mark.parametrize(
    "target",
    [
        selector(**QUOTE),
        selector(type="TextPositionSelector", start=17, end=32),
        {"source": "http://example.org/story", "selector": [QUOTE, {"type": "TextPositionSelector", "start": 17, "end": 32}]},
        {"source": "http://example.org/story", "selector": [{"type": "TextPositionSelector", "start": 18, "end": 33}, QUOTE]},
        selector(type="FragmentSelector", conformsTo="http://tools.ietf.org/rfc/rfc5147", value="char=17,32"),
        selector(type="TextPositionSelector", start=0, end=33, refinedBy={"type": "TextQuoteSelector", "exact": "taxes will rise"}),
        selector(
            type="RangeSelector",
            startSelector={"type": "TextQuoteSelector", "exact": "taxes", "prefix": "said "},
            endSelector={"type": "TextQuoteSelector", "exact": ". Taxes"},
        ),
    ],
    ids=["quote", "position", "both", "utf-16", "fragment", "refined", "range"],
)  # fmt: skip
def test_words_are_found_by_every_selector_of_text(tmp_path: Path, target: Any) -> None:
    document = read(tmp_path, annotation(target))
    assert document.problems == ()
    [claim] = document.claims
    assert (claim.spans, claim.text) == ((Span(17, 32),), "taxes will rise")


def test_words_that_are_there_twice_are_not_chosen_between(tmp_path: Path) -> None:
    document = read(tmp_path, annotation(selector(type="TextQuoteSelector", exact="taxes will rise")))
    [problem] = document.problems
    assert (problem.code, problem.message) == ("A09", "these words are in the text 2 times: 'taxes will rise'")
    assert document.claims[0].lost == "taxes will rise"


def test_without_the_text_the_words_are_kept(tmp_path: Path) -> None:
    document = read(tmp_path, annotation(selector(**QUOTE)), text=None)
    assert (document.problems, document.claims[0].spans, document.claims[0].lost) == ((), (), "taxes will rise")


def test_what_has_no_place_is_listed_with_its_place(tmp_path: Path) -> None:
    data = annotation(
        {**selector(**QUOTE), "state": {"type": "TimeState", "sourceDate": "2024-07-04T00:00:00Z"}},
        created="2024-07-05T00:00:00Z",
    )
    document = read(tmp_path, data)
    assert document.claims[0].extra["created"] == "2024-07-05T00:00:00Z"
    assert document.layout is not None
    [loss] = document.layout.losses
    assert loss.what == "state of a target"
    assert '"sourceDate"' in loss.words


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"id": "http://example.org/a", "type": "Annotation", "target": "http://example.org/x"}, "this file does not name the context of Web Annotations"),
        (annotation(9), "a target without properties is an address, such as http://example.org/page"),
        (annotation("http://example.org/x", id="not an address"), "id is one address"),
        (annotation("http://example.org/x", created="yesterday"), "created is one moment such as 2015-01-28T12:00:00Z"),
        (annotation(selector(type="TextPositionSelector", start=-1, end=2)), "the start of a TextPositionSelector is one whole number from 0 on"),
        (annotation(selector(type="TextsQuoteSelector", exact="x")), "a selector has one type of its own, not 'TextsQuoteSelector' (did you mean 'TextQuoteSelector'?)"),
        (annotation({"source": "http://example.org/x", "styleClass": "red"}), "a styleClass needs a stylesheet of the annotation"),
        (annotation("http://example.org/x", rights="all of them"), "rights is an address, such as http://example.org/page"),
        (annotation("http://example.org/x", creator="Weiss"), "creator is an address, such as http://example.org/page"),
        (annotation("http://example.org/x", canonical=["http://example.org/y"]), "canonical is one address"),
        (annotation("http://example.org/x", motivation=[3]), "a motivation is a word or an address"),
        (annotation("http://example.org/x", bodyValue=["a", "b"]), "bodyValue is one text"),
        (annotation("http://example.org/x", bodyValue="a claim"), "an annotation has a body or a bodyValue, not both"),
        ({"@context": CONTEXT, "id": "http://example.org/a", "type": "Annotation"}, "this annotation has no target"),
        ({"@context": CONTEXT, "type": "Annotation", "target": "http://example.org/x"}, "this annotation has no id"),
        ({"@context": CONTEXT, "type": "AnnotationCollection", "items": []}, "this collection has no id"),
        ({"@context": CONTEXT, "id": "http://example.org/a", "type": "Note", "target": "http://example.org/x"}, "this table is not an annotation"),
        ({"@context": CONTEXT, "id": "http://example.org/p", "type": "AnnotationPage", "items": [3]}, "an annotation is a table"),
        (annotation([]), "the list of target is empty"),
        (annotation({"type": "SpecificResource"}), "a SpecificResource has a source"),
        (annotation(selector(value="x")), "this selector has no type"),
        (annotation({"source": "http://example.org/x", "selector": "the first"}), "selector is an address, such as http://example.org/page"),
        (annotation(selector(id="the first")), "id is one address"),
        (annotation(selector(type="FragmentSelector", value=3)), "the value of a FragmentSelector is one text"),
        (annotation(selector(type="TextQuoteSelector", exact="x", prefix=["a"])), "the prefix of a TextQuoteSelector is one text"),
        (annotation(selector(type="RangeSelector", startSelector=QUOTE)), "a RangeSelector has one endSelector"),
        (annotation(selector(**QUOTE, refinedBy={"type": "TextPositionSelector", "start": "0", "end": 2})), "the start of a TextPositionSelector is one whole number from 0 on"),
        (annotation({"source": "http://example.org/x", "state": {"type": "HttpRequestState"}}), "an HttpRequestState has one value"),
    ],
)  # fmt: skip
def test_what_the_model_does_not_allow_is_refused_with_its_place(tmp_path: Path, data: Any, message: str) -> None:
    (tmp_path / "story.json").write_text(json.dumps(data), encoding="utf-8")
    [document] = read_file(tmp_path / "story.json", format="w3c")
    found = [problem for problem in document.problems if problem.message == message]
    assert [problem.code for problem in found] == ["S15"]
    assert found[0].position is not None


def test_a_selector_that_is_described_elsewhere_is_allowed(tmp_path: Path) -> None:
    document = read(tmp_path, annotation(selector(id="http://example.org/first-line")))
    assert [problem.message for problem in document.problems if problem.code == "S15"] == []


def test_the_annotations_of_the_pages_of_a_collection_are_read(tmp_path: Path) -> None:
    first, second = annotation(selector(**QUOTE)), annotation(selector(type="TextPositionSelector", start=0, end=3), id="http://example.org/a2")  # fmt: skip
    page = {"id": "http://example.org/p1", "type": "AnnotationPage", "items": [first], "next": {"id": "http://example.org/p2", "type": "AnnotationPage", "items": [second]}}  # fmt: skip
    collection = {"@context": CONTEXT, "id": "http://example.org/c", "type": "AnnotationCollection", "first": page}
    document = read(tmp_path, collection)
    assert document.problems == ()
    assert [one.text for one in document.claims] == ["The", "taxes will rise"]


@settings(max_examples=15, deadline=None)
@given(documents())
def test_a_document_comes_back_from_web_annotations_less_what_is_reported(document: Document) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert differences(document, "w3c", Path(folder, "x.w3c.json")) == []


@settings(max_examples=15, deadline=None)
@given(texts())
def test_nothing_else_is_raised(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read_anything(f'{{"@context": "{CONTEXT}", "type": "Annotation", {text}', Path(folder, "x.json"), "w3c")
        read_anything(
            json.dumps(annotation({"source": text, "selector": [text, {"type": text}]})), Path(folder, "x.json"), "w3c"
        )


@pytest.mark.skipif(not CORPORA, reason="NEWSFACTS_CORPORA names the folder of the corpora")
@pytest.mark.parametrize(("folder", "allowed"), [("correct", True), ("incorrect", False)])
def test_the_examples_of_the_w3c_are_read_or_refused(folder: str, allowed: bool) -> None:
    paths = files(f"w3c_*/**/{folder}/*.json")
    assert len(paths) > 70
    for path in paths:
        errors = [
            problem
            for document in read_file(path, format="w3c")
            for problem in document.problems
            if problem.severity is Severity.ERROR
        ]
        assert bool(errors) is not allowed, path
