"""N11: less than nothing."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document, Measure, MeasureKind
from newsfacts.rules.counts_of_note import counts_of_note, negative_counts
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.values.quantities.prose import say
from newsfacts.values.quantities.quantity import QuantityKind


class NegativeCount(Rule):
    """What cannot be below zero is not below zero.

    What it checks:
        A count of a measure is not negative where the measure is a tally or a share or has `integer: yes`, unless it
        has `negative: yes`. An ordinal is at least the first.

    Why:
        There are no -3 arrests. A minus there is a dash of the text, a difference, or a slip.

    Instead:
        Leave a dash out of the span. Give differences a measure of their own with `negative: yes`.

    Fix:
        None: which number is meant is for a person to see.
    """

    code = "N11"
    name = "negative-count"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, negative_counts)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nmeasures: {m: {label: arrests, unit: arrest, kind: tally}}\n---\n[No arrests]{.count "
            "of=m} were made."
        ),
        Example(
            "---\nnewsfacts: 1\nmeasures: {m: {label: change in seats, unit: seat, integer: yes, negative: yes}}\n---\n"
            "The party stands at [-3 seats]{.count of=m}."
        ),
        Example("It was [-3 degrees]{.count} at night."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nmeasures: {m: {label: arrests, unit: arrest, kind: tally}}\n---\nPolice made [-3 "
            "arrests]{.count of=m}.",
            at="-3 arrests",
            message="“-3 arrests” says -3, but “arrests” cannot be below zero",
        ),
        Example(
            '---\nnewsfacts: 1\nmeasures: {m: {label: turnout, unit: "%", kind: share}}\n---\nTurnout was [-42 '
            "percent]{.count of=m}.",
            at="-42 percent",
            message="“-42 percent” says -42 percent, but “turnout” cannot be below zero",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for count, value in document.derived(negative_counts):
            measure = count.of
            if not isinstance(measure, Measure) or measure.negative:
                continue
            bounded = measure.integer or measure.kind in (MeasureKind.TALLY, MeasureKind.SHARE)
            if bounded and value.kind is not QuantityKind.POINTS:
                yield self.finding(
                    document,
                    count,
                    f"“{count.text}” says {say(value)}, but “{measure.name}” cannot be below zero",
                    help="correct the number, or give the measure negative: yes",
                )
