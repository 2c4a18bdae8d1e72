"""The days of a night, and a length that is added to another one, are found with what their words say."""

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
