"""What a document states with its counts: whose statement each is, of when, and whether it is asserted at all."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Hashable, Iterator

import attrs

from newsfacts.immutable import frozen, maker
from newsfacts.model import (
    Annotation,
    Aside,
    Attribution,
    Certainty,
    Claim,
    ClaimType,
    Count,
    Document,
    Listing,
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


@frozen
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
            yield _statement(count, value, around.voice or (), not around.doubtful)


@frozen
class Setting:
    """What an annotation and everything around it say about the words inside.

    `voice` is who speaks, None for the text itself; `spoken` says that a source, `voice=` or `by=` says so, and `owned` that
    there is an attribution or a `by=` at all. `doubtful` says that a claim denies, predicts or doubts the words, `predicted`
    that one predicts them, `denied` that one is negative, rebutted or corrected, and `disputed` that the document rebuts,
    corrects or updates them. `aside` and `rated` say that they are in an aside, or that a verdict rates them. `quote` is the
    innermost quote, `depth` the number of attributions, and `listed` says that there is a listing.
    """

    voice: tuple[str, ...] | None = None
    spoken: bool = False
    owned: bool = False
    doubtful: bool = False
    predicted: bool = False
    denied: bool = False
    disputed: bool = False
    aside: bool = False
    rated: bool = False
    quote: Quote | None = None
    depth: int = 0
    listed: bool = False


_TOP = Setting()
_setting, _statement = maker(Setting), maker(Statement)


def setting_of(document: Document, annotation: Annotation) -> Setting:
    """The setting of the words of an annotation, the annotation itself included."""
    return _setting_at(document, document.index(annotation))


def setting_around(document: Document, annotation: Annotation) -> Setting:
    """The setting that an annotation is in, itself left out."""
    return _setting_at(document, document.parents[document.index(annotation)])


def _setting_at(document: Document, number: int) -> Setting:
    """The setting of an annotation by its number: worked out from its outermost one inwards, each once per document."""
    known = document.derived(_known_settings)
    inwards: list[int] = []
    while number not in known:
        inwards.append(number)
        number = document.parents[number]
    around = known[number]
    for inner in reversed(inwards):
        around = known[inner] = _inside(document, document.annotations[inner], around)
    return around


def _known_settings(_document: Document) -> dict[int, Setting]:
    """The settings that somebody has asked for so far, by number; that of the text itself has the number of no parent."""
    return {-1: _TOP}


def _inside(document: Document, annotation: Annotation, around: Setting) -> Setting:
    """The setting inside an annotation, from the one that it is in."""
    targets = document.derived(_targets)
    if isinstance(annotation, _SPEAKING):
        around = _spoken(document, annotation, around, targets)
    elif isinstance(annotation, Aside):
        around = attrs.evolve(around, aside=True)
    elif isinstance(annotation, Listing):
        around = attrs.evolve(around, listed=True)
    if id(annotation) in targets.disputed or id(annotation) in targets.rated:
        around = attrs.evolve(
            around,
            disputed=around.disputed or id(annotation) in targets.disputed,
            rated=around.rated or id(annotation) in targets.rated,
        )
    return around


@frozen
class _Targets:
    """The identities of annotations that others of the document dispute, deny or rate."""

    disputed: frozenset[int]
    denied: frozenset[int]
    rated: frozenset[int]


_NO_TARGETS = _Targets(frozenset(), frozenset(), frozenset())


def _targets(document: Document) -> _Targets:
    relations = document.relations
    if not (relations or document.verdicts):
        return _NO_TARGETS
    return _Targets(
        disputed=frozenset(id(relation.target) for relation in relations if relation.kind in _DISPUTES),
        denied=frozenset(id(relation.target) for relation in relations if relation.kind in _DENIALS),
        rated=frozenset(id(verdict.of) for verdict in document.verdicts if verdict.of is not None),
    )


def _spoken(document: Document, annotation: Claim | Quote | Attribution, around: Setting, targets: _Targets) -> Setting:
    """The setting inside a claim, a quote or an attribution: who speaks there, and of a claim how sure it is."""
    is_attribution = isinstance(annotation, Attribution)
    attribution = annotation if isinstance(annotation, Attribution) else document.attribution_of(annotation)
    has_by = not isinstance(annotation, Attribution) and bool(annotation.by)
    claim = annotation if isinstance(annotation, Claim) else None
    return _setting(
        voice=_voice(annotation, attribution) or around.voice,
        spoken=around.spoken or has_by or (attribution is not None and bool(attribution.source or attribution.voice)),
        owned=around.owned or has_by or is_attribution,
        doubtful=around.doubtful or (claim is not None and is_doubtful(claim)),
        predicted=around.predicted or (claim is not None and claim.type is ClaimType.PREDICTION),
        denied=around.denied
        or (claim is not None and (claim.polarity is Polarity.NEGATIVE or id(claim) in targets.denied)),
        disputed=around.disputed,
        aside=around.aside,
        rated=around.rated,
        quote=annotation if isinstance(annotation, Quote) else around.quote,
        depth=around.depth + is_attribution,
        listed=around.listed,
    )


def voice_of(document: Document, outer: Claim | Quote | Attribution) -> tuple[str, ...] | None:
    """Who speaks in a claim, a quote or an attribution; None where only what is around it can say."""
    return _voice(outer, outer if isinstance(outer, Attribution) else document.attribution_of(outer))


def _voice(outer: Claim | Quote | Attribution, attribution: Attribution | None) -> tuple[str, ...] | None:
    """The same, where its attribution is known."""
    entities = () if isinstance(outer, Attribution) else outer.by
    if not entities and attribution is not None:
        entities = attribution.by
        if not entities:
            return tuple(source.text for source in attribution.source) or ("?",)
    return (entities[0].id,) if len(entities) == 1 else tuple(sorted([entity.id for entity in entities])) or None


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
    return not (setting.doubtful or setting.disputed or setting.aside or setting.rated)


@functools.lru_cache(maxsize=512)
def day_of(date: dt.date) -> TimeInterval:
    """The day of a date or a moment."""
    return parse_edtf(date.isoformat()[:10])
