"""From what a text states to what it is taken to mean: four nested sets of numbers for every quantity.

    core      what a reader takes the words to mean
    admitted  for a bare number, also what rounds to it at the precision it is written with
    outer     the widest reading that is only in tension with the words
    hard      what the words cannot be stretched beyond

core <= outer <= hard, always. The widths follow the tables and sources of `docs/values.md`.
"""

from __future__ import annotations

import functools
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from newsfacts.values.policy import Policy
from newsfacts.values.quantities.exact import Number, place_value, size_of, whole
from newsfacts.values.quantities.interval import Interval
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind, Tone
from newsfacts.values.quantities.units import MEASURES
from newsfacts.values.quantities.vague_words import SIZES

__all__ = ["Meaning", "half_width", "is_count", "meaning", "resolved", "rounding"]

_C = Comparator


class Meaning(NamedTuple):
    """The sets of one quantity under one policy; `admitted` is the core and what rounds to it."""

    core: Interval
    outer: Interval
    hard: Interval
    admitted: Interval


@lru_cache(maxsize=1)
def _news() -> Policy:
    return Policy.news()


def resolved(policy: Policy | None) -> Policy:
    """The policy, or the news default."""
    return _news() if policy is None else policy


def is_count(q: Quantity) -> bool:
    """Whether whole things are counted: a plain number without a unit of measure."""
    if q.kind is not QuantityKind.NUMBER:
        return False
    return q.unit is None or q.unit.lower() not in MEASURES


def half_width(value: Number, granularity: Number | None, policy: Policy | None = None, count: bool = True) -> Number:
    """h(x): how far "about x" reaches to either side; 4 for 40, 1 for 12.

    `granularity` is the place value of the last digit; a last digit of 5 makes it five times as coarse.
    """
    width = resolved(policy).halfwidth
    size = size_of(value)
    step: Number = granularity or 0
    if width.five and step and step not in (12, 20, 6) and (size / Fraction(step)) % 10 == 5:
        step = step * 5
    half = min(max(width.granule * step, width.floor * size), width.cap * size)
    if count and size < 20 and value.denominator == 1:
        half = max(half, width.min_count)
    return whole(half)


def rounding(q: Quantity, policy: Policy | None = None) -> Number:
    """Half the step a bare stated number may have been rounded by; 0 where it is taken as exact."""
    policy = resolved(policy)
    value, step = q.stated, q.granularity
    if value is None or step is None or q.kind in (QuantityKind.ORDINAL, QuantityKind.SHARE, QuantityKind.FACTOR):
        return 0
    size = size_of(value)
    if is_count(q) and value.denominator == 1 and (size < policy.exact_below or step <= 1):
        return 0
    if q.kind in (QuantityKind.PERCENT, QuantityKind.POINTS) or not is_count(q):
        step = min(step, 1) if q.kind is not QuantityKind.MONEY and step == place_value(value) else step
    half = Fraction(step) / 2
    return whole(min(half, size / Fraction(10)) if step > 1 else half)


def meaning(q: Quantity, policy: Policy | None = None) -> Meaning:
    """The four sets of `q` under `policy` (None: the news default)."""
    return _meaning(q, resolved(policy))


@functools.lru_cache(maxsize=8192)
def _meaning(q: Quantity, policy: Policy) -> Meaning:
    if q.vague is not None:
        core, outer, hard = _vague(q, policy)
        admitted = core
    elif q.stated is None:
        core, outer, hard = _range(q, policy)
        admitted = outer if q.comparator is _C.RANGE else core
    else:
        core, outer, hard, admitted = _point(q, q.stated, policy)
    if core.empty:  # "fewer than 0", "well under 1": the words leave nothing else
        at = core.low if core.low is not None else 0
        core = Interval(at, at)
    outer = outer.hull(core)
    return Meaning(core, outer, hard.hull(outer), admitted.hull(core))


def _around(value: Number, by: Number) -> Interval:
    low, high = value - by, value + by
    if value >= 0 > low:
        low = 0
    if value <= 0 < high:
        high = 0
    return Interval(low, high) if value else Interval(-by, by)


def _floor(q: Quantity, value: Number) -> Number | None:
    """0 for what cannot be negative: counts, shares and the like with a bound above 0."""
    if value <= 0 or q.change is not Change.NONE or q.kind is QuantityKind.MONEY:
        return None
    measure = MEASURES.get(q.unit.lower()) if q.unit is not None else None
    return None if measure is not None and measure.dimension == "temperature" else 0


def _widths(q: Quantity, value: Number, policy: Policy, hedge: str) -> tuple[Number, Number]:
    """Core and outer half width of `value` under a kind of hedge."""
    size = size_of(value)
    if q.kind is QuantityKind.SHARE:
        core, outer, half_outer = policy.share
        bare = q.comparator in (_C.PLAIN, _C.EXACTLY)
        if bare:
            points = half_outer if value == Fraction(1, 2) else outer
            # Percentage points are too wide for "one in a million", and for "99 in 100".
            rest = size_of(min(size, 1 - size)) if size < 1 else size
            return min(Fraction(core) / 100, rest / Fraction(10)), min(Fraction(points) / 100, rest / Fraction(3))
        return min(Fraction(outer) / 100, Fraction(size) / 2), min(3 * Fraction(outer) / 100, Fraction(size) / 2)
    if q.kind is QuantityKind.FACTOR:
        return policy.factor[0] * size, policy.factor[1] * size
    if q.kind is QuantityKind.ORDINAL and q.comparator in (_C.PLAIN, _C.EXACTLY):
        return 0, 0
    half = half_width(value, q.granularity, policy, is_count(q))
    tiers = policy.tiers(hedge)
    core = tiers.core * half
    return core, max(core, min(tiers.outer * half, size / Fraction(2)))


_Sets = tuple[Interval, Interval, Interval, Interval]
"""Core, outer, hard and admitted."""


def _point(q: Quantity, x: Number, policy: Policy) -> _Sets:
    comparator, hedge = _as_meant(q, x, policy)
    near, far = _widths(q, x, policy, hedge)
    if comparator is _C.EXACTLY:
        exact = Interval(x, x)
        return exact, exact, exact, exact
    if comparator is _C.PLAIN:
        return _bare(q, x, near, far, policy)
    if comparator is _C.ABOUT:
        core = _around(x, near)
        if q.kind is QuantityKind.FACTOR:
            core = _more(q, core, x, near, policy)
        return core, _around(x, far).hull(core), Interval(), core
    if comparator in (_C.NEARLY, _C.JUST_OVER):
        return _beside(x, near, far, comparator, policy)
    if comparator in (_C.MORE_THAN, _C.WELL_OVER, _C.AT_LEAST):
        return _above(q, x, near, far, comparator, policy)
    if comparator in (_C.LESS_THAN, _C.WELL_UNDER, _C.AT_MOST, _C.UP_TO):
        return _below(q, x, near, far, comparator, policy)
    step = q.granularity or 1  # n-odd: up to the next step
    core = Interval(x, x + step, high_open=True)
    return core, Interval(x - near, x + step + near, high_open=True), Interval(), core


def _as_meant(q: Quantity, x: Number, policy: Policy) -> tuple[Comparator, str]:
    """The comparator as the policy takes it, and the kind of hedge whose tiers apply."""
    comparator = q.comparator
    if comparator is _C.PLAIN and q.tone is Tone.BARELY and policy.barely != "plain":
        comparator = _C.JUST_OVER if policy.barely == "just_over" else _C.ABOUT
    if comparator is _C.CLOSE_TO:
        to_whole = policy.close_to == "threshold" and q.kind is QuantityKind.PERCENT and x == 100
        return (_C.NEARLY if policy.close_to == "below" or to_whole else _C.ABOUT), "close_to"
    return comparator, _HEDGES.get(comparator, "about")


_HEDGES: Final = {_C.NEARLY: "nearly", _C.JUST_OVER: "just_over", _C.WELL_OVER: "well", _C.WELL_UNDER: "well"}


def _beside(x: Number, near: Number, far: Number, comparator: Comparator, policy: Policy) -> _Sets:
    """ "nearly" and "just over": towards 0 from the number or away from it, whichever its sign."""
    strict = policy.strict_gt
    at = comparator is _C.NEARLY and policy.nearly == "at_or_below"
    if (comparator is _C.NEARLY) == (x >= 0):
        core = Interval(x - near, x, high_open=not at)
        outer = Interval(x - far, x, high_open=strict and not at)
        hard = Interval(None, x, high_open=strict and not at)
    else:
        core = Interval(x, x + near, low_open=not at)
        outer = Interval(x, x + far, low_open=strict and not at)
        hard = Interval(x, None, low_open=strict and not at)
    return core, outer, hard, core


def _above(q: Quantity, x: Number, near: Number, far: Number, comparator: Comparator, policy: Policy) -> _Sets:
    """ "more than", "well over", "at least"."""
    top = 1 if q.kind is QuantityKind.SHARE and 0 <= x < 1 else None
    is_open = comparator is not _C.AT_LEAST
    outer = Interval(x, top, low_open=is_open and policy.strict_gt)
    end = x + far if policy.pragmatic_bound == "tension" and comparator is not _C.WELL_OVER else None
    if top is not None and (end is None or end > top):
        end = top
    start = x + near if comparator is _C.WELL_OVER else x
    if top is not None and start >= top:
        start = x
    core = Interval(start, end, low_open=is_open)
    return core, outer, outer, core


def _below(q: Quantity, x: Number, near: Number, far: Number, comparator: Comparator, policy: Policy) -> _Sets:
    """ "fewer than", "well under", "at most", "up to"."""
    top = 1 if q.kind is QuantityKind.SHARE and 0 <= x < 1 else None
    floor = _floor(q, x)
    is_open = comparator in (_C.LESS_THAN, _C.WELL_UNDER)
    pragmatic = policy.pragmatic_bound == "tension" and comparator in (_C.LESS_THAN, _C.AT_MOST)
    start = x - far if pragmatic else floor
    if floor is not None and start is not None:
        start = max(start, floor)
    end = x - min(near, size_of(x) / Fraction(2)) if comparator is _C.WELL_UNDER else x
    core = Interval(start, end, high_open=is_open)
    if comparator is _C.UP_TO and policy.up_to == "soft":
        outer = Interval(floor, top)
    else:
        outer = Interval(floor, x, high_open=is_open and policy.strict_gt)
    return core, outer, outer, core


def _bare(q: Quantity, x: Number, near: Number, far: Number, policy: Policy) -> _Sets:
    exact = Interval(x, x)
    if q.kind in (QuantityKind.SHARE, QuantityKind.FACTOR):
        core = _around(x, near)
        if q.kind is QuantityKind.FACTOR:
            core = _more(q, core, x, near, policy)
        return core, _around(x, far).hull(core), Interval(0, None), core
    if q.kind is QuantityKind.ORDINAL:
        return exact, exact, exact, exact
    if q.granularity in (12, 20, 6):  # "a dozen" is a round number: 11 to 13, at the widest 9 to 16
        core = Interval(*sorted((Fraction(11, 12) * x, Fraction(13, 12) * x)))
        wide = Interval(*sorted((Fraction(3, 4) * x, Fraction(4, 3) * x)))
        return core, wide, wide, core
    half = rounding(q, policy)
    admitted = Interval(x - half, x + half)
    step = q.granularity or 0
    cut = policy.truncation == "all" or (policy.truncation == "money" and q.kind is QuantityKind.MONEY)
    if cut and half and step:
        reach = 2 * half
        cut_off = Interval(x, x + reach, high_open=True) if x >= 0 else Interval(x - reach, x, low_open=True)
        admitted = admitted.hull(cut_off)
    outer = Interval(x - half, x + half, low_open=True, high_open=True) if half else exact
    if policy.bare_round == "halo" and step and step > 1:
        outer = outer.hull(_around(x, far))
    return exact, outer, outer.hull(admitted), admitted


def _more(q: Quantity, core: Interval, x: Number, near: Number, policy: Policy) -> Interval:
    """ "n times more": n times as many, or n + 1 times as many."""
    if q.unit is None or q.unit.lower() not in ("more", "higher", "greater", "larger", "bigger"):
        return core
    if policy.times_more == "n":
        return core
    further = _around(x + 1, near)
    return further if policy.times_more == "n_plus_one" else core.hull(further)


def _range(q: Quantity, policy: Policy) -> tuple[Interval, Interval, Interval]:
    low, high = q.low, q.high
    assert low is not None  # a range has both ends
    assert high is not None
    stated = Interval(low, high, low_open=q.low_open, high_open=q.high_open)
    comparator = q.comparator
    step = q.granularity or 0
    if comparator in (_C.RANGE, _C.EXACTLY):
        slack: Number = Fraction(step) / 2 if step and not (is_count(q) and step <= 1) else 0
        slack = min(slack, max(size_of(low), size_of(high)) / Fraction(10))
        if high - low == step:  # "5 or 6", "5-6": a pair of neighbours is an approximation
            slack = max(slack, half_width(high, step, policy, is_count(q)))
        if (
            q.low_open or q.high_open or q.kind is QuantityKind.ORDINAL
        ):  # "more than 10 and less than 40", "in her forties": bounds, not rounded ends
            slack = 0
        outer = Interval(low - slack, high + slack, low_open=q.low_open, high_open=q.high_open)
        if low >= 0 and low - slack < 0:
            outer = Interval(0, outer.high, high_open=outer.high_open)
        return stated, stated if comparator is _C.EXACTLY else outer, outer
    if comparator in (_C.MORE_THAN, _C.WELL_OVER, _C.AT_LEAST):
        core = Interval(low, None, low_open=comparator is not _C.AT_LEAST)
        return core, Interval(low), Interval(low)
    if comparator in (_C.LESS_THAN, _C.WELL_UNDER, _C.AT_MOST, _C.UP_TO):
        floor = _floor(q, high)
        core = Interval(floor if low >= 0 else None, high, high_open=comparator in (_C.LESS_THAN, _C.WELL_UNDER))
        wide = Interval(core.low, None if comparator is _C.UP_TO and policy.up_to == "soft" else high)
        return core, wide, wide
    below, below_far = _widths(q, low, policy, "about")
    above, above_far = _widths(q, high, policy, "about")
    core = _around(low, below).hull(_around(high, above))
    return core, _around(low, below_far).hull(_around(high, above_far)), Interval()


def _vague(q: Quantity, policy: Policy) -> tuple[Interval, Interval, Interval]:
    word, scale = q.vague, q.granularity or 1
    tiers = policy.vague.get(str(word))
    if tiers is None:  # tens, hundreds, thousands ...: from two of the unit to ten, at the widest from one to twenty
        unit = SIZES[str(word)] * scale
        core = Interval(2 * unit, 10 * unit, high_open=True)
        outer = Interval(unit, 20 * unit)
    else:
        core = Interval(tiers[0] * scale, tiers[1] * scale)
        outer = Interval(tiers[2] * scale, tiers[3] * scale)
        if policy.few == "scaled" and word in ("few", "handful", "several"):
            outer = Interval(outer.low)
    if q.comparator in (_C.MORE_THAN, _C.WELL_OVER, _C.AT_LEAST, _C.JUST_OVER):
        core, outer = Interval(core.low), Interval(outer.low)
    elif q.comparator in (_C.LESS_THAN, _C.WELL_UNDER, _C.AT_MOST, _C.UP_TO):
        core, outer = Interval(0, core.high, high_open=core.high_open), Interval(0, outer.high)
    return core, outer, Interval(0, None)
