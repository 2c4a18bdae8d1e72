"""What printing does to words: hyphens at the ends of lines, and ligatures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

__all__ = ["LINE_BREAK_HYPHEN", "join_hyphens", "split_ligatures"]

LINE_BREAK_HYPHEN = "\u2027"
"""What the reader of a file puts in place of a hyphen that it knows to be at the end of a line."""

_LIGATURE = re.compile("[\ufb00-\ufb06]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# The second part begins with a small letter: after "Franco-" and a line end, "German" begins with a capital one.
_BROKEN = re.compile(
    rf"(?P<first>[^\W\d_]+)(?:[-\u2010\xad][ \t]*\n[ \t]*|{LINE_BREAK_HYPHEN}[ \t]*\n?[ \t]*)(?P<second>[^\W\d_]+)"
)
_PART = re.compile(r"[^\W\d_]+")
_PREFIXES_LISTED = """
all anti co cross eight ex five four full half high ill large left long low mid multi nine non off old one open part
post pre pro quasi right second self semi seven short single six small so ten third three top twenty thirty forty
fifty sixty seventy eighty ninety two vice well world year
"""
_PREFIXES = frozenset(_PREFIXES_LISTED.split())


def split_ligatures(texts: Sequence[str]) -> tuple[list[str], int]:
    """The texts with `fi` for `ﬁ`, and how many ligatures there were."""
    count = 0
    found = []
    for text in texts:
        split, number = _LIGATURE.subn(lambda match: unicodedata.normalize("NFKC", match[0]), text)
        found.append(split)
        count += number
    return found, count


def join_hyphens(texts: Sequence[str]) -> tuple[list[str], int]:
    """The texts with words joined that a hyphen at a line end parts, and how many.

    A word that the same text has in one piece elsewhere is joined, and so is one of which a part is not a word of this text.
    The hyphen stays, without the line end, where the text has the word with a hyphen elsewhere, and where its first part
    usually takes one. Where none of this decides, hyphen and line end stay as printed: `verify_quote` reads them both ways.
    """
    known = {part.lower() for text in texts for word in _WORD.findall(text) for part in (word, *word.split("-"))}
    count = 0

    def joined(match: re.Match[str]) -> str:
        nonlocal count
        first, second = match["first"], match["second"]
        whole = f"{first}{second}".lower()
        if whole not in known:
            follows_hyphen = match.string[match.start() - 1 : match.start()] == "-"
            is_compound = f"{first}-{second}".lower() in known or first.lower() in _PREFIXES or follows_hyphen
            if is_compound or not second[0].islower():
                return f"{first}-{second}"
            if _are_words(first.lower(), second.lower(), elsewhere):
                return f"{first}-\n{second}"
        count += 1
        return first + second

    elsewhere = known - _broken_parts(texts)
    found = [_BROKEN.sub(joined, text).replace(LINE_BREAK_HYPHEN, "-") for text in texts]
    return found, count


def _broken_parts(texts: Sequence[str]) -> set[str]:
    """Parts of broken words that are nowhere else in the texts."""
    parts = {part.lower() for text in texts for match in _BROKEN.finditer(text) for part in match.groups()}
    rest = {word.lower() for text in texts for word in _PART.findall(_BROKEN.sub(" ", text))}
    return parts - rest


def _are_words(first: str, second: str, known: set[str]) -> bool:
    return first in known and second in known
