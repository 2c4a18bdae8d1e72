"""What goes wrong around a check: killed processes, full disks, odd files, closed pipes, errors of our own. Each is done for real."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cli.running import newsfacts, write

Capture = pytest.CaptureFixture[str]

GOOD = "[At least 12]{.count} people came.\n"
BAD = "[At least 12]{.count value=12} people came.\n"
MESSAGE = "error N02 the words say “At least 12”, but the value is exactly 12"

PATIENCE = 300
"""Seconds after which a process that does not end is given up: many times what it takes on a loaded machine."""

RULE = '''
import os, signal, sys, time
from newsfacts.findings import Severity
from newsfacts.rules import Rule

class Harmful(Rule):
    """A rule of an extension that does what the text says.

    What it checks:
        Nothing.
    """

    code = "HARM1"
    name = "harmful-rule"
    severity = Severity.ERROR

    def check(self, document, context):
        if "KILL" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "EXHAUST" in document.text:
            raise MemoryError
        if "CRASH" in document.text:
            raise ZeroDivisionError("division by zero")
        if "WAIT" in document.text and not os.path.exists("go-on"):
            open("waiting", "w").close()
            time.sleep(600)
        return ()
'''


@pytest.fixture
def harmful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PYTHONPATH with an installed package whose rule does harm."""
    folder = tmp_path_factory.mktemp("package")
    (folder / "harmful.py").write_text(RULE, encoding="utf-8")
    info = folder / "harmful-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: harmful\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[newsfacts.rules]\nharmful = harmful:Harmful\n", encoding="utf-8")
    return folder


def environment(*folders: Path) -> dict[str, str]:
    path = os.pathsep.join([*(str(folder) for folder in folders), *(entry for entry in sys.path if entry)])
    return {**os.environ, "PYTHONPATH": path}


def start(*words: str, folders: tuple[Path, ...] = (), **variables: str) -> subprocess.Popen[str]:
    """`newsfacts WORDS` as a process, and a group, of its own.

    It hears Ctrl-C even where a shell started the tests in the background, which then ignore it, and what they start too.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            [sys.executable, "-m", "newsfacts", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
            env={**environment(*folders), **variables}, start_new_session=True,
        )  # fmt: skip
    finally:
        signal.signal(signal.SIGINT, before)


def run(*words: str, folders: tuple[Path, ...] = ()) -> tuple[int, str, str]:
    process = start(*words, folders=folders)
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out, err


def wait_for(path: Path, process: subprocess.Popen[Any]) -> None:
    """Wait until a process makes a file."""
    while not path.exists():
        assert process.poll() is None, "it ended before"
        time.sleep(0.01)


@contextlib.contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """As on a full disk. No bytecode is written meanwhile: some Pythons keep what is cut off, and fail at the next import."""
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    writes_no_bytecode = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        sys.dont_write_bytecode = writes_no_bytecode


# -- Processes ---------------------------------------------------------------------------------------------------------


def test_a_killed_worker_costs_its_document_a_finding_and_the_run_goes_on(tmp_path: Path, harmful: Path) -> None:
    write(tmp_path, a__facts=BAD, b__facts="KILL", c__facts=BAD, d__facts=GOOD)
    status, out, err = run("check", ".", "--jobs", "2", "--format", "concise", folders=(harmful,))
    assert out.splitlines() == [
        f"a.facts:1:22: {MESSAGE}",
        "b.facts:1:1: error S20 the process that checked this file was ended by SIGKILL, so the file was not checked",
        f"c.facts:1:22: {MESSAGE}",
    ]
    assert (status, err) == (3, "")


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("text", "error"), [("CRASH", "ZeroDivisionError: division by zero"), ("EXHAUST", "MemoryError")]
)
def test_an_error_of_an_extension_costs_its_document_a_finding(
    tmp_path: Path, harmful: Path, jobs: str, text: str, error: str
) -> None:
    write(tmp_path, a__facts=text, b__facts=BAD)
    status, out, err = run("check", ".", "--jobs", jobs, "--format", "concise", folders=(harmful,))
    first, second = out.splitlines()
    place = f"{harmful}/harmful.py, line "
    assert first.startswith(f"a.facts:1:1: error S20 newsfacts itself failed on this file ({error}; {place}")
    assert second == f"b.facts:1:22: {MESSAGE}"
    assert (status, err) == (3, "")


def test_ctrl_c_ends_the_processes_too_and_says_nothing(tmp_path: Path, harmful: Path) -> None:
    write(tmp_path, a__facts="WAIT", b__facts="WAIT")
    process = start("check", ".", "--jobs", "2", folders=(harmful,))
    wait_for(tmp_path / "waiting", process)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE)  # ends only when no process has the pipe open any more
    assert (process.returncode, out, err) == (130, "", "")


def test_being_asked_to_end_leaves_no_temporary_files(
    tmp_path: Path, harmful: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    temporary = tmp_path_factory.mktemp("temporary")
    write(tmp_path, a__facts=GOOD, b__facts=GOOD, c__facts="WAIT")
    process = subprocess.Popen(
        [sys.executable, "-m", "newsfacts", "check", "."], env={**environment(harmful), "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    wait_for(tmp_path / "waiting", process)
    process.terminate()
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (143, b"", b"")
    assert os.listdir(temporary) == []


@pytest.mark.parametrize(("ending", "jobs"), [(signal.SIGKILL, "2"), (signal.SIGINT, "1"), (signal.SIGTERM, "1")])
def test_a_run_that_was_ended_in_any_way_goes_on_with_the_same_report(
    tmp_path: Path, harmful: Path, jobs: str, ending: signal.Signals
) -> None:
    write(tmp_path, a__facts=BAD, b__facts=BAD, m__facts="WAIT", z__facts=BAD)
    for path in tmp_path.glob("*.facts"):
        os.utime(path, (0, 0))
    words = ("check", ".", "--format", "concise", "--jobs", jobs, "--resume", "state.db")
    process = start(*words, folders=(harmful,), PYTHONUNBUFFERED="1")
    assert process.stdout is not None
    assert process.stdout.readline() == f"a.facts:1:22: {MESSAGE}\n"  # so the result is kept
    wait_for(tmp_path / "waiting", process)
    os.killpg(process.pid, ending)
    process.communicate(timeout=PATIENCE)
    (tmp_path / "go-on").touch()
    whole = run("check", ".", "--format", "concise", folders=(harmful,))
    status, out, err = run(*words, folders=(harmful,))
    assert (status, out) == whole[:2]
    said = re.fullmatch(r"newsfacts: state\.db has the results of ([0-9]) of 4 files\n", err)
    assert said
    assert int(said[1]) >= 1


def test_a_result_of_a_process_that_was_ended_is_not_kept(tmp_path: Path, harmful: Path) -> None:
    write(tmp_path, a__facts=BAD, b__facts="KILL", c__facts=BAD)
    for path in tmp_path.glob("*.facts"):
        os.utime(path, (0, 0))
    words = ("check", ".", "--jobs", "2", "--format", "concise", "--resume", "state.db")
    first = run(*words, folders=(harmful,))
    assert (first[0], first[2]) == (3, "")
    assert run(*words, folders=(harmful,)) == (3, first[1], "newsfacts: state.db has the results of 2 of 3 files\n")


def test_a_full_disk_ends_a_run_that_cannot_be_resumed(capsys: Capture, tmp_path: Path) -> None:
    for number in range(40):
        write(tmp_path, **{f"a{number:02}__facts": BAD})
    for path in tmp_path.glob("*.facts"):
        os.utime(path, (0, 0))
    with files_no_larger_than(20_480):
        outcome = newsfacts(capsys, "check", ".", "--format", "concise", "--resume", "state.db")
    assert outcome.status == 2
    assert outcome.err.startswith("newsfacts: state.db does not take the results of this run: ")
    assert newsfacts(capsys, "check", ".", "--format", "concise", "--resume", "state.db").out.count(MESSAGE) == 40


def test_without_processes_the_work_is_done_here(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("emscripten does not support processes")

    write(tmp_path, a__facts=BAD, b__facts=GOOD)
    alone = newsfacts(capsys, "check", ".")
    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse)
    assert newsfacts(capsys, "check", ".", "--jobs", "2") == alone


@pytest.mark.parametrize("missing", ["_multiprocessing", "_posixsubprocess"])
def test_a_python_that_cannot_start_processes_checks_all_files_itself(tmp_path: Path, missing: str) -> None:
    """As in the browser, where these modules are not there."""
    write(tmp_path, a__facts=BAD, b__facts=GOOD)
    assert without(missing, "check", ".", "--jobs", "2", "--format", "concise") == (1, f"a.facts:1:22: {MESSAGE}\n", "")


def test_a_python_without_sqlite_checks_all_files_and_says_what_it_cannot_compare(tmp_path: Path) -> None:
    write(tmp_path, a__facts=BAD, b__facts=GOOD)
    status, out, err = without("sqlite3", "check", ".", "--format", "concise")
    first, second = out.splitlines()
    assert first == f"a.facts:1:22: {MESSAGE}"
    reason = "comparing documents needs the module sqlite3, which this Python does not have"
    assert second.startswith(f"all documents together:1:1: error S20 the documents could not be compared: {reason}")
    assert (status, err) == (2, "")
    status, out, err = without("sqlite3", "check", ".", "--resume", "state.db")
    assert (status, out, err) == (2, "", "newsfacts: this Python is without sqlite3, which --resume needs\n")


def without(module: str, *words: str) -> tuple[int, str, str]:
    """`newsfacts WORDS` with a Python that lacks a module."""
    script = (
        f"import sys; sys.modules[{module!r}] = None; from newsfacts.cli import main; sys.exit(main({list(words)!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


# -- Errors of our own -------------------------------------------------------------------------------------------------


def test_an_error_of_ours_has_a_status_of_its_own_and_one_line(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> int:
        raise ZeroDivisionError("division\nby zero")

    monkeypatch.setattr("newsfacts.cli.rules.run", broken)
    outcome = newsfacts(capsys, "rules")
    line = broken.__code__.co_firstlineno + 1
    assert outcome == type(outcome)(
        3,
        "",
        f"newsfacts: newsfacts itself failed (ZeroDivisionError: division by zero; {__file__}, line {line}); "
        "please report it: https://github.com/example/newsfacts/issues\n",
    )
    with pytest.raises(ZeroDivisionError):
        newsfacts(capsys, "rules", "--debug")


@pytest.mark.parametrize(
    ("command", "place"),
    [("rules", "newsfacts.cli.rules.run"), ("check", "newsfacts.checking.one_file.FileChecker.steps_of_documents")],
)
def test_ctrl_c_while_a_class_is_made_is_no_error_of_ours(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, command: str, place: str
) -> None:
    class Name:
        def __set_name__(self, owner: type, name: str) -> None:
            raise KeyboardInterrupt

    def interrupted(*_: object) -> int:
        type("Made", (), {"name": Name()})  # Python 3.11 makes a RuntimeError of it
        return 0

    monkeypatch.setattr(place, interrupted)
    write(tmp_path, a__facts=BAD)
    outcome = newsfacts(capsys, *([command] if command == "rules" else ["check", "a.facts"]))
    assert outcome == type(outcome)(130, "", "")


# -- Files that are not what they seem ---------------------------------------------------------------------------------


def test_devices_and_pipes_are_findings_and_do_not_hang(tmp_path: Path) -> None:
    write(tmp_path, c__facts=BAD)
    os.mkfifo(tmp_path / "a.facts")
    (tmp_path / "b.facts").symlink_to("/dev/zero")
    status, out, _ = run("check", ".", "--format", "concise")
    assert out.splitlines() == [
        "a.facts:1:1: error S20 this file cannot be read: it is a pipe, not a regular file",
        "b.facts:1:1: error S20 this file cannot be read: it is a device, not a regular file",
        f"c.facts:1:22: {MESSAGE}",
    ]
    assert status == 2


ROLES = {
    "factbook": ("{0}.factbook.yaml", ["check", "{0}.factbook.yaml"]),
    "schema": ("{0}.schema.yaml", ["check", "{0}.schema.yaml"]),
    "used factbook": ("{0}.yaml", ["check", "uses.facts"]),
    "used schema": ("{0}.yaml", ["check", "kinds.facts"]),
    "text of a stand-off file": ("{0}.yaml", ["check", "source.facts.yaml"]),
    "text of a brat file": ("brat.txt", ["check", "brat.ann"]),
    "configuration": ("{0}.toml", ["check", "a.facts", "--config", "{0}.toml"]),
    "policy": ("{0}.yaml", ["check", "a.facts", "--policy", "{0}.yaml"]),
    "baseline": ("{0}.json", ["check", "a.facts", "--baseline", "{0}.json"]),
    "configured factbook": ("{0}.yaml", ["check", "a.facts", "--config", "factbook.toml"]),
    "configured schema": ("{0}.yaml", ["check", "a.facts", "--config", "schema.toml"]),
    "source of quotations": ("{0}.txt", ["verify", "a.facts", "--source", "{0}.txt"]),
    "quotations": ("{0}.txt", ["verify", "{0}.txt", "--source", "a.facts"]),
    "edited text": ("{0}.txt", ["reanchor", "a.facts", "--text", "{0}.txt"]),
    "migrated": ("{0}.facts", ["migrate", "{0}.facts"]),
    "shown": ("{0}.facts", ["show", "{0}.facts"]),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("kind", ["pipe", "device", "sparse"])
def test_in_every_role_odd_files_are_refused_with_a_reason(
    capsys: Capture, tmp_path: Path, role: str, kind: str
) -> None:
    write(
        tmp_path,
        a__facts=GOOD,
        uses__facts="---\nuse: [odd.yaml]\n---\n" + GOOD,
        kinds__facts="---\nschema: [odd.yaml]\n---\n" + GOOD,
        source__facts__yaml="source: odd.yaml\n",
        brat__ann="T1\tCue 0 1\tx\n",
        factbook__toml='factbook = ["odd.yaml"]\n',
        schema__toml='schema = ["odd.yaml"]\n',
    )
    name, words = ROLES[role]
    path = tmp_path / name.format("odd")
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        with path.open("wb") as file:
            file.truncate(10 * 1024**3)
    outcome = newsfacts(capsys, *(word.format("odd") for word in words))
    said = outcome.out + outcome.err
    reason = {"pipe": "it is a pipe", "device": "it is a device", "sparse": "it has more than "}[kind]
    assert outcome.status in (1, 2)
    if kind == "device" and role.startswith(("text of a ", "used ")):
        reason = "outside the project"
    assert reason in said


HEAD = "---\nnewsfacts: 1\ntitle: {}\npublished: 2025-10-11\nmeasures: {{dead: {{label: killed at Orsk, unit: person}}}}\n---\n"


def report(title: str, count: str) -> str:
    return HEAD.format(title) + f"The flood killed [{count}]{{.count of=dead as_of=2025-10-11}}.\n"


# -- Disks and streams -------------------------------------------------------------------------------------------------


def test_a_full_disk_costs_the_comparison_and_not_the_report(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsfacts.checking.fact_store.CACHE_KIB", 1)
    for number in range(40):
        write(tmp_path, **{f"a{number:02}__facts": report(f"Report {number}", "17 people")})
    write(tmp_path, b__facts=BAD)
    with files_no_larger_than(4096):
        outcome = newsfacts(capsys, "check", ".", "--format", "concise")
    first, second = outcome.out.splitlines()
    assert first == f"b.facts:1:22: {MESSAGE}"
    assert second.startswith(
        "all documents together:1:1: error S20 the documents could not be compared: the folder for temporary files does "
        "not take the facts of the documents: "
    )
    assert (outcome.status, outcome.err) == (2, "")


@pytest.mark.parametrize(
    "words", [["check", "a.facts"], ["plain", "a.facts"], ["rules"], ["show", "--json", "a.facts"]]
)
def test_output_that_cannot_be_written_is_one_line(tmp_path: Path, words: list[str]) -> None:
    write(tmp_path, a__facts=BAD)
    for redirection, message in ((">&-", "standard output is closed"), (">/dev/full", "No space left on device")):
        command = f'"{sys.executable}" -m newsfacts "$@" {redirection}'
        found = subprocess.run(["sh", "-c", command, "sh", *words], capture_output=True, encoding="utf-8", env=environment(), timeout=PATIENCE, check=False)  # fmt: skip
        assert (found.returncode, found.stdout, found.stderr) == (2, "", f"newsfacts: {message}\n")


def test_a_report_to_a_file_needs_no_standard_output(tmp_path: Path) -> None:
    write(tmp_path, a__facts=BAD)
    command = f'"{sys.executable}" -m newsfacts check a.facts -o report >&- 2>&-'
    assert subprocess.run(["sh", "-c", command], env=environment(), timeout=PATIENCE, check=False).returncode == 1
    assert MESSAGE in (tmp_path / "report").read_text(encoding="utf-8")


def test_the_text_of_a_document_does_not_steer_a_terminal_but_goes_to_a_pipe_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, a__facts="A\x1bc red\u200b line.\n\tTab.\n")
    assert run("plain", "a.facts") == (0, "A\x1bc red\u200b line.\n\tTab.\n", "")
    own, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "newsfacts", "plain", "a.facts"], stdout=terminal, stderr=terminal, env=environment()
    )
    assert process.wait(timeout=PATIENCE) == 0
    os.close(terminal)
    shown = b""
    with contextlib.suppress(OSError):  # how a terminal says that nothing more comes
        while data := os.read(own, 1000):
            shown += data
    os.close(own)
    assert shown == b"A\\x1bc red\\u200b line.\r\n\tTab.\r\n"  # the terminal adds carriage returns
