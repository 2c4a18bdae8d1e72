"""Chronologies: what holds together, and how a contradiction is reported."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.errors import UsageError
from newsfacts.values.times.chronology import MAX_COMBINATIONS, MAX_STATEMENTS, Chronology, Happening, Order, Ordering
from newsfacts.values.times.edtf import parse_edtf
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.reading.durations import parse_duration
from newsfacts.values.times.times import TimeInterval
from newsfacts.values.times.units import days


def dated(name: str, edtf: str) -> Happening:
    return Happening(name, parse_edtf(edtf))


def test_dates_against_an_ordering() -> None:
    order = Ordering("the vote", Order.BEFORE, "the debate")
    found = Chronology([dated("the vote", "2024-05-02"), dated("the debate", "2024-05-01")], [order]).check()
    assert not found.consistent
    assert found.because == (
        "The vote (2 May 2024) is said to be before the debate (1 May 2024), which the dates do not allow."
    )
    assert found.events == ("the vote", "the debate")
    assert found.orderings == (order,)


def test_a_circle_of_orderings() -> None:
    found = Chronology(
        [Happening("A"), Happening("B"), Happening("C")],
        [Ordering("A", Order.BEFORE, "B"), Ordering("B", Order.BEFORE, "C"), Ordering("C", Order.BEFORE, "A")],
    ).check()
    assert not found.consistent
    assert set(found.events) == {"A", "B", "C"}
    assert found.because.endswith(", and these cannot all be true.")


def test_gaps_are_counted_from_start_to_start() -> None:
    events = [dated("the call", "2024-05-02"), dated("the visit", "2024-05-04")]
    later = Ordering("the visit", Order.AFTER, "the call", parse_duration("two days"))
    assert Chronology(events, [later]).check().consistent
    too_much = Ordering("the visit", Order.AFTER, "the call", parse_duration("three days"))
    assert Chronology(events, [too_much]).check().because == (
        "The visit (4 May 2024) is said to be at least 3 days after the call (2 May 2024), "
        "which the dates do not allow."
    )


def test_during_and_same() -> None:
    events = [dated("the summit", "2024-07-03/2024-07-04"), dated("the meeting", "2024-07-05")]
    assert not Chronology(events, [Ordering("the meeting", Order.DURING, "the summit")]).check().consistent
    assert not Chronology(events, [Ordering("the meeting", Order.SAME, "the summit")]).check().consistent
    coarse = [dated("the summit", "2024-07"), dated("the meeting", "2024-07-05")]
    assert Chronology(coarse, [Ordering("the meeting", Order.DURING, "the summit")]).check().consistent


def test_coarse_dates_leave_room() -> None:
    events = [dated("the founding", "2001"), dated("the treaty", "2001-06-15")]
    assert Chronology(events, [Ordering("the founding", Order.BEFORE, "the treaty")]).check().consistent
    assert Chronology(events, [Ordering("the founding", Order.AFTER, "the treaty")]).check().consistent


def test_another_reading_can_save_an_ordering() -> None:
    last = parse_time("last Thursday", published=dt.date(2024, 7, 4))
    assert isinstance(last, TimeInterval)
    # 27 June as read first, 20 June in the other reading.
    events = [Happening("the strike", last), dated("the vote", "2024-06-24")]
    found = Chronology(events, [Ordering("the strike", Order.BEFORE, "the vote")]).check()
    assert found.consistent
    assert found.tried == 2
    never = Chronology([events[0], dated("the vote", "2024-06-10")], [Ordering("the strike", Order.BEFORE, "the vote")])
    assert never.check().because == (
        "The strike (27 June 2024) is said to be before the vote (10 June 2024), which the dates do not allow, "
        "in any of the 2 combinations of readings."
    )


def test_beyond_the_combinations_each_event_may_lie_anywhere_it_is_read() -> None:
    last = parse_time("last Thursday", published=dt.date(2024, 7, 4))
    assert isinstance(last, TimeInterval)
    many = [Happening(f"event {number}", last) for number in range(10)]
    assert 2 ** len(many) > MAX_COMBINATIONS
    before = Ordering("event 0", Order.BEFORE, "event 1")
    found = Chronology(many, [before]).check()
    assert found.consistent
    assert found.tried == 1


def test_names_that_do_not_fit() -> None:
    with pytest.raises(UsageError, match="two events of a chronology are called 'A'"):
        Chronology([Happening("A"), Happening("A")])
    with pytest.raises(UsageError, match="names 'B', which is not an event"):
        Chronology([Happening("A")], [Ordering("A", Order.BEFORE, "B")])
    with pytest.raises(UsageError, match=f"at most {MAX_STATEMENTS}"):
        Chronology([Happening(str(number)) for number in range(MAX_STATEMENTS + 1)])


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=12), st.data())
def test_a_schedule_that_happened_is_consistent(starts: list[int], data: st.DataObject) -> None:
    """Events with their true days, and any true statements about their order, never contradict each other."""
    events = [
        Happening(str(number), days(738_000 + start, 738_001 + start) if data.draw(st.booleans()) else None)
        for number, start in enumerate(starts)
    ]
    pairs = [(a, b) for a in range(len(starts)) for b in range(len(starts)) if a != b and starts[a] < starts[b]]
    chosen = data.draw(st.lists(st.sampled_from(pairs), max_size=20)) if pairs else []
    orderings = [Ordering(str(a), Order.BEFORE, str(b)) for a, b in chosen]
    assert Chronology(events, orderings).check().consistent


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=8, unique=True), st.data())
def test_one_false_statement_is_found(starts: list[int], data: st.DataObject) -> None:
    events = [Happening(str(number), days(738_000 + start, 738_001 + start)) for number, start in enumerate(starts)]
    pairs = [(a, b) for a in range(len(starts)) for b in range(len(starts)) if starts[a] > starts[b]]
    first, second = data.draw(st.sampled_from(pairs))
    found = Chronology(events, [Ordering(str(first), Order.BEFORE, str(second))]).check()
    assert not found.consistent
    assert found.events == (str(first), str(second))
