"""What two texts may differ in and still be the same words: a fixed list of normalizations, each with a name.

A folded text is one in which these differences are gone, together with the way back: every range of it is a range of
the text it came from.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from types import MappingProxyType

import attrs

from newsfacts.enums import WordEnum
from newsfacts.text.spans import Span

__all__ = ["MAX_MARKS", "Folded", "Normalization", "fold", "folded_words", "needed_normalizations"]


MAX_MARKS = 30
"""How many marks on a letter are brought into their normal order together, which takes the square of their number."""


MAX_REMEMBERED = 2000
"""Words of at most so many code points are folded once."""


class Normalization(WordEnum):
    """A difference that is not one of words. `docs/quotations.md` says what each covers."""

    QUOTE_MARKS = "quote marks"
    DASHES = "dashes"
    WHITE_SPACE = "white space"
    UNICODE_FORM = "Unicode form"
    LIGATURES = "ligatures"
    SOFT_HYPHENS = "soft hyphens"
    LINE_BREAK_HYPHENS = "line-break hyphens"
    CONTINUATION_MARKS = "continuation marks"
    STAGE_DIRECTIONS = "stage directions"
    ELLIPSIS_SIGN = "ellipsis sign"
    CASE_AT_THE_START = "case at the start"
    BRACKETED_CASE = "case in brackets"
    CAPITALS = "capitals"
    FINAL_PUNCTUATION = "final punctuation"


_N = Normalization

# Of the same length on both sides, so that offsets stay.
_TABLES: Mapping[Normalization, Mapping[str, str]] = MappingProxyType({
    _N.QUOTE_MARKS: {**dict.fromkeys("“”„‟«»″＂", '"'), **dict.fromkeys("‘’‚‛‹›′`´ʼ＇", "'")},
    _N.DASHES: {**dict.fromkeys("‐‑‒–−﹣－", "-"), **dict.fromkeys("―﹘", "—")},
    _N.WHITE_SPACE: dict.fromkeys(
        "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
        "\u2028\u2029\u202f\u205f\u3000",
        " ",
    ),
})  # fmt: skip
_LIGATURES = MappingProxyType({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ſt", "ﬆ": "st"})

_LETTER = r"[^\W\d_]"
# A hyphen between two letters is the same as a space; dashes, of any length and with or without spaces, are one. Each
# begins at one of three characters, which lets the search pass quickly over all others.
_DASHES = (
    r"(?<= )(?:\ *+(?:—++|-++)\ *+)(?P<spaced>)"
    r"|(?<=—)—*+\ *+(?P<em>)"
    r"|(?<=-)-++\ *+(?P<double>)"
    rf"|(?<={_LETTER}-)(?:\ ++(?P<after>)|(?={_LETTER}))"
)
_SPACES = r"(?<= )\ ++"
_INVISIBLE = "\u200b\u2060\ufeff"
_PLAIN = frozenset(map(chr, range(0x20, 0x7F)))
_SPECIAL = frozenset(("\xad", *_INVISIBLE, *_LIGATURES, "…"))

_ALL = frozenset(Normalization)
# These concern the print, the case and the ends of a quotation; no text is folded by them.
_OF_QUOTATIONS = frozenset({
    _N.LINE_BREAK_HYPHENS, _N.CONTINUATION_MARKS, _N.STAGE_DIRECTIONS, _N.CASE_AT_THE_START, _N.BRACKETED_CASE,
    _N.CAPITALS, _N.FINAL_PUNCTUATION,
})  # fmt: skip


@attrs.define
class _Sites:
    """Where one pass replaced something: parallel lists of the ranges after and before it, in order."""

    after_starts: list[int] = attrs.field(factory=list)
    after_ends: list[int] = attrs.field(factory=list)
    before_starts: list[int] = attrs.field(factory=list)
    before_ends: list[int] = attrs.field(factory=list)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """A range after the pass as a range before it. A part of a replaced thing is all of it."""
        if not self.after_starts:
            return start, end
        place = bisect_right(self.after_starts, start) - 1
        if place >= 0:
            inside = start < self.after_ends[place]
            start = self.before_starts[place] if inside else self.before_ends[place] + start - self.after_ends[place]
        if end <= 0:
            return start, max(start, end)
        place = bisect_right(self.after_starts, end - 1) - 1
        if place >= 0:
            inside = end - 1 < self.after_ends[place]
            end = self.before_ends[place] if inside else self.before_ends[place] + end - self.after_ends[place]
        return start, max(start, end)


@attrs.frozen(eq=False)
class Folded:
    """A folded text, and the passes that led to it."""

    string: str
    passes: tuple[_Sites, ...]

    def back(self, start: int, end: int) -> Span:
        """A range of the folded text as a span of the original."""
        for sites in reversed(self.passes):
            start, end = sites.back(start, end)
        return Span(start, end)


def _replace(
    text: str, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str], passes: list[_Sites]
) -> str:
    sites = _Sites()
    pieces: list[str] = []
    length = 0
    position = 0
    for found in pattern.finditer(text):
        start, end = found.span()
        new = replacement(found)
        pieces.append(text[position:start])
        pieces.append(new)
        length += start - position
        sites.after_starts.append(length)
        length += len(new)
        sites.after_ends.append(length)
        sites.before_starts.append(start)
        sites.before_ends.append(end)
        position = end
    if not pieces:
        return text
    pieces.append(text[position:])
    passes.append(sites)
    return "".join(pieces)


@lru_cache(maxsize=1)
def _marks() -> str:
    """What may be composed with the character before it, as the inside of a class of a regular expression.

    Combining characters, and the vowels of some scripts of India that are not called so, but of which two make one.
    """
    found = set()
    for code in range(0x300, 0x1F000):
        if unicodedata.combining(chr(code)):
            found.add(code)
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            found.add(int(parts[1], 16))
    return "".join(f"\\U{code:08x}" for code in sorted(found))


def _compose(text: str, characters: AbstractSet[str], passes: list[_Sites]) -> str:
    """Normalization form C, a cluster at a time, so that there is a way back."""
    if not any(_may_change(character) for character in characters) or unicodedata.is_normalized("NFC", text):
        return text
    single = "".join(re.escape(c) for c in characters if c > "\x7f" and unicodedata.normalize("NFC", c) != c)
    parts = [
        f"[^{_marks()}]?[{_marks()}]{{1,{MAX_MARKS}}}",
        f"[\u1100-\u11ff\uac00-\ud7a3][\u1160-\u11ff]{{1,{MAX_MARKS}}}",
    ]
    if single:
        parts.append(f"[{single}]")
    return _replace(text, re.compile("|".join(parts)), lambda found: unicodedata.normalize("NFC", found[0]), passes)


def _may_change(character: str) -> bool:
    """Whether a text with this character may be in another form than NFC."""
    if character <= "\u02ff":
        return False  # composed letters of Latin, which nothing changes without a combining character
    is_mark = unicodedata.category(character) in ("Mn", "Mc") or "\u1100" <= character <= "\u11ff"
    return is_mark or not unicodedata.is_normalized("NFC", character)


def fold(text: str, which: Iterable[Normalization] = _ALL) -> Folded:
    """Fold a text. Case and final punctuation are not folded here."""
    chosen = which if isinstance(which, frozenset) else frozenset(which)
    passes: list[_Sites] = []
    if text.isascii() and text.isprintable() and "`" not in text:
        characters: AbstractSet[str] = _PLAIN
    else:
        characters = set(text)
        if _N.UNICODE_FORM in chosen:
            text = _compose(text, characters, passes)
            characters = set(text) if passes else characters
        for old, new in _table(chosen).items():  # for most texts this is faster than one translation
            if old in characters:
                text = text.replace(old, new)
    pattern = _first_pattern(chosen, _special(text, characters))
    if pattern is not None:
        text = _replace(text, pattern, _replaced, passes)
    pattern = _second_pattern(chosen)
    if pattern is not None:
        text = _replace(text, pattern, lambda found: " - " if found.lastgroup else " ", passes)
    return Folded(text, tuple(passes))


def folded_words(words: str) -> str:
    """Words of a quotation folded, without white space at their ends; the same ones are looked for in several ways."""
    return _folded_words(words) if len(words) <= MAX_REMEMBERED else fold(words).string.strip()


@lru_cache(maxsize=512)
def _folded_words(words: str) -> str:
    return fold(words).string.strip()


def _special(text: str, characters: AbstractSet[str]) -> frozenset[str]:
    """The characters and pairs of a text that the first pattern is about."""
    found = characters & _SPECIAL
    return frozenset(found | {pair for pair in ("''", "``") if pair in text})


def _replaced(found: re.Match[str]) -> str:
    words = found[0]
    if words[0] in _LIGATURES:
        return _LIGATURES[words[0]]
    if words == "'":
        return words
    if words[0] == "…":
        return "..."
    if words in ("''", "``"):
        return '"'
    return ""


@lru_cache(maxsize=64)
def _table(chosen: frozenset[Normalization]) -> dict[str, str]:
    return {old: new for name, table in _TABLES.items() if name in chosen for old, new in table.items() if old != new}


@lru_cache(maxsize=256)
def _first_pattern(chosen: frozenset[Normalization], special: frozenset[str]) -> re.Pattern[str] | None:
    parts = []
    if _N.SOFT_HYPHENS in chosen and "\xad" in special:
        parts.append("\xad++")
    if _N.WHITE_SPACE in chosen and not special.isdisjoint(_INVISIBLE):
        parts.append(f"[{_INVISIBLE}]++")
    if _N.LIGATURES in chosen and not special.isdisjoint(_LIGATURES):
        parts.append("[ﬀ-ﬆ]")
    if _N.ELLIPSIS_SIGN in chosen and "…" in special:
        parts.append("…")
    if _N.QUOTE_MARKS in chosen and not special.isdisjoint(("''", "``")):
        parts.append("'(?<=[^\\s(].)(?=''(?!'))|''|``")  # of three, the first one closes a quotation within another
    return re.compile("|".join(parts)) if parts else None


@lru_cache(maxsize=64)
def _second_pattern(chosen: frozenset[Normalization]) -> re.Pattern[str] | None:
    parts = [pattern for name, pattern in ((_N.DASHES, _DASHES), (_N.WHITE_SPACE, _SPACES)) if name in chosen]
    return re.compile(f"[ —-](?:{'|'.join(parts)})") if parts else None


def needed_normalizations(words: str, source: str) -> tuple[Normalization, ...]:
    """The fewest normalizations under which two strings are the same; they are the same under all of them."""
    needed = [n for n in Normalization if n not in _OF_QUOTATIONS]
    for name in tuple(needed):
        others = [n for n in needed if n is not name]
        if fold(words, others).string.strip() == fold(source, others).string.strip():
            needed = others
    return tuple(needed)
