"""Running tallies: a count that only grows must not fall from one reading to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import attrs

from newsfacts.values.comparison import Agreement, Comparison
from newsfacts.values.quantities.compare import compare
from newsfacts.values.quantities.interval import bottom_of, top_of
from newsfacts.values.quantities.likeness import unlike
from newsfacts.values.quantities.meaning import Meaning, meaning, resolved
from newsfacts.values.quantities.quantity import Quantity

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["TallyPoint", "check_tally"]


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
            lowest = min(group, key=lambda pair: top_of(pair[1].admitted))
            worst = _worse(worst, _fall(highest, lowest, policy))
        best = max(group, key=lambda pair: bottom_of(pair[1].admitted))
        if highest is None or bottom_of(best[1].admitted) > bottom_of(highest[1].admitted):
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


_BADNESS: Final = {Agreement.TENSION: 1, Agreement.CONTRADICTION: 2}


def _worse(old: Comparison | None, new: Comparison | None) -> Comparison | None:
    if new is None or (old is not None and _BADNESS[old.verdict] >= _BADNESS[new.verdict]):
        return old
    return new


def _same_moment(group: list[tuple[TallyPoint, Meaning]], policy: Policy) -> Comparison | None:
    low = max(group, key=lambda pair: bottom_of(pair[1].outer))
    high = min(group, key=lambda pair: top_of(pair[1].outer))
    found = compare(low[0].value, high[0].value, policy, one_measure=True)
    if found.verdict is not Agreement.CONTRADICTION:
        return None
    because = f"{low[0].value} and {high[0].value} are both given for {low[0].as_of}; {_rest(found.because)}"
    return Comparison(Agreement.CONTRADICTION, "tally-same-moment", because, found.left, found.right)


def _rest(sentence: str) -> str:
    return sentence.rsplit("; ", 1)[-1]


def _fall(earlier: tuple[TallyPoint, Meaning], later: tuple[TallyPoint, Meaning], policy: Policy) -> Comparison | None:
    before, after = earlier[1].admitted, later[1].admitted
    if top_of(after) >= bottom_of(before):
        return None
    verdict = Agreement.CONTRADICTION if policy.tally == "non_decreasing" else Agreement.TENSION
    because = (
        f"The tally falls: {earlier[0].value} on {earlier[0].as_of}, but {later[0].value} on {later[0].as_of}; "
        "a count that only grows was revised, or one of the two is wrong."
    )
    return Comparison(verdict, "tally-revision", because, before, after)
