"""One cause, one finding: what only follows from something broken is not reported as a mistake of its own."""

from __future__ import annotations

from pathlib import Path

from tests.counting import is_linear

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.consequences import Causes
from newsfacts.checking.document import check
from newsfacts.checking.files import check_files
from newsfacts.documents import parse

ROLES = "T1\tSource 0 3\tShe\nT2\tCue 4 8\tsaid\n"
EVENT = "T4\tAttribution 4 8\tsaid\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
CONTENT = "T3\tContent 9 20\tthat we won\n"
DEFAULT = Configuration()


def found(*paths: Path) -> list[tuple[str, str]]:
    results = [result for result in check_files(paths, DEFAULT) if not result.is_across]
    return [(Path(finding.path or "").name, finding.code) for result in results for finding in result.findings]


def codes(text: str) -> list[str]:
    return [finding.code for finding in check(parse(text, path="a.facts").document).findings]


def test_a_missing_text_is_one_finding_however_many_annotations_it_has(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text(ROLES + CONTENT + EVENT, encoding="utf-8")
    assert found(tmp_path / "a.ann") == [("a.ann", "S11")]


def test_a_broken_line_is_one_finding_although_another_line_refers_to_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("She said that we won.", encoding="utf-8")
    (tmp_path / "a.ann").write_text(ROLES + CONTENT.replace("\t", " ") + EVENT, encoding="utf-8")
    assert found(tmp_path / "a.ann") == [("a.ann", "S15")]


def test_a_forgotten_bracket_is_one_finding() -> None:
    assert codes("[[She]{.source} [said]{.cue} that [it rained{.claim}]{.attribution}.") == ["S15"]


def test_a_definition_that_the_broken_paragraph_uses_is_not_reported_as_unused() -> None:
    head = "---\nnewsfacts: 1\nentities: {ann: {name: Ann}, bo: {name: Bo}}\n---\n"
    result = check(parse(head + "[Ann]{ref=ann slept.", path="a.facts").document)
    assert [finding.code for finding in result.findings if finding.code in ("S15", "S23")] == ["S15", "S23"]
    assert [finding.message for finding in result.findings if finding.code == "S23"] == [
        "nothing in this document refers to the entity “bo”"
    ]
    assert [skip.reason for skip in result.skipped if skip.code == "S23"] == [
        "a part of the file that names it is broken"
    ]


def test_what_is_wrong_in_another_paragraph_is_still_reported() -> None:
    text = "[[She]{.source} [said]{.cue} that [it rained{.claim}]{.attribution}.\n\n[[He]{.source} [left]{.cue}]{.attribution}."
    assert codes(text) == ["S15", "T01"]


def test_an_error_is_reported_before_what_comes_before_it_in_the_file() -> None:
    head = "---\nnewsfacts: 1\nentities: {bo: {name: Bo}}\n---\n"
    assert codes(head + "It rained.\n\n[She{.mention}") == ["S15", "S23"]


def test_a_wrong_mark_of_a_text_is_reported_once_for_all_its_annotators(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("She said “no.", encoding="utf-8")
    for annotator in ("a_0a1b", "a_2c3d"):
        (tmp_path / f"{annotator}.ann").write_text("T1\tAside 0 3\tShe\n", encoding="utf-8")
    names = found(tmp_path / "a_0a1b.ann", tmp_path / "a_2c3d.ann")
    assert [name for name in names if name[1] == "Q08"] == [("a.txt", "Q08")]


def test_finding_causes_is_linear_in_what_is_broken() -> None:
    def broken(number: int) -> str:
        return "[[She]{.source} [said]{.cue} that [it rained{.claim}]{.attribution}.\n\n" * number

    def causes(text: str) -> object:
        document = parse(text, path="a.facts").document
        return Causes.of(document, document.problems)

    assert is_linear(causes, broken, 10)
