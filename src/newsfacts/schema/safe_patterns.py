"""Patterns that a schema may use: regular expressions of which none can take exponential time.

A backtracking matcher tries every way in which a pattern can divide a text among its parts. A repetition that is itself
repeated, or that repeats a choice, has exponentially many; parts in a row multiply theirs (`a?a?a?...` doubles them with
each). So the ways are counted when the schema is read, and patterns with too many, references back and looks around
are refused.
"""

from __future__ import annotations

import re

# The parser of patterns is private and without type stubs, and there is no other that reads just what `re` reads.
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["MAX_PATTERN_LENGTH", "MAX_PATTERN_TEXT", "MAX_WAYS", "refusal"]

MAX_PATTERN_LENGTH = 200
"""How many characters a pattern may have."""

MAX_PATTERN_TEXT = 1000
"""How many characters of a value are matched; longer ones do not match."""

MAX_WAYS = 2**23
"""In how many ways a pattern may divide a text of `MAX_PATTERN_TEXT` characters: two repetitions without an end, and little more."""

_REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT)
_REFUSED = {
    constants.GROUPREF: "it refers back to a group",
    constants.GROUPREF_EXISTS: "it refers back to a group",
    constants.ASSERT: "it looks ahead or behind",
    constants.ASSERT_NOT: "it looks ahead or behind",
}


class _RefusedPattern(Exception):
    """Carries the reason out of the tree."""


def refusal(pattern: str) -> str | None:
    """Why a pattern is refused, as the end of a sentence; None for one that is safe."""
    if len(pattern) > MAX_PATTERN_LENGTH:
        return f"it is longer than {MAX_PATTERN_LENGTH} characters"
    try:
        re.compile(pattern)
        parsed = parser.parse(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"it is not a regular expression: {error}"
    try:
        ways = _ways(parsed, repeating=False)
    except _RefusedPattern as refused:
        return str(refused)
    if ways > MAX_WAYS:
        return "its optional and repeated parts can divide a text in too many ways"
    return None


def _ways(items: Any, *, repeating: bool) -> int:
    """In how many ways a sequence can divide a text; an upper bound."""
    ways = 1
    for operation, argument in items:
        if operation in _REFUSED:
            raise _RefusedPattern(_REFUSED[operation])
        if operation in _REPEATS:
            low, high, body = argument
            if repeating:
                raise _RefusedPattern("it repeats a repetition, which can take exponential time")
            inner = _ways(body, repeating=high > 1)
            ways *= inner * (min(high, MAX_PATTERN_TEXT) - min(low, MAX_PATTERN_TEXT) + 1)
        elif operation is constants.BRANCH:
            if repeating:
                raise _RefusedPattern(
                    "it repeats a choice, which can take exponential time; use a character class instead"
                )
            ways *= sum(_ways(branch, repeating=False) for branch in argument[1])
        elif operation is constants.SUBPATTERN:
            ways *= _ways(argument[-1], repeating=repeating)
        elif operation is constants.ATOMIC_GROUP:
            ways *= _ways(argument, repeating=repeating)
    return ways
