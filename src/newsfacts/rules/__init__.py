"""The rules, by code. Each family has a folder whose `RULES` is its table; this is where the tables come together."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsfacts.errors import UsageError
from newsfacts.lazy import Loader, lazy_names
from newsfacts.patterns import lazy_pattern
from newsfacts.plugins import plugins
from newsfacts.rules.entry import PACKAGE, RuleEntry, as_entry, rule_at
from newsfacts.rules.profiles import PROFILES, Profile
from newsfacts.rules.rule import (
    Context,
    Example,
    Examples,
    Kinds,
    Need,
    Needs,
    Option,
    Options,
    ProfileNames,
    ReaderRule,
    Rule,
)

if TYPE_CHECKING:  # a check of a single document needs none of these
    from newsfacts.rules.corpus_rule import Collector, CorpusRule, Fact, Facts

__all__ = [
    "FAMILIES", "PROFILES", "Collector", "Context", "CorpusRule", "Example", "Examples", "Fact", "Facts", "Kinds", "Need",
    "Needs", "Option", "Options", "Profile", "ProfileNames", "ReaderRule", "Rule", "RuleEntry", "all_entries", "all_rules",
    "get_rule", "rule_modules",
]  # fmt: skip

_FOREIGN_CODE = lazy_pattern(r"[A-Z]{2,8}[0-9]{1,4}\Z")

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
    "G": ("grounding", "a text against its sources"),
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


@functools.lru_cache(maxsize=1)
def installed_rules() -> Mapping[str, Rule]:
    """The rules of installed packages, by code. Raises `UsageError` for a code that is taken, or not theirs to take."""
    found: dict[str, Rule] = {}
    for plugin in plugins("rules"):
        for cls in plugin.value if isinstance(plugin.value, tuple | list) else (plugin.value,):
            if not (isinstance(cls, type) and issubclass(cls, Rule)):
                raise UsageError(f"the rules {plugin.where} are not rules: {cls!r}")
            if cls.code in found or cls.code in rule_modules():
                raise UsageError(f"the rules {plugin.where} use the code {cls.code}, which is already taken")
            if not _FOREIGN_CODE.match(cls.code):
                raise UsageError(
                    f"the rules {plugin.where} use the code {cls.code}; their codes begin with two to eight capitals"
                )
            found[cls.code] = cls()
    return MappingProxyType(found)


@functools.lru_cache(maxsize=256)
def get_rule(code: str) -> Rule:
    """The rule with this code. Raises `UsageError` naming the nearest code where there is none."""
    modules = rule_modules()
    if code not in modules and code in installed_rules():
        return installed_rules()[code]
    if code not in modules:
        from newsfacts.text.suggestions import suggestion

        raise UsageError(f"no rule has the code {code!r}{suggestion(code, modules)}")
    module = importlib.import_module(modules[code])
    name = next(
        value.__name__
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Rule)
        and value.__module__ == module.__name__
        and value.code == code
    )
    return rule_at(f"{module.__name__.removeprefix(f'{PACKAGE}.')}:{name}")


@functools.lru_cache(maxsize=1)
def all_rules() -> Mapping[str, Rule]:
    """Every rule by code: those of the table in its order, then those of installed packages."""
    return MappingProxyType({**{code: get_rule(code) for code in rule_modules()}, **installed_rules()})


def all_entries() -> Mapping[str, RuleEntry]:
    """What is known of every rule without importing it, by code, in the order of `all_rules`; those of packages are there."""
    return _all_entries(tuple(installed_rules().values()))


@functools.lru_cache(maxsize=1)
def _all_entries(installed: tuple[Rule, ...]) -> Mapping[str, RuleEntry]:
    from newsfacts.rules.index import INDEX

    return MappingProxyType({entry.code: entry for entry in (*INDEX, *map(as_entry, installed))})


_HOMES = dict.fromkeys(("Collector", "CorpusRule", "Fact", "Facts"), "corpus_rule")
__getattr__: Loader = lazy_names(__name__, _HOMES)
