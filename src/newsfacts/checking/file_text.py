"""A text that stays in its file until somebody looks at it, so that a finding costs no more than its offsets."""

from __future__ import annotations

import functools
from typing import Any

import attrs

from newsfacts.errors import ReadError
from newsfacts.files import read_bytes
from newsfacts.findings import Finding, Label, Skipped
from newsfacts.text.source import Place, Position, SourceText, decode

__all__ = ["FileText", "light", "light_skipped"]

KEPT = 8
"""How many files are kept in memory; findings are looked at file by file."""


@functools.lru_cache(maxsize=KEPT)
def read_again(path: str) -> SourceText:
    """The text of a file. Raises `ReadError` where it is not there any more."""
    try:
        return SourceText(decode(read_bytes(path), path=path).text)
    except OSError as error:
        raise ReadError(f"{path} cannot be read again: {error.strerror or type(error).__name__}") from None


class FileText(SourceText):
    """The text of a file, read when it is needed. Two are equal if they are of the same file.

    Raises `ReadError` where the file is gone or is shorter than it was.
    """

    def __init__(self, path: str) -> None:
        object.__setattr__(self, "path", path)

    path: str

    @property
    def string(self) -> str:
        """The whole text."""
        return read_again(self.path).string

    @property
    def line_starts(self) -> tuple[int, ...]:
        """Where each line begins."""
        return read_again(self.path).line_starts

    def position(self, offset: int) -> Position:
        """Line and column of an offset."""
        text = read_again(self.path)
        if offset > len(text):
            raise ReadError(f"{self.path} has changed since it was checked: it is shorter than it was")
        return text.position(offset)

    @property
    def _utf8(self) -> Any:
        return read_again(self.path)._utf8

    @property
    def _utf16(self) -> Any:
        return read_again(self.path)._utf16

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8."""
        return read_again(self.path).sha256

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileText) and other.path == self.path

    def __hash__(self) -> int:
        return hash(self.path)

    def __repr__(self) -> str:
        return f"FileText({self.path!r})"

    def __reduce__(self) -> tuple[type[FileText], tuple[str]]:
        return FileText, (self.path,)


def light_place(place: Place) -> Place:
    """The same place, without holding the text of its file, if the text can be read again from there."""
    if place.path is None or isinstance(place.source, FileText) or not place.source.string:
        return place
    try:
        found = read_again(place.path)
    except ReadError:
        return place
    if found.string != place.source.string:
        return place
    return Place(place.path, FileText(place.path), place.start, place.end)


def light(finding: Finding) -> Finding:
    """The same finding, without the texts of its files: a few hundred bytes, also on the way between processes."""
    labels = tuple(Label(label.message, light_place(label.place)) for label in finding.labels)
    return attrs.evolve(finding, place=None if finding.place is None else light_place(finding.place), labels=labels)


def light_skipped(skipped: Skipped) -> Skipped:
    """The same remark, without the text of its file."""
    return skipped if skipped.place is None else attrs.evolve(skipped, place=light_place(skipped.place))
