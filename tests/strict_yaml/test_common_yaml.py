"""What is read without the parser of YAML is what the parser reads, apart from the places."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.strict_yaml import Mapping, Node, Scalar, read_yaml, taken_otherwise, write_yaml
from newsfacts.strict_yaml.common_yaml import read_common_yaml

WORDS = st.sampled_from(
    [
        "a", "yes", "null", "~", "true", "12", "-1", "1.50", "007", "10:30", "2025-03-12", "2025-03-12T10:00+02:00", "1_000", "it's",
        "Ada Brandt", "a, b", "a: b", "a:b", "a #b", "a#b", "#a", "- a", "a - b", "-", "--- a", "...", "? a", "a?", "! a", "a!", "&a",
        "a & b", "*a", "%a", "@a", "`a`", "'a'", '"a"', '"2025-03-12"', '"a: b #c"', '"no"', '"10:30"', '""', '" a "', '"a" b', '["a", b]', '["no"]', '"a', "|", ">", "“a”", "é", "e\u0301", "a\u00a0b", "https://example.org/x",
        "{a: b}", "{a: b, c: {d: e}}", "[a, b]", "[a, [b]]", "[]", "{}", "{a}", "{a: }", "[a, b", "{a: b}}", "{a: b, a: c}", "[a,b]", "",
        " a", "a ", "\ta", "a\tb", "{a: no}", "{ a: b }", "[a: b]", "a\\b", "<<", "=", "\ufeff", "\x85",
    ]
)  # fmt: skip
KEYS = st.sampled_from(
    ["title", "use", "a-b", "a_b", "yes", "no", "1", "null", "~", "<<", "é", "", "a b", "? a", "annotations"]
)
LINES = st.builds(
    lambda indent, key, colon, words, end: f"{' ' * indent}{key}{colon}{words}{end}",
    st.sampled_from([0, 0, 0, 2, 4]), KEYS, st.sampled_from([": ", ": ", ": ", ":", " : ", ""]), WORDS,
    st.sampled_from(["\n", "\n", "\n", "\r\n", "", " \n", " # x\n", "\n\n"]),
)  # fmt: skip
TABLES: st.SearchStrategy[Any] = st.dictionaries(
    st.sampled_from(["title", "use", "name", "kind", "k1"]),
    st.recursive(
        st.sampled_from(["Ada Brandt", "2025-03-12", "a, b", "no"]) | st.integers(-3, 30) | st.booleans() | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2),
        max_leaves=6,
    ),
    max_size=4,
)


def without_places(node: Node | None) -> Any:
    if node is None or isinstance(node, Scalar):
        return node and (type(node.value), node.value, node.raw)
    if isinstance(node, Mapping):
        return {entry.key.raw: without_places(entry.value) for entry in node.entries}
    return [without_places(item) for item in node.items]


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Mapping):
        return [found for entry in node.entries for part in (entry.key, entry.value) for found in scalars(part)]
    return [found for item in node.items for found in scalars(item)]


def assert_the_same(text: str) -> bool:
    """Whether a text was read; if so, as YAML is, with nothing that a reading with places would report."""
    found = read_common_yaml(text)
    if found is None:
        return False
    parsed = read_yaml(text)
    assert not parsed.problems
    assert without_places(found) == without_places(parsed.node)
    assert not any(taken_otherwise(scalar.raw) for scalar in scalars(found))
    return True


@given(st.lists(LINES, max_size=5).map("".join))
def test_any_lines_are_read_as_yaml_or_not_at_all(text: str) -> None:
    assert_the_same(text)


@given(st.text(st.sampled_from("ab:,-#&{}[]\"'?! \n\t2.é“"), max_size=12).map("k: {}\n".format))
def test_any_words_are_read_as_yaml_or_not_at_all(text: str) -> None:
    assert_the_same(text)


@given(TABLES)
def test_what_is_written_is_read_as_yaml_or_not_at_all(table: dict[str, Any]) -> None:
    assert_the_same(write_yaml(table))


@pytest.mark.parametrize(
    "text",
    [
        "title: The bridge\npublished: 2025-03-12\nuse: [../factbook.yaml]\n",
        "entities:\n  mayor: {name: Ada Brandt, kind: person}\n  council:\n    name: Town council\ntitle: A, b\n",
        "newsfacts: 1\ntitle:\nurl: https://example.org/a\n",
        "title: É\nauthor: [Ada Brandt, Eva Bell]\n",
        'title: "1,000 days: the plan"\npublished: "2025-03-12"\nuse: ["a-1", b]\nurl: ""\n',
    ],
)
def test_common_heads_are_read(text: str) -> None:
    assert assert_the_same(text)
