"""YAML is read with places and without surprises, by both parsers of PyYAML, and every bound is kept."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.searching import examples

from newsfacts import strict_yaml
from newsfacts.findings import ReaderCode
from newsfacts.strict_yaml import (
    Entry,
    Mapping,
    ParsedYaml,
    Problem,
    Scalar,
    Sequence,
    read_valid_yaml,
    read_yaml,
    to_python,
)
from newsfacts.strict_yaml import reader as yaml_reader

pytestmark = pytest.mark.usefixtures("parser")


def python(text: str) -> Any:
    node = read_valid_yaml(text)
    assert node is not None
    return to_python(node)


def test_plain_words_mean_what_they_look_like() -> None:
    text = """\
yes: no
on: off
clock: 10:30
code: 007
big: 1_000
hex: 0x10
day: 2024-07-04
exponent: 1e5
plus: +5
True: True
whole: -12
zero: 0
share: 4.20
flag: true
gone: null
tilde: ~
empty:
quoted: "12"
"""
    assert python(text) == {
        "yes": "no",
        "on": "off",
        "clock": "10:30",
        "code": "007",
        "big": "1_000",
        "hex": "0x10",
        "day": "2024-07-04",
        "exponent": "1e5",
        "plus": "+5",
        "True": "True",
        "whole": -12,
        "zero": 0,
        "share": Decimal("4.20"),
        "flag": True,
        "gone": None,
        "tilde": None,
        "empty": None,
        "quoted": "12",
    }


def test_keys_are_text() -> None:
    assert python("1: a\nnull: b\ntrue: c\n") == {"1": "a", "null": "b", "true": "c"}


def test_a_number_too_long_to_be_one_stays_text() -> None:
    digits = "1" * 1001
    assert python(f"a: {digits}") == {"a": digits}
    assert python(f"a: {digits[:1000]}") == {"a": int(digits[:1000])}


def test_every_node_has_its_place() -> None:
    text = "# first\ntitle: 😀 é\nuse: [one, 'two 😀']\nroles:\n  - {a: 1}\n  - b\n\n\nlast: |\n  x\n  y\n\n"
    node = read_yaml(text).node
    assert isinstance(node, Mapping)
    words = {entry.key.raw: text[entry.value.start : entry.value.end] for entry in node.entries}
    assert words == {
        "title": "😀 é",
        "use": "[one, 'two 😀']",
        "roles": "- {a: 1}\n  - b",
        "last": "|\n  x\n  y",
    }
    use, roles = node.get("use"), node.get("roles")
    assert isinstance(use, Sequence)
    assert isinstance(roles, Sequence)
    assert [text[item.start : item.end] for item in use.items] == ["one", "'two 😀'"]
    assert [text[item.start : item.end] for item in roles.items] == ["{a: 1}", "b"]
    assert text[node.start : node.end] == text[8:].rstrip()


def test_nodes_tell_what_they_are() -> None:
    parsed = read_yaml("a: 1")
    assert parsed == ParsedYaml(Mapping((Entry(Scalar("a", "a", 0, 1), Scalar(1, "1", 3, 4)),), 0, 4))
    assert isinstance(parsed.node, Mapping)
    assert parsed.node.get("b") is None
    assert strict_yaml.is_null(Scalar(None, "", 3, 3))
    assert not strict_yaml.is_null(parsed.node)
    assert read_yaml("") == ParsedYaml(None)


def test_aliases_stand_for_their_value() -> None:
    assert python("a: &x [1, {b: 2}]\nc: *x\nd: &y z\n*y : 1") == {
        "a": [1, {"b": 2}],
        "c": [1, {"b": 2}],
        "d": "z",
        "z": 1,
    }


def test_what_stands_before_an_error_is_kept() -> None:
    parsed = read_yaml("title: A\nroles: [{a: b}]\nby: @desk\n")
    assert parsed.node is not None
    assert to_python(parsed.node) == {"title": "A", "roles": [{"a": "b"}]}


def test_a_tag_for_text_is_read() -> None:
    assert python("a: !!str 12\nb: ! 12") == {"a": "12", "b": "12"}


def test_alias_bombs_are_bounded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    (problem,) = read_yaml("\n".join(lines)).problems
    assert problem.message == "the aliases of this file expand to more than 100,000 values; the rest is not read"


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("times", [101, 1_001, 20_000])
@pytest.mark.parametrize("bracket", ["[", "[ ", "[\n", "{a: ", "{a: [", "- ", "? "])
def test_depth_is_bounded(bracket: str, times: int) -> None:
    opening = [place for place, character in enumerate(bracket) if character in "[{-?"]
    text = bracket * (times // len(opening) + 1)
    start = len(bracket) * (100 // len(opening)) + opening[0]
    (problem,) = read_yaml(text).problems
    assert problem == Problem(
        ReaderCode.BROKEN_YAML, "lists and tables are nested more than 100 deep; the rest is not read", start, start + 1
    )


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("a: b\nc: " + "[" * 2_000, 8 + 99),
        ("a: '[[' # [[\nb: " + "[" * 2_000 + "]" * 2_000, 16 + 99),
        ("[" * 150 + "@", 100),
        ("[" * 150 + '"\\q"', 100),
        ("".join(f"{' ' * depth}a:\n" for depth in range(150)) + " " * 150 + "@", sum(range(100)) + 3 * 100 + 100),
    ],
)
def test_depth_is_bounded_wherever_the_parser_looks_ahead(text: str, start: int) -> None:
    (problem,) = read_yaml(text).problems
    assert problem == Problem(
        ReaderCode.BROKEN_YAML, "lists and tables are nested more than 100 deep; the rest is not read", start, start + 1
    )


@pytest.mark.usefixtures("parser")
def test_as_deep_as_is_allowed_is_read() -> None:
    parsed = read_yaml("[" * 100 + "]" * 100)
    assert parsed.problems == ()
    assert parsed.node is not None


@pytest.mark.usefixtures("parser")
def test_what_stands_before_too_deep_a_list_is_kept() -> None:
    parsed = read_yaml("title: A\na: 1\na: 2\ndeep: " + "[" * 2_000)
    assert isinstance(parsed.node, Mapping)
    assert [entry.key.raw for entry in parsed.node.entries] == ["title", "a", "deep"]
    assert [problem.code for problem in parsed.problems] == [ReaderCode.DUPLICATE_YAML_KEY, ReaderCode.BROKEN_YAML]


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "MAX_SIZE", 5)
    assert read_yaml("# a comment").problems == (
        Problem(ReaderCode.BROKEN_YAML, "this YAML has more than 5 characters; it is not read", 0, 0),
    )


@given(st.text(st.sampled_from("ab: -\n[]{},&*!|>'\"%@`#?\t\\0~<\r\ufeff\x07\ud800😀"), max_size=40))
@examples(4)
def test_reading_never_raises_and_places_lie_in_the_text(text: str) -> None:
    parsed = read_yaml(text)
    for problem in parsed.problems:
        assert 0 <= problem.start <= problem.end <= len(text)
    waiting = [] if parsed.node is None else [parsed.node]
    while waiting:
        node = waiting.pop()
        assert 0 <= node.start <= node.end <= len(text)
        if isinstance(node, Sequence):
            waiting.extend(node.items)
        elif isinstance(node, Mapping):
            waiting.extend(entry.value for entry in node.entries)
