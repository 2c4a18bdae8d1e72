"""Where a clause of running text begins, as far as punctuation and conjunctions tell."""

from __future__ import annotations

import re

from newsfacts.text.english import CLAUSE_STARTS

__all__ = ["CLAUSE_END", "clause_start", "one_line"]

_LINE_ENDS = str.maketrans("\t\n\r\u00a0", "    ")
CLAUSE_END = re.compile(rf"[.!?:;…\"“”«»—–](?=\s|\Z)|[\"“«(]|(?<!\w)[‘'`]|\n\s*\n|,\s+(?:{'|'.join(CLAUSE_STARTS)})\b")


def one_line(text: str) -> str:
    """A text with a space for each line end and tab, of the same length."""
    return text.translate(_LINE_ENDS)


def clause_start(preceding: str) -> int:
    """Where the clause begins that goes on after these words."""
    start = 0
    for end in CLAUSE_END.finditer(preceding):
        start = end.end()
    return start
