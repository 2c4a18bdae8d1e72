"""Whether a quantity in a statement follows from the quantity that its source has.

This is containment, not agreement: "about 40" follows from "42", and "42" does not follow from "about 40". What a
quantity allows are the sets of `quantities/meaning`, under a policy.
"""

from __future__ import annotations

import functools
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs

from newsfacts.values.comparison import Support, SupportOutcome
from newsfacts.values.quantities.compare import sets_of
from newsfacts.values.quantities.interval import Interval
from newsfacts.values.quantities.likeness import are_pounds, unlike, unnamed_scale, with_scale_of
from newsfacts.values.quantities.meaning import Meaning, resolved
from newsfacts.values.quantities.prose import say
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind
from newsfacts.values.quantities.scales import scale_of

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy
    from newsfacts.values.quantities.exact import Number

__all__ = ["support_of_quantity"]

_Outcome = SupportOutcome
_BARE: Final = (Comparator.PLAIN, Comparator.EXACTLY)
_BOUNDS: Final = (Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.MORE_THAN, Comparator.LESS_THAN)
"""Hedges whose meaning their words say."""
_LOOSE_KINDS: Final = (QuantityKind.SHARE, QuantityKind.FACTOR)
"""Kinds whose bare words are taken loosely: "half", "twice"."""
_COMMON_SHARE: Final = Fraction(1, 10)
"""Shares of at least this much are said loosely."""
_CHANGES: Final = {Change.UP: "a rise of ", Change.DOWN: "a fall of "}
_WAYS: Final = {Change.UP_TO: "a rise to ", Change.DOWN_TO: "a fall to "}


@attrs.frozen(slots=False)
class _Side:
    """A quantity and what it means on the scale that both sides share."""

    quantity: Quantity
    sets: Meaning
    pounds: bool
    """Whether pounds are money here."""

    @property
    def is_bare(self) -> bool:
        """Whether it is one number without a hedge."""
        return self.quantity.stated is not None and self.quantity.comparator in _BARE

    @property
    def is_loose(self) -> bool:
        """Whether the words name no exact number: "dozens", "half", "twice"."""
        q = self.quantity
        if q.vague is not None or not self.is_bare or q.kind not in _LOOSE_KINDS:
            return q.vague is not None
        return q.kind is not QuantityKind.SHARE or q.stated is None or q.stated >= _COMMON_SHARE  # "1 in 64" is exact

    @functools.cached_property
    def point(self) -> Interval | None:
        """The one number that is stated, on the shared scale; None for a range or a vague word."""
        q = self.quantity
        if q.stated is None:
            return None
        bare = Quantity(stated=q.stated, comparator=Comparator.EXACTLY, kind=q.kind, unit=q.unit, per=q.per, currency=q.currency,
                        change=q.change)  # fmt: skip
        return sets_of(bare, resolved(None), self.pounds).core

    def in_words(self, unit: str | None = None) -> str:
        """What it means, for a sentence; with its unit, where that is what differs."""
        means = self.sets.core.words()
        shown = f"{_CHANGES.get(self.quantity.change, '')}{say(self.quantity, large=True)}"
        if unit:
            return f"{shown} {unit}"  # what it means is on the scale of another unit
        says_itself = means.startswith("exactly ") or self.quantity.comparator in _BOUNDS
        return shown if says_itself or means == shown else f"{shown} ({means})"


def support_of_quantity(
    statement: Quantity, source: Quantity, policy: Policy | None = None, *, one_measure: bool = False
) -> Support:
    """Whether `statement` follows from `source` under `policy` (None: the news default).

    With `one_measure` the caller vouches that both count the same thing, whatever their nouns.
    """
    policy = resolved(policy)
    one, two = with_scale_of(statement, source), with_scale_of(source, statement)
    apart = unlike(one, two, one_measure)
    if apart is None:
        pounds = are_pounds(one, two) or are_pounds(two, one)
        said = _Side(one, sets_of(one, policy, pounds), pounds)
        known = _Side(two, sets_of(two, policy, pounds), pounds)
        outcome, rule, because = _decide(said, known)
        apart = unnamed_scale(statement, source) if outcome is _Outcome.CONTRADICTED else None
        if apart is None:
            return Support(outcome, rule, because, said.sets.core, known.sets.core)
    return Support(_Outcome.UNLIKE, apart.rule, f"The values cannot be compared: {apart.reason}.")


def _decide(said: _Side, known: _Side) -> tuple[SupportOutcome, str, str]:
    earlier = _earlier_levels(said.quantity, known.quantity)
    if earlier is not None:
        return earlier
    if {said.quantity.change, known.quantity.change} == _WAYS.keys():
        ways = (f"{_WAYS[one.quantity.change]}{say(one.quantity, large=True)}" for one in (said, known))
        return _Outcome.CONTRADICTED, "other-way", "The statement has {}, and the source {}.".format(*ways)
    claim, fact = said.sets, known.sets
    of_claim, of_fact = _units(said.quantity, known.quantity)
    if claim.core == fact.core:
        both_mean = f"Both mean {fact.core.words()}."
        equal = f"{said.in_words(of_claim)} and {known.in_words(of_fact)} are equal." if of_claim else both_mean
        return _Outcome.SUPPORTED, "same", equal
    both = f"The statement has {said.in_words(of_claim)}, and the source {known.in_words(of_fact)}"
    if fact.core.within(claim.core):
        return _Outcome.SUPPORTED, "contained", f"{both}, which is part of it."
    if _is_same_number(said, known) and known.is_bare and said.is_bare:
        return (
            _Outcome.SUPPORTED,
            "same",
            f"{say(said.quantity, large=True)} and {say(known.quantity, large=True)} are the same number.",
        )
    if _is_rounded(said, known):
        return _Outcome.SUPPORTED, "rounding", f"{both}, which may be rounded to it."
    if of_claim != of_fact and _is_converted(said, known):
        return _Outcome.SUPPORTED, "rounding", f"{both}, which is the same amount, rounded in the other unit."
    if claim.core.meets(fact.core):
        return _Outcome.SAYS_MORE, "more-exact", f"{both}; the source allows more than that."
    if known.is_bare and not said.is_loose and fact.admitted.meets(claim.core) and not _excludes(said, known):
        because = f"{both}, which may be rounded; the statement is more exact than the source."
        return _Outcome.SAYS_MORE, "more-digits", because
    if said.is_bare and _is_same_number(said, known):
        return _Outcome.SAYS_MORE, "hedge-lost", f"{both}; the hedge of the source is lost."
    if (said.is_loose or known.is_loose) and claim.outer.meets(fact.outer):
        return _Outcome.UNKNOWN, "outer-meets", f"{both}; only the widest readings of these words agree."
    return _Outcome.CONTRADICTED, "disjoint", f"{both}; no number fits both."


def _units(said: Quantity, known: Quantity) -> tuple[str | None, str | None]:
    """The units where they are written differently: "3.4 miles" against "3.4 kilometres"."""
    if said.unit is None or known.unit is None:
        return None, None
    one, two = _named(said), _named(known)
    are_measures = scale_of(said.unit, said.per) is not None and scale_of(known.unit, known.per) is not None
    return (one, two) if are_measures and one != two else (None, None)


def _named(q: Quantity) -> str:
    return f"{q.unit} per {q.per}" if q.per else str(q.unit)


def _earlier_levels(said: Quantity, known: Quantity) -> tuple[SupportOutcome, str, str] | None:
    """The verdict where the levels before a change decide: "from 208 to 193"."""
    if said.before is None or (known.before is not None and _on_scale(said) == _on_scale(known)):
        return None
    if known.before is None:
        return _Outcome.SAYS_MORE, "level-before", f"The source has no level before the change; {said} names one."
    because = f"The change began at {said.before}, and in the source at {known.before}."
    return _Outcome.CONTRADICTED, "level-before", because


def _on_scale(q: Quantity) -> Number:
    """The level before a change, in the base unit."""
    assert q.before is not None
    scale = scale_of(q.unit, q.per) if q.unit is not None and q.kind is QuantityKind.NUMBER else None
    return q.before if scale is None else q.before * scale.factor + scale.zero


def _is_rounded(said: _Side, known: _Side) -> bool:
    """Whether the statement is the source's number, rounded as it is written, and the source does not exclude it."""
    if not known.is_bare or (not said.is_bare and said.quantity.comparator is not Comparator.RANGE):
        return False
    fact = known.sets.core
    if known.is_loose and known.point is not None:
        fact = known.point  # "a third" is rounded to 33 percent
    return fact.within(said.sets.admitted) and not _excludes(known, said)


def _is_converted(said: _Side, known: _Side) -> bool:
    """Whether it is what the source's number may be rounded from, in no more digits: "186 mph", "300 km/h"."""
    return (
        said.is_bare
        and known.is_bare
        and said.sets.core.within(known.sets.admitted)
        and _digits(said.quantity) <= _digits(known.quantity)
    )


def _digits(q: Quantity) -> int:
    """How many digits are stated, without the zeros of a round number."""
    if q.stated is None or not q.granularity:
        return 0
    return len(str(int(abs(Fraction(q.stated)) / q.granularity)))


def _is_same_number(said: _Side, known: _Side) -> bool:
    return said.point is not None and said.point == known.point


def _excludes(one: _Side, other: _Side) -> bool:
    """Whether `one` names the number of `other` as what it is not: "more than 6,650" and "6,650"."""
    at, core = other.point, one.sets.core
    if at is None:
        return False
    return (core.low_open and core.low == at.low) or (core.high_open and core.high == at.low)
