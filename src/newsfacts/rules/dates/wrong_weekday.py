"""D02: a date with the weekday of another."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Time
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.times_of_note import times_of_note, weekday_times
from newsfacts.statements import day_of
from newsfacts.values.comparison import Agreement
from newsfacts.values.times.calendar import DAY_SECONDS, WEEKDAY_NAMES
from newsfacts.values.times.checks import check_weekday
from newsfacts.values.times.prose import say_day, say_time
from newsfacts.values.times.times import TimeInterval


class WrongWeekday(Rule):
    """A date falls on the weekday that is given with it.

    What it checks:
        Where the words of a time name both a weekday and a day of a month, or a weekday has a day as its `value=`, the
        calendar agrees. A date that has the weekday in the year before or after publication is left alone if the words
        give no year.

    Why:
        A weekday is a check digit: writers know it, and get the number of the day or the year wrong. A mismatch is an
        error of one of the two, without exception.

    Instead:
        Correct the day, the month or the weekday; the nearest date that fits is given.

    Fix:
        None: which of the parts is wrong is for a person to see.
    """

    code = "D02"
    name = "wrong-weekday"
    severity = Severity.ERROR
    looks_at: Kinds = (Time,)
    needs: Needs = (times_of_note, weekday_times)
    VALID: Examples = (
        Example("They voted on [Tuesday, Nov. 8, 2016]{.time}."),
        Example("---\nnewsfacts: 1\npublished: 2024-07-04\n---\nThey meet on [Thursday]{.time}."),
    )
    INVALID: Examples = (
        Example(
            "They voted on [Tuesday, Nov. 9, 2016]{.time}.",
            at="Tuesday, Nov. 9, 2016",
            message="“Tuesday, Nov. 9, 2016” names a Tuesday, but 9 November 2016 is a Wednesday",
        ),
        Example(
            "---\nnewsfacts: 1\npublished: 2024-07-04\n---\nThey meet on [Thursday]{.time value=2024-07-05}.",
            at="Thursday",
            message="“Thursday” names a Thursday, but 5 July 2024 is a Friday",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for time, read in document.derived(weekday_times):
            value = time.value
            if not isinstance(value, TimeInterval) or read.weekday is None:
                continue
            if value.lower is not None and value.lower // DAY_SECONDS % 7 == read.weekday:
                continue
            found = check_weekday(value, read.weekday)
            if found.agreement is not Agreement.CONTRADICTION or found.falls_on is None or value.lower is None:
                continue
            nearest = (
                f"the nearest {WEEKDAY_NAMES[read.weekday]} is {say_time(day_of(found.nearest))}"
                if found.nearest
                else ""
            )
            year = f"; in {found.year} the same date is one" if found.year else ""
            yield self.finding(
                document,
                time,
                f"“{time.text}” names a {WEEKDAY_NAMES[read.weekday]}, but {say_day(value.lower // DAY_SECONDS)} is a "
                f"{WEEKDAY_NAMES[found.falls_on]}",
                help=f"correct the weekday or the date: {nearest}{year}",
            )
