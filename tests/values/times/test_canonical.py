"""Canonical texts of times: what `str()` of a time writes is read again, and what no time writes is refused with its reason."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts.errors import UnreadableValue
from newsfacts.values.times.canonical import parse_time_value
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet
from newsfacts.values.times.timex import parse_timex

NOON = dt.datetime(2024, 7, 4, 12)


@pytest.mark.parametrize(
    ("text", "start", "end", "offset"),
    [
        ("2024-07-04T12:00", NOON, dt.datetime(2024, 7, 4, 12, 1), None),
        ("2024-07-04T12:00:00", NOON, dt.datetime(2024, 7, 4, 12, 0, 1), None),
        ("2024-07-04T12:00/2024-07-04T15:30", NOON, dt.datetime(2024, 7, 4, 15, 30), None),
        ("2024-07-04T12:00/..", NOON, None, None),
        ("../2024-07-04T12:00", None, NOON, None),
        ("2024-07-04T24:00", dt.datetime(2024, 7, 5), dt.datetime(2024, 7, 5, 0, 1), None),
        ("2024-07-04T12:00+02:00/2024-07-05T12:00+02:00", NOON, dt.datetime(2024, 7, 5, 12), 120),
    ],
)
def test_a_clock_time_lasts_as_long_as_its_last_unit_and_a_period_up_to_its_end(
    text: str, start: dt.datetime | None, end: dt.datetime | None, offset: int | None
) -> None:
    value = parse_time_value(text)
    assert isinstance(value, TimeInterval)
    ends = [None if one is None else one.replace(tzinfo=None) for one in (value.start, value.end)]
    assert ends == [start, end]
    assert value.offset == offset
    assert str(value) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P2W", Duration(weeks=2)),
        ("P2W..P3W", Duration(weeks=2, upto=Duration(weeks=3))),
        ("~P10D", Duration(days=10, mod=Mod.APPROX)),
        (">=P1Y", Duration(years=1, mod=Mod.EQUAL_OR_MORE)),
        ("R2/P1W", TimeSet(value="P1W", freq=2)),
    ],
)
def test_durations_and_recurring_times_read_their_own_text(text: str, expected: Duration | TimeSet) -> None:
    assert parse_time_value(text) == expected
    assert str(expected) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("P3W..P2W", "a range of durations goes from the shorter to the longer, such as P2W..P3W"),
        ("P2W..P2W", "a range of durations goes from the shorter to the longer, such as P2W..P3W"),
        ("P2W..2024", "a range of durations goes from the shorter to the longer, such as P2W..P3W"),
        ("2024-07-04T12:00/2024-07-04T11:00", "its end is not after its start"),
        ("2024-07-04T12:00+02:00/2024-07-05T12:00+01:00", "its two ends are in different time zones"),
        ("T/..", "a clock time is written 2024-07-04T19:15, with seconds and a zone if they are known"),
        (
            "2024-07-04T12:00/July",
            "a clock time is written 2024-07-04T19:15, with seconds and a zone if they are known",
        ),
        ("2023-02-29T12:00", "the calendar has no day 2023-02-29"),
        ("2023-13-01T12:00", "the calendar has no day 2023-13-01"),
        ("2023-02-00T12:00", "the calendar has no day 2023-02-00"),
        ("2024-07-04T24:01", "the clock goes from 00:00 to 24:00"),
        ("2024-07-04T25:00", "the clock goes from 00:00 to 24:00"),
        ("2024-07-04T12:60", "the clock goes from 00:00 to 24:00"),
        ("2024-07-04T12:00:60", "the clock goes from 00:00 to 24:00"),
        ("2024" * 501, "it is 2004 characters long; at most 2000 are read"),
    ],
)
def test_what_is_not_a_canonical_text_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_time_value(text)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("value", "canonical", "start", "end"),
    [
        ("2010-01-01/2014-12-31", "2010-01-01/2014-12-31", dt.datetime(2010, 1, 1), dt.datetime(2015, 1, 1)),
        ("2010-05/..", "2010-05/..", dt.datetime(2010, 5, 1), None),
        ("../2010-05", "../2010-05", None, dt.datetime(2010, 6, 1)),
        ("2024-Q3/2024-Q4", "2024-35/2024-36", dt.datetime(2024, 7, 1), dt.datetime(2025, 1, 1)),
        ("2024-07-04T12:00/2024-07-04T15:00", "2024-07-04T12:00/2024-07-04T15:01", NOON, dt.datetime(2024, 7, 4, 15, 1)),
    ],
)  # fmt: skip
def test_a_timex_value_of_two_dates_is_the_period_between_them(
    value: str, canonical: str, start: dt.datetime | None, end: dt.datetime | None
) -> None:
    found = parse_timex(value)
    assert isinstance(found, TimeInterval)
    assert (str(found), found.start, found.end, found.timex) == (canonical, start, end, value)


def test_a_set_of_timex_may_be_spaced() -> None:
    assert parse_timex("R/XXXX-WXX-1/P2W") == TimeSet(value="XXXX-WXX-1", interval=Duration(weeks=2))
    assert parse_timex("P1W", quant="EVERY", freq=3) == TimeSet(value="P1W", freq=3)
    assert parse_timex("P1W", freq="3d") == TimeSet(value="P1W", freq=3)


def test_a_modifier_of_timex_without_a_length_of_its_own_makes_a_date_approximate() -> None:
    found = parse_timex("2024-07-04", "LESS_THAN")
    assert isinstance(found, TimeInterval)
    assert (found.mod, found.approximate) == (Mod.LESS_THAN, True)


@pytest.mark.parametrize(
    ("value", "freq", "reason"),
    [
        ("2" * 201, None, "a TIMEX3 value of more than 200 characters is not read"),
        ("P1W", "often", "'often' is not a frequency; twice is written 2X"),
        ("P1W", "123456X", "'123456X' is not a frequency; twice is written 2X"),
        ("R/P1W/P2W", None, "every other Monday is written R/XXXX-WXX-1/P2W"),
        ("R/XXXX-WXX-1/2024", None, "every other Monday is written R/XXXX-WXX-1/P2W"),
        ("../..", None, "a period has a beginning, an end, or both"),
        ("2014/2010", None, "its end is before its beginning"),
        ("2024-07-04T25:00", None, "the clock goes from 00:00 to 24:00"),
        ("X-", None, "it is not a TIMEX3 value"),
    ],
)
def test_what_is_not_a_timex_value_is_refused_with_the_reason(value: str, freq: str | None, reason: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_timex(value, freq=freq)
    assert refused.value.reason == reason


def test_a_decade_is_ten_years() -> None:
    found = parse_timex("197")
    assert isinstance(found, TimeInterval)
    assert (found.grain, found.start, found.end) == (Grain.DECADE, dt.datetime(1970, 1, 1), dt.datetime(1980, 1, 1))
