"""N10: a fraction of what comes only whole."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document, Measure
from newsfacts.rules.counts_of_note import counts_of_note, fractional_counts
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.values.quantities.prose import say
from newsfacts.values.quantities.quantity import QuantityKind


class FractionalCount(Rule):
    """What can only be counted in whole numbers is counted in whole numbers.

    What it checks:
        A count of a measure that has `integer: yes` is a whole number.

    Why:
        Half a meeting does not happen. A fraction there is an average, a lost magnitude ("1.2" for 1.2 million) or
        a count that was given to the wrong measure.

    Instead:
        Give averages and shares a measure of their own, without `integer`; write the magnitude with the number.

    Fix:
        None: which number is meant is for a person to see.
    """

    code = "N10"
    name = "fractional-count"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, fractional_counts)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nmeasures: {m: {label: residents, unit: person, integer: yes}}\n---\n"
            "The city has [1.2 million people]{.count of=m}."
        ),
        Example(
            "---\nnewsfacts: 1\nmeasures: {m: {label: children per household, unit: child}}\n---\n"
            "A household has [2.5 children]{.count of=m} on average."
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nmeasures: {m: {label: meetings, unit: meeting, integer: yes}}\n---\n"
            "They held [2.5 meetings]{.count of=m}.",
            at="2.5 meetings",
            message="“2.5 meetings” says 2.5, but “meetings” has only whole numbers",
        ),
        Example(
            "---\nnewsfacts: 1\nmeasures: {m: {label: dead, unit: person, integer: yes}}\n---\n"
            "[The toll]{.count of=m value=1.2} rose.",
            at="The toll",
            message="“The toll” says 1.2, but “dead” has only whole numbers",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for count, value in document.derived(fractional_counts):
            measure = count.of
            if isinstance(measure, Measure) and value.kind is QuantityKind.NUMBER and not value.per:
                yield self.finding(
                    document,
                    count,
                    f"“{count.text}” says {say(value)}, but “{measure.name}” has only whole numbers",
                    help="correct the number, or name with of= a measure that has fractions",
                )
