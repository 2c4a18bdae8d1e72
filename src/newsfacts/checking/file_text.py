"""The text of a file that is not kept in memory: a finding keeps its lines, and the rest is read again if it is needed."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from newsfacts.errors import ReadError
from newsfacts.files import read_bytes
from newsfacts.findings import Finding, Label, Skipped
from newsfacts.immutable import FrozenDict, frozen
from newsfacts.text.source import Place, Position, SourceText, decode

__all__ = ["FileText", "Lightener", "Lines"]

KEPT = 8
"""How many files that were read again are kept in memory; findings are looked at file by file."""


@functools.lru_cache(maxsize=KEPT)
def read_again(path: str) -> SourceText:
    """The text of a file. Raises `ReadError` where it is not there any more."""
    try:
        return SourceText(decode(read_bytes(path), path=path).text)
    except OSError as error:
        raise ReadError(f"{path} cannot be read again: {error.strerror or type(error).__name__}") from None


@frozen
class Lines:
    """Some lines of a text, whole: `start` is the offset of the first in the text, `number` its number from 1.

    `length` is how many code points the text has. `positions` are those of single offsets outside of these lines.
    """

    text: SourceText
    start: int
    number: int
    length: int
    positions: Mapping[int, Position] = FrozenDict()

    def has(self, start: int, end: int) -> bool:
        """Whether a range of the text lies within these lines."""
        return self.start <= start and end <= self.start + len(self.text)

    def position(self, offset: int) -> Position:
        """Line and column in the text, of an offset within these lines."""
        found = self.text.position(offset - self.start)
        return Position(found.line + self.number - 1, found.column)


class FileText(SourceText):
    """The text of a file of which at most some lines are kept. Two are equal if they are of the same file.

    What is not in these lines is read again: this raises `ReadError` where the file is gone, or has another content than
    that with the sum `sha256`.
    """

    path: str
    digest: str | None
    lines: Lines | None

    def __init__(self, path: str, digest: str | None = None, lines: Lines | None = None) -> None:
        for name, value in (("path", path), ("digest", digest), ("lines", lines)):
            object.__setattr__(self, name, value)

    @property
    def whole(self) -> SourceText:
        """The text, read again."""
        found = read_again(self.path)
        if self.digest is not None and found.sha256 != self.digest:
            raise ReadError(f"{self.path} has changed since it was checked")
        return found

    @property
    def string(self) -> str:
        """The whole text."""
        return self.whole.string

    @property
    def line_starts(self) -> tuple[int, ...]:
        """Where each line begins."""
        return self.whole.line_starts

    def __len__(self) -> int:
        return self.lines.length if self.lines is not None else len(self.whole)

    def slice(self, start: int, end: int) -> str:
        """The words of a range."""
        if self.lines is not None and self.lines.has(start, end):
            return self.lines.text.slice(start - self.lines.start, end - self.lines.start)
        return self.whole.slice(start, end)

    def rest_of_line(self, offset: int, limit: int) -> str:
        """At most `limit` code points from an offset on, up to the end of its line."""
        if self.lines is not None and self.lines.has(offset, offset):
            return self.lines.text.rest_of_line(offset - self.lines.start, limit)
        return self.whole.rest_of_line(offset, limit)

    def position(self, offset: int) -> Position:
        """Line and column of an offset."""
        if self.lines is not None:
            if offset in self.lines.positions:
                return self.lines.positions[offset]
            if self.lines.has(offset, offset):
                return self.lines.position(offset)
        return self.whole.position(offset)

    def line(self, number: int) -> str:
        """Line `number`, from 1, without its terminator."""
        if self.lines is not None:
            within = number - self.lines.number + 1
            if 1 <= within <= self.lines.text.line_count:
                return self.lines.text.line(within)
        return self.whole.line(number)

    @property
    def _utf8(self) -> Any:
        return self.whole._utf8

    @property
    def _utf16(self) -> Any:
        return self.whole._utf16

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8."""
        return self.digest if self.digest is not None else self.whole.sha256

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileText) and other.path == self.path

    def __hash__(self) -> int:
        return hash(self.path)

    def __repr__(self) -> str:
        return f"FileText({self.path!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return FileText, (self.path, self.digest, self.lines)


class Lightener:
    """Makes findings light: of the texts that they point into they keep only their lines, also on the way between processes.

    Findings on the same lines share them. Raises `ReadError` where a file has to be read again and has changed.
    """

    def __init__(self) -> None:
        self.shared: dict[tuple[str, int, int], SourceText] = {}

    def finding(self, finding: Finding) -> Finding:
        """The same finding; where its fix changes the file is known too."""
        edits = finding.fix.edits if finding.fix is not None else ()
        offsets = [offset for edit in edits for offset in (edit.start, edit.end)]
        place = None if finding.place is None else self.place(finding.place, offsets)
        labels = tuple(Label(label.message, self.place(label.place)) for label in finding.labels)
        return attrs.evolve(finding, place=place, labels=labels)

    def skipped(self, skipped: Skipped) -> Skipped:
        """The same remark."""
        return skipped if skipped.place is None else attrs.evolve(skipped, place=self.place(skipped.place))

    def place(self, place: Place, offsets: Iterable[int] = ()) -> Place:
        """The same place. `offsets` are others whose positions are wanted. A text that came from no file is kept."""
        if place.path is None or (isinstance(place.source, FileText) and place.source.lines is not None):
            return place
        source = place.source.whole if isinstance(place.source, FileText) else place.source
        starts = source.line_starts
        first = bisect_right(starts, place.start) - 1
        last = bisect_right(starts, max(place.end - 1, place.start)) - 1
        begin, end = starts[first], starts[last + 1] if last + 1 < len(starts) else len(source)
        key = (source.sha256, first, last)
        if key not in self.shared:
            self.shared[key] = SourceText(source.slice(begin, end))
        positions = {offset: source.position(offset) for offset in offsets if not begin <= offset <= end}
        lines = Lines(self.shared[key], begin, first + 1, len(source), FrozenDict(positions))
        return Place(place.path, FileText(place.path, source.sha256, lines), place.start, place.end)
