"""JSON with places: what is read is what `json` reads, what is refused has a place, and decimals come back digit by digit."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.documents import dumps, parse
from newsfacts.errors import UsageError
from newsfacts.formats.json_nodes import read_json
from newsfacts.formats.json_writer import write_json
from newsfacts.strict_yaml import Mapping, Scalar, to_python

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.decimals(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
HEAD = '{"newsfacts": 1, "text": "Taxes rose.", '


def exact(text: str) -> Any:
    return json.loads(text, parse_float=Decimal)


def refusals(text: str) -> list[tuple[str, int]]:
    """The reason why `json` refuses a text, and its place."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return [(f"this is not JSON: {error.msg[0].lower()}{error.msg[1:]}", error.pos)]
    return []


@given(VALUES, st.sampled_from([None, 2]))
def test_what_is_written_is_what_json_reads_and_what_is_read(value: Any, indent: int | None) -> None:
    written = write_json(value, indent)
    assert exact(written) == value
    node = read_json(written).node
    assert node is not None
    assert to_python(node) == value


@given(st.lists(st.integers() | st.text() | st.none(), max_size=3), st.data())
def test_what_json_refuses_is_refused_at_its_place(value: list[Any], data: st.DataObject) -> None:
    whole = json.dumps({"a": value, "b": 1})
    cut = data.draw(st.integers(0, len(whole) - 1))
    text = whole[:cut] + data.draw(st.sampled_from(["", ",", "]", "}", '"', "x", "\\"])) + whole[cut + 1 :]
    parsed = read_json(text)
    assert [(problem.message, problem.start) for problem in parsed.problems] == refusals(text)
    assert (parsed.node is None) == bool(refusals(text))


def test_places_are_those_of_the_file() -> None:
    node = read_json('x{"a": "é\\n"}', 1).node
    assert isinstance(node, Mapping)
    value = node.get("a")
    assert isinstance(value, Scalar)
    assert (value.raw, value.start, value.end) == ("é\n", 7, 12)


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("[" * 900 + "]" * 900, "1:101", "lists and tables are nested more than 100 deep; this is not read"),
        (HEAD + '"x": NaN}', "1:46", "this JSON cannot be read: NaN is not a number of JSON"),
        (HEAD + '"x": ' + "9" * 5000 + "}", "1:46", "this number has more than 1,000 digits; it is read as text"),
    ],
)
def test_what_json_itself_cannot_read_is_a_finding_at_its_place(text: str, position: str, message: str) -> None:
    found = [(str(f.position), f.code, f.message) for f in parse(text, format="json").findings if f.code == "S17"]
    assert found == [(position, "S17", message)]


@pytest.mark.parametrize("number", ["0.5", "12.50", "-3.0", "7", "123456789.123456789123456789"])
@pytest.mark.parametrize("format", ["yaml", "json", "jsonl", "facts"])
def test_decimals_under_keys_that_nobody_knows_come_back(number: str, format: str) -> None:
    document = parse(HEAD + f'"length": {number}, "measured": [{{"by": {number}}}]}}', format="json").document
    again = parse(dumps(document, format=format), format=format).document
    assert again.extra == document.extra == {"length": exact(number), "measured": [{"by": exact(number)}]}
    assert str(again.extra["length"]) == number


def test_what_is_no_data_cannot_be_written() -> None:
    with pytest.raises(UsageError, match=r"^set \{1\} cannot be written as JSON; write it as text$"):
        write_json({"a": Decimal("0.5"), "b": {1}})
