"""Patterns that a schema may use: regular expressions of which none can take exponential time.

A repetition that is itself repeated, or that repeats a choice, lets a backtracking matcher try exponentially many ways
to match the same text. Such patterns, references back and looks around are refused when the schema is read.
"""

from __future__ import annotations

import re
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["MAX_PATTERN_LENGTH", "MAX_PATTERN_TEXT", "refusal"]

MAX_PATTERN_LENGTH = 200
"""How many characters a pattern may have."""

MAX_PATTERN_TEXT = 2000
"""How many characters of a value are matched; longer ones do not match."""

MAX_OPEN_REPEATS = 2
"""How many repetitions without an end a pattern may have: each one more multiplies the time by the length of the text."""

_REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT)
_REFUSED = {
    constants.GROUPREF: "it refers back to a group",
    constants.GROUPREF_EXISTS: "it refers back to a group",
    constants.ASSERT: "it looks ahead or behind",
    constants.ASSERT_NOT: "it looks ahead or behind",
}


def refusal(pattern: str) -> str | None:
    """Why a pattern is refused, as the end of a sentence; None for one that is safe."""
    if len(pattern) > MAX_PATTERN_LENGTH:
        return f"it is longer than {MAX_PATTERN_LENGTH} characters"
    try:
        re.compile(pattern)
        parsed = parser.parse(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"it is not a regular expression: {error}"
    repeats = [0]
    found = _look(parsed, repeating=False, repeats=repeats)
    if found is None and repeats[0] > MAX_OPEN_REPEATS:
        return f"it has more than {MAX_OPEN_REPEATS} repetitions without an end"
    return found


def _look(items: Any, *, repeating: bool, repeats: list[int]) -> str | None:
    for operation, argument in items:
        found: str | None = None
        if operation in _REFUSED:
            return _REFUSED[operation]
        if operation in _REPEATS:
            _, high, body = argument
            if repeating:
                return "it repeats a repetition, which can take exponential time"
            repeats[0] += high is constants.MAXREPEAT
            found = _look(body, repeating=high > 1, repeats=repeats)
        elif operation is constants.BRANCH:
            if repeating:
                return "it repeats a choice, which can take exponential time; use a character class instead"
            for branch in argument[1]:
                found = found or _look(branch, repeating=False, repeats=repeats)
        elif operation is constants.SUBPATTERN:
            found = _look(argument[-1], repeating=repeating, repeats=repeats)
        elif operation is constants.ATOMIC_GROUP:
            found = _look(argument, repeating=repeating, repeats=repeats)
        if found is not None:
            return found
    return None
