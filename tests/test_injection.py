"""Whatever is planted into a clean document is found where it was planted, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.injection.measuring import NOT_PLANTED, Row, codes, measure, should_be_planted
from tests.injection.planting import clean_documents

NUMBER = 6
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
    assert len(rows) >= 120
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
