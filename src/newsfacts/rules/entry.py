"""What is known of a rule before its module is imported: enough to choose it, and to see whether a document has what it looks at."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Hashable, Sequence
from typing import Any

import attrs

from newsfacts import model
from newsfacts.findings import Severity
from newsfacts.immutable import frozen
from newsfacts.rules.rule import GroundingRule, Kinds, Needs, ReaderRule, Rule

__all__ = ["PACKAGE", "RuleEntry", "as_entry", "rule_at", "stated"]

PACKAGE = "newsfacts.rules"
"""Names of modules in an entry are below it."""


@frozen(kw_only=True)
class RuleEntry:
    """One rule, as the table `newsfacts.rules.index` has it, or with the rule itself for one that is not in the table.

    `kinds` are the names of the classes in `looks_at`; `needs_by_name` are functions as "module:name" below this package.
    """

    code: str
    name: str
    severity: Severity
    place: str = ""
    """Where the class is: "counts.lost_hedge:LostHedge" below this package."""
    default: bool = True
    profiles: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    needs_by_name: tuple[str, ...] = ()
    needs_english: bool = False
    without_annotations: bool = False
    is_run: bool = True
    """Whether it has anything to find in a document alone; not where readers find it, or a comparison of documents."""
    is_across: bool = False
    concludes: bool = False
    loaded: Rule | None = attrs.field(default=None, eq=False)

    @property
    def rule(self) -> Rule:
        """The rule; its module is imported where it has not been yet."""
        return self.loaded if self.loaded is not None else rule_at(self.place)

    @property
    def looks_at(self) -> Kinds:
        """The kinds whose annotations it looks at."""
        if self.loaded is not None:
            return self.loaded.looks_at
        return tuple([getattr(model, name) for name in self.kinds])

    @functools.cached_property
    def needs(self) -> Needs:
        """What a document must have besides annotations of these kinds."""
        if self.loaded is not None:
            return self.loaded.needs
        return tuple([found_at(place) for place in self.needs_by_name])

    @property
    def keys_of_needs(self) -> Sequence[Hashable]:
        """One for each need: the same where rules need the same, and different otherwise. Nothing is imported for it."""
        return self.needs_by_name if self.loaded is None else self.loaded.needs


def found_at(place: str) -> Any:
    """What a module of this package defines, by "module:name"."""
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(f"{PACKAGE}.{module}"), name)


@functools.lru_cache(maxsize=512)
def rule_at(place: str) -> Rule:
    """The one rule of a class that a module of this package defines."""
    found: Rule = found_at(place)()
    return found


def stated(rule: Rule) -> dict[str, Any]:
    """The fields of a rule's entry, as the rule's class states them; those that are at their default are left out."""
    from newsfacts.rules.corpus_rule import CorpusRule

    cls = type(rule)
    fields = {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "default": rule.default,
        "profiles": tuple(rule.profiles),
        "kinds": tuple(kind.__name__ for kind in rule.looks_at),
        "needs_by_name": tuple(f"{need.__module__.removeprefix(f'{PACKAGE}.')}:{need.__name__}" for need in rule.needs),
        "needs_english": rule.needs_english,
        "without_annotations": rule.without_annotations,
        "is_run": not isinstance(rule, CorpusRule | ReaderRule | GroundingRule)
        or cls.check not in (CorpusRule.check, ReaderRule.check, GroundingRule.check),
        "is_across": isinstance(rule, CorpusRule),
        "concludes": cls.conclude is not Rule.conclude,
    }
    defaults = {field.name: field.default for field in attrs.fields(RuleEntry)}
    return {name: value for name, value in fields.items() if value != defaults[name]}


def as_entry(rule: Rule) -> RuleEntry:
    """The entry of a rule that is there already: of an installed package, or declared by a schema file."""
    return RuleEntry(**stated(rule), loaded=rule)
