"""Checking many documents: the examples, several processes, suppression, the database, and what does not grow."""

from __future__ import annotations

import json
import os
import pickle
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

import newsfacts
from newsfacts.checking.across import check_across, collect
from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Plan, Result
from newsfacts.checking.fact_store import FactStore
from newsfacts.checking.file_text import read_again
from newsfacts.checking.files import check_files
from newsfacts.documents import dumps, load, parse
from newsfacts.errors import ReadError, UsageError
from newsfacts.findings import Severity
from newsfacts.reports import Run, get_report

EXAMPLES = Path(__file__).parents[2] / "examples"
ACROSS = Configuration(select=("X",))


def article(title: str, count: str, extra: str = "") -> str:
    return (
        f"---\nnewsfacts: 1\ntitle: {title}\npublished: 2025-10-11\n{extra}"
        "measures: {dead: {label: people killed at Orsk, unit: person}}\n---\n\n"
        f"The flood killed [{count}]{{.count of=dead as_of=2025-10-11}}.\n"
    )


def check_corpus(
    paths: Iterable[Path | str],
    configuration: Configuration | None = None,
    *,
    jobs: int = 1,
    database: Path | None = None,
) -> Result:
    """The results of all files, and of comparing them, as one."""
    given = configuration or Configuration()
    return Result.total(file.result for file in check_files(paths, given, jobs=jobs, database=database))


def folder_of(folder: Path, *texts: str) -> list[Path]:
    paths = [folder / f"{number}.facts" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_the_planted_fall_is_all_that_is_found_across_the_examples() -> None:
    evening = "Death toll from landslide climbs to 17 as rescuers search by floodlight"
    found = check_corpus(sorted(EXAMPLES.glob("*/*.facts")), ACROSS).findings
    assert [
        (f.code, Path(f.path or "").name, f.words, f.message) for f in found if f.severity is not Severity.INFO
    ] == [
        (
            "X05",
            "day-2.facts",
            "58 people",
            f"“58 people” is less than “64” in “{evening}”, although people injured can only grow",
        )
    ]
    assert [(Path(label.place.path or "").name, label.place.words) for label in found[0].labels] == [
        ("day-1-evening.facts", "64")
    ]


def test_one_process_and_two_give_the_same(tmp_path: Path) -> None:
    texts = [article(f"Report {number}", "17 people" if number else "90 people") for number in range(70)]
    paths = folder_of(tmp_path, *texts)
    alone, shared = (check_corpus(paths, jobs=jobs) for jobs in (1, 2))
    assert shared == alone
    assert [str(finding) for finding in shared.findings] == [str(finding) for finding in alone.findings]
    assert [(f.code, f.words, Path(f.path or "").name) for f in alone.findings if f.code == "X04"] == [
        ("X04", "90 people", "0.facts")
    ]
    assert alone.checked.documents == 70


def test_documents_and_their_files_give_the_same(tmp_path: Path) -> None:
    paths = folder_of(tmp_path, article("One", "17 people"), article("Two", "23 people"))
    assert newsfacts.check([load(path) for path in paths]) == check_corpus(paths)


def test_documents_without_a_file_are_shown_with_their_words() -> None:
    documents = [parse(article("One", "17 people")).document, parse(article("Two", "23 people")).document]
    (found,) = newsfacts.check(documents, ACROSS).findings
    assert found.words == "23 people"
    assert [label.place.words for label in found.labels] == ["17 people"]


def test_a_document_can_ignore_a_conflict(tmp_path: Path) -> None:
    ignoring = article("Two", "23 people", "ignore: [{rule: X04, reason: the other report is old}]\n")
    paths = folder_of(tmp_path, article("One", "17 people"), ignoring)
    result = check_corpus(paths)
    assert [f.code for f in result.findings if f.code != "X04"] == []
    assert result.findings == ()
    assert [(f.code, f.words) for f in result.suppressed] == [("X04", "23 people")]


def test_a_comment_ignores_the_conflict_at_its_span(tmp_path: Path) -> None:
    text = article("Two", "23 people").replace("2025-10-11}.", "2025-10-11}{% ignore X04: recounted at night %}.")
    result = check_corpus(folder_of(tmp_path, article("One", "17 people"), text))
    assert result.findings == ()
    assert [(f.code, f.words) for f in result.suppressed] == [("X04", "23 people")]


def test_a_document_without_a_file_can_ignore_a_conflict_too() -> None:
    ignoring = article("Two", "23 people", "ignore: [{rule: X04, reason: the other report is old}]\n")
    documents = [
        parse(text).document for text in (article("One", "17 people"), ignoring, article("Three", "90 people"))
    ]
    result = newsfacts.check(documents, ACROSS)
    assert [finding.words for finding in result.findings] == ["90 people"]
    assert [finding.words for finding in result.suppressed] == ["23 people"]


def test_each_document_of_a_file_ignores_its_own_conflicts(tmp_path: Path) -> None:
    ignoring = article("Two", "23 people", "ignore: [{rule: X04, reason: the other report is old}]\n")
    texts = (article("One", "17 people"), ignoring, article("Three", "90 people"))
    lines = [dumps(parse(text).document, format="jsonl") for text in texts]
    path = tmp_path / "all.facts.jsonl"
    path.write_text("".join(lines), encoding="utf-8")
    result = check_corpus([path], ACROSS)
    assert [(f.position.line if f.position else 0) for f in result.findings] == [3]
    assert [(f.position.line if f.position else 0) for f in result.suppressed] == [2]


def test_a_suppression_across_documents_is_named_by_name_and_one_that_is_not_needed_is_information(
    tmp_path: Path,
) -> None:
    ignoring = article("Two", "23 people").replace(
        "2025-10-11}.", "2025-10-11}{% ignore contradictory-counts: recount %}."
    )
    needed = check_corpus(folder_of(tmp_path, article("One", "17 people"), ignoring))
    assert [finding.code for finding in needed.findings] == []
    assert [finding.words for finding in needed.suppressed] == ["23 people"]
    unneeded = check_corpus(folder_of(tmp_path, article("One", "23 people"), ignoring))
    assert [(f.code, str(f.severity), f.message, f.words) for f in unneeded.findings] == [
        (
            "S22", "info", "contradictory-counts finds nothing here among the 2 documents of this run",
            "{% ignore contradictory-counts: recount %}",
        )
    ]  # fmt: skip
    alone = check_corpus(folder_of(tmp_path, ignoring))
    assert alone.findings == ()


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_order_of_paths_changes_nothing(tmp_path: Path, jobs: int) -> None:
    entity = "entities: {{mayor: {{name: {0}, kind: person}}}}\n"
    texts = [
        article(f"Day {number}", count, entity.format(name)) + "[The mayor]{ref=mayor} spoke.\n"
        for number, (count, name) in enumerate(
            [("17 people", "Ann Bell"), ("23 people", "Bob Cole"), ("17 people", "Bob Cole"), ("90 people", "Cy Dent")]
        )
    ]
    paths = folder_of(tmp_path, *texts)
    expected = check_corpus(paths)
    assert {finding.code for finding in expected.findings} >= {"X04", "X12"}
    for order in ([3, 2, 1, 0], [2, 0, 3, 1]):
        shuffled = check_corpus([paths[number] for number in order], jobs=jobs)
        assert list(map(str, shuffled.findings)) == list(map(str, expected.findings))
    documents = [load(path) for path in paths]
    for order in ([3, 2, 1, 0], [1, 3, 0, 2]):
        assert newsfacts.check([documents[number] for number in order]) == newsfacts.check(documents)


def test_factbooks_schemas_and_unreadable_files_are_checked_as_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "w.factbook.yaml").write_text("entities: {ann: {name: Ann Bell, kind: persn}}\n", encoding="utf-8")
    (tmp_path / "w.schema.yaml").write_text("newsfacts-schema: 1\nname: w\nkinds: 5\n", encoding="utf-8")
    (tmp_path / "newsfacts.toml").write_text('schema = ["kinds.yaml"]\nfactbook = ["people.yaml"]\n', encoding="utf-8")
    (tmp_path / "kinds.yaml").write_text(
        "newsfacts-schema: 1\nname: k\nkinds: {wire: {parent: aside, doc: a line of the desk}}\n", encoding="utf-8"
    )
    (tmp_path / "people.yaml").write_text("entities: {ann: {name: Ann Bell, kind: person}}\n", encoding="utf-8")
    (tmp_path / "a.facts").write_text("[A line]{.wire}. [Ann Bell]{ref=ann} spoke.\n", encoding="utf-8")
    (tmp_path / "b.facts").write_bytes(b"caf\xe9")
    found = {Path(file.path).name: [f.code for f in file.findings] for file in check_files([tmp_path])}
    assert found == {"a.facts": [], "b.facts": ["S20"], "w.factbook.yaml": ["S13"], "w.schema.yaml": ["S24"]}


def test_a_document_that_could_not_be_read_is_looked_at_by_no_rule(tmp_path: Path) -> None:
    document = next(newsfacts.read_file(tmp_path / "gone.facts"))
    result = newsfacts.check(document)
    assert [finding.code for finding in result.findings] == ["S20"]
    assert (result.checked.documents, result.checked.rules, result.checked.held) == (0, 0, 0)


def test_a_severity_is_changed_across_documents_too(tmp_path: Path) -> None:
    paths = folder_of(tmp_path, article("One", "17 people"), article("Two", "23 people"))
    (found,) = check_corpus(paths, Configuration(select=("X04",), severity={"X": Severity.INFO})).findings
    assert found.severity is Severity.INFO


def test_a_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    paths = folder_of(tmp_path, article("One", "17 people"), "", article("Two", "23 people"))
    paths[1].write_bytes(b"\xff\xfe\xff")
    codes = {finding.code for finding in check_corpus([*paths, tmp_path / "gone.facts"]).findings}
    assert {"S20", "X04"} <= codes


def test_no_files_and_no_documents_are_an_error_and_not_a_success() -> None:
    with pytest.raises(UsageError, match=r"^there is no file to check$"):
        check_files([])
    with pytest.raises(UsageError, match=r"^there is no document to check$"):
        newsfacts.check([])


def test_what_is_not_a_document_is_named_briefly(tmp_path: Path) -> None:
    (path,) = folder_of(tmp_path, article("One", "17 people"))
    mixed: list[Any] = [load(path), path]
    with pytest.raises(UsageError, match=r"^check takes documents, but number 2 of those given is of type PosixPath$"):
        newsfacts.check(mixed)
    wrong: Any = 5
    with pytest.raises(UsageError, match=r"^check takes a document or several, not int; read a file first: "):
        newsfacts.check(wrong)


def test_files_come_in_order_and_what_is_across_comes_last(tmp_path: Path) -> None:
    paths = folder_of(tmp_path, article("One", "17 people"), article("Two", "23 people"))
    checked = list(check_files(iter(paths), ACROSS))
    assert [file.path for file in checked] == [str(paths[0]), str(paths[1]), "all documents together"]
    assert [file.is_across for file in checked] == [False, False, True]
    assert [len(file.result.findings) for file in checked] == [0, 0, 1]


def test_a_named_database_stays_and_is_replaced_by_the_next_run(tmp_path: Path) -> None:
    paths = folder_of(tmp_path, article("One", "17 people"), article("Two", "23 people"))
    database = tmp_path / "facts.sqlite3"
    for _ in range(2):
        check_corpus(paths, database=database)
        connection = sqlite3.connect(database)
        assert connection.execute("SELECT value FROM facts WHERE kind = 'count' ORDER BY number").fetchall() == [
            ("17 people",),
            ("23 people",),
        ]
        connection.close()


def test_another_file_is_not_replaced_by_a_database(tmp_path: Path) -> None:
    (path,) = folder_of(tmp_path, article("One", "17 people"))
    other = tmp_path / "thesis.txt"
    other.write_text("Years of work.", encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        check_corpus([path], database=other)
    assert str(refused.value) == f"{other} is not a database of newsfacts, so it is not replaced; name another file"
    assert other.read_text(encoding="utf-8") == "Years of work."


def test_what_a_document_hands_over_can_be_sent_and_holds_no_text(tmp_path: Path) -> None:
    (path,) = folder_of(tmp_path, article("One", "17 people", "") + "A sentence that is no fact. " * 2000)
    document = load(path)
    plan = Plan.of(ACROSS)
    sent = pickle.dumps(collect(document, plan))
    assert pickle.loads(sent) == collect(document, plan)
    assert len(sent) < 10_000


def test_a_finding_keeps_its_lines_and_reads_the_rest_of_its_file_again(tmp_path: Path) -> None:
    paths = folder_of(tmp_path, article("One", "17 people"), article("Two", "23 people"))
    (found,) = check_corpus(paths, ACROSS).findings
    sent = pickle.loads(pickle.dumps(found))
    assert sent == found
    assert found.place is not None
    assert found.place.source.string == paths[1].read_text(encoding="utf-8")
    paths[1].write_text("Something else.", encoding="utf-8")
    read_again.cache_clear()
    for one in (found, sent):
        assert one.place is not None
        assert (one.words, str(one.position), one.place.line) == (
            "23 people", "8:19", "The flood killed [23 people]{.count of=dead as_of=2025-10-11}."
        )  # fmt: skip
        with pytest.raises(ReadError, match="has changed since it was checked"):
            _ = one.place.source.string
    paths[1].unlink()
    read_again.cache_clear()
    with pytest.raises(ReadError, match="cannot be read again: No such file or directory"):
        _ = found.place.source.string


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("change", ["changes", "vanishes"])
def test_a_file_that_changes_after_it_was_checked_is_a_finding(tmp_path: Path, jobs: int, change: str) -> None:
    one, two, three = folder_of(
        tmp_path, article("One", "17 people"), article("Two", "23 people"), "[At least 12]{.count value=12} came."
    )
    files = check_files([one, two, three], Configuration(), jobs=jobs)
    found = [next(files), next(files)]
    if change == "changes":
        two.write_text("An empty line more.\n\n" + two.read_text(encoding="utf-8"), encoding="utf-8")
    else:
        two.unlink()
    read_again.cache_clear()
    found += files
    assert [str(finding) for file in found for finding in file.findings] == [
        f"{three}:1:22: error N02 the words say “At least 12”, but the value is exactly 12",
        f"{two}:1:1: error S20 this file was changed or removed while it was checked, so it was not compared with the others",
    ]


def test_the_store_gives_back_what_was_put_in() -> None:
    document = parse(article("One", "17 people"), path="one.facts").document
    plan = Plan.of(ACROSS)
    with FactStore() as store:
        given = collect(document, plan)
        store.add(given)
        (fact,) = store.where("f.kind = 'count'")
        assert check_across(store, plan) == Result()
    (expected,) = (one for one in given.facts if one.kind == "count")
    assert (fact.value, fact.low, fact.high, fact.since, fact.until, fact.dated, fact.words, fact.once) == (
        "17 people", 17.0, 17.0, expected.since, expected.until, True, "17 people", False
    )  # fmt: skip
    assert fact.document.title == "One"


# -- Names and texts that are not UTF-8 ----------------------------------------------------------------------------------


def folder_of_stray_bytes(folder: Path) -> list[str]:
    """Two reports that contradict each other, in files whose names are not UTF-8, and one that agrees with the first."""
    paths = [os.fsdecode(os.fsencode(folder) + name) for name in (b"/a\xff.facts", b"/b\xfe.facts", b"/c.facts")]
    for path, count in zip(paths, ("12 people", "13 people", "12 people"), strict=True):
        Path(path).write_text(article("", count).replace("title: \n", ""), encoding="utf-8")
    return paths


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("resumed", [False, True])
def test_files_whose_names_are_not_utf_8_are_compared(tmp_path: Path, jobs: int, resumed: bool) -> None:
    paths = folder_of_stray_bytes(tmp_path)
    state = tmp_path / "state.db" if resumed else None
    for _ in range(2 if resumed else 1):  # the second run takes the results of the first
        found = [f for file in check_files(paths, ACROSS, jobs=jobs, resume=state) for f in file.findings]
        message = (
            f"“13 people” contradicts “12 people” in {paths[0]}: both count people killed at Orsk, as of the same time"
        )
        assert [(f.code, f.path, f.message) for f in found] == [("X04", paths[1], message)]
        assert [label.place.path for label in found[0].labels] == [paths[0]]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_reports_name_files_whose_names_are_not_utf_8(tmp_path: Path) -> None:
    results = list(check_files(folder_of_stray_bytes(tmp_path), ACROSS))
    (finding,) = json.loads("".join(get_report("json")(Run(files=results))))["findings"]
    assert finding["path"] == os.fsdecode(os.fsencode(tmp_path) + b"/b\xfe.facts")
    sarif = json.loads("".join(get_report("sarif")(Run(files=results))))
    (result,) = sarif["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("/b%FE.facts")


def test_documents_with_half_a_character_in_a_title_or_a_label_are_compared(tmp_path: Path) -> None:
    for number, count in enumerate(("12 people", "12 people", "13 people")):
        data = {
            "newsfacts": 1, "title": f"Report {number} \ud800", "published": "2025-10-11", "text": f"{count} died.",
            "measures": {"dead": {"label": "people killed \udfff", "unit": "person"}},
            "annotations": [{"kind": "count", "spans": [[0, 9]], "words": count, "of": "dead", "as_of": "2025-10-11"}],
        }  # fmt: skip
        (tmp_path / f"{number}.facts.json").write_text(json.dumps(data), encoding="utf-8")
    found = check_corpus([tmp_path], ACROSS, database=tmp_path / "facts.db").findings
    assert [(f.code, Path(f.path or "").name, f.message) for f in found if f.code.startswith("X")] == [
        (
            "X04",
            "2.facts.json",
            "“13 people” contradicts “12 people” in “Report 0 \ud800”: both count people killed \udfff, as of the same time",
        )
    ]
