"""Laws of times that hold for every phrase and every value."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import is_linear

from newsfacts.errors import UnreadableValue
from newsfacts.values.comparison import Agreement
from newsfacts.values.times.canonical import parse_time_value
from newsfacts.values.times.compare import compare_times
from newsfacts.values.times.edtf import parse_edtf
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.holidays import HOLIDAYS, holiday_day
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.reading.durations import parse_duration
from newsfacts.values.times.reading.word_runs import RUNS
from newsfacts.values.times.reading.words import WORDS
from newsfacts.values.times.times import Duration, Tiers, TimeInterval, TimeSet, UnresolvedTime
from newsfacts.values.times.timex import parse_timex

WORD = st.one_of(
    st.sampled_from(sorted(WORDS)),
    st.sampled_from(sorted(" ".join((*first, *run.rest)) for first, runs in RUNS.items() for run in runs)),
    st.sampled_from(
        [
            "1",
            "2",
            "5",
            "12",
            "17",
            "30",
            "31",
            "1990",
            "2024",
            "7:30",
            "4/5",
            "17/11/2023",
            "2024-07-04",
            "-",
            "/",
            ",",
            "'",
            "s",
            "pm",
            "½",
            "1990s",
        ]
    ),
)
PHRASE = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
PUBLISHED = st.one_of(
    st.none(),
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)),
    st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 12, 31)),
)

YEAR = st.integers(1, 9998).map("{:04d}".format)
MONTH = st.integers(1, 12).map("{:02d}".format)
DAY = st.integers(1, 28).map("{:02d}".format)
DATE = st.one_of(
    YEAR,
    st.builds("{}-{}".format, YEAR, MONTH),
    st.builds("{}-{}-{}".format, YEAR, MONTH, DAY),
    st.builds("{}-{}".format, YEAR, st.integers(21, 41)),
    st.builds("{}X".format, st.integers(100, 999)),
)
MARKED = st.builds("{}{}".format, DATE, st.sampled_from(["", "?", "~", "%"]))
EDTF = st.one_of(
    MARKED,
    st.builds("{}/..".format, MARKED),
    st.builds("../{}".format, MARKED),
    st.lists(DATE, min_size=1, max_size=3).map(lambda dates: "{" + ",".join(dates) + "}"),
)


@given(EDTF)
def test_edtf_reads_its_own_text(text: str) -> None:
    value = parse_edtf(text)
    assert str(value) == text
    assert parse_edtf(str(value)) == value
    assert parse_time_value(str(value)) == value


@given(EDTF)
def test_repr_can_be_pasted(text: str) -> None:
    value = parse_edtf(text)
    names = {"TimeInterval": TimeInterval, "Grain": Grain, "Mod": Mod, "Tiers": Tiers}
    assert eval(repr(value), names) == value


@given(st.one_of(st.text(max_size=60), PHRASE), PUBLISHED)
def test_reading_refuses_or_returns_a_value_that_reads_back(phrase: str, published: dt.date | None) -> None:
    try:
        value = parse_time(phrase, published=published)
    except UnreadableValue:
        return
    if isinstance(value, UnresolvedTime):
        assert str(value) == phrase
        return
    assert parse_time_value(str(value)) == value
    if isinstance(value, TimeInterval):
        assert value.lower is None or value.upper is None or value.lower < value.upper
        assert parse_edtf(value.edtf).grain is not None


@given(st.text(max_size=60))
def test_arbitrary_text_is_read_or_refused(text: str) -> None:
    for reader in (parse_edtf, parse_timex, parse_duration, parse_time_value):
        with contextlib.suppress(UnreadableValue):
            assert str(reader(text))


@given(PHRASE, PUBLISHED)
def test_timex_values_are_timex(phrase: str, published: dt.date | None) -> None:
    try:
        value = parse_time(phrase, published=published)
    except UnreadableValue:
        return
    found = parse_timex(value.timex)
    assert found.timex == value.timex or isinstance(value, TimeSet)


@given(EDTF, EDTF)
def test_comparing_is_symmetric(first: str, second: str) -> None:
    one, two = parse_edtf(first), parse_edtf(second)
    assert compare_times(one, two).verdict is compare_times(two, one).verdict


@given(EDTF)
def test_comparing_is_reflexive(text: str) -> None:
    assert compare_times(parse_edtf(text), parse_edtf(text)).verdict is Agreement.SAME


@given(MARKED)
def test_core_lies_within_outer_and_the_stated_time_within_core(text: str) -> None:
    value = parse_edtf(text)
    assert value.outer.contains(value.core)
    assert value.core.contains(value)


@given(st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31)))
def test_every_day_reads_as_itself(day: dt.date) -> None:
    value = parse_time(day.isoformat())
    assert isinstance(value, TimeInterval)
    assert value.start is not None
    assert value.start.date() == day
    assert value.seconds == 86_400


@given(st.integers(1, 400), st.sampled_from(["year", "month", "week", "day", "hour", "minute"]))
def test_durations_read_back(number: int, unit: str) -> None:
    value = parse_duration(f"{number} {unit}s")
    assert isinstance(value, Duration)
    assert parse_time_value(str(value)) == value
    assert parse_duration(f"{number}-{unit}") == value


def test_known_holidays() -> None:
    """Dates as almanacs give them."""
    known = {
        ("thanksgiving", 2023): (2023, 11, 23), ("easter", 2024): (2024, 3, 31),
        ("orthodox easter", 2024): (2024, 5, 5),
        ("martin luther king day", 2024): (2024, 1, 15), ("memorial day", 2024): (2024, 5, 27),
        ("rosh hashanah", 2023): (2023, 9, 16), ("hanukkah", 2024): (2024, 12, 26), ("passover", 2024): (2024, 4, 23),
        ("yom kippur", 1973): (1973, 10, 6), ("yom haatzmaut", 2024): (2024, 5, 14), ("yom hashoah", 2024): (2024, 5, 6),
        ("shavuot", 2024): (2024, 6, 12), ("purim", 2024): (2024, 3, 24), ("tisha b'av", 2024): (2024, 8, 13),
        ("election day", 2024): (2024, 11, 5), ("boxing day", 2024): (2024, 12, 26),
        ("ash wednesday", 2024): (2024, 2, 14),
    }  # fmt: skip
    for (name, year), day in known.items():
        number = holiday_day(HOLIDAYS[tuple(name.split())], year)
        assert number == dt.date(*day).toordinal() - 1, name


@pytest.mark.parametrize("words", ["the first of ", "1-", "2 years and ", "Thursday and ", "'s"])
def test_the_work_grows_with_the_length_of_a_phrase(words: str) -> None:
    def read(phrase: str) -> None:
        with contextlib.suppress(UnreadableValue):
            parse_time(phrase, published=dt.date(2024, 7, 4))

    assert is_linear(read, lambda length: (words * length)[:length], 125, factor=15)


@given(
    st.sampled_from(["Thursday", "on Monday", "last Tuesday", "next Friday", "this Saturday", "by Wednesday", "Sunday night"]),
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(-500, 500),
)  # fmt: skip
def test_a_weekday_moves_with_the_week_of_publication(phrase: str, published: dt.date, weeks: int) -> None:
    first = parse_time(phrase, published=published)
    moved = parse_time(phrase, published=published + dt.timedelta(weeks=weeks))
    assert isinstance(first, TimeInterval)
    assert isinstance(moved, TimeInterval)
    shift = weeks * 7 * 86_400
    assert (first.lower or 0) + (shift if first.lower is not None else 0) == (moved.lower or 0)
    assert (first.upper or 0) + (shift if first.upper is not None else 0) == (moved.upper or 0)
