"""Writes data as YAML that a person likes to read, and that every YAML reader takes for the same data."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from newsfacts.errors import UsageError
from newsfacts.strict_yaml.reader import MAX_DEPTH
from newsfacts.strict_yaml.scalars import typed

__all__ = ["MAX_KEY_LENGTH", "MAX_LINE", "write_yaml"]

MAX_LINE = 100
"""Lists of single values are on one line up to this many characters."""

MAX_KEY_LENGTH = 200
"""YAML takes a key for one only within 1,024 characters, which an escape may make five of one."""

# Plain text begins with a letter and holds nothing that any YAML could take for an indicator.
_PLAIN = re.compile(r"[^\W\d_][\w/.()'’“”‘–—-]*+(?>(?: [\w/.()'’“”‘–—-]++)*)")
_PLAIN_IN_BLOCK = re.compile(r"[^\W\d_][\w,;!?/.()'’“”‘–—-]*+(?>(?: [\w,;!?/.()'’“”‘–—-]++)*)")
_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_LONGEST_RESERVED = max(map(len, _RESERVED))
_NEEDS_ESCAPE = re.compile(
    '["\\\\]|[^\x20-\x7e\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]'
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_CONTROLS = "\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_BLOCK_TEXT = re.compile(f"[^ \n\xa0{_CONTROLS}][^{_CONTROLS}]*+")


def write_yaml(data: Any) -> str:
    """Write dictionaries, lists, text, whole numbers, decimals, booleans and None as YAML in block style.

    Keys keep their order. `read_valid_yaml` gives the same data back, and a reader of YAML 1.1 or 1.2 gives the same text back:
    `no`, `10:30`, `007` and dates are written between quotation marks. Raises `UsageError` for anything else.
    """
    if isinstance(data, Mapping) and data:
        return "".join(_mapping(data, 0, 0))
    if _is_list(data) and data:
        flow = _flow(data, MAX_LINE, 0)
        return flow + "\n" if flow is not None else "".join(_sequence(data, 0, 0))
    return _scalar(data) + "\n"


_LISTS = (list, tuple)
_NOT_LISTS = (str, bytes)
_SINGLE: frozenset[type] = frozenset({str, int, bool, Decimal, type(None)})
"""Types of single values; what has none of them is asked in more time."""


def _is_list(data: Any) -> bool:
    if isinstance(data, _LISTS):
        return True
    return type(data) not in _SINGLE and isinstance(data, Sequence) and not isinstance(data, _NOT_LISTS)


def _is_table(data: Any) -> bool:
    return isinstance(data, dict) or (type(data) not in _SINGLE and isinstance(data, Mapping))


def _mapping(data: Mapping[Any, Any], indent: int, depth: int) -> list[str]:
    _check_depth(depth)
    lines: list[str] = []
    margin = " " * indent
    for key, value in data.items():
        if not isinstance(key, str):
            raise UsageError(f"{key!r} cannot be a key in YAML; keys are text")
        if len(key) > MAX_KEY_LENGTH:
            raise UsageError(f"the key {key[:20]!r}... has more than {MAX_KEY_LENGTH} characters")
        if type(value) is str and "\n" not in value:  # by far the most frequent case
            lines.append(f"{margin}{_key(key)}: {_text(value, _PLAIN_IN_BLOCK)}\n")
        else:
            lines.append(f"{margin}{_key(key)}:")
            lines.extend(_value(value, indent, depth))
    return lines


def _sequence(data: Sequence[Any], indent: int, depth: int) -> list[str]:
    _check_depth(depth)
    lines: list[str] = []
    margin = " " * indent
    for item in data:
        if _is_table(item) and item:
            first, *rest = _mapping(item, indent + 2, depth + 1)
            lines.append(f"{margin}- {first.removeprefix(margin + '  ')}")
            lines.extend(rest)
        else:
            lines.append(f"{margin}-")
            lines.extend(_value(item, indent, depth))
    return lines


def _value(value: Any, indent: int, depth: int) -> list[str]:
    """What follows a key or a dash."""
    if isinstance(value, str):  # first, for most values are
        if "\n" in value and _BLOCK_TEXT.fullmatch(value):
            return [_block_text(value, indent + 2)]
        return [f" {_text(value, _PLAIN_IN_BLOCK)}\n"]
    if _is_table(value) and value:
        return ["\n", *_mapping(value, indent + 2, depth + 1)]
    if _is_list(value) and value:
        flow = _flow(value, MAX_LINE - indent, depth + 1)
        if flow is not None:
            return [f" {flow}\n"]
        return ["\n", *_sequence(value, indent + 2, depth + 1)]
    return [f" {_scalar(value)}\n"]


def _block_text(value: str, indent: int) -> str:
    margin = " " * indent
    body = value.rstrip("\n")
    ends = len(value) - len(body)
    sign = "-" if ends == 0 else "" if ends == 1 else "+"
    lines = "\n".join(margin + line if line else "" for line in body.split("\n"))
    return f" |{sign}\n{lines}\n" + "\n" * max(0, ends - 1)


def _flow(data: Any, room: int, depth: int) -> str | None:
    """A list of single values, or of lists of whole numbers, on one line; None where it does not fit or contains more."""
    parts: list[str] = []
    _check_depth(depth)
    are_lists = [_is_list(item) for item in data]
    if all(are_lists):
        _check_depth(depth + 1)
    elif any(are_lists) or any(map(_is_table, data)):
        return None
    for item in data:
        if isinstance(item, str):
            part = _text(item, _PLAIN)
        elif not are_lists[0]:
            part = _scalar(item)
        elif all(isinstance(number, int) for number in item):
            part = f"[{', '.join(map(_scalar, item))}]"
        else:
            return None
        room -= len(part) + 2
        if room < 0:
            return None
        parts.append(part)
    return f"[{', '.join(parts)}]"


_MANY = 10**18
"""Whole numbers with fewer digits are written as they are, without a look at how they are read."""


def _scalar(value: Any) -> str:
    if type(value) is int and -_MANY < value < _MANY:
        return str(value)
    if isinstance(value, str):
        return _text(value, _PLAIN_IN_BLOCK)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        written = str(value) if isinstance(value, int) else format(value, "f")
        read = typed(written)
        if type(read) is type(value) and str(read) == str(value):
            return written
        raise UsageError(
            f"the number {value} cannot be written in YAML so that it reads back the same; write it as text"
        )
    if isinstance(value, Mapping):
        return "{}"
    if _is_list(value):
        return "[]"
    raise UsageError(f"{type(value).__name__} {value!r} cannot be written as YAML; write it as text")


def _text(value: str, plain: re.Pattern[str]) -> str:
    if plain.fullmatch(value) and (len(value) > _LONGEST_RESERVED or value.lower() not in _RESERVED):
        return value
    return f'"{_NEEDS_ESCAPE.sub(_escape, value)}"'


@functools.lru_cache(maxsize=1024)
def _key(key: str) -> str:
    """A key as it is written: the same few names come again and again."""
    return _text(key, _PLAIN)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    number = ord(character)
    if 0xD800 <= number <= 0xDFFF:
        raise UsageError(f"U+{number:04X} is half of a character; it cannot be written as YAML")
    if character in _ESCAPES:
        return _ESCAPES[character]
    if number < 0x100:
        return f"\\x{number:02X}"
    return f"\\u{number:04X}"


def _check_depth(depth: int) -> None:
    if depth >= MAX_DEPTH:
        raise UsageError(f"lists and tables are nested more than {MAX_DEPTH} deep")
