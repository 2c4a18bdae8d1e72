"""Reads the YAML that people write into most front matters and factbooks, without the YAML parser.

That parser alone takes longer to import than a document takes to check. What is read here is a part of YAML that needs
no care: lines of `key: value`, tables and lists of one line such as `{name: Xi, aliases: [Xi]}`, indented lines, and
`- ` before a value of one line. Everything else is left to the parser; a test compares both ways.

block   = (indent key ":" (" " value | line-end block) line-end | indent "- " value line-end)+
value   = plain | quoted | "[" (value (", " value)*)? "]" | "{" key ": " value (", " key ": " value)* "}"
"""

from __future__ import annotations

import re

from newsfacts.strict_yaml.nodes import Entry, Mapping, Node, Scalar, Sequence
from newsfacts.strict_yaml.scalars import typed

__all__ = ["MAX_SHORT_DEPTH", "read_short"]

MAX_SHORT_DEPTH = 20
"""How deep lists and tables may be nested; deeper ones are left to the parser."""

# What the patterns admit needs no check of its surroundings, and no care for indicators.
_KEY = r"[A-Za-z0-9][\w-]{0,99}+"
_FIRST = r"[^\W_]"
_INSIDE = r"\w.;/!'()“”‘’–—\-"
_IN_LINE = rf"{_FIRST}(?>(?:[{_INSIDE},?]|:(?=[\w/])| (?=[{_INSIDE},?]))*)"
_IN_FLOW = rf"{_FIRST}(?>(?:[{_INSIDE}]|:(?=[\w/])| (?=[{_INSIDE}]))*)"
_QUOTED = r'"[\w ,.:;/?!\'()“”‘’–—<>=~%$€£&*#@|+\[\]{}-]*+"'
_LINE_END = r"(?:\r?\n|\Z)"

_LINE = re.compile(
    rf"( *+)(?:(?:({_KEY}):|(-)) (?:({_IN_LINE}){_LINE_END}|({_QUOTED}){_LINE_END}|(?=[\[{{]))|({_KEY}):\r?\n)"
)
_PAIR = re.compile(rf"({_KEY}): (?:({_IN_FLOW})(?=[,}}])|({_QUOTED})|(?=[\[{{]))")
_ITEM = re.compile(rf"({_IN_FLOW})(?=[,\]])|({_QUOTED})|(?=[\[{{])")
_END_OF_LINE = re.compile(_LINE_END)


class _LongWay(Exception):
    """This is for the parser."""


def read_short(text: str) -> Mapping | None:
    """The table that a text holds; None where it has to go the long way."""
    try:
        reader = _Short(text)
        node = reader.block(0, 0)
    except _LongWay:
        return None
    return node if isinstance(node, Mapping) and reader.position == len(text) else None


class _Short:
    """Reads from `position` on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def block(self, indent: int, depth: int) -> Node:
        """The table or the list whose lines have this indent."""
        text, line_at = self.text, _LINE.match
        start = self.position + indent
        entries: list[Entry] = []
        items: list[Node] = []
        seen: set[str] = set()
        while (line := line_at(text, self.position)) is not None and line.end(1) - self.position == indent:
            _, key, dash, words, quoted, opening = line.groups()
            begins = self.position + indent
            self.position = line.end()
            node: Node
            if words is not None:
                node = Scalar(typed(words), words, *line.span(4))
            elif quoted is not None:
                node = Scalar(quoted[1:-1], quoted[1:-1], *line.span(5))
            elif opening is not None:
                key = opening
                node = self.indented(indent, depth)
            else:
                node = self.flow(depth + 1)
                ending = _END_OF_LINE.match(text, self.position)
                if ending is None:
                    raise _LongWay
                self.position = ending.end()
            if dash is not None:
                items.append(node)
            elif key in seen:
                raise _LongWay
            else:
                seen.add(key)
                entries.append(Entry(Scalar(key, key, begins, begins + len(key)), node))
        if bool(items) == bool(entries):
            raise _LongWay
        if items:
            return Sequence(tuple(items), start, items[-1].end)
        return Mapping(tuple(entries), start, entries[-1].value.end)

    def indented(self, indent: int, depth: int) -> Node:
        """The block under a key that has nothing behind it."""
        line = _LINE.match(self.text, self.position)
        if line is None or line.end(1) - self.position <= indent or depth >= MAX_SHORT_DEPTH:
            raise _LongWay
        return self.block(line.end(1) - self.position, depth + 1)

    def flow(self, depth: int) -> Node:
        """The table or the list of one line that begins here."""
        if depth > MAX_SHORT_DEPTH:
            raise _LongWay
        is_table = self.text[self.position] == "{"
        self.position += 1
        return self.table(depth) if is_table else self.list(depth)

    def table(self, depth: int) -> Mapping:
        """The rest of a table after its brace."""
        text, pair_at = self.text, _PAIR.match
        start = self.position - 1
        entries: list[Entry] = []
        seen: set[str] = set()
        while (pair := pair_at(text, self.position)) is not None:
            key, words, quoted = pair.groups()
            if key in seen:
                break
            seen.add(key)
            begins = self.position
            self.position = pair.end()
            node: Node
            if words is not None:
                node = Scalar(typed(words), words, *pair.span(2))
            elif quoted is not None:
                node = Scalar(quoted[1:-1], quoted[1:-1], *pair.span(3))
            else:
                node = self.flow(depth + 1)
            entries.append(Entry(Scalar(key, key, begins, begins + len(key)), node))
            if text.startswith("}", self.position):
                self.position += 1
                return Mapping(tuple(entries), start, self.position)
            self.comma()
        raise _LongWay

    def list(self, depth: int) -> Sequence:
        """The rest of a list after its bracket."""
        text, item_at = self.text, _ITEM.match
        start = self.position - 1
        items: list[Node] = []
        if text.startswith("]", self.position):
            self.position += 1
            return Sequence((), start, self.position)
        while (item := item_at(text, self.position)) is not None:
            words, quoted = item.groups()
            self.position = item.end()
            if words is not None:
                items.append(Scalar(typed(words), words, *item.span(1)))
            elif quoted is not None:
                items.append(Scalar(quoted[1:-1], quoted[1:-1], *item.span(2)))
            else:
                items.append(self.flow(depth + 1))
            if text.startswith("]", self.position):
                self.position += 1
                return Sequence(tuple(items), start, self.position)
            self.comma()
        raise _LongWay

    def comma(self) -> None:
        """Go on after a comma."""
        if not self.text.startswith(", ", self.position):
            raise _LongWay
        self.position += 2
