"""What the rules about counts of several documents share: values of facts, corrections, and a tally over time."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.model import Unreadable, read_quantity_words
from newsfacts.rules.corpus_rule import Fact, Facts
from newsfacts.values.comparison import Agreement
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.canonical import parse_canonical
from newsfacts.values.quantities.compare import compare
from newsfacts.values.quantities.quantity import Quantity

__all__ = [
    "Highest",
    "contradicts",
    "is_corrected",
    "keys_of_tallies_apart",
    "keys_of_values_apart",
    "measure_name",
    "quantity",
    "same_text",
]


@functools.lru_cache(maxsize=4096)
def quantity(value: str) -> Quantity | None:
    """A value as it is in the table."""
    try:
        return parse_canonical(value)
    except UnreadableValue:  # pragma: no cover - the table has what was read before
        return None


def keys_of_values_apart(facts: Facts) -> Iterator[str]:
    """The measures of which two documents have counts that do not overlap. The index alone answers this."""
    found = facts.select(
        "SELECT key FROM facts WHERE kind = 'count' GROUP BY key HAVING max(low) > min(high) AND min(document) < max(document)"
    )
    return (key for (key,) in found)


def keys_of_tallies_apart(facts: Facts, documents: int) -> Iterator[str]:
    """Those of tallies, of which at least so many documents have counts."""
    for key in keys_of_values_apart(facts):
        yield from (
            key
            for (key,) in facts.select(
                "SELECT key FROM facts WHERE kind = 'count' AND key = ? AND note = 'tally' GROUP BY key"
                " HAVING max(low) > min(high) AND count(DISTINCT document) >= ?",
                key,
                documents,
            )
        )


def contradicts(one: Fact, other: Fact, policy: Policy) -> bool:
    """Whether no number fits both counts."""
    left, right = quantity(one.value), quantity(other.value)
    if left is None or right is None:
        return False
    return compare(left, right, policy, one_measure=True).verdict is Agreement.CONTRADICTION


def same_text(one: Fact, other: Fact) -> bool:
    """Whether two facts are from one text, or from two versions of one article; other rules compare those.

    Two annotators of an article have the same text, and nothing in the heads that speaks against it.
    """
    mine, theirs = one.document, other.document
    if mine.id == theirs.id or (mine.url is not None and mine.url == theirs.url):
        return True
    heads = ((mine.title, theirs.title), (mine.url, theirs.url), (mine.published, theirs.published))
    return (
        bool(mine.sha256) and mine.sha256 == theirs.sha256 and all(None in pair or len({*pair}) == 1 for pair in heads)
    )


def is_corrected(new: Fact, old: Fact) -> bool:
    """Whether the newer document has a correction note that may be about this change.

    A note that names other numbers is about something else; one that names none may be about anything.
    """
    for was, now in json.loads(new.document.corrections):
        before, after = number_of(was), number_of(now)
        if before is None and after is None:
            return True
        if before is not None and is_about(before, old):
            return True
        if before is None and after is not None and is_about(after, new):
            return True
    return False


def number_of(words: str | None) -> Quantity | None:
    """The number that a correction note names."""
    found = read_quantity_words(words) if words else None
    return None if isinstance(found, Unreadable) else found


def is_about(number: Quantity, fact: Fact) -> bool:
    """Whether a note and a count name the same number."""
    value = quantity(fact.value)
    return value is not None and (value.stated, value.low, value.high) == (number.stated, number.low, number.high)


def measure_name(fact: Fact) -> str:
    """What a count counts, for a message: the label of the measure, or else its id."""
    id, label, *_ = fact.key.split("\x1f")
    return label or id


@attrs.define
class Highest:
    """The highest lower bound of a tally so far, for every voice. What ends after a moment is not yet known then."""

    found: dict[tuple[str, int], Fact] = attrs.field(factory=dict)

    def add(self, fact: Fact) -> None:
        """Take in one more count that has a lower bound and an end."""
        assert fact.low is not None
        assert fact.until is not None
        slot = (fact.by, fact.until)
        known = self.found.get(slot)
        if known is None or known.low is None or fact.low > known.low:
            self.found[slot] = fact

    def before(self, fact: Fact) -> Fact | None:
        """The highest count that is over before this one begins and is of the same voice, or of a document's own."""
        candidates = [
            known for known in self.found.values()
            if known.until is not None and fact.since is not None and known.until <= fact.since
            and fact.same_voice(known) and not same_text(fact, known)
        ]  # fmt: skip
        return max(candidates, key=lambda known: (known.low or 0, -known.number), default=None)

    def forget_above(self, fact: Fact) -> None:
        """Begin again from a count that has replaced the higher ones."""
        self.found = {
            slot: known for slot, known in self.found.items() if fact.high is None or (known.low or 0) <= fact.high
        }

    def thin_out(self, moment: int) -> None:
        """Of what is over before a moment keep only the highest of each voice, so that this stays small."""
        past: dict[str, Fact] = {}
        for (by, until), known in list(self.found.items()):
            if until <= moment:
                best = past.get(by)
                if best is None or (known.low or 0) > (best.low or 0):
                    past[by] = known
                del self.found[by, until]
        for known in past.values():
            self.add(known)
