"""Counts the steps that a regular expression takes: a backtracking matcher in Python, which goes the ways of `re`.

Results come from `re` itself. The matcher follows the same pattern over the same text, counts a step for each character
that it compares and each way that it tries, and must come to the same end; otherwise it raises `AssertionError`.
"""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Callable, Iterator

# What patterns are parsed into is private and without type stubs, as in `newsfacts.schema.safe_patterns`.
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from newsfacts.patterns import LazyPattern

__all__ = ["MAX_STEPS", "CountedPattern", "Steps", "TooManySteps", "counted", "steps_of_match"]

MAX_STEPS = 5_000_000
"""How many steps are counted before the count is given up; no test of linear work comes near."""

Next = Callable[[int], int | None]
Matcher = Callable[[int, Next], int | None]
Accepts = Callable[[str], bool]


class TooManySteps(AssertionError):
    """The work does not come to an end in sight."""


class Steps:
    """A sum with a bound."""

    def __init__(self, limit: int = MAX_STEPS) -> None:
        self.total = 0
        self.limit = limit

    def add(self, number: int) -> None:
        self.total += number
        if self.total > self.limit:
            raise TooManySteps(f"more than {self.limit:,} steps")


def steps_of_match(pattern: str, text: str, limit: int = MAX_STEPS) -> int:
    """The steps of matching a whole text, without `re`: it may be a pattern that never comes to an end."""
    counter = Steps(limit)
    _Walk(re.compile(pattern)).run(text, 0, len(text), counter, full=True)
    return counter.total


class _Walk:
    """One pattern, compiled to functions that take an offset and what comes next, and return the end of the match."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.text = ""
        self.end = 0
        self.groups: dict[int, tuple[int, int] | None] = {}
        self.steps = Steps()
        self.match = self.sequence(_parser.parse(pattern.pattern, pattern.flags), pattern.flags)

    def run(self, text: str, start: int, end: int, steps: Steps, *, full: bool = False) -> int | None:
        """The end of a match that begins at `start`."""
        self.text, self.end, self.groups, self.steps = text, end, {}, steps
        steps.add(1)
        return self.match(start, lambda i: i if not full or i == end else None)

    def sequence(self, nodes: Any, flags: int) -> Matcher:
        matcher: Matcher = _nothing
        nodes = list(nodes)
        while nodes:
            literal = ""
            while nodes and nodes[-1][0] is op.LITERAL and not flags & re.IGNORECASE:
                literal = chr(nodes.pop()[1]) + literal
            if literal:
                matcher = self.literal(literal, matcher)
            else:
                code, value = nodes.pop()
                matcher = self.node(code, value, flags, matcher)
        return matcher

    def literal(self, words: str, rest: Matcher) -> Matcher:
        def run(i: int, then: Next) -> int | None:
            end = i + len(words)
            if self.text.startswith(words, i, self.end):
                self.steps.total += len(words)
                return rest(end, then)
            pairs = zip(words, self.text[i : min(end, self.end)], strict=False)
            self.steps.total += 1 + next((n for n, (one, other) in enumerate(pairs) if one != other), self.end - i)
            return None

        return run

    def node(self, code: Any, value: Any, flags: int, rest: Matcher) -> Matcher:
        """One part of a pattern, and the `rest` of the sequence that it is in."""
        accepts = _single(code, value, flags)
        if accepts is not None:
            return self.one(accepts, rest)
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least, most, inner = value
            most = sys.maxsize if most is op.MAXREPEAT else most
            accepts = _single(inner[0][0], inner[0][1], flags) if len(inner) == 1 else None
            if accepts is not None:
                return self.repeat_one(code, least, most, accepts, rest)
            return self.repeat(code, least, most, self.sequence(inner, flags), rest)
        if code is op.SUBPATTERN:
            group, more, less, inner = value
            return self.group(group, self.sequence(inner, (flags | more) & ~less), rest)
        if code is op.BRANCH:
            return self.branch([self.sequence(inner, flags) for inner in value[1]], rest)
        if code is op.ATOMIC_GROUP:
            return self.atomic(self.sequence(value, flags), rest)
        if code in (op.ASSERT, op.ASSERT_NOT):
            direction, inner = value
            back = inner.getwidth()[0] if direction < 0 else 0
            return self.look(code is op.ASSERT, back, self.sequence(inner, flags), rest)
        if code is op.AT:
            return self.at(value, bool(flags & re.MULTILINE), bool(flags & re.ASCII), rest)
        if code is op.GROUPREF:
            return self.again(value, rest)
        raise NotImplementedError(f"{code} in a pattern")

    def one(self, accepts: Accepts, rest: Matcher) -> Matcher:
        def run(i: int, then: Next) -> int | None:
            self.steps.total += 1
            return rest(i + 1, then) if i < self.end and accepts(self.text[i]) else None

        return run

    def repeat_one(self, code: Any, least: int, most: int, accepts: Accepts, rest: Matcher) -> Matcher:
        def lazy(i: int, then: Next) -> int | None:
            last = min(self.end, i + most)
            j = i
            while True:
                self.steps.add(1)
                if j - i >= least and (found := rest(j, then)) is not None:
                    return found
                if j >= last or not accepts(self.text[j]):
                    return None
                j += 1

        def run(i: int, then: Next) -> int | None:
            text, last = self.text, min(self.end, i + most)
            j = i
            while j < last and accepts(text[j]):
                j += 1
            self.steps.add(j - i + 1)
            if code is op.POSSESSIVE_REPEAT:
                return rest(j, then) if j - i >= least else None
            for end in range(j, i + least - 1, -1):
                self.steps.total += 1
                if (found := rest(end, then)) is not None:
                    return found
            return None

        return lazy if code is op.MIN_REPEAT else run

    def repeat(self, code: Any, least: int, most: int, inner: Matcher, rest: Matcher) -> Matcher:
        def possessive(i: int, then: Next) -> int | None:
            times = 0
            while times < most and (end := inner(i, _here)) is not None and (end > i or times < least):
                i, times = end, times + 1
            return rest(i, then) if times >= least else None

        def run(i: int, then: Next) -> int | None:
            def attempt(j: int, times: int, began: int | None) -> int | None:
                """`began` is where the time before began: after one that matched nothing, there is no other."""
                self.steps.add(1)
                if times < least:
                    return inner(j, lambda end: attempt(end, times + 1, began))
                if code is op.MIN_REPEAT and (found := rest(j, then)) is not None:
                    return found
                if times < most and j != began:
                    found = inner(j, lambda end: attempt(end, times + 1, j))
                    if found is not None:
                        return found
                return rest(j, then) if code is op.MAX_REPEAT else None

            return attempt(i, 0, None)

        return possessive if code is op.POSSESSIVE_REPEAT else run

    def group(self, number: int | None, inner: Matcher, rest: Matcher) -> Matcher:
        def run(i: int, then: Next) -> int | None:
            def close(end: int) -> int | None:
                if number is None:
                    return rest(end, then)
                before = self.groups.get(number)
                self.groups[number] = (i, end)
                found = rest(end, then)
                if found is None:
                    self.groups[number] = before
                return found

            return inner(i, close)

        return run

    def branch(self, branches: list[Matcher], rest: Matcher) -> Matcher:
        def run(i: int, then: Next) -> int | None:
            for inner in branches:
                self.steps.total += 1
                if (found := inner(i, lambda end: rest(end, then))) is not None:
                    return found
            return None

        return run

    def atomic(self, inner: Matcher, rest: Matcher) -> Matcher:
        def run(i: int, then: Next) -> int | None:
            end = inner(i, _here)
            return None if end is None else rest(end, then)

        return run

    def look(self, wanted: bool, back: int, inner: Matcher, rest: Matcher) -> Matcher:
        def run(i: int, then: Next) -> int | None:
            self.steps.add(1)
            found = i >= back and inner(i - back, _here) is not None
            return rest(i, then) if found == wanted else None

        return run

    def again(self, number: int, rest: Matcher) -> Matcher:
        def run(i: int, then: Next) -> int | None:
            span = self.groups.get(number)
            if span is None:
                return None
            words = self.text[span[0] : span[1]]
            self.steps.add(len(words) + 1)
            return rest(i + len(words), then) if self.text.startswith(words, i, self.end) else None

        return run

    def at(self, where: Any, lines: bool, ascii_only: bool, rest: Matcher) -> Matcher:
        def run(i: int, then: Next) -> int | None:
            self.steps.total += 1
            text, end = self.text, self.end
            if where is op.AT_BEGINNING_STRING or (where is op.AT_BEGINNING and not lines):
                found = i == 0
            elif where is op.AT_BEGINNING:
                found = i == 0 or text[i - 1] == "\n"
            elif where is op.AT_END_STRING:
                found = i == end
            elif where is op.AT_END:
                found = i == end or (text[i] == "\n" and (lines or i + 1 == end))
            else:
                before = i > 0 and _is_word(text[i - 1], ascii_only)
                found = (before != (i < end and _is_word(text[i], ascii_only))) == (where is op.AT_BOUNDARY)
            return rest(i, then) if found else None

        return run


def _nothing(i: int, then: Next) -> int | None:
    return then(i)


def _here(i: int) -> int:
    return i


def _is_word(character: str, ascii_only: bool) -> bool:
    return (character.isalnum() or character == "_") and not (ascii_only and character > "\x7f")


def _single(code: Any, value: Any, flags: int) -> Accepts | None:
    """What a part that matches exactly one character accepts; None for every other part."""
    if code in (op.LITERAL, op.NOT_LITERAL, op.IN):
        items = value if code is op.IN else [(op.LITERAL, value)]
        negated = code is op.NOT_LITERAL or items[0][0] is op.NEGATE
        known: dict[str, bool] = {}

        def accepts(character: str) -> bool:
            if character not in known:
                cases = {character}
                if flags & re.IGNORECASE:
                    cases |= {character.lower(), character.upper(), character.casefold()}
                found = any(_is_item(item, ord(case), flags) for item in items for case in cases if len(case) == 1)
                known[character] = found != negated
            return known[character]

        return accepts
    if code is op.ANY:
        return (lambda character: True) if flags & re.DOTALL else (lambda character: character != "\n")
    return None


def _is_item(item: Any, number: int, flags: int) -> bool:
    code, value = item
    if code is op.LITERAL:
        return bool(number == value)
    if code is op.RANGE:
        return bool(value[0] <= number <= value[1])
    if code is not op.CATEGORY:
        return False
    character, ascii_only = chr(number), bool(flags & re.ASCII)
    name = str(value)
    if name.endswith("WORD"):
        found = _is_word(character, ascii_only)
    else:
        found = character.isdecimal() if name.endswith("DIGIT") else character.isspace()
        found = found and not (ascii_only and number > 127)
    return found != ("NOT" in name)


class CountedPattern:
    """Takes the place of a compiled pattern."""

    def __init__(self, pattern: re.Pattern[str], steps: Steps) -> None:
        self._pattern = pattern
        self._steps = steps
        self._walk = _walk_of(pattern)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def _follow(self, text: str, start: int, end: int, found: re.Match[str] | None, *, full: bool = False) -> None:
        with _untraced():
            reached = self._walk.run(text, start, end, self._steps, full=full)
        assert reached == (None if found is None else found.end()), (self._pattern.pattern, text[start : start + 80])

    def _follow_search(self, text: str, start: int, end: int, found: re.Match[str] | None) -> None:
        with _untraced():
            for i in range(start, end + 1 if found is None else found.start() + 1):
                self._walk.run(text, i, end, self._steps)

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        found = self._pattern.match(text, pos, endpos)
        self._follow(text, pos, min(len(text), endpos), found)
        return found

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        found = self._pattern.fullmatch(text, pos, endpos)
        self._follow(text, pos, min(len(text), endpos), found, full=True)
        return found

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        found = self._pattern.search(text, pos, endpos)
        self._follow_search(text, pos, min(len(text), endpos), found)
        if found is not None:
            self._follow(text, found.start(), min(len(text), endpos), found)
        return found

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        end = min(len(text), endpos)
        for found in self._pattern.finditer(text, pos, endpos):
            self._follow_search(text, pos, end, found)
            yield found
            pos = found.end()
        self._follow_search(text, pos, end, None)

    def _go_through(self, text: str) -> None:
        for _ in self.finditer(text):
            pass

    def findall(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> list[Any]:
        for _ in self.finditer(text, pos, endpos):
            pass
        return self._pattern.findall(text, pos, endpos)

    def sub(self, replacement: Any, text: str, count: int = 0) -> str:
        self._go_through(text)
        return self._pattern.sub(replacement, text, count)

    def subn(self, replacement: Any, text: str, count: int = 0) -> tuple[str, int]:
        self._go_through(text)
        return self._pattern.subn(replacement, text, count)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        self._go_through(text)
        return self._pattern.split(text, maxsplit)


@contextlib.contextmanager
def _untraced() -> Iterator[None]:
    """The matcher counts its own steps: its lines and calls are none, and tracing them would take most of the time."""
    trace, profile = sys.gettrace(), sys.getprofile()
    sys.settrace(None)
    sys.setprofile(None)
    try:
        yield
    finally:
        sys.setprofile(profile)
        sys.settrace(trace)


_walks: dict[tuple[str, int], _Walk] = {}


def _walk_of(pattern: re.Pattern[str]) -> _Walk:
    key = pattern.pattern, pattern.flags
    if key not in _walks:
        with _untraced():
            _walks[key] = _Walk(pattern)
    return _walks[key]


class _CountingRe:
    """Takes the place of the module `re`."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        return _replacement(re.compile(pattern, flags), self._steps)

    def __getattr__(self, name: str) -> Any:
        if name in ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"):
            return lambda pattern, *rest, flags=0: getattr(self.compile(pattern, flags), name)(*rest)
        return getattr(re, name)


def _replacement(value: Any, steps: Steps) -> Any:
    """What takes the place of a global of a module: a pattern, its method, a cached maker of patterns, or `re`."""
    if isinstance(value, LazyPattern):
        value = re.compile(value.pattern, value.flags)
    if isinstance(value, re.Pattern):
        return CountedPattern(value, steps) if isinstance(value.pattern, str) else value
    if isinstance(getattr(value, "__self__", None), re.Pattern):
        return getattr(_replacement(value.__self__, steps), value.__name__)
    if value is re:
        return _CountingRe(steps)
    if hasattr(value, "cache_clear") and "re.Pattern" in str(getattr(value, "__annotations__", {}).get("return")):
        return lambda *arguments, **named: _replacement(value(*arguments, **named), steps)
    return value


@contextlib.contextmanager
def counted(steps: Steps) -> Iterator[None]:
    """Count the steps of every pattern of newsfacts that is used meanwhile."""
    replaced: list[tuple[dict[str, Any], str, Any]] = []
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(1_000_000)  # a repeated group is a call for each time
    try:
        for name, module in list(sys.modules.items()):
            if name.split(".")[0] != "newsfacts":
                continue
            members = vars(module)
            for key, value in list(members.items()):
                other = _replacement(value, steps)
                if other is not value:
                    members[key] = other
                    replaced.append((members, key, value))
        yield
    finally:
        sys.setrecursionlimit(limit)
        for members, key, value in replaced:
            members[key] = value
