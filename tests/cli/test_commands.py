"""The commands other than `check`: what they print, and for bad input one line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.running import newsfacts, stdin, write

from newsfacts.cli import columns
from newsfacts.rules import all_rules
from newsfacts.rules.profiles import PROFILES

Capture = pytest.CaptureFixture[str]

STORY = """\
---
newsfacts: 1
title: Flood
published: 2024-07-04
entities: {weiss: {name: Anna Weiss, kind: person}}
measures: {dead: {label: people killed, unit: person}}
---
[[The mayor]{.source ref=weiss} [said]{.cue} [[at least 12 people]{.count #toll of=dead} had died]{.claim #k}]{.attribution} on
[4 July 2024]{.time}. [“Not one”]{.quote #q by=weiss rebuts=k}, she said.
"""

TEXT = "The mayor said at least 12 people had died on\n4 July 2024. “Not one”, she said.\n"


@pytest.fixture(autouse=True)
def story(tmp_path: Path) -> None:
    write(tmp_path, story__facts=STORY)


# -- plain -------------------------------------------------------------------------------------------------------------


def test_plain_is_the_text_and_nothing_else(capsys: Capture) -> None:
    assert newsfacts(capsys, "plain", "story.facts").out == TEXT


@pytest.mark.parametrize("text", ["no line end", "\r\nodd\rends\n", "", "\ufeff\n", "a\u2028b\x0c"])
def test_plain_adds_and_changes_no_byte(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, text: str) -> None:
    from newsfacts.cli import main

    (tmp_path / "a.facts").write_bytes(f"[x]{{.claim}}{text}".encode())
    assert main(["plain", "a.facts"]) == 0
    assert capfdbinary.readouterr().out == f"x{text}".encode()


def test_plain_reads_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, "[x]{.claim} y")
    assert newsfacts(capsys, "plain", "-").out == "x y"


def test_a_missing_file_is_one_line(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "plain", "missing.facts")
    assert outcome.status == 2
    assert outcome.err == "missing.facts:1:1: error S20 this file cannot be read: No such file or directory\n"


# -- show --------------------------------------------------------------------------------------------------------------


def test_show_is_a_tree_with_resolved_values(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "show", "story.facts")
    assert (outcome.status, outcome.err) == (0, "")
    assert (
        outcome.out
        == """\
Flood
published 2024-07-04, 80 characters, 7 annotations
    8:2 attribution “The mayor said at least 12 people had died”; source: Anna Weiss (named); cue: “said”; content: claim #k
    8:3   source “The mayor” → Anna Weiss
   8:34   cue “said”
   8:47   claim #k “at least 12 people had died”
   8:48     count #toll “at least 12 people” = >=12 people, taken as 12 or more; of: people killed
    9:2 time “4 July 2024” = 2024-07-04
   9:24 quote #q “Not one” direct; by: Anna Weiss
relations
        quote #q rebuts claim #k
"""
    )


def test_show_one_kind(capsys: Capture) -> None:
    lines = newsfacts(capsys, "show", "story.facts", "--kind", "count").out.splitlines()
    assert lines[2:] == [
        "   8:48 count #toll “at least 12 people” = >=12 people, taken as 12 or more; of: people killed"
    ]


def test_show_json_has_every_value(capsys: Capture) -> None:
    data = json.loads(newsfacts(capsys, "show", "story.facts", "--json").out)
    assert data["text"] == TEXT
    assert data["metadata"]["published"] == "2024-07-04"
    by_kind = {annotation["kind"]: annotation for annotation in data["annotations"]}
    attribution = by_kind["attribution"]
    assert attribution["fields"]["by"] == [{"id": "weiss", "name": "Anna Weiss"}]
    assert attribution["fields"]["content"] == [by_kind["claim"]["number"]]
    assert attribution["fields"]["source_kind"] == "named"
    count = by_kind["count"]
    assert (count["line"], count["column"], count["spans"]) == (8, 48, [[15, 33]])
    assert count["inside"] == by_kind["claim"]["number"]
    assert count["fields"]["value"]["core"] == {"low": 12, "high": None, "low_open": False, "high_open": False}
    assert by_kind["time"]["fields"]["value"]["edtf"] == "2024-07-04"
    assert by_kind["time"]["fields"]["value"]["end"] == "2024-07-05T00:00:00"
    assert data["relations"] == [
        {"kind": "rebuts", "source": by_kind["quote"]["number"], "target": by_kind["claim"]["number"]}
    ]


def test_show_says_what_is_broken_on_standard_error(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, broken__facts="[x]{.claim by=nobody}")
    outcome = newsfacts(capsys, "show", "broken.facts")
    assert outcome.status == 0
    assert outcome.err == "broken.facts:1:12: error S06 no entity has the id 'nobody'\n"


# -- convert -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", ["story.facts.yaml", "story.facts.json", "story.facts.jsonl"])
def test_convert_there_and_back_again(capsys: Capture, tmp_path: Path, target: str) -> None:
    import newsfacts as library

    assert newsfacts(capsys, "convert", "story.facts", target).status == 0
    assert newsfacts(capsys, "convert", target, "again.facts", "--quiet").status == 0
    assert library.load("again.facts") == library.load("story.facts")
    assert newsfacts(capsys, "plain", "again.facts").out == TEXT


def test_convert_to_standard_output(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "convert", "story.facts", "--to", "json", "--quiet")
    assert (outcome.status, outcome.err) == (0, "")
    assert json.loads(outcome.out)["text"] == TEXT


def test_convert_says_what_is_lost(capsys: Capture, tmp_path: Path) -> None:
    story = (tmp_path / "story.facts").read_text(encoding="utf-8")
    write(tmp_path, remark__facts=f"{story}{{% to be checked %}}\n")
    outcome = newsfacts(capsys, "convert", "--force", "remark.facts", "story.facts.json")
    [line] = outcome.err.splitlines()
    assert line.startswith("newsfacts: json: remark.facts:")
    assert line.endswith(": a comment: to be checked")
    assert newsfacts(capsys, "convert", "story.facts", "copy.facts").err == ""


def test_convert_writes_nothing_from_a_broken_document_unless_forced(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, broken__facts="[x]{.claim by=nobody}")
    outcome = newsfacts(capsys, "convert", "broken.facts", "out.facts.json")
    assert outcome.status == 2
    assert outcome.err.endswith(
        "newsfacts: broken.facts has 1 error, so nothing is written; --force writes what was read\n"
    )
    assert not (tmp_path / "out.facts.json").exists()
    assert newsfacts(capsys, "convert", "broken.facts", "out.facts.json", "--force").status == 0
    assert (tmp_path / "out.facts.json").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["story.facts"], "newsfacts: say the format with --to, or name a file to write\n"),
        (["story.facts", "x.doc"], "newsfacts: x.doc: no format is known for this ending; say it with --to\n"),
        (["story.facts", "--to", "jsn"], "newsfacts: no format is named 'jsn' (did you mean 'json'?)\n"),
        (["story.facts", "--to", "brat"], "newsfacts: a document in brat is several files: name the one to write\n"),
        (
            ["story.facts", "--to", "json", "--mapping", "polnear", "--from", "facts"],
            "newsfacts: json has no labels of its own, so it takes no mapping\n",
        ),
        (
            ["story.facts", "x.ann", "--mapping", "polnaer"],
            "newsfacts: no mapping is named 'polnaer' (did you mean 'polnear'?); a file of your own ends in .yaml\n",
        ),
    ],
)
def test_convert_needs_a_format(capsys: Capture, words: list[str], message: str) -> None:
    outcome = newsfacts(capsys, "convert", *words)
    assert (outcome.status, outcome.err) == (2, message)


# -- explain, rules, profiles ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", all_rules())
def test_every_rule_is_explained_with_its_examples(capsys: Capture, code: str) -> None:
    rule = all_rules()[code]
    outcome = newsfacts(capsys, "explain", code)
    assert outcome.status == 0
    assert outcome.out.startswith(f"{code} {rule.name} ({rule.severity}, ")
    for heading in ("What it checks", "Why", "Instead", "Fix", "This is found", "This is not"):
        assert f"\n{heading}\n    " in outcome.out
    for example in rule.INVALID:
        assert example.message is None or f"    → {example.message}" in outcome.out


def test_explain_takes_small_letters_and_names(capsys: Capture) -> None:
    by_code = newsfacts(capsys, "explain", "N02")
    assert newsfacts(capsys, "explain", "n02") == by_code
    assert newsfacts(capsys, "explain", "lost-hedge") == by_code


def test_explain_of_no_rule_is_one_line(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "explain", "N999")
    assert outcome.status == 2
    assert outcome.err.startswith("newsfacts: no rule or family has the code 'N999'")


def test_rules_lists_them_all(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "rules")
    for code, rule in all_rules().items():
        assert f"  {code:<4}{'*' if rule.default else ' '} {rule.name}" in outcome.out
    assert {row["code"] for row in json.loads(newsfacts(capsys, "rules", "--json").out)} == set(all_rules())
    assert {row["family"] for row in json.loads(newsfacts(capsys, "rules", "N", "--json").out)} == {"counts"}


def test_rules_are_a_table_on_a_terminal(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("rich", reason="the cli extra is not installed")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    lines = newsfacts(capsys, "rules", "N02").out.splitlines()
    assert lines[0].split() == ["Code", "Name", "Severity", "What", "holds"]
    assert all(len(line) <= 100 for line in lines)
    assert "lost-hedge" in lines[1]


def test_profiles_lists_them_all(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "profiles")
    assert all(f"{name} " in outcome.out and profile.doc in outcome.out for name, profile in PROFILES.items())
    assert [row["name"] for row in json.loads(newsfacts(capsys, "profiles", "--json").out)] == list(PROFILES)


# -- value and time ----------------------------------------------------------------------------------------------------


def test_value(capsys: Capture) -> None:
    assert (
        newsfacts(capsys, "value", "approximately", "40 times").out
        == """\
~40 times
  kind   number
  unit   times
  core   36 to 44: what a careful reader takes it to mean
  outer  24 to 56: beyond it, another number is in tension with the words
  hard   any number: nothing contradicts these words
"""
    )


def test_value_that_is_certain(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "value", "between 18 and 25 people")
    assert outcome.out.splitlines()[-1] == "  hard   18 to 25: beyond it, another number contradicts the words"


def test_value_that_cannot_be_read(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "value", "whatever")
    assert outcome.status == 2
    assert outcome.err.startswith("newsfacts: cannot read 'whatever': ")


def test_value_json(capsys: Capture) -> None:
    data = json.loads(newsfacts(capsys, "value", "4.2 percent", "--json").out)
    assert (data["canonical"], data["stated"], data["kind"]) == ("4.2%", "21/5", "percent")


def test_time(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "time", "yesterday", "--published", "2024-07-04")
    assert (
        outcome.out
        == """\
2024-07-03
  EDTF   2024-07-03
  from   2024-07-03 00:00:00
  up to  2024-07-04 00:00:00, which is no longer part of it
  grain  day
"""
    )


def test_time_is_never_filled_in_from_today(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "time", "Thursday")
    assert outcome.status == 0
    assert outcome.out.endswith("  the words need a publication date: give it with --published\n")


def test_time_that_cannot_be_read(capsys: Capture) -> None:
    assert newsfacts(capsys, "time", "whenever").status == 2
    outcome = newsfacts(capsys, "time", "Thursday", "--published", "4.7.2024")
    assert (outcome.status, outcome.err) == (2, "newsfacts: --published is a date such as 2024-07-04, not '4.7.2024'\n")


@pytest.mark.parametrize("value", [None, "", "0", "-3", "60", "200", "wide"])
def test_help_is_as_wide_as_the_terminal(value: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if value is None:
        monkeypatch.delenv("COLUMNS", raising=False)
    else:
        monkeypatch.setenv("COLUMNS", value)
    assert columns() == shutil.get_terminal_size().columns
