"""Which annotation stands in which: nesting is containment of spans, so every format has it."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts.spans import Span

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
    gapped: set[int] = set()
    for number, own in enumerate(fragments):
        if not own:
            found.append(-1)
            continue
        start = own[0].start
        end = own[-1].end
        while ends and ends[-1] <= start:
            opened.pop()
            ends.pop()
        if len(own) > 1:
            gapped.add(number)
        if not opened:
            parent = -1
        elif ends[-1] >= end and not gapped:
            parent = opened[-1]
        else:
            parent = _innermost(fragments, own, opened, ends)
        found.append(parent)
        opened.append(number)
        ends.append(end)
    return tuple(found)


def _innermost(fragments: Sequence[tuple[Span, ...]], own: tuple[Span, ...], opened: list[int], ends: list[int]) -> int:
    """The latest of the open annotations that holds one, where they cross or have gaps."""
    end = own[-1].end
    for place in range(len(opened) - 1, max(-1, len(opened) - 1 - MAX_OPEN), -1):
        if ends[place] >= end and _holds(fragments[opened[place]], own):
            return opened[place]
    return -1


def _holds(outer: tuple[Span, ...], inner: tuple[Span, ...]) -> bool:
    return all(any(o.start <= i.start and i.end <= o.end for o in outer) for i in inner)
