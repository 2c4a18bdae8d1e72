"""What holds for all tests: profiles of Hypothesis (a modest one for everyday runs, `ci` for a thorough one, `small` for
further Pythons), and nothing stays behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

IN_CI = bool(os.environ.get("CI"))  # where the same commit must give the same answer; searching goes on everywhere else
QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile("default", max_examples=20, deadline=None, derandomize=IN_CI, suppress_health_check=QUIET)
settings.register_profile("ci", max_examples=300, deadline=None, suppress_health_check=QUIET)
settings.register_profile("small", max_examples=10, deadline=None, derandomize=IN_CI, suppress_health_check=QUIET)
for variable in ("CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "FORCE_COLOR", "LINES", "NO_COLOR", "TERM"):
    os.environ.pop(variable, None)  # what is written does not depend on the terminal in which the tests run

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """The command line, called in this process, sets a handler for SIGTERM; it must not stay when a test is over."""
    before = signal.getsignal(signal.SIGTERM)
    try:
        return (yield)
    finally:
        if signal.getsignal(signal.SIGTERM) is not before:
            signal.signal(signal.SIGTERM, before)


@pytest.fixture(scope="session", autouse=True)
def _shared_bytecode(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where Python is set to write no bytecode, the processes that tests start share it in the folder of this run.

    Otherwise each of them compiles all modules again, which takes longer than all else that it does.
    """
    if not sys.dont_write_bytecode or sys.pycache_prefix:
        return
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "bytecode"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)
    with contextlib.suppress(FileExistsError):
        folder.mkdir()
        # Processes of `multiprocessing` still write none, and import what the program was started with.
        program = "import pytest, newsfacts.cli; newsfacts.cli.main(['check', '--jobs', '1', '--no-config', '.'])"
        with tempfile.TemporaryDirectory() as empty:
            subprocess.run([sys.executable, "-c", program], cwd=empty, capture_output=True, check=False)
