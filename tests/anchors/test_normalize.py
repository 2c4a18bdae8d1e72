"""What two texts may differ in and still be the same words, sign by sign, and the way back to the original."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.anchors.normalize import MAX_MARKS, Normalization, fold, needed_normalizations
from newsfacts.text.spans import Span


@pytest.mark.parametrize("mark", "“”„‟«»″＂")
def test_double_quotation_marks_are_one_mark(mark: str) -> None:
    assert fold(f"a {mark}b").string == 'a "b'


@pytest.mark.parametrize("mark", "‘’‚‛‹›′`´ʼ＇")
def test_single_quotation_marks_are_one_mark(mark: str) -> None:
    assert fold(f"a{mark}s").string == "a's"


@pytest.mark.parametrize("hyphen", "‐‑‒–−﹣－-")
def test_a_hyphen_between_letters_is_a_space_and_between_spaces_a_dash(hyphen: str) -> None:
    assert fold(f"well{hyphen}known").string == "well known"
    assert fold(f"well {hyphen} known").string == "well - known"
    assert fold(f"12{hyphen}15").string == "12-15"
    assert fold(f"well{hyphen}{hyphen}known").string == "well - known"
    assert fold(f"well{hyphen}   known").string == "well - known"


@pytest.mark.parametrize("dash", ["—", "―", "﹘", "——", "— ", " —", " — ", "  —  "])
def test_a_dash_of_any_length_is_one_dash(dash: str) -> None:
    assert fold(f"well{dash}known").string == "well - known"


@pytest.mark.parametrize(
    "space",
    [
        *"\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a",
        *"\u2028\u2029\u202f\u205f\u3000",
        "  ",
        " \n ",
    ],
)
def test_white_space_is_one_space(space: str) -> None:
    assert fold(f"two{space}words").string == "two words"


@pytest.mark.parametrize("sign", ["\xad", "\u200b", "\u2060", "\ufeff", "\xad\xad", "\u200b\ufeff"])
def test_what_is_not_seen_is_not_there(sign: str) -> None:
    folded = fold(f"to{sign}day he")
    assert folded.string == "today he"
    assert folded.back(6, 8) == Span(6 + len(sign), 8 + len(sign))
    assert folded.back(0, 5) == Span(0, 5 + len(sign))


@pytest.mark.parametrize(
    ("sign", "letters"),
    [("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅ", "ſt"), ("ﬆ", "st"), ("…", "...")],
)
def test_a_sign_for_several_letters_is_these_letters(sign: str, letters: str) -> None:
    folded = fold(f"a{sign}b")
    assert folded.string == f"a{letters}b"
    assert folded.back(1, 2) == folded.back(1, 1 + len(letters)) == Span(1, 2)
    assert folded.back(1 + len(letters), 2 + len(letters)) == Span(2, 3)


@pytest.mark.parametrize("marks", ["''", "``"])
def test_two_marks_of_a_typewriter_are_one(marks: str) -> None:
    assert fold(f"a {marks}b").string == 'a "b'


@pytest.mark.parametrize(
    ("apart", "composed"),
    [
        ("Ju\u0308rgen", "Jürgen"),  # u and a diaeresis
        ("\u1112\u1161\u11ab", "한"),  # the three letters of a syllable of Korean
        ("\ud558\u11ab", "한"),  # a syllable of two letters, and the third
        ("\u0995\u09c7\u09be", "\u0995\u09cb"),  # Bengali: two spacing marks make one
        ("\u212b", "Å"),  # the sign for a unit of length
        ("\u2126", "Ω"),
    ],
)
def test_letters_are_in_one_form_of_unicode(apart: str, composed: str) -> None:
    assert unicodedata.normalize("NFC", apart) == composed
    folded = fold(f"x {apart} y")
    assert folded.string == f"x {composed} y"
    assert folded.back(2, 2 + len(composed)) == Span(2, 2 + len(apart))
    assert fold(f"x {composed} y").string == f"x {composed} y"


def test_a_letter_with_very_many_marks_is_brought_into_order_in_pieces() -> None:
    marks = "\u0301" * (2 * MAX_MARKS + 5)
    folded = fold(f"e{marks} y")
    assert folded.string == unicodedata.normalize("NFC", f"e{marks} y")
    assert folded.back(len(folded.string) - 1, len(folded.string)) == Span(len(marks) + 2, len(marks) + 3)


TEXTS = st.text(st.sampled_from("ab \n-–—“'`…ﬁ\xad\u0301eé1"), max_size=30)


@given(TEXTS)
def test_every_range_of_a_folded_text_is_a_range_of_the_original_that_folds_to_it(text: str) -> None:
    folded = fold(text)
    spans = [folded.back(place, place + 1) for place in range(len(folded.string))]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert spans == sorted(spans)
    for place, span in enumerate(spans):
        letter = folded.string[place]
        if letter.isalnum():
            assert letter in fold(text[span.start : span.end]).string


@pytest.mark.parametrize(
    ("words", "source", "needed"),
    [
        ("a b", "a b", []),
        ("“a”", '"a"', [Normalization.QUOTE_MARKS]),
        ("a – b", "a — b", [Normalization.DASHES]),
        ("a\nb", "a b", [Normalization.WHITE_SPACE]),
        ("e\u0301", "é", [Normalization.UNICODE_FORM]),
        ("ﬁve", "five", [Normalization.LIGATURES]),
        ("to\xadday", "today", [Normalization.SOFT_HYPHENS]),
        ("a…", "a...", [Normalization.ELLIPSIS_SIGN]),
        ("“ﬁve”\nto", '"five" to', [Normalization.QUOTE_MARKS, Normalization.WHITE_SPACE, Normalization.LIGATURES]),
    ],
)
def test_only_the_normalizations_that_are_needed_are_named(
    words: str, source: str, needed: list[Normalization]
) -> None:
    assert list(needed_normalizations(words, source)) == needed


def test_without_a_normalization_its_difference_stays() -> None:
    text = "“ﬁve”\xad — e\u0301…\u200b x"
    for name in Normalization:
        kept = [other for other in Normalization if other is not name]
        folded = fold(text, kept).string
        assert ("“" in folded) == (name is Normalization.QUOTE_MARKS)
        assert ("ﬁ" in folded) == (name is Normalization.LIGATURES)
        assert ("\xad" in folded) == (name is Normalization.SOFT_HYPHENS)
        assert ("e\u0301" in folded) == (name is Normalization.UNICODE_FORM)
        assert ("…" in folded) == (name is Normalization.ELLIPSIS_SIGN)
        assert ("\u200b" in folded) == (name is Normalization.WHITE_SPACE)


def test_with_nothing_to_normalize_every_character_stays() -> None:
    text = "“ﬁve”\xad — e\u0301…\u200b  x-y `a` ''b''"
    assert fold(text, ()).string == text
    assert fold("a-b  c - d", ()).string == "a-b  c - d"
    assert fold("a  -  b", (Normalization.WHITE_SPACE,)).string == "a - b"
    assert fold("a  --  b", (Normalization.DASHES,)).string == "a - b"
