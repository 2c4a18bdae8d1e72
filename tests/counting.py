"""How much work a call is, counted and not timed: the same on every machine, however busy it is.

Counted are the lines and calls of Python code, the steps of every pattern of newsfacts (`tests.counting_patterns` walks
through it as `re` does, one character at a time), and the characters or items that methods of strings and lists go
through as a whole (`replace`, `split`, `index` of a list, ...). Pass a text as `Watched` to count its slices and the
stretches that `find`, `count` and `in` search, too. Not seen: operators of other built-in types, such as `in` on a list.
"""

from __future__ import annotations

import contextlib
import enum
import os
import re
import sys
from collections.abc import Callable, Iterator
from types import CodeType, FrameType
from typing import Any, SupportsIndex, TypeVar

from tests import counting_patterns
from tests.counting_patterns import Steps, TooManySteps

__all__ = ["TooManySteps", "Watched", "growth", "is_linear", "steps"]

T = TypeVar("T")

_UNCOUNTED = (__file__, counting_patterns.__file__, contextlib.__file__, os.path.dirname(re.__file__), enum.__file__)
"""Where the counting itself happens, and patterns are compiled: once for all calls, and never for a text."""

# Methods that go through the whole of what they belong to, whatever their arguments are.
_WHOLE: dict[type, set[str]] = {
    list: {"copy", "count", "index", "insert", "remove", "reverse", "sort"},
    str: {"casefold", "encode", "lower", "partition", "replace", "rpartition", "split", "splitlines", "title",
          "translate", "upper"},
}  # fmt: skip

_NAMES = frozenset().union(*_WHOLE.values())

_counting: list[Steps] = []
"""The count that is being made, if one is."""


def steps(action: Callable[[], object]) -> int:
    """The steps of one call. Raises `TooManySteps` where it does not come to an end in sight."""
    counted = Steps()

    uncounted: dict[CodeType, bool] = {}

    def line(frame: FrameType, event: str, argument: Any) -> Any:
        counted.total += 1
        return line

    def call(frame: FrameType, event: str, argument: Any) -> Any:
        code = frame.f_code
        if code not in uncounted:
            uncounted[code] = code.co_filename.startswith(_UNCOUNTED)
        if uncounted[code]:
            return None
        counted.add(1)
        return line

    def builtin(frame: FrameType, event: str, argument: Any) -> None:
        if event == "c_call" and argument.__name__ in _NAMES and not frame.f_code.co_filename.startswith(_UNCOUNTED):
            owner = argument.__self__
            if argument.__name__ in _WHOLE.get(type(owner), ()):
                counted.add(len(owner))

    outer_trace, outer_profile = sys.gettrace(), sys.getprofile()
    with counting_patterns.counted(counted), _watching(counted):
        sys.setprofile(builtin)
        sys.settrace(call)
        try:
            action()
        finally:
            sys.settrace(outer_trace)
            sys.setprofile(outer_profile)
    return counted.total


def growth(action: Callable[[T], object], make: Callable[[int], T], small: int, large: int) -> float:
    """How many times more steps the large input takes than the small one."""
    before, after = make(small), make(large)
    action(make(small))  # what is loaded or prepared at the first call belongs to neither
    return steps(lambda: action(after)) / steps(lambda: action(before))


def is_linear(action: Callable[[T], object], make: Callable[[int], T], small: int, *, factor: int = 8) -> bool:
    """Whether an input `factor` times as large takes about as many times the steps: half as many again at most.

    Quadratic work takes more if it is a tenth of the work at the small size already.
    """
    return growth(action, make, small, small * factor) <= 1.5 * factor


@contextlib.contextmanager
def _watching(counted: Steps) -> Iterator[None]:
    _counting.append(counted)
    try:
        yield
    finally:
        _counting.pop()


def _look(characters: int) -> None:
    if _counting:
        _counting[-1].add(max(characters, 1))


class Watched(str):
    """A text that counts the characters of its slices and searches. What is cut out of it is watched as well."""

    __slots__ = ()

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        part = super().__getitem__(key)
        _look(len(part))
        return Watched(part) if isinstance(key, slice) else part

    def __contains__(self, words: str) -> bool:  # type: ignore[override]  # text is searched for text only
        return self.find(words) >= 0

    def find(self, words: str, start: Any = None, end: Any = None) -> int:
        found = super().find(words, start, end)
        first, last, _ = slice(start, end).indices(len(self))
        _look((last if found < 0 else found + len(words)) - first)
        return found

    def rfind(self, words: str, start: Any = None, end: Any = None) -> int:
        found = super().rfind(words, start, end)
        first, last, _ = slice(start, end).indices(len(self))
        _look(last - (first if found < 0 else found))
        return found

    def index(self, words: str, start: Any = None, end: Any = None) -> int:
        if (found := self.find(words, start, end)) < 0:
            raise ValueError("substring not found")
        return found

    def count(self, words: str, start: Any = None, end: Any = None) -> int:
        first, last, _ = slice(start, end).indices(len(self))
        _look(last - first)
        return super().count(words, start, end)


_WHOLE[Watched] = _WHOLE[str]
