"""The dates of events in a document, as rows."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newsfacts.model import Annotation, Document, Event
from newsfacts.rules.corpus_rule import Fact
from newsfacts.rules.facts import event_key, fact_at, place_of
from newsfacts.rules.rule import Context
from newsfacts.statements import is_stated, voice
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.times import TimeInterval

__all__ = ["event_facts"]


def event_facts(document: Document, context: Context) -> Iterator[Fact]:
    """A row for every date that the document gives for an event, and one for what the event's definition says."""
    for time in document.times:
        event = time.of
        if event is None:
            continue
        key = event_key(document, event)
        value = time.value
        if key is None or not isinstance(value, TimeInterval) or not is_stated(document, time):
            continue
        since, until = days(value.outer)
        yield fact_at(
            place_of(document, time), "event", key, str(value), since=since, until=until, by=voice(document, time),
            note=event.name,
        )  # fmt: skip
        yield from definition_facts(document, time, key, event)


def definition_facts(document: Document, time: Annotation, key: str, event: Event) -> Iterator[Fact]:
    """The definition of an event that has a date in the text: its time, and what comes before and after it."""
    if isinstance(event.time, TimeInterval):
        since, until = days(event.time.outer)
        yield fact_at(
            place_of(document, time),
            "event-definition",
            key,
            str(event.time),
            since=since,
            until=until,
            note=event.name,
            once=True,
        )
    orders = [
        *((other, "before", event) for other in event.after),
        *((event, "before", other) for other in event.before),
        *((event, "during", other) for other in event.during),
    ]
    for one, order, other in orders:
        first, second = event_key(document, one), event_key(document, other)
        if first is not None and second is not None:
            note = json.dumps([order, one.name, other.name])
            yield fact_at(place_of(document, time), "event-order", first, second, note=note, once=True)


def days(interval: TimeInterval) -> tuple[int | None, int | None]:
    """A period widened to whole days: outlets in different zones give one moment different clock times."""
    lower, upper = interval.lower, interval.upper
    return (
        None if lower is None else lower - lower % DAY_SECONDS,
        None if upper is None else upper + -upper % DAY_SECONDS,
    )
