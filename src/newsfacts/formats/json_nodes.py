"""JSON as the nodes of `strict_yaml`, so that every place of a JSON file can be pointed at like one of a YAML file."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from json.decoder import scanstring  # type: ignore[attr-defined]  # the type stubs leave it out
from typing import Any

from newsfacts.findings import ReaderCode
from newsfacts.strict_yaml import MAX_DEPTH, MAX_DIGITS, Entry, Mapping, Node, ParsedYaml, Problem, Scalar, Sequence

__all__ = ["read_json", "read_json_value"]

_SPACE = re.compile(r"[ \t\r\n]*+")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?")
_WORDS = {"true": True, "false": False, "null": None}
_WORD = re.compile(r"-?\w++")


class _NotJson(Exception):
    """The text is not JSON from an offset on; `problem` says why, where that is known."""

    def __init__(self, offset: int, problem: Problem | None = None) -> None:
        self.offset = offset
        self.problem = problem


def read_json(text: str, start: int = 0, end: int | None = None) -> ParsedYaml:
    """Read the JSON in a range of a text; places count from the beginning of the whole text. Never raises."""
    end = len(text) if end is None else end
    reader = _JsonReader(text, end)
    try:
        node, offset = reader.value(reader.skip(start), 0)
        if reader.skip(offset) < end:
            raise _NotJson(reader.skip(offset))
    except _NotJson as found:
        return ParsedYaml(None, (found.problem or _explained(text, start, end, found.offset),))
    return ParsedYaml(node, tuple(reader.problems))


def read_json_value(text: str, start: int, end: int) -> Node:
    """The value at an offset of a text that is known to be JSON, with its places."""
    node, _ = _JsonReader(text, end).value(start, 0)
    return node


def _explained(text: str, start: int, end: int, offset: int) -> Problem:
    """Why the JSON reader of Python refuses a text. It stops where ours does, so never deeper."""
    message = "unexpected character"
    try:
        json.loads(text[start:end])
    except json.JSONDecodeError as error:
        offset = min(start + error.pos, end)
        message = f"{error.msg[0].lower()}{error.msg[1:]}"
    except (ValueError, RecursionError):  # pragma: no cover - what it cannot convert, ours has read
        pass
    return Problem(ReaderCode.BROKEN_YAML, f"this is not JSON: {message}", offset, min(offset + 1, end))


class _JsonReader:
    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.problems: list[Problem] = []

    def value(self, start: int, depth: int) -> tuple[Node, int]:
        """The node that begins at an offset, and the offset right after it. Raises `_NotJson`."""
        first = self.at(start)
        if first == '"':
            return self.string(start)
        if first not in "{[" or not first:
            return self.plain(start)
        if depth >= MAX_DEPTH:
            message = f"lists and tables are nested more than {MAX_DEPTH} deep; this is not read"
            raise _NotJson(start, Problem(ReaderCode.BROKEN_YAML, message, start, start + 1))
        return self.table(start, depth + 1) if first == "{" else self.list(start, depth + 1)

    def at(self, offset: int) -> str:
        """The character at an offset; nothing at the end."""
        return self.text[offset] if offset < self.end else ""

    def skip(self, offset: int) -> int:
        """The offset after white space."""
        found: Any = _SPACE.match(self.text, offset, self.end)
        after: int = found.end()
        return after

    def string(self, start: int) -> tuple[Scalar, int]:
        try:
            words, after = scanstring(self.text, start + 1)
        except json.JSONDecodeError:
            raise _NotJson(start) from None
        if after > self.end:
            raise _NotJson(start)
        return Scalar(words, words, start, after), after

    def plain(self, start: int) -> tuple[Scalar, int]:
        """A number, `true`, `false` or `null`."""
        number = _NUMBER.match(self.text, start, self.end)
        if number is not None:
            return Scalar(self.number(number), number[0], start, number.end()), number.end()
        word = _WORD.match(self.text, start, self.end)
        if word is None or word[0] not in _WORDS:
            if word is not None and word[0].lstrip("-") in ("NaN", "Infinity"):
                message = f"this JSON cannot be read: {word[0]} is not a number of JSON"
                raise _NotJson(start, Problem(ReaderCode.BROKEN_YAML, message, start, word.end()))
            raise _NotJson(start)
        return Scalar(_WORDS[word[0]], word[0], start, word.end()), word.end()

    def number(self, found: re.Match[str]) -> int | Decimal | str:
        """The value of a number; a very long one is reported and stays text."""
        words = found[0]
        if len(words) > MAX_DIGITS:
            message = f"this number has more than {MAX_DIGITS:,} digits; it is read as text"
            self.problems.append(
                Problem(ReaderCode.BROKEN_YAML, message, *found.span(), "write it between quotation marks")
            )
            return words
        return int(words) if words.lstrip("-").isdigit() else Decimal(words)

    def list(self, start: int, depth: int) -> tuple[Node, int]:
        items: list[Node] = []
        offset = self.skip(start + 1)
        while self.at(offset) != "]":
            node, offset = self.value(offset, depth)
            items.append(node)
            offset = self.after_comma(self.skip(offset), "]")
        return Sequence(tuple(items), start, offset + 1), offset + 1

    def table(self, start: int, depth: int) -> tuple[Node, int]:
        entries: dict[str, Entry] = {}
        offset = self.skip(start + 1)
        while self.at(offset) != "}":
            if self.at(offset) != '"':
                raise _NotJson(offset)
            key, offset = self.string(offset)
            offset = self.skip(offset)
            if self.at(offset) != ":":
                raise _NotJson(offset)
            node, offset = self.value(self.skip(offset + 1), depth)
            if key.raw in entries:
                message = f"the key {key.raw!r} is already given"
                code = ReaderCode.DUPLICATE_YAML_KEY
                self.problems.append(Problem(code, message, key.start, key.end, "take one of the two out"))
            else:
                entries[key.raw] = Entry(key, node)
            offset = self.after_comma(self.skip(offset), "}")
        return Mapping(tuple(entries.values()), start, offset + 1), offset + 1

    def after_comma(self, offset: int, closing: str) -> int:
        """The offset of the next item, or of the bracket that closes the list or table."""
        if self.at(offset) == closing:
            return offset
        if self.at(offset) != ",":
            raise _NotJson(offset)
        after = self.skip(offset + 1)
        if self.at(after) == closing:
            raise _NotJson(after)
        return after
