"""The counts and known values of a document, as rows."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from fractions import Fraction

from newsfacts.immutable import frozen
from newsfacts.model import Document, Measure
from newsfacts.rules.corpus_rule import Fact
from newsfacts.rules.facts import fact_at, measure_key, place_of, time_of, utc
from newsfacts.rules.rule import Context
from newsfacts.statements import is_stated, statements
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.quantity import Change, Quantity, QuantityKind
from newsfacts.values.times.times import TimeInterval

__all__ = ["count_facts", "known_facts"]

_COMPARABLE = frozenset({QuantityKind.NUMBER, QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.SHARE})


def inward(value: int | Fraction | None, is_open: bool, towards: float) -> float | None:
    """An end of an interval as a float that does not lie outside it.

    So no conflict is lost when an aggregate compares floats; a few are looked at in vain.
    """
    if value is None:
        return None
    try:
        found = float(value)
    except OverflowError:
        return math.nextafter(math.inf if value > 0 else -math.inf, towards)
    return math.nextafter(found, towards) if is_open or Fraction(found) != value else found


@frozen
class Bounds:
    """A value as it is written, and the ends of what it may mean at most."""

    text: str
    low: float | None
    high: float | None


@functools.lru_cache(maxsize=4096)
def bounds_of(value: Quantity, policy: Policy) -> Bounds:
    """The bounds of a value. The same values recur all through a corpus."""
    outer = value.outer(policy)
    low, high = inward(outer.low, outer.low_open, math.inf), inward(outer.high, outer.high_open, -math.inf)
    return Bounds(str(value), low, high)


def comparable(value: Quantity) -> bool:
    """Whether a count states a level that can be compared, and not a rank, a change or a number within a window."""
    return (
        value.kind in _COMPARABLE
        and value.change is Change.NONE
        and value.window is None
        and not value.streak
        and value.per is None
    )


def count_facts(document: Document, context: Context) -> Iterator[Fact]:
    """One row for every count of a measure that the document states. `note` is the kind of the measure."""
    for statement in statements(document):
        count, measure, value = statement.count, statement.measure, statement.value
        if measure is None or not statement.asserted or not comparable(value) or not is_stated(document, count):
            continue
        key = measure_key(document, measure)
        if key is None:
            continue
        bounds = bounds_of(value, context.policy)
        since, until, dated = time_of(document, count.as_of)
        yield fact_at(
            place_of(document, count), "count", f"{key}\x1f{count.scope or ''}", bounds.text,
            low=bounds.low, high=bounds.high, since=since, until=until, dated=dated, by="|".join(statement.voice), note=str(measure.kind or ""),
        )  # fmt: skip


def known_facts(document: Document, context: Context) -> Iterator[Fact]:
    """One row for every value that a factbook has for a measure. Its place is a count of that measure."""
    for known in document.factbook.known:
        if not isinstance(known.of, Measure) or not isinstance(known.value, Quantity):
            continue
        key = measure_key(document, known.of)
        counts = [count for count in document.counts if count.of is known.of]
        if key is None or not counts:
            continue
        since, until = utc(known.as_of) if isinstance(known.as_of, TimeInterval) else (None, None)
        yield fact_at(
            place_of(document, counts[0]), "known", f"{key}\x1f", str(known.value), since=since, until=until,
            dated=since is not None or until is not None, note=known.source or "", once=True,
        )  # fmt: skip
