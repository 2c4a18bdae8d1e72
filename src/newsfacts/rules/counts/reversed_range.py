"""N04: a range whose first end is above its second."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.errors import UnreadableKind
from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document
from newsfacts.rules.counts_of_note import counts_of_note, unreadable_counts
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule


class ReversedRange(Rule):
    """The lower end of a range comes first.

    What it checks:
        In "between A and B", A is not above B.

    Why:
        No number lies between 50 and 40 as written, so one of the two is likely to be a slip: two digits exchanged,
        or a magnitude ("between 900 and 1.2 million").

    Instead:
        Where the text is right, annotate the two numbers apart: "from 50 to 40" is a fall, with two levels.

    Fix:
        None: which of the two ends is wrong is for a person to see.
    """

    code = "N04"
    name = "reversed-range"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, unreadable_counts)
    VALID: Examples = (
        Example("[Between 40 and 50 people]{.count} came."),
        Example("The number fell from [50]{.count} to [40]{.count}."),
    )
    INVALID: Examples = (
        Example(
            "[Between 50 and 40 people]{.count} came.",
            at="Between 50 and 40 people",
            message="the range “Between 50 and 40 people” runs downward, so no number lies in it",
        ),
        Example(
            "It will cost [between $900 million and $1.2 million]{.count}.",
            at="between $900 million and $1.2 million",
            message="the range “between $900 million and $1.2 million” runs downward, so no number lies in it",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for count, read in document.derived(unreadable_counts):
            if read.kind is UnreadableKind.REVERSED:
                yield self.finding(
                    document,
                    count,
                    f"the range “{count.text}” runs downward, so no number lies in it",
                    help="see which of the two numbers is wrong, or annotate them as two counts",
                )
