"""Whether a time in a statement follows from the time that its source has.

A coarser time follows from a finer one: "July 2024" from "4 July 2024", and not the other way round. A date without a
year, or a weekday, is compared by the calendar: no day of publication is needed for "4 July" and "July 4" to be the same.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from newsfacts.values.comparison import Agreement, Support, SupportOutcome
from newsfacts.values.times.calendar import DAY_SECONDS, WEEKDAY_NAMES
from newsfacts.values.times.checks import check_weekday
from newsfacts.values.times.chronology import say_length
from newsfacts.values.times.grain import Mod, shift
from newsfacts.values.times.open_dates import Cycle, OpenDate, open_date
from newsfacts.values.times.prose import say_time
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, TimeValue, UnresolvedTime

__all__ = ["support_of_time"]

_Outcome = SupportOutcome


def support_of_time(statement: TimeValue, source: TimeValue) -> Support:
    """Whether `statement` follows from `source`. Both are taken to be of one day where neither names its year."""
    if isinstance(statement, UnresolvedTime) or isinstance(source, UnresolvedTime):
        return _open(statement, source)
    if isinstance(statement, TimeInterval) and isinstance(source, TimeInterval):
        return _intervals(statement, source)
    if isinstance(statement, Duration) and isinstance(source, Duration):
        return _durations(statement, source)
    if isinstance(statement, TimeSet) and isinstance(source, TimeSet):
        if statement == source:
            return Support(_Outcome.SUPPORTED, "same", f"Both recur as {source}.", statement, source)
        because = f"{statement} and {source} recur differently; whether one follows from the other is not decided."
        return Support(_Outcome.UNKNOWN, "recurrence", because, statement, source)
    because = f"{_kind(statement)} and {_kind(source)} cannot be compared."
    return Support(_Outcome.UNLIKE, "unlike-time", because[0].upper() + because[1:])


def _kind(value: TimeValue) -> str:
    if isinstance(value, Duration):
        return f"the length of time {value}"
    return f"the recurring time {value}" if isinstance(value, TimeSet) else f"the time {value}"


# -- Dates and periods -------------------------------------------------------------------------------------------------


def _intervals(said: TimeInterval, known: TimeInterval) -> Support:
    weekday = _weekdays(said, known)
    if weekday is not None:
        return Support(_Outcome.CONTRADICTED, "weekday", weekday, said, known)
    if (said.offset is None) != (known.offset is None):
        return _one_zone(said, known)
    outcome, rule = _by_containment(said.in_utc(), known.in_utc())
    if outcome in (_Outcome.CONTRADICTED, _Outcome.SAYS_MORE) and _has_another_reading(said, known):
        because = f"{_say(said)} and {_say(known)}, in the source, have several readings, and only some of them agree."
        return Support(_Outcome.UNKNOWN, "other-reading", because, said, known)
    return Support(outcome, rule, _SENTENCES[rule].format(said=_say(said), known=_say(known)), said, known)


_SENTENCES: Final = {
    "same": "Both mean {known}.",
    "contained": "{known}, in the source, lies within {said}.",
    "more-exact": "The statement has {said}, and the source only {known}.",
    "outer-meets": "{said} and {known}, in the source, agree only in their widest readings.",
    "overlap": "{said} and {known}, in the source, share only some moments.",
    "other-end": "{said} and {known}, in the source, do not begin (or end) at the same time.",
    "times-apart": "The statement has {said}, and the source {known}.",
}


def _say(time: TimeInterval) -> str:
    """A time in words. Of a vague one ("the evening"), it is what the words mean for sure, without a mark."""
    return say_time(time).removeprefix("about ")


def _by_containment(said: TimeInterval, known: TimeInterval) -> tuple[SupportOutcome, str]:
    claim, fact = said.core, known.core
    if (claim.lower, claim.upper) == (fact.lower, fact.upper):
        return _Outcome.SUPPORTED, "same"
    if _opens_like(said, known):
        return _open_ends(said, known)
    if claim.contains(fact):
        return _Outcome.SUPPORTED, "contained"
    if fact.contains(claim):
        return _Outcome.SAYS_MORE, "more-exact"
    if claim.overlaps(fact):
        return _Outcome.SAYS_MORE, "overlap"
    if said.outer.overlaps(known.outer):
        return _Outcome.UNKNOWN, "outer-meets"
    return _Outcome.CONTRADICTED, "times-apart"


def _opens_like(said: TimeInterval, known: TimeInterval) -> bool:
    """Whether both are periods with one open end, the same one, that go on from (or up to) a named time."""
    return said.mod is known.mod and said.mod in (Mod.ON_OR_AFTER, Mod.ON_OR_BEFORE)


def _open_ends(said: TimeInterval, known: TimeInterval) -> tuple[SupportOutcome, str]:
    """ "Since 2010" and "since March 2010": the times at which they begin (or end) are compared, each as exact as it is said.

    "By Friday" can follow from "by Thursday", and "until Friday" from "until Thursday" cannot: which is meant is open.
    """
    claim, fact = _edge(said), _edge(known)
    if claim.contains(fact):
        return _Outcome.SUPPORTED, "contained"
    if fact.contains(claim):
        return _Outcome.SAYS_MORE, "more-exact"
    if said.mod is Mod.ON_OR_BEFORE and said.core.contains(known.core):
        return _Outcome.UNKNOWN, "other-end"
    return _Outcome.CONTRADICTED, "other-end"


def _edge(time: TimeInterval) -> TimeInterval:
    """The named time from which, or up to which, an open period goes."""
    lower, upper = time.lower, time.upper
    if lower is not None:
        upper = shift(lower, time.grain, 1)
    elif upper is not None:
        lower = shift(upper, time.grain, -1)
    return TimeInterval(lower=lower, upper=upper, grain=time.grain, text=time.text)


def _weekdays(said: TimeInterval, known: TimeInterval) -> str | None:
    """Why the weekday of the statement is wrong; None where it names none, or the right one."""
    if said.weekday is None or said.weekday == known.weekday:
        return None
    if known.weekday is not None:
        return f"The statement names a {WEEKDAY_NAMES[said.weekday]}, and the source a {WEEKDAY_NAMES[known.weekday]}."
    check = check_weekday(said)
    return check.because if check.agreement is Agreement.CONTRADICTION else None


def _one_zone(said: TimeInterval, known: TimeInterval) -> Support:
    """Only one of the two names its time zone, so that their clocks can be up to a day apart."""
    outcome, rule = _by_containment(said, known)
    sentence = _SENTENCES[rule].format(said=_say(said), known=_say(known))
    if outcome is _Outcome.SUPPORTED and known.offset is not None:
        return Support(outcome, rule, sentence, said, known)
    if outcome is _Outcome.SUPPORTED:
        return Support(
            _Outcome.SAYS_MORE, "zone-added", f"The source does not name a time zone. {sentence}", said, known
        )
    if _far_apart(said, known):
        return Support(outcome, rule, sentence, said, known)
    because = "Only one of the two names its time zone, and they are less than a day apart."
    return Support(_Outcome.UNKNOWN, "zone-unknown", because, said, known)


def _far_apart(said: TimeInterval, known: TimeInterval) -> bool:
    gaps = [
        after - before
        for before, after in ((said.upper, known.lower), (known.upper, said.lower))
        if before is not None and after is not None
    ]
    return any(gap >= DAY_SECONDS for gap in gaps)


def _has_another_reading(said: TimeInterval, known: TimeInterval) -> bool:
    pairs = [(one, known) for one in said.alternatives] + [(said, one) for one in known.alternatives]
    return any(claim.in_utc().contains(fact.in_utc()) for claim, fact in pairs)


# -- Dates without a year ----------------------------------------------------------------------------------------------


def _open(statement: TimeValue, source: TimeValue) -> Support:
    """At least one of the two depends on the day it was written."""
    for value in (statement, source):
        if isinstance(value, Duration | TimeSet):
            because = f"{_kind(statement)} and {_kind(source)} cannot be compared."
            return Support(_Outcome.UNLIKE, "unlike-time", because[0].upper() + because[1:])
    dates = []
    for value in (statement, source):
        dates.append(open_date(value) if isinstance(value, UnresolvedTime) else value)
        if dates[-1] is None:
            because = f"“{value}” counts from the day it was written, which is not given."
            return Support(_Outcome.UNKNOWN, "unresolved", because)
    said, known = dates
    if isinstance(said, OpenDate) and isinstance(known, OpenDate):
        return _both_open(said, known)
    if isinstance(said, OpenDate):
        assert isinstance(known, TimeInterval)
        return _claim_open(said, known)
    assert isinstance(said, TimeInterval)
    assert isinstance(known, OpenDate)
    return _fact_open(said, known)


def _both_open(said: OpenDate, known: OpenDate) -> Support:
    if said.weekday is not None and known.weekday is not None and said.weekday != known.weekday:
        because = (
            f"The statement names a {WEEKDAY_NAMES[said.weekday]}, and the source a {WEEKDAY_NAMES[known.weekday]}."
        )
        return Support(_Outcome.CONTRADICTED, "weekday", because)
    if said.cycle is not known.cycle:
        because = f"Whether “{said.words}” is “{known.words}” depends on the year, which is not given."
        return Support(_Outcome.UNKNOWN, "unresolved", because)
    found = [_claim_open(said, sample) for sample in known.samples()]
    outcomes = {one.outcome for one in found}
    if said.weekday is not None and known.weekday is None and _Outcome.SUPPORTED in outcomes:
        because = f"The source does not name the weekday of “{known.words}”."
        return Support(_Outcome.SAYS_MORE, "weekday-added", because)
    if len(outcomes) != 1:
        because = f"Whether “{said.words}” is “{known.words}” depends on the year, which is not given."
        return Support(_Outcome.UNKNOWN, "unresolved", because)
    outcome, rule = found[0].outcome, found[0].rule
    if outcome is _Outcome.SUPPORTED and said.words.lower() == known.words.lower():
        return Support(outcome, rule, f"The source has “{known.words}” too.")
    return Support(outcome, rule, _OPEN_SENTENCES[outcome].format(said=said.words, known=known.words))


_OPEN_SENTENCES: Final = {
    _Outcome.SUPPORTED: "“{said}” follows from “{known}” in any year.",
    _Outcome.SAYS_MORE: "“{said}” is more exact than “{known}”, in the source.",
    _Outcome.CONTRADICTED: "“{said}” and “{known}”, in the source, are different times in any year.",
    _Outcome.UNKNOWN: "“{said}” and “{known}”, in the source, agree only in their widest readings.",
}


def _claim_open(said: OpenDate, known: TimeInterval) -> Support:
    """The statement leaves the year (or the week) open: it is supported where it fits in some year."""
    found = [_intervals(reading, known) for reading in said.near(known)]
    for outcome in (_Outcome.SUPPORTED, _Outcome.SAYS_MORE, _Outcome.UNKNOWN):
        for one in found:
            if one.outcome is outcome:
                return one
    weekday = _weekday_of(known)
    if weekday is not None and said.weekday not in (None, weekday):
        because = f"The source has {_say(known)}, which is a {WEEKDAY_NAMES[weekday]}, not “{said.words}”."
    else:
        because = f"“{said.words}” is not {_say(known)}, which the source has, {_whenever(said)}."
    return Support(_Outcome.CONTRADICTED, "times-apart", because, None, known) if found else _undecided(said)


def _fact_open(said: TimeInterval, known: OpenDate) -> Support:
    """The source leaves the year (or the week) open: what fits in some year is more exact than the source."""
    found = [_intervals(said, reading) for reading in known.near(said)]
    if not found:
        return _undecided(known)
    if any(one.outcome in (_Outcome.SUPPORTED, _Outcome.SAYS_MORE) for one in found):
        because = f"The source has “{known.words}” without its year; the statement has {say_time(said)}."
        return Support(_Outcome.SAYS_MORE, "year-added", because, said)
    if any(one.outcome is _Outcome.UNKNOWN for one in found):
        return _undecided(known)
    weekday = _weekday_of(said)
    if weekday is not None and known.weekday not in (None, weekday):
        because = f"{_say(said)} is a {WEEKDAY_NAMES[weekday]}, and the source has “{known.words}”."
    else:
        because = f"{_say(said)} is not “{known.words}”, which the source has, {_whenever(known)}."
    return Support(_Outcome.CONTRADICTED, "times-apart", because, said)


def _weekday_of(time: TimeInterval) -> int | None:
    """The weekday of a day or of a part of one (0 is Monday); None for a longer period."""
    if time.lower is None or time.upper is None or (time.upper - 1) // DAY_SECONDS != time.lower // DAY_SECONDS:
        return None
    return time.lower // DAY_SECONDS % 7


def _whenever(date: OpenDate) -> str:
    return "in any year" if date.cycle is Cycle.YEAR else "whatever day it is"


def _undecided(date: OpenDate) -> Support:
    return Support(_Outcome.UNKNOWN, "unresolved", f"When “{date.words}” is depends on the day it was written.")


# -- Lengths of time ---------------------------------------------------------------------------------------------------


def _durations(said: Duration, known: Duration) -> Support:
    outcome, rule = _by_length(said, known)
    because = _LENGTH_SENTENCES[rule].format(said=say_length(said), known=say_length(known))
    return Support(outcome, rule, because[0].upper() + because[1:], said, known)


_LENGTH_SENTENCES: Final = {
    "same": "{said} and {known} are equally long.",
    "contained": "{known}, in the source, is within {said}.",
    "rounding": "{known}, in the source, rounds to {said}.",
    "more-exact": "{said} is more exact than {known}, in the source.",
    "outer-meets": "{said} and {known}, in the source, differ by less than half a unit.",
    "durations-apart": "The statement has {said}, and the source {known}; they are not equally long.",
}


def _by_length(said: Duration, known: Duration) -> tuple[SupportOutcome, str]:
    """Whether a length follows from another one, and by which rule."""
    bounds, known_bounds = said.bounds(), known.bounds()
    if bounds == known_bounds or _are_as_many_months(said, known):
        return _Outcome.SUPPORTED, "same"
    if _lies_within(known_bounds, bounds, 0):
        return _Outcome.SUPPORTED, "contained"
    coarser = _is_plain(said) and said.granule() > known.granule()
    if coarser and known_bounds[1] is not None and _lies_within(known_bounds, bounds, Fraction(said.granule(), 2)):
        return _Outcome.SUPPORTED, "rounding"
    if _meet(bounds, known_bounds, 0) or _adds_a_unit(said, known):
        return _Outcome.SAYS_MORE, "more-exact"
    if said.approximate or known.approximate or said.granule() != known.granule():
        slack = Fraction(max(said.granule(), known.granule()), 2)
        if _meet(bounds, known_bounds, slack):
            return _Outcome.UNKNOWN, "outer-meets"
    return _Outcome.CONTRADICTED, "durations-apart"


_Bounds = tuple[int | Fraction, int | Fraction | None]
"""The shortest and the longest length that words allow; None is open."""


def _lies_within(inner: _Bounds, outer: _Bounds, slack: int | Fraction) -> bool:
    """Whether one range of lengths is part of another one that is made so much longer at both ends."""
    (least, most), (low, high) = inner, outer
    return least >= low - slack and (high is None or (most is not None and most <= high + slack))


def _meet(one: _Bounds, other: _Bounds, slack: int | Fraction) -> bool:
    """Whether two ranges of lengths have a length in common, or are at most so far apart."""
    (low, high), (least, most) = one, other
    return (high is None or least <= high + slack) and (most is None or low <= most + slack)


def _are_as_many_months(said: Duration, known: Duration) -> bool:
    """Whether both are as many months and hedged in the same way: "nearly 18 months" and "nearly a year and a half"."""
    months = _months(said)
    return months is not None and months == _months(known) and said.mod is known.mod


def _months(duration: Duration) -> int | Fraction | None:
    """The months of a length in years and months; None of any other length."""
    others = duration.weeks or duration.days or duration.hours or duration.minutes or duration.secs
    if others or duration.upto is not None or duration.vague is not None:
        return None
    return _MONTHS_IN_YEAR * duration.years + duration.months


_MONTHS_IN_YEAR: Final = 12


def _is_plain(duration: Duration) -> bool:
    return duration.mod is None and duration.upto is None and duration.vague is None


def _adds_a_unit(said: Duration, known: Duration) -> bool:
    """ "15 days", where the source has two weeks."""
    low, high = said.bounds()
    slack = known.granule() / 2
    least, most = known.bounds()
    return (
        _is_plain(known) and said.granule() < known.granule() and low >= least - slack
        and high is not None and most is not None and high <= most + slack
    )  # fmt: skip
