"""A progress line on standard error, for runs that take longer than a moment, where a person looks on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TextIO, TypeVar

__all__ = ["with_progress"]

T = TypeVar("T")

DELAY = 1.0
"""Seconds before the line is shown first."""

INTERVAL = 0.1
"""Seconds between two drawings of it."""

WIDTH = 30
CLEAR = "\r\x1b[K"


def with_progress(
    items: Iterator[T], total: int, stream: TextIO, clock: Callable[[], float] = time.monotonic
) -> Iterator[T]:
    """The same items; while they come, a line says how many of `total` have. Nothing is shown where no terminal is."""
    if not stream.isatty():
        yield from items
        return
    started = drawn = clock()
    shown = False
    for number, item in enumerate(items, 1):
        if shown:  # what the caller prints begins on an empty line
            stream.write(CLEAR)
            stream.flush()
            shown = False
        yield item
        now = clock()
        if now - started >= DELAY and now - drawn >= INTERVAL and number < total:
            stream.write(CLEAR + bar(number, total))
            stream.flush()
            shown, drawn = True, now
    if shown:
        stream.write(CLEAR)
        stream.flush()


def bar(number: int, total: int) -> str:
    """`checking [######------] 1,200 of 4,000`"""
    filled = number * WIDTH // total
    return f"checking [{'#' * filled}{'-' * (WIDTH - filled)}] {number:,} of {total:,}"
