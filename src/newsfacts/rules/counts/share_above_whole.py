"""N12: a share that is larger than its whole."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document, Measure
from newsfacts.rules.counts._changes import direction_of
from newsfacts.rules.counts_of_note import counts_of_note, counts_of_shares
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.values.quantities.prose import say
from newsfacts.values.quantities.quantity import QuantityKind

_WHOLES = {QuantityKind.PERCENT: Fraction(100), QuantityKind.SHARE: Fraction(1)}


class ShareAboveWhole(Rule):
    """A share of a whole is not more than the whole.

    What it checks:
        A count of a measure of the kind share is at most 100 percent. Growth, ratios and measures of any other kind
        may be more: "up 130 percent" and "rose 130 percent" are changes, and not shares.

    Why:
        130 percent of the voters cannot have voted. Either the number is wrong, or it is a share of something else.

    Instead:
        Correct the number, or name the measure that it is a value of: a growth rate has the kind rate.

    Fix:
        None: which number is meant is for a person to see.
    """

    code = "N12"
    name = "share-above-whole"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, counts_of_shares)
    VALID: Examples = (
        Example(
            '---\nnewsfacts: 1\nmeasures: {m: {label: growth of exports, unit: "%", kind: rate}}\n---\n'
            "Exports grew by [130 percent]{.count of=m}."
        ),
        Example(
            '---\nnewsfacts: 1\nmeasures: {m: {label: share of exports, unit: "%", kind: share}}\n---\n'
            "The share is [up 130 percent]{.count of=m} on the year."
        ),
        Example("The tariff is [145 percent]{.count}."),
    )
    INVALID: Examples = (
        Example(
            '---\nnewsfacts: 1\nmeasures: {m: {label: turnout, unit: "%", kind: share}}\n---\n'
            "[130 percent]{.count of=m} of the voters took part.",
            at="130 percent",
            message="“130 percent” says 130 percent, but “turnout” is a share of a whole and at most 100 percent",
        ),
        Example(
            '---\nnewsfacts: 1\nmeasures: {m: {label: turnout, unit: "%", kind: share}}\n---\n'
            "Turnout was [between 98 and 102 percent]{.count of=m}.",
            at="between 98 and 102 percent",
            message="“between 98 and 102 percent” says 98 to 102 percent, but “turnout” is a share of a whole and at "
            "most 100 percent",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for count, value in document.derived(counts_of_shares):
            measure, whole = count.of, _WHOLES.get(value.kind)
            if whole is None or not isinstance(measure, Measure):
                continue
            most = value.high if value.high is not None else value.low
            if most is not None and most > whole and direction_of(document, count, value) is None:
                yield self.finding(
                    document,
                    count,
                    f"“{count.text}” says {say(value)}, but “{measure.name}” is a share of a whole and at "
                    f"most 100 percent",
                    help="correct the number, or give the measure the kind rate if it is not a share",
                )
