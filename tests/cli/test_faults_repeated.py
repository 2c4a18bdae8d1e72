"""Faults at many moments: each is done fifty times for real, at another moment each time. The old file or the new one, never half."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.running import newsfacts

from newsfacts.cli import check as check_command
from newsfacts.cli import main
from newsfacts.errors import NewsfactsError
from newsfacts.files import TEMPORARY_PREFIX, write_atomically

Capture = pytest.CaptureFixture[str]

TIMES = 50
BAD = "[At least 12]{.count value=12} people came.\n\n"
ALL = {"a.facts", "errors", "newsfacts.toml"}
"""What is in the folder afterwards: no litter."""

OLD, NEW = "old " * 20_000, "new " * 30_000

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a fault is done to a process that was forked")


def forked(work: Callable[[], int], errors: Path) -> int:
    """The number of a process of its own that does this work and ends with what it returns; what it says goes to a file.

    It hears Ctrl-C only where it asks for it, so that none arrives in what this function does.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    child = os.fork()
    if child:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return child
    try:  # pragma: no cover - a process of its own
        signal.signal(signal.SIGINT, signal.default_int_handler)
        said = os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(said, 2)
        sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115 - as long as the process lives
        status = work()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    except BaseException:  # pragma: no cover - a process of its own
        import traceback

        traceback.print_exc()
        os._exit(99)


def ended(child: int) -> int:
    """The status with which a process ends; of one that was killed, the signal with a minus."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def hearing_ctrl_c(run: Callable[[Namespace], int]) -> Callable[[Namespace], int]:
    """A command that hears Ctrl-C from its beginning to its end."""

    def heard(arguments: Namespace) -> int:  # pragma: no cover - in a process of its own
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        try:
            return run(arguments)
        finally:
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

    return heard


def silenced() -> None:  # pragma: no cover - in a process of its own
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    sys.stdout = open(1, "w", closefd=False, encoding="utf-8")  # noqa: SIM115 - as long as the process lives


def test_killed_at_any_moment_a_file_is_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    path, chance = tmp_path / "a.facts", random.Random(1)
    path.write_text(OLD, encoding="utf-8")

    def rewrite() -> int:  # pragma: no cover - a process of its own
        while True:
            write_atomically(path, NEW)
            write_atomically(path, OLD)

    for _ in range(TIMES):
        child = forked(rewrite, tmp_path / "errors")
        time.sleep(chance.uniform(0.001, 0.02))
        os.kill(child, signal.SIGKILL)
        assert ended(child) == -signal.SIGKILL
        assert path.read_text(encoding="utf-8") in (OLD, NEW)
    assert {name for name in os.listdir(tmp_path) if not name.startswith(TEMPORARY_PREFIX)} == ALL


def test_a_disk_that_is_full_at_any_moment_leaves_the_old_file(tmp_path: Path) -> None:
    path, chance = tmp_path / "a.facts", random.Random(2)
    path.write_text("old", encoding="utf-8")

    def write_until_it_is_full(room: int) -> int:  # pragma: no cover - a process of its own
        import resource

        sys.dont_write_bytecode = True  # bytecode that is cut off would stay
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        try:
            write_atomically(path, NEW)
        except NewsfactsError as error:
            return 7 if "cannot be written" in str(error) else 8
        return 9

    for _ in range(TIMES):
        room = chance.randrange(len(NEW))
        child = forked(lambda room=room: write_until_it_is_full(room), tmp_path / "errors")  # type: ignore[misc]  # mypy does not infer a lambda with a default
        assert ended(child) == 7
        assert path.read_text(encoding="utf-8") == "old"
    assert set(os.listdir(tmp_path)) == ALL


def test_ctrl_c_at_any_moment_ends_a_check_without_a_traceback(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.facts").write_text(BAD * 400, encoding="utf-8")
    chance, statuses = random.Random(3), set()
    newsfacts(capsys, "check", "a.facts")  # what is imported here, the processes have
    monkeypatch.setattr(check_command, "run", hearing_ctrl_c(check_command.run))

    def check() -> int:  # pragma: no cover - a process of its own
        silenced()
        return main(["check", "a.facts"])

    for number in range(TIMES):
        child = forked(check, tmp_path / "errors")
        time.sleep(chance.uniform(0, 0.3) if number else 0)  # at once: it hears it when it begins
        os.kill(child, signal.SIGINT)
        statuses.add(ended(child))
    assert statuses <= {1, 130}, "done before it was interrupted, or interrupted"
    assert 130 in statuses
    assert "Traceback" not in (tmp_path / "errors").read_text(encoding="utf-8")


def test_a_reader_that_leaves_at_any_moment_is_no_error(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.facts").write_text(BAD * 400, encoding="utf-8")
    chance = random.Random(4)
    newsfacts(capsys, "check", "a.facts")
    for _ in range(TIMES):
        reading, writing = os.pipe()

        def check(reading: int = reading, writing: int = writing) -> int:  # pragma: no cover - a process of its own
            os.close(reading)
            os.dup2(writing, 1)
            os.close(writing)
            sys.stdout = open(1, "w", closefd=False, encoding="utf-8")  # noqa: SIM115 - as long as the process lives
            return main(["check", "a.facts"])

        child = forked(check, tmp_path / "errors")
        os.close(writing)
        wanted = chance.randrange(1, 60_000)
        while wanted > 0 and (data := os.read(reading, wanted)):
            wanted -= len(data)
        os.close(reading)
        assert ended(child) in (1, 141)  # 128 and the number of SIGPIPE, as a shell has it
    assert (tmp_path / "errors").read_text(encoding="utf-8") == ""


def test_files_that_change_or_vanish_during_a_check_cost_no_others(tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    chance = random.Random(5)
    paths = [folder / f"{number:02d}.facts" for number in range(10)]

    for path in paths:
        path.write_text(BAD, encoding="utf-8")
    newsfacts(capsys, "check", "articles")

    def check() -> int:  # pragma: no cover - a process of its own
        report = os.open(tmp_path / "report", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(report, 1)
        sys.stdout = open(1, "w", closefd=False, encoding="utf-8")  # noqa: SIM115 - as long as the process lives
        return main(["check", "articles", "--format", "concise"])

    for _ in range(TIMES):
        for path in paths:
            path.write_text(BAD, encoding="utf-8")
        child = forked(check, tmp_path / "errors")
        touched = set()
        for path in chance.sample(paths[:-1], 4):
            time.sleep(chance.uniform(0, 0.01))
            touched.add(path.name)
            if chance.random() < 0.5:
                path.unlink()
            else:
                path.write_text("Nothing.\n" * 100, encoding="utf-8")
        assert ended(child) in (1, 2)  # 2 where a file was found and could not be read any more
        report = (tmp_path / "report").read_text(encoding="utf-8")
        missing = [path.name for path in paths if path.name not in touched and f"{path.name}:1:" not in report]
        assert missing == []
    assert "Traceback" not in (tmp_path / "errors").read_text(encoding="utf-8")


def test_two_fixes_at_once_leave_whole_files(tmp_path: Path, capsys: Capture) -> None:
    broken, fixed = "[ Rents fell]{.claim #a}.\n", " [Rents fell]{.claim #a}.\n"

    (tmp_path / "a.facts").write_text(broken, encoding="utf-8")
    newsfacts(capsys, "check", "a.facts", "--fix")

    def fix() -> int:  # pragma: no cover - a process of its own
        silenced()
        return main(["check", "a.facts", "--fix"])

    for _ in range(TIMES):
        (tmp_path / "a.facts").write_text(broken, encoding="utf-8")
        children = [forked(fix, tmp_path / "errors") for _ in range(2)]
        assert {ended(child) for child in children} <= {0, 1}
        assert (tmp_path / "a.facts").read_text(encoding="utf-8") == fixed
    assert set(os.listdir(tmp_path)) == ALL
    assert "Traceback" not in (tmp_path / "errors").read_text(encoding="utf-8")
