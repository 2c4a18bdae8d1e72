"""How text is displayed on a terminal: the cells of characters, and a long line cut down around the words that matter."""

from __future__ import annotations

import unicodedata

from newsfacts.immutable import frozen
from newsfacts.text.graphemes import clusters, next_boundary, previous_boundary
from newsfacts.text.printable import CUT_AT_SPACE as NEAR
from newsfacts.text.printable import ELLIPSIS, printable

__all__ = ["Window", "is_right_to_left", "width", "window"]

TAB = 4
"""A tab runs to the next multiple of this many cells."""

MAX_MARKED = 4
"""How many times as many code points as cells are displayed at most: of the words, and of what is before and after them."""

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_TEXT_STYLE, _EMOJI_STYLE = "\ufe0e", "\ufe0f"


def cells(cluster: str) -> int:
    """How many cells a printable user-perceived character takes: never more than 2, and 0 for marks without a letter."""
    if cluster.isascii():
        return len(cluster)
    if _EMOJI_STYLE in cluster:
        return 2
    if _TEXT_STYLE in cluster:
        return 1
    return min(2, sum(_cells(character) for character in cluster))


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _width(shown: str) -> int:
    """How many cells a text takes that is printable already."""
    if shown.isascii() or (shown.startswith(ELLIPSIS) and shown[1:].isascii()):
        return len(shown)
    return sum(cells(cluster) for cluster in clusters(shown))


def width(text: str) -> int:
    """How many cells a text takes, tabs and escapes included."""
    return _width(expand(text))


def expand(text: str) -> str:
    """The text as it is displayed: tabs as spaces, control characters as escapes."""
    if text.isascii() and text.isprintable():
        return text
    parts: list[str] = []
    column = 0
    for cluster in clusters(text):
        shown = " " * (TAB - column % TAB) if cluster == "\t" else printable(cluster)
        parts.append(shown)
        column += _width(shown)
    return "".join(parts)


def is_right_to_left(text: str) -> bool:
    """Whether a terminal may show these characters in another order than they have in the file."""
    return not text.isascii() and any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


@frozen
class Window:
    """A part of a line as displayed, and where in it the marked words are: after `indent` cells, `length` cells wide."""

    text: str
    indent: int
    length: int
    is_right_to_left: bool = False


def window(line: str, start: int, end: int, limit: int) -> Window:
    """The words `start`..`end` of a line with as much around them as fits into `limit` cells.

    A range of no length is marked with one cell. Words longer than the limit are cut at its end.
    """
    start, end = _whole(line, start, end)
    first, last = _bounds(line, start, end, limit)
    before = ELLIPSIS if first > 0 else ""
    after = ELLIPSIS if last < len(line) else ""
    left = before + expand(line[first:start])
    # The width of a tab in or after the words depends on what is displayed before it.
    upto = before + expand(line[first : min(end, last)])
    shown = before + expand(line[first:last]) + after
    indent = _width(left)
    return Window(shown, indent, max(_width(upto) - indent, 1), is_right_to_left(line[first:last]))


def _whole(line: str, start: int, end: int) -> tuple[int, int]:
    """The range widened to whole characters."""
    if start > 0 and next_boundary(line, start - 1) > start:
        start = previous_boundary(line, start)
    if start < end < len(line) and next_boundary(line, end - 1) > end:
        end = next_boundary(line, end - 1)
    return start, end


def _bounds(line: str, start: int, end: int, limit: int) -> tuple[int, int]:
    """First and last code point of what is displayed: grows around the words in both directions until it is full."""
    room = limit - 2  # an ellipsis at either end
    if end - start > MAX_MARKED * limit or _cost(line, start, end) > room:
        first = last = start
        end = start
        most_before = 8
    else:
        first, last, most_before = start, end, limit
        room -= _cost(line, start, end)
    most = last - first + MAX_MARKED * limit  # what takes no cell at all must not be displayed without end either
    while last - first < most:
        earlier, later = _earlier(line, first), _later(line, last)
        before = _cost(line, earlier, first) if first > 0 and start - first < most_before else room + 1
        if before <= room:
            first, room = earlier, room - before
        after = _cost(line, last, later) if last < len(line) else room + 1
        if after <= room:
            last, room = later, room - after
        elif before > room:
            break
    return _at_words(line, first, last, start, end)


def _earlier(line: str, place: int) -> int:
    """Where the character before a place begins. Between two ASCII characters is a boundary, except within a CR LF."""
    if place > 0 and line[place - 1] != "\n" and line[max(place - 2, 0) : place].isascii():
        return place - 1
    return previous_boundary(line, place)


def _later(line: str, place: int) -> int:
    """Where the character at a place ends."""
    if place < len(line) and line[place] != "\r" and line[place : place + 2].isascii():
        return place + 1
    return next_boundary(line, place)


def _at_words(line: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Cut between words where one ends near by."""
    if first > 0:
        space = line.find(" ", first, min(first + NEAR, start))
        first = space if space >= 0 else first
    if last < len(line):
        space = line.rfind(" ", max(last - NEAR, end), last)
        last = space + 1 if space >= 0 else last
    return first, last


def _cost(line: str, start: int, end: int) -> int:
    words = line[start:end]
    if words.isascii() and words.isprintable():
        return len(words)
    return sum(TAB if cluster == "\t" else _width(printable(cluster)) for cluster in clusters(words))
