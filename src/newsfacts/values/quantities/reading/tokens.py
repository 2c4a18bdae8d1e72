"""One pass over a phrase: numbers in digits, words, and single signs. Everything that reads a quantity starts here.

A token knows whether a space is before it, because spacing carries meaning: "40k" is not "40 k" of something, and the
two hyphens of "8- to 16-meter" are not the hyphen of "8-16". The scan is one compiled pattern without nested repetition, so its
time grows with the length of the phrase, and phrases longer than `MAX_PHRASE` are refused before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.patterns import lazy_pattern
from newsfacts.values.pieces import Pieces

__all__ = [
    "DIGITS", "MAX_PHRASE", "SIGN", "WORD", "Found", "PlacedToken", "Token", "as_written", "placed_tokens", "tokenize", "with_text",
]  # fmt: skip

MAX_PHRASE = 2000
"""The longest phrase, in code points, that is read as a number or a date: a long sentence has about 400."""

DIGITS, WORD, SIGN = 1, 2, 3


def _pattern(letter: str) -> str:
    """A token (digits, a word or a sign), with the space before it."""
    return (
        r"\s*(?:[0-9]{1,3}(?:['’][0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]+)*(?:[eE][+\-−]?[0-9]+(?![0-9A-Za-z]))?"
        r"|(?<![0-9A-Za-z])[.·][0-9]+"
        rf"|{letter}(?:\.{letter})+\.?|{letter}+(?:['’](?:s|S|t|re|ve|ll|d)(?!{letter}))?"
        r"|<=|>=|\+/-|''|’’|\S)"
    )


# Vulgar fractions and superscript digits are numbers to Unicode, but signs here: "2½", "m²", "10⁻⁵".
_LETTER = r"[^\W\d_¼½¾⅐-⅞²³¹⁰-⁹]"
_TOKEN = lazy_pattern(_pattern(_LETTER))
_ASCII_TOKEN = re.compile(_pattern("[A-Za-z]"))
"""The same for a phrase in ASCII, as most are: the look-up of a letter is faster."""
_OTHER_LETTER = lazy_pattern(_LETTER)

_FOLD = {
    "−": "-", "‐": "-", "‑": "-", "―": "—", "≤": "<=", "≥": ">=", "⩽": "<=", "⩾": ">=", "≦": "<=", "≧": ">=", "≈": "~",
    "∼": "~", "～": "~", "％": "%", "’’": "''",
}  # fmt: skip


class Token:
    """`text` is lower-cased, `raw` as written; `glued` says that no space is before it, and `space` how long that space is.

    One token is shared by all phrases that have it, so it is never changed. A plain class with slots, because its fields are
    looked at a hundred times for each phrase, and without an `__init__`, whose call would take longer than setting the fields.
    """

    __slots__ = ("glued", "kind", "raw", "space", "text")
    kind: int
    text: str
    raw: str
    glued: bool
    space: int

    def __repr__(self) -> str:
        return f"Token({self.kind!r}, {self.text!r}, {self.raw!r}, {self.space!r})"


class PlacedToken(Token):
    """A token of a text, with its place: `start` and `end` are code points."""

    __slots__ = ("end", "start")
    start: int
    end: int


class Found:
    """A piece of text and the index of the token after it."""

    __slots__ = ("end", "text")

    def __init__(self, text: str, end: int) -> None:
        self.text: str = text
        self.end: int = end


def _token(piece: str) -> Token:
    """The token of a piece that the pattern has cut out."""
    token = Token()
    raw = piece.lstrip()
    token.raw = token.text = raw
    token.space = space = len(piece) - len(raw)
    token.glued = not space
    first = raw[0]
    if "0" <= first <= "9" or (first in ".·" and len(raw) > 1):
        token.kind = DIGITS
    elif first.isalpha() if first.isascii() else _OTHER_LETTER.match(first):
        token.kind, token.text = WORD, raw.lower().replace(".", "")
    else:
        token.kind, token.text = SIGN, _FOLD.get(raw, raw)
    return token


def with_text(token: Token, text: str) -> Token:
    """A token that is read as another word; places are not kept."""
    other = Token()
    other.kind, other.raw, other.glued, other.space = token.kind, token.raw, token.glued, token.space
    other.text = text
    return other


_TOKENS: Final = Pieces(_token)


def _end() -> PlacedToken:
    token = PlacedToken()
    token.kind, token.text, token.raw, token.glued, token.space, token.start, token.end = 0, "", "", False, 0, -1, -1
    return token


END: Final = _end()
"""What comes after the last token, so that looking ahead needs no bounds check."""


def tokenize(phrase: str) -> list[Token]:
    """The tokens of a phrase, closed by three `END` tokens.

    Raises `UnreadableValue` if the phrase is longer than `MAX_PHRASE`.
    """
    if len(phrase) > MAX_PHRASE:
        raise UnreadableValue(
            phrase, f"it is {len(phrase)} characters long; at most {MAX_PHRASE} are read", UnreadableKind.TOO_LONG
        )
    tokens = [*map(_TOKENS.__getitem__, _pieces(phrase)), END, END, END]
    if "—" in phrase or "–" in phrase:
        for at, text in _settled_dashes(tokens):
            tokens[at] = with_text(tokens[at], text)
    return tokens


def placed_tokens(text: str) -> list[PlacedToken]:
    """The tokens of a text of any length with their places, closed by three `END` tokens."""
    tokens: list[PlacedToken] = []
    end = -1
    for piece in _pieces(text):
        token, known = PlacedToken(), _TOKENS[piece]
        token.kind, token.text, token.raw, token.glued, token.space = (
            known.kind, known.text, known.raw, known.glued, known.space,
        )  # fmt: skip
        token.start = end + known.space
        token.end = end = end + len(piece)
        tokens.append(token)
    tokens += (END, END, END)
    if "—" in text or "–" in text:
        for at, settled in _settled_dashes(tokens):
            tokens[at].text = settled
    return tokens


def _pieces(text: str) -> list[str]:
    """The tokens of a text as strings, with the space before each; there is one before the first, which touches nothing."""
    return (_ASCII_TOKEN if text.isascii() else _TOKEN).findall(f" {text.rstrip()}")


def _settled_dashes(tokens: Sequence[Token]) -> list[tuple[int, str]]:
    """A dash that touches both its neighbours is a hyphen between words, and the dash of a range between numbers.

    An em dash with a space next to it sets a clause apart, and stays what it is.
    """
    found: list[tuple[int, str]] = []
    for at in range(1, len(tokens) - 3):
        token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
        if token.text in ("—", "–") and token.glued and after.glued:
            words = before.kind == WORD or after.kind == WORD
            found.append((at, "-" if words else "–"))
    return found


def as_written(tokens: Sequence[Token]) -> str:
    """The words of some tokens, with one space wherever there is any."""
    return "".join(token.raw if not at or token.glued else f" {token.raw}" for at, token in enumerate(tokens))
