"""D05: a date that knows more than its words."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Finding, Severity
from newsfacts.model import Document, Time
from newsfacts.rules.dates._readings import has_year, say
from newsfacts.rules.fixing import rewrite
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.times_of_note import declared_times, times_of_note
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.times import TimeInterval


class FilledInDate(Rule):
    """A declared date is not finer than its words.

    What it checks:
        Where the words of a time give a year, or a month of a year, `value=` is not a single day or month within it.

    Why:
        Readers of dates fill in what is missing from today ("March 2021" becomes 25 March) or from the first of the
        period ("in 2019" becomes 1 January). The table then has a day that no one has named.

    Instead:
        Write as much as the words say, as in `2021-03`. Where the day is known from elsewhere, put it into a factbook
        as the time of the event, and name that with `of=`.

    Fix:
        Unsafe: it writes the date as far as the words give it.
    """

    code = "D05"
    name = "filled-in-date"
    severity = Severity.ERROR
    looks_at: Kinds = (Time,)
    needs: Needs = (times_of_note, declared_times)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example("It was built in [March 2021]{.time value=2021-03}."),
        Example("It was built on [that day]{.time value=2021-03-25}."),
        Example("It was built in [early 2021]{.time value=2021-02}."),
    )
    INVALID: Examples = (
        Example(
            "It was built in [March 2021]{.time value=2021-03-25}.",
            at="value=2021-03-25",
            message="the words “March 2021” say only March 2021, but the value is 25 March 2021",
            fixed='It was built in [March 2021]{.time value="2021-03"}.',
        ),
        Example(
            "It was built in [2019]{.time value=2019-01-01}.",
            at="value=2019-01-01",
            message="the words “2019” say only 2019, but the value is 1 January 2019",
            fixed='It was built in [2019]{.time value="2019"}.',
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for time in document.times:
            declared, read = time.declared, time.read if time.declared is not None else None
            if (
                isinstance(declared, TimeInterval)
                and isinstance(read, TimeInterval)
                and read.grain in (Grain.MONTH, Grain.YEAR)
                and declared.grain < read.grain
                and read.mod is None
                and not read.approximate
                and has_year(time.text)
                and read.contains(declared)
            ):
                yield self.finding(
                    document,
                    time,
                    f"the words “{time.text}” say only {say(read)}, but the value is {say(declared)}",
                    key="value",
                    help=f"write value={read}, or leave the value out",
                    fix=rewrite(document, time, read),
                )
