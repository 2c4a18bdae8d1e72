"""Not run, but checked by mypy: what a program with a kind of its own learns about types."""

from __future__ import annotations

from enum import Enum
from typing import assert_type

import attrs

import newsfacts
from newsfacts import Count, Entity, Event, Schema, fact
from newsfacts.values.quantities.quantity import Quantity


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
