"""A YAML text with some values changed and everything else as it was: comments, order, spelling, line ends.

    merged = merge(text, before, after)

`before` is what the text says, `after` what it shall say, as `dump` would write both. Only entries that differ are written again.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from typing import Any

from newsfacts.strict_yaml.nodes import Mapping, Node, Scalar, Sequence
from newsfacts.strict_yaml.reader import read_yaml
from newsfacts.strict_yaml.writer import write_yaml

__all__ = ["merge"]


def merge(text: str, before: AnyMapping[str, Any], after: AnyMapping[str, Any]) -> str:
    """The text, saying `after`. One that is not a table in block style is written again as a whole."""
    node = read_yaml(text).node
    newline = "\r\n" if "\r\n" in text else "\n"
    if not isinstance(node, Mapping) or not _is_block(text, node):
        return _lines(dict(after), 0, newline) if after else text
    return _Merger(text, newline).mapping(node, before, after, 0, len(text))


def _lines(data: Any, indent: int, newline: str) -> str:
    """Data as `dump` writes it, moved to the right."""
    margin = " " * indent
    return "".join(
        (margin + line if line.strip() else line).rstrip("\n") + newline
        for line in write_yaml(data).splitlines(keepends=True)
    )


def _is_block(text: str, node: Mapping | Sequence) -> bool:
    """Whether a table or a list is written in lines, and not between brackets."""
    return node.end > node.start and text[node.start] not in "{["


def _scalars(node: Node) -> Iterator[Scalar]:
    """The values over several lines in a node, in which a # begins no comment."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for entry in node.entries:
            yield from _scalars(entry.value)


class _Merger:
    def __init__(self, text: str, newline: str) -> None:
        self.text = text
        self.newline = newline

    def mapping(
        self, node: Mapping, before: AnyMapping[str, Any], after: AnyMapping[str, Any], start: int, end: int
    ) -> str:
        """The lines from `start` to `end`, which have the entries of a table, saying `after`."""
        starts = [self.line_start(entry.key.start) for entry in node.entries]
        indent = node.entries[0].key.start - starts[0]
        if len(set(starts)) < len(starts):  # a table on one line, such as an item of a list
            return self.text[start:end] if before == after else self.written(after, indent)
        pieces = [self.text[start : starts[0]]]
        for entry, first, last in zip(node.entries, starts, [*starts[1:], end], strict=True):
            key = entry.key.raw
            if (key not in before and key not in after) or (
                key in after and key in before and before[key] == after[key]
            ):
                pieces.append(self.text[first:last])
            elif key in after:
                pieces.append(self.entry(key, entry.value, before.get(key), after[key], first, last, indent))
            else:
                pieces.append(self.remarks(entry.value, first, last))
        known = {entry.key.raw for entry in node.entries}
        added = {key: value for key, value in after.items() if key not in known}
        if added:
            if not pieces[-1].endswith(("\n", "\r")) and pieces[-1]:
                pieces.append(self.newline)
            pieces.append(self.written(added, indent))
        return "".join(pieces)

    def entry(self, key: str, node: Node, before: Any, after: Any, first: int, last: int, indent: int) -> str:
        """The lines of one entry with another value."""
        if isinstance(node, Scalar) and not isinstance(after, AnyMapping | list | tuple) and "\n" not in str(after):
            value = write_yaml({"x": after}).removeprefix("x: ").removesuffix("\n")
            return self.text[first : node.start] + value + self.text[node.end : last]
        own = self.line_start(node.start)
        if own > first and not isinstance(node, Scalar) and _is_block(self.text, node):
            if isinstance(node, Mapping) and isinstance(before, AnyMapping) and isinstance(after, AnyMapping) and after:
                return self.text[first:own] + self.mapping(node, before, after, own, last)
            if isinstance(node, Sequence) and isinstance(before, list) and isinstance(after, list) and after:
                return self.text[first:own] + self.sequence(node, before, after, own, last)
        return self.written({key: after}, indent) + self.remarks(node, first, last)

    def sequence(self, node: Sequence, before: list[Any], after: list[Any], start: int, end: int) -> str:
        """The lines of a list, its items matched by what they say."""
        starts = [self.line_start(item.start) for item in node.items]
        indent = len(self.text[starts[0] : node.items[0].start]) - len(
            self.text[starts[0] : node.items[0].start].lstrip()
        )
        if len(set(starts)) < len(starts) or len(before) != len(starts):
            return self.written(after, indent)
        ends = [*starts[1:], end]
        pieces = [self.text[start : starts[0]]]
        keys = [[json.dumps(item, sort_keys=True, default=str) for item in items] for items in (before, after)]
        matcher = difflib.SequenceMatcher(a=keys[0], b=keys[1], autojunk=False)
        for kind, i1, i2, j1, j2 in matcher.get_opcodes():
            if kind == "equal":
                pieces += [self.text[starts[n] : ends[n]] for n in range(i1, i2)]
            elif i2 - i1 == j2 - j1:
                for n, m in zip(range(i1, i2), range(j1, j2), strict=True):
                    pieces.append(self.item(node.items[n], before[n], after[m], starts[n], ends[n], indent))
            else:
                pieces += [self.remarks(node.items[n], starts[n], ends[n]) for n in range(i1, i2)]
                pieces += [self.written([item], indent) for item in after[j1:j2]]
        return "".join(pieces)

    def item(self, node: Node, before: Any, after: Any, first: int, last: int, indent: int) -> str:
        """The lines of one item with another value; a table in lines keeps those that did not change."""
        if isinstance(node, Mapping) and isinstance(before, dict) and isinstance(after, dict):
            keys = [entry.key.raw for entry in node.entries]
            in_lines = len({self.line_start(entry.key.start) for entry in node.entries}) == len(keys)
            if in_lines and _is_block(self.text, node) and before.get(keys[0]) == after.get(keys[0], before):
                return self.mapping(node, before, after, first, last)
        return self.remarks(node, first, last) + self.written([after], indent)

    def written(self, data: Any, indent: int) -> str:
        return _lines(data, indent, self.newline)

    def remarks(self, node: Node, first: int, last: int) -> str:
        """The comments among the lines of an entry that goes: whole lines, and one right after a single value."""
        values = list(_scalars(node))
        kept = []
        start = first
        for line in self.text[first:last].splitlines(keepends=True):
            if line.lstrip().startswith("#") and not any(value.start < start < value.end for value in values):
                kept.append(line)
            start += len(line)
        if isinstance(node, Scalar):
            rest = self.text[node.end : last].split("\n", 1)[0].strip()
            if rest.startswith("#"):
                kept.insert(0, rest + self.newline)
        return "".join(kept)

    def line_start(self, offset: int) -> int:
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1
