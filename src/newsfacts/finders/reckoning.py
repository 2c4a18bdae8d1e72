"""What follows by reckoning: a rate of another period, and the rise or fall between two levels."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from newsfacts.values.comparison import Support, SupportOutcome
from newsfacts.values.quantities.prose import say
from newsfacts.values.quantities.quantity import Change, Quantity, QuantityKind
from newsfacts.values.quantities.support import support_of_quantity

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["support_by_reckoning"]

_PERIODS: Final = (
    {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800},
    {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1_200},
)
"""Periods that are a whole number of others, in the smallest of their row: a month is not a whole number of weeks."""


def support_by_reckoning(said: Quantity, known: Quantity, found: Support, policy: Policy | None) -> Support:
    """`found`, the support of one quantity by another one, or what follows where they are unlike and one can be reckoned from the other."""
    if found.outcome is not SupportOutcome.UNLIKE:
        return found
    return _of_other_period(said, known) or _of_levels(said, known, policy) or found


def _of_other_period(said: Quantity, known: Quantity) -> Support | None:
    """The support of money by the same money for another period: "9,000 euros a month" is "108,000 euros a year".

    People a day do not add up to people a week, as some come twice.
    """
    if said.currency is None or said.stated is None or known.stated is None or said.per is None or known.per is None:
        return None
    if (said.kind, said.unit, said.currency, said.comparator, said.change) != (
        known.kind, known.unit, known.currency, known.comparator, known.change,
    ):  # fmt: skip
        return None
    for lengths in _PERIODS:
        one, other = lengths.get(said.per), lengths.get(known.per)
        if one is not None and other is not None and said.stated * other == known.stated * one:
            because = f"{say(known, large=True)} is {say(said, large=True)}."
            return Support(SupportOutcome.SUPPORTED, "same", because)
    return None


def _of_levels(said: Quantity, known: Quantity, policy: Policy | None) -> Support | None:
    """The support of the size of a change by its two levels: "fell by a third" by "fell from 90 to 60 million"."""
    before, after = known.before, known.stated
    is_relative = said.kind in (QuantityKind.PERCENT, QuantityKind.SHARE) and said.change in (Change.UP, Change.DOWN)
    if not is_relative or not before or before < 0 or after is None or known.kind in _OF_HUNDRED:
        return None
    part = (Fraction(after) - Fraction(before)) / Fraction(before)
    if not part:
        return None
    change = Change.UP if part > 0 else Change.DOWN
    size = Quantity(stated=abs(part) * 100, kind=QuantityKind.PERCENT, change=change)
    found = support_of_quantity(said, size, policy)
    because = f"The source has {say(known, large=True)}, which is a {'rise' if part > 0 else 'fall'} of about {round(abs(part) * 100)} percent."
    return None if found.outcome is SupportOutcome.UNLIKE else Support(found.outcome, found.rule, because)


_OF_HUNDRED: Final = (QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.SHARE)
"""Of "rose from 40 to 45 percent", the change may be said in points or in percent."""
