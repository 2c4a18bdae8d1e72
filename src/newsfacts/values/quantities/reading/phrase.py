"""Reads a number phrase into a `Quantity`: "between 1.2 and 1.5 million people", "second in two months".

    phrase     = words quantity words
    quantity   = opening shape following                                        `opening`, `ranges`, `following`
    opening    = {hedge | tone | change | "between" | "from"}
    shape      = term ("and" | "to" | "-" | "or") term | term
    term       = [currency] numeral [percent | currency | measure | "times" | "-fold"] | vague word
    following  = {"or more" | "more" | ...} [noun] [rate] [window]

The first place where a quantity can start is taken, and the phrase is refused if another number is left over: nothing
is guessed. Reading is one pass over the tokens with bounded look-ahead.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.languages import is_english
from newsfacts.values.quantities.currencies import (
    CURRENCY_CODES,
    CURRENCY_NAMES,
    CURRENCY_PREFIXES,
    CURRENCY_SIGNS,
    NATIONAL,
)
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.quantities.reading.draft import Draft
from newsfacts.values.quantities.reading.following import read_following
from newsfacts.values.quantities.reading.foreign import read_foreign
from newsfacts.values.quantities.reading.hedges import BEFORE, CHANGE_WORDS, EXTRA
from newsfacts.values.quantities.reading.money import LOWER_CODES
from newsfacts.values.quantities.reading.names import day_of_month
from newsfacts.values.quantities.reading.number_like_words import WORD_STARTS
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, VULGAR_FRACTIONS
from newsfacts.values.quantities.reading.opening import read_opening
from newsfacts.values.quantities.reading.ranges import read_shape
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token, tokenize
from newsfacts.values.quantities.reading.words import Words

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["parse_quantity"]

_DEFAULT_CURRENCIES: Final[Mapping[str, str]] = {"$": "USD", "rupee": "INR"}
_LONG_SCALE: Final = {
    "billion": "trillion", "billions": "trillions", "bn": "trillion", "trillion": "quintillion",
    "trillions": "quintillions", "tn": "quintillion", "quadrillion": "septillion",
}  # fmt: skip
"""Long-scale names (a billion is a million millions) -> the short-scale name of the same number."""
_UNBOUNDED: Final = {
    "few": "'few' without 'a' says that there are not many, and sets no bound",
    "many": "'many' names no number",
    "numerous": "'numerous' names no number",
    "countless": "'countless' names no number",
    "plurality": "a plurality is the largest part, and sets no bound by itself",
}
_STARTS: Final = frozenset(
    {
        *BEFORE, *CHANGE_WORDS, *EXTRA, *NUMBER_WORDS, *CURRENCY_SIGNS, *CURRENCY_PREFIXES, *LOWER_CODES, *WORD_STARTS,
        *VULGAR_FRACTIONS, *(pair[0] for pair in NATIONAL), "between", "from", "-", "minus", "negative", "+", "point",
        "only", "just", "merely", "barely", "hardly", "scarcely", "mere", "rs", "rm", "ringgit", "rupee", "rupees",
        "ringgits", "naira",
    }
)  # fmt: skip
"""What a quantity can begin with, so that most words of a sentence cost one look-up."""


def parse_quantity(phrase: str, policy: Policy | None = None, *, language: str | None = None) -> Quantity:
    """The quantity that `phrase` states, alone or among other words.

    `policy` only settles what "$" and other names of several currencies mean (default: the news policy, US
    dollar), and whether a billion is 10**9 or 10**12.
    `language` is a BCP 47 tag, None for English. In any other language only digits are read, with that language's
    separators and the signs that all share (%, €, km); a phrase with words is refused with the kind `LANGUAGE`.
    Raises `UnreadableValue`, with the reason, if the phrase states no number, more than one, or one that is malformed.
    """
    currencies = _DEFAULT_CURRENCIES if policy is None else policy.locale_currency
    if language is not None and not is_english(language):
        return read_foreign(phrase, language, currencies)
    tokens = tokenize(phrase)
    if policy is not None and policy.billion == "long":
        for token in tokens[:-3]:
            token.text = _LONG_SCALE.get(token.text, token.text)
    words = Words(phrase, tokens, currencies)
    for at in range(len(tokens) - 3):
        found = _quantity_at(words, at) if _may_start(words, at) else None
        if found is not None:
            return found
    raise _refused(words)


def _quantity_at(words: Words, at: int) -> Quantity | None:
    opening = read_opening(words, at)
    shape = read_shape(words, opening)
    if shape is None:
        return None
    draft = Draft(opening, shape)
    read_following(words, draft)
    return draft.finish()


def _may_start(words: Words, at: int) -> bool:
    """Whether a quantity can begin with the token at `at`."""
    tokens = words.tokens
    token = tokens[at]
    if token.kind == DIGITS:
        return not at or not _ends_a_name(words, at)
    if token.text == "-":
        return not at or tokens[at - 1].end != token.start
    return token.text in _STARTS or (token.kind == WORD and _is_code_or_derived(token))


def _is_code_or_derived(token: Token) -> bool:
    """ "CHF", "MEUR"; "sixfold", "fortyish"."""
    return (
        token.raw in CURRENCY_CODES
        or token.raw[1:] in CURRENCY_CODES
        or (len(token.text) > 4 and token.text.endswith(("fold", "ish")))
    )


def _ends_a_name(words: Words, at: int) -> bool:
    """ "COVID-19", "Q3", "F-16", "June 4": digits that belong to a name or a date."""
    tokens = words.tokens
    if day_of_month(tokens, at):
        return True
    token, previous = tokens[at], tokens[at - 1]
    if previous.end != token.start:
        return False
    if previous.text == "/" and at > 1 and tokens[at - 2].kind == DIGITS:
        words.refusal = f"{tokens[at - 2].raw}/{token.raw} is a date or a name, not a fraction"
        return True
    if previous.kind == WORD:
        return previous.raw not in CURRENCY_CODES and previous.text not in CURRENCY_NAMES
    if previous.text == "-" and at > 1:
        before = tokens[at - 2]
        return before.kind == WORD and before.end == previous.start and before.raw[0].isupper()
    return False


def _refused(words: Words) -> UnreadableValue:
    """Why nothing could be read."""
    if words.refusal:
        return UnreadableValue(words.phrase, words.refusal)
    for token in words.tokens:
        if token.text in _UNBOUNDED:
            return UnreadableValue(words.phrase, _UNBOUNDED[token.text], UnreadableKind.UNBOUNDED)
    reason = "it states no number" if words.phrase.strip() else "it is empty"
    return UnreadableValue(words.phrase, reason, UnreadableKind.NO_VALUE)
