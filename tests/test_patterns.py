"""Lazy patterns do what compiled ones do."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import newsfacts
from newsfacts.patterns import LazyPattern, lazy_pattern


def test_a_lazy_pattern_does_what_a_compiled_one_does() -> None:
    lazy, compiled = lazy_pattern(r"(a)(b)?", re.IGNORECASE), re.compile(r"(a)(b)?", re.IGNORECASE)
    text = "xABa"
    assert lazy.pattern == compiled.pattern
    assert lazy.flags == compiled.flags
    assert lazy.groups == 2
    assert lazy.match(text) is None
    for _ in range(2):
        found = lazy.search(text)
        assert found is not None
        assert found.span() == (1, 3)
        assert lazy.match(text, 3) is not None
    assert lazy.findall(text) == [("A", "B"), ("a", "")]
    assert lazy.sub("-", text) == "x--"
    assert lazy.split(text) == compiled.split(text)
    assert [match.span() for match in lazy.finditer(text)] == [(1, 3), (3, 4)]


def test_a_pattern_that_is_wrong_is_an_error_when_it_is_used() -> None:
    wrong = lazy_pattern("(")
    with pytest.raises(re.error):
        wrong.match("a")


def test_every_lazy_pattern_of_newsfacts_can_be_compiled() -> None:
    """A mistake in one would otherwise be noticed only by who needs it."""
    count = 0
    for module in pkgutil.walk_packages(newsfacts.__path__, "newsfacts."):
        if module.name.endswith("__main__"):
            continue
        for value in list(vars(importlib.import_module(module.name)).values()):
            if isinstance(value, LazyPattern):
                assert value.groups >= 0
                count += 1
    assert count > 50
