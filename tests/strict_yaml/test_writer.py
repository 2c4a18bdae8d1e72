"""What is written reads back as the same data everywhere."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.searching import examples

from newsfacts.errors import NewsfactsError, UsageError
from newsfacts.strict_yaml import read_valid_yaml, read_yaml, to_python, write_yaml


def python(text: str) -> Any:
    node = read_valid_yaml(text)
    assert node is not None
    return to_python(node)


def test_what_is_written_is_good_to_read() -> None:
    data = {
        "newsfacts": 1,
        "title": "No, not “now”",
        "published": "2024-07-04",
        "answer": "no",
        "time": "10:30",
        "use": ["a.yaml", "b.yaml"],
        "spans": [[0, 5], [9, 12]],
        "share": Decimal("4.20"),
        "note": "one\ntwo\n",
        "entities": {"xi": {"name": "Xi Jinping", "named": True, "roles": [{"title": "President", "since": None}]}},
        "none": {},
        "empty": "",
    }
    assert write_yaml(data) == (
        """\
newsfacts: 1
title: No, not “now”
published: "2024-07-04"
answer: "no"
time: "10:30"
use: [a.yaml, b.yaml]
spans: [[0, 5], [9, 12]]
share: 4.20
note: |
  one
  two
entities:
  xi:
    name: Xi Jinping
    named: true
    roles:
      - title: President
        since: null
none: {}
empty: ""
"""
    )
    assert python(write_yaml(data)) == data


class CoreLoader(yaml.SafeLoader):
    """Reads the core schema of YAML 1.2.2, section 10.3.2."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern in (
    ("null", r"(?:null|Null|NULL|~|)$"),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)$"),
    ("int", r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$"),
    (
        "float",
        r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
    ),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), None)

TRICKY = """
yes No ON Y n 10:30 007 1_000 0x10 0o7 09 1e5 .5 ~ null 2024-07-04 2024-07-04T10:30:00Z = << a: -a ?b &c *d !e %f @g `h
|i >j {k} [l] m#n 'o "p --- ... -1 +1 .nan 1.5 12
"""
tricky = st.sampled_from(TRICKY.split()) | st.sampled_from(
    [
        "a: b",
        "a #b",
        " a",
        "a ",
        "a\nb",
        "\na",
        "a\n\n",
        "a\n  \n",
        "a\n  b\n c",
        "",
        "a\u2028b",
        "a\x85",
        "\ufeff",
        "- a",
    ]
)
strings = tricky | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
written = st.recursive(
    strings | st.none() | st.booleans() | st.integers(-(10**12), 10**12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(strings, inner, max_size=4),
    max_leaves=12,
)


@given(written)
@examples(4)
def test_what_is_written_reads_back_the_same_everywhere(data: Any) -> None:
    text = write_yaml(data)
    parsed = read_yaml(text)
    assert parsed.problems == ()
    assert parsed.node is not None
    assert to_python(parsed.node) == data
    assert yaml.load(text, Loader=yaml.SafeLoader) == data
    assert yaml.load(text, Loader=CoreLoader) == data


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_decimals_keep_their_digits(number: Decimal) -> None:
    assert str(python(write_yaml({"a": number}))["a"]) == str(number)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"a": 1.5}, "float 1.5 cannot be written as YAML; write it as text"),
        ({1: 2}, "1 cannot be a key in YAML; keys are text"),
        ({"a" * 201: 2}, "the key 'aaaaaaaaaaaaaaaaaaaa'... has more than 200 characters"),
        ("\ud800", "U+D800 is half of a character; it cannot be written as YAML"),
        (Decimal("1E+5"), "the number 1E+5 cannot be written in YAML so that it reads back the same; write it as text"),
        (Decimal("NaN"), "the number NaN cannot be written in YAML so that it reads back the same; write it as text"),
    ],
)
def test_what_cannot_be_written(data: Any, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        write_yaml(data)
    assert str(caught.value) == message


def test_data_that_holds_itself_is_refused() -> None:
    data: list[Any] = []
    data.append(data)
    with pytest.raises(NewsfactsError) as caught:
        write_yaml(data)
    assert str(caught.value) == "lists and tables are nested more than 100 deep"
