"""British days: weeks that are counted from a day. 15 May 2024 is a Wednesday; expected days are counted on a calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts.errors import UnreadableValue
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.times import UnresolvedTime

WEDNESDAY = dt.date(2024, 5, 15)


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("a week on Tuesday", "2024-05-28"),
        ("a week on Friday", "2024-05-24"),
        ("a fortnight on Monday", "2024-06-03"),
        ("three weeks on Sunday", "2024-06-09"),
        ("a week today", "2024-05-22"),
        ("a fortnight tomorrow", "2024-05-30"),
        ("a week yesterday", "2024-05-07"),
        ("a week last Friday", "2024-05-03"),
        ("two weeks last Monday", "2024-04-29"),
        ("Tuesday week", "2024-05-28"),
        ("Saturday fortnight", "2024-06-01"),
        ("tomorrow week", "2024-05-23"),
        ("Friday week at 3pm", "2024-05-24T15:00"),
        ("by Tuesday week", "../2024-05-28"),
    ],
)
def test_weeks_count_from_the_named_day(phrase: str, day: str) -> None:
    assert str(parse_time(phrase, published=WEDNESDAY)) == day


@pytest.mark.parametrize(
    "phrase",
    [
        "about a week on Tuesday", "several weeks on Tuesday", "a month today", "a day on Tuesday", "next Tuesday week",
        "last Tuesday week", "every Tuesday week", "yesterday week", "a week and a half on Monday",
    ],
)  # fmt: skip
def test_what_names_no_one_day_is_refused(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_time(phrase, published=WEDNESDAY)


def test_such_a_day_needs_the_day_of_publication() -> None:
    assert isinstance(parse_time("a week on Tuesday"), UnresolvedTime)
    assert isinstance(parse_time("Tuesday week"), UnresolvedTime)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("a good two hours", ">=PT2H"), ("two hours at the very least", ">=PT2H"), ("two hours at the outside", "<=PT2H"),
        ("three years, tops", "<=P3Y"), ("two hours max", "<=PT2H"), ("ten days, if that", "<=P10D"),
        ("a touch over 30 minutes", ">PT30M"), ("a bit less than two hours", "<PT2H"), ("over half an hour", ">PT0.5H"),
        ("far more than two hours", ">PT2H"), ("in the region of two hours", "~PT2H"), ("barely two hours", "PT2H"),
    ],
)  # fmt: skip
def test_a_bound_of_a_length_is_read(phrase: str, canonical: str) -> None:
    assert str(parse_time(phrase, published=WEDNESDAY)) == canonical


@pytest.mark.parametrize("phrase", ["2010 at most", "Friday at least", "a good year"])
def test_a_bound_of_how_much_does_not_go_with_a_date(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_time(phrase, published=WEDNESDAY)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("until midnight on Friday", "../2024-05-18T00:00"),
        ("by midnight on 31 May", "../2024-06-01T00:00"),
        ("before midnight on Friday", "../2024-05-18T00:00"),
        ("just before midnight on Sunday", "2024-05-12T23:45/2024-05-12T24:00"),
        ("shortly after midnight on Sunday", "2024-05-12T00:00/2024-05-12T00:15"),
        ("from midnight on Friday", "2024-05-10T00:00/.."),
    ],
)
def test_a_deadline_at_midnight_is_the_end_of_its_day(phrase: str, canonical: str) -> None:
    assert str(parse_time(phrase, published=WEDNESDAY)) == canonical


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("11 and 12 May", "{2024-05-11,2024-05-12}"),
        ("11 or 12 May 2023", "[2023-05-11,2023-05-12]"),
        ("1, 2 and 3 May", "{2024-05-01,2024-05-02,2024-05-03}"),
        ("every weekday", "R/XXXX-WXX-1,XXXX-WXX-2,XXXX-WXX-3,XXXX-WXX-4,XXXX-WXX-5"),
    ],
)
def test_days_share_the_month_after_the_last_one(phrase: str, canonical: str) -> None:
    assert str(parse_time(phrase, published=WEDNESDAY)) == canonical


@pytest.mark.parametrize("phrase", ["11 and 12", "30 and 31 April", "11 and 32 May"])
def test_days_without_a_month_that_has_them_are_refused(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_time(phrase, published=WEDNESDAY)
