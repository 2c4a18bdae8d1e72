"""What is proposed for a text, kind by kind, and the document of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newsfacts.drafting.asides import asides, listings
from newsfacts.drafting.counting import ages, counts
from newsfacts.drafting.entities import Named, name_entities
from newsfacts.drafting.ids import Ids
from newsfacts.drafting.layout import Laid, lay_out
from newsfacts.drafting.names import find_names
from newsfacts.drafting.results import RANK, FoundAttribution
from newsfacts.drafting.tokens import tokenize
from newsfacts.enums import WordEnum
from newsfacts.finders.quotes import find_quotes
from newsfacts.finders.results import FoundQuantity, FoundTime
from newsfacts.finders.values import find_values
from newsfacts.model import Annotation, Attribution, Document, Entity, Factbook, Mention, Quote, Time
from newsfacts.text.markdown_spans import Markup
from newsfacts.text.spans import Span, SpanIndex
from newsfacts.values.level import Level

__all__ = ["Part", "Proposals", "built"]


class Part(WordEnum):
    """What a draft can be limited to."""

    ATTRIBUTIONS = "attributions"
    QUOTES = "quotes"
    COUNTS = "counts"
    TIMES = "times"
    MENTIONS = "mentions"
    LISTINGS = "listings"
    ASIDES = "asides"


MIN_QUOTE_WORDS = 4
"""From how many words on a quotation is proposed that no attribution has: shorter ones mostly are titles and terms."""


class Proposals:
    """What is proposed for a text, as annotations."""

    def __init__(
        self, text: str, limit: Level, parts: frozenset[Part], factbook: Factbook, markup: Markup = "text"
    ) -> None:
        self.text: str = text
        self.limit: Level = limit
        self.parts: frozenset[Part] = parts
        self.factbook: Factbook = factbook
        self.markup: Markup = markup
        self.laid: list[Laid] = []
        self.others: list[Annotation] = []

    def passes(self, annotation: Annotation) -> bool:
        return annotation.draft is not None and RANK[annotation.draft] <= RANK[self.limit]

    def add(self, annotations: Iterable[Annotation]) -> None:
        self.others += [each for each in annotations if self.passes(each)]

    def add_english(self, found: tuple[FoundAttribution, ...], published: dt.date | None) -> None:
        """Everything that is proposed for an English text."""
        ids, names = self.names()
        if Part.ASIDES in self.parts:
            self.add(asides(self.text))
        if Part.ATTRIBUTIONS in self.parts:
            self.add_attributions(found, names)
        if Part.QUOTES in self.parts:
            self.add_quotes()
        self.add_values(names, ids, published)
        self.add_names(names)

    def names(self) -> tuple[Ids, list[Named]]:
        """The ids that are taken, and the names of the wanted levels with their entities."""
        ids = Ids([*self.factbook.entities, *self.factbook.measures, *self.factbook.events])
        names = name_entities(find_names(tokenize(self.text)), self.factbook, ids)
        return ids, [each for each in names if RANK[each.level] <= RANK[self.limit]]

    def add_attributions(self, found: tuple[FoundAttribution, ...], names: list[Named]) -> None:
        """Attributions of the wanted levels. A pronoun refers to the entity of its antecedent, a name to its own."""
        by_span = {Span(each.mention.start, each.mention.end): each.entity for each in names}

        def entities(each: FoundAttribution) -> tuple[Entity, ...]:
            place = each.antecedent or each.source
            if place is None or Part.MENTIONS not in self.parts:
                return ()
            entity = by_span.get(place)
            return (entity,) if entity is not None else ()

        wanted = [each for each in found if RANK[each.level] <= RANK[self.limit]]
        self.laid = lay_out(self.text, wanted, entities)

    def add_quotes(self) -> None:
        """Quotations that are in no content."""
        covered = SpanIndex((laid.found.contents, laid) for laid in self.laid)
        for each in find_quotes(self.text, markup=self.markup):
            words = each.inner.slice(self.text).split()
            if each.depth > 1 or len(words) < MIN_QUOTE_WORDS or _is_title(words):
                continue
            if not covered.overlapping(each.span):
                self.add([Quote(spans=(each.span,), draft=max(each.level, Level.LIKELY, key=RANK.__getitem__))])

    def add_values(self, names: list[Named], ids: Ids, published: dt.date | None) -> None:
        """Counts, ages and times."""
        values = find_values(self.text, published=published, markup=self.markup)
        if Part.TIMES in self.parts:
            self.add(Time(spans=(each.span,), draft=each.level) for each in values if isinstance(each, FoundTime))
        if Part.COUNTS not in self.parts:
            return
        old = list(ages(self.text, names, ids)) if Part.MENTIONS in self.parts else []
        aged = SpanIndex((each.spans, each) for each in old)
        numbers = [
            each
            for each in values
            if isinstance(each, FoundQuantity)
            and RANK[each.level] <= RANK[self.limit]
            and not aged.overlapping(each.span)
        ]
        self.add(old)
        self.add(counts(self.text, numbers, self.factbook, ids))

    def add_names(self, names: list[Named]) -> None:
        """Listings with their items, and the mentions that are nothing else."""
        taken = {laid.found.source for laid in self.laid}
        if Part.LISTINGS in self.parts:
            for listing, items in listings(self.text, names):
                if self.passes(listing):
                    self.add([listing, *items])
                    taken |= {item.spans[0] for item in items}
        if Part.MENTIONS not in self.parts:
            return
        for each in names:
            span = Span(each.mention.start, each.mention.end)
            if span not in taken:
                self.add([Mention(spans=(span,), ref=(each.entity,), draft=each.level)])


def _is_title(words: Sequence[str]) -> bool:
    """Whether all longer words are capitalized."""
    return all(word[0].isupper() or not word[0].isalpha() for word in words if len(word) > SMALL_WORD)


SMALL_WORD = 3


def built(text: str, proposals: Proposals, factbook: Factbook, header: Mapping[str, Any]) -> Document:
    """The document, without the few attributions whose parts nesting would give to another one."""
    laid = proposals.laid
    while True:
        document = Document.build(
            text, *[each.attribution for each in laid], *proposals.others, factbook=factbook, **header
        )
        made = {_roles(each) for each in document.attributions}
        kept = [each for each in laid if _roles(each.attribution) in made]
        if len(kept) == len(laid):
            return document
        laid = kept


def _roles(attribution: Attribution) -> tuple[tuple[tuple[Span, ...], ...], ...]:
    parts = (attribution.source, attribution.cues, attribution.contents)
    return ((attribution.spans,), *(tuple(each.spans for each in part) for part in parts))
