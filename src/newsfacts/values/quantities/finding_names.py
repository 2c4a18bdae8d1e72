"""Digits and number words of running text that state no quantity: names, labels, scores, addresses, telephone numbers.

`reading.names` knows those that one phrase shows; here are those that need the sentence around them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.finding_nouns import is_glued
from newsfacts.values.quantities.reading.names import AIRLINER_WORDS, not_a_quantity
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, word_set
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token

__all__ = ["end_of_name", "is_named_number", "is_title"]

MAX_PLAIN_DIGITS: Final = 12
"""More digits than these in a row, without a separator, are an identifier."""

_STREETS: Final = word_set(
    "street st avenue ave road rd boulevard blvd drive lane ln way court square plaza highway parkway pkwy terrace broadway"
)
_DIRECTIONS: Final = word_set("north south east west northwest northeast southwest southeast n s e w nw ne sw se")
MAX_STREET: Final = 4
_SCORED: Final = word_set(
    "vote votes ruling decision win loss record victory defeat majority margin lead draw tie split score triumph upset rout"
)
_ZIP: Final = re.compile(r"[0-9]{5}")
_SENTENCE_ENDS: Final = word_set(". ! ? : ; ” “ \" — – ( ' ‘ * • '' |")
_MEASURES_AFTER: Final = word_set("percent % per pct")
_SHORT_LABELS: Final = word_set("sec sect art arts ch chap p pp vol vols fig figs para paras par cl ver rev op inc ext")
"""Labels that a full stop shortens: "Sec. 12"."""
_GROUPS: Final = word_set("gang group band")
_AFTER_LABEL: Final = word_set("number numbers no nos #")
_PERSONAL: Final = word_set("i we you he she they")


def end_of_name(tokens: Sequence[Token], at: int) -> int:
    """The index after the digits at `at` and what belongs to them, where they state no quantity; else `at`."""
    token = tokens[at]
    if len(token.text) > MAX_PLAIN_DIGITS and token.text.isdigit():
        return at + 1
    if token.text[0] == "0" or (at and tokens[at - 1].text in "+()"):
        end = end_of_telephone(tokens, at)
        if end > at + 1 or (token.text[0] == "0" and len(token.text) > 2 and token.text.isdigit()):
            return end  # "0800 123 456", "agent 007"
    return _end_of_label(tokens, at)


def _end_of_label(tokens: Sequence[Token], at: int) -> int:
    """The same by what is next to the digits: "4x4", "7-Eleven", "No. 5", "[3]"; or by the rules of the reader of phrases."""
    token, following = tokens[at], tokens[at + 1]
    if following.text == "x" and following.glued and tokens[at + 2].glued and token.text == tokens[at + 2].text == "4":
        return at + 3  # "a 4x4"
    if following.text in _MEASURES_AFTER or (at and tokens[at - 1].text in "$£€"):
        return at
    if following.text == "-" and is_glued(tokens, at + 1):
        end = _end_of_compound(tokens, at)
        if end > at:
            return end
    if following.kind == WORD and following.glued and _is_code(following):
        return at + 2
    if _is_numbering(tokens, at):
        return at + 1
    owned = at and tokens[at - 1].text.endswith(("'s", "’s")) and following.text not in AIRLINER_WORDS
    if owned and len(token.text) != 4:
        return at  # "to Klein's 465"
    skipped = not_a_quantity(tokens, at)
    return at if skipped is None else max(skipped.end, at + 1)


def _is_numbering(tokens: Sequence[Token], at: int) -> bool:
    """Whether digits number something: "No. 5", "[3]", "1. First", a house, a postal code."""
    if at > 1 and tokens[at - 1].text == "." and tokens[at - 2].text in _SHORT_LABELS:
        return True
    if at and tokens[at - 1].text in ("[", ",") and tokens[at + 1].text in ("]", ",") and _is_citation(tokens, at):
        return True
    return _is_list_number(tokens, at) or _is_street(tokens, at) or _is_zip(tokens, at)


MIN_TELEPHONE: Final = 7
"""The fewest digits of a telephone number that is written in groups."""


def end_of_telephone(tokens: Sequence[Token], at: int) -> int:
    """The index after groups of digits that make a telephone number: "0800 123 456", "+44 20 7946 0958"; `at + 1` for none."""
    end, digits = at, 0
    if at and tokens[at - 1].text == "(" and tokens[at + 1].text == ")" and tokens[at + 3].text == "-":
        groups = tokens[at].text, tokens[at + 2].text, tokens[at + 4].text
        return at + 5 if [len(group) for group in groups] == [3, 3, 4] else at + 1  # "(212) 555-0199"
    while tokens[end].kind == DIGITS and tokens[end].text.isdigit() and (end == at or tokens[end].space == 1):
        digits += len(tokens[end].text)
        end += 1
    starts = tokens[at].text[:1] == "0" or (at and tokens[at - 1].text in "+)")
    return end if starts and digits >= MIN_TELEPHONE and end > at + 1 else at + 1


def _end_of_compound(tokens: Sequence[Token], at: int) -> int:
    """After a score ("19-15"), a telephone number ("555-0143") or a name ("7-Eleven"); `at` for anything else."""
    second = tokens[at + 2]
    if second.kind == WORD:
        return at + 3 if second.raw[0].isupper() and not second.raw.isupper() and tokens[at].text.isdigit() else at
    if second.kind != DIGITS:
        return at
    end = at + 3
    while tokens[end].text == "-" and is_glued(tokens, end) and tokens[end + 1].kind == DIGITS:
        end += 2
    first, last = tokens[at].text, second.text
    if end > at + 3 or not (first.isdigit() and last.isdigit()):
        return end if end > at + 3 else at
    is_phone = len(first) == 3 and len(last) == 4
    falls = int(first) >= int(last)
    scored = tokens[end].text in _SCORED or tokens[end + 1].text in _SCORED
    return end if is_phone or falls or scored else at


def _is_code(following: Token) -> bool:
    """ "4K", "8FtYoYE0G3", "49ers": letters that touch the digits and are not a unit, a magnitude or an ending."""
    raw = following.raw
    return following.text == "ers" or (
        len(raw) > 2 and any(letter.isupper() for letter in raw[1:]) and not raw.isupper()
    )


MAX_CITED: Final = 10


def _is_citation(tokens: Sequence[Token], at: int) -> bool:
    """ "[1]", "[1, 2]": short digits and commas alone between square brackets."""
    for index in range(at, max(at - MAX_CITED, -1), -1):
        token = tokens[index]
        if token.text == "[":
            return True
        if token.text != "," and not (token.kind == DIGITS and len(token.text) <= 3):
            return False
    return False


def _is_list_number(tokens: Sequence[Token], at: int) -> bool:
    """ "1. Welfare reform", "2) Taxes": one or two digits that begin an item."""
    token, sign, following = tokens[at], tokens[at + 1], tokens[at + 2]
    if len(token.text) > 2 or sign.text not in (".", ")") or not sign.glued or following.glued:
        return False
    if at and tokens[at - 1].text == "(" and sign.text == ")":
        return False
    return following.raw[:1].isupper() and (not at or tokens[at - 1].text in _BEFORE_ITEM)


_BEFORE_ITEM: Final = word_set('. ! ? : ; — – ) ” "')


def _is_street(tokens: Sequence[Token], at: int) -> bool:
    """ "100 Haven Avenue", "131 West 23rd Street": digits before the name of a street."""
    if not tokens[at].text.isdigit() or not tokens[at + 1].raw[:1].isupper():
        return False
    for index in range(at + 1, at + 1 + MAX_STREET):
        token = tokens[index]
        if token.text in _STREETS and token.raw[0].isupper() and index > at + 1:
            return True
        if token.kind == 0 or not (
            token.raw[0].isupper() or token.kind == DIGITS or token.text in ("th", "st", "nd", "rd", ".")
        ):
            return False
    return False


def _is_zip(tokens: Sequence[Token], at: int) -> bool:
    """ "NY, 10032", "Calif. 90210"."""
    if _ZIP.fullmatch(tokens[at].text) is None or not at:
        return False
    before = tokens[at - 2] if tokens[at - 1].text in (",", ".") and at > 1 else tokens[at - 1]
    return before.kind == WORD and before.raw.isupper() and len(before.text) == 2


MIN_TITLE_WORDS: Final = 4
MAX_LOWER: Final = 8
"""A block is a title where at most one in so many of its long words has a small letter at the beginning."""


def is_title(tokens: Sequence[Token]) -> bool:
    """Whether the words of a block are capitalised as in a headline, so that a capital letter makes no name."""
    long = [token for token in tokens if token.kind == WORD and len(token.text) > 3]
    lower = sum(token.raw[0].islower() for token in long)
    return len(long) >= MIN_TITLE_WORDS and lower * MAX_LOWER <= len(long)


def is_named_number(tokens: Sequence[Token], at: int, in_title: bool) -> bool:
    """Whether the number word at `at` is part of a name or a longer word: "Zero Hedge", "high-five", "Phase Two"."""
    token, following = tokens[at], tokens[at + 1]
    before = tokens[at - 1] if at else None
    if before is not None and before.text == "-" and is_glued(tokens, at - 1):
        return at < 2 or tokens[at - 2].text not in NUMBER_WORDS
    if before is not None and before.text in _AFTER_LABEL:
        return True
    if not token.raw[0].isupper():
        return False
    if at > 1 and tokens[at - 1].text == "of" and tokens[at - 2].text in _GROUPS:
        return True
    if token.text == "zero" and following.raw[:1].isupper():
        return True
    if in_title:
        return False
    if before is None or before.text in _SENTENCE_ENDS or not following.kind:
        return False
    return (before.kind == WORD and before.raw[0].isupper() and before.text not in _PERSONAL) or following.raw[
        0
    ].isupper()
