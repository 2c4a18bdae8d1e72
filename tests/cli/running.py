"""Runs the command line in this process, and says what it wrote."""

from __future__ import annotations

import io
from pathlib import Path

import attrs
import pytest

from newsfacts.cli import main

__all__ = ["Outcome", "newsfacts", "write"]


@attrs.frozen
class Outcome:
    """What a command wrote, and its exit status."""

    status: int
    out: str
    err: str


def newsfacts(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Outcome:
    """Run `newsfacts WORDS`."""
    try:
        status = main([str(word) for word in words])
    except SystemExit as leaving:  # argparse leaves in this way
        status = leaving.code if isinstance(leaving.code, int) else -1
    captured = capsys.readouterr()
    return Outcome(status, captured.out, captured.err)


def write(folder: Path, **files: str) -> None:
    """Files in a folder; in a name, two underscores stand for a dot."""
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_bytes(text.encode("utf-8"))


def stdin(monkeypatch: pytest.MonkeyPatch, data: str | bytes) -> None:
    """Give the next command something on standard input."""
    raw = data if isinstance(data, bytes) else data.encode("utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
