"""The rules, by code. Each family has a folder whose `RULES` is its table; this is where the tables come together."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Mapping
from types import MappingProxyType

from newsfacts.errors import UsageError
from newsfacts.rules.rule import Context, Example, Option, ReaderRule, Rule

__all__ = ["FAMILIES", "Context", "Example", "Option", "ReaderRule", "Rule", "all_rules", "get_rule", "rule_modules"]

FAMILIES: Mapping[str, tuple[str, str]] = MappingProxyType({
    "S": ("structure", "files, markup, references"),
    "A": ("anchoring", "spans and the words they hold"),
    "Q": ("quotes", "quotations"),
    "T": ("attribution", "sources, cues and contents"),
    "N": ("counts", "numbers and what they count"),
    "D": ("dates", "dates, periods and order"),
    "C": ("claims", "claims and verdicts"),
    "X": ("across", "several documents together"),
    "P": ("projects", "annotation projects"),
})  # fmt: skip
"""Letter of each family, its folder, and what it is about."""


@functools.lru_cache(maxsize=1)
def rule_modules() -> Mapping[str, str]:
    """The module of every rule, by code."""
    found: dict[str, str] = {}
    for folder, _ in FAMILIES.values():
        package = f"newsfacts.rules.{folder}"
        for code, module in importlib.import_module(package).RULES.items():
            found[code] = f"{package}.{module}"
    return MappingProxyType(found)


@functools.lru_cache(maxsize=256)
def get_rule(code: str) -> Rule:
    """The rule with this code. Raises `UsageError` naming the nearest code where there is none."""
    modules = rule_modules()
    if code not in modules:
        from newsfacts.schema import suggestion

        raise UsageError(f"no rule has the code {code!r}{suggestion(code, modules)}")
    module = importlib.import_module(modules[code])
    return next(
        value()
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module.__name__ and value.code == code
    )


@functools.lru_cache(maxsize=1)
def all_rules() -> Mapping[str, Rule]:
    """Every rule by code, in the order of the table."""
    return MappingProxyType({code: get_rule(code) for code in rule_modules()})
