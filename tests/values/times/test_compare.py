"""Comparing times: the six verdicts, each with its rule and its sentence."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts.values.comparison import Agreement
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.compare import compare
from newsfacts.values.times.compare import compare_times
from newsfacts.values.times.edtf import parse_edtf
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.reading.durations import parse_duration
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, UnresolvedTime

PUBLISHED = dt.date(2024, 7, 4)


def phrase(words: str) -> TimeInterval | Duration | TimeSet | UnresolvedTime:
    return parse_time(words, published=PUBLISHED)


@pytest.mark.parametrize(
    ("left", "right", "verdict", "rule", "because"),
    [
        ("2022", "2022", "same", "same-time", "Both mean 2022."),
        ("2022", "2022-02-24", "compatible", "times-meet", "2022-02-24 lies within 2022."),
        (
            "2001-05/2001-07",
            "2001-07/2001-09",
            "compatible",
            "times-meet",
            "2001-05/2001-07 and 2001-07/2001-09 have moments in common.",
        ),
        (
            "2010",
            "2010~",
            "compatible",
            "same-but-approximate",
            "2010 and 2010~ both mean 2010, one of them only approximately.",
        ),
        (
            "2010~",
            "2011",
            "compatible",
            "times-meet",
            "2010~ means 2009 to 2011, and 2011 means 2011; these have moments in common.",
        ),
        (
            "2010~",
            "2008",
            "tension",
            "outer-meets",
            "2010~ and 2008 do not meet as stated, and only their widest readings do (2007 to 2013; 2008).",
        ),
        ("2002", "2001-06-15", "contradiction", "times-apart", "2002 and 15 June 2001 have no moment in common."),
        (
            "2010/..",
            "2009",
            "contradiction",
            "times-apart",
            "From 1 January 2010 on and 2009 have no moment in common.",
        ),
    ],
)
def test_intervals(left: str, right: str, verdict: str, rule: str, because: str) -> None:
    found = compare_times(parse_edtf(left), parse_edtf(right))
    assert (str(found.verdict), found.rule) == (verdict, rule)
    assert found.because == because


def test_one_zone_makes_a_day_of_tension() -> None:
    tokyo = phrase("11 p.m. JST on July 3, 2024")
    plain = phrase("July 4, 2024")
    found = compare_times(tokyo, plain)
    assert (found.verdict, found.rule) == (Agreement.TENSION, "zone-unknown")
    assert found.because == (
        "3 July 2024, 23:00 and 4 July 2024 are less than a day apart, and only one of them names its time zone."
    )
    assert compare_times(tokyo, phrase("July 6, 2024")).verdict is Agreement.CONTRADICTION


def test_two_zones_are_compared_by_the_same_clock() -> None:
    # 19:15 in New York in winter is 01:15 of the next day in Paris.
    new_york = phrase("7:15 p.m. EST on Jan. 5, 2024")
    paris = phrase("1:15 a.m. CET on Jan. 6, 2024")
    assert compare_times(new_york, paris).verdict is Agreement.SAME


def test_another_reading_is_a_tension() -> None:
    found = compare_times(phrase("4/5/2024"), phrase("4 May 2024"))
    assert (found.verdict, found.rule) == (Agreement.TENSION, "other-reading")
    assert found.because == "2024-04-05 also has the reading 2024-05-04, and only that one meets 2024-05-04."


def test_unresolved_and_unlike() -> None:
    unresolved = compare_times(parse_time("Thursday"), parse_edtf("2024"))
    assert unresolved.verdict is Agreement.UNKNOWN
    assert unresolved.because == "'Thursday' cannot be compared: it needs a publication date."
    unlike = compare_times(parse_duration("two years"), parse_edtf("2024"))
    assert unlike.verdict is Agreement.INCOMPARABLE
    assert unlike.because == "The duration P2Y and the time 2024 cannot be compared."


def test_durations() -> None:
    def verdict(left: str, right: str) -> str:
        return str(compare_times(parse_duration(left), parse_duration(right)).verdict)

    assert verdict("60 minutes", "an hour") == "same"
    assert verdict("more than a year", "18 months") == "compatible"
    assert verdict("two weeks", "15 days") == "compatible"
    assert verdict("two days", "three days") == "contradiction"


def test_the_policy_decides_about_outer_tiers() -> None:
    lenient = Policy(verdict_on_outer="compatible")
    assert compare_times(parse_edtf("2010~"), parse_edtf("2008"), lenient).verdict is Agreement.COMPATIBLE
    assert compare(parse_edtf("2010~"), parse_edtf("2008")).verdict is Agreement.TENSION
