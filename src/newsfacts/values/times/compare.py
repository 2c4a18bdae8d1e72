"""Compare two times that are stated of the same thing, and say why in a sentence.

A coarser time agrees with a finer one inside it: 2022 and 24 February 2022 are compatible. Ends are compared half-open.
Where only one side names a time zone, the other's clock can be a day off, so times a day apart are a tension, never a
contradiction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsfacts.values.comparison import Agreement, Comparison
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.prose import say_time
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, UnresolvedTime

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["compare_times"]

Time = TimeInterval | Duration | TimeSet | UnresolvedTime


def compare_times(a: Time, b: Time, policy: Policy | None = None) -> Comparison:
    """How two times agree under `policy` (None: the news default); the order of the two does not matter.

    Durations are compared with durations, recurring times with recurring times; an unresolved time is `unknown`.
    """
    for side in (a, b):
        if isinstance(side, UnresolvedTime):
            return Comparison(
                Agreement.UNKNOWN, "unresolved", f"{side.words!r} cannot be compared: it needs {side.needs}."
            )
    if isinstance(a, TimeInterval) and isinstance(b, TimeInterval):
        return _intervals(a, b, policy)
    if isinstance(a, Duration) and isinstance(b, Duration):
        return _durations(a, b, policy)
    if isinstance(a, TimeSet) and isinstance(b, TimeSet):
        if a == b:
            return Comparison(Agreement.SAME, "same-recurrence", f"Both recur as {a}.", a, b)
        return Comparison(
            Agreement.UNKNOWN, "recurrence", f"{a} and {b} recur differently; whether they agree is not decided.", a, b
        )
    reason = f"{_kind(a)} and {_kind(b)} cannot be compared."
    return Comparison(Agreement.INCOMPARABLE, "unlike-time", reason[0].upper() + reason[1:])


def _kind(value: Time) -> str:
    if isinstance(value, TimeInterval):
        return f"the time {value}"
    return f"the duration {value}" if isinstance(value, Duration) else f"the recurring time {value}"


def _on_outer(policy: Policy | None) -> Agreement:
    return Agreement.TENSION if policy is None else Agreement(policy.verdict_on_outer)


def _intervals(a: TimeInterval, b: TimeInterval, policy: Policy | None) -> Comparison:
    one_zone = (a.offset is None) != (b.offset is None)
    left, right = (a, b) if one_zone else (a.in_utc(), b.in_utc())
    first, second = say_time(a), say_time(b)
    if left.lower == right.lower and left.upper == right.upper and not one_zone:
        if left.approximate == right.approximate:
            return Comparison(Agreement.SAME, "same-time", f"Both mean {first}.", a, b)
        because = f"{a} and {b} both mean {first}, one of them only approximately."
        return Comparison(Agreement.COMPATIBLE, "same-but-approximate", because, a, b)
    core_a, core_b = _core(a, left), _core(b, right)
    if core_a.overlaps(core_b):
        if one_zone and a.lower == b.lower and a.upper == b.upper:
            because = f"Both say {first}, but only one of them names its time zone."
            return Comparison(Agreement.COMPATIBLE, "zone-unknown", because, a, b)
        because = _meeting(a, b, left, right)
        if not left.overlaps(right):
            because = f"{a} means {say_time(core_a)}, and {b} means {say_time(core_b)}; these have moments in common."
        return Comparison(Agreement.COMPATIBLE, "times-meet", because, core_a, core_b)
    outer_a, outer_b = _outer(a, left), _outer(b, right)
    if outer_a.overlaps(outer_b):
        widest = f"{say_time(outer_a)}; {say_time(outer_b)}"
        because = f"{a} and {b} do not meet as stated, and only their widest readings do ({widest})."
        return Comparison(_on_outer(policy), "outer-meets", because, outer_a, outer_b)
    if one_zone and _widened(outer_a).overlaps(outer_b):
        because = f"{first} and {second} are less than a day apart, and only one of them names its time zone."
        return Comparison(_on_outer(policy), "zone-unknown", because[0].upper() + because[1:], a, b)
    for one, other in ((a, b), (b, a)):
        for reading in one.alternatives:
            if reading.in_utc().overlaps(other.in_utc()):
                because = f"{one} also has the reading {reading}, and only that one meets {other}."
                return Comparison(_on_outer(policy), "other-reading", because, reading, other)
    because = f"{first} and {second} have no moment in common."
    return Comparison(Agreement.CONTRADICTION, "times-apart", because[0].upper() + because[1:], a, b)


def _meeting(a: TimeInterval, b: TimeInterval, left: TimeInterval, right: TimeInterval) -> str:
    if left.contains(right):
        return f"{b} lies within {a}."
    if right.contains(left):
        return f"{a} lies within {b}."
    return f"{a} and {b} have moments in common."


def _core(time: TimeInterval, stated: TimeInterval) -> TimeInterval:
    return stated if time.tiers is None else time.core.in_utc()


def _outer(time: TimeInterval, stated: TimeInterval) -> TimeInterval:
    return stated if time.tiers is None else time.outer.in_utc()


def _widened(time: TimeInterval) -> TimeInterval:
    lower = None if time.lower is None else time.lower - DAY_SECONDS
    upper = None if time.upper is None else time.upper + DAY_SECONDS
    return TimeInterval(lower=lower, upper=upper, grain=time.grain, text=time.text)


def _durations(a: Duration, b: Duration, policy: Policy | None) -> Comparison:
    if a == b:
        return Comparison(Agreement.SAME, "same-duration", f"Both last {a}.", a, b)
    low_a, high_a = a.bounds()
    low_b, high_b = b.bounds()
    if (low_a, high_a) == (low_b, high_b):
        return Comparison(Agreement.SAME, "same-duration", f"{a} and {b} are equally long.", a, b)
    if (high_b is None or low_a <= high_b) and (high_a is None or low_b <= high_a):
        return Comparison(Agreement.COMPATIBLE, "durations-meet", f"{a} and {b} allow the same length.", a, b)
    # A month is 28 to 31 days and a year 365 or 366, and prose rounds durations to half of their unit.
    slack = max(a.granule(), b.granule()) / 2
    if (high_b is None or low_a <= high_b + slack) and (high_a is None or low_b <= high_a + slack):
        if a.granule() != b.granule():
            return Comparison(
                Agreement.COMPATIBLE,
                "rounding",
                f"{a} and {b} agree when the finer is rounded to the unit of the coarser.",
                a,
                b,
            )
        return Comparison(_on_outer(policy), "outer-meets", f"{a} and {b} differ by less than half a unit.", a, b)
    return Comparison(Agreement.CONTRADICTION, "durations-apart", f"{a} and {b} are not equally long.", a, b)
