"""The YAML that most heads are written in, read without the parser of YAML and without places.

    title: The bridge
    published: 2025-03-12
    use: [../factbook.yaml]
    entities:
      mayor: {name: Ada Brandt, kind: person}

Only names as keys, plain words on one line, tables by indentation, and lists and tables between brackets on one line. It is
not a second dialect: everything else is left to `read_yaml`, and what both read is the same (a property in the tests). For
the head of a short document, which is a third of what reading it takes, this is twice as fast (benchmarks/documents.py).
"""

from __future__ import annotations

import re

import attrs

from newsfacts.immutable import maker
from newsfacts.strict_yaml.nodes import Entry, Mapping, Node, Scalar, Sequence
from newsfacts.strict_yaml.scalars import typed
from newsfacts.strict_yaml.yaml_1_1 import TRUTH_WORDS, taken_otherwise

__all__ = ["read_common_yaml"]

_IN_WORDS = r"\w;!/.()'’“”‘–—+"
_LINE = re.compile(r"( *+)([A-Za-z_][\w-]{0,99}+):(?: ([^\n]++))?\n")
_PLAIN = re.compile(rf"(?>(?:\.\.?/)*)[^\W_](?>(?:[{_IN_WORDS},?&%-]| (?=[{_IN_WORDS},?&%-])|:(?=[\w/]))*)")
_PLAIN_IN_FLOW = re.compile(rf"(?>(?:\.\.?/)*)[^\W_](?>(?:[{_IN_WORDS}-]| (?=[{_IN_WORDS}-]))*)")
_KEY_IN_FLOW = re.compile(r"([A-Za-z_][\w-]{0,99}+): ")
_MAX_FLOW = 20

new_scalar, new_entry, new_mapping = maker(Scalar), maker(Entry), maker(Mapping)


class _Uncommon(Exception):
    """The text has something that is left to `read_yaml`."""


@attrs.define
class _Level:
    """A table that is being read: how far its keys are indented, and the key whose value comes in further lines."""

    indent: int
    entries: dict[str, Entry] = attrs.field(factory=dict)
    open_key: str | None = None

    def add(self, key: str, value: Node) -> None:
        self.entries[key] = new_entry(new_scalar(key, key, 0, 0), value)


def read_common_yaml(text: str) -> Mapping | None:
    """The table that a text consists of, without places; None where it has anything that is not common, or wrong."""
    try:
        return _read(text)
    except _Uncommon:
        return None


def _read(text: str) -> Mapping:
    levels = [_Level(0)]
    at = 0
    while at < len(text):
        line = _LINE.match(text, at)
        if line is None:
            raise _Uncommon
        at = line.end()
        indent, key, written = len(line[1]), line[2], line[3]
        level = levels[-1]
        if indent > level.indent and level.open_key is not None:
            level = _Level(indent)
            levels.append(level)
        else:
            level = _close(levels, indent)
        if indent != level.indent or key in level.entries or key in TRUTH_WORDS:
            raise _Uncommon
        if written is None:
            level.open_key = key
        elif written[0] in "{[":
            value, end = _flow(written, 0, 0)
            if end != len(written):
                raise _Uncommon
            level.add(key, value)
        else:
            level.add(key, _plain(_PLAIN.fullmatch(written)))
    entries = _close(levels, 0).entries
    if not entries:
        raise _Uncommon
    return new_mapping(tuple(entries.values()), 0, 0)


def _close(levels: list[_Level], indent: int) -> _Level:
    """Finish the tables that are indented further, and the key that has no value."""
    while True:
        level = levels[-1]
        if level.open_key is not None:
            level.add(level.open_key, new_scalar(None, "", 0, 0))
            level.open_key = None
        if level.indent <= indent or len(levels) == 1:
            return level
        levels.pop()
        outer = levels[-1]
        assert outer.open_key is not None
        outer.add(outer.open_key, new_mapping(tuple(level.entries.values()), 0, 0))
        outer.open_key = None


def _plain(found: re.Match[str] | None) -> Scalar:
    """A plain word. One that other readers of YAML take for something else is remarked on at its place."""
    if found is None:
        raise _Uncommon
    raw = found[0]
    if raw in TRUTH_WORDS or (raw[0] in "0123456789" and taken_otherwise(raw) is not None):
        raise _Uncommon
    return new_scalar(typed(raw), raw, 0, 0)


def _flow(text: str, at: int, depth: int) -> tuple[Node, int]:
    """The list or table that begins at an offset, and the offset after it."""
    first = text[at]
    if depth > _MAX_FLOW:
        raise _Uncommon
    closing = "}" if first == "{" else "]"
    entries: dict[str, Entry] = {}
    items: list[Node] = []
    at += 1
    while True:
        name = ""
        if first == "{":
            key = _KEY_IN_FLOW.match(text, at)
            if key is None or key[1] in entries or key[1] in TRUTH_WORDS:
                raise _Uncommon
            name, at = key[1], key.end()
        value: Node
        word = _PLAIN_IN_FLOW.match(text, at)
        if word is not None:
            value, at = _plain(word), word.end()
        elif text.startswith(("{", "["), at):
            value, at = _flow(text, at, depth + 1)
        else:
            raise _Uncommon
        if first == "{":
            entries[name] = new_entry(new_scalar(name, name, 0, 0), value)
        else:
            items.append(value)
        if text.startswith(", ", at):
            at += 2
        elif text.startswith(closing, at):
            break
        else:
            raise _Uncommon
    return (new_mapping(tuple(entries.values()), 0, 0) if first == "{" else Sequence(tuple(items), 0, 0)), at + 1
