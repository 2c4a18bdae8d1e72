"""X13: dates of events, in several documents, that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.rules.across.series import same_text
from newsfacts.rules.across.wording import day_words, title_of
from newsfacts.rules.corpus_rule import CorpusRule, Fact, Facts
from newsfacts.rules.facts import event_facts
from newsfacts.rules.rule import Context, Example
from newsfacts.values.calendar_days import DAY_SECONDS

MAX_DATES = 200
"""How many dates of one event are compared with each other."""

_HEAD = """---
newsfacts: 1
title: {title}
published: 2025-10-20
{more}events: {{breach: {{label: breach of the dam at Orsk}}, repair: {{label: repair of the dam at Orsk, after: [breach]}}}}
---

"""


def article(title: str, body: str, more: str = "") -> str:
    return _HEAD.format(title=title, more=more) + body


_TENTH = article("Breach", "The dam broke [on 10 October 2025]{.time of=breach}.")


class ClashingEventDates(CorpusRule):
    """The dates that documents give for events can all be true.

    What it checks:
        Two documents give one event (same id and label) dates that can be the same day, as far as they are exact. One
        day's difference is allowed between documents that do not say they share a clock (`timezone`, or `outlet`). Where
        the definition of an event has a time of several days, any day of it will do. Where an event is defined to come
        `after` or `before` another one, the dates in all documents allow that order.

    Why:
        Each article is plausible by itself. Side by side they have the dam break on two days, or mended before it broke.

    Instead:
        Mend the wrong date, or make two events of what happened twice.

    Fix:
        None: which date is right is for a person to find out.
    """

    code = "X13"
    name = "clashing-event-dates"
    severity = Severity.WARNING
    collects = (event_facts,)
    VALID = (
        Example(article("Dam", "The dam broke [in October 2025]{.time of=breach}."), files={"a.facts": _TENTH}),
        Example(article("Dam", "The dam broke [on 11 October 2025]{.time of=breach}."), files={"a.facts": _TENTH}),
        Example(article("Mended", "It was mended [on 15 October 2025]{.time of=repair}."), files={"a.facts": _TENTH}),
    )
    INVALID = (
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
    )

    def conflicts(self, facts: Facts, context: Context) -> Iterator[Finding]:
        keys = facts.select(
            "SELECT key FROM facts WHERE kind = 'event' GROUP BY key HAVING max(since) >= min(until) AND "
            "count(DISTINCT document) > 1"
        )
        for (key,) in keys:
            yield from self.one_event(facts, key)
        for order in facts.where("f.kind = 'event-order'"):
            yield from self.in_order(facts, order)

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
                    beside=[(other, f"dated {there} here")], help="mend the wrong date, or make two events of what "
                        "happened twice",
                )  # fmt: skip

    def in_order(self, facts: Facts, order: Fact) -> Iterator[Finding]:
        """Whether the earliest date of what comes first and the latest of what comes after it allow the order."""
        names = order.note.split("\x1f")
        first = next(
            facts.where(
                "f.kind = 'event' AND f.key = ? AND f.since IS NOT NULL", order.key, order="f.since DESC, f.number"
            ),
            None,
        )
        second = next(
            facts.where(
                "f.kind = 'event' AND f.key = ? AND f.until IS NOT NULL", order.value, order="f.until, f.number"
            ),
            None,
        )
        if first is None or second is None or same_text(first, second) or not first.same_voice(second):
            return
        if first.since is not None and second.until is not None and first.since >= second.until + slack(first, second):
            here, there = day_words(second.since, second.until), day_words(first.since, first.until)
            later, earlier = sorted((second, first), key=lambda fact: -fact.number)
            here, there = day_words(later.since, later.until), day_words(earlier.since, earlier.until)
            comes = "after" if later is second else "before"
            own, others = (names[1], names[0]) if later is second else (names[0], names[1])
            yield self.finding_at(
                facts, later,
                f"{own} comes {comes} {others}, but is dated {here} here, and that one {there} in {title_of(earlier)}",
                beside=[(earlier, f"dated {there} here")], help="mend the wrong date, or the order of the events",
            )  # fmt: skip


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
