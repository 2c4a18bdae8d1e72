"""One SQL text finds which facts have to be compared, with every engine alike, and what it leaves out changes no finding."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts.checking.across import check_across, collect
from newsfacts.checking.candidates import COMPARED_KINDS, candidates_sql
from newsfacts.checking.document import Plan
from newsfacts.checking.document_facts import DocumentFacts
from newsfacts.checking.fact_store import FactStore
from newsfacts.documents import parse
from newsfacts.rules.corpus_rule import CorpusRule
from newsfacts.spark.rows import FACT_COLUMNS, document_row, documents_from, fact_rows

PLAN = Plan.prepared(None)
SQL_TYPES = {"bigint": "BIGINT", "boolean": "BOOLEAN", "double": "DOUBLE", "string": "VARCHAR"}
Row = dict[str, Any]


def facts_of(texts: Sequence[str]) -> list[DocumentFacts]:
    """The facts of documents, each with its text."""
    documents = [parse(text, path=f"{number:03}.facts").document for number, text in enumerate(texts)]
    return [collect(document, PLAN, keep_text=True) for document in documents]


def as_rows(found: Sequence[DocumentFacts]) -> list[Row]:
    """The rows of facts; of those that are kept once, the first."""
    seen: set[tuple[str, str, str]] = set()
    rows = []
    for number, facts in enumerate(found, 1):
        for row in fact_rows(number, facts):
            key = (row["kind"], row["key"], row["value"])
            if not row["once"] or key not in seen:
                rows.append(row)
            if row["once"]:
                seen.add(key)
    return rows


def candidates(connection: Any, rows: Sequence[Row]) -> set[tuple[str, str]]:
    """The kinds and keys that an engine finds."""
    columns = ", ".join(f'"{name}" {SQL_TYPES[type]}' for name, type in FACT_COLUMNS.items())
    connection.execute(f"CREATE TABLE facts ({columns})")
    if rows:
        places = ", ".join("?" * len(FACT_COLUMNS))
        connection.executemany(f"INSERT INTO facts VALUES ({places})", [tuple(row.values()) for row in rows])
    return set(connection.execute(candidates_sql()).fetchall())


def findings(found: Sequence[DocumentFacts]) -> list[str]:
    with FactStore() as store:
        for facts in found:
            store.add(facts)
        return [str(finding) for finding in check_across(store, PLAN).findings]


def examples() -> list[str]:
    """The documents of the examples of all rules that compare documents."""
    texts = []
    for rule in PLAN.across:
        assert isinstance(rule, CorpusRule)
        for example in (*rule.INVALID, *rule.VALID):
            texts += [example.text, *example.files.values()]
    return texts


def by_sqlite(rows: Sequence[Row]) -> set[tuple[str, str]]:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        return candidates(connection, rows)


def by_duckdb(rows: Sequence[Row]) -> set[tuple[str, str]]:
    with duckdb.connect() as connection:
        return candidates(connection, rows)


def test_the_candidates_of_all_examples_give_the_findings_of_all_facts() -> None:
    found = facts_of(examples())
    rows = as_rows(found)
    kept = by_sqlite(rows)
    chosen = [row for row in rows if (row["kind"], row["key"]) in kept]
    assert len(chosen) < len(rows)
    wanted = {row["document"] for row in chosen}
    documents = [
        document_row(number, facts) for number, facts in enumerate(found, 1) if number in wanted or facts.suppressions
    ]
    expected = findings(found)
    assert len(expected) > 20
    assert findings(list(documents_from(documents, iter(chosen)))) == expected


def test_sqlite_and_duckdb_find_the_same_candidates() -> None:
    rows = as_rows(facts_of(examples()))
    found = by_sqlite(rows)
    assert by_duckdb(rows) == found
    assert {kind for kind, _ in found} >= {"count", "quote-edge", "entity", "version"}


ROWS = st.lists(
    st.fixed_dictionaries({
        "kind": st.sampled_from([*COMPARED_KINDS, "known", "event-order", "of-somebody"]),
        "key": st.sampled_from("ab"),
        "value": st.sampled_from("xy"),
        "speaker": st.sampled_from(["", "p", "q"]),
        "low": st.sampled_from([None, 1.0, 5.0]),
        "high": st.sampled_from([None, 1.0, 5.0]),
        "since": st.sampled_from([None, 0, 9]),
        "until": st.sampled_from([None, 1, 10]),
        "dated": st.booleans(),
        "document": st.integers(1, 3),
    }),
    max_size=12,
)  # fmt: skip
EMPTY: Row = dict.fromkeys(FACT_COLUMNS)


@given(ROWS)
@settings(max_examples=40, deadline=None)
def test_engines_agree_about_any_facts(rows: list[Row]) -> None:
    full = [{**EMPTY, **row, "number": number, "once": False} for number, row in enumerate(rows)]
    assert by_sqlite(full) == by_duckdb(full)


@pytest.mark.parametrize(
    ("one", "other", "is_candidate"),
    [
        ({"low": 1.0, "high": 5.0}, {"low": 5.0, "high": 9.0}, False),
        ({"low": 1.0, "high": 4.0}, {"low": 5.0, "high": 9.0}, True),
        ({"low": 5.0, "high": None}, {"low": None, "high": 4.0}, True),
        ({"low": None, "high": 4.0}, {"low": None, "high": 9.0}, False),
    ],
)
def test_counts_are_candidates_where_no_number_fits_all_of_several_documents(
    one: Row, other: Row, is_candidate: bool
) -> None:
    common = {**EMPTY, "kind": "count", "key": "dead", "value": "", "speaker": "", "once": False, "dated": False}
    rows = [{**common, **one, "document": 1}, {**common, **other, "document": 2}]
    assert bool(by_sqlite(rows)) is is_candidate
    alone = [{**row, "document": 1} for row in rows]
    assert by_sqlite(alone) == set()
