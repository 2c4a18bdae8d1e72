"""Puts the text of a source together from its blocks, and keeps where each one is."""

from __future__ import annotations

from newsfacts.sources.document import Section, SectionUnit
from newsfacts.text.spans import Span

__all__ = ["BETWEEN", "Blocks"]

BETWEEN = "\n\n"
"""What is between two paragraphs, so that no sentence goes on from one to the next."""


class Blocks:
    """Blocks of text one after the other, each a section. Blocks without words are left out."""

    def __init__(self, between: str = BETWEEN) -> None:
        self.between = between
        self.parts: list[str] = []
        self.sections: list[Section] = []
        self.length: int = 0

    def add(self, text: str, unit: SectionUnit, name: str) -> None:
        """One more block."""
        if not text.strip():
            return
        if self.parts:
            self.parts.append(self.between)
            self.length += len(self.between)
        self.parts.append(text)
        self.sections.append(Section(Span(self.length, self.length + len(text)), unit, name))
        self.length += len(text)

    def numbered(self, texts: list[str], unit: SectionUnit) -> None:
        """More blocks, numbered from 1; those without words are not counted."""
        for number, text in enumerate((text for text in texts if text.strip()), 1):
            self.add(text, unit, str(number))

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.parts)
