"""X04: counts of one measure, as of the same time, that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.rules.across._counts import count_facts
from newsfacts.rules.across._series import contradicts, keys_of_values_apart, measure_name, same_text
from newsfacts.rules.across._wording import title_of
from newsfacts.rules.corpus_rule import Collectors, CorpusRule, Fact, Facts
from newsfacts.rules.rule import Context, Example, Examples
from newsfacts.values.policy import Policy
from newsfacts.values.times.calendar import DAY_SECONDS

MAX_VALUES = 200
"""How many different values of one measure at one time are compared with each other."""

_HEAD = """---
newsfacts: 1
title: {title}
published: {published}
measures: {{killed: {{label: people killed in the flood at Orsk, unit: person, kind: {kind}}}}}
entities: {{police: {{name: Orsk police}}, ministry: {{name: Interior Ministry}}}}
---

"""


def article(title: str, body: str, *, published: str = "2025-10-11", kind: str = "state") -> str:
    return _HEAD.format(title=title, published=published, kind=kind) + body


_SEVENTEEN = article("Flood hits Orsk", "The flood has killed [17 people]{.count of=killed as_of=2025-10-11}.")


class ContradictoryCounts(CorpusRule):
    """Counts of one measure, as of the same time, agree between documents.

    What it checks:
        Two documents give the same measure (same id and definition, same scope) for the same time, `as_of=` or else
        the day of publication, and some number fits both. Hedges and rounding are taken as the policy takes them.
        Counts that two different sources give, that a document denies, foretells, rebuts or rates, and those of two
        versions of one article (same `url`) are not compared. A tally without `as_of=`, and one as of a whole day,
        may grow between two moments of publication.

    Why:
        An outlet that prints 17 dead in one report and 23 in another, both for the same evening, is wrong in one of
        them, and no single article shows it.

    Instead:
        Find out which is right. Where both are, say what differs: another time with `as_of=`, another place with
        `scope=`, another source by an attribution.

    Fix:
        None: only a person can find out which number is right.
    """

    code = "X04"
    name = "contradictory-counts"
    severity = Severity.ERROR
    collects: Collectors = (count_facts,)
    VALID: Examples = (
        Example(_SEVENTEEN, files={"b.facts": article("Orsk counts its dead", "[At least 12 people]{.count of=killed "
            "as_of=2025-10-11} died.")}),
        Example(
            article("A", "[[The police]{.source ref=police} [said]{.cue} [[17]{.count of=killed as_of=2025-10-11} "
                "died]{.claim}]{.attribution}."),
            files={"b.facts": article("B", "[[The ministry]{.source ref=ministry} [said]{.cue} [[23]{.count "
                "of=killed as_of=2025-10-11} died]{.claim}]{.attribution}.")},
        ),
        Example(
            article("Noon", "[17 people]{.count of=killed as_of=2025-10-11} "
                "died.", published="2025-10-11T12:00", kind="tally"),
            files={"b.facts": article("Night", "[23 people]{.count of=killed as_of=2025-10-11} "
                "died.", published="2025-10-11T23:00", kind="tally")},
        ),
    )  # fmt: skip
    INVALID: Examples = (
        Example(
            _SEVENTEEN,
            files={"a.facts": article("Flood of Orsk", "The water killed [23 people]{.count of=killed "
                "as_of=2025-10-11}.")},
            at="17 people",
            message="“17 people” contradicts “23 people” in “Flood of Orsk”: both count people killed in the flood "
                "at Orsk, as of the same time",
        ),
        Example(
            article("Toll", "The mayor counted [about 40 dead]{.count of=killed}."),
            files={"a.facts": article("Orsk", "There are [90 dead]{.count of=killed}.")},
            at="about 40 dead",
            message="“about 40 dead” contradicts “90 dead” in “Orsk”: both count people killed in the flood at Orsk, "
                "as of the same time",
        ),
    )  # fmt: skip

    def conflicts(self, facts: Facts, context: Context) -> Iterator[Finding]:
        for key in keys_of_values_apart(facts):
            times = facts.select(
                "SELECT since, until, dated FROM facts WHERE kind = 'count' AND key = ? AND since IS NOT NULL"
                " GROUP BY since, until, dated HAVING max(low) > min(high) AND min(document) < max(document)",
                key,
            )
            for since, until, dated in times:
                yield from self.within(facts, context.policy, (key, since, until, dated))

    def within(self, facts: Facts, policy: Policy, group: tuple[object, ...]) -> Iterator[Finding]:
        """Compare the different values of one measure at one time, the most frequent first."""
        values = facts.select(
            "SELECT value, by, count(DISTINCT document), min(number) FROM facts WHERE kind = 'count'"
            " AND key = ? AND since IS ? AND until IS ? AND dated = ? GROUP BY value, by"
            f" ORDER BY count(DISTINCT document) DESC, min(number) LIMIT {MAX_VALUES}",
            *group,
        )
        standing: list[Fact] = []
        for _, _, _, number in values:
            for fact in facts.where("f.number = ?", number):
                other = next((known for known in standing if self.clash(known, fact, policy)), None)
                if other is None:
                    standing.append(fact)
                else:
                    yield self.report(facts, fact, other)

    def clash(self, one: Fact, other: Fact, policy: Policy) -> bool:
        """Whether two counts speak of the same thing and cannot both be true."""
        if same_text(one, other) or not one.same_voice(other) or not contradicts(one, other, policy):
            return False
        return not (one.note == "tally" and may_have_grown(one, other))

    def report(self, facts: Facts, fact: Fact, other: Fact) -> Finding:
        label = measure_name(fact)
        return self.finding_at(
            facts,
            fact,
            f"“{fact.words}” contradicts “{other.words}” in {title_of(other)}: both count {label}, as of the same time",
            beside=[(other, f"“{other.words}” here")],
            help="correct the wrong one, or say with as_of=, scope= or an attribution what differs",
        )


def may_have_grown(one: Fact, other: Fact) -> bool:
    """Whether a tally may have grown from one to the other: within the day that both name, the later has more."""
    if one.dated and one.since is not None and one.until is not None and one.until - one.since < DAY_SECONDS:
        return False
    earlier, later = sorted((one, other), key=lambda fact: fact.document.published or 0)
    if not one.dated and not (earlier.document.moment and later.document.moment):
        return True
    in_order = (
        earlier.document.moment and later.document.moment and earlier.document.published != later.document.published
    )
    return in_order and (earlier.low or 0) <= (later.low or 0)
