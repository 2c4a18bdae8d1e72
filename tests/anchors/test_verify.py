"""The contract of `verify_quote`: what counts as the same words, what is refused; similar is never the same."""

from __future__ import annotations

import doctest
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.counting import is_linear
from tests.searching import examples

from newsfacts.anchors import (
    Candidate,
    Difference,
    Gap,
    Insertion,
    Normalization,
    PreparedSource,
    Refusal,
    Turn,
    VerificationKind,
    elision,
    nearest,
    prepared,
    verify_quote,
)
from newsfacts.anchors.normalize import fold
from newsfacts.text.spans import Span

SOURCE = """\
Mr. Smith said the cuts are not permitted if the law stands. “We’ll  fight on—always,” he said. I told him to go home.

Jane Doe: There has never been a man or a woman, not me, not Bill, nobody more qualified. No comment. No comment.

The ﬁrst cafe\u0301 was open, it was good. We will win the vote in June, whatever comes.
It’s a third-grade so\xadlution…"""


@pytest.mark.parametrize(
    ("words", "kind", "place", "explanation"),
    [
        (
            "the cuts are not permitted",
            "exact",
            "the cuts are not permitted",
            "the words are in the source word for word",
        ),
        (
            "“the cuts are not permitted”",
            "exact",
            "the cuts are not permitted",
            "the words are in the source word for word",
        ),
        (
            "“We'll fight on - always,”",
            "normalized",
            "We’ll  fight on—always,",
            "the words are in the source apart from quote marks, dashes and white space",
        ),
        (
            "The first café was open",
            "normalized",
            "The ﬁrst cafe\u0301 was open",
            "the words are in the source apart from Unicode form and ligatures",
        ),
        ("we will win", "normalized", "We will win", "the words are in the source apart from case at the start"),
        ("[W]e’ll fight", "bracketed", "We’ll  fight", "the words are in the source apart from white space"),
        ("[I]t was good", "bracketed", "it was good", "the words are in the source apart from case in brackets"),
        ("We will win.", "normalized", "We will win", "the words are in the source apart from final punctuation"),
        (
            "a third grade solution...",
            "normalized",
            "a third-grade so\xadlution…",
            "the words are in the source apart from dashes, soft hyphens and ellipsis sign",
        ),
        (
            "We will win ... whatever comes",
            "elided",
            "We will win the vote in June, whatever comes",
            "the words are in the source; an ellipsis leaves out 'the vote in June,'",
        ),
        (
            "“We will win ... in June.”",
            "elided",
            "We will win the vote in June",
            "the words are in the source; an ellipsis leaves out 'the vote'; its final sign is left aside",
        ),
        ("… the vote in June …", "elided", "the vote in June", "the words are in the source"),
        (
            "We will win [the referendum] the vote",
            "bracketed",
            "We will win the vote",
            "the words are in the source; 'the referendum' in brackets is added",
        ),
        (
            "win the vote [sic]",
            "bracketed",
            "win the vote",
            "the words are in the source; 'sic' in brackets is added",
        ),
        (
            "I told ... [the president] to go home",
            "elided",
            "I told him to go home",
            "the words are in the source; an ellipsis leaves out 'him'; 'the president' in brackets is added",
        ),
    ],
)
def test_words_that_stand_in_the_source(words: str, kind: str, place: str, explanation: str) -> None:
    result = verify_quote(words, SOURCE)
    assert (str(result.kind), result.explanation) == (kind, explanation)
    assert result.place is not None
    assert result.place.slice(SOURCE) == place
    assert result.verified
    assert result.score == 1.0
    assert result.diff == ()


@pytest.mark.parametrize(
    ("words", "refusal", "explanation"),
    [
        ("the cuts are ... permitted", Refusal.LOSS, "the ellipsis leaves out 'not', a negation"),
        ("not permitted [...] the law stands", Refusal.LOSS, "the ellipsis leaves out 'if', a condition"),
        ("a woman ... qualified", Refusal.LOSS, "the ellipsis leaves out 'not', a negation"),
        ("I told [the president] to go home", Refusal.REPLACEMENT, "the brackets replace 'him' without an ellipsis"),
        ("it was good ... No comment", Refusal.ORDER, "its pieces are in the source, but not in this order"),
        (
            "Mr. Smith said ... whatever comes",
            Refusal.LENGTH,
            f"the ellipsis leaves out {SOURCE.index(' whatever') - 15} characters; at most 100 are allowed",
        ),
    ],
)
def test_quotations_that_are_not_fair(words: str, refusal: Refusal, explanation: str) -> None:
    result = verify_quote(words, SOURCE, max_gap=100)
    assert (result.kind, result.refusal) == (VerificationKind.ALTERED, refusal)
    assert result.explanation == f"the quotation is not fair to its source: {explanation}"
    assert not result.verified
    assert result.place is None


def test_a_gap_is_shown() -> None:
    result = verify_quote("the cuts are ... permitted", SOURCE)
    (gap,) = result.gaps
    assert gap == Gap(Span(28, 31), "not", Refusal.LOSS, "the ellipsis leaves out 'not', a negation")
    assert result.diff == (Difference("", "not"),)
    # Four words of the quotation and five of the source: 2 * 4 / 9.
    assert result.candidate == Candidate(Span(15, 41), "the cuts are not permitted", 0.889)


def test_an_insertion_has_its_place() -> None:
    result = verify_quote("told him [Smith] to go", SOURCE)
    assert result.insertions == (Insertion("Smith", SOURCE.index("to go home")),)
    assert [fragment.slice(SOURCE) for fragment in result.fragments] == ["told him", "to go"]


@pytest.mark.parametrize(
    ("words", "explanation", "candidate", "score"),
    [
        ("win the vote in July", "the quotation has 'July' for 'June'", "win the vote in June", 0.8),
        ("“win the vote in July,”", "the quotation has 'July' for 'June'", "win the vote in June", 0.8),
        ("win the vote, in June", "the quotation adds ','", "win the vote in June", 0.909),
        ("the cuts are permitted", "the quotation leaves out 'not'", "the cuts are not permitted", 0.889),
        (
            "There has never been a man or a woman more qualified",
            "the quotation leaves out ', not me, not Bill, nobody'",
            "There has never been a man or a woman, not me, not Bill, nobody more qualified",
            0.733,
        ),
    ],
)
def test_altered_words_are_shown_beside_the_source(words: str, explanation: str, candidate: str, score: float) -> None:
    result = verify_quote(words, SOURCE)
    assert (result.kind, result.explanation) == (VerificationKind.ALTERED, explanation)
    assert result.candidate is not None
    assert (result.candidate.words, result.candidate.score) == (candidate, score)
    assert result.candidate.span.slice(SOURCE) == candidate
    assert result.score == score


@pytest.mark.parametrize(
    ("words", "explanation"),
    [
        ("entirely different vocabulary", "the source has none of these words"),
        ("wint", "the source has none of these words"),
        ("", "there are no words to look for"),
        ("“...”", "there are no words to look for"),
    ],
)
def test_words_that_are_absent(words: str, explanation: str) -> None:
    result = verify_quote(words, SOURCE)
    assert (result.kind, result.explanation, result.score) == (VerificationKind.ABSENT, explanation, 0.0)


def test_the_nearest_words_are_whole_words() -> None:
    found = verify_quote("29 people will lose their work", "In Lund, Twenty-nine people will lose their work.")
    assert str(found) == "altered: the quotation has '29' for 'Twenty-nine'"
    assert found.candidate is not None
    assert found.candidate.words == "Twenty-nine people will lose their work"


def test_capitals_that_differ_in_a_word_have_a_nearest_place() -> None:
    found = verify_quote("THE CUTS ARE PERMITTED IF THE LAW STANDS", SOURCE)
    assert not found.verified
    assert found.candidate is not None
    assert found.candidate.words == "the cuts are not permitted if the law stands"


def test_words_at_several_places_are_ambiguous() -> None:
    result = verify_quote("No comment", SOURCE)
    assert str(result) == "ambiguous: the words are in the source 2 times"
    assert [place.slice(SOURCE) for place in result.places] == ["No comment", "No comment"]
    assert result.place is None
    assert result.verified


def test_words_of_two_speakers_are_not_verified_where_it_is_asked_who_speaks() -> None:
    source = "Ann: No comment. Bob: No comment. Bob: We are done. We are done."
    turns = [Turn(Span(0, 17), "Ann"), Turn(Span(17, len(source)), "Bob")]
    assert verify_quote("No comment", source).verified
    asked = verify_quote("No comment", source, speakers=turns)
    assert str(asked) == "ambiguous: the words are in the source 2 times, said by Ann and Bob"
    assert not asked.verified
    assert verify_quote("We are done", source, speakers=turns).verified


def test_words_are_not_found_inside_words() -> None:
    assert verify_quote("win", "winter").kind is VerificationKind.ABSENT
    assert verify_quote("cafe", "cafe\u0301").kind is VerificationKind.ABSENT


def test_speakers_are_known() -> None:
    source = "Ann: We will win the vote. Bob: We shall see about taxes."
    turns = [Turn(Span(0, 27), "Ann"), Turn(Span(27, len(source)), "Bob")]
    result = verify_quote("We will win ... about taxes", source, speakers=turns)
    assert (result.kind, result.refusal) == (VerificationKind.ALTERED, Refusal.SPEAKERS)
    assert result.explanation == "the quotation is not fair to its source: the ellipsis joins words of Ann and Bob"
    assert verify_quote("We will win the vote ... We shall see about taxes", source).kind is VerificationKind.ELIDED
    assert verify_quote("We shall see", source, speakers=turns).speakers == ("Bob",)


def test_a_quotation_over_several_paragraphs() -> None:
    words = "“We will win.\n\n“And then we rest.”"
    spoken = "He began: We will win.\n\nAnd then we rest. Thanks."
    assert verify_quote(words, spoken).kind is VerificationKind.EXACT
    assert verify_quote(words, f"He began: {words} Thanks.").kind is VerificationKind.EXACT
    assert verify_quote("We will win.”", spoken).kind is VerificationKind.EXACT
    assert verify_quote("“We will win.", spoken).kind is VerificationKind.EXACT


def test_the_closest_pieces_are_taken() -> None:
    source = "It is clear. It is now late and permitted."
    result = verify_quote("is ... permitted", source)
    assert [fragment.start for fragment in result.fragments] == [16, 32]


def test_results_and_sources_can_be_sent_elsewhere() -> None:
    source = PreparedSource(SOURCE)
    result = verify_quote("the cuts are ... permitted", source)
    assert pickle.loads(pickle.dumps(result)) == result
    assert pickle.loads(pickle.dumps(source)) == source


WORDS = [
    "the",
    "cuts",
    "we",
    "will",
    "win",
    "vote",
    "said",
    "taxes",
    "it’s",
    "third-grade",
    "é",
    "ﬁne",
    "€5",
    "now",
    "law",
]
JOINTS = [" ", " ", " ", ", ", ". ", " – ", "\n\n", "  ", "—"]
sources = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(JOINTS)), min_size=4, max_size=60)


@st.composite
def quoted(draw: st.DrawFn) -> tuple[str, int, int]:
    """A source, and a range of it that holds whole words."""
    parts = draw(sources)
    bounds, text = [], ""
    for word, joint in parts:
        bounds.append((len(text), len(text) + len(word)))
        text += word + joint
    first = draw(st.integers(0, len(bounds) - 3))
    last = draw(st.integers(first + 2, len(bounds) - 1))
    return text, bounds[first][0], bounds[last][1]


@given(quoted())
@examples(3)
def test_words_cut_from_a_source_are_exact(case: tuple[str, int, int]) -> None:
    source, start, end = case
    result = verify_quote(source[start:end], source)
    assert result.kind in (VerificationKind.EXACT, VerificationKind.AMBIGUOUS)
    assert Span(start, end) in result.places
    assert all(place.slice(source) == source[start:end] for place in result.places)


@given(quoted(), st.data())
@examples(3)
def test_a_changed_word_is_never_better_than_altered(case: tuple[str, int, int], data: st.DataObject) -> None:
    source, start, end = case
    words = source[start:end].split(" ")
    place = data.draw(st.integers(0, len(words) - 1))
    words[place] = "zebra"
    result = verify_quote(" ".join(words), source)
    assert result.kind in (VerificationKind.ALTERED, VerificationKind.ABSENT)
    if result.kind is VerificationKind.ALTERED:
        assert result.diff


@given(
    quoted(),
    st.sampled_from(["not", "never", "won’t", "if", "only", "allegedly"]),
    st.sampled_from(["…", "...", "[...]"]),
)
@examples(3)
def test_an_ellipsis_never_swallows_a_negation(case: tuple[str, int, int], lost: str, sign: str) -> None:
    text, start, end = case
    middle = text.index(" ", start) if " " in text[start:end] else end
    before, after = text[start:middle], text[middle:end].strip()
    source = f"{text[:start]}QQ {before} {lost} {after} RR{text[end:]}"
    result = verify_quote(f"QQ {before} {sign} {after} RR", source)
    assert not result.verified


@given(st.text(st.sampled_from("aé e\u0301ﬁ“\"'`–--…\xad\u200b\n\u1100\u1161\u11a8\u212b.b"), max_size=40))
@examples(4)
def test_every_range_of_a_folded_text_has_a_way_back(text: str) -> None:
    folded = fold(text)
    assert fold(folded.string).string == fold(fold(folded.string).string).string
    previous = 0
    for place in range(len(folded.string)):
        span = folded.back(place, place + 1)
        assert previous <= span.start < span.end <= len(text)
        previous = span.start
        # Nothing but the one sign comes from there.
        assert folded.string[place] in fold(text[span.start : span.end]).string + ' -"'
    assert folded.back(0, len(folded.string)).end <= len(text)


@given(st.text(max_size=30), st.text(max_size=60))
@settings(deadline=None)
def test_any_text_can_be_verified(words: str, source: str) -> None:
    result = verify_quote(words, source)
    for place in (*result.places, *result.fragments):
        assert 0 <= place.start <= place.end <= len(source)


@pytest.fixture
def small_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """How much is compared with what is bounded; the bounds are lowered so that short texts reach them."""
    monkeypatch.setattr(nearest, "MAX_ALIGNED_TOKENS", 40)
    monkeypatch.setattr(nearest, "MAX_PAIRS", 300)
    monkeypatch.setattr(nearest, "MAX_SEED_PLACES", 40)
    monkeypatch.setattr(elision, "MAX_PIECE_PLACES", 200)
    monkeypatch.setattr(prepared.occurrences, "__kwdefaults__", {"limit": 100})


@pytest.mark.usefixtures("small_bounds")
@pytest.mark.parametrize(
    "texts",
    [
        lambda size: ("a " * size + "b", "a " * 4 * size),
        lambda size: ("a … " * (size // 10) + "b", "a " * 2 * size + "b"),
        lambda size: ("[" * size, "a"),
        lambda size: ("“" * size + "a", "a “" * size),
        lambda size: ("e" + "\u0301\u0323" * size, "e" + "\u0323\u0301" * size),
        lambda size: ("a" + " " * size + "-" * size + "b", "a - b"),
    ],
)
def test_the_work_grows_with_the_length_of_the_texts(texts: Callable[[int], tuple[str, str]]) -> None:
    assert is_linear(lambda both: verify_quote(*both), texts, 125, factor=4)


def test_the_examples_of_the_contract() -> None:
    page = Path(__file__).parents[2] / "docs" / "quotations.md"
    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert result.attempted >= 15
    assert result.failed == 0


def test_each_normalization_has_a_name_of_its_own() -> None:
    assert [str(name) for name in Normalization] == [
        "quote marks", "dashes", "white space", "Unicode form", "ligatures", "soft hyphens",
        "line-break hyphens", "continuation marks", "stage directions", "ellipsis sign",
        "case at the start", "case in brackets", "capitals", "final punctuation",
    ]  # fmt: skip
