"""The results of a run by parts: whole or not at all, used again while nothing has changed, and only then."""

from __future__ import annotations

import os
import pickle
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
import pyarrow
import pyarrow.parquet
import pytest

import newsfacts
from newsfacts.checking.configuration import Configuration
from newsfacts.checking.one_file import CheckedFile, FileChecker
from newsfacts.errors import NewsfactsError, UsageError
from newsfacts.spark.engine import opened
from newsfacts.spark.parts import FILES_PER_PART, Part, divided, is_finished, results_of, write_part

CHECKER = attrs.evolve(FileChecker.of(Configuration()), notices_files=True)


@pytest.fixture
def corpus(tmp_path: Path) -> list[str]:
    """Documents that were written some time ago."""
    found = []
    for number in range(6):
        path = tmp_path / f"{number}.facts"
        path.write_text(f"---\nnewsfacts: 1\n---\n[{number} people]{{.count value=1}} died.", encoding="utf-8")
        os.utime(path, (1_700_000_000, 1_700_000_000))
        found.append(str(path))
    return found


class Checks:
    """Checks files, and takes down which."""

    def __init__(self) -> None:
        self.paths: list[str] = []

    def __call__(self, paths: Sequence[str]) -> Iterator[CheckedFile]:
        for path in paths:
            self.paths.append(os.path.basename(path))
            yield CHECKER.check_file(path)


def written(folder: Path, part: Part, checks: Checks) -> list[CheckedFile]:
    write_part(str(folder), part, checks, lambda: 0.0)
    return [checked for checked, _ in results_of(str(folder))]


def test_parts_have_every_file_once_and_in_order() -> None:
    for number in (1, 7, 8, 9, 100, FILES_PER_PART * 8, FILES_PER_PART * 8 + 1):
        paths = [f"{each:06}" for each in range(number)]
        parts = divided(paths)
        assert [path for part in parts for path in part.paths] == paths
        assert all(part.first == paths.index(part.paths[0]) for part in parts)
        assert max(len(part.paths) for part in parts) <= FILES_PER_PART


def test_a_part_has_the_results_of_its_files(tmp_path: Path, corpus: list[str]) -> None:
    part = Part(0, tuple(corpus))
    folder = tmp_path / "part"
    found = written(folder, part, Checks())
    assert [checked.result for checked in found] == [CHECKER.check_file(path).result for path in corpus]
    assert is_finished(str(folder))
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".newsfacts")] == []


def test_of_a_part_only_files_that_changed_are_checked_again(tmp_path: Path, corpus: list[str]) -> None:
    part = Part(0, tuple(corpus))
    folder = tmp_path / "part"
    before = written(folder, part, Checks())
    changed = Path(corpus[3])
    changed.write_text("---\nnewsfacts: 1\n---\n[1]{.count value=1}", encoding="utf-8")
    os.utime(changed, (1_700_000_100, 1_700_000_100))
    assert not is_finished(str(folder))
    checks = Checks()
    after = written(folder, part, checks)
    assert checks.paths == ["3.facts"]
    assert after[3].result != before[3].result
    assert [a.result for a in after[:3] + after[4:]] == [b.result for b in before[:3] + before[4:]]


def test_a_file_that_cannot_be_read_is_tried_again_and_no_other(tmp_path: Path, corpus: list[str]) -> None:
    missing = tmp_path / "missing.facts"
    part = Part(0, (*corpus, str(missing)))
    folder = tmp_path / "part"
    found = written(folder, part, Checks())
    assert [finding.code for finding in found[-1].result.findings] == ["S20"]
    checks = Checks()
    written(folder, part, checks)
    assert checks.paths == ["missing.facts"]


def test_a_part_of_other_files_or_settings_has_another_name() -> None:
    names = {
        Part(0, ("a",)).name("s"), Part(0, ("b",)).name("s"), Part(1, ("a",)).name("s"), Part(0, ("a",)).name("t"),
        Part(0, ("a", "b")).name("s"),
    }  # fmt: skip
    assert len(names) == 5


def test_an_error_leaves_no_part_and_no_litter(tmp_path: Path, corpus: list[str]) -> None:
    def fails(paths: Sequence[str]) -> Iterator[CheckedFile]:
        yield CHECKER.check_file(paths[0])
        raise MemoryError

    with pytest.raises(MemoryError):
        write_part(str(tmp_path / "part"), Part(0, tuple(corpus)), fails, lambda: 0.0)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [f"{number}.facts" for number in range(6)]


def test_a_damaged_part_is_refused(tmp_path: Path, corpus: list[str]) -> None:
    folder = tmp_path / "part"
    written(folder, Part(0, tuple(corpus)), Checks())
    (folder / "results.parquet").write_bytes(b"PAR1 is not all that it takes")
    assert not is_finished(str(folder))


class Hostile:
    """What would make a folder when it is read as a pickle."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (self.path,)


def test_a_part_from_somebody_else_cannot_run_anything(tmp_path: Path, corpus: list[str]) -> None:
    folder = tmp_path / "part"
    written(folder, Part(0, tuple(corpus)), Checks())
    table = pyarrow.parquet.read_table(folder / "results.parquet")
    data = zlib.compress(pickle.dumps(Hostile(str(tmp_path / "made"))))
    changed = table.set_column(2, "result", pyarrow.array([data] * table.num_rows))
    pyarrow.parquet.write_table(changed, folder / "results.parquet")
    with pytest.raises(NewsfactsError, match="is damaged"):
        list(results_of(str(folder)))
    assert not (tmp_path / "made").exists()


def test_the_folder_of_a_run_is_for_one_run_and_for_nothing_else(tmp_path: Path) -> None:
    with opened(str(tmp_path / "state"), {}) as digest:
        assert digest
        with pytest.raises(UsageError, match="in use by another run"), opened(str(tmp_path / "state"), {}):
            pass
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="has other files"), opened(str(tmp_path / "other"), {}):
        pass
    with pytest.raises(UsageError, match="is not a folder"), opened(str(tmp_path / "other" / "mine.txt"), {}):
        pass


def test_without_pyspark_the_command_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from newsfacts.cli import main

    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.facts").write_text("x", encoding="utf-8")
    monkeypatch.setitem(__import__("sys").modules, "pyspark.sql", None)
    assert main(["check", "a.facts", "--engine", "spark"]) == 2
    assert "pip install 'newsfacts[spark]'" in capsys.readouterr().err
    assert main(["check", "a.facts", "--master", "local[2]"]) == 2
    assert capsys.readouterr().err == "newsfacts: --master is for --engine spark\n"
    assert newsfacts.__version__
