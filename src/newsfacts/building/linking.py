"""The fourth step: what ids refer to, what nesting means, and what annotations say about each other. Drafts become objects."""

from __future__ import annotations

import functools
from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from newsfacts import model
from newsfacts.building.drafts import RELATION_KEYS, Drafts, Reading
from newsfacts.building.field_values import split_list
from newsfacts.building.header import Header
from newsfacts.building.roles import collect_nested
from newsfacts.findings import ReaderCode
from newsfacts.immutable import freeze, frozen
from newsfacts.model import Annotation, LikelyLanguage, Relation, settled
from newsfacts.raw import RawDocument
from newsfacts.schema.kinds import Field, FieldType
from newsfacts.text.suggestions import Names, with_article
from newsfacts.values.languages import is_english

if TYPE_CHECKING:
    from newsfacts.building.time_places import TimePlaces

__all__ = ["Linked", "link"]

_NOTHING: frozenset[str] = frozenset()


@frozen(kw_only=True)
class Linked:
    """The annotations in reading order, the number of what each is nested in (-1 for nothing), and the relations.

    `language` is what the words of the document are read in.
    """

    annotations: tuple[Annotation, ...]
    parents: tuple[int, ...]
    relations: tuple[Relation, ...]
    language: str | LikelyLanguage | None


def link(drafts: Drafts, raw: RawDocument, header: Header) -> Linked:
    """Freeze every draft after all that it refers to and all that is nested in it."""
    linker = _Linker(drafts, raw, header)
    linker.collect_ids()
    for number in reversed(list(drafts.waiting)):
        if number in linker.waiting:
            linker.make_number(number)
    linked = Linked(
        annotations=tuple(drafts.drafts),
        parents=drafts.parents,
        relations=tuple(linker.relations()),
        language=drafts.language,
    )
    drafts.resolver.close()
    return linked


class _Linker:
    """Also the `Things` that references to annotations may name."""

    def __init__(self, drafts: Drafts, raw: RawDocument, header: Header) -> None:
        self.drafts = drafts
        self.readings = drafts.readings
        self.raw = raw
        self.header = header
        self.parents = drafts.parents
        self.nested = collect_nested([reading.plan.part for reading in self.readings], drafts.parents)
        self.numbers: dict[str, int] = {}
        self.objects = drafts.drafts
        self.waiting = drafts.waiting
        self.resolver = drafts.resolver
        self.resolver.things[FieldType.ANNOTATION] = self
        self.languages_of_quotes: Sequence[str | None] = self.quote_languages() if drafts.quotes_say_language else ()

    @functools.cached_property
    def places(self) -> TimePlaces:
        """What gives the times of the document what they need of their place; imported where there are times."""
        from newsfacts.building.time_places import TimePlaces

        return TimePlaces(self.drafts, self.parents, self.raw.text, self.header)

    def collect_ids(self) -> None:
        """Number the annotations by id; of two with the same id the first counts."""
        for number in self.drafts.named:
            id = self.objects[number].id
            first = self.numbers.setdefault(id, number)
            if first != number:
                where = self.raw.origin.place(*self.drafts.raws[first].range_of("id")).position
                message = f"the id {id!r} is already taken, on line {where.line}"
                self.resolver.report(ReaderCode.DUPLICATE_ID, message, (number, "id"), "give one of the two another id")

    # -- annotations as things that references name
    def fits(self, id: str, field: Field) -> bool:
        number = self.numbers.get(id)
        return number is not None and issubclass(self.readings[number].plan.cls, field.targets)

    def get(self, id: str) -> Any:
        number = self.numbers[id]
        return None if number in self.waiting else self.objects[number]

    def key(self, id: str) -> Hashable:
        return self.numbers[id]

    def make(self, id: str) -> Annotation:
        return self.make_number(self.numbers[id])

    def name_of(self, id: str) -> str | None:
        number = self.numbers.get(id)
        return None if number is None else with_article(self.readings[number].plan.name or "span of an unknown kind")

    def ids(self, field: Field) -> Iterable[str]:
        return [id for id in self.numbers if self.fits(id, field)]

    # -- one annotation
    def make_number(self, number: int) -> Annotation:
        """Make annotation `number`, after all that it needs."""
        reading = self.readings[number]
        plan = reading.plan
        draft: Any = self.objects[number]
        has_parts = plan.nests and number in self.nested
        references = self.drafts.references.get(number)
        if references is not None or has_parts:
            self.resolver.making.append(number)
            for field, written in references or ():
                setattr(draft, field.name, self.resolver.resolve(field, written, (number, field.key)))
            if has_parts:
                self.fill_from_nesting(number, reading, draft)
            self.resolver.making.pop()
        if plan.reads_words and self.languages_of_quotes:
            draft._language = self.language_at(number)
        if plan.is_time:
            self.places.fill(number, draft)
        if plan.is_plain:
            draft.__class__ = plan.cls
        else:
            freeze(draft, plan.cls)
        del self.waiting[number]
        made: Annotation = draft
        return made

    def fill_from_nesting(self, number: int, reading: Reading, draft: Any) -> None:
        """The fields that come from what is nested in an annotation, but for those that are written."""
        part, fields, values = reading.plan.part, reading.plan.fields, reading.written.values
        written = {fields[key].name for key in values if key in fields} if values else _NOTHING
        if part.is_attribution:
            objects, waiting = self.objects, self.waiting
            for field, numbers in self.nested.roles.get(number, {}).items():
                if field in written:
                    continue
                if len(numbers) == 1 and numbers[0] not in waiting:  # by far the most frequent case
                    setattr(draft, field, (objects[numbers[0]],))
                else:
                    setattr(draft, field, self.inside(numbers))
        elif part.is_mention:
            if number in self.nested.inner:
                inner = draft.inner = self.inside(self.nested.inner[number])
                if "ref" not in written and inner:
                    english = is_english(settled(self.language_at(number)))
                    from newsfacts.building.heads import heads_among  # few sources are described by others

                    heads = heads_among(draft.spans, draft.text, inner, english=english)
                    draft.heads = tuple(inner[head] for head in heads.numbers)
        else:
            found = self.inside(self.nested.items.get(number, ()))
            draft.items = tuple([item for item in found if isinstance(item, model.Item)]) or found

    def inside(self, numbers: Sequence[int]) -> tuple[Any, ...]:
        """What is nested in an annotation, without what refers back to it; that has been reported."""
        objects, waiting = self.objects, self.waiting
        found = []
        for number in numbers:
            if number not in waiting:
                found.append(objects[number])
            elif number not in self.resolver.making:
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
        return self.drafts.language if lang is None else None if is_english(lang) else lang

    # -- relations
    def relations(self) -> Iterable[Relation]:
        """What annotations say about each other."""
        for number in self.drafts.relating:
            for key, written in self.readings[number].written.values.items():
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
