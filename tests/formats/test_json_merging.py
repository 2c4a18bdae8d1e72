"""Writing a JSON file back changes the values that differ, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.documents import dump, dumps, load, parse
from newsfacts.formats.json_merging import merge_json
from newsfacts.formats.json_writer import write_json

FILE = """{
    "newsfacts": 1,
    "annotations": [
        {"words": "Twelve", "spans": [[0, 6]], "kind": "count", "value": "12"},
        {"kind": "cue", "spans": [[11, 15]], "words": "s\\u0061id", "note": "ours"}
    ],
    "title": "A \\u2013 B",
    "text": "Twelve men said no."
}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.facts.json"
    made.write_text(FILE, encoding="utf-8")
    return made


def changed_lines(before: str, after: str) -> list[str]:
    return [line.strip() for line in after.splitlines() if line not in before.splitlines()]


def test_a_file_that_says_the_same_is_the_same(path: Path) -> None:
    assert dumps(load(path), format="json") == FILE


def test_a_changed_value_changes_its_line_only(path: Path) -> None:
    document = parse(FILE, path=str(path), format="json").document
    changed = document.edit(document.counts[0], value="13")
    written = dumps(changed, format="json")
    assert changed_lines(FILE, written) == ['{"words": "Twelve", "spans": [[0, 6]], "kind": "count", "value": "13"},']


def test_a_removed_annotation_leaves_the_others_as_they_are(path: Path) -> None:
    document = parse(FILE, path=str(path), format="json").document
    written = dumps(document.without(document.counts[0]), format="json")
    assert changed_lines(FILE, written) == []
    assert '"note": "ours"' in written
    assert '"Twelve"' not in written


DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.sampled_from(["", "a", "é", '"', "x\ny"]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["a", "b", "é", ""]), inner, max_size=3)
    ),
    max_leaves=12,
)
TABLES = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), DATA, max_size=4)


@given(TABLES, TABLES, st.sampled_from([None, 2, 4]))
def test_what_is_merged_says_what_it_shall(before: dict[str, Any], after: dict[str, Any], indent: int | None) -> None:
    text = write_json(before, indent=indent)
    merged = merge_json(text, before, after)
    assert json.loads(merged) == after
    assert merge_json(text, before, before) == text


def test_keys_that_no_one_knows_and_line_ends_stay() -> None:
    text = '{\r\n  "own": 1,\r\n  "a": [\r\n    1,\r\n    2\r\n  ]\r\n}'
    merged = merge_json(text, {"a": [1, 2]}, {"a": [1, 3, 2], "b": {"c": [4]}})
    assert (
        merged
        == '{\r\n  "own": 1,\r\n  "a": [\r\n    1,\r\n    3,\r\n    2\r\n  ],\r\n  "b": {\r\n    "c": [\r\n      4\r\n    ]\r\n  }\r\n}'
    )


def test_writing_to_the_file_keeps_it(path: Path) -> None:
    document = load(path)
    dump(document, path)
    assert path.read_text(encoding="utf-8") == FILE
