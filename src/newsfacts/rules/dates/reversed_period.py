"""D07: a period that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.errors import UnreadableKind
from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Time
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.times_of_note import times_of_note, unreadable_times


class ReversedPeriod(Rule):
    """A period begins before it ends.

    What it checks:
        In "from A to B" and "between A and B", B is not before A.

    Why:
        Nothing lasts from 2019 to 2017. One of the two dates is wrong, or they were meant as two dates.

    Instead:
        Correct the date, or annotate the two as two times.

    Fix:
        None: which of the two is wrong is for a person to see.
    """

    code = "D07"
    name = "reversed-period"
    severity = Severity.ERROR
    looks_at: Kinds = (Time,)
    needs: Needs = (times_of_note, unreadable_times)
    VALID: Examples = (
        Example("She led it [from 2017 to 2019]{.time}."),
        Example("---\nnewsfacts: 1\npublished: 2023-04-01\n---\nShe was away [from November to March]{.time}."),
    )
    INVALID: Examples = (
        Example(
            "She led it [from 2019 to 2017]{.time}.",
            at="from 2019 to 2017",
            message="“from 2019 to 2017” ends before it begins",
        ),
        Example(
            "It ran [between 5 May 2023 and 3 April 2023]{.time}.",
            at="between 5 May 2023 and 3 April 2023",
            message="“between 5 May 2023 and 3 April 2023” ends before it begins",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for time, read in document.derived(unreadable_times):
            if read.kind is UnreadableKind.REVERSED:
                yield self.finding(
                    document,
                    time,
                    f"“{time.text}” ends before it begins",
                    help="correct one of the two dates, or annotate them as two times",
                )
