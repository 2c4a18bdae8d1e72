"""The title that the properties of a docx or odt file give."""

from __future__ import annotations

from collections.abc import Mapping

from newsfacts.sources.packages import Handler, Package, parse_xml
from newsfacts.sources.problems import Refused

__all__ = ["title_of"]

_TITLE = "http://purl.org/dc/elements/1.1/ title"


def title_of(package: Package, part: str) -> str | None:
    """The title in a part with properties; None where there is none, or the part cannot be read."""
    if part not in package.names:
        return None
    found = _Title()
    try:
        parse_xml(package.read(part), found, part)
    except Refused:  # the text is what matters
        return None
    return " ".join("".join(found.parts).split()) or None


class _Title(Handler):
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.is_open = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.is_open = name == _TITLE

    def end(self, name: str) -> None:
        self.is_open = False

    def words(self, text: str) -> None:
        if self.is_open:
            self.parts.append(text)
