"""What a reader sees as one character: where a text may be cut without breaking one.

The rules are those of extended grapheme clusters (Unicode Standard Annex #29, revision 45), approximated because the
standard library has no table of the properties they need. Extend and SpacingMark are the general categories Mn, Me and
Mc with the exceptions listed here; Extended_Pictographic is the category So and the blocks of emoji, a little more than
the standard's list; characters newer than the tables of the running Python are taken for ordinary letters. The tests
compare this with `\\X` of the package `regex`, which has the full tables.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator

__all__ = ["MAX_LOOK_BACK", "clusters", "is_boundary", "next_boundary", "previous_boundary"]

MAX_LOOK_BACK = 1000
"""How many code points before a cut are looked at. A longer run of flags or marks is not text; any answer will do."""

MAX_CLUSTER = 60
"""How many code points a cluster has at most where clusters are listed; a longer one is cut."""

_ZERO_WIDTH_JOINER = "\u200d"
# Extend or SpacingMark of another category than Mn, Me and Mc: the non-joiner, halfwidth sound marks, Thai and Lao "am".
_OTHER_EXTENDERS = frozenset("\u200c\uff9e\uff9f\u0e33\u0eb3")
_APART = frozenset("\u200c\u0e33\u0eb3")  # of these, those that part two consonants


def _table(ranges: str) -> frozenset[int]:
    found: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


# Of category Mc, but neither Extend nor SpacingMark.
_LETTERS = _table(
    "102B-102C 1038 1062-1064 1067-106D 1083 1087-108C 108F 109A-109C 1A61 1A63-1A64 AA7B AA7D 11720-11721"
)
_PREPENDED = _table("600-605 6DD 70F 890-891 8E2 D4E 110BD 110CD 111C2-111C3 113D1 1193F 11941 11A84-11A89 11D46 11F02")
# Indic_Conjunct_Break of Unicode 17: the signs that join two consonants, and the consonants.
_LINKERS = _table(
    "94D 9CD ACD B4D C4D D4D 1039 17D2 1A60 1B44 1BAB 1CF5-1CF6 A9C0 AAF6 10A3F 11133 113D0 1193E 11A3A 11A47 11A99 11F42"
)


@functools.lru_cache(maxsize=1)
def _consonants() -> frozenset[int]:
    return _table(
        "915-939 958-95F 978-97F 995-9A8 9AA-9B0 9B2 9B6-9B9 9DC-9DD 9DF 9F0-9F1 A95-AA8 AAA-AB0 AB2-AB3 AB5-AB9 AF9 "
        "B15-B28 B2A-B30 B32-B33 B35-B39 B5C-B5D B5F B71 C15-C28 C2A-C39 C58-C5A D15-D3A 1000-102A 103F 1050-1055 "
        "105A-105D 1061 1065-1066 106E-1070 1075-1081 108E 1780-17B3 1A20-1A54 1B0B-1B0C 1B13-1B33 1B45-1B4C 1B83-1BA0 "
        "1BAE-1BAF 1BBB-1BBD A989-A98B A98F-A9B2 A9E0-A9E4 A9E7-A9EF A9FA-A9FE AA60-AA6F AA71-AA73 AA7A AA7E-AA7F "
        "AAE0-AAEA ABC0-ABDA 10A00 10A10-10A13 10A15-10A17 10A19-10A35 11103-11126 11144 11147 11380-11389 1138B 1138E "
        "11390-113B5 11900-11906 11909 1190C-11913 11915-11916 11918-1192F 11A00 11A0B-11A32 11A50 11A5C-11A83 11B0A "
        "11DF1 11F04-11F10 11F12-11F33"
    )


def is_boundary(text: str, offset: int) -> bool:
    """Whether a user-perceived character ends or begins at `offset`; both ends of the text are boundaries."""
    if offset <= 0 or offset >= len(text):
        return True
    before, after = text[offset - 1], text[offset]
    if after < "\u0300" and before < "\u0300":
        return not (before == "\r" and after == "\n")
    if _is_control(before) or _is_control(after):
        return True
    if _extends(after) or ord(before) in _PREPENDED:
        return False
    if before == _ZERO_WIDTH_JOINER and _is_pictographic(after):
        return not _pictograph_ends(text, offset - 1)
    if _is_regional(before) and _is_regional(after):
        return _regional_run(text, offset) % 2 == 0
    return not (_is_hangul_pair(before, after) or _is_conjunct(text, offset))


def next_boundary(text: str, offset: int) -> int:
    """Where the character that begins at `offset`, or is cut there, ends; the length of the text at its end."""
    end = min(offset + 1, len(text))
    last = min(offset + MAX_CLUSTER, len(text))
    while end < last and not is_boundary(text, end):
        end += 1
    return end


def previous_boundary(text: str, offset: int) -> int:
    """Where the character that ends at `offset`, or is cut there, begins; 0 at the start of the text."""
    start = max(offset - 1, 0)
    last = max(offset - MAX_CLUSTER, 0)
    while start > last and not is_boundary(text, start):
        start -= 1
    return start


def clusters(text: str) -> Iterator[str]:
    """The user-perceived characters of a text; one longer than `MAX_CLUSTER` code points comes in pieces."""
    start = 0
    while start < len(text):
        end = next_boundary(text, start)
        yield text[start:end]
        start = end


def _is_control(character: str) -> bool:
    if _extends(character) or ord(character) in _PREPENDED:
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs")


def _extends(character: str) -> bool:
    return (
        character == _ZERO_WIDTH_JOINER
        or character in _OTHER_EXTENDERS
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= character <= "\U000e007f"  # tags, as in the flag of Scotland
        or (unicodedata.category(character) in ("Mn", "Me", "Mc") and ord(character) not in _LETTERS)
    )


def _is_pictographic(character: str) -> bool:
    if "\U0001f000" <= character <= "\U0001faff" or character in "\u203c\u2049\u3030\u303d":
        return not _is_regional(character)
    return unicodedata.category(character) == "So"


def _pictograph_ends(text: str, joiner: int) -> bool:
    """Whether what is before the joiner is a pictograph with its marks."""
    place = joiner - 1
    last = max(-1, joiner - MAX_LOOK_BACK)
    while place > last and text[place] != _ZERO_WIDTH_JOINER and _extends(text[place]):
        place -= 1
    return place >= 0 and _is_pictographic(text[place])


def _is_regional(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _regional_run(text: str, offset: int) -> int:
    """How many regional indicators are right before an offset; two of them are one flag."""
    start = offset
    last = max(0, offset - MAX_LOOK_BACK)
    while start > last and _is_regional(text[start - 1]):
        start -= 1
    return offset - start


def _is_conjunct(text: str, offset: int) -> bool:
    """Whether a linker, such as a virama, joins the consonants before and after an offset (GB9c)."""
    if ord(text[offset]) not in _consonants():
        return False
    is_linked = False
    for place in range(offset - 1, max(-1, offset - MAX_LOOK_BACK), -1):
        character = text[place]
        if ord(character) in _LINKERS:
            is_linked = True
        elif character in _APART or not _extends(character) or unicodedata.category(character) == "Mc":
            return is_linked and ord(character) in _consonants()
    return False


def _is_hangul_pair(before: str, after: str) -> bool:
    """Whether two letters of Hangul belong to one syllable (GB6 to GB8)."""
    first, second = _hangul_type(before), _hangul_type(after)
    return (
        (first == "L" and second in ("L", "V", "LV", "LVT"))
        or (first in ("LV", "V") and second in ("V", "T"))
        or (first in ("LVT", "T") and second == "T")
    )


def _hangul_type(character: str) -> str:
    if "\uac00" <= character <= "\ud7a3":
        return "LV" if (ord(character) - 0xAC00) % 28 == 0 else "LVT"
    if "\u1100" <= character <= "\u115f" or "\ua960" <= character <= "\ua97c":
        return "L"
    if "\u1160" <= character <= "\u11a7" or "\ud7b0" <= character <= "\ud7c6":
        return "V"
    if "\u11a8" <= character <= "\u11ff" or "\ud7cb" <= character <= "\ud7fb":
        return "T"
    return ""
