"""Annotations found again in a text by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.searching import examples

from newsfacts.anchors import (
    Ambiguous,
    Anchored,
    Candidate,
    How,
    Lost,
    Miss,
    MissReason,
    PlaceFinder,
    find_anchor,
)
from newsfacts.errors import UsageError
from newsfacts.text.spans import Span

TEXT = "Ann said yes. Bob said yes. The winner takes the prize, and nobody else does. “Maybe”, said Cy."
FIRST, SECOND = TEXT.index("yes"), TEXT.rindex("yes")


def test_unique_words_are_found() -> None:
    assert find_anchor(TEXT, "the prize") == Anchored(Span(45, 54), How.EXACT)
    assert find_anchor(TEXT, "the prize", position=45) == Anchored(Span(45, 54), How.EXACT)
    assert find_anchor(TEXT, "the prize", position=3) == Anchored(Span(45, 54), How.MOVED)


def test_words_at_several_places_need_a_reason_to_choose() -> None:
    both = (Span(FIRST, FIRST + 3), Span(SECOND, SECOND + 3))
    assert find_anchor(TEXT, "yes") == Ambiguous(both)
    assert find_anchor(TEXT, "yes", position=7) == Ambiguous(both)
    assert find_anchor(TEXT, "yes", position=SECOND) == Anchored(both[1], How.EXACT)
    assert find_anchor(TEXT, "yes", nth=2) == Anchored(both[1], How.EXACT)
    assert find_anchor(TEXT, "yes", nth=3) == Lost()
    assert find_anchor(TEXT, "yes", prefix="Bob said ") == Anchored(both[1], How.EXACT)
    assert find_anchor(TEXT, "yes", prefix=" said ") == Ambiguous(both)
    assert find_anchor(TEXT, "yes", prefix=" said ", nth=1) == Anchored(both[0], How.EXACT)


def test_context_outweighs_the_position() -> None:
    assert find_anchor(TEXT, "yes", prefix="Bob said ", position=FIRST) == Anchored(Span(SECOND, SECOND + 3), How.MOVED)


def test_one_side_of_the_context_is_enough_where_the_other_was_edited() -> None:
    found = find_anchor(TEXT, "yes", prefix="Bob said ", suffix=", please", position=SECOND - 4)
    assert found == Anchored(Span(SECOND, SECOND + 3), How.MOVED)


def test_a_lookalike_is_not_taken() -> None:
    candidate = Candidate(Span(45, 54), "the prize", 1.0)
    assert find_anchor(TEXT, "the prize", prefix="He refused ", suffix=" of peace") == Lost(candidate)
    assert find_anchor(TEXT, "win") == Lost(None)
    assert find_anchor(TEXT, "win", prefix="The ", suffix="ner") == Anchored(Span(32, 35), How.EXACT)


def test_many_words_are_their_own_context() -> None:
    words = "winner takes the prize, and nobody"
    found = find_anchor(TEXT, words, prefix="A ", suffix=" loses", position=0)
    assert found == Anchored(Span(32, 66), How.MOVED)


def test_normalized_words_are_found_and_said_to_be() -> None:
    start = TEXT.index("“")
    assert find_anchor(TEXT, '"Maybe"') == Anchored(Span(start, start + 7), How.NORMALIZED)
    assert find_anchor(TEXT, '"Maybe"', suffix=", said") == Anchored(Span(start, start + 7), How.NORMALIZED)
    assert find_anchor("‘a’ and ’a’", "'a'") == Ambiguous((Span(0, 3), Span(8, 11)))


def test_similar_words_are_only_a_candidate() -> None:
    found = find_anchor(TEXT, "nobody else knows")
    assert found == Lost(Candidate(Span(60, 76), "nobody else does", 0.667))


def test_an_anchor_needs_words() -> None:
    with pytest.raises(UsageError) as caught:
        find_anchor(TEXT, " ")
    assert str(caught.value) == "an anchor needs words to be found by"


@given(st.text("ab .", max_size=30), st.text("ab .", min_size=1, max_size=4), st.integers(0, 30))
@examples(4)
def test_an_anchor_is_never_put_on_different_words(text: str, words: str, position: int) -> None:
    if not words.strip():
        return
    found = find_anchor(text, words, prefix=text[:2], position=position)
    if isinstance(found, Anchored) and found.how is not How.NORMALIZED:
        assert found.span.slice(text) == words


# -- Words that must be there letter by letter -------------------------------------------------------------------------


def test_words_have_a_place_letter_by_letter() -> None:
    finder = PlaceFinder("banana, bandana")
    assert finder.find("dana") == Span(11, 15)
    assert finder.find("ana", nth=2) == Span(3, 6)  # overlapping places count
    assert finder.find("an", prefix="b", suffix="a") == Span(1, 3)
    assert finder.find("a", suffix=",") == Span(5, 6)


@pytest.mark.parametrize(
    ("words", "context", "nth", "miss"),
    [
        ("ananas", ("", ""), None, Miss(MissReason.ABSENT)),
        ("Banana", ("", ""), 1, Miss(MissReason.ABSENT)),
        ("band", ("the ", ""), None, Miss(MissReason.CONTEXT)),
        ("an", ("", ""), 5, Miss(MissReason.NUMBER, 4)),
        ("an", ("", ""), 0, Miss(MissReason.NUMBER, 4)),
        ("an", ("b", ""), None, Miss(MissReason.SEVERAL, 2)),
    ],
)
def test_words_without_one_place_are_not_placed(
    words: str, context: tuple[str, str], nth: int | None, miss: Miss
) -> None:
    prefix, suffix = context
    assert PlaceFinder("banana, bandana").find(words, prefix=prefix, suffix=suffix, nth=nth) == miss


def test_nth_counts_the_same_places_as_the_notation() -> None:
    text = "winter win win"
    assert find_anchor(text, "win", nth=2) == Anchored(Span(7, 10), How.EXACT)
    assert PlaceFinder(text).find("win", nth=2) == Span(7, 10)


@pytest.mark.parametrize("size", [1_000, 4_000])
def test_many_entries_for_the_same_words_search_once(size: int) -> None:
    finder = PlaceFinder("yes " * size)
    places = [finder.find("yes", nth=number + 1) for number in range(size)]
    assert places == [Span(4 * number, 4 * number + 3) for number in range(size)]
    assert finder.steps <= 2 * size


@pytest.mark.parametrize("size", [1_000, 4_000])
def test_many_entries_for_different_words_look_at_few_places(size: int) -> None:
    text = " ".join(f"w{number:05}" for number in range(size))
    finder = PlaceFinder(text)
    places = [finder.find(f"w{number:05}") for number in range(size)]
    assert places == [Span(7 * number, 7 * number + 6) for number in range(size)]
    assert finder.steps <= 25 * size


def test_words_looked_for_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsfacts.anchors.find.MAX_STEPS", 2_000)
    finder = PlaceFinder("a" * 500)
    misses = [finder.find("a" * length) for length in range(1, 10)]
    assert misses[0] == Miss(MissReason.SEVERAL, 500)
    assert misses[-1] == Miss(MissReason.TOO_OFTEN)


@given(
    st.text("ab ", max_size=40),
    st.lists(st.text("ab ", min_size=1, max_size=7), min_size=1, max_size=60),
    st.text("ab ", max_size=2),
)
@examples(4)
def test_each_place_can_be_named_by_its_number(text: str, entries: list[str], prefix: str) -> None:
    finder = PlaceFinder(text)
    for words in entries:
        starts = [s for s in range(len(text)) if text.startswith(words, s) and text.endswith(prefix, 0, s)]
        for number, start in enumerate(starts, 1):
            assert finder.find(words, prefix=prefix, nth=number) == Span(start, start + len(words))
        if len(starts) != 1:
            assert isinstance(finder.find(words, prefix=prefix), Miss)
