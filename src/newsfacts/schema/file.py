"""Schema files: kinds, fields and checks in YAML, for those who do not write Python.

    newsfacts-schema: 1
    kinds:
      casualties:
        parent: count
        doc: people killed, injured or missing
        fields:
          harm: {type: choice, choices: [killed, injured, missing], required: true}
          event: {type: event}
    checks:
    - {code: CAS1, name: negative-casualties, on: casualties, at-least: {field: value, of: 0}, message: "..."}

Every mistake is a finding with its place and the nearest name. What can be read is used all the same.
"""

from __future__ import annotations

import datetime as dt
import functools
import os
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import attrs

from newsfacts import strict_yaml
from newsfacts.errors import ReadError, SchemaError, UsageError
from newsfacts.files import read_bytes, regular_status
from newsfacts.findings import Finding, ProblemList, ReaderCode, problem
from newsfacts.immutable import FrozenDict
from newsfacts.model import Annotation, Entity, Event, Measure, Url
from newsfacts.schema.declared_check_reader import CheckReader
from newsfacts.schema.declared_checks import DeclaredCheck
from newsfacts.schema.installed import installed_schema
from newsfacts.schema.kind_classes import FieldRecipe, KindRecipe, attribute_name, class_of
from newsfacts.schema.kinds import Field, Schema, fields_of_class
from newsfacts.schema.safe_patterns import refusal
from newsfacts.text.source import Place, SourceText, decode
from newsfacts.text.suggestions import suggestion
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.times.times import TimeInterval

__all__ = [
    "FIELD_TYPES",
    "MAX_ANCESTORS",
    "LoadedSchema",
    "installed_schema",
    "load_schema",
    "read_schema",
    "with_schema_files",
]

MAX_ANCESTORS = 50
"""How many kinds of one file may descend from, or refer to, the next one in a row."""

FIELD_TYPES: Mapping[str, Any] = FrozenDict({
    "text": str, "yes-no": bool, "integer": int, "decimal": Decimal, "quantity": Quantity, "time": TimeInterval,
    "date": dt.date, "url": Url, "entity": Entity, "measure": Measure, "event": Event,
})  # fmt: skip
"""The types of fields by name; `choice` and the names of kinds are types too."""

MAX_SCHEMA_SIZE = 16 * 1024 * 1024
"""How many bytes a schema file may have."""

_TOP_KEYS = frozenset({"newsfacts-schema", "name", "doc", "kinds", "checks"})
_KIND_KEYS = frozenset({"parent", "doc", "fields"})
_FIELD_KEYS = frozenset({"type", "doc", "required", "many", "default", "choices", "pattern"})
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*\Z")


@attrs.frozen
class LoadedSchema:
    """A schema file that was read: the extended schema, and what is wrong with the file."""

    schema: Schema
    findings: tuple[Finding, ...] = ()


def load_schema(path: str | os.PathLike[str], base: Schema | None = None) -> LoadedSchema:
    """Read a schema file, once per process as long as it does not change. Raises OSError."""
    status = regular_status(path)
    return _load(os.fspath(path), base or Schema.core(), status.st_mtime_ns, status.st_size)


@functools.lru_cache(maxsize=64)
def _load(path: str, base: Schema, modified: int, size: int) -> LoadedSchema:
    try:
        text = decode(read_bytes(path, limit=MAX_SCHEMA_SIZE)).text
    except ReadError as error:
        return LoadedSchema(
            base, (problem(ReaderCode.UNREADABLE_FILE, error.message, Place(path, SourceText(""), 0, 0)),)
        )
    return read_schema(text, path, base)


def read_schema(text: str, path: str | None = None, base: Schema | None = None) -> LoadedSchema:
    """Read the text of a schema file. Never raises: what is wrong is in `findings`."""
    return _SchemaReader(text, path, base or Schema.core()).read()


def with_schema_files(schema: Schema, paths: Iterable[Path]) -> Schema:
    """A schema extended by schema files. Raises `UsageError` with the first mistake of a file that has one."""
    for path in paths:
        try:
            loaded = load_schema(path, schema)
        except OSError as error:
            raise UsageError(f"the schema {path} cannot be read: {error.strerror or type(error).__name__}") from error
        if loaded.findings:
            raise UsageError(f"the schema has a problem: {loaded.findings[0]}")
        schema = loaded.schema
    return schema


class _SchemaReader(CheckReader):
    def __init__(self, text: str, path: str | None, base: Schema) -> None:
        super().__init__(ProblemList(), path, SourceText(text), code=ReaderCode.UNUSABLE_SCHEMA)
        self.schema = base
        expected = "a schema file is a table with kinds and checks"
        self.node = self.root(strict_yaml.read_yaml(text, path=path), expected, if_empty=expected)
        self.waiting: dict[str, strict_yaml.Mapping] = {}
        self.making: list[str] = []

    def read(self) -> LoadedSchema:
        node = self.node
        if node is None:
            return LoadedSchema(self.schema, tuple(self.problems))
        self.refuse_unknown(node, _TOP_KEYS, "a schema file")
        version = node.get("newsfacts-schema")
        if not (isinstance(version, strict_yaml.Scalar) and version.raw == "1"):
            message = "this schema file does not say that it is of version 1"
            self.complain(message, version or node, "write newsfacts-schema: 1")
        kinds = self.named_tables(node.get("kinds"), "kinds", "kind", "{parent: ...}", or_nothing=True)
        self.waiting = {entry.key.raw: self.table(entry) for entry in kinds}
        declared = list(self.waiting)
        for name in declared:
            self.make_kind(name)
        self.unmade = frozenset(declared) - set(self.schema.kinds)
        self.schema = attrs.evolve(self.schema, checks=(*self.schema.checks, *self.checks(node)))
        return LoadedSchema(self.schema, tuple(self.problems))

    def checks(self, node: strict_yaml.Mapping) -> Iterable[DeclaredCheck]:
        """The checks, without those that the schema has already: a file may be named twice."""
        taken = {check.code: check for check in self.schema.checks}
        for item in self.tables(node.get("checks"), "checks", "an entry of checks", "{code: ..., on: ...}"):
            check = self.check(item)
            if check is None or taken.get(check.code) == check:
                continue
            if check.code in taken:
                self.complain(f"the code {check.code!r} is already taken", item.get("code") or item)
                continue
            taken[check.code] = check
            yield check

    @staticmethod
    def table(entry: strict_yaml.Entry) -> strict_yaml.Mapping:
        """The table of an entry that `named_tables` gives."""
        assert isinstance(entry.value, strict_yaml.Mapping)
        return entry.value

    # -- kinds
    def make_kind(self, name: str) -> type[Annotation] | None:
        """The class of a kind, made when it is first needed, after its parent and the kinds of its fields."""
        node = self.waiting.get(name)
        if node is None:
            return self.schema[name].cls if name in self.schema else None
        if name in self.making:
            chain = " → ".join([*self.making[self.making.index(name) :], name])
            self.complain(f"the kinds {chain} need each other", node, "take one of the parents or fields out")
            return None
        if len(self.making) >= MAX_ANCESTORS:
            self.complain(f"{name!r} is the end of a chain of more than {MAX_ANCESTORS} kinds", node)
            return None
        self.making.append(name)
        made = self.new_class(name, node)
        self.making.pop()
        self.waiting.pop(name, None)
        return made

    def new_class(self, name: str, node: strict_yaml.Mapping) -> type[Annotation] | None:
        self.refuse_unknown(node, _KIND_KEYS, f"the kind {name!r}")
        if not _NAME.match(name):
            self.complain(f"{name!r} cannot be the name of a kind", node, "use small letters, digits and hyphens")
            return None
        parent = Annotation
        written = self.text_of(node, "parent")
        if written:
            known = [*self.schema.kinds, *self.waiting]
            if written not in known:
                message = f"no kind is named {written!r}{suggestion(written, known)}"
                self.complain(message, node.get("parent") or node, f"the kinds are {', '.join(known)}")
                return None
            made_parent = self.make_kind(written)
            if made_parent is None:
                return None
            parent = made_parent
        fields: dict[str, FieldRecipe] = {}
        for entry in self.named_tables(node.get("fields"), "fields", "field", "{type: ...}", or_nothing=True):
            key, table = entry.key, self.table(entry)
            if attribute_name(key.raw) in fields:
                self.complain(
                    f"{key.raw!r} and {fields[attribute_name(key.raw)].key!r} are too much alike for one kind", key
                )
            elif (made := self.field(key, table, parent)) is not None:
                fields[attribute_name(key.raw)] = made
        doc = self.text_of(node, "doc")
        made_class = class_of(KindRecipe(name=name, parent=parent, doc=doc, fields=tuple(fields.values())))
        try:
            self.schema = self.schema.extend(made_class)
        except SchemaError as error:
            self.complain(str(error), node)
            return None
        return made_class

    # -- fields
    def field(self, key: strict_yaml.Scalar, node: strict_yaml.Mapping, parent: type[Annotation]) -> FieldRecipe | None:
        name = key.raw
        self.refuse_unknown(node, _FIELD_KEYS, f"the field {name!r}")
        inherited = fields_of_class(parent).get(name)
        if not _NAME.match(name):
            self.complain(f"{name!r} cannot be the name of a field", key, "use small letters, digits and hyphens")
            return None
        if inherited is None and (hasattr(parent, attribute_name(name)) or name in ("kind", "words", "cont")):
            self.complain(f"{name!r} is taken: every {parent.KIND} has it already", key, "choose another name")
            return None
        value_type = self.type_of(name, node, inherited)
        if value_type is None:
            return None
        many = self.flag(node, "many")
        pattern = self.text_of(node, "pattern") or None
        if pattern is not None and (reason := refusal(pattern)) is not None:
            self.complain(f"the pattern of {name!r} is refused: {reason}", node.get("pattern") or node)
            pattern = None
        if pattern is not None and value_type is not str:
            self.complain(f"the pattern of {name!r} is never used: only text has one", node.get("pattern") or node)
            pattern = None
        return FieldRecipe(
            key=name, type=value_type, many=many, required=self.flag(node, "required"), pattern=pattern,
            default=self.default(name, node, value_type, many), doc=self.text_of(node, "doc") or name,
        )  # fmt: skip

    def type_of(self, name: str, node: strict_yaml.Mapping, inherited: Field | None) -> Any:
        written = self.text_of(node, "type", "choice" if node.get("choices") is not None else "text")
        where = node.get("type") or node
        if written == "choice":
            return self.choices(name, node, inherited)
        if node.get("choices") is not None:
            self.complain(f"the field {name!r} is {written}, so it has no choices", node.get("choices") or node)
        if written in FIELD_TYPES:
            return FIELD_TYPES[written]
        if written in self.schema or written in self.waiting:
            return self.make_kind(written)
        known = [*FIELD_TYPES, "choice", *self.schema.kinds, *self.waiting]
        help = f"the types are {', '.join(sorted([*FIELD_TYPES, 'choice']))} and the kinds"
        self.complain(f"no type is named {written!r}{suggestion(written, known)}", where, help)
        return None

    def choices(self, name: str, node: strict_yaml.Mapping, inherited: Field | None) -> Any:
        listed = node.get("choices")
        items = listed.items if isinstance(listed, strict_yaml.Sequence) else ()
        words = [item.raw for item in items if isinstance(item, strict_yaml.Scalar)]
        if not words or len(words) < len(items):
            self.complain(f"the field {name!r} has no choices", listed or node, "write choices: [killed, injured]")
            return None
        if inherited is None or not inherited.choices:
            return Literal.__getitem__(tuple(words))
        for item in items:
            if isinstance(item, strict_yaml.Scalar) and item.raw not in inherited.choices:
                message = (
                    f"{item.raw!r} is not a choice of {name!r} in the parent{suggestion(item.raw, inherited.choices)}"
                )
                self.complain(message, item, f"the parent takes {inherited.describe()}")
                return None
        return Literal.__getitem__(tuple(inherited.choices[word] for word in words))

    def default(self, name: str, node: strict_yaml.Mapping, value_type: Any, many: bool) -> Any:
        written = node.get("default")
        if written is None:
            return () if many else None
        if many or not isinstance(written, strict_yaml.Scalar):
            self.complain(f"the field {name!r} has a list or a table for a default", written, "a default is one value")
            return () if many else None
        if value_type is str:
            return written.raw
        found = next((c for c in getattr(value_type, "__args__", ()) if str(c) == written.raw), None)
        if found is not None:
            return found
        if value_type is bool and written.raw in ("yes", "true", "no", "false"):
            return written.raw in ("yes", "true")
        if value_type is int and type(written.value) is int:
            return written.value
        if value_type is Decimal and type(written.value) in (int, Decimal):
            return Decimal(str(written.value))
        self.complain(f"{written.raw!r} cannot be the default of {name!r}", written)
        return None
