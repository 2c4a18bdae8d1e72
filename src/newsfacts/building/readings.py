"""What is written of annotations, read as far as it says the same in every document: their kind, and values of fields.

The same few words, such as `{.cue}` or `{.count of=cracks}`, come again and again in a corpus. They are read once.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

from newsfacts import model
from newsfacts.building.roles import Part, part_of
from newsfacts.immutable import FrozenDict, draft_maker, frozen, is_plain
from newsfacts.model import Annotation, RelationKind, UnknownKind
from newsfacts.raw import Written
from newsfacts.schema.kinds import Field, Kind, Schema
from newsfacts.text.spans import Span

__all__ = ["RELATION_KEYS", "UNKNOWN_KIND", "KindPlan", "Reading", "Readings", "Reference", "Values", "readings_of"]

RELATION_KEYS: Mapping[str, RelationKind] = FrozenDict({str(kind.value): kind for kind in RelationKind})

Values = list[tuple[str, Any]]
References = list["Reference"]
Draft = Callable[[tuple[Span, ...], str], Any]
"""Makes a draft of an annotation with these spans and these words."""


@frozen
class Reference:
    """A field that refers to something, what is written in it, and the ids in that."""

    field: Field
    written: str | list[str]
    ids: tuple[str, ...]


class KindPlan:
    """What is needed to make annotations of a kind, looked up once per kind and not once per annotation."""

    __slots__ = (
        "cls",
        "fields",
        "is_plain",
        "is_quote",
        "is_time",
        "made_draft",
        "name",
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
        self.is_time: bool = issubclass(kind.cls, model.Time)
        self.reads_words: bool = self.is_time or issubclass(kind.cls, model.Count)
        self.is_quote: bool = issubclass(kind.cls, model.Quote)
        self.is_plain: bool = is_plain(kind.cls)
        self.made_draft: Draft | None = None

    @property
    def draft(self) -> Draft:
        """What makes drafts of the kind, made when the first is needed: few documents have all kinds."""
        if self.made_draft is None:
            self.made_draft = draft_maker(self.cls, "spans", "text")
        return self.made_draft

    def known_keys(self) -> list[str]:
        """The keys that may be written."""
        return [*self.fields, *(RELATION_KEYS if self.cls.RELATES else ())]


UNKNOWN_KIND = KindPlan(Kind(name="", cls=UnknownKind, fields={}))


class Reading:
    """What is written of annotations, read: the class, what makes a draft of it, and the `values` of its fields.

    `references` are the fields that refer to something. `is_noted` is whether there is an id, or anything that matters to other
    annotations. `is_whole` is whether a draft with these values lacks nothing but what is nested in it, and `takes_roles` whether all of that has a role in it.
    """

    __slots__ = ("cls", "draft", "is_noted", "is_whole", "plan", "references", "takes_roles", "values", "written")

    def __init__(
        self,
        plan: KindPlan,
        written: Written,
        values: Values,
        references: References,
        *,
        is_noted: bool,
        is_whole: bool,
    ) -> None:
        self.plan: KindPlan = plan
        self.cls: type[Annotation] = plan.cls
        self.draft: Draft = plan.made_draft or plan.draft
        self.written: Written = written
        self.values: Values = values
        self.references: References = references
        self.is_noted: bool = is_noted
        self.is_whole: bool = is_whole
        self.takes_roles: bool = plan.part.is_attribution and not written.values

    @classmethod
    def of(cls, plan: KindPlan, written: Written) -> Reading:
        """The reading of an annotation whose attributes have not been read."""
        id = written.id
        made = cls(plan, written, [], [], is_noted=id is not None, is_whole=plan.is_plain and not plan.is_time)
        if id is not None:
            made.values.append(("id", id))
        made.is_noted |= made.says("lang") or made.says("said")
        return made

    def says(self, key: str) -> bool:
        """Whether an attribute of a quote, such as its language, is written."""
        return self.plan.is_quote and key in self.written.values

    def value_of(self, name: str) -> Any:
        """The value of a field; None where it is not written."""
        return next((value for field, value in self.values if field == name), None)


class Readings(dict[Written, Reading]):
    """The plans of a schema's kinds, and what was read with them of what many annotations have."""

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
