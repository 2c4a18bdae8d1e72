"""One pass over a date phrase: runs of digits, words, and single signs, each with its role from `time_words`."""

from __future__ import annotations

import re
from typing import Any, Final

from newsfacts.errors import UnreadableValue
from newsfacts.values.time_words import PHRASES, WORDS, Role

__all__ = ["MAX_PHRASE", "Tokens", "tokenize_time"]

MAX_PHRASE: Final = 2000
"""The longest phrase, in code points, that is read as a date or a duration."""

_TOKEN = re.compile(
    r"(\s*)("
    r"[0-9]+(?:,[0-9]{3}(?![0-9]))*"
    r"|[^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])"
    r"|o'clock|o'\s?clock"
    r"|[^\W\d_]+"
    r"|''|<=|>=|\S)"
)
_FOLD = str.maketrans({
    "’": "'", "‘": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u00a0": " ", "≤": "<", "≥": ">", "”": '"',
    "½": " ½", "¼": " ¼", "¾": " ¾",
})  # fmt: skip


class Tokens:
    """Parallel lists, closed by four `END` entries so that looking ahead needs no bounds check. `glued` says that no
    space stands before the token."""

    __slots__ = ("glued", "roles", "texts", "values")

    def __init__(self, texts: list[str], roles: list[int], values: list[Any], glued: list[bool]) -> None:
        self.texts = texts
        self.roles = roles
        self.values = values
        self.glued = glued


def tokenize_time(phrase: str) -> Tokens:
    """The tokens of a phrase. Raises `UnreadableValue` if it is longer than `MAX_PHRASE`."""
    if len(phrase) > MAX_PHRASE:
        raise UnreadableValue(phrase, f"it is {len(phrase)} characters long; at most {MAX_PHRASE} are read")
    found = _TOKEN.findall(phrase.lower().translate(_FOLD))
    words: list[str] = []
    spaces: list[bool] = []
    count, index = len(found), 0
    while index < count:
        space, text = found[index]
        if text == "'" and words and not space:
            following = found[index + 1][1] if index + 1 < count and not found[index + 1][0] else ""
            if following == "s" and words[-1][0].isdigit() and words[-1][-1] == "0":  # the 1980's
                index += 1
                continue
            if following == "s":  # a possessive says nothing about the date
                index += 2
                continue
            if words[-1][-1] == "s" and not words[-1][0].isdigit():  # three weeks' time
                index += 1
                continue
        words.append(text)
        spaces.append(not space)
        index += 1
    texts: list[str] = []
    roles: list[int] = []
    values: list[Any] = []
    glued: list[bool] = []
    count, index = len(words), 0
    while index < count:
        word = words[index]
        runs = PHRASES.get(word)
        if runs is not None:
            for rest, role, value in runs:
                length = len(rest)
                if not length or tuple(words[index + 1 : index + 1 + length]) == rest:
                    texts.append(word)
                    roles.append(role)
                    values.append(value)
                    glued.append(spaces[index])
                    index += length + 1
                    break
            else:
                runs = None
        if runs is None:
            entry = WORDS.get(word)
            if entry is not None:
                role, value = entry
            elif word[0].isdigit():
                role, value = Role.NUMBER, int(word.replace(",", "")) if word.isascii() else None
                if value is None:
                    role = Role.UNKNOWN
            elif "." in word and len(word) > 1:
                word = word.replace(".", "")
                role, value = WORDS.get(word, (Role.UNKNOWN, None))
            elif len(word) == 1 and not word.isalnum():
                role, value = Role.SIGN, None
            else:
                role, value = Role.UNKNOWN, None
            texts.append(word)
            roles.append(role)
            values.append(value)
            glued.append(spaces[index])
            index += 1
    texts += ("", "", "", "")
    roles += (0, 0, 0, 0)
    values += (None, None, None, None)
    glued += (False, False, False, False)
    return Tokens(texts, roles, values, glued)
