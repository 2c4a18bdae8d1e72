"""How sure it is that words found in running text are what they were taken for."""

from __future__ import annotations

from newsfacts.enums import WordEnum

__all__ = ["Level"]


class Level(WordEnum):
    """How sure something is that was found in a text, and not written there by a person."""

    SURE = "sure"
    """Any editor would mark it."""
    LIKELY = "likely"
    """Most would, and its words are read in one way only."""
    GUESS = "guess"
    """It depends on what the marks are for, or its words may mean something else."""
