"""The command lines of the scripts in benchmarks/: each has a help text, and refuses what it cannot read in one line."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "benchmarks"
SCRIPTS = sorted(path.stem for path in FOLDER.glob("[!_]*.py") if path.stem != "spark")  # which needs PySpark


def run(monkeypatch: pytest.MonkeyPatch, script: str, *arguments: str) -> object:
    """The code with which a script ends."""
    monkeypatch.syspath_prepend(str(FOLDER))
    monkeypatch.setattr(sys, "argv", [script, *arguments])
    monkeypatch.delenv("NEWSFACTS_CORPORA", raising=False)
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(FOLDER / f"{script}.py"), run_name="__main__")
    return ended.value.code


@pytest.mark.parametrize("script", SCRIPTS)
def test_each_benchmark_says_what_it_does(
    script: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, script, "--help") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("usage:")
    assert f"python benchmarks/{script}.py" in shown


@pytest.mark.parametrize(
    ("script", "arguments", "message"),
    [
        ("documents", ["missing.facts"], "missing.facts cannot be read: No such file or directory"),
        ("documents", ["--growth", "many"], "'many' is not a whole number of at least 1"),
        ("corpus", ["--jobs", "0"], "'0' is not a whole number of at least 1"),
        ("values", ["missing"], "missing cannot be read as a folder: No such file or directory"),
        ("moving", [], "NEWSFACTS_CORPORA names the folder of corpora, and is not set"),
    ],
)
def test_a_benchmark_refuses_what_it_cannot_use_in_one_line(
    script: str,
    arguments: list[str],
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(monkeypatch, script, *arguments) == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith(message)
