"""Carries annotations from one version of a text to the next.

Both versions are compared first: by runs of words that each has only once, then, where that leaves little, word by
word, then character by character. What is the same in both keeps its annotations. What was cut in one place and pasted
in another is found in the same way among what is left. An annotation is never put on other words without saying so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher

import attrs

from newsfacts.enums import WordEnum
from newsfacts.text.spans import Fragments, Span, hull

__all__ = ["Reanchored", "ReanchoredStatus", "move_spans"]

RUN = 8
"""How many words, spaces and signs in a row must be unique on both sides to count as the same place."""

MAX_COMPARED = 40_000
"""Up to this product of their numbers, words between two such places are compared one by one."""

MIN_MOVED = 24
"""How many code points must have moved together to be recognized."""

KEPT_SHARE = 2
"""An annotation counts as changed, not lost, if at least one in this many of its code points is still there."""

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


class ReanchoredStatus(WordEnum):
    """What became of an annotation."""

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    LOST = "lost"


@attrs.frozen(kw_only=True)
class Reanchored:
    """An annotation in the new text.

    - **kept**: the same words, at the place that corresponds to the old one.
    - **moved**: the same words, cut from the old place and pasted at another together with what was around them.
    - **changed**: some of its words were edited. `fragments` are what is left and what came in their place.
    - **lost**: most of its words are gone. `fragments` is empty; `candidate` is where they were.
    """

    status: ReanchoredStatus
    fragments: Fragments
    old_fragments: Fragments
    candidate: Span | None = None


@attrs.frozen
class _Block:
    """The same code points in both texts."""

    old: int
    new: int
    length: int


@attrs.frozen
class _Landing:
    """A place in the new text, and whether little more than it is the same there."""

    span: Span
    is_weak: bool


def move_spans(old_text: str, new_text: str, annotations: Sequence[Sequence[Span]]) -> tuple[Reanchored, ...]:
    """Find annotations, given as their fragments in `old_text`, again in `new_text`; answers in the same order."""
    comparison = _Comparison(old_text, new_text)
    return tuple(comparison.carry(tuple(fragments)) for fragments in annotations)


class _Comparison:
    """Which ranges of two texts are the same, in order (`blocks`) and out of order (`moved`)."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        blocks = _compare(old, new)
        self.blocks = blocks
        self.starts = [block.old for block in blocks]
        self.moved = _moved_blocks(old, new, [block for block in blocks if block.length >= MIN_MOVED])
        self.moved_starts = [block.old for block in self.moved]

    def carry(self, fragments: Fragments) -> Reanchored:
        statuses: list[ReanchoredStatus] = []
        found: list[Span] = []
        for fragment in fragments:
            status, span = self.carry_span(fragment)
            statuses.append(status)
            if span is not None:
                found.append(span)
        order = list(ReanchoredStatus)
        worst = max(statuses, key=order.index, default=ReanchoredStatus.LOST)
        if worst is ReanchoredStatus.LOST:
            where = hull(fragments) if fragments else Span(0, 0)
            place = Span(self.edge(where.start), max(self.edge(where.start), self.edge(where.end, is_end=True)))
            return Reanchored(status=worst, fragments=(), old_fragments=fragments, candidate=place)
        return Reanchored(status=worst, fragments=tuple(found), old_fragments=fragments)

    def carry_span(self, span: Span) -> tuple[ReanchoredStatus, Span | None]:
        kept = self.landing(span, self.blocks, self.starts)
        moved = self.landing(span, self.moved, self.moved_starts)
        for status, landing in ((ReanchoredStatus.KEPT, kept), (ReanchoredStatus.MOVED, moved)):
            # A few words that happen to be in both versions do not outweigh all that moved together.
            if landing is None or (
                landing is not moved and landing.is_weak and moved is not None and moved.span != landing.span
            ):
                continue
            whole = self.whole_words(span, landing.span)
            return (status, landing.span) if whole == landing.span else (ReanchoredStatus.CHANGED, whole)
        start = self.edge(span.start)
        end = self.edge(span.end, is_end=True)
        if end <= start or self.surviving(span) * KEPT_SHARE < span.length:
            return ReanchoredStatus.LOST, None
        return ReanchoredStatus.CHANGED, self.whole_words(span, Span(start, end))

    def landing(self, span: Span, blocks: Sequence[_Block], starts: list[int]) -> _Landing | None:
        """Where a span comes down that one block holds whole."""
        place = bisect_right(starts, span.start) - 1
        if place < 0 or span.end > blocks[place].old + blocks[place].length:
            return None
        block = blocks[place]
        return _Landing(span.shifted(block.new - block.old), block.length < MIN_MOVED)

    def whole_words(self, old: Span, new: Span) -> Span:
        """The new span, widened to whole words where the old one held whole words: "win" that became "winner"."""
        start, end = new.start, new.end
        if not _is_inside_word(self.old, old.start):
            while _is_inside_word(self.new, start):
                start -= 1
        if not _is_inside_word(self.old, old.end):
            while _is_inside_word(self.new, end):
                end += 1
        return Span(start, end)

    def edge(self, offset: int, *, is_end: bool = False) -> int:
        """Where an edge of a span went: with the code point inside the span, else to the edge of what replaced it."""
        if is_end:
            place = bisect_left(self.starts, offset) - 1
            if place >= 0:
                block = self.blocks[place]
                if offset <= block.old + block.length:
                    return block.new + offset - block.old
            place += 1
            return self.blocks[place].new if place < len(self.blocks) else len(self.new)
        place = bisect_right(self.starts, offset) - 1
        if place < 0:
            return 0
        block = self.blocks[place]
        return block.new + min(offset - block.old, block.length)

    def surviving(self, span: Span) -> int:
        """How many code points of a span are in blocks."""
        total = 0
        for place in range(max(0, bisect_right(self.starts, span.start) - 1), len(self.blocks)):
            block = self.blocks[place]
            if block.old >= span.end:
                break
            total += max(0, min(block.old + block.length, span.end) - max(block.old, span.start))
        return total


def _is_inside_word(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()


@attrs.frozen
class _Tokens:
    """The words, spaces and signs of a range of a text, and where each begins; one more start for the end."""

    words: list[str]
    starts: list[int]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> _Tokens:
        found = list(_TOKEN.finditer(text, start, end))
        return cls([match[0] for match in found], [*(match.start() for match in found), end])


def _compare(old: str, new: str) -> list[_Block]:
    """The ranges that are the same, in order, as large as they can be."""
    a, b = _Tokens.of(old, 0, len(old)), _Tokens.of(new, 0, len(new))
    pairs: list[tuple[int, int, int]] = []
    _match(a.words, b.words, 0, len(a.words), 0, len(b.words), pairs)
    blocks = [_Block(a.starts[i], b.starts[j], a.starts[i + size] - a.starts[i]) for i, j, size in pairs]
    return _widened(old, new, blocks)


def _match(
    a: list[str], b: list[str], a_start: int, a_end: int, b_start: int, b_end: int, out: list[tuple[int, int, int]]
) -> None:
    """Append the runs of equal tokens (place in a, place in b, length), in order."""
    low = 0
    while a_start + low < a_end and b_start + low < b_end and a[a_start + low] == b[b_start + low]:
        low += 1
    high = 0
    while a_end - high > a_start + low and b_end - high > b_start + low and a[a_end - high - 1] == b[b_end - high - 1]:
        high += 1
    if low:
        out.append((a_start, b_start, low))
    inner = (a_start + low, a_end - high, b_start + low, b_end - high)
    _match_inner(a, b, *inner, out)
    if high:
        out.append((a_end - high, b_end - high, high))


def _match_inner(
    a: list[str], b: list[str], a_start: int, a_end: int, b_start: int, b_end: int, out: list[tuple[int, int, int]]
) -> None:
    if a_start >= a_end or b_start >= b_end:
        return
    if (a_end - a_start) * (b_end - b_start) <= MAX_COMPARED:
        _compare_tokens(a, b, a_start, a_end, b_start, b_end, out)
        return
    for run in (RUN, 1):
        anchors = _unique_runs(a, b, a_start, a_end, b_start, b_end, run)
        if anchors:
            break
    else:
        return
    for i, j in anchors:
        if i < a_start or j < b_start:
            continue  # within what the anchor before has already taken
        size = 0
        while i + size < a_end and j + size < b_end and a[i + size] == b[j + size]:
            size += 1
        _match_between(a, b, a_start, i, b_start, j, out)
        out.append((i, j, size))
        a_start, b_start = i + size, j + size
    _match_between(a, b, a_start, a_end, b_start, b_end, out)


def _match_between(
    a: list[str], b: list[str], a_start: int, a_end: int, b_start: int, b_end: int, out: list[tuple[int, int, int]]
) -> None:
    """What lies between two anchors; compared only where it is small, so that the time stays bounded."""
    if a_start >= a_end or b_start >= b_end:
        return
    high = 0
    while a_end - high > a_start and b_end - high > b_start and a[a_end - high - 1] == b[b_end - high - 1]:
        high += 1
    if (a_end - high - a_start) * (b_end - high - b_start) <= MAX_COMPARED:
        _compare_tokens(a, b, a_start, a_end - high, b_start, b_end - high, out)
    if high:
        out.append((a_end - high, b_end - high, high))


def _compare_tokens(
    a: list[str], b: list[str], a_start: int, a_end: int, b_start: int, b_end: int, out: list[tuple[int, int, int]]
) -> None:
    """Compare token by token. Spaces and signs alone are in every text and show nothing."""
    matcher = SequenceMatcher(None, a[a_start:a_end], b[b_start:b_end], autojunk=False)
    for i, j, size in matcher.get_matching_blocks():
        if any(token[0].isalnum() for token in a[a_start + i : a_start + i + size]):
            out.append((a_start + i, b_start + j, size))


def _unique_runs(
    a: list[str], b: list[str], a_start: int, a_end: int, b_start: int, b_end: int, run: int
) -> list[tuple[int, int]]:
    """Places of runs of tokens that each side has only once, in the longest sequence that rises on both sides."""
    here = _once(a, a_start, a_end, run)
    there = _once(b, b_start, b_end, run)
    pairs = [(place, there[words]) for words, place in here.items() if words in there]
    pairs.sort()
    return _rising(pairs)


def _once(tokens: list[str], start: int, end: int, run: int) -> dict[tuple[str, ...], int]:
    """The runs that occur only once, with their places."""
    places: dict[tuple[str, ...], int] = {}
    repeated: set[tuple[str, ...]] = set()
    columns = [tokens[start + shift : end - run + 1 + shift] for shift in range(run)]
    for place, words in enumerate(zip(*columns, strict=False), start):
        if words in places:
            repeated.add(words)
        else:
            places[words] = place
    for words in repeated:
        del places[words]
    return places


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence in which the second numbers rise (patience sorting)."""
    tops: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        before.append(at[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(j)
            at.append(number)
        else:
            tops[pile] = j
            at[pile] = number
    chosen = []
    number = at[-1] if at else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    chosen.reverse()
    return chosen


def _widened(old: str, new: str, blocks: list[_Block]) -> list[_Block]:
    """Blocks that touch on both sides as one, and with the letters that edited words have in common at their ends."""
    found: list[_Block] = []
    for block in [*blocks, _Block(len(old), len(new), 0)]:
        old_from, new_from = (found[-1].old + found[-1].length, found[-1].new + found[-1].length) if found else (0, 0)
        room = min(block.old - old_from, block.new - new_from)
        low = 0
        while found and low < room and old[old_from + low] == new[new_from + low]:
            low += 1
        high = 0
        while high < room - low and old[block.old - high - 1] == new[block.new - high - 1]:
            high += 1
        if low:
            found[-1] = _Block(found[-1].old, found[-1].new, found[-1].length + low)
        wide = _Block(block.old - high, block.new - high, block.length + high)
        if found and wide.old == found[-1].old + found[-1].length and wide.new == found[-1].new + found[-1].length:
            found[-1] = _Block(found[-1].old, found[-1].new, found[-1].length + wide.length)
        elif wide.length:
            found.append(wide)
    return found


def _moved_blocks(old: str, new: str, blocks: list[_Block]) -> list[_Block]:
    """Ranges that were cut from one place and pasted at another, by the old place."""
    a, b = _Tokens([], []), _Tokens([], [])
    old_from = new_from = 0
    for block in [*blocks, _Block(len(old), len(new), 0)]:
        # A token that no text holds keeps runs from reaching over what lies between.
        _append(a, old, old_from, block.old, "\0old")
        _append(b, new, new_from, block.new, "\0new")
        old_from, new_from = block.old + block.length, block.new + block.length
    found: list[_Block] = []
    here, there = _once(a.words, 0, len(a.words), RUN), _once(b.words, 0, len(b.words), RUN)
    taken = 0
    for run, i in sorted(here.items(), key=lambda entry: entry[1]):
        j = there.get(run)
        if j is None or i < taken:
            continue
        size = RUN
        while i + size < len(a.words) and j + size < len(b.words) and a.words[i + size] == b.words[j + size]:
            size += 1
        back = 0
        while i - back > taken and j - back > 0 and a.words[i - back - 1] == b.words[j - back - 1]:
            back += 1
        start, length = a.starts[i - back], a.starts[i + size] - a.starts[i - back]
        if length >= MIN_MOVED:
            found.append(_Block(start, b.starts[j - back], length))
        taken = i + size
    return found


def _append(tokens: _Tokens, text: str, start: int, end: int, wall: str) -> None:
    if end - start >= MIN_MOVED:
        more = _Tokens.of(text, start, end)
        tokens.words.extend([*more.words, wall])
        tokens.starts.extend(more.starts)
