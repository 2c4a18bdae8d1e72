"""The fourth step: annotations are made, after all that they refer to and all that is nested in them.

An annotation in the making is a draft: an object of its class that may still be changed.
"""

from __future__ import annotations

import functools
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from newsfacts import model
from newsfacts.building.field_values import split_list
from newsfacts.building.fields import Fields
from newsfacts.building.header import Header
from newsfacts.building.readings import RELATION_KEYS, Reading
from newsfacts.building.references import MAX_CHAIN, Resolver, things_of
from newsfacts.building.roles import collect_nested
from newsfacts.building.time_places import TimePlaces, depends_on_place
from newsfacts.findings import ReaderCode
from newsfacts.immutable import FrozenDict, freeze, frozen, maker
from newsfacts.model import Annotation, LikelyLanguage, Relation, settled
from newsfacts.raw import RawDocument
from newsfacts.schema.kinds import Field, FieldType
from newsfacts.text.suggestions import Names, with_article
from newsfacts.values.languages import is_english

__all__ = ["Linked", "link"]

_NOTHING: frozenset[str] = frozenset()
_NO_FIELDS: Mapping[str, Sequence[int]] = FrozenDict()


@frozen(kw_only=True)
class Linked:
    """The annotations in reading order, the number of what each is nested in (-1 for nothing), and the relations.

    `language` is what the words of the document are read in.
    """

    annotations: tuple[Annotation, ...]
    parents: tuple[int, ...]
    relations: tuple[Relation, ...]
    language: str | LikelyLanguage | None


_new_linked = maker(Linked)


def link(fields: Fields, raw: RawDocument, header: Header) -> Linked:
    """Make all annotations, and the relations between them."""
    linker = _Linker(fields, raw, header)
    linker.make_all()
    linked = _new_linked(
        annotations=tuple(linker.objects),
        parents=fields.parents,
        relations=tuple(linker.relations()),
        language=fields.language,
    )
    linker.close()
    return linked


class _Linker:
    """Also the `Things` that references to annotations may name."""

    def __init__(self, fields: Fields, raw: RawDocument, header: Header) -> None:
        self.fields = fields
        self.readings = fields.readings
        self.raw = raw
        self.header = header
        self.parents = fields.parents
        self.nested = collect_nested([reading.plan.part for reading in self.readings], fields.parents)
        self.objects: list[Any] = [None] * len(self.readings)
        self.making: list[Hashable] = []
        """The numbers of what is being made, each needed by the one before."""
        self.made_resolver: Resolver | None = None
        self.numbers: dict[str, int] = {}
        self.noted = [number for number, reading in enumerate(self.readings) if reading.is_noted]
        self.languages_of_quotes: Sequence[str | None] = ()
        self.quotes_say_when = False
        self.collect_ids()
        quotes = [reading for number in self.noted if (reading := self.readings[number]).plan.is_quote]
        if quotes:
            self.look_at_quotes(quotes)

    @property
    def resolver(self) -> Resolver:
        """What resolves references to annotations, and those with anything wrong: many documents have none."""
        if self.made_resolver is None:
            things = things_of(self.header.factbook)
            things[FieldType.ANNOTATION] = self
            self.made_resolver = Resolver(things, self.fields.problems.report_reference, "{}=", self.making)
        return self.made_resolver

    def close(self) -> None:
        """Let go of what refers to this (see `Resolver.close`)."""
        if self.made_resolver is not None:
            self.made_resolver.close()

    @functools.cached_property
    def places(self) -> TimePlaces:
        """What gives the times of the document what they need of their place."""
        return TimePlaces(self.fields, self.raw.text, self.header, quotes_say_when=self.quotes_say_when)

    def look_at_quotes(self, quotes: Sequence[Reading]) -> None:
        """Take down what matters to the counts and times in quotes: that some say their day, or their language."""
        self.quotes_say_when = any(reading.says("said") for reading in quotes)
        if any(reading.says("lang") for reading in quotes):
            self.languages_of_quotes = self.quote_languages()
            for reading in self.readings:
                if reading.plan.reads_words:  # of which there is one for this document
                    reading.is_whole = False

    def collect_ids(self) -> None:
        """Number the annotations by id; of two with the same id the first counts."""
        for number in self.noted:
            id = self.readings[number].written.id
            first = number if id is None else self.numbers.setdefault(id, number)
            if first != number:
                where = self.raw.origin.place(*self.fields.raws[first].range_of("id")).position
                message = f"the id {id!r} is already taken, on line {where.line}"
                self.fields.problems.report(
                    ReaderCode.DUPLICATE_ID, message, number, "id", "give one of the two another id"
                )

    # -- annotations as things that references name
    def fits(self, id: str, field: Field) -> bool:
        number = self.numbers.get(id)
        return number is not None and issubclass(self.readings[number].plan.cls, field.targets)

    def get(self, id: str) -> Any:
        return self.objects[self.numbers[id]]

    def key(self, id: str) -> Hashable:
        return self.numbers[id]

    def make(self, id: str) -> Annotation:
        number = self.numbers[id]
        inside = self.waiting_inside(number)
        if len(inside) > MAX_CHAIN:  # perhaps so deep that the stack would not do for one within the other
            for inner in reversed(inside):
                if self.objects[inner] is None and inner not in self.making:
                    self.make_number(inner)
        return self.make_number(number)

    def waiting_inside(self, number: int) -> list[int]:
        """What is nested in an annotation at any depth and is not made yet, outer before inner."""
        found = {number: None}
        waiting = [number]
        for outer in waiting:
            for numbers in self.nested.get(outer, _NO_FIELDS).values():
                new = [inner for inner in numbers if self.objects[inner] is None and inner not in found]
                found.update(dict.fromkeys(new))
                waiting += new
        return waiting[1:]

    def name_of(self, id: str) -> str | None:
        number = self.numbers.get(id)
        return None if number is None else with_article(self.readings[number].plan.name or "span of an unknown kind")

    def ids(self, field: Field) -> Iterable[str]:
        return [id for id in self.numbers if self.fits(id, field)]

    # -- the annotations
    def make_all(self) -> None:
        """Make the annotations from the last one on, so that what is nested in one is there. What most need is done here, for speed."""
        objects, nested, readings = self.objects, self.nested, self.readings
        spans, words = self.fields.written.spans, self.fields.words
        for number in range(len(readings) - 1, -1, -1):
            if objects[number] is not None:
                continue
            reading, inside = readings[number], nested.get(number)
            if reading.is_whole and (inside is None or reading.takes_roles):
                draft = reading.draft(spans[number], words[number])
                for name, value in reading.values:
                    setattr(draft, name, value)
                if inside is not None:
                    self.fill_roles(draft, inside)
                draft.__class__ = reading.cls
                objects[number] = draft
            else:
                self.make_number(number)

    def make_number(self, number: int) -> Annotation:
        """Make annotation `number`, after all that it needs."""
        reading = self.readings[number]
        plan = reading.plan
        draft = reading.draft(self.fields.written.spans[number], self.fields.words[number])
        for name, value in reading.values:
            setattr(draft, name, value)
        nested = self.nested.get(number)
        if nested is not None or reading.references:
            self.making.append(number)
            for reference in reading.references:
                field = reference.field
                setattr(draft, field.name, self.resolver.resolve(field, reference.written, (number, field.key)))
            if nested is not None:
                self.fill_from_nesting(number, reading, draft, nested)
            self.making.pop()
        if plan.reads_words and self.languages_of_quotes:
            draft._language = self.language_at(number)
        if plan.is_time and (self.quotes_say_when or depends_on_place(draft.text)):
            self.places.fill(number, draft)
        if plan.is_plain:
            draft.__class__ = reading.cls
        else:
            freeze(draft, reading.cls)
        self.objects[number] = draft
        made: Annotation = draft
        return made

    def fill_from_nesting(self, number: int, reading: Reading, draft: Any, nested: Mapping[str, Sequence[int]]) -> None:
        """The fields that come from what is nested in an annotation, but for those that are written."""
        part, fields, values = reading.plan.part, reading.plan.fields, reading.written.values
        written = {fields[key].name for key in values if key in fields} if values else _NOTHING
        if part.is_attribution:
            self.fill_roles(draft, {field: numbers for field, numbers in nested.items() if field not in written})
        elif part.is_mention:
            inner = draft.inner = self.inside(nested["inner"])
            if "ref" not in written and inner:
                english = is_english(settled(self.language_at(number)))
                from newsfacts.building.heads import heads_among  # few sources are described by others

                heads = heads_among(draft.spans, draft.text, inner, english=english)
                draft.heads = tuple(inner[head] for head in heads.numbers)
        else:
            found = self.inside(nested["items"])
            draft.items = tuple([item for item in found if isinstance(item, model.Item)]) or found

    def fill_roles(self, draft: Any, nested: Mapping[str, Sequence[int]]) -> None:
        """The fields of an attribution that come from what is nested in it."""
        objects = self.objects
        for field, numbers in nested.items():
            first = objects[numbers[0]] if len(numbers) == 1 else None  # by far the most frequent case
            setattr(draft, field, (first,) if first is not None else self.inside(numbers))

    def inside(self, numbers: Sequence[int]) -> tuple[Any, ...]:
        """What is nested in an annotation, without what refers back to it; that has been reported."""
        found = []
        for number in numbers:
            if self.objects[number] is not None:
                found.append(self.objects[number])
            elif number not in self.making:
                found.append(self.make_number(number))
        return tuple(found)

    # -- the language of the words
    def quote_languages(self) -> Sequence[str | None]:
        """For each annotation the `lang` of the innermost quote that it is or is in."""
        found: list[str | None] = []
        for reading, outer in zip(self.readings, self.parents, strict=True):
            lang = reading.written.values.get("lang") if reading.plan.is_quote else None
            found.append(str(lang) if lang is not None else found[outer] if outer >= 0 else None)
        return found

    def language_at(self, number: int) -> str | LikelyLanguage | None:
        """What the words of annotation `number` are read in; None is English."""
        lang = self.languages_of_quotes[number] if self.languages_of_quotes else None
        return self.fields.language if lang is None else None if is_english(lang) else lang

    # -- relations
    def relations(self) -> Iterable[Relation]:
        """What annotations say about each other."""
        for number in self.noted:
            reading = self.readings[number]
            for key, written in reading.written.values.items() if reading.plan.cls.RELATES else ():
                if key in RELATION_KEYS:
                    for id in split_list(written):
                        target = self.numbers.get(id)
                        if target is not None and self.readings[target].plan.cls.RELATES:
                            yield Relation(RELATION_KEYS[key], self.objects[number], self.objects[target])
                        else:
                            self.refuse_relation(id, number, key)

    def refuse_relation(self, id: str, number: int, key: str) -> None:
        """Report a relation to something that takes no part in relations."""
        self.resolver.refuse((), id, (number, key), key, "the id of a claim, a quote or a count", lambda: self.relating)

    @functools.cached_property
    def relating(self) -> Names:
        """The ids of what takes part in relations."""
        return Names(id for id, number in self.numbers.items() if self.readings[number].plan.cls.RELATES)
