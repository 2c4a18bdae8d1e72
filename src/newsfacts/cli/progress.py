"""A progress line on standard error, for runs that take longer than a moment, where a person looks on."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import TextIO, TypeVar

__all__ = ["with_progress"]

T = TypeVar("T")

DELAY = 1.0
"""Seconds before the line is shown first."""

INTERVAL = 0.1
"""Seconds between two drawings of it."""

WINDOW = 15.0
"""The time left is judged by the last of these seconds: what came before may have been faster, as results that were known."""

WIDTH = 30
CLEAR = "\r\x1b[K"


def with_progress(
    items: Iterator[T], total: int, stream: TextIO, clock: Callable[[], float] = time.monotonic
) -> Iterator[T]:
    """The same items; while they come, a line says how many of `total` have, and how long the others will take if they are like the last ones.

    Nothing is shown where no terminal is.
    """
    if not stream.isatty():
        yield from items
        return
    started = drawn = clock()
    recent = deque([(started, 0)])
    """When so many were done."""
    shown = False
    for number, item in enumerate(items, 1):
        if shown:  # what the caller prints begins on an empty line
            stream.write(CLEAR)
            stream.flush()
            shown = False
        yield item
        now = clock()
        if now - started >= DELAY and now - drawn >= INTERVAL and number < total:
            then, done = recent[0]
            stream.write(CLEAR + bar(number, total, (now - then) * (total - number) / (number - done)))
            stream.flush()
            recent.append((now, number))
            while recent[0][0] < now - WINDOW:
                recent.popleft()
            shown, drawn = True, now
    if shown:
        stream.write(CLEAR)
        stream.flush()


def bar(number: int, total: int, seconds: float) -> str:
    """`checking [######------] 1,200 of 4,000, about 2 min left`"""
    filled = number * WIDTH // total
    return f"checking [{'#' * filled}{'-' * (WIDTH - filled)}] {number:,} of {total:,}, about {in_words(seconds)} left"


def in_words(seconds: float) -> str:
    """A time to wait, as exactly as it can be foretold: `40 s`, `3 min`, `2 h 10 min`."""
    if seconds < 55:
        return f"{max(1, round(seconds / 5) * 5 or round(seconds))} s"
    minutes = max(1, round(seconds / 60))
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
