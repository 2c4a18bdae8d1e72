"""Which annotation of one annotator is which of another: those of one kind over the same words, then those that overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from newsfacts.model import Annotation, Document, UnknownKind
from newsfacts.text.spans import Span

__all__ = ["Pair", "kind_of", "overlap", "pair_annotations"]

MAX_CANDIDATES = 32
"""How many overlapping annotations of one kind are considered as the partner of another one."""


@attrs.frozen
class Pair:
    """One annotation as two annotators have it; `is_exact` where the spans are the same."""

    one: Annotation
    other: Annotation
    is_exact: bool


def kind_of(annotation: Annotation) -> str:
    """The kind as written."""
    return annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND


def overlap(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many code points the fragments of two annotations, both in order, have in common."""
    found = first = second = 0
    while first < len(one) and second < len(other):
        mine, theirs = one[first], other[second]
        found += max(0, min(mine.end, theirs.end) - max(mine.start, theirs.start))
        if mine.end <= theirs.end:
            first += 1
        else:
            second += 1
    return found


def pair_annotations(one: Document, other: Document) -> tuple[Pair, ...]:
    """Pairs of annotations with a place, each in one pair at most, in the reading order of the first document.

    Those over exactly the same words come first; of the rest, those that have the most code points in common.
    """
    waiting: dict[tuple[str, tuple[Span, ...]], list[Annotation]] = defaultdict(list)
    for annotation in reversed(other.annotations):
        if annotation.spans:
            waiting[kind_of(annotation), annotation.spans].append(annotation)
    exact, rest = [], []
    for annotation in one.annotations:
        same = waiting.get((kind_of(annotation), annotation.spans))
        if same:
            exact.append(Pair(annotation, same.pop(), True))
        elif annotation.spans:
            rest.append(annotation)
    left = [annotation for same in waiting.values() for annotation in same]
    pairs = [*exact, *overlapping(rest, left)]
    return tuple(sorted(pairs, key=lambda pair: one.index(pair.one)))


def overlapping(ones: Sequence[Annotation], others: Sequence[Annotation]) -> Iterator[Pair]:
    """Pairs that overlap, the greatest overlap first."""
    candidates: list[tuple[int, int, int]] = []
    by_kind: dict[str, list[int]] = defaultdict(list)
    for number in sorted(range(len(others)), key=lambda number: others[number].span.start):
        by_kind[kind_of(others[number])].append(number)
    begun: dict[str, int] = defaultdict(int)
    open_ones: dict[str, list[int]] = defaultdict(list)
    for number, annotation in sorted(enumerate(ones), key=lambda item: item[1].span.start):
        kind, span = kind_of(annotation), annotation.span
        known = by_kind[kind]
        live = [other for other in open_ones[kind] if others[other].span.end > span.start]
        ahead = begun[kind]
        while ahead < len(known) and others[known[ahead]].span.start <= span.start:
            if others[known[ahead]].span.end > span.start:
                live.append(known[ahead])
            ahead += 1
        begun[kind] = ahead
        open_ones[kind] = live = live[-MAX_CANDIDATES:]
        later: list[int] = []
        while ahead < len(known) and others[known[ahead]].span.start < span.end and len(later) < MAX_CANDIDATES:
            later.append(known[ahead])
            ahead += 1
        for partner in (*live, *later):
            common = overlap(annotation.spans, others[partner].spans)
            if common:
                candidates.append((-common, number, partner))
    taken: set[int] = set()
    given: set[int] = set()
    for _, number, partner in sorted(candidates):
        if number not in taken and partner not in given:
            taken.add(number)
            given.add(partner)
            yield Pair(ones[number], others[partner], False)
