"""Checks between numbers that belong together: tallies, parts, sums, differences, shares, percentages, ordinals.

Every check takes values, needs no document, and returns a `Comparison`: does the arithmetic hold, only at a stretch, or
not at all. A bare number means everything that rounds to it, a hedged one for its core and then its outer tier.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import attrs

from newsfacts.values.comparison import Agreement, Comparison
from newsfacts.values.quantities.compare import compare, on_outer, unlike
from newsfacts.values.quantities.exact import show_number
from newsfacts.values.quantities.interval import Interval
from newsfacts.values.quantities.meaning import Meaning, meaning, resolved, rounding
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = [
    "TallyPoint",
    "check_difference",
    "check_ordinal",
    "check_part",
    "check_percent_change",
    "check_percent_of",
    "check_shares",
    "check_sum",
    "check_tally",
]


@attrs.frozen
class TallyPoint:
    """One reading of a running count: the value and the moment it was true, None if the text does not say."""

    value: Quantity
    as_of: date | datetime | None = None


def check_tally(points: Sequence[TallyPoint], policy: Policy | None = None) -> Comparison:
    """Whether a running tally (killed, cases, votes counted) never falls, in the order of its as-of times.

    `compatible` / `tally-update` if it does not fall; a later lower value is a `tally-revision` (tension, or what the
    policy says); two values of the same moment that cannot both be right are a contradiction. `unknown` if a moment is
    missing or the policy does not check tallies.
    """
    policy = resolved(policy)
    if policy.tally == "off":
        return Comparison(Agreement.UNKNOWN, "tally-off", "The policy does not check running tallies.")
    if len(points) < 2:
        return Comparison(Agreement.SAME, "tally-single", "A tally of fewer than two readings cannot fall.")
    dated = [point for point in points if point.as_of is not None]
    if len(dated) < len(points):
        missing = next(point for point in points if point.as_of is None)
        return Comparison(Agreement.UNKNOWN, "tally-undated", f"The moment of {missing.value} is not given.")
    for point in points[1:]:
        apart = unlike(points[0].value, point.value, one_measure=True)
        if apart is not None:
            because = f"{points[0].value} and {point.value} are not readings of one tally: {apart[1]}."
            return Comparison(Agreement.INCOMPARABLE, apart[0], because)
    moment = _moment(dated)
    ordered = sorted(dated, key=moment)
    worst: Comparison | None = None
    highest: tuple[TallyPoint, Meaning] | None = None  # the reading whose low end is the highest so far
    for _, readings in groupby(ordered, key=moment):
        group = [(point, meaning(point.value, policy)) for point in readings]
        worst = _worse(worst, _same_moment(group, policy))
        if highest is not None:
            lowest = min(group, key=lambda pair: _top(pair[1].admitted))
            worst = _worse(worst, _fall(highest, lowest, policy))
        best = max(group, key=lambda pair: _bottom(pair[1].admitted))
        if highest is None or _bottom(best[1].admitted) > _bottom(highest[1].admitted):
            highest = best
    if worst is not None:
        return worst
    first, last = ordered[0], ordered[-1]
    because = f"The tally does not fall: from {first.value} on {first.as_of} to {last.value} on {last.as_of}."
    return Comparison(Agreement.COMPATIBLE, "tally-update", because, first.value.core(policy), last.value.core(policy))


def _moment(points: Sequence[TallyPoint]) -> Callable[[TallyPoint], Any]:
    """Compare by day where some moments are bare days, or only some of them have a zone."""
    zones = {isinstance(p.as_of, datetime) and p.as_of.tzinfo is not None for p in points}
    if all(isinstance(p.as_of, datetime) for p in points) and len(zones) == 1:
        return lambda point: point.as_of
    return lambda point: point.as_of.date() if isinstance(point.as_of, datetime) else point.as_of


_INFINITE: Final = Fraction(10) ** 1000


def _top(interval: Interval) -> int | Fraction:
    return _INFINITE if interval.high is None else interval.high


def _bottom(interval: Interval) -> int | Fraction:
    return -_INFINITE if interval.low is None else interval.low


_BADNESS: Final = {Agreement.TENSION: 1, Agreement.CONTRADICTION: 2}


def _worse(old: Comparison | None, new: Comparison | None) -> Comparison | None:
    if new is None or (old is not None and _BADNESS[old.verdict] >= _BADNESS[new.verdict]):
        return old
    return new


def _same_moment(group: list[tuple[TallyPoint, Meaning]], policy: Policy) -> Comparison | None:
    low = max(group, key=lambda pair: _bottom(pair[1].outer))
    high = min(group, key=lambda pair: _top(pair[1].outer))
    found = compare(low[0].value, high[0].value, policy, one_measure=True)
    if found.verdict is not Agreement.CONTRADICTION:
        return None
    because = f"{low[0].value} and {high[0].value} are both given for {low[0].as_of}; {_rest(found.because)}"
    return Comparison(Agreement.CONTRADICTION, "tally-same-moment", because, found.left, found.right)


def _rest(sentence: str) -> str:
    return sentence.rsplit("; ", 1)[-1]


def _fall(earlier: tuple[TallyPoint, Meaning], later: tuple[TallyPoint, Meaning], policy: Policy) -> Comparison | None:
    before, after = earlier[1].admitted, later[1].admitted
    if _top(after) >= _bottom(before):
        return None
    verdict = Agreement.CONTRADICTION if policy.tally == "non_decreasing" else Agreement.TENSION
    because = (
        f"The tally falls: {earlier[0].value} on {earlier[0].as_of}, but {later[0].value} on {later[0].as_of}; "
        "a count that only grows was revised, or one of the two is wrong."
    )
    return Comparison(verdict, "tally-revision", because, before, after)


# --- sums and parts --------------------------------------------------------------------------------------------------


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
        _bottom(near_part) <= _top(near_whole),
        _bottom(wide_part) <= _top(wide_whole),
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
    bare = attrs.evolve(change, change=Change.NONE)
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
    return attrs.evolve(q, change=Change.NONE)


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
    total = f"{show_number(_plain(least))} percent"
    shown = " + ".join(str(q) for q in shares) or "nothing"
    left, right = Interval(_plain(least), None), Interval(0, _plain(100 + slack))
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
    if _bottom(near_old) <= 0:
        return Comparison(Agreement.UNKNOWN, "percent-change", f"A percent change from {old} is not defined.")
    near_new, wide_new = _stretch(new, policy)
    near = _ratio(near_new, near_old)
    wide = _ratio(wide_new, wide_old) if _bottom(wide_old) > 0 else Interval(-100, None)
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


def _plain(value: int | Fraction) -> int | Fraction:
    return value.numerator if value.denominator == 1 else value


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
    return Interval(None if low is None else _plain(low), None if high is None else _plain(high))


def _product(share: Interval, whole: Interval) -> Interval:
    """The products of a share and a whole that are both 0 or more; ends below 0 count as 0."""
    low = max(share.low or 0, 0) * max(whole.low or 0, 0)
    high = None if share.high is None or whole.high is None else max(share.high, 0) * max(whole.high, 0)
    return Interval(_plain(low), None if high is None else _plain(high))


# --- ordinals --------------------------------------------------------------------------------------------------------


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
