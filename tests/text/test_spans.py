"""Spans are compared with the plain sets of code points that they stand for."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import steps

from newsfacts.errors import UsageError
from newsfacts.text.spans import Span, SpanIndex, covers, hull, normalize, overlap

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(0, 10))
fragments = st.lists(spans, min_size=1, max_size=4).map(tuple)


def points(*given_spans: Span) -> set[int]:
    return {point for span in given_spans for point in range(span.start, span.end)}


def test_a_span_is_half_open() -> None:
    span = Span(2, 5)
    assert span.length == 3
    assert span.slice("abcdefg") == "cde"
    assert [offset for offset in range(8) if span.contains(offset)] == [2, 3, 4]
    assert span.shifted(-2) == Span(0, 3)
    assert repr(span) == "Span(start=2, end=5)"
    assert pickle.loads(pickle.dumps(span)) == span
    assert sorted([Span(2, 5), Span(1, 9), Span(2, 3)]) == [Span(1, 9), Span(2, 3), Span(2, 5)]


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))
    assert not Span(0, 4).overlaps(Span(2, 2))


def test_an_empty_span_may_stand_at_the_edge_of_another() -> None:
    assert Span(2, 5).contains(Span(5, 5))
    assert not Span(2, 5).contains(Span(6, 6))
    assert covers((Span(0, 2), Span(2, 5)), (Span(5, 5),))


def test_hull_joins_over_the_gaps() -> None:
    assert hull((Span(5, 7), Span(1, 2))) == Span(1, 7)
    with pytest.raises(UsageError) as caught:
        hull(())
    assert str(caught.value) == "an annotation without spans has no place in the text"


def test_normalize_joins_what_touches() -> None:
    assert normalize((Span(4, 6), Span(0, 2), Span(2, 3), Span(5, 5), Span(9, 9))) == (Span(0, 3), Span(4, 6))


def test_fragments_may_be_covered_together() -> None:
    assert covers((Span(0, 3), Span(3, 6)), (Span(1, 5),))
    assert not covers((Span(0, 3), Span(4, 6)), (Span(1, 5),))
    assert not overlap((Span(0, 2), Span(6, 8)), (Span(2, 6),))


@given(fragments, fragments)
def test_relations_are_those_of_sets(first: tuple[Span, ...], second: tuple[Span, ...]) -> None:
    assert overlap(first, second) == bool(points(*first) & points(*second))
    assert points(*normalize(first)) == points(*first)
    solid = tuple(span for span in second if span.length)
    assert covers(first, solid) == (points(*solid) <= points(*first))


@given(spans, spans)
def test_two_spans_overlap_where_they_share_a_point(first: Span, second: Span) -> None:
    assert first.overlaps(second) == second.overlaps(first) == bool(points(first) & points(second))


@given(st.lists(st.integers(0, 5), max_size=30), st.integers(0, 40), st.integers(1, 70))
def test_what_is_nested_is_found_from_inside_outward(brackets: list[int], offset: int, depth: int) -> None:
    items = [Span(n, 200 - n) for n in range(depth)]  # all around, which a way outward passes
    opened: list[int] = []
    for place, step in enumerate(brackets):
        if step < 3 or not opened:
            opened.append(place)
        else:
            items.append(Span(depth + opened.pop(), depth + place + 1))
    index = SpanIndex(((span,), span) for span in items)
    for span in (Span(offset, offset + 1), Span(offset, offset + 5), Span(150, 151)):
        found = index.covering(span)
        assert sorted(found) == sorted(item for item in items if item.start <= span.start and span.end <= item.end)
        assert list(found) == sorted(found, key=lambda item: (item.start, -item.end))


@given(st.lists(fragments | st.just(()), max_size=12), spans)
def test_the_index_finds_what_a_look_at_each_item_finds(items: list[tuple[Span, ...]], span: Span) -> None:
    index = SpanIndex((given_spans, number) for number, given_spans in enumerate(items))
    order = sorted(
        (number for number, item in enumerate(items) if item),
        key=lambda number: (hull(items[number]).start, -hull(items[number]).end, number),
    )
    assert len(index) == len(order)
    assert index.overlapping(span) == tuple(n for n in order if points(*items[n]) & points(span))
    assert index.within(span) == tuple(n for n in order if covers((span,), items[n]))
    assert index.covering(span.start) == tuple(n for n in order if span.start in points(*items[n]))
    if span.length:
        assert index.covering(span) == tuple(n for n in order if points(span) <= points(*items[n]))


def test_fragments_overlap_where_any_of_them_do() -> None:
    pieces = (Span(0, 2), Span(5, 7))
    assert overlap(pieces, (Span(6, 9),))
    assert overlap((Span(6, 9),), pieces)
    assert not overlap(pieces, (Span(2, 5),))
    assert not overlap((Span(2, 5),), pieces)


def test_crossing_spans_are_found_and_others_are_not() -> None:
    index = SpanIndex(((span,), span) for span in (Span(0, 100), Span(10, 20), Span(15, 30)))
    assert index.covering(90) == (Span(0, 100),)
    assert index.covering(17) == (Span(0, 100), Span(10, 20), Span(15, 30))
    assert index.overlapping(Span(30, 40)) == (Span(0, 100),)
    assert index.within(Span(10, 30)) == (Span(10, 20), Span(15, 30))
    assert index.within(Span(11, 30)) == (Span(15, 30),)


def test_the_gap_between_two_fragments_is_not_covered() -> None:
    index = SpanIndex([((Span(0, 2), Span(5, 7)), "x"), ((Span(1, 3), Span(8, 9)), "y")])
    assert index.overlapping(Span(3, 5)) == index.covering(4) == ()
    assert index.covering(6) == ("x",)
    assert index.overlapping(Span(2, 6)) == ("x", "y")
    assert index.covering(Span(1, 6)) == ()


def test_an_empty_fragment_covers_nothing_and_lies_within_what_is_around_it() -> None:
    index = SpanIndex([((Span(3, 3),), "empty"), ((Span(5, 6),), "letter")])
    assert index.overlapping(Span(0, 9)) == ("letter",)
    assert index.covering(Span(3, 3)) == ()
    assert index.within(Span(0, 9)) == ("empty", "letter")
    assert index.within(Span(3, 5)) == ("empty",)


def test_an_empty_index_finds_nothing() -> None:
    index: SpanIndex[str] = SpanIndex(())
    assert index.covering(0) == index.overlapping(Span(0, 9)) == index.within(Span(0, 9)) == ()


def test_long_spans_do_not_make_a_look_up_slow() -> None:
    def index_of(size: int) -> SpanIndex[int]:
        short = [((Span(number, number + 1),), number) for number in range(size)]
        return SpanIndex([((Span(0, size + size // 2),), -1), *short, ((Span(0, 2 * size),), -2)])

    def look_up(index: SpanIndex[int], size: int) -> None:
        assert index.covering(size + size // 4) == (-2, -1)
        index.within(Span(size + size // 4, 2 * size))

    small, large = index_of(200), index_of(5_000)
    look_up(small, 200)  # what the first look-up prepares is not counted
    look_up(large, 5_000)
    assert steps(lambda: look_up(large, 5_000)) < 2 * steps(lambda: look_up(small, 200))
