"""Sums of money and numbers that are rare in news, each with the value that its words say."""

from __future__ import annotations

import pytest

from newsfacts import UnreadableValue, parse_quantity


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("USD$5 million", "USD 5e6"),
        ("CHF five million", "CHF 5e6"),
        ("Swiss francs 200", "CHF 200"),
        ("5 million Swiss francs", "CHF 5e6"),
        ("200 Hong Kong dollars", "HKD 200"),
        ("200 New Zealand dollars", "NZD 200"),
        ("12 pounds sterling", "GBP 12"),
        ("($99.99)", "USD -99.99"),
        ("$10 dollars", "USD 10"),
        ("75 USD million", "USD 75e6"),
        ("5 MUSD", "USD 5e6"),
        ("$3 and 50 cents", "USD 3.50"),
        ("thirtyish", "~30"),
        ("a good few people", "few people"),
    ],
)
def test_a_rare_number(words: str, value: str) -> None:
    assert str(parse_quantity(words)) == value


@pytest.mark.parametrize("words", ["the Senate Majority", "the minority leader", "a majority stake"])
def test_what_is_not_a_number_is_refused(words: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_quantity(words)
