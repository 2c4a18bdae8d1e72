"""Whether any of many ranges overlaps, contains or lies within another one: each question in O(log n)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from newsfacts.text.spans import Span

__all__ = ["Ranges"]


class Ranges:
    """Half-open ranges, which may overlap and be empty. An empty range overlaps one that has it inside, not at its edge."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    @cached_property
    def _greatest_ends(self) -> list[int]:
        """For each number, the greatest end among the ranges up to it."""
        return list(accumulate((span.end for span in self._spans), max))

    @cached_property
    def _least_ends(self) -> list[int]:
        """For each number, the least end among the ranges from it on."""
        return list(accumulate((span.end for span in reversed(self._spans)), min))[::-1]

    def overlap(self, span: Span) -> bool:
        """Whether one of the ranges overlaps `span`."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._greatest_ends[before - 1] > span.start

    def contain(self, span: Span) -> bool:
        """Whether one of the ranges contains all of `span`."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._greatest_ends[before - 1] >= span.end

    def lie_within(self, span: Span) -> bool:
        """Whether one of the ranges lies within `span`."""
        first = bisect_left(self._starts, span.start)
        return first < len(self._spans) and self._least_ends[first] <= span.end
