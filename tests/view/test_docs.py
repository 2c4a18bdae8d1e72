"""The page about views: its commands run, and write what it says."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from tests.view.reading import read_page

from newsfacts.cli import main
from newsfacts.view.marked import MAX_OPEN

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "viewing.md").read_text(encoding="utf-8")


def test_commands_write_the_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "newsfacts.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    commands = [line for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]
    articles = {}
    for command in commands:
        words = shlex.split(command)
        assert words[:2] == ["$", "newsfacts"]
        assert main(words[2:]) == 0
        name = words[words.index("-o") + 1].replace("site/", "site/article-3.html")
        articles[name] = len(read_page(Path(name).read_text(encoding="utf-8")).all("article", "doc"))
    assert articles == {"summit.html": 1, "landslide.html": 3, "site/article-3.html": 1, "report.html": 3}


def test_an_article_of_four_kilobytes_makes_a_page_of_at_most_150(tmp_path: Path) -> None:
    source, page = ROOT / "examples" / "summit" / "summit.facts", tmp_path / "page.html"
    assert 3_000 < source.stat().st_size < 9_000
    assert main(["view", str(source), "-o", str(page)]) == 0
    assert page.stat().st_size <= 150_000


def test_the_limit_is_that_of_the_program() -> None:
    assert f"- {MAX_OPEN} annotations around one character are drawn" in PAGE
