"""Two versions compared by fact, and annotations moved to an edited text."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsfacts.cli import main
from newsfacts.documents import dumps, load, parse
from newsfacts.model import Document
from newsfacts.versions.compare import compare_versions
from newsfacts.versions.moving import ReanchoredStatus
from newsfacts.versions.reanchor import move_annotations

HEAD = """---
newsfacts: 1
published: 2025-03-12
entities: {mayor: {name: Ada Brandt, kind: person}, chief: {name: Jo Lund, kind: person}}
measures: {dead: {label: people killed, unit: person, kind: tally}}
events: {fire: {label: the fire, time: 2025-03-11}}
%s---

"""
OLD = HEAD % "" + (
    "[[The mayor]{.source ref=mayor} [said]{.cue} [“We were warned twice this year”]{.quote}]{.attribution}. "
    "[17 people]{.count of=dead} died on [11 March]{.time of=fire}. [The chief]{ref=chief} left."
)
NEW = HEAD % "corrections: [{date: 2025-03-12, was: 17 people, now: 16 people, where: first paragraph}]\n" + (
    "[[The mayor]{.source ref=mayor} [said]{.cue} [“We were warned once this year”]{.quote}]{.attribution}. "
    "[16 people]{.count of=dead} died on [12 March]{.time of=fire}."
)


def document(text: str) -> Document:
    parsed = parse(text, path="story.facts")
    assert parsed.findings == ()
    return parsed.document


def test_facts_that_changed_came_or_went() -> None:
    changes = compare_versions(document(OLD), document(NEW))
    assert [str(change) for change in changes] == [
        "quote by Ada Brandt: “We were warned twice this year” became “We were warned once this year”",
        "count of people killed: “17 people” became “16 people”",
        "date of the fire: “11 March” became “12 March”",
        "name of chief: “Jo Lund” is gone",
    ]
    assert [change.correction is not None for change in changes] == [False, True, False, False]


def test_a_version_does_not_differ_from_itself() -> None:
    assert compare_versions(document(OLD), document(OLD)) == ()


def test_annotations_keep_their_words_when_text_is_put_before_them() -> None:
    old = document(OLD)
    moved = move_annotations(old, "Update. " + old.text)
    assert moved.count(ReanchoredStatus.KEPT) == len(old.annotations)
    assert [a.text for a in moved.document.annotations] == [a.text for a in old.annotations]
    assert moved.document.attributions[0].source[0].name == "Ada Brandt"


def test_a_lost_role_keeps_its_words_and_its_attribution() -> None:
    old = document(OLD)
    moved = move_annotations(old, old.text.replace("said", "")).document
    assert moved.attributions[0].cue is not None
    assert moved.attributions[0].cue.lost == "said"
    assert len(moved.annotations) == len(old.annotations)
    again = document(dumps(moved))
    assert [(a.KIND, a.text, a.lost) for a in again] == [(a.KIND, a.text, a.lost) for a in moved]


def test_the_command_replaces_the_file_and_says_what_became_of_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, text = tmp_path / "story.facts", tmp_path / "new.txt"
    path.write_text(OLD, encoding="utf-8")
    text.write_text(document(OLD).text.replace("17 people", "17 dead people"), encoding="utf-8")
    assert main(["reanchor", str(path), "--text", str(text)]) == 1
    assert load(path).text == text.read_text(encoding="utf-8")
    assert capsys.readouterr().out.splitlines() == [
        "changed  count “17 people” → “17 dead people”",
        "6 kept, 0 moved, 1 changed, 0 lost",
    ]


def test_the_command_that_compares_exits_with_1_for_a_silent_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.facts", tmp_path / "new.facts"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    assert main(["diff", str(old), str(new)]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[1] == f"{new}:10:105: count of people killed: “17 people” became “16 people” (a correction reports it)"
    assert out[-1] == "4 facts differ; 3 changed or are gone without a correction"
    assert main(["diff", str(old), str(old)]) == 0


def test_quotations_are_verified_against_a_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, quotes = tmp_path / "speech.txt", tmp_path / "quotes.txt"
    source.write_text("We will not raise taxes. We will build a bridge.\n", encoding="utf-8")
    quotes.write_text("“We will build a bridge.”\nWe will raise taxes.\n", encoding="utf-8")
    assert main(["verify", str(quotes), "--source", str(source)]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[0] == f"exact       {source}:1:26  “We will build a bridge.”"
    assert out[1] == f"altered     {source}:1:1  We will raise taxes."
    assert out[-1] == "1 of 2 quotations verified"
