"""`newsfacts check`: what it finds in which files, what it leaves out, and how it exits."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.cli.running import newsfacts, stdin, write

BAD = "[At least 12]{.count value=12} people died.\n"
GOOD = "[At least 12]{.count} people died.\n"
MESSAGE = "error N02 the words say “At least 12”, but the value is exactly 12"

Capture = pytest.CaptureFixture[str]


def concise(capsys: Capture, *words: str | Path) -> tuple[int, list[str]]:
    outcome = newsfacts(capsys, "check", "--format", "concise", *words)
    return outcome.status, outcome.out.splitlines()


# -- Which files -------------------------------------------------------------------------------------------------------


def test_a_folder_is_walked_in_order_and_each_file_is_checked_once(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, b__facts=BAD, notes__txt=BAD, c__ann="T1\tClaim 0 1\tx\n", __hidden__facts=BAD)
    (tmp_path / "a").mkdir()
    (tmp_path / ".git").mkdir()
    write(tmp_path / "a", z__facts=BAD)
    write(tmp_path / ".git", x__facts=BAD)
    status, lines = concise(capsys, ".", "b.facts")
    assert status == 1
    assert lines == [f"a/z.facts:1:22: {MESSAGE}", f"b.facts:1:22: {MESSAGE}"]


def test_excluded_files_are_passed_over_unless_they_are_named(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, newsfacts__toml='exclude = ["old/*"]\n', a__facts=BAD)
    (tmp_path / "old").mkdir()
    write(tmp_path / "old", b__facts=BAD)
    assert concise(capsys, ".")[1] == [f"a.facts:1:22: {MESSAGE}"]
    assert concise(capsys, "old/b.facts")[1] == [f"old/b.facts:1:22: {MESSAGE}"]


def test_a_folder_without_documents_is_said_in_one_line(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    outcome = newsfacts(capsys, "check", "empty")
    assert (outcome.status, outcome.out, outcome.err) == (2, "", "newsfacts: no documents found in empty\n")


def test_one_file_that_cannot_be_read_does_not_stop_the_rest(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, c__facts=BAD, d__docx="")
    (tmp_path / "b.facts").write_bytes(b"caf\xe9\n")
    outcome = newsfacts(capsys, "check", "missing.facts", "b.facts", "c.facts", "d.docx", "--format", "concise")
    assert outcome.status == 2
    lines = outcome.out.splitlines()
    assert [line.split(" ")[:3] for line in lines] == [
        ["b.facts:1:1:", "error", "S20"],
        ["c.facts:1:22:", "error", "N02"],
        ["d.docx:1:1:", "error", "S20"],
        ["missing.facts:1:1:", "error", "S20"],
    ]
    assert "the byte 0xE9 is not UTF-8" in lines[0]
    assert lines[2].endswith("no format is known for this ending")
    assert lines[3].endswith("this file cannot be read: No such file or directory")


def test_the_summary_says_how_many_files_could_not_be_read(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "check", "missing.facts")
    assert outcome.out.endswith("1 file could not be read.\n")


def test_a_defect_of_a_rule_is_reported_and_does_not_stop_the_run(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsfacts.rules.counts.lost_hedge import LostHedge

    def broken(*_: object) -> object:
        raise ZeroDivisionError("division by zero")

    write(
        tmp_path, a__facts='[At least 12]{.count value=">=12"} people died.\n'
    )  # the rule runs where a value is written
    monkeypatch.setattr(LostHedge, "check", broken)
    outcome = newsfacts(capsys, "check", "a.facts", "missing.facts")
    assert outcome.status == 3
    assert outcome.out.startswith(
        "a.facts:1:1: error S20 newsfacts itself failed on this file (ZeroDivisionError: division by zero; "
        f"{__file__}, line {broken.__code__.co_firstlineno + 1})\n"
        "  = help: this is a defect of newsfacts or of an extension; please report it, with the file: "
        "https://github.com/example/newsfacts/issues\n"
    )
    assert outcome.out.endswith("1 file could not be read.\n1 file could not be checked: newsfacts failed.\n")
    assert outcome.err == ""
    debugged = newsfacts(capsys, "check", "a.facts", "--debug")
    assert debugged.err.startswith("Traceback (most recent call last):\n")
    assert debugged.err.endswith("ZeroDivisionError: division by zero\n\n")


def test_what_does_not_go_together_across_documents_has_both_places(capsys: Capture, tmp_path: Path) -> None:
    head = "---\nnewsfacts: 1\ntitle: {}\npublished: {}\nuse: [w.factbook.yaml]\n---\n"
    write(
        tmp_path,
        w__factbook__yaml="measures: {hurt: {label: people hurt, unit: person, kind: tally, integer: true}}\n",
        a__facts=head.format("One", "2025-03-11") + "[64 people]{.count of=hurt as_of=2025-03-11} were hurt.\n",
        b__facts=head.format("Two", "2025-03-12") + "[58 people]{.count of=hurt as_of=2025-03-12} were hurt.\n",
    )
    status, lines = concise(capsys, ".", "--select", "X05")
    assert status == 1
    assert [line.split(" ")[:3] for line in lines] == [["b.facts:7:2:", "warning", "X05"]]
    assert " ::: a.facts:7:2\n" in newsfacts(capsys, "check", ".", "--select", "X05").out
    assert concise(capsys, "b.facts", "--select", "X05") == (0, [])


def test_factbooks_are_checked_on_their_own(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, world__factbook__yaml="entitys:\n  xi: {name: Xi}\n", a__facts=GOOD)
    status, lines = concise(capsys, ".")
    assert status == 1
    assert [line.split(": ", 1)[0] for line in lines] == ["world.factbook.yaml:1:1"]
    assert "entities" in lines[0]
    assert "Checked 1 document and 1 factbook" in newsfacts(capsys, "check", ".").out


def test_a_format_can_be_named_for_files_whose_ending_says_nothing(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, story__txt=BAD)
    assert concise(capsys, "story.txt", "--format-in", "facts")[1] == [f"story.txt:1:22: {MESSAGE}"]


def test_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, BAD)
    assert concise(capsys, "-") == (1, [f"<stdin>:1:22: {MESSAGE}"])
    stdin(monkeypatch, BAD)
    assert concise(capsys, "-", "--stdin-filename", "desk/a.facts") == (1, [f"desk/a.facts:1:22: {MESSAGE}"])
    stdin(monkeypatch, b"caf\xe9\n")
    outcome = newsfacts(capsys, "check", "-")
    assert outcome.status == 2
    assert outcome.err.startswith("newsfacts: standard input: line 1, column 4: the byte 0xE9 is not UTF-8.")


def test_brat_counts_in_a_folder_where_its_text_stands_beside_it(tmp_path: Path) -> None:
    from newsfacts.checking.find_files import find_files

    write(tmp_path, a__ann="", a__txt="", b__ann="", c__facts__jsonl="", d__facts__yml="")
    found = [os.path.basename(file.path) for file in find_files([str(tmp_path)])]
    assert found == ["a.ann", "c.facts.jsonl", "d.facts.yml"]


# -- Which rules -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [
        ["--ignore", "N02"],
        ["--ignore", "N"],
        ["--ignore", "N02,S"],
        ["--select", "Q"],
        ["--select", "S", "--select", "Q"],
    ],
)
def test_rules_that_do_not_run(capsys: Capture, tmp_path: Path, options: list[str]) -> None:
    write(tmp_path, a__facts=BAD)
    assert concise(capsys, "a.facts", *options) == (0, [])


@pytest.mark.parametrize(
    "options", [["--select", "N"], ["--select", "N02"], ["--select", "Q", "--extend-select", "N02"]]
)
def test_rules_that_run(capsys: Capture, tmp_path: Path, options: list[str]) -> None:
    write(tmp_path, a__facts=BAD)
    assert concise(capsys, "a.facts", *options)[1] == [f"a.facts:1:22: {MESSAGE}"]


def test_severity_can_be_set_for_a_rule(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=BAD)
    status, lines = concise(capsys, "a.facts", "--severity", "N02=info")
    assert (status, lines) == (0, [f"a.facts:1:22: {MESSAGE.replace('error', 'info')}"])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--select", "N999"], "newsfacts: no rule or family has the code 'N999'"),
        (["--profile", "newsrom"], "newsfacts: no profile is named 'newsrom' (did you mean 'newsroom'?)"),
        (["--format", "sarfi"], "newsfacts: no report is called 'sarfi' (did you mean 'sarif'?)"),
        (
            ["--severity", "N02:info"],
            "newsfacts: --severity is RULE=LEVEL with error, warning or info, such as N02=warning, not 'N02:info'",
        ),
        (["--unsafe"], "newsfacts: --unsafe says which fixes --fix or --diff takes; give one of them"),
        (["--baseline", "none.json"], "newsfacts: the baseline none.json cannot be read: No such file or directory"),
        (["--config", "none.toml"], "newsfacts: the configuration none.toml cannot be read: No such file or directory"),
        (["--jobs", "-1"], "newsfacts: --jobs is a number of processes, or 0 for one per processor"),
    ],
)
def test_wrong_usage_is_one_line(capsys: Capture, tmp_path: Path, options: list[str], message: str) -> None:
    write(tmp_path, a__facts=GOOD)
    outcome = newsfacts(capsys, "check", "a.facts", *options)
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.startswith(message)
    assert outcome.err.count("\n") == 1


def test_configuration_is_found_upwards_and_can_be_left_out(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, newsfacts__toml='ignore = ["N02"]\n')
    (tmp_path / "desk").mkdir()
    write(tmp_path / "desk", a__facts=BAD)
    assert concise(capsys, "desk/a.facts") == (0, [])
    assert concise(capsys, "desk/a.facts", "--no-config")[0] == 1


def test_a_mistake_in_the_configuration_names_its_line(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, newsfacts__toml='profile = "strict"\nselekt = ["N"]\n', a__facts=GOOD)
    outcome = newsfacts(capsys, "check", "a.facts")
    assert outcome.status == 2
    assert (
        outcome.err
        == f"newsfacts: {tmp_path}/newsfacts.toml:2: newsfacts has no setting 'selekt' (did you mean 'select'?)\n"
    )


# -- Exit status -------------------------------------------------------------------------------------------------------


def test_exit_status(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, bad__facts=BAD, good__facts=GOOD)
    assert concise(capsys, "good.facts")[0] == 0
    assert concise(capsys, "bad.facts")[0] == 1
    assert concise(capsys, "bad.facts", "--exit-zero")[0] == 0
    assert concise(capsys, "bad.facts", "--severity", "N02=warning", "--fail-on", "error")[0] == 0
    assert concise(capsys, "bad.facts", "--severity", "N02=info", "--fail-on", "info")[0] == 1
    assert concise(capsys, "missing.facts", "--exit-zero")[0] == 2


# -- Output ------------------------------------------------------------------------------------------------------------


def test_the_report_can_go_to_a_file(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=BAD)
    outcome = newsfacts(capsys, "check", "a.facts", "--format", "json", "--output", "report.json")
    assert (outcome.status, outcome.out) == (1, "")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [finding["code"] for finding in report["findings"]] == ["N02"]


def test_colour_is_for_terminals_or_on_demand(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=BAD)
    assert "\x1b[" not in newsfacts(capsys, "check", "a.facts").out
    assert "\x1b[" in newsfacts(capsys, "check", "a.facts", "--color").out
    assert "\x1b[" not in newsfacts(capsys, "check", "a.facts", "--no-color").out


@pytest.mark.parametrize("variable", [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_terminals_that_want_no_colour_get_none(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: tuple[str, str]
) -> None:
    write(tmp_path, a__facts=BAD)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert "\x1b[1;31m" in newsfacts(capsys, "check", "a.facts").out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv(*variable)
    assert "\x1b[1;31m" not in newsfacts(capsys, "check", "a.facts").out


def test_several_processes_say_the_same_in_the_same_order(capsys: Capture, tmp_path: Path) -> None:
    for number in range(12):
        write(tmp_path, **{f"s{number:02}__facts": BAD if number % 3 else GOOD})
    alone = newsfacts(capsys, "check", ".")
    assert newsfacts(capsys, "check", ".", "--jobs", "2") == alone
    assert alone.out.count(MESSAGE) == 8


# -- Baseline ----------------------------------------------------------------------------------------------------------


def test_a_baseline_hides_what_is_known_even_after_it_has_moved(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=BAD)
    outcome = newsfacts(capsys, "check", "a.facts", "--baseline", "known.json", "--write-baseline")
    assert (outcome.status, outcome.out) == (0, "Wrote 1 finding to known.json.\n")
    write(tmp_path, a__facts="A new first line.\n\n" + BAD)
    outcome = newsfacts(capsys, "check", "a.facts", "--baseline", "known.json")
    assert outcome.status == 0
    assert "        0 did not hold\n" in outcome.out
    assert "        1 known from the baseline\n" in outcome.out


def test_a_baseline_does_not_hide_a_second_one(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=BAD)
    newsfacts(capsys, "check", "a.facts", "--baseline", "known.json", "--write-baseline")
    write(tmp_path, b__facts=BAD)
    status, lines = concise(capsys, "a.facts", "b.facts", "--baseline", "known.json")
    assert (status, lines) == (1, [f"b.facts:1:22: {MESSAGE}"])


def test_a_baseline_says_what_it_no_longer_needs(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=BAD)
    newsfacts(capsys, "check", "a.facts", "--baseline", "known.json", "--write-baseline")
    write(tmp_path, a__facts=GOOD)
    outcome = newsfacts(capsys, "check", "a.facts", "--baseline", "known.json")
    assert "        1 in the baseline but no longer found; --write-baseline takes them out\n" in outcome.out


def test_a_baseline_has_one_line_for_each_finding(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=BAD)
    newsfacts(capsys, "check", "a.facts", "--baseline", "known.json", "--write-baseline")
    data = json.loads((tmp_path / "known.json").read_text(encoding="utf-8"))
    (entry,) = data["findings"]
    assert entry.pop("key")
    assert entry == {
        "code": "N02",
        "message": "the words say “At least 12”, but the value is exactly 12",
        "words": "value=12",
        "count": 1,
    }


@pytest.mark.parametrize(
    "text", ["", "[]", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{}]}', "[" * 100_000]
)
def test_what_is_not_a_baseline_is_refused(capsys: Capture, tmp_path: Path, text: str) -> None:
    write(tmp_path, a__facts=GOOD, known__json=text)
    outcome = newsfacts(capsys, "check", "a.facts", "--baseline", "known.json")
    assert outcome.status == 2
    assert "--write-baseline writes a new one" in outcome.err


# -- Watching ----------------------------------------------------------------------------------------------------------


def test_watching_checks_again_when_a_file_changes(capsys: Capture, tmp_path: Path) -> None:
    from newsfacts.checking.find_files import find_files
    from newsfacts.cli.watching import watch

    write(tmp_path, a__facts=BAD)
    checks: list[str] = []
    sleeps = iter([None, lambda: write(tmp_path, a__facts=GOOD), None, KeyboardInterrupt])

    def check() -> int:
        checks.append((tmp_path / "a.facts").read_text(encoding="utf-8"))
        return len(checks)

    def sleep(_: float) -> None:
        step = next(sleeps)
        if step is KeyboardInterrupt:
            raise KeyboardInterrupt
        if callable(step):
            step()

    assert watch(lambda: [file.path for file in find_files([str(tmp_path)])], check, sleep) == 2
    assert checks == [BAD, GOOD]
    assert capsys.readouterr().err == "Watching 1 file. Stop with Ctrl-C.\n" * 2


@pytest.mark.parametrize("name", ["story.txt", "story.md", "story.html", "story.docx", "story.pdf"])
def test_a_file_without_annotations_leads_to_the_commands_for_texts(name: str, capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcfTwelve men" if name.endswith((".docx", ".pdf")) else b"Twelve men came.")
    outcome = newsfacts(capsys, "check", name)
    assert outcome.status == 2
    assert (
        "newsfacts draft proposes annotations for a text, newsfacts ground compares one with its sources" in outcome.out
    )
    assert "not UTF-8" not in outcome.out
