"""Explains why a text cannot be read as YAML, in words that say what to change.

The texts of libyaml and PyYAML differ from version to version, so none is looked at. An error is known by its class,
its two marks (where it was noticed and where the construct with the error began), the characters at these marks, and
what the reader had open.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import attrs

__all__ = ["Explanation", "Reached", "explain", "is_nesting_limit"]


@attrs.frozen
class Explanation:
    """A message, how to correct the text, and the offset that both are about."""

    message: str
    help: str
    offset: int


@attrs.frozen
class Reached:
    """How far the events had come: the innermost open list or table (None: nothing is open), and where the last value ended."""

    is_table: bool | None
    is_flow: bool
    end: int


class _Words(NamedTuple):
    message: str
    help: str


_QUOTE_IT = "put the whole value between quotation marks"
_TAB = _Words("this line is indented by a tab; YAML takes only spaces", "replace the tab by spaces")
_TAB_WITHIN = _Words("a value cannot begin with a tab", "replace the tab by a space")
_COLON = _Words(
    "a colon is not allowed here: the value before it contains another key, or is indented differently",
    'put a value that contains ": " between quotation marks, or give the line the indentation of its neighbours',
)
_DASH = _Words("a list cannot begin here", "begin it on a line of its own, below its key")
_QUESTION_MARK = _Words("a value cannot begin with ? and a space", _QUOTE_IT)
_OPEN_QUOTE = _Words("this quotation mark is not closed", "close it, or begin the value with another character")
_QUOTE_CUT_SHORT = _Words("this quotation mark is not closed", "close it before the line that ends the document")
_ESCAPE = _Words(
    "between double quotation marks a backslash begins an escape, and this one does not exist",
    "write two backslashes, or use single quotation marks",
)
_BLOCK_HEADER = _Words(
    "after | or > only -, +, a digit from 1 to 9 and a comment are allowed on the same line",
    "begin the text on the next line, or put the whole value between quotation marks",
)
_ANCHOR = _Words("a value cannot begin with * or & and stay text", _QUOTE_IT)
_TAG = _Words("this begins with !, which YAML takes for a tag", _QUOTE_IT)
_DIRECTIVE = _Words(
    "this line begins with %, which YAML takes for a directive",
    "take the line out, or put the whole value between quotation marks",
)
_NOT_A_KEY = _Words(
    "this line is not a key and its value",
    "write key: value, or put a text of several lines between quotation marks",
)
_AFTER_THE_END = _Words("the text goes on after its end", "indent it, or take it out")
_NO_VALUE = _Words("a value is missing here", "write one, or close the list or table that begins before it")
_FLOW_LIST = _Words(
    "this list is not closed, or one of its items needs quotation marks",
    "close it with ], and quote items that contain [ ] { } , or :",
)
_FLOW_TABLE = _Words(
    "this table is not closed, or one of its values needs quotation marks",
    "close it with }, and quote values that contain [ ] { } , or :",
)
_LIST = _Words("this line does not continue the list before it", "begin it with -, or indent it differently")
_TABLE = _Words(
    "this line does not continue the table before it", "write key: value with the indentation of the other keys"
)

_INDICATORS = {":": _COLON, "-": _DASH, "?": _QUESTION_MARK}

_LINE_BREAKS = "\n\r\x85\u2028\u2029"
_END_OF_NAME = " \t\n\r\x85\u2028\u2029?:,]}%@`"
_NAME = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-")
_NAMED_TAG = re.compile(r"![0-9A-Za-z_-]+!")
_DIRECTIVE_LINE = re.compile(rf"(?:\A|(?<=[{_LINE_BREAKS}]))%")
_SINGLE_QUOTED = re.compile(r"(?:'[^']*')+")
_DOUBLE_QUOTED = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*"', re.DOTALL)
_ESCAPES = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})"
    rf'|[0abt\tnvfre "/\\N_LP{_LINE_BREAKS}])?'
)


def explain(error: Any, text: str, reached: Reached) -> Explanation:
    """Explain a `yaml.YAMLError` that was raised on `text` when the events had come as far as `reached`."""
    from yaml.scanner import ScannerError

    noticed, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if noticed is None:
        noticed = began
    at = len(text) if noticed is None else min(noticed.index, len(text))
    start = at if began is None else min(began.index, len(text))
    if isinstance(error, ScannerError):
        words, offset = _of_the_scanner(text, at, start)
    else:
        words, offset = _of_the_parser(text, at, None if began is None else start, reached)
    return Explanation(words.message, words.help, offset)


def is_nesting_limit(error: Any, text: str) -> bool:
    """Whether this error of the scanner is its own limit on nesting, which the parser in Python does not have.

    It is the only error that comes with a context at an indicator that may begin or continue a list or a table there.
    """
    context, noticed = error.context_mark, error.problem_mark
    if context is None or noticed is None or context.index != noticed.index:
        return False
    return text[noticed.index : noticed.index + 1] in ("[", "{", "-", "?", ":")


def _of_the_scanner(text: str, at: int, start: int) -> tuple[_Words, int]:
    """Of a word that cannot be read: it began at `start`, and the error was noticed at `at`."""
    found, first = text[at : at + 1], text[start : start + 1]
    if found == "\t" and (start == at or first not in "\"'|>"):
        return (_TAB if _begins_its_line(text, at) else _TAB_WITHIN), at
    if start == at:
        return _INDICATORS.get(found) or _Words(f"a value cannot begin with {found}", _QUOTE_IT), at
    if first in "\"'" and not _is_closed(text, start, at):
        return _of_a_quotation(text, at, start)
    if first in "|>":
        broken = any(character in _LINE_BREAKS for character in text[start:at])
        return (_TAB, at) if broken and found == "\t" else (_BLOCK_HEADER, start)
    if first in "*&" and _is_no_name(text, at, start + 1):
        return _ANCHOR, start
    if first in "!%":
        return (_TAG if first == "!" else _DIRECTIVE), start
    return _NOT_A_KEY, start


def _of_a_quotation(text: str, at: int, start: int) -> tuple[_Words, int]:
    """Of a value between quotation marks that is not closed, or has an escape that does not exist."""
    if at == len(text):
        return _OPEN_QUOTE, start
    if text.startswith(("---", "..."), at) and text[at - 1] in _LINE_BREAKS:
        return _QUOTE_CUT_SHORT, start
    for escape in _ESCAPES.finditer(text, start, len(text) - 1):
        digits = escape[1] or escape[2] or escape[3]
        if escape[0] == "\\" or (digits and not _is_a_character(int(digits, 16))):
            return _ESCAPE, escape.start()
    return _OPEN_QUOTE, start


def _of_the_parser(text: str, at: int, start: int | None, reached: Reached) -> tuple[_Words, int]:
    """Of words that do not fit together: the list, table or value began at `start`, the error was noticed at `at`."""
    if start is None:
        directive = _DIRECTIVE_LINE.search(text, reached.end, at + 1)
        return (_AFTER_THE_END, at) if directive is None else (_DIRECTIVE, directive.start())
    if _NAMED_TAG.match(text, at) and (start == at or text[start] == "&"):
        return _TAG, at
    if start == at:
        return _NO_VALUE, at
    if reached.is_flow:
        return (_FLOW_TABLE if reached.is_table else _FLOW_LIST), start
    return (_TABLE if reached.is_table else _LIST), at


def _is_closed(text: str, start: int, at: int) -> bool:
    """Whether the quotation that begins at `start` ends before `at`."""
    if text[start] == '"':
        return _DOUBLE_QUOTED.match(text, start, at) is not None
    quoted = _SINGLE_QUOTED.match(text, start, at)
    return quoted is not None and text[quoted.end() : quoted.end() + 1] != "'"


def _begins_its_line(text: str, at: int) -> bool:
    """Whether only spaces and tabs come before this place on its line."""
    while at and text[at - 1] in " \t":
        at -= 1
    return at == 0 or text[at - 1] in _LINE_BREAKS


def _is_a_character(code: int) -> bool:
    return code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF


def _is_no_name(text: str, at: int, start: int) -> bool:
    """Whether the name of an anchor or alias, which begins at `start`, is empty or ends in a character that it cannot."""
    end = start
    while end < len(text) and text[end] in _NAME:
        end += 1
    return end == start or (end == at < len(text) and text[at] not in _END_OF_NAME)
