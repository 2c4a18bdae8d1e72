"""Where the keys of a TOML file are, which `tomllib` does not say: for messages that name the line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.errors import UsageError
from newsfacts.immutable import frozen
from newsfacts.patterns import lazy_pattern

__all__ = ["MAX_KEY_PARTS", "KeyLines", "key_lines"]

MAX_KEY_PARTS = 64
"""How many parts a dotted key may have: `a.b.c` has three. `tomllib` takes more than linear time for long ones."""

_TOKEN = lazy_pattern(
    r'''(?P<comment>\#[^\n]*)|(?P<string>"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')'''
    r"|(?P<line_end>\n)|(?P<space>[ \t\r]+)|(?P<mark>[][{}=.,])|(?P<bare>[^][{}=.,\s\#\"']+)|(?P<other>.)",
    re.DOTALL,
)


@frozen
class _Token:
    kind: str
    text: str
    start: int


@frozen
class _Statement:
    """A key with its table, or a table's heading, and the range of the file that it takes."""

    path: tuple[str, ...]
    start: int
    end: int


@frozen
class KeyLines:
    """The statements of a TOML file."""

    text: str
    statements: tuple[_Statement, ...]

    def line(self, path: tuple[str, ...], word: str | None = None) -> int:
        """The line, from 1, of the statement that sets a key or what contains it; of `word` in it, if it occurs there."""
        found = self.find(path)
        if found is None:
            return 1
        tokens = _TOKEN.finditer(self.text, found.start, found.end) if word is not None else ()
        at = next((token.start() for token in tokens if token[0].strip("\"'") == word), found.start)
        return self.text.count("\n", 0, at) + 1

    def find(self, path: tuple[str, ...]) -> _Statement | None:
        """The statement of a key; else the first one inside it; else the nearest one that contains it."""
        for statement in self.statements:
            if statement.path[: len(path)] == path:
                return statement
        outer = [statement for statement in self.statements if path[: len(statement.path)] == statement.path]
        return max(outer, key=lambda statement: len(statement.path), default=None)


def key_lines(text: str) -> KeyLines:
    """The keys of a text in TOML. Raises `UsageError`, with the line first, for a key of more than `MAX_KEY_PARTS` parts."""
    found: list[_Statement] = []
    table: tuple[str, ...] = ()
    for tokens in _statements(text):
        heading = tokens[0].text == "["
        key = tuple(_key(tokens))
        if heading:
            table = key
        if key:
            path = key if heading else (*table, *key)
            found.append(_Statement(path, tokens[0].start, tokens[-1].start + len(tokens[-1].text)))
    return KeyLines(text, tuple(found))


def _statements(text: str) -> Iterator[list[_Token]]:
    """The tokens of each statement, without comments and space: up to a line end outside of brackets."""
    tokens: list[_Token] = []
    depth = parts = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind in ("comment", "space"):
            continue
        if kind == "line_end":
            parts = 0
            if depth <= 0 and tokens:
                yield tokens
                tokens, depth = [], 0
            continue
        if match[0] in "[{":
            depth += 1
        elif match[0] in "]}":
            depth -= 1
        parts = parts + 1 if match[0] == "." else parts if kind in ("bare", "string") else 0
        if parts >= MAX_KEY_PARTS:
            line = text.count("\n", 0, match.start()) + 1
            raise UsageError(f"{line}: a key has more than {MAX_KEY_PARTS} parts with dots between")
        tokens.append(_Token(kind, match[0], match.start()))
    if tokens:
        yield tokens


def _key(tokens: list[_Token]) -> Iterator[str]:
    """The parts of the key that a statement begins with, without quotation marks."""
    for token in tokens:
        if token.kind == "bare":
            yield token.text
        elif token.kind == "string":
            yield token.text[1:-1]
        elif token.text not in "[.":
            return
