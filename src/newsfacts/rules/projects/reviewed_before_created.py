"""P03: an annotation that was reviewed before it was made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document
from newsfacts.rules.needs import work
from newsfacts.rules.rule import Context, Example, Examples, Needs, Rule, key_place


class ReviewedBeforeCreated(Rule):
    """Annotations are reviewed after they were made.

    What it checks:
        `reviewed:` is not earlier than `created:`. Days are compared, and moments where both name their time zone.

    Why:
        A review that is older than the annotation was of something else. The annotations were made again and no one has
        looked at them, or a template was copied with its dates.

    Instead:
        Correct the date that is wrong, or take `reviewed:` out until somebody has reviewed it.

    Fix:
        None: which of the dates is wrong is for a person to see.
    """

    code = "P03"
    name = "reviewed-before-created"
    severity = Severity.ERROR
    needs: Needs = (work,)
    VALID: Examples = (
        Example("---\nnewsfacts: 1\nannotator: A4\ncreated: 2024-05-01\nreviewed: 2024-05-03\n---\n\nText."),
        # The same day: nothing says which came first.
        Example("---\nnewsfacts: 1\nannotator: A4\ncreated: 2024-05-01T18:00\nreviewed: 2024-05-01\n---\n\nText."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nannotator: A4\ncreated: 2024-05-03\nreviewed: 2024-05-01\n---\n\nText.",
            at="reviewed",
            message="this was reviewed on 2024-05-01, but annotated only on 2024-05-03",
        ),
        Example(
            "---\nnewsfacts: 1\nannotator: A4\ncreated: 2024-05-01T18:00+02:00\nreviewed: 2024-05-01T15:30Z\n"
            "---\n\nText.",
            at="reviewed",
            message="this was reviewed on 2024-05-01T15:30:00+00:00, but annotated only on 2024-05-01T18:00:00+02:00",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        created, reviewed = document.created, document.reviewed
        if created is None or reviewed is None or not is_before(reviewed, created):
            return
        yield self.finding(
            document,
            key_place(document, "reviewed"),
            f"this was reviewed on {reviewed.isoformat()}, but annotated only on {created.isoformat()}",
            help="correct the date that is wrong, or take reviewed: out until somebody has reviewed it",
        )


def is_before(first: dt.date, second: dt.date) -> bool:
    """Whether a date or moment certainly lies before another."""
    if isinstance(first, dt.datetime) and isinstance(second, dt.datetime):
        if first.tzinfo is not None and second.tzinfo is not None:
            return first < second
        if first.tzinfo is None and second.tzinfo is None:
            return first < second
    return day(first) < day(second)


def day(moment: dt.date) -> dt.date:
    """The day of a date or a moment."""
    return moment.date() if isinstance(moment, dt.datetime) else moment
