"""D14: day or month first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Time
from newsfacts.rules.dates._readings import say
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.times_of_note import ambiguous_times, times_of_note

_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)")
_MONTH_FIRST = frozenset({"en-us", "en-ph"})


class AmbiguousDate(Rule):
    """A date in digits can be read in one way only.

    What it checks:
        A time such as 04/05/2026, without `value=`, has a day above 12, or is in a text whose `language` says which
        comes first (`en-US`).

    Why:
        04/05/2026 is 5 April in one country and 4 May in the next. The reading that is taken is a guess.

    Instead:
        Write the date as `value=`, or the month as a word.

    Fix:
        None: which date is meant is for a person to say.
    """

    code = "D14"
    name = "ambiguous-date"
    severity = Severity.WARNING
    looks_at: Kinds = (Time,)
    needs: Needs = (times_of_note, ambiguous_times)
    VALID: Examples = (
        Example("It opens on [04/05/2026]{.time value=2026-05-04}."),
        Example("It opens on [13/05/2026]{.time}, after [5/5/2026]{.time}."),
        Example("---\nnewsfacts: 1\nlanguage: en-US\n---\nIt opens on [04/05/2026]{.time}."),
    )
    INVALID: Examples = (
        Example(
            "It opens on [04/05/2026]{.time}.",
            at="04/05/2026",
            message="“04/05/2026” can be 5 April 2026 or 4 May 2026",
        ),
        Example(
            "---\nnewsfacts: 1\nlanguage: en-GB\n---\nIt opens on [1/2/2026]{.time}.",
            at="1/2/2026",
            message="“1/2/2026” can be 2 January 2026 or 1 February 2026",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        if document.language is not None and document.language.lower() in _MONTH_FIRST:
            return
        for time, read in document.derived(ambiguous_times):
            digits = _NUMERIC.search(time.text)
            if digits is None or int(digits[1]) == int(digits[2]) or max(int(digits[1]), int(digits[2])) > 12:
                continue
            yield self.finding(
                document,
                time,
                f"“{time.text}” can be {say(read)} or {say(read.alternatives[0])}",
                help=f"write the date, such as value={read}",
            )
