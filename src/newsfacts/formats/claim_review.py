"""ClaimReview, MediaReview and Claim of schema.org, in JSON-LD or in the pages that have it.

    {"@context": "https://schema.org", "@type": "ClaimReview", "url": "https://desk.example/review", "datePublished": "2024-07-05",
     "claimReviewed": "Rents fell by half.", "author": {"@type": "Organization", "name": "The Desk"},
     "reviewRating": {"@type": "Rating", "ratingValue": 1, "worstRating": 1, "bestRating": 5, "alternateName": "False"},
     "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Ana Weiss"}, "datePublished": "2024-07-01",
                      "appearance": {"@type": "CreativeWork", "url": "https://paper.example/speech"}}}

Each review is a document of its own, whose text is the claim and, below it, the rating in words: a claim and a verdict. Its speaker and its
reviewer are entities. A `citation` is evidence: an address by itself one of the addresses of the verdict, anything else a piece of evidence.
What a consumer asks of a review is checked by the rules of claims: see the profile `claimreview`.
Sources: schema.org 29; the documentation of fact check markup for search engines.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from newsfacts.building.written import written_fields
from newsfacts.formats.comments import comment_losses
from newsfacts.formats.detection import Sample
from newsfacts.formats.json_writer import write_json
from newsfacts.immutable import FrozenDict
from newsfacts.model import Claim, Document, Entity, EntityKind, Evidence, Quote, SourceMedium, Unreadable, Verdict
from newsfacts.raw import Loss, RawDocument
from newsfacts.text.archives import host
from newsfacts.values.times.times import TimeInterval

__all__ = ["CONTEXT", "MEDIA", "REVIEWS", "fits", "losses", "read", "write", "write_many"]

CONTEXT = "https://schema.org"
REVIEWS = ("ClaimReview", "MediaReview", "Claim")
"""The types that are read."""

MEDIA = FrozenDict(
    {SourceMedium.IMAGE: "ImageObject", SourceMedium.VIDEO: "VideoObject", SourceMedium.AUDIO: "AudioObject"}
)
"""The types of cited works that say what the work is."""

_CITED = frozenset({"of", "answer", "source", "url", "archived", "published"})
"""The fields of a piece of evidence for which a cited work has a place."""


def fits(sample: Sample) -> bool:
    """Whether a file is JSON-LD with a review or a claim, or a page that has such JSON-LD."""
    beginning = sample.text
    is_page = "application/ld+json" in beginning
    named = any(f'"{kind}"' in beginning for kind in REVIEWS)
    return named and "schema.org" in beginning and (is_page or sample.json is not None)


def read(text: str, path: str | None = None) -> Iterator[RawDocument]:
    """A document for each review, and for each claim that no review has."""
    from newsfacts.formats.claim_review_reader import read_reviews

    return read_reviews(text, path)


def losses(document: Document) -> Iterable[Loss]:
    """Everything but verdicts, the claims that they rate, and what is cited for them."""
    reviewed = {id(verdict) for verdict in document.verdicts} | {id(verdict.of) for verdict in document.verdicts}
    for number, annotation in enumerate(document.annotations):
        if (
            isinstance(annotation, Evidence)
            and isinstance(annotation.of, Verdict)
            and citation_of(annotation) is not None
        ):
            yield from _losses_of_evidence(document, annotation, number)
        elif id(annotation) not in reviewed:
            what = f"the {annotation.KIND}, which no verdict rates"
            yield Loss(
                what=what, words=annotation.text, id=annotation.id, number=number, place=document.place(annotation)
            )
        elif isinstance(annotation, Verdict):
            yield from _losses_of_verdict(document, annotation, number)
    if document.verdicts:
        yield Loss(what="the text, apart from the claims and the ratings", field="text")
    yield from comment_losses(document)


def _losses_of_evidence(document: Document, evidence: Evidence, number: int) -> Iterator[Loss]:
    """The fields of something that is cited which a review does not have."""
    for field, words in written_fields(evidence, document, lambda other: other.id or "").items():
        if field not in _CITED and not (field == "medium" and evidence.medium in MEDIA):
            place = document.place(evidence, field)
            yield Loss(
                what=f"the field {field}", words=str(words), id=evidence.id, number=number, field=field, place=place
            )


def _losses_of_verdict(document: Document, verdict: Verdict, number: int) -> Iterator[Loss]:
    """The fields of a verdict which a review does not have; of what it cites, a review has addresses alone."""
    for each in verdict.evidence:
        if host(each) is None:
            yield Loss(
                what="the field evidence",
                words=each,
                id=verdict.id,
                number=number,
                field="evidence",
                value=each,
                place=document.place(verdict, "evidence"),
            )
    for field in ("note", "supersedes"):
        if getattr(verdict, field):
            place = document.place(verdict, field)
            yield Loss(what=f"the field {field}", id=verdict.id, number=number, field=field, place=place)


def write(document: Document) -> str:
    """The reviews of a document: one, or a graph of several."""
    return write_many([document])


def write_many(documents: Iterable[Document]) -> str:
    """The reviews of several documents."""
    reviews = [review_of(verdict, document) for document in documents for verdict in document.verdicts]
    data = {"@context": CONTEXT, **reviews[0]} if len(reviews) == 1 else {"@context": CONTEXT, "@graph": reviews}
    return write_json(data, indent=2) + "\n"


def review_of(verdict: Verdict, document: Document) -> dict[str, Any]:
    """A verdict as a ClaimReview."""
    claim = verdict.of
    rating = {
        "@type": "Rating", "ratingValue": number(verdict.rating), "bestRating": number(verdict.best),
        "worstRating": number(verdict.worst), "alternateName": verdict.words or None,
    }  # fmt: skip
    author: Any = agents(verdict.by) or (
        {"@type": "Organization", "name": document.outlet} if document.outlet else None
    )
    return without_nothing({
        "@type": "ClaimReview",
        "url": verdict.url or document.url,
        "datePublished": date(verdict.date) or date(document.published),
        "claimReviewed": claim.text if claim is not None else None,
        "author": author,
        "reviewRating": without_nothing(rating),
        "itemReviewed": item_of(claim) if claim is not None else None,
        "reviewBody": verdict.justification,
        "citation": citations_of(verdict, document) or None,
    })  # fmt: skip


def citations_of(verdict: Verdict, document: Document) -> list[Any]:
    """The evidence of a verdict: addresses, and works."""
    addresses = [each for each in verdict.evidence if host(each) is not None]
    works = [work for piece in document.evidence_of(verdict) if (work := citation_of(piece)) is not None]
    return [*addresses, *works]


def citation_of(piece: Evidence) -> dict[str, Any] | None:
    """A piece of evidence as a work that is cited; None where it says nothing that a work does."""
    work = without_nothing({
        "name": piece.source, "url": piece.url, "archivedAt": piece.archived, "datePublished": date(piece.published),
        "text": piece.words or None,
    })  # fmt: skip
    return (
        {"@type": MEDIA.get(piece.medium, "CreativeWork") if piece.medium else "CreativeWork", **work} if work else None
    )


def item_of(claim: Claim | Quote) -> dict[str, Any]:
    """The claim that is rated."""
    appearances = getattr(claim, "appearance", ())
    first = getattr(claim, "first_appearance", None)
    return without_nothing({
        "@type": "Claim",
        "author": agents(claim.by),
        "datePublished": date(claim.said),
        "appearance": [{"@type": "CreativeWork", "url": url} for url in appearances] or None,
        "firstAppearance": {"@type": "CreativeWork", "url": first} if first else None,
    })  # fmt: skip


def agents(entities: tuple[Entity, ...]) -> Any:
    """People and organizations: nothing, one, or a list."""
    found = [
        without_nothing({
            "@type": "Person" if entity.kind is EntityKind.PERSON else "Organization",
            "name": entity.name,
            "sameAs": list(entity.same_as) or None,
        })
        for entity in entities
    ]  # fmt: skip
    return found[0] if len(found) == 1 else found or None


def date(time: TimeInterval | Unreadable | dt.date | None) -> str | None:
    """A date as it is written."""
    return None if time is None else str(time)


def number(value: Decimal | Unreadable | None) -> Any:
    """A rating as a number, digit by digit."""
    return value.raw if isinstance(value, Unreadable) else value


def without_nothing(table: dict[str, Any]) -> dict[str, Any]:
    """A table without the keys that have nothing."""
    return {key: value for key, value in table.items() if value is not None}
