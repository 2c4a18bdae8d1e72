"""Numbers in words and digits."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import steps

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.quantities.exact import place_value
from newsfacts.values.quantities.reading.numerals import MAX_DIGITS, read_digits, read_number, read_ordinal


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("seven", 7),
        ("a hundred and five", 105),
        ("three hundred forty-two", 342),
        ("nineteen hundred", 1900),
        ("two thousand and six", 2006),
        ("twelve thousand three hundred", 12300),
        ("one million, two hundred thousand", 1200000),
        ("four thousand million", 4 * 10**9),
        ("six lakh", 600000),
        ("two crore fifty lakh", 25000000),
        ("seventyfive", 75),
        ("half a dozen", 6),
        ("three dozen", 36),
        ("four score", 80),
        ("half a million", 500000),
        ("a quarter of a million", 250000),
        ("three quarters of a billion", 750000000),
        ("two and a half", Fraction(5, 2)),
        ("two-and-a-half", Fraction(5, 2)),
        ("two and a half million", 2500000),
        ("a million and a half", 1500000),
        ("three point one four", Fraction(314, 100)),
        ("one point two billion", 1200000000),
        ("two thirds", Fraction(2, 3)),
        ("three-fifths", Fraction(3, 5)),
        ("one twentieth", Fraction(1, 20)),
        ("a hundred and fifty-four thousandths", Fraction(100054, 1000)),
        ("minus forty", -40),
        ("nil", 0),
        ("1,250.5", Fraction(2501, 2)),
        ("1 234 567", 1234567),
        ("12,34,567", 1234567),
        ("1.234.567", 1234567),
        ("7,25", Fraction(29, 4)),
        (".5", Fraction(1, 2)),
        ("−3", -3),
        ("40k", 40000),
        ("3.2bn", 3200000000),
        ("6.02e23", 602 * 10**21),
        ("1.5×10^3", 1500),
        ("2×10⁻²", Fraction(1, 50)),
        ("5 1/4", Fraction(21, 4)),
        ("2½", Fraction(5, 2)),
        ("4 thousand 3 hundred", 4300),
    ],
)
def test_reads_a_number(words: str, number: int | Fraction) -> None:
    assert read_number(words) == number


@pytest.mark.parametrize(
    "words",
    ["", "eleven three", "twenty twenty", "two five", "and", "people", "dozens", "thousands", "9/11", "24/7", "third"],
)
def test_reads_no_number(words: str) -> None:
    assert read_number(words) is None


@pytest.mark.parametrize(
    "words", ["a thousand hundred", "a hundred hundred", "two million three thousand million", "000 million"]
)
def test_a_number_that_goes_on_with_no_word_that_fits_is_refused(words: str) -> None:
    with pytest.raises(UnreadableValue, match="does not go on with") as refused:
        read_number(words)
    assert refused.value.kind is UnreadableKind.NOT_ONE_NUMERAL


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("first", 1),
        ("twenty-second", 22),
        ("103rd", 103),
        ("two hundredth", 200),
        ("millionth", 10**6),
        ("six thousand and tenth", 6010),
    ],
)
def test_reads_an_ordinal(words: str, place: int) -> None:
    assert read_ordinal(words) == place


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (40, 10),
        (45, 1),
        (0, 1),
        (1200000, 100000),
        (Fraction(21, 5), Fraction(1, 10)),
        (Fraction(1, 3), None),
        (-300, 100),
    ],
)
def test_place_value_is_that_of_the_last_significant_digit(value: int | Fraction, place: int | Fraction | None) -> None:
    assert place_value(value) == place


def test_separators_that_group_nothing_are_refused() -> None:
    with pytest.raises(UnreadableValue) as caught:
        read_digits("1,23,4")
    assert str(caught.value) == (
        "cannot read '1,23,4': its separators do not group the digits as thousands or set off decimals"
    )


@pytest.mark.parametrize("text", ["9" * (MAX_DIGITS + 1), "1e401", "1e-401", "1e99999999"])
def test_numbers_beyond_the_bound_are_refused(text: str) -> None:
    with pytest.raises(UnreadableValue, match="it has more than 400 digits"):
        read_number(text)


def test_the_longest_number_is_read() -> None:
    assert read_number("7" * MAX_DIGITS) == int("7" * MAX_DIGITS)


@given(st.integers(0, 10**12))
def test_digits_with_commas_read_back(number: int) -> None:
    assert read_number(f"{number:,}") == number


@pytest.mark.parametrize("word", ["million ", "and ", "9", "hundred ", "half ", "one-", "point ", "1 ", "a "])
def test_long_runs_are_refused_at_once(word: str) -> None:
    def refuse() -> None:
        with pytest.raises(UnreadableValue, match="characters long; at most 2000 are read"):
            read_number(word * (100_000 // len(word)))

    refuse()
    assert steps(refuse) < 500
