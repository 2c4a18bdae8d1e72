"""Time that a test can rely on: of the processor, not of the clock, and the fastest of some runs."""

from __future__ import annotations

import time
from collections.abc import Callable

__all__ = ["fastest"]


def fastest(action: Callable[[], object], runs: int = 3) -> float:
    """Seconds of processor time of the fastest run."""
    best = float("inf")
    for _ in range(runs):
        began = time.process_time()
        action()
        best = min(best, time.process_time() - began)
    return best
