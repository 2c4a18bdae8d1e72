"""`newsfacts ground`: a text against its sources, on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from tests.cli.running import newsfacts, write

from newsfacts import GroundItemKind, GroundOutcome
from newsfacts.json_schemas import ALL, GROUND_KINDS, GROUND_OUTCOMES

TEXT = "The fire on 4 July injured 15 people.\n\n“We never saw it coming,” Weiss said.\n"
SOURCE = "The fire on 4 July injured 12 people.\n\n“We never saw it come,” Anna Weiss said.\n"


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    write(tmp_path, answer__md=TEXT, wire__txt=SOURCE)


def test_the_report_shows_the_words_of_the_text_and_of_the_source(capsys: pytest.CaptureFixture[str]) -> None:
    found = newsfacts(capsys, "ground", "answer.md", "--source", "wire.txt")
    assert (found.status, found.err) == (1, "")
    assert (
        found.out
        == """\
answer.md:1:28: error G03 “15 people”: the statement has 15, and the source 12; no number fits both
  |
1 | The fire on 4 July injured 15 people.
  |                            ^^^^^^^^^
 ::: wire.txt:1:28
  |
1 | The fire on 4 July injured 12 people.
  |                            --------- the source
  = help: The source has: The fire on 4 July injured 12 people.

answer.md:3:1: error G01 “We never saw it coming,”: the quotation has 'coming' for 'come'
  |
3 | “We never saw it coming,” Weiss said.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^
 ::: wire.txt:3:2
  |
3 | “We never saw it come,” Anna Weiss said.
  |  -------------------- the source
  = help: The source has: We never saw it come

Looked for 3 items in 1 source: 1 number, 1 quotation, 1 time.
        1 supported
        2 not supported: 2 contradicted
        0 could not be checked
"""
    )


def test_the_json_has_the_words_that_a_program_writes_instead(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(newsfacts(capsys, "ground", "answer.md", "-s", "wire.txt", "--format", "json").out)
    jsonschema.validate(data, ALL["grounding"]())
    repaired = TEXT
    for item in reversed(data["items"]):
        if item["outcome"] == "contradicted" and item["kind"] == "number":
            repaired = repaired[: item["start"]] + item["source_words"] + repaired[item["end"] :]
    assert repaired.startswith("The fire on 4 July injured 12 people.")
    assert data["summary"] == {"items": 3, "supported": 1, "contradicted": 2, "left out": 0}


def test_the_published_schema_lists_every_kind_and_outcome() -> None:
    assert set(GROUND_KINDS) == {str(kind) for kind in GroundItemKind}
    assert set(GROUND_OUTCOMES) == {str(outcome) for outcome in GroundOutcome}


def test_reports_for_programs_are_well_formed(capsys: pytest.CaptureFixture[str]) -> None:
    def report(form: str) -> str:
        return newsfacts(capsys, "ground", "answer.md", "-s", "wire.txt", "--format", form).out

    sarif = json.loads(report("sarif"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["G03", "G01"]
    assert sarif["runs"][0]["results"][0]["relatedLocations"][0]["message"] == {"text": "the source"}
    assert len(list(ElementTree.fromstring(report("junit")).iter("failure"))) == 2
    assert report("github").startswith("::error file=answer.md,line=1,")
    page = report("html")
    assert 'class="f error" data-f="1">15 people</span>' in page
    assert page.count("<script") == 2


def test_a_page_shows_words_that_look_like_markup_as_they_are(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write(tmp_path, other__txt="<script>alert(12)</script> The fire injured 12 people.")
    page = newsfacts(capsys, "ground", "other.txt", "-s", "wire.txt", "--format", "html").out
    assert page.count("<script") == 2
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 1),
        (["--exit-zero"], 0),
        (["--ignore", "G01,G03"], 0),
        (["--ignore", "G"], 0),
        (["--severity", "G=info"], 0),
        (["--severity", "G=info", "--fail-on", "info"], 1),
        (["--select", "G07"], 0),
        (["--ignore", "X99"], 2),
        (["--published", "yesterday"], 2),
        (["--format", "nothing"], 2),
        (["--source", "none.txt"], 2),
    ],
)
def test_the_exit_status_is_that_of_check(options: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert newsfacts(capsys, "ground", "answer.md", "--source", "wire.txt", *options).status == status


def test_a_baseline_takes_what_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    known = ["ground", "answer.md", "-s", "wire.txt", "--baseline", "known.json"]
    assert newsfacts(capsys, *known, "--write-baseline").status == 0
    found = newsfacts(capsys, *known)
    assert found.status == 0
    assert "2 known from the baseline" in found.out


def test_folders_and_patterns_are_sources(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    write(
        tmp_path / "notes",
        a__txt="The fire on 4 July injured 15 people.",
        b__md="“We never saw it coming,” Weiss said.",
    )
    assert newsfacts(capsys, "ground", "answer.md", "--source", "notes").status == 0
    assert newsfacts(capsys, "ground", "answer.md", "--source", "notes/*.txt", "notes/b.md").status == 0
    assert newsfacts(capsys, "ground", "answer.md", "--source", "nothing/*.txt").status == 2


def test_a_text_is_never_its_own_source(capsys: pytest.CaptureFixture[str]) -> None:
    found = newsfacts(capsys, "ground", "answer.md", "--source", ".", "--format", "concise")
    assert found.err == "newsfacts: ./answer.md is the text itself, and is not taken as a source\n"
    assert found.out.startswith("answer.md:1:28: error G03")
    assert newsfacts(capsys, "ground", "answer.md", "--source", "answer.md").status == 2


def test_nothing_is_compared_with_sources_that_have_no_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write(tmp_path, empty__txt=" \n")
    found = newsfacts(capsys, "ground", "answer.md", "--source", "empty.txt", "missing.txt")
    assert (found.status, found.out) == (2, "")
    assert found.err.splitlines() == [
        "newsfacts: missing.txt cannot be read: there is no such file",
        "newsfacts: empty.txt has no words",
        "newsfacts: no sources found: --source names no file that can be read, has words and is not the text itself",
    ]
    found = newsfacts(capsys, "ground", "empty.txt", "--source", "wire.txt")
    assert (found.status, found.err) == (0, "newsfacts: empty.txt has no words\n")


def test_the_summary_says_that_a_source_could_not_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    found = newsfacts(capsys, "ground", "answer.md", "--source", "wire.txt", "missing.txt")
    assert found.status == 2
    assert "1 source could not be read: what is not found may be there." in found.out


def test_the_text_can_come_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    found = newsfacts(
        capsys, "ground", "-", "--source", "wire.txt", "--format", "concise", "--stdin-filename", "draft.md"
    )
    assert found.out.startswith("draft.md:1:28: error G03")


def test_a_report_never_overwrites_a_source(capsys: pytest.CaptureFixture[str]) -> None:
    found = newsfacts(capsys, "ground", "answer.md", "--source", "wire.txt", "--output", "wire.txt")
    assert found.status == 2
    assert Path("wire.txt").read_text(encoding="utf-8") == SOURCE


def test_the_day_of_the_text_is_given(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    write(tmp_path, late__txt="The strike began yesterday.", log__txt="The strike began on 3 March 2021.")
    found = newsfacts(capsys, "ground", "late.txt", "--source", "log.txt")
    assert (
        "1 could not be checked:\n             “yesterday”: “yesterday” counts from the day it was written" in found.out
    )
    assert newsfacts(capsys, "ground", "late.txt", "--source", "log.txt", "--published", "2021-03-04").status == 0
    assert newsfacts(capsys, "ground", "late.txt", "--source", "log.txt", "--published", "2021-03-09").status == 1
