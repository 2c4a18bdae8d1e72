"""The third step: the kind of each annotation and the values of its fields. What ids of annotations refer to is found in the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newsfacts.building.field_values import is_missing, read_field, report_unreadable, split_list
from newsfacts.building.header import Header
from newsfacts.building.readings import (
    RELATION_KEYS,
    UNKNOWN_KIND,
    KindPlan,
    Reading,
    Readings,
    Reference,
    Values,
    readings_of,
)
from newsfacts.building.references import made_already
from newsfacts.errors import UnreadableValue
from newsfacts.findings import ReaderCode
from newsfacts.immutable import FrozenDict, define
from newsfacts.model import LikelyLanguage
from newsfacts.raw import LocatedLater, RawAnnotation, RawDocument, Written, WrittenAnnotations
from newsfacts.schema.kinds import Field, FieldType
from newsfacts.text.nesting import nest
from newsfacts.text.source import Place
from newsfacts.text.spans import Span
from newsfacts.text.suggestions import OTHER_MARKS, nearest, with_article
from newsfacts.text.synonyms import field_meant, kind_meant
from newsfacts.values.languages import is_english

__all__ = ["Fields", "read_fields"]


class AnnotationProblems:
    """Reports what is wrong with annotations, which are in reading order: their places are looked for only then."""

    __slots__ = ("raw", "raws")

    def __init__(self, raw: RawDocument, raws: Sequence[RawAnnotation]) -> None:
        self.raw: RawDocument = raw
        self.raws: Sequence[RawAnnotation] = raws

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
        return self.raw.origin.place(*self.raws[number].range_of(key))


@define
class Fields:
    """What is written of the annotations, in reading order, and the reading of each.

    `raws` are the annotations with their places; `parents` are the numbers of what each is nested in (see `text.nesting`);
    `words` are their words. `language` is what the words of the document are read in; None is English.
    """

    raws: Sequence[RawAnnotation]
    written: WrittenAnnotations
    parents: tuple[int, ...]
    words: Sequence[str]
    problems: AnnotationProblems
    language: str | LikelyLanguage | None
    readings: Sequence[Reading] = ()


def read_fields(raw: RawDocument, header: Header) -> Fields:
    """Read what is written of all annotations."""
    return _FieldReader(raw, header).read()


class _FieldReader:
    def __init__(self, raw: RawDocument, header: Header) -> None:
        self.raw = raw
        self.schema = header.schema
        self.known: Readings = readings_of(header.schema)
        stated = header.values.get("language")
        in_head = (("reference", header.values.get("published")), ("zone", header.values.get("timezone")))
        self.of_times: Values = [(name, value) for name, value in in_head if value is not None]
        self.factbook = header.factbook
        ordered = in_reading_order(raw)
        self.problems = AnnotationProblems(raw, ordered.raws)
        self.fields = Fields(
            ordered.raws,
            ordered.written,
            ordered.parents,
            words_at(ordered.written.spans, raw.text),
            self.problems,
            LikelyLanguage(raw.text) if not stated else None if is_english(stated) else stated,
        )

    def read(self) -> Fields:
        """Find a reading for each annotation; what is not known yet is read."""
        written = self.fields.written.written
        known = self.known.get
        bound = {one: self.bind(reading) for one in set(written) if (reading := known(one)) is not None}
        found: list[Any] = list(map(bound.get, written))
        if None in found:
            for number, reading in enumerate(found):
                if reading is None:
                    found[number] = bound.get(written[number]) or self.read_new(number, written[number], bound)
        self.fields.readings = found
        return self.fields

    def read_new(self, number: int, written: Written, bound: dict[Written, Reading]) -> Reading:
        """Read what is written of annotation `number`. It is kept where there is nothing to report about it."""
        before = len(self.raw.findings)
        plan = self.known.plans.get(written.kind) or self.plan(number, written)
        made = Reading.of(plan, written)
        if plan is UNKNOWN_KIND:
            made.values += [("written_kind", written.kind or ""), ("extra", FrozenDict(written.values))]
            return made
        has_extra = bool(written.values or plan.required) and self.read_attributes(number, made)
        found = self.bind(made)
        if written.is_shared and not has_extra and len(self.raw.findings) == before:
            self.known.keep(made)
            bound[written] = found
        return found

    def bind(self, reading: Reading) -> Reading:
        """The reading in this document: with what its references to the factbook are, the language and the day."""
        plan = reading.plan
        if not (reading.references or plan.reads_words):
            return reading
        values = reading.values.copy()
        if plan.reads_words:
            values.append(("_language", self.fields.language))
        if plan.is_time:
            values += self.of_times
        others: list[Reference] = []
        for reference in reading.references:
            value = made_already(self.factbook, reference.field, reference.ids)
            if value is not None:
                values.append((reference.field.name, value))
            else:
                others.append(reference)
        is_whole = reading.is_whole and not others
        return Reading(plan, reading.written, values, others, is_noted=reading.is_noted, is_whole=is_whole)

    def plan(self, number: int, written: Written) -> KindPlan:
        """The plan of an annotation that says no kind, or one that is not known."""
        name = written.kind
        if name is None and "ref" in written.values:
            return self.known.plans["mention"]
        if name and not self.raw.is_foreign and name not in self.raw.own_kinds:
            close = kind_meant(name, self.schema.kinds) or nearest(name, self.schema.kinds)
            help = f"did you mean .{close}?" if close else f"the kinds are {', '.join(self.schema.kinds)}"
            self.problems.report(ReaderCode.UNKNOWN_KIND, f"no kind is named {name!r}", number, None, help)
        elif not name and not self.raw.is_foreign and self.raw.own_attributes.isdisjoint(written.values):
            help = "give it a kind such as .claim, or ref=id for a mention"
            self.problems.report(ReaderCode.UNKNOWN_KIND, "this span has neither a kind nor ref=", number, None, help)
        return UNKNOWN_KIND

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
                    found.is_noted = True
                else:
                    extra = extra or {}
                    extra[key] = written
            elif field.is_reference:
                found.references.append(Reference(field, written, tuple(split_list(written))))
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
                self.problems.report(ReaderCode.MISSING_FIELD, message, number, None, f"{field.key} is {about}")
        return extra is not None

    def report_unknown(self, number: int, plan: KindPlan, extra: Mapping[str, Any]) -> None:
        """Report the attributes that the kind does not know."""
        known = plan.known_keys()
        kind = with_article(plan.name)
        for key in extra:
            if key not in self.raw.own_attributes:
                close = field_meant(key, known) or nearest(key, known)
                help = f"did you mean {close}=?" if close else f"{kind} takes {', '.join(known)}"
                self.problems.report(ReaderCode.UNKNOWN_FIELD, f"{kind} has no field {key!r}", number, key, help)

    def refuse_value(self, field: Field, error: UnreadableValue, number: int) -> None:
        """Report a value that cannot be read."""
        place = self.problems.place(number, field.key)
        if is_marked(error.raw) and place.words == f"{field.key}={error.raw}":
            error = type(error)(error.raw, without_marks(field.key, error.raw), error.kind)
        report_unreadable(self.raw.findings, field, error, place)

    def report_marks(self, number: int, key: str, written: Any) -> None:
        """Report a bare value between quotation marks that the notation does not know as such."""
        if self.problems.place(number, key).words == f"{key}={written}":
            message = f"the quotation marks in {key}={written} are part of the value"
            self.problems.report(ReaderCode.NEAR_MARKUP, message, number, key, without_marks(key, written))


def words_at(places: Sequence[tuple[Span, ...]], text: str) -> list[str]:
    """The words of each annotation; one space is between those of its fragments."""
    try:
        return [text[span.start : span.end] for [span] in places]
    except ValueError:  # not every one has one span
        return [" ".join([text[span.start : span.end] for span in spans]) for spans in places]


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
