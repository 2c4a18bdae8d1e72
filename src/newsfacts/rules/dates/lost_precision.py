"""D06: a date that knows less than its words."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Finding, Severity
from newsfacts.model import Document, Time
from newsfacts.rules.dates._readings import readings, say
from newsfacts.rules.fixing import rewrite
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.times_of_note import declared_times, times_of_note
from newsfacts.values.times.grain import Mod
from newsfacts.values.times.times import TimeInterval


class LostPrecision(Rule):
    """A declared date is not coarser than its words, and keeps their "about".

    What it checks:
        Where the words of a time give a day or a month, `value=` is not the whole month or year. Where they say
        "about", the value is not exact.

    Why:
        What is lost when a text is annotated is lost for every later check: a year agrees with every day in it.

    Instead:
        Leave `value=` out where the words say the date; write `2010~` for "about 2010".

    Fix:
        Unsafe: it writes the date as the words give it.
    """

    code = "D06"
    name = "lost-precision"
    severity = Severity.WARNING
    looks_at: Kinds = (Time,)
    needs: Needs = (times_of_note, declared_times)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example("They met on [5 May 2024]{.time value=2024-05-05}."),
        Example("It was built [about 2010]{.time value=2010~}."),
        Example("It was built [two years ago]{.time value=2022}."),
    )
    INVALID: Examples = (
        Example(
            "They met on [5 May 2024]{.time value=2024}.",
            at="value=2024",
            message="the words “5 May 2024” say 5 May 2024, but the value is all of 2024",
            fixed='They met on [5 May 2024]{.time value="2024-05-05"}.',
        ),
        Example(
            "It was built [about 2010]{.time value=2010}.",
            at="value=2010",
            message="the words “about 2010” are approximate, but the value is exactly 2010",
            fixed='It was built [about 2010]{.time value="2010~"}.',
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for time in document.times:
            declared = time.declared
            found = readings(document, time) if isinstance(declared, TimeInterval) else ()
            if not found or not isinstance(declared, TimeInterval):
                continue
            read = found[0]
            if read.grain < declared.grain and read.seconds is not None and declared.contains(read):
                message = f"the words “{time.text}” say {say(read)}, but the value is all of {say(declared)}"
            elif read.mod is Mod.APPROX and not declared.approximate and same_ends(read, declared):
                message = f"the words “{time.text}” are approximate, but the value is exactly {say(declared)}"
            else:
                continue
            yield self.finding(
                document,
                time,
                message,
                key="value",
                help=f"write value={read}, or leave the value out",
                fix=rewrite(document, time, read),
            )


def same_ends(first: TimeInterval, second: TimeInterval) -> bool:
    """Whether two periods begin and end together."""
    return (first.lower, first.upper) == (second.lower, second.upper)
