"""A prepared configuration: which rules look at a document is found once for all documents with the same kinds."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.errors import UsageError
from newsfacts.immutable import frozen
from newsfacts.model import Annotation, Document, by_class, classes_of
from newsfacts.rules import Context, Kinds, Need, Rule, RuleEntry
from newsfacts.rules.entry import as_entry

if TYPE_CHECKING:
    from newsfacts.rules import Collector, CorpusRule

__all__ = ["Group", "Part", "Plan", "Schedule", "sizes_of"]


@frozen(kw_only=True)
class Part:
    """Rules to run where a document has what they need, and the parts of those that need more besides.

    So what many rules need, and few documents have, is looked for once.
    """

    entries: tuple[RuleEntry, ...]
    """The rules that need nothing more."""
    depth: int
    """How many needs have been found before this part is reached."""
    inner: tuple[Part, ...]

    @functools.cached_property
    def need(self) -> Need:
        """What must be found for this part. Its module is imported when a document has what is needed before."""
        return self.first.needs[self.depth - 1]

    @property
    def first(self) -> RuleEntry:
        """One of the rules of this part or of those within it, which all need the same so far."""
        return self.entries[0] if self.entries else self.inner[0].first

    @functools.cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules. They are imported when the first document has what they look at and need."""
        return tuple([entry.rule for entry in self.entries])

    @staticmethod
    def of(entries: Iterable[RuleEntry], depth: int = 0) -> Part:
        """The part of these rules, which all have the same first `depth` needs."""
        here: list[RuleEntry] = []
        by_next: dict[Hashable, list[RuleEntry]] = {}
        for entry in entries:
            keys = entry.keys_of_needs
            if len(keys) == depth:
                here.append(entry)
            else:
                by_next.setdefault(keys[depth], []).append(entry)
        inner = tuple([Part.of(same, depth + 1) for same in by_next.values()])
        return Part(entries=tuple(here), depth=depth, inner=inner)


@frozen(kw_only=True)
class Group:
    """Rules that look at the same annotations of a document alone."""

    looks_at: Kinds
    is_of_document: bool
    """Whether they look at the document as a whole."""
    needs_english: bool
    without_annotations: bool
    entries: tuple[RuleEntry, ...]
    classes: tuple[type[Annotation], ...] = ()
    """The classes of the annotations that it looks at in a document that it concerns; one that two of its kinds have is there twice."""

    @functools.cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the rules."""
        return frozenset(entry.code for entry in self.entries)

    def number(self, sizes: Mapping[type[Annotation], int]) -> int:
        """How many annotations each of them looks at, of so many of each class; 1 where that is the document as a whole."""
        return 1 if self.is_of_document else sum([sizes[cls] for cls in self.classes])


@frozen(kw_only=True)
class Schedule:
    """What is run and counted for documents with annotations of exactly some classes: worked out once for all of them."""

    groups: tuple[Group, ...]
    """The groups that look at such a document."""
    part: Part
    """The rules to run, by what they need, whatever group they are in."""
    english: Part
    """Those to run only where the words of the document are English."""
    needing_english: tuple[Group, ...]
    """The groups of these."""
    weights: tuple[tuple[type[Annotation], int], ...]
    """How many rules look at each annotation of each class; one that two kinds of a rule have counts twice."""
    of_document: int
    """How many rules look at the document as a whole."""

    @staticmethod
    def of(groups: Iterable[Group], kinds: frozenset[type[Annotation]]) -> Schedule:
        """The schedule for documents with annotations of these classes."""
        chosen = tuple(concerned(group, kinds) for group in groups if looks_at_any(group, kinds))
        needing = tuple(group for group in chosen if group.needs_english and (group.classes or group.is_of_document))
        weights: Counter[type[Annotation]] = Counter()
        for group in chosen:
            for cls in group.classes:
                weights[cls] += len(group.entries)
        return Schedule(
            groups=chosen,
            part=together(group for group in chosen if group not in needing),
            english=together(needing),
            needing_english=needing,
            weights=tuple(weights.items()),
            of_document=sum(len(group.entries) for group in chosen if group.is_of_document),
        )

    def comparisons(self, document: Document) -> int:
        """How many annotations are looked at: each counts for every rule that looks at it."""
        same = document.derived(by_class)
        return self.of_document + sum([len(same[cls]) * rules for cls, rules in self.weights])

    def number(self, document: Document, code: str) -> int:
        """How many annotations of a document the rule with this code looks at; 0 where it is not one of these rules."""
        sizes = sizes_of(document)
        return sum(group.number(sizes) for group in self.groups if code in group.codes)


def sizes_of(document: Document) -> dict[type[Annotation], int]:
    """How many annotations of each class a document has."""
    return {cls: len(same) for cls, same in document.derived(by_class).items()}


def together(groups: Iterable[Group]) -> Part:
    """The rules of some groups that have to be run, by what they need."""
    return Part.of([entry for group in groups for entry in group.entries if entry.is_run])


@frozen(kw_only=True)
class Plan:
    """A prepared configuration: the entries of its rules, and what they need."""

    configuration: Configuration
    entries: tuple[RuleEntry, ...]
    context: Context
    by_kinds: dict[frozenset[type[Annotation]], Schedule] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    """The schedules of the documents that came up, by the classes of their annotations."""

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

    def schedule(self, document: Document, declared: Sequence[RuleEntry] = ()) -> Schedule:
        """What is run for a document, and counted: these rules, and those that its schema declares."""
        kinds = document.derived(classes_of)
        if declared:
            return Schedule.of((*self.groups, *grouped(declared)), kinds)
        found = self.by_kinds.get(kinds)
        if found is None:
            found = self.by_kinds[kinds] = Schedule.of(self.groups, kinds)
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
    """Rules by what they look at."""
    found: dict[tuple[Kinds, bool, bool], list[RuleEntry]] = {}
    for entry in entries:
        found.setdefault((entry.looks_at, entry.needs_english, entry.without_annotations), []).append(entry)
    return tuple(
        Group(
            looks_at=looks_at,
            is_of_document=not looks_at,
            needs_english=needs_english,
            without_annotations=without_annotations,
            entries=tuple(same),
        )
        for (looks_at, needs_english, without_annotations), same in found.items()
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
