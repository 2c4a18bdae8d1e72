"""How rules of this family speak of documents, speakers and days."""

from __future__ import annotations

import datetime as dt
import json

from newsfacts.rules.corpus_rule import Fact
from newsfacts.values.times.calendar import DAY_SECONDS

__all__ = ["Speaker", "day_words", "one_person_two_names", "speaker_names", "speakers", "title_of"]

Speaker = tuple[str, bool, frozenset[str], str]
"""Kind of entity, whether it is named, its names in lower case, and the name to show."""


def title_of(fact: Fact) -> str:
    """The document of a fact, for a message."""
    return f"“{fact.document.title}”" if fact.document.title else str(fact.document.path)


def speakers(fact: Fact) -> list[Speaker]:
    """Who speaks, as `facts.speaker_note` wrote it down."""
    return [(kind, named, frozenset(names), name) for kind, named, names, name in json.loads(fact.note or "[]")]


def speaker_names(fact: Fact) -> str:
    """The speakers, for a message."""
    return " and ".join(name for *_, name in speakers(fact))


def one_person_two_names(one: Fact, other: Fact) -> bool:
    """Whether the speakers may be the same although their ids differ: a name in common, a person and an
    organization that speaks through people, or somebody whose name is kept back."""
    if not one.voices.isdisjoint(other.voices):
        return True
    for kind, named, names, _ in speakers(one):
        for other_kind, other_named, other_names, _ in speakers(other):
            if kind != other_kind or not named or not other_named or names & other_names:
                return True
    return False


def day_words(since: int | None, until: int | None) -> str:
    """A period for a message: its day, or its first and last day."""
    first = "…" if since is None else _day(since)
    last = "…" if until is None else _day(until - 1)
    return first if first == last else f"{first} to {last}"


def _day(second: int) -> str:
    try:
        return dt.date.fromordinal(second // DAY_SECONDS + 1).isoformat()
    except (ValueError, OverflowError):
        return f"year {second // (DAY_SECONDS * 365)}"
