"""Counts over time: for each the interval that it is taken to mean, at its moment, in the colour of who says it.

What has no bound ends in an arrow. Statements of one moment are next to each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

from newsfacts.values.quantities.exact import show_number
from newsfacts.view.markup import Html, el, join
from newsfacts.view.measures import Stated

__all__ = ["VOICES", "chart_of", "legend_of", "voice_numbers"]

VOICES = 6
"""How many voices have a colour of their own; the others share the last."""

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 56, 18, 14, 34
LABEL = 92
"""How wide the label of a day is at least, in units of the drawing."""

STEP = 9
"""Between statements of one moment, in units of the drawing."""

LINES = 5
"""How many lines the grid has at most, and one."""

MAX_SHOWN = 400
"""How many statements a chart shows; the table has all of them."""


@attrs.frozen
class Axes:
    """From moments and values to places in the drawing."""

    first: dt.datetime
    last: dt.datetime
    low: Fraction
    high: Fraction

    def x(self, moment: dt.datetime) -> float:
        """Where a moment is; in the middle where there is only one."""
        whole = (self.last - self.first).total_seconds()
        part = (moment - self.first).total_seconds() / whole if whole else 0.5
        inner = WIDTH - LEFT - RIGHT - 40
        return LEFT + 20 + part * inner

    def y(self, value: Fraction | int) -> float:
        """Where a value is; low values are further down."""
        whole = self.high - self.low
        part = float((Fraction(value) - self.low) / whole) if whole else 0.5
        return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)


def voice_numbers(stated: Sequence[Stated]) -> Mapping[str, int]:
    """The number of the colour of each voice, in order of appearance."""
    found: dict[str, int] = {}
    for one in stated:
        found.setdefault(one.voice, min(len(found), VOICES - 1))
    return found


def chart_of(stated: Sequence[Stated], wrong: set[int], title: str) -> Html:
    """The chart of the statements of a measure that have a moment; nothing where fewer than two have one."""
    placed = [(i, one, one.moment) for i, one in enumerate(stated[:MAX_SHOWN]) if one.moment is not None]
    if len(placed) < 2:
        return Html("")
    moments = [moment for _, _, moment in placed if moment is not None]
    ends = [Fraction(e) for _, one, _ in placed for e in (one.interval.low, one.interval.high) if e is not None]
    if not ends:
        return Html("")
    room = (max(ends) - min(ends)) / 10 or Fraction(1)
    axes = Axes(
        min(moments),
        max(moments),
        max(min(ends) - room, Fraction(0)) if min(ends) >= 0 else min(ends) - room,
        max(ends) + room,
    )
    voices = voice_numbers(stated)
    at_once: dict[dt.datetime, int] = {}
    shapes = [*grid(axes), *days(axes, moments)]
    for i, one, moment in placed:
        assert moment is not None  # as listed above
        turn = at_once[moment] = at_once.get(moment, -1) + 1
        x = axes.x(moment) + STEP * ((turn + 1) // 2) * (1 if turn % 2 else -1)
        shapes.append(mark(axes, one, x, voices[one.voice], clash=i in wrong))
    return el(
        "svg", el("title", title), *shapes, class_="chart", viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img",
        aria_label=f"{title}: the table below has the same numbers",
    )  # fmt: skip


def grid(axes: Axes) -> list[Html]:
    """Horizontal lines at round values."""
    step = round_step((axes.high - axes.low) / LINES)
    value = -(-axes.low // step) * step
    lines = []
    while value <= axes.high:
        y = f"{axes.y(value):.1f}"
        lines.append(el("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_="grid"))
        lines.append(el("text", show_number(value), x=LEFT - 8, y=f"{axes.y(value) + 4:.1f}", class_="tick end"))
        value += step
    return lines


def round_step(least: Fraction) -> Fraction:
    """The lowest of 1, 2, 5, 10, 20, 50, ... (and 0.5, 0.2, 0.1, ...) that is at least so much."""
    step = Fraction(1)
    while step >= least:
        step /= 10
    while step < least:
        step *= 10
    for part in (5, 2):
        if step / part >= least:
            return step / part
    return step


def days(axes: Axes, moments: Sequence[dt.datetime]) -> list[Html]:
    """The days at the bottom, as many as fit; of a later moment of a day, the time."""
    found: list[Html] = []
    last, day = -1000.0, None
    for moment in sorted(set(moments)):
        x = axes.x(moment)
        if x - last >= LABEL:
            words = f"{moment:%H:%M}" if moment.date() == day else moment.date().isoformat()
            found.append(el("text", words, x=f"{x:.1f}", y=HEIGHT - 10, class_="tick middle"))
            last, day = x, moment.date()
    return found


def mark(axes: Axes, one: Stated, x: float, voice: int, *, clash: bool) -> Html:
    """One statement: a line from low to high with its ends, or a dot."""
    low, high = one.interval.low, one.interval.high
    top, bottom = TOP, HEIGHT - BOTTOM
    y_high = top if high is None else axes.y(high)
    y_low = bottom if low is None else axes.y(low)
    at = f"{x:.1f}"
    shapes = [el("title", f"{one.count.text}: {one.interval.words()}, {one.voice}")]
    if abs(y_low - y_high) > 2:
        shapes.append(el("line", x1=at, x2=at, y1=f"{y_low:.1f}", y2=f"{y_high:.1f}"))
    for value, y, up in ((high, y_high, True), (low, y_low, False)):
        if value is not None:
            shapes.append(el("circle", cx=at, cy=f"{y:.1f}", r="4"))
        else:
            tip = y + (8 if up else -8)
            shapes.append(el("path", d=f"M{x - 5:.1f} {tip:.1f}L{at} {y:.1f}L{x + 5:.1f} {tip:.1f}", class_="arrow"))
    return el("g", *shapes, class_=f"v{voice} clash" if clash else f"v{voice}")


def legend_of(stated: Sequence[Stated]) -> Html:
    """Which colour is whose voice."""
    voices = voice_numbers(stated)
    if len(voices) > VOICES:
        shared = len(voices) - VOICES + 1
        voices = {name: number for name, number in voices.items() if number < VOICES - 1} | {
            f"{shared} others": VOICES - 1
        }
    return el(
        "p",
        join([el("span", name, class_=f"voice-of v{number}") for name, number in voices.items()], " "),
        class_="legend",
    )
