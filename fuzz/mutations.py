"""Changes of an input that keep most of its structure: tokens are moved, repeated, exchanged and spliced, not just bytes."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

__all__ = ["MAX_LENGTH", "mutated", "mutated_bytes"]

MAX_LENGTH = 20_000
"""No input has more characters, so that many can be tried."""

_TOKENS = re.compile(r"\]\{|\{%|%\}|\w+|[ \t]+|[\r\n]+|[^\w\s]")

_SPECIAL = (
    "[", "]", "{", "}", "]{.count}", "]{.quote by=x}", "]{.attribution}", "]{.time}", "]{cont=q}", "{% note %}", "{% ignore N02: x %}",
    "\\", '"', "'", "“", "”", "„", "«", "---\n", "...\n", "\n\n", "\r\n", "\r", "\t", "\x00", "\x1b[31m", "\u202e", "\u200b", "\ufeff",
    "\u2028", "\U000e0041", "😀", "👩‍👩‍👧", "é", "é", "½", "€1", "$", "%", "~", ">=", "..", "/", "XXXX", "9" * 30, "1e999", "-0", "NaN",
    "1,000", "1.000,5", "twelve", "dozens of", "at least", "on Friday", "Feb. 30", "24:00", "2024-02-29", "&a", "*a", "!!python/object", "<<:",
    "null", "true", "[[", "]]", "#", "# ", "- ", ": ", "? ", "| ", "> ", "../", "/dev/null", "id=", "ref=", "of=", "</script>", "<!--", "<b>",
    "&lt;", "&#0;", "]]>", "\u0660", "Ⅻ", "²",
)  # fmt: skip
"""What formats, readers of values and terminals may stumble over."""

MAX_REPEATS = 200


def _delete(tokens: list[str], chance: random.Random, _: Sequence[str]) -> None:
    start = chance.randrange(len(tokens))
    del tokens[start : start + chance.choice((1, 1, 1, 2, 5, 20))]


def _duplicate(tokens: list[str], chance: random.Random, _: Sequence[str]) -> None:
    start = chance.randrange(len(tokens))
    part = tokens[start : start + chance.choice((1, 2, 5, 20))]
    place = chance.randrange(len(tokens) + 1)
    tokens[place:place] = part


def _repeat(tokens: list[str], chance: random.Random, _: Sequence[str]) -> None:
    start = chance.randrange(len(tokens))
    part = tokens[start : start + chance.choice((1, 1, 2, 3))]
    tokens[start:start] = part * chance.randrange(1, MAX_REPEATS)


def _exchange(tokens: list[str], chance: random.Random, _: Sequence[str]) -> None:
    first, second = chance.randrange(len(tokens)), chance.randrange(len(tokens))
    tokens[first], tokens[second] = tokens[second], tokens[first]


def _insert_special(tokens: list[str], chance: random.Random, _: Sequence[str]) -> None:
    tokens.insert(chance.randrange(len(tokens) + 1), chance.choice(_SPECIAL))


def _replace(tokens: list[str], chance: random.Random, other: Sequence[str]) -> None:
    tokens[chance.randrange(len(tokens))] = chance.choice(other or _SPECIAL)


def _splice(tokens: list[str], chance: random.Random, other: Sequence[str]) -> None:
    if other:
        start = chance.randrange(len(other))
        place = chance.randrange(len(tokens))
        tokens[place : place + chance.randrange(10)] = other[start : start + chance.randrange(1, 40)]


def _change_character(tokens: list[str], chance: random.Random, _: Sequence[str]) -> None:
    place = chance.randrange(len(tokens))
    token = tokens[place]
    if token:
        at = chance.randrange(len(token))
        tokens[place] = token[:at] + chr(max(0, ord(token[at]) + chance.choice((-1, 1)))) + token[at + 1 :]


def _cut(tokens: list[str], chance: random.Random, _: Sequence[str]) -> None:
    del tokens[chance.randrange(len(tokens)) :]


_CHANGES: Mapping[Callable[[list[str], random.Random, Sequence[str]], None], int] = MappingProxyType({
    _delete: 4, _duplicate: 4, _exchange: 4, _insert_special: 8, _replace: 4, _splice: 4, _change_character: 4, _repeat: 1, _cut: 1,
})  # fmt: skip
"""The changes, and how often each is chosen."""


def mutated(text: str, other: str, chance: random.Random) -> str:
    """A text with one to six changes; some of them take parts of another text."""
    tokens, others = _TOKENS.findall(text), _TOKENS.findall(other)
    for change in chance.choices(tuple(_CHANGES), tuple(_CHANGES.values()), k=chance.choice((1, 1, 2, 3, 6))):
        if not tokens:
            tokens = [chance.choice(_SPECIAL)]
        change(tokens, chance, others)
    # A character that was moved into the range of surrogates is no text.
    return "".join(tokens)[:MAX_LENGTH].encode("utf-8", "replace").decode("utf-8")


def mutated_bytes(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Bytes with one to six changes, for formats that are not text."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        if not found:
            found = bytearray(other)
        if not found:
            return b""
        at = chance.randrange(len(found))
        match chance.randrange(5):
            case 0:
                found[at] = chance.randrange(256)
            case 1:
                del found[at : at + chance.choice((1, 4, 100))]
            case 2:
                found[at:at] = found[at : at + chance.choice((1, 4, 100))]
            case 3:
                found[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x7f\xff\xff\xff"))
            case _:
                start = chance.randrange(len(other) or 1)
                found[at : at + 50] = other[start : start + chance.randrange(1, 100)]
    return bytes(found)
