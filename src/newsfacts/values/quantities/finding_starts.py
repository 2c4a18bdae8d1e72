"""Whether a quantity may begin with a word of running text, and where its "in four" or "out of 10" ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.currencies import CURRENCY_CODES, CURRENCY_NAMES, CURRENCY_PREFIXES, CURRENCY_SIGNS
from newsfacts.values.quantities.finding_names import end_of_telephone, is_named_number
from newsfacts.values.quantities.finding_nouns import is_abbreviation, is_glued
from newsfacts.values.quantities.reading.idioms import IDIOM_WORDS
from newsfacts.values.quantities.reading.money import LETTERS_BEFORE
from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.number_words import (
    DOZEN,
    MAGNITUDE,
    NUMBER_WORDS,
    ORDINAL,
    PART,
    PLURAL_PARTS,
    VULGAR_FRACTIONS,
    word_set,
)
from newsfacts.values.quantities.reading.numerals import CARDINAL, scan_numeral
from newsfacts.values.quantities.reading.term import Term
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.quantities.reading.years import is_year_after_in
from newsfacts.values.quantities.units import MEASURES

__all__ = ["FIRST_WORDS", "may_start", "part_end"]

_VAGUE: Final = word_set("several dozens scores hundreds thousands millions billions trillions tens")

_AFTER_ARTICLE: Final = word_set(
    "few couple handful dozen hundred thousand million billion trillion half quarter third fifth tenth record combined total"
)

_NOT_ONE: Final = word_set(
    "the this that no any every each which another some last next right wrong other either neither big such day back at"
)

_AFTER_ONE: Final = word_set("another way day thing hand time more")
"""What makes "one" no count: "one another", "one day", "one way or the other"."""

_AFTER_HALF: Final = word_set("of a an the million billion trillion dozen")

_BEFORE_HALF: Final = word_set("than about nearly almost over under roughly least approximately")

FIRST_WORDS: Final = frozenset({
    "minus", "negative", "a", "an", "-", "–", "+", *(code.lower() for code in CURRENCY_CODES), *NUMBER_WORDS, *IDIOM_WORDS,
    *_VAGUE, *CURRENCY_SIGNS, *VULGAR_FRACTIONS, *LETTERS_BEFORE, *CURRENCY_PREFIXES,
})  # fmt: skip
"""All that `may_start` and idioms know, so that the other words of a text, which are most, are passed over at once."""


def may_start(tokens: Sequence[Token], at: int, in_title: bool) -> bool:
    """Whether a quantity may begin with a token that is not digits."""
    token, following = tokens[at], tokens[at + 1]
    text = token.text
    if text in ("minus", "negative"):
        return _is_minus(tokens, at)
    if text in ("a", "an"):
        return following.text in _AFTER_ARTICLE or _has_half_more(tokens, at + 1)
    entry = NUMBER_WORDS.get(text)
    if entry is not None:
        return _number_word_starts(tokens, at, entry[0], in_title)
    if text in _VAGUE or text in CURRENCY_SIGNS or text in VULGAR_FRACTIONS:
        return True
    if token.raw in CURRENCY_CODES:
        return following.kind == DIGITS
    if text in LETTERS_BEFORE and token.raw[0].isupper() and _is_money(tokens, at):
        return True
    if text in CURRENCY_PREFIXES:
        touches = following.glued or (token.raw.isupper() and len(text) > 1)
        return following.text in CURRENCY_SIGNS and touches
    return text in ("-", "–", "+") and _is_sign(tokens, at)


def _is_minus(tokens: Sequence[Token], at: int) -> bool:
    """Whether "minus" or "negative" is the sign of a number."""
    if at and tokens[at - 1].text in ("or", "and", "/"):
        return False  # "plus or minus"
    following = tokens[at + 1]
    if following.text == "-" and following.glued:
        following = tokens[at + 2]  # "minus-20 degrees"
    return following.kind == DIGITS or following.text in NUMBER_WORDS


def _is_sign(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dash or a plus is the sign of a number, and does not begin a telephone number."""
    token, following = tokens[at], tokens[at + 1]
    if token.text == "+" and end_of_telephone(tokens, at + 1) > at + 2:
        return False
    alone = not at or not token.glued
    return alone and following.glued and (following.kind == DIGITS or following.text in CURRENCY_SIGNS)


def _is_money(tokens: Sequence[Token], at: int) -> bool:
    """Whether letters are a currency: "Rs 2,300 crore", "Rs. 500", "R2.5bn", but not the "R2" of a code."""
    digits = at + 1 + (tokens[at + 1].text == "." and tokens[at + 1].glued)
    if tokens[digits].kind != DIGITS:
        return False
    if len(tokens[at].text) > 1:
        return True
    scale = tokens[digits + 1]
    counted = NUMBER_WORDS.get(scale.text, (0,))[0] == MAGNITUDE or (scale.glued and scale.text in ("m", "bn"))
    return tokens[digits].glued and not (at and tokens[at].glued) and counted


def _has_half_more(tokens: Sequence[Token], at: int) -> bool:
    """ "a mile and a half": without the half, "a mile" is not a quantity that a text states."""
    following = [token.text for token in tokens[at + 1 : at + 4]]
    named = tokens[at].text in MEASURES or tokens[at].text in CURRENCY_NAMES
    return named and following in (["and", "a", "half"], ["and", "a", "quarter"])


def _number_word_starts(tokens: Sequence[Token], at: int, role: int, in_title: bool) -> bool:
    text, following = tokens[at].text, tokens[at + 1]
    if text == "oh" or is_named_number(tokens, at, in_title):
        return False
    if following.text == "-" and is_glued(tokens, at + 1):
        second = NUMBER_WORDS.get(tokens[at + 2].text)
        if second is not None and second[0] in (ORDINAL, PART, PLURAL_PARTS) and second[1] > 1:
            return role < ORDINAL and tokens[at + 2].text != "second"
    if text == "one":
        return _is_counting_one(tokens, at)
    if role == PART:
        starts = following.text in _AFTER_HALF or (at > 0 and tokens[at - 1].text in _BEFORE_HALF)
        return text == "half" and (starts or _begins_range(tokens, at))
    return role <= DOZEN


def _begins_range(tokens: Sequence[Token], at: int) -> bool:
    """ "between half and two thirds", "half to two thirds"."""
    joiner = tokens[at + 1].text
    if joiner != "to" and not (joiner == "and" and at > 0 and tokens[at - 1].text == "between"):
        return False
    return NUMBER_WORDS.get(tokens[at + 3].text, (0,))[0] in (PART, PLURAL_PARTS)


def _is_counting_one(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1]
    if at and (tokens[at - 1].text in _NOT_ONE or tokens[at - 1].text.endswith(("'s", "’s"))):
        return False
    if following.text == "and":  # "one and a half percent"
        return tokens[at + 2].text in ("a", "one") and tokens[at + 3].text in ("half", "quarter", "third")
    if following.text in ("-", "in"):
        return following.text == "-" or part_end(tokens, at + 1, None) is not None
    if following.kind != WORD or following.text in _AFTER_ONE:
        return False
    word = following.text.removesuffix("'s").removesuffix("’s")  # "one that's"
    return word not in STOP or is_abbreviation(following)


def part_end(tokens: Sequence[Token], at: int, term: Term | None) -> int | None:
    """The index after "in four", "out of 10", "of every five", where such words begin at `at`."""
    index = at + 1 if tokens[at].text == "-" else at
    text = tokens[index].text
    if text == "out" and tokens[index + 1].text == "of":
        index += 1
    elif text != "in" and not (text == "of" and tokens[index + 1].text in ("every", "10", "ten")):
        return None
    index += 1
    if tokens[index].text in ("every", "the", "-"):
        index += 1
    total = scan_numeral(tokens, index)
    if total is None or total.form != CARDINAL or total.value.denominator != 1 or total.value <= 1:
        return None
    if is_year_after_in(tokens, index, total.end, after_one=term is None or term.value == 1):
        return None
    smaller = term is None or term.value is None or term.value < total.value
    return total.end if smaller else None
