"""What a document states with its counts: whose statement each is, of when, and whether it is asserted at all."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Hashable, Iterator

import attrs

from newsfacts.model import (
    Annotation,
    Aside,
    Attribution,
    Certainty,
    Claim,
    ClaimType,
    Count,
    Document,
    Measure,
    Polarity,
    Quote,
    RelationKind,
    Unreadable,
)
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.times.edtf import parse_edtf
from newsfacts.values.times.times import TimeInterval

__all__ = [
    "Statement",
    "is_disputed",
    "is_doubtful",
    "is_stated",
    "moment_key",
    "same_moment",
    "statements",
    "statements_of",
    "voice",
    "voice_of",
]

_SPEAKING = (Claim, Quote, Attribution)
_DISPUTES = frozenset({RelationKind.REBUTS, RelationKind.CORRECTS, RelationKind.UPDATES})


@attrs.frozen
class Statement:
    """A count whose value can be read.

    `voice` is who states it: empty for the text itself, else the ids of the speakers, or the words of a source that
    refers to nobody. `asserted` is False inside what is denied, predicted, doubted or said to be an opinion.
    """

    count: Count
    value: Quantity
    voice: tuple[str, ...]
    asserted: bool

    @property
    def measure(self) -> Measure | None:
        """What it is a count of, where that is a measure."""
        return self.count.of if isinstance(self.count.of, Measure) else None


def statements(document: Document) -> tuple[Statement, ...]:
    """Every readable count of a document, in reading order."""
    return document.derived(_statements)


def _statements(document: Document) -> tuple[Statement, ...]:
    return tuple(read_statements(document))


def statements_of(document: Document) -> dict[str, list[Statement]]:
    """The asserted counts of each measure, by the measure's id."""
    return document.derived(_statements_of)


def _statements_of(document: Document) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in statements(document):
        measure = statement.measure
        if measure is not None and statement.asserted:
            found.setdefault(measure.id, []).append(statement)
    return found


def read_statements(document: Document) -> Iterator[Statement]:
    """The readable counts, each with what it stands in."""
    for count in document.counts:
        value = count.value
        if isinstance(value, Unreadable):
            continue
        voice: tuple[str, ...] | None = None
        asserted = True
        for outer in document.ancestors(count):
            if isinstance(outer, Claim):
                asserted = asserted and not is_doubtful(outer)
            if voice is None and isinstance(outer, _SPEAKING):
                voice = voice_of(document, outer)
        yield Statement(count, value, voice or (), asserted)


def voice_of(document: Document, outer: Claim | Quote | Attribution) -> tuple[str, ...] | None:
    """Who speaks in a claim, a quote or an attribution; None where only what stands around it can say."""
    attribution = outer if isinstance(outer, Attribution) else document.attribution_of(outer)
    entities = () if isinstance(outer, Attribution) else outer.by
    if not entities and attribution is not None:
        entities = attribution.by
        if not entities:
            return tuple(source.text for source in attribution.source) or ("?",)
    return tuple(sorted(entity.id for entity in entities)) or None


def is_doubtful(claim: Claim) -> bool:
    """Whether a claim does not say that something is so."""
    return (
        claim.polarity is Polarity.NEGATIVE
        or claim.type in (ClaimType.OPINION, ClaimType.PREDICTION)
        or claim.certainty is Certainty.UNCERTAIN
    )


def is_disputed(document: Document, count: Annotation) -> bool:
    """Whether the document itself rebuts, corrects or updates a count, or a claim or quote that it stands in."""
    if not document.relations:
        return False
    disputed = document.derived(_disputed)
    return id(count) in disputed or any(id(outer) in disputed for outer in document.ancestors(count))


def _disputed(document: Document) -> frozenset[int]:
    return frozenset(id(relation.target) for relation in document.relations if relation.kind in _DISPUTES)


def moment_key(count: Count) -> Hashable:
    """When and where a count holds, as far as it says so; with one key, counts of one measure speak of one thing."""
    when = count.as_of
    return (count.scope, str(when) if when is not None else None)


def same_moment(first: Count, second: Count) -> bool | None:
    """Whether two counts speak of the same moment; None where one says when and the other does not."""
    one, other = first.as_of, second.as_of
    if one is None and other is None:
        return True
    if not isinstance(one, TimeInterval) or not isinstance(other, TimeInterval):
        return None
    return one.overlaps(other)


def voice(document: Document, annotation: Annotation) -> str:
    """Whose words an annotation stands in: ids, or the words of a source that nobody has resolved; "" for the text's own."""
    for outer in (annotation, *document.ancestors(annotation)):
        if isinstance(outer, Quote | Claim | Attribution):
            found = voice_of(document, outer)
            if found is not None:
                return "|".join(found)
    return ""


def rated(document: Document) -> frozenset[int]:
    """The identities of the claims and quotes that the document gives a verdict on: it does not state them itself."""
    return document.derived(_rated)


def _rated(document: Document) -> frozenset[int]:
    return frozenset(id(verdict.of) for verdict in document.verdicts if verdict.of is not None)


def is_stated(document: Document, annotation: Annotation) -> bool:
    """Whether the document says that this is so: not if it is denied, foretold, unsure, rebutted, rated or an aside."""
    verdicts = rated(document)
    if document.relations and is_disputed(document, annotation):
        return False
    return not any(
        isinstance(outer, Aside) or id(outer) in verdicts or (isinstance(outer, Claim) and is_doubtful(outer))
        for outer in (annotation, *document.ancestors(annotation))
    )


@functools.lru_cache(maxsize=512)
def day_of(date: dt.date) -> TimeInterval:
    """The day of a date or a moment."""
    return parse_edtf(date.isoformat()[:10])
