"""Whether one time follows from another, and whether two agree: time zones, open periods, recurring times, lengths."""

from __future__ import annotations

import pytest

from newsfacts import parse_quantity, parse_time, supports
from newsfacts.values.comparison import Agreement
from newsfacts.values.times.canonical import parse_time_value
from newsfacts.values.times.checks import check_age, check_anniversary, check_duration, check_weekday
from newsfacts.values.times.compare import compare_times
from newsfacts.values.times.edtf import parse_edtf
from newsfacts.values.times.reading.durations import parse_duration
from newsfacts.values.times.times import TimeInterval


@pytest.mark.parametrize(
    ("statement", "source", "outcome", "because"),
    [
        ("2024-07-04T12:00", "2024-07-04T12:00Z", "supported", "Both mean 4 July 2024, 12:00."),
        ("2024-07-04T12:00Z", "2024-07-04T12:00", "says more", "The source does not name a time zone. Both mean 4 July 2024, 12:00."),
        ("2024-07-04T12:00", "2024-07-06T12:30Z", "contradicted", "The statement has 4 July 2024, 12:00, and the source 6 July 2024, 12:30."),
        ("2024-07-06T12:30", "2024-07-04T12:00Z", "contradicted", "The statement has 6 July 2024, 12:30, and the source 4 July 2024, 12:00."),
        ("2024-07-04T12:00", "2024-07-04T18:00Z", "unknown", "Only one of the two names its time zone, and they are less than a day apart."),
        ("2024-07-04", "P3D", "unlike", "The time 2024-07-04 and the length of time P3D cannot be compared."),
        ("R/P1W", "P3D", "unlike", "The recurring time R/P1W and the length of time P3D cannot be compared."),
        ("R/P1W", "R/P1W", "supported", "Both recur as R/P1W."),
        ("R/P1W", "R2/P1W", "unknown", "R/P1W and R2/P1W recur differently; whether one follows from the other is not decided."),
        ("2024-06-25/2024-07-05", "2024-07-01/2024-07-10", "says more", "25 June 2024 to 5 July 2024 and 1 July 2024 to 10 July 2024, in the source, share only some moments."),
        ("~P10D", "P14D", "contradicted", "The statement has about 10 days, and the source 14 days; they are not equally long."),
        ("P10D", "~P11D", "unknown", "10 days and about 11 days, in the source, differ by less than half a unit."),
        ("P14D", "P2W", "supported", "14 days and 2 weeks are equally long."),
        ("~P3W", "P22D", "supported", "22 days, in the source, is within about 3 weeks."),
        ("P22D", "~P3W", "says more", "22 days is more exact than about 3 weeks, in the source."),
        (">P2Y", "P1Y", "contradicted", "The statement has more than 2 years, and the source 1 year; they are not equally long."),
        ("P2W..P3W", "P1.5Y", "contradicted", "The statement has 2 weeks to 3 weeks, and the source 1.5 years; they are not equally long."),
        ("P3W", "P22D", "supported", "22 days, in the source, rounds to 3 weeks."),
    ],
)  # fmt: skip
def test_what_follows_from_a_time(statement: str, source: str, outcome: str, because: str) -> None:
    found = supports(parse_time_value(statement), parse_time_value(source))
    assert (str(found.outcome), found.because) == (outcome, because)


@pytest.mark.parametrize(
    ("statement", "source", "outcome"),
    [
        ("since 2010", "since March 2010", "supported"),
        ("since March 2010", "since 2010", "says more"),
        ("since 2010", "since 2012", "contradicted"),
        ("by 2012", "by 2010", "unknown"),  # what is done by 2010 is done by 2012, but "until 2012" is not "until 2010"
        ("by 2010", "by 2012", "contradicted"),
        ("by March 2010", "by 2010", "says more"),
        ("Friday", "5 July", "unknown"),
        ("29 February", "March 1 2023", "contradicted"),
        ("every Monday", "4 July", "unlike"),
        ("yesterday", "4 July", "unknown"),
        ("Thursday, July 4", "July 4", "says more"),
        ("around July 4", "July 5", "supported"),
        ("July 5 2024", "around July 4", "says more"),
    ],
)
def test_what_follows_from_the_words_of_a_time(statement: str, source: str, outcome: str) -> None:
    assert str(supports(parse_time(statement), parse_time(source)).outcome) == outcome


@pytest.mark.parametrize(
    ("statement", "source", "outcome"),
    [
        ("rose from 4 to 5", "rose from 4 to 5", "supported"),
        ("rose from 4 to 5", "rose to 5", "says more"),
        ("rose to 5", "rose from 4 to 5", "supported"),
        ("rose from 3 to 5", "rose from 4 to 5", "contradicted"),
        ("12 wins in a row", "12 wins", "unlike"),
        ("12 cases in two months", "12 cases", "unlike"),
    ],
)
def test_the_level_before_a_change_and_what_is_counted_in_a_row(statement: str, source: str, outcome: str) -> None:
    assert str(supports(parse_quantity(statement), parse_quantity(source)).outcome) == outcome


@pytest.mark.parametrize(
    ("left", "right", "verdict", "because"),
    [
        ("R/P1W", "R/P1W", "same", "Both recur as R/P1W."),
        ("R/P1W", "R2/P1W", "unknown", "R/P1W and R2/P1W recur differently; whether they agree is not decided."),
        ("2024-07-04T12:00", "2024-07-04T12:00Z", "compatible", "Both say 4 July 2024, 12:00, but only one of them names its time zone."),
        ("P14D", "P2W", "same", "P14D and P2W are equally long."),
        ("P10D", "P10D", "same", "Both last P10D."),
        ("P10D", "~P11D", "tension", "P10D and ~P11D differ by less than half a unit."),
    ],
)  # fmt: skip
def test_whether_two_times_agree(left: str, right: str, verdict: str, because: str) -> None:
    found = compare_times(parse_time_value(left), parse_time_value(right))
    assert (str(found.verdict), found.because) == (verdict, because)


def test_what_has_no_end_cannot_be_checked() -> None:
    open_end, day = parse_edtf("2010/.."), parse_edtf("2024-07-04")
    for pair in ((open_end, day), (day, open_end)):
        assert check_anniversary(10, *pair).because == "An anniversary needs two dates with both ends."
        assert check_duration(parse_duration("2 weeks"), *pair).because == "Two dates with both ends are needed."
        assert check_age(10, *pair).because == "Two dates with both ends are needed."
        assert check_age(10, *pair).agreement is Agreement.UNKNOWN


def test_clock_times_are_too_close_for_a_length_in_seconds() -> None:
    start, end = parse_time("12:00 on July 4 2024"), parse_time("12:30 on July 4 2024")
    assert isinstance(start, TimeInterval)
    assert isinstance(end, TimeInterval)
    found = check_duration(parse_duration("three hours"), start, end)
    # 12:00 may be 12:00:59, and 12:30 lasts up to 12:31: 29 minutes at least, 31 at most.
    assert (
        found.because
        == "PT3H does not fit: from 4 July 2024, 12:00 to 4 July 2024, 12:30 there are 1740 to 1860 seconds."
    )


def test_an_anniversary_of_a_period_over_new_year_may_be_one_of_two() -> None:
    found = check_anniversary(10, parse_edtf("2010-12/2011-01"), parse_edtf("2021-05"))
    assert (found.agreement, found.least, found.most) == (Agreement.COMPATIBLE, 10, 11)
    assert found.because == "May 2021 is in the year of anniversary 10 of 1 December 2010 to 31 January 2011."


def test_the_closest_year_in_which_the_weekday_fits_may_be_earlier_only_or_not_there() -> None:
    # 29 February 9996 is that of 1996, a Thursday, since weekdays repeat after 400 years; that of 1988 was a Monday.
    assert check_weekday(parse_edtf("9996-02-29"), 3).agreement is Agreement.COMPATIBLE
    assert check_weekday(parse_edtf("9996-02-29"), 0).year == 9988
    # 15 March 44 BC is that of 1957 in the same calendar, a Friday; no year of our era is within forty years.
    ides = check_weekday(parse_edtf("-0043-03-15"), 0)
    assert (ides.agreement, ides.falls_on, ides.nearest, ides.year) == (Agreement.CONTRADICTION, 4, None, None)
    assert ides.because.endswith("not a Monday: the nearest Monday is 18 March 44 BC.")


@pytest.mark.parametrize(
    ("statement", "source", "because"),
    [
        (
            "Sunday night, 3 March 2025",
            "Sunday night",
            "3 March 2025, 18:00 to 24:00 is a Monday, and the source has “Sunday night”.",
        ),
        ("Sunday", "3 March 2025", "The source has 3 March 2025, which is a Monday, not “Sunday”."),
        (
            "the evening of 3 March 2025",
            "the evening of 2 March 2025",
            "The statement has 3 March 2025, 18:00 to 24:00, and the source 2 March 2025, 18:00 to 24:00.",
        ),
        (
            "from 10:00 to 11:30 on 3 March 2025",
            "3 March 2025, 12:00",
            "The statement has 3 March 2025, 10:00 to 11:30, and the source 3 March 2025, 12:00.",
        ),
        ("5 July 2024", "4 July", "5 July 2024 is not “4 July”, which the source has, in any year."),
    ],
)
def test_a_reason_names_days_and_hours_as_people_write_them(statement: str, source: str, because: str) -> None:
    found = supports(statement, source)
    assert (found.outcome.value, found.because) == ("contradicted", because)


def test_the_same_words_are_said_to_be_in_the_source() -> None:
    assert supports("Sunday night", "Sunday night").because == "The source has “Sunday night” too."
