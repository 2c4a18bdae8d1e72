"""Every snippet of the README does what the README says."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest

from newsfacts.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    return [text for kind, text in BLOCKS if kind == language]


def test_every_block_is_of_a_kind_that_is_executed_here() -> None:
    assert {kind for kind, _ in BLOCKS} == {"sh", "facts", "console", "pycon"}


def test_set_up_takes_two_commands() -> None:
    """`.ci/run` reads them from the README and executes them, in a fresh copy of the tree."""
    (block,) = blocks("sh")
    first, second = block.splitlines()
    install = "PIP_CONSTRAINT=constraints/newest.txt .venv/bin/pip install -q"
    assert first.startswith(f"python3 -m venv .venv && {install} . && ")
    assert ".venv/bin/newsfacts check examples/" in first
    assert second.startswith(f"{install} '.[test]' && ")
    assert ".venv/bin/python -m pytest -q" in second
    assert 'bash -euo pipefail -c "$command"' in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_commands_print_what_the_readme_shows(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (story,) = blocks("facts")
    (tmp_path / "story.facts").write_text(story, encoding="utf-8")
    (tmp_path / "newsfacts.toml").write_text("", encoding="utf-8")
    shutil.copytree(ROOT / "examples" / "answer", tmp_path / "examples" / "answer")
    monkeypatch.chdir(tmp_path)
    for block in blocks("console"):
        command, _, expected = block.partition("\n")
        assert command.startswith("$ newsfacts ")
        assert main(shlex.split(command)[2:]) == (1 if expected else 0)
        assert capsys.readouterr().out == expected


def test_an_article_is_shown_by_the_command_that_the_readme_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (command,) = re.findall(r"`\.venv/bin/newsfacts (view [^`]*)`", README)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    assert main(shlex.split(command)) == 0
    assert Path(shlex.split(command)[-1]).read_text(encoding="utf-8").startswith("<!doctype html>")


def test_python_prints_what_the_readme_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for number, block in enumerate(blocks("pycon")):
        test = doctest.DocTestParser().get_doctest(block, {}, f"README, block {number + 1}", "README.md", 0)
        assert doctest.DocTestRunner(verbose=False).run(test).failed == 0


def test_links_lead_somewhere() -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)", README) if "://" not in target]
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_it_is_one_screen_or_two() -> None:
    assert len(README.splitlines()) < 90
