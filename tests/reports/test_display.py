"""Cells, windows and escapes: a caret must be under what it points at."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.reports.display import is_right_to_left, width, window
from newsfacts.text.printable import printable, shorten


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc", 3),
        ("北京", 4),  # two wide characters
        ("e\u0301", 1),  # an accent shares the cell of its letter
        ("ﾊﾝ", 2),  # half width
        ("Ａ", 2),  # full width
        ("🙂", 2),
        ("a\tb", 5),  # to the next multiple of 4
        ("abcd\tb", 9),
        ("\x1b", 4),  # shown as \x1b
        ("한국", 4),
        ("❤\ufe0f", 2),  # shown as an emoji
        ("⌚\ufe0e", 1),  # shown as text
        ("👩\u200d👩\u200d👧", 2),  # one family
        ("👍🏽", 2),  # with a skin tone
        ("🇫🇷", 2),
        ("\u1112\u1161\u11ab", 2),  # one syllable of Hangul in three letters
        ("क्षत्रिय", 5),  # two conjuncts and a letter
    ],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


def test_what_would_steer_the_terminal_is_shown_as_an_escape() -> None:
    assert printable("a\x1b[2Jb\x07\u202ec\x9bd\u2028e") == "a\\x1b[2Jb\\x07\\u202ec\\x9bd\\u2028e"
    assert printable("two\nlines\r\nand\ta tab") == "two lines  and a tab"


def test_a_line_that_fits_is_shown_as_it_is() -> None:
    shown = window("one two three", 4, 7, 40)
    assert (shown.text, shown.indent, shown.length) == ("one two three", 4, 3)


def test_a_long_line_is_cut_between_words() -> None:
    line = "alpha beta gamma delta epsilon zeta eta theta iota kappa"
    shown = window(line, line.index("epsilon"), line.index("epsilon") + 7, 30)
    assert shown.text == "… delta epsilon zeta eta …"
    assert (shown.indent, shown.length) == (8, 7)


def test_words_longer_than_the_window_are_cut_at_its_end() -> None:
    line = "x" * 5 + "y" * 100 + "z" * 5
    shown = window(line, 5, 105, 20)
    assert shown.text == "xxxxx" + "y" * 13 + "…"
    assert (shown.indent, shown.length) == (5, 13)


def test_wide_characters_take_two_cells_on_both_sides() -> None:
    shown = window("北京的会议", 2, 3, 40)
    assert (shown.indent, shown.length) == (4, 2)


@pytest.mark.parametrize(
    ("line", "words", "indent", "length"),
    [
        ("I ❤\ufe0f the mayor", "the mayor", 5, 9),
        ("👩\u200d👩\u200d👧 left", "left", 3, 4),
        ("by क्षत्रिय today", "today", 9, 5),
        ("by क्षत्रिय today", "क्षत्रिय", 3, 5),
        ("e\u0301 left", "\u0301", 0, 1),  # half a character: the whole of it is marked
    ],
)
def test_the_caret_is_under_the_words_after_joined_characters(line: str, words: str, indent: int, length: int) -> None:
    start = line.index(words)
    shown = window(line, start, start + len(words), 60)
    assert (shown.text, shown.indent, shown.length) == (line, indent, length)


@pytest.mark.parametrize("character", ["👩\u200d👩\u200d👧", "क्षि", "e\u0301", "🏴\U000e0067\U000e0062\U000e007f"])
def test_a_line_is_never_cut_inside_a_character(character: str) -> None:
    line = character * 40 + " here " + character * 40
    for limit in range(20, 30):
        shown = window(line, line.index("here"), line.index("here") + 4, limit)
        assert shown.text.strip("…").replace("here", "").replace(" ", "").replace(character, "") == ""


def test_a_range_of_no_length_is_marked_with_one_cell() -> None:
    shown = window("abc", 3, 3, 40)
    assert (shown.text, shown.indent, shown.length) == ("abc", 3, 1)


def test_right_to_left_is_noticed() -> None:
    assert is_right_to_left("قال الرئيس")
    assert is_right_to_left("in Hebrew: שלום")
    assert not is_right_to_left("“Grüße” aus 北京")


def test_shortening_keeps_both_ends_and_whole_words() -> None:
    assert shorten("the growth of the organisation and its members", 30) == "the growth of the … members"
    assert shorten("short", 30) == "short"
    assert shorten("x" * 50, 10) == "xxxxxx…xxx"


@given(
    st.text(st.characters(exclude_characters="\n\r"), max_size=200),
    st.integers(0, 200),
    st.integers(0, 200),
    st.integers(30, 120),
)
def test_no_window_is_wider_than_its_limit_and_the_mark_stands_inside(
    line: str, one: int, two: int, limit: int
) -> None:
    start, end = sorted((min(one, len(line)), min(two, len(line))))
    shown = window(line, start, end, limit)
    assert width(shown.text) <= limit + 6  # a cluster at the edge is kept whole
    assert shown.indent >= 0
    assert shown.length >= 1
    assert shown.indent + shown.length <= width(shown.text) + 1
    assert not any(unicodedata.category(character) == "Cc" for character in shown.text)


def test_a_line_of_marks_without_end_stays_short() -> None:
    line = "e" + "\u0301" * 100_000
    assert len(window(line, 0, 1, 80).text) < 1000
