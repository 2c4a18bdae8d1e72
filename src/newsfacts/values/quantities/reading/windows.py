"""What a number is a rate of, and the time within which it is counted: "per 100,000 people", "in two months"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.quantity import Comparator
from newsfacts.values.quantities.reading.hedges import BEFORE, match_phrase
from newsfacts.values.quantities.reading.measured import measure_at
from newsfacts.values.quantities.reading.nouns import noun_at
from newsfacts.values.quantities.reading.number_words import word_set
from newsfacts.values.quantities.reading.numerals import CARDINAL, SHARE, Numeral, scan_numeral
from newsfacts.values.quantities.reading.tokens import WORD, Found, Token
from newsfacts.values.quantities.units import TIME_UNITS

__all__ = ["OCCASIONS", "RATE_STARTS", "WINDOW_STARTS", "rate_at", "window_at"]

OCCASIONS: Final = word_set(
    "games matches outings starts seasons races tests innings attempts appearances tries meetings elections fights bouts "
    "contests visits trips"
)
"""What something happens in: "ninth win in 10 games"; "five in 12 games" is not a share."""

_PER_ONE: Final = word_set(
    "person head share barrel game piece night unit pop ticket plate bottle household family student pupil seat set vote "
    "user customer passenger vehicle car worker employee patient child household copy episode shift visit pack packet "
    "dose shot round gun bag box case litre meal"
)
"""What something is a rate of after "a": "$2 a share"."""

_ADVERBS: Final = {
    "daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year", "hourly": "hour",
    "nightly": "night",
}  # fmt: skip


RATE_STARTS: Final = frozenset({"per", "/", "a", "an", "each", "every", *_ADVERBS})
"""What a rate begins with."""


_WHEN: Final = frozenset({"earlier", "ago", "before", "later", "prior", "previously", "after"})


def rate_at(tokens: Sequence[Token], at: int) -> Found | None:
    """ "per 100,000 people", "a day", "each year", "/hour": what the number is a rate of, digits without separators."""
    token = tokens[at]
    text = token.text
    if text == "per" or (text == "/" and tokens[at + 1].kind == WORD):
        index = at + 1
        head = ""
        numeral = scan_numeral(tokens, index)
        if numeral is not None and numeral.form == CARDINAL and numeral.value.denominator == 1:
            head, index = str(numeral.value), numeral.end
        unit = measure_at(tokens, index) or noun_at(tokens, index)
        if unit is None:
            return Found(head, index) if head else None
        return Found(f"{head} {unit.text}".strip(), unit.end)
    if text in ("a", "an", "each", "every"):
        index = at + 2 if tokens[at + 1].text == "-" else at + 1
        unit = measure_at(tokens, index)
        if unit is not None and tokens[unit.end].text in _WHEN:
            return None  # "from 4.1% a year earlier"
        if unit is not None:
            return unit
        if tokens[index].text in _PER_ONE:
            return Found(tokens[index].raw, index + 1)
    elif text in _ADVERBS:
        return Found(_ADVERBS[text], at + 1)
    return None


WINDOW_STARTS: Final = frozenset({"in", "within", "over", "during"})


def window_at(tokens: Sequence[Token], at: int, occasions: bool = False) -> Found | None:
    """ "in two months", "over the past decade": an ISO 8601 duration, with the sign of a hedge before it."""
    if tokens[at].text not in WINDOW_STARTS:
        return None
    index = at + 2 if tokens[at + 1].text == "the" else at + 1
    rolling = tokens[index].text in _ROLLING
    hedge = _hedge_at(tokens, index + rolling)
    number = _number_at(tokens, hedge.end, rolling)
    if number is None or number.value.denominator != 1 or number.value < 1:
        return None
    unit, end = tokens[number.end].text, number.end + 1
    iso = _iso_unit(unit)
    if iso is not None:
        date, size, letter = ("T" if iso[0] == "T" else ""), int(iso.lstrip("T")[:-1]), iso[-1]
        return Found(f"{hedge.text}P{date}{int(number.value) * size}{letter}", end)
    if occasions and number.form == CARDINAL and unit in OCCASIONS:
        return Found(f"{hedge.text}{number.value} {unit}", end)
    return None


_ROLLING: Final = frozenset({"past", "last", "previous", "preceding"})


def _hedge_at(tokens: Sequence[Token], at: int) -> Found:
    """The sign of a hedge before the number of a window; there may be none."""
    hedge = match_phrase(BEFORE, tokens, at)
    if hedge is None:
        return Found("", at + 1 if tokens[at].text in ("just", "only", "barely") else at)
    comparator, end = hedge
    return Found("" if comparator in (Comparator.EXACTLY, Comparator.PLAIN) else str(comparator), end)


def _number_at(tokens: Sequence[Token], at: int, rolling: bool) -> Numeral | None:
    """The number of a window; that of "in a month" and "in the past month" is one, and no cardinal."""
    numeral = scan_numeral(tokens, at)
    if numeral is not None and numeral.form == CARDINAL:
        end = numeral.end + 1 if tokens[numeral.end].text == "-" else numeral.end
        return Numeral(numeral.value, None, end)
    if tokens[at].text in ("a", "an"):
        return Numeral(1, None, at + 1, SHARE)
    return Numeral(1, None, at, SHARE) if rolling else None


def _iso_unit(unit: str) -> str | None:
    """The unit of a window in ISO 8601, with how many of it: 100Y for centuries."""
    if unit == "centuries":
        return "100Y"
    return TIME_UNITS.get(unit) or (TIME_UNITS.get(unit[:-1]) if unit.endswith("s") else None)
