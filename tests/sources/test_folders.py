"""Folders and patterns of sources: a stable order, and one bad file is not the end."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from newsfacts import UnreadableSource, read_sources


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def test_a_folder_is_read_by_name_and_bad_files_are_reported(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.md", "sub/c.txt", ".hidden.txt", "photo.png", "old.doc", "broken.docx", "sub/.git/x.txt")
    found = read_sources([tmp_path])
    assert [Path(str(document.path)).relative_to(tmp_path).as_posix() for document in found.documents] == [
        "a.md", "b.txt", "sub/c.txt",
    ]  # fmt: skip
    assert [Path(error.path).name for error in found.refused] == ["broken.docx", "old.doc"]
    assert [Path(path).name for path in found.passed_over] == ["photo.png"]


def test_patterns_files_and_what_is_missing(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.txt", "c.unknown")
    pattern = str(tmp_path / "*.txt")
    found = read_sources(
        [tmp_path / "b.txt", pattern, tmp_path / "gone.txt", str(tmp_path / "*.odt"), tmp_path / "c.unknown"]
    )
    assert [Path(str(document.path)).name for document in found.documents] == ["b.txt", "a.txt", "c.unknown"]
    assert [error.reason for error in found.refused] == ["there is no such file", "no file fits this pattern"]


def test_an_empty_folder_is_reported(tmp_path: Path) -> None:
    assert [error.reason for error in read_sources([tmp_path]).refused] == ["the folder has no files"]


def test_a_refusal_survives_the_way_between_processes() -> None:
    error = UnreadableSource("a.pdf", "it is encrypted", "Save it without a password.")
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.help) == (str(error), "Save it without a password.")
    assert str(error) == "a.pdf cannot be read: it is encrypted. Save it without a password."


def test_one_path_is_not_read_as_its_characters(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("Twelve men came.")
    for given in (str(tmp_path), tmp_path):
        assert [document.text for document in read_sources(given).documents] == ["Twelve men came."]


def test_a_link_that_must_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: str) -> str:
        raise PermissionError(13, "Permission denied", path)

    (tmp_path / "wire.txt").write_text("Twelve men came.")
    monkeypatch.setattr("newsfacts.sources.folders.os.path.realpath", closed)
    [refused] = read_sources([tmp_path / "wire.txt"]).refused
    assert refused.reason == "Permission denied"
