"""What finds attributions: the rules of this package, and engines that other packages bring along."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeAlias

from newsfacts.drafting.results import FoundAttribution
from newsfacts.errors import UsageError
from newsfacts.plugins import plugins
from newsfacts.text.suggestions import suggestion

__all__ = ["Engine", "engine_names", "find_attributions", "get_engine"]

Engine: TypeAlias = Callable[[str], tuple[FoundAttribution, ...]]
"""From a text to its attributions, in order of their first word. The same text gives the same result."""


def find_attributions(text: str, engine: str = "rules") -> tuple[FoundAttribution, ...]:
    """The attributions of a text in English: who says, thinks or shows what, each with a level.

    Offsets are half-open, in code points. `engine` is "rules", "spacy" (with the extra of that name and a pipeline that has a
    parser), or the name of an engine that an installed package offers as an entry point of `newsfacts.engines`. Raises
    `UsageError` for an engine that is unknown or not installed.
    """
    return get_engine(engine)(text)


def get_engine(name: str) -> Engine:
    """The engine of a name. Raises `UsageError` where there is none."""
    if name == "rules":
        from newsfacts.drafting.rules_engine import find

        return find
    if name == "spacy":
        from newsfacts.drafting import spacy_engine

        return spacy_engine.find
    engines = offered()
    if name not in engines:
        raise UsageError(f"no engine is named {name!r}{suggestion(name, engine_names())}")
    return engines[name]


def engine_names() -> tuple[str, ...]:
    """The names of all engines."""
    return (*_OWN, *sorted(offered()))


_OWN = ("rules", "spacy")


@functools.cache
def offered() -> dict[str, Engine]:
    """The engines of installed packages, by name. Raises `UsageError` for two of one name."""
    found: dict[str, Engine] = {}
    for plugin in plugins("engines"):
        name = plugin.where.partition(" of the package ")[0]
        if name in _OWN or name in found:
            raise UsageError(f"the engine {plugin.where} has a name that is taken")
        if not callable(plugin.value):
            raise UsageError(f"the engine {plugin.where} is not a function of a text")
        found[name] = plugin.value
    return found
