"""Half-open ranges of code points: overlap and containment, defined once, and an index of what is where.

An annotation with gaps has several spans, its *fragments*, as a tuple. A question about fragments is a question about
the set of code points they cover; empty spans cover none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import Generic, TypeAlias, TypeVar

import attrs

from newsfacts.errors import UsageError

__all__ = ["Fragments", "Span", "SpanIndex", "covers", "hull", "normalize", "overlap"]

T = TypeVar("T")


@attrs.frozen(order=True)
class Span:
    """The code points from `start` up to, not including, `end`; not checked against a text."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many code points it covers."""
        return self.end - self.start

    def contains(self, other: Span | int) -> bool:
        """Whether a whole span, or the code point at an offset, lies within this one."""
        if isinstance(other, int):
            return self.start <= other < self.end
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether both cover at least one code point together; spans that only touch do not."""
        return max(self.start, other.start) < min(self.end, other.end)

    def shifted(self, by: int) -> Span:
        """The same length, `by` code points later (earlier where negative)."""
        return Span(self.start + by, self.end + by)

    def slice(self, text: str) -> str:
        """The words of a text."""
        return text[self.start : self.end]


_BY_PLACE = attrgetter("start", "end")
"""Sorts spans as they compare, in a third of the time."""

Fragments: TypeAlias = tuple[Span, ...]


def hull(fragments: Iterable[Span]) -> Span:
    """The smallest span that contains every fragment. `UsageError` where there is none."""
    found = tuple(fragments)
    if not found:
        raise UsageError("an annotation without spans has no place in the text")
    return Span(min(span.start for span in found), max(span.end for span in found))


def normalize(fragments: Iterable[Span]) -> Fragments:
    """The same code points as the fewest spans, in order: overlapping and touching ones joined, empty ones left out."""
    joined: list[Span] = []
    for span in sorted(fragments, key=_BY_PLACE):
        if span.end <= span.start:
            continue
        if joined and span.start <= joined[-1].end:
            if span.end > joined[-1].end:
                joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def covers(outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    """Whether each fragment of `inner` lies within what `outer` covers; an empty fragment may be at its edge."""
    if len(outer) == 1:
        return all(outer[0].contains(span) for span in inner)
    runs = normalize(outer)
    starts = [run.start for run in runs]
    for span in inner:
        place = bisect_right(starts, span.start) - 1
        if place < 0 or not runs[place].contains(span):
            return False
    return True


def overlap(first: Sequence[Span], second: Sequence[Span]) -> bool:
    """Whether both cover at least one code point together."""
    if len(first) == 1 and len(second) == 1:
        return first[0].overlaps(second[0])
    left, right = normalize(first), normalize(second)
    one = other = 0
    while one < len(left) and other < len(right):
        if left[one].overlaps(right[other]):
            return True
        if left[one].end <= right[other].end:
            one += 1
        else:
            other += 1
    return False


class _EndTree:
    """Numbers in an array; finds those above a limit in a range of places without looking at the others.

    A binary tree of maxima: k answers take O((k + 1) log n) steps, whatever else is in the range.
    """

    __slots__ = ("size", "tree")

    def __init__(self, values: Sequence[int]) -> None:
        self.size = 1 << max(0, (len(values) - 1).bit_length())
        lowest = min(values, default=0)
        tree = [lowest] * self.size + list(values) + [lowest] * (self.size - len(values))
        for node in range(self.size - 1, 0, -1):
            left, right = tree[2 * node], tree[2 * node + 1]
            tree[node] = left if left > right else right
        self.tree = tree

    def above(self, start: int, end: int, limit: int) -> list[int]:
        """The places in `start`..`end` with more than `limit`, in order."""
        found: list[int] = []
        if start >= end:
            return found
        waiting = [(1, 0, self.size)]
        while waiting:
            node, low, high = waiting.pop()
            if high <= start or low >= end or self.tree[node] <= limit:
                continue
            if high - low == 1:
                found.append(low)
                continue
            middle = (low + high) // 2
            waiting.append((2 * node + 1, middle, high))
            waiting.append((2 * node, low, middle))
        return found


MAX_CLIMB = 64
"""How many fragments that end too early are passed on the way outward before the tree is asked."""


class SpanIndex(Generic[T]):
    """What covers, overlaps or lies within a range, in O((k + 1) log n) for k answers among n fragments.

    Answers come in reading order: by start, outer before inner, then as given. Items without spans are in none.
    """

    def __init__(self, items: Iterable[tuple[Sequence[Span], T]]) -> None:
        self._items: list[T] = []
        self._fragments: list[Sequence[Span]] = []
        self._hulls: list[Span] = []
        for fragments, item in items:
            if fragments:
                self._items.append(item)
                self._fragments.append(fragments)
                self._hulls.append(fragments[0] if len(fragments) == 1 else hull(fragments))
        if any((b.start, -b.end) < (a.start, -a.end) for a, b in pairwise(self._hulls)):
            order = sorted(range(len(self._hulls)), key=lambda n: (self._hulls[n].start, -self._hulls[n].end))
            self._items = [self._items[n] for n in order]
            self._fragments = [self._fragments[n] for n in order]
            self._hulls = [self._hulls[n] for n in order]

    def __len__(self) -> int:
        return len(self._items)

    @cached_property
    def _runs(self) -> tuple[list[int], list[int], list[int]]:
        """For each normalized fragment, by start: its start, the number of its item, and its end."""
        if all(len(fragments) == 1 and fragments[0].end > fragments[0].start for fragments in self._fragments):
            return [one.start for one in self._hulls], list(range(len(self._hulls))), [one.end for one in self._hulls]
        runs = sorted(
            (run.start, number, run.end)
            for number, fragments in enumerate(self._fragments)
            for run in (fragments if len(fragments) == 1 and fragments[0].length > 0 else normalize(fragments))
        )
        return [start for start, _, _ in runs], [number for _, number, _ in runs], [end for _, _, end in runs]

    @cached_property
    def _ends(self) -> _EndTree:
        """The tree of the ends of the fragments."""
        return _EndTree(self._runs[2])

    @cached_property
    def _outward(self) -> list[int] | None:
        """For each normalized fragment the number of the next one outward (-1 for none); None where some cross."""
        starts, _, ends = self._runs
        outward: list[int] = []
        opened: list[int] = []
        for run, start in enumerate(starts):
            while opened and ends[opened[-1]] <= start:
                opened.pop()
            if opened and ends[opened[-1]] < ends[run]:
                return None
            outward.append(opened[-1] if opened else -1)
            opened.append(run)
        return outward

    def _climb(self, run: int, limit: int) -> list[int] | None:
        """The fragments around the start of one that end beyond a limit, outermost first; None where it is far to them.

        Of fragments that do not cross, those that reach beyond an offset are all on the way outward from the last one that
        begins before it. For the places that people annotate this is a few steps, however many fragments there are.
        """
        outward, ends = self._outward, self._runs[2]
        if outward is None:
            return None
        found: list[int] = []
        passed = 0
        while run >= 0:
            if ends[run] > limit:
                found.append(run)
            else:
                passed += 1
                if passed > MAX_CLIMB:
                    return None
            run = outward[run]
        return found[::-1]

    @cached_property
    def _whole(self) -> tuple[list[int], _EndTree]:
        """The starts of the hulls, and a tree of their negated ends: above -x in it is before x in the text."""
        return [whole.start for whole in self._hulls], _EndTree([-whole.end for whole in self._hulls])

    def covering(self, place: Span | int) -> tuple[T, ...]:
        """The items that cover an offset, or every code point of a span."""
        start, end = (place.start, place.end) if isinstance(place, Span) else (place, place + 1)
        starts, numbers, _ = self._runs
        last = bisect_right(starts, start)
        found = self._climb(last - 1, end - 1)
        if found is None:
            found = self._ends.above(0, last, end - 1)
        return self._answer(numbers[run] for run in found)

    def overlapping(self, span: Span) -> tuple[T, ...]:
        """The items that cover at least one code point of a span."""
        if span.end <= span.start:
            return ()
        starts, numbers, _ = self._runs
        found = self._ends.above(0, bisect_left(starts, span.end), span.start)
        return self._answer(numbers[run] for run in found)

    def within(self, span: Span) -> tuple[T, ...]:
        """The items of which every fragment lies within a span; an empty fragment may be at its edge."""
        starts, tree = self._whole
        found = tree.above(bisect_left(starts, span.start), bisect_right(starts, span.end), -span.end - 1)
        return self._answer(found)

    def _answer(self, numbers: Iterable[int]) -> tuple[T, ...]:
        return tuple(self._items[number] for number in sorted(set(numbers)))
