"""Numbers and dates with a citation: the source that is cited for them comes before all others."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsfacts.grounding.checked_text import CheckedText
from newsfacts.grounding.results import GroundItem
from newsfacts.grounding.value_search import ValueSearch
from newsfacts.sources.document import SourceDocument
from newsfacts.text.spans import Span

__all__ = ["cited_first"]


def cited_first(search: ValueSearch, checked: CheckedText, quotations: Sequence[GroundItem]) -> list[GroundItem]:
    """The items of a search, each as a source that is cited for it supports it; as they are where none does.

    The search among all sources takes the place that fits best, so the cited source may have the same in other words.
    """
    asked: dict[int, tuple[SourceDocument, set[int], set[Span]]] = {}
    for item in search.items:
        documents = [document for one in checked.cited(item.span) for document in one.documents]
        sentence = checked.sentence_number(item.span.start)
        if sentence is None or (item.ok and is_from(item, documents)):
            continue
        for document in documents:
            _, sentences, spans = asked.setdefault(id(document), (document, set(), set()))
            sentences.add(sentence)
            spans.add(item.span)
    better: dict[Span, GroundItem] = {}
    for document, sentences, spans in asked.values():
        for item in search.in_others([document], sentences, quotations):
            if item.ok and item.span in spans:
                better.setdefault(item.span, item)
    for figures in search.figures.values():
        figures[:] = [attrs.evolve(one, is_supported=one.is_supported or one.span in better) for one in figures]
    return [better.get(item.span, item) for item in search.items]


def is_from(item: GroundItem, documents: Sequence[SourceDocument]) -> bool:
    """Whether what decides about an item is in one of some sources."""
    return item.source is not None and any(item.source.document is document for document in documents)
