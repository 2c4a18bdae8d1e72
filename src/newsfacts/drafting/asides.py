"""Paragraphs that are not part of the report, and enumerations of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsfacts.drafting.entities import Named
from newsfacts.drafting.paragraphs import paragraphs_of
from newsfacts.model import Aside, EntityKind, Item, Listing
from newsfacts.text.spans import Span
from newsfacts.values.level import Level

__all__ = ["asides", "listings"]

_SURE = re.compile(
    r"(?:read (?:more|also|next|the rest|the full)\b|click here\b|advertisement\W*\Z|sign up (?:for|to|here)\b|"
    r"subscribe (?:to|now|here)\b|related(?: stories| articles| coverage)?:|see also:|more:|watch:|listen:|"
    r"photos?(?: credit| by)?:|image(?: credit)?:|caption:|follow (?:us|\w+(?: \w+){0,2}) on (?:twitter|facebook|instagram|x)\b|"
    r"copyright\b|©|all rights reserved\b|share this\b)",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"(?:editor[’']s note\b|corrections?:|this (?:story|article|post|report) (?:has been|was|is) |"
    r"(?:reporting|writing|editing|additional reporting|compiled) by\b|contact the (?:reporter|author|writer)|contributed to this )",
    re.IGNORECASE,
)
MAX_ASIDE = 400
"""How many characters a paragraph has at most that is an aside."""

_BETWEEN = re.compile(r",?[ \u00a0](?:and|or|&)[ \u00a0]|,[ \u00a0]")
MIN_ITEMS = 3


def asides(text: str) -> Iterator[Aside]:
    """Captions, "Read more", credits and notes of the editor: whole paragraphs."""
    for first, last in paragraphs_of(text):
        words = text[first:last].strip()
        if len(words) > MAX_ASIDE:
            continue
        bare = words.lstrip("([*•—–- ")
        level = Level.SURE if _SURE.match(bare) else Level.LIKELY if _LIKELY.match(bare) else None
        if level is not None:
            start = text.index(words, first)
            yield Aside(spans=(Span(start, start + len(words)),), draft=level)


def listings(text: str, named: Sequence[Named]) -> Iterator[tuple[Listing, list[Item]]]:
    """Three or more names with commas and an "and" between them."""
    first = 0
    while first < len(named):
        last = first
        while last + 1 < len(named) and _is_between(text, named[last], named[last + 1]):
            last += 1
        run = named[first : last + 1]
        if len(run) >= MIN_ITEMS and "," not in _gap(text, run[-2], run[-1]).replace(", and", "").replace(", or", ""):
            kinds = {each.entity.kind for each in run}
            span = Span(run[0].mention.start, run[-1].mention.end)
            kind = kinds.pop() if kinds in ({EntityKind.PERSON}, {EntityKind.ORGANIZATION}) else None
            items = [
                Item(spans=(Span(each.mention.start, each.mention.end),), ref=(each.entity,), draft=each.level)
                for each in run
            ]
            yield Listing(spans=(span,), kinds=kind, draft=Level.LIKELY), items
        first = last + 1


def _gap(text: str, one: Named, other: Named) -> str:
    return text[one.mention.end : other.mention.start]


def _is_between(text: str, one: Named, other: Named) -> bool:
    return other.mention.start - one.mention.end <= len(", and ") and bool(_BETWEEN.fullmatch(_gap(text, one, other)))
