"""Numbers and times in running text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import FoundQuantity, FoundTime, UsageError, find_quantities, find_times, find_values

DAY = dt.date(2024, 7, 9)


def quantities(text: str) -> list[str]:
    return [found.words for found in find_quantities(text)]


def times(text: str) -> list[str]:
    return [found.words for found in find_times(text, published=DAY)]


def test_a_count_is_found_with_what_it_counts() -> None:
    (found,) = find_quantities("The ferry had 12 police officers on board.")
    assert found.words == "12 police officers"
    assert found.value.stated == 12
    assert found.counted_words("The ferry had 12 police officers on board.") == "police officers"


def test_a_day_is_a_time_and_never_a_number() -> None:
    found = find_values("On 4 July about 2015 people came, more than in 2015.", published=DAY)
    assert [(type(value), value.words) for value in found] == [
        (FoundTime, "4 July"),
        (FoundQuantity, "about 2015 people"),
        (FoundTime, "2015"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened last week.", ["last week"]),
        ("He left on Friday, the mayor said.", ["Friday"]),
        ("Sales fell in the past three months.", ["the past three months"]),
        ("The council may meet in May.", ["May"]),
    ],
)
def test_a_time_is_neither_too_long_nor_too_short(text: str, expected: list[str]) -> None:
    assert times(text) == expected


def test_nothing_is_found_in_another_language() -> None:
    assert find_values("Am 4.7. kamen 12 Leute.", language="de") == ()


def test_an_unknown_markup_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="markup is text or markdown"):
        find_values("12 people", markup="html")  # type: ignore[arg-type]  # what a caller without types may do


WORDS = st.sampled_from(
    [
        "12",
        "1,500",
        "2015",
        "4",
        "July",
        "May",
        "last",
        "week",
        "$",
        "%",
        "3.5",
        "million",
        "people",
        "the",
        "of",
        "Friday",
        "and",
        "to",
        "-",
        "between",
        "from",
        "two",
        "dozen",
        "a",
        "half",
        ".",
        ",",
        "at",
        "about",
        "more",
        "than",
        "8",
        ":",
        "30",
        "p.m.",
        "years",
        "ago",
        "'s",
        "one",
        "second",
        "quarter",
        "few",
        "several",
        "€",
        "1990",
        "s",
        "\n",
        "\n\n",
        "|",
        "#",
        "*",
        "[",
        "]",
        "(",
        ")",
        ">",
        "`",
    ]
)


@given(st.lists(WORDS, max_size=30), st.sampled_from(["text", "markdown"]))
def test_spans_have_the_words_and_do_not_overlap(words: list[str], markup: str) -> None:
    text = " ".join(words)
    end = 0
    for found in find_values(text, published=DAY, markup=markup):  # type: ignore[arg-type]  # one of the two
        assert found.words == text[found.span.start : found.span.end]
        assert end <= found.span.start < found.span.end
        end = found.span.end


@given(st.text(max_size=80))
def test_any_text_can_be_searched(text: str) -> None:
    find_values(text)
    find_values(text, markup="markdown")
