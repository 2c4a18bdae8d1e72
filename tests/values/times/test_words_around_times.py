"""Times in running text with the words around them: the days of a night, added lengths, comparisons with earlier times."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts.finders.values import find_times

PUBLISHED = dt.date(2024, 5, 22)


@pytest.mark.parametrize("words", ["night of 3-4 May", "night of 3 to 4 May", "evening of 3–4 May"])
def test_the_days_of_a_night_are_not_hours(words: str) -> None:
    days = find_times(f"He was held on the {words}.", published=PUBLISHED)[-1]
    assert str(days.value) == "2024-05-03/2024-05-04"


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It will take at least another 18 months.", ">=P18M"),
        ("They may stay for up to another two weeks.", "<=P2W"),
        ("They waited another 10 days.", "P10D"),
    ],
)
def test_the_bound_of_an_added_length_is_kept(sentence: str, value: str) -> None:
    [found] = find_times(sentence, published=PUBLISHED)
    assert str(found.value) == value


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Sales were 11% less than a year ago.", "a year ago"),
        ("The club has 200 more than two years ago.", "two years ago"),
        ("The debt is $3 billion less than a month earlier.", "a month earlier"),
        ("He left less than a week ago.", "less than a week ago"),
        ("The 12 men arrived more than a week ago.", "more than a week ago"),
        ("It rained for more than two hours.", "more than two hours"),
    ],
)
def test_a_comparison_with_an_earlier_time_does_not_bound_it(sentence: str, words: str) -> None:
    assert [found.words for found in find_times(sentence, published=PUBLISHED)] == [words]


def test_what_begins_on_a_day_begins_on_the_next_one() -> None:
    [friday] = find_times("The trial begins on Friday.", published=PUBLISHED)
    assert str(friday.value) == "2024-05-24"
