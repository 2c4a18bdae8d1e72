"""Texts with citations: each paragraph cites one of the sources, and the source that it cites has what it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from newsfacts.grounding.checked_text import CheckedText
from newsfacts.grounding.cited_first import is_from
from newsfacts.grounding.results import GroundItem, GroundItemKind, GroundOutcome

__all__ = ["cited_items", "uncited_paragraphs"]


def cited_items(items: Sequence[GroundItem], checked: CheckedText) -> Iterator[GroundItem]:
    """The items as their citations leave them: what only another source has is not found."""
    for item in items:
        documents = [document for one in checked.cited(item.span) for document in one.documents]
        if not item.ok or not documents or item.source is None or is_from(item, documents):
            yield item
            continue
        names = " and ".join(dict.fromkeys(document.path or "the source" for document in documents))
        why = f"The source that is cited ({names}) does not have it; {item.source.path} does."
        yield attrs.evolve(item, outcome=GroundOutcome.NOT_FOUND, why=why, rule="G09", help=f"Cite {item.source.path}.")


def uncited_paragraphs(items: Sequence[GroundItem], checked: CheckedText) -> Iterator[GroundItem]:
    """A finding for each paragraph that states something to check and cites no source."""
    paragraphs: dict[int, list[GroundItem]] = defaultdict(list)
    for item in items:
        paragraph = checked.paragraph_number(item.span.start)
        if paragraph is not None:
            paragraphs[paragraph].append(item)
    for paragraph, stated in paragraphs.items():
        marks = checked.citations.within(checked.paragraphs[paragraph])
        if any(one.documents for one in marks):
            continue
        words = f"{marks[0].name} leads to none of the sources" if marks else "it cites no source"
        first = min(stated, key=lambda item: item.span)
        things = "one thing" if len(stated) == 1 else f"{len(stated)} things"
        yield GroundItem(
            kind=GroundItemKind.CITATION, span=first.span, words=first.words, outcome=GroundOutcome.NOT_FOUND,
            why=f"This paragraph states {things} to check, and {words}.", rule="G08",
            help="Cite a source in the paragraph, as [1], a footnote or a link.",
        )  # fmt: skip
