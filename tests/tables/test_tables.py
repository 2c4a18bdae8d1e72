"""Tables: what is in each cell, by hand; every annotation of a kind is exactly one row; bad documents are findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

import newsfacts
from newsfacts.errors import UsageError
from newsfacts.model import Annotation, Attribution, Claim, Count, Document, Evidence, Mention, Quote, Time, Verdict
from newsfacts.tables.columns import ColumnType, exact_text, nearest_float
from newsfacts.tables.definitions import TABLES
from newsfacts.tables.json_schema import rows_schema
from newsfacts.testing import documents

HEAD = """---
newsfacts: 1
title: Flood
published: 2024-07-04
entities: {weiss: {name: Anna Weiss, kind: person}, police: {name: Orsk police, kind: organization}}
measures: {dead: {label: people killed, unit: person, kind: tally}, cost: {label: damage, unit: USD}}
---
"""


def rows(text: str, name: str, head: str = HEAD) -> list[dict[str, Any]]:
    """The rows of a document, without the cells that are null."""
    found = newsfacts.table(newsfacts.parse(head + text).document, name)
    return [{key: cell for key, cell in row.items() if cell is not None} for row in found]


def cells(row: dict[str, Any], names: str) -> list[Any]:
    return [row.get(name) for name in names.split()]


# -- Counts ------------------------------------------------------------------------------------------------------------


def test_a_count_says_what_it_counts_and_what_it_means() -> None:
    [row] = rows("[About 40 people]{.count #toll of=dead as_of=2024-07-03 scope=orsk} died.", "counts")
    assert cells(row, "id kind words start end spans") == ["toll", "count", "About 40 people", 0, 15, "0-15"]
    assert cells(row, "measure measure_label measure_kind measure_unit scope") == [
        "dead", "people killed", "tally", "person", "orsk",
    ]  # fmt: skip
    assert cells(row, "value hedge comparator stated stated_exact unit") == [
        "~40 people",
        "about",
        "~",
        40.0,
        "40",
        "people",
    ]
    assert cells(row, "low low_exact low_open high high_exact high_open") == [36.0, "36", False, 44.0, "44", False]
    assert cells(row, "as_of as_of_start as_of_end") == ["2024-07-03", "2024-07-03T00:00:00", "2024-07-04T00:00:00"]
    assert cells(row, "asserted declared quantity_kind published") == [True, False, "number", "2024-07-04"]


@pytest.mark.parametrize(
    ("words", "low", "low_open", "high", "high_open"),
    [
        ("[more than 12 people]{.count}", 12.0, True, None, None),
        ("[at least 12 people]{.count}", 12.0, False, None, None),
        ("[fewer than 12 people]{.count}", 0.0, False, 12.0, True),
        ("[12 to 15 people]{.count}", 12.0, False, 15.0, False),
    ],
)
def test_an_end_that_is_open_or_missing_says_so(
    words: str, low: float | None, low_open: bool | None, high: float | None, high_open: bool | None
) -> None:
    [row] = rows(words, "counts")
    assert cells(row, "low low_open high high_open") == [low, low_open, high, high_open]


def test_money_and_a_third_are_exact() -> None:
    money, third = rows("[$3.5bn]{.count of=cost} for [a third]{.count}.", "counts")
    assert cells(money, "stated stated_exact currency quantity_kind") == [3.5e9, "3500000000", "USD", "money"]
    assert cells(third, "stated_exact quantity_kind") == ["1/3", "share"]
    assert third["stated"] == pytest.approx(1 / 3)


def test_a_count_that_cannot_be_read_says_why_and_has_no_number() -> None:
    [row] = rows("[eleven three people]{.count} died.", "counts")
    assert row["unreadable"]
    assert cells(row, "value stated low high hedge") == [None] * 5


def test_the_speaker_of_a_count_is_there_without_climbing() -> None:
    text = "[[The mayor]{.source ref=weiss} [said]{.cue} [on 3 July]{.time} [[12 people]{.count} had died]{.claim}]{.attribution}."
    [count] = rows(text, "counts")
    assert cells(count, "attribution role speaker speaker_name speaker_words cue source_kind") == [
        0, "content", "weiss", "Anna Weiss", "The mayor", "said", "named",
    ]  # fmt: skip


def test_what_is_in_an_attribution_but_not_in_its_content_is_not_said_by_its_source() -> None:
    text = "[[Two officials]{.source} [said]{.cue} [on 3 July]{.time} that [taxes rise]{.claim}]{.attribution}."
    [time] = rows(text, "times")
    assert cells(time, "attribution role speaker speaker_words cue") == [0, None, None, None, None]
    [source] = rows(text, "mentions")
    assert cells(source, "attribution role speaker_words") == [0, "source", None]


def test_a_nested_attribution_has_its_own_speaker() -> None:
    inner = "[[the police]{.source ref=police} [counted]{.cue} [[12 people]{.count}]{.claim}]{.attribution}"
    text = f"[[Weiss]{{.source ref=weiss}} [said]{{.cue}} {inner}]{{.attribution}}."
    [count] = rows(text, "counts")
    assert cells(count, "speaker speaker_words cue") == ["police", "the police", "counted"]
    outer, nested = rows(text, "attributions")
    assert cells(outer, "annotation speaker source_entity own_cue contents") == [0, None, "weiss", "said", "3"]
    assert cells(nested, "annotation speaker role source_entity own_cue") == [
        3,
        "weiss",
        "content",
        "police",
        "counted",
    ]


def test_content_elsewhere_has_its_speaker() -> None:
    text = "[[Weiss]{.source ref=weiss} [said]{.cue}]{.attribution content=k}: [[12 people]{.count} died]{.claim #k}."
    [count] = rows(text, "counts")
    assert cells(count, "speaker cue role") == ["weiss", "said", "content"]


def test_a_by_goes_before_the_attribution_around_it() -> None:
    text = "[[Weiss]{.source ref=weiss} [said]{.cue} [[“[12]{.count} died”]{.quote by=police}]{.claim}]{.attribution}."
    [count] = rows(text, "counts")
    assert cells(count, "speaker speaker_words quote") == ["police", None, 4]


def test_what_is_denied_predicted_or_aside_is_not_asserted() -> None:
    text = (
        "[[12]{.count} did not die]{.claim polarity=negative}. [[13]{.count} will die]{.claim type=prediction}. "
        "[Photo: [14]{.count} dead]{.aside} [15]{.count} died."
    )
    assert [cells(row, "words asserted denied predicted aside") for row in rows(text, "counts")] == [
        ["12", False, True, False, False], ["13", False, False, True, False],
        ["14", False, False, False, True], ["15", True, False, False, False],
    ]  # fmt: skip


# -- Times and the rest ------------------------------------------------------------------------------------------------


def test_times_have_edtf_and_both_ends() -> None:
    day, open_one, length, unknown = rows(
        "[Yesterday]{.time}, [since 2019]{.time}, [for two weeks]{.time}, [that night]{.time}", "times"
    )
    assert cells(day, "type edtf first after open_end grain") == [
        "interval", "2024-07-03", "2024-07-03T00:00:00", "2024-07-04T00:00:00", False, "day",
    ]  # fmt: skip
    assert cells(open_one, "type first open_start open_end") == ["interval", "2019-01-01T00:00:00", False, True]
    assert open_one.get("after") is None
    assert cells(length, "type value seconds first") == ["duration", "P2W", 1209600.0, None]
    assert cells(unknown, "type needs value") == ["unresolved", "the date that it refers to", None]


def test_an_unresolved_time_says_what_it_needs() -> None:
    [row] = rows("on [Thursday]{.time}", "times", head="")
    assert cells(row, "type needs value edtf") == ["unresolved", "a publication date", None, None]


def test_documents_count_what_they_have_and_their_errors() -> None:
    [row] = rows("[12]{.count} [Weiss]{.mention ref=weiss} [x]{.claim}", "documents")
    assert cells(row, "title characters annotations counts mentions claims times errors") == [
        "Flood",
        10,
        3,
        1,
        1,
        1,
        0,
        0,
    ]
    [broken] = rows("[12]{.count of=nothing}", "documents")
    assert broken["errors"] == 1


def test_mentions_quotes_claims_verdicts_and_relations() -> None:
    text = (
        "[Weiss and the police]{.mention ref='weiss police'} [“No”]{.quote #q by=weiss rebuts=k} [taxes rise]{.claim #k certainty=possible} "
        "[False]{.verdict of=k rating=1.5 best=5 worst=1 by=police date=2024-07-05}"
    ).replace("'", '"')
    [mention] = rows(text, "mentions")
    assert cells(mention, "entity entity_name entity_kind entities referred") == [
        "weiss|police", "Anna Weiss|Orsk police", "person|organization", 2, True,
    ]  # fmt: skip
    [quote] = rows(text, "quotes")
    assert cells(quote, "id speaker by form verbatim") == ["q", "weiss", "weiss", "direct", False]
    [claim] = rows(text, "claims")
    assert cells(claim, "polarity certainty asserted denied") == ["positive", "possible", False, True]
    [verdict] = rows(text, "verdicts")
    assert cells(verdict, "claim claim_words label rating rating_exact best worst by date date_end") == [
        2, "taxes rise", "False", 1.5, "1.5", 5.0, 1.0, "police", "2024-07-05", "2024-07-06T00:00:00",
    ]  # fmt: skip
    [relation] = rows(text, "relations")
    assert cells(relation, "relation source source_id source_kind target target_id target_words") == [
        "rebuts", 1, "q", "quote", 2, "k", "taxes rise",
    ]  # fmt: skip


def test_a_kind_that_no_schema_knows_is_a_row_of_annotations() -> None:
    [row] = rows("[x]{.planet size=big}", "annotations")
    assert cells(row, "kind words fields") == ["planet", "x", '{"size": "big"}']


def test_findings_are_those_of_a_check_with_their_places() -> None:
    [row] = rows("[12 people]{.count value=13} died.", "findings", head="")
    assert cells(row, "code rule severity line column words") == [
        "N01",
        "value-not-in-words",
        "error",
        1,
        20,
        "value=13",
    ]
    assert cells(row, "start end file_start file_end fix_applicability labels") == [0, 9, 19, 27, "unsafe", "[]"]


# -- Numbers -----------------------------------------------------------------------------------------------------------


def test_exact_numbers_are_decimal_digits_or_a_fraction() -> None:
    from fractions import Fraction

    assert exact_text(-17) == "-17"
    assert exact_text(Fraction(-17, 4)) == "-4.25"
    assert exact_text(Fraction(1, 80)) == "0.0125"
    assert exact_text(Fraction(2, 3)) == "2/3"
    assert exact_text(None) is None


def test_a_number_beyond_floats_is_the_largest_one() -> None:
    assert nearest_float(10**400) == 1.7976931348623157e308
    assert nearest_float(-(10**400)) == -1.7976931348623157e308


def test_half_a_character_in_a_name_is_escaped() -> None:
    [row] = newsfacts.table(Document(path="a\udcff.facts", text="x"), "documents")
    assert row["path"] == "a\\udcff.facts"


# -- Laws --------------------------------------------------------------------------------------------------------------

KINDS = {
    "mentions": Mention, "quotes": Quote, "claims": Claim, "attributions": Attribution, "counts": Count, "times": Time,
    "verdicts": Verdict, "evidence": Evidence, "annotations": Annotation,
}  # fmt: skip
PYTHON: dict[ColumnType, type | tuple[type, ...]] = {
    ColumnType.TEXT: str, ColumnType.INTEGER: int, ColumnType.NUMBER: float, ColumnType.BOOLEAN: bool,
}  # fmt: skip

SCHEMAS = {name: rows_schema()["$defs"][name] for name in TABLES}


@given(documents())
@settings(max_examples=20, deadline=None)
def test_every_annotation_of_a_kind_is_exactly_one_row_of_the_declared_types(document: Document) -> None:
    for name, cls in KINDS.items():
        found = list(newsfacts.table(document, name))
        expected = [number for number, one in enumerate(document.annotations) if isinstance(one, cls)]
        assert [row["annotation"] for row in found] == expected
        assert [row["words"] for row in found] == [document.annotations[number].text for number in expected]
    assert len(list(newsfacts.table(document, "documents"))) == 1
    assert len(list(newsfacts.table(document, "relations"))) == len(document.relations)
    for name, definition in TABLES.items():
        for row in newsfacts.table(document, name):
            assert list(row) == [column.name for column in definition.columns]
            for column in definition.columns:
                cell = row[column.name]
                assert (cell is None and not column.required) or type(cell) is PYTHON[column.type], (name, column.name)
            assert Draft202012Validator(SCHEMAS[name]).is_valid(dict(row))


def test_columns_are_named_once_and_described() -> None:
    for definition in TABLES.values():
        names = [column.name for column in definition.columns]
        assert len(set(names)) == len(names), definition.name
        assert all(column.doc for column in definition.columns)


# -- Files and what may be given ---------------------------------------------------------------------------------------


def test_a_folder_is_read_in_the_order_of_a_check_and_bad_files_are_findings(tmp_path: Path) -> None:
    (tmp_path / "newsfacts.toml").write_text("")
    (tmp_path / "b.facts").write_text("[12]{.count}", encoding="utf-8")
    (tmp_path / "a.facts").write_bytes(b"\xff[13]{.count}")
    (tmp_path / "c.facts.jsonl").write_text(
        '{"newsfacts": 1, "text": "14", "annotations": [{"kind": "count", "spans": [[0, 2]]}]}\n'
        '{"newsfacts": 1, "text": "15", "annotations": [{"kind": "count", "spans": [[0, 2]]}]}\n',
        encoding="utf-8",
    )
    counts = newsfacts.table(tmp_path, "counts")
    found = [(Path(str(row["path"])).name, row["document"], row["words"]) for row in counts]
    assert found == [("b.facts", 0, "12"), ("c.facts.jsonl", 0, "14"), ("c.facts.jsonl", 1, "15")]
    assert list(counts) == list(counts)  # files are read again
    findings = list(newsfacts.table(tmp_path, "findings"))
    assert ("a.facts", "S20") in [(Path(str(row["path"])).name, row["code"]) for row in findings]
    assert [row["errors"] for row in newsfacts.table(tmp_path, "documents")] == [1, 0, 0, 0]


def test_documents_without_a_path_are_numbered() -> None:
    given = [newsfacts.loads("[12]{.count}"), newsfacts.loads("[13]{.count}")]
    assert [(row["document"], row["words"]) for row in newsfacts.table(given, "counts")] == [(0, "12"), (1, "13")]


def test_rows_come_before_the_next_document_is_read() -> None:
    read: list[int] = []

    def documents() -> Iterator[Document]:
        for number in range(3):
            read.append(number)
            yield newsfacts.loads("[12]{.count}")

    rows_of_counts = iter(newsfacts.table(documents(), "counts"))
    assert next(rows_of_counts)["document"] == 0
    assert read == [0]


def test_documents_that_come_once_make_a_table_once() -> None:
    counts = newsfacts.table(iter([newsfacts.loads("[12]{.count}")]), "counts")
    assert len(list(counts)) == 1
    with pytest.raises(UsageError, match="used up"):
        list(counts)


@pytest.mark.parametrize("wrong", [3, b"x", None, [3], ["a.facts", 3]])
def test_anything_else_is_refused(wrong: Any) -> None:
    with pytest.raises(UsageError, match="made of documents or of paths"):
        list(newsfacts.table(wrong, "counts"))


def test_an_unknown_table_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="there is no table 'count' \\(did you mean 'counts'\\?\\)"):
        newsfacts.table([], "count")
