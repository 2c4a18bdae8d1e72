"""`newsfacts export` and `newsfacts query`: rows on standard output and in files, mistakes with their place, and nothing but tables."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.running import newsfacts, stdin, write

from newsfacts.tables.definitions import TABLES

Capture = pytest.CaptureFixture[str]

STORY = """\
---
newsfacts: 1
title: Flood
published: 2024-07-04
entities: {weiss: {name: Anna Weiss, kind: person}}
measures: {dead: {label: people killed, unit: person}}
---
[[The mayor]{.source ref=weiss} [said]{.cue} [[at least 12 people]{.count of=dead} had died]{.claim}]{.attribution}.
"""


@pytest.fixture(autouse=True)
def story(tmp_path: Path) -> None:
    write(tmp_path, story__facts=STORY)


# -- export ------------------------------------------------------------------------------------------------------------


def test_export_writes_counts_as_csv_to_standard_output(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "export", "story.facts")
    assert (outcome.status, outcome.err) == (0, "")
    [row] = csv.DictReader(io.StringIO(outcome.out))
    assert (row["path"], row["words"], row["measure"], row["speaker_name"]) == (
        "story.facts", "at least 12 people", "dead", "Anna Weiss",
    )  # fmt: skip
    assert (row["low"], row["low_exact"], row["high"], row["low_open"]) == ("12.0", "12", "", "false")


def test_export_writes_json_lines(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "export", "story.facts", "--table", "claims", "--format", "jsonl")
    [line] = outcome.out.splitlines()
    assert json.loads(line)["words"] == "at least 12 people had died"


def test_export_of_all_tables_is_a_folder_with_a_file_each(capsys: Capture, tmp_path: Path) -> None:
    assert newsfacts(capsys, "export", "story.facts", "-t", "all", "--format", "parquet", "-o", "out").status == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(f"{name}.parquet" for name in TABLES)


def test_export_of_several_tables_needs_a_folder(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "export", "story.facts", "-t", "counts,claims")
    assert (outcome.status, outcome.err) == (2, "newsfacts: several tables go into a folder: name it with -o\n")


def test_export_reads_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, STORY)
    outcome = newsfacts(capsys, "export", "-", "-t", "documents", "--format", "jsonl")
    assert (outcome.status, json.loads(outcome.out)["path"]) == (0, "<stdin>")


def test_a_file_that_cannot_be_read_is_reported_and_the_rest_is_written(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, bad__facts="[12]{.count of=nothing}")
    outcome = newsfacts(capsys, "export", "story.facts", "bad.facts", "missing.facts", "-o", "counts.csv")
    assert outcome.status == 2
    assert [line.split(" ")[2] for line in outcome.err.splitlines()] == ["S06", "S20"]
    assert len((tmp_path / "counts.csv").read_text(encoding="utf-8").splitlines()) == 3
    assert newsfacts(capsys, "export", "story.facts", "bad.facts", "-o", "counts.csv").status == 1


def test_export_does_not_write_over_a_document(capsys: Capture, tmp_path: Path) -> None:
    outcome = newsfacts(capsys, "export", "story.facts", "--format", "csv", "-o", "story.facts")
    assert outcome.status == 2
    assert (tmp_path / "story.facts").read_text(encoding="utf-8") == STORY


def test_export_lists_the_columns(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "export", "--columns", "-t", "counts")
    assert outcome.out.startswith("counts: a row is one count\n")
    assert "  low_exact " in outcome.out


def test_an_unknown_table_and_format_are_refused_with_the_nearest(capsys: Capture) -> None:
    assert "did you mean 'claims'" in newsfacts(capsys, "export", "story.facts", "-t", "claim").err
    assert "did you mean 'jsonl'" in newsfacts(capsys, "export", "story.facts", "--format", "json").err
    assert "is for CSV" in newsfacts(capsys, "export", "story.facts", "--format", "jsonl", "--spreadsheet").err


# -- query -------------------------------------------------------------------------------------------------------------


def test_query_answers_with_a_table(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "query", "SELECT measure, low, speaker FROM counts", "story.facts")
    assert outcome.status == 0
    assert outcome.out == "measure  low  speaker\n-------  ---  -------\ndead      12  weiss\n(1 row)\n"


def test_query_answers_with_csv_and_json_lines(capsys: Capture) -> None:
    sql = "SELECT kind, count(*) AS n, NULL AS nothing FROM annotations GROUP BY kind ORDER BY kind LIMIT 2"
    assert newsfacts(capsys, "query", sql, "story.facts", "--format", "csv").out == (
        "kind,n,nothing\r\nattribution,1,\r\nclaim,1,\r\n"
    )
    lines = newsfacts(capsys, "query", sql, "story.facts", "--format", "jsonl").out.splitlines()
    assert json.loads(lines[0]) == {"kind": "attribution", "n": 1, "nothing": None}


def test_query_joins_tables_and_asks_findings(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, wrong__facts="[12 people]{.count value=13} died.")
    sql = 'SELECT f.code, c."end" FROM findings f JOIN counts c ON f.path = c.path AND f.start = c.start'
    outcome = newsfacts(capsys, "query", sql, "story.facts", "wrong.facts", "--format", "csv")
    assert (outcome.status, outcome.out) == (0, "code,end\r\nN01,9\r\n")


@pytest.mark.parametrize(
    ("sql", "message", "place"),
    [
        ("SELECT lo FROM counts", "Referenced column \"lo\" not found in FROM clause! (did you mean 'low'?)", 7),
        ("SELECT * FROM cunts", "Table with name cunts does not exist! (did you mean 'counts'?)", 14),
        ("SELECT c.x FROM counts c", 'Table "c" does not have a column named "x"', 7),
        ("GET low FROM counts", 'syntax error at or near "GET"', 0),
        ("SELECT 'é', end FROM counts", 'as a column, it is written with quotation marks, "end"', 12),
        ("SELECT 'é', lo FROM counts", "did you mean 'low'?", 12),
    ],
)
def test_a_mistake_in_a_query_has_its_place_and_the_nearest_name(
    capsys: Capture, sql: str, message: str, place: int
) -> None:
    outcome = newsfacts(capsys, "query", sql, "missing.facts")  # nothing is read before the query is understood
    assert outcome.status == 2
    what, line, mark = outcome.err.splitlines()
    assert message in what
    assert line == f"  line 1: {sql}"
    assert mark.index("^") == len("  line 1: ") + place


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('{path}')", "SELECT * FROM read_text('{path}')", "SELECT * FROM glob('*')",
        "SELECT * FROM '{path}'", "COPY counts TO '{path}.csv'", "ATTACH '{path}.db'", "INSTALL httpfs", "SET threads = 1",
        "SELECT 1; SELECT 2", "CREATE TABLE x AS SELECT 1", "DROP TABLE counts", "", ";", "SELECT ?",
        "SELECT * FROM rows_of_a_variable",
    ],
)  # fmt: skip
def test_a_query_can_do_nothing_but_select_from_the_tables(capsys: Capture, tmp_path: Path, sql: str) -> None:
    before = sorted(tmp_path.iterdir())
    outcome = newsfacts(capsys, "query", sql.replace("{path}", "story.facts"), "story.facts")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("newsfacts: ")
    assert "weiss" not in outcome.err
    assert sorted(tmp_path.iterdir()) == before


def test_a_row_longer_than_what_duckdb_takes_by_default_is_read(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, long__facts=f"[{'word ' * 3_600_000}]{{.claim}}")
    outcome = newsfacts(capsys, "query", "SELECT length(words) AS n FROM claims", "long.facts", "--format", "csv")
    assert outcome.out == "n\r\n18000000\r\n"


def test_a_query_of_pages_is_refused(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "query", f"SELECT {'1, ' * 40_000} 1", "story.facts")
    assert (outcome.status, outcome.err) == (
        2,
        "newsfacts: the query has 120,009 characters; at most 100,000 are read\n",
    )


def test_a_failure_while_a_query_runs_is_one_message(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "query", "SELECT CAST(words AS INTEGER) FROM counts", "story.facts")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("newsfacts: the query: Could not convert string 'at least 12 people'")


def test_two_columns_of_one_name_are_refused_as_json(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "query", "SELECT 1 AS a, 2 AS a", "story.facts", "--format", "jsonl")
    assert (outcome.status, outcome.out) == (2, "")
    assert "give one of them another" in outcome.err


def test_without_duckdb_the_message_says_how_to_install_it(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    outcome = newsfacts(capsys, "query", "SELECT 1", "story.facts")
    assert outcome.err == "newsfacts: queries need DuckDB, which is not installed: pip install 'newsfacts[duckdb]'\n"


def test_without_pyarrow_parquet_says_how_to_install_it(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    outcome = newsfacts(capsys, "export", "story.facts", "-o", "counts.parquet")
    assert outcome.status == 2
    assert "pip install 'newsfacts[arrow]'" in outcome.err
