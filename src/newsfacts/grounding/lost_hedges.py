"""Whether a value of the text is that of a source without its hedge or bound: "40" for "about 40", "a dozen" for "at least a dozen".

The same number is in both, so that as much needs to agree around them as where the text follows from the source, and no
more: another number needs stronger evidence to be an error.
"""

from __future__ import annotations

import functools
import re
from typing import Final

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.values.comparison import Support, SupportOutcome
from newsfacts.values.quantities.quantity import Comparator
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.support import support_of_time
from newsfacts.values.times.times import Duration, UnresolvedTime

__all__ = ["loses_hedge", "support_of_distance"]

_RULES: Final = ("hedge-lost", "more-exact")
_BARE: Final = (Comparator.PLAIN, Comparator.EXACTLY)
_FROM_THERE: Final = re.compile(r"\s(?:later|earlier|before|after(?:wards?)?)\Z", re.IGNORECASE)


def loses_hedge(said: FoundValue, known: FoundValue, support: Support) -> bool:
    """Whether both have the same number, and only that of the source has the hedge or bound that makes it less exact."""
    if support.outcome is not SupportOutcome.SAYS_MORE or support.rule not in _RULES:
        return False
    if isinstance(said, FoundQuantity) and isinstance(known, FoundQuantity):
        one, other = said.value, known.value
        return one.comparator in _BARE and one.stated is not None and one.stated == other.stated
    if not isinstance(said, FoundTime) or not isinstance(known, FoundTime):
        return False
    length, longer = said.value, known.value
    if isinstance(length, Duration) and isinstance(longer, Duration):
        return length == attrs.evolve(longer, mod=None)
    return isinstance(length, UnresolvedTime) and isinstance(longer, UnresolvedTime)


def support_of_distance(said: FoundTime, known: FoundTime) -> Support | None:
    """What follows for "40 minutes later" from "more than 40 minutes later", which count from the same time; else None.

    Other distances may count from other times, so that only the same one says anything.
    """
    if not isinstance(said.value, UnresolvedTime) or not isinstance(known.value, UnresolvedTime):
        return None
    one, other = _distance(said.words), _distance(known.words)
    if one is None or other is None or attrs.evolve(one, mod=None) != attrs.evolve(other, mod=None):
        return None
    found = support_of_time(one, other)
    return found if found.outcome in (SupportOutcome.SUPPORTED, SupportOutcome.SAYS_MORE) else None


@functools.lru_cache(maxsize=1024)
def _distance(words: str) -> Duration | None:
    """The length of time in "40 minutes later"."""
    length = _FROM_THERE.sub("", words)
    if length == words:
        return None
    try:
        found = parse_time(length)
    except UnreadableValue:
        return None
    return found if isinstance(found, Duration) else None
