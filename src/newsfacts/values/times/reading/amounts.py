"""The number before a unit of time: "three", "2.5", "two to three", "half a", "three quarters of a", "several"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from newsfacts.values.quantities.reading.number_words import VULGAR_FRACTIONS
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.tokens import Tokens

__all__ = ["Amount", "Cardinal", "read_amount", "read_cardinal", "read_one_amount"]

R = word_roles

_MORE: Final = ("additional", "extra", "further", "full", "whole", "mere", "good", "total")
_PLURALS: Final = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9,
}  # fmt: skip
_PARTS: Final = {"half": 2, "quarter": 4, "quarters": 4, "third": 3, "thirds": 3, "fifths": 5}
_SEVERAL_PARTS: Final = {"quarters": 4, "quarter": 4, "thirds": 3, "halves": 2, "fifths": 5}


class Amount(NamedTuple):
    """A number before a unit: its value, the longer end of a range or a vague word, whether it is vague, and the index
    after it."""

    value: int | Fraction
    upto: int | Fraction | None
    vague: bool
    end: int


class Cardinal:
    """A whole number in words, and the index after it."""

    __slots__ = ("end", "value")

    def __init__(self, value: int, end: int) -> None:
        self.value: int = value
        self.end: int = end


def read_amount(tokens: Tokens, at: int) -> Amount | None:
    """The number at token `at`, as it is before a unit of time, or None."""
    first = read_one_amount(tokens, at)
    if first is None:
        return None
    if tokens.texts[first.end] in ("to", "or", "-") and not first.vague:
        second = read_one_amount(tokens, first.end + 1)
        if second is not None and second.value > first.value and not second.vague:
            return Amount(first.value, second.value, False, second.end)
    return first


def read_one_amount(tokens: Tokens, at: int) -> Amount | None:
    """A number that is not a range."""
    role, text = tokens.roles[at], tokens.texts[at]
    if role == R.NUMBER:
        if tokens.roles[at + 1] == R.UNIT:
            return Amount(tokens.values[at], None, False, at + 1)
        return _with_part(tokens, *_digits(tokens, at))
    if role == R.CARDINAL and text in _PLURALS:
        return _hundreds_of(tokens, at)
    if role == R.CARDINAL:
        cardinal = read_cardinal(tokens, at)
        return None if cardinal is None else _with_part(tokens, cardinal.value, cardinal.end)
    if role == R.ARTICLE and tokens.values[at] == 1:
        return _after_article(tokens, at)
    if role == R.VAGUE_NUMBER:
        low, high = tokens.values[at]
        end = at + 1 + (tokens.texts[at + 1] == "of")
        return Amount(low, high if high != low else None, text != "couple", end)
    if role == R.ADJECTIVE and text == "another":
        inner = read_one_amount(tokens, at + 1)
        return inner if inner is not None else Amount(1, None, False, at + 1)
    if role == R.SIGN and text in ("+", "-"):
        found = read_one_amount(tokens, at + 1) if tokens.roles[at + 1] == R.NUMBER else None
        return found and found._replace(value=-found.value if text == "-" else found.value)
    if text in VULGAR_FRACTIONS:
        return _with_part(tokens, Fraction(*VULGAR_FRACTIONS[text]), at + 1)
    return _share(tokens, at)


def _hundreds_of(tokens: Tokens, at: int) -> Amount | None:
    """ "hundreds of", "tens of thousands of": two of them or more."""
    texts = tokens.texts
    value = 2
    while texts[at] in _PLURALS and texts[at + 1] == "of":
        value *= _PLURALS[texts[at]]
        at += 2
    return Amount(value, None, True, at) if tokens.roles[at] == R.UNIT else None


def _digits(tokens: Tokens, at: int) -> tuple[int | Fraction, int]:
    """A number in digits: 12, 2.5, 1/2, 1 1/2, 3 million."""
    roles, texts, values = tokens.roles, tokens.texts, tokens.values
    value: int | Fraction = values[at]
    end = at + 1
    if texts[end] == "." and tokens.glued[end] and roles[end + 1] == R.NUMBER and tokens.glued[end + 1]:
        digits = texts[end + 1]
        return value + Fraction(int(digits), 10 ** len(digits)) if "," not in digits else value, end + 2
    if texts[end] == "/" and roles[end + 1] == R.NUMBER and values[end + 1]:
        if value > values[end + 1]:
            return value, end  # "41/2" has lost a space
        return Fraction(value, values[end + 1]), end + 2
    if roles[end] == R.NUMBER and texts[end + 1] == "/" and roles[end + 2] == R.NUMBER and values[end + 2]:
        return value + Fraction(values[end], values[end + 2]), end + 3
    if texts[end] in VULGAR_FRACTIONS:
        return value + Fraction(*VULGAR_FRACTIONS[texts[end]]), end + 1
    if roles[end] == R.CARDINAL and values[end] >= 1000:
        return value * values[end], end + 1
    return value, end


def _after_article(tokens: Tokens, at: int) -> Amount | None:
    """ "a", "an", "a hundred", "a few", "a 10-", "a half"."""
    roles = tokens.roles
    if roles[at + 1] in (R.CARDINAL, R.VAGUE_NUMBER):
        return read_one_amount(tokens, at + 1)
    if tokens.texts[at + 1] in _MORE and roles[at + 2] in (R.NUMBER, R.CARDINAL):  # "an additional 90 days"
        return read_one_amount(tokens, at + 2)
    if roles[at + 1] == R.NUMBER and tokens.texts[at + 2] == "-":  # "a 10-day"
        return read_one_amount(tokens, at + 1)
    if roles[at + 1] == R.NTH and tokens.texts[at + 2] not in ("of", "-"):
        return None  # "a third year"
    return _share(tokens, at) or _with_part(tokens, 1, at + 1)


def _with_part(tokens: Tokens, value: int | Fraction, end: int) -> Amount | None:
    """A number, with what may follow it: "and a half", "quarters of", "or two"."""
    roles, texts = tokens.roles, tokens.texts
    hyphened = texts[end] == "-" and texts[end + 1] == "and"  # "two-and-a-half"
    if texts[end] == "and" or hyphened:
        share = _share(tokens, end + (2 + (texts[end + 2] == "-") if hyphened else 1))
        if share is not None and share.value < 1:
            return Amount(value + share.value, None, False, share.end)
    elif roles[end] == R.HALF:
        return None if roles[end + 1] != R.UNIT else Amount(value + Fraction(1, 2), None, False, end + 1)
    elif value == 1 and texts[end] == "or" and texts[end + 1] == "two":
        return Amount(1, 2, False, end + 2)
    return _several_parts(tokens, value, end) or Amount(value, None, False, end)


def _several_parts(tokens: Tokens, value: int | Fraction, end: int) -> Amount | None:
    """ "three quarters of an hour", "two-thirds of a year"."""
    texts = tokens.texts
    at = end + 1 if texts[end] == "-" else end
    below = _SEVERAL_PARTS.get(texts[at])
    if below is None:
        return None
    after = at + 1
    while texts[after] in ("of", "a", "an"):
        after += 1
    if (after == at + 1 and below == 4) or tokens.roles[after] != R.UNIT:
        return None
    return Amount(Fraction(value) / below, None, False, after)


def _share(tokens: Tokens, at: int) -> Amount | None:
    """ "half", "half an", "a quarter of an", "three quarters of an": a part of the unit that follows."""
    texts, roles = tokens.texts, tokens.roles
    first = at
    at += texts[at] in ("a", "an", "one")
    at += texts[at] == "-"
    if texts[at] == "third" and (at == first or texts[at + 1] not in ("of", "-")):
        return None  # "third quarter" and "a third year" count; "a third of a year" divides
    count = 1
    if roles[at] == R.CARDINAL and texts[at + 1] in ("quarter", "quarters", "thirds", "fifths"):
        count = tokens.values[at]
        at += 1
    below = _PARTS.get(texts[at])
    if below is None:
        return None
    after = at + 1
    hyphen = texts[after] == "-"
    if hyphen and below == 3:
        return None  # "a third-year student"
    after += hyphen
    after += texts[after] == "of"
    after += texts[after] in ("a", "an")
    if roles[after] not in (R.UNIT, R.SHORT_UNIT):
        return None
    return Amount(Fraction(count, below), None, False, after)


def read_cardinal(tokens: Tokens, at: int) -> Cardinal | None:
    """A whole number in words, also as years are spoken ("nineteen eighty-six"), and the index after it."""
    roles, texts, values = tokens.roles, tokens.texts, tokens.values
    total, group, index, end = 0, 0, at, -1
    while roles[index] == R.CARDINAL:
        value = values[index]
        if texts[index] in ("dozen", "dozens"):
            group = (group or 1) * 12
        elif value < 100:
            if not _fits_below(group, value, end):
                if not (value >= 10 and 10 <= group <= 20 and not total and end == at + 1):
                    break
                group *= 100  # "nineteen eighty"
            group += value
        elif value == 100:
            group = (group or 1) * 100
        elif group >= 1000:
            break
        elif value > 10**9:
            return None
        else:
            total += (group or 1) * value
            group = 0
        end = index = index + 1
        if roles[index + 1] == R.CARDINAL and _joins(texts[index], values[index + 1], total, group):
            index += 1
    return None if end < 0 else Cardinal(total + group, end)


def _fits_below(group: int, value: int, end: int) -> bool:
    """Whether a number below 100 continues what has been read: "hundred" + "five", "twenty" + "one"."""
    if value < 10:
        return end < 0 or (group % 10 == 0 and group % 100 != 10)
    return group % 100 == 0


def _joins(text: str, following: int, total: int, group: int) -> bool:
    """Whether a hyphen or "and" joins what has been read and the next word: "twenty-one", "hundred and five"."""
    tens = group > 0 and group % 10 == 0 and following < 10
    if text == "-":
        return tens
    large = group >= 100 or (total > 0 and not group)
    return text == "and" and ((large and following < 100) or (tens and 20 <= group < 100))
