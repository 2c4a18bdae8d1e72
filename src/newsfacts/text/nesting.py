"""Which annotation stands in which: nesting is containment of spans, so every format has it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from newsfacts.text.spans import Span

__all__ = ["MAX_OPEN", "parents"]

MAX_OPEN = 1000
"""How many annotations that cross each other are looked at for the one that contains a span."""


def parents(fragments: Sequence[tuple[Span, ...]]) -> tuple[int, ...]:
    """For annotations in reading order (by start, outer before inner), the number of the innermost one that holds each.

    -1 for those that stand in none. An annotation stands in another when each of its fragments lies within one of the
    other's; of two over exactly the same words the later stands in the earlier.
    """
    found: list[int] = []
    opened: list[int] = []
    ends: list[int] = []
    gapped: dict[int, _Fragments] = {}
    for number, own in enumerate(fragments):
        if not own:
            found.append(-1)
            continue
        start = own[0].start
        end = own[-1].end if len(own) == 1 else max([span.end for span in own])
        while ends and ends[-1] <= start:
            opened.pop()
            ends.pop()
        if len(own) > 1:
            gapped[number] = _Fragments(own)
        if not opened:
            parent = -1
        elif ends[-1] >= end and not gapped:
            parent = opened[-1]
        else:
            parent = _innermost(fragments, gapped, own, end, opened, ends)
        found.append(parent)
        opened.append(number)
        ends.append(end)
    return tuple(found)


class _Fragments:
    """The fragments of one annotation, to ask in O(log n) whether one of them holds a span."""

    __slots__ = ("furthest", "starts")

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.starts = [span.start for span in spans]
        self.furthest = list(accumulate((span.end for span in spans), max))  # the end that is reached so far

    def hold(self, span: Span) -> bool:
        place = bisect_right(self.starts, span.start) - 1
        return place >= 0 and self.furthest[place] >= span.end


def _innermost(
    fragments: Sequence[tuple[Span, ...]],
    gapped: Mapping[int, _Fragments],
    own: tuple[Span, ...],
    end: int,
    opened: list[int],
    ends: list[int],
) -> int:
    """The latest of the open annotations that holds one, where they cross or have gaps."""
    for place in range(len(opened) - 1, max(-1, len(opened) - 1 - MAX_OPEN), -1):
        if ends[place] >= end:
            outer = gapped.get(opened[place])
            if outer is None:
                only = fragments[opened[place]][0]
                if all(only.start <= span.start and span.end <= only.end for span in own):
                    return opened[place]
            elif all(outer.hold(span) for span in own):
                return opened[place]
    return -1
