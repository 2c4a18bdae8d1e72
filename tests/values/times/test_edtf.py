"""EDTF levels 0 to 2: what each form means, and what is refused with which reason."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts.errors import UnreadableValue
from newsfacts.values.times.edtf import parse_edtf
from newsfacts.values.times.grain import Grain


def days(text: str) -> tuple[str | None, str | None]:
    """The first day of a text, and the first day after it."""
    time = parse_edtf(text)
    first, after = (None if moment is None else moment.date().isoformat() for moment in (time.start, time.end))
    return first, after


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        # level 0
        ("1985-04-12", "1985-04-12", "1985-04-13"),
        ("1985-02", "1985-02-01", "1985-03-01"),
        ("1985", "1985-01-01", "1986-01-01"),
        ("1964/2008", "1964-01-01", "2009-01-01"),
        ("2004-06/2006-08", "2004-06-01", "2006-09-01"),
        ("2004-02-01/2005", "2004-02-01", "2006-01-01"),
        # level 1
        ("2001-21", "2001-03-01", "2001-06-01"),
        ("2001-24", "2001-12-01", "2002-03-01"),
        ("1984?", "1984-01-01", "1985-01-01"),
        ("2004-06-11%", "2004-06-11", "2004-06-12"),
        ("201X", "2010-01-01", "2020-01-01"),
        ("20XX", "2000-01-01", "2100-01-01"),
        ("2004-XX", "2004-01-01", "2005-01-01"),
        ("1985-04-XX", "1985-04-01", "1985-05-01"),
        ("1985-XX-XX", "1985-01-01", "1986-01-01"),
        ("1985-04-12/..", "1985-04-12", None),
        ("1985/", "1985-01-01", None),
        ("../1985-04", None, "1985-05-01"),
        ("/1985-04-12", None, "1985-04-13"),
        ("1984~/2004-06~", "1984-01-01", "2004-07-01"),
        # level 2
        ("2001-34", "2001-04-01", "2001-07-01"),
        ("2001-30", "2001-12-01", "2002-03-01"),
        ("2001-38", "2001-05-01", "2001-09-01"),
        ("2001-41", "2001-07-01", "2002-01-01"),
        ("1950S2", "1950-01-01", "1951-01-01"),
        ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-21"),
        ("?2004-06-~11", "2004-06-11", "2004-06-12"),
        ("156X-12-25", "1560-12-25", "1569-12-26"),
        ("15XX-12-XX", "1500-12-01", "1600-01-01"),
        ("1984-1X", "1984-10-01", "1985-01-01"),
        ("2016-02-X9", "2016-02-09", "2016-03-01"),
        ("[1667,1668,1670..1672]", "1667-01-01", "1673-01-01"),
        ("[..1760-12-03]", None, "1760-12-04"),
        ("[1667,1760-12..]", "1667-01-01", None),
        ("{1960,1961-12}", "1960-01-01", "1962-01-01"),
        ("{..1984}", None, "1985-01-01"),
    ],
)
def test_the_days_a_text_covers(text: str, first: str | None, after: str | None) -> None:
    assert days(text) == (first, after)
    assert str(parse_edtf(text)) == text


def test_a_clock_time_keeps_its_zone() -> None:
    time = parse_edtf("1985-04-12T23:20:30+05:30")
    assert time.start == dt.datetime(1985, 4, 12, 23, 20, 30, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=30)))
    assert time.grain is Grain.SECOND
    assert parse_edtf("1985-04-12T23:20:30-04").offset == -240
    assert parse_edtf("1985-04-12T23:20:30Z").offset == 0
    assert parse_edtf("1985-04-12T24:00:00").start == dt.datetime(1985, 4, 13)


@pytest.mark.parametrize(
    ("text", "year"),
    [("Y17E7", 170_000_000), ("Y-17E7", -170_000_000), ("Y3388E2S3", 338_800), ("Y12000", 12_000)],
)
def test_years_that_datetime_lacks_stay_exact(text: str, year: int) -> None:
    time = parse_edtf(text)
    assert time.start is None
    # These years are multiples of 400, and 400 years have 146,097 days; the leap year 0 has 366 days before the year 1.
    assert time.lower == (year // 400 * 146_097 - 366) * 86_400
    assert time.upper == time.lower + 366 * 86_400
    assert time.grain is Grain.YEAR


def test_significant_digits_bound_both_tiers() -> None:
    time = parse_edtf("1950S2")
    assert (str(time.core), str(time.outer)) == ("1900-01-01/1999-12-31", "1900-01-01/1999-12-31")


def test_qualification_widens_by_units_of_what_it_qualifies() -> None:
    about = parse_edtf("2010~")
    assert str(about.core) == "2009-01-01/2011-12-31"
    assert str(about.outer) == "2007-01-01/2013-12-31"
    assert about.approximate
    assert not about.uncertain
    perhaps = parse_edtf("2010-05?")
    assert str(perhaps.core) == "2010-05-01/2010-05-31"
    assert str(perhaps.outer) == "2010-04-01/2010-06-30"
    # Only the year is in doubt: the month may be that of the year before or after.
    assert str(parse_edtf("2004?-06-11").outer) == "2003-06-11/2005-06-11"


def test_grain_is_the_finest_unit_stated() -> None:
    grains = {
        "2001-33": Grain.QUARTER, "2001-22": Grain.SEASON, "2001-40": Grain.HALF, "201X": Grain.DECADE,
        "20XX": Grain.CENTURY, "2XXX": Grain.MILLENNIUM, "2004/2005-06": Grain.MONTH, "1985-XX-XX": Grain.DAY,
    }  # fmt: skip
    assert {text: parse_edtf(text).grain for text in grains} == grains


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is empty"),
        (
            "yesterday",
            "a date is written 2004, 2004-06 or 2004-06-11, with ? ~ % for doubt and X for an unspecified digit",
        ),
        ("2021-02-29", "the calendar has no day 2021-02-29"),
        ("2021-XX-32", "no day of the calendar fits 2021-XX-32"),
        ("2021-13", "13 is neither a month (01 to 12) nor a season (21 to 41)"),
        ("2021-42", "42 is neither a month (01 to 12) nor a season (21 to 41)"),
        ("2021-22-05", "22 is a season, which has no days"),
        ("2019/2017", "its end, 2017, begins before its start, 2019"),
        ("2012-24/2012-21", "its end, 2012-21, begins before its start, 2012-24"),
        ("2001/2002/2003", "an interval has one slash, between its start and its end"),
        ("/", "an interval states its start, its end, or both"),
        ("2004-01-01T10:10:10Z/2006", "in EDTF the ends of an interval are dates, without clock times"),
        ("2004-01-01T10:10", "a clock time is written 1985-04-12T23:20:30, then nothing, Z, or +05:30"),
        ("2004-01-01T25:10:10", "the clock goes from 00:00:00 to 23:59:59 (or 24:00:00)"),
        ("2004-01-01T10:10:10+24:00", "no time zone is +24:00 from UTC"),
        ("12345", "a year of more than four digits begins with Y"),
        ("Y2006", "Y is for years of more than four digits; write 2006"),
        ("Y17E7-12", "after Y comes a year, such as Y17000, Y-17E7 or Y3388E2S3, and nothing else"),
        ("Y1E400", "years of more than 100 digits are not read"),
        ("1950S5", "the year has 4 digits, so 5 cannot be significant"),
        ("+2006", "EDTF has no plus sign before a year"),
        ("-0000", "the year 0 has no sign"),
        (" 2006", "EDTF has no spaces"),
        ("199u", "an unspecified digit is written X; u was in drafts of EDTF"),
        ("(2011)-06", "this notation was in drafts of EDTF and is no longer part of it"),
        ("[1667,1668", "a set that begins with [ ends with ] and has members in between"),
        ("[1667,..1668]", "in a set, only the first member may begin and only the last may end with .."),
    ],
)
def test_what_is_refused_and_why(text: str, reason: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_edtf(text)
    assert refused.value.reason == reason


def test_sets_keep_their_members() -> None:
    one = parse_edtf("[1667,1670..1672]")
    assert one.one_of
    assert [str(member) for member in one.members] == ["1667", "1670/1672"]
    assert not parse_edtf("{1667,1670}").one_of


def test_long_texts_are_refused_at_once() -> None:
    with pytest.raises(UnreadableValue, match="at most 2000"):
        parse_edtf("1" * 100_000)
