"""Time zones: offsets by the IANA database, and names that it does not have."""

from __future__ import annotations

import zoneinfo

import pytest

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.times.calendar import DAY_SECONDS, day_number
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.zones import FIXED_ZONES, NAMED_ZONES, find_zone, is_known, zone_offset


def noon(year: int, month: int, day: int) -> int:
    return day_number(year, month, day) * DAY_SECONDS + 12 * 3600


@pytest.mark.parametrize(
    ("year", "month", "minutes"),
    [
        (2024, 7, -240),
        (2024, 1, -300),
        # The rules of today are taken to go on.
        (2038, 7, -240),
        (2060, 1, -300),
        (12_000, 7, -240),
        # Railway time began on 18 November 1883; before it New York was 4 h 56 min 2 s behind Greenwich.
        (1890, 7, -300),
        (1870, 7, -296),
        (-50, 7, -296),
    ],
)
def test_the_clock_of_new_york_in_any_year(year: int, month: int, minutes: int) -> None:
    assert zone_offset("America/New_York", noon(year, month, 1)) == minutes


def test_a_misspelled_zone_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UnreadableValue) as refused:
        zone_offset("America/Chicagoo", 0)
    assert refused.value.reason == "'America/Chicagoo' is not a time zone; did you mean 'America/Chicago'?"
    assert refused.value.kind is UnreadableKind.UNKNOWN_WORD


@pytest.mark.parametrize(
    "name",
    ["Mars/Phobos", "", "localtime", "../../etc/passwd", "/etc/localtime", "America", "a\0b", "x" * 5000, "UTC "],
)
def test_what_is_not_the_name_of_a_zone(name: str) -> None:
    assert not is_known(name)


def test_without_a_database_a_zone_is_refused_and_never_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(key: str) -> zoneinfo.ZoneInfo:
        raise zoneinfo.ZoneInfoNotFoundError(key)

    monkeypatch.setattr(zoneinfo, "ZoneInfo", missing)
    monkeypatch.setattr(zoneinfo, "available_timezones", set)
    with pytest.raises(UnreadableValue) as refused:
        find_zone("America/Halifax")
    assert refused.value.reason == "this machine has no database of time zones; install the package tzdata"


def test_every_zone_that_words_name_is_known() -> None:
    assert [name for name in NAMED_ZONES.values() if not is_known(name)] == []
    assert all(-12 * 60 <= minutes <= 14 * 60 for minutes in FIXED_ZONES.values())


def test_summer_time_after_2037_is_summer_time() -> None:
    assert str(parse_time("7:15 p.m. ET on July 4, 2040")) == "2040-07-04T19:15-04:00"
