"""X05: a tally that falls from one document to the next, without a correction."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.rules.across._counts import count_facts
from newsfacts.rules.across._series import Highest, contradicts, is_corrected, keys_of_tallies_apart, measure_name
from newsfacts.rules.across._wording import title_of
from newsfacts.rules.corpus_rule import Collectors, CorpusRule, Fact, Facts
from newsfacts.rules.rule import Context, Example, Examples
from newsfacts.values.policy import Policy

_HEAD = """---
newsfacts: 1
title: {title}
published: {published}
measures: {{injured: {{label: people injured at Orsk, unit: person, kind: {kind}}}}}
entities: {{police: {{name: Orsk police}}, clinic: {{name: Orsk clinic}}}}
{more}---

"""


def article(title: str, published: str, body: str, *, kind: str = "tally", more: str = "") -> str:
    return _HEAD.format(title=title, published=published, kind=kind, more=more) + body


_EVENING = article("Evening report", "2025-03-11", "[120 people]{.count of=injured as_of=2025-03-11} were injured.")


class FallingTally(CorpusRule):
    """A tally does not fall from one time to a later one, unless a correction says so.

    What it checks:
        For a measure of `kind: tally`, which only grows, no count is lower than one of an earlier time in another
        document, beyond what hedges and rounding allow. A correction note in the later document (`corrections:`, with
        the number that was wrong) makes the fall known, and so the rule is silent. Counts of two different sources
        are not compared. A number without `as_of=` that has been reported before is an older figure repeated (X06),
        not a fall.

    Why:
        Tolls are revised downwards: people were counted twice, or found alive. Then the reader is owed a correction.
        Without one, a number that falls is a slip in one of the two reports.

    Instead:
        Correct the number, or add what was wrong: `corrections: [{date: 2025-03-12, was: 120 people, now: 86 people}]`.

    Fix:
        None: only a person can find out which number is right.
    """

    code = "X05"
    name = "falling-tally"
    severity = Severity.WARNING
    collects: Collectors = (count_facts,)
    VALID: Examples = (
        Example(
            article(
                "Next day", "2025-03-12", "[86 people]{.count of=injured as_of=2025-03-12} were injured.",
                more="corrections: [{date: 2025-03-12, was: 120 people, now: 86 people}]\n",
            ),
            files={"a.facts": _EVENING},
        ),
        Example(
            article("Next day", "2025-03-12", "[About 115 people]{.count of=injured as_of=2025-03-12} were injured."),
            files={"a.facts": _EVENING},
        ),
        Example(
            article("Next day", "2025-03-12", "[86 people]{.count of=injured as_of=2025-03-12} are still in "
                "hospital.", kind="state"),
            files={"a.facts": article("Evening report", "2025-03-11", "[120 people]{.count of=injured "
                "as_of=2025-03-11} are in hospital.", kind="state")},
        ),
    )  # fmt: skip
    INVALID: Examples = (
        Example(
            article("Next day", "2025-03-12", "[86 people]{.count of=injured as_of=2025-03-12} were injured."),
            files={"a.facts": _EVENING},
            at="86 people",
            message="“86 people” is less than “120 people” in “Evening report”, although people injured at Orsk can "
                "only grow",
        ),
        Example(
            article(
                "Next day", "2025-03-12", "[86 people]{.count of=injured as_of=2025-03-12} were injured.",
                more="corrections: [{date: 2025-03-12, was: 12 houses, now: 21 houses}]\n",
            ),
            files={"a.facts": _EVENING},
            at="86 people",
            message="“86 people” is less than “120 people” in “Evening report”, although people injured at Orsk can "
                "only grow",
        ),
    )  # fmt: skip

    def conflicts(self, facts: Facts, context: Context) -> Iterator[Finding]:
        for key in keys_of_tallies_apart(facts, 2):
            yield from self.along(facts, context.policy, key)

    def along(self, facts: Facts, policy: Policy, key: str) -> Iterator[Finding]:
        """Go through the counts of one tally in the order of time."""
        highest = Highest()
        corrected: set[tuple[str, str]] = set()
        reported: set[str] = set()
        counts = facts.where(
            "f.kind = 'count' AND f.key = ? AND f.since IS NOT NULL AND f.until IS NOT NULL",
            key,
            order="f.since, f.until, f.number",
        )
        for fact in counts:
            assert fact.since is not None
            highest.thin_out(fact.since)
            before = highest.before(fact)
            if before is not None and fell(before, fact, policy):
                change = (before.value, fact.value)
                if is_corrected(fact, before):
                    corrected.add(change)
                    highest.forget_above(fact)
                elif not fact.dated and fact.value in reported:
                    continue
                elif change not in corrected:
                    highest.forget_above(fact)
                    yield self.report(facts, fact, before)
            reported.add(fact.value)
            if fact.low is not None:
                highest.add(fact)

    def report(self, facts: Facts, fact: Fact, before: Fact) -> Finding:
        label = measure_name(fact)
        return self.finding_at(
            facts,
            fact,
            f"“{fact.words}” is less than “{before.words}” in {title_of(before)}, although {label} can only grow",
            beside=[(before, f"earlier there were “{before.words}”")],
            help="correct the number, or add a note under corrections: with the number that was wrong",
        )


def fell(before: Fact, after: Fact, policy: Policy) -> bool:
    """Whether a later count is certainly lower."""
    return (
        before.low is not None
        and after.high is not None
        and after.high < before.low
        and contradicts(before, after, policy)
    )
