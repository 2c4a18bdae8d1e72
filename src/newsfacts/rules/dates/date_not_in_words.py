"""D04: a declared date or duration that its words do not give."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Finding, Severity
from newsfacts.model import Document, Time
from newsfacts.rules.dates._readings import has_year, readings, say
from newsfacts.rules.fixing import rewrite
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.times_of_note import declared_times, times_of_note
from newsfacts.values.comparison import Agreement
from newsfacts.values.times.calendar import DAY_SECONDS, civil
from newsfacts.values.times.compare import compare_times
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.times import Duration, TimeInterval

_DATED = "---\nnewsfacts: 1\npublished: 2024-05-05\n---\n"


class DateNotInWords(Rule):
    """A declared date or duration is one that its words can mean.

    What it checks:
        `value=` of a time has a moment in common with what the words say: counted from the date of publication, or from
        the day on which a quote was said. A weekday or a day of a month without a year may be any of that name. A declared
        duration is as long as the words say.

    Why:
        A relative date is worked out by hand when a text is annotated, and is the first thing that goes wrong when the
        date of publication is corrected.

    Instead:
        Leave `value=` out where the words say the date, and give the date of publication.

    Fix:
        Unsafe: it writes the date that the words give.
    """

    code = "D04"
    name = "date-not-in-words"
    severity = Severity.ERROR
    looks_at: Kinds = (Time,)
    needs: Needs = (times_of_note, declared_times)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example(_DATED + "They met [yesterday]{.time value=2024-05-04}."),
        Example(_DATED + "They will meet on [Thursday]{.time value=2024-05-09}."),
        Example(_DATED + "The war ended on [8 May]{.time value=1945-05-08}."),
        Example(_DATED + "[“I saw him [yesterday]{.time value=2024-05-01}”]{.quote said=2024-05-02}, he said."),
    )
    INVALID: Examples = (
        Example(
            _DATED + "They met [yesterday]{.time value=2024-05-03}.",
            at="value=2024-05-03",
            message="the words “yesterday” mean 4 May 2024, but the value is 3 May 2024",
            fixed=_DATED + 'They met [yesterday]{.time value="2024-05-04"}.',
        ),
        Example(
            "They met on [5 May 2023]{.time value=2024-05-05}.",
            at="value=2024-05-05",
            message="the words “5 May 2023” mean 5 May 2023, but the value is 5 May 2024",
            fixed='They met on [5 May 2023]{.time value="2023-05-05"}.',
        ),
        Example(
            "They waited [three weeks]{.time value=P3D}.",
            at="value=P3D",
            message="the words “three weeks” mean P3W, but the value is P3D",
            fixed='They waited [three weeks]{.time value="P3W"}.',
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for time in document.times:
            declared, found = time.declared, meanings(document, time)
            if not found or not isinstance(declared, TimeInterval | Duration):
                continue
            if any(
                compare_times(reading, declared, context.policy).verdict is not Agreement.CONTRADICTION
                for reading in found
            ):
                continue
            if not has_year(time.text) and has_the_name(found[0], declared):
                continue
            yield self.finding(
                document,
                time,
                f"the words “{time.text}” mean {say(found[0])}, but the value is {say(declared)}",
                key="value",
                help=f"write value={found[0]}, or leave the value out",
                fix=rewrite(document, time, found[0]),
            )


def meanings(document: Document, time: Time) -> tuple[TimeInterval | Duration, ...]:
    """What the words may mean, where that is of the same type as the value: D08 reports another type."""
    if isinstance(time.declared, Duration):
        read = time.read
        return (read,) if isinstance(read, Duration) else ()
    return readings(document, time) if isinstance(time.declared, TimeInterval) else ()


def has_the_name(reading: TimeInterval | Duration, declared: TimeInterval | Duration) -> bool:
    """Whether a date is called like the one that was read: the same weekday, day of a month, or month of another year.

    A weekday that is not the one of the words is the business of D02.
    """
    if not isinstance(reading, TimeInterval) or not isinstance(declared, TimeInterval):
        return False
    if reading.lower is None or declared.lower is None:
        return False
    if reading.weekday is not None:
        return True
    _, month, day = civil(reading.lower // DAY_SECONDS)
    _, other_month, other_day = civil(declared.lower // DAY_SECONDS)
    return (month, day) == (other_month, other_day) and reading.grain in (Grain.DAY, Grain.MONTH)
