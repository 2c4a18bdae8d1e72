"""The attribute block after a span: `{.kind #id key=value key="value"}`.

block  = "{" space* (item space*)* "}"
item   = "." name | "#" id | key "=" value
value  = '"' (character | '\\"' | '\\\\')* '"'   on one line   | character+   without space, quotation mark or brace

A block may go on in the next line, but not over an empty one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import ClassVar

from newsfacts.formats.annotated_text.hints import hint
from newsfacts.immutable import FrozenDict, frozen
from newsfacts.patterns import lazy_pattern
from newsfacts.raw import RawAttribute, Written, values_of

__all__ = ["BLOCK", "AttributeProblem", "Block", "explain_block", "read_block", "read_simple_block"]

_QUOTED = r'"(?>(?:[^"\\\r\n]|\\[^\r\n])*)"'
_SPACE = r"[^\S\r\n]*+(?>(?:(?:\r\n?+|\n)(?![ \t]*+[\r\n])[^\S\r\n]*+)*)"
_ITEM = rf'\.[A-Za-z][\w-]*+|\#\w[\w.:-]*+|[A-Za-z_][\w-]*+=(?:{_QUOTED}|[^\s"{{}}]++)'
BLOCK = rf"\{{{_SPACE}(?>(?:(?:{_ITEM}){_SPACE})*)\}}"
"""The pattern of a whole block, for the scanner; it never backtracks."""

_ONE = re.compile(rf'{_SPACE}(?:\.([A-Za-z][\w-]*+)|\#(\w[\w.:-]*+)|([A-Za-z_][\w-]*+)=(?:({_QUOTED})|([^\s"{{}}]++)))')
_WHOLE = re.compile(BLOCK)
_SPACES = lazy_pattern(_SPACE)
_ESCAPED = lazy_pattern(r'\\(["\\])')
_LAST_WORD = lazy_pattern(r"\S{1,30}\s*\Z")
_NEXT_WORDS = lazy_pattern(r"[^\s}]{1,30}")
_UNCLOSED_VALUE = lazy_pattern(r'[A-Za-z_][\w-]*="')


class Block(Written):
    """What a block says. Places are counted from the bracket before it, so that equal blocks are read once.

    `repeated` are items that came a second time, of which the first one counts.
    """

    __slots__ = ("attribute_of_id", "attributes", "repeated")

    is_shared: ClassVar[bool] = True
    attribute_of_id: RawAttribute | None
    attributes: FrozenDict[str, RawAttribute]
    repeated: tuple[RawAttribute, ...]

    def __init__(
        self,
        kind: str | None,
        id: RawAttribute | None,
        attributes: dict[str, RawAttribute],
        repeated: Sequence[RawAttribute],
    ) -> None:
        super().__init__(kind, id.value if id is not None else None, values_of(attributes))
        self.attribute_of_id = id
        self.attributes = FrozenDict(attributes)
        self.repeated = tuple(repeated)


@functools.lru_cache(maxsize=4096)
def read_block(block: str) -> Block:
    """Read `]{...}`, which the scanner has found well formed. The same few blocks come again and again in a corpus."""
    kind: RawAttribute | None = None
    id: RawAttribute | None = None
    attributes: dict[str, RawAttribute] = {}
    repeated: list[RawAttribute] = []
    item = _ONE.match(block, 2)
    while item is not None:
        group = item.lastindex or 0
        first_group = min(group, 3)
        value = _ESCAPED.sub(r"\1", item[4][1:-1]) if group == 4 else item[group]
        found = RawAttribute(value, item.start(first_group) - (first_group < 3), item.end())
        if group == 1 and kind is None:
            kind = found
        elif group == 2 and id is None:
            id = found
        elif group > 2 and item[3] not in attributes:
            attributes[item[3]] = found
        else:
            repeated.append(found)
        item = _ONE.match(block, item.end())
    return Block(kind.value if kind else None, id, attributes, repeated)


def read_simple_block(inside: str) -> Block | None:
    """Read what is between the braces of a block; None where that is not a well-formed block without repetitions."""
    block = read_block(f"]{{{inside}}}") if _WHOLE.fullmatch(f"{{{inside}}}") is not None else None
    return None if block is None or block.repeated else block


@frozen
class AttributeProblem:
    """Why the text at a brace is not an attribute block, where it stops being one, and what to write."""

    message: str
    start: int
    end: int
    help: str


def explain_block(text: str, start: int) -> AttributeProblem:
    """Find the first place where the text at a brace departs from the grammar, what was expected there, and what to write."""
    place, last = start + 1, ""
    while (item := _ONE.match(text, place)) is not None:
        place, last = item.end(), item[0].strip()
    if (space := _SPACES.match(text, place)) is not None:
        place = space.end()
    as_text = "or write ]\\{ for brackets that are text"
    if place < len(text) and text[place] in "\r\n":
        return AttributeProblem("it is not closed before the empty line", start, start + 1, f"fix the block, {as_text}")
    before = _LAST_WORD.search(text, max(start + 1, place - 40), place) or _LAST_WORD.match(text, start, start + 1)
    after = f" after {before[0].strip()}" if before else ""
    rest = _NEXT_WORDS.match(text, place)
    if rest is None:
        found, end = ("the end of the text", place) if place >= len(text) else (text[place], place + 1)
    else:
        found, end = rest[0], rest.end()
    if _UNCLOSED_VALUE.match(found):
        message = f"the quoted value in {found} is not closed on its line"
        return AttributeProblem(message, start, end, f'write " where the value ends, {as_text}')
    meant = hint(last, text, place) or "fix the block"
    message = f"expected .kind, #id, key=value or }}{after}, found {found}"
    return AttributeProblem(message, start, end, f"{meant}, {as_text}")
