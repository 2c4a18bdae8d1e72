"""A share and a number of something are not a range, and a range of two shares is found whole."""

from __future__ import annotations

from fractions import Fraction

import pytest

from newsfacts.errors import UnreadableValue
from newsfacts.finders.values import find_quantities
from newsfacts.values.quantities.reading.phrase import parse_quantity


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Sales rose by a fifth to 48.3 million units.", ["a fifth", "48.3 million units"]),
        ("Sales rose a third to 1.2 million.", ["a third", "1.2 million"]),
        ("It grew by a quarter to 20,000 people.", ["a quarter", "20,000 people"]),
        ("Profit fell by two thirds to $3 million.", ["two thirds", "$3 million"]),
        ("Sales rose by 10 percent to 300 million units.", ["10 percent", "300 million units"]),
    ],
)
def test_a_change_and_what_it_led_to_are_two_numbers(sentence: str, words: list[str]) -> None:
    assert [found.words for found in find_quantities(sentence)] == words


@pytest.mark.parametrize(
    "words", ["a fifth to 48 million units", "two thirds to 300", "10 percent to 300 million units"]
)
def test_a_share_and_a_number_of_something_are_not_read_as_a_range(words: str) -> None:
    with pytest.raises(UnreadableValue, match="more than one number"):
        parse_quantity(words)


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("Between half and two thirds of voters left.", Fraction(1, 2), Fraction(2, 3)),
        ("Between a third and half of voters left.", Fraction(1, 3), Fraction(1, 2)),
        ("About half to three quarters of voters left.", Fraction(1, 2), Fraction(3, 4)),
    ],
)
def test_a_range_of_two_shares_is_found_whole(sentence: str, low: Fraction, high: Fraction) -> None:
    [found] = find_quantities(sentence)
    assert (found.value.low, found.value.high) == (low, high)


def test_half_before_what_it_is_not_a_share_of_is_not_found() -> None:
    assert find_quantities("They led at half and two players left.")[0].words == "two players"
