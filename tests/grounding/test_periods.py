"""Periods that are said as two dates, and lengths that count back from the day of publication."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts import SourceDocument, ground

DAY = dt.date(2024, 5, 15)


def outcomes(text: str, source: str, *, source_day: dt.date = DAY) -> list[str]:
    document = SourceDocument(text=source, path="source.txt", published=source_day)
    return [str(item.outcome) for item in ground(text, document, published=DAY).items if str(item.kind) == "time"]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("The poll of the harbour ran from 3 May to 9 May.", "The harbour poll ran May 3-9.", ["supported", "supported"]),
        ("The poll of the harbour ran from 3 May to 8 May.", "The harbour poll ran May 3-9.", ["supported", "contradicted"]),
        ("The poll of the harbour ran from 4 May to 9 May.", "The harbour poll ran May 3-9.", ["contradicted", "supported"]),
        ("The harbour poll ran May 3-9.", "The poll of the harbour ran from 3 May to 9 May.", ["supported"]),
        ("The harbour poll ran May 3-8.", "The poll of the harbour ran from 3 May to 9 May.", ["contradicted"]),
        ("The harbour poll ran from Monday through Thursday.", "The harbour poll ran from Monday to Thursday.",
         ["supported", "supported"]),
    ],
)  # fmt: skip
def test_each_end_of_a_period_is_compared_with_that_end(text: str, source: str, expected: list[str]) -> None:
    assert outcomes(text, source) == expected


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("The harbour court closed eight months ago.", "The harbour court closed nine months ago.", "contradicted"),
        ("The harbour court closed nine months ago.", "The harbour court closed nine months ago.", "supported"),
        ("The harbour court closed less than 30 years ago.", "The harbour court closed more than 30 years ago.", "says more"),
        ("The harbour court waited nearly 18 months.", "The harbour court waited almost a year and a half.", "supported"),
        ("The harbour court waited nearly 15 months.", "The harbour court waited almost a year and a half.", "says more"),
        ("The harbour court worked for over a quarter of a century.", "The harbour court worked for more than 25 years.",
         "supported"),
    ],
)  # fmt: skip
def test_lengths_are_compared_by_their_numbers(text: str, source: str, expected: str) -> None:
    assert outcomes(text, source) == [expected]


def test_lengths_that_count_back_from_other_days_are_not_compared_by_their_numbers() -> None:
    text, source = "The harbour court closed two weeks ago.", "The harbour court closed one week ago."
    assert outcomes(text, source, source_day=dt.date(2024, 5, 8)) == ["supported"]


def test_a_word_such_as_now_contradicts_no_day() -> None:
    source = "The court of Aldern is now closed. Lind opened the harbour court on Monday."
    assert outcomes("The court of Aldern closed on Tuesday.", source) == ["not found"]
