"""A text and its offsets. Offsets are code points, half-open, counted from 0; lines and columns are counted from 1.

A line ends at LF, CR LF or a lone CR; the terminator belongs to the line it ends. Nothing is ever normalized.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import Any

import attrs

from newsfacts.errors import ReadError, UnreadableValue
from newsfacts.immutable import frozen
from newsfacts.text.graphemes import is_boundary

__all__ = ["Decoded", "Place", "Position", "SourceText", "decode"]

_LINE_END = re.compile(r"\r\n?|\n")

_BLOCK = 128
"""Code points between two stored byte counts; a lookup measures at most this many."""


@attrs.frozen(order=True)
class Position:
    """A line and a column, both counted from 1; the column counts code points."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


def _utf8_length(string: str) -> int:
    return len(string.encode("utf-8", "surrogatepass"))


def _utf16_length(string: str) -> int:
    return len(string.encode("utf-16-le", "surrogatepass")) // 2


class _Units:
    """Turns code points into the units of an encoding and back: a running count for every block, measured within it."""

    __slots__ = ("length", "name", "starts", "string")

    def __init__(self, string: str, length: Callable[[str], int], name: str) -> None:
        self.string = string
        self.length = length
        self.name = name
        starts = [0]
        for block in range(0, len(string), _BLOCK):
            starts.append(starts[-1] + length(string[block : block + _BLOCK]))
        self.starts = starts

    def count(self, offset: int) -> int:
        block = offset // _BLOCK
        return self.starts[block] + self.length(self.string[block * _BLOCK : offset])

    def offset(self, count: int) -> int:
        if not 0 <= count <= self.starts[-1]:
            raise UnreadableValue(str(count), f"the text has {self.starts[-1]} {self.name}s")
        block = bisect_right(self.starts, count) - 1 if count < self.starts[-1] else max(0, len(self.starts) - 2)
        first = block * _BLOCK
        words = self.string[first : first + _BLOCK]
        rest = count - self.starts[block]
        within = bisect_left(range(len(words) + 1), rest, key=lambda end: self.length(words[:end]))
        if self.length(words[:within]) != rest:
            raise UnreadableValue(str(count), f"this {self.name} lies inside the character {words[within - 1]!r}")
        return first + within


@frozen(slots=False)
class SourceText:
    """A string, and where its lines begin. Equal to another of the same string; what is looked up is computed once.

    An offset runs from 0 to `len(text)`, the end included. One outside raises `UnreadableValue`.
    """

    string: str

    def __len__(self) -> int:
        return len(self.string)

    def __bool__(self) -> bool:
        return True  # an empty text is a text

    def __reduce__(self) -> tuple[Any, ...]:
        return SourceText, (self.string,)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Where each line begins. A text that ends in a terminator has an empty last line."""
        return (0, *[found.end() for found in _LINE_END.finditer(self.string)])

    @property
    def line_count(self) -> int:
        """How many lines there are: one more than terminators."""
        return len(self.line_starts)

    def position(self, offset: int) -> Position:
        """Line and column of an offset, in O(log n)."""
        self._check(offset)
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """The offset of a line and column; the inverse of `position`."""
        starts = self.line_starts
        if not 1 <= position.line <= len(starts):
            raise UnreadableValue(str(position), f"the text has {len(starts)} lines")
        offset = starts[position.line - 1] + position.column - 1
        # The start of the next line is that line's; only the last line reaches its own end.
        last = starts[position.line] - 1 if position.line < len(starts) else len(self.string)
        if position.column < 1 or offset > last:
            raise UnreadableValue(
                str(position), f"line {position.line} has {last - starts[position.line - 1] + 1} columns"
            )
        return offset

    def slice(self, start: int, end: int) -> str:
        """The words of a half-open range."""
        return self.string[start:end]

    def rest_of_line(self, offset: int, limit: int) -> str:
        """At most `limit` code points from an offset on, up to the end of its line; the cost does not depend on the line."""
        found = _LINE_END.search(self.string, offset, offset + limit)
        return self.slice(offset, found.start() if found is not None else offset + limit)

    def line(self, number: int) -> str:
        """Line `number`, from 1, without its terminator."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            raise UnreadableValue(str(number), f"the text has {len(starts)} lines")
        if number == len(starts):
            return self.string[starts[-1] :]
        end = starts[number] - 1
        if self.string[end] == "\n" and end > starts[number - 1] and self.string[end - 1] == "\r":
            end -= 1
        return self.string[starts[number - 1] : end]

    @cached_property
    def _utf8(self) -> _Units:
        return _Units(self.string, _utf8_length, "UTF-8 byte")

    @cached_property
    def _utf16(self) -> _Units:
        return _Units(self.string, _utf16_length, "UTF-16 unit")

    def utf8_offset(self, offset: int) -> int:
        """How many bytes of UTF-8 come before an offset."""
        self._check(offset)
        return offset if self.string.isascii() else self._utf8.count(offset)

    def from_utf8(self, count: int) -> int:
        """The offset with `count` bytes of UTF-8 before it; `UnreadableValue` where there is none."""
        return self._utf8.offset(count)

    def utf16_offset(self, offset: int) -> int:
        """How many UTF-16 code units (as JavaScript and Java count) come before an offset."""
        self._check(offset)
        return offset if self.string.isascii() else self._utf16.count(offset)

    def from_utf16(self, count: int) -> int:
        """The offset with `count` UTF-16 units before it; `UnreadableValue` where there is none."""
        return self._utf16.offset(count)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, without a byte order mark, in hexadecimal."""
        import hashlib  # with OpenSSL behind it, it takes long to load

        return hashlib.sha256(self.string.encode("utf-8", "surrogatepass")).hexdigest()

    def grapheme_boundary(self, offset: int) -> bool:
        """Whether a cut here leaves every user-perceived character whole, as `newsfacts.text.graphemes` defines."""
        self._check(offset)
        return is_boundary(self.string, offset)

    def _check(self, offset: int) -> None:
        if not 0 <= offset <= len(self.string):
            raise UnreadableValue(str(offset), f"the text has {len(self.string)} code points")


@frozen
class Place:
    """The code points `start` up to `end` of a file. `path` is as the user named it, None for no file."""

    path: str | None
    source: SourceText = attrs.field(eq=False, repr=False)
    start: int
    end: int

    @property
    def position(self) -> Position:
        """Line and column where the range begins."""
        return self.source.position(self.start)

    @property
    def end_position(self) -> Position:
        """Line and column right after the range."""
        return self.source.position(self.end)

    @property
    def words(self) -> str:
        """The words of the range."""
        return self.source.slice(self.start, self.end)

    @property
    def line(self) -> str:
        """The whole line where the range begins, without its terminator."""
        return self.source.line(self.position.line)


@frozen
class Decoded:
    """The text of a file without its byte order mark, and whether it had one."""

    text: str
    had_bom: bool


def decode(data: bytes, *, path: str | None = None) -> Decoded:
    """Read bytes as UTF-8, or as UTF-16 where they begin with its byte order mark. Line ends stay as they are.

    Raises `ReadError` with the line, the column and the byte that is wrong. No other encoding is ever tried.
    `path` only names the file in that message.
    """
    shown = f"{path}: " if path else ""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise ReadError(f"{shown}the file is in UTF-32, which newsfacts does not read. Save it as UTF-8.")
    for mark, encoding, name in (
        (codecs.BOM_UTF8, "utf-8", "UTF-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
    ):
        if data.startswith(mark):
            return Decoded(_decode(data[len(mark) :], encoding, name, shown), True)
    return Decoded(_decode(data, "utf-8", "UTF-8", shown), False)


def _decode(data: bytes, encoding: str, name: str, shown: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = SourceText(data[: error.start].decode(encoding))
        position = before.position(len(before))
        where = f"{shown}line {position.line}, column {position.column}"
        if error.reason in ("unexpected end of data", "truncated data"):
            raise ReadError(
                f"{where}: the file ends in the middle of a character of {name}. "
                "It was probably cut short: get it again, or delete the last character and save it as UTF-8."
            ) from None
        advice = "Save the file as UTF-8."
        character = data[error.start : error.start + 1].decode("cp1252", "ignore")
        if encoding == "utf-8" and character.isprintable() and character:
            advice = (
                f"In Windows-1252 it is {character}; if that fits, open the file as Windows-1252 and save it as UTF-8."
            )
        raise ReadError(f"{where}: the byte 0x{data[error.start]:02X} is not {name}. {advice}") from None
