"""X13: dates of events, in several documents, that cannot all be true."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.rules.across._events import event_facts
from newsfacts.rules.across._series import same_text
from newsfacts.rules.across._wording import day_words, title_of
from newsfacts.rules.corpus_rule import Collectors, CorpusRule, Fact, Facts
from newsfacts.rules.rule import Context, Example, Examples
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.chronology import MAX_STATEMENTS, Chronology, Happening, Order, Ordering, Timeline
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.texts import span_text
from newsfacts.values.times.times import TimeInterval

MAX_DATES = 200
"""How many dates of one event are compared with each other."""

_HEAD = """---
newsfacts: 1
title: {title}
published: 2025-10-20
{more}events:
  breach: {{label: breach of the dam at Orsk}}
  repair: {{label: repair of the dam at Orsk, after: [breach]}}
  feast: {{label: feast at the dam, after: [repair]}}
---

"""


def article(title: str, body: str, more: str = "") -> str:
    return _HEAD.format(title=title, more=more) + body


_TENTH = article("Breach", "The dam broke [on 10 October 2025]{.time of=breach}.")


class ClashingEventDates(CorpusRule):
    """The dates that documents give for events can all be true.

    What it checks:
        Two documents give one event (same id and label) dates that can be the same day, as far as they are exact. One
        day's difference is allowed between documents that do not say they share a clock (`timezone`, or `outlet`).
        Where the definition of an event has a time of several days, any day of it will do. Where an event is defined
        to come `after`, `before` or `during` another one, the dates that all documents give in their own voice allow
        that order, over any number of events in between.

    Why:
        Each article is plausible by itself. Side by side they have the dam break on two days, or repaired before it
        broke.

    Instead:
        Correct the wrong date, or make two events of what happened twice.

    Fix:
        None: which date is right is for a person to find out.
    """

    code = "X13"
    name = "clashing-event-dates"
    severity = Severity.WARNING
    collects: Collectors = (event_facts,)
    VALID: Examples = (
        Example(article("Dam", "The dam broke [in October 2025]{.time of=breach}."), files={"a.facts": _TENTH}),
        Example(article("Dam", "The dam broke [on 11 October 2025]{.time of=breach}."), files={"a.facts": _TENTH}),
        Example(article("Mended", "It was mended [on 15 October 2025]{.time of=repair}."), files={"a.facts": _TENTH}),
    )
    INVALID: Examples = (
        Example(
            article("Dam", "The dam broke [on 12 October 2025]{.time of=breach}."),
            files={"a.facts": _TENTH},
            at="on 12 October 2025",
            message="breach of the dam at Orsk is dated 2025-10-12 here, and 2025-10-10 in “Breach”",
        ),
        Example(
            article("Dam", "The dam broke [on 11 October 2025]{.time of=breach}.", "outlet: Orsk Wire\n"),
            files={
                "a.facts": article(
                    "Breach", "The dam broke [on 10 October 2025]{.time of=breach}.", "outlet: Orsk Wire\n"
                )
            },
            at="on 11 October 2025",
            message="breach of the dam at Orsk is dated 2025-10-11 here, and 2025-10-10 in “Breach”",
        ),
        Example(
            article("Mended", "It was mended [on 2 October 2025]{.time of=repair}."),
            files={"a.facts": _TENTH},
            at="on 2 October 2025",
            message="repair of the dam at Orsk comes after breach of the dam at Orsk, but is dated 2025-10-02 here, "
            "and that one 2025-10-10 in “Breach”",
        ),
        Example(
            article(
                "Feast",
                "They celebrated [on 5 October 2025]{.time of=feast}. The dam is mended {% no date "
                "%}[by 2026]{.time of=repair}.",
            ),
            files={"a.facts": _TENTH},
            at="on 5 October 2025",
            message=(
                "feast at the dam comes after breach of the dam at Orsk (and repair of the dam at Orsk in between), "
                "but is dated 2025-10-05 here, and that one 2025-10-10 in “Breach”"
            ),
        ),
    )

    def conflicts(self, facts: Facts, context: Context) -> Iterator[Finding | Skipped]:
        keys = facts.select(
            "SELECT key FROM facts WHERE kind = 'event' GROUP BY key HAVING max(since) >= min(until) AND "
            "min(document) < max(document)"
        )
        for (key,) in keys:
            yield from self.one_event(facts, key)
        orders = list(facts.where("f.kind = 'event-order'"))
        for component in components(orders):
            yield from self.in_order(facts, component)

    def one_event(self, facts: Facts, key: str) -> Iterator[Finding]:
        """Compare the different dates of one event, the most frequent first."""
        defined = next(facts.where("f.kind = 'event-definition' AND f.key = ?", key), None)
        dates = facts.select(
            "SELECT min(number) FROM facts WHERE kind = 'event' AND key = ? GROUP BY since, until, by"
            f" ORDER BY count(DISTINCT document) DESC, min(number) LIMIT {MAX_DATES}",
            key,
        )
        standing: list[Fact] = []
        for (number,) in dates:
            for fact in facts.where("f.number = ?", number):
                other = next((known for known in standing if are_apart(known, fact, defined)), None)
                if other is None:
                    standing.append(fact)
                    continue
                here, there = day_words(fact.since, fact.until), day_words(other.since, other.until)
                yield self.finding_at(
                    facts, fact, f"{fact.note} is dated {here} here, and {there} in {title_of(other)}",
                    beside=[(other, f"dated {there} here")], help="correct the wrong date, or make two events of what "
                        "happened twice",
                )  # fmt: skip

    def in_order(self, facts: Facts, orders: list[Fact]) -> Iterator[Finding | Skipped]:
        """Whether the dates of all documents allow the order of some events that hang together."""
        if len(orders) * 3 > MAX_STATEMENTS:
            place = facts.place(orders[0])
            yield Skipped(
                code=self.code, rule=self.name, reason="too many events hang together to check their order", place=place
            )
            return
        names = {
            key: name
            for order in orders
            for key, name in zip((order.key, order.value), read_order(order)[1:], strict=True)
        }
        earliest = {key: latest_start(facts, key) for key in names}
        latest = {key: earliest_end(facts, key) for key in names}
        happenings = [Happening(key, between(earliest[key], latest[key])) for key in names]
        orderings = [Ordering(order.key, Order(read_order(order)[0]), order.value) for order in orders]
        while True:
            timeline = Chronology(happenings, orderings).check()
            if timeline.consistent:
                return
            orderings.remove(timeline.orderings[0])
            starts = [fact for key in timeline.events if (fact := earliest[key]) is not None]
            ends = [fact for key in timeline.events if (fact := latest[key]) is not None]
            first = max(starts, key=lambda fact: fact.since or 0)
            second = min(ends, key=lambda fact: fact.until or 0)
            if are_in_disorder(first, second):
                yield self.report(facts, first, second, names, timeline)

    def report(self, facts: Facts, first: Fact, second: Fact, names: dict[str, str], timeline: Timeline) -> Finding:
        """`first` should be over before `second`, but is later."""
        later, earlier = (second, first) if second.number > first.number else (first, second)
        here, there = day_words(later.since, later.until), day_words(earlier.since, earlier.until)
        orders = [ordering for ordering in timeline.orderings if ordering.order is Order.DURING]
        comes = "during" if orders and len(timeline.orderings) == 1 else "after" if later is second else "before"
        if comes == "during" and later.key != orders[0].first:
            comes = "around"
        between = [names[key] for key in timeline.events if key not in (later.key, earlier.key)]
        over = f" (and {', '.join(between)} in between)" if between else ""
        message = (
            f"{names[later.key]} comes {comes} {names[earlier.key]}{over}, but is dated {here} here, "
            f"and that one {there} in {title_of(earlier)}"
        )
        return self.finding_at(
            facts, later, message, beside=[(earlier, f"dated {there} here")],
            help="correct the wrong date, or the order of the events",
        )  # fmt: skip


def read_order(order: Fact) -> tuple[str, str, str]:
    """How one event is related to the other, and the names of both."""
    word, first, second = json.loads(order.note)
    return word, first, second


def components(orders: list[Fact]) -> Iterator[list[Fact]]:
    """The orders, grouped by the events that hang together."""
    leader: dict[str, str] = {}

    def find(key: str) -> str:
        while (above := leader.setdefault(key, key)) != key:
            leader[key] = leader[above]
            key = leader[key]
        return key

    for order in orders:
        leader[find(order.key)] = find(order.value)
    groups: dict[str, list[Fact]] = {}
    for order in orders:
        groups.setdefault(find(order.key), []).append(order)
    yield from groups.values()


def latest_start(facts: Facts, key: str) -> Fact | None:
    """The date of an event that begins last: before it, the event has not begun."""
    where = "f.kind = 'event' AND f.key = ? AND f.since IS NOT NULL AND f.by = ''"
    return next(facts.where(where, key, order="f.since DESC, f.number"), None)


def earliest_end(facts: Facts, key: str) -> Fact | None:
    """The date of an event that ends first: after it, the event is over."""
    where = "f.kind = 'event' AND f.key = ? AND f.until IS NOT NULL AND f.by = ''"
    return next(facts.where(where, key, order="f.until, f.number"), None)


def between(start: Fact | None, end: Fact | None) -> TimeInterval | None:
    """What all documents together say about the time of an event; nothing where they contradict each other."""
    lower, upper = start.since if start else None, end.until if end else None
    if (lower is None and upper is None) or (lower is not None and upper is not None and lower >= upper):
        return None
    return TimeInterval(lower=lower, upper=upper, grain=Grain.DAY, text=span_text(lower, upper))


def are_in_disorder(first: Fact, second: Fact) -> bool:
    """Whether what should come first is later, in another document and beyond a day's difference of clocks."""
    if same_text(first, second) or first.since is None or second.until is None:
        return False
    return first.since >= second.until + slack(first, second)


def slack(one: Fact, other: Fact) -> int:
    """Half the world is a day ahead, unless both documents go by one clock."""
    shared = [
        a is not None and a == b
        for a, b in ((one.document.timezone, other.document.timezone), (one.document.outlet, other.document.outlet))
    ]
    return 0 if any(shared) else DAY_SECONDS


def are_apart(one: Fact, other: Fact, defined: Fact | None) -> bool:
    """Whether two dates of one event cannot both be true."""
    if same_text(one, other) or not one.same_voice(other):
        return False
    if (
        defined is not None
        and defined.since is not None
        and defined.until is not None
        and defined.until - defined.since > DAY_SECONDS
    ):
        return (
            False  # of an event of several days each document may name another one; each is checked against the whole
        )
    earlier, later = sorted((one, other), key=lambda fact: fact.since if fact.since is not None else -1)
    if earlier.until is None or later.since is None:
        return False
    return later.since >= earlier.until + slack(one, other)
