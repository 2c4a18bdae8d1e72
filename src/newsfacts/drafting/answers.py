"""`read_answer`: a document of what a language model says about a text, by words alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import attrs

from newsfacts.building.field_values import read_time_value
from newsfacts.building.values_in_words import read_quantity
from newsfacts.drafting.answer_form import AttributionForm, ValueForm, read_form
from newsfacts.drafting.edges import with_marks
from newsfacts.drafting.placing import Placed, PlacedHow, Placer, gap
from newsfacts.drafting.proposals import Part, Proposals, built
from newsfacts.drafting.results import FoundAttribution
from newsfacts.drafting.tokens import TokenizedText, tokenize
from newsfacts.errors import UnreadableValue
from newsfacts.model import Annotation, Claim, Count, Cue, Document, Factbook, Quote, Source, Time
from newsfacts.text.quotation_marks import QuoteKind, infer_form
from newsfacts.text.spans import Span, normalize
from newsfacts.values.comparison import Agreement
from newsfacts.values.level import Level
from newsfacts.values.quantities.compare import compare
from newsfacts.values.quantities.reading.phrase import parse_quantity
from newsfacts.values.times.phrase import parse_time

__all__ = ["DraftAnswer", "ValueDifference", "read_answer"]

_UNPLACED = frozenset({PlacedHow.ABSENT, PlacedHow.AMBIGUOUS})


@attrs.frozen
class ValueDifference:
    """A count or a time whose words say something else than the answer does; `path` is where it is in the answer."""

    path: str
    words: str
    answered: str
    read: str


@attrs.frozen
class DraftAnswer:
    """A document of proposals, where each string of the answer was found, and which values differ from their words."""

    document: Document
    placed: tuple[Placed, ...]
    differences: tuple[ValueDifference, ...] = ()

    @property
    def unplaced(self) -> tuple[Placed, ...]:
        """What is not in the text, or at several places of which none is meant; the document keeps it under `lost`."""
        return tuple(each for each in self.placed if each.how in _UNPLACED)


def read_answer(
    text: str,
    answer: str,
    *,
    published: dt.date | None = None,
    factbook: Factbook | None = None,
    **header: Any,
) -> DraftAnswer:
    """Place the words of a model's answer (JSON of `ANSWER_SCHEMA`) in the text, and draft a document of them.

    A content is found by its words, its cue and its source are the nearest ones to it. Differences such as straight and
    curly marks are accepted and named. What has no place is kept with its words. Numbers and dates are read again from
    their words; where the answer says something else, the document has that as `value`, which a check reports.

    Raises `UsageError` for an answer of another form.
    """
    form = read_form(answer)
    book = factbook or Factbook()
    reader = _Reader(text, book, published)
    for attribution in form.attributions:
        reader.add_attribution(attribution)
    for count in form.counts:
        reader.add_count(count)
    for time in form.times:
        reader.add_time(time)
    values = {key: value for key, value in {"published": published, **header}.items() if value is not None}
    return DraftAnswer(reader.document(values), tuple(reader.placed), tuple(reader.differences))


class _Reader:
    """Places the parts of one answer, in its order."""

    def __init__(self, text: str, factbook: Factbook, published: dt.date | None) -> None:
        self.text, self.published = text, published
        self.placer = Placer(text)
        self.read: TokenizedText = tokenize(text)
        self.proposals = Proposals(text, Level.GUESS, frozenset(Part), factbook)
        self.found: list[FoundAttribution] = []
        self.lost: list[Annotation] = []
        self.placed: list[Placed] = []
        self.differences: list[ValueDifference] = []
        self.taken: dict[tuple[str, str], list[Span]] = {}

    def add_attribution(self, form: AttributionForm) -> None:
        contents = self.contents(form)
        places = [each.span for each in contents if each.span is not None]
        self.placed += contents
        if not places:
            self.lose_content(form, contents)
            return
        whole = Span(places[0].start, places[-1].end)
        cue = self.part(f"{form.path}.cue", form.cue, whole, places)
        source = self.part(f"{form.path}.source", form.source, cue.span if cue and cue.span else whole, places)
        for missing in (each for each in (*contents, cue, source) if each is not None and each.span is None):
            kind = Cue if missing is cue else Source if missing is source else Claim
            self.lost.append(kind(lost=missing.words, note=_note(missing, form), draft=Level.GUESS))
        spans = normalize(Span(*with_marks(self.read, span.start, span.end)) for span in places)
        self.found.append(
            FoundAttribution(
                source=source.span if source else None,
                cue=(cue.span,) if cue and cue.span else (),
                contents=spans,
                form=infer_form(" ".join(span.slice(self.text) for span in spans)),
                level=Level.LIKELY if all(each.how is PlacedHow.EXACT for each in contents) else Level.GUESS,
            )
        )

    def contents(self, form: AttributionForm) -> list[Placed]:
        """The places of the parts of a content. Of several places the one with cue and source nearest, each place once."""
        placed: list[Placed] = []
        for number, words in enumerate(form.contents):
            path = f"{form.path}.content" + (f"[{number}]" if len(form.contents) > 1 else "")
            last = next((each.span for each in reversed(placed) if each.span is not None), None)
            taken = self.taken.setdefault(("content", words), [])
            free = [place for place in self.placer.places(words) if place not in taken]
            near = last or self.nearest_parts(form, free)
            found = self.placer.put(path, words, near, taken)
            if found.span is not None:
                taken.append(found.span)
            placed.append(found)
        return placed

    def nearest_parts(self, form: AttributionForm, free: Sequence[Span]) -> Span | None:
        """Of several places of a content, the one to which the cue and the source of its attribution are nearest."""
        if len(free) < 2:
            return None
        parts = [self.placer.places(words) for words in (form.cue, form.source) if words is not None]
        far = len(self.text)
        costs = sorted(
            (sum(min((gap(place, other) for other in part), default=far) for part in parts), place) for place in free
        )
        return costs[0][1] if costs[0][0] < costs[1][0] else None

    def part(self, path: str, words: str | None, near: Span, contents: Sequence[Span]) -> Placed | None:
        """The place of a cue or a source: the nearest that is in no content."""
        if words is None:
            return None
        found = self.placer.put(path, words, near, contents)
        if found.span is not None and any(span.overlaps(found.span) for span in contents):
            found = attrs.evolve(found, how=PlacedHow.AMBIGUOUS, span=None, note="their only place is in the content")
        self.placed.append(found)
        return found

    def lose_content(self, form: AttributionForm, contents: Sequence[Placed]) -> None:
        """Keep an attribution none of whose content has a place."""
        words = " … ".join(form.contents)
        kind = Claim if infer_form(words) is QuoteKind.INDIRECT else Quote
        said = ", ".join(f"{name}: {part}" for name, part in (("source", form.source), ("cue", form.cue)) if part)
        note = "; ".join(filter(None, [_note(contents[0], form), said]))
        self.lost.append(kind(lost=words, note=note, draft=Level.GUESS))

    def add_count(self, form: ValueForm) -> None:
        """A count, with the value of the answer where its words do not say the same."""
        placed = self.value_place("count", form)
        value = None
        if form.value is not None:
            try:
                value = read_quantity(form.value)
                read = parse_quantity(form.words)
                if compare(read, value, one_measure=True).verdict is Agreement.SAME:
                    value = None
                else:
                    self.differ(form, str(read))
            except UnreadableValue as error:
                self.differ(form, error.reason)
        where: dict[str, Any] = {"spans": (placed.span,)} if placed.span else {"lost": form.words}
        self.lost.append(Count(declared=value, draft=_level(placed), **where))

    def add_time(self, form: ValueForm) -> None:
        """A time, with the value of the answer where its words do not say the same."""
        placed = self.value_place("time", form)
        value = None
        if form.value is not None:
            try:
                value = read_time_value(form.value)
                read = parse_time(form.words, published=self.published)
                if compare(read, value).verdict is Agreement.SAME:
                    value = None
                elif read.resolved:
                    self.differ(form, str(read))
            except UnreadableValue as error:
                self.differ(form, error.reason)
        where: dict[str, Any] = {"spans": (placed.span,)} if placed.span else {"lost": form.words}
        self.lost.append(Time(declared=value, draft=_level(placed), **where))

    def differ(self, form: ValueForm, read: str) -> None:
        self.differences.append(ValueDifference(form.path, form.words, form.value or "", read))

    def value_place(self, kind: str, form: ValueForm) -> Placed:
        """The place of a number or a time: near the words that the answer names, else each place once, in order."""
        taken = self.taken.setdefault((kind, form.words), [])
        near = next(iter(self.placer.places(form.near)), None) if form.near is not None else None
        found = self.placer.put(f"{form.path}.words", form.words, near, taken)
        if found.how is PlacedHow.AMBIGUOUS and form.near is None:
            closed = frozenset(taken)
            first = next((place for place in self.placer.places(form.words) if place not in closed), None)
            if first is not None:
                found = attrs.evolve(found, how=PlacedHow.NEAREST, span=first, note="the first place that is left")
        if found.span is not None:
            taken.append(found.span)
        self.placed.append(found)
        return found

    def document(self, header: dict[str, Any]) -> Document:
        _, names = self.proposals.names()
        self.found.sort(key=lambda each: each.contents[0])
        self.proposals.add_attributions(tuple(self.found), names)
        self.proposals.add_names(names)
        self.proposals.others += self.lost
        document = built(self.text, self.proposals, self.proposals.factbook, header)
        made = {(_spans(each.cues), _spans(each.contents)) for each in document.attributions}
        crossing = [each for each in self.found if ((each.cue,) if each.cue else (), (each.contents,)) not in made]
        if not crossing:
            return document
        self.proposals.others += [self.alone(each) for each in crossing]
        return built(self.text, self.proposals, self.proposals.factbook, header)

    def alone(self, each: FoundAttribution) -> Annotation:
        """The content of an attribution whose parts lie across those of another one, with its cue and its source as a note."""
        parts = [span.slice(self.text) for span in (*each.cue, *([each.source] if each.source else []))]
        kind = Claim if each.form is QuoteKind.INDIRECT else Quote
        note = "this crosses another attribution; its cue and its source: " + ", ".join(parts)
        return kind(spans=each.contents, note=note, draft=Level.GUESS)


def _spans(annotations: Sequence[Annotation]) -> tuple[tuple[Span, ...], ...]:
    return tuple(each.spans for each in annotations)


def _level(placed: Placed) -> Level:
    return Level.LIKELY if placed.how is PlacedHow.EXACT else Level.GUESS


def _note(placed: Placed, form: AttributionForm) -> str:
    return f"{form.path}: {placed.how}" + (f"; {placed.note}" if placed.note else "")
