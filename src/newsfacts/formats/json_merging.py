"""A JSON text with some values changed and everything else as it was: order, layout, escapes, keys that no one knows.

    merged = merge_json(text, before, after)

`before` is what the text says, `after` what it shall say, as `write_json` would write both. Only values that differ are
written again, laid out as what is next to them.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping as AnyMapping
from typing import Any

import attrs

from newsfacts.formats.json_nodes import read_json
from newsfacts.formats.json_writer import write_json
from newsfacts.strict_yaml import Mapping, Node, Sequence

__all__ = ["merge_json"]


def merge_json(text: str, before: AnyMapping[str, Any], after: AnyMapping[str, Any]) -> str:
    """The text, saying `after`. A text that is not JSON is written again as a whole."""
    node = read_json(text).node
    if node is None:
        return write_json(dict(after), indent=2) + "\n"
    return text[: node.start] + _Merger(text).value(node, before, after) + text[node.end :]


@attrs.frozen
class _Piece:
    """An item or an entry as it shall be written, and the comma and white space before it; None for a new one."""

    words: str
    separator: str | None


class _Merger:
    def __init__(self, text: str) -> None:
        self.text = text

    def value(self, node: Node, before: Any, after: Any) -> str:
        """A value, saying `after`."""
        if before == after:
            return self.text[node.start : node.end]
        if isinstance(node, Mapping) and isinstance(before, AnyMapping) and isinstance(after, AnyMapping):
            return self.table(node, before, after) if node.entries else self.written(after, node)
        if isinstance(node, Sequence) and isinstance(before, list) and isinstance(after, list):
            fits = len(before) == len(node.items) and node.items and after
            return self.items(node, before, after) if fits else self.written(after, node)
        return self.written(after, node)

    def table(self, node: Mapping, before: AnyMapping[str, Any], after: AnyMapping[str, Any]) -> str:
        """A table; keys that neither of the two has are not touched."""
        pieces: list[_Piece] = []
        end = node.start + 1
        for entry in node.entries:
            key, separator = entry.key.raw, self.text[end : entry.key.start]
            end = entry.value.end
            if key in after:
                head = self.text[entry.key.start : entry.value.start]
                pieces.append(_Piece(head + self.value(entry.value, before.get(key), after[key]), separator))
            elif key not in before:
                pieces.append(_Piece(self.text[entry.key.start : end], separator))
        known = {entry.key.raw for entry in node.entries}
        sibling = node.entries[-1].value
        for key, data in after.items():
            if key not in known:
                pieces.append(_Piece(f"{json.dumps(key, ensure_ascii=False)}: {self.written(data, sibling)}", None))
        return self.joined(node, pieces, node.entries[0].key.start, end)

    def items(self, node: Sequence, before: list[Any], after: list[Any]) -> str:
        """A list, its items matched by what they say."""
        starts = [node.start + 1, *(item.end for item in node.items)]
        pieces: list[_Piece] = []
        keys = [[json.dumps(item, sort_keys=True, default=str) for item in items] for items in (before, after)]
        matcher = difflib.SequenceMatcher(a=keys[0], b=keys[1], autojunk=False)
        for kind, i1, i2, j1, j2 in matcher.get_opcodes():
            if kind == "equal" or i2 - i1 == j2 - j1:
                for n, m in zip(range(i1, i2), range(j1, j2), strict=True):
                    item = node.items[n]
                    pieces.append(_Piece(self.value(item, before[n], after[m]), self.text[starts[n] : item.start]))
            else:
                sibling = node.items[min(i1, len(node.items) - 1)]
                pieces += [_Piece(self.written(item, sibling), None) for item in after[j1:j2]]
        return self.joined(node, pieces, node.items[0].start, node.items[-1].end)

    def joined(self, node: Mapping | Sequence, pieces: list[_Piece], first: int, end: int) -> str:
        """The pieces between the brackets of a table or a list, whose first piece began at `first` and last ended at `end`."""
        opening, closing = self.text[node.start : first], self.text[end : node.end]
        if not pieces:
            return opening[0] + closing[-1]
        separator = "," + opening[1:] if "\n" in opening else ", "
        found = [opening, pieces[0].words]
        for piece in pieces[1:]:
            has_comma = piece.separator is not None and "," in piece.separator
            found += [str(piece.separator) if has_comma else separator, piece.words]
        return "".join([*found, closing])

    def written(self, data: Any, sibling: Node) -> str:
        """Data as new text: in lines where what is next to it, or what it replaces, is in lines."""
        if "\n" not in self.text[sibling.start : sibling.end]:
            return write_json(data)
        line_start = self.text.rfind("\n", 0, sibling.start) + 1
        line = self.text[line_start : sibling.start]
        margin = line[: len(line) - len(line.lstrip())]
        newline = "\r\n" if "\r\n" in self.text else "\n"
        return write_json(data, indent=2).replace("\n", newline + margin)
