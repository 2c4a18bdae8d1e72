"""Whether a range of a text is whole words and whole numbers: “5 million” is not in “3.5 million”, nor “can” in “can’t”."""

from __future__ import annotations

__all__ = ["begins_whole", "ends_whole", "is_whole", "word_around"]

MAX_WORD = 40
"""How many code points of a cut word are looked for on each side of the cut."""

MAX_LINE_END = 40
"""How many code points of white space may be at the end of a line and the start of the next."""

_HYPHENS = frozenset("-‐‑")
_LINE_END_SPACES = frozenset(" \t\r\n")
_APOSTROPHES = frozenset("'’ʼ")
_IN_NUMBERS = frozenset(".,:/’'")
_RANGE_DASHES = frozenset("-‐‑–")
_BEFORE_NUMBERS = frozenset("$€£¥₹#+−±<>≤≥~")
_AFTER_NUMBERS = frozenset("%‰°½¼¾²³$€£¥")


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a range neither begins nor ends inside a word or number.

    A hyphen or an apostrophe between two letters is inside a word; so is the point, the comma or the sign of a number.
    """
    return begins_whole(text, start) and ends_whole(text, end)


def word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the word or number that a range cuts begins and ends; at its start, or else at its end."""
    place = start if not begins_whole(text, start) else end
    first = last = place
    while first > 0 and place - first < MAX_WORD and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and last - place < MAX_WORD and not text[last].isspace():
        last += 1
    while last > place and not text[last - 1].isalnum() and text[last - 1] not in _AFTER_NUMBERS:
        last -= 1
    return first, last


def begins_whole(text: str, start: int) -> bool:
    """Whether no word or number has begun before an offset."""
    if _is_joined(text, start):
        return False
    if not 0 < start < len(text) or not text[start].isdecimal():
        return True
    before = text[start - 1]
    return before not in _BEFORE_NUMBERS and not (before in _HYPHENS and (start == 1 or text[start - 2].isspace()))


def ends_whole(text: str, end: int) -> bool:
    """Whether no word or number goes on at an offset."""
    if _is_joined(text, end):
        return False
    return not (0 < end < len(text) and text[end - 1].isdecimal() and text[end] in _AFTER_NUMBERS)


def _is_joined(text: str, offset: int) -> bool:
    """Whether the characters before and after an offset belong to one word or number."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if (after in _HYPHENS or before.isspace() or before in _HYPHENS) and _is_in_broken_word(text, offset):
        return True
    if "\u0300" <= after <= "\u036f":
        return True  # a combining mark belongs to what is before it
    if before.isalnum() and after.isalnum():
        return True
    if after.isalnum():  # a sign before the offset
        return offset > 1 and _joins(text[offset - 2], before, after)
    return before.isalnum() and offset + 1 < len(text) and _joins(before, after, text[offset + 1])


def _is_in_broken_word(text: str, offset: int) -> bool:
    """Whether an offset is at a hyphen with which a line ends, and which parts a word."""
    first = offset
    while first > 0 and offset - first < MAX_LINE_END and text[first - 1] in _LINE_END_SPACES:
        first -= 1
    if text[first : first + 1] not in _HYPHENS and text[first - 1 : first] in _HYPHENS:
        first -= 1
    last = first + 1
    while last < len(text) and last - first < MAX_LINE_END and text[last] in _LINE_END_SPACES:
        last += 1
    parts_a_line = "\n" in text[first:last] or "\r" in text[first:last]
    return (
        parts_a_line
        and text[first] in _HYPHENS
        and text[first - 1 : first].isalpha()
        and text[last : last + 1].isalpha()
    )


def _joins(before: str, sign: str, after: str) -> bool:
    """Whether a sign between two characters makes one word or number of them."""
    if not (before.isalnum() and after.isalnum()):
        return False
    if before.isdecimal() and after.isdecimal() and (sign in _IN_NUMBERS or sign in _RANGE_DASHES):
        return True
    return sign in _HYPHENS or sign in _APOSTROPHES
