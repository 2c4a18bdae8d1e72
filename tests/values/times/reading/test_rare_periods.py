"""Periods that are rare in news, read on Wednesday, 12 June 2024; each is worked out with a calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts import UnreadableValue, parse_time

WEDNESDAY = dt.date(2024, 6, 12)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("last quarter", "2024-33"),  # the first quarter in EDTF's numbers
        ("the next quarter", "2024-35"),
        ("the same quarter a year ago", "2023-33"),
        ("the third quarter of a year ago", "2023-35"),
        ("May a year ago", "2023-05"),
        ("Monday a year ago", "2023-06-12"),  # 52 weeks before Monday, 10 June
        ("the next spring", "2025-21"),
        ("last summer", "2023-22"),
        ("next winter", "2024-24"),
        ("this spring", "2024-21"),
        ("Tuesday of last week", "2024-06-04"),
        ("the Tuesday of next week", "2024-06-18"),
        ("last business week", "2024-06-03/2024-06-07"),
        ("next month, on the 31st", "2024-07-31"),
        ("the 31st of last month", "2024-05-31"),
        ("the next millennium", "3001-01-01/4000-12-31"),
        ("this century", "2001/2100"),
        ("the last day of May", "2024-05-31"),
        ("the last day of last month", "2024-05-31"),
        ("the last day of next month", "2024-07-31"),
        ("week 12 of 2024", "2024-03-18/2024-03-24"),
        ("Monday of week 12 of 2024", "2024-03-18"),
        ("W23 2024", "2024-06-03/2024-06-09"),
        ("the weekend of last week", "2024-06-08/2024-06-09"),
        ("two weekends ago", "2024-06-01/2024-06-02"),
        ("two years ago on Monday", "2022-06-13"),
        ("exactly two years ago", "2022-06-12"),
        ("the last three quarters", "2023-07-01/2024-03-31"),
        ("CY 2023", "2023"),
        ("CY23", "2023"),
        ("H2 2023", "2023-41"),
        ("the 1920s", "192X"),
        ("the '80s", "198X"),
        ("beginning Monday", "2024-06-17/.."),
        ("the rest of the year", "2024-06-12/2024-12-31"),
        ("year to date", "2024-01-01/2024-06-11"),
        ("the day before yesterday", "2024-06-10"),
        ("the 18th and 19th centuries", "1701-01-01/1900-12-31"),
        ("the second half of the 1990s", "1995-01-01/1999-12-31"),
        ("the first half of June", "2024-06-01/2024-06-15"),
        ("the first ten days of May", "2024-05-01/2024-05-10"),
        ("the last two weeks of May", "2024-05-18/2024-05-31"),
        ("the last six months of 2023", "2023-07-01/2023-12-31"),
        ("next Easter", "2025-04-20"),
        ("Thanksgiving 2024", "2024-11-28"),
        ("Labor Day weekend 2024", "2024-08-31/2024-09-02"),
        ("Good Friday 2024", "2024-03-29"),
        ("8 p.m. to midnight on 5 May", "2024-05-05T20:00/2024-05-05T24:00"),
        ("from 9 to 11 a.m. Monday", "2024-06-10T09:00/2024-06-10T11:00"),
        ("9 a.m. to 5 p.m. EST", "2024-06-12T09:00-05:00/2024-06-12T17:00-05:00"),
        ("between 10 p.m. Friday and 6 a.m. Saturday", "2024-06-07T22:00/2024-06-08T06:00"),
    ],
)
def test_a_rare_period(words: str, edtf: str) -> None:
    assert str(parse_time(words, published=WEDNESDAY)) == edtf


@pytest.mark.parametrize("words", ["the 31st of this month", "the last two Februaries", "late 20s", "week 53 of 2024"])
def test_what_does_not_exist_or_is_open_is_refused(words: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_time(words, published=WEDNESDAY)
