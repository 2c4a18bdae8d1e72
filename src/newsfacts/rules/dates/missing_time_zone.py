"""D12: a clock time that can be of two days."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Time
from newsfacts.rules.needs import several_times
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.times_of_note import times_of_note, zoned_times
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.times import TimeInterval

_CLOCK = (Grain.SECOND, Grain.MINUTE)


class MissingTimeZone(Rule):
    """A clock time near midnight says its time zone, where the text uses several.

    What it checks:
        In a text in which another clock time has a time zone, one without is not so close to midnight that the other
        zone would make another day of it. `timezone:` in the front matter settles it for all.

    Why:
        23:30 in Tokyo is the morning of the same day in New York, and 23:30 in New York is the next day in Tokyo. Two
        reports of one event then seem a day apart.

    Instead:
        Write the zone with the time, or `timezone: Asia/Tokyo` in the front matter.

    Fix:
        None: the zone is for a person to find.
    """

    code = "D12"
    name = "missing-time-zone"
    severity = Severity.WARNING
    looks_at: Kinds = (Time,)
    needs: Needs = (times_of_note, zoned_times, several_times)
    VALID: Examples = (
        Example("---\nnewsfacts: 1\npublished: 2024-07-04\n---\nIt began at [11:30 p.m.]{.time}."),
        Example(
            "---\nnewsfacts: 1\npublished: 2024-07-04\n---\nIt began at [11:30 p.m. EST]{.time} and ended at "
            "[noon]{.time}."
        ),
        Example(
            "---\nnewsfacts: 1\npublished: 2024-07-04\ntimezone: Asia/Tokyo\n---\n"
            "It began at [11:30 p.m.]{.time}, or [9:30 a.m. EST]{.time}."
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\npublished: 2024-07-04\n---\nIt began at [11:30 p.m.]{.time} and ended at [2 p.m. "
            "EST]{.time}.",
            at="11:30 p.m.",
            message="“11:30 p.m.” has no time zone, and in the zone of “2 p.m. EST” it may be another day",
        ),
        Example(
            "---\nnewsfacts: 1\npublished: 2024-07-04\n---\nIt began at [1 a.m.]{.time}; police came at [4 p.m. "
            "GMT+3]{.time}.",
            at="1 a.m.",
            message="“1 a.m.” has no time zone, and in the zone of “4 p.m. GMT+3” it may be another day",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        if document.timezone is not None or len(document.times) < 2:
            return
        clocks = [
            (time, value)
            for time in document.times
            if isinstance(value := time.value, TimeInterval) and value.grain in _CLOCK and value.lower is not None
        ]
        zoned = [(time, value.offset) for time, value in clocks if value.offset]
        if not zoned:
            return
        widest, offset = max(zoned, key=lambda pair: abs(pair[1]))
        reach = min(abs(offset), 12 * 60) * 60
        for time, value in clocks:
            if value.offset is not None or value.lower is None:
                continue
            second = value.lower % DAY_SECONDS
            if second < reach or DAY_SECONDS - second <= reach:
                yield self.finding(
                    document,
                    time,
                    f"“{time.text}” has no time zone, and in the zone of “{widest.text}” it may be another day",
                    help="write the zone with the time, or timezone: in the front matter",
                    labels=self.label(document, widest, "this time has a zone"),
                )
