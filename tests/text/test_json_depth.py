"""In a browser, JSON that is nested too deep is refused before it ends Python (the real thing is in `tests/test_playground.py`)."""

from __future__ import annotations

import pytest

from newsfacts.documents import parse
from newsfacts.drafting.answer_form import read_form
from newsfacts.errors import UsageError
from newsfacts.formats.migration import migrate
from newsfacts.text import json_depth
from newsfacts.text.json_depth import breaks_json_parser

DEEP = '{"text": "a", "annotations": ' + "[" * 5_000 + "]" * 5_000 + "}"


@pytest.fixture
def small_stack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_depth, "_SMALL_STACK", True)


def test_where_python_stops_by_itself_nothing_is_counted() -> None:
    assert not breaks_json_parser("[" * 100_000)


@pytest.mark.usefixtures("small_stack")
def test_a_deep_text_is_recognized() -> None:
    assert not breaks_json_parser("[" * 100 + "]" * 100)
    assert not breaks_json_parser("[]" * 100_000)
    assert not breaks_json_parser("]" * 500 + "[" * 100)
    assert breaks_json_parser("[" * 101)
    assert breaks_json_parser("]" * 500 + '{"a":' * 101)
    assert not breaks_json_parser("[" * 150, 0, 100)
    assert breaks_json_parser("x" * 50 + "[" * 101, 50)


@pytest.mark.usefixtures("small_stack")
@pytest.mark.parametrize("text", [DEEP, '{"a":' * 5_000 + "1" + "}" * 5_000])
def test_a_deep_document_is_refused_with_its_place(text: str) -> None:
    problems = [str(problem) for problem in parse(text, path="a.facts.json", format="json").document.problems]
    assert any("S17 lists and tables are nested more than 100 deep; this is not read" in one for one in problems), (
        problems
    )


@pytest.mark.usefixtures("small_stack")
def test_a_document_with_many_brackets_in_its_text_is_read() -> None:
    text = '{"newsfacts": 1, "text": "' + "[" * 300 + '", "annotations": [{"kind": "claim", "spans": [[0, 2]]}]}'
    document = parse(text, format="json").document
    assert [claim.text for claim in document.claims] == ["[["]
    assert document.problems == ()


@pytest.mark.usefixtures("small_stack")
def test_a_deep_answer_of_a_model_and_a_deep_old_file_are_refused() -> None:
    with pytest.raises(UsageError, match="nested more than 100 deep"):
        read_form(DEEP)
    with pytest.raises(UsageError, match="nested more than 100 deep"):
        migrate(DEEP, "JSON")
