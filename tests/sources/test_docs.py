"""What the page on sources shows is what happens."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
from tests.test_docs import DOCS


def test_the_page_shows_what_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = doctest.testfile(str(DOCS / "sources.md"), module_relative=False, encoding="utf-8")
    assert (result.failed, result.attempted > 10) == (0, True)


def test_the_page_names_every_kind_and_every_note() -> None:
    from newsfacts.sources import FileKind, NoteKind

    page = (DOCS / "sources.md").read_text(encoding="utf-8")
    assert [kind for kind in FileKind if f"| `{kind}` |" not in page] == []
    assert [kind for kind in NoteKind if f"\n| {kind} |" not in page] == []
