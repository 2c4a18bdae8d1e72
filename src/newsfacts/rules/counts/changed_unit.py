"""N07: a value in another unit than its words, or in one that its measure cannot have."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document, Measure
from newsfacts.rules.counts._differences import Difference, differing, other_units
from newsfacts.rules.counts_of_note import counts_of_note, unfit_counts
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.values.quantities.quantity import Quantity, QuantityKind


class ChangedUnit(Rule):
    """A value counts the same thing as its words, and what its measure counts.

    What it checks:
        The unit, the currency and the kind (number, percent, points, money) of `value=` are those of the words. A
        count is not of a measure that cannot have it: money of one in people, vehicles of one in people, "times" of one
        in percent. A percentage of a measure in people, which is not a share or a part of a `whole`, is a warning.

    Why:
        Forty times and forty people are not the same fact. A number without its percent sign or its currency is
        compared with numbers that mean something else.

    Instead:
        Write the unit with the value, as in `40 times`, `4.2%` or `USD 3.5e9`, or leave `value=` out; name with
        `of=` the measure that is really counted.

    Fix:
        None: whether the value or the words have the right unit is for a person to see.
    """

    code = "N07"
    name = "changed-unit"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, other_units)
    VALID: Examples = (
        Example('They met [40 times]{.count value="40 times"}.'),
        Example("They met [40 times]{.count value=40}."),
        Example(
            "---\nnewsfacts: 1\nmeasures: {m: {label: meetings, unit: meeting, kind: tally}}\n---\n"
            "They met [40 times]{.count of=m}, and this is their [second]{.count of=m}."
        ),
        Example(
            '---\nnewsfacts: 1\nmeasures: {m: {label: age, unit: year}}\n---\n[17-year-old]{.count of=m value="17 years"}.'
        ),
        Example(
            "---\nnewsfacts: 1\nmeasures: {m: {label: women killed, unit: person, whole: k}, k: {unit: person}}\n---\n"
            "[40 percent]{.count of=m} of [50 dead]{.count of=k}."
        ),
        Example(
            '---\nnewsfacts: 1\nmeasures: {m: {label: dead, unit: person}}\n---\n[11 men]{.count of=m value="11 '
            'people"} died.'
        ),
    )
    INVALID: Examples = (
        Example(
            'They met [40 times]{.count value="40 people"}.',
            at='value="40 people"',
            message="the words “40 times” count times, but the value counts people",
        ),
        Example(
            "[42 percent]{.count value=42} agreed.",
            at="value=42",
            message="the words “42 percent” state percent, but the value states a plain number",
        ),
        Example(
            'It cost [$3.5 billion]{.count value="EUR 3.5e9"}.',
            at='value="EUR 3.5e9"',
            message="the words “$3.5 billion” state an amount in USD, but the value states an amount in EUR",
        ),
        Example(
            "---\nnewsfacts: 1\nmeasures: {m: {label: people killed, unit: person}}\n---\n[$3 million]{.count of=m} "
            "was paid.",
            at="$3 million",
            message="“$3 million” states an amount in USD, but “people killed” is counted in person",
        ),
        Example(
            "---\nnewsfacts: 1\nmeasures: {m: {label: people killed, unit: person}}\n---\n[24 vehicles]{.count of=m} "
            "burned.",
            at="24 vehicles",
            message="“24 vehicles” counts vehicles, but “people killed” is counted in person",
        ),
        Example(
            "---\nnewsfacts: 1\nmeasures: {m: {label: people killed, unit: person}}\n---\n[40 percent]{.count of=m} "
            "were women.",
            at="40 percent",
            message="“40 percent” states percent, but “people killed” is counted in person",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        told = set()
        for count, declared, read in differing(document, Difference.CHANGED_UNIT):
            told.add(id(count))
            if describe(declared) != describe(read):
                said, stored = f"state {describe(read)}", f"states {describe(declared)}"
            elif declared.unit != read.unit:
                said, stored = f"count {read.unit}", f"counts {declared.unit}"
            else:
                said, stored = f"count per {read.per}", f"counts per {declared.per}"
            yield self.finding(
                document,
                count,
                f"the words “{count.text}” {said}, but the value {stored}",
                key="value",
                help=f'write value="{read}", or leave the value out',
            )
        for count, value in document.derived(unfit_counts):
            measure = count.of
            if isinstance(measure, Measure) and id(count) not in told:
                what = f"counts {value.unit}" if value.kind is QuantityKind.NUMBER else f"states {describe(value)}"
                yield self.finding(
                    document,
                    count,
                    f"“{count.text}” {what}, but “{measure.name}” is counted in {measure.unit}",
                    help="name with of= the measure that is counted here, or correct its unit",
                    severity=Severity.WARNING if value.kind is QuantityKind.PERCENT else None,
                )


def describe(quantity: Quantity) -> str:
    """What kind of number it is, in words."""
    if quantity.currency:
        return f"an amount in {quantity.currency}"
    if quantity.kind is QuantityKind.NUMBER:
        return "a plain number"
    if quantity.kind in (QuantityKind.ORDINAL, QuantityKind.SHARE, QuantityKind.FACTOR):
        return f"{'an' if quantity.kind is QuantityKind.ORDINAL else 'a'} {quantity.kind}"
    return str(quantity.kind)
