"""Intervals on one scale, each as a small bar. An end without a bound runs out of the bar."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import attrs

from newsfacts.values import Interval
from newsfacts.view.markup import Html, el

__all__ = ["Scale"]

WIDTH = 200
MARGIN = 8
"""At either end, for what has no bound."""


@attrs.frozen
class Scale:
    """From the lowest to the highest end of some intervals."""

    low: Fraction
    high: Fraction

    @staticmethod
    def of(intervals: Iterable[Interval]) -> Scale:
        """The scale of intervals; one of no length where none has an end."""
        ends = [Fraction(end) for interval in intervals for end in (interval.low, interval.high) if end is not None]
        return Scale(min(ends, default=Fraction(0)), max(ends, default=Fraction(0)))

    def at(self, value: Fraction | int | None, unbounded: float) -> float:
        """Where a value is, in units of the drawing."""
        if value is None:
            return unbounded
        if self.high == self.low:
            return WIDTH / 2
        return MARGIN + float((Fraction(value) - self.low) / (self.high - self.low)) * (WIDTH - 2 * MARGIN)

    def bar(self, interval: Interval, *, clash: bool = False) -> Html:
        """The bar; its words are next to it, so it is hidden from screen readers."""
        left, right = self.at(interval.low, 0), self.at(interval.high, WIDTH)
        length = max(right - left, 0)
        shapes = [el("line", x1=0, x2=WIDTH, y1=5, y2=5, class_="axis")]
        if length < 3:
            shapes.append(el("circle", cx=f"{left + length / 2:.1f}", cy=5, r=3))
        else:
            shapes.append(el("rect", x=f"{left:.1f}", y="2.5", width=f"{length:.1f}", height=5, rx="2.5"))
        return el(
            "svg",
            *shapes,
            class_="bar clash" if clash else "bar",
            viewBox=f"0 0 {WIDTH} 10",
            aria_hidden="true",
            focusable="false",
        )
