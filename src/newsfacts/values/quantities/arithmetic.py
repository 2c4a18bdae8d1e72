"""Checks between numbers that belong together: parts, sums, differences, shares, percentages, ordinals.

Every check takes values, needs no document, and returns a `Comparison`: does the arithmetic hold, only at a stretch, or
not at all. A bare number means everything that rounds to it, a hedged one for its core and then its outer tier.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from newsfacts.values.comparison import Agreement, Comparison
from newsfacts.values.quantities.compare import on_outer
from newsfacts.values.quantities.exact import show_number
from newsfacts.values.quantities.exact import whole as whole_number
from newsfacts.values.quantities.interval import Interval, bottom_of, top_of
from newsfacts.values.quantities.likeness import unlike
from newsfacts.values.quantities.meaning import meaning, resolved, rounding
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = [
    "check_difference",
    "check_ordinal",
    "check_part",
    "check_percent_change",
    "check_percent_of",
    "check_shares",
    "check_sum",
]


def _stretch(q: Quantity, policy: Policy) -> tuple[Interval, Interval]:
    """What a quantity may mean in a sum: closely (with the rounding of a bare number), and at the widest."""
    sets = meaning(q, policy)
    near = sets.admitted.hull(sets.core)
    if q.comparator is Comparator.RANGE:
        near = sets.core
    scale: int | Fraction = 100 if q.kind is QuantityKind.SHARE else 1
    return near.times(scale), sets.outer.hull(near).times(scale)


def _judged(
    near: bool,
    wide: bool,
    policy: Policy,
    rule: str,
    holds: str,
    stretched: str,
    fails: str,
    left: Interval,
    right: Interval,
) -> Comparison:
    if near:
        return Comparison(Agreement.COMPATIBLE, rule, holds, left, right)
    if wide:
        return Comparison(on_outer(policy), rule, stretched, left, right)
    return Comparison(Agreement.CONTRADICTION, rule, fails, left, right)


def _mixed(quantities: Sequence[Quantity]) -> Comparison | None:
    for q in quantities[1:]:
        apart = unlike(quantities[0], q, one_measure=True)
        if apart is not None:
            because = f"{quantities[0]} and {q} cannot be set against each other: {apart[1]}."
            return Comparison(Agreement.INCOMPARABLE, apart[0], because)
    return None


def check_part(part: Quantity, whole: Quantity, policy: Policy | None = None) -> Comparison:
    """Whether a part ("five children") is not larger than its whole ("12 people")."""
    policy = resolved(policy)
    mixed = _mixed((part, whole))
    if mixed is not None:
        return mixed
    near_part, wide_part = _stretch(part, policy)
    near_whole, wide_whole = _stretch(whole, policy)
    return _judged(
        bottom_of(near_part) <= top_of(near_whole),
        bottom_of(wide_part) <= top_of(wide_whole),
        policy,
        "part-of-whole",
        f"{part} can be part of {whole}.",
        f"{part} is more than {whole}, unless both are read at their widest.",
        f"{part} cannot be part of {whole}: the part is larger.",
        near_part,
        near_whole,
    )


def check_sum(parts: Sequence[Quantity], total: Quantity, policy: Policy | None = None) -> Comparison:
    """Whether the parts add up to the total, each with the rounding it is stated with."""
    policy = resolved(policy)
    if not parts:
        return Comparison(Agreement.UNKNOWN, "sum", "No parts are given.")
    mixed = _mixed((total, *parts))
    if mixed is not None:
        return mixed
    near, wide = Interval(0, 0), Interval(0, 0)
    for part in parts:
        near_part, wide_part = _stretch(part, policy)
        near, wide = near.plus(near_part), wide.plus(wide_part)
    near_total, wide_total = _stretch(total, policy)
    shown = " + ".join(str(part) for part in parts)
    return _judged(
        near.meets(near_total),
        wide.meets(wide_total),
        policy,
        "sum",
        f"{shown} is {near.words()}, which fits {total}.",
        f"{shown} is {near.words()}, and fits {total} only at the widest ({wide.words()}).",
        f"{shown} is {near.words()}, not {total}.",
        near,
        near_total,
    )


def check_difference(old: Quantity, change: Quantity, new: Quantity, policy: Policy | None = None) -> Comparison:
    """Whether a change leads from the old value to the new one: "rose by 5 to 20" means that it was 15.

    The direction is that of `change.change`; a change without one goes either way. A change in percent is checked as
    `check_percent_change`.
    """
    policy = resolved(policy)
    if change.kind is QuantityKind.PERCENT and old.kind is not QuantityKind.PERCENT:
        return check_percent_change(old, new, change, policy)
    if change.is_margin:
        because = f"{change} is a margin around a level, not a change."
        return Comparison(Agreement.INCOMPARABLE, "difference", because)
    bare = _level(change)
    if old.kind is QuantityKind.PERCENT and change.kind in (QuantityKind.POINTS, QuantityKind.BASIS_POINTS):
        factor = Fraction(1, 100) if change.kind is QuantityKind.BASIS_POINTS else Fraction(1)
        mixed = _mixed((_level(old), _level(new)))
    else:
        factor = Fraction(1)
        mixed = _mixed((_level(old), _level(new), bare))
    if mixed is not None:
        return mixed
    near_old, wide_old = _stretch(old, policy)
    near_new, wide_new = _stretch(new, policy)
    near_change, wide_change = (part.times(factor) for part in _stretch(bare, policy))
    near, wide = near_new.minus(near_old), wide_new.minus(wide_old)
    if change.change is Change.DOWN:
        near_change, wide_change = near_change.times(-1), wide_change.times(-1)
    elif change.change is Change.NONE:
        near, wide = _size(near), _size(wide)
    return _judged(
        near.meets(near_change),
        wide.meets(wide_change),
        policy,
        "difference",
        f"From {old} to {new} is a change of {near.words()}, which fits {change}.",
        f"From {old} to {new} is a change of {near.words()}, and fits {change} only at the widest ({wide.words()}).",
        f"From {old} to {new} is a change of {near.words()}, not {change}.",
        near,
        near_change,
    )


def _level(q: Quantity) -> Quantity:
    """The same number as a level."""
    return attrs.evolve(q, change=Change.NONE, before=None)


def _size(interval: Interval) -> Interval:
    """The sizes of the numbers in an interval."""
    if interval.low is not None and interval.low >= 0:
        return interval
    if interval.high is not None and interval.high <= 0:
        return interval.times(-1)
    if interval.low is None or interval.high is None:
        return Interval(0, None)
    return Interval(0, max(-interval.low, interval.high))


def check_shares(shares: Sequence[Quantity], policy: Policy | None = None) -> Comparison:
    """Whether shares of one whole stay within 100 percent, with half a step of rounding slack for each."""
    policy = resolved(policy)
    if any(q.kind not in (QuantityKind.PERCENT, QuantityKind.SHARE) for q in shares):
        return Comparison(Agreement.INCOMPARABLE, "shares", "Only percentages and fractions are shares of a whole.")
    least = Fraction(0)
    widest = Fraction(0)
    slack = Fraction(0)
    for q in shares:
        sets = meaning(q, policy)
        scale = 100 if q.kind is QuantityKind.SHARE else 1
        least += Fraction(sets.core.low or 0) * scale
        widest += Fraction(sets.outer.low or 0) * scale
        slack += Fraction(rounding(q, policy)) * scale
    total = f"{show_number(whole_number(least))} percent"
    shown = " + ".join(str(q) for q in shares) or "nothing"
    left, right = Interval(whole_number(least), None), Interval(0, whole_number(100 + slack))
    if least <= 100:
        because = f"{shown} is at least {total}, within 100."
    elif least <= 100 + slack:
        because = f"{shown} is {total}, which rounding of {len(shares)} shares explains."
    else:
        because = f"{shown} is at least {total}, more than 100 and than rounding explains."
    stretched = f"{because} Only the widest readings fit."
    return _judged(least <= 100 + slack, widest <= 100, policy, "shares", because, stretched, because, left, right)


def check_percent_of(part: Quantity, percent: Quantity, whole: Quantity, policy: Policy | None = None) -> Comparison:
    """Whether `percent` (or a fraction) of `whole` is `part`, with the rounding of all three."""
    policy = resolved(policy)
    if percent.kind not in (QuantityKind.PERCENT, QuantityKind.SHARE):
        return Comparison(Agreement.INCOMPARABLE, "percent-of", f"{percent} is not a share of {whole}.")
    mixed = _mixed((_level(whole), _level(part)))
    if mixed is not None:
        return mixed
    near_part, wide_part = _stretch(part, policy)
    results = []
    for near_or_wide in (0, 1):
        share = _stretch(percent, policy)[near_or_wide].times(Fraction(1, 100))
        results.append(_product(share, _stretch(whole, policy)[near_or_wide]))
    near, wide = results
    return _judged(
        near.meets(near_part),
        wide.meets(wide_part),
        policy,
        "percent-of",
        f"{percent} of {whole} is {near.words()}, which fits {part}.",
        f"{percent} of {whole} is {near.words()}, and fits {part} only at the widest ({wide.words()}).",
        f"{percent} of {whole} is {near.words()}, not {part}.",
        near,
        near_part,
    )


def check_percent_change(old: Quantity, new: Quantity, percent: Quantity, policy: Policy | None = None) -> Comparison:
    """Whether going from `old` to `new` is a change by `percent`, with the rounding of all three.

    A fall is a negative percentage or one whose `change` is down. `unknown` if the old value may be 0 or below.
    """
    policy = resolved(policy)
    if percent.kind is not QuantityKind.PERCENT:
        because = f"{percent} is not a percent change" + (
            "; percentage points are a difference." if percent.kind is QuantityKind.POINTS else "."
        )
        return Comparison(Agreement.INCOMPARABLE, "percent-change", because)
    mixed = _mixed((_level(old), _level(new)))
    if mixed is not None:
        return mixed
    near_percent, wide_percent = _stretch(_level(percent), policy)
    if percent.change is Change.DOWN:
        near_percent, wide_percent = near_percent.times(-1), wide_percent.times(-1)
    near_old, wide_old = _stretch(old, policy)
    if bottom_of(near_old) <= 0:
        return Comparison(Agreement.UNKNOWN, "percent-change", f"A percent change from {old} is not defined.")
    near_new, wide_new = _stretch(new, policy)
    near = _ratio(near_new, near_old)
    wide = _ratio(wide_new, wide_old) if bottom_of(wide_old) > 0 else Interval(-100, None)
    return _judged(
        near.meets(near_percent),
        wide.meets(wide_percent),
        policy,
        "percent-change",
        f"From {old} to {new} is a change of {near.words()} percent, which fits {percent}.",
        f"From {old} to {new} is a change of {near.words()} percent, and fits {percent} only at the widest.",
        f"From {old} to {new} is a change of {near.words()} percent, not {percent}.",
        near,
        near_percent,
    )


def _ratio(new: Interval, old: Interval) -> Interval:
    """100 * (new / old - 1) for a positive old value."""
    low = None
    if new.low is not None:
        divisor = old.high if new.low >= 0 else old.low
        low = Fraction(-100) if divisor is None else 100 * (Fraction(new.low) / Fraction(divisor) - 1)
    high = None
    if new.high is not None and old.low is not None:
        divisor = old.low if new.high >= 0 else old.high
        high = Fraction(-100) if divisor is None else 100 * (Fraction(new.high) / Fraction(divisor) - 1)
    return Interval(None if low is None else whole_number(low), None if high is None else whole_number(high))


def _product(share: Interval, whole: Interval) -> Interval:
    """The products of a share and a whole that are both 0 or more; ends below 0 count as 0."""
    low = max(share.low or 0, 0) * max(whole.low or 0, 0)
    high = None if share.high is None or whole.high is None else max(share.high, 0) * max(whole.high, 0)
    return Interval(whole_number(low), None if high is None else whole_number(high))


def check_ordinal(ordinal: Quantity, count: Quantity, policy: Policy | None = None) -> Comparison:
    """Whether an ordinal ("second in two months") fits how many there were in its window, itself included.

    "Second" needs a count that allows exactly 2 at its own moment: fewer than 2 is a contradiction, and so is a
    lower bound above 2. Windows must be the same; without a window on either side, the series counts from its start.
    """
    policy = resolved(policy)
    if ordinal.kind is not QuantityKind.ORDINAL or ordinal.stated is None:
        return Comparison(Agreement.INCOMPARABLE, "ordinal-count", f"{ordinal} is not an ordinal.")
    if count.kind is not QuantityKind.NUMBER:
        return Comparison(Agreement.INCOMPARABLE, "ordinal-count", f"{count} is not a count.")
    if ordinal.window != count.window or ordinal.streak != count.streak:
        because = f"{ordinal} and {count} are counted in different windows of time or runs."
        return Comparison(Agreement.INCOMPARABLE, "unlike-window", because)
    place = Interval(ordinal.stated, ordinal.stated)
    near, wide = _stretch(count, policy)
    return _judged(
        place.meets(near),
        place.meets(wide),
        policy,
        "ordinal-count",
        f"{ordinal} fits {count}.",
        f"{ordinal} fits {count} only if that is read at its widest.",
        f"{ordinal} needs exactly {show_number(ordinal.stated)} by then, and {count} does not allow it.",
        place,
        near,
    )
