"""Reduces documents to the rows that are compared across them: counts, quotes, events, entities, versions, labels."""

from __future__ import annotations

import datetime as dt
import functools
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import islice
from typing import Any

import attrs

from newsfacts.model import (
    Annotation,
    Aside,
    Attribution,
    Claim,
    Count,
    Document,
    Entity,
    Event,
    Measure,
    Quote,
    RelationKind,
    Time,
    Unreadable,
)
from newsfacts.rules.corpus_rule import DocumentRow, Fact
from newsfacts.rules.counts._statements import is_disputed, is_doubtful, statements, voice_of
from newsfacts.rules.projects._work import key_place
from newsfacts.rules.rule import Context
from newsfacts.values.quantities.quantity import Change, Quantity, QuantityKind
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.times import TimeInterval

__all__ = [
    "count_facts", "document_row", "entity_facts", "event_facts", "event_key", "is_stated", "known_facts", "label_facts",
    "measure_key",
    "quote_facts", "quote_tokens", "quote_words", "version_facts", "work_facts",
]  # fmt: skip

MAX_QUOTE_WORDS = 200
"""How many words of a quote are compared across documents."""

MIN_QUOTE_WORDS = 8
"""Shorter quotes ("No comment") are said by many people on many days."""

EDGE_WORDS = 4
"""How many first or last words two quotes share before they are compared."""

_QUOTE_TOKEN = re.compile(r"\[[^\[\]]{0,80}\]|…|\.{3,4}|(?:\. ){2,3}\.|[^\W_]+(?:['’][^\W_]+)*")
_COMPARABLE = frozenset({QuantityKind.NUMBER, QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.SHARE})


# -- The document ------------------------------------------------------------------------------------------------------


def seconds_of(moment: dt.date | None) -> int | None:
    """A date or moment in seconds from 0001-01-01T00:00, in UTC where it has a zone."""
    if moment is None:
        return None
    rest = 0
    if isinstance(moment, dt.datetime):
        rest = moment.hour * 3600 + moment.minute * 60 + moment.second
        offset = moment.utcoffset()
        if offset is not None:
            rest -= int(offset.total_seconds())
    return (moment.toordinal() - 1) * DAY_SECONDS + rest


def document_row(document: Document, number: int = 0) -> DocumentRow:
    """What is kept of the document as a whole. `number` says which of its file it is."""
    return DocumentRow(
        path=document.path, number=number, title=document.title, outlet=document.outlet, url=document.url,
        timezone=document.timezone,
        published=seconds_of(document.published), updated=seconds_of(document.updated),
        moment=isinstance(document.published, dt.datetime), annotator=" ".join(document.annotator),
        sha256=document.source_text.sha256 if document.url else "",
        corrections=json.dumps([[c.was, c.now] for c in document.corrections]) if document.corrections else "[]",
        suppresses=bool(document.ignore) or any(one.words.lstrip().startswith("ignore") for one in document.comments),
    )  # fmt: skip


def fact_at(document: Document, annotation: Annotation, kind: str, key: str, **values: Any) -> Fact:
    """A fact that stands where an annotation stands."""
    place = document.place(annotation)
    path, start, end = (place.path, place.start, place.end) if place else (document.path, 0, 0)
    first, last = (annotation.spans[0].start, annotation.spans[-1].end) if annotation.spans else (None, None)
    return Fact(
        kind=kind, key=key, words=annotation.text, path=path, start=start, end=end, first=first, last=last, **values
    )


# -- Who says it, and whether it is said at all ------------------------------------------------------------------------


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
    found: frozenset[int] | None = document._cache.get("rated")
    if found is None:
        found = document._cache["rated"] = frozenset(id(v.of) for v in document.verdicts if v.of is not None)
    return found


def is_stated(document: Document, annotation: Annotation) -> bool:
    """Whether the document says that this is so: not if it is denied, foretold, unsure, rebutted, rated or an aside."""
    verdicts = rated(document)
    if document.relations and is_disputed(document, annotation):
        return False
    return not any(
        isinstance(outer, Aside) or id(outer) in verdicts or (isinstance(outer, Claim) and is_doubtful(outer))
        for outer in (annotation, *document.ancestors(annotation))
    )


# -- Counts ------------------------------------------------------------------------------------------------------------


def measure_key(document: Document, measure: Measure) -> str | None:
    """What makes two measures of two documents the same: id and definition. None for one that is this document's alone.

    A measure that a document defines for itself without saying what it counts is its own business.
    """
    if measure.id in document.own.measures and not measure.label:
        return None
    event = event_key(document, measure.event) if measure.event else ""
    return "\x1f".join((measure.id, measure.label or "", measure.unit or "", str(measure.kind or ""), event or ""))


def inward(value: int | Fraction | None, is_open: bool, towards: float) -> float | None:
    """An end of an interval as a float that does not lie outside it.

    So no conflict is lost when an aggregate compares floats; a few are looked at in vain.
    """
    if value is None:
        return None
    try:
        found = float(value)
    except OverflowError:
        return math.nextafter(math.inf if value > 0 else -math.inf, towards)
    return math.nextafter(found, towards) if is_open or Fraction(found) != value else found


def utc(interval: TimeInterval) -> tuple[int | None, int | None]:
    """The ends of a period in seconds, in UTC where it has a zone."""
    shift = (interval.offset or 0) * 60
    lower, upper = interval.lower, interval.upper
    return (None if lower is None else lower - shift, None if upper is None else upper - shift)


def time_of(document: Document, as_of: TimeInterval | Unreadable | None) -> tuple[int | None, int | None, bool]:
    """From when until when a count holds, and whether that is said: as of its date, or else as of publication."""
    if isinstance(as_of, TimeInterval):
        return (*utc(as_of), True)
    since = seconds_of(document.published)
    if since is None:
        return (None, None, False)
    return (since, since + (1 if isinstance(document.published, dt.datetime) else DAY_SECONDS), False)


def comparable(value: Quantity) -> bool:
    """Whether a count states a level that can be compared, and not a rank, a change or a number within a window."""
    return (
        value.kind in _COMPARABLE
        and value.change is Change.NONE
        and value.window is None
        and not value.streak
        and value.per is None
    )


def count_facts(document: Document, context: Context) -> Iterator[Fact]:
    """One row for every count of a measure that the document states. `note` is the kind of the measure."""
    for statement in statements(document):
        count, measure, value = statement.count, statement.measure, statement.value
        if measure is None or not statement.asserted or not comparable(value) or not is_stated(document, count):
            continue
        key = measure_key(document, measure)
        if key is None:
            continue
        outer = value.outer(context.policy)
        since, until, dated = time_of(document, count.as_of)
        yield fact_at(
            document, count, "count", f"{key}\x1f{count.scope or ''}", value=str(value),
            low=inward(outer.low, outer.low_open, math.inf), high=inward(outer.high, outer.high_open, -math.inf),
            since=since, until=until, dated=dated, by="|".join(statement.voice), note=str(measure.kind or ""),
        )  # fmt: skip


def known_facts(document: Document, context: Context) -> Iterator[Fact]:
    """One row for every value that a factbook holds of a measure. It stands at a count of that measure."""
    for known in document.factbook.known:
        if not isinstance(known.of, Measure) or not isinstance(known.value, Quantity):
            continue
        key = measure_key(document, known.of)
        counts = [count for count in document.counts if count.of is known.of]
        if key is None or not counts:
            continue
        since, until = utc(known.as_of) if isinstance(known.as_of, TimeInterval) else (None, None)
        yield fact_at(
            document, counts[0], "known", f"{key}\x1f", value=str(known.value), since=since, until=until,
            dated=since is not None or until is not None, note=known.source or "", once=True,
        )  # fmt: skip


# -- Quotes ------------------------------------------------------------------------------------------------------------


@attrs.frozen
class QuoteWord:
    """A word of a quote in lower case; `…` where words are left out, `[` where some are put in. Half-open code points."""

    word: str
    start: int
    end: int


@functools.lru_cache(maxsize=1024)
def quote_tokens(text: str) -> tuple[QuoteWord, ...]:
    """The first words of a quote, without its punctuation and hyphens."""
    found = []
    for token in islice(_QUOTE_TOKEN.finditer(text), MAX_QUOTE_WORDS):
        words = token[0]
        word = words[0] if words[0] in "[…" else "…" if words[0] == "." else words.casefold().replace("’", "'")
        found.append(QuoteWord(word, *token.span()))
    return tuple(found)


def quote_words(text: str) -> tuple[str, ...]:
    """The words of `quote_tokens`."""
    return tuple(token.word for token in quote_tokens(text))


def speaker_note(entities: Iterable[Entity]) -> str:
    """Who the speakers are, for comparing them across documents: kind, whether named, and names of each."""
    return json.dumps([[str(e.kind), e.named, sorted({name.casefold() for name in e.names}), e.name] for e in entities])


def quote_facts(document: Document, context: Context) -> Iterator[Fact]:
    """For every quote of some length a row under all its words, one under its first words and one under its last."""
    for quote in document.quotes:
        words = quote_words(quote.text)
        if len(words) < MIN_QUOTE_WORDS or quote.translated:
            continue
        speakers = document.speakers(quote)
        attribution = document.attribution_of(quote)
        said = quote.said or (attribution.said if attribution else None)
        since, until = utc(said) if isinstance(said, TimeInterval) else (None, None)
        joined = " ".join(words)
        common = {
            "value": joined, "since": since, "until": until, "dated": isinstance(said, TimeInterval),
            "by": "|".join(sorted(entity.id for entity in speakers)),
        }  # fmt: skip
        yield fact_at(document, quote, "quote", joined, note=speaker_note(speakers), **common)
        yield fact_at(document, quote, "quote-edge", f"<{' '.join(words[:EDGE_WORDS])}", **common)
        yield fact_at(document, quote, "quote-edge", f">{' '.join(words[-EDGE_WORDS:])}", **common)


# -- Events and entities -----------------------------------------------------------------------------------------------


def event_key(document: Document, event: Event) -> str | None:
    """What makes two events of two documents the same: id and label. None for one that is this document's alone."""
    if event.id in document.own.events and not event.label:
        return None
    return f"{event.id}\x1f{event.label or ''}"


def event_facts(document: Document, context: Context) -> Iterator[Fact]:
    """A row for every date that the document gives for an event, and one for what the event's definition says."""
    for time in document.times:
        event = time.of
        if event is None:
            continue
        key = event_key(document, event)
        value = time.value
        if key is None or not isinstance(value, TimeInterval) or not is_stated(document, time):
            continue
        since, until = days(value.outer)
        yield fact_at(
            document, time, "event", key, value=str(value), since=since, until=until, by=voice(document, time),
            note=event.name,
        )  # fmt: skip
        yield from definition_facts(document, time, key, event)


def definition_facts(document: Document, time: Annotation, key: str, event: Event) -> Iterator[Fact]:
    """The definition of an event that has a date in the text: its time, and what comes before and after it."""
    if isinstance(event.time, TimeInterval):
        since, until = days(event.time.outer)
        yield fact_at(
            document,
            time,
            "event-definition",
            key,
            value=str(event.time),
            since=since,
            until=until,
            note=event.name,
            once=True,
        )
    orders = [
        *((other, "before", event) for other in event.after),
        *((event, "before", other) for other in event.before),
        *((event, "during", other) for other in event.during),
    ]
    for one, order, other in orders:
        first, second = event_key(document, one), event_key(document, other)
        if first is not None and second is not None:
            note = json.dumps([order, one.name, other.name])
            yield fact_at(document, time, "event-order", first, value=second, note=note, once=True)


def days(interval: TimeInterval) -> tuple[int | None, int | None]:
    """A period widened to whole days: outlets in different zones give one moment different clock times."""
    lower, upper = interval.lower, interval.upper
    return (
        None if lower is None else lower - lower % DAY_SECONDS,
        None if upper is None else upper + -upper % DAY_SECONDS,
    )


def entity_facts(document: Document, context: Context) -> Iterator[Fact]:
    """What a document takes its entities to be: a row under the id, and one under the kind and name."""
    seen: set[str] = set()
    for mention in document.mentions:
        for entity in mention.entities:
            if entity.id in seen:
                continue
            seen.add(entity.id)
            about = [str(entity.kind), entity.given_name or "", sorted({name.casefold() for name in entity.names})]
            roles = [[role.title, str(role.since or ""), str(role.until or "")] for role in entity.roles]
            note = json.dumps([*about, roles, sorted(entity.same_as), str(entity.born or "")], ensure_ascii=False)
            yield fact_at(document, mention, "entity", entity.id, value=note, note=note, once=True)
            if entity.named and entity.given_name:
                key = f"{entity.kind}\x1f{entity.given_name.casefold()}"
                yield fact_at(document, mention, "name", key, value=entity.id, note=note, once=True)


# -- Versions and annotators -------------------------------------------------------------------------------------------


def version_facts(document: Document, context: Context) -> Iterator[Fact]:
    """For a document with an address: a row for every count and date that a later version of it might change."""
    if not document.url:
        return
    told = {id(r.source) for r in document.relations if r.kind in (RelationKind.UPDATES, RelationKind.CORRECTS)}
    annotations: tuple[Count | Time, ...] = (*document.counts, *document.times)
    for annotation in annotations:
        of = annotation.of
        value = annotation.value
        if isinstance(value, Unreadable) or not is_stated(document, annotation):
            continue
        scope = annotation.scope or "" if isinstance(annotation, Count) else ""
        name = annotation.id or (of.id if isinstance(of, Measure | Event) else None)
        if name is None:
            continue
        as_of = annotation.as_of if isinstance(annotation, Count) else None
        since, until, dated = time_of(document, as_of)
        kind = str(of.kind or "") if isinstance(of, Measure) else ""
        yield fact_at(
            document, annotation, "version", "\x1f".join((document.url, annotation.KIND, name, scope)),
            value=str(value),
            since=since, until=until, dated=dated, by=voice(document, annotation),
            note=json.dumps([kind, id(annotation) in told]),
        )  # fmt: skip


def annotator_place(document: Document) -> tuple[int, int]:
    """Where the file says who annotated it."""
    place = key_place(document, "annotator")
    return (place.start, place.end) if place else (0, 0)


def work_facts(document: Document, context: Context) -> Iterator[Fact]:
    """Over which text of an article an annotator has worked: `value` is its hash, `note` the annotator."""
    article = document.url or (f"{document.title}\x1f{document.outlet or ''}" if document.title else None)
    if not document.annotator or article is None:
        return
    start, end = annotator_place(document)
    key = f"{article}\x1f{document.published}\x1f{document.updated}"
    yield Fact(
        kind="work", key=key, value=document.source_text.sha256, note=" and ".join(document.annotator),
        path=document.path,
        start=start, end=end,
    )  # fmt: skip


def label_facts(document: Document, context: Context) -> Iterator[Fact]:
    """How often each annotator of the document used each label; `low` is the number."""
    if not document.annotator:
        return
    start, end = annotator_place(document)
    labels = Counter(label_of(annotation) for annotation in document.annotations)
    for annotator in document.annotator:
        for label, number in sorted(labels.items()):
            yield Fact(
                kind="label", key=annotator, value=label, low=float(number), path=document.path, start=start, end=end
            )


def label_of(annotation: Annotation) -> str:
    """The kind of an annotation, and of a quote its form."""
    return f"{annotation.kind} quote" if isinstance(annotation, Quote) else annotation.KIND
