"""Habits of other tools that people rely on: hooks that name files, colours by the environment, nothing overwritten, no raw escapes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.running import Outcome, newsfacts, stdin, write

from newsfacts.cli import COMMANDS, parser
from newsfacts.cli.output import use_color

Capture = pytest.CaptureFixture[str]

GOOD = "[At least 12]{.count} people came.\n"
BAD = "[At least 12]{.count value=12} people came.\n"
LINE = "a.facts:1:22: error N02 the words say “At least 12”, but the value is exactly 12\n"


def check(capsys: Capture, *words: str | Path) -> Outcome:
    return newsfacts(capsys, "check", "--format", "concise", *words)


# -- Which files -------------------------------------------------------------------------------------------------------


def test_a_hook_can_name_files_that_are_excluded(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, newsfacts__toml='exclude = ["old", "drafts/*"]\n', a__facts=BAD)
    for folder in ("old/deep", "drafts"):
        (tmp_path / folder).mkdir(parents=True)
        write(tmp_path / folder, b__facts=BAD)
    named = ("a.facts", "old/deep/b.facts", "drafts/b.facts")
    assert len(check(capsys, *named).out.splitlines()) == 3
    assert check(capsys, *named, "--force-exclude") == Outcome(1, LINE, "")
    assert check(capsys, *named[1:], "--force-exclude") == Outcome(
        0, "", "newsfacts: nothing was checked: the configuration excludes old/deep/b.facts, drafts/b.facts\n"
    )


@pytest.mark.parametrize("words", [["empty"], ["empty", "--force-exclude"], ["."]])
def test_a_run_without_a_file_to_check_is_not_a_success(capsys: Capture, tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "empty").mkdir()
    outcome = check(capsys, *words)
    assert outcome == Outcome(2, "", f"newsfacts: no documents found in {words[0]}\n")


def test_brat_files_whose_texts_are_in_a_folder_next_to_theirs_are_found(capsys: Capture, tmp_path: Path) -> None:
    for folder in ("text", "annotations"):
        (tmp_path / folder).mkdir()
    write(tmp_path / "text", story__txt="Twelve came.\n")
    write(tmp_path / "annotations", story__ann="T1\tCue 0 6\tTwelve\n", other__ann="T1\tCue 0 6\tTwelve\n")
    outcome = newsfacts(capsys, "check", ".", "--format", "json", "--select", "A")
    assert json.loads(outcome.out)["summary"]["files"] == 1
    assert outcome.status == 0


def test_files_and_options_come_in_any_order(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=BAD, b__facts=GOOD)
    assert check(capsys, "b.facts", "--select", "N02", "a.facts") == Outcome(1, LINE, "")


def test_a_wrong_option_is_answered_with_the_usage_of_its_command(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=GOOD)
    assert check(capsys, "a.facts", "--bogus\x1b[2J") == Outcome(
        2,
        "",
        "usage: newsfacts check [options] PATH ...\nnewsfacts check: error: unrecognized arguments: --bogus\\x1b[2J\n",
    )


def test_the_whole_parser_is_there_for_completions_and_manual_pages() -> None:
    found = parser()
    (commands,) = [action for action in found._actions if action.dest == "command"]
    assert commands.choices is not None
    assert list(commands.choices) == list(COMMANDS)
    assert found.parse_args(["check", "a.facts", "--force-exclude"]).force_exclude is True


# -- Colours -----------------------------------------------------------------------------------------------------------


class Terminal:
    def __init__(self, is_one: bool) -> None:
        self.is_one = is_one

    def isatty(self) -> bool:
        return self.is_one


@pytest.mark.parametrize(
    ("environment", "terminal", "pipe"),
    [
        ({}, True, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "3", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": ""}, True, False),
        ({"CLICOLOR_FORCE": "1"}, True, True),
        ({"CLICOLOR_FORCE": "0"}, True, False),
        ({"CLICOLOR": "0"}, False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ({"TERM": "dumb"}, False, False),
    ],
)
def test_colours_go_by_the_environment(environment: dict[str, str], terminal: bool, pipe: bool) -> None:
    streams: list[Any] = [Terminal(True), Terminal(False)]
    assert [use_color(stream, None, environment) for stream in streams] == [terminal, pipe]
    assert [use_color(stream, True, environment) for stream in streams] == [True, True]
    assert [use_color(stream, False, environment) for stream in streams] == [False, False]


def test_a_forced_report_has_colours_in_a_pipe_and_none_in_a_file(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a__facts=BAD)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31m" in newsfacts(capsys, "check", "a.facts").out
    newsfacts(capsys, "check", "a.facts", "-o", "report")
    assert "\x1b" not in (tmp_path / "report").read_text(encoding="utf-8")


def test_the_table_of_rules_has_no_styles_where_colour_is_not_wanted(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in newsfacts(capsys, "rules", "N").out


# -- Nothing overwritten -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["check", "a.facts", "-o", "a.facts"], "a.facts is one of the files that are checked"),
        (["check", "a.facts", "-o", "link"], "link is one of the files that are checked"),
        (["check", "a.facts", "-o", "b.facts"], "b.facts exists and is a document"),
        (["check", "a.facts", "-o", "w.factbook.yaml"], "w.factbook.yaml exists and is a factbook"),
        (["check", "a.facts", "-o", "w.schema.yaml"], "w.schema.yaml exists and is a schema file"),
        (["check", "a.facts", "--baseline", "b.facts", "--write-baseline"], "b.facts exists and is a document"),
        (["convert", "a.facts", "b.facts"], "b.facts exists and is a document"),
        (["convert", "a.facts", "a.facts"], "a.facts exists and is a document"),
        (["convert", "a.facts", "w.factbook.yaml", "--to", "yaml"], "w.factbook.yaml exists and is a factbook"),
        (["plain", "a.facts", "-o", "b.facts"], "b.facts exists and is a document"),
        (["reanchor", "a.facts", "--text", "t.txt", "-o", "b.facts"], "b.facts exists and is a document"),
    ],
)
def test_a_document_is_not_overwritten_unless_forced(
    capsys: Capture, tmp_path: Path, words: list[str], message: str
) -> None:
    write(
        tmp_path, a__facts=BAD, b__facts=GOOD, w__factbook__yaml="{}\n", w__schema__yaml="{}\n", t__txt="At least 12.\n"
    )
    (tmp_path / "link").symlink_to("a.facts")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    outcome = newsfacts(capsys, *words)
    assert outcome.status == 2
    assert f"newsfacts: {message}; --force overwrites it\n" in outcome.err
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    outcome = newsfacts(capsys, *words, "--force")
    assert outcome.status in (0, 1)
    assert "--force" not in outcome.err


def test_a_report_or_a_conversion_replaces_what_is_not_a_document(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=BAD, report__json="old")
    newsfacts(capsys, "check", "a.facts", "--format", "json", "-o", "report.json")
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["summary"]["files"] == 1


def test_a_baseline_is_not_written_in_silence_where_a_file_could_not_be_read(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=BAD)
    outcome = newsfacts(capsys, "check", "a.facts", "gone.facts", "--baseline", "known.json", "--write-baseline")
    assert outcome == Outcome(
        2,
        "Wrote 1 finding to known.json.\n",
        "gone.facts:1:1: error S20 this file cannot be read: No such file or directory\n",
    )


def test_a_fix_does_not_follow_a_link_out_of_the_project(
    capsys: Capture, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "b.facts"
    other.write_text("The mayor [said ]{.cue}no.\n", encoding="utf-8")
    (tmp_path / "b.facts").symlink_to(other)
    outcome = newsfacts(capsys, "check", "b.facts", "--select", "A07", "--fix")
    assert "not fixed: b.facts: it is a link that leads outside the project; fix the file itself\n" in outcome.out
    assert other.read_text(encoding="utf-8") == "The mayor [said ]{.cue}no.\n"


def test_a_fix_does_not_overwrite_what_was_saved_in_the_meantime(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsfacts.checking.fixes import fix_text

    write(tmp_path, a__facts="The mayor [said ]{.cue}no.\n")

    def slow(*arguments: Any, **options: Any) -> Any:
        fixed = fix_text(*arguments, **options)
        write(tmp_path, a__facts="Saved by an editor.\n")
        return fixed

    monkeypatch.setattr("newsfacts.cli.fixing.fix_text", slow)
    outcome = newsfacts(capsys, "check", "a.facts", "--select", "A07", "--fix")
    message = "not fixed: a.facts cannot be written: it was changed in the meantime, so it is left as it is\n"
    assert message in outcome.out
    assert (tmp_path / "a.facts").read_text(encoding="utf-8") == "Saved by an editor.\n"


# -- No raw escapes ----------------------------------------------------------------------------------------------------

UNSAFE = "\x1b[31m\x07\x9b\u200b\u00ad\u202e\U000e0041"
HOSTILE = f"""---
newsfacts: 1
title: "A {UNSAFE[-4:]} title"
published: 2024-07-04
entities: {{ann: {{name: "Ann{UNSAFE[-4:]}", kind: person}}}}
measures: {{m: {{label: "people{UNSAFE[-4:]}", unit: person}}}}
---

[Ann{UNSAFE}]{{ref=ann}} [said{UNSAFE} ]{{.cue}} [at least 12{UNSAFE}]{{.count value=12 of=m note="x{UNSAFE}"}}.
[“Words{UNSAFE}”]{{.quote by=ann source_text=s.txt}} [odd{UNSAFE}]{{.nonsense{UNSAFE[-4:]} x=y}}{{% ignore {UNSAFE}: why %}}
"""
SHOWN = [
    ["check", "NAME"], ["check", "NAME", "--format", "concise"], ["check", "NAME", "--format", "github"],
    ["check", "NAME", "--format", "gitlab"], ["check", "NAME", "--format", "json"], ["check", "NAME", "--format", "jsonl"],
    ["check", "NAME", "--format", "junit"], ["check", "NAME", "--format", "sarif"], ["check", "NAME", "--statistics"],
    ["check", "NAME", "--diff", "--unsafe"], ["check", "NAME", "--select", "X" + UNSAFE], ["check", "NAME", "--config", UNSAFE],
    ["check", UNSAFE], ["check", "-", "--stdin-filename", "x" + UNSAFE], ["show", "NAME"], ["show", "NAME", "--json"],
    ["show", UNSAFE], ["show", "NAME", "--kind", UNSAFE], ["diff", "NAME", "OTHER"], ["diff", "NAME", "OTHER", "--json"],
    ["verify", "NAME", "--source", "s.txt"], ["verify", "NAME", "--source", "s.txt", "--json"], ["verify", UNSAFE, "--source", UNSAFE],
    ["reanchor", "NAME", "--text", "s.txt", "--dry-run"], ["reanchor", "NAME", "--text", "s.txt", "--dry-run", "--json"],
    ["schema", "kinds.schema.yaml"], ["schema", "kinds.schema.yaml", "--json"], ["schema", "kinds.schema.yaml", "--json-schema"],
    ["schema", UNSAFE], ["explain", UNSAFE], ["rules", UNSAFE], ["value", "12" + UNSAFE], ["time", UNSAFE],
    ["value", "at least 12 people" + UNSAFE, "--json"], ["convert", "NAME", "--to", UNSAFE], ["convert", UNSAFE, "--to", "json"],
    [UNSAFE], ["--" + UNSAFE], ["check", "NAME", "--fail-on", UNSAFE],
]  # fmt: skip


@pytest.mark.skipif(
    sys.getfilesystemencoding() != "utf-8", reason="this locale has no names of files with such characters"
)
@pytest.mark.parametrize("words", SHOWN, ids=lambda words: " ".join(words).encode("unicode-escape").decode())
def test_no_command_writes_what_would_steer_a_terminal(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    name = f"a{UNSAFE}.facts"
    (tmp_path / name).write_text(HOSTILE, encoding="utf-8")
    write(
        tmp_path,
        b__facts=HOSTILE.replace("12", "13").replace("Words", "Other words"),
        s__txt=f"Ann{UNSAFE} said some words{UNSAFE}.\n",
        kinds__schema__yaml=f'newsfacts-schema: 1\nname: k\nkinds: {{wire: {{parent: aside, doc: "a{UNSAFE[-4:]}"}}}}\n',
    )
    stdin(monkeypatch, HOSTILE)
    outcome = newsfacts(capsys, *({"NAME": name, "OTHER": "b.facts"}.get(word, word) for word in words))
    said = outcome.out + outcome.err
    assert said
    assert [character for character in UNSAFE if not character.isprintable() and character in said] == []
    if words[:1] == ["check"] and words[-1] in ("json", "gitlab"):  # a program gets the path as it is
        assert name in values_of(json.loads(outcome.out))


def values_of(data: Any) -> list[Any]:
    """All texts in data."""
    if isinstance(data, dict):
        return [text for value in data.values() for text in values_of(value)]
    if isinstance(data, list):
        return [text for value in data for text in values_of(value)]
    return [data]


def test_a_diff_with_escapes_says_that_it_cannot_be_applied_and_another_can_be(capsys: Capture, tmp_path: Path) -> None:
    text = "The\tmayor [said ]{.cue}no.\r\nForm\x0cfeed.\n"
    write(tmp_path, a__facts=text.replace("\x0c", " "), b__facts=text)
    outcome = newsfacts(capsys, "check", "b.facts", "--select", "A07", "--diff")
    assert "+The\tmayor [said]{.cue} no.\r\n Form\\x0cfeed.\n" in outcome.out
    assert (
        "not fixed: b.facts: the diff shows invisible characters as escapes, so it cannot be applied; use --fix\n"
        in outcome.out
    )
    outcome = newsfacts(capsys, "check", "a.facts", "--select", "A07", "--diff", "--format", "concise")
    assert outcome.out.endswith("+The\tmayor [said]{.cue} no.\r\n Form feed.\n")
    assert outcome.err == ""


@pytest.mark.parametrize("length", [100_000])
def test_an_endless_id_is_not_repeated_in_full(capsys: Capture, tmp_path: Path, length: int) -> None:
    long = "x" * length
    write(tmp_path, a__facts=f"[Twelve]{{.count of={long}}} and [six]{{.{long}}}.\n")
    for words in (["a.facts"], ["a.facts", "--format", "concise"], ["a.facts", "--select", long], [long]):
        outcome = check(capsys, *words)
        assert all(len(line) < 3000 for line in (outcome.out + outcome.err).splitlines())


# -- Data --------------------------------------------------------------------------------------------------------------


def test_show_as_json_has_the_wanted_kinds_only_and_no_python(capsys: Capture, tmp_path: Path) -> None:
    head = (
        "---\nnewsfacts: 1\npublished: 2024-07-04\n"
        "corrections: [{date: 2024-07-05, was: 120 people, now: 86 people}]\nignore: [{rule: N14, reason: why}]\n---\n\n"
    )
    write(tmp_path, a__facts=head + "[“No,”]{.quote} said [twelve]{.count} of [six]{.count}.\n")
    data = json.loads(newsfacts(capsys, "show", "a.facts", "--json", "--kind", "count").out)
    assert [(annotation["kind"], annotation["number"]) for annotation in data["annotations"]] == [
        ("count", 1),
        ("count", 2),
    ]
    (correction,) = data["metadata"]["corrections"]
    assert (correction["date"]["edtf"], correction["was"], correction["now"]) == (
        "2024-07-05",
        "120 people",
        "86 people",
    )
    assert data["metadata"]["ignore"] == [{"rule": "N14", "reason": "why"}]


def test_sarif_describes_the_checks_of_a_schema_file(capsys: Capture, tmp_path: Path) -> None:
    write(
        tmp_path,
        desk__schema__yaml="newsfacts-schema: 1\nname: desk\nkinds: {wire: {parent: aside, doc: a line, fields: {slug: {type: text}}}}\n"
        "checks:\n- {code: DESK1, name: slug-needed, 'on': wire, requires: {needs: [slug]}, message: no slug, severity: warning,"
        " doc: Every line has a slug., help: write slug=}\n",
        a__facts="---\nschema: [desk.schema.yaml]\n---\n[A line]{.wire} [At least 12]{.count value=12}.\n",
    )
    (run,) = json.loads(newsfacts(capsys, "check", "a.facts", "--format", "sarif").out)["runs"]
    driver = run["tool"]["driver"]
    assert driver["informationUri"] == "https://newsfacts.example/"
    rules = {rule["id"]: rule for rule in driver["rules"]}
    assert rules["DESK1"] == {
        "id": "DESK1",
        "name": "SlugNeeded",
        "helpUri": "https://newsfacts.example/schemas/",
        "shortDescription": {"text": "Every line has a slug."},
        "fullDescription": {"text": "Every line has a slug."},
        "help": {"text": "write slug="},
        "defaultConfiguration": {"level": "warning"},
    }
    assert rules["N02"]["helpUri"] == "https://newsfacts.example/rules/N02/"
    headings = [
        line for line in rules["N02"]["help"]["text"].splitlines() if line.endswith(":") and line[:-1].isalpha()
    ]
    assert headings == ["Why:", "Instead:", "Fix:"]


def test_explain_knows_the_checks_of_the_project(capsys: Capture, tmp_path: Path) -> None:
    write(
        tmp_path,
        newsfacts__toml='schema = ["newsfacts:casualties"]\n',
    )
    for word in ("CAS1", "cas1", "women-and-men-that-are-not-the-toll"):
        assert newsfacts(capsys, "explain", word).out.startswith("CAS1 women-and-men-that-are-not-the-toll (error")
    assert newsfacts(capsys, "explain", "N").err == "newsfacts: N is a family; newsfacts rules N lists its rules\n"


def test_the_addresses_are_those_of_the_package() -> None:
    import tomllib

    from newsfacts.errors import HOMEPAGE, ISSUES

    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (project["urls"]["Homepage"], project["urls"]["Issues"]) == (HOMEPAGE, ISSUES)


def test_a_report_to_a_file_may_have_half_a_character(tmp_path: Path) -> None:
    """A file name of stray bytes, in a report that is written to a file."""
    path = os.fsencode(str(tmp_path)) + b"/caf\xe9.facts"
    with open(path, "wb") as file:
        file.write(BAD.encode())
    for form in ("text", "json", "sarif"):
        command = [sys.executable, "-m", "newsfacts", "check", ".", "--format", form, "-o", "report"]
        found = subprocess.run(command, capture_output=True, timeout=60, check=False)
        assert (found.returncode, found.stdout, found.stderr) == (1, b"", b"")
        assert b"N02" in (tmp_path / "report").read_bytes()
