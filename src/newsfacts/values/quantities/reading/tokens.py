"""One pass over a phrase: numbers in digits, words, and single signs. Everything that reads a quantity starts here.

A token keeps its place, because spacing carries meaning: "40k" is not "40 k" of something, and the two hyphens
of "8- to 16-meter" are not the hyphen of "8-16". The scan is one compiled pattern without nested repetition, so its
time grows with the length of the phrase, and phrases longer than `MAX_PHRASE` are refused before it.
"""

from __future__ import annotations

import re

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.patterns import lazy_pattern

__all__ = ["DIGITS", "MAX_PHRASE", "SIGN", "WORD", "Found", "Token", "tokenize", "tokens_of"]

MAX_PHRASE = 2000
"""The longest phrase, in code points, that is read as a number or a date: a long sentence has about 400."""

DIGITS, WORD, SIGN = 1, 2, 3


def _pattern(letter: str) -> str:
    """A token in groups 2 to 4 (digits, word, sign), and the space before it in group 1."""
    return (
        r"(\s*)(?:([0-9]{1,3}(?:['’][0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]+)*(?:[eE][+\-−]?[0-9]+(?![0-9A-Za-z]))?"
        r"|(?<![0-9A-Za-z])[.·][0-9]+)"
        rf"|({letter}(?:\.{letter})+\.?|{letter}+(?:['’](?:s|S|t|re|ve|ll|d)(?!{letter}))?)"
        r"|(<=|>=|\+/-|''|’’|\S))"
    )


# Vulgar fractions and superscript digits are numbers to Unicode, but signs here: "2½", "m²", "10⁻⁵".
_TOKEN = lazy_pattern(_pattern(r"[^\W\d_¼½¾⅐-⅞²³¹⁰-⁹]"))
_ASCII_TOKEN = re.compile(_pattern("[A-Za-z]"))
"""The same for a phrase in ASCII, as most are: the look-up of a letter is faster."""

_FOLD = {
    "−": "-", "‐": "-", "‑": "-", "―": "—", "≤": "<=", "≥": ">=", "⩽": "<=", "⩾": ">=", "≦": "<=", "≧": ">=", "≈": "~",
    "∼": "~", "～": "~", "％": "%", "’’": "''",
}  # fmt: skip


class Token:
    """`text` is lower-cased; `raw` is as written; `start` and `end` are code points in the phrase.

    A plain class with slots, because its fields are looked at a hundred times for each phrase, and without an
    `__init__`, whose call would take longer than setting the fields.
    """

    __slots__ = ("end", "kind", "raw", "start", "text")
    kind: int
    text: str
    raw: str
    start: int
    end: int

    def __repr__(self) -> str:
        return f"Token({self.kind!r}, {self.text!r}, {self.raw!r}, {self.start!r}, {self.end!r})"


class Found:
    """A piece of text and the index of the token after it."""

    __slots__ = ("end", "text")

    def __init__(self, text: str, end: int) -> None:
        self.text: str = text
        self.end: int = end


END = Token()
END.kind, END.text, END.raw, END.start, END.end = 0, "", "", -1, -1
"""What comes after the last token, so that looking ahead needs no bounds check."""


def tokenize(phrase: str) -> list[Token]:
    """The tokens of a phrase, closed by three `END` tokens.

    Raises `UnreadableValue` if the phrase is longer than `MAX_PHRASE`.
    """
    if len(phrase) > MAX_PHRASE:
        raise UnreadableValue(
            phrase, f"it is {len(phrase)} characters long; at most {MAX_PHRASE} are read", UnreadableKind.TOO_LONG
        )
    return tokens_of(phrase)


def tokens_of(phrase: str) -> list[Token]:
    """The tokens of a text of any length, closed by three `END` tokens."""
    tokens = []
    end = 0
    dotted = "." in phrase
    for space, digits, word, sign in (_ASCII_TOKEN if phrase.isascii() else _TOKEN).findall(phrase.rstrip()):
        token = Token()
        token.start = start = end + len(space)
        if word:
            text = word.lower()
            token.kind, token.text, token.raw = WORD, text.replace(".", "") if dotted else text, word
            token.end = end = start + len(word)
        elif digits:
            token.kind, token.text, token.raw = DIGITS, digits, digits
            token.end = end = start + len(digits)
        else:
            token.kind, token.text, token.raw = SIGN, _FOLD.get(sign, sign), sign
            token.end = end = start + len(sign)
        tokens.append(token)
    tokens += (END, END, END)
    if "—" in phrase or "–" in phrase:
        _settle_dashes(tokens)
    return tokens


def _settle_dashes(tokens: list[Token]) -> None:
    """A dash that touches both its neighbours is a hyphen between words, and the dash of a range between numbers.

    An em dash with a space next to it sets a clause apart, and stays what it is.
    """
    for at in range(1, len(tokens) - 3):
        token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
        if token.text in ("—", "–") and before.end == token.start and token.end == after.start:
            words = before.kind == WORD or after.kind == WORD
            token.text = "-" if words else "–"
