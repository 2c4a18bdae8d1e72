"""Heights and weights in two units, and digits with a letter that label something. Sums are done by hand: 12 in a foot, 14 lb in a stone."""

from __future__ import annotations

import pytest

from newsfacts import UnreadableValue, compare, find_quantities, parse_quantity
from newsfacts.values.comparison import Agreement


@pytest.mark.parametrize(
    ("phrase", "inches"),
    [
        ("5 foot 10", 70), ("5ft 10in", 70), ("five foot ten", 70), ("five-foot-ten", 70), ("5 feet 10", 70), ("6ft 2", 74),
        ("6ft2in", 74), ("6ft2", 74), ("6'2\"", 74), ("6 foot 2 inches tall", 74), ("six foot one", 73), ("12 foot 6", 150),
    ],
)  # fmt: skip
def test_feet_and_inches_are_one_height(phrase: str, inches: int) -> None:
    assert compare(parse_quantity(phrase), parse_quantity(f"{inches} inches")).verdict is Agreement.SAME


def test_half_an_inch_belongs_to_the_height() -> None:
    assert compare(parse_quantity("5 foot 10 1/2"), parse_quantity("70.5 inches")).verdict is Agreement.SAME


@pytest.mark.parametrize(
    ("phrase", "pounds"),
    [
        ("12 stone 4", 172),
        ("12st 4lb", 172),
        ("11st 7lb", 161),
        ("12 stone 4 pounds", 172),
        ("12st", 168),
        ("two stone", 28),
    ],
)
def test_stones_and_pounds_are_one_weight(phrase: str, pounds: int) -> None:
    assert compare(parse_quantity(phrase), parse_quantity(f"{pounds} pounds")).verdict is Agreement.SAME


@pytest.mark.parametrize(
    "phrase", ["5 feet 10 people", "5 foot 12", "6 foot 5-12", "5 feet 10 per cent", "5 foot 10 men", "12 stone 14"]
)
def test_a_number_of_its_own_after_feet_is_not_added(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_quantity(phrase)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("500ft2", "500 ft²"),
        ("12 stone walls", "12 stone walls"),
        ("21st", "21st"),
        ("the 101st", "101st"),
        ("20 feet", "20 feet"),
    ],
)
def test_areas_walls_and_ordinals_are_neither_heights_nor_weights(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("He is 5 foot 10 and weighs 12 stone 4.", ["5 foot 10", "12 stone 4"]),
        ("The 6 foot 3 striker scored.", ["6 foot 3"]),
        ("It fell 5 feet 10 times.", ["5 feet", "10 times"]),
        ("12 stone lions guard a 6ft 2in gate.", ["12 stone lions", "6ft 2in"]),
    ],
)
def test_a_height_is_found_whole(sentence: str, found: list[str]) -> None:
    assert [quantity.words for quantity in find_quantities(sentence)] == found


@pytest.mark.parametrize(
    "phrase",
    [
        "12A",
        "12a",
        "a 12A certificate",
        "221b Baker Street",
        "seat 14C",
        "Form 1099B",
        "Gate 12B",
        "a 10-K filing",
        "5-a-side",
    ],
)
def test_digits_with_a_letter_that_label_something_state_no_number(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_quantity(phrase)


@pytest.mark.parametrize(
    "sentence",
    [
        "Seat 14C was empty.",
        "He sat in seat 14C of row 12F.",
        "They live in flat 12B, next to 221b Baker Street.",
        "The film has a 12A certificate.",
        "He sold 4K televisions and an 8K camera.",
        "Traffic queued at Junction 24A.",
        "She filed a 10-K and Form 1099B.",
        "They played 7-a-side, then five-a-side.",
    ],
)
def test_labels_are_not_found_as_numbers(sentence: str) -> None:
    assert find_quantities(sentence) == ()


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("$12B", "USD 12e9"),
        ("12M people", "12e6 people"),
        ("12C", "12 C"),
        ("4K people", "4000 people"),
    ],
)
def test_units_and_magnitudes_that_touch_digits_are_kept(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@pytest.mark.parametrize(
    "phrase", ["a 737 Max 8 jet", "BBC One", "Fantastic Four", "Year 6 pupils", "an 11/4 favourite", "Channel Four"]
)
def test_channels_school_years_and_odds_state_no_number(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_quantity(phrase)


def test_a_majority_of_a_number_is_that_number() -> None:
    assert str(parse_quantity("a majority of 42")) == "42"
