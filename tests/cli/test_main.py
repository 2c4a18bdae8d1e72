"""The command line as such: help at once, errors in one line, UTF-8 in any locale, pipes that close."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.running import newsfacts, write

from newsfacts import __version__
from newsfacts.cli import COMMANDS

Capture = pytest.CaptureFixture[str]


def command(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A process of its own."""
    variables = {**os.environ, **environment}
    return subprocess.run(
        [sys.executable, "-m", "newsfacts", *words], capture_output=True, env=variables, timeout=60, check=False
    )


def test_help_lists_every_command(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "--help")
    assert outcome.status == 0
    for name, purpose in COMMANDS.items():
        assert f"{name} " in outcome.out
        assert purpose.split()[-1] in outcome.out


def test_version(capsys: Capture) -> None:
    assert newsfacts(capsys, "--version").out == f"newsfacts {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_epilog(capsys: Capture, name: str) -> None:
    outcome = newsfacts(capsys, name, "--help")
    assert outcome.status == 0
    assert outcome.out.startswith(f"usage: newsfacts {name}")
    assert len(outcome.out.rstrip().rpartition("\n\n")[2]) > 30


def test_without_a_command_the_help_is_shown(capsys: Capture) -> None:
    outcome = newsfacts(capsys)
    assert outcome.status == 2
    assert outcome.out.startswith("usage: newsfacts")


def test_an_unknown_command_is_refused_with_the_nearest(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "chekc", "x")
    assert outcome.status == 2
    assert outcome.err == "newsfacts: there is no command 'chekc' (did you mean 'check'?); see newsfacts --help\n"


def test_only_the_command_that_runs_is_imported() -> None:
    """`newsfacts --help` and `import newsfacts` load none of the library, nor anything that is not of Python itself."""
    code = (
        "import sys; import newsfacts; import newsfacts.cli\n"
        "try: newsfacts.cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "loaded = {name for name in sys.modules if name.split('.')[0] in ('newsfacts', 'attr', 'attrs', 'yaml', 'rich')}\n"
        "print(sorted(loaded), file=sys.stderr)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert found.stderr == "['newsfacts', 'newsfacts.cli', 'newsfacts.enums', 'newsfacts.errors', 'newsfacts.lazy']\n"


def test_output_is_utf_8_in_any_locale(tmp_path: Path) -> None:
    write(tmp_path, a__facts="北京 said [“no”]{.quote}.\n")
    found = command("plain", "a.facts", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (found.returncode, found.stderr) == (0, b"")
    assert found.stdout == "北京 said “no”.\n".encode()
    shown = command("show", "a.facts", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "“no”".encode() in shown.stdout


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    write(tmp_path, a__facts="[12]{.count value=13} x.\n\n" * 3000)
    with subprocess.Popen(
        [sys.executable, "-m", "newsfacts", "check", "a.facts", "--no-config"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 141


def test_an_interrupt_is_quiet(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsfacts.cli.rules.run", interrupted)
    outcome = newsfacts(capsys, "rules")
    assert (outcome.status, outcome.out, outcome.err) == (130, "", "")


def test_a_folder_that_cannot_be_written_is_one_line(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts="x")
    outcome = newsfacts(capsys, "plain", "a.facts", "--output", "nowhere/b.txt")
    assert outcome.status == 2
    assert outcome.err == "newsfacts: nowhere/b.txt cannot be written: No such file or directory\n"
