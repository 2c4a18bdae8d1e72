"""D09: how often it recurs, lost."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Finding, Severity
from newsfacts.model import Document, Time
from newsfacts.rules.fixing import rewrite
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.times_of_note import declared_times, times_of_note
from newsfacts.values.times.times import TimeSet


class LostFrequency(Rule):
    """A recurring time keeps how often it recurs.

    What it checks:
        Where the words of a time give a frequency ("twice a week"), `value=` has the same one, as in `R2/P1W`.

    Why:
        TimeML asks for a quantity or a frequency with every recurring time. Without it, "twice a week" and "once a
        week" are the same.

    Instead:
        Write the frequency after the R, or leave `value=` out.

    Fix:
        Unsafe: it writes the recurrence as the words give it.
    """

    code = "D09"
    name = "lost-frequency"
    severity = Severity.WARNING
    looks_at: Kinds = (Time,)
    needs: Needs = (times_of_note, declared_times)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example("They meet [twice a week]{.time value=R2/P1W}."),
        Example("They meet [every Monday]{.time}."),
    )
    INVALID: Examples = (
        Example(
            "They meet [twice a week]{.time value=R/P1W}.",
            at="value=R/P1W",
            message="“twice a week” says 2 times, but the value R/P1W has no frequency",
            fixed='They meet [twice a week]{.time value="R2/P1W"}.',
        ),
        Example(
            "They meet [once a month]{.time value=R3/P1M}.",
            at="value=R3/P1M",
            message="“once a month” says 1 time, but the value R3/P1M says 3",
            fixed='They meet [once a month]{.time value="R1/P1M"}.',
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for time in document.times:
            declared = time.declared
            read = time.read if isinstance(declared, TimeSet) else None
            if not isinstance(declared, TimeSet) or not isinstance(read, TimeSet) or read.freq in (None, declared.freq):
                continue
            stored = "has no frequency" if declared.freq is None else f"says {declared.freq}"
            yield self.finding(
                document,
                time,
                f"“{time.text}” says {read.freq} {'time' if read.freq == 1 else 'times'}, but the value "
                f"{declared} {stored}",
                key="value",
                help=f"write value={read}, or leave the value out",
                fix=rewrite(document, time, read),
            )
