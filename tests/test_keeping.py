"""Nothing is lost in writing back: comments, suppressions, order, spelling and line ends of a file stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import newsfacts
from newsfacts import Claim, Count, Document
from newsfacts.cli import main
from newsfacts.testing import annotated_texts, documents
from newsfacts.versions.reanchor import move_annotations

STORY = """---
newsfacts: 1
# who is who
entities:
  weiss: {name: Anna Weiss, kind: person}   # the mayor
  haldan:
    name: Per Haldan
title:   Flood   # as printed
measures: {dead: {label: people killed, unit: person}}
---

[[Mayor Anna Weiss]{.source   ref=weiss} [said]{.cue} that [[12 people]{ .count #toll of=dead }{% ignore N22: the outlet's tally %}
had died]{.claim}]{.attribution}. {% to do %} A \\{brace} and [sic].
"""


def test_what_is_only_read_is_written_letter_for_letter() -> None:
    assert newsfacts.loads(STORY).dumps() == STORY


def test_an_edit_of_the_head_changes_one_line() -> None:
    edited = newsfacts.loads(STORY).edit(title="Flood kills 12")
    assert edited.dumps() == STORY.replace("title:   Flood   # as", "title:   Flood kills 12   # as")


def test_an_edit_of_a_span_changes_its_block() -> None:
    edited = newsfacts.loads(STORY).edit("toll", value="~12")
    assert edited.dumps() == STORY.replace("{ .count #toll of=dead }", "{.count #toll of=dead value=~12}")


def test_a_new_annotation_adds_its_markup_and_nothing_else() -> None:
    edited = newsfacts.loads(STORY).annotate(Claim, "[sic]", id="s")
    assert edited.dumps() == STORY.replace("[sic]", "[[sic]]{.claim #s}")
    assert edited.without("s").dumps() == STORY


def test_line_ends_stay_as_they_are() -> None:
    story = STORY.replace("\n", "\r\n")
    edited = newsfacts.loads(story).edit(title="Rain", outlet="The Post")
    written = edited.dumps()
    assert "\n" not in written.replace("\r\n", "")
    assert newsfacts.loads(written) == edited
    assert written.replace("outlet: The Post\r\n", "").replace("Rain", "Flood") == story


def test_an_edited_document_can_still_be_checked() -> None:
    edited = newsfacts.loads(STORY).edit(title="Rain")
    result = newsfacts.check(edited)
    assert [finding.code for finding in result.findings if finding.code[0] in "SA"] == ["S22", "S23"]


YAML = """# a comment
newsfacts: 1
text: "12 people died"
annotations:
  # the number
  - {kind: count, id: n, spans: [[0, 9]], words: 12 people}   # checked
  - kind: claim
    spans: [[0, 14]]
    words: 12 people died
"""


def test_stand_off_yaml_keeps_its_comments() -> None:
    document = newsfacts.loads(YAML, format="yaml")
    assert document.dumps(format="yaml") == YAML
    edited = document.edit(document.claims[0], note="why")
    assert edited.dumps(format="yaml") == YAML.replace(
        "  - kind: claim\n    spans: [[0, 14]]\n    words: 12 people died\n",
        "  - kind: claim\n    spans: [[0, 14]]\n    words: 12 people died\n    note: why\n",
    )


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(text=annotated_texts())
def test_whatever_is_read_without_errors_is_written_letter_for_letter(text: str) -> None:
    parsed = newsfacts.parse(text)
    if parsed.ok:
        assert parsed.document.dumps() == text


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(document=documents())
def test_what_is_edited_in_its_file_says_what_it_should(document: Document) -> None:
    read = newsfacts.loads(document.dumps())
    edited = read.edit(outlet="The Post").annotate(Claim, None, id="made")
    assert newsfacts.loads(edited.dumps()) == edited


def test_reanchoring_keeps_comments_and_suppressions(tmp_path: Path) -> None:
    document = newsfacts.loads(STORY)
    new = document.text.replace("had died", "had died there").replace("A {brace}", "Late on Monday a {brace}")
    moved = move_annotations(document, new).document
    written = moved.dumps()
    assert "# who is who" in written
    assert "[12 people]{ .count #toll of=dead }{% ignore N22: the outlet's tally %}" in written
    assert "{% to do %}" in written
    assert newsfacts.loads(written) == moved


def test_converting_names_the_text_from_where_the_file_will_be(tmp_path: Path) -> None:
    (tmp_path / "newsfacts.toml").write_text("", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "x.txt").write_text("12 people died", encoding="utf-8")
    source = "newsfacts: 1\nsource: x.txt\nannotations: [{kind: count, id: n, spans: [[0, 9]]}]\n"
    (tmp_path / "sub" / "x.facts.yaml").write_text(source, encoding="utf-8")
    assert main(["convert", str(tmp_path / "sub" / "x.facts.yaml"), str(tmp_path / "y.facts.yaml")]) == 0
    assert newsfacts.load(tmp_path / "y.facts.yaml").get(Count, "n").text == "12 people"


def test_converting_does_not_drop_comments_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.facts"
    path.write_text(STORY, encoding="utf-8")
    assert main(["convert", str(path), str(tmp_path / "a.facts.json")]) == 2
    assert capsys.readouterr().err == (
        f"newsfacts: {path} has 3 comments that json cannot hold, so nothing is written; --force writes without\n"
    )
    assert not (tmp_path / "a.facts.json").exists()
    assert main(["convert", "--force", str(path), str(tmp_path / "a.facts.json")]) == 0
