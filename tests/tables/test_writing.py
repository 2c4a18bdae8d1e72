"""Tables in files: every format has the same rows, whole or not at all; a cell that a spreadsheet runs can be disarmed."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import duckdb
import pyarrow
import pyarrow.ipc
import pyarrow.parquet
import pytest

import newsfacts
from newsfacts.errors import UsageError
from newsfacts.tables.columns import ColumnType
from newsfacts.tables.definitions import TABLES
from newsfacts.tables.table import Table

TEXT = (
    '[=1+1 "a, b"]{.claim} [12 people]{.count} [$3.5bn]{.count} [at least 10]{.count} [4 July 2024]{.time}\n\n'
    "[é 🙂]{.quote} [x]{.verdict} [a\tb]{.claim}"
)


def read_csv(path: Path, table: Table) -> list[dict[str, Any]]:
    """A file of CSV with the types that its columns have; what a reader without types gets is text."""

    def cell(text: str, type: ColumnType) -> Any:
        if text == "":
            return None
        if type is ColumnType.BOOLEAN:
            return {"true": True, "false": False}[text]
        return text if type is ColumnType.TEXT else float(text) if type is ColumnType.NUMBER else int(text)

    with path.open(encoding="utf-8", newline="") as file:
        return [
            {column.name: cell(row[column.name], column.type) for column in table.columns}
            for row in csv.DictReader(file)
        ]


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", TABLES)
def test_all_formats_have_the_same_rows(tmp_path: Path, name: str) -> None:
    table = newsfacts.table([newsfacts.parse(TEXT).document, newsfacts.parse("[13]{.count of=x}").document], name)
    expected = list(table)
    for ending in ("csv", "jsonl", "parquet", "arrow"):
        assert table.write(tmp_path / f"rows.{ending}") == len(expected)
    assert read_jsonl(tmp_path / "rows.jsonl") == expected
    assert pyarrow.parquet.read_table(tmp_path / "rows.parquet").to_pylist() == expected
    with pyarrow.ipc.open_file(tmp_path / "rows.arrow") as file:
        assert file.read_all().to_pylist() == expected
    assert table.to_arrow().to_pylist() == expected
    empty_as_null = [{key: cell if cell != "" else None for key, cell in row.items()} for row in expected]
    assert read_csv(tmp_path / "rows.csv", table) == empty_as_null


def test_duckdb_reads_the_csv_with_nulls_and_empty_texts(tmp_path: Path) -> None:
    table = newsfacts.table(newsfacts.parse("[12]{.count} []{.claim}").document, "documents")
    path = tmp_path / "documents.csv"
    table.write(path)
    found = duckdb.execute("SELECT title, counts, characters FROM read_csv(?, nullstr = '')", [str(path)]).fetchall()
    assert found == [(None, 1, 3)]


def test_a_null_and_an_empty_text_differ_in_csv(tmp_path: Path) -> None:
    path = tmp_path / "annotations.csv"
    newsfacts.table(newsfacts.loads("a", path=""), "documents").write(path)
    assert path.read_text(encoding="utf-8").splitlines()[1].startswith('"",0,,,')


def test_a_cell_that_is_a_formula_is_written_as_it_is_unless_it_is_for_a_spreadsheet(tmp_path: Path) -> None:
    from newsfacts.tables.writing import FORMATS, file_writer

    words = ["=cmd()", "+1", "-1", "@x", "\tx", "＝1", "fine", "5"]
    table = newsfacts.table(
        [newsfacts.Document.build(text, newsfacts.Claim(spans=(newsfacts.Span(0, len(text)),))) for text in words],
        "claims",
    )
    table.write(tmp_path / "plain.csv")
    assert [row["words"] for row in read_csv(tmp_path / "plain.csv", table)] == words
    with file_writer(str(tmp_path / "safe.csv"), table.columns, FORMATS["csv"], spreadsheet=True) as writer:
        for row in table:
            writer.write(row)
    safe = [row["words"] for row in read_csv(tmp_path / "safe.csv", table)]
    assert safe == ["'=cmd()", "'+1", "'-1", "'@x", "'\tx", "'＝1", "fine", "5"]


def test_a_table_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "counts.parquet"
    newsfacts.table(newsfacts.loads("[12]{.count}"), "counts").write(path)
    before = path.read_bytes()
    mixed: Any = [newsfacts.loads("[13]{.count}"), "b.facts"]
    with pytest.raises(UsageError, match="made of documents"):
        newsfacts.table(mixed, "counts").write(path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["counts.parquet"]


def test_many_rows_come_in_batches(tmp_path: Path) -> None:
    table = newsfacts.table(newsfacts.loads(" ".join(f"[{number}]{{.count}}" for number in range(4100))), "counts")
    assert table.write(tmp_path / "counts.parquet") == 4100
    read = pyarrow.parquet.read_table(tmp_path / "counts.parquet")
    assert read.column("stated").to_pylist() == [float(number) for number in range(4100)]
    assert read.schema.field("stated").metadata[b"description"].startswith(b"the one number")


def test_an_unknown_ending_is_refused() -> None:
    table = newsfacts.table(newsfacts.loads("x"), "counts")
    with pytest.raises(UsageError, match=r"counts\.xlsx: no format of tables has this ending"):
        table.write("counts.xlsx")
    with pytest.raises(UsageError, match="did you mean 'parquet'"):
        table.write("counts", format="parket")
