"""Phrases that hardly anyone writes: parts of phrases of news, put together at random. They are refused with a reason, or they are
read as a value that keeps the laws of values: nothing else is raised, and nothing is read that cannot be written down.
"""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts import UnreadableValue, parse_quantity, parse_time
from newsfacts.values.comparison import Agreement
from newsfacts.values.quantities.canonical import parse_canonical
from newsfacts.values.quantities.compare import compare
from newsfacts.values.times.canonical import parse_time_value
from newsfacts.values.times.times import TimeInterval, UnresolvedTime
from newsfacts.values.times.timex import parse_timex

PUBLISHED = dt.date(2024, 7, 4)
TIMES = """
the week of long after 3 p.m.
the opening of for an hour
the turn of next year
between 48 hours and 2023
between the 14th and the 14th
the opening of from the month
from next fall to a quarter to nine
twice a the 1990s
Sunday after dawn
the last day of Q3
about the turn of that day
sometime in several decades
a year and a half of July 4
July 14 2023 until 9 o'clock
around the week of the second quarter
15:00 GMT local time
from FY2023 to the 14th
the past decade or the first half
March night
0900 before
the 14th BC
0900 at noon
by Q3 onward
since an hour
Q3 and midnight
the next Monday
tonight evening
early early June
before from March
July 4 3:30 pm EST
14 July last night
Good Friday in June
from 0900 to FY2023
15:00 GMT-last year
FY2023 through 44 BC
14 July by rush hour
the first 90 minutes
July 4 before tonight
in between this month
leap day through June
the last week of 44 BC
from 2023 to three days
for the week of 3/4/2023
the first day of this year
from mid-June to last year
fiscal 2022 in the morning
between tonight and 9 o'clock
Labor Day, the week of June 3
the year before at the latest
from a few months to the month
from next fall to Friday the 13th
the opening of July 14 2023 this year
the morning of the turn of last month
shortly after the 20th century BC onwards
the day tonight
the next FY2023
the next some time
on the weekend after
the week before Ramadan
the day after this morning
the day between 3 and tonight
""".strip().splitlines()
QUANTITIES = """
000 lakh
scores -5 votes
£5 half a million years
a tenth per two-fold a share
€12m in point five and counting
1 twenty-five m
a thousand and one thousand
3:1 lakh
000 hundred
no 000 km/h
50 cents–000 km
20C-a pair times
1.5 or some years
2 tonnes year-old
double–3e5 or more
1 thousand hundred
twenty-five–£5 plus
10p 12 percent lakh
$1.5bn–£5 years old
half–a third tonnes
a handful or 1 apiece
half a dozen acres bn
between 2 and -5 dead
between 1e-3 and ½ jobs
5ft 10in thousand in ten
maybe a total of 1 or so
two-fold ±3 percent more
eleven hundred 3e5 dollars
minus 5 and a couple a year
0.5 in the 30s percent more
a hundredth in two-fold years
well over two pounds fifty tonnes
half a million per 2-1 barrels a day
between a hundred and half years old
maybe 3:1 m
point five thousand million
two and a half million crore
three twenty-fifths
12 cases in the past two months
twenty twenty-four
No 1
£5 10s
12 hourly
point oh five
double-decker
five in 12 games
Sanders' 2007 vote
a thousand hundred
12 or possibly 13 people
one hundredth of a second
""".strip().splitlines()


@pytest.mark.parametrize("phrase", TIMES)
@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_an_odd_time_is_refused_or_read_as_a_value_that_reads_back(phrase: str, published: dt.date | None) -> None:
    try:
        value = parse_time(phrase, published=published)
    except UnreadableValue as refused:
        reason = refused.reason
    else:
        reason = "read"
        if isinstance(value, UnresolvedTime):
            assert str(value) == phrase
        else:
            assert parse_time_value(str(value)) == value
        if isinstance(value, TimeInterval):
            assert value.lower is None or value.upper is None or value.lower < value.upper
            assert parse_timex(value.timex)
    assert reason


@pytest.mark.parametrize("phrase", QUANTITIES)
def test_an_odd_quantity_is_refused_or_read_as_a_value_that_reads_back(phrase: str) -> None:
    try:
        value = parse_quantity(phrase)
    except UnreadableValue as refused:
        reason = refused.reason
    else:
        reason = "read"
        assert parse_canonical(str(value)) == value
        assert compare(value, value).verdict is Agreement.SAME
        assert value.core().within(value.outer())
        assert value.outer().within(value.hard())
    assert reason


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the last day of Q3", "2024-09-30"),
        ("July 4 3:30 pm EST", "2024-07-04T15:30-05:00"),
        ("15:00 GMT", "2024-07-04T15:00Z"),
        ("the week before Ramadan", "2024-03-04/2024-03-10"),  # in 2024 it began on 11 March, a Monday
        ("leap day through June", "2024-02-29/2024-06"),
        ("the week of 3/4/2023", "2023-02-27/2023-03-05"),  # 4 March 2023 was a Saturday
        ("between the 3rd and the 14th", "2024-07-03/2024-07-14"),
    ],
)
def test_the_same_parts_put_together_as_people_do_are_read(phrase: str, expected: str) -> None:
    assert str(parse_time(phrase, published=PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("from June to last year", "2023-06/2023-12-31"),
        ("from November 5 2023 to the end of 2023", "2023-11-05/2023-12-31~"),
        ("from September 26 to the end of the year", "2024-09-26/2024-12-31~"),
        ("from 2020 to 2023", "2020/2023"),
    ],
)
def test_a_period_up_to_the_end_of_a_unit_that_it_begins_in_can_be_written_down(phrase: str, expected: str) -> None:
    value = parse_time(phrase, published=PUBLISHED)
    assert str(value) == expected
    assert parse_time_value(expected) == value
