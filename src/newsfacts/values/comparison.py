"""The results of comparing two values, of numbers and of times alike: a verdict, and why in a sentence.

A `Comparison` is symmetric: whether two values agree. A `Support` has a direction: whether what a statement says follows
from what its source says.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from newsfacts.enums import WordEnum
from newsfacts.immutable import frozen

__all__ = ["Agreement", "Comparison", "Support", "SupportOutcome"]


class Agreement(StrEnum):
    """Whether two values agree; prints as its lower-case word."""

    SAME = "same"
    COMPATIBLE = "compatible"
    TENSION = "tension"
    CONTRADICTION = "contradiction"
    INCOMPARABLE = "incomparable"
    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return f"Agreement.{self.name}"


@frozen
class Comparison:
    """A verdict, the rule that gave it, and why in a sentence.

    `left` and `right` are the two intervals that were compared (`Interval` for quantities, `TimeInterval` for times),
    None where nothing was compared.
    """

    verdict: Agreement
    rule: str
    because: str
    left: Any = None
    right: Any = None


class SupportOutcome(WordEnum):
    """Whether a statement follows from its source."""

    SUPPORTED = "supported"
    """Everything that the source allows, the statement allows too."""
    SAYS_MORE = "says more"
    """The statement is more exact than the source: a hedge or a bound is lost, or digits, a day or a year are added."""
    CONTRADICTED = "contradicted"
    """Nothing that the statement allows is allowed by the source."""
    UNLIKE = "unlike"
    """They speak of different things: another unit, a level and a change, a date and a length of time."""
    UNKNOWN = "unknown"
    """It cannot be decided, for the reason given."""


@frozen
class Support:
    """Whether a statement follows from its source, the rule that decided, and why in a sentence.

    `statement` and `source` are what the two were taken to mean (`Interval` for quantities, `TimeInterval` or `Duration`
    for times), None where nothing was compared.
    """

    outcome: SupportOutcome
    rule: str
    because: str
    statement: Any = None
    source: Any = None

    def __str__(self) -> str:
        return f"{self.outcome}: {self.because}"
