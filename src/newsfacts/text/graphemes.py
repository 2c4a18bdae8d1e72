"""Where a text may be cut without breaking what a reader sees as one character.

The rules are those of extended grapheme clusters (Unicode Standard Annex #29, revision 43), approximated because the
standard library has no table of the properties: Extend and SpacingMark are the general categories Mn, Me and Mc, and
the few listed below; Extended_Pictographic is the category So and the blocks of emoji; Prepend and the conjuncts of
Indic scripts (GB9b, GB9c) are left out, so a cut there counts as a boundary.
"""

from __future__ import annotations

import unicodedata

__all__ = ["MAX_LOOK_BACK", "is_boundary"]

MAX_LOOK_BACK = 1000
"""How many characters before a cut are looked at. Longer runs of flags or marks are no text, and any answer does."""

_ZERO_WIDTH_JOINER = "\u200d"
# Of category Cf, Lm or Sk, and yet Extend or SpacingMark: the non-joiner, halfwidth sound marks, Thai and Lao "am".
_OTHER_EXTENDERS = frozenset("\u200c\uff9e\uff9f\u0e33\u0eb3")


def is_boundary(text: str, offset: int) -> bool:
    """Whether a user-perceived character ends or begins at `offset`; both ends of the text are boundaries."""
    if offset <= 0 or offset >= len(text):
        return True
    before, after = text[offset - 1], text[offset]
    if after < "\u0300" and before < "\u0300":
        return not (before == "\r" and after == "\n")
    if _is_control(before) or _is_control(after):
        return True
    if _extends(after):
        return False
    if before == _ZERO_WIDTH_JOINER:
        return not (_is_pictographic(after) and _pictograph_ends(text, offset - 1))
    if _is_regional(before) and _is_regional(after):
        return _regional_run(text, offset) % 2 == 0
    return not _is_hangul_pair(before, after)


def _is_control(character: str) -> bool:
    if character == _ZERO_WIDTH_JOINER or _extends(character):
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs")


def _extends(character: str) -> bool:
    return (
        character == _ZERO_WIDTH_JOINER
        or character in _OTHER_EXTENDERS
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= character <= "\U000e007f"  # tags, as in the flag of Scotland
        or unicodedata.category(character) in ("Mn", "Me", "Mc")
    )


def _is_pictographic(character: str) -> bool:
    if "\U0001f000" <= character <= "\U0001faff" or character in "\u203c\u2049\u3030\u303d":
        return True
    return unicodedata.category(character) == "So"


def _pictograph_ends(text: str, joiner: int) -> bool:
    """Whether what stands before the joiner is a pictograph with its marks."""
    place = joiner - 1
    last = max(-1, joiner - MAX_LOOK_BACK)
    while place > last and text[place] != _ZERO_WIDTH_JOINER and _extends(text[place]):
        place -= 1
    return place >= 0 and _is_pictographic(text[place])


def _is_regional(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _regional_run(text: str, offset: int) -> int:
    """How many regional indicators stand right before an offset; two of them are one flag."""
    start = offset
    last = max(0, offset - MAX_LOOK_BACK)
    while start > last and _is_regional(text[start - 1]):
        start -= 1
    return offset - start


def _is_hangul_pair(before: str, after: str) -> bool:
    """Whether two letters of Hangul stand in one syllable (GB6 to GB8)."""
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
