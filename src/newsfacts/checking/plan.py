"""A prepared configuration: which rules look at a document is found once for all documents with the same kinds."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.errors import UsageError
from newsfacts.immutable import frozen
from newsfacts.model import Annotation
from newsfacts.rules import Context, Kinds, Needs, Rule, RuleEntry
from newsfacts.rules.entry import as_entry

if TYPE_CHECKING:
    from newsfacts.rules import Collector, CorpusRule

__all__ = ["Group", "Part", "Plan", "concerned", "grouped"]


@frozen(kw_only=True)
class Part:
    """Rules of a group that need the same of a document."""

    needs: Needs
    entries: tuple[RuleEntry, ...]

    @functools.cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Those that have to be run. They are imported when the first document has what they look at."""
        return tuple([entry.rule for entry in self.entries if entry.is_run])


@frozen(kw_only=True)
class Group:
    """Rules that look at the same annotations of a document alone."""

    looks_at: Kinds
    is_of_document: bool
    """Whether they look at the document as a whole."""
    needs_english: bool
    without_annotations: bool
    parts: tuple[Part, ...]
    classes: tuple[type[Annotation], ...] = ()
    """The classes of the annotations that it looks at in a document that it concerns; one that two of its kinds have is there twice."""

    @functools.cached_property
    def entries(self) -> tuple[RuleEntry, ...]:
        """The rules of all parts."""
        return tuple(entry for part in self.parts for entry in part.entries)

    @functools.cached_property
    def found_by_readers(self) -> frozenset[str]:
        """The codes of those that are not run."""
        return frozenset(entry.code for entry in self.entries if not entry.is_run)

    def number(self, sizes: Mapping[type[Annotation], int]) -> int:
        """How many annotations each of them looks at, of so many of each class; 1 where that is the document as a whole."""
        return 1 if self.is_of_document else sum([sizes[cls] for cls in self.classes])


@frozen(kw_only=True)
class Plan:
    """A prepared configuration: the entries of its rules, and what they need."""

    configuration: Configuration
    entries: tuple[RuleEntry, ...]
    context: Context
    by_kinds: dict[frozenset[type[Annotation]], tuple[Group, ...]] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )
    """The groups that concern documents with annotations of exactly these classes, of those documents that came up."""

    @functools.cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, all imported."""
        return tuple(entry.rule for entry in self.entries)

    @functools.cached_property
    def concluding(self) -> tuple[RuleEntry, ...]:
        """The rules that look at the findings of all others."""
        return tuple(entry for entry in self.entries if entry.concludes)

    @functools.cached_property
    def across(self) -> tuple[CorpusRule, ...]:
        """The rules that compare documents."""
        from newsfacts.rules import CorpusRule

        return tuple(rule for entry in self.entries if entry.is_across if isinstance(rule := entry.rule, CorpusRule))

    @functools.cached_property
    def collectors(self) -> tuple[Collector, ...]:
        """What reduces a document to what these rules compare, each function once."""
        return tuple(dict.fromkeys(collector for rule in self.across for collector in rule.collects))

    @functools.cached_property
    def compares(self) -> bool:
        """Whether there are rules that compare documents."""
        return any(entry.is_across for entry in self.entries)

    @functools.cached_property
    def groups(self) -> tuple[Group, ...]:
        """The rules that look at one document alone, so that what they look at is counted once for all of them.

        A document alone contradicts no other, so nothing of a rule that compares documents has held yet.
        """
        return grouped(entry for entry in self.entries if not entry.is_across)

    def concerning(self, kinds: frozenset[type[Annotation]]) -> tuple[Group, ...]:
        """The groups that look at a document with annotations of exactly these classes."""
        found = self.by_kinds.get(kinds)
        if found is None:
            found = self.by_kinds[kinds] = tuple(
                concerned(group, kinds) for group in self.groups if looks_at_any(group, kinds)
            )
        return found

    @functools.cached_property
    def unknown(self) -> tuple[str, ...]:
        """The words of the configuration that only the schema of a document can explain."""
        return self.configuration.unknown()

    @staticmethod
    def of(configuration: Configuration) -> Plan:
        """Raises `UsageError` where the configuration names what does not exist, or leaves no rule to run."""
        settings = configuration.canonical()
        entries = settings.rule_entries()
        declared = any(settings.reports(check.code) for check in settings.declared_checks()) if not entries else True
        if not declared and not settings.unknown():
            raise UsageError(
                "the configuration leaves no rule to run: what it selects is ignored or not in the profile"
            )
        return Plan(
            configuration=settings,
            entries=entries,
            context=Context(policy=settings.value_policy(), options=settings.rule_options()),
        )

    @staticmethod
    def of_rules(rules: Iterable[Rule], context: Context) -> Plan:
        """A plan of these rules alone, with nothing else configured."""
        return Plan(configuration=Configuration(), entries=tuple(map(as_entry, rules)), context=context)

    @staticmethod
    def prepared(configuration: Configuration | Plan | None) -> Plan:
        """The plan of a configuration; that of the defaults is made once."""
        if isinstance(configuration, Plan):
            return configuration
        return default_plan() if configuration is None else Plan.of(configuration)


def grouped(entries: Iterable[RuleEntry]) -> tuple[Group, ...]:
    """Rules by what they look at, and within that by what they need."""
    found: dict[tuple[Kinds, bool, bool], dict[Needs, list[RuleEntry]]] = {}
    for entry in entries:
        key = (entry.looks_at, entry.needs_english, entry.without_annotations)
        found.setdefault(key, {}).setdefault(entry.needs, []).append(entry)
    return tuple(
        Group(
            looks_at=looks_at,
            is_of_document=not looks_at,
            needs_english=needs_english,
            without_annotations=without_annotations,
            parts=tuple(Part(needs=needs, entries=tuple(same)) for needs, same in parts.items()),
        )
        for (looks_at, needs_english, without_annotations), parts in found.items()
    )


def looks_at_any(group: Group, kinds: Iterable[type[Annotation]]) -> bool:
    """Whether a group looks at documents with annotations of these classes alone."""
    if group.is_of_document or group.without_annotations:
        return True
    return any(issubclass(kind, group.looks_at) for kind in kinds)


def concerned(group: Group, kinds: Iterable[type[Annotation]]) -> Group:
    """A group as it looks at documents with annotations of exactly these classes."""
    return attrs.evolve(group, classes=tuple(cls for kind in group.looks_at for cls in kinds if issubclass(cls, kind)))


@functools.lru_cache(maxsize=1)
def default_plan() -> Plan:
    """The plan where nothing is configured."""
    return Plan.of(Configuration())
