"""What the processes of `test_processes.py` do; a module of its own, because they import it."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence

prepared: list[str] = []


def prepare(word: str) -> None:
    """Remember what the process was prepared with; "die" ends it."""
    if word == "die":
        os._exit(3)
    prepared.append(word)


def work(items: Sequence[str]) -> Iterator[str]:
    """What `work_on` makes of each item."""
    return map(work_on, items)


def work_on(item: str) -> str:
    """The item and what the process was prepared with. Some words do harm."""
    if item == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if item == "gone":
        sys.stdout.flush()
        os._exit(5)
    if item == "wrong":
        raise ValueError("a wrong word")
    if item == "slow":
        time.sleep(0.3)
    if item == "huge":
        return "x" * 1_000_000
    return f"{item} {prepared[0]}"


def unsendable(items: Sequence[str]) -> Iterator[object]:
    """Results that cannot be sent to another process."""
    return ((lambda item=item: item) for item in items)
