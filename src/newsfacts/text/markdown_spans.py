"""The prose of a text that may be Markdown: what is code, an address or the number of a list is not prose.

A block is a paragraph, a heading, an item of a list or a cell of a table; no phrase reaches from one into another. What
is not prose becomes spaces, so that every place stays where it is in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from newsfacts.errors import UsageError

__all__ = ["Block", "Markup", "blocks_of", "masked"]

Markup: TypeAlias = Literal["text", "markdown"]


class Block(NamedTuple):
    """A stretch of prose that begins at the code point `start` of the text."""

    start: int
    text: str


_EMPTY_LINES: Final = re.compile(r"(?:[ \t]*(?:\r\n?|\n|\u2029)){2,}[ \t]*|\u2029")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_LINE: Final = re.compile(r"[^\n]*\n?")
_LEAD: Final = re.compile(
    r"[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?(?:#{1,6}[ \t]+)?"
)
_RULE: Final = re.compile(r"[ \t]*(?:[-*_=][ \t]*){2,}[ \t]*\r?\n?|[ \t|:+-]*-[ \t|:+-]*\r?\n?")
_CODE: Final = re.compile(r"(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_LINK: Final = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\s*\)")
_REFERENCE: Final = re.compile(r"\[\^?[\w.-]{1,40}\](?=[\s.,;:!?)\[\]]|$)(?!\()")
_ADDRESS: Final = re.compile(r"<?\bhttps?://[^\s<>\"]+>?")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>|<!--[^\n]{0,1000}?-->")
_MARKS: Final = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|~~|[\[\]]")


def _blank(found: re.Match[str]) -> str:
    return " " * (found.end() - found.start())


def masked(text: str, markup: str) -> str:
    """The text with everything that is not prose as spaces; as long as the text. `UsageError` for an unknown markup."""
    if markup == "text":
        return text
    if markup != "markdown":
        raise UsageError(f"markup is text or markdown, not {markup!r}")
    return "".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    fence = ""
    for line in _LINE.findall(text):
        found = _FENCE.match(line)
        if fence:
            if found and found[1][0] == fence[0] and len(found[1]) >= len(fence):
                fence = ""
            yield _spaces(line)
        elif found:
            fence = found[1]
            yield _spaces(line)
        elif _RULE.fullmatch(line):
            yield _spaces(line)
        else:
            yield _prose(line)


def _spaces(line: str) -> str:
    ending = line[len(line.rstrip("\r\n")) :]
    return " " * (len(line) - len(ending)) + ending


def _prose(line: str) -> str:
    lead = _LEAD.match(line)
    cut = lead.end() if lead else 0
    rest = line[cut:]
    for pattern in (_CODE, _LINK, _REFERENCE, _ADDRESS, _TAG, _MARKS):
        rest = pattern.sub(_blank, rest)
    return " " * cut + rest


def blocks_of(text: str, markup: str) -> list[Block]:
    """The blocks of a text in order. Raises `UsageError` for an unknown markup."""
    prose = masked(text, markup)
    if markup == "text":
        return list(_paragraphs(prose, 0))
    return [block for part in _parts(text, prose) for block in _paragraphs(part.text, part.start)]


def _paragraphs(text: str, offset: int) -> Iterator[Block]:
    start = 0
    for found in _EMPTY_LINES.finditer(text):
        if text[start : found.start()].strip():
            yield Block(offset + start, text[start : found.start()])
        start = found.end()
    if text[start:].strip():
        yield Block(offset + start, text[start:])


_OWN_LINE: Final = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:#{1,6}[ \t]|(?:[-*+]|\d{1,9}[.)])[ \t])")
_TABLE: Final = re.compile(r"[ \t]*\|.*\|[ \t]*\r?\n?|[^|\n]*\|[^\n]*\|[^\n]*\n?")


def _parts(text: str, prose: str) -> Iterator[Block]:
    """Lines that go together; a heading, an item and a cell of a table are parts of their own."""
    start = place = 0
    after_heading = False
    for line in _LINE.findall(text):
        own = _OWN_LINE.match(line)
        is_table = _TABLE.fullmatch(line) is not None
        if (own or is_table or after_heading) and place > start:
            yield Block(start, prose[start:place])
            start = place
        if is_table:
            cell = place
            for piece in prose[place : place + len(line)].split("|"):
                yield Block(cell, piece)
                cell += len(piece) + 1
            start = place + len(line)
        after_heading = own is not None and "#" in own[0]
        place += len(line)
    if place > start:
        yield Block(start, prose[start:place])
