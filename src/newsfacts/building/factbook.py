"""Reads, merges and checks factbooks: entities, measures, events and known values that documents share."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from newsfacts import strict_yaml
from newsfacts.building.tables import RecordReader, remark_on_scalar
from newsfacts.errors import ReadError
from newsfacts.files import read_bytes, regular_status
from newsfacts.findings import Finding, ProblemList, ReaderCode, problem
from newsfacts.immutable import FrozenDict
from newsfacts.model import Entity, Event, Factbook, Known, Measure
from newsfacts.schema.kinds import Field, FieldType, fields_of_class
from newsfacts.text.source import Place, SourceText, decode
from newsfacts.text.suggestions import suggestion

__all__ = ["FACTBOOK_KEYS", "FactbookReader", "load_factbook", "merge"]

FACTBOOK_KEYS = frozenset({"entities", "measures", "events", "known"})

MAX_CHAIN = 100
"""How many items may refer to the next one in a row."""

_CLASSES: Mapping[str, type] = MappingProxyType({"entities": Entity, "measures": Measure, "events": Event})
_SINGULAR: Mapping[str, str] = MappingProxyType({"entities": "entity", "measures": "measure", "events": "event"})
_TYPE_OF_GROUP: Mapping[FieldType, str] = MappingProxyType({
    FieldType.ENTITY: "entities", FieldType.MEASURE: "measures", FieldType.EVENT: "events",
})  # fmt: skip


class FactbookReader:
    """Reads the four keys of a factbook from a mapping. Items may refer to each other, and to those of `base`."""

    def __init__(
        self,
        node: strict_yaml.Mapping,
        place: Callable[[strict_yaml.Node], Place],
        problems: ProblemList,
        base: Factbook,
    ) -> None:
        self.problems = problems
        self.place = place
        self.reader = RecordReader(problems, place)
        self.base: Mapping[str, Mapping[str, Any]] = {
            "entities": base.entities, "measures": base.measures, "events": base.events,
        }  # fmt: skip
        self.nodes: dict[str, dict[str, strict_yaml.Mapping]] = {}
        self.keys: dict[tuple[str, str], strict_yaml.Node] = {}
        self.built: dict[str, dict[str, Any]] = {group: {} for group in _CLASSES}
        self.building: list[tuple[str, str]] = []
        for group in _CLASSES:
            self.nodes[group] = dict(self.entries(group, node.get(group)))
        self.known_node = node.get("known")

    def entries(self, group: str, node: strict_yaml.Node | None) -> Iterable[tuple[str, strict_yaml.Mapping]]:
        """The items of one group by id."""
        if node is None or strict_yaml.is_null(node):
            return
        if not isinstance(node, strict_yaml.Mapping):
            self.problems.add(
                ReaderCode.BROKEN_YAML,
                f"{group!r} is a table of ids",
                self.place(node),
                help=f"write {group}: {{some-id: {{...}}}}",
            )
            return
        for entry in node.entries:
            id = entry.key.raw if isinstance(entry.key, strict_yaml.Scalar) else ""
            if isinstance(entry.value, strict_yaml.Mapping):
                self.keys[group, id] = entry.key
                remark_on_scalar(entry.key, self.place, self.problems)
                yield id, entry.value
            else:
                help = f"write {id}: {{{'name' if group == 'entities' else 'label'}: ...}}"
                self.problems.add(
                    ReaderCode.BROKEN_YAML,
                    f"the {_SINGULAR[group]} {id!r} is not a table of fields",
                    self.place(entry.value),
                    help=help,
                )

    def read(self) -> Factbook:
        """The factbook, without `base`."""
        for group, nodes in self.nodes.items():
            for id in nodes:
                self.get(group, id)
        # In the order in which they are written, not in which they were needed.
        in_order = {
            group: FrozenDict({id: self.built[group][id] for id in nodes}) for group, nodes in self.nodes.items()
        }
        return Factbook(
            entities=in_order["entities"],
            measures=in_order["measures"],
            events=in_order["events"],
            known=tuple(self.known()),
        )

    def get(self, group: str, id: str) -> Any:
        """One item, built when it is first needed; None where there is none."""
        built = self.built[group]
        if id in built:
            return built[id]
        node = self.nodes[group].get(id)
        if node is None:
            return self.base[group].get(id)
        self.building.append((group, id))
        what = f"the {_SINGULAR[group]} {id!r}"
        values = self.reader.keyword_arguments(_CLASSES[group], node, what, resolve=self.resolve)
        self.building.pop()
        if group == "entities" and not values.get("given_name") and values.get("named", True):
            self.problems.add(
                ReaderCode.MISSING_FIELD,
                f"{what} has no name",
                self.place(self.keys[group, id]),
                help="give its name, or named: no and a description",
            )
        return built.setdefault(id, _CLASSES[group](id=id, **values))

    def resolve(self, field: Field, ids: list[str], place: Place) -> Any:
        """The items that ids stand for."""
        found = [item for id in ids if (item := self.resolve_one(field, id, place)) is not None]
        return tuple(found) if field.many else (found[0] if found else None)

    def resolve_one(self, field: Field, id: str, place: Place) -> Any:
        groups = [_TYPE_OF_GROUP[t] for t in field.types]
        for group in groups:
            if (group, id) in self.building:
                self.problems.add(
                    ReaderCode.CYCLIC_REFERENCE,
                    f"{id!r} refers back to itself through {field.key!r}",
                    place,
                    help="take one of the references out",
                )
                return None
            if len(self.building) >= MAX_CHAIN:
                self.problems.add(
                    ReaderCode.CYCLIC_REFERENCE,
                    f"{id!r} is the end of a chain of more than {MAX_CHAIN} references",
                    place,
                )
                return None
            item = self.get(group, id)
            if item is not None:
                return item
        known = [name for group in groups for name in (*self.nodes[group], *self.base[group])]
        what = " or ".join(_SINGULAR[group] for group in groups)
        self.problems.add(ReaderCode.DANGLING_REFERENCE, f"no {what} has the id {id!r}{suggestion(id, known)}", place)
        return None

    def known(self) -> Iterable[Known]:
        node = self.known_node
        if node is None or strict_yaml.is_null(node):
            return
        if not isinstance(node, strict_yaml.Sequence):
            self.problems.add(
                ReaderCode.BROKEN_YAML,
                "'known' is a list",
                self.place(node),
                help="write known: [{of: ..., value: ...}]",
            )
            return
        for item in node.items:
            if isinstance(item, strict_yaml.Mapping):
                yield Known(**self.reader.keyword_arguments(Known, item, "a known value", resolve=self.resolve))
            else:
                self.problems.add(
                    ReaderCode.BROKEN_YAML,
                    "a known value is a table",
                    self.place(item),
                    help="write {of: ..., value: ...}",
                )


def merge(first: Factbook, second: Factbook, complain: Callable[[str, str], None] | None = None) -> Factbook:
    """Both together. Where both define an id differently, the first counts and `complain(what, id)` is called."""

    def both(group: str) -> Mapping[str, Any]:
        one: Mapping[str, Any] = getattr(first, group)
        other: Mapping[str, Any] = getattr(second, group)
        if not one or not other:
            return one or other
        for id, item in other.items():
            if id in one and one[id] != item and complain is not None:
                complain(_SINGULAR[group], id)
        return FrozenDict({**other, **one})

    known = first.known + second.known if first.known and second.known else first.known or second.known
    return Factbook(entities=both("entities"), measures=both("measures"), events=both("events"), known=known)


class LoadedFactbook:
    """A factbook file that was read: what it holds, and what is wrong with it."""

    __slots__ = ("factbook", "findings", "path")

    path: str
    factbook: Factbook
    findings: tuple[Finding, ...]

    def __init__(self, path: str, factbook: Factbook, findings: tuple[Finding, ...]) -> None:
        self.path = path
        self.factbook = factbook
        self.findings = findings


def read_factbook(text: str, path: str | None = None) -> LoadedFactbook:
    """Read the text of a factbook file. Never raises: what is wrong is in `findings`."""
    source = SourceText(text)
    problems = ProblemList()

    def place(node: strict_yaml.Node) -> Place:
        return Place(path, source, node.start, node.end)

    parsed = strict_yaml.load(text, path=path)
    for found in parsed.problems:
        problems.add(found.code, found.message, Place(path, source, found.start, found.end), help=found.help)
    node = parsed.node
    if not isinstance(node, strict_yaml.Mapping):
        if not problems:
            problems.add(
                ReaderCode.BROKEN_YAML,
                "a factbook is a table with entities, measures, events or known",
                Place(path, source, 0, 0),
            )
        return LoadedFactbook(path or "", Factbook(), tuple(problems))
    for entry in node.entries:
        key = entry.key.raw if isinstance(entry.key, strict_yaml.Scalar) else ""
        if key == "newsfacts":
            check_version(entry.value, place, problems)
        elif key not in FACTBOOK_KEYS:
            problems.add(
                ReaderCode.UNKNOWN_FIELD, f"a factbook has no {key!r}{suggestion(key, FACTBOOK_KEYS)}", place(entry.key)
            )
    factbook = FactbookReader(node, place, problems, Factbook()).read()
    return LoadedFactbook(path or "", factbook, tuple(problems))


def check_version(node: strict_yaml.Node, place: Callable[[strict_yaml.Node], Place], problems: ProblemList) -> None:
    """Complain of a version of the format that this library does not read."""
    raw = node.raw if isinstance(node, strict_yaml.Scalar) else ""
    if raw != "1":
        problems.add(
            ReaderCode.UNSUPPORTED_VERSION,
            f"this is version {raw or '?'} of the format; this library reads version 1",
            place(node),
            help="write newsfacts: 1",
        )


@functools.lru_cache(maxsize=64)
def _cached(path: str, shown: str, modified: int, size: int) -> LoadedFactbook:
    data = read_bytes(path)
    try:
        decoded = decode(data)
    except ReadError as error:
        return LoadedFactbook(
            shown, Factbook(), (problem(ReaderCode.UNREADABLE_FILE, error.message, Place(shown, SourceText(""), 0, 0)),)
        )
    return read_factbook(decoded.text, shown)


def load_factbook(path: str | os.PathLike[str], shown: str | None = None) -> LoadedFactbook:
    """Read a factbook file, once per process as long as it does not change. Raises OSError.

    `shown` is the path that findings name.
    """
    status = regular_status(path)
    return _cached(os.fspath(path), shown or os.fspath(path), status.st_mtime_ns, status.st_size)


def all_fields() -> Mapping[str, Mapping[str, Field]]:
    """The fields of entities, measures, events and known values, for schemas and help texts."""
    return {**{group: fields_of_class(cls) for group, cls in _CLASSES.items()}, "known": fields_of_class(Known)}
