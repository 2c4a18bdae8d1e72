"""How to write what was probably meant, where a block departs from the grammar: the usual slips of those who are new to it."""

from __future__ import annotations

import functools

from newsfacts.patterns import lazy_pattern
from newsfacts.schema.kinds import Schema
from newsfacts.text.suggestions import OTHER_MARKS
from newsfacts.text.synonyms import kind_meant

__all__ = ["hint"]

_KEY = r"(?P<key>[A-Za-z_][\w-]{0,50})"
_VALUE = r'(?P<value>"[^"\r\n]{0,100}"|[^\s"{}=,]{1,100})'
_SPACED = lazy_pattern(rf"{_KEY}[ \t]{{0,4}}=[ \t]{{0,4}}{_VALUE}")
_COLON = lazy_pattern(rf"{_KEY}:[ \t]{{0,4}}{_VALUE}")
_VALUE_AFTER = lazy_pattern(rf"[ \t]{{1,4}}(?![.#]|[A-Za-z_][\w-]{{0,40}}[ \t]{{0,4}}=){_VALUE}")
_NO_VALUE = lazy_pattern(rf"{_KEY}[ \t]{{0,4}}=")
_NAME = lazy_pattern(r"[A-Za-z][\w-]{0,50}(?![^\s},;])")
_WORDS = lazy_pattern(r"[^\s{}\"]{1,40}(?:[ \t]{1,4}(?![.#]\w|[A-Za-z_][\w-]{0,40}[ \t]{0,4}=)[^\s{}\"]{1,40}){0,8}")
_BARE_ITEM = lazy_pattern(r"[A-Za-z_][\w-]*=[^\s\"{}]+\Z")


def hint(before: str, text: str, place: int) -> str | None:
    """What to write instead; None where nothing usual is recognized.

    `before` is the last item that was read, empty where there is none; `place` is the offset in `text` of the first
    character that does not fit. Bounded: what is far behind it is not looked at.
    """
    first = text[place : place + 1]
    if first in (",", ";"):
        return f"take out the {'comma' if first == ',' else 'semicolon'}: items are separated by spaces"
    if _BARE_ITEM.match(before) and (found := _value_with_spaces(before, text, place)):
        return found
    spaced = _SPACED.match(text, place)
    if spaced is not None:
        return f"write {spaced['key']}={spaced['value']}, without spaces around ="
    colon = _COLON.match(text, place)
    if colon is not None:
        return f"write {colon['key']}={colon['value']}, with = in place of the colon"
    missing = _NO_VALUE.match(text, place)
    if missing is not None:
        return f"write a value after {missing['key']}=, or take it out"
    name = _NAME.match(text, place)
    return None if name is None else _bare_name(name[0], text, name.end(), first=not before)


def _value_with_spaces(before: str, text: str, place: int) -> str | None:
    """The help for a value that goes on after a space; None where a word may be meant as an item of its own."""
    key, _, start = before.partition("=")
    words = _WORDS.match(text, place)
    if words is None or _NO_VALUE.match(text, place):
        return None
    if start[0] in OTHER_MARKS:
        inside = f"{start} {words[0]}".strip(OTHER_MARKS)
        return f'write {key}="{inside}", with straight double quotation marks'
    if _bare_kind(words[0]) is not None:
        return None
    value = f"{start} {words[0]}"
    if key in _reference_keys():
        value = " ".join(value.replace(",", " ").split())
    return f'write {key}="{value}": a value with spaces is between quotation marks'


def _bare_name(name: str, text: str, end: int, *, first: bool) -> str:
    """The help for a name that has neither a dot nor a `#` before it nor a `=` after it."""
    kind = _bare_kind(name)
    if kind is not None:
        return f"write .{kind}: a kind has a dot before it"
    if name in _keys():
        value = _VALUE_AFTER.match(text, end)
        return f"write {name}={value['value'] if value is not None else '...'}: a field has = before its value"
    if first:
        return f"write .{name} for a kind, #{name} for an id, or {name}=... for a field"
    return f"write #{name} for an id, or {name}=... for a field"


def _bare_kind(word: str) -> str | None:
    """The kind that a word without its dot names."""
    kinds = Schema.core().kinds
    return word if word in kinds else kind_meant(word, kinds)


@functools.cache
def _keys() -> frozenset[str]:
    return frozenset(key for kind in Schema.core().kinds.values() for key in kind.fields)


@functools.cache
def _reference_keys() -> frozenset[str]:
    fields = (field for kind in Schema.core().kinds.values() for field in kind.fields.values())
    return frozenset(field.key for field in fields if field.is_reference)
