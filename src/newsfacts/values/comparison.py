"""The result of comparing two values, of numbers and of times alike: a verdict, and why in a sentence."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import attrs

__all__ = ["Agreement", "Comparison"]


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


@attrs.frozen
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
