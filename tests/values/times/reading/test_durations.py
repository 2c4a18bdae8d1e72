"""Lengths of time in words: exact parts, seconds, ranges, bounds and vague words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from newsfacts.errors import UnreadableValue
from newsfacts.values.times.grain import Mod
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.reading.durations import parse_duration
from newsfacts.values.times.times import Duration, TimeSet

DAY = 86_400


@pytest.mark.parametrize(
    ("words", "iso", "seconds"),
    [
        ("three years", "P3Y", 3 * 365 * DAY),
        ("two months", "P2M", 60 * DAY),
        ("a fortnight", "P2W", 14 * DAY),
        ("two and a half hours", "PT2.5H", 9000),
        ("a year and a half", "P1.5Y", Fraction(3, 2) * 365 * DAY),
        ("half an hour", "PT0.5H", 1800),
        ("three-quarters of an hour", "PT0.75H", 2700),
        ("4 1/2 years", "P4.5Y", Fraction(9, 2) * 365 * DAY),
        ("4½ years", "P4.5Y", Fraction(9, 2) * 365 * DAY),
        ("half a century", "P50Y", 50 * 365 * DAY),
        ("30-day", "P30D", 30 * DAY),
        ("a two-week", "P2W", 14 * DAY),
        ("an hour and 45 minutes", "PT1H45M", 6300),
        ("2 years, 3 months", "P2Y3M", (2 * 365 + 90) * DAY),
        ("ten consecutive days", "P10D", 10 * DAY),
        ("a dozen years", "P12Y", 12 * 365 * DAY),
        ("decade", "P10Y", 3650 * DAY),
        ("two nights", "P2D", 2 * DAY),
        ("1,000 years", "P1000Y", 365_000 * DAY),
    ],
)
def test_durations(words: str, iso: str, seconds: int | Fraction) -> None:
    duration = parse_duration(words)
    assert (str(duration), duration.seconds) == (iso, seconds)
    assert parse_time(words) == duration


@pytest.mark.parametrize(
    ("words", "iso"),
    [("yearlong", "P1Y"), ("year-long", "P1Y"), ("a weeklong", "P1W"), ("monthlong", "P1M"), ("a day-long", "P1D")],
)
def test_how_long_something_goes_on(words: str, iso: str) -> None:
    assert str(parse_time(words)) == iso


def test_a_third_is_exact_in_seconds() -> None:
    duration = parse_duration("two-thirds of a day")
    assert duration.seconds == 57_600
    assert duration.days == Fraction(2, 3)


def test_ranges_and_bounds() -> None:
    assert parse_duration("two to three weeks") == Duration(weeks=2, upto=Duration(weeks=3))
    assert str(parse_duration("a year or two")) == "P1Y..P2Y"
    assert str(parse_duration("more than a decade")) == ">P10Y"
    assert str(parse_duration("at least two years")) == ">=P2Y"
    assert str(parse_time("up to ten years")) == "<=P10Y"
    assert parse_duration("10 years or so").mod is Mod.APPROX
    assert parse_duration("about 10 days").bounds() == (Fraction(19, 2) * DAY, Fraction(21, 2) * DAY)
    assert parse_duration("more than two days").bounds() == (2 * DAY, None)
    assert parse_duration("less than a week").bounds() == (0, 7 * DAY)


def test_vague_words() -> None:
    several = parse_duration("several weeks")
    assert (str(several), several.timex, several.approximate) == ("P3W..P9W", "PXW", True)
    decades = parse_duration("decades")
    assert (str(decades), decades.timex) == (">=P20Y", "PXDE")
    assert str(parse_duration("a couple of days")) == "P2D"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("soon", "a duration is a number and a unit of time, such as two months"),
        ("40", "a duration is a number and a unit of time, such as two months"),
        ("two months ago", "'ago' comes after the duration and is not part of it"),
    ],
)
def test_what_is_no_duration(words: str, reason: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_duration(words)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("words", "value", "freq", "quant"),
    [
        ("every Monday", "XXXX-WXX-1", None, "EVERY"),
        ("each year", "P1Y", None, "EACH"),
        ("Saturday nights", "XXXX-WXX-6TNI", None, "EVERY"),
        ("every two weeks", "P2W", None, "EVERY"),
        ("every other day", "P2D", None, "EVERY"),
        ("twice a week", "P1W", 2, "EVERY"),
        ("three times a year", "P1Y", 3, "EVERY"),
        ("once every two years", "P2Y", 1, "EVERY"),
        ("quarterly", "P1Q", None, "EVERY"),
        ("every July 4", "XXXX-07-04", None, "EVERY"),
        ("every Christmas", "XXXX-12-25", None, "EVERY"),
    ],
)
def test_recurring_times(words: str, value: str, freq: int | None, quant: str) -> None:
    found = parse_time(words)
    assert isinstance(found, TimeSet)
    assert (found.value, found.freq, found.quant) == (value, freq, quant)
    assert str(found) == f"R{freq or ''}/{value}"
