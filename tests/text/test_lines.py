"""Lines that have something on them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.text.lines import filled_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n\t\r\n\u2028\n", []),
        ("a", ["a"]),
        (" a \n\nb\r\n", [" a ", "b\r"]),
        ("\na\rb\u2028c\n ", ["a\rb\u2028c"]),
    ],
)  # fmt: skip
def test_a_line_ends_at_lf_alone_and_one_with_white_space_is_passed_over(text: str, expected: list[str]) -> None:
    assert [line.slice(text) for line in filled_lines(text)] == expected


@given(st.text("a \n\r\t\x0b\x85\u2028"))
def test_lines_are_those_between_line_feeds(text: str) -> None:
    assert [line.slice(text) for line in filled_lines(text)] == [line for line in text.split("\n") if line.strip()]
