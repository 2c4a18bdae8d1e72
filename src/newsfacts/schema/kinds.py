"""The immutable table of kinds and their fields. The built-in kinds enter it by the same call as a user's own.

A kind is an attrs class that descends from `Annotation`; each field made with `fact(...)` can be written in a file, and
its type annotation says what may be written there. `Schema.extend` returns a new schema and never changes an old one.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import inspect
import types
import typing
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs

from newsfacts import model
from newsfacts.enums import WordEnum
from newsfacts.errors import SchemaError
from newsfacts.immutable import FrozenDict, frozen
from newsfacts.model import Annotation, Entity, Event, Measure, Unreadable, Url
from newsfacts.schema.safe_patterns import refusal
from newsfacts.text.suggestions import suggestion, with_article
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, UnresolvedTime

__all__ = ["Field", "FieldType", "Kind", "Schema", "fields_of_class"]


class FieldType(WordEnum):
    """What may be written in a field."""

    TEXT = "text"
    YES_NO = "yes or no"
    INTEGER = "integer"
    DECIMAL = "decimal"
    CHOICE = "choice"
    QUANTITY = "quantity"
    TIME = "time"
    DATE = "date"
    URL = "url"
    ENTITY = "entity"
    MEASURE = "measure"
    EVENT = "event"
    ANNOTATION = "annotation"
    RECORD = "record"


_PLAIN_TYPES: Mapping[Any, FieldType] = FrozenDict({
    str: FieldType.TEXT, bool: FieldType.YES_NO, int: FieldType.INTEGER, Decimal: FieldType.DECIMAL,
    Quantity: FieldType.QUANTITY, TimeInterval: FieldType.TIME, Duration: FieldType.TIME, TimeSet: FieldType.TIME,
    UnresolvedTime: FieldType.TIME, dt.date: FieldType.DATE, Url: FieldType.URL, Entity: FieldType.ENTITY,
    Measure: FieldType.MEASURE, Event: FieldType.EVENT,
})  # fmt: skip


@frozen(kw_only=True)
class Field:
    """One field of a kind.

    `name` is the attribute of the object, `key` what is written in a file. `types` are the alternatives that may be
    written; `targets` the annotation classes, `choices` the values and `record` the class where these apply.
    """

    name: str
    key: str
    types: tuple[FieldType, ...]
    many: bool = False
    required: bool = False
    default: Any = None
    doc: str = ""
    pattern: str | None = None
    choices: Mapping[str, Any] = FrozenDict({})
    targets: tuple[type[Annotation], ...] = ()
    record: type | None = None

    is_reference: bool = attrs.field(init=False, repr=False, eq=False)
    """Whether ids are written here."""

    @is_reference.default
    def _is_reference(self) -> bool:
        return self.types[0] in _REFERENCES

    is_plain_text: bool = attrs.field(init=False, repr=False, eq=False)
    """Whether the value is what is written, whatever that is."""

    @is_plain_text.default
    def _is_plain_text(self) -> bool:
        return self.types == (FieldType.TEXT,) and not self.many and self.pattern is None and not self.choices

    def describe(self) -> str:
        """What may be written here, in words."""
        if self.choices:
            return "one of " + ", ".join(self.choices)
        words = [_WORDS.get(t, str(t)) for t in self.types if t is not FieldType.ANNOTATION]
        words += [f"the id of {with_article(t.KIND)}" for t in self.targets]
        return " or ".join(words)


_REFERENCES = frozenset({FieldType.ENTITY, FieldType.MEASURE, FieldType.EVENT, FieldType.ANNOTATION})
_WORDS: Mapping[FieldType, str] = FrozenDict({
    FieldType.TEXT: "text", FieldType.INTEGER: "a whole number", FieldType.DECIMAL: "a number",
    FieldType.QUANTITY: "a quantity such as ~40, >=12 or 18..25", FieldType.TIME: "a date in EDTF such as 2024-07-04",
    FieldType.DATE: "a date such as 2024-07-04", FieldType.URL: "an address such as https://example.org/",
    FieldType.ENTITY: "the id of an entity", FieldType.MEASURE: "the id of a measure", FieldType.EVENT: "the id of an event",
})  # fmt: skip


@frozen(kw_only=True)
class Kind:
    """A kind of annotation: its name as written after the dot, its class, and its fields by key."""

    name: str
    cls: type[Annotation]
    fields: Mapping[str, Field]
    parent: str | None = None
    doc: str = ""


@frozen(eq=False)
class Schema:
    """Kinds by name. Iterating gives the kinds in the order in which they were added."""

    kinds: Mapping[str, Kind] = FrozenDict({})
    checks: tuple[Any, ...] = ()
    """Checks that schema files declare (`newsfacts.schema.declared_checks.DeclaredCheck`)."""

    @staticmethod
    def empty() -> Schema:
        """A schema without any kind."""
        return Schema()

    @staticmethod
    @functools.lru_cache(maxsize=1)
    def core() -> Schema:
        """The built-in kinds."""
        return Schema.empty().extend(
            model.Mention, model.Source, model.Addressee, model.Medium, model.Item, model.Cue, model.Quote, model.Claim,
            model.Attribution, model.Listing, model.Count, model.Time, model.Aside, model.Verdict,
            model.Evidence,
        )  # fmt: skip

    def extend(self, *classes: type[Annotation]) -> Schema:
        """A new schema that knows these classes too. Raises `SchemaError` for a clash, saying with what.

        A class that is known already is passed over.
        """
        kinds = dict(self.kinds)
        for cls in classes:
            kind = kind_of_class(cls)
            known = kinds.get(kind.name)
            if known is not None and known.cls is cls:
                continue
            if known is not None:
                raise SchemaError(
                    f"the kind {kind.name!r} is already defined, by {known.cls.__module__}.{known.cls.__qualname__}"
                )
            kinds[kind.name] = attrs.evolve(kind, parent=_parent_name(cls, kinds))
        return Schema(FrozenDict(kinds), self.checks)

    def __getitem__(self, name: str) -> Kind:
        try:
            return self.kinds[name]
        except KeyError:
            raise SchemaError(f"no kind is named {name!r}{suggestion(name, self.kinds)}") from None

    def __contains__(self, name: str) -> bool:
        return name in self.kinds

    def __iter__(self) -> Iterator[Kind]:
        return iter(self.kinds.values())

    def kind_of(self, annotation: Annotation | type[Annotation]) -> Kind:
        """The kind of an annotation."""
        return self[annotation.KIND]


def _parent_name(cls: type[Annotation], kinds: Mapping[str, Kind]) -> str | None:
    return next((base.KIND for base in cls.__mro__[1:] if issubclass(base, Annotation) and base.KIND in kinds), None)


def kind_of_class(cls: type[Annotation]) -> Kind:
    """The kind that a class defines. Raises `SchemaError` where the class cannot be one, and says why."""
    if not (isinstance(cls, type) and issubclass(cls, Annotation)):
        raise SchemaError(f"{cls!r} is not a kind: a kind descends from newsfacts.Annotation or one of its children")
    if "KIND" not in vars(cls):
        raise SchemaError(
            f"{cls.__qualname__} needs a name for annotated text: set KIND, such as KIND = {cls.__name__.lower()!r}"
        )
    if "__attrs_attrs__" not in vars(cls):
        raise SchemaError(f"{cls.__qualname__} is not an attrs class: decorate it with @attrs.frozen(kw_only=True)")
    fields = fields_of_class(cls)
    for base in cls.__mro__[1:]:
        if base is not Annotation and issubclass(base, Annotation) and "KIND" in vars(base):
            _check_narrowing(cls, fields, base)
    return Kind(name=cls.KIND, cls=cls, fields=fields, doc=(cls.__doc__ or "").strip())


def _check_narrowing(cls: type[Annotation], fields: Mapping[str, Field], base: type[Annotation]) -> None:
    for key, inherited in fields_of_class(base).items():
        own = fields.get(key)
        if own is None:
            raise SchemaError(f"{cls.__qualname__} loses the field {key!r} of its parent {base.__qualname__}")
        if inherited.required and not own.required:
            raise SchemaError(
                f"the field {key!r} of {cls.__qualname__} may be missing, but its parent {base.__qualname__} requires it"
            )
        if not _narrows(own, inherited):
            raise SchemaError(
                f"the field {key!r} of {cls.__qualname__} takes {own.describe()}, "
                f"but its parent {base.__qualname__} takes {inherited.describe()}: a child may only narrow a field"
            )


def _narrows(own: Field, inherited: Field) -> bool:
    """Whether everything that `own` takes is something that `inherited` takes."""
    return (
        own.many == inherited.many
        and set(own.types) <= set(inherited.types)
        and set(own.choices.values()) <= set(inherited.choices.values())
        and all(issubclass(target, inherited.targets) for target in own.targets)
    )


def fields_of_class(cls: Any) -> Mapping[str, Field]:
    """The fields that can be written for a class (an annotation, an entity, a document), by key."""
    hashable: Any = cls
    return _fields_of_class(hashable)


@functools.cache
def _fields_of_class(cls: Any) -> Mapping[str, Field]:
    hints = _own_hints(cls)
    inherited = _inherited_fields(cls)
    found: dict[str, Field] = {}
    for attribute in attrs.fields(cls):
        about = attribute.metadata.get("newsfacts")
        if about is None:
            continue
        key = about["key"] or attribute.name
        if key in found:
            raise SchemaError(f"{cls.__qualname__} has two fields that are written as {key!r}")
        if attribute.inherited:
            found[key] = inherited[attribute.name]
            continue
        if about["pattern"] is not None and (reason := refusal(about["pattern"])) is not None:
            raise SchemaError(f"the pattern of {cls.__qualname__}.{attribute.name} is refused: {reason}")
        found[key] = Field(
            name=attribute.name, key=key, required=about["required"], doc=about["doc"], pattern=about["pattern"],
            default=default_of(attribute),
            **_field_type(hints[attribute.name], f"{cls.__qualname__}.{attribute.name}"),
        )  # fmt: skip
    return FrozenDict(found)


def _own_hints(cls: Any) -> dict[str, Any]:
    """The types of the fields that a class adds; reading those of its parents again would take most of the time."""
    own = {"__module__": cls.__module__, "__annotations__": inspect.get_annotations(cls)}
    return typing.get_type_hints(type(cls.__name__, (), own), localns={"Unreadable": Unreadable})


def _inherited_fields(cls: Any) -> dict[str, Field]:
    """The fields of the parents by name; where several have one, that of the first."""
    parents = [base for base in cls.__mro__[1:] if attrs.has(base)]
    return {field.name: field for base in reversed(parents) for field in fields_of_class(base).values()}


def default_of(attribute: Any) -> Any:
    """The default of an attrs attribute, made where a factory makes it."""
    default = attribute.default
    factory: Any = attrs.Factory  # a class, although the type stubs make it a function
    return default.factory() if isinstance(default, factory) else default


def _field_type(hint: Any, where: str) -> dict[str, Any]:
    many = False
    if typing.get_origin(hint) is tuple:
        hint, *rest = typing.get_args(hint)
        if rest != [...]:
            raise SchemaError(f"{where}: a list is written tuple[X, ...]")
        many = True
    union = typing.get_origin(hint) in (typing.Union, types.UnionType)
    alternatives = [a for a in (typing.get_args(hint) if union else (hint,)) if a not in (type(None), Unreadable)]
    kinds: list[FieldType] = []
    result: dict[str, Any] = {"many": many}
    for alternative in alternatives:
        if alternative in _PLAIN_TYPES:
            kinds.append(_PLAIN_TYPES[alternative])
        elif isinstance(alternative, type) and issubclass(alternative, enum.Enum):
            kinds.append(FieldType.CHOICE)
            result["choices"] = FrozenDict({str(member.value): member for member in alternative})
        elif typing.get_origin(alternative) is typing.Literal:
            kinds.append(FieldType.CHOICE)
            values = typing.get_args(alternative)
            result["choices"] = FrozenDict({str(v.value if isinstance(v, enum.Enum) else v): v for v in values})
        elif isinstance(alternative, type) and issubclass(alternative, Annotation):
            kinds.append(FieldType.ANNOTATION)
            result["targets"] = (*result.get("targets", ()), alternative)
        elif attrs.has(alternative):
            kinds.append(FieldType.RECORD)
            result["record"] = alternative
        else:
            raise SchemaError(f"{where}: a field cannot have the type {alternative!r}")
    result["types"] = tuple(dict.fromkeys(kinds))
    return result
