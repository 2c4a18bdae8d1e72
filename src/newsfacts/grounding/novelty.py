"""Whether a value of a text is news, rather than a value of a source that was changed.

A rewrite may add a fact that its source does not have, next to facts that it has. Its sentence has words of its own then,
about which the source says nothing around the number; or the number is of another size, or of someone else.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from newsfacts.finders.results import FoundQuantity, FoundTime
from newsfacts.grounding.comparing import Said
from newsfacts.grounding.match import Match, is_distinctive
from newsfacts.values.comparison import SupportOutcome
from newsfacts.values.quantities.quantity import Comparator, Quantity, QuantityKind
from newsfacts.values.times.grain import Mod
from newsfacts.values.times.times import Duration

__all__ = ["is_far_bound", "is_news"]

OTHER_SIZE: Final = 10
"""A number so many times as large as another was not made from it, unless it is that of another scale."""
FAR: Final = Fraction(2)
"""From this ratio on, a bound is far from a number that keeps it."""
SURELY: Final = 0.6
"""From this likeness of the contexts on, a bound is of that number all the same."""
COVERED: Final = 0.4
"""So much of the words of its sentence the source has around a number that was changed, at least."""
COVERED_OF_OTHER: Final = 0.65
"""So much where the source has the number for another name."""


def is_news(said: Said, match: Match, covered: float) -> bool:
    """Whether a value of the text says something else than that of the source, however much their sentences are alike.

    `covered` is the part of the words of the text's sentence that the source has around its value, from 0 to 1.
    """
    if match.is_slip or match.is_age_of_owner or _has_same_figures(said, match):
        return False
    if _is_of_another_size(said, match) or _adds_to_bound(said, match) or covered < COVERED:
        return True
    is_of_other = match.is_surely_of_other and isinstance(said.value, FoundQuantity)
    return is_of_other or (match.is_of_other_owner and covered < COVERED_OF_OTHER)


def _has_same_figures(said: Said, match: Match) -> bool:
    """Whether both have the same number of three digits or more, so that its unit or its bound was changed, or percent for points."""
    value, known = said.value, match.value
    if isinstance(value, FoundTime) or isinstance(known, FoundTime) or value.value.stated is None:
        return False
    kinds = {value.value.kind, known.value.kind}
    return value.value.stated == known.value.stated and (is_distinctive(value) or kinds == _EASILY_CONFUSED)


def is_far_bound(said: Said, match: Match) -> bool:
    """Whether the text has a bound that follows from a number far from it: "at most 100" from 21.

    It follows, and yet no one writes it for that number: it is of something else.
    """
    if match.support.rule != "contained" or match.likeness.score >= SURELY:
        return False
    value, known = said.value.value, match.value.value
    if isinstance(value, Duration) and isinstance(known, Duration):
        is_bound, one, other = value.mod in _BOUNDS_OF_LENGTHS, Fraction(value.seconds), Fraction(known.seconds)
    elif isinstance(value, Quantity) and isinstance(known, Quantity):
        if value.stated is None or known.stated is None:
            return False
        is_bound, one, other = value.comparator in (*_LOWER, *_UPPER), Fraction(value.stated), Fraction(known.stated)
    else:
        return False
    low, high = sorted((one, other))
    return is_bound and high >= FAR * low


_EASILY_CONFUSED: Final = {QuantityKind.PERCENT, QuantityKind.POINTS}
_BOUNDS_OF_LENGTHS: Final = (Mod.MORE_THAN, Mod.EQUAL_OR_MORE, Mod.LESS_THAN, Mod.EQUAL_OR_LESS)


def _is_of_another_size(said: Said, match: Match) -> bool:
    """Whether one number is ten times as large as the other, or the source says no number of this size ("hundreds")."""
    value, known = said.value, match.value
    if isinstance(value, FoundTime) or isinstance(known, FoundTime):
        return False
    one, other = _size(value), _size(known)
    if one is None or other is None:
        return one is not None and known.value.vague is not None
    if min(one, other) <= 0:
        return False
    return max(one, other) >= OTHER_SIZE * min(one, other)


def _adds_to_bound(said: Said, match: Match) -> bool:
    """Whether the source has only a bound that the number keeps: "300" where the source has "more than 200"."""
    value, known = said.value, match.value
    if (
        match.support.outcome is not SupportOutcome.SAYS_MORE
        or isinstance(value, FoundTime)
        or isinstance(known, FoundTime)
    ):
        return False
    one, other = value.value, known.value
    return other.stated not in (None, one.stated) and other.comparator in _LOWER and one.comparator not in _LOWER


_UPPER: Final = (Comparator.AT_MOST, Comparator.LESS_THAN, Comparator.UP_TO, Comparator.WELL_UNDER)
_LOWER: Final = (Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.WELL_OVER, Comparator.JUST_OVER)


def _size(value: FoundQuantity) -> Fraction | None:
    """The number that is stated, or the upper end of a range."""
    quantity = value.value
    stated = quantity.stated if quantity.stated is not None else quantity.high
    if stated is None or quantity.vague is not None:
        return None
    return Fraction(stated) * (100 if quantity.kind is QuantityKind.SHARE else 1)
