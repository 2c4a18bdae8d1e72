"""Numbers in words: what a speller that knows no reader writes is read as the number it was given, and so are fractions of it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import UnreadableValue, parse_quantity

UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
MAGNITUDES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def spelled(number: int, conjunction: str = "and ") -> str:
    """In British English; without the conjunction, in American English."""
    for size, name in MAGNITUDES:
        if number >= size:
            rest = number % size
            link = f" {conjunction}" if rest < 100 else " "
            return f"{spelled(number // size, conjunction)} {name}" + (
                link + spelled(rest, conjunction) if rest else ""
            )
    if number >= 100:
        rest = number % 100
        return f"{UNITS[number // 100]} hundred" + (f" {conjunction}{spelled(rest)}" if rest else "")
    if number < 20:
        return UNITS[number]
    return TENS[number // 10 - 2] + (f"-{UNITS[number % 10]}" if number % 10 else "")


NUMBERS = st.one_of(
    st.integers(0, 2000),
    st.integers(0, 10**15 - 1),
    st.builds(lambda n, e: n * 10**e, st.integers(0, 999), st.integers(0, 12)),
)


@given(NUMBERS, st.sampled_from(["and ", ""]))
def test_a_number_in_words_is_the_number(number: int, conjunction: str) -> None:
    found = parse_quantity(f"{spelled(number, conjunction)} people")
    assert (found.low, found.high, found.unit) == (number, number, "people")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("hundred", 100), ("a hundred and five", 105), ("eleven hundred", 1100), ("nineteen hundred and five", 1905),
        ("twelve hundred thousand", 1_200_000), ("three thousand millions", 3 * 10**9), ("three lakh crore", 3 * 10**12),
        ("two lakh", 200_000), ("five crore", 5 * 10**7), ("a thousand million", 10**9), ("two hundred million billion", 2 * 10**17),
        ("4 thousand 3 hundred and 21", 4321), ("4 million 250 thousand", 4_250_000), ("30 million", 30_000_000),
        ("1.5 million", 1_500_000), ("2.5 hundred", 250), ("half a million", 500_000), ("one million and a half", 1_500_000),
        ("two and a half million", 2_500_000), ("a million and a quarter", 1_250_000), ("two dozen", 24), ("a dozen", 12),
        ("dozen", 12), ("three score", 60), ("one hundred dozen", 1200), ("ninety-nine", 99), ("twenty one", 21),
        ("one hundred thousand and one", 100_001), ("two million and five", 2_000_005), ("two million, five hundred", 2_000_500),
        ("a thousand and one", 1001), ("a million and a quarter million", 1_250_000),
        ("five thousand two hundred million", 5_200_000_000), ("8 quarters of growth", 8), ("one trillion two thousand million", 1_002_000_000_000),
        ("two million, half of them women", 2_000_000), ("five hundred and twenty thousand, three hundred and one", 520_301),
        ("three thousand million and five", 3_000_000_005), ("three thousand million two thousand", 3_000_002_000),
        ("one million, many of them women", 1_000_000), ("one million and -half", 1_500_000), ("1.5 hundred", 150),
    ],
)  # fmt: skip
def test_other_ways_to_say_a_number(words: str, number: int) -> None:
    found = parse_quantity(words)
    assert (found.low, found.high) == (number, number)


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("one half", (1, 2)), ("one third", (1, 3)), ("two thirds", (2, 3)), ("three quarters", (3, 4)), ("seven tenths", (7, 10)),
        ("seven-tenths", (7, 10)), ("one twenty-fifth", (1, 25)), ("three twenty-fifths", (3, 25)), ("a twentieth", (1, 20)),
        ("one hundredth of", (1, 100)), ("five hundredths", (5, 100)), ("fifty-four hundredths", (54, 100)),
        ("nine thousandths", (9, 1000)), ("one and a half", (3, 2)), ("two and three quarters", (11, 4)),
        ("one hundred and two thirds", (302, 3)), ("two and one third", (7, 3)), ("one millionth of", (1, 10**6)),
        ("one thousand thirds", (1000, 3)), ("three million fifths", (600_000, 1)),
        ("3 quarters of them", (3, 4)), ("two thirty-fifths", (2, 35)), ("one hundred thirty-fifths", (100, 35)),
        ("a twenty-first", (1, 21)), ("one and a twenty-first", (22, 21)),
    ],
)  # fmt: skip
def test_a_fraction_in_words_is_exact(words: str, share: tuple[int, int]) -> None:
    found = parse_quantity(words.removesuffix(" of") + (" of the water" if words.endswith(" of") else ""))
    assert (found.low, found.high) == (Fraction(*share), Fraction(*share))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("the first", 1), ("the twenty-first", 21), ("the hundredth", 100), ("the two hundredth", 200),
        ("the two hundred and first", 201), ("the thousandth", 1000), ("the twelve thousandth", 12_000),
        ("the millionth", 10**6), ("the three hundred and twelfth", 312), ("the one thousand two hundredth", 1200),
        ("the two thousand three hundred and fourth", 2304),
        ("the two million three thousandth", 2_003_000), ("the two thousand three hundredth", 2300),
    ],
)  # fmt: skip
def test_an_ordinal_in_words_is_its_number(words: str, number: int) -> None:
    found = parse_quantity(f"{words} visitor")
    assert (str(found.kind), found.stated) == ("ordinal", number)


@pytest.mark.parametrize("number", range(1, 1000, 37))
def test_a_number_keeps_the_place_that_it_is_stated_to(number: int) -> None:
    assert parse_quantity(f"{number} million").granularity == 10**6
    assert parse_quantity(f"{spelled(number)} thousand and one").granularity == 1


@pytest.mark.parametrize(
    "words",
    [
        "two three",
        "twenty twenty",
        "five hundred six hundred",
        "two million five million",
        "one two hundred",
        "two hundred 100",
        "twenty and five",
        "five and three",
        "one million, two people",
    ],
)
def test_two_numbers_are_not_one(words: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_quantity(words)
    assert refused.value.reason.startswith("it states more than one number")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("two million and one half", "it may mean one half more, or half a million (a thousand, ...) more"),
        ("nine " + "trillion " * 40, "it has more than 400 digits"),
    ],
)
def test_what_could_mean_two_numbers_or_is_too_large_is_refused(words: str, reason: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_quantity(f"{words} people")
    assert refused.value.reason == reason
    assert refused.value.raw in words


@pytest.mark.parametrize("word", ["first", "last", "next", "past", "previous", "final", "coming", "second"])
def test_quarters_of_a_year_are_counted_and_not_a_share(word: str) -> None:
    found = parse_quantity(f"the {word} two quarters")
    assert (str(found.kind), found.stated) == ("number", 2)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("two hundred or three", 200, 300),
        ("two million or three", 2 * 10**6, 3 * 10**6),
        ("two thousand million or three", 2 * 10**9, 3 * 10**9),
    ],
)
def test_a_digit_after_or_counts_in_the_magnitude_before_it(words: str, low: int, high: int) -> None:
    found = parse_quantity(words)
    assert (found.low, found.high) == (low, high)


def test_whole_numbers_are_integers_however_they_are_written() -> None:
    for words in ("2.5 thousand", "1.5 hundred", "two and a half million", "1.5 hundred thousand"):
        found = parse_quantity(words)
        assert (type(found.stated), type(found.granularity)) == (int, int), words


def test_a_refusal_has_the_words_as_they_are() -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_quantity("two million three thousand million people")
    assert refused.value.reason == "'million' does not go on with 'two million three thousand'"


def test_where_a_magnitude_begins_another_number_the_first_one_ends() -> None:
    for words in ("two million and five million", "one hundred and two hundred"):
        with pytest.raises(UnreadableValue):
            parse_quantity(words)


@pytest.mark.parametrize("words", ["score", "the score"])
def test_a_score_alone_is_not_twenty(words: str) -> None:
    with pytest.raises(UnreadableValue, match="it states no number"):
        parse_quantity(words)
