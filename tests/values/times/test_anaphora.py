"""Phrases that count from a time named before them are not counted from publication."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts.values.times.edtf import parse_edtf
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.phrase import parse_time, resolve_anaphora
from newsfacts.values.times.times import Anaphora, TimeInterval, UnresolvedTime

PUBLISHED = dt.date(2024, 7, 4)


def unresolved(phrase: str) -> UnresolvedTime:
    time = parse_time(phrase, published=PUBLISHED)
    assert isinstance(time, UnresolvedTime), f"{phrase} is read as {time}"
    return time


@pytest.mark.parametrize(
    ("phrase", "unit", "offset"),
    [
        ("that day", Grain.DAY, 0),
        ("that same night", Grain.DAY, 0),
        ("the same year", Grain.YEAR, 0),
        ("that summer", Grain.YEAR, 0),
        ("that November", Grain.YEAR, 0),
        ("the next day", Grain.DAY, 1),
        ("the next morning", Grain.DAY, 1),
        ("the day before", Grain.DAY, -1),
        ("the night before", Grain.DAY, -1),
        ("the following month", Grain.MONTH, 1),
        ("early the following year", Grain.YEAR, 1),
        ("the previous week", Grain.WEEK, -1),
        ("the prior quarter", Grain.QUARTER, -1),
        ("the year before", Grain.YEAR, -1),
        ("the week after", Grain.WEEK, 1),
        ("earlier that day", Grain.DAY, 0),
        ("later that year", Grain.YEAR, 0),
        ("two days later", Grain.DAY, 2),
        ("six months earlier", Grain.MONTH, -6),
        ("three weeks before", Grain.WEEK, -3),
        ("a year earlier", Grain.YEAR, -1),
        ("the same month a year ago", Grain.MONTH, -12),
        ("after two years", Grain.YEAR, 2),
        ("at the time", None, 0),
        ("since then", None, 0),
        ("the same period last year", None, 0),
    ],
)
def test_what_counts_from_the_text_says_how(phrase: str, unit: Grain | None, offset: int) -> None:
    time = unresolved(phrase)
    assert time.needs == "the date that it refers to"
    assert time.anaphora == Anaphora(unit, offset)


@pytest.mark.parametrize(
    ("phrase", "antecedent", "canonical"),
    [
        ("that day", "2019-03-08", "2019-03-08"),
        ("earlier that day", "2019-03-08", "2019-03-08"),
        ("the next morning", "2019-03-08", "2019-03-09T00:00/2019-03-09T12:00"),
        ("the night before", "2019-03-08", "2019-03-07T18:00/2019-03-07T24:00"),
        # 8 March 2019 is a Friday
        ("that week", "2019-03-08", "2019-03-04/2019-03-10"),
        ("the following Tuesday", "2019-03-08", "2019-03-12"),
        ("that Tuesday", "2019-03-08", "2019-03-05"),
        ("that weekend", "2019-03-08", "2019-03-09/2019-03-10"),
        ("the week after", "2019-03-08", "2019-03-11/2019-03-17"),
        ("the following month", "2019-12-08", "2020-01"),
        ("the following month", "2019-12", "2020-01"),
        ("that November", "2019-03-08", "2019-11"),
        ("that summer", "2019-03", "2019-22"),
        ("the following spring", "2019", "2020-21"),
        ("the end of that year", "2019-03", "2019-39"),
        ("later that year", "2019-03-08", "2019-03-08/2019-12-31"),
        ("the previous two years", "2019-03-08", "2017-03-08/2019-03-07"),
        ("two days later", "2019-03-08", "2019-03-10"),
        ("three weeks later", "2019-03-08", "2019-03-29~"),
        ("two years earlier", "2019-03-08", "2017~"),
        ("two years later", "2019", "2021"),
        ("the same month a year earlier", "2019-03", "2018-03"),
        ("at the time", "2019-03", "2019-03"),
        ("since then", "2019-03-08", "2019-03-08/.."),
        ("by then", "2019-03-08", "../2019-03-08"),
        ("the same period last year", "2019-03", "2018-03"),
    ],
)
def test_with_the_time_before_it_an_anaphora_is_a_time(phrase: str, antecedent: str, canonical: str) -> None:
    found = resolve_anaphora(unresolved(phrase), parse_edtf(antecedent), published=PUBLISHED)
    assert str(found) == canonical
    assert isinstance(found, TimeInterval)


@pytest.mark.parametrize(
    ("phrase", "antecedent", "needs"),
    [
        ("that day", "2019-03", "the day that it refers to; 2019-03 is longer"),
        ("the following month", "2019", "the month that it refers to; 2019 is longer"),
        ("that year", "../2019", "the year that it refers to; ../2019 is longer"),
        ("two hours later", "2019-03-08", "the time of day that it refers to; 2019-03-08 is a day or longer"),
    ],
)
def test_a_time_that_is_too_long_to_count_from_is_not_counted_from(phrase: str, antecedent: str, needs: str) -> None:
    found = resolve_anaphora(unresolved(phrase), parse_edtf(antecedent))
    assert isinstance(found, UnresolvedTime)
    assert found.needs == needs


def test_what_is_counted_from_publication_has_no_anaphora() -> None:
    thursday = parse_time("Thursday")
    assert isinstance(thursday, UnresolvedTime)
    assert thursday.anaphora is None
    assert resolve_anaphora(thursday, parse_edtf("2019-03-08")) is thursday


def test_the_second_of_two_times_counts_from_the_first() -> None:
    assert str(parse_time("from Monday to two days later", published=PUBLISHED)) == "2024-07-01/2024-07-03"
    assert str(parse_time("May 5 and the following day", published=PUBLISHED)) == "{2024-05-05,2024-05-06}"


def test_without_an_article_previous_and_following_are_last_and_next() -> None:
    assert str(parse_time("previous week", published=PUBLISHED)) == "2024-06-24/2024-06-30"
    assert str(parse_time("following Friday", published=PUBLISHED)) == "2024-07-05"
    # "following" before what belongs to a day is a preposition
    assert str(parse_time("following Wednesday's", published=PUBLISHED)) == "2024-07-04/.."
