"""Checks one document in four steps: run the rules, shift, suppress, conclude."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.consequences import FIRST, Causes
from newsfacts.checking.plan import Group, Part, Plan, Schedule, sizes_of
from newsfacts.documents import without_collections
from newsfacts.findings import Finding, ReaderCode, Severity, Skipped
from newsfacts.immutable import define, frozen, maker
from newsfacts.model import Document
from newsfacts.rules import Context, Rule, RuleEntry
from newsfacts.rules.entry import as_entry
from newsfacts.values.languages import is_english

if TYPE_CHECKING:  # few documents suppress something
    from newsfacts.checking.suppression import Suppressions

__all__ = ["Checked", "Plan", "Result", "check", "with_severities"]

NOWHERE = (-1, -1)
"""Instead of the place of what has none."""

NOT_ENGLISH = "the words that this rule knows are English"

SHIFTED = ReaderCode.SHIFTED_OFFSETS.value
UNREADABLE = ReaderCode.UNREADABLE_FILE.value
_FOLLOW_FROM_A_SHIFT = frozenset({"A01", "C01", "S08", "T01"})
"""A span beyond the end of the text is lost, and its role with it."""


@frozen(kw_only=True)
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


@frozen(kw_only=True)
class Result:
    """The result of a check: what does not hold, what could not be checked and why, and how much was looked at."""

    findings: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    checked: Checked = Checked()
    document: Document | None = attrs.field(default=None, eq=False, repr=False)
    """The document that was checked, where `newsfacts.check` was given it; the results of files do not keep theirs."""
    parts: tuple[Result, ...] = attrs.field(default=(), eq=False, repr=False)
    """Where `newsfacts.check` was given several documents, the result of each by itself."""

    @property
    def ok(self) -> bool:
        """Whether nothing was found that is worse than information."""
        return self.worst is None or self.worst is Severity.INFO

    @property
    def worst(self) -> Severity | None:
        """The highest severity among the findings."""
        return max((finding.severity for finding in self.findings), key=lambda severity: severity.rank, default=None)

    def _repr_html_(self) -> str:
        """The documents with these findings as a notebook shows them: `newsfacts view`, in a frame."""
        from newsfacts.view.notebook import result_in_notebook

        return result_in_notebook(self)

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


_checked, _result = maker(Checked), maker(Result)


# -- The four steps ----------------------------------------------------------------------------------------------------


def check(document: Document, configuration: Configuration | Plan | None = None) -> Result:
    """Everything that does not hold in a document, sorted by place. Pure: the same document gives the same result.

    Four steps: run the rules; set aside what shifted offsets and broken parts make unsure; set aside what the document
    suppresses; ask the rules that look at the findings of the others. Raises `UsageError` where the configuration names what does not exist.
    `newsfacts.checking.documents.check` is for users; it also takes several documents.
    """
    plan = Plan.prepared(configuration)
    with without_collections(len(document.text)):
        found = run(document, plan)
    if found.findings:  # most documents have none
        found = follow(document, shift(found))
    found = suppress(document, found, plan.configuration)
    found = conclude(document, found, plan)
    return _result(
        findings=in_order(found.findings),
        skipped=in_order_of(found.entries, found.skipped),
        suppressed=tuple(found.suppressed),
        checked=found.checked,
    )


@frozen(kw_only=True)
class _Found:
    """What the steps hand on."""

    entries: Sequence[RuleEntry]
    findings: list[Finding]
    skipped: list[Skipped] = attrs.field(factory=list)
    suppressed: list[Finding] = attrs.field(factory=list)
    suppressions: Suppressions | None = None
    checked: Checked = Checked()


_found = maker(_Found)


def run(document: Document, plan: Plan) -> _Found:
    """The problems of reading, and what the rules find. No rule looks at a document that could not be read at all."""
    settings = plan.configuration
    found = [finding for finding in document.problems if settings.reports(finding.code)]
    if any(finding.code == UNREADABLE for finding in document.problems):
        return _Found(entries=(), findings=found)
    declared = declared_by(document, settings)
    schedule = plan.schedule(document, declared)
    ran = Run(document, plan.context, schedule, frozenset([finding.code for finding in found]))
    ran.ask(schedule.part)
    if schedule.needing_english and is_english(document.reading_language):
        ran.ask(schedule.english)
    else:
        ran.skip(schedule.needing_english)
    comparisons = schedule.comparisons(document)
    entries = (*plan.entries, *declared) if declared else plan.entries
    checked = _checked(
        documents=1,
        annotations=len(document.annotations),
        rules=len(entries),
        comparisons=comparisons,
        held=comparisons - ran.not_held(),
    )
    return _found(entries=entries, findings=found + ran.findings, skipped=ran.skipped, checked=checked)


@define
class Run:
    """The rules that ran on a document so far, and what they found."""

    document: Document
    context: Context
    schedule: Schedule
    broken: frozenset[str]
    """The codes of the problems of reading."""
    findings: list[Finding] = attrs.field(factory=list)
    skipped: list[Skipped] = attrs.field(factory=list)
    places: dict[str, set[tuple[int, int]]] = attrs.field(factory=dict)
    """Where each rule that said something has said it, by code."""
    passed_over: int = 0
    """How many comparisons were not made because the words are not English."""

    def ask(self, part: Part) -> None:
        """Run the rules of a part, and those within it whose needs the document has."""
        document, context = self.document, self.context
        for rule in part.rules:
            outcomes = [*rule.check(document, context)]
            if outcomes:
                self.take(rule, outcomes)
        for inner in document.finding_something(part.inner):
            self.ask(inner)

    def take(self, rule: Rule, outcomes: Sequence[Finding | Skipped]) -> None:
        """Add what a rule says about some of the annotations that it looked at."""
        places = self.places.setdefault(rule.code, set())
        for outcome in outcomes:
            places.add((outcome.place.start, outcome.place.end) if outcome.place else NOWHERE)
            if isinstance(outcome, Finding):
                self.findings.append(outcome)
            else:
                self.skipped.append(outcome)

    def skip(self, groups: Iterable[Group]) -> None:
        """Report that the rules of these groups cannot be run, since the words are not English."""
        sizes = sizes_of(self.document)
        for group in groups:
            self.skipped += [skip_of(entry, NOT_ENGLISH) for entry in group.entries]
            self.passed_over += group.number(sizes) * len(group.entries)

    def not_held(self) -> int:
        """How many comparisons have not held: at most one for each place, and for a rule of readers one for all its problems."""
        places = self.places
        for code in self.broken:
            places.setdefault(code, set()).add(NOWHERE)
        return self.passed_over + sum(
            [min(self.schedule.number(self.document, code), len(where)) for code, where in places.items()]
        )


def skip_of(entry: RuleEntry, reason: str) -> Skipped:
    """That a rule could not be run on a document at all."""
    return Skipped(code=entry.code, rule=entry.name, reason=reason, place=None)


def declared_by(document: Document, settings: Configuration) -> tuple[RuleEntry, ...]:
    """The rules that the schema of a document declares, of those that the configuration wants."""
    if document.known_kinds is None or not document.known_kinds.checks:
        return ()
    from newsfacts.rules.declared import declared_rules

    return tuple(as_entry(rule) for rule in declared_rules(document.known_kinds) if settings.reports(rule.code))


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
        return found if findings is found.findings else attrs.evolve(found, findings=findings)
    from newsfacts.checking.suppression import Suppressions

    suppressions = Suppressions.of(document)
    split = suppressions.apply(findings)
    return attrs.evolve(found, findings=split.kept, suppressed=split.suppressed, suppressions=suppressions)


def conclude(document: Document, found: _Found, plan: Plan) -> _Found:
    """What follows from the findings, and at last what is wrong with the suppressions, which then are all used."""
    concluding = [entry for entry in plan.concluding if found.entries and document.has_all(entry.needs)]
    if found.suppressions is None and not concluding:  # most documents have nothing to conclude
        return found
    findings, suppressed = list(found.findings), list(found.suppressed)
    for entry in concluding:
        concluded = with_severities(list(entry.rule.conclude(document, findings)), plan.configuration)
        if concluded and found.suppressions is not None:
            split = found.suppressions.apply(concluded)
            concluded = split.kept
            suppressed += split.suppressed
        findings += concluded
    if found.suppressions is not None:
        wrong = found.suppressions.problems(found.entries)
        findings += with_severities([f for f in wrong if plan.configuration.reports(f.code)], plan.configuration)
    return attrs.evolve(found, findings=findings, suppressed=suppressed)


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """The findings by file and place, what is wrong with a file as a whole before everything else in it."""
    if len(findings) < 2:
        return tuple(findings)
    return tuple(
        sorted(findings, key=lambda finding: (finding.path or "", finding.code not in FIRST, finding.sort_key))
    )


def in_order_of(entries: Sequence[RuleEntry], skipped: list[Skipped]) -> tuple[Skipped, ...]:
    """What could not be checked, rule by rule."""
    if len(skipped) < 2:
        return tuple(skipped)
    order = {entry.code: number for number, entry in enumerate(entries)}
    return tuple(sorted(skipped, key=lambda skip: order.get(skip.code, len(order))))


def with_severities(findings: list[Finding], settings: Configuration) -> list[Finding]:
    """The findings with the severities that the configuration sets."""
    if not findings or not (settings.severity or settings.profile_settings().severity):
        return findings
    return [
        finding if (wanted := settings.severity_of(finding.code)) is None else finding.evolve(severity=wanted)
        for finding in findings
    ]
