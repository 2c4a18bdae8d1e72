"""N05: a range of which the value keeps only one number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from newsfacts.findings import Applicability, Finding, Severity
from newsfacts.model import Count, Document
from newsfacts.rules.counts._departures import departure
from newsfacts.rules.counts._differences import Difference, differing
from newsfacts.rules.counts_of_note import counts_of_note, declared_counts
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.values.quantities.prose import say


class CollapsedRange(Rule):
    """A range stays a range.

    What it checks:
        Where the words of a count give two ends, their `value=` is not one number between them.

    Why:
        A midpoint is a number that no one has said. "18 to 25 percent" does not say 21.5, and two honest reports
        then seem to differ.

    Instead:
        Write both ends, as in `18..25%`, or leave `value=` out.

    Fix:
        Unsafe: it writes both ends, which changes what the annotation states.
    """

    code = "N05"
    name = "collapsed-range"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, declared_counts)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example("[18 to 25 percent]{.count value=18..25%} agreed."),
        Example("[18 to 25 percent]{.count} agreed."),
    )
    INVALID: Examples = (
        Example(
            "[18 to 25 percent]{.count value=21.5%} agreed.",
            at="value=21.5%",
            message="the words “18 to 25 percent” give a range, but the value is only its midpoint, 21.5 percent",
            fixed='[18 to 25 percent]{.count value="18..25%"} agreed.',
        ),
        Example(
            "[Between 40 and 50 people]{.count value=50} came.",
            at="value=50",
            message="the words “Between 40 and 50 people” give a range, but the value is only 50",
            fixed='[Between 40 and 50 people]{.count value="40..50 people"} came.',
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for count, declared, read in differing(document, Difference.COLLAPSED_RANGE):
            assert read.low is not None  # a range has both ends
            assert read.high is not None
            middle = "its midpoint, " if declared.stated == Fraction(read.low + read.high, 2) else ""
            message = f"the words “{count.text}” give a range, but the value is only {middle}{say(declared)}"
            yield departure(self, document, count, read, message)
