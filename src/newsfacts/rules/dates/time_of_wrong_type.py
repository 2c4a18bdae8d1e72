"""D08: a date for a duration, or a duration for a date."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Time
from newsfacts.rules.dates._readings import say
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.times_of_note import declared_times, times_of_note
from newsfacts.statements import day_of
from newsfacts.values.comparison import Agreement
from newsfacts.values.times.checks import check_duration
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet


class TimeOfWrongType(Rule):
    """A date has a date as its value, a duration a length, and a recurring time a recurrence.

    What it checks:
        `value=` of a time is of the type of its words. A duration may have a period as its value, if that is about as
        long, or if it begins or ends at about that distance from publication.

    Why:
        TimeML keeps DATE, DURATION and SET apart: "1985" is a year and not twelve months, "three years" is a length and
        not a year. Each is compared only with its own kind.

    Instead:
        Write a duration as `P3Y`, a date as `1985`, a recurring time as `R/P1W`, or leave `value=` out.

    Fix:
        None: whether the words or the value are meant is for a person to see.
    """

    code = "D08"
    name = "time-of-wrong-type"
    severity = Severity.ERROR
    looks_at: Kinds = (Time,)
    needs: Needs = (times_of_note, declared_times)
    VALID: Examples = (
        Example("She led it for [three years]{.time value=P3Y}."),
        Example("She led it for [three years]{.time value=2016-05/2019-05}."),
        Example("---\nnewsfacts: 1\npublished: 2024-07-04\n---\nIt opens in [two months]{.time value=2024-09}."),
    )
    INVALID: Examples = (
        Example(
            "She led it for [three years]{.time value=1985}.",
            at="value=1985",
            message="“three years” is a duration, but the value is a date of another length, 1985",
        ),
        Example(
            "She left in [1985]{.time value=P1Y}.",
            at="value=P1Y",
            message="“1985” is a date, but the value is a duration, P1Y",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for time in document.times:
            declared = time.declared
            if not isinstance(declared, TimeInterval | Duration | TimeSet):
                continue
            read = time.read
            if not isinstance(read, TimeInterval | Duration | TimeSet) or type(read) is type(declared):
                continue
            other = ""
            if isinstance(read, Duration) and isinstance(declared, TimeInterval):
                if fits_anchored(read, declared, document):
                    continue
                other = " of another length"
            elif isinstance(read, TimeInterval) and isinstance(declared, Duration) and read.window == declared:
                continue
            yield self.finding(
                document,
                time,
                f"“{time.text}” is {kind_of(read)}, but the value is {kind_of(declared)}{other}, {say(declared)}",
                key="value",
                help=f"write value={read}, or leave the value out",
            )


def kind_of(value: TimeInterval | Duration | TimeSet) -> str:
    """What kind of time it is."""
    if isinstance(value, Duration):
        return "a duration"
    return "a date" if isinstance(value, TimeInterval) else "a recurring time"


def fits_anchored(duration: Duration, period: TimeInterval, document: Document) -> bool:
    """Whether a period may stand for a duration: it is about as long, or lies that far from the day of publication."""
    low, high = duration.bounds()
    length = period.seconds
    slack = duration.granule() / 2
    if length is None or (low - slack <= length and (high is None or length <= high + slack)):
        return True
    if document.published is None:
        return False
    today = day_of(document.published)
    return any(
        check_duration(duration, *ends).agreement is Agreement.COMPATIBLE for ends in ((today, period), (period, today))
    )
