"""What the words of a document's times say, read once for all rules: most documents have nothing to look at closer."""

from __future__ import annotations

from newsfacts.model import Document, Time, Unreadable
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.times import TimeInterval, UnresolvedTime

__all__ = [
    "ambiguous_times",
    "dated_events",
    "declared_times",
    "future_times",
    "times_of_note",
    "unreadable_times",
    "unresolved_times",
    "weekday_times",
    "zoned_times",
]


class Times:
    """Those times of a document that have something about them, each group in reading order."""

    def __init__(self) -> None:
        self.declared: list[Time] = []
        self.of_events: list[Time] = []
        self.unreadable: list[tuple[Time, Unreadable]] = []
        self.unresolved: list[tuple[Time, UnresolvedTime]] = []
        self.weekdays: list[tuple[Time, TimeInterval]] = []
        self.ambiguous: list[tuple[Time, TimeInterval]] = []
        self.future: list[tuple[Time, TimeInterval]] = []
        self.zoned: list[tuple[Time, TimeInterval]] = []


def times_of_note(document: Document) -> bool:
    """Whether any time has something about it: rules that look at one of the groups below need this first."""
    found = document.derived(_times)
    return bool(
        found.declared or found.of_events or found.unreadable or found.unresolved or found.weekdays or found.ambiguous
        or found.future or found.zoned
    )  # fmt: skip


def declared_times(document: Document) -> list[Time]:
    """The times with `value=`."""
    return document.derived(_times).declared


def dated_events(document: Document) -> list[Time]:
    """The times that say when an event was."""
    return document.derived(_times).of_events


def unreadable_times(document: Document) -> list[tuple[Time, Unreadable]]:
    """The times without a declared value whose words cannot be read, each with the reason."""
    return document.derived(_times).unreadable


def unresolved_times(document: Document) -> list[tuple[Time, UnresolvedTime]]:
    """The times whose value needs something that the document does not say, each with its value."""
    return document.derived(_times).unresolved


def weekday_times(document: Document) -> list[tuple[Time, TimeInterval]]:
    """The times whose words name a weekday, each with what its words say."""
    return document.derived(_times).weekdays


def ambiguous_times(document: Document) -> list[tuple[Time, TimeInterval]]:
    """The times without a declared value whose words have two readings, each with the first."""
    return document.derived(_times).ambiguous


def future_times(document: Document) -> list[tuple[Time, TimeInterval]]:
    """The times that begin after the day on which the document was published or last changed, each with its value."""
    return document.derived(_times).future


def zoned_times(document: Document) -> list[tuple[Time, TimeInterval]]:
    """The times whose value has an offset from UTC other than zero, each with its value."""
    return document.derived(_times).zoned


def _times(document: Document) -> Times:
    found = Times()
    published = document.updated or document.published
    end = published.toordinal() * DAY_SECONDS if published is not None else None  # the end of that day
    for time in document.times:
        read, declared = time.read, time.declared
        value = read
        if declared is not None:
            value = declared
            found.declared.append(time)
        if time.of is not None:
            found.of_events.append(time)
        if isinstance(value, TimeInterval):
            if value.offset:
                found.zoned.append((time, value))
            if end is not None and value.lower is not None and value.lower >= end:
                found.future.append((time, value))
        elif isinstance(value, UnresolvedTime):
            found.unresolved.append((time, value))
        if isinstance(read, TimeInterval):
            if read.weekday is not None:
                found.weekdays.append((time, read))
            if read.alternatives and declared is None:
                found.ambiguous.append((time, read))
        elif declared is None and isinstance(read, Unreadable):
            found.unreadable.append((time, read))
    return found
