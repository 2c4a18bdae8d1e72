"""Whether digits of running text are a day, a year or a number, for `finding_classes`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.currencies import CURRENCY_SIGNS
from newsfacts.values.quantities.reading.number_words import word_set
from newsfacts.values.quantities.reading.tokens import Token
from newsfacts.values.quantities.reading.years import counts, is_year

__all__ = ["of_digits"]

FIRST_YEAR, FIRST_COMMON_YEAR, LAST_YEAR = "1000", "1400", "2199"
"""Four digits that may be a year; before the common ones only after a word such as "in"."""


def of_digits(tokens: Sequence[Token], at: int) -> str:
    """DD up to 31, NN up to 99, YYYY for a year, else DIGITS."""
    text = tokens[at].text
    if not text.isdigit():
        return "DIGITS"
    if len(text) <= 2:
        return "DD" if int(text) <= 31 else "NN"
    return "YYYY" if len(text) == 4 and FIRST_YEAR <= text <= LAST_YEAR and _is_year(tokens, at) else "DIGITS"


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    text, following = tokens[at].text, tokens[at + 1]
    before = tokens[at - 1].text if at else ""
    if text < FIRST_COMMON_YEAR and before not in _BEFORE_EARLY_YEAR:
        return False
    if following.text == "s" and following.glued:
        return True
    in_money = before in CURRENCY_SIGNS
    if FIRST_LIKELY_YEAR <= text <= LAST_LIKELY_YEAR and not in_money and not _is_count(tokens, at):
        return True
    return is_year(tokens, at) or not (in_money or counts(tokens, at + 1))


_BEFORE_EARLY_YEAR: Final = word_set("in year ad since by circa until about around")


FIRST_LIKELY_YEAR, LAST_LIKELY_YEAR = "1980", "2039"
"""Four digits without a comma between these are years, unless a hedge or what they count says that they are not."""
_HEDGES: Final = word_set(
    "than about around nearly almost roughly approximately some least most over under exactly only"
)
_COUNTED: Final = word_set(
    "people persons men women children soldiers troops members employees workers jobs points votes feet miles metres meters "
    "km kilometers kilometres pounds tons tonnes acres dollars euros yen units shares homes cars vehicles square cubic hours "
    "megawatts calories words pages degrees times per percent"
)


def _is_count(tokens: Sequence[Token], at: int) -> bool:
    """Whether digits that look like a recent year count something after all: "about 2015 cars", "2000 soldiers"."""
    following = tokens[at + 1]
    if following.text in _COUNTED or following.text in CURRENCY_SIGNS or following.text in ("%", "°"):
        return True
    hedged = at > 0 and tokens[at - 1].text in _HEDGES
    return hedged and counts(tokens, at + 1)
