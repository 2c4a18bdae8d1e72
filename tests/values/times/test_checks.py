"""Weekdays, ages, anniversaries and lengths of time against dates."""

from __future__ import annotations

import datetime as dt

from newsfacts.values.comparison import Agreement
from newsfacts.values.times.checks import (
    check_age,
    check_anniversary,
    check_duration,
    check_weekday,
)
from newsfacts.values.times.edtf import parse_edtf
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.reading.durations import parse_duration
from newsfacts.values.times.times import TimeInterval


def test_a_weekday_that_does_not_fit() -> None:
    time = parse_time("Thursday, Nov. 17, 2023")
    assert isinstance(time, TimeInterval)
    found = check_weekday(time)
    assert found.agreement is Agreement.CONTRADICTION
    assert (found.falls_on, found.nearest, found.year) == (4, dt.date(2023, 11, 16), 2022)
    assert found.because == (
        "17 November 2023 is a Friday, not a Thursday: the nearest Thursday is 16 November 2023; "
        "in 2022 that day was one."
    )


def test_a_weekday_that_fits_and_one_that_is_missing() -> None:
    assert check_weekday(parse_edtf("2024-07-04"), 3).because == "4 July 2024 is a Thursday."
    assert check_weekday(parse_edtf("2024-07"), 3).agreement is Agreement.UNKNOWN
    # 29 February is a Monday only every 28 years: 2016, 2044.
    assert check_weekday(parse_edtf("2024-02-29"), 0).year == 2016


def test_ages() -> None:
    born, on = parse_edtf("1960-05-05"), parse_edtf("2026-05-04")
    fits = check_age(65, born, on)
    assert (fits.agreement, fits.least, fits.most) == (Agreement.COMPATIBLE, 65, 65)
    assert check_age(66, born, on).agreement is Agreement.TENSION
    wrong = check_age(50, parse_edtf("1960"), parse_edtf("2026-01-01"))
    assert wrong.agreement is Agreement.CONTRADICTION
    assert wrong.because == "Aged 50 does not fit: born 1960, on 1 January 2026 it is 65 to 66."
    assert check_age(65, parse_edtf("../1960"), on).agreement is Agreement.UNKNOWN


def test_anniversaries() -> None:
    assert check_anniversary(75, parse_edtf("1949-10-01"), parse_edtf("2024-10-01")).agreement is Agreement.COMPATIBLE
    wrong = check_anniversary(70, parse_edtf("1949-10-01"), parse_edtf("2024-10-01"))
    assert wrong.because == "From 1 October 1949 to 1 October 2024 it is anniversary 75, not 70."


def test_durations_between_two_dates() -> None:
    start, end = parse_edtf("2024-05-01"), parse_edtf("2024-05-20")
    assert check_duration(parse_duration("19 days"), start, end).agreement is Agreement.COMPATIBLE
    rounded = check_duration(parse_duration("three weeks"), start, end)
    told = "from 1 May 2024 to 20 May 2024 there are 18 to 20 days."
    assert rounded.because == f"P3W fits when it is rounded to its unit: {told}"
    wrong = check_duration(parse_duration("two weeks"), start, end)
    assert wrong.agreement is Agreement.CONTRADICTION
    assert wrong.because == "P2W does not fit: from 1 May 2024 to 20 May 2024 there are 18 to 20 days."
    backwards = check_duration(parse_duration("two weeks"), end, start)
    assert backwards.because == "The end, 1 May 2024, is before the beginning, 20 May 2024."
