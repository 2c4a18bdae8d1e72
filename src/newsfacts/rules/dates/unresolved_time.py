"""D03: a date that only means something on a day which is not given."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document, Time
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.times_of_note import times_of_note, unresolved_times


class UnresolvedTimeRule(Rule):
    """A relative date has a day to count from.

    What it checks:
        A document with times such as "Thursday" or "last week" and no `value=` on them has a date of publication.

    Why:
        Nothing is filled in from today's date. "Thursday" in a file without a date can be any Thursday, and what is
        said about it can be compared with nothing.

    Instead:
        Write `published: 2024-07-04` in the front matter, or the date as `value=` of the time.

    Fix:
        None: the date of publication is for a person to find.
    """

    code = "D03"
    name = "unresolved-time"
    severity = Severity.ERROR
    looks_at: Kinds = (Time,)
    needs: Needs = (times_of_note, unresolved_times)
    VALID: Examples = (
        Example("---\nnewsfacts: 1\npublished: 2024-07-04\n---\nThey meet on [Thursday]{.time}."),
        Example("They meet on [Thursday]{.time value=2024-07-04}."),
        Example("They meet on [4 July 2024]{.time}, for [three days]{.time}."),
    )
    INVALID: Examples = (
        Example(
            "They meet on [Thursday]{.time}.",
            at="Thursday",
            message="“Thursday” cannot be dated: it needs a publication date, and the document has none",
        ),
        Example(
            "It fell [last week]{.time}.",
            at="last week",
            message="“last week” cannot be dated: it needs a publication date, and the document has none",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for time, value in document.derived(unresolved_times):
            if document.published is None and "publication" in value.needs:
                yield self.finding(
                    document,
                    time,
                    f"“{time.text}” cannot be dated: it needs {value.needs}, and the document has none",
                    help="write published: 2024-07-04 in the front matter, or the date as value= of the time",
                )
            else:
                yield self.skip(document, time, f"“{time.text}” cannot be dated without {value.needs}")
