"""Quantities that say two things at once are refused when they are made, and so are texts that no quantity writes."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from newsfacts.errors import UnreadableValue
from newsfacts.values.quantities.canonical import parse_canonical
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "a quantity states a number, both ends of a range, or a vague word"),
        ({"low": 3}, "a quantity states a number, both ends of a range, or a vague word"),
        ({"low": 1, "high": 2, "comparator": Comparator.VAGUE}, "a vague quantity names its vague word"),
        ({"stated": 5, "low": 4}, "give the stated number, or the two ends, not both"),
        ({"stated": 5, "high": 6}, "give the stated number, or the two ends, not both"),
        ({"stated": 5, "low_open": True}, "only a range has open ends, and only a vague word is vague"),
        ({"stated": 5, "comparator": Comparator.RANGE}, "one stated number cannot be 'range'"),
        ({"stated": 5, "kind": QuantityKind.MONEY}, "money has a currency, and nothing else has one"),
        ({"stated": 5, "currency": "USD"}, "money has a currency, and nothing else has one"),
        ({"stated": 5, "kind": QuantityKind.MONEY, "currency": "Usd"}, "a currency is a code such as USD or a lower-case name such as franc"),
        ({"stated": 5, "kind": QuantityKind.MONEY, "currency": "DOLLAR"}, "a currency is a code such as USD or a lower-case name such as franc"),
        ({"stated": 5, "unit": ""}, "a unit or a rate is None or has words"),
        ({"stated": 5, "per": ""}, "a unit or a rate is None or has words"),
        ({"stated": 5, "window": "soon"}, "a window is an ISO 8601 duration such as P2M or a number such as 10 games, perhaps after a comparator"),
        ({"vague": "dozens", "granularity": Fraction(1, 2)}, "a vague word is multiplied by a whole number above 0"),
        ({"vague": "dozens", "granularity": 0}, "a vague word is multiplied by a whole number above 0"),
        ({"vague": "dozens", "low": 20}, "the ends of a vague word come from the policy"),
        ({"vague": "dozens", "high": 20}, "the ends of a vague word come from the policy"),
        ({"vague": "dozens", "high_open": True}, "only a range has open ends"),
        ({"stated": 5, "before": 4}, "only a level that a change led to has a level before it"),
        ({"stated": 5, "before": 6, "change": Change.UP_TO}, "from 6 to 5 is not a rise"),
        ({"stated": 5, "before": 4, "change": Change.DOWN_TO}, "from 4 to 5 is not a fall"),
        ({"stated": 5, "before": 5, "change": Change.DOWN_TO}, "from 5 to 5 is not a fall"),
        ({"stated": Decimal("Infinity")}, "it is not a finite number"),
        ({"stated": Decimal("NaN")}, "it is not a finite number"),
        ({"stated": 0.5}, "numbers are int, Fraction or Decimal, which are exact"),
        ({"stated": True}, "numbers are int, Fraction or Decimal, which are exact"),
    ],
)  # fmt: skip
def test_a_quantity_does_not_say_two_things_at_once(fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        Quantity(**fields)
    assert refused.value.reason == reason


def test_a_decimal_is_kept_exactly() -> None:
    fields: dict[str, Any] = {"stated": Decimal("0.10")}
    assert Quantity(**fields).stated == Fraction(1, 10)
    fields = {"stated": Decimal("3.0")}
    assert type(Quantity(**fields).stated) is int


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("9" * 2601, "a canonical value is not that long"),
        ("9" * 409, "it has more than 400 digits"),
        ("1e401", "it has more than 400 digits"),
        ("1.5*12", "1.5*12 is not a whole number of dozens"),
        ("1.5/2", "1.5/2 is not a fraction of whole numbers"),
        ("1/0", "1/0 is not a fraction of whole numbers"),
        ("share 1/2%", "a share is not followed by '%'"),
        ("rose-to 5 from many", "a number is expected after 'from'"),
        ("5 people in spring", "a duration such as P2M is expected after 'in'"),
        ("5..", "a range needs a number after its two dots"),
        ("many", "a number is expected at 'many'"),
        (">=", "a number is expected at its end"),
    ],
)
def test_what_is_not_a_canonical_quantity_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_canonical(text)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("-0.5", Fraction(-1, 2), Fraction(-1, 2)),
        ("-1.5..2", Fraction(-3, 2), 2),
        ("2*12", 24, 24),
        ("1.50", Fraction(3, 2), Fraction(3, 2)),
        ("1/3", Fraction(1, 3), Fraction(1, 3)),
        (">=12", 12, None),
    ],
)
def test_what_is_canonical_is_read_exactly(text: str, low: Fraction | int, high: Fraction | int | None) -> None:
    found = parse_canonical(text)
    assert (found.low, found.high) == (low, high)
    assert str(found) == text
