"""Rarer dates, hours and periods of news. 15 May 2024 is a Wednesday, Easter 2024 was on 31 March; all is counted on a calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts.errors import UnreadableValue
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.times import TimeInterval, UnresolvedTime

WEDNESDAY = dt.date(2024, 5, 15)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("two weekends ago", "2024-05-04/2024-05-05"),
        ("three Mondays ago", "2024-04-29"),
        ("tomorrow for three days", "2024-05-16/2024-05-18"),
        ("Thursday for two hours from 9am", "2024-05-09T09:00/2024-05-09T11:00"),
        ("Friday after 9:30am", "2024-05-10T09:30/.."),
        ("Friday before 11am", "../2024-05-10T11:00"),
        ("Friday between 9am and 11am", "2024-05-10T09:00/2024-05-10T11:00"),
        ("from 5 to 7 on Friday evening", "2024-05-10T17:00/2024-05-10T19:00"),
        ("8:30-10:00 a.m. on May 10", "2024-05-10T08:30/2024-05-10T10:00"),
        ("noon to 3pm on Friday", "2024-05-10T12:00/2024-05-10T15:00"),
        ("10pm Friday to 2am Saturday", "2024-05-10T22:00/2024-05-11T02:00"),
        ("from now until 2030", "2024-05-15/2030"),
        ("from today", "2024-05-15/.."),
        ("from today until Friday", "2024-05-15/2024-05-17"),
        ("2023 to date", "2023/2024-05-15"),
        ("May 2023 or later", "2023-05/.."),
        ("2010 or earlier", "../2010"),
        ("Monday, Tuesday and Wednesday", "{2024-05-13,2024-05-14,2024-05-15}"),
        ("May 1, 2 and 3, 2023", "{2023-05-01,2023-05-02,2023-05-03}"),
        ("March, April and May 2023", "{2023-03,2023-04,2023-05}"),
        ("2016, 2018 or 2020", "[2016,2018,2020]"),
        ("May 1st or 2nd", "[2024-05-01,2024-05-02]"),
        ("Q1 and Q2 2023", "{2023-33,2023-34}"),
        ("the Monday and Tuesday after Easter 2024", "{2024-04-01,2024-04-02}"),
        ("the Saturday or Sunday before Christmas 2023", "[2023-12-23,2023-12-24]"),
        ("2023/24", "2023/2024"),
        ("the January-March quarter", "2024-01/2024-03"),
        ("the night of May 3-4", "2024-05-03T18:00/2024-05-04T06:00"),
        ("the 13th to the 15th of May", "2024-05-13/2024-05-15"),
        ("30 May-2 June 2023", "2023-05-30/2023-06-02"),
        ("300 BC to 200 BC", "-0299/-0199"),
        ("12 AD", "0012"),
        ("half past nine on Friday evening", "2024-05-10T21:30"),
        ("quarter to noon on Friday", "2024-05-10T11:45"),
        ("10 minutes before noon on Friday", "2024-05-10T11:50"),
        ("five minutes to midnight on Friday", "2024-05-10T23:55"),
        ("three o'clock in the afternoon on Friday", "2024-05-10T15:00"),
        ("14:30:15 on Friday", "2024-05-10T14:30:15"),
        ("2024-05-13T14:30:15+02:00", "2024-05-13T14:30:15+02:00"),
        ("9:30 a.m. Mountain time on Friday", "2024-05-10T09:30-06:00"),
        ("the night before last", "2024-05-13T18:00/2024-05-13T24:00"),
        ("the morning after Christmas 2023", "2023-12-26T00:00/2023-12-26T12:00"),
        ("the evening before Christmas Day 2023", "2023-12-24T18:00/2023-12-24T24:00"),
        ("by EOM", "../2024-05"),
        ("CY2023", "2023"),
        ("CY 2023", "2023"),
        ("year-end 2023", "2023-12-31"),
        ("five years ago this month", "2019-05"),
        ("a year ago this spring", "2023-21"),
        ("exactly ten years ago", "2014-05-15"),
        ("four years ago, in March", "2020-03"),
        ("three weeks ago on Monday", "2024-04-29"),
        ("last business week", "2024-05-06/2024-05-10"),
        ("this business week", "2024-05-13/2024-05-17"),
        ("the first two weeks of May 2023", "2023-05-01/2023-05-14"),
        ("the last three days of May", "2024-05-29/2024-05-31"),
        ("the second half of the 1990s", "1995-01-01/1999-12-31"),
        ("the third Sunday in June 2024", "2024-06-16"),
        ("the last Sunday before Easter 2024", "2024-03-24"),
        ("the second Friday after Easter 2024", "2024-04-12"),
        ("the weekend before Christmas 2023", "2023-12-23/2023-12-24"),
        ("the week after Easter 2024", "2024-04-01/2024-04-07"),
        ("the day before Friday", "2024-05-09"),
    ],
)
def test_a_period_is_read_as_a_reader_counts_it(phrase: str, canonical: str) -> None:
    assert str(parse_time(phrase, published=WEDNESDAY)) == canonical


@pytest.mark.parametrize("phrase", ["30 years on", "two weeks on", "the previous Friday", "the following morning"])
def test_what_counts_from_the_text_stays_open(phrase: str) -> None:
    found = parse_time(phrase, published=WEDNESDAY)
    assert isinstance(found, UnresolvedTime)
    assert found.anaphora is not None


@pytest.mark.parametrize(
    "phrase",
    [
        "a Monday",
        "her 30s",
        "year 0",
        "Friday before",
        "between Friday",
        "24:30 on Friday",
        "may",
        "march",
        "sun",
        "13 to 15",
        "10 May and",
        "last next week",
        "Christmas Christmas",
        "the year 1950s",
    ],
)
def test_what_names_no_one_time_is_refused(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_time(phrase, published=WEDNESDAY)


def test_the_other_reading_of_a_period_before_a_month_is_a_period_too() -> None:
    found = parse_time("the six months to September", published=WEDNESDAY)
    assert isinstance(found, TimeInterval)
    assert str(found) == "2024-04-01/2024-09-30"
    assert [str(other) for other in found.alternatives] == ["2023-04-01/2023-09-30"]
