"""Colours for annotated text: lexers for Pygments, which finds them by their entry point and imports this module itself.

What is coloured as markup is what the reader takes for markup: a `[` only where its `]` has a block behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pygments.lexer import Lexer
from pygments.lexers.data import YamlLexer
from pygments.token import (
    Comment,
    Error,
    Generic,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
)

from newsfacts.formats.annotated_text.parser import special

__all__ = ["FactsExampleLexer", "FactsLexer"]

if TYPE_CHECKING:
    from pygments.token import _TokenType

    Token = tuple[int, _TokenType, str]

_FRONT_MATTER = re.compile(
    r"(---[ \t]*+(?:\r\n?|\n))"
    r"((?>(?:(?!(?:---|\.\.\.)[ \t]*+(?:[\r\n]|\Z))[^\r\n]*+(?:\r\n?|\n))*))"
    r"((?:---|\.\.\.)[ \t]*+(?:\r\n?|\n|\Z))"
)
_ITEM = re.compile(r'(\s++)|(\.[\w-]++)|(\#[\w.:-]++)|([\w-]++)(=)("(?>(?:[^"\\]|\\.)*)"|[^\s"{}]++)')
_NUMBER = re.compile(r'"?[~<>=+-]{0,3}[0-9][0-9.,:TZ+/-]*"?')
_PART = re.compile(r"^\.(?:\n|\Z)", re.MULTILINE)


class FactsLexer(Lexer):
    """Annotated text, with its front matter as YAML."""

    name = "Annotated news text"
    aliases: ClassVar[list[str]] = ["facts", "newsfacts"]
    filenames: ClassVar[list[str]] = ["*.facts"]
    mimetypes: ClassVar[list[str]] = ["text/x-newsfacts"]
    url = "https://newsfacts.example/"

    def __init__(self, **options: object) -> None:
        # Nothing of a text is left out or added, unless whoever calls wants it.
        super().__init__(**{"stripnl": False, "ensurenl": False, **options})

    def get_tokens_unprocessed(self, text: str) -> Iterator[Token]:
        """The tokens of a file: offset, type and text; together they are the file."""
        start = 0
        if (front := _FRONT_MATTER.match(text)) is not None:
            yield 0, Punctuation.Marker, front[1]
            yield from yaml_tokens(front[2], front.start(2))
            yield front.start(3), Punctuation.Marker, front[3]
            start = front.end()
        yield from body_tokens(text, start)


class FactsExampleLexer(FactsLexer):
    """An example of the specification: annotated text, plain text, outline and findings, with a line that is `.` between them."""

    name = "Annotated news text, an example"
    aliases: ClassVar[list[str]] = ["facts-example"]
    filenames: ClassVar[list[str]] = []
    mimetypes: ClassVar[list[str]] = []

    def get_tokens_unprocessed(self, text: str) -> Iterator[Token]:
        """The tokens of an example."""
        end = found.start() if (found := _PART.search(text)) is not None else len(text)
        yield from super().get_tokens_unprocessed(text[:end])
        for number, part in enumerate(_PART.finditer(text, end)):
            yield part.start(), Punctuation.Marker, part[0]
            following = _PART.search(text, part.end())
            until = following.start() if following is not None else len(text)
            if until > part.end():
                yield part.end(), Text if number == 0 else Generic.Output, text[part.end() : until]


def yaml_tokens(text: str, start: int) -> Iterator[Token]:
    """A front matter as YAML. What that lexer does not know is text: an error there is for the checker to report."""
    for offset, kind, words in YamlLexer().get_tokens_unprocessed(text):  # type: ignore[no-untyped-call] # the stubs have no types for it
        yield start + offset, Text if kind is Error else kind, words


def body_tokens(text: str, start: int) -> Iterator[Token]:
    """The body: spans, comments, escapes and text."""
    opening = markup_brackets(text, start)
    at = start
    for found in specials(text, start):
        words = found[0]
        kind: _TokenType | None = None
        if words.startswith("{%"):
            kind = Comment.Multiline
        elif words.startswith("\\"):
            kind = String.Escape
        elif found.start() in opening:
            kind = Punctuation
        if kind is None:
            continue
        if found.start() > at:
            yield at, Text, text[at : found.start()]
        if words.startswith("]"):
            yield found.start(), Punctuation, "]"
            yield from block_tokens(words[1:], found.start() + 1)
        else:
            yield found.start(), kind, words
        at = found.end()
    if at < len(text):
        yield at, Text, text[at:]


def specials(text: str, start: int) -> Iterator[re.Match[str]]:
    """What may be more than text. A comment that is not closed is text, and so is all that looks like one after it."""
    for found in special().finditer(text, start):
        if found[0].startswith("{%") and not (found[0].endswith("%}") and len(found[0]) > 3):
            yield from special(comment="").finditer(text, found.start() + 2)
            return
        yield found


def markup_brackets(text: str, start: int) -> set[int]:
    """The offsets of the brackets that are markup: pairs in one paragraph, the closing one with a block behind it."""
    pairs: set[int] = set()
    open_brackets: list[int] = []
    for found in specials(text, start):
        words = found[0]
        if words == "[":
            open_brackets.append(found.start())
        elif words.startswith("]"):
            opening = open_brackets.pop() if open_brackets else None
            if opening is not None and words.endswith("}"):
                pairs |= {opening, found.start()}
        elif words[0] in "\r\n":
            open_brackets.clear()
    return pairs


def block_tokens(block: str, start: int) -> Iterator[Token]:
    """An attribute block with its braces."""
    yield start, Punctuation, "{"
    at = 1
    for found in _ITEM.finditer(block, 1):
        if found.start() > at:
            yield start + at, Text, block[at : found.start()]
        for group, kind in ((1, Whitespace), (2, Keyword.Type), (3, Name.Label), (4, Name.Attribute), (5, Operator)):
            if found[group]:
                yield start + found.start(group), kind, found[group]
        if (value := found[6]) is not None:
            kind = Number if _NUMBER.fullmatch(value) else String.Double if value.startswith('"') else Name.Variable
            yield start + found.start(6), kind, value
        at = found.end()
    if at < len(block) - 1:
        yield start + at, Text, block[at:-1]
    yield start + len(block) - 1, Punctuation, "}"
