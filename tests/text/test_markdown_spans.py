"""What is prose in Markdown, and where its blocks are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import is_linear

from newsfacts import UsageError
from newsfacts.text.markdown_spans import blocks_of, masked


def prose(text: str) -> list[str]:
    return [" ".join(block.text.split()) for block in blocks_of(text, "markdown")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title\nOne\ntwo", ["Title", "One two"]),
        ("One\n\ntwo", ["One", "two"]),
        ("1. One\n2. Two\n- [x] Three", ["One", "Two", "Three"]),
        ("| A | B |\n|---|--:|\n| 1 | 2 |", ["A", "B", "1", "2"]),
        ("Before\n```\n12\n```\nafter", ["Before", "after"]),
        ("Run `x = 12` or ``a ` b`` now", ["Run or now"]),
        ("See [the report](https://e.org/12) and ![a picture](12.png)", ["See the report and"]),
        ("See [the report][12].\n\n[12]: https://e.org", ["See the report ."]),
        ("So[^1] and so [1], but not [sic]", ["So and so , but not [sic]"]),
        ("> Quoted\n> words", ["Quoted words"]),
        ("**Bold** and _so_, snake_case", ["Bold and so , snake_case"]),
        ("One\n\n    code 12\n\ntwo", ["One", "two"]),
        ("---\ndate: 2015\n---\nText", ["Text"]),
        ("Text\n***\nmore", ["Text", "more"]),
        ("``Not code,'' she said", ["``Not code,'' she said"]),
    ],
)
def test_only_prose_is_left(text: str, expected: list[str]) -> None:
    assert prose(text) == expected


@given(st.text(alphabet="a1 \n`#>-*_[](){}|~.:=<!\\\t", max_size=60), st.sampled_from(["text", "markdown"]))
def test_every_place_stays_where_it_is(text: str, markup: str) -> None:
    kept = masked(text, markup)
    assert len(kept) == len(text)
    assert all(sign == other or other == " " for sign, other in zip(text, kept, strict=True))
    for block in blocks_of(text, markup):
        assert kept[block.start : block.start + len(block.text)] == block.text


def test_an_unknown_markup_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="text or markdown"):
        masked("", "html")


@pytest.mark.parametrize(
    "piece",
    ["`", "` ``", "[a](", "[", "<a", "<!--", "- ", "---x", "> ", "\n", "| a ", "*", "_a", "a@", "[1, ", "http://"],
)
def test_the_work_grows_with_the_text(piece: str) -> None:
    assert is_linear(lambda text: blocks_of(text, "markdown"), lambda size: piece * size, 30)
