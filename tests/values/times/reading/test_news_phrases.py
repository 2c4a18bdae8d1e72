"""Dates and periods as news says them, by what a reader would notice if they were read wrongly.

4 July 2024 is a Thursday. Every expected value is counted on a calendar.
"""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, UnresolvedTime

THURSDAY = dt.date(2024, 7, 4)


def text(phrase: str, published: dt.date | None = THURSDAY) -> str:
    return str(parse_time(phrase, published=published))


def interval(phrase: str, published: dt.date | None = THURSDAY) -> TimeInterval:
    time = parse_time(phrase, published=published)
    assert isinstance(time, TimeInterval)
    return time


def refusal(phrase: str, published: dt.date | None = THURSDAY) -> UnreadableValue:
    with pytest.raises(UnreadableValue) as refused:
        parse_time(phrase, published=published)
    return refused.value


@pytest.mark.parametrize(
    ("phrase", "published", "canonical"),
    [
        ("since October", dt.date(2016, 8, 20), "2015-10/.."),
        ("since the fall", dt.date(2016, 8, 20), "2015-23/.."),
        ("since Aug. 25", dt.date(2016, 8, 20), "2015-08-25/.."),
        ("since Thanksgiving", dt.date(2016, 10, 1), "2015-11-26/.."),
        ("since the fourth quarter", dt.date(2016, 8, 20), "2015-36/.."),
        ("ever since November", dt.date(2016, 8, 20), "2015-11/.."),
        ("from October to date", dt.date(2016, 8, 20), "2015-10/2016-08-20"),
        ("from October until today", dt.date(2016, 8, 20), "2015-10/2016-08-20"),
        ("as recently as October", dt.date(2016, 8, 20), "2015-10"),
    ],
)
def test_since_never_lies_ahead(phrase: str, published: dt.date, canonical: str) -> None:
    assert text(phrase, published) == canonical


@pytest.mark.parametrize(
    ("phrase", "published", "canonical"),
    [
        ("before March", dt.date(2016, 8, 20), "../2017-02"),
        ("until the spring", dt.date(2016, 8, 20), "../2017-21"),
        ("by Feb. 3", dt.date(2016, 8, 20), "../2017-02-03"),
        ("before Tuesday", dt.date(2016, 8, 20), "../2016-08-22"),
        ("as soon as Tuesday", dt.date(2016, 8, 20), "2016-08-23/.."),
        ("as early as Sunday", dt.date(2016, 8, 20), "2016-08-21/.."),
        ("beginning Tuesday", dt.date(2016, 8, 20), "2016-08-23/.."),
        ("starting on Sunday", dt.date(2016, 8, 20), "2016-08-21/.."),
        # only if it is not just over
        ("by the end of July", dt.date(2016, 8, 20), "../2016-07"),
    ],
)
def test_a_deadline_lies_ahead(phrase: str, published: dt.date, canonical: str) -> None:
    assert text(phrase, published) == canonical


def test_a_deadline_can_have_been_one() -> None:
    by_friday = interval("by Friday")
    assert (str(by_friday), [str(other) for other in by_friday.alternatives]) == ("../2024-07-05", ["../2024-06-28"])
    assert str(parse_time("by Friday", published=THURSDAY, tense="past")) == "../2024-06-28"


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("the quarter", "2024-34"),
        ("during the quarter", "2024-34"),
        ("the latest quarter", "2024-34"),
        ("the most recent quarter", "2024-34"),
        ("the end of the quarter", "2024-05-31~/2024-06-30~"),
        ("this quarter", "2024-35"),
        ("so far in the quarter", "2024-07-01/2024-07-03"),
        ("by the end of the quarter", "../2024-09-30"),
        ("the year-ago quarter", "2023-34"),
        ("the year-earlier quarter", "2023-34"),
        ("the same quarter last year", "2023-34"),
        ("the same quarter a year earlier", "2023-34"),
    ],
)
def test_the_quarter_is_the_last_one_that_is_over(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


def test_year_end_is_the_last_day() -> None:
    assert text("year-end 2019") == "2019-12-31"
    assert text("at year-end 2019") == "2019-12-31"
    assert text("year's end", dt.date(2016, 2, 3)) == "2015-12-31"
    assert text("by year end", dt.date(2016, 2, 3)) == "../2016-12-31"
    assert text("quarter-end") == "2024-06-30"
    # as it is used, the last two weeks
    assert str(interval("year-end 2019").outer) == "2019-12-18/2019-12-31"


@pytest.mark.parametrize(
    ("phrase", "stated", "core", "outer"),
    [
        ("weeks after Feb. 1, 2016", "2016-02-15/..", "2016-02-15/2016-03-28", "2016-02-08/.."),
        (
            "several days before Feb. 20, 2016",
            "2016-02-11/2016-02-17",
            "2016-02-11/2016-02-17",
            "2016-02-02/2016-02-18",
        ),
        ("decades before 1914", "../1894-01-01", "1824-01-01/1894-01-01", "../1904-01-01"),
        ("a few weeks ago", "2024-05-30/2024-06-13", "2024-05-30/2024-06-13", "2024-04-25/2024-06-20"),
        ("months ago", "../2024-05-04", "2022-08-04/2024-05-04", "../2024-06-04"),
        ("more than 20 years ago", "../2004-07-04", "1994-07-04/2004-07-04", "../2004-07-04"),
        ("less than two weeks ago", "2024-06-20/2024-07-03", "2024-06-20/2024-07-03", "2024-06-20/2024-07-03"),
        (
            "two to three weeks ago",
            "2024-06-13/2024-06-20",
            "2024-06-13/2024-06-20",
            "2024-06-09T12:00/2024-06-24T12:00",
        ),
    ],
)
def test_a_vague_length_leads_to_a_period_and_not_to_a_day(phrase: str, stated: str, core: str, outer: str) -> None:
    time = interval(phrase)
    assert (str(time), str(time.core), str(time.outer)) == (stated, core, outer)
    assert time.approximate


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("every other Tuesday", "R/XXXX-WXX-2/P2W"),
        ("every second Thursday", "R/XXXX-WXX-4/P2W"),
        ("every fourth Sunday", "R/XXXX-WXX-7/P4W"),
        ("every other month", "R/P2M"),
        ("every third year", "R/P3Y"),
        ("every few years", "R/PXY"),
        ("once every other week", "R1/P2W"),
        ("twice-weekly", "R2/P1W"),
        ("five days a week", "R5/P1W"),
        ("weekends", "R/XXXX-WXX-WE"),
        ("on Saturday nights", "R/XXXX-WXX-6TNI"),
        ("every business day", "R/P1D"),
    ],
)
def test_how_often_is_not_made_more_often(phrase: str, canonical: str) -> None:
    time = parse_time(phrase)
    assert isinstance(time, TimeSet)
    assert str(time) == canonical


def test_every_other_tuesday_is_not_every_tuesday() -> None:
    assert parse_time("every other Tuesday") != parse_time("every Tuesday")


@pytest.mark.parametrize("phrase", ["40 hours a week", "$15 an hour", "12,000 a year", "every first Monday"])
def test_a_rate_is_not_a_length(phrase: str) -> None:
    assert refusal(phrase).kind is UnreadableKind.UNKNOWN_WORD


@pytest.mark.parametrize(
    ("phrase", "published", "canonical"),
    [
        ("this time last year", dt.date(2018, 9, 3), "2017-09-03~"),
        ("this time next week", dt.date(2018, 9, 3), "2018-09-10~"),
        # 3 September 2018 is a Monday
        ("a week from Friday", dt.date(2018, 9, 3), "2018-09-14"),
        ("two weeks from Monday", dt.date(2018, 9, 3), "2018-09-24"),
        ("a week ago Friday", dt.date(2018, 9, 3), "2018-08-24"),
        ("the night before last", dt.date(2018, 9, 3), "2018-09-01T18:00/2018-09-01T24:00"),
        ("Monday night into Tuesday", dt.date(2018, 9, 5), "2018-09-03T18:00/2018-09-04T12:00"),
        ("between Tuesday and Sept. 20", dt.date(2018, 9, 3), "2018-09-04/2018-09-20"),
        ("between Jan. 1 and Aug. 31", dt.date(2018, 9, 3), "2018-01-01/2018-08-31"),
        ("earlier this weekend", dt.date(2018, 9, 3), "2018-09-01/2018-09-02"),
        ("the last day", dt.date(2018, 9, 3), "the last day"),
        ("this past week", dt.date(2018, 9, 2), "2018-08-26/2018-09-01"),
    ],
)
def test_counting_from_days_of_the_week(phrase: str, published: dt.date, canonical: str) -> None:
    assert text(phrase, published) == canonical


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("the year to June 30", "2023-07-01/2024-06-30"),
        ("in the 12 months to May", "2023-06-01/2024-05-31"),
        ("the three months ended March 31", "2024-01-01/2024-03-31"),
        ("the decade to 2020", "2011-01-01/2020-12-31"),
        ("the week ending July 7", "2024-07-01/2024-07-07"),
        ("the week before Christmas", "2024-12-18/2024-12-24"),
        ("the two weeks after Easter", "2024-04-01/2024-04-14"),
        ("Christmas week", "2024-12-23/2024-12-29"),
        ("the first two quarters of 1990", "1990-01-01/1990-06-30"),
        ("the second half of the 1990s", "1995-01-01/1999-12-31"),
        ("the last half of the '80s", "1985-01-01/1989-12-31"),
        ("the first half of June", "2024-06-01/2024-06-15"),
        ("the last quarter of the 19th century", "1876-01-01/1900-12-31"),
        ("the mid-19th century", "1840~/1860~"),
        ("by mid-century", "../2050-07-01"),
        ("the turn of the century", "2000~"),
        ("the turn of the 20th century", "1900~"),
        ("the 2015-16 season", "2015/2016"),
        ("2007-09", "2007/2009"),
        ("2008-9", "2008/2009"),
        ("1990 and beyond", "1990/.."),
        ("2016 and after", "2016/.."),
        ("the next year or so", "2024-07-05/2025-07-04"),
        ("the past decade or two", "2004-07-04/2024-07-03"),
        ("a flat second quarter", "2024-34"),
        ("shortly after 11 p.m. local time Monday", "2024-07-01T23:00/2024-07-01T23:15"),
        ("just before Christmas", "2024-12-18/2024-12-24"),
        ("the early hours of Sunday", "2024-06-30T00:00/2024-06-30T06:00"),
        ("as of Monday", "2024-07-01"),
        ("9/11", "2001-09-11"),
    ],
)
def test_periods_that_end_with_a_date_or_lie_next_to_one(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("q1-2019", "2019-33"),
        ("2019 H2", "2019-41"),
        ("1H 2019", "2019-40"),
        ("2H19", "2019-41"),
        ("2h19", "2024-07-04T02:19"),
        ("3Q16", "2016-35"),
        ("greater than 2015", "2016/.."),
        ("2010-12", "2010/2012"),
        ("2016-11", "2016-11"),
    ],
)
def test_compact_forms(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize(
    ("phrase", "published", "canonical"),
    [
        ("third Thursday this September", dt.date(2009, 8, 12), "2009-09-17"),
        ("the third Tuesday after Christmas 2014", THURSDAY, "2015-01-13"),
        ("the Friday after Thanksgiving", THURSDAY, "2024-11-29"),
        ("the last Sunday before Easter", THURSDAY, "2024-03-24"),
        ("the first Tuesday after the first Monday in November", THURSDAY, "2024-11-05"),
        ("Election Day", dt.date(2016, 2, 18), "2016-11-08"),
    ],
)
def test_the_nth_weekday(phrase: str, published: dt.date, canonical: str) -> None:
    assert text(phrase, published) == canonical


@pytest.mark.parametrize("phrase", ["the eighth day", "second day", "the third week", "the first Monday"])
def test_what_is_counted_from_an_unknown_beginning(phrase: str) -> None:
    time = parse_time(phrase, published=THURSDAY)
    assert isinstance(time, UnresolvedTime)
    assert time.needs == "the period in which it is counted"


@pytest.mark.parametrize("phrase", ["the morning", "in the evening", "at night", "late night"])
def test_a_part_of_the_day_without_its_day(phrase: str) -> None:
    time = parse_time(phrase, published=THURSDAY)
    assert isinstance(time, UnresolvedTime)
    assert time.needs == "the day that it belongs to"


def test_a_season_of_sports_is_not_a_quarter_of_the_year() -> None:
    time = parse_time("last season", published=THURSDAY)
    assert isinstance(time, UnresolvedTime)
    assert time.needs == "the calendar of that season"


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("six months to a year", "P6M..P1Y"),
        ("from three to six months", "P3M..P6M"),
        ("between two and four weeks", "P2W..P4W"),
        ("a month or six weeks", "P1M..P6W"),
        ("in decades", ">=P20Y"),
        ("in nearly 20 years", "<P20Y"),
        ("in more than a decade", ">P10Y"),
    ],
)
def test_lengths_keep_both_ends_and_their_hedge(phrase: str, canonical: str) -> None:
    time = parse_time(phrase, published=THURSDAY)
    assert isinstance(time, Duration)
    assert str(time) == canonical


@pytest.mark.parametrize(
    ("phrase", "published", "reason"),
    [
        ("May 5 foo bar", None, "'foo' does not belong to a date, a period or a duration here"),
        ("10 am xyz", None, "'xyz' does not belong to a date, a period or a duration here"),
        ("Tuesday in five states", THURSDAY, "'in' does not belong to a date, a period or a duration here"),
        ("Sunday, one day", THURSDAY, "'one' does not belong to a date, a period or a duration here"),
        ("Jan. 18, 10 days", THURSDAY, "'10' does not belong to a date, a period or a duration here"),
        ("Monday during a 15", THURSDAY, "'15' does not belong to a date, a period or a duration here"),
        ("Wednesday for the first time", THURSDAY, "'first' does not belong to a date, a period or a duration here"),
        ("30s, 40s and 50s", THURSDAY, "30s can be an age or a decade; write the '30s or 1930s"),
        ("year since 2004", THURSDAY, "'year' does not belong to a date, a period or a duration here"),
        ("the minute", THURSDAY, "'minute' does not belong to a date, a period or a duration here"),
        ("a second five-year", THURSDAY, "'second' does not belong to a date, a period or a duration here"),
        ("may end", THURSDAY, "'may' does not belong to a date, a period or a duration here"),
        ("three-quarters", THURSDAY, "'three' does not belong to a date, a period or a duration here"),
        ("about a quarter", THURSDAY, "a quarter can be one of anything; write three months"),
        ("mid-20s", THURSDAY, "20s can be an age or a decade; write the '20s or 1920s"),
        ("more than last year", THURSDAY, "it says how much, not when"),
        ("24/7", THURSDAY, "24/7 means at all times"),
        ("the year 0", THURSDAY, "there is no year 0: the year after 1 BC is AD 1"),
        ("the year 10000", THURSDAY, "years after 9999 are not read"),
        ("since recently", THURSDAY, "a period without a beginning has nothing since it"),
    ],
)
def test_a_refusal_says_what_the_reader_stumbled_over(phrase: str, published: dt.date | None, reason: str) -> None:
    refused = refusal(phrase, published)
    assert (refused.raw, refused.reason) == (phrase, reason)


def test_jewish_holidays_are_the_day_and_the_eve_is_another_reading() -> None:
    # The war began on Yom Kippur, 6 October 1973.
    yom_kippur = interval("Yom Kippur", dt.date(1973, 10, 7))
    assert (str(yom_kippur), [str(other) for other in yom_kippur.alternatives]) == ("1973-10-06", ["1973-10-05"])
    assert text("Yom Kippur, 6 October", dt.date(1973, 10, 7)) == "1973-10-06"


def test_islamic_holidays_reach_two_days_further() -> None:
    # By the calendar of Umm al-Qura it was on 10 April.
    eid = interval("Eid al-Fitr 2024")
    assert eid.approximate
    assert str(eid.outer) == "2024-04-08/2024-04-12"


@pytest.mark.parametrize(
    ("phrase", "canonical", "outer"),
    [
        ("in the coming days", "2024-07-05/2024-07-06", "2024-07-04/2024-07-17"),
        ("in the weeks ahead", "2024-07-05/2024-07-18", "2024-07-04/2024-08-29"),
        ("in the coming months", "2024-07-05/2024-09-04", "2024-07-04/2026-06-04"),
    ],
)
def test_weeks_ahead_reach_to_where_months_would_be_said(phrase: str, canonical: str, outer: str) -> None:
    assert (text(phrase), str(interval(phrase).outer)) == (canonical, outer)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("back in 2008", "2008"),
        ("most recently", "/2024-07-04"),
        ("in years past", "/2024-07-04"),
        ("later in the summer", "2024-07-04/2024-08-31"),
        ("per year", "R/P1Y"),
    ],
)
def test_small_words_around_a_time_do_not_hide_it(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


def test_after_eight_years_needs_the_time_that_they_followed() -> None:
    time = parse_time("after nearly eight years", published=THURSDAY)
    assert isinstance(time, UnresolvedTime)
    assert time.needs == "the date that it refers to"


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("early to mid-May", "2024-05-01~/2024-05-20~"),
        ("mid- to late 1990s", "1993~/1999~"),
        ("mid to late '90s", "1993~/1999~"),
        ("the 18th and 19th centuries", "1701-01-01/1900-12-31"),
        ("the third and fourth quarters of 2022", "{2022-35,2022-36}"),
    ],
)
def test_both_parts_are_meant_where_two_are_named(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize(
    ("phrase", "canonical", "outer"),
    [
        ("the last days of 2019", "2019-12-26/2019-12-31", "2019-12-20/2019-12-31"),
        ("the final weeks of 2019", "2019-12-04/2019-12-31", "2019-11-06/2019-12-31"),
        ("the closing months of 2019", "2019-10-01/2019-12-31", "2019-07-01/2019-12-31"),
        ("the first days of May", "2024-05-01/2024-05-06", "2024-05-01/2024-05-12"),
    ],
)
def test_the_last_days_are_not_the_last_day(phrase: str, canonical: str, outer: str) -> None:
    assert (text(phrase), str(interval(phrase).outer)) == (canonical, outer)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("the final quarter of last year", "2023-36"),
        ("the final Sunday in May", "2024-05-26"),
        ("the second to last day of May", "2024-05-30"),
        ("the penultimate week of 2019", "2019-12-16/2019-12-22"),
    ],
)
def test_final_and_penultimate_count_from_the_end(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


def test_the_final_week_needs_what_it_is_the_end_of() -> None:
    time = parse_time("the final week", published=THURSDAY)
    assert isinstance(time, UnresolvedTime)
    assert time.needs == "the period in which it is counted"


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("a year ago today", "2023-07-04"),
        ("exactly 10 years ago", "2014-07-04"),
        ("three months ago to the day", "2024-04-04"),
        ("a year ago this week", "2023-07-03/2023-07-09"),
        ("10 years ago this month", "2014-07"),
        ("20 years ago this fall", "2004-23"),
        ("two years ago in March", "2022-03"),
        ("a year ago on May 5", "2023-05-05"),
        ("half a year ago", "2024-01~"),
        ("a year and a half ago", "2023-01~"),
    ],
)
def test_a_year_ago_today_is_that_day(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


def test_ten_years_ago_sunday_is_an_anniversary() -> None:
    # The nearest Sunday is 7 July 2024; 7 July 2014 was a Monday, and the Sunday next to 4 July 2014 was the 6th.
    time = interval("10 years ago Sunday")
    assert (str(time), [str(other) for other in time.alternatives]) == ("2014-07-07", ["2014-07-06"])


def test_half_a_century_ago_is_not_a_century_wide() -> None:
    time = interval("half a century ago")
    assert (str(time), str(time.outer)) == ("1974~", "1964-01-02/1984-12-30")


@pytest.mark.parametrize(
    ("published", "canonical"),
    [(dt.date(2023, 3, 18), "2022-24"), (dt.date(2023, 1, 18), "2022-24"), (dt.date(2023, 10, 18), "2023-24")],
)
def test_this_winter_in_march_is_the_one_that_has_just_ended(published: dt.date, canonical: str) -> None:
    assert text("this winter", published) == canonical


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("the weekend before Thanksgiving", "2024-11-23/2024-11-24"),
        ("the fiscal year ended March 31", "2023-04-01/2024-03-31"),
        ("the fiscal year beginning July 1", "2024-07-01/2025-06-30"),
        ("over the past year and a half", "2023-01-04/2024-07-03"),
        ("20-plus years", ">=P20Y"),
        ("20+ years", ">=P20Y"),
        ("Martin Luther King Jr. Day", "2024-01-15"),
    ],
)
def test_a_reader_would_understand_these_too(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("since at least 2017", "2017/.."),
        ("until at least Tuesday", "../2024-07-09"),
        ("through at least the end of the year", "../2024"),
    ],
)
def test_until_at_least_tuesday_may_be_later(phrase: str, canonical: str) -> None:
    time = interval(phrase)
    assert (str(time), str(time.outer)) == (canonical, "../..")


@pytest.mark.parametrize(
    ("phrase", "canonical", "decade"),
    [
        ("the 1800s", "18XX", "180X"),
        ("the late 1800s", "1866~/1899~", "180X"),
        ("the mid-1800s", "1840~/1860~", "180X"),
        ("the early 1900s", "1900~/1932~", "190X"),
    ],
)
def test_the_1800s_are_a_century(phrase: str, canonical: str, decade: str) -> None:
    time = interval(phrase)
    assert (str(time), [str(other) for other in time.alternatives]) == (canonical, [decade])


def test_the_2000s_are_a_decade() -> None:
    assert text("the 2000s") == "200X"


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("Passover 2018", "2018-03-30/2018-04-07"),  # from the evening of Friday 30 March, for eight days
        ("Hanukkah 2023", "2023-12-07/2023-12-15"),
        ("the first day of Passover 2018", "2018-03-31"),
        ("two days after Passover 2018", "2018-04-09"),
        ("two days after Labor Day weekend", "2024-09-04"),
    ],
)
def test_holidays_of_several_days_last_as_long(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


def test_ramadan_is_a_month() -> None:
    # It began on 11 March 2024, and ended on 9 April.
    time = interval("the holy month of Ramadan", dt.date(2024, 3, 1))
    assert (str(time), str(time.outer)) == ("2024-03-11~/2024-04-09~", "2024-03-09/2024-04-11")


@pytest.mark.parametrize("phrase", ["later this week", "the rest of the week"])
def test_later_this_week_on_a_sunday_is_the_week_that_begins(phrase: str) -> None:
    assert text(phrase, dt.date(2023, 11, 12)) == "2023-11-13/2023-11-19"


@pytest.mark.parametrize(
    ("phrase", "published", "canonical"),
    [
        ("in the last five trading days", dt.date(2023, 11, 12), "2023-11-06/2023-11-10"),
        ("in the last five trading days", dt.date(2023, 11, 13), "2023-11-06/2023-11-10"),
        ("three business days ago", dt.date(2023, 11, 12), "2023-11-08"),
        ("the next three business days", dt.date(2023, 11, 10), "2023-11-13/2023-11-15"),
    ],
)
def test_working_days_never_fall_on_a_weekend(phrase: str, published: dt.date, canonical: str) -> None:
    assert text(phrase, published) == canonical


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("in the coming year", "2024-07-05/2025-07-04"),
        ("in the last quarter-century", "1999-07-04/2024-07-03"),
        ("the past half-century", "1974-07-04/2024-07-03"),
        ("all day Wednesday", "2024-07-03"),
        ("all summer long", "2024-22"),
        ("the entire month of December", "2024-12"),
        ("full-year 2023", "2023"),
    ],
)
def test_whole_periods_and_those_ahead(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize(
    ("phrase", "published", "canonical", "others"),
    [
        ("in October", dt.date(2022, 5, 26), "2022-10", ["2021-10"]),
        ("in April", dt.date(2022, 5, 26), "2022-04", []),
        ("Thanksgiving", dt.date(2022, 5, 26), "2021-11-25", ["2022-11-24"]),
        ("the third quarter", dt.date(2022, 2, 1), "2021-35", ["2022-35"]),
        ("Sept. 11", dt.date(2022, 5, 26), "2022-09-11", ["2001-09-11"]),
        ("over the weekend", dt.date(2022, 5, 26), "2022-05-28/2022-05-29", ["2022-05-21/2022-05-22"]),
        ("the last century", dt.date(2022, 5, 26), "1922-05-26/2022-05-25", ["1901/2000"]),
        ("next summer", dt.date(2022, 5, 26), "2023-22", ["2022-22"]),
        ("last summer", dt.date(2022, 9, 26), "2022-22", ["2021-22"]),
        ("by next summer", dt.date(2022, 5, 26), "../2023-22", ["../2022-22"]),
    ],
)
def test_where_two_years_are_about_as_near_the_other_is_kept(
    phrase: str, published: dt.date, canonical: str, others: list[str]
) -> None:
    time = interval(phrase, published)
    assert (str(time), [str(other) for other in time.alternatives]) == (canonical, others)


@pytest.mark.parametrize(
    ("phrase", "canonical", "core"),
    [
        ("2,000 years ago", "0024~", "-0076-01-26/0124-12-07"),
        ("100 years ago", "1924~", "1919-01-02/1929-12-30"),
        ("30 years ago", "1994~", "1993-01-01/1995-12-31"),
        ("31 years ago", "1993~", "1992-07-03/1994-07-01"),
    ],
)
def test_the_rounder_the_number_of_years_the_farther_it_reaches(phrase: str, canonical: str, core: str) -> None:
    assert (text(phrase), str(interval(phrase).core)) == (canonical, core)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("48 hours ago", "2024-07-02"),
        ("36 hours ago", "2024-07-02T12:00/2024-07-03T12:00"),
        ("D-Day", "1944-06-06"),
        ("V-E Day", "1945-05-08"),
        ("D-Day 2022", "2022-06-06"),
        ("the Fourth of July holiday", "2024-07-04"),
        ("for up to an hour", "<=PT1H"),
        ("in the weeks to come", "2024-07-05/2024-07-18"),
    ],
)
def test_no_more_is_said_than_the_words_say(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


def test_ever_since_needs_the_time_that_it_is_since() -> None:
    time = parse_time("ever since", published=THURSDAY)
    assert isinstance(time, UnresolvedTime)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("Monday and Tuesday of next week", "{2024-07-08,2024-07-09}"),
        ("Monday or Tuesday of next week", "[2024-07-08,2024-07-09]"),
        ("Monday through Friday of next week", "2024-07-08/2024-07-12"),
        ("April 12 or 13", "[2024-04-12,2024-04-13]"),
        ("either Friday or Saturday", "[2024-06-28,2024-06-29]"),
        ("2013 or 2014", "[2013,2014]"),
        ("the third or fourth quarter of 2023", "[2023-35,2023-36]"),
        ("the January-March quarter", "2024-01/2024-03"),
    ],
)
def test_what_is_said_once_is_true_of_both_days(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("over a 12-month period", "P12M"),
        ("over a year", ">P1Y"),
        ("in just two days", "P2D"),
        ("in two days", "2024-07-06"),
        ("for an additional 90 days", "P90D"),
        ("a further six months", "P6M"),
    ],
)
def test_over_a_period_is_during_it_and_just_two_days_is_how_long_it_took(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("within 24 hours", "2024-07-04/2024-07-05"),
        ("in the next 48 hours", "2024-07-04/2024-07-06"),
        ("the past 24 hours", "2024-07-03"),
        ("not until May 5", "2024-05-05/.."),
        ("not long ago", "/2024-07-04"),
        ("in previous years", "/2024-07-04"),
        ("two years back", "2022~"),
        ("the winter months of 2021", "2021-24"),
        ("sometime between midnight and 4 a.m.", "2024-07-04T00:00/2024-07-04T04:00"),
        ("the 12-month period ended March 31", "2023-04-01/2024-03-31"),
    ],
)
def test_hours_reach_into_the_next_day_and_other_small_words(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


def test_week_3_is_that_of_a_season_unless_a_year_is_said() -> None:
    time = parse_time("in Week 3", published=THURSDAY)
    assert isinstance(time, UnresolvedTime)
    assert time.needs == "the year or the season in which the week is counted"
    assert text("week 3 of 2024") == "2024-01-15/2024-01-21"


def test_the_turn_of_the_last_century_is_mostly_around_1900() -> None:
    time = interval("the turn of the last century")
    assert (str(time), [str(other) for other in time.alternatives]) == ("1900~", ["2000~"])


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("hundreds of years", ">=P200Y"),
        ("dozens of hours", ">=PT24H"),
        ("tens of thousands of years", ">=P20000Y"),
        ("many years", ">=P3Y"),
        ("an hour or more", ">=PT1H"),
        ("three months or less", "<=P3M"),
        ("five days or longer", ">=P5D"),
    ],
)
def test_dozens_hundreds_and_or_more_have_no_upper_bound(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize(
    ("phrase", "canonical", "core", "outer"),
    [
        ("a decade ago", "2014~", "2012-01-02/2016-12-30", "2009-01-01/2019-12-31"),
        ("a century ago", "1924~", "1914-01-01/1934-12-31", "1898-12-31/1949-12-31"),
    ],
)
def test_a_decade_ago_is_a_few_years_around_it(phrase: str, canonical: str, core: str, outer: str) -> None:
    time = interval(phrase)
    assert (str(time), str(time.core), str(time.outer)) == (canonical, core, outer)


def test_from_a_year_ago_compares_and_does_not_begin_then() -> None:
    assert text("from a year ago") == "2023~"
    since_june = interval("from June 2023")
    assert (str(since_june), [str(other) for other in since_june.alternatives]) == ("2023-06/..", ["2023-06"])


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("the first two weeks of May", "2024-05-01/2024-05-14"),
        ("the last two weeks of August 2023", "2023-08-18/2023-08-31"),
        ("the first week of July", "2024-07-01/2024-07-07"),
    ],
)
def test_two_weeks_of_a_month_are_fourteen_of_its_days(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


def test_months_after_a_year_are_counted_from_its_end() -> None:
    assert text("two months after 1945") == "1946-02-28~"


def test_on_a_sunday_this_week_can_be_the_one_that_begins() -> None:
    sunday = dt.date(2024, 7, 7)
    ending, coming = interval("this week", sunday), interval("later this week", sunday)
    assert (str(ending), [str(other) for other in ending.alternatives]) == (
        "2024-07-01/2024-07-07",
        ["2024-07-08/2024-07-14"],
    )
    assert str(coming) == "2024-07-08/2024-07-14"


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("May 1, 2 and 3", "{2024-05-01,2024-05-02,2024-05-03}"),
        ("Monday, Tuesday and Wednesday", "{2024-07-01,2024-07-02,2024-07-03}"),
        ("2019, 2020 or 2021", "[2019,2020,2021]"),
        ("January, March and May 2023", "{2023-01,2023-03,2023-05}"),
    ],
)
def test_a_list_of_days_has_all_of_them(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        (".5 seconds", "PT0.5S"),
        ("0800 hours", "2024-07-04T08:00"),
        ("at 1430 hours", "2024-07-04T14:30"),
        ("1430 hours", "PT1430H"),
        ("12 noon", "2024-07-04T12:00"),
        ("July 4 in the evening", "2024-07-04T18:00/2024-07-04T24:00"),
        ("2024-07-04T15:00+02:00", "2024-07-04T15:00+02:00"),
        ("6.30 on Friday", "2024-06-28T06:30"),
        ("3 p.m. Pacific Standard Time", "2024-07-04T15:00-08:00"),
        ("3 p.m. Pacific time", "2024-07-04T15:00-07:00"),
        ("2023-W31", "2023-07-31/2023-08-06"),
        ("2010 onwards", "2010/.."),
        ("2023 to date", "2023/2024-07-04"),
        ("month to date", "2024-07-01/2024-07-03"),
        ("the quarter after next", "2025-33"),
        ("the Friday before last", "2024-06-21"),
        ("two weekends ago", "2024-06-22/2024-06-23"),
        ("the last fortnight of the year", "2024-12-18/2024-12-31"),
        ("Saturday to Saturday", "2024-06-29/2024-07-06"),
        ("the two years since May 2022", "2022-05-01/2024-07-03"),
    ],
)
def test_hours_weeks_and_spans_are_what_the_words_say(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("ten to six", "it can be minutes before an hour, or hours from one to another; write digits"),
        ("twelve thirty", "it can be a year or a clock time; write digits"),
        ("2:30 a.m. ET on March 10, 2024", "the clocks of America/New_York skip that hour on 2024-03-10"),
        ("five years since last Monday", "2024-07-01 is not so long ago"),
        ("in his 40s", "40s is an age, not a decade"),
        ("in her forties", "forties is an age, not a decade"),
        ("almost every week", "a bound on how often needs a number of times"),
    ],
)
def test_what_can_be_two_things_or_none_is_refused(phrase: str, reason: str) -> None:
    assert refusal(phrase).reason == reason


def test_this_hour_needs_the_clock_of_publication() -> None:
    time = parse_time("this hour", published=THURSDAY)
    assert isinstance(time, UnresolvedTime)
    assert time.needs == "the time of publication"
    assert text("this hour", dt.datetime(2024, 7, 4, 15, 20)) == "2024-07-04T15:00/2024-07-04T16:00"


def test_each_school_has_its_own_semester() -> None:
    assert isinstance(parse_time("last semester", published=THURSDAY), UnresolvedTime)


def test_hedges_before_a_bound_or_a_part_are_kept() -> None:
    assert str(interval("since about 2010").outer) == "2007-01-01/.."
    assert str(interval("around the end of 2020").core) == "2020-08-01/2021-01-31"
    assert str(interval("nearly 5 p.m.").core) == "2024-07-04T16:45/2024-07-04T17:00"


def test_after_friday_can_be_after_the_coming_one() -> None:
    time = interval("after Friday")
    assert (str(time), [str(other) for other in time.alternatives]) == ("2024-06-29/..", ["2024-07-06/.."])


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("on the night of July 3-4", "2024-07-03T18:00/2024-07-04T06:00"),
        ("the night of Saturday to Sunday", "2024-06-29T18:00/2024-06-30T06:00"),
        ("overnight into Sunday", "2024-06-29T18:00/2024-06-30T12:00"),
        ("overnight into Friday", "2024-07-04T18:00/2024-07-05T12:00"),
        ("until nearly 2 a.m.", "../2024-07-04T02:00"),
        ("in just five days.", "P5D"),
    ],
)
def test_a_night_ends_in_the_morning_of_its_second_day(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize(
    ("phrase", "canonical", "others"),
    [
        ("this winter", "2023-24", ["2024-24"]),
        ("within the decade", "2024-07-04/2034-07-03", ["202X"]),
        ("within the year", "2024-07-04/2025-07-03", ["2024"]),
    ],
)
def test_what_can_be_this_one_or_the_next_has_both_readings(phrase: str, canonical: str, others: list[str]) -> None:
    time = interval(phrase)
    assert (str(time), [str(other) for other in time.alternatives]) == (canonical, others)


@pytest.mark.parametrize(
    "phrase", ["on the march", "a summer's day", "on a day", "the 2010-2019 decade", "about every day"]
)
def test_what_is_said_of_any_day_is_not_one(phrase: str) -> None:
    refusal(phrase)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("in the decade since 2014", "2014-01-01/2024-07-03"),
        ("the years since 2008", "2008-01-01/2024-07-03"),
        ("in the two weeks since June 20", "2024-06-20/2024-07-03"),
        ("last half", "2024-40"),
        ("the last half of the 1980s", "1985-01-01/1989-12-31"),
        ("midway through the month", "2024-07-11~/2024-07-20~"),
        ("the opening months of 2024", "2024-01-01/2024-03-31"),
    ],
)
def test_years_since_a_time_end_at_publication(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


def test_at_least_until_2026_can_be_later() -> None:
    assert str(interval("at least until 2026").outer) == "../.."


def test_from_saturday_can_be_from_the_coming_one() -> None:
    assert [str(other) for other in interval("from Saturday").alternatives] == ["2024-07-06/.."]


@pytest.mark.parametrize("phrase", ["from 90 last year", "in second", "few days ago, Wednesday"])
def test_what_is_not_one_time_is_refused(phrase: str) -> None:
    refusal(phrase)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("30-odd years", ">=P30Y"),
        ("between one week and three months", "P1W..P3M"),
        ("between two and three weeks", "P2W..P3W"),
        ("from 2025 onwards", "2025/.."),
        ("a third of a year", "P0.333333333Y"),
    ],
)
def test_lengths_keep_their_bounds(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


def test_a_third_year_is_counted_and_two_seasons_are_of_no_certain_length() -> None:
    assert isinstance(parse_time("a third year", published=THURSDAY), UnresolvedTime)
    assert refusal("two seasons").reason == "a season can be one of sports, or a quarter of a year"


@pytest.mark.parametrize("phrase", ["in January, one", "in the 1967 Middle", "2016 late"])
def test_a_word_that_belongs_to_what_follows_is_not_part_of_a_date(phrase: str) -> None:
    refusal(phrase)


def test_the_year_of_a_list_is_that_of_all_its_days() -> None:
    assert text("March 4, 5 and 6, 2023") == "{2023-03-04,2023-03-05,2023-03-06}"


@pytest.mark.parametrize(
    ("phrase", "published", "canonical", "others"),
    [
        ("the second half of July", dt.date(2015, 12, 21), "2015-07-16/2015-07-31", ["2016-07-16/2016-07-31"]),
        ("the last Friday in August", dt.date(2016, 1, 20), "2015-08-28", ["2016-08-26"]),
        ("two weeks after Labor Day", dt.date(2024, 2, 1), "2023-09-18", ["2024-09-16"]),
        ("two hours after midnight", THURSDAY, "2024-07-04T02:00", ["2024-07-05T02:00"]),
        ("Dec. 30 to Jan. 2", THURSDAY, "2024-12-30/2025-01-02", ["2023-12-30/2024-01-02"]),
    ],
)
def test_what_counts_from_a_time_with_two_readings_has_two(
    phrase: str, published: dt.date, canonical: str, others: list[str]
) -> None:
    time = interval(phrase, published)
    assert (str(time), [str(other) for other in time.alternatives]) == (canonical, others)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("anywhere from two to four weeks", "P2W..P4W"),
        ("in as little as two weeks", ">=P2W"),
        ("10 years and counting", ">=P10Y"),
        ("a period of six weeks", "P6W"),
        ("very early in 2022", "2022-37"),
        ("beyond next year", "2026/.."),
        ("until well into 2025", "../2025"),
    ],
)
def test_words_around_a_length_or_a_bound_are_read(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


def test_the_two_states_are_no_second_of_january() -> None:
    refusal("in December and January in the two")


def test_in_40_years_can_be_the_first_in_40_years() -> None:
    time = interval("in 40 years")
    assert (str(time), [str(other) for other in time.alternatives]) == ("2064-07-04~", ["1984-07-04/2024-07-03"])
    assert interval("in two years' time").alternatives == ()


def test_at_a_2014_rally_names_a_year() -> None:
    assert text("at a 2014") == "2014"
    assert text("at 2014 on Friday") == "2024-06-28T20:14"


@pytest.mark.parametrize(
    "phrase", ["Tuesday, the", "next week of", "in April, in", "two months in", "Sunday at", "Monday and the"]
)
def test_words_that_break_off_are_not_dropped(phrase: str) -> None:
    assert refusal(phrase).kind in (UnreadableKind.UNKNOWN_WORD, UnreadableKind.OTHER, UnreadableKind.NO_VALUE)


@pytest.mark.parametrize(("phrase", "canonical"), [("from Tuesday on", "2024-07-02/.."), ("6:40a", "2024-07-04T06:40")])
def test_words_that_may_end_a_time_are_not_missing_another(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize("phrase", ["may", "march"])
def test_a_verb_alone_is_not_a_month(phrase: str) -> None:
    assert refusal(phrase).kind is UnreadableKind.UNKNOWN_WORD


@pytest.mark.parametrize("phrase", ["same day", "same week", "following morning", "following day"])
def test_the_same_and_the_following_day_count_from_the_text(phrase: str) -> None:
    time = parse_time(phrase, published=THURSDAY)
    assert isinstance(time, UnresolvedTime)
    assert time.anaphora is not None


def test_overnight_is_the_night_before_or_the_night_after() -> None:
    overnight = interval("overnight")
    assert str(overnight) == "2024-07-03T18:00/2024-07-03T24:00"
    assert [str(other) for other in overnight.alternatives] == ["2024-07-04T18:00/2024-07-04T24:00"]


def test_our_day_is_not_a_length() -> None:
    assert refusal("our day").kind is UnreadableKind.UNKNOWN_WORD


@pytest.mark.parametrize("phrase", ["3-2", "6-4", "11 to 9", "four to two", "12-10"])
def test_a_score_is_not_a_pair_of_hours(phrase: str) -> None:
    assert refusal(phrase).kind is UnreadableKind.DIFFERENT


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("from 10 to 4", "2024-07-04T10:00/2024-07-04T16:00"),
        ("Tuesday 10-4", "2024-07-02T10:00/2024-07-02T16:00"),
        ("8-11 a.m.", "2024-07-04T08:00/2024-07-04T11:00"),
    ],
)
def test_hours_with_words_that_say_so_are_read(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize("phrase", ["a Monday", "on a Wednesday evening", "some weeks", "quarter", "biweekly"])
def test_what_may_be_any_or_names_no_number_is_refused(phrase: str) -> None:
    refusal(phrase)


def test_back_then_is_the_time_that_the_text_named() -> None:
    assert isinstance(parse_time("back then", published=THURSDAY), UnresolvedTime)


@pytest.mark.parametrize("phrase", ["a tough month", "a good night", "a record decade", "the decades"])
def test_what_a_period_was_like_is_not_how_long_it_was(phrase: str) -> None:
    refusal(phrase)


@pytest.mark.parametrize(
    ("phrase", "canonical"), [("a good three weeks", ">=P3W"), ("a full month", "P1M"), ("the 40 days", "P40D")]
)
def test_a_length_with_an_adjective_is_read(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize("phrase", ["2.5", "6.45", "11.20", "some 1600", "sun", "sat", "mar", "the 9"])
def test_numbers_and_words_that_may_be_something_else_are_no_times(phrase: str) -> None:
    refusal(phrase)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("at 6.45", "2024-07-04T06:45"),
        ("6.45 p.m.", "2024-07-04T18:45"),
        ("some 16 years ago", "2008~"),
        ("Sun", "2024-06-30"),
        ("sat.", "2024-06-29"),
        ("the 9 from 2 to 4 p.m.", "2024-07-09T14:00/2024-07-09T16:00"),
        ("the 9th", "2024-07-09"),
    ],
)
def test_those_with_words_that_say_so_are_read(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize("phrase", ["5 a while ago", "2 a long time ago"])
def test_a_number_before_a_while_ago_is_no_hour_in_the_morning(phrase: str) -> None:
    refusal(phrase)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("last night at 2", "2024-07-04T02:00"),
        ("last night at 2 a.m.", "2024-07-04T02:00"),
        ("last night at midnight", "2024-07-04T00:00"),
        ("tonight at 1", "2024-07-05T01:00"),
        ("Friday night at 12:30 a.m.", "2024-06-29T00:30"),
        ("last night at 11", "2024-07-03T23:00"),
    ],
)
def test_hours_of_a_night_after_midnight_are_of_the_day_that_follows(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize("phrase", ["2022 in the morning", "fiscal 2022 in the morning", "15:00 in the morning"])
def test_an_afternoon_hour_is_not_in_the_morning(phrase: str) -> None:
    refusal(phrase)


@pytest.mark.parametrize("phrase", ["the business week of June 3", "the trading week of June 3"])
def test_a_business_week_is_not_read_as_its_day(phrase: str) -> None:
    refusal(phrase)


@pytest.mark.parametrize("phrase", ["since 1990 and 2000", "by Monday or Tuesday", "until Monday and Tuesday"])
def test_a_period_begins_or_ends_at_one_time(phrase: str) -> None:
    assert refusal(phrase).kind is UnreadableKind.SEVERAL


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the first day of this year", "2024-01-01"),
        ("the last day of March 2023", "2023-03-31"),
        ("the second day of this quarter", "2024-07-02"),
        ("the first day of 2023", "2023-01-01"),
        ("the first day of the month", "2024-07-01"),
        ("the final quarter of 2023", "2023-36"),
    ],
)
def test_a_day_of_a_year_or_a_quarter_is_read(phrase: str, expected: str) -> None:
    assert text(phrase) == expected


@pytest.mark.parametrize("phrase", ["the first day of winter", "the last day of summer"])
def test_the_day_on_which_a_season_begins_is_not_guessed(phrase: str) -> None:
    assert "seasons begin" in refusal(phrase).reason


@pytest.mark.parametrize("phrase", ["in the morning of fiscal 2022", "at 5 p.m. in fiscal 2022"])
def test_a_fiscal_year_has_no_morning(phrase: str) -> None:
    assert "needs a day" in refusal(phrase).reason


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the 800s", "08XX"),
        ("the 850s", "085X"),
        ("the 2023 calendar year", "2023"),
        ("1850 or so", "1850~"),
        ("week ending June 3", "2024-05-28/2024-06-03"),
        ("the 10 years from 2010 to 2020", "2010/2020"),
        ("five days from Monday to Friday", "2024-07-01/2024-07-05"),
    ],
)
def test_a_period_is_not_a_length_of_time(phrase: str, expected: str) -> None:
    assert text(phrase) == expected


def test_seconds_in_digits_are_still_a_length() -> None:
    assert text("800s") == "PT800S"


@pytest.mark.parametrize("phrase", ["1:30 at night", "Friday at 2 at night", "3 o'clock in the night"])
def test_small_hours_at_night_are_not_in_the_afternoon(phrase: str) -> None:
    assert "the day before it or after it" in refusal(phrase).reason


def test_ten_at_night_is_before_midnight() -> None:
    assert text("Friday at 10 at night") == "2024-06-28T22:00"


@pytest.mark.parametrize(
    "phrase",
    ["the last working day of June", "the first business day of the month", "the last five trading days of 2023"],
)
def test_a_working_day_of_a_month_depends_on_holidays(phrase: str) -> None:
    assert "holidays" in refusal(phrase).reason
