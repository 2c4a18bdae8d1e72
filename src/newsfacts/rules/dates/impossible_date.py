"""D01: a day or a clock time that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.errors import UnreadableKind
from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Time
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.times_of_note import times_of_note, unreadable_times


class ImpossibleDate(Rule):
    """Every date is in the calendar.

    What it checks:
        The words of a time do not name a day that its month does not have, the 29 February of a common year, a
        thirteenth month or a clock time such as 25:61.

    Why:
        A day that does not exist is a slip of the pen: the month or the day is another one. A lenient reader of dates
        moves on to the next month and hides it.

    Instead:
        Look the date up.

    Fix:
        None: which day is meant is for a person to see.
    """

    code = "D01"
    name = "impossible-date"
    severity = Severity.ERROR
    looks_at: Kinds = (Time,)
    needs: Needs = (times_of_note, unreadable_times)
    VALID: Examples = (
        Example("They met on [30 November 2024]{.time}."),
        Example("They met on [29 February 2024]{.time}."),
    )
    INVALID: Examples = (
        Example(
            "They met on [31 November 2024]{.time}.",
            at="31 November 2024",
            message="“31 November 2024” does not exist: that month has no day 31",
        ),
        Example(
            "They met on [Feb. 29, 2023]{.time}.",
            at="Feb. 29, 2023",
            message="“Feb. 29, 2023” does not exist: 2023 has no 29 February",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for time, read in document.derived(unreadable_times):
            if read.kind is UnreadableKind.IMPOSSIBLE:
                yield self.finding(
                    document,
                    time,
                    f"“{time.text}” does not exist: {read.reason}",
                    help="look the date up; one of its parts is wrong",
                )
