"""Checks one document: choose the rules, run them, set aside what is suppressed, sort."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.suppression import Suppressions
from newsfacts.errors import UsageError
from newsfacts.findings import Finding, ReaderCode, Severity, Skipped
from newsfacts.immutable import FrozenDict
from newsfacts.model import Annotation, Document
from newsfacts.rules import Context, Rule
from newsfacts.rules.corpus_rule import CorpusRule
from newsfacts.rules.declared import declared_rules
from newsfacts.values.languages import is_english

__all__ = ["Checked", "Result", "check"]

NOT_ENGLISH = "the words that this rule knows are English"

SHIFTED = ReaderCode.SHIFTED_OFFSETS.value
_FOLLOW_FROM_A_SHIFT = frozenset({"A01", "C01", "S08", "T01"})
"""A span beyond the end of the text is lost, and takes its part along."""


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

    def __add__(self, other: Checked) -> Checked:
        return Checked(
            documents=self.documents + other.documents,
            annotations=self.annotations + other.annotations,
            rules=max(self.rules, other.rules),
            comparisons=self.comparisons + other.comparisons,
            held=self.held + other.held,
        )


@attrs.frozen(kw_only=True)
class Result:
    """What a check says: what does not hold, what could not be checked and why, and how much was looked at."""

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

    def __add__(self, other: Result) -> Result:
        return Result(
            findings=self.findings + other.findings,
            skipped=self.skipped + other.skipped,
            suppressed=self.suppressed + other.suppressed,
            checked=self.checked + other.checked,
        )


@attrs.frozen(kw_only=True)
class Plan:
    """A configuration made ready to run: its rules, and what they need."""

    configuration: Configuration
    rules: tuple[Rule, ...]
    context: Context

    @functools.cached_property
    def concluding(self) -> tuple[Rule, ...]:
        """The rules that have a say when all others have had theirs."""
        return tuple(rule for rule in self.rules if type(rule).conclude is not Rule.conclude)

    @functools.cached_property
    def asked(self) -> Mapping[tuple[type[Annotation], ...], tuple[Rule, ...]]:
        """The rules that look at one document alone, by the kinds that they look at, so that these are counted once.

        A document alone contradicts no other, so nothing of a rule that compares documents has held yet.
        """
        return by_kinds([rule for rule in self.rules if not isinstance(rule, CorpusRule)])

    @staticmethod
    def of(configuration: Configuration) -> Plan:
        """Raises `UsageError` where the configuration names what does not exist."""
        return Plan(
            configuration=configuration,
            rules=configuration.rules(),
            context=Context(policy=configuration.value_policy(), options=configuration.rule_options()),
        )


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


def check(document: Document, configuration: Configuration | Plan | None = None) -> Result:
    """Everything that does not hold in a document, sorted by place. Pure: the same document gives the same result."""
    if not isinstance(document, Document):
        raise UsageError(f"check takes a document, not {document!r}; read it first: check(newsfacts.load(path))")
    if configuration is None:
        plan = default_plan()
    elif isinstance(configuration, Plan):
        plan = configuration
    else:
        plan = Plan.of(configuration)
    settings = plan.configuration
    found: list[Finding] = [finding for finding in document.problems if settings.reports(finding.code)]
    skipped: list[Skipped] = []
    broken = {finding.code for finding in found}
    comparisons = held = 0
    rules = plan.rules
    asked = plan.asked
    english = is_english(document.reading_language)
    if document.known_kinds is not None:
        declared = [rule for rule in declared_rules(document.known_kinds) if settings.reports(rule.code)]
        rules += tuple(declared)
        asked = by_kinds([rule for group in (*asked.values(), declared) for rule in group])
    for kinds, group in asked.items():
        number = sum([len(document.of_kind(kind)) for kind in kinds]) if kinds else 1
        comparisons += number * len(group)
        held += number * len(group)
        for rule in group:
            if rule.needs_english and not english:
                held -= number
                skipped += [rule.skip(document, None, NOT_ENGLISH)] if number else []
                continue
            places = {(-1, -1)} if broken and rule.code in broken else set()
            for outcome in rule.check(document, plan.context):
                places.add((outcome.place.start, outcome.place.end) if outcome.place else (-1, -1))
                if isinstance(outcome, Finding):
                    found.append(outcome)
                else:
                    skipped.append(outcome)
            if places:
                held -= min(number, len(places))
    if any(finding.code == SHIFTED for finding in found):
        found, unsure = without_shifted(found)
        skipped += unsure
    findings = with_severities(found, settings)
    suppressed: list[Finding] = []
    suppressions = Suppressions(document) if document.comments or document.ignore else None
    if suppressions is not None:
        findings, suppressed = suppressions.apply(findings)
    for rule in plan.concluding:
        concluded = with_severities(list(rule.conclude(document, findings)), settings)
        kept, aside = suppressions.apply(concluded) if suppressions is not None and concluded else (concluded, [])
        findings += kept
        suppressed += aside
    if suppressions is not None:
        findings += [f for f in suppressions.problems(rules) if settings.reports(f.code)]
    return Result(
        findings=tuple(sorted(findings, key=lambda finding: finding.sort_key)),
        skipped=in_order_of(rules, skipped),
        suppressed=tuple(suppressed),
        checked=Checked(
            documents=1,
            annotations=len(document.annotations),
            rules=len(rules),
            comparisons=comparisons,
            held=held,
        ),
    )


def in_order_of(rules: Sequence[Rule], skipped: list[Skipped]) -> tuple[Skipped, ...]:
    """What could not be checked, rule by rule."""
    if len(skipped) > 1:
        order = {rule.code: number for number, rule in enumerate(rules)}
        skipped.sort(key=lambda skip: order.get(skip.code, len(order)))
    return tuple(skipped)


def without_shifted(found: list[Finding]) -> tuple[list[Finding], list[Skipped]]:
    """What can be said where all offsets are shifted, and what cannot: the words of a span are not those that were meant."""
    kept: list[Finding] = []
    unsure: list[Skipped] = []
    for finding in found:
        if finding.code == SHIFTED or not (finding.spans or finding.code in _FOLLOW_FROM_A_SHIFT):
            kept.append(finding)
        else:
            reason = f"the offsets of the document are shifted ({SHIFTED})"
            unsure.append(Skipped(code=finding.code, rule=finding.rule, reason=reason, place=finding.place))
    return kept, unsure


def with_severities(findings: list[Finding], settings: Configuration) -> list[Finding]:
    """The findings with the severities that the configuration sets."""
    if not settings.severity and not settings.profile_settings().severity:
        return findings
    return [
        finding if (wanted := settings.severity_of(finding.code)) is None else finding.evolve(severity=wanted)
        for finding in findings
    ]
