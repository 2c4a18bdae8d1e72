"""D17: events in an order that their dates do not allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsfacts.errors import UsageError
from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document, Event, Time
from newsfacts.rules.needs import events
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.values.times.chronology import Chronology, Happening, Order, Ordering
from newsfacts.values.times.times import TimeInterval


class EventOrder(Rule):
    """The dates of events and the order that is given for them fit each other.

    What it checks:
        `after`, `before` and `during` of the events that a document dates, and of those that these refer to, hold with
        the times that the factbook gives, or else with those of the text. Chains are followed: A before B, and B before
        C.

    Why:
        Each date alone looks right, and together they tell a story that cannot have happened.

    Instead:
        Correct the date or the order; the shortest contradiction is given in words.

    Fix:
        None: which of the statements is wrong is for a person to see.
    """

    code = "D17"
    name = "event-order"
    severity = Severity.ERROR
    looks_at: Kinds = (Time,)
    needs: Needs = (events,)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nevents: {talks: {label: the talks, before: [pact]}, pact: {label: the pact, time: "
            "2022-02}}\n---\n"
            "The talks were in [January 2022]{.time of=talks}."
        ),
        Example(
            "---\nnewsfacts: 1\nevents: {talks: {label: the talks, during: [summit]}, summit: {label: the summit, "
            "time: 2022-02}}\n"
            "---\nThe talks were in [2022]{.time of=talks}."
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nevents: {talks: {label: the talks, before: [pact]}, pact: {label: the pact, time: "
            "2022-02}}\n---\n"
            "The talks were in [May 2023]{.time of=talks}.",
            at="May 2023",
            message="the talks (May 2023) is said to be before the pact (February 2022), which the dates do not allow",
        ),
        Example(
            "---\nnewsfacts: 1\nevents:\n  a: {label: the vote, time: 2024, before: [b]}\n  b: {label: the pact, "
            "before: [c]}\n"
            "  c: {label: the war}\n---\nThe war broke out in [2022]{.time of=c}.",
            at="2022",
            message="the pact is said to be before the war (2022), and the vote (2024) is said to be before the "
            "pact, and "
            "these cannot all be true",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        events = related_events(document)
        if not events:
            return
        dated = first_times(document)
        names = unique_names(events)
        happenings: list[Any] = [Happening(names[event.id], time_of(event, dated)) for event in events.values()]
        orderings: list[Any] = [
            Ordering(names[event.id], order, names[other.id])
            for event in events.values()
            for order, others in (
                (Order.AFTER, event.after),
                (Order.BEFORE, event.before),
                (Order.DURING, event.during),
            )
            for other in others
        ]
        try:
            timeline = Chronology(happenings, orderings).check()
        except UsageError as error:
            yield self.skip(document, None, str(error))
            return
        if timeline.consistent:
            return
        ids = {names[event.id]: event.id for event in events.values()}
        told = [dated[ids[name]] for name in timeline.events if ids[name] in dated]
        message = timeline.because.rstrip(".")
        yield self.finding(
            document,
            told[0] if told else None,
            message[:1].lower() + message[1:],
            help="correct one of the dates, or the order in the factbook",
            labels=[
                label for time in told[1:] for label in self.label(document, time, "a date of another of these events")
            ],
        )


def related_events(document: Document) -> Mapping[str, Event]:
    """The events that a document dates or defines itself, and all that an order connects with them, by id."""
    known = document.factbook.events
    links: dict[str, set[str]] = {}
    for event in known.values():
        for other in (*event.after, *event.before, *event.during):
            links.setdefault(event.id, set()).add(other.id)
            links.setdefault(other.id, set()).add(event.id)
    if not links:
        return {}
    waiting = [
        id for id in (*(t.of.id for t in document.times if t.of is not None), *document.own.events) if id in links
    ]
    found: dict[str, Event] = {}
    while waiting:
        id = waiting.pop()
        if id not in found and id in known:
            found[id] = known[id]
            waiting.extend(links.get(id, ()))
    return {id: event for id, event in known.items() if id in found}


def first_times(document: Document) -> Mapping[str, Time]:
    """The first time of a document for each event, by the event's id."""
    found: dict[str, Time] = {}
    for time in document.times:
        if time.of is not None and isinstance(time.value, TimeInterval):
            found.setdefault(time.of.id, time)
    return found


def time_of(event: Event, dated: Mapping[str, Time]) -> TimeInterval | None:
    """The time that the factbook gives, or else the one of the text."""
    if isinstance(event.time, TimeInterval):
        return event.time
    value = dated[event.id].value if event.id in dated else None
    return value if isinstance(value, TimeInterval) else None


def unique_names(events: Mapping[str, Event]) -> Mapping[str, str]:
    """What messages call each event: its name, with its id where two have the same."""
    names = [event.name for event in events.values()]
    return {
        id: event.name if names.count(event.name) == 1 else f"{event.name} ({event.id})" for id, event in events.items()
    }
