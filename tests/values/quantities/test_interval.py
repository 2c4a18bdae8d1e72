"""Intervals of numbers: every pair of small ones, compared with a look at the numbers in them, and how one is said."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from newsfacts.values.quantities.interval import Interval, bottom_of, top_of

NUMBERS = [Fraction(n, 2) for n in range(-1, 6)]
"""The ends of the intervals below, the middles between them, and a number beyond them on both sides."""
SMALL = [
    Interval(low, high, low_open=low_open, high_open=high_open)
    for low, high, low_open, high_open in product((None, 0, 1, 2), (None, 0, 1, 2), (False, True), (False, True))
]


def numbers_in(one: Interval) -> list[Fraction]:
    """By the definition of an interval, not by the code under test."""
    return [
        number
        for number in NUMBERS
        if (one.low is None or number > one.low or (number == one.low and not one.low_open))
        and (one.high is None or number < one.high or (number == one.high and not one.high_open))
    ]


@pytest.mark.parametrize("one", SMALL, ids=str)
def test_an_interval_has_the_numbers_between_its_ends(one: Interval) -> None:
    inside = numbers_in(one)
    assert [number for number in NUMBERS if number in one] == inside
    assert one.empty == (not inside)
    assert numbers_in(one.normal()) == inside
    assert [-number in one.times(-1) for number in NUMBERS] == [number in one for number in NUMBERS]
    assert (one.low is None) <= (not one.normal().low_open)
    assert (one.high is None) <= (not one.normal().high_open)


def test_what_two_intervals_have_in_common_and_what_is_around_both() -> None:
    for one, other in product(SMALL, SMALL):
        both = [number for number in numbers_in(one) if number in numbers_in(other)]
        assert numbers_in(one.intersection(other)) == both, (one, other)
        assert one.meets(other) == bool(both), (one, other)
        if one.empty or other.empty:
            continue
        assert one.within(other) == (both == numbers_in(one)), (one, other)
        around = sorted({*numbers_in(one), *numbers_in(other)})
        assert numbers_in(one.hull(other)) == [number for number in NUMBERS if around[0] <= number <= around[-1]]


def test_sums_differences_and_multiples_keep_what_the_ends_say() -> None:
    one, other = Interval(1, 2, low_open=True), Interval(10, 20, high_open=True)
    assert one.plus(other) == Interval(11, 22, low_open=True, high_open=True)
    assert one.minus(other) == Interval(-19, -8, low_open=True)
    assert other.minus(one) == Interval(8, 19, high_open=True)
    assert one.plus(Interval(5, None, high_open=True)) == Interval(6, None, low_open=True)
    assert one.plus(Interval(None, 5, low_open=True)) == Interval(None, 7)
    assert one.times(3) == Interval(3, 6, low_open=True)
    assert one.times(-3) == Interval(-6, -3, high_open=True)
    assert one.times(0) == Interval(0, 0, low_open=True)
    assert Interval(4, None).times(-1) == Interval(None, -4)
    assert one.widened(Fraction(1, 2)) == Interval(Fraction(1, 2), Fraction(5, 2), low_open=True)
    assert Interval(None, 3, high_open=True).widened(1) == Interval(None, 4, high_open=True)


@pytest.mark.parametrize(
    ("one", "mathematics", "words"),
    [
        (Interval(), "(-∞, ∞)", "any number"),
        (Interval(40, None), "[40, ∞)", "40 or more"),
        (Interval(40, None, low_open=True), "(40, ∞)", "more than 40"),
        (Interval(None, 40), "(-∞, 40]", "40 or less"),
        (Interval(None, 40, high_open=True), "(-∞, 40)", "less than 40"),
        (Interval(36, 44), "[36, 44]", "36 to 44"),
        (Interval(36, 44, low_open=True), "(36, 44]", "more than 36 and at most 44"),
        (Interval(36, 44, high_open=True), "[36, 44)", "at least 36 and less than 44"),
        (Interval(36, 44, low_open=True, high_open=True), "(36, 44)", "more than 36 and less than 44"),
        (Interval(40, 40), "[40, 40]", "exactly 40"),
    ],
)
def test_how_an_interval_is_said(one: Interval, mathematics: str, words: str) -> None:
    assert (str(one), one.words()) == (mathematics, words)


def test_an_unbounded_end_is_beyond_every_number() -> None:
    assert top_of(Interval(1, 2)) == 2
    assert bottom_of(Interval(1, 2)) == 1
    assert top_of(Interval(1, None)) > 10**400
    assert bottom_of(Interval(None, 1)) < -(10**400)
