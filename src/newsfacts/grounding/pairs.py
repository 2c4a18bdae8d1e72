"""Two numbers that a sentence sets against each other: "46 percent to 41 percent", "312-287".

Both are of one poll, vote or game. Where the numbers of such a pair of the text are from two pairs of the source, one of them is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from newsfacts.finders.results import FoundQuantity, FoundValue
from newsfacts.grounding.comparing import Said
from newsfacts.grounding.match import Match
from newsfacts.values.comparison import SupportOutcome
from newsfacts.values.quantities.exact import Number

__all__ = ["matches_of_other_pairs"]

_SUPPORTED: Final = SupportOutcome.SUPPORTED
_AGAINST: Final = re.compile(r"(?:[ \u00a0]?%|[ \u00a0](?:percent|per cent))?[ \u00a0]?(?:to|against|[-–])[ \u00a0]?")


def matches_of_other_pairs(
    said: Sequence[Said], matches: Sequence[Match | None], found: Sequence[Sequence[Match]]
) -> Iterator[tuple[int, Match]]:
    """Which of the matches of a sentence are of another pair than the number next to theirs, with their places.

    `matches` are those that decide, and `found` all that were looked at, for each number. The pair that is meant is that
    of the sentence whose two numbers are more like those of the text in the words around them.
    """
    for number, (one, other) in enumerate(pairwise(said)):
        if not _is_pair(one.value, other.value, one.sentence):
            continue
        mine, theirs = matches[number], matches[number + 1]
        both = found[number], found[number + 1]
        if mine is None or theirs is None or _has_both(mine, both[1]) or _has_both(theirs, both[0]):
            continue
        if _has_other_partner(mine, theirs) or _has_other_partner(theirs, mine):
            if mine.sentence is theirs.sentence:  # each is of another pair of one sentence: which is meant is open
                yield number, mine
                yield number + 1, theirs
                continue
            is_first = _likeness_of_sentence(mine, both) < _likeness_of_sentence(theirs, both)
            yield (number, mine) if is_first else (number + 1, theirs)


def _has_both(match: Match, others: Sequence[Match]) -> bool:
    """Whether the sentence of a match has the other number of the text as well, in the same pair where it has pairs."""
    partners = _partners(match)
    return any(
        other.sentence is match.sentence
        and other.support.outcome is _SUPPORTED
        and (not partners or any(other.value is partner for partner in partners))
        for other in others
    )


def _likeness_of_sentence(match: Match, both: Sequence[Sequence[Match]]) -> float:
    return sum(
        max((other.likeness.score for other in found if other.sentence is match.sentence), default=0.0)
        for found in both
    )


def _has_other_partner(match: Match, other: Match) -> bool:
    """Whether the sentence of the source sets its number against one that is not the other number of the text."""
    return any(_stated(partner) != _stated(other.value) for partner in _partners(match))


def _partners(match: Match) -> list[FoundValue]:
    """The numbers that the number of a match is set against in its sentence."""
    values, prose = match.sentence.values, match.sentence.prose
    return [
        second if first is match.value else first
        for first, second in pairwise(values)
        if (first is match.value or second is match.value) and _is_pair(first, second, prose)
    ]


def _stated(value: FoundValue) -> Number | None:
    return value.value.stated if isinstance(value, FoundQuantity) else None


def _is_pair(one: FoundValue, other: FoundValue, sentence: str) -> bool:
    if not isinstance(one, FoundQuantity) or not isinstance(other, FoundQuantity):
        return False
    return bool(_AGAINST.fullmatch(sentence[one.span.end : other.span.start]))
