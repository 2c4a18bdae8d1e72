"""`Interval`: a part of the number line with exact ends, each of them open, closed or unbounded."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import attrs

from newsfacts.immutable import frozen
from newsfacts.values.quantities.exact import Number, show_large_number, show_number

__all__ = ["Interval", "bottom_of", "top_of"]


@frozen(slots=True)
class Interval:
    """From `low` to `high`; None is unbounded. An end is part of the interval unless it is marked open."""

    low: Number | None = None
    high: Number | None = None
    low_open: bool = attrs.field(default=False, kw_only=True)
    high_open: bool = attrs.field(default=False, kw_only=True)

    @property
    def empty(self) -> bool:
        """Whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def __contains__(self, value: Number) -> bool:
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return self.high is None or value < self.high or (value == self.high and not self.high_open)

    def intersection(self, other: Interval) -> Interval:
        """The numbers in both; may be empty."""
        low, low_open = self.low, self.low_open
        if other.low is not None and (low is None or other.low > low or (other.low == low and other.low_open)):
            low, low_open = other.low, other.low_open
        high, high_open = self.high, self.high_open
        if other.high is not None and (high is None or other.high < high or (other.high == high and other.high_open)):
            high, high_open = other.high, other.high_open
        return Interval(low, high, low_open=low_open, high_open=high_open)

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return not self.intersection(other).empty

    def within(self, other: Interval) -> bool:
        """Whether all of it lies in `other`."""
        return self.intersection(other).normal() == self.normal()

    def normal(self) -> Interval:
        """The same interval, with no mark on an unbounded end."""
        return Interval(
            self.low,
            self.high,
            low_open=self.low_open and self.low is not None,
            high_open=self.high_open and self.high is not None,
        )

    def hull(self, other: Interval) -> Interval:
        """The smallest interval around both."""
        if self.low is None or other.low is None:
            low, low_open = None, False
        elif self.low == other.low:
            low, low_open = self.low, self.low_open and other.low_open
        else:
            low, low_open = min((self.low, self.low_open), (other.low, other.low_open))
        if self.high is None or other.high is None:
            high, high_open = None, False
        elif self.high == other.high:
            high, high_open = self.high, self.high_open and other.high_open
        else:
            high, high_open = max((self.high, self.high_open), (other.high, other.high_open))
        return Interval(low, high, low_open=low_open, high_open=high_open)

    def widened(self, by: Number) -> Interval:
        """`by` more on either side."""
        return Interval(
            None if self.low is None else self.low - by,
            None if self.high is None else self.high + by,
            low_open=self.low_open,
            high_open=self.high_open,
        )

    def times(self, factor: Number) -> Interval:
        """Every number in it times `factor`; a negative factor swaps the ends."""
        low, low_open, high, high_open = self.low, self.low_open, self.high, self.high_open
        if factor < 0:
            low, low_open, high, high_open = high, high_open, low, low_open
        return Interval(
            None if low is None else low * factor,
            None if high is None else high * factor,
            low_open=low_open,
            high_open=high_open,
        )

    def plus(self, other: Interval) -> Interval:
        """The sums of a number from each."""
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            low_open=self.low_open or other.low_open,
            high_open=self.high_open or other.high_open,
        ).normal()

    def minus(self, other: Interval) -> Interval:
        """The differences of a number from each."""
        return self.plus(other.times(-1))

    def __str__(self) -> str:
        left = "(-∞" if self.low is None else f"{'(' if self.low_open else '['}{show_number(self.low)}"
        right = "∞)" if self.high is None else f"{show_number(self.high)}{')' if self.high_open else ']'}"
        return f"{left}, {right}"

    def words(self) -> str:
        """The interval in words, for a sentence: "36 to 44", "more than 40", "any number"."""
        low, high = self.low, self.high
        if low is None and high is None:
            return "any number"
        if high is None and low is not None:
            return f"more than {show_large_number(low)}" if self.low_open else f"{show_large_number(low)} or more"
        if low is None and high is not None:
            return f"less than {show_large_number(high)}" if self.high_open else f"{show_large_number(high)} or less"
        assert low is not None  # the cases with None are above
        assert high is not None
        if low == high:
            return f"exactly {show_large_number(low)}"
        if not self.low_open and not self.high_open:
            return f"{show_large_number(low)} to {show_large_number(high)}"
        start = f"more than {show_large_number(low)}" if self.low_open else f"at least {show_large_number(low)}"
        return f"{start} and {'less than' if self.high_open else 'at most'} {show_large_number(high)}"


_INFINITE: Final = Fraction(10) ** 1000
"""Further out than any number that can be read."""


def top_of(interval: Interval) -> Number:
    """The high end, a number beyond all others where it is unbounded."""
    return _INFINITE if interval.high is None else interval.high


def bottom_of(interval: Interval) -> Number:
    """The low end, a number below all others where it is unbounded."""
    return -_INFINITE if interval.low is None else interval.low
