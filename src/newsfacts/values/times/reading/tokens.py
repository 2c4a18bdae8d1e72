"""One pass over a date phrase: digits, words, and single signs, each with its role from `words` and `word_runs`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, Final

from newsfacts.errors import UnreadableValue
from newsfacts.values.pieces import Pieces
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.word_runs import RUNS
from newsfacts.values.times.reading.words import WORDS

__all__ = ["MAX_PHRASE", "Tokens"]

R = word_roles

MAX_PHRASE: Final = 2000
"""The longest phrase, in code points, that is read as a date or a duration."""


def _pattern(letter: str) -> re.Pattern[str]:
    """A token, with the space before it."""
    return re.compile(
        rf"\s*(?:[0-9]+(?:,[0-9]{{3}}(?![0-9]))*|{letter}(?:\.{letter})+(?!{letter})|o'\s?clock|{letter}+|''|<=|>=|\S)"
    )


_TOKEN: Final = _pattern(r"[^\W\d_]")
_ASCII_TOKEN: Final = _pattern("[a-z]")
"""The same for a phrase in ASCII, as most are: the look-up of a letter is faster."""
_BARE_DECIMAL = re.compile(r"(?:(?<=\s)|^)\.(?=[0-9])")
"""The point of ".5 seconds"."""
_FOLD = str.maketrans({
    "’": "'", "‘": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u00a0": " ", "≤": "<", "≥": ">", "”": '"',
    "½": " ½", "¼": " ¼", "¾": " ¾",
})  # fmt: skip


_CLOSING: Final = (".", ",", ";")
"""What ends a clause, and says nothing about a time."""
_COUNTED: Final = frozenset({R.UNIT, R.SHORT_UNIT, R.DAYTIME, R.RELATIVE, R.PLURAL_WEEKDAY, R.YEAR_AGO, R.WEEKEND})
"""What a number may count: "two weeks", "3d", "three nights", "two last weeks", "two Mondays ago"."""
_JOINING: Final = frozenset({R.UPTO, R.INTO, R.SIDE, R.AND})


_Token = tuple[str, int, Any, bool]
"""The text of a token, its role, its value, and whether no space is before it: what `Tokens` has in four rows."""


def _token(piece: str) -> _Token:
    """What a token is: a word of the table, a number, a sign, a word with dots, or nothing that is known."""
    text = piece.lstrip()
    glued = len(text) == len(piece)
    role, value = WORDS.get(text) or _other(text)
    return text, role, value, glued


def _other(word: str) -> tuple[int, Any]:
    """The role and value of a token that is not in the table."""
    if word[0].isdigit():
        return (R.NUMBER, int(word.replace(",", ""))) if word.isascii() else (R.UNKNOWN, None)
    if "." in word and len(word) > 1:
        return WORDS.get(word.replace(".", ""), (R.UNKNOWN, None))
    return (R.UNKNOWN if word.isalnum() else R.SIGN, None)


_TOKENS: Final = Pieces(_token)
_END: Final[tuple[_Token, ...]] = (("", R.END, None, False),) * 4


class Tokens:
    """The tokens of a phrase in parallel rows, closed by four `END` entries so that looking ahead needs no bounds check.

    `glued` says that no space is before the token, `counts` that the phrase names anywhere what a number may count,
    `joins` that it has anywhere what may join the ends of a range, and `possessive` that an apostrophe and s were left out. `spans` has the durations that have been read, by the index of
    their first token and their modifier: several readers ask for the same one.

    Raises `UnreadableValue` for a phrase that is longer than `MAX_PHRASE`.
    """

    def __init__(self, phrase: str) -> None:
        if len(phrase) > MAX_PHRASE:
            raise UnreadableValue(phrase, f"it is {len(phrase)} characters long; at most {MAX_PHRASE} are read")
        folded, pattern = phrase.lower(), _ASCII_TOKEN
        if not phrase.isascii():
            folded, pattern = folded.translate(_FOLD), _TOKEN
        if "." in folded and (" ." in folded or folded[0] == "."):
            folded = _BARE_DECIMAL.sub("0.", folded)
        tokens = [*map(_TOKENS.__getitem__, pattern.findall(folded))]
        if folded[-1:] in _CLOSING:
            while len(tokens) > 1 and tokens[-1][0] in _CLOSING:
                tokens.pop()
        possessive = False
        if "'" in folded:
            count = len(tokens)
            tokens = _without_possessives(tokens)
            possessive = len(tokens) < count
        texts, roles, values, glued = zip(*tokens, *_END, strict=True)
        if not (_IN_RUNS.isdisjoint(texts) or RUNS.keys().isdisjoint(pairwise(texts))):
            texts, roles, values, glued = zip(*_with_runs(tokens, texts), *_END, strict=True)
        self.texts: tuple[str, ...] = texts
        self.roles: tuple[int, ...] = roles
        self.values: tuple[Any, ...] = values
        self.glued: tuple[bool, ...] = glued
        self.counts: bool = not _COUNTED.isdisjoint(roles)
        self.joins: bool = not _JOINING.isdisjoint(roles) or "~" in texts
        self.possessive: bool = possessive
        self.spans: dict[tuple[int, Any], Any] = {}


_FREQUENT: Final = (
    "the", "of", "in", "-", ",", ".", "to", "on", "a", "at", "from", "p", "m", "and", "ago", "past", "last", "year", "years", "month", "next",
    "week", "before", "after", "end", "day", "than", "more", "or",
)  # fmt: skip
"""What many phrases have, the most frequent first."""


def _rarest(words: tuple[str, ...]) -> str:
    """Of some words the one that fewest phrases have."""
    return max(words, key=lambda word: _FREQUENT.index(word) if word in _FREQUENT else len(_FREQUENT))


_IN_RUNS: Final = frozenset(_rarest((*pair, *run.rest)) for pair, runs in RUNS.items() for run in runs)
"""Of each run one word, so that most phrases need not be searched for runs."""


def _without_possessives(tokens: list[_Token]) -> list[_Token]:
    """Take out the 's of "last week's", which says nothing about the date, but keep that of "the 1980's"."""
    kept: list[_Token] = []
    count, index = len(tokens), 0
    while index < count:
        text, _, _, glued = tokens[index]
        if text == "'" and kept and glued:
            following = tokens[index + 1][0] if index + 1 < count and tokens[index + 1][3] else ""
            before = kept[-1][0]
            if following == "s":
                index += 1 if before[0].isdigit() and before[-1] == "0" else 2
                continue
            if before[-1] == "s":  # three weeks' time
                index += 1
                continue
        kept.append(tokens[index])
        index += 1
    return kept


def _with_runs(tokens: list[_Token], texts: tuple[str, ...]) -> list[_Token]:
    """The tokens, with each run of words that means one thing ("no later than") as one token."""
    found: list[_Token] = []
    count, index = len(tokens), 0
    while index < count:
        length = 1
        token = tokens[index]
        for run in RUNS.get((texts[index], texts[index + 1]), ()):
            end = index + 2 + len(run.rest)
            if texts[index + 2 : end] == run.rest:
                length = end - index
                token = (texts[index], run.role, run.value, token[3])
                break
        found.append(token)
        index += length
    return found
