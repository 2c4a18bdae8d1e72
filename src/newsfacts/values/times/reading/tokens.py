"""One pass over a date phrase: digits, words, and single signs, each with its role from `words` and `word_runs`."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from newsfacts.errors import UnreadableValue
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.word_runs import RUNS
from newsfacts.values.times.reading.words import WORDS

__all__ = ["MAX_PHRASE", "Tokens", "tokenize_time"]

R = word_roles

MAX_PHRASE: Final = 2000
"""The longest phrase, in code points, that is read as a date or a duration."""


def _pattern(letter: str) -> re.Pattern[str]:
    """The space before a token, and the token."""
    return re.compile(
        rf"(\s*)([0-9]+(?:,[0-9]{{3}}(?![0-9]))*|{letter}(?:\.{letter})+(?!{letter})|o'\s?clock|{letter}+|''|<=|>=|\S)"
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


class Tokens:
    """Parallel lists, closed by four `END` entries so that looking ahead needs no bounds check. `glued` says that no
    space is before the token, `counts` that the phrase names anywhere what a number may count, and `possessive` that an
    apostrophe and s were left out. `spans` has the durations that have been read, by the index of their first token and
    their modifier: several readers ask for the same one."""

    __slots__ = ("counts", "glued", "possessive", "roles", "spans", "texts", "values")

    def __init__(self, texts: list[str], roles: Sequence[int], values: Sequence[Any], glued: list[bool]) -> None:
        self.texts: list[str] = texts
        self.roles: Sequence[int] = roles
        self.values: Sequence[Any] = values
        self.glued: list[bool] = glued
        self.counts: bool = not _COUNTED.isdisjoint(roles)
        self.possessive: bool = False
        self.spans: dict[tuple[int, Any], Any] = {}


def tokenize_time(phrase: str) -> Tokens:
    """The tokens of a phrase. Raises `UnreadableValue` if it is longer than `MAX_PHRASE`."""
    if len(phrase) > MAX_PHRASE:
        raise UnreadableValue(phrase, f"it is {len(phrase)} characters long; at most {MAX_PHRASE} are read")
    folded, pattern = phrase.lower(), _ASCII_TOKEN
    if not phrase.isascii():
        folded, pattern = folded.translate(_FOLD), _TOKEN
    found = pattern.findall(_BARE_DECIMAL.sub("0.", folded) if " ." in folded or folded[:1] == "." else folded)
    if folded[-1:] in _CLOSING:
        while len(found) > 1 and found[-1][1] in _CLOSING:
            found.pop()
    count = len(found)
    if "'" in folded:
        found = _without_possessives(found)
    words = [text for _, text in found]
    glued = [not space for space, _ in found]
    no_runs = _RUN_STARTS.isdisjoint(words) or RUNS.keys().isdisjoint(pairwise(words))
    make = _of_words if no_runs else _with_runs
    tokens = make(words, glued)
    tokens.possessive = len(words) < count
    return tokens


def _of_words(words: list[str], glued: list[bool]) -> Tokens:
    roles, values = zip(*[WORDS.get(word) or _other(word) for word in words], *_END, strict=True)
    return Tokens([*words, "", "", "", ""], roles, values, glued + _END_GLUED)


_RUN_STARTS: Final = frozenset(first for first, _ in RUNS)
_END: Final = [(R.END, None)] * 4
_END_ROLES: Final = [0, 0, 0, 0]
_END_VALUES: Final = [None, None, None, None]
_END_GLUED: Final = [False, False, False, False]


@functools.lru_cache(maxsize=4096)
def _other(word: str) -> tuple[int, Any]:
    """The role of a token that is not in the table: a number, a sign, a word with dots, or nothing that is known."""
    if word[0].isdigit():
        return (R.NUMBER, int(word.replace(",", ""))) if word.isascii() else (R.UNKNOWN, None)
    if "." in word and len(word) > 1:
        return WORDS.get(word.replace(".", ""), (R.UNKNOWN, None))
    return (R.UNKNOWN if word.isalnum() else R.SIGN, None)


def _without_possessives(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Take out the 's of "last week's", which says nothing about the date, but keep that of "the 1980's"."""
    kept: list[tuple[str, str]] = []
    count, index = len(found), 0
    while index < count:
        space, text = found[index]
        if text == "'" and kept and not space:
            following = found[index + 1][1] if index + 1 < count and not found[index + 1][0] else ""
            before = kept[-1][1]
            if following == "s":
                index += 1 if before[0].isdigit() and before[-1] == "0" else 2
                continue
            if before[-1] == "s":  # three weeks' time
                index += 1
                continue
        kept.append(found[index])
        index += 1
    return kept


def _with_runs(words: list[str], spaces: list[bool]) -> Tokens:
    """The tokens, with each run of words that means one thing ("no later than") as one token."""
    texts: list[str] = []
    roles: list[int] = []
    values: list[Any] = []
    glued: list[bool] = []
    count, index = len(words), 0
    while index < count:
        word = words[index]
        following = words[index + 1] if index + 1 < count else ""
        length = 1
        for run in RUNS.get((word, following), ()):
            end = index + 2 + len(run.rest)
            if tuple(words[index + 2 : end]) == run.rest:
                length = end - index
                role, value = run.role, run.value
                break
        if length == 1:
            role, value = WORDS.get(word) or _other(word)
        texts.append(word)
        roles.append(role)
        values.append(value)
        glued.append(spaces[index])
        index += length
    return Tokens([*texts, "", "", "", ""], roles + _END_ROLES, values + _END_VALUES, glued + _END_GLUED)
