"""D16: a date that does not agree with what is known of its event."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document, Event, Time, Unreadable
from newsfacts.rules.dates._readings import readings, say
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.times_of_note import dated_events, times_of_note
from newsfacts.statements import setting_of
from newsfacts.values.comparison import Agreement
from newsfacts.values.policy import Policy
from newsfacts.values.times.compare import compare_times
from newsfacts.values.times.times import TimeInterval

_BOOK = (
    "---\nnewsfacts: 1\npublished: 2024-07-04\nevents:\n  founding: {label: the founding, time: 2001-06-15, source: "
    "the charter}\n"
    "  vote: {label: the vote, time: 2024-07-11}\n---\n"
)


class DateAgainstKnown(Rule):
    """A date agrees with what a factbook knows of its event.

    What it checks:
        A time with `of=` has a moment in common with the `time` of that event, and with every value under `known:` for
        it. A coarser date agrees with any day in it. A weekday may look back or ahead: where it is read as the day that does
        not fit and the other one would, this is a warning. So is what someone else is quoted as saying, and what the text
        denies or rebuts itself is left alone.

    Why:
        Dates are copied from one background paragraph to the next for years. A desk looks the date up once and writes
        it into the factbook.

    Instead:
        Correct the date, or bring the factbook up to date.

    Fix:
        None: no date is ever changed by itself.
    """

    code = "D16"
    name = "date-against-known"
    severity = Severity.ERROR
    looks_at: Kinds = (Time,)
    needs: Needs = (times_of_note, dated_events)
    VALID: Examples = (
        Example(_BOOK + "It was founded in [2001]{.time of=founding}."),
        Example(_BOOK + "The vote is on [Thursday]{.time of=vote value=2024-07-11}."),
        Example(_BOOK + "[It was founded in [2002]{.time of=founding}]{.claim polarity=negative} is what they say."),
    )
    INVALID: Examples = (
        Example(
            _BOOK + "It was founded in [2002]{.time of=founding}.",
            at="2002",
            message="“2002” dates “the founding” to 2002, but the factbook has 15 June 2001 (from the charter)",
        ),
        Example(
            _BOOK + "The vote is on [Friday, 12 July 2024]{.time of=vote}.",
            at="Friday, 12 July 2024",
            message="“Friday, 12 July 2024” dates “the vote” to 12 July 2024, but the factbook has 11 July 2024",
        ),
        Example(
            _BOOK + "The vote is on [Thursday]{.time of=vote}.",
            at="Thursday",
            message="“Thursday” is read as 4 July 2024, but “the vote” is 11 July 2024, which the words can mean too",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for time in document.times:
            event = time.of
            if event is None or setting_of(document, time).denied:
                continue
            read = possible(document, time)
            if not read:
                continue
            for known, source in known_times(document, event):
                if isinstance(known, Unreadable):
                    yield self.skip(document, time, f"the known time of “{event.name}” cannot be read")
                elif (other := better_reading(time, read, known, context.policy)) is not None:
                    yield self.finding(
                        document,
                        time,
                        f"“{time.text}” is read as {say(read[0])}, but “{event.name}” is {say(known)}, which the words can "
                        "mean too",
                        help=f"write value={other}",
                        severity=Severity.WARNING,
                    )
                    break
                elif disagree(read, known, context.policy):
                    about = f" (from {source})" if source else ""
                    yield self.finding(
                        document,
                        time,
                        f"“{time.text}” dates “{event.name}” to {say(read[0])}, but the factbook has "
                        f"{say(known)}{about}",
                        help="correct the date, or bring the factbook up to date",
                        severity=Severity.WARNING if setting_of(document, time).voice is not None else Severity.ERROR,
                    )
                    break


def possible(document: Document, time: Time) -> tuple[TimeInterval, ...]:
    """The declared period, or else all that the words may mean."""
    if time.declared is not None:
        return (time.declared,) if isinstance(time.declared, TimeInterval) else ()
    return readings(document, time)


def known_times(document: Document, event: Event) -> Iterator[tuple[TimeInterval | Unreadable, str | None]]:
    """What the factbooks say about an event's time, each with its source."""
    if event.time is not None:
        yield event.time, event.source
    for known in document.factbook.known:
        if isinstance(known.of, Event) and known.of.id == event.id and isinstance(known.value, TimeInterval):
            yield known.value, known.source


def better_reading(
    time: Time, read: tuple[TimeInterval, ...], known: TimeInterval, policy: Policy
) -> TimeInterval | None:
    """Another reading of the words that agrees with the known time, where the one that is taken does not."""
    if (
        time.declared is not None
        or not isinstance(time.read, TimeInterval)
        or not disagree((time.read,), known, policy)
    ):
        return None
    return next((reading for reading in read if not disagree((reading,), known, policy)), None)


def disagree(read: tuple[TimeInterval, ...], known: TimeInterval, policy: Policy) -> bool:
    """Whether none of the readings has a moment in common with the known time."""
    if known in read:
        return False  # as most are
    return all(compare_times(reading, known, policy).verdict is Agreement.CONTRADICTION for reading in read)
