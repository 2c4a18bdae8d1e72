"""Stand-off files: text inline or apart, spans and words together, and what is said when they disagree."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from newsfacts.checking.document import check
from newsfacts.documents import dump, load, parse, read_file
from newsfacts.text.spans import Span

TEXT = "The mayor 😀 said taxes will rise."


def findings(text: str, format: str = "yaml") -> list[tuple[str, str, str]]:
    parsed = parse(text, format=format)
    return [(f.code, str(f.position), f.message) for f in check(parsed.document).findings if f.code != "S08"]


def with_spans(spans: str, words: str = "said") -> str:
    return f"newsfacts: 1\ntext: {TEXT}\nannotations:\n- {{kind: cue, spans: {spans}, words: {words}}}\n"


def test_spans_are_code_points_and_half_open() -> None:
    [cue] = parse(with_spans("[[12, 16]]"), format="yaml").document.annotations
    assert (cue.text, cue.spans) == ("said", (Span(12, 16),))


@pytest.mark.parametrize(
    ("spans", "code", "message"),
    [
        ("[[12, 99]]", "A01", "the span 12..99 lies outside the text, which has 33 code points"),
        ("[[16, 12]]", "A01", "the span 16..12 ends before it begins"),
        ("[[1, 2, 3]]", "A01", "a span is a pair of offsets"),
        ("12", "A01", "spans are pairs of offsets"),
    ],
)
def test_spans_that_cannot_be(spans: str, code: str, message: str) -> None:
    found = parse(with_spans(spans), format="yaml").findings
    assert [(f.code, f.message) for f in found] == [(code, message)]
    assert [f.position is not None and f.position.line for f in found] == [4]


def test_an_annotation_without_spans_is_anchored_by_its_words() -> None:
    text = f"newsfacts: 1\ntext: {TEXT}\nannotations:\n- {{kind: cue, words: said}}\n"
    assert parse(text, format="yaml").document.annotations[0].spans == (Span(12, 16),)
    again = text.replace("words: said", "words: a")
    assert findings(again) == [("A09", "4:22", "these words are in the text 3 times: 'a'")]
    gone = text.replace("words: said", "words: sang")
    assert findings(gone) == [("A10", "4:22", "these words are not in the text: 'sang'")]


def test_words_that_drifted_are_found_at_their_place_in_the_file() -> None:
    [(code, position, _)] = findings(with_spans("[[11, 15]]"))
    assert (code, position) == ("A03", "4:41")


def test_offsets_in_another_unit_are_one_finding() -> None:
    data = {
        "newsfacts": 1,
        "text": TEXT,
        "annotations": [
            {"kind": "cue", "spans": [[13, 17]], "words": "said"},
            {"kind": "claim", "spans": [[18, 33]], "words": "taxes will rise"},
        ],
    }
    found = check(parse(json.dumps(data, ensure_ascii=False), format="json").document).findings
    assert {f.code for f in found} - {"S08"} == {"A04"}


def test_text_of_its_own_is_read_and_its_hash_compared(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes(TEXT.encode())
    path = tmp_path / "story.facts.yaml"
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    body = "source: story.txt\nsha256: %s\nannotations:\n- {kind: cue, spans: [[12, 16]], words: said}\n"
    path.write_text("newsfacts: 1\n" + body % digest, encoding="utf-8")
    document = load(path)
    assert document.text == TEXT
    dump(document, tmp_path / "again.facts.json")
    written = json.loads((tmp_path / "again.facts.json").read_text(encoding="utf-8"))
    assert (written["source"], written["sha256"]) == ("story.txt", digest)
    assert load(tmp_path / "again.facts.json") == document
    (tmp_path / "story.txt").write_bytes(TEXT.upper().encode())
    [changed] = read_file(path)
    assert [(p.code, str(p.position)) for p in changed.problems] == [("S11", "3:9")]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("../secret.txt", "the text '../secret.txt' lies outside the project"),
        ("missing.txt", "the text 'missing.txt' cannot be read: No such file or directory"),
    ],
)
def test_texts_that_cannot_be_used(tmp_path: Path, source: str, message: str) -> None:
    path = tmp_path / "story.facts.yaml"
    path.write_text(f"newsfacts: 1\nsource: {source}\n", encoding="utf-8")
    [document] = read_file(path)
    assert [(p.code, str(p.position), p.message) for p in document.problems] == [("S11", "2:9", message)]


def test_what_is_no_json_has_its_place() -> None:
    assert findings('{"newsfacts": 1,\n "text": }', "json") == [("S17", "2:10", "this is not JSON: expecting value")]
    assert findings('{"text": "a", "text": "b"}', "json") == [("S01", "1:15", "the key 'text' is already given")]
    assert findings('{"text": "a", "x": NaN}', "json")[0][2] == "this JSON cannot be read: NaN is not a number of JSON"
    assert findings("[" * 100_000, "json")[0][0] == "S17"


def test_every_line_of_json_lines_is_a_document_with_its_own_place(tmp_path: Path) -> None:
    path = tmp_path / "many.facts.jsonl"
    path.write_text('{"newsfacts": 1, "text": "a"}\n\n{"newsfacts": 1, "text": "b", "texd": 1}\n', encoding="utf-8")
    documents = list(read_file(path))
    assert [document.text for document in documents] == ["a", "b"]
    assert [(p.code, str(p.position)) for p in documents[1].problems] == [("S03", "3:31")]


def test_a_file_without_a_document() -> None:
    assert findings("") == [("S17", "1:1", "this file has no document")]
    assert findings("- a\n") == [("S17", "1:1", "a document is a table of keys and values")]
    assert findings("newsfacts: 1\n") == [("S11", "1:1", "this document has no text")]


def test_words_without_offsets_are_placed_near_others() -> None:
    document = parse(
        "newsfacts: 1\ntext: Ann said yes, Ben said no.\nannotations:\n- {kind: cue, quote: said, near: Ben}\n"
        "- {kind: cue, quote: said, nth: 1}\n- {kind: source, quote: Ben, prefix: ', '}\n",
        format="yaml",
    ).document
    assert [(each.KIND, each.span.start) for each in document.annotations] == [("cue", 4), ("source", 14), ("cue", 18)]
