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
from newsfacts.values.quantities.meaning import Meaning, meaning, resolved
from newsfacts.values.quantities.quantity import Change, Quantity, QuantityKind
from newsfacts.values.quantities.units import MEASURES

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["compare", "on_outer", "unlike"]


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
    apart = unlike(a, b, one_measure)
    if apart is not None:
        rule, reason = apart
        return Comparison(Agreement.INCOMPARABLE, rule, f"{a} and {b} cannot be compared: {reason}.")
    pounds = _pounds(a, b) or _pounds(b, a)
    left, right = _sets(a, policy, pounds), _sets(b, policy, pounds)
    return _verdict(a, b, left, right, policy)


def _verdict(a: Quantity, b: Quantity, left: Meaning, right: Meaning, policy: Policy) -> Comparison:
    says_left, says_right = f"{a} means {left.core.words()}", f"{b} means {right.core.words()}"
    if left.core == right.core:
        same = f"{a} and {b} both mean {left.core.words()}." if str(a) != str(b) else f"Both state {a}."
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
    """Whether the other value names this very number as what it is not: "more than 6,650" beside "6,650"."""
    at = bare.core.low
    if at is None or at != bare.core.high:
        return False
    core = other.core
    return (core.low_open and core.low == at) or (core.high_open and core.high == at)


def on_outer(policy: Policy) -> Agreement:
    """The verdict where only the outer tiers meet."""
    return Agreement(policy.verdict_on_outer)


# --- likeness -------------------------------------------------------------------------------------------------------

_LEVELS = (Change.NONE, Change.UP_TO, Change.DOWN_TO)
_SIZES = (Change.UP, Change.DOWN)
_SAME_NOUN = {"person": "people", "persons": "people"}


def unlike(a: Quantity, b: Quantity, one_measure: bool = False) -> tuple[str, str] | None:
    """Why two quantities cannot be compared: the rule's name and the reason; None if they can."""
    kinds = {a.kind, b.kind}
    if (
        a.kind is not b.kind
        and kinds != {QuantityKind.PERCENT, QuantityKind.SHARE}
        and not (kinds == {QuantityKind.POINTS, QuantityKind.BASIS_POINTS} or _pounds(a, b) or _pounds(b, a))
    ):
        if QuantityKind.PERCENT in kinds and kinds & {QuantityKind.POINTS, QuantityKind.BASIS_POINTS}:
            return "unlike-percent", "a percentage is relative and percentage points are absolute"
        return "unlike-kind", f"one is {_article(a.kind)} and the other {_article(b.kind)}"
    if a.currency != b.currency and not (_pounds(a, b) or _pounds(b, a)):
        return "unlike-currency", f"{a.currency} and {b.currency} are not converted into each other"
    level_a, level_b = a.change in _LEVELS, b.change in _LEVELS
    if level_a != level_b or (not level_a and (a.change in _SIZES) != (b.change in _SIZES)):
        return "unlike-change", "one is the size of a change or an earlier level, and the other is not"
    if (a.per or "").lower() != (b.per or "").lower():
        return "unlike-rate", f"one is per {a.per}, the other per {b.per}" if a.per and b.per else "only one is a rate"
    if a.window != b.window:
        return "unlike-window", "they are counted in different windows of time" if a.window and b.window else (
            "only one is counted within a window of time"
        )
    if a.streak != b.streak:
        return "unlike-streak", "only one counts what happened in a row"
    return None if one_measure and not _measured(a, b) else _unlike_units(a, b)


def _article(kind: QuantityKind) -> str:
    if kind in (QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.BASIS_POINTS, QuantityKind.MONEY):
        return "a percentage" if kind is QuantityKind.PERCENT else str(kind)
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _measured(a: Quantity, b: Quantity) -> bool:
    return _dimension(a) is not None and _dimension(b) is not None


def _pounds(a: Quantity, b: Quantity) -> bool:
    """ "361 million pounds" beside "£361m"."""
    return a.kind is QuantityKind.NUMBER and a.unit in ("pound", "pounds") and b.currency == "GBP"


def _dimension(q: Quantity) -> str | None:
    if q.unit is None or q.kind is not QuantityKind.NUMBER:
        return None
    measure = MEASURES.get(q.unit) or MEASURES.get(q.unit.lower())
    return None if measure is None else measure.dimension


def _noun(q: Quantity) -> str | None:
    if q.unit is None or q.kind in (QuantityKind.FACTOR, QuantityKind.MONEY):
        return None
    words = q.unit.lower().split()
    last = words[-1]
    last = _SAME_NOUN.get(last, last)
    if len(last) > 3 and last.endswith("s") and last[-2] not in "su":
        last = last[:-3] + "y" if last.endswith("ies") else last[:-1]
    return " ".join([*words[:-1], last])


def _unlike_units(a: Quantity, b: Quantity) -> tuple[str, str] | None:
    one, two = _dimension(a), _dimension(b)
    if one is not None and two is not None:
        if one != two:
            return "unlike-unit", f"{a.unit} measures {one} and {b.unit} {two}"
        first, second = MEASURES.get(str(a.unit).lower()), MEASURES.get(str(b.unit).lower())
        if first != second and (first is None or second is None or first.size is None or second.size is None):
            return "unlike-unit", f"{a.unit} and {b.unit} have no exact factor"
        if first is not None and second is not None and first.size is None and _noun(a) != _noun(b):
            return "unlike-unit", f"{a.unit} and {b.unit} have no exact factor"
        return None
    left, right = _noun(a), _noun(b)
    if left is None or right is None or left == right or ("time" in (left, right) and one is None and two is None):
        return None
    return "unlike-unit", f"one counts {a.unit}, the other {b.unit}"


# --- common scale ---------------------------------------------------------------------------------------------------


def _sets(q: Quantity, policy: Policy, pounds: bool) -> Meaning:
    """The sets of a quantity on a scale it shares with what it is compared with, the sign of a change included.

    With `pounds`, "pounds" are money and have no mass.
    """
    sets = meaning(q, policy)
    factor: int | Fraction = 1
    if q.kind is QuantityKind.SHARE:
        factor = 100
    elif q.kind is QuantityKind.BASIS_POINTS or (
        q.kind is QuantityKind.MONEY
        and q.unit is not None
        and (q.unit.lower() in MINOR_UNITS or q.unit.lower().rstrip("s") in MINOR_UNITS)
    ):
        factor = Fraction(1, 100)
    elif q.kind is QuantityKind.NUMBER and q.unit is not None and not pounds:
        measure = MEASURES.get(q.unit.lower())
        if measure is not None and measure.size is not None:
            factor = measure.size
    if q.change is Change.DOWN:
        factor = -factor
    if factor == 1:
        return sets
    return Meaning(*(part.times(factor) for part in sets))
