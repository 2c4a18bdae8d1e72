"""D13: an age or an anniversary that the dates do not give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document, Measure, Mention
from newsfacts.rules.needs import publication
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, ProfileNames, Rule
from newsfacts.rules.wording import after
from newsfacts.statements import day_of
from newsfacts.text.spans import Span
from newsfacts.values.comparison import Agreement
from newsfacts.values.quantities.quantity import Quantity, QuantityKind
from newsfacts.values.times.checks import check_age, check_anniversary
from newsfacts.values.times.prose import say_time
from newsfacts.values.times.times import TimeInterval

_AGE = re.compile(r",\s+(?:aged\s+)?(\d{1,3})(?:,|\s+and\b|\.|$)|\s+\((\d{1,3})\)|,?\s+aged\s+(\d{1,3})\b")

_BORN = (
    "---\nnewsfacts: 1\npublished: 2026-05-05\nentities: {roe: {name: Jane Roe, kind: person, born: 1960-03}}\n---\n"
)
_FOUNDED = (
    "---\nnewsfacts: 1\npublished: 2026-05-05\nevents: {founding: {label: the founding, time: 2001-06-15}}\n"
    "measures: {years: {label: anniversaries of the founding, unit: anniversary, event: founding}}\n---\n"
)

_AGE_INSIDE = re.compile(r",\s+(?:aged\s+)?(\d{1,3})(?:,\s*)?\Z|\s\((\d{1,3})\)\Z|,?\s+aged\s+(\d{1,3}),?\Z")


class WrongAge(Rule):
    """Ages and anniversaries follow from the dates that are known.

    What it checks:
        An age right after the name of a person whose date of birth a factbook gives, in the mention or after it, and the ordinal of an anniversary
        of a measure that has an `event`, fit the day of publication.

    Why:
        Ages are copied from the last article about someone, and no one adds the years that have passed.

    Instead:
        Work it out from the date of birth.

    Fix:
        None: the text is never changed.
    """

    code = "D13"
    name = "wrong-age"
    severity = Severity.WARNING
    looks_at: Kinds = (Mention, Count)
    needs: Needs = (publication,)
    default = False
    profiles: ProfileNames = ("strict", "newsroom")
    VALID: Examples = (
        Example(_BORN + "[Jane Roe]{ref=roe}, 66, resigned."),
        Example(_BORN + "[Jane Roe]{ref=roe}, 50 of whose friends came, resigned."),
        Example(_FOUNDED + "They kept the [25th anniversary]{.count of=years}."),
    )
    INVALID: Examples = (
        Example(
            _BORN + "[Jane Roe]{ref=roe}, 50, resigned.",
            at="50",
            message="Jane Roe is said to be 50, but was born March 1960 and is 66 on 5 May 2026",
        ),
        Example(
            _BORN + "[Jane Roe, 50,]{ref=roe} resigned.",
            at="50",
            message="Jane Roe is said to be 50, but was born March 1960 and is 66 on 5 May 2026",
        ),
        Example(
            _FOUNDED + "They kept the [20th anniversary]{.count of=years}.",
            at="20th anniversary",
            message="“20th anniversary” does not fit: “the founding” was 15 June 2001, and 2026 has its anniversary 25",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        if document.published is None:
            return
        day = day_of(document.published)
        for mention in document.mentions:
            yield from self.check_ages(document, mention, day)
        for count in document.counts:
            measure, value = count.of, count.value
            event = measure.event if isinstance(measure, Measure) else None
            if event is None or not isinstance(event.time, TimeInterval) or not isinstance(value, Quantity):
                continue
            if (
                value.kind is not QuantityKind.ORDINAL
                or value.stated is None
                or "anniversary" not in (value.unit or "")
            ):
                continue
            found = check_anniversary(int(value.stated), event.time, day)
            if found.agreement is Agreement.CONTRADICTION:
                allowed = f"{found.least}" if found.least == found.most else f"{found.least} to {found.most}"
                yield self.finding(
                    document,
                    count,
                    f"“{count.text}” does not fit: “{event.name}” was {say_time(event.time)}, and "
                    f"{document.published.year} "
                    f"has its anniversary {allowed}",
                    help="mend the number",
                )

    def check_ages(self, document: Document, mention: Mention, day: TimeInterval) -> Iterator[Finding]:
        """The age right after one person's name, or at the end of the words of the mention."""
        entities = mention.entities
        if len(entities) != 1 or not isinstance(born := entities[0].born, TimeInterval) or not mention.spans:
            return
        if entities[0].died is not None:
            return
        words = _AGE.match(after(document, mention, 20))
        end = mention.spans[-1].end
        if words is None:
            words, end = _AGE_INSIDE.search(mention.text), mention.spans[0].start
        if words is None or (len(mention.spans) > 1 and end != mention.spans[-1].end):
            return
        group = words.lastindex or 1
        found = check_age(int(words[group]), born, day)
        if found.agreement is Agreement.CONTRADICTION:
            allowed = f"{found.least}" if found.least == found.most else f"{found.least} to {found.most}"
            yield self.finding(
                document,
                Span(end + words.start(group), end + words.end(group)),
                f"{entities[0].name} is said to be {words[group]}, but was born {say_time(born)} and is {allowed} on "
                f"{say_time(day)}",
                help="work the age out from the date of birth",
            )
