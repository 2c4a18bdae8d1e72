"""Usual front matter is read without the parser, and to the same nodes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.searching import examples

from newsfacts.strict_yaml import reader as yaml_reader
from newsfacts.strict_yaml.short_way import MAX_SHORT_DEPTH, read_short

short_words = st.text(st.sampled_from("aé漢0 1-.,:/#'\"?!&*[]{}~|>%@`\t\u0301\u2028😀"), max_size=8) | st.sampled_from(
    [
        "1", "no", "2024-07-04", "10:30", "Putin: x", "", "null", "true", "a #b", "1.50", "a.", "a:", "é", "Roe's", "a, b",
        '">=40"', '"a b"', '"', '"a: {b}"', '"a\\tb"', "'q'", "- a", "?a", "a?b", "https://example.org/?a=b", "[]", "{}",
    ]
)  # fmt: skip
short_keys = st.sampled_from(["title", "use", "a-b", "null", "x_1", "newsfacts", "1", "a b", "-", "'a'", "é"])
short_values = st.recursive(
    short_words,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(st.tuples(short_keys, st.sampled_from([": ", ": ", ": ", ":"]), inner), max_size=3).map(
            lambda pairs: f"{{{', '.join(''.join(pair) for pair in pairs)}}}"
        )
    ),
    max_leaves=6,
)
short_lines = st.tuples(
    st.sampled_from(["", "", "", "  ", "  ", "    ", " ", "\t"]),
    short_keys.map(lambda key: f"{key}: ")
    | short_keys.map(lambda key: f"{key}:")
    | st.sampled_from(["- ", "- ", "-", "# "]),
    st.just("") | short_values,
    st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", " \n", "\n\n", ""]),
).map("".join)
short_texts = st.lists(short_lines, max_size=6).map("".join)

FRONT_MATTER = """newsfacts: 1
title: Putin And Xi’s “Partnership”, At 10:30
use: [world.factbook.yaml]
entities:
  xi: {name: Xi Jinping, aliases: [Xi], roles: [{title: President, since: 2013-03-14}], same_as: []}
  envoy:
    named: false
    description: an envoy who attended
known:
  - {of: meetings, value: ">=40", as_of: 2024-07-04}
"""


@given(short_texts)
@examples(5)
def test_the_short_way_reads_the_same_as_the_long_way(text: str) -> None:
    short = read_short(text)
    if short is not None:
        assert yaml_reader.Parsed(short) == yaml_reader._read(text)


@given(
    st.integers(0, len(FRONT_MATTER)),
    st.integers(0, 2),
    st.text(st.sampled_from("a1 :-,[]{}\"'#\n?&*!|>\té"), max_size=2),
)
@examples(5)
def test_a_slip_in_a_usual_front_matter_is_read_in_the_same_way_too(place: int, length: int, slip: str) -> None:
    text = FRONT_MATTER[:place] + slip + FRONT_MATTER[place + length :]
    short = read_short(text)
    if short is not None:
        assert yaml_reader.Parsed(short) == yaml_reader._read(text)


def test_a_usual_front_matter_goes_the_short_way() -> None:
    short = read_short(FRONT_MATTER)
    assert short is not None
    assert yaml_reader.Parsed(short) == yaml_reader._read(FRONT_MATTER)


def test_deep_nesting_goes_the_long_way() -> None:
    inner = "{a: " * MAX_SHORT_DEPTH + "1" + "}" * MAX_SHORT_DEPTH
    assert read_short(f"a: {inner}\n") is not None
    assert read_short(f"a: {{a: {inner}}}\n") is None
    assert read_short("".join(f"{' ' * depth}a:\n" for depth in range(100)) + " " * 100 + "a: 1\n") is None
