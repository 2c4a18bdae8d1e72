"""Digits that state no quantity of their own: days and years, names such as "COVID-19", and second numbers."""

from __future__ import annotations

from typing import Final

from newsfacts.values.quantities.reading.number_words import DOZEN, NUMBER_WORDS, TENS, word_set
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token

__all__ = ["day_of_month", "second_number"]

_MONTHS: Final = word_set(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov "
    "november dec december"
)


def second_number(tokens: list[Token], at: int) -> Token | None:
    """The first token from `at` on that states another number; days, years, names and clauses in brackets do not."""
    index = at
    last = len(tokens) - 3
    while index < last:
        token = tokens[index]
        if token.kind == DIGITS:
            if not _is_date_or_name(tokens, index):
                return token
        elif token.kind == WORD:
            entry = NUMBER_WORDS.get(token.text)
            if (
                entry is not None
                and (entry[0] <= TENS or entry[0] == DOZEN)
                and token.text not in ("one", "oh", "score")
            ):
                return token
        index += 1
    return None


_BEFORE_YEAR: Final = word_set("in since by of from before after during until for around circa late early mid")


def day_of_month(tokens: list[Token], at: int) -> bool:
    """Whether the digits at `at` are the day after a month: "June 4", "Sept. 11"."""
    if not at or len(tokens[at].text) > 2 or not tokens[at].text.isdigit():
        return False
    before = tokens[at - 2] if tokens[at - 1].text == "." and at > 1 else tokens[at - 1]
    return before.text in _MONTHS and before.raw[0].isupper()


def _is_date_or_name(tokens: list[Token], at: int) -> bool:
    """A year after its preposition, a day beside its month, or digits that end a name ("COVID-19", "Q3")."""
    token = tokens[at]
    previous = tokens[at - 1] if at else None
    if previous is not None and previous.end == token.start:
        if previous.kind == WORD:
            return True
        if previous.text == "-" and at > 1 and tokens[at - 2].kind == WORD and tokens[at - 2].end == previous.start:
            return True
    digits = token.text
    if digits.isdigit() and len(digits) <= 2:
        return day_of_month(tokens, at) or tokens[at + 1].text in _MONTHS
    if digits.isdigit() and len(digits) == 4 and "1000" <= digits <= "2199" and previous is not None:
        return previous.text in _BEFORE_YEAR or previous.text in _MONTHS or previous.text == ","
    return False
