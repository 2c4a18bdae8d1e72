"""Which ranges of two versions of a text are the same, in order and out of order.

Compared are first runs of words that each version has only once, then, where that leaves little, word by word, then
character by character. What was cut in one place and pasted in another is found in the same way among what is left.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from difflib import SequenceMatcher

import attrs

__all__ = ["MIN_MOVED", "Block", "compare", "moved_blocks"]

RUN = 8
"""How many words, spaces and signs in a row must be unique on both sides to count as the same place."""

MAX_COMPARED = 40_000
"""Up to this product of their numbers, words between two such places are compared one by one."""

MIN_MOVED = 24
"""How many code points must have moved together to be recognized."""


_NEAR = 8
"""How many code points before and after a place are looked at for the edge of a paragraph or sentence."""

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+\Z")
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@attrs.frozen
class Block:
    """The same code points in both texts."""

    old: int
    new: int
    length: int


@attrs.frozen
class _Tokens:
    """The words, spaces and signs of a range of a text, and where each begins; one more start for the end."""

    words: list[str]
    starts: list[int]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> _Tokens:
        found = list(_TOKEN.finditer(text, start, end))
        return cls([match[0] for match in found], [*(match.start() for match in found), end])


def compare(old: str, new: str) -> list[Block]:
    """The ranges that are the same, in order, as large as they can be."""
    a, b = _Tokens.of(old, 0, len(old)), _Tokens.of(new, 0, len(new))
    pairs: list[tuple[int, int, int]] = []
    _match(a.words, b.words, 0, len(a.words), 0, len(b.words), pairs)
    blocks = [Block(a.starts[i], b.starts[j], a.starts[i + size] - a.starts[i]) for i, j, size in pairs]
    return [block for block in _slid(old, new, _widened(old, new, blocks)) if block.length]


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


def _widened(old: str, new: str, blocks: list[Block]) -> list[Block]:
    """Blocks that touch on both sides as one, and with the letters that edited words have in common at their ends."""
    found: list[Block] = []
    for block in [*blocks, Block(len(old), len(new), 0)]:
        old_from, new_from = (found[-1].old + found[-1].length, found[-1].new + found[-1].length) if found else (0, 0)
        room = min(block.old - old_from, block.new - new_from)
        low = 0
        while found and low < room and old[old_from + low] == new[new_from + low]:
            low += 1
        high = 0
        while high < room - low and old[block.old - high - 1] == new[block.new - high - 1]:
            high += 1
        if low:
            found[-1] = Block(found[-1].old, found[-1].new, found[-1].length + low)
        wide = Block(block.old - high, block.new - high, block.length + high)
        if found and wide.old == found[-1].old + found[-1].length and wide.new == found[-1].new + found[-1].length:
            found[-1] = Block(found[-1].old, found[-1].new, found[-1].length + wide.length)
        elif wide.length:
            found.append(wide)
    return found


def _slid(old: str, new: str, blocks: list[Block]) -> list[Block]:
    """The blocks with each deletion and insertion at the edge of a paragraph, a line or a sentence, where it can be.

    Where a deleted paragraph and the next one begin alike, the texts do not show whose beginning is gone. People delete
    paragraphs and sentences, so what lies between two such edges is taken for the deletion.
    """
    found = list(blocks)
    whole = [Block(0, 0, 0), *found, Block(len(old), len(new), 0)]
    for number in range(len(whole) - 1):
        one, other = whole[number], whole[number + 1]
        old_gap, new_gap = other.old - one.old - one.length, other.new - one.new - one.length
        if (old_gap > 0) == (new_gap > 0):
            continue
        text, start = (old, one.old + one.length) if old_gap else (new, one.new + one.length)
        shift = _best_shift(text, start, start + (old_gap or new_gap), one.length, other.length)
        if shift:
            whole[number] = Block(one.old, one.new, one.length + shift)
            whole[number + 1] = Block(other.old + shift, other.new + shift, other.length - shift)
    return whole


def _best_shift(text: str, start: int, end: int, before: int, after: int) -> int:
    """By how much a deleted or inserted range can move, so that it begins and ends where paragraphs or sentences do."""
    least = 0
    while -least < before and text[start + least - 1] == text[end + least - 1]:
        least -= 1
    most = 0
    while most < after and text[start + most] == text[end + most]:
        most += 1
    if least == most:
        return 0
    return max(
        range(least, most + 1),
        key=lambda shift: (_edge(text, start + shift) + _edge(text, end + shift), -abs(shift), shift),
    )


def _edge(text: str, offset: int) -> int:
    """How good a place is to begin or end: at a paragraph, at a line, at a sentence, at a word, or inside one."""
    before, after = text[max(0, offset - _NEAR) : offset], text[offset : offset + _NEAR]
    space = before[len(before.rstrip()) :] if after[:1].strip() else after[: len(after) - len(after.lstrip())]
    if not before or not after or space.count("\n") > 1:
        return 4
    if "\n" in space:
        return 3
    if _SENTENCE_END.search(before):
        return 2
    return 0 if before[-1].isalnum() and after[0].isalnum() else 1


def moved_blocks(old: str, new: str, blocks: list[Block]) -> list[Block]:
    """Ranges that were cut from one place and pasted at another, by the old place."""
    a, b = _Tokens([], []), _Tokens([], [])
    old_from = new_from = 0
    for block in [*blocks, Block(len(old), len(new), 0)]:
        # A token that no text holds keeps runs from reaching over what lies between.
        _append(a, old, old_from, block.old, "\0old")
        _append(b, new, new_from, block.new, "\0new")
        old_from, new_from = block.old + block.length, block.new + block.length
    found: list[Block] = []
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
            found.append(Block(start, b.starts[j - back], length))
        taken = i + size
    return found


def _append(tokens: _Tokens, text: str, start: int, end: int, wall: str) -> None:
    if end - start >= MIN_MOVED:
        more = _Tokens.of(text, start, end)
        tokens.words.extend([*more.words, wall])
        tokens.starts.extend(more.starts)
