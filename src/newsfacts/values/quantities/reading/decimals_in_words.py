"""What follows a cardinal in words: the decimals after "point", and denominators ("twenty-fifths")."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from newsfacts.values.quantities.exact import Number, times, whole
from newsfacts.values.quantities.reading.digits import MAX_DIGITS, SHARE, Numeral
from newsfacts.values.quantities.reading.number_words import (
    HUNDRED,
    MAGNITUDE,
    NUMBER_WORDS,
    ORDINAL,
    PLURAL_PARTS,
    TENS,
)
from newsfacts.values.quantities.reading.tokens import DIGITS, Token

__all__ = ["compound_denominator", "over", "scan_point"]


def compound_denominator(tokens: Sequence[Token], at: int) -> tuple[int, bool, int] | None:
    """ "twenty-fifth(s)" after a numerator: (denominator, plural, end)."""
    if tokens[at].text == "-":
        at += 1
    entry = NUMBER_WORDS.get(tokens[at].text)
    if entry is None or entry[0] != TENS:
        return None
    last = at + 2 if tokens[at + 1].text == "-" else at + 1
    unit = NUMBER_WORDS.get(tokens[last].text)
    if unit is None or unit[0] not in (ORDINAL, PLURAL_PARTS) or unit[1] > 9:
        return None
    return entry[1] + unit[1], unit[0] == PLURAL_PARTS, last + 1


def over(
    value: int | Fraction, below: int, before_and: tuple[int, int | Fraction] | None, end: int, scale: int = 1
) -> Numeral:
    """`value` denominators; a proper fraction after "and" stays apart: "two hundred and fifty-four hundredths" is
    200.54, and after a magnitude it is a fraction of that: "five billion and three quarters"."""
    if before_and is not None and value - before_and[1] < below and before_and[1]:
        return Numeral(whole(before_and[1] + Fraction(value - before_and[1], below) * scale), None, end)
    return Numeral(whole(Fraction(value) / below), None, end, SHARE)


def scan_point(tokens: Sequence[Token], at: int, before: Number) -> Numeral | None:
    """The decimals in words after "point": "two point two million", "nought point eleven"."""
    written, index = "", at + 1
    room = 0
    while (entry := NUMBER_WORDS.get(tokens[index].text)) is not None and entry[0] <= TENS:
        value = entry[1]
        if room > value > 0:
            written, room = written[:-1] + str(value), 0
        else:
            written, room = written + str(value), 10 if entry[0] == TENS else 0
        index += 1
        if tokens[index].text == "-" and room:
            index += 1
    if tokens[index].kind == DIGITS and not written and tokens[index].text.isdigit():
        written, index = tokens[index].text, index + 1
    if not written or len(written) > MAX_DIGITS or before.denominator != 1:
        return None
    value_: Number = before + Fraction(int(written), 10 ** len(written))
    granularity: int | Fraction = Fraction(1, 10 ** len(written))
    for _ in range(2):
        entry = NUMBER_WORDS.get(tokens[index].text)
        if entry is None or entry[0] not in (HUNDRED, MAGNITUDE):
            break
        value_, granularity = times(value_, entry[1]), times(granularity, entry[1])
        index += 1
    return Numeral(whole(value_), granularity, index)
