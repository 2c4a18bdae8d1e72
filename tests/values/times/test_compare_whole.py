"""Every verdict about two times with its rule, its sentence and the two times that decided it."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts.values.policy import Policy
from newsfacts.values.times.canonical import parse_time_value
from newsfacts.values.times.compare import compare_times
from newsfacts.values.times.phrase import parse_time

NOON = "2024-07-04T12:00"
CASES = [
    ("R/P1W", "R/P1W", "same", "same-recurrence", "Both recur as R/P1W.", "R/P1W", "R/P1W"),
    ("R/P1W", "R2/P1W", "unknown", "recurrence", "R/P1W and R2/P1W recur differently; whether they agree is not decided.", "R/P1W", "R2/P1W"),
    ("2024-07-04", "P3D", "incomparable", "unlike-time", "The time 2024-07-04 and the duration P3D cannot be compared.", None, None),
    ("R/P1W", "2024", "incomparable", "unlike-time", "The recurring time R/P1W and the time 2024 cannot be compared.", None, None),
    (f"{NOON}+02:00", "2024-07-04T10:00Z", "same", "same-time", "Both mean 4 July 2024, 12:00.", f"{NOON}+02:00", "2024-07-04T10:00Z"),
    (NOON, f"{NOON}+05:00", "compatible", "zone-unknown", "Both say 4 July 2024, 12:00, but only one of them names its time zone.", NOON, f"{NOON}+05:00"),
    (f"{NOON}+05:00", NOON, "compatible", "zone-unknown", "Both say 4 July 2024, 12:00, but only one of them names its time zone.", f"{NOON}+05:00", NOON),
    (NOON, "2024-07-04T18:00Z", "tension", "zone-unknown", "4 July 2024, 12:00 and 4 July 2024, 18:00 are less than a day apart, and only one of them names its time zone.", NOON, "2024-07-04T18:00Z"),
    (NOON, "2024-07-01T12:00Z", "contradiction", "times-apart", "4 July 2024, 12:00 and 1 July 2024, 12:00 have no moment in common.", NOON, "2024-07-01T12:00Z"),
    (NOON, "2024-07-08T12:00Z", "contradiction", "times-apart", "4 July 2024, 12:00 and 8 July 2024, 12:00 have no moment in common.", NOON, "2024-07-08T12:00Z"),
    ("2010", "2010~", "compatible", "same-but-approximate", "2010 and 2010~ both mean 2010, one of them only approximately.", "2010", "2010~"),
    ("2010", "2010-05", "compatible", "times-meet", "2010-05 lies within 2010.", "2010", "2010-05"),
    ("2010-05", "2010", "compatible", "times-meet", "2010-05 lies within 2010.", "2010-05", "2010"),
    ("2010/2012", "2011/2013", "compatible", "times-meet", "2010/2012 and 2011/2013 have moments in common.", "2010/2012", "2011/2013"),
    ("2010", "2011", "contradiction", "times-apart", "2010 and 2011 have no moment in common.", "2010", "2011"),
    ("P10D", "P10D", "same", "same-duration", "Both last P10D.", "P10D", "P10D"),
    ("P14D", "P2W", "same", "same-duration", "P14D and P2W are equally long.", "P14D", "P2W"),
    ("P10D..P14D", "P12D", "compatible", "durations-meet", "P10D..P14D and P12D allow the same length.", "P10D..P14D", "P12D"),
    ("P3W", "P22D", "compatible", "rounding", "P3W and P22D agree when the finer is rounded to the unit of the coarser.", "P3W", "P22D"),
    ("P10D", "~P11D", "tension", "outer-meets", "P10D and ~P11D differ by less than half a unit.", "P10D", "~P11D"),
    ("P10D", "P20D", "contradiction", "durations-apart", "P10D and P20D are not equally long.", "P10D", "P20D"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "verdict", "rule", "because", "first", "second"), CASES)
def test_a_verdict_is_given_with_all_that_decided_it(
    left: str, right: str, verdict: str, rule: str, because: str, first: str | None, second: str | None
) -> None:
    found = compare_times(parse_time_value(left), parse_time_value(right))
    assert (str(found.verdict), found.rule, found.because) == (verdict, rule, because)
    assert (found.left, found.right) == tuple(None if one is None else parse_time_value(one) for one in (first, second))


def test_what_only_the_widest_readings_share_is_judged_as_the_policy_says() -> None:
    about, other = parse_time_value("2010~"), parse_time_value("2013")
    found = compare_times(about, other)
    assert (str(found.verdict), found.rule) == ("tension", "outer-meets")
    assert found.because == (
        "2010~ and 2013 do not meet as stated, and only their widest readings do (2007 to 2013; 2013)."
    )
    assert (str(found.left), str(found.right)) == ("2007-01-01/2013-12-31", "2013")
    for outer in ("tension", "compatible", "contradiction"):
        policy = Policy(verdict_on_outer=outer)
        assert str(compare_times(about, other, policy).verdict) == outer
        assert str(compare_times(parse_time_value("P10D"), parse_time_value("~P11D"), policy).verdict) == outer
        one_zone = compare_times(parse_time_value(NOON), parse_time_value("2024-07-04T18:00Z"), policy)
        assert str(one_zone.verdict) == outer


def test_another_reading_that_alone_meets_the_other_time_is_named() -> None:
    either = parse_time(
        "last Thursday", published=dt.date(2024, 7, 4)
    )  # 27 June, or the Thursday of last week: 20 June
    earlier = parse_time_value("2024-06-20")
    for pair in ((either, earlier), (earlier, either)):
        found = compare_times(*pair)
        assert (str(found.verdict), found.rule) == ("tension", "other-reading")
        assert found.because == "2024-06-27 also has the reading 2024-06-20, and only that one meets 2024-06-20."
        assert (str(found.left), str(found.right)) == ("2024-06-20", "2024-06-20")


def test_what_depends_on_an_unknown_day_is_not_judged() -> None:
    open_day, day = parse_time("yesterday"), parse_time_value("2024-07-04")
    for pair in ((open_day, day), (day, open_day)):
        found = compare_times(*pair)
        assert (str(found.verdict), found.rule) == ("unknown", "unresolved")
        assert found.because == "'yesterday' cannot be compared: it needs a publication date."
