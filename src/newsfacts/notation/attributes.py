"""The attribute block after a span: `{.kind #id key=value key="value"}`.

    block  = "{" space* (item space*)* "}"
    item   = "." name | "#" id | key "=" value
    value  = '"' (character | '\\"' | '\\\\')* '"'   on one line   | character+   without space, quotation mark or brace
"""

from __future__ import annotations

import re

import attrs

from newsfacts.raw import RawAttribute

__all__ = ["Attributes", "AttributeProblem", "read_attributes"]

_ITEM = r'\.[A-Za-z][\w-]*+|\#[\w][\w.:-]*+|[A-Za-z_][\w-]*+=(?:"(?:[^"\\\r\n]|\\.)*+"|[^\s"{}]++)'
_BLOCK = re.compile(r"\{\s*+(?:(?:" + _ITEM + r")\s*+)*+\}")
_ONE = re.compile(r'\s*+(?:\.([A-Za-z][\w-]*+)|\#([\w][\w.:-]*+)|([A-Za-z_][\w-]*+)=(?:"((?:[^"\\\r\n]|\\.)*+)"|([^\s"{}]++)))')
_ESCAPED = re.compile(r'\\(["\\])')
_LAST_WORD = re.compile(r"\S{1,30}\s*\Z")


@attrs.define
class Attributes:
    """A block that was read: `end` is the offset right after its closing brace."""

    kind: RawAttribute | None
    id: RawAttribute | None
    values: dict[str, RawAttribute]
    end: int
    repeated: list[RawAttribute]
    """Items that came a second time: a second kind or id, or a key that was already given. The first one counts."""


@attrs.frozen
class AttributeProblem:
    """Why the text at a brace is not an attribute block, and where it stops being one."""

    message: str
    start: int
    end: int


def read_attributes(text: str, start: int) -> Attributes | AttributeProblem:
    """The block whose opening brace stands at `start`."""
    block = _BLOCK.match(text, start)
    if block is None:
        return _explain(text, start)
    kind: RawAttribute | None = None
    id: RawAttribute | None = None
    values: dict[str, RawAttribute] = {}
    repeated: list[RawAttribute] = []
    end = block.end()
    item = _ONE.match(text, start + 1)
    while item is not None:
        group = item.lastindex
        if group == 1:
            found = RawAttribute(item[1], item.start(1) - 1, item.end())
            if kind is None:
                kind = found
            else:
                repeated.append(found)
        elif group == 2:
            found = RawAttribute(item[2], item.start(2) - 1, item.end())
            if id is None:
                id = found
            else:
                repeated.append(found)
        else:
            key = item[3]
            value = item[5]
            if value is None:
                value = item[4]
                if "\\" in value:
                    value = _ESCAPED.sub(r"\1", value)
            found = RawAttribute(value, item.start(3), item.end())
            if key in values:
                repeated.append(found)
            else:
                values[key] = found
        item = _ONE.match(text, item.end())
    return Attributes(kind, id, values, end, repeated)


def _explain(text: str, start: int) -> AttributeProblem:
    """Find the first place where the text departs from the grammar, and what was expected there."""
    place = start + 1
    while (item := _ONE.match(text, place)) is not None:
        place = item.end()
    while place < len(text) and text[place].isspace():
        place += 1
    before = _LAST_WORD.search(text, max(start, place - 40), place)
    after = f" after {before[0].strip()}" if before else ""
    rest = re.compile(r"[^\s}]{1,30}").match(text, place)
    if rest is None:
        found, end = ("the end of the text", place) if place >= len(text) else (f"{text[place]}", place + 1)
    else:
        found, end = rest[0], rest.end()
    if re.match(r'[A-Za-z_][\w-]*="', found):
        reason = f"the quoted value in {found} is not closed on its line"
    else:
        reason = f"expected .kind, #id, key=value or }}{after}, found {found}"
    return AttributeProblem(reason, start, end)
