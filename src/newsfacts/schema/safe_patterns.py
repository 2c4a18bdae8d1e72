"""Patterns that a schema may use: regular expressions of which none takes more than `MAX_STEPS` steps per character.

A backtracking matcher tries every way in which a pattern can divide a text among its parts. Where the next character says
whether to go on with a part, or which one to choose, there is only one way: `[a-z]+[0-9]*`, `(?:ab|cd)+`. Otherwise a
repetition has as many ways as the text has characters, parts in a row multiply theirs, and a repetition of such a part has
exponentially many. So the steps are added up when the schema is read, and patterns that take too many are refused, and so
are references back and looks around.
"""

from __future__ import annotations

import re
import warnings

# The parser of patterns is private and without type stubs, and there is no other that reads just what `re` reads.
from re import _compiler as compiler  # type: ignore[attr-defined]  # the type stubs leave it out
from re import _constants as constants  # type: ignore[attr-defined]  # the type stubs leave it out
from re import _parser as parser  # type: ignore[attr-defined]  # the type stubs leave it out
from typing import Any

from newsfacts.immutable import frozen

__all__ = ["MAX_PATTERN_LENGTH", "MAX_PATTERN_TEXT", "MAX_STEPS", "refusal"]

MAX_PATTERN_LENGTH = 200
"""How many characters a pattern may have."""

MAX_PATTERN_TEXT = 1000
"""How many characters of a value are matched; longer ones do not match."""

MAX_STEPS = 128
"""How many steps matching may take for each character of a text of `MAX_PATTERN_TEXT` characters."""

_REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT)
_REFUSED = {
    constants.GROUPREF: "it refers back to a group",
    constants.GROUPREF_EXISTS: "it refers back to a group",
    constants.ASSERT: "it looks ahead or behind",
    constants.ASSERT_NOT: "it looks ahead or behind",
}
_REPEATED_REPETITION = "it repeats a repetition, which can take exponential time"
_REPEATED_CHOICE = "it repeats a choice, which can take exponential time; use a character class instead"
_TOO_MANY_WAYS = "its optional and repeated parts can divide a text in too many ways"

_BEYOND = "beyond"
"""Stands for the characters that are not tried one by one."""

_FOLDED = "\u0130\u0131\u017f\u212a"
"""Other characters than those of ASCII that match a letter of ASCII where case is ignored."""

Characters = frozenset[str]


class _RefusedPattern(Exception):
    """Carries the reason out of the tree."""


def refusal(pattern: str) -> str | None:
    """Why a pattern is refused, as the end of a sentence; None for one that is safe."""
    if len(pattern) > MAX_PATTERN_LENGTH:
        return f"it is longer than {MAX_PATTERN_LENGTH} characters"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", FutureWarning)
            parsed = parser.parse(pattern)  # unlike `re.compile`, it warns each time
            re.compile(pattern)
    except FutureWarning as warning:
        return f"later versions of Python may read it in another way; write \\ before such a character ({warning})"
    except (re.error, OverflowError, RecursionError) as error:
        return f"it is not a regular expression: {error}"
    try:
        whole = _Analysis(parsed).sequence(parsed, frozenset(), repeating=False)
    except _RefusedPattern as refused:
        return str(refused)
    steps = whole.steps + whole.steps_per_character * MAX_PATTERN_TEXT
    return _TOO_MANY_WAYS if steps > MAX_STEPS * MAX_PATTERN_TEXT else None


@frozen
class _Part:
    """A part of a pattern: the characters that it can begin with, and whether it can be empty.

    `ways` is how many ways it has to match from one place on. All of them together take `steps`, and for each character that
    is left `steps_per_character`. `fails_after` is how many steps it takes to see that it cannot begin with a character.
    All are upper bounds.
    """

    first: Characters = frozenset()
    can_be_empty: bool = True
    ways: int = 1
    steps: int = 0
    steps_per_character: int = 0
    fails_after: int = 0

    def before(self, rest: _Part) -> _Part:
        """This part and then the rest. With only one way, no character is looked at by both."""
        rate = rest.steps_per_character
        return _Part(
            self.first | rest.first if self.can_be_empty else self.first,
            self.can_be_empty and rest.can_be_empty,
            self.ways * rest.ways,
            self.steps + self.ways * rest.steps,
            max(self.steps_per_character, rate) if self.ways == 1 else self.steps_per_character + self.ways * rate,
            self.fails_after + (rest.fails_after if self.can_be_empty else 0),
        )


class _Analysis:
    """Goes through a parsed pattern from its end to its beginning, so that what follows each part is known."""

    def __init__(self, parsed: Any) -> None:
        self.state = parsed.state
        self.flags: int = parsed.state.flags
        self.tried = {*map(chr, range(128)), *_FOLDED, *_written(parsed)}
        self.characters: dict[str, Characters] = {}

    def sequence(self, items: Any, follow: Characters, *, repeating: bool) -> _Part:
        """The parts of a sequence together. `follow` are the characters that can come after it."""
        rest = _Part()
        for operation, argument in reversed(list(items)):
            if operation in _REFUSED:
                raise _RefusedPattern(_REFUSED[operation])
            if operation is constants.AT:
                continue
            after = rest.first | follow if rest.can_be_empty else rest.first
            if operation in _REPEATS:
                part = self.repetition(argument, after, rest.fails_after, repeating=repeating)
            elif operation is constants.BRANCH:
                part = self.choice(argument[1], after, repeating=repeating)
            elif operation is constants.SUBPATTERN:
                outer, self.flags = self.flags, (self.flags | argument[1]) & ~argument[2]
                part = self.sequence(argument[-1], after, repeating=repeating)
                self.flags = outer
            elif operation is constants.ATOMIC_GROUP:
                part = self.sequence(argument, after, repeating=repeating)
            else:
                part = _Part(self.matched(operation, argument), False, steps=1, fails_after=1)
            rest = part.before(rest)
        return rest

    def repetition(self, argument: Any, after: Characters, fails_after: int, *, repeating: bool) -> _Part:
        """A repetition: where the next character does not say whether it ends, each number of times is a way."""
        low, high, items = argument
        times = min(high, MAX_PATTERN_TEXT)
        again = self.begins_with(items) if high > 1 else frozenset()
        body = self.sequence(items, after | again, repeating=repeating or high > 1)
        is_open = low != high and bool(body.first & after)
        if (high > 1 and body.can_be_empty) or (is_open and repeating):
            raise _RefusedPattern(_REPEATED_REPETITION)
        ways = (body.ways if high == 1 else 1) * (times - min(low, times) + 1 if is_open else 1)
        steps = body.steps + (fails_after if low != high else 0)
        rate = body.steps_per_character + (steps if high > 1 else 0)  # each time takes a character at least
        return _Part(body.first, low == 0 or body.can_be_empty, ways, steps, rate, body.fails_after + 1)

    def choice(self, branches: Any, after: Characters, *, repeating: bool) -> _Part:
        """A choice: where the next character does not say which branch it is, each branch is a way."""
        parts = [self.sequence(branch, after, repeating=repeating) for branch in branches]
        first: Characters = frozenset().union(*[part.first for part in parts])
        can_be_empty = any(part.can_be_empty for part in parts)
        is_open = can_be_empty or sum(len(part.first) for part in parts) > len(first)
        if is_open and repeating:
            raise _RefusedPattern(_REPEATED_CHOICE)
        ways = (sum if is_open else max)(part.ways for part in parts)
        steps, rate = sum(part.steps for part in parts), sum(part.steps_per_character for part in parts)
        return _Part(first, can_be_empty, ways, steps, rate, sum(part.fails_after for part in parts))

    def begins_with(self, items: Any) -> Characters:
        """The characters that a sequence can begin with, and those that only come after what can be empty."""
        found: Characters = frozenset()
        for operation, argument in items:
            if operation in _REPEATS:
                found |= self.begins_with(argument[2])
                ends = argument[0] > 0
            elif operation is constants.BRANCH:
                found = found.union(*[self.begins_with(branch) for branch in argument[1]])
                ends = all(map(len, argument[1]))
            elif operation in (constants.SUBPATTERN, constants.ATOMIC_GROUP):
                flags = argument[1:3] if operation is constants.SUBPATTERN else (0, 0)
                outer, self.flags = self.flags, (self.flags | flags[0]) & ~flags[1]
                found |= self.begins_with(argument[-1] if operation is constants.SUBPATTERN else argument)
                self.flags = outer
                ends = False
            elif operation in _REFUSED or operation is constants.AT:
                continue
            else:
                found |= self.matched(operation, argument)
                ends = True
            if ends:
                break
        return found

    def matched(self, operation: Any, argument: Any) -> Characters:
        """Which characters something matches that matches one character: those of ASCII and of the pattern are tried."""
        key = repr((operation, argument, self.flags))
        if key not in self.characters:
            one = compiler.compile(parser.SubPattern(self.state, [(operation, argument)]), self.flags)
            found = {character for character in self.tried if one.fullmatch(character)}
            if operation is not constants.LITERAL and not _is_listed(operation, argument):
                found.add(_BEYOND)
            self.characters[key] = frozenset(found)
        return self.characters[key]


def _is_listed(operation: Any, argument: Any) -> bool:
    """Whether a class of characters lists them, one by one or as ranges of ASCII."""
    return operation is constants.IN and all(
        entry[0] is constants.LITERAL or (entry[0] is constants.RANGE and entry[1][1] < 128) for entry in argument
    )


def _written(items: Any) -> set[str]:
    """The characters that a part of a pattern names, in both cases."""
    found: set[str] = set()
    waiting = list(items)
    while waiting:
        operation, argument = waiting.pop()
        if operation in (constants.LITERAL, constants.NOT_LITERAL):
            found.add(chr(argument))
        elif operation is constants.RANGE:
            found.update(map(chr, argument))
        elif operation is constants.IN:
            waiting += argument
        elif operation in _REPEATS:
            waiting += argument[2]
        elif operation is constants.BRANCH:
            waiting += [item for branch in argument[1] for item in branch]
        elif operation is constants.SUBPATTERN:
            waiting += argument[-1]
        elif operation is constants.ATOMIC_GROUP:
            waiting += argument
    return {case for character in found for case in (character, character.lower(), character.upper())}
