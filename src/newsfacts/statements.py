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
    "Setting",
    "Statement",
    "day_of",
    "is_disputed",
    "is_doubtful",
    "is_stated",
    "moment_key",
    "same_moment",
    "setting_around",
    "setting_of",
    "statements",
    "statements_of",
    "voice",
    "voice_of",
]

_SPEAKING = (Claim, Quote, Attribution)
_DENIALS = (RelationKind.REBUTS, RelationKind.CORRECTS)
_DISPUTES = frozenset({RelationKind.REBUTS, RelationKind.CORRECTS, RelationKind.UPDATES})


@attrs.frozen
class Statement:
    """A count whose value can be read.

    `voice` is who states it: empty for the text itself, else the ids of the speakers, or the words of a source that
    refers to no one. `asserted` is False inside what is denied, predicted, doubted or said to be an opinion.
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
    """The asserted counts of each measure, by the measure's id; a margin around a level is not a count of it."""
    return document.derived(_statements_of)


def _statements_of(document: Document) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in statements(document):
        measure = statement.measure
        if measure is not None and statement.asserted and not statement.value.is_margin:
            found.setdefault(measure.id, []).append(statement)
    return found


def read_statements(document: Document) -> Iterator[Statement]:
    """The readable counts, each with what it is in."""
    for count in document.counts:
        value = count.value
        if not isinstance(value, Unreadable):
            around = setting_around(document, count)
            yield Statement(count, value, around.voice or (), not around.doubtful)


@attrs.frozen
class Setting:
    """What an annotation and everything around it say about the words inside.

    `voice` is who speaks, None for the text itself. `doubtful` says that a claim denies, predicts or doubts them, `disputed`
    that the document rebuts, corrects or updates them, `denied` that a claim is negative or rebutted or corrected, and
    `apart` that they are in an aside or rated by a verdict.
    """

    voice: tuple[str, ...] | None = None
    doubtful: bool = False
    disputed: bool = False
    denied: bool = False
    apart: bool = False


_TOP = Setting()


def setting_of(document: Document, annotation: Annotation) -> Setting:
    """The setting of the words of an annotation, the annotation itself included."""
    return document.derived(_settings)[document.index(annotation)]


def setting_around(document: Document, annotation: Annotation) -> Setting:
    """The setting that an annotation is in, itself left out."""
    outer = document.parent(annotation)
    return _TOP if outer is None else setting_of(document, outer)


def _settings(document: Document) -> tuple[Setting, ...]:
    """The setting of each annotation, outer before inner, so that each needs to look at its parent only."""
    targets: dict[RelationKind, set[int]] = {}
    for relation in document.relations:
        targets.setdefault(relation.kind, set()).add(id(relation.target))
    disputed = {one for kind in _DISPUTES for one in targets.get(kind, ())}
    denied = {one for kind in _DENIALS for one in targets.get(kind, ())}
    rated = {id(verdict.of) for verdict in document.verdicts if verdict.of is not None}
    found: list[Setting] = []
    for annotation in document.annotations:
        outer = document.parent(annotation)
        around = _TOP if outer is None else found[document.index(outer)]
        speaks = isinstance(annotation, _SPEAKING)
        apart = isinstance(annotation, Aside) or id(annotation) in rated
        if not (speaks or apart or id(annotation) in disputed):
            found.append(around)
            continue
        claim = annotation if isinstance(annotation, Claim) else None
        is_denied = claim is not None and (claim.polarity is Polarity.NEGATIVE or id(claim) in denied)
        found.append(
            Setting(
                voice=(voice_of(document, annotation) if isinstance(annotation, _SPEAKING) else None) or around.voice,
                doubtful=around.doubtful or (claim is not None and is_doubtful(claim)),
                disputed=around.disputed or id(annotation) in disputed,
                denied=around.denied or is_denied,
                apart=around.apart or apart,
            )
        )
    return tuple(found)


def voice_of(document: Document, outer: Claim | Quote | Attribution) -> tuple[str, ...] | None:
    """Who speaks in a claim, a quote or an attribution; None where only what is around it can say."""
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


def is_disputed(document: Document, annotation: Annotation) -> bool:
    """Whether the document itself rebuts, corrects or updates an annotation, or what it is in."""
    return bool(document.relations) and setting_of(document, annotation).disputed


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
    """Whose words an annotation is in: ids, or the words of a source that is not resolved; "" for the text's own."""
    return "|".join(setting_of(document, annotation).voice or ())


def is_stated(document: Document, annotation: Annotation) -> bool:
    """Whether the document says that this is so: not if it is denied, foretold, unsure, rebutted, rated or an aside."""
    setting = setting_of(document, annotation)
    return not (setting.doubtful or setting.disputed or setting.apart)


@functools.lru_cache(maxsize=512)
def day_of(date: dt.date) -> TimeInterval:
    """The day of a date or a moment."""
    return parse_edtf(date.isoformat()[:10])
