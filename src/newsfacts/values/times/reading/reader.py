"""Reads one date expression into a `Frame`.

News writes the parts of a date in any order ("8:25 a.m. Dec. 12", "Thursday morning", "next week on Tuesday"), so the
reader is a state machine that fills slots as the words come, and stops at the first token that cannot belong to the
same date. It looks ahead a bounded number of tokens and never goes back: its time is linear in the phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.reading.tokens import Tokens

__all__ = ["FrameReader", "Handler"]


class FrameReader(Tokens):
    """The state of reading one phrase: its tokens, and `index`, the next one to read."""

    index: int = 0
    expect_hour: bool = False
    """"at" has been read: a number is an hour."""
    prefer_clock: bool = False
    """The other end of the range is a clock time: numbers here are hours too."""

    def __init__(self, phrase: str, day_first: bool, handlers: Sequence[Handler | None]) -> None:
        Tokens.__init__(self, phrase)
        self.phrase = phrase
        self.day_first = day_first
        self.handlers = handlers

    def refuse(self, reason: str, kind: UnreadableKind = UnreadableKind.OTHER) -> UnreadableValue:
        """The error that says why this phrase is not read."""
        return UnreadableValue(self.phrase, reason, kind)

    def step(self, frame: Frame) -> bool:
        """Read one word, or the few that belong to it, into the frame; whether anything has been read."""
        handler = self.handlers[self.roles[self.index]]
        return handler is not None and handler(self, frame)

    def read(self, into: Frame | None = None) -> Frame:
        """The next date expression; stops at a word that joins it to something else ("to", "before")."""
        frame = Frame() if into is None else into
        self.expect_hour = False
        handlers, roles = self.handlers, self.roles
        index = self.index
        while (handler := handlers[roles[index]]) is not None and handler(self, frame):
            if self.index <= index:
                break  # a handler that leaves it there would be called without end
            index = self.index
        return frame


Handler = Callable[[FrameReader, Frame], bool]
"""A function that reads one kind of word."""
