"""Checks one document in four steps: run the rules, shift, suppress, conclude."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.consequences import FIRST, Causes
from newsfacts.checking.suppression import Suppressions
from newsfacts.errors import UsageError
from newsfacts.findings import Finding, ReaderCode, Severity, Skipped
from newsfacts.immutable import FrozenDict
from newsfacts.model import Annotation, Document
from newsfacts.rules import Context, Rule
from newsfacts.rules.corpus_rule import CorpusRule
from newsfacts.rules.declared import declared_rules
from newsfacts.values.languages import is_english

__all__ = ["Checked", "Plan", "Result", "check", "with_severities"]

NOT_ENGLISH = "the words that this rule knows are English"

SHIFTED = ReaderCode.SHIFTED_OFFSETS.value
UNREADABLE = ReaderCode.UNREADABLE_FILE.value
_FOLLOW_FROM_A_SHIFT = frozenset({"A01", "C01", "S08", "T01"})
"""A span beyond the end of the text is lost, and its role with it."""


@attrs.frozen(kw_only=True)
class Checked:
    """How much was looked at. `comparisons` counts each annotation once for every rule that looked at it; `held` is how
    many of those neither led to a finding nor had to be skipped.
    """

    documents: int = 0
    annotations: int = 0
    rules: int = 0
    comparisons: int = 0
    held: int = 0

    @staticmethod
    def total(counts: Iterable[Checked]) -> Checked:
        """The sums; of rules, of which all documents have the same, the greatest number."""
        listed = tuple(counts)
        return Checked(
            documents=sum(count.documents for count in listed),
            annotations=sum(count.annotations for count in listed),
            rules=max((count.rules for count in listed), default=0),
            comparisons=sum(count.comparisons for count in listed),
            held=sum(count.held for count in listed),
        )


@attrs.frozen(kw_only=True)
class Result:
    """The result of a check: what does not hold, what could not be checked and why, and how much was looked at."""

    findings: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    checked: Checked = Checked()

    @property
    def ok(self) -> bool:
        """Whether nothing was found that is worse than information."""
        return self.worst is None or self.worst is Severity.INFO

    @property
    def worst(self) -> Severity | None:
        """The highest severity among the findings."""
        return max((finding.severity for finding in self.findings), key=lambda severity: severity.rank, default=None)

    @staticmethod
    def total(results: Iterable[Result]) -> Result:
        """The results of several documents or files as one."""
        listed = tuple(results)
        if len(listed) == 1:
            return listed[0]
        return Result(
            findings=tuple(finding for result in listed for finding in result.findings),
            skipped=tuple(skipped for result in listed for skipped in result.skipped),
            suppressed=tuple(finding for result in listed for finding in result.suppressed),
            checked=Checked.total(result.checked for result in listed),
        )


@attrs.frozen(kw_only=True)
class Plan:
    """A prepared configuration: its rules, and what they need."""

    configuration: Configuration
    rules: tuple[Rule, ...]
    context: Context

    @functools.cached_property
    def concluding(self) -> tuple[Rule, ...]:
        """The rules that look at the findings of all others."""
        return tuple(rule for rule in self.rules if type(rule).conclude is not Rule.conclude)

    @functools.cached_property
    def asked(self) -> Mapping[tuple[type[Annotation], ...], tuple[Rule, ...]]:
        """The rules that look at one document alone, by the kinds that they look at, so that these are counted once.

        A document alone contradicts no other, so nothing of a rule that compares documents has held yet.
        """
        return by_kinds([rule for rule in self.rules if not isinstance(rule, CorpusRule)])

    @functools.cached_property
    def across(self) -> tuple[CorpusRule, ...]:
        """The rules that compare documents."""
        return tuple(rule for rule in self.rules if isinstance(rule, CorpusRule))

    @functools.cached_property
    def unknown(self) -> tuple[str, ...]:
        """The words of the configuration that only the schema of a document can explain."""
        return self.configuration.unknown()

    @staticmethod
    def of(configuration: Configuration) -> Plan:
        """Raises `UsageError` where the configuration names what does not exist, or leaves no rule to run."""
        settings = configuration.canonical()
        rules = settings.rules()
        declared = any(settings.reports(check.code) for check in settings.declared_checks()) if not rules else True
        if not declared and not settings.unknown():
            raise UsageError(
                "the configuration leaves no rule to run: what it selects is ignored or not in the profile"
            )
        return Plan(
            configuration=settings,
            rules=rules,
            context=Context(policy=settings.value_policy(), options=settings.rule_options()),
        )

    @staticmethod
    def prepared(configuration: Configuration | Plan | None) -> Plan:
        """The plan of a configuration; that of the defaults is made once."""
        if isinstance(configuration, Plan):
            return configuration
        return default_plan() if configuration is None else Plan.of(configuration)


def by_kinds(rules: Iterable[Rule]) -> Mapping[tuple[type[Annotation], ...], tuple[Rule, ...]]:
    """Rules by the kinds that they look at."""
    found: dict[tuple[type[Annotation], ...], tuple[Rule, ...]] = {}
    for rule in rules:
        found[rule.looks_at] = (*found.get(rule.looks_at, ()), rule)
    return FrozenDict(found)


@functools.lru_cache(maxsize=1)
def default_plan() -> Plan:
    """The plan where nothing is configured."""
    return Plan.of(Configuration())


# -- The four steps ----------------------------------------------------------------------------------------------------


def check(document: Document, configuration: Configuration | Plan | None = None) -> Result:
    """Everything that does not hold in a document, sorted by place. Pure: the same document gives the same result.

    Four steps: run the rules; set aside what shifted offsets and broken parts make unsure; set aside what the document
    suppresses; ask the rules that look at the findings of the others. Raises `UsageError` where the configuration names what does not exist.
    `newsfacts.checking.documents.check` is for users; it also takes several documents.
    """
    plan = Plan.prepared(configuration)
    found = run(document, plan)
    found = follow(document, shift(found))
    found = suppress(document, found, plan.configuration)
    found = conclude(document, found, plan)
    return Result(
        findings=tuple(
            sorted(
                found.findings, key=lambda finding: (finding.path or "", finding.code not in FIRST, finding.sort_key)
            )
        ),
        skipped=in_order_of(found.rules, found.skipped),
        suppressed=tuple(found.suppressed),
        checked=found.checked,
    )


@attrs.frozen(kw_only=True)
class _Found:
    """What the steps hand on."""

    rules: Sequence[Rule]
    findings: list[Finding]
    skipped: list[Skipped] = attrs.field(factory=list)
    suppressed: list[Finding] = attrs.field(factory=list)
    suppressions: Suppressions | None = None
    checked: Checked = Checked()


def run(document: Document, plan: Plan) -> _Found:
    """The problems of reading, and what the rules find. No rule looks at a document that could not be read at all."""
    settings = plan.configuration
    found = [finding for finding in document.problems if settings.reports(finding.code)]
    if any(finding.code == UNREADABLE for finding in document.problems):
        return _Found(rules=(), findings=found)
    declared = declared_by(document, settings)
    rules = (*plan.rules, *declared)
    asked = by_kinds([rule for group in (*plan.asked.values(), declared) for rule in group]) if declared else plan.asked
    skipped: list[Skipped] = []
    broken = {finding.code for finding in found}
    english = is_english(document.reading_language)
    comparisons = held = 0
    for kinds, group in asked.items():
        number = sum([len(document.of_kind(kind)) for kind in kinds]) if kinds else 1
        comparisons += number * len(group)
        for rule in group:
            if rule.needs_english and not english:
                skipped += [rule.skip(document, None, NOT_ENGLISH)] if number else []
                continue
            places = {(-1, -1)} if rule.code in broken else set()
            for outcome in rule.check(document, plan.context):
                places.add((outcome.place.start, outcome.place.end) if outcome.place else (-1, -1))
                if isinstance(outcome, Finding):
                    found.append(outcome)
                else:
                    skipped.append(outcome)
            held += number - min(number, len(places))
    checked = Checked(
        documents=1, annotations=len(document.annotations), rules=len(rules), comparisons=comparisons, held=held
    )
    return _Found(rules=rules, findings=found, skipped=skipped, checked=checked)


def declared_by(document: Document, settings: Configuration) -> tuple[Rule, ...]:
    """The rules that the schema of a document declares, of those that the configuration wants."""
    if document.known_kinds is None or not document.known_kinds.checks:
        return ()
    return tuple(rule for rule in declared_rules(document.known_kinds) if settings.reports(rule.code))


def shift(found: _Found) -> _Found:
    """Where all offsets are shifted, the words of a span are not those that were meant: nothing is said about them."""
    if not any(finding.code == SHIFTED for finding in found.findings):
        return found
    kept: list[Finding] = []
    unsure: list[Skipped] = []
    for finding in found.findings:
        if finding.code == SHIFTED or not (finding.spans or finding.code in _FOLLOW_FROM_A_SHIFT):
            kept.append(finding)
        else:
            reason = f"the offsets of the document are shifted ({SHIFTED})"
            unsure.append(Skipped(code=finding.code, rule=finding.rule, reason=reason, place=finding.place))
    return attrs.evolve(found, findings=kept, skipped=found.skipped + unsure)


def follow(document: Document, found: _Found) -> _Found:
    """Where a part of the file is broken, what only follows from it is not a finding of its own."""
    causes = Causes.of(document, found.findings)
    if causes is None:
        return found
    kept, unsure = causes.split(document, found.findings)
    return attrs.evolve(found, findings=kept, skipped=found.skipped + unsure)


def suppress(document: Document, found: _Found, settings: Configuration) -> _Found:
    """Findings with the severities that are configured, those that the document suppresses apart from the others."""
    findings = with_severities(found.findings, settings)
    if not (document.comments or document.ignore):
        return attrs.evolve(found, findings=findings)
    suppressions = Suppressions.of(document)
    split = suppressions.apply(findings)
    return attrs.evolve(found, findings=split.kept, suppressed=split.suppressed, suppressions=suppressions)


def conclude(document: Document, found: _Found, plan: Plan) -> _Found:
    """What follows from the findings, and at last what is wrong with the suppressions, which then are all used."""
    findings, suppressed = list(found.findings), list(found.suppressed)
    for rule in plan.concluding if found.rules else ():
        concluded = with_severities(list(rule.conclude(document, findings)), plan.configuration)
        if concluded and found.suppressions is not None:
            split = found.suppressions.apply(concluded)
            concluded = split.kept
            suppressed += split.suppressed
        findings += concluded
    if found.suppressions is not None:
        wrong = found.suppressions.problems(found.rules)
        findings += with_severities([f for f in wrong if plan.configuration.reports(f.code)], plan.configuration)
    return attrs.evolve(found, findings=findings, suppressed=suppressed)


def in_order_of(rules: Sequence[Rule], skipped: list[Skipped]) -> tuple[Skipped, ...]:
    """What could not be checked, rule by rule."""
    if len(skipped) < 2:
        return tuple(skipped)
    order = {rule.code: number for number, rule in enumerate(rules)}
    return tuple(sorted(skipped, key=lambda skip: order.get(skip.code, len(order))))


def with_severities(findings: list[Finding], settings: Configuration) -> list[Finding]:
    """The findings with the severities that the configuration sets."""
    if not settings.severity and not settings.profile_settings().severity:
        return findings
    return [
        finding if (wanted := settings.severity_of(finding.code)) is None else finding.evolve(severity=wanted)
        for finding in findings
    ]
