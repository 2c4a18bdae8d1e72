"""A negation before a bound turns it round: what does not exceed 300 is 300 at most."""

from __future__ import annotations

import pytest

from newsfacts.finders.values import find_quantities
from newsfacts.values.quantities.quantity import Comparator

AT_MOST, AT_LEAST, LESS, MORE = Comparator.AT_MOST, Comparator.AT_LEAST, Comparator.LESS_THAN, Comparator.MORE_THAN


@pytest.mark.parametrize(
    ("sentence", "comparator"),
    [
        ("Spending did not exceed 300 people.", AT_MOST),
        ("The crowd must not exceed 300 people.", AT_MOST),
        ("The crowd didn’t exceed 300 people.", AT_MOST),
        ("The crowd didn't top 300 people.", AT_MOST),
        ("The crowd never exceeded 300 people.", AT_MOST),
        ("The crowd has not surpassed 300 people.", AT_MOST),
        ("The crowd has yet to exceed 300 people.", AT_MOST),
        ("The crowd may not be more than 300 people.", AT_MOST),
        ("The crowd did not reach 300 people.", LESS),
        ("The crowd did not fall below 300 people.", AT_LEAST),
        ("The crowd may not be less than 300 people.", AT_LEAST),
        ("The crowd will exceed 300 people.", MORE),
        ("The crowd topped 300 people.", MORE),
    ],
)
def test_what_a_sentence_says(sentence: str, comparator: Comparator) -> None:
    [found] = find_quantities(sentence)
    assert (found.value.comparator, found.value.stated) == (comparator, 300)
