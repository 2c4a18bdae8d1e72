"""The third step: the kind of each annotation and the values of its fields. What ids refer to is found in the next one.

An annotation in the making is a draft: an object of its class that may still be changed. The next step freezes it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from newsfacts import model
from newsfacts.building.field_values import is_missing, read_field, report_unreadable
from newsfacts.building.header import Header
from newsfacts.building.references import Resolver, things_of
from newsfacts.building.roles import Part, part_of
from newsfacts.errors import UnreadableValue
from newsfacts.findings import ReaderCode
from newsfacts.immutable import FrozenDict, define, draft_maker, freeze, is_plain
from newsfacts.model import Annotation, LikelyLanguage, RelationKind, UnknownKind
from newsfacts.raw import LocatedLater, RawAnnotation, RawDocument, Written, WrittenAnnotations
from newsfacts.schema.kinds import Field, FieldType, Kind, Schema
from newsfacts.text.nesting import nest
from newsfacts.text.source import Place
from newsfacts.text.spans import Span
from newsfacts.text.suggestions import OTHER_MARKS, nearest, with_article
from newsfacts.text.synonyms import field_meant, kind_meant
from newsfacts.values.languages import is_english

__all__ = ["RELATION_KEYS", "Drafts", "KindPlan", "convert_fields"]

RELATION_KEYS: Mapping[str, RelationKind] = FrozenDict({str(kind.value): kind for kind in RelationKind})


class KindPlan:
    """What is needed to make annotations of a kind, looked up once per kind and not once per annotation."""

    __slots__ = (
        "cls",
        "draft",
        "fields",
        "is_plain",
        "is_quote",
        "is_time",
        "name",
        "nests",
        "part",
        "reads_words",
        "required",
    )

    def __init__(self, kind: Kind) -> None:
        self.name: str = kind.name
        self.cls: type[Annotation] = kind.cls
        self.fields: Mapping[str, Field] = kind.fields
        self.required: tuple[Field, ...] = tuple(field for field in kind.fields.values() if field.required)
        self.part: Part = part_of(kind.cls)
        self.nests: bool = self.part.is_attribution or self.part.is_mention or self.part.is_listing
        self.is_time: bool = issubclass(kind.cls, model.Time)
        self.reads_words: bool = self.is_time or issubclass(kind.cls, model.Count)
        self.is_quote: bool = issubclass(kind.cls, model.Quote)
        self.is_plain: bool = is_plain(kind.cls)
        self.draft: Callable[[tuple[Span, ...], str], Any] = self.first

    def first(self, spans: tuple[Span, ...], text: str) -> Any:
        """Draft the first annotation of the kind; few documents need the makers of all kinds."""
        self.draft = draft_maker(self.cls, "spans", "text")
        return self.draft(spans, text)

    def known_keys(self) -> list[str]:
        """The keys that may be written."""
        return [*self.fields, *(RELATION_KEYS if self.cls.RELATES else ())]


_UNKNOWN = KindPlan(Kind(name="", cls=UnknownKind, fields={}))


class Reading:
    """What is written of annotations, read as far as it says the same in every document: their kind, and values of fields.

    `references` are the fields that refer to something; `relates` is whether something is said about other annotations,
    `says_language` and `says_when` whether a quote names its language or its day, and `is_noted` whether there is any of these or an
    id. `waits` is whether
    annotations can be made only when all are read. One with an id is such: how long a chain of references to it is shows when it is
    made.
    """

    __slots__ = (
        "id",
        "is_noted",
        "plan",
        "references",
        "relates",
        "says_language",
        "says_when",
        "values",
        "waits",
        "written",
    )

    def __init__(self, plan: KindPlan, written: Written) -> None:
        self.plan: KindPlan = plan
        self.written: Written = written
        self.id: str | None = written.id
        self.values: list[tuple[str, Any]] = [("id", written.id)] if written.id is not None else []
        self.references: list[tuple[Field, Any]] = []
        self.relates: bool = False
        self.says_language: bool = plan.is_quote and "lang" in written.values
        self.says_when: bool = plan.is_quote and "said" in written.values
        self.is_noted: bool = written.id is not None or self.says_language or self.says_when
        self.waits: bool = plan.is_time or self.is_noted


class Readings(dict[Written, Reading]):
    """The plans of a schema's kinds, and what was read with them of what many annotations have: the same few words recur."""

    __slots__ = ("plans",)

    def __init__(self, schema: Schema) -> None:
        super().__init__()
        self.plans: Mapping[str | None, KindPlan] = {name: KindPlan(kind) for name, kind in schema.kinds.items()}

    def keep(self, reading: Reading) -> None:
        """Keep what is read of words that recur."""
        if len(self) >= MAX_READINGS:
            self.clear()
        self[reading.written] = reading


MAX_READINGS = 4096
"""How many readings are kept per schema."""


@functools.lru_cache(maxsize=16)
def readings_of(schema: Schema) -> Readings:
    """The readings with a schema, which are shared by all documents."""
    return Readings(schema)


@define
class References:
    """What the references of a reading are in one document: values of fields, and what refers to more than the factbook."""

    values: list[tuple[str, Any]] = attrs.field(factory=list)
    others: list[tuple[Field, Any]] = attrs.field(factory=list)


@define
class Drafts:
    """The annotations in the making, by number in reading order: what is written of each and its reading, and the drafts.

    `raws` are the annotations with their places; `parents` are the numbers of what each is nested in (see `text.nesting`).
    `waiting` are the numbers of those that are made in the next step; the others are made already. `named` are the numbers of
    those with an id, and `relating` of those that say something about others. `references` are what fields refer to that is not in
    the factbook. `quotes_say_language` and `quotes_say_when` are whether a quote has a `lang` or a `said`, and `language` what the words of the document are read
    in; None is English.
    """

    raws: Sequence[RawAnnotation]
    written: WrittenAnnotations
    parents: tuple[int, ...]
    resolver: Resolver
    language: str | LikelyLanguage | None
    readings: list[Reading]
    drafts: list[Any] = attrs.field(factory=list)
    waiting: dict[int, None] = attrs.field(factory=dict)
    references: dict[int, list[tuple[Field, Any]]] = attrs.field(factory=dict)
    named: list[int] = attrs.field(factory=list)
    relating: list[int] = attrs.field(factory=list)
    quotes_say_language: bool = False
    quotes_say_when: bool = False


def convert_fields(raw: RawDocument, header: Header) -> Drafts:
    """Drafts of all annotations."""
    return _Converter(raw, header).convert()


class _Converter:
    def __init__(self, raw: RawDocument, header: Header) -> None:
        self.raw = raw
        self.schema = header.schema
        self.known: Readings = readings_of(header.schema)
        self.bound: dict[Reading, References] = {}
        stated = header.values.get("language")
        ordered = in_reading_order(raw)
        self.drafts = Drafts(
            ordered.raws,
            ordered.written,
            ordered.parents,
            Resolver(things_of(header.factbook), self.report_reference, "{}="),
            LikelyLanguage(raw.text) if not stated else None if is_english(stated) else stated,
            [],
        )

    def readings(self) -> list[Reading]:
        """A reading for each annotation; what is not known yet is read."""
        written = self.drafts.written.written
        found: list[Any] = list(map(self.known.get, written))
        if None in found:
            for number, reading in enumerate(found):
                if reading is None:
                    found[number] = self.known.get(written[number]) or self.reading(number, written[number])
        return found

    def convert(self) -> Drafts:
        """One pass over the annotations; what most of them need is done here, for speed."""
        text, bound, found = self.raw.text, self.bound, self.drafts
        found.readings = self.readings()
        add, waiting = found.drafts.append, found.waiting
        outer = iter((*found.parents, -1))  # what the next annotation is nested in: the first inside one comes next
        next(outer, None)
        columns = zip(found.readings, found.written.spans, outer, strict=True)
        for number, (reading, spans, parent_of_next) in enumerate(columns):
            plan = reading.plan
            if len(spans) == 1:
                [span] = spans
                draft = plan.draft(spans, text[span.start : span.end])
            else:
                draft = plan.draft(spans, " ".join([text[span.start : span.end] for span in spans]))
            add(draft)
            for name, value in reading.values:
                setattr(draft, name, value)
            waits = reading.waits or (plan.nests and parent_of_next == number)
            if reading.references:
                references = bound.get(reading) or self.bind(reading)
                for name, value in references.values:
                    setattr(draft, name, value)
                if references.others:
                    found.references[number] = references.others
                    waits = True
            if plan.reads_words:
                draft._language = found.language
                waits = waits or found.quotes_say_language  # of a quote around it, which comes before it
            if waits:
                waiting[number] = None
                if reading.is_noted:
                    self.note(number, reading)
            elif plan.is_plain:
                draft.__class__ = plan.cls
            else:
                freeze(draft, plan.cls)
        return found

    def note(self, number: int, reading: Reading) -> None:
        """Note what is to be looked at when all annotations are there."""
        if reading.id is not None:
            self.drafts.named.append(number)
        if reading.relates:
            self.drafts.relating.append(number)
        self.drafts.quotes_say_language |= reading.says_language
        self.drafts.quotes_say_when |= reading.says_when

    def bind(self, reading: Reading) -> References:
        """Find what the references of a reading are in this document."""
        found = References()
        for field, written in reading.references:
            value = self.drafts.resolver.made_already(field, written)
            if value is not None:
                found.values.append((field.name, value))
            else:
                found.others.append((field, written))
        self.bound[reading] = found
        return found

    def report_reference(self, code: ReaderCode, message: str, where: tuple[int, str], help: str | None = None) -> None:
        """Add a problem at an attribute of an annotation."""
        number, key = where
        self.report(code, message, number, key, help)

    def report(
        self, code: ReaderCode, message: str, number: int, key: str | None = None, help: str | None = None
    ) -> None:
        """Add a problem at an annotation, or at one of its attributes."""
        self.raw.findings.add(code, message, self.place(number, key), help=help)

    def place(self, number: int, key: str | None) -> Place:
        """The place of an annotation, or of one of its attributes."""
        return self.raw.origin.place(*self.drafts.raws[number].range_of(key))

    def reading(self, number: int, written: Written) -> Reading:
        """Read what is written of annotation `number`. It is kept where there is nothing to report about it."""
        before = len(self.raw.findings)
        plan = self.known.plans.get(written.kind) or self.plan(number, written)
        made = Reading(plan, written)
        if plan is _UNKNOWN:
            made.values += [("written_kind", written.kind or ""), ("extra", FrozenDict(written.values))]
            return made
        has_extra = bool(written.values or plan.required) and self.read_attributes(number, made)
        if written.is_shared and not has_extra and len(self.raw.findings) == before:
            self.known.keep(made)
        return made

    def plan(self, number: int, written: Written) -> KindPlan:
        """The plan of an annotation that says no kind, or one that is not known."""
        name = written.kind
        if name is None and "ref" in written.values:
            return self.known.plans["mention"]
        if name and not self.raw.is_foreign and name not in self.raw.own_kinds:
            close = kind_meant(name, self.schema.kinds) or nearest(name, self.schema.kinds)
            help = f"did you mean .{close}?" if close else f"the kinds are {', '.join(self.schema.kinds)}"
            self.report(ReaderCode.UNKNOWN_KIND, f"no kind is named {name!r}", number, None, help)
        elif not name and not self.raw.is_foreign and self.raw.own_attributes.isdisjoint(written.values):
            help = "give it a kind such as .claim, or ref=id for a mention"
            self.report(ReaderCode.UNKNOWN_KIND, "this span has neither a kind nor ref=", number, None, help)
        return _UNKNOWN

    def read_attributes(self, number: int, found: Reading) -> bool:
        """Read plain values, report what the kind does not know or lacks, and put references aside.

        Returns whether there are attributes that the kind does not know: what they are depends on the document.
        """
        extra: dict[str, Any] | None = None
        plan, values = found.plan, found.written.values
        fields = plan.fields
        for key, written in values.items():
            field = fields.get(key)
            if field is None:
                if key in RELATION_KEYS and plan.cls.RELATES:
                    found.relates = found.is_noted = found.waits = True
                else:
                    extra = extra or {}
                    extra[key] = written
            elif field.is_reference:
                found.references.append((field, written))
            else:
                found.values.append((field.name, read_field(field, written, self.refuse_value, number)))
                if field.types[0] is FieldType.TEXT and is_marked(written):
                    self.report_marks(number, key, written)
        if extra is not None:
            found.values.append(("extra", FrozenDict(extra)))
            if not self.raw.is_foreign:
                self.report_unknown(number, plan, extra)
        for field in plan.required:
            if field.key not in values or is_missing(field, values[field.key]):
                about = field.doc if field.doc not in (field.name, field.key) else field.describe()
                message = f"this {plan.name} lacks {field.key}="
                self.report(ReaderCode.MISSING_FIELD, message, number, None, f"{field.key} is {about}")
        return extra is not None

    def report_unknown(self, number: int, plan: KindPlan, extra: Mapping[str, Any]) -> None:
        """Report the attributes that the kind does not know."""
        known = plan.known_keys()
        kind = with_article(plan.name)
        for key in extra:
            if key not in self.raw.own_attributes:
                close = field_meant(key, known) or nearest(key, known)
                help = f"did you mean {close}=?" if close else f"{kind} takes {', '.join(known)}"
                self.report(ReaderCode.UNKNOWN_FIELD, f"{kind} has no field {key!r}", number, key, help)

    def refuse_value(self, field: Field, error: UnreadableValue, number: int) -> None:
        """Report a value that cannot be read."""
        place = self.place(number, field.key)
        if is_marked(error.raw) and place.words == f"{field.key}={error.raw}":
            error = type(error)(error.raw, without_marks(field.key, error.raw), error.kind)
        report_unreadable(self.raw.findings, field, error, place)

    def report_marks(self, number: int, key: str, written: Any) -> None:
        """Report a bare value between quotation marks that the notation does not know as such."""
        if self.place(number, key).words == f"{key}={written}":
            message = f"the quotation marks in {key}={written} are part of the value"
            self.report(ReaderCode.NEAR_MARKUP, message, number, key, without_marks(key, written))


@define
class _InOrder:
    """Annotations in reading order, with and without their places, and the numbers of what each is nested in."""

    raws: Sequence[RawAnnotation]
    written: WrittenAnnotations
    parents: tuple[int, ...]


def in_reading_order(raw: RawDocument) -> _InOrder:
    """Put the annotations in reading order, and find what each is nested in."""
    raws = raw.annotations
    written = raw.written if raw.written is not None else WrittenAnnotations.of(raws)
    if written.parents is not None:
        return _InOrder(raws, written, tuple(written.parents))
    nesting = nest(written.spans)
    order = nesting.order
    if order is not None:
        written = written.in_order(order)
        raws = raws.in_order(order) if isinstance(raws, LocatedLater) else [raws[number] for number in order]
    return _InOrder(raws, written, nesting.parents)


def is_marked(written: Any) -> bool:
    """Whether what is written is between curly or single quotation marks."""
    return (
        isinstance(written, str)
        and len(written) > 2
        and (written[0] == written[-1] == "'" or (written[0] in OTHER_MARKS and written[-1] in OTHER_MARKS))
    )


def without_marks(key: str, written: str) -> str:
    """The help for a value between quotation marks that are part of it."""
    return f'write {key}="{written[1:-1]}", with straight double quotation marks'
