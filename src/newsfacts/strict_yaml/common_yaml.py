"""The YAML that most heads are written in, read without the parser of YAML and without places.

    title: The bridge
    published: 2025-03-12
    use: [../factbook.yaml]
    entities:
      mayor: {name: Ada Brandt, kind: person}

Only names as keys, plain words on one line (values also between straight double quotation marks, as they are written here), tables by
indentation, and lists and tables between brackets on one line. It is
not a second dialect: everything else is left to `read_yaml`, and what both read is the same (a property in the tests). For
the head of a short document, which is a third of what reading it takes, this is twice as fast (benchmarks/documents.py).
"""

from __future__ import annotations

import functools
import re

import attrs

from newsfacts.immutable import maker
from newsfacts.strict_yaml.nodes import Entry, Mapping, Node, Scalar, Sequence
from newsfacts.strict_yaml.scalars import typed
from newsfacts.strict_yaml.yaml_1_1 import TRUTH_WORDS, taken_otherwise

__all__ = ["read_common_yaml"]

_IN_WORDS = r"\w;!/.()'’“”‘–—+"
_LINE = re.compile(r"^( *+)([A-Za-z_][\w-]{0,99}+):(?: ([^\n]++))?$", re.MULTILINE)
_PLAIN = re.compile(rf"(?>(?:\.\.?/)*)[^\W_](?>(?:[{_IN_WORDS},?&%-]++| (?=[{_IN_WORDS},?&%-])|:(?=[\w/]))*)")
_PLAIN_IN_FLOW = re.compile(rf"(?>(?:\.\.?/)*)[^\W_](?>(?:[{_IN_WORDS}-]++| (?=[{_IN_WORDS}-]))*)")
_QUOTED = re.compile(rf'"([{_IN_WORDS} ,:?&%#@*=<>|-]*+)"')
_KEY = r"[A-Za-z_][\w-]{0,99}+"
_KEY_IN_FLOW = re.compile(rf"({_KEY}): ")
_WORDS_IN_FLOW = re.compile(rf"{_KEY}: {_PLAIN_IN_FLOW.pattern}(?>(?:, {_KEY}: {_PLAIN_IN_FLOW.pattern})*)")
_NOT_TEXT = frozenset({"null", "true", "false", *TRUTH_WORDS})
"""The words that begin with a letter and are not text, here or to other readers of YAML."""
_STARTS_OF_NUMBERS = "-0123456789"
_MAX_FLOW = 20

MAX_KEPT = 1_000
"""How long a line is that is kept for further documents."""

_new_scalar, _new_entry, _new_mapping = maker(Scalar), maker(Entry), maker(Mapping)


class _Uncommon(Exception):
    """The text has something that is left to `read_yaml`."""


@attrs.define
class _Level:
    """A table that is being read: how far its keys are indented, and the key whose value comes in further lines."""

    indent: int
    entries: dict[str, Entry] = attrs.field(factory=dict)
    open_key: str | None = None

    def add(self, key: str, value: Node) -> None:
        """Add an entry."""
        self.entries[key] = _new_entry(_key(key), value)


@functools.lru_cache(maxsize=1024)
def _key(name: str) -> Scalar:
    """A key, which has no place: the same few names come again and again."""
    return _new_scalar(name, name, 0, 0)


def read_common_yaml(text: str) -> Mapping | None:
    """The table that a text consists of, without places; None where it has anything that is not common, or wrong."""
    try:
        return _read(text)
    except _Uncommon:
        return None


def _read(text: str) -> Mapping:
    lines = _LINE.findall(text)
    if len(lines) != text.count("\n") or not text.endswith("\n"):  # a line that is not common is passed over
        raise _Uncommon
    level = _Level(0)
    levels = [level]
    for margin, key, written in lines:
        indent = len(margin)
        if indent > level.indent and level.open_key is not None:
            level = _Level(indent)
            levels.append(level)
        elif indent != level.indent or level.open_key is not None:
            level = _close(levels, indent)
        if indent != level.indent or key in level.entries or key in TRUTH_WORDS:
            raise _Uncommon
        if written:
            level.entries[key] = (_entry if len(written) <= MAX_KEPT else _entry.__wrapped__)(key, written)
        else:
            level.open_key = key
    entries = _close(levels, 0).entries
    if not entries:
        raise _Uncommon
    return _new_mapping(tuple(entries.values()), 0, 0)


@functools.lru_cache(maxsize=1024)
def _entry(key: str, written: str) -> Entry:
    """What one line says. The heads of a corpus have most of their lines in common: the outlet, the authors, the factbook."""
    if written[0] in "{[":
        value, end = _flow(written, 0, 0)
        if end != len(written):
            raise _Uncommon
        return _new_entry(_key(key), value)
    quoted = _QUOTED.fullmatch(written)
    if quoted is not None:
        return _new_entry(_key(key), _text(quoted[1]))
    if _PLAIN.fullmatch(written) is None:
        raise _Uncommon
    return _new_entry(_key(key), _plain(written))


def _close(levels: list[_Level], indent: int) -> _Level:
    """Finish the tables that are indented further, and the key that has no value."""
    while True:
        level = levels[-1]
        if level.open_key is not None:
            level.add(level.open_key, _new_scalar(None, "", 0, 0))
            level.open_key = None
        if level.indent <= indent or len(levels) == 1:
            return level
        levels.pop()
        outer = levels[-1]
        assert outer.open_key is not None
        outer.add(outer.open_key, _new_mapping(tuple(level.entries.values()), 0, 0))
        outer.open_key = None


def _text(raw: str) -> Scalar:
    """What is between quotation marks, which is text whatever it is."""
    if taken_otherwise(raw) is not None:
        raise _Uncommon
    return _new_scalar(raw, raw, 0, 0)


def _plain(raw: str) -> Scalar:
    """A plain word. One that other readers of YAML take for something else is remarked on at its place."""
    if raw[0] in _STARTS_OF_NUMBERS:
        if taken_otherwise(raw) is not None:
            raise _Uncommon
        return _new_scalar(typed(raw), raw, 0, 0)
    if raw in _NOT_TEXT:
        if raw in TRUTH_WORDS:
            raise _Uncommon
        return _new_scalar(typed(raw), raw, 0, 0)
    return _new_scalar(raw, raw, 0, 0)


def _flow(text: str, at: int, depth: int) -> tuple[Node, int]:
    """The list or table that begins at an offset, and the offset after it."""
    if depth > _MAX_FLOW:
        raise _Uncommon
    return _flow_table(text, at + 1, depth) if text[at] == "{" else _flow_list(text, at + 1, depth)


def _flow_table(text: str, at: int, depth: int) -> tuple[Node, int]:
    """The table whose first key is at an offset."""
    entries: dict[str, Entry] = {}
    while True:
        words = _WORDS_IN_FLOW.match(text, at)
        if words is not None:  # keys with plain words, which have neither commas nor colons
            for pair in words[0].split(", "):
                name, _, word = pair.partition(": ")
                if name in entries or name in TRUTH_WORDS:
                    raise _Uncommon
                entries[name] = _new_entry(_key(name), _plain(word))
            at = words.end()
        else:
            found = _KEY_IN_FLOW.match(text, at)
            if found is None or found[1] in entries or found[1] in TRUTH_WORDS:
                raise _Uncommon
            if not text.startswith(("{", "["), found.end()):
                raise _Uncommon
            value, at = _flow(text, found.end(), depth + 1)
            entries[found[1]] = _new_entry(_key(found[1]), value)
        if text.startswith(", ", at):
            at += 2
        elif text.startswith("}", at):
            return _new_mapping(tuple(entries.values()), 0, 0, {}), at + 1
        else:
            raise _Uncommon


def _flow_list(text: str, at: int, depth: int) -> tuple[Node, int]:
    """The list whose first item is at an offset."""
    items: list[Node] = []
    while True:
        word = _PLAIN_IN_FLOW.match(text, at)
        if word is not None:
            items.append(_plain(word[0]))
            at = word.end()
        elif (word := _QUOTED.match(text, at)) is not None:
            items.append(_text(word[1]))
            at = word.end()
        elif text.startswith(("{", "["), at):
            value, at = _flow(text, at, depth + 1)
            items.append(value)
        else:
            raise _Uncommon
        if text.startswith(", ", at):
            at += 2
        elif text.startswith("]", at):
            return Sequence(tuple(items), 0, 0), at + 1
        else:
            raise _Uncommon
