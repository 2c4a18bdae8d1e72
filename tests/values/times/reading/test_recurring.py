"""Recurring times as news says them: how often, with a bound, and on which days."""

from __future__ import annotations

import pytest

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.times.canonical import parse_time_value
from newsfacts.values.times.grain import Mod
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.times import TimeSet


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("at least once a month", "R>=1/P1M"),
        ("at least monthly", "R>=1/P1M"),
        ("at least twice every day", "R>=2/P1D"),
        ("no more than three times a year", "R<=3/P1Y"),
        ("more than four times a day", "R>4/P1D"),
        ("fewer than five times a month", "R<5/P1M"),
        ("about twice an hour", "R~2/PT1H"),
        ("three times a day approximately", "R~3/P1D"),
    ],
)
def test_how_often_keeps_its_bound(phrase: str, canonical: str) -> None:
    assert str(parse_time(phrase)) == canonical


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("every Monday and Friday", "R/XXXX-WXX-1,XXXX-WXX-5"),
        ("Wednesdays and Sundays", "R/XXXX-WXX-3,XXXX-WXX-7"),
        ("on Mondays, Tuesdays and Saturdays", "R/XXXX-WXX-1,XXXX-WXX-2,XXXX-WXX-6"),
        ("every other Monday and Wednesday", "R/XXXX-WXX-1,XXXX-WXX-3/P2W"),
        ("Thursday and Friday nights", "R/XXXX-WXX-4TNI,XXXX-WXX-5TNI"),
        ("weekdays", "R/XXXX-WXX-1,XXXX-WXX-2,XXXX-WXX-3,XXXX-WXX-4,XXXX-WXX-5"),
    ],
)
def test_several_days_of_the_week_recur_together(phrase: str, canonical: str) -> None:
    assert str(parse_time(phrase)) == canonical


def test_two_days_that_do_not_recur_are_two_dates() -> None:
    assert not isinstance(parse_time("Monday and Friday"), TimeSet)


@pytest.mark.parametrize("canonical", ["R>=1/P1M", "R~2/PT1H", "R/XXXX-WXX-1,XXXX-WXX-4", "R<=3/P1Y"])
def test_what_is_written_of_a_recurring_time_is_read_back(canonical: str) -> None:
    found = parse_time_value(canonical)
    assert isinstance(found, TimeSet)
    assert str(found) == canonical


def test_the_bound_of_a_recurring_time_is_its_modifier() -> None:
    assert parse_time_value("R>=1/P1M") == TimeSet(value="P1M", freq=1, mod=Mod.EQUAL_OR_MORE)


def test_a_bound_without_a_number_of_times_is_refused() -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_time("almost every evening")
    assert refused.value.kind is UnreadableKind.UNBOUNDED


@pytest.mark.parametrize("text", ["R>=/P1M", "R>x/P1M", "R123456/P1M", "R/XXXX-WXX-1,", "R/XXXX-WXX-1,P1W"])
def test_a_recurring_time_that_is_written_badly_is_refused(text: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_time_value(text)
