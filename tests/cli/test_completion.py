"""Completion in a shell and the manual page are made from the parser, so every command is in them."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from tests.cli.running import newsfacts

from newsfacts.cli import COMMANDS, parser
from newsfacts.cli.completion import SHELLS

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_is_completed(capsys: Capture, shell: str) -> None:
    found = newsfacts(capsys, "--print-completion", shell)
    assert (found.status, found.err) == (0, "")
    assert [command for command in COMMANDS if command not in found.out] == []
    assert "resamples" in found.out  # an option of one command


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not on this machine")
def test_bash_reads_the_script(capsys: Capture) -> None:
    script = newsfacts(capsys, "--print-completion", "bash").out
    assert subprocess.run(["bash", "-n"], input=script, encoding="utf-8", capture_output=True, check=False).stderr == ""


def test_a_shell_without_completion_is_refused(capsys: Capture) -> None:
    found = newsfacts(capsys, "--print-completion", "bsh")
    assert found.status == 2
    assert (
        found.err
        == "newsfacts: there is no completion for 'bsh' (did you mean 'bash'?); there is for bash, zsh, fish\n"
    )


def test_without_shtab_it_says_what_to_install(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    found = newsfacts(capsys, "--print-completion", "zsh")
    assert (found.status, found.err) == (
        2,
        "newsfacts: completion for a shell needs shtab: pip install 'newsfacts[cli]'\n",
    )


def test_every_command_is_on_the_manual_page() -> None:
    manpage = pytest.importorskip(
        "argparse_manpage.manpage", reason="argparse-manpage is for packagers, who make the page"
    )
    page = str(manpage.Manpage(parser()))
    assert [command for command in COMMANDS if f"newsfacts {command}" not in page.replace("\\-", "-")] == []
