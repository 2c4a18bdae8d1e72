"""Intervals around figures of agreement: the sentences of the text are drawn again and again, with replacement."""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from fractions import Fraction

import attrs

__all__ = ["MIN_SENTENCES", "Bootstrap", "Estimate", "Tallies"]

MIN_SENTENCES = 5
"""A text with fewer sentences has no intervals: drawing from so few says nothing."""

MAX_BLOCKS = 200
"""In a text of more sentences, neighbouring ones are drawn together, so that a long text takes no longer than this many."""

SHARE = Fraction(95, 100)
"""The share of the resamples that lies in an interval."""

_SENTENCE_END = re.compile(r"[.!?][\"”’»)]*\s+|\n+")

Tallies = dict[int, Counter[Hashable]]
"""By the number of a sentence, how often what a figure is computed from occurs there."""


@attrs.frozen
class Estimate:
    """A figure, exact; None where it is not defined. The interval has 95 % of the resamples; None where there is none."""

    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None

    def __str__(self) -> str:
        if self.value is None:
            return "-"
        around = (
            f" [{float(self.low):.2f}, {float(self.high):.2f}]"
            if self.low is not None and self.high is not None
            else ""
        )
        return f"{float(self.value):.2f}{around}"


class Bootstrap:
    """Draws sentences of one text; the draws are the same for all figures, and for the same seed."""

    def __init__(self, text: str, resamples: int, seed: int) -> None:
        self.starts: list[int] = [
            0,
            *(found.end() for found in _SENTENCE_END.finditer(text) if found.end() < len(text)),
        ]
        self.starts = self.starts[:: -(-len(self.starts) // MAX_BLOCKS)]
        sentences = range(len(self.starts))
        dice = random.Random(seed)
        enough = len(sentences) >= MIN_SENTENCES
        self.draws: list[Counter[int]] = [
            Counter(dice.choices(sentences, k=len(sentences))) for _ in range(resamples if enough else 0)
        ]

    def tallies(self, things: Iterable[tuple[int, Hashable, int]]) -> Tallies:
        """Sort things by sentence: the offset of each, what it is, and how often it counts."""
        found: Tallies = {}
        for offset, thing, number in things:
            found.setdefault(bisect_right(self.starts, offset) - 1, Counter())[thing] += number
        return found

    def estimate(self, tallies: Tallies, figure: Callable[[Counter[Hashable]], Fraction | None]) -> Estimate:
        """A figure of the whole text, with its interval (percentiles of the resamples)."""
        value = figure(summed(tallies, dict.fromkeys(tallies, 1)))
        if value is None:
            return Estimate(None)
        drawn = [figure(summed(tallies, draw)) for draw in self.draws]
        values = sorted(each for each in drawn if each is not None)
        if 2 * len(values) <= len(self.draws):
            return Estimate(value)
        outside = int(len(values) * (1 - SHARE) / 2)
        return Estimate(value, values[outside], values[len(values) - 1 - outside])


def summed(tallies: Tallies, times: dict[int, int] | Counter[int]) -> Counter[Hashable]:
    """The tallies of some sentences together, each as often as it was drawn."""
    found: Counter[Hashable] = Counter()
    for sentence, tally in tallies.items():
        factor = times.get(sentence, 0)
        if factor:
            for thing, number in tally.items():
                found[thing] += factor * number
    return found
