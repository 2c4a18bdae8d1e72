"""`newsfacts ground` says what it did not look at, and where words are in files that have no lines."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.cli.running import newsfacts, write
from tests.sources.making import docx, paragraph, pdf

TEXT = "The fire injured 15 people.\n"
SOURCE = "The fire injured 12 people."


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    write(tmp_path, answer__md=TEXT, wire__txt=SOURCE + "\n")


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--select", "G77"), "no rule or family has the code 'G77'"),
        (("--select", "nope"), "no rule or family has the code 'nope'"),
        (("--select", "D02"), "select none of the rules of ground, which are those of family G"),
    ],
)
def test_a_selection_that_would_never_report_anything_is_refused(
    options: tuple[str, ...], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = newsfacts(capsys, "ground", "answer.md", "-s", "wire.txt", *options)
    assert (found.status, found.out) == (2, "")
    assert reason in found.err


def test_the_summary_counts_what_the_selected_rules_do_not_report(capsys: pytest.CaptureFixture[str]) -> None:
    found = newsfacts(capsys, "ground", "answer.md", "-s", "wire.txt", "--ignore", "G03")
    assert found.status == 0
    assert "        1 not supported: 1 contradicted\n" in found.out
    assert "        1 not reported: their rules are not selected\n" in found.out


def test_pages_without_text_are_named_in_every_report_for_people(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf(tmp_path / "report.pdf", [[(72, 720, "The bridge is open.")], [], [(72, 720, "It is long.")], []])
    said = "report.pdf was not read as a whole, or not for sure: pages without text: 2, 4."
    assert said in newsfacts(capsys, "ground", "answer.md", "-s", "report.pdf").out
    assert said in newsfacts(capsys, "ground", "answer.md", "-s", "report.pdf", "--format", "html").out
    data = json.loads(newsfacts(capsys, "ground", "answer.md", "-s", "report.pdf", "--format", "json").out)
    assert data["sources"][0]["notes"] == ["pages without text: 2, 4"]


def test_a_page_for_people_names_the_sources_that_could_not_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "damaged.docx").write_bytes(b"no package")
    found = newsfacts(capsys, "ground", "answer.md", "-s", "wire.txt", "damaged.docx", "--format", "html")
    assert "damaged.docx cannot be read" in found.out


def test_files_of_a_folder_that_are_not_read_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "desk").mkdir()
    write(tmp_path / "desk", wire__txt=SOURCE, figures__csv="12", photo__png="no picture", newsfacts__toml="")
    found = newsfacts(capsys, "ground", "answer.md", "-s", "desk")
    assert found.err == (
        "newsfacts: not read, as they are not texts by their names: desk/figures.csv, desk/photo.png\n"
    )


def test_standard_input_cannot_be_a_source(capsys: pytest.CaptureFixture[str]) -> None:
    found = newsfacts(capsys, "ground", "answer.md", "-s", "-")
    assert found.status == 2
    assert "only the text is read from standard input" in found.err


def test_no_line_is_given_for_words_of_a_file_without_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docx(tmp_path / "report.docx", paragraph("The mill") + paragraph(SOURCE))
    found = newsfacts(capsys, "ground", "answer.md", "-s", "report.docx")
    assert (
        " ::: report.docx\n"
        "  |\n"
        "  | The fire injured 12 people.\n"
        "  |                  --------- the source, paragraph 2\n"
    ) in found.out
    sarif = json.loads(newsfacts(capsys, "ground", "answer.md", "-s", "report.docx", "--format", "sarif").out)
    [related] = sarif["runs"][0]["results"][0]["relatedLocations"]
    assert related["message"]["text"] == "the source, paragraph 2"
    assert "region" not in related["physicalLocation"]


def test_words_of_a_text_without_lines_are_found_by_their_paragraph(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docx(tmp_path / "answer.docx", paragraph("The mill") + paragraph(TEXT.strip()))
    found = newsfacts(capsys, "ground", "answer.docx", "-s", "wire.txt", "--format", "concise")
    assert "“15 people” (paragraph 2): the statement has 15, and the source 12" in found.out
    data = json.loads(newsfacts(capsys, "ground", "answer.docx", "-s", "wire.txt", "--format", "json").out)
    assert data["items"][0]["place"] == "paragraph 2"


def test_a_copy_of_the_text_among_the_sources_is_pointed_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docx(tmp_path / "copy.docx", paragraph(TEXT.strip()))
    found = newsfacts(capsys, "ground", "answer.md", "-s", "copy.docx", "wire.txt")
    assert found.err == "newsfacts: copy.docx has the words of the text, so everything in it is supported\n"


def test_each_thing_that_could_not_be_checked_is_a_test_of_its_own_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        tmp_path,
        answer__md="“We saw it,” Ann Weiss said. “We ran,” Bo Dahl said.",
        wire__txt="“We saw it,” she said. “We ran,” he said.",
    )
    found = newsfacts(capsys, "ground", "answer.md", "-s", "wire.txt", "--format", "junit")
    places = re.findall(r'name="G03 contradicted-value at ([\d:]+)">\s*<skipped ', found.out)
    assert places == ["1:1", "1:30"]


def test_quotation_marks_of_the_text_are_not_doubled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, answer__md="“We saw it,” Ann Weiss said.", wire__txt="“We saw it,” she said.")
    found = newsfacts(capsys, "ground", "answer.md", "-s", "wire.txt")
    assert "““" not in found.out
    assert "“We saw it,”: " in found.out
