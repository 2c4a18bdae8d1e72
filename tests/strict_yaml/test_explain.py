"""What is wrong with YAML is explained in the same words, at the same place, whichever parser noticed it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.errors import ReadError
from newsfacts.strict_yaml import read_valid_yaml, read_yaml

pytestmark = pytest.mark.usefixtures("parser")


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
            "a colon is not allowed here: the value before it contains another key, or is indented differently",
            'put a value that contains ": " between quotation marks, or give the line the indentation of its neighbours',
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
            "close it with ], and quote items that contain [ ] { } , or :",
        ),
        (
            "use: {a: b\n",
            "S17",
            "{",
            "this table is not closed, or one of its values needs quotation marks",
            "close it with }, and quote values that contain [ ] { } , or :",
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
            "*b refers to nothing: no value before it is marked &b",
            "put the value between quotation marks if it is text",
        ),
        ("a: &b [*b]", "S17", "*b", "*b is inside the value that it refers to", "write the value out"),
        (
            "[a]: b",
            "S17",
            "[a]",
            "a key is a single word or text, not a list or a table",
            "write key: value; put a key that contains [ or { between quotation marks",
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
        (
            'a: "\\x4"',
            "S17",
            "\\",
            "between double quotation marks a backslash begins an escape, and this one does not exist",
            "write two backslashes, or use single quotation marks",
        ),
        (
            'a: "\\\\ \\n \\x41 \\u00e9 \\ud800"',
            "S17",
            "\\",
            "between double quotation marks a backslash begins an escape, and this one does not exist",
            "write two backslashes, or use single quotation marks",
        ),
        (
            'a: "\\U00110000"',
            "S17",
            "\\",
            "between double quotation marks a backslash begins an escape, and this one does not exist",
            "write two backslashes, or use single quotation marks",
        ),
        (
            'a: "open\\',
            "S17",
            '"',
            "this quotation mark is not closed",
            "close it, or begin the value with another character",
        ),
        (
            "a: 'it''s\n---\n",
            "S17",
            "'",
            "this quotation mark is not closed",
            "close it before the line that ends the document",
        ),
        (
            "a: 1\n'it''s' # it's a comment\nb: 2",
            "S17",
            "'",
            "this line is not a key and its value",
            "write key: value, or put a text of several lines between quotation marks",
        ),
        (
            'a: 1\n"key \\" x"\nb: 2',
            "S17",
            '"',
            "this line is not a key and its value",
            "write key: value, or put a text of several lines between quotation marks",
        ),
        (
            "a: 1\n*b\nc: 2",
            "S17",
            "*",
            "this line is not a key and its value",
            "write key: value, or put a text of several lines between quotation marks",
        ),
        (
            "a: *",
            "S17",
            "*",
            "a value cannot begin with * or & and stay text",
            "put the whole value between quotation marks",
        ),
        (
            "a: &é",
            "S17",
            "&",
            "a value cannot begin with * or & and stay text",
            "put the whole value between quotation marks",
        ),
        (
            "a: !b!c d",
            "S17",
            "!",
            "this begins with !, which YAML takes for a tag",
            "put the whole value between quotation marks",
        ),
        (
            "a: !<b c",
            "S17",
            "!",
            "this begins with !, which YAML takes for a tag",
            "put the whole value between quotation marks",
        ),
        ("a: &b !c d", "S17", "!c", "the tag !c is not read", "take it out, or put the value between quotation marks"),
        (
            "%YAML 1.1\na: b",
            "S17",
            "%",
            "this line begins with %, which YAML takes for a directive",
            "take the line out, or put the whole value between quotation marks",
        ),
        (
            "a: b\n%c",
            "S17",
            "%",
            "this line begins with %, which YAML takes for a directive",
            "take the line out, or put the whole value between quotation marks",
        ),
        ("a: %b", "S17", "%", "a value cannot begin with %", "put the whole value between quotation marks"),
        ("a: - b", "S17", "-", "a list cannot begin here", "begin it on a line of its own, below its key"),
        (
            "a: ? b",
            "S17",
            "?",
            "a value cannot begin with ? and a space",
            "put the whole value between quotation marks",
        ),
        (
            "a: >= 40",
            "S17",
            ">",
            "after | or > only -, +, a digit from 1 to 9 and a comment are allowed on the same line",
            "begin the text on the next line, or put the whole value between quotation marks",
        ),
        (
            "a: |0\n  b",
            "S17",
            "|",
            "after | or > only -, +, a digit from 1 to 9 and a comment are allowed on the same line",
            "begin the text on the next line, or put the whole value between quotation marks",
        ),
        ("-\ta", "S17", "\t", "a value cannot begin with a tab", "replace the tab by a space"),
        (
            "a: 1\nkey\n\tb: 2",
            "S17",
            "\t",
            "this line is indented by a tab; YAML takes only spaces",
            "replace the tab by spaces",
        ),
        ('"a"\n"b"', "S17", '"', "the text goes on after its end", "indent it, or take it out"),
        (
            "a: [b,, c]",
            "S17",
            ",",
            "a value is missing here",
            "write one, or close the list or table that begins before it",
        ),
        (
            "a: [b, {c: d] ]",
            "S17",
            "{",
            "this table is not closed, or one of its values needs quotation marks",
            "close it with }, and quote values that contain [ ] { } , or :",
        ),
        (
            "a:\n  - b\n  c: d",
            "S17",
            "c",
            "this line does not continue the list before it",
            "begin it with -, or indent it differently",
        ),
    ],
)
def test_problems_name_the_place_and_how_to_mend_it(text: str, code: str, words: str, message: str, help: str) -> None:
    (problem,) = read_yaml(text).problems
    assert (problem.code, text[problem.start : problem.end]) == (code, words)
    assert (problem.message, problem.help) == (message, help)
    with pytest.raises(ReadError) as caught:
        read_valid_yaml(text)
    line = text.count("\n", 0, problem.start) + 1
    assert str(caught.value) == f"line {line}: {message}"


@pytest.mark.parametrize(
    ("text", "start", "message"),
    [
        ('[a]: "b"\n  c: d', 11, "this line does not continue the table before it"),
        ('- [a]: "b"\n e: d', 12, "this line does not continue the list before it"),
    ],
)
def test_a_table_that_begins_with_a_bracket_is_not_taken_for_a_list_in_brackets(
    text: str, start: int, message: str
) -> None:
    problem = read_yaml(text).problems[-1]
    assert (problem.message, problem.start) == (message, start)


@pytest.mark.parametrize("text", ["a: [b\nc: d\n", "a:\n  b: c\n d: e", 'a: "\\q"', "a: 1\nkey\nb: 2"])
def test_an_explanation_does_not_depend_on_what_the_parser_calls_it(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_yaml(text).problems
    plain = yaml.error.MarkedYAMLError.__init__

    def renamed(error: Any, context: Any = None, context_mark: Any = None, problem: Any = None, *more: Any) -> None:
        plain(error, context and "somewhere", context_mark, "something else", *more)

    monkeypatch.setattr(yaml.error.MarkedYAMLError, "__init__", renamed)
    assert read_yaml(text).problems == before


def test_a_broken_line_before_too_deep_a_list_is_the_problem() -> None:
    (problem,) = read_yaml('a: 1\n"key" ' + "[" * 3_000).problems
    assert (problem.message, problem.start) == ("this line is not a key and its value", 5)


pieces = st.sampled_from(
    ["a", "b: ", "- ", "\n", "  ", "\n- ", "[", "]", "{", "}", ",", ":", "'", '"', "&x ", "*x", "*", "!t ", "!a!b ", "%", "---",
     "\n...\n", "#c", "|", ">\n", "\t", "@", "`", "\\q", "\\ud800", '"\\', "? ", "é", "\r\n", "\u2028"]
)  # fmt: skip


@given(st.lists(pieces, max_size=14).map("".join))
def test_every_error_has_an_explanation_of_ours(text: str) -> None:
    for problem in read_yaml(text).problems:
        assert "cannot be read as YAML" not in problem.message
