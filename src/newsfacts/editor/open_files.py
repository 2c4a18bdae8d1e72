"""The files that are open in the editor, with their text as it is there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from newsfacts.editor.analysis import Analysis
from newsfacts.editor.positions import Encoding, Positions
from newsfacts.editor.project import Project
from newsfacts.text.source import SourceText

__all__ = ["OpenFile", "path_of", "uri_of"]


def path_of(uri: str) -> str:
    """The path of a file; for a text that has no file yet, one in the working folder."""
    parts = urlsplit(uri)
    if parts.scheme == "file":
        host = f"//{parts.netloc}" if parts.netloc and parts.netloc != "localhost" else ""
        return os.path.abspath(local_path(host + parts.path))
    name = os.path.basename(unquote(parts.path)) or "untitled"
    return os.path.abspath(name)


def local_path(path: str) -> str:
    """The path in an address, as this system writes it."""
    if os.name != "nt":
        return unquote(path)
    from urllib.request import url2pathname  # it takes a tenth of a second that only Windows needs

    return url2pathname(path)


def uri_of(path: str) -> str:
    """The address of a file."""
    return Path(path).as_uri()


class OpenFile:
    """One file of the editor. What is found in it is worked out when it is first needed after a change."""

    def __init__(self, uri: str, text: str, version: int | None, project: Project, encoding: Encoding) -> None:
        self.uri = uri
        self.path: str = path_of(uri)
        self.version = version
        self.project = project
        self.encoding = encoding
        self.text: str = text
        self._analysis: Analysis | None = None
        self._positions: Positions | None = None

    @property
    def analysis(self) -> Analysis:
        """What the text contains and what is found in it."""
        if self._analysis is None:
            self._analysis = self.project.analyse(self.text, self.path)
        return self._analysis

    @property
    def positions(self) -> Positions:
        """Its offsets and positions."""
        if self._positions is None:
            self._positions = Positions(SourceText(self.text), self.encoding)
        return self._positions

    def forget(self) -> None:
        """Work everything out again: the text has changed, or a file that it uses has."""
        self._analysis = None

    def change(self, changes: list[dict[str, Any]], version: int | None) -> None:
        """Apply the changes of the editor, one after the other: each replaces a range, or everything."""
        for change in changes:
            new, place = str(change["text"]), change.get("range")
            if place is not None:
                start, end = self.range_of(place)
                new = self.text[:start] + new + self.text[end:]
            self.text, self._positions = new, None
        self.version = version
        self.forget()

    def range_of(self, place: dict[str, Any]) -> tuple[int, int]:
        """The half-open range of code points of a range of the editor."""
        start, end = self.offset_of(place["start"]), self.offset_of(place["end"])
        return min(start, end), max(start, end)

    def offset_of(self, position: dict[str, Any]) -> int:
        """The offset of a position of the editor."""
        return self.positions.offset(int(position["line"]), int(position["character"]))
