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
from newsfacts.raw import RawAnnotation, RawAttribute, RawDocument
from newsfacts.schema.kinds import Field, FieldType, Kind, Schema
from newsfacts.text.nesting import nest
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


@define
class Drafts:
    """The annotations in the making, by number in reading order: as written, their kinds, and their drafts.

    `parents` are the numbers of what each is nested in; see `text.nesting`. `objects` are those that are made already,
    and `waiting` the numbers of the others. `named` are the numbers of those with an id, and `relating` of those that say
    something about others. `references` are the fields that refer to more than the factbook, of the annotations that have
    such fields. `quotes_say_language` is whether a quote has a `lang`, and `language` what the words of the document are
    read in; None is English.
    """

    raws: Sequence[RawAnnotation]
    parents: tuple[int, ...]
    resolver: Resolver
    language: str | LikelyLanguage | None
    plans: list[KindPlan] = attrs.field(factory=list)
    drafts: list[Any] = attrs.field(factory=list)
    objects: list[Any] = attrs.field(factory=list)
    waiting: list[int] = attrs.field(factory=list)
    named: list[int] = attrs.field(factory=list)
    relating: list[int] = attrs.field(factory=list)
    references: dict[int, list[tuple[Field, RawAttribute]]] = attrs.field(factory=dict)
    quotes_say_language: bool = False


def convert_fields(raw: RawDocument, header: Header) -> Drafts:
    """Drafts of all annotations."""
    return _Converter(raw, header).convert()


class _Converter:
    def __init__(self, raw: RawDocument, header: Header) -> None:
        self.raw = raw
        self.schema = header.schema
        self.plans: Mapping[str | None, KindPlan] = plans_of(header.schema)
        nesting = nest(raw.annotations)
        stated = header.values.get("language")
        self.drafts = Drafts(
            nesting.annotations,
            nesting.parents,
            Resolver(things_of(header.factbook), self.report_reference, "{}="),
            LikelyLanguage(raw.text) if not stated else None if is_english(stated) else stated,
        )

    def convert(self) -> Drafts:
        """One pass over the annotations; what most of them need is done here, for speed."""
        text, known, found = self.raw.text, self.plans, self.drafts
        plans, drafts, objects, waiting = found.plans, found.drafts, found.objects, found.waiting
        outer = iter((*found.parents, -1))  # what the next annotation is nested in: the first inside one comes next
        next(outer, None)
        for number, (raw, parent_of_next) in enumerate(zip(found.raws, outer, strict=True)):
            plan = known.get(raw.kind) or self.plan(raw)
            spans = raw.spans
            if len(spans) == 1:
                [span] = spans
                draft = plan.draft(spans, text[span.start : span.end])
            else:
                draft = plan.draft(spans, " ".join([text[span.start : span.end] for span in spans]))
            waits = plan.is_time or (plan.nests and parent_of_next == number)
            if plan.reads_words:
                draft._language = found.language
                waits = waits or found.quotes_say_language  # of a quote around it, which comes before it
            if raw.id is not None:
                draft.id = raw.id.value
                found.named.append(number)
                waits = True  # for what refers to it: how long a chain of references is shows when it is made
            if plan is _UNKNOWN:
                draft.written_kind = raw.kind or ""
                draft.extra = FrozenDict({key: attribute.value for key, attribute in raw.attributes.items()})
            elif raw.attributes or plan.required:
                waits = self.read_attributes(number, raw, plan, draft) or waits
            plans.append(plan)
            drafts.append(draft)
            if waits:
                waiting.append(number)
                objects.append(None)
            else:
                if plan.is_plain:
                    draft.__class__ = plan.cls
                else:
                    freeze(draft, plan.cls)
                objects.append(draft)
        return found

    def report_reference(self, code: ReaderCode, message: str, where: tuple[int, str], help: str | None = None) -> None:
        """Add a problem at an attribute of an annotation."""
        number, key = where
        self.report(code, message, self.drafts.raws[number], key, help)

    def report(
        self, code: ReaderCode, message: str, raw: RawAnnotation, key: str | None = None, help: str | None = None
    ) -> None:
        """Add a problem at an annotation, or at one of its attributes."""
        self.raw.findings.add(code, message, self.raw.origin.place(*raw.range_of(key)), help=help)

    def plan(self, raw: RawAnnotation) -> KindPlan:
        """The plan of an annotation that says no kind, or one that is not known."""
        name = raw.kind
        if name is None and "ref" in raw.attributes:
            return self.plans["mention"]
        if name and not self.raw.is_foreign and name not in self.raw.own_kinds:
            close = kind_meant(name, self.schema.kinds) or nearest(name, self.schema.kinds)
            help = f"did you mean .{close}?" if close else f"the kinds are {', '.join(self.schema.kinds)}"
            self.report(ReaderCode.UNKNOWN_KIND, f"no kind is named {name!r}", raw, None, help)
        elif not name and not self.raw.is_foreign and self.raw.own_attributes.isdisjoint(raw.attributes):
            help = "give it a kind such as .claim, or ref=id for a mention"
            self.report(ReaderCode.UNKNOWN_KIND, "this span has neither a kind nor ref=", raw, None, help)
        return _UNKNOWN

    def read_attributes(self, number: int, raw: RawAnnotation, plan: KindPlan, draft: Any) -> bool:
        """Read plain values, report what the kind does not know or lacks, and put references aside; whether there are any."""
        references: list[tuple[Field, RawAttribute]] | None = None
        extra: dict[str, Any] | None = None
        fields, resolver = plan.fields, self.drafts.resolver
        for key, attribute in raw.attributes.items():
            field = fields.get(key)
            written = attribute.value
            if field is None:
                if key in RELATION_KEYS and plan.cls.RELATES:
                    if self.drafts.relating[-1:] != [number]:
                        self.drafts.relating.append(number)
                else:
                    extra = extra or {}
                    extra[key] = written
            elif field.is_reference:
                value = resolver.made_already(field, written)
                if value is not None:
                    setattr(draft, field.name, value)
                else:
                    references = references or []
                    references.append((field, attribute))
            else:
                setattr(draft, field.name, read_field(field, written, self.refuse_value, raw))
                if field.types[0] is FieldType.TEXT and is_marked(written):
                    self.report_marks(raw, key, attribute)
        if plan.is_quote and "lang" in raw.attributes:
            self.drafts.quotes_say_language = True
        if extra is not None:
            draft.extra = FrozenDict(extra)
            if not self.raw.is_foreign:
                self.report_unknown(raw, plan, extra)
        for field in plan.required:
            if field.key not in raw.attributes or is_missing(field, raw.attributes[field.key].value):
                about = field.doc if field.doc not in (field.name, field.key) else field.describe()
                message = f"this {plan.name} lacks {field.key}="
                self.report(ReaderCode.MISSING_FIELD, message, raw, None, f"{field.key} is {about}")
        if references is not None:
            self.drafts.references[number] = references
        return references is not None

    def report_unknown(self, raw: RawAnnotation, plan: KindPlan, extra: Mapping[str, Any]) -> None:
        """Report the attributes that the kind does not know."""
        known = plan.known_keys()
        kind = with_article(plan.name)
        for key in extra:
            if key not in self.raw.own_attributes:
                close = field_meant(key, known) or nearest(key, known)
                help = f"did you mean {close}=?" if close else f"{kind} takes {', '.join(known)}"
                self.report(ReaderCode.UNKNOWN_FIELD, f"{kind} has no field {key!r}", raw, key, help)

    def refuse_value(self, field: Field, error: UnreadableValue, raw: RawAnnotation) -> None:
        """Report a value that cannot be read."""
        place = self.raw.origin.place(*raw.range_of(field.key))
        if is_marked(error.raw) and place.words == f"{field.key}={error.raw}":
            error = type(error)(error.raw, without_marks(field.key, error.raw), error.kind)
        report_unreadable(self.raw.findings, field, error, place)

    def report_marks(self, raw: RawAnnotation, key: str, attribute: RawAttribute) -> None:
        """Report a bare value between quotation marks that the notation does not know as such."""
        if self.raw.origin.place(*raw.range_of(key)).words == f"{key}={attribute.value}":
            message = f"the quotation marks in {key}={attribute.value} are part of the value"
            self.report(ReaderCode.NEAR_MARKUP, message, raw, key, without_marks(key, attribute.value))


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


@functools.lru_cache(maxsize=16)
def plans_of(schema: Schema) -> Mapping[str | None, KindPlan]:
    """The plans of a schema's kinds, made once per schema."""
    return {name: KindPlan(kind) for name, kind in schema.kinds.items()}
