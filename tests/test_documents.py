"""Laws that hold for every document: what is written reads back equal, the text survives, reading never raises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import Watched, is_linear

from newsfacts.checking.document import check
from newsfacts.documents import dumps, parse
from newsfacts.findings import MAX_PROBLEMS
from newsfacts.formats import FORMATS, format_of_path
from newsfacts.formats.annotated_text.well_formed import MAX_NESTING
from newsfacts.model import Document
from newsfacts.testing import annotated_texts, documents, texts


@pytest.mark.parametrize("format", ["facts", "yaml", "json", "jsonl"])
@given(document=documents())
def test_what_is_written_reads_back_equal(format: str, document: Document) -> None:
    read = parse(dumps(document, format=format), format=format)
    assert [str(problem) for problem in read.findings] == []
    assert read.document.text == document.text
    assert read.document == document


@given(documents())
def test_writing_twice_gives_the_same(document: Document) -> None:
    once = dumps(document)
    assert dumps(parse(once).document) == once


@given(annotated_texts())
def test_reading_and_checking_never_raises(text: str) -> None:
    check(parse(text).document)


@given(annotated_texts())
def test_what_could_be_read_survives_writing(text: str) -> None:
    document = parse(text).document
    try:
        written = dumps(document)
    except Exception as error:
        assert "needs an id" in str(error)  # noqa: PT017 - a reference to an annotation whose id was taken twice
    else:
        assert parse(written).document.text == document.text


@given(st.sampled_from(["yaml", "json", "jsonl", "facts"]), texts() | st.text())
def test_arbitrary_text_is_read_in_every_format(format: str, text: str) -> None:
    check(parse(text, format=format).document)


@given(texts())
def test_plain_text_without_markup_is_its_own_text(text: str) -> None:
    assert parse(dumps(Document(text=text))).document.text == text


UNITS = (
    "[", "]{", "\\", "]", "{%", '[a]{b="', "[[a]{.cue}", "[a]{.claim}", "\n", "\r", " \n", "[x", "{", "{% %}", "]{.a ", '"',
    "[a]{cont=q}", "[]{#q}",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_anything_is_read_in_linear_time(unit: str) -> None:
    assert is_linear(parse, lambda size: Watched(unit * (size // len(unit))), 125)


def test_a_large_text_of_anything_is_read() -> None:
    text = "\n\n".join(unit * (4_000 // len(unit)) for unit in UNITS)
    assert len(parse(text).findings) == MAX_PROBLEMS + 1


def test_deep_nesting_has_a_named_limit() -> None:
    text = "[" * 500 + "x" + "]{.claim}" * 500
    parsed = parse(text)
    assert [finding.message for finding in parsed.findings] == [
        f"more than {MAX_NESTING} brackets are open here; deeper ones are read as text"
    ]
    assert len(parsed.document.annotations) == MAX_NESTING


def test_brackets_that_are_text_may_stand_in_a_span_over_two_lines() -> None:
    document = parse("[a [b\nc] d [e]{.cue}]{.claim}").document
    assert [(a.KIND, a.text) for a in document] == [("claim", "a [b\nc] d e"), ("cue", "e")]


ENDINGS = [ending for format in FORMATS.values() for ending in format.endings]


@given(
    st.lists(st.sampled_from([*ENDINGS, "a", ".", "/", "\\", "facts", "json", ".JSON", "é"]), max_size=6).map("".join)
)
def test_the_format_of_a_file_is_that_of_the_longest_ending(path: str) -> None:
    fitting = [
        (len(ending), format) for format in FORMATS.values() for ending in format.endings if path.endswith(ending)
    ]
    found = format_of_path(path)
    assert found is (max(fitting, key=lambda pair: pair[0])[1] if fitting else None)
