"""Units of measure that are written differently: what they have in common is worked out by their definitions."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import Agreement, compare, parse_quantity, supports
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.quantities.scales import scale_of


@pytest.mark.parametrize(
    ("statement", "source", "outcome"),
    [
        ("40 degrees Celsius", "40°C", "supported"),
        ("40C", "40 degrees Celsius", "supported"),
        ("104 degrees Fahrenheit", "40 degrees Celsius", "supported"),
        ("104F", "41C", "contradicted"),
        ("-40 C", "-40 F", "supported"),
        ("100F", "38C", "supported"),  # 37.8 °C
        ("more than 100 degrees Fahrenheit", "39°C", "supported"),  # 102.2 °F
        ("rose by 9 degrees Fahrenheit", "rose by 5 degrees Celsius", "supported"),
        ("rose by 5 degrees Fahrenheit", "rose by 5 degrees Celsius", "contradicted"),
        ("9 degrees Fahrenheit", "rose by 5 degrees Celsius", "unlike"),
        ("273.15 kelvin", "0 C", "supported"),
        ("40 degrees", "40°C", "supported"),
        ("about 40 degrees", "39.6C", "supported"),
        ("104 degrees", "40°C", "unlike"),  # which may be Fahrenheit
        ("45", "45 km", "supported"),  # a number without a unit is in that of the other side
        ("45 km", "45", "supported"),
        ("54", "45 km", "contradicted"),
        ("60 mph", "60 miles per hour", "supported"),
        ("60 miles an hour", "60 mph", "supported"),
        ("60 mph", "97 km/h", "supported"),  # 96.6 km/h
        ("60 mph", "60 km/h", "contradicted"),
        ("300 km/h", "186 mph", "supported"),  # 299.3 km/h, and 186 mph may be 299.8
        ("299.4 km/h", "186 mph", "says more"),
        ("302 km/h", "186 mph", "contradicted"),
        ("100 kilometres per hour", "100 km/h", "supported"),
        ("10 knots", "18.52 km/h", "supported"),
        ("10 metres per second", "36 km/h", "supported"),
        ("3 million bpd", "3 million barrels per day", "supported"),
        ("3 million barrels", "3 million barrels per day", "unlike"),
        ("420 ppm", "420 parts per million", "supported"),
        ("10 cubic metres", "10,000 litres", "supported"),
        ("2 stone", "28 pounds", "supported"),
        ("5 megatonnes", "5 million tonnes", "supported"),
        ("50 decibels", "50 dB", "supported"),
        ("10 tons", "10 tonnes", "unlike"),  # short, long or metric ones
        ("10 barrels", "420 gallons", "unlike"),  # of oil; not of beer
        ("12 people per day", "84 people per week", "unlike"),
    ],
)
def test_the_same_amount_in_other_units(statement: str, source: str, outcome: str) -> None:
    assert supports(statement, source).outcome.value == outcome, supports(statement, source)


def test_levels_before_a_change_are_on_the_scale_too() -> None:
    found = supports("rose from 86 degrees Fahrenheit to 104 degrees Fahrenheit", "rose from 30°C to 40°C")
    assert found.outcome.value == "supported", found


def test_the_reason_names_both_units() -> None:
    assert supports("60 mph", "100 km/h").because == (
        "The statement has 60 mph, and the source 100 km per h; no number fits both."
    )
    assert supports("104 F", "40 °C").because == "104 F and 40 °C are equal."
    assert supports("104 degrees", "40 °C").because == (
        "The values cannot be compared: the scale of the degrees is not named."
    )


def test_equal_measures_are_the_same() -> None:
    found = compare(parse_quantity("62 miles per hour"), parse_quantity("62 mph"))
    assert (found.verdict, found.because) == (Agreement.SAME, '62 "miles per hour" and 62 mph are equal.')


units = st.sampled_from(["°C", "degrees fahrenheit", "kelvin", "mph", "km/h", "knots", "cubic feet", "m³", "stone", "degrees", "people"])  # fmt: skip
amounts = st.builds(lambda stated, unit: Quantity(stated=stated, unit=unit), st.integers(-500, 500), units)


@given(amounts, amounts)
def test_order_does_not_matter(first: Quantity, second: Quantity) -> None:
    one, other = compare(first, second), compare(second, first)
    assert (one.verdict, one.rule) == (other.verdict, other.rule)


@given(st.fractions(-300, 300))
def test_fahrenheit_is_what_its_definition_says(celsius: Fraction) -> None:
    scale = scale_of("°F", None)
    assert scale is not None
    assert (celsius * 9 / 5 + 32) * scale.factor + scale.zero == celsius
