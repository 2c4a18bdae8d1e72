"""Whether a number or a date of the text looks like one of a source written wrongly: another scale, exchanged digits,
a reversed bound, another day of the month.

Two reports of different events rarely have such numbers, so that less else must agree before one is meant as the other.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.times import TimeInterval

__all__ = ["is_slip"]

_LOWER: Final = (Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.WELL_OVER, Comparator.JUST_OVER)
_UPPER: Final = (Comparator.AT_MOST, Comparator.LESS_THAN, Comparator.WELL_UNDER, Comparator.UP_TO, Comparator.NEARLY)
_SCALES: Final = (Fraction(10**3), Fraction(10**6), Fraction(10**9))
_LEAST_DIGITS: Final = 3
"""Numbers of fewer digits are often equal but for one digit by chance."""


def is_slip(said: FoundValue, known: FoundValue) -> bool:
    """Whether both are numbers or both are days, and one looks like the other written wrongly."""
    if isinstance(said, FoundTime) and isinstance(known, FoundTime):
        return _is_other_day(said, known) or _is_other_bound(said, known)
    if not isinstance(said, FoundQuantity) or not isinstance(known, FoundQuantity):
        return False
    one, other = said.value, known.value
    if one.stated is None or other.stated is None:
        return False
    if one.stated == other.stated and (said.is_money or len(_digits(said.words).strip("0")) >= _LEAST_DIGITS):
        return True  # without its bound, of another currency, a month instead of a year
    if (one.kind, one.currency) != (other.kind, other.currency):
        return False
    if one.stated == other.stated:
        return one.stated > 1 and (_is_reversed(one, other) or _is_turned(one, other))
    if min(one.stated, other.stated) <= 0:
        return False
    ratio = Fraction(max(one.stated, other.stated)) / Fraction(min(one.stated, other.stated))
    mine, theirs = _digits(said.words), _digits(known.words)
    has_zero_more = mine.rstrip("0") == theirs.rstrip("0") and max(len(mine), len(theirs)) >= _LEAST_DIGITS
    return ratio in _SCALES or (ratio == 10 and has_zero_more) or _are_exchanged(mine, theirs)


def _is_other_day(said: FoundTime, known: FoundTime) -> bool:
    """Whether both are written as a day of the same month, and it is another day."""
    one, other = said.value, known.value
    if not isinstance(one, TimeInterval) or not isinstance(other, TimeInterval):
        return False
    days = one.grain is other.grain is Grain.DAY and one.text != other.text
    return (
        days and bool(_digits(said.words)) and bool(_digits(known.words)) and one.text[:_MONTH] == other.text[:_MONTH]
    )


def _is_other_bound(said: FoundTime, known: FoundTime) -> bool:
    """Whether both are the same number of the same unit, and one is more than that, the other less."""
    one, other = said.words.lower(), known.words.lower()
    lower, upper = (_LESS.sub("", text, 1) for text in (one, other)), (_MORE.sub("", text, 1) for text in (one, other))
    (one_less, other_less), (one_more, other_more) = lower, upper
    return (one_less != one and other_more != other and one_less == other_more) or (
        one_more != one and other_less != other and one_more == other_less
    )


_LESS: Final = re.compile(r"\A(?:less than|under|nearly|almost|at most|no more than|within)[ \u00a0]")
_MORE: Final = re.compile(r"\A(?:more than|over|at least)[ \u00a0]")
_MONTH: Final = len("2024-05")


def _is_reversed(one: Quantity, other: Quantity) -> bool:
    return (one.comparator in _LOWER and other.comparator in _UPPER) or (
        one.comparator in _UPPER and other.comparator in _LOWER
    )


def _is_turned(one: Quantity, other: Quantity) -> bool:
    return {one.change, other.change} == {Change.UP, Change.DOWN}


def _digits(words: str) -> str:
    return "".join(character for character in words if character.isdigit())


def _are_exchanged(one: str, other: str) -> bool:
    """Whether two neighbouring digits changed places."""
    if len(one) != len(other) or len(one) < _LEAST_DIGITS:
        return False
    places = [place for place, (mine, theirs) in enumerate(zip(one, other, strict=True)) if mine != theirs]
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first = places[0]
    return one[first] == other[first + 1] and one[first + 1] == other[first]
