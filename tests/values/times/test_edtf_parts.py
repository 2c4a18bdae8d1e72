"""EDTF part by part: every code of a part of a year, unspecified digits, significant digits, clock times, doubt at two ends."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts.errors import UnreadableValue
from newsfacts.values.times.edtf import parse_edtf
from newsfacts.values.times.grain import Grain

CODES = {
    21: ("2001-03-01", "2001-06-01", Grain.SEASON), 22: ("2001-06-01", "2001-09-01", Grain.SEASON),
    23: ("2001-09-01", "2001-12-01", Grain.SEASON), 24: ("2001-12-01", "2002-03-01", Grain.SEASON),
    25: ("2001-03-01", "2001-06-01", Grain.SEASON), 26: ("2001-06-01", "2001-09-01", Grain.SEASON),
    27: ("2001-09-01", "2001-12-01", Grain.SEASON), 28: ("2001-12-01", "2002-03-01", Grain.SEASON),
    29: ("2001-09-01", "2001-12-01", Grain.SEASON), 30: ("2001-12-01", "2002-03-01", Grain.SEASON),
    31: ("2001-03-01", "2001-06-01", Grain.SEASON), 32: ("2001-06-01", "2001-09-01", Grain.SEASON),
    33: ("2001-01-01", "2001-04-01", Grain.QUARTER), 34: ("2001-04-01", "2001-07-01", Grain.QUARTER),
    35: ("2001-07-01", "2001-10-01", Grain.QUARTER), 36: ("2001-10-01", "2002-01-01", Grain.QUARTER),
    37: ("2001-01-01", "2001-05-01", Grain.SEASON), 38: ("2001-05-01", "2001-09-01", Grain.SEASON),
    39: ("2001-09-01", "2002-01-01", Grain.SEASON), 40: ("2001-01-01", "2001-07-01", Grain.HALF),
    41: ("2001-07-01", "2002-01-01", Grain.HALF),
}  # fmt: skip
"""ISO 8601-2, 4.8: seasons, those of the north (25 to 28) and of the south, quarters, thirds and halves."""


def days(text: str) -> tuple[str, str]:
    time = parse_edtf(text)
    assert time.start is not None
    assert time.end is not None
    return time.start.date().isoformat(), time.end.date().isoformat()


@pytest.mark.parametrize("code", CODES)
def test_a_part_of_a_year_has_the_months_of_its_code(code: int) -> None:
    assert (*days(f"2001-{code}"), parse_edtf(f"2001-{code}").grain) == CODES[code]


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("200X-02-29", "2000-02-29", "2008-03-01"),
        ("2001-XX-31", "2001-01-31", "2002-01-01"),
        ("2001-0X-31", "2001-01-31", "2001-09-01"),
        ("2001-XX-30", "2001-01-30", "2001-12-31"),
        ("20X1-11-1X", "2001-11-10", "2091-11-20"),
        ("199X-1X", "1990-10-01", "2000-01-01"),
        ("199X-22", "1990-06-01", "1999-09-01"),
        ("1XXX-12-3X", "1000-12-30", "2000-01-01"),
    ],
)
def test_unspecified_digits_reach_from_the_first_day_that_fits_to_the_last(text: str, first: str, after: str) -> None:
    assert days(text) == (first, after)


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("1950S2", "1900-01-01/1999-12-31"),
        ("1950S4", "1950-01-01/1950-12-31"),
        ("1959S3", "1950-01-01/1959-12-31"),
        ("-1950S2", "-1999-01-01/-1900-12-31"),
        ("0950S1", "0900-01-01/0999-12-31"),
        ("0000S1", "0000-01-01/0000-12-31"),
    ],
)
def test_of_a_year_the_significant_digits_are_certain(text: str, core: str) -> None:
    found = parse_edtf(text)
    assert (str(found.core), str(found.outer), found.approximate) == (core, core, True)


def test_a_period_keeps_the_doubt_of_the_end_that_has_it() -> None:
    start_in_doubt = parse_edtf("2010~/2020")
    assert str(start_in_doubt.core) == "2009-01-01/2020-12-31"
    assert str(start_in_doubt.outer) == "2007-01-01/2020-12-31"
    end_in_doubt = parse_edtf("2010/2020?")
    assert str(end_in_doubt.core) == "2010-01-01/2020-12-31"
    assert str(end_in_doubt.outer) == "2010-01-01/2021-12-31"
    assert (end_in_doubt.approximate, end_in_doubt.uncertain) == (False, True)
    both = parse_edtf("2010-05~/2020%")
    assert (str(both.core), str(both.outer)) == ("2010-04-01/2021-12-31", "2010-02-01/2023-12-31")
    assert (both.approximate, both.uncertain, both.grain) == (True, True, Grain.MONTH)
    assert parse_edtf("2010/2020").tiers is None
    assert parse_edtf("2010~/..").outer.upper is None


def test_a_set_is_as_fine_and_as_sure_as_its_members() -> None:
    found = parse_edtf("{1960,1961-12~,1970-01-01?}")
    assert (found.grain, found.approximate, found.uncertain) == (Grain.DAY, True, True)
    assert [member.grain for member in found.members] == [Grain.YEAR, Grain.MONTH, Grain.DAY]
    plain = parse_edtf("[1960,1961-12]")
    assert (plain.grain, plain.approximate, plain.uncertain, plain.one_of) == (Grain.MONTH, False, False, True)
    assert parse_edtf("{1960, 1961}").text == "{1960,1961}"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2004-01-01T00:00:00", dt.datetime(2004, 1, 1)),
        ("2004-12-31T23:59:59", dt.datetime(2004, 12, 31, 23, 59, 59)),
        ("2004-02-29T24:00:00", dt.datetime(2004, 3, 1)),
    ],
)
def test_a_clock_time_is_one_second(text: str, start: dt.datetime) -> None:
    found = parse_edtf(text)
    assert (found.start, found.end) == (start, start + dt.timedelta(seconds=1))
    assert (found.grain, found.offset) == (Grain.SECOND, None)


@pytest.mark.parametrize(
    ("zone", "minutes"),
    [("Z", 0), ("+05:30", 330), ("-04", -240), ("-03:30", -210), ("+14:00", 840), ("-14:00", -840), ("+00:59", 59)],
)
def test_a_zone_is_so_many_minutes_east(zone: str, minutes: int) -> None:
    assert parse_edtf(f"2004-01-01T10:10:10{zone}").offset == minutes


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2004-01-01T24:00:01", "the clock goes from 00:00:00 to 23:59:59 (or 24:00:00)"),
        ("2004-01-01T24:01:00", "the clock goes from 00:00:00 to 23:59:59 (or 24:00:00)"),
        ("2004-01-01T10:60:00", "the clock goes from 00:00:00 to 23:59:59 (or 24:00:00)"),
        ("2004-01-01T10:10:60", "the clock goes from 00:00:00 to 23:59:59 (or 24:00:00)"),
        ("2004-13-01T10:10:10", "the calendar has no day 2004-13-01"),
        ("2004-00-01T10:10:10", "the calendar has no day 2004-00-01"),
        ("2004-02-30T10:10:10", "the calendar has no day 2004-02-30"),
        ("2004-02-00T10:10:10", "the calendar has no day 2004-02-00"),
        ("-0000-01-01T10:10:10", "the year 0 has no sign"),
        ("2004-01-01T10:10:10+14:01", "no time zone is +14:01 from UTC"),
        ("2004-01-01T10:10:10+05:60", "no time zone is +05:60 from UTC"),
        ("2021-02-3X", "no day of the calendar fits 2021-02-3X"),
        ("2021-2X", "2X is neither a month (01 to 12) nor a season (21 to 41)"),
        ("{1960,1961", "a set that begins with { ends with } and has members in between"),
        ("{}", "a set that begins with { ends with } and has members in between"),
        ("0950S4", "the year has 3 digits, so 4 cannot be significant"),
        ("2004-06/2004", "its end, 2004, begins before its start, 2004-06"),
        ("2004-07/2004-06", "its end, 2004-06, begins before its start, 2004-07"),
    ],
)
def test_what_is_beyond_the_calendar_or_the_clock_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_edtf(text)
    assert refused.value.reason == reason


def test_a_period_may_begin_and_end_in_the_same_unit() -> None:
    assert days("2004-06/2004-06") == ("2004-06-01", "2004-07-01")
    assert days("2004/2004-06") == ("2004-01-01", "2004-07-01")
