"""Reads, merges and checks factbooks: entities, measures, events and known values that documents share."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from newsfacts import strict_yaml
from newsfacts.building.references import Resolver, Things
from newsfacts.building.tables import RecordReader
from newsfacts.errors import ReadError
from newsfacts.files import read_bytes, regular_status
from newsfacts.findings import Finding, ProblemList, ReaderCode, problem
from newsfacts.immutable import FrozenDict, frozen, maker
from newsfacts.model import EMPTY, Entity, Event, Factbook, Known, Measure
from newsfacts.schema.kinds import Field, FieldType
from newsfacts.text.source import Place, SourceText, decode
from newsfacts.text.suggestions import suggestion, with_article

__all__ = [
    "FACTBOOK_KEYS",
    "NOTHING_KNOWN",
    "FactbookReader",
    "check_version",
    "load_factbook",
    "merge",
    "read_factbook",
]

FACTBOOK_KEYS = frozenset({"entities", "measures", "events", "known"})


_new_factbook = maker(Factbook)

NOTHING_KNOWN = Factbook()
"""The factbook of a document that has none."""


@frozen
class _Group:
    """One of the tables of a factbook: its key, the class of its items, what one of them is, and what messages call it."""

    key: str
    cls: type
    noun: str
    called: str


_GROUPS: Mapping[FieldType, _Group] = MappingProxyType({
    FieldType.ENTITY: _Group("entities", Entity, "entity", "the entity"),
    FieldType.MEASURE: _Group("measures", Measure, "measure", "the measure"),
    FieldType.EVENT: _Group("events", Event, "event", "the event"),
})  # fmt: skip


@functools.cache
def maker_of(cls: Any) -> Callable[..., Any]:
    """The maker of a class, made when its first object is needed."""
    return maker(cls)


class _Section:
    """The items of one group: those of this factbook, made when they are first needed, and then those of another."""

    __slots__ = ("base", "build", "entries", "group", "made")

    def __init__(
        self,
        group: _Group,
        entries: Mapping[str, strict_yaml.Entry],
        base: Factbook,
        build: Callable[[_Group, strict_yaml.Entry], Any],
    ) -> None:
        self.group: _Group = group
        self.entries: Mapping[str, strict_yaml.Entry] = entries
        self.base: Mapping[str, Any] = getattr(base, group.key)
        self.build: Callable[[_Group, strict_yaml.Entry], Any] = build
        self.made: dict[str, Any] = {}

    def fits(self, id: str, field: Field) -> bool:
        return id in self.entries or id in self.base

    def get(self, id: str) -> Any:
        return self.made.get(id) if id in self.entries else self.base[id]

    def key(self, id: str) -> Hashable:
        return (self.group.key, id)

    def make(self, id: str) -> Any:
        found = self.made.get(id)
        if found is None:
            found = self.made[id] = self.build(self.group, self.entries[id])
        return found

    def name_of(self, id: str) -> str | None:
        return with_article(self.group.noun) if id in self.entries or id in self.base else None

    def ids(self, field: Field) -> Iterable[str]:
        return [*self.entries, *self.base]

    def items(self) -> Mapping[str, Any]:
        """The items by id, in the order in which they are written."""
        return FrozenDict({id: self.make(id) for id in self.entries}) if self.entries else EMPTY


class FactbookReader:
    """Reads the four keys of a factbook, by their nodes. Items may refer to each other, and to those of `base`."""

    def __init__(self, nodes: Mapping[str, strict_yaml.Node], records: RecordReader, base: Factbook) -> None:
        self.nodes = nodes
        self.records = records
        self.base = base
        self.making: list[Hashable] = []
        """The keys of the items that are being made, each needed by the one before."""
        self.sections: dict[FieldType, _Section] = {}
        self.references: int = 0
        """How many references were resolved."""
        self.resolver: Resolver | None = None
        self.is_shared: bool = True
        """Whether every item so far is kept for all documents that have its table."""

    def entries(self, group: _Group) -> Mapping[str, strict_yaml.Entry]:
        """The items of one group by their ids."""
        node = self.nodes.get(group.key)
        if node is None:
            return EMPTY
        found: dict[str, strict_yaml.Entry] = {}
        example = "{name: ...}" if group.cls is Entity else "{label: ...}"
        for entry in self.records.named_tables(node, group.key, group.noun, example, of="ids"):
            if self.records.has_places:
                self.records.remark_on_scalar(entry.key)
            if entry.key.raw:
                found[entry.key.raw] = entry
            else:
                self.records.report(ReaderCode.UNREADABLE_VALUE, "an id has at least one character", entry.key)
        return found

    def section(self, group: _Group) -> _Section:
        """The items of one group, none of them made yet."""
        return _Section(group, self.entries(group), self.base, self.item)

    def read(self) -> Factbook:
        """The factbook, without `base`."""
        found: dict[str, Any] = {}
        for field_type, group in _GROUPS.items():
            node = self.nodes.get(group.key)
            made = made_of(node)
            if made is not None and Factbook in made:  # all items, which depend on nothing but their table
                found[group.key] = made[Factbook]
            elif node is not None:
                self.sections[field_type] = self.section(group)
        for section in self.sections.values():
            found[section.group.key] = section.items()
        if self.is_shared and not self.records.problems:
            for section in self.sections.values():
                made = made_of(self.nodes[section.group.key])
                if made is not None:
                    made[Factbook] = found[section.group.key]
        if "known" in self.nodes:
            found["known"] = tuple(self.known())
        factbook: Factbook = _new_factbook(**found)
        self.sections.clear()  # which refer to this reader
        if self.resolver is not None:
            self.resolver.close()
        return factbook

    def resolve(self, field: Field, written: str | list[str], where: strict_yaml.Node) -> Any:
        """The value of a field that refers to other items (see `Resolver.resolve`): few do."""
        self.references += 1
        if self.resolver is None:
            things: dict[FieldType, Things] = {
                field_type: self.sections.get(field_type) or self.section(group)
                for field_type, group in _GROUPS.items()
            }
            self.resolver = Resolver(things, self.records.report, "{!r}", self.making)
        return self.resolver.resolve(field, written, where)

    def item(self, group: _Group, entry: strict_yaml.Entry) -> Any:
        """One item, after all that it refers to. What depends on nothing but its table is made once for all documents."""
        node = entry.value
        assert isinstance(node, strict_yaml.Mapping)
        made = node.made
        if made is not None and group.cls in made:
            return made[group.cls]
        id = entry.key.raw
        references = self.references
        self.making.append((group.key, id))
        values = self.records.keyword_arguments(group.cls, node, group.called, id=id, resolve=self.resolve)
        self.making.pop()
        if group.cls is Entity and not values.get("given_name") and values.get("named", True):
            help = "give its name, or named: no and a description"
            self.records.report(ReaderCode.MISSING_FIELD, f"{group.called} {id!r} has no name", entry.key, help)
        values["id"] = id
        item = maker_of(group.cls)(**values)
        if made is not None and self.references == references and not self.records.problems:
            made[group.cls] = item
        else:
            self.is_shared = False
        return item

    def known(self) -> Iterator[Known]:
        """The known values."""
        example = "{of: ..., value: ...}"
        for item in self.records.tables(self.nodes.get("known"), "known", "a known value", example):
            yield Known(**self.records.keyword_arguments(Known, item, "a known value", resolve=self.resolve))


def made_of(node: strict_yaml.Node | None) -> dict[type, Any] | None:
    """What was made of a table that many documents share; None for any other node."""
    return node.made if isinstance(node, strict_yaml.Mapping) else None


def merge(first: Factbook, second: Factbook, report: Callable[[str, str], None] | None = None) -> Factbook:
    """Both together. Where both define an id differently, the first counts and `report(what, id)` is called."""
    if second is NOTHING_KNOWN or first is NOTHING_KNOWN:
        return second if first is NOTHING_KNOWN else first

    def both(group: _Group) -> Mapping[str, Any]:
        one: Mapping[str, Any] = getattr(first, group.key)
        other: Mapping[str, Any] = getattr(second, group.key)
        if not one or not other:
            return one or other
        for id, item in other.items():
            if id in one and one[id] != item and report is not None:
                report(group.noun, id)
        return FrozenDict({**other, **one})

    known = first.known + second.known if first.known and second.known else first.known or second.known
    return Factbook(**{group.key: both(group) for group in _GROUPS.values()}, known=known)


@frozen
class LoadedFactbook:
    """A factbook file that was read, and what is wrong with it."""

    factbook: Factbook = attrs.field(factory=Factbook)
    findings: tuple[Finding, ...] = ()


def read_factbook(text: str, path: str | None = None) -> LoadedFactbook:
    """Read the text of a factbook file. Never raises: what is wrong is in `findings`."""
    problems = ProblemList()
    records = RecordReader(problems, path, SourceText(text))
    expected = "a factbook is a table with entities, measures, events or known"
    node = records.root(strict_yaml.read_yaml(text, path=path), expected, if_empty=expected)
    if node is None:
        return LoadedFactbook(findings=tuple(problems))
    for entry in node.entries:
        key = entry.key.raw
        if key == "newsfacts":
            check_version(entry.value, records)
        elif key not in FACTBOOK_KEYS:
            records.report(
                ReaderCode.UNKNOWN_FIELD, f"a factbook has no {key!r}{suggestion(key, FACTBOOK_KEYS)}", entry.key
            )
    nodes = {entry.key.raw: entry.value for entry in node.entries}
    factbook = FactbookReader(nodes, records, NOTHING_KNOWN).read()
    return LoadedFactbook(factbook, tuple(problems))


def check_version(node: strict_yaml.Node, records: RecordReader) -> None:
    """Report a version of the format that this library does not read."""
    raw = node.raw if isinstance(node, strict_yaml.Scalar) else ""
    if raw != "1":
        message = f"this is version {raw or '?'} of the format; this library reads version 1"
        records.report(ReaderCode.UNSUPPORTED_VERSION, message, node, "write newsfacts: 1")


@functools.lru_cache(maxsize=64)
def _cached(path: str, shown: str, modified: int, size: int) -> LoadedFactbook:
    data = read_bytes(path)
    try:
        decoded = decode(data)
    except ReadError as error:
        return LoadedFactbook(
            findings=(problem(ReaderCode.UNREADABLE_FILE, error.message, Place(shown, SourceText(""), 0, 0)),)
        )
    return read_factbook(decoded.text, shown)


def load_factbook(path: str | os.PathLike[str], shown: str | None = None) -> LoadedFactbook:
    """Read a factbook file, once per process as long as it does not change. Raises OSError.

    `shown` is the path that findings name.
    """
    status = regular_status(path)
    return _cached(os.fspath(path), shown or os.fspath(path), status.st_mtime_ns, status.st_size)
