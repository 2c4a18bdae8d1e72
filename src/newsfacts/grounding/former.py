"""Whether the source has a number only as a former one: "fell from 58 percent to 55 percent", of which the text says "is 58 percent"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from newsfacts.finders.results import FoundQuantity, FoundValue
from newsfacts.grounding.comparing import Said
from newsfacts.grounding.index import SourceSentence

__all__ = ["is_former"]

_FROM: Final = re.compile(r"\bfrom[ \u00a0](?:about[ \u00a0]|around[ \u00a0]|just[ \u00a0])?\Z")
_FROM_REACH: Final = 16
_TO: Final = re.compile(r"\bto[ \u00a0](?:about[ \u00a0]|around[ \u00a0]|just[ \u00a0])?\Z")
_TO_REACH: Final = 60
"""So many code points are between the two numbers at most."""
_PRESENT: Final = re.compile(r"\b(?:is|are|has|have|now|currently|stands)\b", re.IGNORECASE)
_PAST: Final = re.compile(
    r"\b(?:from|was|were|had|been|before|previous\w*|earlier|former\w*|once|last|after|until|since|compared|than|up|down)\b",
    re.IGNORECASE,
)


def is_former(said: Said, sentence: SourceSentence, value: FoundValue) -> bool:
    """Whether a value of the source is what something changed from, and the text has it as what there is now."""
    if not isinstance(value, FoundQuantity) or not _changes_from(value, sentence.values, sentence.prose):
        return False
    start, end = said.value.span.start, said.value.span.end
    clause = said.sentence[said.sentence.rfind(",", 0, start) + 1 : end]
    return bool(_PRESENT.search(clause)) and not _PAST.search(clause)


def _changes_from(value: FoundQuantity, values: Sequence[FoundValue], prose: str) -> bool:
    """Whether a number is the first one of "from 58 percent to 55 percent"."""
    if not _FROM.search(prose, max(value.span.start - _FROM_REACH, 0), value.span.start):
        return False
    numbers = [one for one in values if isinstance(one, FoundQuantity)]
    return any(
        one is value
        and other.value.kind is value.value.kind
        and other.span.start - value.span.end <= _TO_REACH
        and _TO.search(prose, value.span.end, other.span.start) is not None
        for one, other in pairwise(numbers)
    )
