"""Not run, but checked by mypy: what a program with a kind of its own learns about types."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import assert_type

import attrs

import newsfacts
import newsfacts.rules as newsfacts_rules
from newsfacts import Count, Entity, Event, Quantity, Schema, fact


class Harm(Enum):
    """What happened to people."""

    KILLED = "killed"
    INJURED = "injured"


@attrs.frozen(kw_only=True)
class Casualties(Count):
    """People killed or injured."""

    KIND = "casualties"

    harm: Harm | None = fact("killed or injured", required=True)
    women: int | None = fact("how many of them are women")
    event: Event | None = fact("the event")
    reported_by: tuple[Entity, ...] = fact("who says so", default=())


def killed(path: str) -> int:
    """How many women were killed, as far as a file says so."""
    schema = Schema.core().extend(Casualties)
    assert_type(schema, Schema)
    document = newsfacts.load(path, schema=schema)
    total = 0
    for casualties in document.of_kind(Casualties):
        assert_type(casualties, Casualties)
        assert_type(casualties.harm, Harm | None)
        assert_type(casualties.event, Event | None)
        assert_type(casualties.reported_by, tuple[Entity, ...])
        if casualties.harm is Harm.KILLED and isinstance(casualties.value, Quantity):
            total += casualties.women or 0
    return total


def made() -> Casualties:
    """A kind's own fields are arguments, in addition to those of its parents."""
    found = Casualties(text="12 people", harm=Harm.KILLED, women=5)
    Casualties(women="five")  # type: ignore[arg-type]
    Casualties(weman=5)  # type: ignore[call-arg]
    found.women = 6  # type: ignore[misc]
    return attrs.evolve(found, women=6)


def read(path: str) -> None:
    """What reading gives, without a cast."""
    document = newsfacts.load(path, format="facts")
    assert_type(document, newsfacts.Document)
    assert_type(document.get(Count, "met"), Count)
    assert_type(document["met"], newsfacts.Annotation)
    assert_type(document.entities["xi"], Entity)
    assert_type(document.counts, tuple[Count, ...])
    assert_type(document.attributions[0].by, tuple[Entity, ...])
    assert_type(document.counts[0].value, Quantity | newsfacts.Unreadable)
    assert_type(newsfacts.parse("text"), newsfacts.Parsed)
    for each in newsfacts.read_file(path):
        assert_type(each, newsfacts.Document)


def build() -> str:
    """How documents are made and changed."""
    weiss = Entity(id="weiss", given_name="Anna Weiss", kind=newsfacts.EntityKind.PERSON)
    claim = newsfacts.Claim(spans=(newsfacts.Span(0, 5),), by=(weiss,))
    document = newsfacts.Document.build("It rained.", claim, title="Rain", entities=[weiss])
    document = document.annotate(newsfacts.Claim, "rained", nth=1, id="k", by=weiss)
    document = document.edit("k", note="why").without("k")
    assert_type(document, newsfacts.Document)
    return document.dumps(format="yaml")


def check(document: newsfacts.Document) -> None:
    """What checking gives."""
    result = newsfacts.check(document, newsfacts.Configuration())
    assert_type(result, newsfacts.Result)
    assert_type(newsfacts.check([document, document]), newsfacts.Result)
    for finding in result.findings:
        assert_type(finding, newsfacts.Finding)
        assert_type(finding.severity, newsfacts.Severity)
        assert_type(finding.fix, newsfacts.Fix | None)
    for skipped in result.skipped:
        assert_type(skipped, newsfacts.Skipped)


def values() -> None:
    """What readers of values give."""
    one = newsfacts.parse_quantity("about 40 people", language="en")
    assert_type(one, Quantity)
    assert_type(one.core(newsfacts.Policy.news()), newsfacts.Interval)
    assert_type(newsfacts.compare(one, one), newsfacts.Comparison)
    assert_type(newsfacts.parse_edtf("2024-07"), newsfacts.TimeInterval)
    assert_type(newsfacts.verify_quote("no", "She said no."), newsfacts.Verification)


class Loud(newsfacts_rules.Rule):
    """A rule of one's own."""

    code = "HOUSE1"
    name = "loud-claim"
    severity = newsfacts.Severity.INFO
    looks_at: newsfacts_rules.Kinds = (newsfacts.Claim,)
    VALID: newsfacts_rules.Examples = (newsfacts_rules.Example("[It rained]{.claim}"),)

    def check(self, document: newsfacts.Document, context: newsfacts_rules.Context) -> Iterator[newsfacts.Finding]:
        for claim in document.claims:
            if claim.text.isupper():
                yield self.finding(document, claim, "this claim is loud")
