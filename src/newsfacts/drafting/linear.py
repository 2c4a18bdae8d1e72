"""Choosing with weights: each feature that is there adds its weight. That is all the arithmetic of a draft."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import attrs

__all__ = ["NO_WEIGHTS", "Choice", "LinearModel", "choose", "probability"]


@attrs.frozen
class LinearModel:
    """The weights of features by name, and what is added always."""

    weights: Mapping[str, float]
    bias: float = 0.0

    @classmethod
    def parse(cls, text: str, bias: float = 0.0) -> LinearModel:
        """Read "name=weight name=weight ...", the weights in hundredths."""
        pairs = (item.rpartition("=") for item in text.split())
        return cls({name: int(value) / 100 for name, _, value in pairs}, bias)

    def score(self, features: Iterable[str]) -> float:
        """The sum of the weights of `features`, those without weight counting nothing."""
        get = self.weights.get
        total = self.bias
        for feature in features:
            total += get(feature, 0.0)
        return total


NO_WEIGHTS = LinearModel({})


@attrs.frozen
class Choice:
    """The best of several candidates, by its index, and how probable it is among them."""

    index: int
    probability: float


def choose(scores: Sequence[float]) -> Choice:
    """The candidate with the highest score; the first one of several that are equal."""
    best = max(range(len(scores)), key=scores.__getitem__)
    top = scores[best]
    return Choice(best, 1 / sum(math.exp(score - top) for score in scores))


def probability(score: float) -> float:
    """The logistic function."""
    if score < -30:
        return 0.0
    return 1 / (1 + math.exp(-score))
