"""The action for GitHub workflows, with the command line called in this process; `.ci/run` runs all of it."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from newsfacts.cli import main

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / ".github" / "action" / "check.py"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))

WRONG = "---\nnewsfacts: 1\n---\n[12 people]{.count value=13} died.\n"


def called_here(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
    """What `subprocess.run` returns for `python -m newsfacts ...`, without the time that a process takes."""
    python, option, module, *arguments = command
    assert (python, option, module) == (sys.executable, "-m", "newsfacts")
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        status = main(arguments)
    return subprocess.CompletedProcess(command, status, stdout=output.getvalue())


@pytest.fixture
def action(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("action_check", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module.subprocess, "run", called_here)
    return module


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article in a subfolder whose name has a space, as the current directory."""
    article = tmp_path / "the desk" / "a.facts"
    article.parent.mkdir()
    article.write_text(WRONG, encoding="utf-8")
    (tmp_path / "newsfacts.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(action: ModuleType, folder: Path, **inputs: str) -> tuple[int, dict[str, str], str]:
    """The exit status, the outputs and the summary of a step."""
    environ = {name: str(folder / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for name in ("paths", "options", "format", "output"):
        environ[f"INPUT_{name.upper()}"] = inputs.get(name, ACTION["inputs"][name]["default"])
    status = action.check(sys.executable, environ)
    written = [folder / "GITHUB_OUTPUT", folder / "GITHUB_STEP_SUMMARY"]
    outputs, summary = (path.read_text(encoding="utf-8") if path.exists() else "" for path in written)
    return status, dict(line.split("=", 1) for line in outputs.splitlines()), summary


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (".", ["."]),
        ("'the desk' more", ["the desk", "more"]),
        ("**/*.facts", ["the desk/a.facts"]),
        ("the*/\n*.yaml", ["the desk/", "*.yaml"]),  # what matches nothing is left for newsfacts to report
        ("$(touch harm) `touch harm`;touch", ["$(touch", "harm)", "`touch", "harm`;touch"]),
    ],
)
@pytest.mark.usefixtures("desk")
def test_paths_are_split_and_their_wildcards_replaced(action: ModuleType, paths: str, expected: list[str]) -> None:
    assert action.expanded(action.words(paths)) == expected


def test_findings_are_annotations_a_report_a_summary_and_numbers(
    action: ModuleType, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, outputs, summary = run(action, desk)
    assert status == 1
    log = capsys.readouterr().out
    assert "::error file=the desk/a.facts,line=4,endLine=4," in log
    assert "::group::Report\n" in log
    assert summary.startswith("### newsfacts\n\n~~~~~~~~text\n")
    assert summary.endswith("\n~~~~~~~~\n")
    assert "the words “12 people” say 12, but the value is 13\n" in summary
    assert set(outputs) == set(ACTION["outputs"])
    assert outputs == {"findings": "1", "errors": "1", "warnings": "0", "exit-status": "1", "report": ""}


def test_options_may_be_quoted(action: ModuleType, desk: Path) -> None:
    status, outputs, _ = run(action, desk, options="--ignore 'N01' --severity \"D=info\"")
    assert (status, outputs["findings"]) == (0, "0")


def test_a_sarif_file_is_written_for_code_scanning(action: ModuleType, desk: Path) -> None:
    status, outputs, _ = run(action, desk, output="the desk/newsfacts.sarif")
    assert (status, outputs["report"]) == (1, "the desk/newsfacts.sarif")
    [written] = json.loads((desk / "the desk" / "newsfacts.sarif").read_text(encoding="utf-8"))["runs"]
    assert [result["ruleId"] for result in written["results"]] == ["N01"]


def test_wrong_options_end_the_step_with_their_message(
    action: ModuleType, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(action, desk, options="--profile tabloid") == (2, {}, "")
    assert "tabloid" in capsys.readouterr().err
    assert run(action, desk, options="--ignore 'N01") == (2, {}, "")
    message = "::error::newsfacts: the inputs cannot be split into words: No closing quotation\n"
    assert capsys.readouterr().out == message


def test_a_long_report_is_cut_at_the_end_of_a_line(action: ModuleType) -> None:
    written = action.summary("a line of the report\n" * 50_000)
    assert len(written) < action.MAX_SUMMARY + 100
    assert written.endswith("a line of the report\n... the log has the rest\n~~~~~~~~\n")


def test_the_python_of_the_caller_is_not_replaced() -> None:
    setup, check = ACTION["runs"]["steps"]
    assert setup["uses"].startswith("actions/setup-python@")
    assert setup["with"]["update-environment"] is False
    assert check["env"]["PYTHON"] == "${{ steps.python.outputs.python-path }}"
    assert "${{" not in check["run"], "inputs are never text of the script"


PROJECT = Path(__file__).parents[1]
USES = re.compile(r"^\s*(?:-\s+)?uses:\s*(?P<action>\S+)(?P<comment>.*)$", re.MULTILINE)
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


@pytest.mark.parametrize(
    "path",
    [PROJECT / "action.yml", *sorted((PROJECT / ".github" / "workflows").glob("*.yml"))],
    ids=lambda path: path.name,
)
def test_every_action_of_others_is_pinned_to_a_commit(path: Path) -> None:
    used = [match for match in USES.finditer(path.read_text(encoding="utf-8")) if match["action"] != "./"]
    assert [match["action"] for match in used if not PINNED.fullmatch(match["action"])] == []
    without = [match[0] for match in used if not re.search(r"# v\d+\.\d+\.\d+$", match["comment"])]
    assert without == [], "the version is in a comment, for people and for Dependabot"
