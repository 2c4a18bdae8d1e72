"""Coefficients of agreement, computed exactly: Cohen's and Fleiss' kappa, and Krippendorff's alpha for unitizing."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate, combinations
from typing import Any

import attrs

from newsfacts.text.spans import Span

__all__ = [
    "Difference",
    "alpha",
    "cohen_kappa",
    "expected_disagreement",
    "fleiss_kappa",
    "gaps_between",
    "total",
    "unit_differences",
]


def cohen_kappa(pairs: Mapping[Any, int]) -> Fraction | None:
    """Cohen's kappa of two annotators, from how often each pair of labels (a tuple of two) occurs (Cohen 1960).

    None where it is not defined: without pairs, and where both use one and the same label throughout.
    """
    total = sum(pairs.values())
    first: Counter[Hashable] = Counter()
    second: Counter[Hashable] = Counter()
    for (one, other), number in pairs.items():
        first[one] += number
        second[other] += number
    same = sum(number for (one, other), number in pairs.items() if one == other)
    chance = sum(number * second[label] for label, number in first.items())
    if total == 0 or chance == total * total:
        return None
    return Fraction(same * total - chance, total * total - chance)


def fleiss_kappa(items: Mapping[Any, int]) -> Fraction | None:
    """Fleiss' kappa of a fixed number of annotators (Fleiss 1971).

    An item is a tuple of the labels that it was given, each with how often: `(("a", 2), ("b", 1))`; `items` says how many items were labelled so. None where
    it is not defined: without items, and where all use one and the same label throughout.
    """
    if not items:
        return None
    raters = sum(number for _, number in next(iter(items)))
    total = sum(items.values())
    labels: Counter[Hashable] = Counter()
    agreeing = 0
    for item, times in items.items():
        agreeing += times * sum(number * (number - 1) for _, number in item)
        for label, number in item:
            labels[label] += times * number
    ratings = total * raters
    if total == 0 or raters < 2:
        return None
    observed = Fraction(agreeing, total * raters * (raters - 1))
    chance = Fraction(sum(number * number for number in labels.values()), ratings * ratings)
    return None if chance == 1 else (observed - chance) / (1 - chance)


# -- Krippendorff's alpha for unitizing --------------------------------------------------------------------------------


@attrs.frozen
class Difference:
    """What two annotators differ by at one place: the offset, and the squared length that Krippendorff's δ² gives."""

    offset: int
    squared: int


def gaps_between(units: Sequence[Span], length: int) -> Iterator[Span]:
    """The gaps before, between and after units in order that do not overlap, in a text of `length` code points."""
    last = 0
    for unit in units:
        if unit.start > last:
            yield Span(last, unit.start)
        last = unit.end
    if last < length:
        yield Span(last, length)


def unit_differences(units: Sequence[Sequence[Span]]) -> Iterator[Difference]:
    """δ² between the units of every pair of annotators.

    Two units that overlap differ by the squares of the distances of their starts and of their ends; a unit that lies in a
    gap of the other annotator by the square of its length (Krippendorff 1995, p. 61; 2004, section 3.1). Units of one
    annotator are in order and do not overlap each other.
    """
    for one, other in combinations(units, 2):
        matched: set[int] = set()
        position = 0
        for unit in one:
            while position < len(other) and other[position].end <= unit.start:
                position += 1
            number = position
            while number < len(other) and other[number].start < unit.end:
                start, end = unit.start - other[number].start, unit.end - other[number].end
                yield Difference(min(unit.start, other[number].start), start * start + end * end)
                matched.add(number)
                number += 1
            if number == position:
                yield Difference(unit.start, unit.length * unit.length)
        for number, unit in enumerate(other):
            if number not in matched:
                yield Difference(unit.start, unit.length * unit.length)


def expected_disagreement(units: Sequence[Sequence[Span]], length: int) -> Fraction:
    """D_e of Krippendorff's alpha for unitizing: the disagreement where units are placed in the text by chance.

    With m annotators, a text of L code points, N units with lengths l, and gaps with lengths g:

        D_e = (2 / L) Σ_units [ (N - 1) / 3 · (2 l³ - 3 l² + l) + l² Σ_gaps≥l (g - l + 1) ] / (mL (mL - 1) - Σ_units l (l - 1))

    (Krippendorff 1995, "On the reliability of unitizing continuous data", Sociological Methodology 25, 47-76; 2004,
    "Measuring the reliability of qualitative text analysis data", Quality & Quantity 38, 787-800.)
    """
    lengths = [unit.length for each in units for unit in each]
    gaps = sorted(gap.length for each in units for gap in gaps_between(each, length))
    sums = [0, *accumulate(gaps)]
    whole = len(units) * length
    below = whole * (whole - 1) - sum(each * (each - 1) for each in lengths)
    if below == 0:
        return Fraction(0)
    total = Fraction(0)
    for each, number in Counter(lengths).items():
        first = bisect_left(gaps, each)
        fitting = sums[-1] - sums[first] + (len(gaps) - first) * (1 - each)
        among = Fraction((len(lengths) - 1) * (2 * each**3 - 3 * each**2 + each), 3)
        total += number * (among + each * each * fitting)
    return Fraction(2, length) * total / below


def alpha(observed: int, expected: Fraction, annotators: int, length: int) -> Fraction | None:
    """1 - D_o / D_e, of the sum of δ² over pairs of annotators. None where there are no units to expect anything of."""
    if expected == 0:
        return None
    return 1 - Fraction(2 * observed, annotators * (annotators - 1) * length * length) / expected


def total(differences: Iterable[Difference]) -> int:
    """The sum of δ²."""
    return sum(difference.squared for difference in differences)
