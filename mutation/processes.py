"""Processes in which the tests of a mutant run: with limits, waited for, and nothing of them left behind."""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from collections.abc import Callable

MEMORY = 4 * 1024**3
"""Bytes that the tests of a mutant may have."""
ASLEEP = 150
"""Seconds on the clock after which tests that wait for something are given up."""
FAILED = 1
"""The exit status for a mutant that was noticed; it is also that of pytest."""


def forked(function: Callable[[], int], seconds: float, asleep: float = ASLEEP) -> int:
    """The exit status of a function in a process of its own, negative where it was killed: it took too long, for example."""
    child = os.fork()
    if child == 0:
        status = FAILED
        try:
            os.setsid()
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            status = function()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(_wait(child, asleep))


def share_bytecode(folder: str) -> None:
    """All processes keep what they compile in one folder, so that each of them compiles only its mutant."""
    sys.dont_write_bytecode = False
    sys.pycache_prefix = folder
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = folder


def silence() -> None:
    """What this process and those it starts write goes nowhere."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)


def processor_time() -> float:
    """Of this process and all children that have ended, in seconds."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(item.ru_utime + item.ru_stime for item in used)


def _wait(child: int, asleep: float) -> int:
    """The status of the child, which is killed with all it has started when it waits too long."""
    end = time.monotonic() + asleep
    pause = 0.002
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            break
        if time.monotonic() > end:
            _kill_group(child)
            _, status = os.waitpid(child, 0)
            break
        time.sleep(pause)
        pause = min(pause * 1.2, 0.05)
    _kill_group(child)  # what a test has left running
    return status


def _kill_group(child: int) -> None:
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        return
