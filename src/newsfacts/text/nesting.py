"""The order of annotations, and which is nested in which: nesting is containment of spans, so every format has it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Protocol

from newsfacts.immutable import frozen
from newsfacts.text.spans import Span

__all__ = ["MAX_OPEN", "Nesting", "nest", "parents", "parents_of_ranges", "reading_order"]

MAX_OPEN = 1000
"""How many annotations that cross each other are looked at for the one that contains a span."""


class HasSpans(Protocol):
    """An annotation, as written or as an object."""

    @property
    def spans(self) -> tuple[Span, ...]: ...


def reading_order(annotation: HasSpans) -> tuple[int, ...]:
    """The key that sorts annotations into reading order: by start, outer before inner, without a place last.

    Of those that begin and end together, the one without gaps comes first, and then the one whose gap comes later.
    """
    return order_of(annotation.spans)


def order_of(spans: Sequence[Span]) -> tuple[int, ...]:
    """`reading_order` of an annotation with these fragments."""
    if not spans:
        return (1 << 60, 0)
    if len(spans) == 1:
        return (spans[0].start, -spans[0].end)
    return (spans[0].start, -max(span.end for span in spans), *[n for span in spans for n in (span.start, -span.end)])


@frozen
class Nesting:
    """For each annotation in reading order the number of the innermost one that it is nested in; -1 for none.

    `order` has the numbers that they were given in; None where that is the reading order.
    """

    order: Sequence[int] | None
    parents: tuple[int, ...]


def nest(fragments: Sequence[tuple[Span, ...]]) -> Nesting:
    """Find the reading order of annotations, by their fragments, and what each is nested in."""
    found = _parents_of_brackets(fragments)
    if found is not None:
        return Nesting(None, found)
    order = sorted(range(len(fragments)), key=lambda number: order_of(fragments[number]))
    return Nesting(order, parents([fragments[number] for number in order]))


def _parents_of_brackets(fragments: Sequence[tuple[Span, ...]]) -> tuple[int, ...] | None:
    """`parents_of_ranges`; None also where one has gaps, or no place."""
    try:
        return parents_of_ranges([span.start for [span] in fragments], [span.end for [span] in fragments])
    except ValueError:  # not every one has one span
        return None


def parents_of_ranges(starts: Sequence[int], ends: Sequence[int]) -> tuple[int, ...] | None:
    """What `parents` finds for annotations without gaps, by where each starts and ends; None where they are not in order or cross.

    Most files have them in order and without crossing. This takes less time than to see that, and then to ask for the parents.
    """
    found: list[int] = []
    opened: list[int] = []
    ends_of_opened: list[int] = []
    parent, parent_end = -1, 1 << 60  # the innermost of those that are open
    last_start = last_end = -1
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if start <= last_start and (start < last_start or end > last_end):
            return None
        while parent_end <= start:
            parent, parent_end = opened.pop(), ends_of_opened.pop()
        if parent_end < end:
            return None
        found.append(parent)
        opened.append(parent)
        ends_of_opened.append(parent_end)
        parent, parent_end = number, end
        last_start, last_end = start, end
    return tuple(found)


def parents(fragments: Sequence[tuple[Span, ...]]) -> tuple[int, ...]:
    """For annotations in reading order, the number of the innermost one that each is nested in; -1 for none.

    An annotation is nested in another when each of its fragments lies within one of the other's; of two over exactly the
    same words the later is nested in the earlier.
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
    """The fragments of one annotation, to ask in O(log n) whether a span lies within one of them."""

    __slots__ = ("furthest", "starts")

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.starts = [span.start for span in spans]
        self.furthest = list(accumulate((span.end for span in spans), max))  # the end that is reached so far

    def contain(self, span: Span) -> bool:
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
    """The latest of the open annotations that contains one, where they cross or have gaps."""
    for place in range(len(opened) - 1, max(-1, len(opened) - 1 - MAX_OPEN), -1):
        if ends[place] >= end:
            outer = gapped.get(opened[place])
            if outer is None:
                only = fragments[opened[place]][0]
                if all(only.start <= span.start and span.end <= only.end for span in own):
                    return opened[place]
            elif all(outer.contain(span) for span in own):
                return opened[place]
    return -1
