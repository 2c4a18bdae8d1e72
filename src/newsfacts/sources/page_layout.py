"""The layout of printed pages: running heads, columns, and where paragraphs end."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import TypeAlias

import attrs

__all__ = ["Line", "in_reading_order", "without_running_heads"]

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left corner of the page."""

EDGE_LINES = 3
"""How many lines at the top and at the bottom of a page may be running heads."""

HEAD_SHARE = 0.4
"""On which share of the pages a running head is repeated, at the same height; left and right pages may have their own."""

SAME_HEIGHT = 3.0
"""How many points two lines at the same height may differ by."""

PARAGRAPH_GAP = 1.4
"""From how many line heights on, the distance of two lines parts paragraphs."""

GUTTER = 1.5
"""How many times the height of its letters the gap between two columns is wide, at least."""

COLUMN_LINES = 6
"""How many lines one under the other have the same gap where there are columns."""

COLUMN_WORDS = 3
"""How many words the parts of these lines have on average; those of tables have fewer."""

_PROSE_WORD = re.compile(r"(?<!\S)[“‘\"'(]?[^\W\d_]+(?:['’-][^\W\d_]+)*[.,;:!?)”’\"']{0,3}(?!\S)")
_NUMBER = r"(?P<number>\d{1,4})(?P<total>\s*(?:/|of)\s*\d{1,4})?"
_PAGE_NUMBER = re.compile(rf"(?:page\s+|[-–—|\[(]\s*)?{_NUMBER}(?:\s*[-–—|\])])?", re.IGNORECASE)
_LAST_NUMBER = re.compile(rf"(?<![\d.,/]){_NUMBER}\Z")
_FIRST_NUMBER = re.compile(rf"{_NUMBER}(?=\s)")


@attrs.frozen(slots=False)
class Line:
    """A line of a page, and where the first and the last character of each word are, by their offset; none where that is not known."""

    text: str
    boxes: Mapping[int, Box] = attrs.field(factory=dict, repr=False, hash=False)

    @cached_property
    def inked(self) -> tuple[Box, ...]:
        """The boxes of the characters that are seen."""
        return tuple(box for box in self.boxes.values() if box[2] > box[0])

    @cached_property
    def bottom(self) -> float | None:
        """The height of the line's base."""
        return median(box[1] for box in self.inked) if self.inked else None

    @cached_property
    def size(self) -> float:
        """The height of its letters."""
        return max((box[3] - box[1] for box in self.inked), default=0.0)


def without_running_heads(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], int]:
    """The pages without the lines that are repeated at their top or bottom, and how many lines that were.

    Such a line is the same on the pages, except for a number that counts them.
    """
    if len(pages) < 2:
        return list(pages), 0
    edges = [_edges(page) for page in pages]
    found: defaultdict[str, list[_Head]] = defaultdict(list)
    for number, edge in enumerate(edges):
        for line in edge.values():
            pattern, count = _pattern(line.text)
            found[pattern].append(_Head(number, line.bottom, count))
    needed = max(2.0, HEAD_SHARE * len(pages))
    heads = {pattern for pattern, lines in found.items() if len(lines) >= needed and _are_heads(lines)}
    kept = []
    removed = 0
    for page, edge in zip(pages, edges, strict=True):
        dropped = {number for number, line in edge.items() if _pattern(line.text)[0] in heads}
        if len(dropped) == len(page):  # a page with nothing but its number
            dropped = set()
        removed += len(dropped)
        kept.append([line for number, line in enumerate(page) if number not in dropped])
    return kept, removed


def _edges(page: Sequence[Line]) -> dict[int, Line]:
    """The first and last lines of a page by their height, with their numbers; by their order where heights are unknown."""
    numbers = list(range(len(page)))
    if all(line.bottom is not None for line in page):
        numbers.sort(key=lambda number: -(page[number].bottom or 0.0))
    return {number: page[number] for number in (*numbers[:EDGE_LINES], *numbers[-EDGE_LINES:])}


@attrs.frozen
class _Head:
    """A line that may be a running head: on which page it is and at which height, and the number in it."""

    page: int
    height: float | None
    number: int | None


def _pattern(text: str) -> tuple[str, int | None]:
    """A line with `#` in place of what may be the number of its page, at its end or its start, and that number."""
    text = " ".join(text.split())
    found = _PAGE_NUMBER.fullmatch(text) or _LAST_NUMBER.search(text) or _FIRST_NUMBER.match(text)
    if found is None:
        return text, None
    return f"{text[: found.start('number')]}#{found['total'] or ''}{text[found.end() :]}", int(found["number"])


def _are_heads(lines: Sequence[_Head]) -> bool:
    """Whether most of these lines are at one height of their pages, and a number in them is the same or counts the pages."""
    heights = [line.height for line in lines if line.height is not None]
    same = Counter(line.number for line in lines)
    counting = Counter(line.number - line.page for line in lines if line.number is not None)
    if max(count for counter in (same, counting) for count in counter.values()) * 2 <= len(lines):
        return False
    middle = median(heights) if heights else 0.0
    return not heights or sum(abs(height - middle) <= SAME_HEIGHT for height in heights) * 2 > len(heights)


def in_reading_order(lines: Sequence[Line]) -> tuple[str, bool]:
    """The text of a page, with an empty line between paragraphs, and whether columns had to be put one after the other."""
    ordered, is_reordered = _by_columns(lines)
    parts: list[str] = []
    steps = [
        before.bottom - line.bottom
        for before, line in pairwise(ordered)
        if before.bottom is not None and line.bottom is not None and before.bottom > line.bottom
    ]
    usual = median(steps) if steps else 0.0
    for number, line in enumerate(ordered):
        before = ordered[number - 1] if number else None
        if before is not None:
            is_far = (
                before.bottom is not None
                and line.bottom is not None
                and usual > 0
                and before.bottom - line.bottom > PARAGRAPH_GAP * usual
            )
            parts.append("\n\n" if is_far else "\n")
        parts.append(line.text.strip())
    return "".join(parts), is_reordered


def _by_columns(lines: Sequence[Line]) -> tuple[list[Line], bool]:
    """The lines with those parts that are side by side one after the other: runs of lines with a gap at the same place."""
    found: list[Line] = []
    is_reordered = False
    run: list[tuple[Line, Line]] = []
    gutter: tuple[float, float] | None = None

    def finish() -> None:
        nonlocal is_reordered
        words = sum(len(_PROSE_WORD.findall(part.text)) for pair in run for part in pair)
        if len(run) >= COLUMN_LINES and words >= COLUMN_WORDS * 2 * len(run):
            found.extend(left for left, _ in run)
            found.extend(right for _, right in run)
            is_reordered = True
        else:
            found.extend(_joined(left, right) for left, right in run)
        run.clear()

    for line in lines:
        gap = _widest_gap(line)
        shared = None
        if gap is not None:
            place, left, right = gap
            low, high = (left, right) if gutter is None else (max(left, gutter[0]), min(right, gutter[1]))
            shared = (low, high) if low < high else None
            if shared is None:
                finish()
                shared = (left, right)
            run.append(_cut(line, place))
        else:
            finish()
            found.append(line)
        gutter = shared
    finish()
    return found, is_reordered


def _cut(line: Line, place: int) -> tuple[Line, Line]:
    left = {offset: box for offset, box in line.boxes.items() if offset < place}
    right = {offset - place: box for offset, box in line.boxes.items() if offset >= place}
    return Line(line.text[:place], left), Line(line.text[place:], right)


def _joined(left: Line, right: Line) -> Line:
    shift = len(left.text)
    return Line(left.text + right.text, {**left.boxes, **{offset + shift: box for offset, box in right.boxes.items()}})


def _widest_gap(line: Line) -> tuple[int, float, float] | None:
    """Where the widest gap of a line is, if it is wide enough for one between columns: offset, left and right edge."""
    best: tuple[int, float, float] | None = None
    before: tuple[int, Box] | None = None
    for place, box in line.boxes.items():
        if box[2] <= box[0]:
            continue
        if before is not None and line.text[before[0] + 1 : place].isspace():
            gap = box[0] - before[1][2]
            if gap > max(GUTTER * line.size, best[2] - best[1] if best else 0.0):
                best = (place, before[1][2], box[0])
        before = (place, box)
    return best
