"""Generated files are as their scripts write them. The table of plantings takes longest to make; `.ci/run` compares it."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parent.parent / "scripts"


@pytest.mark.parametrize("script", sorted({path.name for path in SCRIPTS.glob("*.py")} - {"injection_table.py"}))
def test_generated_files_are_fresh(
    script: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", [script, "--check"])
    monkeypatch.syspath_prepend(str(SCRIPTS))
    status: object = 0
    try:
        runpy.run_path(str(SCRIPTS / script), run_name="__main__")
    except SystemExit as end:
        status = end.code
    assert status in (None, 0), "".join(capsys.readouterr())
