"""`supports`: whether a statement follows from its source, for quantities and times, as values or as words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from newsfacts.errors import UnreadableValue, UsageError
from newsfacts.values.comparison import Support, SupportOutcome
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.quantities.reading.phrase import parse_quantity
from newsfacts.values.quantities.support import support_of_quantity
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.support import support_of_time
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, TimeValue, UnresolvedTime

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["supports"]

_TIMES = (TimeInterval, Duration, TimeSet, UnresolvedTime)


def supports(
    statement: Quantity | TimeValue | str,
    source: Quantity | TimeValue | str,
    policy: Policy | None = None,
    *,
    published: dt.date | None = None,
    one_measure: bool = False,
) -> Support:
    """Whether `statement` follows from `source`, which is not symmetric: "about 40" follows from "42", not "42" from "about 40".

    `policy` says what hedges and vague words mean (None: the news default). Words are read by `parse_quantity` and
    `parse_time`; dates among them that leave the day open are resolved against `published`, the day of both. Without it,
    "4 July" and "July 4" are the same day of some year. With `one_measure` the caller vouches that two quantities count
    the same thing, whatever their nouns. Words that cannot be read are `SupportOutcome.UNKNOWN`. Raises `UsageError` for
    anything else than quantities, times and words.
    """
    for value in (statement, source):
        if not isinstance(value, (Quantity, str, *_TIMES)):
            raise UsageError(f"quantities, times and words are compared, not {type(value).__name__}")
    times = _as_times(statement, source, published)
    if times is not None:
        return support_of_time(*times)
    try:
        said = parse_quantity(statement, policy) if isinstance(statement, str) else statement
        known = parse_quantity(source, policy) if isinstance(source, str) else source
    except UnreadableValue as error:
        reason = str(error)
        return Support(SupportOutcome.UNKNOWN, "unreadable", f"{reason[:1].upper()}{reason[1:]}.")
    if isinstance(said, Quantity) and isinstance(known, Quantity):
        return support_of_quantity(said, known, policy, one_measure=one_measure)
    return Support(SupportOutcome.UNLIKE, "unlike-kind", "A quantity and a time cannot be compared.")


def _as_times(
    statement: Quantity | TimeValue | str, source: Quantity | TimeValue | str, published: dt.date | None
) -> tuple[TimeValue, TimeValue] | None:
    """Both as times, where both are."""
    if isinstance(statement, Quantity) or isinstance(source, Quantity):
        return None
    try:
        said = parse_time(statement, published=published) if isinstance(statement, str) else statement
        known = parse_time(source, published=published) if isinstance(source, str) else source
    except UnreadableValue:
        return None
    return said, known
