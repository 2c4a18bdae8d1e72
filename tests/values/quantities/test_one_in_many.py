"""How many one is of: "one in 5,000" is a share, and "one in 2019" is not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from newsfacts.finders.values import find_quantities
from newsfacts.values.quantities.reading.phrase import parse_quantity


@pytest.mark.parametrize(
    ("sentence", "words", "share"),
    [
        ("About 1 in 5,000 babies is born with it.", "About 1 in 5,000 babies", Fraction(1, 5000)),
        ("About one in 2,000 babies is born with it.", "About one in 2,000 babies", Fraction(1, 2000)),
        ("It happens to one in 50,000.", "one in 50,000", Fraction(1, 50000)),
        ("It happens to one in a million.", "one in a million", Fraction(1, 1_000_000)),
    ],
)
def test_one_in_many_is_a_share(sentence: str, words: str, share: Fraction) -> None:
    [found] = find_quantities(sentence)
    assert (found.words, found.value.stated) == (words, share)


@pytest.mark.parametrize(
    ("phrase", "stated"),
    [("1 in 2,000 babies", Fraction(1, 2000)), ("1 in 2000 babies", Fraction(1, 2000)), ("12 in 2022", 12)],
)
def test_a_year_is_not_what_a_number_is_out_of(phrase: str, stated: Fraction | int) -> None:
    assert parse_quantity(phrase).stated == stated


def test_what_was_in_a_year_is_counted() -> None:
    assert [found.words for found in find_quantities("He won two in 2019 and three in 2020.")] == ["two", "three"]
