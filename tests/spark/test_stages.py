"""What runs on the workers, without Spark: batches of Arrow go in, and come out with the declared columns."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import attrs
import pyarrow
import pytest

import newsfacts
from newsfacts.checking.configuration import Configuration
from newsfacts.spark.rows import FACT_COLUMNS, STATED_COLUMNS, arrow_schema, document_id
from newsfacts.spark.stages import Settings, Shared, checked_files, facts_of_rows, findings_of_rows, stated_of_rows
from newsfacts.tables.arrow import schema_of
from newsfacts.tables.whole import FINDINGS

COUNT = "---\nnewsfacts: 1\npublished: 2025-10-11\nmeasures: {dead: {label: people killed}}\n---\n[12 people]{.count of=dead} died."


@attrs.frozen
class Sent:
    """What a broadcast variable of Spark is to a worker."""

    value: Settings


SHARED = Shared(Sent(Settings("a", Configuration())))


def batch(*rows: tuple[str, str | bytes | None]) -> list[Any]:
    """Documents as Spark hands them over."""
    columns = [{"number": None, "path": path, "text": text, "format": None} for path, text in rows]
    return [pyarrow.RecordBatch.from_pylist(columns)]


def test_documents_become_findings_with_the_columns_of_the_table() -> None:
    given = batch(("a", "[12]{.count of=nothing}"), ("b", "plain"), ("c", COUNT))
    found = list(findings_of_rows(SHARED)(given))
    assert all(each.schema.equals(schema_of(FINDINGS.columns)) for each in found)
    rows = [(row["path"], row["code"]) for each in found for row in each.to_pylist()]
    assert ("a", "S06") in rows
    assert {path for path, _ in rows} <= {"a", "c"}


def test_a_document_that_is_not_utf8_or_not_there_is_a_finding(tmp_path: Path) -> None:
    broken = list(findings_of_rows(SHARED)(batch(("broken", b"\xff"))))
    missing = list(findings_of_rows(SHARED)(batch((str(tmp_path / "missing.facts"), None))))
    assert [(row["path"], row["code"]) for each in broken for row in each.to_pylist()] == [("broken", "S20")]
    assert [row["code"] for each in missing for row in each.to_pylist()] == ["S20"]


def test_documents_become_facts() -> None:
    [found] = facts_of_rows(SHARED)(batch(("a", COUNT), ("b", COUNT)))
    assert found.schema.equals(arrow_schema(FACT_COLUMNS))
    counts = [row for row in found.to_pylist() if row["kind"] == "count"]
    assert [row["words"] for row in counts] == ["12 people", "12 people"]
    assert len({row["document"] for row in counts}) == 2
    [stated] = stated_of_rows(SHARED)(batch(("a", COUNT)))
    assert stated.schema.equals(arrow_schema(STATED_COLUMNS))
    assert [row["kind"] is None for row in stated.to_pylist()].count(True) == 1


def test_documents_have_numbers_by_their_files_or_by_their_names() -> None:
    assert [document_id(file, "a", place) for file, place in ((0, 0), (0, 1), (1, 0))] == [0, 1, 1 << 24]
    names = {document_id(None, path, place) for path in ("a", "b", None) for place in (0, 1)}
    assert len(names) == 6
    assert all(0 <= name < 2**63 for name in names)


@pytest.mark.parametrize("apart", [False, True])
def test_a_second_attempt_in_another_process_has_the_same_results(tmp_path: Path, apart: bool) -> None:
    paths = []
    for number, text in enumerate((COUNT, "[12]{.count of=nothing}", "plain")):
        path = tmp_path / f"{number}.facts"
        path.write_text(text, encoding="utf-8")
        os.utime(path, (1_700_000_000, 1_700_000_000))
        paths.append(str(path))
    found = list(checked_files(SHARED, paths, apart=apart))
    alone = list(newsfacts.check_files(paths, Configuration()))
    assert [checked.result for checked in found] == alone[: len(paths)]
    assert all(checked.looked_at for checked in found)
