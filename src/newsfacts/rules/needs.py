"""What several rules need of a document, each worked out once per document and named in their `needs`.

A document that has nothing of the kind is passed over by all of them, without importing any.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from newsfacts.immutable import frozen
from newsfacts.model import (
    Annotation,
    Attribution,
    Claim,
    Correction,
    Count,
    Document,
    Event,
    Evidence,
    Known,
    Listing,
    Quote,
    Relation,
    Verdict,
)
from newsfacts.rules.marked import signs

__all__ = [
    "addresses",
    "corrections",
    "counts",
    "dated_statements",
    "disputed",
    "drafts",
    "events",
    "hidden_characters",
    "listings",
    "lost_annotations",
    "publication",
    "relations",
    "several_counts",
    "several_quotes",
    "several_times",
    "speaks_of_margin",
    "title",
    "unusual_states",
    "what_is_known",
    "work",
]


def relations(document: Document) -> tuple[Relation, ...]:
    """What annotations say about each other."""
    return document.relations


def counts(document: Document) -> tuple[Count, ...]:
    """The counts."""
    return document.counts


def unusual_states(document: Document) -> bool:
    """Whether an annotation is a draft, disputed or lost: rules that look at one of these groups need this first."""
    return document.derived(_states) is not _NOTHING_UNUSUAL


def drafts(document: Document) -> tuple[Annotation, ...]:
    """The annotations that a program proposed and no person has agreed to."""
    return document.derived(_states).drafts


def disputed(document: Document) -> tuple[Annotation, ...]:
    """The annotations that not all annotators have, and about which no person has decided."""
    return document.derived(_states).disputed


def hidden_characters(document: Document) -> bool:
    """Whether the text, an id or a name may have a character that is not seen. It is a first look that takes no time."""
    own = document.own
    words = [annotation.id for annotation in document.annotations if annotation.id is not None]
    words += (*own.entities, *own.measures, *own.events)
    for entity in own.entities.values():
        words += entity.names
    words += [measure.label for measure in own.measures.values() if measure.label is not None]
    words += [event.label for event in own.events.values() if event.label is not None]
    return not ("".join(words).isprintable() and signs(document).isprintable())


def lost_annotations(document: Document) -> bool:
    """Whether an annotation has lost its place in the text."""
    return document.derived(_states).any_lost


@frozen
class _States:
    """What is unusual about annotations: most documents have none of them."""

    drafts: tuple[Annotation, ...]
    disputed: tuple[Annotation, ...]
    any_lost: bool


_NOTHING_UNUSUAL = _States((), (), any_lost=False)


def _states(document: Document) -> _States:
    unusual = [a for a in document.annotations if a.draft is not None or a.disputed or a.lost is not None]
    if not unusual:
        return _NOTHING_UNUSUAL
    return _States(
        drafts=tuple([a for a in unusual if a.draft is not None]),
        disputed=tuple([a for a in unusual if a.disputed]),
        any_lost=any(a.lost is not None for a in unusual),
    )


def addresses(document: Document) -> tuple[Claim | Verdict | Evidence, ...]:
    """The claims, verdicts and pieces of evidence that give an address."""
    claims = [claim for claim in document.claims if claim.first_appearance is not None or claim.appearance]
    verdicts = [verdict for verdict in document.verdicts if verdict.url is not None or verdict.evidence]
    return (*claims, *verdicts, *[one for one in document.evidence if one.url is not None or one.archived is not None])


def dated_statements(document: Document) -> tuple[Quote | Claim | Attribution, ...]:
    """The quotes, claims and attributions with `said=`, in this order of kinds."""
    kinds: tuple[tuple[Quote | Claim | Attribution, ...], ...] = (
        document.quotes,
        document.claims,
        document.attributions,
    )
    return tuple([annotation for same in kinds for annotation in same if annotation.said is not None])


def publication(document: Document) -> dt.date | None:
    """When the document was published or last changed."""
    return document.updated or document.published


def corrections(document: Document) -> tuple[Correction, ...]:
    """The corrections that the document lists."""
    return tuple(document.corrections)


def work(document: Document) -> bool:
    """Whether the document speaks of its annotation: who made it, when, after which guideline, and how far it is."""
    fields = (document.annotator, document.guideline, document.created, document.reviewed, document.status)
    return any(fields)


def speaks_of_margin(document: Document) -> bool:
    """Whether the word "margin" is in the text at all."""
    return "margin" in document.text


def title(document: Document) -> str | None:
    """The title."""
    return document.title


def listings(document: Document) -> tuple[Listing, ...]:
    """The enumerations."""
    return document.listings


def what_is_known(document: Document) -> tuple[Known, ...]:
    """What the factbooks know of measures and events."""
    return tuple(document.factbook.known)


def events(document: Document) -> Mapping[str, Event]:
    """The events that the document and its factbooks define."""
    return document.factbook.events


def several_counts(document: Document) -> bool:
    """Whether there is more than one count."""
    return len(document.counts) > 1


def several_quotes(document: Document) -> bool:
    """Whether there is more than one quote."""
    return len(document.quotes) > 1


def several_times(document: Document) -> bool:
    """Whether there is more than one time."""
    return len(document.times) > 1
