"""User-perceived characters: cases from the rules of UAX #29, and a comparison with a full implementation."""

from __future__ import annotations

import importlib
import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.searching import examples

from newsfacts.text.graphemes import clusters, is_boundary, next_boundary, previous_boundary
from newsfacts.text.source import SourceText

needs_regex = pytest.mark.skipif(
    importlib.util.find_spec("regex") is None, reason="regex, which the extra `test` installs, is not here"
)


@pytest.mark.parametrize(
    ("string", "inside"),
    [
        ("e\u0301", {1}),
        ("\r\n", {1}),
        ("\n\u0301", set()),
        ("👩\u200d🚀", {1, 2}),
        ("👩🏽\u200d🚀", {1, 2, 3}),
        ("a\u200db", {1}),
        ("🇰🇿🇨🇳", {1, 3}),
        ("☂\ufe0f", {1}),
        ("\u1100\u1161\u11a8", {1, 2}),
        ("가\u11a8", {1}),
        ("각\u1161", set()),
        ("กำ", {1}),
        ("😀😀", set()),
        ("🏴\U000e0067\U000e0062\U000e007f", {1, 2, 3}),
        ("a\u200b\u0301", set()),
        ("ab", set()),
        ("क्षि", {1, 2, 3}),  # GB9c: a virama joins two consonants
        ("क्\u200dष", {1, 2, 3}),
        ("क्\u200cष", {1, 2}),  # with a non-joiner it does not
        ("क्a", {1}),
        ("க்ஷ", {1}),  # Tamil does not join
        ("\u0600\u0661", {1}),  # GB9b: the sign is one with the number after it
        ("\u0600\n", set()),
    ],
)
def test_grapheme_boundaries(string: str, inside: set[int]) -> None:
    source = SourceText(string)
    assert {offset for offset in range(len(string) + 1) if not source.grapheme_boundary(offset)} == inside


@given(st.text())
def test_the_ends_of_a_text_are_boundaries(string: str) -> None:
    source = SourceText(string)
    assert source.grapheme_boundary(0)
    assert source.grapheme_boundary(len(string))


@given(st.text(st.sampled_from("ae\u0301\u200d👩🚀🇰क्ष\r\n"), max_size=30))
def test_clusters_are_the_text_cut_at_its_boundaries(text: str) -> None:
    pieces = list(clusters(text))
    assert "".join(pieces) == text
    start = 0
    for piece in pieces:
        end = start + len(piece)
        assert is_boundary(text, end)
        assert not any(is_boundary(text, place) for place in range(start + 1, end))
        assert next_boundary(text, start) == end
        assert previous_boundary(text, end) == start
        start = end


def test_a_character_without_end_is_cut() -> None:
    pieces = list(clusters("e" + "\u0301" * 200))
    assert [len(piece) for piece in pieces] == [60, 60, 60, 21]


# One or more of each class that the rules of UAX #29 name, and ordinary letters and signs of several scripts.
ALPHABET = (
    *"aZ9 .,“”\u00e9\u0301\u0308\r\n\t\u200b\u200c\u200d\ufe0f\u00ad\u2028👩🚀👍🏽❤☂🇰🇿🇨\u1100\u1161\u11a8가각ﾊﾞ",
    *"कषিিকഷనൻറ\u0d4e\u0600กำ漢ש\u05b0ع\u064b\U000e0067\u20e3ငក",
    # Of linkers only those after a consonant: `regex` joins others too, which GB9c does not.
    *("क्", "র্", "ক্\u200d", "న\u0301్", "ഷ്", "င\u1039", "ក្"),
)


@needs_regex
@given(st.lists(st.sampled_from(ALPHABET), max_size=12).map("".join))
@examples(6)
def test_clusters_are_those_of_a_full_implementation(text: str) -> None:
    assert list(clusters(text)) == importlib.import_module("regex").findall(r"\X", text)
