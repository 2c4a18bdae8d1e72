"""Whatever is planted into a clean document is found where it was planted, and nothing else is."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.injection.measuring import NOT_PLANTED, Row, codes, measure, should_be_planted
from tests.injection.planting import clean_documents

from newsfacts.checking.document import check
from newsfacts.documents import parse

NUMBER = 6 if os.environ.get("HYPOTHESIS_PROFILE") == "ci" else 3
"""How often each kind is planted; `python benchmarks/injection.py` plants more."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("injection")


@pytest.fixture(scope="module")
def rows(folder: Path) -> list[Row]:
    return list(measure(NUMBER, 20240704, folder))


def test_there_are_stories_and_small_documents_to_plant_into(folder: Path) -> None:
    names = [document.name for document in clean_documents(folder)]
    assert {"summit", "day-1-noon", "day-1-evening", "day-2", "fact-check", "ferry", "library", "orchard"} < set(names)
    assert len(names) > 250


def test_every_rule_that_can_be_broken_by_a_machine_is(rows: list[Row]) -> None:
    assert len(rows) >= 150
    assert sorted(set(should_be_planted()) - set(codes())) == sorted(NOT_PLANTED)
    assert [row.code for row in rows if row.planted < NUMBER] == []


def test_at_least_99_percent_are_found_at_their_place(rows: list[Row]) -> None:
    missed = [f"{trial.code} in {trial.document}: {trial.text}" for row in rows for trial in row.missed]
    assert len(missed) <= 0.01 * sum(row.planted for row in rows), missed[0]


def test_no_other_error_appears(rows: list[Row]) -> None:
    assert [(t.code, t.document, *map(str, t.errors)) for row in rows for t in row.disturbed] == []


def test_hardly_another_warning_appears(rows: list[Row]) -> None:
    warned = [(t.code, t.document, *map(str, t.others)) for row in rows for t in row.warned]
    assert len(warned) <= 0.01 * sum(row.planted for row in rows), warned


def test_where_offsets_are_shifted_the_findings_at_the_spans_could_not_be_checked() -> None:
    data = {
        "newsfacts": 1,
        "text": "😀 He saw two boats and six ships.",
        "annotations": [
            {"kind": "count", "spans": [[10, 19]], "words": "two boats"},  # offsets in UTF-16: 1 more
            {"kind": "count", "spans": [[24, 33]], "words": "six ships"},
        ],
    }
    result = check(parse(json.dumps(data), path="a.json", format="json").document)
    assert [finding.code for finding in result.findings] == ["A04"]
    assert {skip.reason for skip in result.skipped} == {"the offsets of the document are shifted (A04)"}
    assert "N23" in {skip.code for skip in result.skipped}
