"""Checks between numbers that belong together."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.values.comparison import Agreement
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.arithmetic import (
    check_difference,
    check_ordinal,
    check_part,
    check_percent_change,
    check_percent_of,
    check_shares,
    check_sum,
)
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.quantities.reading.phrase import parse_quantity as read
from newsfacts.values.quantities.tally import TallyPoint, check_tally

MONDAY, TUESDAY, WEDNESDAY = date(2024, 7, 1), date(2024, 7, 2), date(2024, 7, 3)


def test_a_tally_that_grows_is_an_update() -> None:
    points = [TallyPoint(read("30"), WEDNESDAY), TallyPoint(read("at least 12"), MONDAY)]
    found = check_tally(points)
    assert (found.verdict, found.rule) == (Agreement.COMPATIBLE, "tally-update")
    assert found.because == "The tally does not fall: from >=12 on 2024-07-01 to 30 on 2024-07-03."


def test_a_tally_that_falls_is_a_revision() -> None:
    points = [TallyPoint(read("802"), MONDAY), TallyPoint(read("900"), TUESDAY), TallyPoint(read("521"), WEDNESDAY)]
    found = check_tally(points)
    assert (found.verdict, found.rule) == (Agreement.TENSION, "tally-revision")
    assert found.because == (
        "The tally falls: 900 on 2024-07-02, but 521 on 2024-07-03; a count that only grows was revised, or one of the "
        "two is wrong."
    )
    assert check_tally(points, Policy.strict()).verdict is Agreement.CONTRADICTION
    assert check_tally(points, Policy.lenient()).verdict is Agreement.UNKNOWN


def test_two_values_of_one_moment_contradict() -> None:
    found = check_tally([TallyPoint(read("17 dead"), MONDAY), TallyPoint(read("23 dead"), MONDAY)])
    assert (found.verdict, found.rule) == (Agreement.CONTRADICTION, "tally-same-moment")
    assert found.because == "23 dead and 17 dead are both given for 2024-07-01; no number fits both."


def test_two_lower_bounds_never_contradict() -> None:
    found = check_tally([TallyPoint(read("at least 23"), MONDAY), TallyPoint(read("at least 17"), TUESDAY)])
    assert found.verdict is Agreement.COMPATIBLE


def test_a_day_and_a_moment_are_ordered_by_day() -> None:
    noon = datetime(2024, 7, 1, 12, tzinfo=UTC)
    found = check_tally([TallyPoint(read("20"), noon), TallyPoint(read("10"), TUESDAY)])
    assert found.rule == "tally-revision"


def test_a_tally_without_its_moments_is_unknown() -> None:
    found = check_tally([TallyPoint(read("17"), MONDAY), TallyPoint(read("23"))])
    assert (found.verdict, found.because) == (Agreement.UNKNOWN, "The moment of 23 is not given.")


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 9)), min_size=2, max_size=8))
def test_a_rising_tally_is_always_accepted(steps: list[tuple[int, int]]) -> None:
    values = sorted(value for value, _ in steps)
    points = [TallyPoint(Quantity(stated=value), date(2024, 1, 1 + day)) for day, value in enumerate(values)]
    assert check_tally(points).verdict is Agreement.COMPATIBLE


@pytest.mark.parametrize(
    ("part", "whole", "verdict"),
    [
        ("5 children", "12 people", "compatible"),
        ("13 children", "12 people", "contradiction"),
        ("about 13", "about 12", "compatible"),
        ("about 15", "12", "tension"),
        ("at least 5", "12", "compatible"),
        ("12 km", "12 people", "compatible"),
    ],
)
def test_part_of_whole(part: str, whole: str, verdict: str) -> None:
    assert str(check_part(read(part), read(whole)).verdict) == verdict


def test_a_part_that_is_too_large_is_said_so() -> None:
    assert check_part(read("13 children"), read("12 people")).because == (
        "13 children cannot be part of 12 people: the part is larger."
    )


@pytest.mark.parametrize(
    ("parts", "total", "verdict", "because"),
    [
        (["12 men", "9 women"], "21 people", "compatible", "12 men + 9 women is exactly 21, which fits 21 people."),
        (["12 men", "9 women"], "20 people", "contradiction", "12 men + 9 women is exactly 21, not 20 people."),
        (["12 men", "9 women"], "about 20", "compatible", "12 men + 9 women is exactly 21, which fits ~20."),
        (["12 men", "9 women"], "about 18", "tension",
         "12 men + 9 women is exactly 21, and fits ~18 only at the widest (exactly 21)."),
        (["$1.24bn", "$1.24bn"], "$2.5bn", "compatible",
         "USD 1.24e9 + USD 1.24e9 is at least 2.47 billion and less than 2.5 billion, which fits USD 2.5e9."),
        (["$1bn", "€1bn"], "$2bn", "incomparable",
         "USD 2e9 and EUR 1e9 cannot be set against each other: USD and EUR are not converted into each other."),
        ([], "2", "unknown", "No parts are given."),
    ],
)  # fmt: skip
def test_sum(parts: list[str], total: str, verdict: str, because: str) -> None:
    found = check_sum([read(part) for part in parts], read(total))
    assert (str(found.verdict), found.because) == (verdict, because)


@pytest.mark.parametrize(
    ("old", "change", "new", "verdict"),
    [
        ("15", "rose by 5", "20", "compatible"),
        ("16", "rose by 5", "20", "contradiction"),
        ("20", "fell by 5", "15", "compatible"),
        ("15", "fell by 5", "20", "contradiction"),
        ("20%", "up 5 percentage points", "25%", "compatible"),
        ("20%", "up 50 basis points", "20.5%", "compatible"),
        ("20%", "up 10 percentage points", "25%", "contradiction"),
        ("100", "up 5%", "105", "compatible"),
    ],
)
def test_difference(old: str, change: str, new: str, verdict: str) -> None:
    assert str(check_difference(read(old), read(change), read(new)).verdict) == verdict


@pytest.mark.parametrize(
    ("shares", "verdict", "because"),
    [
        (["48%", "40%", "12%"], "compatible", "48% + 40% + 12% is at least 100 percent, within 100."),
        (["48%", "40%", "17%"], "contradiction",
         "48% + 40% + 17% is at least 105 percent, more than 100 and than rounding explains."),
        (["33.4%", "33.3%", "33.4%"], "compatible",
         "33.4% + 33.3% + 33.4% is 100.1 percent, which rounding of 3 shares explains."),
        (["12"], "incomparable", "Only percentages and fractions are shares of a whole."),
    ],
)  # fmt: skip
def test_shares(shares: list[str], verdict: str, because: str) -> None:
    found = check_shares([read(share) for share in shares])
    assert (str(found.verdict), found.because) == (verdict, because)


@pytest.mark.parametrize(
    ("part", "percent", "whole", "verdict"),
    [("15", "25%", "60", "compatible"), ("20", "25%", "60", "contradiction"), ("20", "a third", "60", "compatible")],
)
def test_percent_of(part: str, percent: str, whole: str, verdict: str) -> None:
    assert str(check_percent_of(read(part), read(percent), read(whole)).verdict) == verdict


@pytest.mark.parametrize(
    ("old", "new", "percent", "verdict"),
    [
        ("30 million", "38 million", "up 27%", "compatible"),
        ("30 million", "38 million", "up 21%", "contradiction"),
        ("50", "40", "down 20%", "compatible"),
        ("50", "40", "up 20%", "contradiction"),
        ("50", "40", "-20%", "compatible"),
        ("none", "40", "up 20%", "unknown"),
        ("20%", "25%", "5 percentage points", "incomparable"),
    ],
)
def test_percent_change(old: str, new: str, percent: str, verdict: str) -> None:
    assert str(check_percent_change(read(old), read(new), read(percent)).verdict) == verdict


@pytest.mark.parametrize(
    ("ordinal", "count", "verdict"),
    [
        ("second in two months", "2 in two months", "compatible"),
        ("second in two months", "1 in two months", "contradiction"),
        ("second in two months", "5 in two months", "contradiction"),
        ("second in two months", "at least one in two months", "compatible"),
        ("second in two months", "2 in three months", "incomparable"),
        ("2", "2", "incomparable"),
    ],
)
def test_ordinal_against_count(ordinal: str, count: str, verdict: str) -> None:
    assert str(check_ordinal(read(ordinal), read(count)).verdict) == verdict


def test_a_margin_is_not_a_change_between_two_levels() -> None:
    found = check_difference(read("40 percent"), read("plus or minus 3 points"), read("43 percent"))
    assert found.verdict is Agreement.INCOMPARABLE
    assert found.because == "margin 3 points is a margin around a level, not a change."


def test_a_level_that_names_the_one_before_is_checked_as_a_level() -> None:
    found = check_difference(read("58 percent"), read("3 percentage points"), read("rose from 58 to 61 percent"))
    assert found.verdict is Agreement.COMPATIBLE
