"""`compare` two values of the same thing, and say why in a sentence.

The rule has a name, and the two intervals that led to the verdict come with it, so that a change of policy can be
explained. Values of unlike dimensions are incomparable and never contradict each other; currencies are not converted.
"""

from __future__ import annotations

import functools
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from newsfacts.errors import UsageError
from newsfacts.values.comparison import Agreement, Comparison
from newsfacts.values.quantities.currencies import MINOR_UNITS
from newsfacts.values.quantities.interval import Interval
from newsfacts.values.quantities.likeness import are_pounds, is_level, unlike, unnamed_scale, with_scale_of
from newsfacts.values.quantities.meaning import Meaning, meaning, resolved
from newsfacts.values.quantities.quantity import Change, Quantity, QuantityKind
from newsfacts.values.quantities.scales import scale_of

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["compare", "on_outer", "sets_of"]


def compare(a: Any, b: Any, policy: Policy | None = None, *, one_measure: bool = False) -> Comparison:
    """Whether two values agree under `policy` (None: the news default).

    With `one_measure` the caller vouches that both count the same thing, whatever their nouns ("40 times" and
    "40 meetings"). Two times are compared as times; a quantity and a time are incomparable.
    """
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return _compare_quantities(a, b, resolved(policy), one_measure)
    from newsfacts.values.times.compare import compare_times
    from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, UnresolvedTime

    for value in (a, b):
        if not isinstance(value, Quantity | TimeInterval | Duration | TimeSet | UnresolvedTime):
            kind = type(value).__name__
            raise UsageError(
                f"values of numbers and times are compared, not {kind}; parse_quantity and parse_time give them"
            )
    if isinstance(a, Quantity) or isinstance(b, Quantity):
        return Comparison(Agreement.INCOMPARABLE, "unlike-kind", "a quantity and a time cannot be compared")
    found: Comparison = compare_times(a, b, policy)
    return found


@functools.lru_cache(maxsize=8192)
def _compare_quantities(a: Quantity, b: Quantity, policy: Policy, one_measure: bool) -> Comparison:
    one, two = with_scale_of(a, b), with_scale_of(b, a)
    apart = unlike(one, two, one_measure)
    pounds = are_pounds(a, b) or are_pounds(b, a)
    if apart is None:
        left, right = sets_of(one, policy, pounds), sets_of(two, policy, pounds)
        found = _verdict(a, b, left, right, policy)
        apart = unnamed_scale(a, b) if found.verdict is Agreement.CONTRADICTION else None
        if apart is None:
            return found
    return Comparison(Agreement.INCOMPARABLE, apart.rule, f"{a} and {b} cannot be compared: {apart.reason}.")


def _verdict(a: Quantity, b: Quantity, left: Meaning, right: Meaning, policy: Policy) -> Comparison:
    says_left, says_right = f"{a} means {left.core.words()}", f"{b} means {right.core.words()}"
    if left.core == right.core:
        is_counted = a.unit is None or scale_of(a.unit, a.per) is None
        equal = f"{a} and {b} both mean {left.core.words()}." if is_counted else f"{a} and {b} are equal."
        same = equal if str(a) != str(b) else f"Both state {a}."
        return Comparison(Agreement.SAME, "same-core", same, left.core, right.core)
    if left.core.meets(right.core):
        both = left.core.intersection(right.core)
        because = f"{says_left}, and {says_right}; both allow {both.words().removeprefix('exactly ')}."
        return Comparison(Agreement.COMPATIBLE, "cores-meet", because, left.core, right.core)
    for one, other, set_one, set_other in ((a, b, left, right), (b, a, right, left)):
        if set_one.admitted.meets(set_other.core) and not _excluded(set_one, set_other):
            because = (
                f"{other} means {set_other.core.words()}, and {one} may be rounded from anything in "
                f"{set_one.admitted.words()} at the precision it is stated with."
            )
            return Comparison(Agreement.COMPATIBLE, "rounding", because, left.admitted, right.admitted)
    if left.outer.meets(right.outer):
        because = (
            f"{says_left}, and {says_right}; these do not meet, and only the widest readings do "
            f"({left.outer.words()}; {right.outer.words()})."
        )
        return Comparison(on_outer(policy), "outer-meets", because, left.outer, right.outer)
    wide_left = "" if left.outer == left.core else f", at the widest {left.outer.words()}"
    wide_right = "" if right.outer == right.core else f", at the widest {right.outer.words()}"
    because = f"{says_left}{wide_left}, and {says_right}{wide_right}; no number fits both."
    return Comparison(Agreement.CONTRADICTION, "disjoint", because, left.outer, right.outer)


def _excluded(bare: Meaning, other: Meaning) -> bool:
    """Whether the other value names this very number as what it is not: "more than 6,650" and "6,650"."""
    at = bare.core.low
    if at is None or at != bare.core.high:
        return False
    core = other.core
    return (core.low_open and core.low == at) or (core.high_open and core.high == at)


def on_outer(policy: Policy) -> Agreement:
    """The verdict where only the outer tiers meet."""
    return Agreement(policy.verdict_on_outer)


def sets_of(q: Quantity, policy: Policy, pounds: bool) -> Meaning:
    """The sets of a quantity on a scale it shares with what it is compared with, the sign of a change included.

    With `pounds`, "pounds" are money and have no mass.
    """
    sets = meaning(q, policy)
    factor: int | Fraction = 1
    zero: int | Fraction = 0
    if q.kind is QuantityKind.SHARE:
        factor = 100
    elif q.kind is QuantityKind.BASIS_POINTS or (
        q.kind is QuantityKind.MONEY
        and q.unit is not None
        and (q.unit.lower() in MINOR_UNITS or q.unit.lower().rstrip("s") in MINOR_UNITS)
    ):
        factor = Fraction(1, 100)
    elif q.kind is QuantityKind.NUMBER and q.unit is not None and not pounds:
        scale = scale_of(q.unit, q.per)
        if scale is not None:
            factor, zero = scale.factor, scale.zero if is_level(q) else 0
    if q.change is Change.DOWN:
        factor = -factor
    if factor != 1:
        sets = Meaning(*(part.times(factor) for part in sets))
    return Meaning(*(part.plus(Interval(zero, zero)) for part in sets)) if zero else sets
