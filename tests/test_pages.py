"""The first page and the pages for each kind of reader: their files are written, their commands run, and print what is shown.

A block with a title is a file. A console block has commands after `$`, each with its output.
"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from newsfacts.cli import main

ROOT = Path(__file__).parent.parent
PAGES = ["index", "for-newsrooms", "for-fact-checkers", "for-researchers", "for-developers"]
BLOCK = re.compile(r'^( *)```(\w+)(?: title="([^"]+)")?\n(.*?)^\1```$', re.MULTILINE | re.DOTALL)
COMMANDS_EXPECTED = {"index": 1, "for-newsrooms": 7, "for-fact-checkers": 8, "for-researchers": 5}


def counted(output: str) -> str:
    """Output without the numbers that a new rule changes."""
    return re.sub(r" *\d+ (rules|checks held)", r" N \1", output)


@pytest.mark.parametrize("page", PAGES)
def test_commands_print_what_the_page_shows(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "newsfacts.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    run = 0
    for _, language, title, content in BLOCK.findall(text):
        if title:
            Path(title).parent.mkdir(parents=True, exist_ok=True)
            Path(title).write_text(content, encoding="utf-8")
        for command, expected in re.findall(
            r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", content if language == "console" else "", re.M
        ):
            words = shlex.split(command)
            assert words[0] == "newsfacts"
            main(words[1:])
            assert counted(capsys.readouterr().out) == counted(expected), command
            run += 1
    assert run >= COMMANDS_EXPECTED.get(page, 0)


def test_every_reader_of_the_first_page_finds_a_way_in() -> None:
    first = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    for target in ("grounding.md", "checking.md", "tutorial.md", "api.md", "guide.md", "gallery.md", "playground.md"):
        assert f"]({target})" in first
    for page in PAGES[1:]:
        assert f"]({page}.md)" in first
