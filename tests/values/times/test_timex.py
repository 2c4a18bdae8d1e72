"""TIMEX3 values, both ways."""

from __future__ import annotations

import pytest

from newsfacts.errors import UnreadableValue
from newsfacts.values.times.edtf import parse_edtf
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, UnresolvedTime
from newsfacts.values.times.timex import parse_timex, to_timex


@pytest.mark.parametrize(
    ("value", "mod", "canonical"),
    [
        ("2024-07-04", None, "2024-07-04"),
        ("2024-07", None, "2024-07"),
        ("2024-07", "START", "2024-07-01~/2024-07-10~"),
        ("2021", "END", "2021-39"),
        ("2010", "APPROX", "2010~"),
        ("2010", "BEFORE", "../2009"),
        ("2010", "AFTER", "2011/.."),
        ("2010", "ON_OR_AFTER", "2010/.."),
        ("2024-W27", None, "2024-07-01/2024-07-07"),
        ("2024-W27-4", None, "2024-07-04"),
        ("2024-W27-WE", None, "2024-07-06/2024-07-07"),
        ("2024-Q3", None, "2024-35"),
        ("2024-H1", None, "2024-40"),
        ("2024-SU", None, "2024-22"),
        ("199", None, "199X"),
        ("18", None, "1801/1900"),
        ("BC0044", None, "-0043"),
        ("2024-07-04TMO", None, "2024-07-04T00:00/2024-07-04T12:00"),
        ("2024-07-04T19:15", None, "2024-07-04T19:15"),
        ("2024-07-04T19:15-05:00", None, "2024-07-04T19:15-05:00"),
    ],
)
def test_values_that_are_intervals(value: str, mod: str | None, canonical: str) -> None:
    time = parse_timex(value, mod)
    assert isinstance(time, TimeInterval)
    assert str(time) == canonical
    assert to_timex(time) == value


def test_durations_sets_and_references() -> None:
    assert parse_timex("P2M") == Duration(months=2)
    assert parse_timex("P1DE", "APPROX") == Duration(years=10, mod=Mod.APPROX)
    assert parse_timex("PT1H30M") == Duration(hours=1, minutes=30)
    vague = parse_timex("PXD")
    assert isinstance(vague, Duration)
    assert (vague.vague, vague.timex) == (Grain.DAY, "PXD")
    assert parse_timex("P1W", quant="EVERY", freq="2X") == TimeSet(value="P1W", freq=2)
    assert parse_timex("R2/P1W") == TimeSet(value="P1W", freq=2)
    for reference in ("PRESENT_REF", "PAST_REF", "FUTURE_REF", "XXXX-WXX-4", "FY1989"):
        found = parse_timex(reference)
        assert isinstance(found, UnresolvedTime)
        assert to_timex(found) == reference


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2024-07-04?", "2024-07-04"), ("199X", "199"), ("20XX", "20"), ("2024-22", "2024-SU"), ("2024-35", "2024-Q3"),
        ("2024-41", "2024-H2"), ("2010/2014", "2010-01-01/2014-12-31"), ("2010/..", "2010-01-01/.."),
        ("2024-38", "2024-05-01/2024-08-31"),
    ],
)  # fmt: skip
def test_edtf_has_a_timex_value(edtf: str, value: str) -> None:
    assert to_timex(parse_edtf(edtf)) == value


@pytest.mark.parametrize(
    ("value", "mod", "reason"),
    [
        ("2024-13", None, "there is no month 13"),
        ("2024-02-30", None, "the calendar has no such day"),
        ("2024-W53", None, "2024 has no week 53"),
        (
            "1985x",
            None,
            "a TIMEX3 date is written 2024, 2024-07, 2024-07-04, 2024-W27, 2024-Q3, 2024-SU or 2024-07-04TMO",
        ),
        ("P", None, "a duration is written P2Y, P3M, P10D, PT90M or PXD"),
        ("2024", "SOMEWHAT", "SOMEWHAT is not a TIMEX3 modifier"),
        ("2024-07TMO", None, "a time of day needs a day"),
    ],
)
def test_what_is_refused_and_why(value: str, mod: str | None, reason: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_timex(value, mod)
    assert refused.value.reason == reason
