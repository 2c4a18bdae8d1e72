"""What a number is a rate of, and the time within which it is counted: "per 100,000 people", "in two months"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.quantity import Comparator
from newsfacts.values.quantities.reading.hedges import BEFORE, match_phrase
from newsfacts.values.quantities.reading.measured import measure_at
from newsfacts.values.quantities.reading.nouns import noun_at
from newsfacts.values.quantities.reading.number_words import word_set
from newsfacts.values.quantities.reading.numerals import CARDINAL, scan_numeral
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
    index = at + 1
    if tokens[index].text == "the":
        index += 1
    rolling = tokens[index].text in ("past", "last", "previous", "preceding")
    if rolling:
        index += 1
    sign = ""
    hedge = match_phrase(BEFORE, tokens, index)
    if hedge is not None:
        comparator, index = hedge
        sign = "" if comparator in (Comparator.EXACTLY, Comparator.PLAIN) else str(comparator)
    elif tokens[index].text in ("just", "only", "barely"):
        index += 1
    numeral = scan_numeral(tokens, index)
    if numeral is not None and numeral.form == CARDINAL:
        count, index = numeral.value, numeral.end
        if tokens[index].text == "-":
            index += 1
    elif tokens[index].text in ("a", "an"):
        count, index = 1, index + 1
    elif rolling:
        count = 1
    else:
        return None
    unit = tokens[index].text
    iso = TIME_UNITS.get(unit) or (TIME_UNITS.get(unit[:-1]) if unit.endswith("s") else None)
    if iso is None and unit == "centuries":
        iso = "100Y"
    if count.denominator != 1 or count < 1:
        return None
    if iso is None:
        if not occasions or numeral is None or unit not in OCCASIONS:
            return None
        return Found(f"{sign}{count} {unit}", index + 1)
    date, letter = ("T" if iso[0] == "T" else ""), iso[-1]
    size = int(iso.lstrip("T")[:-1])
    return Found(f"{sign}P{date}{int(count) * size}{letter}", index + 1)
