"""Positions as editors count them, and offsets as newsfacts does.

An editor counts lines and characters from 0; a character is a UTF-16 code unit, or a code point where both sides agree on
it. newsfacts counts code points of the whole file. Lines end as in `newsfacts.text.source`, which is what the protocol says too.
"""

from __future__ import annotations

from newsfacts.enums import WordEnum
from newsfacts.errors import UnreadableValue
from newsfacts.immutable import frozen
from newsfacts.text.source import SourceText

__all__ = ["Encoding", "LinePosition", "Positions"]


class Encoding(WordEnum):
    """What one character of a position is, by the names of the protocol."""

    UTF16 = "utf-16"
    UTF32 = "utf-32"


@frozen
class LinePosition:
    """A line and a character, both from 0."""

    line: int
    character: int


class Positions:
    """Translates between the positions of an editor and the offsets of one text."""

    def __init__(self, source: SourceText, encoding: Encoding = Encoding.UTF16) -> None:
        self.source = source
        self.is_utf16: bool = encoding is Encoding.UTF16 and not source.string.isascii()

    def position(self, offset: int) -> LinePosition:
        """The position of an offset; one outside the text is moved to its nearest end."""
        offset = max(0, min(offset, len(self.source)))
        place = self.source.position(offset)
        if not self.is_utf16:
            return LinePosition(place.line - 1, place.column - 1)
        first = offset - place.column + 1
        return LinePosition(place.line - 1, self.source.utf16_offset(offset) - self.source.utf16_offset(first))

    def offset(self, line: int, character: int) -> int:
        """The offset of a position.

        As the protocol has it, a character beyond the end of its line is that end. A line beyond the last one is the end of
        the text, and a position inside a character is where that character begins.
        """
        starts = self.source.line_starts
        if line >= len(starts):
            return len(self.source)
        first = starts[max(line, 0)]
        end = first + len(self.source.line(max(line, 0) + 1))
        character = max(character, 0)
        if not self.is_utf16:
            return min(first + character, end)
        units = self.source.utf16_offset(first) + character
        if units >= self.source.utf16_offset(end):
            return end
        try:
            return self.source.from_utf16(units)
        except UnreadableValue:  # between the two halves of a character beyond U+FFFF
            return self.source.from_utf16(units - 1)
