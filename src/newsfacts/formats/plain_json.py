"""JSON read by the parser of Python, without places: what only files with nothing wrong need.

Whatever is wrong or unusual raises `Unusual`; `json_nodes` then reads the text again, and says what is wrong and where.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from json.decoder import scanstring  # type: ignore[attr-defined]  # the type stubs leave it out
from typing import Any, NoReturn

from newsfacts.immutable import frozen, maker
from newsfacts.strict_yaml import MAX_DEPTH, MAX_DIGITS, Entry, Mapping, Node, Scalar, Sequence
from newsfacts.text.json_depth import breaks_json_parser

__all__ = [
    "Unusual",
    "end_of_value",
    "entry_of",
    "key_without_place",
    "members_of",
    "node_of",
    "read_table",
    "start_of_member",
    "starts_of_items",
    "written_scalar",
]

_SPACE = re.compile(r"[ \t\r\n]*+")
_COLON = re.compile(r"[ \t\r\n]*+:[ \t\r\n]*+")
_COMMA = re.compile(r"[ \t\r\n]*+,[ \t\r\n]*+")
_MANY_BITS = 3_300  # no number with fewer has more than `MAX_DIGITS` digits

_new_scalar, _new_entry, _new_sequence, _new_mapping = maker(Scalar), maker(Entry), maker(Sequence), maker(Mapping)


class Unusual(Exception):
    """The text has to be read with places."""


class Number(str):
    """A number with a point or an exponent, as written."""

    __slots__ = ()


def _refuse(_: str) -> NoReturn:
    raise Unusual


_decoder: Any = json.JSONDecoder(object_pairs_hook=tuple, parse_float=Number, parse_constant=_refuse)
_scan: Callable[[str, int], tuple[Any, int]] = _decoder.scan_once
"""Reads a value from an offset on: a table as a tuple of pairs, so that keys that come twice can be seen."""


def read_table(text: str, start: int, end: int) -> dict[str, Any]:
    """The table that a range of a text consists of; tables in it are tuples of pairs. Raises `Unusual`."""
    begin = _after(_SPACE, text, start)
    if not text.startswith("{", begin) or breaks_json_parser(text, start, end):
        raise Unusual
    try:
        pairs, after = _scan(text, begin)
    except (ValueError, StopIteration, RecursionError):
        raise Unusual from None
    found: dict[str, Any] = dict(pairs)
    if _after(_SPACE, text, after, end) != end or len(found) < len(pairs) or not found:
        raise Unusual
    return found


@frozen
class Member:
    """A key of a table, and where its value begins."""

    key: Scalar
    start: int


def members_of(text: str, start: int) -> Iterator[Member]:
    """The members of the table at an offset, which has been read and is not empty. A value is passed over when the next one is asked for."""
    at = _after(_SPACE, text, _after(_SPACE, text, start) + 1)
    while True:
        name, after = scanstring(text, at + 1)
        begin = _after(_COLON, text, after)
        yield Member(Scalar(name, name, at, after), begin)
        comma = _COMMA.match(text, end_of_value(text, begin))
        if comma is None:
            return
        at = comma.end()


def start_of_member(text: str, start: int, key: str) -> int:
    """Where the value of a key begins that is in the table at an offset, which has been read."""
    return next(member.start for member in members_of(text, start) if member.key.raw == key)


def end_of_value(text: str, start: int) -> int:
    """The offset after the value at an offset, which has been read."""
    return _scan(text, start)[1]


def starts_of_items(text: str, start: int) -> list[int]:
    """Where each item of a list begins; the list begins at `start`, and has been read."""
    found: list[int] = []
    at = _after(_SPACE, text, start + 1)
    while True:
        found.append(at)
        _, after = _scan(text, at)
        comma = _COMMA.match(text, after)
        if comma is None:
            return found
        at = comma.end()


def _after(pattern: re.Pattern[str], text: str, start: int, end: int | None = None) -> int:
    """The offset after a pattern that must be there."""
    found = pattern.match(text, start) if end is None else pattern.match(text, start, end)
    if found is None:
        raise Unusual
    return found.end()


def written_scalar(value: Any) -> str:
    """A single value as it is written. Raises `Unusual` for tables and lists, and for what is not read as written."""
    kind = type(value)
    if kind is str:
        written: str = value
        return written
    if kind is bool:
        return "true" if value else "false"
    if kind is int and value and value.bit_length() < _MANY_BITS:
        return str(value)
    if kind is Number and len(value) <= MAX_DIGITS:
        return str.__str__(value)
    raise Unusual  # 0 may be written -0


@functools.lru_cache(maxsize=1024)
def key_without_place(name: str) -> Scalar:
    """A key as a node: the same few names come again and again."""
    return _new_scalar(name, name, 0, 0)


MAX_KEPT = 100
"""How long a value is that is kept for further documents: names, kinds and units of measures come again and again."""

MAX_MEMBERS = 10
"""How many members a table has at most that is kept."""


def entry_of(key: str, value: Any, depth: int = 1) -> Entry:
    """A member of a table as an entry without a place. Raises `Unusual`."""
    kind = type(value)
    if kind is str and len(value) <= MAX_KEPT:
        return _kept_entry(key, value)
    if kind is tuple and depth < MAX_DEPTH - 1 and is_kept(value):
        return _kept_table(key, value)
    return _new_entry(key_without_place(key), node_of(value, depth))


def is_kept(table: tuple[tuple[str, Any], ...], *, takes_tables: bool = True) -> bool:
    """Whether a table is kept for further documents: a few short texts, such as an entity that many of them have, or a few such tables.

    Numbers may be equal where they are not written alike, as 1 and 1.0 are, and so none is kept.
    """
    if len(table) > MAX_MEMBERS:
        return False
    for _, item in table:
        kind = type(item)
        if kind is tuple:
            if not takes_tables or not is_kept(item, takes_tables=False):
                return False
        elif kind is not bool and (kind is not str or len(item) > MAX_KEPT):
            return False
    return True


@functools.lru_cache(maxsize=1024)
def _kept_entry(key: str, words: str) -> Entry:
    return _new_entry(key_without_place(key), _new_scalar(words, words, 0, 0))


@functools.lru_cache(maxsize=1024)
def _kept_table(key: str, table: tuple[tuple[str, Any], ...]) -> Entry:
    entries = {
        name: _kept_table(name, item) if type(item) is tuple else _new_entry(key_without_place(name), node_of(item))
        for name, item in table
    }
    return _new_entry(key_without_place(key), _table_of(entries, table, {}))


def node_of(value: Any, depth: int = 1) -> Node:
    """A value as a node without a place. Raises `Unusual`."""
    kind = type(value)
    if kind is str:
        return _new_scalar(value, value, 0, 0)
    if value is None:
        return _new_scalar(None, "null", 0, 0)
    if kind is not tuple and kind is not list:
        written = written_scalar(value)
        return _new_scalar(Decimal(written) if kind is Number else value, written, 0, 0)
    if depth >= MAX_DEPTH:
        raise Unusual
    if kind is list:
        return _new_sequence(tuple([node_of(item, depth + 1) for item in value]), 0, 0)
    return _table_of({key: entry_of(key, item, depth + 1) for key, item in value}, value)


def _table_of(
    entries: dict[str, Entry], written: tuple[tuple[str, Any], ...], made: dict[type, Any] | None = None
) -> Mapping:
    """The table of these members, of which as many are written. Raises `Unusual` where a key is there twice."""
    if len(entries) < len(written):
        raise Unusual
    return _new_mapping(tuple(entries.values()), 0, 0, made)
