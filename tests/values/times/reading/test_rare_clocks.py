"""Times of day and lengths of time that are rare in news, read on Wednesday, 12 June 2024."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts import UnreadableValue, parse_time

WEDNESDAY = dt.date(2024, 6, 12)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("half past nine on 5 May", "2024-05-05T09:30"),
        ("20 minutes past 9 p.m. on 5 May", "2024-05-05T21:20"),
        ("10:15:30 on 5 May", "2024-05-05T10:15:30"),
        ("9:30 UTC+5:30 on 5 May", "2024-05-05T09:30+05:30"),
        ("2024-05-05T10:15:30+02:00", "2024-05-05T10:15:30+02:00"),
        ("18h30 on 5 May", "2024-05-05T18:30"),
        ("17 o'clock on 5 May", "2024-05-05T17:00"),
        ("nine in the morning on 5 May", "2024-05-05T09:00"),
        ("in three weeks", "2024-07-03~"),
        ("three weeks from Monday", "2024-07-08"),
        ("two weeks from 5 May", "2024-05-19"),
    ],
)
def test_a_rare_time_of_day_or_length(words: str, edtf: str) -> None:
    assert str(parse_time(words, published=WEDNESDAY)) == edtf


@pytest.mark.parametrize(
    "words",
    [
        "25 o'clock on 5 May",
        "within two days of the vote",
        "business days",
        "half nine past",
        "ten to three in the afternoon on 5 May",
    ],
)
def test_what_has_no_time_is_refused(words: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_time(words, published=WEDNESDAY)
