"""Verdicts with their reasons, as an editor reads them."""

from __future__ import annotations

import pytest

from newsfacts.errors import UsageError
from newsfacts.values.comparison import Agreement
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.canonical import parse_canonical
from newsfacts.values.quantities.compare import compare
from newsfacts.values.quantities.reading.phrase import parse_quantity as read
from newsfacts.values.times.edtf import parse_edtf


@pytest.mark.parametrize(
    ("left", "right", "verdict", "rule", "because"),
    [
        ("40", "40", "same", "same-core", "Both state 40."),
        ("12 people", "12 persons", "same", "same-core", "12 people and 12 persons both mean exactly 12."),
        ("about 40", "43", "compatible", "cores-meet", "~40 means 36 to 44, and 43 means exactly 43; both allow 43."),
        (
            "about 40",
            "50",
            "tension",
            "outer-meets",
            (
                "~40 means 36 to 44, and 50 means exactly 50; these do not meet, and only the widest readings do "
                "(24 to 56; exactly 50)."
            ),
        ),
        (
            "about 40",
            "60",
            "contradiction",
            "disjoint",
            "~40 means 36 to 44, at the widest 24 to 56, and 60 means exactly 60; no number fits both.",
        ),
        (
            "17 dead",
            "23 dead",
            "contradiction",
            "disjoint",
            "17 dead means exactly 17, and 23 dead means exactly 23; no number fits both.",
        ),
        (
            "15,218",
            "15,000",
            "compatible",
            "rounding",
            (
                "15218 means exactly 15,218, and 15000 may be rounded from anything in 14,500 to "
                "15,500 at the precision it is "
                "stated with."
            ),
        ),
        (
            "15,218",
            "16,000",
            "contradiction",
            "disjoint",
            (
                "15218 means exactly 15,218, and 16000 means exactly 16,000, at the widest more than "
                "15,500 and less than "
                "16,500; no number fits both."
            ),
        ),
        (
            "more than 6,650",
            "6,650",
            "tension",
            "outer-meets",
            (
                ">6650 means more than 6,650, and 6650 means exactly 6,650; these do not meet, and "
                "only the widest readings do "
                "(6,650 or more; more than 6,645 and less than 6,655)."
            ),
        ),
        (
            "at least 12",
            "at least 40",
            "compatible",
            "cores-meet",
            ">=12 means 12 or more, and >=40 means 40 or more; both allow 40 or more.",
        ),
        (
            "up to 300",
            "350",
            "tension",
            "outer-meets",
            (
                "<=?300 means 0 to 300, and 350 means exactly 350; these do not meet, and only the widest readings do "
                "(0 or more; more than 345 and less than 355)."
            ),
        ),
        (
            "$3.58bn",
            "$3.5bn",
            "compatible",
            "rounding",
            (
                "USD 3.58e9 means exactly 3.58 billion, and USD 3.5e9 may be rounded from anything "
                "in at least 3.45 billion "
                "and less than 3.6 billion at the precision it is stated with."
            ),
        ),
        (
            "a third",
            "33%",
            "compatible",
            "cores-meet",
            "share 1/3 means about 32.33 to about 34.33, and 33% means exactly 33; both allow 33.",
        ),
        ("50 basis points", "0.5 percentage points", "same", "same-core", "50bp and 0.5pp both mean exactly 0.5."),
        ("40 times", "40 meetings", "same", "same-core", "40 times and 40 meetings both mean exactly 40."),
        (
            "4 percent",
            "4 percentage points",
            "incomparable",
            "unlike-percent",
            "4% and 4pp cannot be compared: a percentage is relative and percentage points are absolute.",
        ),
        (
            "$3bn",
            "€3bn",
            "incomparable",
            "unlike-currency",
            "USD 3e9 and EUR 3e9 cannot be compared: USD and EUR are not converted into each other.",
        ),
        (
            "12 people",
            "12 cars",
            "incomparable",
            "unlike-unit",
            "12 people and 12 cars cannot be compared: one counts people, the other cars.",
        ),
        (
            "5 km",
            "5 kg",
            "incomparable",
            "unlike-unit",
            "5 km and 5 kg cannot be compared: km measures length and kg mass.",
        ),
        (
            "a third",
            "12",
            "incomparable",
            "unlike-kind",
            "share 1/3 and 12 cannot be compared: one is a share and the other a number.",
        ),
        (
            "up 5%",
            "5%",
            "incomparable",
            "unlike-change",
            "rose 5% and 5% cannot be compared: one is the size of a change or an earlier level, and the other is not.",
        ),
        (
            "$5 a litre",
            "$5",
            "incomparable",
            "unlike-rate",
            "USD 5 per litre and USD 5 cannot be compared: only one is a rate.",
        ),
        (
            "second in two months",
            "second in three months",
            "incomparable",
            "unlike-window",
            "2nd in P2M and 2nd in P3M cannot be compared: they are counted in different windows of time.",
        ),
    ],
)
def test_verdict(left: str, right: str, verdict: str, rule: str, because: str) -> None:
    found = compare(read(left), read(right))
    assert (str(found.verdict), found.rule, found.because) == (verdict, rule, because)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("5 miles", "8 km", "compatible"),
        ("5 miles", "10 km", "contradiction"),
        ("1.2 million", "1.24 million", "compatible"),
        ("1.2 million", "1.3 million", "contradiction"),
        ("$0.50", "50 cents", "same"),
        ("361 million pounds", "£361m", "same"),
        ("second in two months", "third in two months", "contradiction"),
        ("up 5%", "down 5%", "contradiction"),
        ("dozens", "30", "compatible"),
        ("dozens", "500", "contradiction"),
        ("fewer than 10", "12", "contradiction"),
        ("40", "43", "contradiction"),
        ("none", "12", "contradiction"),
    ],
)
def test_verdicts_alone(left: str, right: str, verdict: str) -> None:
    assert str(compare(read(left), read(right)).verdict) == verdict


def test_one_measure_overrules_the_nouns_but_not_the_dimension() -> None:
    assert compare(read("12 people"), read("12 victims"), one_measure=True).verdict is Agreement.SAME
    assert compare(read("5 km"), read("5 kg"), one_measure=True).verdict is Agreement.INCOMPARABLE


def test_the_policy_decides_what_the_outer_tier_means() -> None:
    a, b = read("about 40"), read("50")
    assert compare(a, b, Policy.from_yaml("verdict_on_outer: compatible")).verdict is Agreement.COMPATIBLE
    assert compare(a, b, Policy.from_yaml("verdict_on_outer: contradiction")).verdict is Agreement.CONTRADICTION
    assert compare(read("more than 40"), read("40"), Policy.strict()).verdict is Agreement.CONTRADICTION
    assert compare(read("40"), read("43"), Policy.lenient()).verdict is Agreement.COMPATIBLE
    assert compare(read("40"), read("50"), Policy.lenient()).verdict is Agreement.TENSION


def test_the_two_intervals_come_with_the_verdict() -> None:
    found = compare(read("about 40"), read("60"))
    assert (str(found.left), str(found.right)) == ("[24, 56]", "[60, 60]")
    assert repr(found.verdict) == "Agreement.CONTRADICTION"


def test_a_quantity_and_a_time_are_incomparable() -> None:
    from newsfacts.values.times.edtf import parse_edtf

    found = compare(read("40"), parse_edtf("2024"))
    assert (found.verdict, found.because) == (Agreement.INCOMPARABLE, "a quantity and a time cannot be compared")


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("12 women", "12 woman"), ("2 children", "2 child"), ("3 policemen", "3 policeman"), ("40 people", "40 persons"),
        ("2 cities", "2 city"), ("5 churches", "5 church"), ("4 boxes", "4 box"), ("9 lives", "9 life"),
    ],
)  # fmt: skip
def test_a_noun_is_the_same_in_the_singular_and_the_plural(plural: str, singular: str) -> None:
    assert compare(parse_canonical(plural), parse_canonical(singular)).verdict is Agreement.SAME


def test_a_margin_is_compared_with_margins_only() -> None:
    margin, level = read("plus or minus 3 points"), read("3 points")
    assert compare(margin, read("plus or minus 4 points")).verdict is Agreement.CONTRADICTION
    found = compare(margin, level)
    assert (found.verdict, found.rule) == (Agreement.INCOMPARABLE, "unlike-change")
    assert found.because == "margin 3 points and 3 points cannot be compared: only one is a margin around a level."
    assert compare(margin, read("rose 3 points")).verdict is Agreement.INCOMPARABLE


@pytest.mark.parametrize(
    ("left", "right", "verdict", "ends"),
    [
        ("40", "40", "same", ("[40, 40]", "[40, 40]")),
        ("about 40", "43", "compatible", ("[36, 44]", "[43, 43]")),
        ("43", "about 40", "compatible", ("[43, 43]", "[36, 44]")),
        ("about 40", "50", "tension", ("[24, 56]", "[50, 50]")),
        ("about 40", "60", "contradiction", ("[24, 56]", "[60, 60]")),
        ("15,218", "15,000", "compatible", ("[15,218, 15,218]", "[14,500, 15,500]")),
    ],
)
def test_a_comparison_keeps_the_two_sets_that_decided_it(
    left: str, right: str, verdict: str, ends: tuple[str, str]
) -> None:
    found = compare(read(left), read(right))
    assert (str(found.verdict), (str(found.left), str(found.right))) == (verdict, ends)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("6,650", "more than 6,650", "tension"),
        ("6,650", "less than 6,650", "tension"),
        ("6,650", "at least 6,651", "compatible"),
        ("6,650", "at most 6,649", "compatible"),
        ("6,650", "more than 6,651", "compatible"),
        ("6,650", "less than 6,649", "compatible"),
        ("12 to 15", "less than 12", "tension"),
    ],
)
def test_a_number_that_the_other_excludes_is_not_rounded_to_it(left: str, right: str, verdict: str) -> None:
    assert str(compare(read(left), read(right)).verdict) == verdict
    assert str(compare(read(right), read(left)).verdict) == verdict


@pytest.mark.parametrize("unit", ["cents", "cent", "Cents", "¢"])
def test_a_hundred_of_the_small_unit_are_one_of_the_large_one(unit: str) -> None:
    assert str(compare(parse_canonical(f"USD 150 {unit}"), read("$1.50")).verdict) == "same"


def test_only_values_of_numbers_and_times_are_compared() -> None:
    with pytest.raises(UsageError) as refused:
        compare(read("12"), 12)
    assert str(refused.value) == (
        "values of numbers and times are compared, not int; parse_quantity and parse_time give them"
    )
    found = compare(read("12"), parse_edtf("2024"))
    assert (found.rule, found.because) == ("unlike-kind", "a quantity and a time cannot be compared")
    assert found == compare(parse_edtf("2024"), read("12"))


def test_times_are_compared_under_the_policy_too() -> None:
    about, other = parse_edtf("2010~"), parse_edtf("2013")  # at the widest 2007 to 2013
    verdicts = {str(compare(about, other, policy).verdict) for policy in (None, Policy.news())}
    assert verdicts == {str(Policy.news().verdict_on_outer)}
    assert str(compare(about, other, Policy(verdict_on_outer="compatible")).verdict) == "compatible"


@pytest.mark.parametrize("coins", ["50 pennies", "50 cents", "50 cent"])
def test_small_coins_are_hundredths_in_singular_and_plural(coins: str) -> None:
    assert compare(read(coins), read("$0.50")).verdict is Agreement.SAME
    assert compare(read(coins), read("$50")).verdict is Agreement.CONTRADICTION
