"""JSON with nothing wrong is read without places, and nothing shows it: all is as if every place had been read."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.documents import dumps, parse
from newsfacts.formats import plain_standoff
from newsfacts.formats.plain_json import Unusual
from newsfacts.model import Document
from newsfacts.testing import documents

TEXT = "Weiss said [sic] that 12 people had died."
SCALARS: st.SearchStrategy[Any] = st.sampled_from(
    ["", "a", "weiss", "k1", "12 people", "Weiss", "e", 0, 1, -3, 12, 3.5, True, None, 10**1000, {}, {"a": 1}, []]
)
VALUES = SCALARS | st.lists(SCALARS, max_size=3)
SPANS = st.lists(st.lists(st.integers(-1, 45), min_size=1, max_size=3) | SCALARS, max_size=3) | SCALARS
ENTRIES = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["claim", "quote", "source", "count", "attribution", "none", "", None, 3]),
        "spans": SPANS, "words": VALUES, "id": SCALARS, "by": VALUES, "value": VALUES, "note": VALUES, "odd": VALUES,
        "quote": st.sampled_from(["Weiss", "a", ["said", "12"]]) | VALUES, "prefix": SCALARS, "suffix": SCALARS, "nth": SCALARS,
        "near": SCALARS,
    },
)  # fmt: skip
HEADS = st.fixed_dictionaries(
    {},
    optional={
        "newsfacts": SCALARS, "title": VALUES, "published": st.sampled_from(["2025-03-12", "soon", 2025]), "odd": VALUES,
        "entities": st.dictionaries(st.sampled_from(["weiss", "e"]), VALUES | st.just({"name": "Weiss"}), max_size=2) | VALUES,
        "corrections": VALUES, "ignore": VALUES, "sha256": SCALARS,
    },
)  # fmt: skip


@contextmanager
def every_place_read() -> Iterator[None]:
    def refuse(*_: object) -> None:
        raise Unusual

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_standoff, "read_plain_standoff", refuse)
        yield


def everything(text: str, format: str = "json") -> list[Any]:
    """A document with all its places, and its problems with theirs."""
    document = parse(text, format=format).document
    found: list[Any] = [document, document.problems, document.origin and document.origin.text_range]
    for annotation in document:
        raw = document.raw(annotation)
        assert raw is not None
        places = {key: (raw.range_of(key), (one.start, one.end), one.value) for key, one in raw.attributes.items()}
        found.append(
            (raw.kind, raw.spans, raw.start, raw.end, raw.range_of("id"), raw.span_places, raw.stored_words, places)
        )
    return found


def assert_the_same(text: str, format: str = "json") -> None:
    fast = everything(text, format)
    with every_place_read():
        assert everything(text, format) == fast


@given(HEADS, st.lists(ENTRIES, max_size=4), st.sampled_from([None, 1]))
def test_any_document_is_read_as_with_all_places(head: dict[str, Any], entries: list[Any], indent: int | None) -> None:
    data = {**head, "text": TEXT, "annotations": entries}
    assert_the_same(json.dumps(data, indent=indent))


MEMBERS = st.sampled_from(
    [
        '"kind": "claim"', '"kind": null', '"id": "k"', '"id": ""', '"spans": [[0, 5]]', '"spans": [[6, 10], [0, 5]]', '"spans": [6, 10]',
        '"spans": null', '"words": "Weiss"', '"words": ["Weiss", "said"]', '"by": ["weiss"]', '"by": null', '"note": "x"', '"note": ["x"]',
        '"note": [true]', '"quote": "said"', '"near": "12"', '"nth": 1',
    ]
)  # fmt: skip


@given(st.lists(st.lists(MEMBERS, max_size=6), max_size=3))
def test_keys_in_any_order_and_keys_that_come_twice_are_read_as_with_all_places(entries: list[list[str]]) -> None:
    listed = ", ".join("{" + ", ".join(members) + "}" for members in entries)
    assert_the_same(f'{{"text": "{TEXT}", "annotations": [{listed}], "entities": {{"weiss": {{"name": "Weiss"}}}}}}')


@given(st.sampled_from(["", '"id": "k", ', '"id": "", ', '"id": 3, ', '"id": null, ']), st.lists(MEMBERS, max_size=2))
def test_keys_in_the_usual_order_and_more_after_them_are_read_as_with_all_places(id: str, others: list[str]) -> None:
    members = ", ".join([f'"kind": "claim", {id}"spans": [[0, 5]], "words": "Weiss"', *others])
    assert_the_same(f'{{"text": "{TEXT}", "annotations": [{{{members}}}]}}')


@given(documents(), st.sampled_from(["json", "jsonl"]))
def test_documents_that_are_written_are_read_as_with_all_places(document: Document, format: str) -> None:
    assert_the_same(dumps(document, format=format, keep_layout=False), format)


@given(st.lists(ENTRIES, max_size=2), st.data())
def test_broken_files_are_read_as_with_all_places(entries: list[Any], data: st.DataObject) -> None:
    whole = json.dumps({"newsfacts": 1, "text": TEXT, "annotations": entries}) + "\n"
    cut = data.draw(st.integers(0, len(whole) - 1))
    piece = data.draw(st.sampled_from(["", ",", "]", "}", '"', "x", "\\", "-0", "NaN", " ", "\n", ":"]))
    text = whole[:cut] + piece + whole[cut + data.draw(st.integers(0, 1)) :]
    assert_the_same(text)
    assert_the_same(whole + text, "jsonl")


@pytest.mark.parametrize(
    "text",
    [
        '{"text": "a b", "annotations": [{"kind": "claim", "kind": "cue", "spans": [[0, 1]]}]}',
        '{"text": "a b", "text": "b", "annotations": []}',
        '{"text": "a b", "entities": {"e": {"name": "E", "name": "F"}}}',
        '{"text": "a b", "entities": {"e": {"name": "E"}, "e": {"name": "F"}}}',
        '{"text": "a b", "annotations": [{"kind": "verdict", "of": "k", "rating": -0, "best": 1.50, "worst": 1e2}]}',
        '{"text": "a b", "annotations": [{"kind": "claim", "spans": [[-0, 1]], "note": NaN}]}',
        '{"text": "a b", "annotations": [{"kind": "claim", "spans": [[0, 1.0]]}]}',
        '{"text": "a b", "annotations": [{"kind": "claim", "spans": [[true, 1]]}]}',
        '{"text": "a b", "title": ' + "[" * 120 + "]" * 120 + "}",
        '{"text": "a b", "title": ' + "9" * 5000 + "}",
        '{"text": "a b", "annotations": [{"kind": "claim", "spans": [[0, 1]]},]}',
        '{"text": "a b"} {}', "{}", "", "[]", '\ufeff{"text": "a b"}', '{"text" : "a b" , "annotations" : [ ] }',
        '{"text": 3, "annotations": [{"kind": "claim", "words": "3"}]}',
    ],
)  # fmt: skip
def test_what_only_a_reading_with_places_sees_is_seen(text: str) -> None:
    assert_the_same(text)
    assert_the_same(text + "\n" + text, "jsonl")


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_annotations_are_anchored_by_a_quotation_and_what_is_around_it(format: str) -> None:
    annotations = [
        {"kind": "cue", "quote": "said", "near": "Ben"},
        {"kind": "cue", "quote": "said", "nth": 1},
        {"kind": "source", "quote": "Ben", "prefix": ", ", "suffix": " said"},
        {"kind": "claim", "quote": ["yes", "no"], "spans": None},
    ]
    text = json.dumps({"newsfacts": 1, "text": "Ann said yes, Ben said no.", "annotations": annotations})
    parsed = parse(text, format=format)
    assert not parsed.findings
    found = [(annotation.KIND, annotation.text, annotation.span.start) for annotation in parsed.document]
    assert found == [("cue", "said", 4), ("claim", "yes no", 9), ("source", "Ben", 14), ("cue", "said", 18)]


def test_the_place_of_a_problem_is_that_of_the_file() -> None:
    text = '{"text": "a b", "annotations": [{"kind": "cue", "spans": [[0, 1]]}, {"kind": "cue", "spans": [[2, 3]], "lang": "de"}]}'
    [problem] = parse(text, format="json").findings
    assert problem.place is not None
    assert problem.place.words == '"de"'


def test_a_document_can_be_sent_to_another_process_and_points_at_its_file_there() -> None:
    text = '{"text": "a b", "annotations": [{"kind": "claim", "id": "k1", "spans": [[0, 1]], "note": "x"}]}'
    document = parse(text, format="json").document
    for again in (pickle.loads(pickle.dumps(document)), copy.deepcopy(document)):
        assert again == document
        [claim] = again.annotations
        places = [again.place(claim, key) for key in ("id", "note", None)]
        assert [place and place.words for place in places] == ['"k1"', '"x"', "[[0, 1]]"]
        raw = again.raw(claim)
        assert raw is not None
        assert text[raw.attributes["note"].start : raw.attributes["note"].end] == '"x"'
