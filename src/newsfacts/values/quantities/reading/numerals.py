"""Numbers in words and digits: "a hundred and five", "two and a half million", "1,250.5", "half a dozen", "21st".

    numeral   = [sign] (cardinal | fraction) ["and" fraction] [["of"] ["a"] magnitude]
    cardinal  = group {magnitude ["and" | ","] group}             magnitudes fall from left to right
    group     = digits | [hundreds "hundred" ["and"]] tens units
    fraction  = [cardinal | "a"] denominator | digits "/" digits

Words attach only where English lets them: "twenty one" is 21, "eleven three" is two numbers, and a caller that wants
one number gets none. Arithmetic is exact; a value is an `int`, or a `Fraction` where it has to be.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from newsfacts.values.quantities.exact import times, whole
from newsfacts.values.quantities.reading.cardinals import ARTICLES, scan_cardinal, scan_part
from newsfacts.values.quantities.reading.decimals_in_words import scan_point
from newsfacts.values.quantities.reading.digits import (
    CARDINAL,
    MAX_DIGITS,
    ORDINAL_FORM,
    SHARE,
    Numeral,
    lone_digits,
    read_digits,
)
from newsfacts.values.quantities.reading.number_words import (
    DOZEN,
    HUNDRED,
    MAGNITUDE,
    NUMBER_WORDS,
    PART,
    TENS,
    VULGAR_FRACTIONS,
    word_set,
)
from newsfacts.values.quantities.reading.tokens import DIGITS, SIGN, WORD, Token, tokenize

__all__ = [
    "CARDINAL",
    "MAX_DIGITS",
    "ORDINAL_FORM",
    "SHARE",
    "Numeral",
    "lone_digits",
    "read_digits",
    "read_number",
    "read_ordinal",
    "scan_numeral",
]


def read_number(words: str) -> int | Fraction | None:
    """The one cardinal number or fraction that `words` spell out, or None if they spell no number or more than one.

    >>> read_number("two and a half million"), read_number("half a dozen"), read_number("1,250.5")
    (2500000, 6, Fraction(2501, 2))

    Raises `UnreadableValue` for a number beyond `MAX_DIGITS` and for text beyond `tokens.MAX_PHRASE`.
    """
    found = _whole(words)
    return None if found is None or found.form == ORDINAL_FORM else found.value


def read_ordinal(words: str) -> int | None:
    """The number that an ordinal ("second", "twenty-first", "21st") means, or None."""
    found = _whole(words)
    return int(found.value) if found is not None and found.form == ORDINAL_FORM else None


def _whole(words: str) -> Numeral | None:
    tokens = tokenize(words)
    found = scan_numeral(tokens, 0)
    return found if found is not None and not tokens[found.end].kind else None


def scan_numeral(tokens: Sequence[Token], at: int, money: bool = False, conjunction: bool = True) -> Numeral | None:
    """The longest number that starts at token `at`, or None.

    With `money`, a bare "m" after digits is million. Without `conjunction`, "and" ends the number, as it must in
    "between one hundred and two hundred".
    """
    token = tokens[at]
    if token.kind == DIGITS:
        digits = lone_digits(tokens, at)
        if digits is not None:
            return digits
        digits = scan_cardinal(tokens, at, money, conjunction, False)
        if digits is None or digits.form == ORDINAL_FORM or (
            digits.plain and tokens[digits.end].text not in _AFTER_DIGITS
        ):  # fmt: skip
            return digits
        return _finish(tokens, digits)
    if token.text in ("-", "minus", "negative"):
        start = at + 2 if _is_hyphened_sign(tokens, at) else at + 1
        found = scan_numeral(tokens, start, money, conjunction) if tokens[start].text not in _SIGNS else None
        if found is None or found.form == ORDINAL_FORM:
            return None
        return found.negative()
    if token.text == "+" and tokens[at + 1].kind == DIGITS:
        return scan_numeral(tokens, at + 1, money, conjunction)
    first = _scan_magnitude(tokens, at, money, conjunction)
    if first is None or first.form == ORDINAL_FORM:
        return first
    return _finish(tokens, first)


def _is_hyphened_sign(tokens: Sequence[Token], at: int) -> bool:
    """ "minus-20 degrees"."""
    hyphen = tokens[at + 1]
    return tokens[at].kind == WORD and hyphen.text == "-" and hyphen.glued


_SIGNS: Final = ("-", "minus", "negative", "+")


def _scan_magnitude(tokens: Sequence[Token], at: int, money: bool, conjunction: bool) -> Numeral | None:
    """A cardinal or a fraction, without sign and without what may follow it."""
    token = tokens[at]
    article = False
    if token.kind == WORD:
        entry = NUMBER_WORDS.get(token.text)
        if entry is None:
            if token.text in ARTICLES:
                following = tokens[at + 1]
                entry = NUMBER_WORDS.get(following.text)
                if entry is None or (entry[0] in (HUNDRED, MAGNITUDE) and following.text[-1] == "s"):
                    return None
                if (
                    entry[0] in (HUNDRED, MAGNITUDE)
                    or following.text == "dozen"
                    or (following.text == "score" and tokens[at + 2].text == "of")
                ):
                    article, at = True, at + 1
                else:
                    return None if entry[0] == PART and _is_compound(tokens, at + 1) else scan_part(tokens, at)
            elif token.text == "point" and NUMBER_WORDS.get(tokens[at + 1].text, (99, 0))[0] <= TENS:
                return scan_point(tokens, at, 0)
            else:
                return None
        elif entry[0] >= PART or (token.text in _VAGUE_ALONE):
            return scan_part(tokens, at) if entry[0] == PART and not _is_compound(tokens, at) else None
    elif token.kind == SIGN:
        if token.text in VULGAR_FRACTIONS:
            return Numeral(Fraction(*VULGAR_FRACTIONS[token.text]), None, at + 1, SHARE)
        return None
    elif token.kind != DIGITS:
        return None
    return scan_cardinal(tokens, at, money, conjunction, article)


def _is_compound(tokens: Sequence[Token], at: int) -> bool:
    """ "quarter-final", "half-brother", "quarter finals": not a part of anything."""
    ahead = at + 2 if tokens[at + 1].text == "-" else at + 1
    if tokens[at].text == "quarter":  # "a quarter of", "quarter-point", but "the last quarter", "quarter-finals"
        measured = tokens[ahead].text in _AFTER_HALF_HYPHEN or tokens[ahead].text in NUMBER_WORDS
        if ahead == at + 2:
            return not measured
        article = at > 0 and tokens[at - 1].text in ARTICLES
        return not article and tokens[ahead].text not in ("of", "million", "billion", "century")
    return ahead == at + 2 and tokens[ahead].text not in NUMBER_WORDS and tokens[ahead].text not in _AFTER_HALF_HYPHEN


_AFTER_HALF_HYPHEN: Final = word_set(
    "a hour mile day century year inch dozen million billion trillion point percent per cent percentage pound liter litre "
    "gallon cup ton acre minute of and"
)
_VAGUE_ALONE: Final = word_set(
    "dozens score hundreds thousands millions billions trillions quadrillions lakhs crores lacs bn mn mln mio bln tn "
    "trn tln mil bil cr mrd mld"
)
"""Words that are no number at its beginning: "dozens", "thousands" are vague, a leading "bn" is an abbreviation."""


def _finish(tokens: Sequence[Token], found: Numeral) -> Numeral:
    """What may follow a whole cardinal or fraction: "and a half", "of a million", "over three"."""
    end, value = found.end, found.value
    nxt = tokens[end]
    if nxt.text == "-":
        extra = _hyphened_part(tokens, end, found.plain)
        if extra is not None:
            return _multiplied(tokens, Numeral(whole(value + extra.value), None, extra.end))
    if found.form == CARDINAL and (tokens[end - 1].text in VULGAR_FRACTIONS or tokens[end - 2].text == "/"):
        return _multiplied(tokens, found)  # "3½ million", "1 1/2 million"
    if found.form == SHARE:
        index = _past(tokens, end, ("-",))
        index = _past(tokens, _past(tokens, index, ("of",)), ("-",))  # "quarter-of-a-million"
        index = _past(tokens, _past(tokens, index, (*ARTICLES, "one")), ("-",))
        entry = NUMBER_WORDS.get(tokens[index].text)
        if entry is not None and entry[0] in (HUNDRED, MAGNITUDE, DOZEN) and tokens[index].text not in _VAGUE_ALONE:
            size = times(value, entry[1])
            return Numeral(size, 6 if entry[0] == DOZEN and size == 6 else None, index + 1)
        return found
    if nxt.text == "and":
        extra = scan_part(tokens, end + 1) if _may_be_part(tokens, end + 1) else None
        if extra is not None and extra.form == SHARE and 0 < extra.value < 1:
            of_what = NUMBER_WORDS.get(tokens[end - 1].text, (0, 1))
            size = of_what[1] if of_what[0] == DOZEN else 1  # "a dozen and a half" is 18
            return _multiplied(tokens, Numeral(whole(value + extra.value * size), None, extra.end))
    elif nxt.text == "over" and value == 1 and tokens[end - 1].kind == WORD:
        below = _scan_magnitude(tokens, end + 1, False, True)
        if below is not None and below.form == CARDINAL and below.value.denominator == 1 and below.value > 1:
            return Numeral(Fraction(1, int(below.value)), None, below.end, SHARE)
    return found


def _may_be_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether a fraction may begin at token `at`: digits are one with a slash or a word of parts only."""
    following = tokens[at + 1]
    return tokens[at].kind != DIGITS or following.kind == SIGN or following.text in NUMBER_WORDS


_AFTER_DIGITS: Final = frozenset({"-", "and"})
"""What can continue a number that is nothing but digits."""


def _hyphened_part(tokens: Sequence[Token], at: int, digits: bool) -> Numeral | None:
    """The fraction after the hyphen at `at`: "2-1/2 million" where digits are before it, "two-and-a-half"."""
    hyphen = tokens[at]
    glued = hyphen.glued and tokens[at + 1].glued
    if glued and digits and tokens[at + 2].text == "/":
        extra = _scan_magnitude(tokens, at + 1, False, False)
        if extra is not None and 0 < extra.value < 1 and extra.end == at + 4:
            return extra
    if tokens[at + 1].text == "and" and tokens[at + 2].text == "-":
        extra = scan_part(tokens, at + 3)
        if extra is not None and extra.form == SHARE and 0 < extra.value < 1:
            return extra
    return None


def _past(tokens: Sequence[Token], index: int, texts: tuple[str, ...]) -> int:
    """The index after one token with one of the texts, if it is there."""
    return index + 1 if tokens[index].text in texts else index


def _multiplied(tokens: Sequence[Token], found: Numeral) -> Numeral:
    """ "two and a half" before "million" or "hundred" or "dozen"."""
    for _ in range(2):  # "hundred thousand" and the like are two; more are no number
        index = found.end + 1 if tokens[found.end].text == "-" else found.end
        entry = NUMBER_WORDS.get(tokens[index].text)
        if entry is None or entry[0] not in (HUNDRED, MAGNITUDE, DOZEN):
            break
        multiplier = (found.multiplier or 1) * entry[1]
        found = Numeral(times(found.value, entry[1]), None, index + 1, multiplier=multiplier)
    return found
