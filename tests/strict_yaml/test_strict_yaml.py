"""YAML is read with places and without surprises, and what is written reads back as the same data everywhere."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import strict_yaml
from newsfacts.errors import NewsfactsError, ReadError, UsageError
from newsfacts.findings import ReaderCode
from newsfacts.strict_yaml import Entry, Mapping, Parsed, Problem, Scalar, Sequence, dump, load, loads, to_python
from newsfacts.strict_yaml import reader as yaml_reader
from newsfacts.strict_yaml.short_way import MAX_SHORT_DEPTH, read_short


def python(text: str) -> Any:
    node = loads(text)
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
    node = load(text).node
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
    parsed = load("a: 1")
    assert parsed == Parsed(Mapping((Entry(Scalar("a", "a", 0, 1), Scalar(1, "1", 3, 4)),), 0, 4))
    assert isinstance(parsed.node, Mapping)
    assert parsed.node.get("b") is None
    assert strict_yaml.is_null(Scalar(None, "", 3, 3))
    assert not strict_yaml.is_null(parsed.node)
    assert load("") == Parsed(None)


def test_aliases_stand_for_their_value() -> None:
    assert python("a: &x [1, {b: 2}]\nc: *x\nd: &y z\n*y : 1") == {
        "a": [1, {"b": 2}],
        "c": [1, {"b": 2}],
        "d": "z",
        "z": 1,
    }


@pytest.mark.parametrize(
    ("text", "code", "words", "message", "help"),
    [
        (
            "😀: 1\na: 2\n😀: 3",
            "S01",
            "😀",
            "the key '😀' is already written above; only the first one counts",
            "take one of them out, or rename it",
        ),
        (
            "title: Putin: we agree",
            "S17",
            ":",
            "this colon cannot stand here: the value before it holds another key, or is indented differently",
            'put a value that holds ": " between quotation marks, or give the line the indentation of its neighbours',
        ),
        (
            'title: "open\nnext: 1\n',
            "S17",
            '"',
            "this quotation mark is not closed",
            "close it, or begin the value with another character",
        ),
        (
            "use: [a, b\nnext: 1\n",
            "S17",
            "[",
            "this list is not closed, or one of its items needs quotation marks",
            "close it with ], and quote items that hold [ ] { } , or :",
        ),
        (
            "use: {a: b\n",
            "S17",
            "{",
            "this table is not closed, or one of its values needs quotation marks",
            "close it with }, and quote values that hold [ ] { } , or :",
        ),
        (
            "a:\n\tb: c",
            "S17",
            "\t",
            "this line is indented by a tab; YAML takes only spaces",
            "replace the tab by spaces",
        ),
        ("by: @desk", "S17", "@", "a value cannot begin with @", "put the whole value between quotation marks"),
        (
            "a: 1\nkey\nb: 2",
            "S17",
            "k",
            "this line is not a key and its value",
            "write key: value, or put a text of several lines between quotation marks",
        ),
        (
            "a:\n  b: c\n d: e",
            "S17",
            "d",
            "this line does not continue the table before it",
            "write key: value with the indentation of the other keys",
        ),
        (
            "- a\nb: c",
            "S17",
            "b",
            "this line does not continue the list before it",
            "begin it with -, or indent it differently",
        ),
        ("a: ]", "S17", "]", "a value is missing here", "write one, or close the list or table that begins before it"),
        (
            "a: 1\n---\nb: 2",
            "S17",
            "---",
            "a second YAML document begins here; it is not read",
            "keep one document in a file",
        ),
        (
            "a: !!python/name:os.system x",
            "S17",
            "!!python/name:os.system",
            "the tag !!python/name:os.system is not read",
            "take it out, or put the value between quotation marks",
        ),
        (
            "a: *b",
            "S17",
            "*b",
            "*b stands for nothing: no value before it is marked &b",
            "put the value between quotation marks if it is text",
        ),
        ("a: &b [*b]", "S17", "*b", "*b stands inside what it stands for", "write the value out"),
        (
            "[a]: b",
            "S17",
            "[a]",
            "a key is a single word or text, not a list or a table",
            "write key: value; put a key that holds [ or { between quotation marks",
        ),
        (
            "é: 1\na: \x07",
            "S17",
            "\x07",
            "YAML does not allow the character U+0007",
            "take it out, or write it as an escape between double quotation marks",
        ),
        (
            'a: "\\q"',
            "S17",
            "\\",
            "between double quotation marks a backslash begins an escape, and this one does not exist",
            "write two backslashes, or use single quotation marks",
        ),
    ],
)
def test_problems_name_the_place_and_how_to_mend_it(text: str, code: str, words: str, message: str, help: str) -> None:
    (problem,) = load(text).problems
    assert (problem.code, text[problem.start : problem.end]) == (code, words)
    assert (problem.message, problem.help) == (message, help)
    with pytest.raises(ReadError) as caught:
        loads(text)
    line = text.count("\n", 0, problem.start) + 1
    assert str(caught.value) == f"line {line}: {message}"


def test_what_stands_before_an_error_is_kept() -> None:
    parsed = load("title: A\nroles: [{a: b}]\nby: @desk\n")
    assert parsed.node is not None
    assert to_python(parsed.node) == {"title": "A", "roles": [{"a": "b"}]}


def test_a_tag_for_text_is_read() -> None:
    assert python("a: !!str 12\nb: ! 12") == {"a": "12", "b": "12"}


def test_alias_bombs_are_bounded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    (problem,) = load("\n".join(lines)).problems
    assert problem.message == "the aliases of this file stand for more than 100,000 values; the rest is not read"


@pytest.fixture(params=["libyaml", "Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers that PyYAML brings, one after the other; only the second where it was built without libyaml."""
    if request.param == "Python":
        monkeypatch.setattr(yaml, "__with_libyaml__", False)
    return str(request.param)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("times", [101, 1_000, 1_001, 100_000])
@pytest.mark.parametrize("bracket", ["[", "[ ", "[\n", "{a: ", "{a: [", "- ", "? "])
def test_depth_is_bounded(bracket: str, times: int) -> None:
    opening = [place for place, character in enumerate(bracket) if character in "[{-?"]
    text = bracket * (times // len(opening) + 1)
    start = len(bracket) * (100 // len(opening)) + opening[0]
    (problem,) = load(text).problems
    assert problem == Problem(
        ReaderCode.BROKEN_YAML,
        "more than 100 lists and tables stand in each other; the rest is not read",
        start,
        start + 1,
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
    (problem,) = load(text).problems
    assert problem == Problem(
        ReaderCode.BROKEN_YAML,
        "more than 100 lists and tables stand in each other; the rest is not read",
        start,
        start + 1,
    )


@pytest.mark.usefixtures("parser")
def test_as_deep_as_is_allowed_is_read() -> None:
    parsed = load("[" * 100 + "]" * 100)
    assert parsed.problems == ()
    assert parsed.node is not None


@pytest.mark.usefixtures("parser")
def test_what_stands_before_too_deep_a_list_is_kept() -> None:
    parsed = load("title: A\na: 1\na: 2\ndeep: " + "[" * 2_000)
    assert isinstance(parsed.node, Mapping)
    assert [entry.key.raw for entry in parsed.node.entries] == ["title", "a", "deep"]
    assert [problem.code for problem in parsed.problems] == ["S01", "S17"]


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "MAX_SIZE", 5)
    assert load("# a comment").problems == (
        Problem(ReaderCode.BROKEN_YAML, "this YAML has more than 5 characters; it is not read", 0, 0),
    )


def test_the_parser_in_python_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# c\na: [1, {b: 😀}, 'x']\nd: |\n  e\n f: 2\ng: 1\n"
    parsed = load(text)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert load(text).node == parsed.node


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
@settings(max_examples=500)
def test_the_short_way_reads_the_same_as_the_long_way(text: str) -> None:
    short = read_short(text)
    if short is not None:
        assert yaml_reader.Parsed(short) == yaml_reader._read(text)


@given(
    st.integers(0, len(FRONT_MATTER)),
    st.integers(0, 2),
    st.text(st.sampled_from("a1 :-,[]{}\"'#\n?&*!|>\té"), max_size=2),
)
@settings(max_examples=500)
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


@given(st.text(st.sampled_from("ab: -\n[]{},&*!|>'\"%@`#?\t\\0~<\r\ufeff\x07\ud800😀"), max_size=40))
@settings(max_examples=300)
def test_reading_never_raises_and_places_lie_in_the_text(text: str) -> None:
    parsed = load(text)
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
    assert dump(data) == (
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
    assert python(dump(data)) == data


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
@settings(max_examples=200, deadline=None)
def test_what_is_written_reads_back_the_same_everywhere(data: Any) -> None:
    text = dump(data)
    parsed = load(text)
    assert parsed.problems == ()
    assert parsed.node is not None
    assert to_python(parsed.node) == data
    assert yaml.load(text, Loader=yaml.SafeLoader) == data
    assert yaml.load(text, Loader=CoreLoader) == data


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_decimals_keep_their_digits(number: Decimal) -> None:
    assert str(python(dump({"a": number}))["a"]) == str(number)


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
        dump(data)
    assert str(caught.value) == message


def test_data_that_holds_itself_is_refused() -> None:
    data: list[Any] = []
    data.append(data)
    with pytest.raises(NewsfactsError) as caught:
        dump(data)
    assert str(caught.value) == "more than 100 lists and tables stand in each other"
