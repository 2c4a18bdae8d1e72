"""Annotations of one version of a text, found again in the next."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import is_linear
from tests.searching import examples

from newsfacts.text.spans import Span
from newsfacts.versions import Reanchored, ReanchoredStatus, move_spans

OLD = "The council voted on Monday. Ann Lee, the mayor, said she was glad. The bridge will cost 4 million."


def one(new: str, words: str, old: str = OLD) -> tuple[str, str | None]:
    """What became of words of the old text, and the words that they are now anchored to."""
    start = old.index(words)
    (found,) = move_spans(old, new, [(Span(start, start + len(words)),)])
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
    (found,) = move_spans(OLD, new, [(Span(start, start + 9),)])
    assert found.status is ReanchoredStatus.LOST
    assert found.candidate is not None
    assert found.candidate.slice(new).strip() in "Nothing."


def test_of_several_fragments_the_worst_counts() -> None:
    new = OLD.replace("Monday", "Tuesday")
    spans = (Span(4, 11), Span(21, 27))
    (found,) = move_spans(OLD, new, [spans])
    assert found.old_fragments == spans
    assert found.status in (ReanchoredStatus.CHANGED, ReanchoredStatus.LOST)
    assert move_spans(OLD, OLD, [spans]) == (
        Reanchored(status=ReanchoredStatus.KEPT, fragments=spans, old_fragments=spans),
    )
    assert move_spans(OLD, new, [()])[0].status is ReanchoredStatus.LOST


NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
words_of_texts = st.lists(st.sampled_from(NUMBERS), min_size=1, max_size=40)


@given(words_of_texts, words_of_texts, st.data())
@examples(3)
def test_kept_and_moved_annotations_stand_on_the_same_words(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    old_text, new_text = " ".join(old), " ".join(new)
    start = data.draw(st.integers(0, len(old_text) - 1))
    end = data.draw(st.integers(start + 1, len(old_text)))
    (found,) = move_spans(old_text, new_text, [(Span(start, end),)])
    if found.status in (ReanchoredStatus.KEPT, ReanchoredStatus.MOVED):
        assert [span.slice(new_text) for span in found.fragments] == [old_text[start:end]]
    for span in found.fragments:
        assert 0 <= span.start < span.end <= len(new_text)


@given(st.integers(0, 10_000), st.sampled_from(["", "some new words ", "x", "\n\n"]), st.integers(0, 12))
@examples(2)
def test_an_edit_elsewhere_leaves_annotations_alone(seed: int, inserted: str, removed: int) -> None:
    numbers = [f"{word}{number}" for number, word in enumerate(random.Random(seed).choices(["ka", "le", "mi"], k=60))]
    before, middle, after = " ".join(numbers[:20]), " ".join(numbers[20:40]), " ".join(numbers[40:])
    edited = " ".join(numbers[20 + removed : 40])
    old, new = f"{before} {middle} {after}", f"{before} {inserted}{edited} {after}"
    spans = [Span(3, 30), Span(len(old) - 30, len(old) - 3)]
    first, last = move_spans(old, new, [(spans[0],), (spans[1],)])
    assert (first.status, first.fragments) == (ReanchoredStatus.KEPT, (spans[0],))
    assert (last.status, last.fragments) == (ReanchoredStatus.KEPT, (spans[1].shifted(len(new) - len(old)),))


@given(st.permutations(range(5)))
@examples(1.5)
def test_moved_paragraphs_take_their_annotations_along(order: list[int]) -> None:
    paragraphs = [
        " ".join(f"{word}{number}" for word in ("ka", "le", "mi", "no", "ru", "sa", "te")) for number in range(5)
    ]
    old = "\n\n".join(paragraphs)
    new = "\n\n".join(paragraphs[number] for number in order)
    spans = [Span(old.index(f"mi{number}"), old.index(f"no{number}") + 3) for number in range(5)]
    for span, found in zip(spans, move_spans(old, new, [(span,) for span in spans]), strict=True):
        assert found.status in (ReanchoredStatus.KEPT, ReanchoredStatus.MOVED)
        assert [place.slice(new) for place in found.fragments] == [span.slice(old)]


@pytest.mark.parametrize(("old", "new"), [("a ", "b "), ("a ", "a b "), ("ab", "ba"), ("a\n", "")])
def test_the_work_grows_with_the_length_of_the_texts(old: str, new: str) -> None:
    def texts(size: int) -> tuple[str, str]:
        return old * (size // len(old)), new * (size // (len(new) or size + 1))

    def move(both: tuple[str, str]) -> None:
        move_spans(*both, [(Span(0, len(both[0])),)] * 100)

    assert is_linear(move, texts, 500)


# -- Paragraphs that begin or end alike --------------------------------------------------------------------------------

ALIKE = [
    "The mayor said that taxes will rise.",
    "The mayor said that the bridge is closed.",
    "The mayor said no.",
    "The mayor left.",
    "“We will win,” said Ann Lee, who was at work.",
    "“We will rest,” said Ann Lee, who was at work.",
    "“We will win,” said Bo Day.",
    "It rained on Monday. The mayor said so.",
    "It rained on Monday. Nobody came.",
    "It snowed. Nobody came.",
]  # fmt: skip


def first_words(text: str, paragraphs: list[str]) -> list[list[Span]]:
    """For each paragraph the spans of its first one, two, three words, and of all of it."""
    found, start = [], 0
    for paragraph in paragraphs:
        ends = [place for place, letter in enumerate(paragraph) if letter == " "][:3]
        found.append([Span(start, start + end) for end in (*ends, len(paragraph))])
        start += len(paragraph) + 2
    assert all(span.end <= len(text) for spans in found for span in spans)
    return found


@given(st.lists(st.sampled_from(ALIKE), min_size=2, max_size=7, unique=True), st.data(), st.booleans())
@examples(3)
def test_no_annotation_of_a_deleted_paragraph_is_put_on_one_that_begins_alike(
    paragraphs: list[str], data: st.DataObject, is_insertion: bool
) -> None:
    gone = data.draw(st.integers(0, len(paragraphs) - 1))
    whole, rest = "\n\n".join(paragraphs), "\n\n".join(paragraphs[:gone] + paragraphs[gone + 1 :])
    shift = len(paragraphs[gone]) + 2
    spans = first_words(whole, paragraphs)
    if is_insertion:
        kept = [span for spans in first_words(rest, paragraphs[:gone] + paragraphs[gone + 1 :]) for span in spans]
        edge = sum(len(paragraph) + 2 for paragraph in paragraphs[:gone])
        for span, found in zip(kept, move_spans(rest, whole, [(span,) for span in kept]), strict=True):
            there = span if span.start < edge else span.shifted(shift)
            assert (found.status, found.fragments) == (ReanchoredStatus.KEPT, (there,))
        return
    for number, of_paragraph in enumerate(spans):
        for span, found in zip(of_paragraph, move_spans(whole, rest, [(s,) for s in of_paragraph]), strict=True):
            if number == gone:
                assert found.status is ReanchoredStatus.LOST
            else:
                there = span if number < gone else span.shifted(-shift)
                assert (found.status, found.fragments) == (ReanchoredStatus.KEPT, (there,))


@pytest.mark.parametrize("separator", ["\n\n", "\n", " "])
def test_a_deleted_sentence_or_line_does_not_leave_its_beginning_on_the_next(separator: str) -> None:
    old = separator.join(["Ann came.", "The mayor said yes.", "The mayor said no.", "Bo left."])
    new = separator.join(["Ann came.", "The mayor said no.", "Bo left."])
    first, second = old.index("The mayor"), old.rindex("The mayor")
    lost, kept = move_spans(old, new, [(Span(first, first + 9),), (Span(second, second + 9),)])
    assert lost.status is ReanchoredStatus.LOST
    assert (kept.status, kept.fragments) == (ReanchoredStatus.KEPT, (Span(first, first + 9),))


def test_a_deletion_next_to_an_edit_keeps_the_rest() -> None:
    old = "Title\n\nThe mayor said yes to taxes.\n\nThe mayor said no to fees.\n\nIt rained on Monday."
    new = "Title\n\nThe mayor said no to fees.\n\nIt rained on Tuesday."
    spans = [
        Span(old.index("The mayor"), old.index("The mayor") + 9),
        Span(old.index("It rained"), old.index(" on Mon")),
    ]
    lost, kept = move_spans(old, new, [(span,) for span in spans])
    assert lost.status is ReanchoredStatus.LOST
    assert kept.status is ReanchoredStatus.KEPT
    assert kept.fragments[0].slice(new) == "It rained"
