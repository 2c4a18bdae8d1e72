"""What several rules need of a document, each worked out once per document and named in their `needs`.

A document that has nothing of the kind is passed over by all of them, without importing any.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import attrs

from newsfacts.immutable import define, frozen
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
    QuoteKind,
    Relation,
    Verdict,
)
from newsfacts.rules.marked import signs

__all__ = [
    "addresses",
    "attributions_with_several_cues",
    "attributions_with_terms",
    "attributions_with_two_voices",
    "attributions_without_content",
    "attributions_without_cue",
    "attributions_without_source",
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
    "quotes_with_form",
    "quotes_with_source",
    "relations",
    "several_counts",
    "several_quotes",
    "several_times",
    "speaks_of_margin",
    "title",
    "unusual_attributions",
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


def quotes_with_source(document: Document) -> tuple[Quote, ...]:
    """The quotes whose words can be compared with a source text."""
    return tuple([quote for quote in document.quotes if quote.source_text and quote.form is not QuoteKind.INDIRECT])


def quotes_with_form(document: Document) -> tuple[Quote, ...]:
    """The quotes with `form=`."""
    return tuple([quote for quote in document.quotes if quote.form is not None])


def unusual_attributions(document: Document) -> bool:
    """Whether an attribution has too few parts, or too many: rules that look at one of the groups below need this first."""
    found = document.derived(_incomplete)
    return bool(
        found.without_content or found.without_source or found.without_cue or found.with_several_cues
        or found.with_two_voices
    )  # fmt: skip


def attributions_without_content(document: Document) -> list[Attribution]:
    """The attributions that have no content."""
    return document.derived(_incomplete).without_content


def attributions_without_source(document: Document) -> list[Attribution]:
    """The attributions that have a content, but neither a source nor `voice=`."""
    return document.derived(_incomplete).without_source


def attributions_without_cue(document: Document) -> list[Attribution]:
    """The attributions that have a source and a content, but neither a cue nor `voice=`."""
    return document.derived(_incomplete).without_cue


def attributions_with_several_cues(document: Document) -> list[Attribution]:
    """The attributions that have more than one cue."""
    return document.derived(_incomplete).with_several_cues


def attributions_with_two_voices(document: Document) -> list[Attribution]:
    """The attributions that have a source and `voice=`, which says that no words name one."""
    return document.derived(_incomplete).with_two_voices


@define
class _Incomplete:
    """The attributions that have too few parts, or too many: most documents have none of them."""

    without_content: list[Attribution] = attrs.field(factory=list)
    without_source: list[Attribution] = attrs.field(factory=list)
    without_cue: list[Attribution] = attrs.field(factory=list)
    with_several_cues: list[Attribution] = attrs.field(factory=list)
    with_two_voices: list[Attribution] = attrs.field(factory=list)


def _incomplete(document: Document) -> _Incomplete:
    found = _Incomplete()
    for attribution in document.attributions:
        source, cues, voice = attribution.source, attribution.cues, attribution.voice
        if not attribution.contents:
            found.without_content.append(attribution)
        elif voice is None:
            if not source:
                found.without_source.append(attribution)
            elif not cues:
                found.without_cue.append(attribution)
        if len(cues) > 1:
            found.with_several_cues.append(attribution)
        if voice is not None and source:
            found.with_two_voices.append(attribution)
    return found


def attributions_with_terms(document: Document) -> tuple[Attribution, ...]:
    """The attributions with `terms=`."""
    return tuple([attribution for attribution in document.attributions if attribution.terms is not None])


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
