"""The date table: what phrases of news prose mean on a known day of publication, worked out on a calendar by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts.errors import UnreadableValue, UsageError
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.times import TimeInterval, UnresolvedTime

THURSDAY = dt.date(2024, 7, 4)
"""4 July 2024 is a Thursday, in ISO week 27."""


def read(phrase: str, published: dt.date | None = THURSDAY, **options: object) -> TimeInterval:
    time = parse_time(phrase, published=published, **options)  # type: ignore[arg-type]
    assert isinstance(time, TimeInterval)
    return time


def text(phrase: str, published: dt.date | None = THURSDAY, **options: object) -> str:
    return str(read(phrase, published, **options))


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        # weekdays: past or same day; "last" is strictly before, "next" strictly after
        ("Thursday", "2024-07-04"),
        ("on Wednesday", "2024-07-03"),
        ("Friday", "2024-06-28"),
        ("last Thursday", "2024-06-27"),
        ("next Thursday", "2024-07-11"),
        ("this Saturday", "2024-07-06"),
        ("this past Monday", "2024-07-01"),
        ("Tuesday's", "2024-07-02"),
        # days
        ("yesterday", "2024-07-03"),
        ("today", "2024-07-04"),
        ("tomorrow", "2024-07-05"),
        ("the day before yesterday", "2024-07-02"),
        ("the day after tomorrow", "2024-07-06"),
        ("the 15th", "2024-07-15"),
        ("Friday the 12th", "2024-07-12"),
        # weeks and weekends
        ("last week", "2024-06-24/2024-06-30"),
        ("this week", "2024-07-01/2024-07-07"),
        ("next week", "2024-07-08/2024-07-14"),
        ("the week after next", "2024-07-15/2024-07-21"),
        ("next week on Tuesday", "2024-07-09"),
        ("the weekend", "2024-07-06/2024-07-07"),
        ("last weekend", "2024-06-29/2024-06-30"),
        ("week 31", "2024-07-29/2024-08-04"),
        ("the week of July 15", "2024-07-15/2024-07-21"),
        # up to the day of publication
        ("so far this year", "2024-01-01/2024-07-03"),
        ("year-to-date", "2024-01-01/2024-07-03"),
        # the same a year ago
        ("the same quarter a year earlier", "2023-34"),
        # calendar units
        ("last month", "2024-06"),
        ("this year", "2024"),
        ("next quarter", "2024-36"),
        ("the year before last", "2022"),
        ("the September quarter", "2024-35"),
        # rolling windows end where publication begins
        ("the past week", "2024-06-27/2024-07-03"),
        ("the past two weeks", "2024-06-20/2024-07-03"),
        ("the next ten days", "2024-07-05/2024-07-14"),
        ("the next four business days", "2024-07-05/2024-07-10"),
        # so long ago, in the grain of the unit
        ("two days ago", "2024-07-02"),
        ("two months ago", "2024-05~"),
        ("five years ago", "2019~"),
        ("the year-ago quarter", "2023-34"),
        ("in three weeks", "2024-07-25~"),
        # counted from another time
        ("two weeks before Christmas", "2024-12-11"),
        ("three days after May 5, 2020", "2020-05-08"),
        # a deadline lies ahead
        ("until Friday", "../2024-07-05"),
        ("by Thursday", "../2024-07-04"),
        ("Oct. 6 last year", "2023-10-06"),
        ("the 12 months ended June 30", "2023-07-01/2024-06-30"),
        ("a week starting tomorrow", "2024-07-05/2024-07-11"),
        ("a week from Tuesday", "2024-07-16"),
        ("the day after Thanksgiving", "2024-11-29"),
    ],
)
def test_relative_to_publication(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("Nov. 17, 2023", "2023-11-17"),
        ("17 November 2023", "2023-11-17"),
        ("the 17th of November, 2023", "2023-11-17"),
        ("2024-07-04", "2024-07-04"),
        ("20240704", "2024-07-04"),
        ("11/17/2023", "2023-11-17"),
        ("17/11/2023", "2023-11-17"),
        ("17.11.2023", "2023-11-17"),
        ("05-Aug-2016", "2016-08-05"),
        ("January twenty-five nineteen eighty-six", "1986-01-25"),
        ("May 2015", "2015-05"),
        ("in 2002", "2002"),
        ("August two thousand and fifteen", "2015-08"),
        ("Q3 2023", "2023-35"),
        ("2018Q4", "2018-36"),
        ("the second half of 2021", "2021-41"),
        ("summer 2022", "2022-22"),
        ("the winter of 1944-45", "1944-24"),
        ("the 2020s", "202X"),
        ("the early 1990s", "1990~/1993~"),
        ("the mid-1990s", "1993~/1996~"),
        ("the 19th century", "1801/1900"),
        ("44 B.C.", "-0043"),
        ("early July 2023", "2023-07-01~/2023-07-10~"),
        ("mid-July 2023", "2023-07-11~/2023-07-20~"),
        ("late July 2023", "2023-07-21~/2023-07-31~"),
        ("early 2021", "2021-37"),
        ("the middle of 2021", "2021-38"),
        ("late 2021", "2021-39"),
        ("about 2010", "2010~"),
        ("circa 1850", "1850~"),
        ("the first Monday in May 2021", "2021-05-03"),
        ("last Monday of March 2021", "2021-03-29"),
        ("the last day of February 2024", "2024-02-29"),
        ("the third week of 2027", "2027-01-18/2027-01-24"),
        ("the first nine months of 2021", "2021-01-01/2021-09-30"),
        ("the last four months of 2021", "2021-09-01/2021-12-31"),
        ("before 2010", "../2009"),
        ("after 2010", "2011/.."),
        ("since early 2022", "2022-37/.."),
        ("until March 2024", "../2024-03"),
        ("through March 2024", "../2024-03"),
        ("by March 2024", "../2024-03"),
        ("no later than 5 May 2020", "../2020-05-05"),
        ("by the end of 2025", "../2025"),
        ("2018 or later", "2018/.."),
        ("pre-1933", "../1932"),
        ("from May to July 2023", "2023-05/2023-07"),
        ("May 5-7, 2021", "2021-05-05/2021-05-07"),
        ("from 13 to 15 July 2021", "2021-07-13/2021-07-15"),
        ("Nov-Feb 2017", "2016-11/2017-02"),
        ("Nov 18 2014 - Dec 19 2015", "2014-11-18/2015-12-19"),
        ("between 2010 and 2014", "2010/2014"),
        ("2014-18", "2014/2018"),
        ("from late May to early June 2021", "2021-05-21~/2021-06-10~"),
        ("1930s and 1940s", "193X/194X"),
        ("May 1 and 2, 2021", "{2021-05-01,2021-05-02}"),
        ("Easter 2018", "2018-04-01"),
        ("Labor Day 2021", "2021-09-06"),
        ("Labor Day weekend 2021", "2021-09-04/2021-09-06"),
    ],
)
def test_without_a_publication_date(phrase: str, canonical: str) -> None:
    assert text(phrase, None) == canonical


def test_dates_without_a_year_look_to_the_nearest() -> None:
    assert text("December 31", dt.date(2024, 1, 10)) == "2023-12-31"
    assert text("January 2", dt.date(2024, 12, 20)) == "2025-01-02"
    assert text("November", dt.date(2024, 2, 10)) == "2023-11"
    assert text("May", dt.date(2024, 2, 10)) == "2024-05"
    # 29 February exists only in leap years.
    assert text("Feb 29", dt.date(2022, 6, 1)) == "2024-02-29"


def test_a_weekday_beside_a_date_finds_the_year_in_which_they_fit() -> None:
    # 9 May was a Tuesday in 2017 and a Wednesday in 2018.
    assert text("Tue May 9", dt.date(2018, 1, 7)) == "2017-05-09"


def test_a_weekday_that_does_not_fit_is_kept_for_the_check() -> None:
    time = read("Thursday, Nov. 17, 2023")
    assert (str(time), time.weekday) == ("2023-11-17", 3)


def test_other_readings_are_alternatives() -> None:
    assert [str(other) for other in read("next Thursday").alternatives] == ["2024-07-18"]
    assert [str(other) for other in read("4/5/2024").alternatives] == ["2024-05-04"]
    assert [str(other) for other in read("at 3").alternatives] == ["2024-07-04T15:00"]
    assert not read("13/5/2024").ambiguous


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("7:15 p.m.", "2024-07-04T19:15"),
        ("7:15 p.m. EST", "2024-07-04T19:15-05:00"),
        ("7:15 p.m. ET", "2024-07-04T19:15-04:00"),
        ("7:15 p.m. ET on Jan. 5, 2024", "2024-01-05T19:15-05:00"),
        ("Wednesday at 8.30pm", "2024-07-03T20:30"),
        ("three in the afternoon", "2024-07-04T15:00"),
        ("half past 3 pm", "2024-07-04T15:30"),
        ("a quarter to noon", "2024-07-04T11:45"),
        ("15h20", "2024-07-04T15:20"),
        ("noon on Friday", "2024-06-28T12:00"),
        ("five-thirty tomorrow evening", "2024-07-05T17:30"),
        ("16:00 (UTC+8)", "2024-07-04T16:00+08:00"),
        ("Thursday morning", "2024-07-04T00:00/2024-07-04T12:00"),
        ("last night", "2024-07-03T18:00/2024-07-03T24:00"),
        ("tonight", "2024-07-04T18:00/2024-07-04T24:00"),
        ("3-4 p.m. on Tuesday", "2024-07-02T15:00/2024-07-02T16:00"),
        ("today from 9:30 to 11", "2024-07-04T09:30/2024-07-04T11:00"),
        ("after 6:30 p.m. today", "2024-07-04T18:30/.."),
    ],
)
def test_clock_times(phrase: str, canonical: str) -> None:
    assert text(phrase) == canonical


def test_hours_from_publication_need_its_clock() -> None:
    at_nine = dt.datetime(2024, 7, 4, 9, 0)
    assert text("two hours ago", at_nine) == "2024-07-04T07:00"
    assert text("in 90 minutes", at_nine) == "2024-07-04T10:30"
    unresolved = parse_time("two hours ago", published=THURSDAY)
    assert isinstance(unresolved, UnresolvedTime)
    assert unresolved.needs == "the time of publication"


def test_core_and_outer_tiers() -> None:
    early = read("early July 2023")
    assert (str(early.core), str(early.outer)) == ("2023-07-01/2023-07-10", "2023-06-26/2023-07-15")
    about = read("about 2010")
    assert (str(about.core), str(about.outer)) == ("2009-01-01/2011-12-31", "2007-01-01/2013-12-31")
    exact = read("5 May 2020")
    assert exact.core == exact.outer == exact


def test_a_window_knows_its_length() -> None:
    window = read("the past two months")
    assert window.seconds == 60 * 86_400
    assert window.timex == "P2M"
    assert window.window is not None
    assert str(window.window) == "P2M"


def test_modifiers_and_timex() -> None:
    late = read("late 2021")
    assert (late.mod, late.timex) == (Mod.END, "2021")
    assert (read("before 2010").mod, read("before 2010").timex) == (Mod.BEFORE, "2010")
    assert read("the third quarter of 2023").timex == "2023-Q3"
    assert read("last summer").timex == "2023-SU"
    assert read("Thursday evening").timex == "2024-07-04TEV"
    assert read("recently").timex == "PAST_REF"
    assert read("the 19th century").timex == "18"


def test_unresolved_without_a_publication_date() -> None:
    for phrase, timex in (
        ("Thursday", "XXXX-WXX-4"),
        ("May 5", "XXXX-05-05"),
        ("last week", "XXXX-WXX"),
        ("now", "XXXX-XX-XX"),
    ):
        assert parse_time(phrase) == UnresolvedTime(words=phrase)
        found = parse_time(phrase)
        assert isinstance(found, UnresolvedTime)
        assert not found.resolved
        assert (found.needs, found.timex) == ("a publication date", timex)


def test_fiscal_years_need_their_institution() -> None:
    found = parse_time("fiscal 2023")
    assert isinstance(found, UnresolvedTime)
    assert (found.needs, found.timex) == ("the fiscal or school calendar of the institution", "FY2023")


def test_tense_turns_the_direction() -> None:
    assert text("Friday", tense="future") == "2024-07-05"
    assert text("Thursday", tense="future") == "2024-07-11"
    assert text("September 5", tense="past") == "2023-09-05"
    assert text("March 5", tense="future") == "2025-03-05"


def test_options() -> None:
    assert text("3/4/2024", day_first=True) == "2024-04-03"
    assert text("this week", week_start=6) == "2024-06-30/2024-07-06"
    assert text("summer 2022", hemisphere="south") == "2022-30"
    assert text("summer 2022", hemisphere="north") == "2022-26"
    assert text("the 19th century", century_starts=0) == "18XX"
    with pytest.raises(UsageError, match="tense is past or future"):
        parse_time("Friday", tense="present")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="week_start"):
        parse_time("Friday", week_start=7)


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("", "it is empty"),
        ("a banana", "'banana' does not belong to a date, a period or a duration here"),
        ("Feb 30", "that month has no day 30"),
        ("Feb 29, 2023", "2023 has no 29 February"),
        ("2016-2-30", "that month has no day 30"),
        ("25:61", "the clock has no time 25:61"),
        ("since", "'since' needs a date after it"),
        ("between 2010", "between needs two dates, joined by and"),
        ("from 2019 to 2017", "its end, 2017, is before its start, 2019"),
        ("the 17th of the eighties", "its parts do not make one date"),
        ("Monday in May", "a weekday of a month needs a number: the first Monday in May"),
        ("week 60", "2024 has no week 60"),
        ("Diwali", "'diwali' does not belong to a date, a period or a duration here"),
    ],
)
def test_what_is_refused_and_why(phrase: str, reason: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_time(phrase, published=THURSDAY)
    assert refused.value.reason == reason


def test_a_long_phrase_is_refused_at_once() -> None:
    with pytest.raises(UnreadableValue, match="at most 2000 are read"):
        parse_time("Thursday " * 12_000, published=THURSDAY)


def test_nothing_comes_from_today() -> None:
    """The same phrase on the same publication date means the same, whenever it is read."""
    assert text("12 May", dt.date(1989, 11, 2)) == "1989-05-12"
    assert read("May 2015", None).grain is Grain.MONTH
