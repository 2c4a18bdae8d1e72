"""Annotations found again: in one text by their words, and from one version of a text in the next."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts.anchors import (
    Ambiguous,
    Anchored,
    Candidate,
    How,
    Lost,
    Reanchored,
    ReanchoredStatus,
    find_anchor,
    reanchor,
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
@settings(max_examples=200)
def test_an_anchor_is_never_put_on_different_words(text: str, words: str, position: int) -> None:
    if not words.strip():
        return
    found = find_anchor(text, words, prefix=text[:2], position=position)
    if isinstance(found, Anchored) and found.how is not How.NORMALIZED:
        assert found.span.slice(text) == words


OLD = "The council voted on Monday. Ann Lee, the mayor, said she was glad. The bridge will cost 4 million."


def one(new: str, words: str, old: str = OLD) -> tuple[str, str | None]:
    """What became of words of the old text, and the words that they are now anchored to."""
    start = old.index(words)
    (found,) = reanchor(old, new, [(Span(start, start + len(words)),)])
    return str(found.status), " + ".join(span.slice(new) for span in found.fragments) if found.fragments else None


@pytest.mark.parametrize(
    ("new", "words", "expected"),
    [
        (OLD, "the mayor", ("kept", "the mayor")),
        ("New: " + OLD, "the mayor", ("kept", "the mayor")),
        (OLD.replace("Monday", "a cold Tuesday"), "the mayor", ("kept", "the mayor")),
        (OLD.replace("the mayor", "the former mayor"), "the mayor", ("changed", "the former mayor")),
        (OLD.replace("mayor", "mayors"), "the mayor", ("changed", "the mayors")),
        (OLD.replace("was glad", "was very glad"), "she was glad", ("changed", "she was very glad")),
        (OLD.replace("Ann Lee, the mayor, said she was glad. ", ""), "the mayor", ("lost", None)),
        (
            "The bridge will cost 4 million. " + OLD.removesuffix(" The bridge will cost 4 million."),
            "will cost 4 million",
            ("moved", "will cost 4 million"),
        ),
        ("", "the mayor", ("lost", None)),
    ],
)
def test_what_became_of_words(new: str, words: str, expected: tuple[str, str | None]) -> None:
    assert one(new, words) == expected


def test_the_place_of_lost_words_is_a_candidate() -> None:
    new = OLD.replace("Ann Lee, the mayor, said she was glad. ", "Nothing. ")
    start = OLD.index("the mayor")
    (found,) = reanchor(OLD, new, [(Span(start, start + 9),)])
    assert found.status is ReanchoredStatus.LOST
    assert found.candidate is not None
    assert found.candidate.slice(new).strip() in "Nothing."


def test_of_several_fragments_the_worst_counts() -> None:
    new = OLD.replace("Monday", "Tuesday")
    spans = (Span(4, 11), Span(21, 27))
    (found,) = reanchor(OLD, new, [spans])
    assert found.old_fragments == spans
    assert found.status in (ReanchoredStatus.CHANGED, ReanchoredStatus.LOST)
    assert reanchor(OLD, OLD, [spans]) == (
        Reanchored(status=ReanchoredStatus.KEPT, fragments=spans, old_fragments=spans),
    )
    assert reanchor(OLD, new, [()])[0].status is ReanchoredStatus.LOST


NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
words_of_texts = st.lists(st.sampled_from(NUMBERS), min_size=1, max_size=40)


@given(words_of_texts, words_of_texts, st.data())
@settings(max_examples=150, deadline=None)
def test_kept_and_moved_annotations_stand_on_the_same_words(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    old_text, new_text = " ".join(old), " ".join(new)
    start = data.draw(st.integers(0, len(old_text) - 1))
    end = data.draw(st.integers(start + 1, len(old_text)))
    (found,) = reanchor(old_text, new_text, [(Span(start, end),)])
    if found.status in (ReanchoredStatus.KEPT, ReanchoredStatus.MOVED):
        assert [span.slice(new_text) for span in found.fragments] == [old_text[start:end]]
    for span in found.fragments:
        assert 0 <= span.start < span.end <= len(new_text)


@given(st.integers(0, 10_000), st.sampled_from(["", "some new words ", "x", "\n\n"]), st.integers(0, 12))
@settings(max_examples=100, deadline=None)
def test_an_edit_elsewhere_leaves_annotations_alone(seed: int, inserted: str, removed: int) -> None:
    numbers = [f"{word}{number}" for number, word in enumerate(random.Random(seed).choices(["ka", "le", "mi"], k=60))]
    before, middle, after = " ".join(numbers[:20]), " ".join(numbers[20:40]), " ".join(numbers[40:])
    edited = " ".join(numbers[20 + removed : 40])
    old, new = f"{before} {middle} {after}", f"{before} {inserted}{edited} {after}"
    spans = [Span(3, 30), Span(len(old) - 30, len(old) - 3)]
    first, last = reanchor(old, new, [(spans[0],), (spans[1],)])
    assert (first.status, first.fragments) == (ReanchoredStatus.KEPT, (spans[0],))
    assert (last.status, last.fragments) == (ReanchoredStatus.KEPT, (spans[1].shifted(len(new) - len(old)),))


@given(st.permutations(range(5)))
@settings(max_examples=60, deadline=None)
def test_moved_paragraphs_take_their_annotations_along(order: list[int]) -> None:
    paragraphs = [
        " ".join(f"{word}{number}" for word in ("ka", "le", "mi", "no", "ru", "sa", "te")) for number in range(5)
    ]
    old = "\n\n".join(paragraphs)
    new = "\n\n".join(paragraphs[number] for number in order)
    spans = [Span(old.index(f"mi{number}"), old.index(f"no{number}") + 3) for number in range(5)]
    for span, found in zip(spans, reanchor(old, new, [(span,) for span in spans]), strict=True):
        assert found.status in (ReanchoredStatus.KEPT, ReanchoredStatus.MOVED)
        assert [place.slice(new) for place in found.fragments] == [span.slice(old)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 50_000, "b " * 50_000),
        ("a " * 50_000, "a b " * 25_000),
        ("ab" * 50_000, "ba" * 50_000),
        ("a\n" * 40_000, ""),
    ],
)
def test_no_texts_take_long(old: str, new: str) -> None:
    started = time.process_time()
    reanchor(old, new, [(Span(0, len(old)),)] * 100)
    assert time.process_time() - started < 5
