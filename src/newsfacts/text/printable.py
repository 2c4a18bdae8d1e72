r"""Text as it may be shown: what would steer a terminal, turn the direction or cannot be seen is written as an escape.

Every message, report and listing goes through here. What is shown is safe; it is not always the text as it is.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = [
    "CUT_AT_SPACE",
    "ELLIPSIS",
    "MAX_MESSAGE",
    "bounded",
    "first_unsafe",
    "json_text",
    "printable",
    "printable_lines",
    "shorten",
]

ELLIPSIS = "…"

CUT_AT_SPACE = 12
"""A text is cut at a space that is at most this many code points away."""

MAX_MESSAGE = 1000
"""How many characters a message has at most: an id or a path in it may be of any length."""


_UNSAFE = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # control characters: escape sequences begin with one
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the direction: other words of the line would move
    "\u2028\u2029"  # end a line in some programs only
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"  # not seen
    "\ud800-\udfff\ufffe\uffff"  # half a character, and what is not a character
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # not seen; letters as tags
    "]"
)
"""Joiners and the selectors of variants are let through: emoji, Persian and Indic texts need them."""


def first_unsafe(text: str) -> str | None:
    """The first character of a text that is not seen, steers a terminal or turns the direction; None in a line of plain words."""
    found = None if text.isprintable() else _UNSAFE.search(text)
    return found[0] if found is not None else None


def printable(text: str) -> str:
    r"""The text in one line: line ends and tabs as spaces, everything else that is unsafe as `\x1b`, `\u200b`, `\U000e0041`."""
    return _UNSAFE.sub(_shown, text)


def printable_lines(text: str) -> str:
    """The same for several lines: LF, CR LF and tabs stay as they are."""

    def shown(match: re.Match[str]) -> str:
        character = match[0]
        harmless = character in "\n\t" or (character == "\r" and text[match.end() : match.end() + 1] == "\n")
        return character if harmless else f"\\x{ord(character):02x}" if character == "\r" else _shown(match)

    return _UNSAFE.sub(shown, text)


def json_text(data: Any, *, indent: int | None = None) -> str:
    """Data as JSON, in which what is unsafe is written as JSON escapes it: a reader of JSON gets the text as it is."""
    import json

    return _UNSAFE.sub(_json_escape, json.dumps(data, ensure_ascii=False, indent=indent))


def _shown(match: re.Match[str]) -> str:
    character = match[0]
    if character in "\n\r\t":
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_escape(match: re.Match[str]) -> str:
    import json

    # JSON has escaped what is below a space in texts already; a line end is between its values.
    return "\n" if match[0] == "\n" else json.dumps(match[0])[1:-1]


def bounded(message: str, limit: int = MAX_MESSAGE) -> str:
    """At most `limit` characters of a message: both ends, with … between."""
    if len(message) <= limit:
        return message
    tail = limit // 4
    return f"{message[: limit - tail - 1]}…{message[-tail:]}"


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters: both ends with … between, cut between words where one ends near by."""
    if len(text) <= limit:
        return text
    head = (limit - 1) * 2 // 3
    tail = len(text) - (limit - 1 - head)
    space = text.rfind(" ", max(head - CUT_AT_SPACE, 1), head + 1)
    head = space + 1 if space > 0 else head
    space = text.find(" ", tail - 1, tail + CUT_AT_SPACE)
    tail = space if space >= 0 else tail
    return text[:head] + ELLIPSIS + text[tail:]
