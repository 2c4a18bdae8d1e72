"""Whom a pronoun that is a source refers to, where the text before it allows one person only."""

from __future__ import annotations

from bisect import bisect_right

import attrs

from newsfacts.drafting.names import NamedOne, NameMention, find_names
from newsfacts.drafting.results import FoundAttribution
from newsfacts.drafting.tokens import TokenizedText
from newsfacts.text.spans import Span

__all__ = ["antecedents"]

_RESOLVED = frozenset({"he", "she"})


def antecedents(read: TokenizedText, found: list[FoundAttribution]) -> tuple[FoundAttribution, ...]:
    """The attributions, "he" and "she" with the one person they may refer to.

    Candidates are the persons named outside quotations in the same paragraph before the pronoun and in the paragraph
    before. Where they are several, or none, there is no antecedent.
    """
    if not any(each.is_pronoun for each in found):
        return tuple(found)
    named = sorted(
        (
            (mention.start, one, mention)
            for one in find_names(read)
            if one.is_person
            for mention in one.mentions
            if not mention.depth
        ),
        key=lambda item: item[0],
    )
    starts = [start for start, _ in read.paragraphs]
    return tuple(_resolved(read, each, named, starts) for each in found)


def _resolved(
    read: TokenizedText, each: FoundAttribution, named: list[tuple[int, NamedOne, NameMention]], starts: list[int]
) -> FoundAttribution:
    if not each.is_pronoun or each.source is None or each.outer is not None:
        return each
    pronoun = each.source.slice(read.text).lower()
    if pronoun not in _RESOLVED:
        return each
    paragraph = bisect_right(starts, each.source.start) - 1
    first = starts[max(0, paragraph - 1)]
    low = bisect_right(named, first - 1, key=lambda item: item[0])
    high = bisect_right(named, each.source.start, key=lambda item: item[0])
    candidates = [item for item in named[low:high] if item[1].may_be(pronoun)]
    if not candidates or any(one is not candidates[0][1] for _, one, _ in candidates):
        return each
    mention = candidates[-1][2]
    return attrs.evolve(each, antecedent=Span(mention.start, mention.end))
