"""Files are opened in one place: what is not a regular file is refused, reading stops at a size, writing is all or nothing."""

from __future__ import annotations

import ast
import errno
import os
import re
import sys
import threading
import time
from pathlib import Path

import pytest
from tests.source_code import SOURCE, tree

from newsfacts.errors import NewsfactsError
from newsfacts.files import TEMPORARY_PREFIX, is_inside, read_bytes, write_atomically

needs_unix = pytest.mark.skipif(
    not hasattr(os, "mkfifo"), reason="this system has neither named pipes nor device files"
)


def refused(path: str | Path, *, limit: int = 100) -> str:
    with pytest.raises(OSError, match=r".") as error:
        read_bytes(path, limit=limit)
    return str(error.value.strerror)


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"a\r\n\x00\xff")
    assert read_bytes(path) == b"a\r\n\x00\xff"
    assert read_bytes(str(path), limit=5) == b"a\r\n\x00\xff"


def test_a_file_over_the_limit_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "sparse"
    with path.open("wb") as file:
        file.truncate(10 * 1024**3)
    assert refused(path, limit=1000) == "it has more than 1,000 bytes"


@needs_unix
def test_a_file_whose_size_is_only_known_by_reading_is_refused_at_the_limit() -> None:
    assert os.stat("/proc/self/maps").st_size == 0
    assert refused("/proc/self/maps", limit=10) == "it has more than 10 bytes"


def test_a_file_that_grows_while_it_is_read_is_refused_at_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log"
    path.write_bytes(b"1234")
    real = os.fstat

    def growing(handle: int) -> os.stat_result:
        found = real(handle)
        path.write_bytes(b"x" * 200)
        return found

    monkeypatch.setattr("os.fstat", growing)
    assert refused(path, limit=100) == "it has more than 100 bytes"


@needs_unix
def test_pipes_devices_and_folders_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    assert refused(tmp_path / "pipe") == "it is a pipe, not a regular file"
    assert refused(tmp_path / "zero") == "it is a device, not a regular file"
    assert refused(tmp_path) == "it is a folder"


@needs_unix
def test_a_file_that_becomes_a_pipe_before_it_is_opened_does_not_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"")
    real = os.open

    def swapped(name: str, flags: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return real(name, flags)

    monkeypatch.setattr("os.open", swapped)
    assert refused(path) == "it is a pipe, not a regular file"


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
def test_a_name_that_cannot_be_one_is_refused_like_any_other(name: str) -> None:
    assert refused(name) == "its name cannot be the name of a file"
    with pytest.raises(NewsfactsError) as error:
        write_atomically(name, "")
    assert str(error.value) == f"{name!r} cannot be written: its name cannot be the name of a file"


@needs_unix
def test_a_loop_of_links_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match=r".") as error:
        read_bytes(tmp_path / "a")
    assert error.value.errno == errno.ELOOP
    assert is_inside(tmp_path / "a", tmp_path)


@needs_unix
def test_a_link_that_leads_out_of_a_folder_is_not_inside(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "out").symlink_to(tmp_path / "secret")
    (tmp_path / "project" / "in").symlink_to("text")
    assert is_inside(tmp_path / "project" / "in", tmp_path / "project")
    assert not is_inside(tmp_path / "project" / "out", tmp_path / "project")
    assert not is_inside(tmp_path / "project" / ".." / "secret", tmp_path / "project")


def test_a_file_is_replaced_with_its_permissions_and_nothing_is_left_over(tmp_path: Path) -> None:
    path = tmp_path / "a.facts"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write_atomically(path, "new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert path.stat().st_mode & 0o7777 == 0o640
    assert os.listdir(tmp_path) == ["a.facts"]


def test_a_name_of_the_greatest_length_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 249 + ".facts")
    write_atomically(path, "text")
    assert path.read_text(encoding="utf-8") == "text"


def test_what_was_saved_in_the_meantime_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.facts"
    for meantime in (b"new", b"longer than it was"):
        path.write_bytes(meantime)
        with pytest.raises(NewsfactsError) as error:
            write_atomically(path, "fixed", replacing=b"old")
        assert str(error.value) == f"{path} cannot be written: it was changed in the meantime, so it is left as it is"
        assert path.read_bytes() == meantime
    assert os.listdir(tmp_path) == ["a.facts"]
    write_atomically(path, "fixed", replacing=b"longer than it was")
    assert path.read_bytes() == b"fixed"


def test_half_a_character_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.facts"
    with pytest.raises(NewsfactsError) as error:
        write_atomically(path, "ab\ud83d")
    assert str(error.value) == (
        f"{path} cannot be written: character 3 is U+D83D, half of a pair, which UTF-8 does not have"
    )
    assert os.listdir(tmp_path) == []


@needs_unix
def test_a_pipe_is_written_directly(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write_atomically(tmp_path / "pipe", "text")
    reader.join(timeout=300)
    assert found == [b"text"]


@needs_unix
@pytest.mark.parametrize("kilobytes", [1, 200])
def test_a_disk_that_is_full_leaves_the_old_file(tmp_path: Path, kilobytes: int) -> None:
    """In a process of its own whose files may not grow beyond a size."""
    path = tmp_path / "a.facts"
    path.write_text("old", encoding="utf-8")
    child = os.fork()
    if child == 0:  # pragma: no cover - a process of its own
        try:
            import resource
            import signal

            sys.dont_write_bytecode = True  # bytecode that is cut off would stay
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
            write_atomically(path, "x" * 1024 * kilobytes)
        except NewsfactsError as error:
            os._exit(7 if str(error) == f"{path} cannot be written: File too large" else 8)
        finally:
            os._exit(9)  # it must not go on with the tests
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 7
    assert path.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["a.facts"]


@needs_unix
def test_what_a_killed_process_leaves_has_a_name_that_a_walk_passes_over(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:  # pragma: no cover - a process of its own
        try:
            os.replace = lambda *_: time.sleep(600)  # until it is killed
            write_atomically(tmp_path / "a.facts", "text")
        finally:
            os._exit(9)  # it must not go on with the tests
    while not any(name.startswith(TEMPORARY_PREFIX) for name in os.listdir(tmp_path)):
        assert os.waitpid(child, os.WNOHANG) == (0, 0), "it ended before"
        time.sleep(0.01)
    os.kill(child, 9)
    os.waitpid(child, 0)
    from newsfacts.checking.find_files import find_files

    assert list(find_files([str(tmp_path)])) == []


OPENS = {
    "cli": "a standard output whose reader has left is replaced by the null device",
    "editor.server": "messages go to a copy of standard output, which nothing else writes to",
    "spark.engine": "a file is locked, and neither read nor written",
    "tables.query": "rows go through a file in the folder for temporary files, which DuckDB reads",
    "testing": "examples are laid out for tests",
    "view.page": "its template is a part of the package",
}


def opens(path: Path) -> bool:
    """Whether a module opens a file: `open`, `os.open` and the like, or the methods of paths that do."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
            if not re.fullmatch("open|fdopen|(?:read|write)_(?:bytes|text)", name):
                continue
            called = ast.unparse(node.func)
            if called in ("open", "io.open", "os.open", "os.fdopen"):
                return True
            if re.search(r"(?<!self)\.(?:read|write)_(?:bytes|text)$", called):
                return True
    return False


def test_no_other_module_opens_a_file() -> None:
    found = {
        ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
        for path in SOURCE.rglob("*.py")
        if opens(path)
    }
    assert found - OPENS.keys() == {"files"}
