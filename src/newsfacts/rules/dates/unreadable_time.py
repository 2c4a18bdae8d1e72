"""D15: a time whose words say no date."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.errors import UnreadableKind
from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document, Time
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.times_of_note import times_of_note, unreadable_times

_SURELY_WRONG = (UnreadableKind.NO_VALUE, UnreadableKind.UNKNOWN_WORD, UnreadableKind.SEVERAL)
"""The span is at fault, and the words are not just a way of writing dates that is not read."""


class UnreadableTime(Rule):
    """The words of a time can be read as a date, a period or a duration, or `value=` says what they mean.

    What it checks:
        A time without `value=` has words that name a date, a period, a duration or a recurring time.

    Why:
        A time without a date is compared with nothing. Often the span is too long and takes in words that belong to the
        sentence, or it refers to another event ("after the vote").

    Instead:
        Let the span begin and end with the words of the date. Where they only refer to a date, write it:
        `[after the vote]{.time value=2024-07-05}`.

    Fix:
        None: which date is meant is for a person to say.
    """

    code = "D15"
    name = "unreadable-time"
    severity = Severity.WARNING
    looks_at: Kinds = (Time,)
    needs: Needs = (times_of_note, unreadable_times)
    VALID: Examples = (
        Example("They met on [4 July 2024]{.time}."),
        Example("They met [after the vote]{.time value=2024-07-05}."),
    )
    INVALID: Examples = (
        Example(
            "They met [after the vote]{.time}.",
            at="after the vote",
            message="“after the vote” cannot be read as a time: 'vote' does not belong to a date, a period or a "
            "duration here",
        ),
        Example(
            "They met on [4 July 2024 in Astana]{.time}.",
            at="4 July 2024 in Astana",
            message="“4 July 2024 in Astana” cannot be read as a time: 'astana' does not "
            "belong to a date, a period or a duration here",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for time, read in document.derived(unreadable_times):
            if time.lost is not None:
                continue  # A13 says so
            if read.kind is UnreadableKind.LANGUAGE:
                yield self.skip(document, time, read.reason)
            elif read.kind not in (UnreadableKind.IMPOSSIBLE, UnreadableKind.REVERSED):
                yield self.finding(
                    document,
                    time,
                    f"“{time.text}” cannot be read as a time: {read.reason}",
                    help="let the span have the words of the date only, or say the date with value=",
                    severity=None if read.kind in _SURELY_WRONG else Severity.INFO,
                )
