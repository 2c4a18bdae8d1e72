"""What ids refer to, for annotations and factbooks alike: found by id, made when first needed, circles and long chains refused."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol

from newsfacts.building.field_values import split_list
from newsfacts.findings import ReaderCode
from newsfacts.model import Factbook
from newsfacts.patterns import lazy_pattern
from newsfacts.schema.kinds import Field, FieldType
from newsfacts.text.suggestions import OTHER_MARKS, Names, suggestion, with_article

__all__ = ["MAX_CHAIN", "Report", "Resolver", "Things", "made_already", "things_of"]

MAX_CHAIN = 100
"""How many things may refer to the next one in a row."""

MAX_LISTED = 20
"""How many ids with commas between them are recognized as a list."""

_SEPARATORS = lazy_pattern(r"[,;|&+]+")

Report = Callable[[ReaderCode, str, Any, str | None], None]
"""Adds a problem: code, message, the place in whatever form the caller has it, help."""


class Things(Protocol):
    """Things of one type that references may name."""

    def fits(self, id: str, field: Field) -> bool:
        """Whether there is a thing with this id that the field takes."""

    def get(self, id: str) -> Any:
        """The thing with this id; None where it is not made yet."""

    def key(self, id: str) -> Hashable:
        """What stands for the thing in `Resolver.making`."""

    def make(self, id: str) -> Any:
        """Make the thing with this id."""

    def name_of(self, id: str) -> str | None:
        """What the thing with this id is, such as `an entity`; None where there is no thing with this id."""

    def ids(self, field: Field) -> Iterable[str]:
        """The ids that the field takes."""


class MadeThings:
    """Entities, measures or events that are all made already."""

    def __init__(self, items: Mapping[str, Any], noun: str) -> None:
        self.items = items
        self.get: Callable[[str], Any] = items.get
        self.noun = noun

    def fits(self, id: str, field: Field) -> bool:
        return id in self.items

    def key(self, id: str) -> Hashable:
        return (self.noun, id)

    def make(self, id: str) -> Any:  # pragma: no cover - there is nothing left to make
        return self.items[id]

    def name_of(self, id: str) -> str | None:
        return with_article(self.noun) if id in self.items else None

    def ids(self, field: Field) -> Iterable[str]:
        return self.items


def things_of(factbook: Factbook) -> dict[FieldType, Things]:
    """What a factbook defines."""
    return {
        FieldType.ENTITY: MadeThings(factbook.entities, "entity"),
        FieldType.MEASURE: MadeThings(factbook.measures, "measure"),
        FieldType.EVENT: MadeThings(factbook.events, "event"),
    }


def made_already(factbook: Factbook, field: Field, ids: Sequence[str]) -> Any:
    """The value of a field whose ids all name what a factbook defines; None where there is more to it."""
    found = []
    for id in ids:
        for field_type in field.types:
            key = _MADE.get(field_type)
            if key is None:
                return None
            item = getattr(factbook, key).get(id)
            if item is not None:
                found.append(item)
                break
        else:
            return None
    if field.many:
        return tuple(found) or None
    return found[0] if len(found) == 1 else None


_MADE: Mapping[FieldType, str] = MappingProxyType({
    FieldType.ENTITY: "entities", FieldType.MEASURE: "measures", FieldType.EVENT: "events",
})  # fmt: skip


class Resolver:
    """Resolves references. `written` is how messages show the key of a field: `{}=` in attributes, `{!r}` in YAML.

    `making` are the keys of what is being made, each needed by the one before; whoever makes a thing keeps them up to date.
    """

    def __init__(
        self, things: dict[FieldType, Things], report: Report, written: str, making: Sequence[Hashable]
    ) -> None:
        self.things = things
        self.report = report
        self.written = written
        self.making = making
        self.known: dict[Hashable, Names] = {}
        self.resolved: dict[tuple[int, Hashable], Any] = {}
        """The values that were found without a problem, by the identity of their field and what is written."""

    def close(self) -> None:
        """Let go of whoever resolves with this. They refer to it too, and a circle of objects is freed late, at some cost."""
        self.things.clear()
        del self.report

    def resolve(self, field: Field, written: str | list[str], where: Any) -> Any:
        """The value of a field: what the ids refer to. What cannot be resolved is reported and left out."""
        key = (id(field), written if isinstance(written, str) else tuple(written))
        value = self.resolved.get(key)
        if value is not None:
            return value
        ids = [id for id in split_list(written) if id]
        found = [item for id in ids if (item := self.one(field, id, where)) is not None]
        if not field.many and len(found) > 1:
            message = f"{self.written.format(field.key)} takes one id, not {len(found)}"
            self.report(ReaderCode.UNREADABLE_VALUE, message, where, None)
        value = tuple(found) if field.many else found[0] if found else field.default
        if len(found) == len(ids) and (field.many or len(found) == 1):
            self.resolved[key] = value
        return value

    def one(self, field: Field, id: str, where: Any) -> Any:
        """What one id refers to; None, with a problem, where it refers to nothing that the field takes."""
        for field_type in field.types:
            things = self.things[field_type]
            if not things.fits(id, field):
                continue
            found = things.get(id)
            return found if found is not None else self.make(things, field, id, where)
        self.refuse(field.types, id, where, field.key, field.describe(), lambda: self.names(field))
        return None

    def make(self, things: Things, field: Field, id: str, where: Any) -> Any:
        """Make what an id refers to, unless that would never end."""
        if things.key(id) in self.making:
            message = f"{id!r} refers back to itself through {self.written.format(field.key)}"
            self.report(ReaderCode.CYCLIC_REFERENCE, message, where, "take one of the references out")
            return None
        if len(self.making) >= MAX_CHAIN:
            message = f"{id!r} is the end of a chain of more than {MAX_CHAIN} references"
            self.report(ReaderCode.CYCLIC_REFERENCE, message, where, None)
            return None
        return things.make(id)

    def refuse(
        self,
        types: Iterable[FieldType],
        id: str,
        where: Any,
        key: str,
        expected: str,
        known: Callable[[], Names],
    ) -> None:
        """Report an id that refers to something else, or to nothing."""
        for field_type in dict.fromkeys([*types, *self.things]):
            name = self.things[field_type].name_of(id)
            if name is not None:
                message = f"{id!r} is {name}, but {self.written.format(key)} takes {expected}"
                self.report(ReaderCode.REFERENCE_TO_WRONG_KIND, message, where, None)
                return
        what = expected.replace("the id of ", "").replace("an ", "").replace("a ", "")
        names = known()
        help = written_wrongly(id, names)
        message = f"no {what} has the id {id!r}{'' if help else suggestion(id, names)}"
        self.report(ReaderCode.DANGLING_REFERENCE, message, where, help)

    def names(self, field: Field) -> Names:
        """The ids that a field takes, gathered once for all fields that take the same."""
        key = (field.types, field.targets)
        if key not in self.known:
            self.known[key] = Names(id for field_type in field.types for id in self.things[field_type].ids(field))
        return self.known[key]


def written_wrongly(id: str, known: Names) -> str | None:
    """The help for a known id that is written as ids are not, such as with a comma or a `#`; None for any other id."""
    parts = [part.strip(OTHER_MARKS) for part in _SEPARATORS.split(id, MAX_LISTED) if part]
    if len(parts) > 1 and all(part in known for part in parts):
        return f'ids are separated by spaces, not by commas: write "{" ".join(parts)}"'
    for signs, advice in (
        (",;|&+", "a comma"),
        (OTHER_MARKS, "these quotation marks"),
        ("#", "#"),
        (".", "the dot"),
        ("@", "@"),
    ):
        bare = id.strip(signs)
        if bare != id and bare in known:
            return f"write {bare}, without {advice}"
    return None
