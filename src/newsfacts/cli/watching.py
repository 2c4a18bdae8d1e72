"""Runs a check again whenever one of its files changes. It looks at times and sizes twice a second."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable

from newsfacts.cli.output import warn

__all__ = ["watch"]

INTERVAL = 0.5
"""Seconds between two looks."""

_CLEAR_SCREEN = "\x1b[2J\x1b[H"


def watch(
    find: Callable[[], Iterable[str]], check: Callable[[], int], sleep: Callable[[float], None] = time.sleep
) -> int:
    """Check now and after every change, until the user interrupts; the last status is returned."""
    status = 0
    before: dict[str, tuple[int, int]] | None = None
    try:
        while True:
            now = stamps(find())
            if now != before:
                before = now
                if sys.stdout.isatty():
                    sys.stdout.write(_CLEAR_SCREEN)
                status = check()
                warn(f"Watching {len(now):,} file{'' if len(now) == 1 else 's'}. Stop with Ctrl-C.")
            sleep(INTERVAL)
    except KeyboardInterrupt:
        return status


def stamps(paths: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Time of change and size of every file; (0, 0) for one that is not there."""
    found: dict[str, tuple[int, int]] = {}
    for path in paths:
        try:
            status = os.stat(path)
            found[path] = (status.st_mtime_ns, status.st_size)
        except OSError:
            found[path] = (0, 0)
    return found
