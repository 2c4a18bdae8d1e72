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
import types
import typing
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import attrs

from newsfacts import strict_yaml
from newsfacts.errors import ReadError, SchemaError, UsageError
from newsfacts.findings import Finding, Severity
from newsfacts.frozen import FrozenDict
from newsfacts.model import Annotation, Entity, Event, Measure, Unreadable, Url, fact
from newsfacts.patterns import refusal
from newsfacts.plugins import plugins
from newsfacts.problems import ProblemList, problem
from newsfacts.schema import Schema, fields_of_class, suggestion
from newsfacts.schema_checks import CHECKS, DeclaredCheck
from newsfacts.text import Place, SourceText, decode
from newsfacts.values.quantity import Quantity
from newsfacts.values.times import TimeInterval

__all__ = ["FIELD_TYPES", "LoadedSchema", "installed_schema", "load_schema", "read_schema", "with_schema_files"]

FIELD_TYPES: Mapping[str, Any] = FrozenDict({
    "text": str, "yes-no": bool, "integer": int, "decimal": Decimal, "quantity": Quantity, "time": TimeInterval,
    "date": dt.date, "url": Url, "entity": Entity, "measure": Measure, "event": Event,
})  # fmt: skip
"""The types of fields by name; `choice` and the names of kinds are types too."""

_TOP_KEYS = frozenset({"newsfacts-schema", "name", "doc", "kinds", "checks"})
_KIND_KEYS = frozenset({"parent", "doc", "fields"})
_FIELD_KEYS = frozenset({"type", "doc", "required", "many", "default", "choices", "pattern"})
_CHECK_KEYS = frozenset({"code", "name", "on", "when", "message", "help", "severity", "doc", *CHECKS})
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*\Z")
_CODE = re.compile(r"[A-Z]{2,8}[0-9]{1,4}\Z")
_PLACEHOLDER = re.compile(r"\{([\w-]+)\}")
_TAKEN = frozenset({"id", "kind", "spans", "words", "text", "extra", "cont", "value"})
_FIELD_ARGUMENTS: Mapping[str, tuple[str, ...]] = FrozenDict({
    "at-most": ("field", "of"), "at-least": ("field", "of"), "sum": ("field",), "requires": ("needs",), "forbids": ("with",),
    "follows-from": ("field",),
})  # fmt: skip


@attrs.frozen
class LoadedSchema:
    """A schema file that was read: the extended schema, and what is wrong with the file."""

    schema: Schema
    findings: tuple[Finding, ...] = ()


def load_schema(path: str | os.PathLike[str], base: Schema | None = None) -> LoadedSchema:
    """Read a schema file, once per process as long as it does not change. Raises OSError."""
    status = os.stat(path)
    return _load(os.fspath(path), base or Schema.core(), status.st_mtime_ns, status.st_size)


@functools.lru_cache(maxsize=64)
def _load(path: str, base: Schema, modified: int, size: int) -> LoadedSchema:
    try:
        text = decode(Path(path).read_bytes()).text
    except ReadError as error:
        return LoadedSchema(base, (problem("S20", error.message, Place(path, SourceText(""), 0, 0)),))
    return read_schema(text, path, base)


def read_schema(text: str, path: str | None = None, base: Schema | None = None) -> LoadedSchema:
    """Read the text of a schema file. Never raises: what is wrong is in `findings`."""
    return _Reader(text, path, base or Schema.core()).read()


@functools.lru_cache(maxsize=1)
def installed_schema() -> Schema:
    """The built-in kinds, and those of installed packages. Raises `UsageError` where a package brings what is no schema."""
    schema = Schema.core()
    for plugin in plugins("schemas"):
        if isinstance(plugin.value, tuple | list):
            try:
                schema = schema.extend(*plugin.value)
            except SchemaError as error:
                raise UsageError(f"the schema {plugin.where} cannot be used: {error}") from error
        else:
            schema = with_schema_files(schema, [Path(str(plugin.value))])
    return schema


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


class _Reader:
    def __init__(self, text: str, path: str | None, base: Schema) -> None:
        self.source = SourceText(text)
        self.path = path
        self.schema = base
        self.problems = ProblemList()
        parsed = strict_yaml.load(text, path=path)
        for found in parsed.problems:
            self.problems.add(
                found.code, found.message, Place(path, self.source, found.start, found.end), help=found.help
            )
        self.node = parsed.node
        self.waiting: dict[str, strict_yaml.Mapping] = {}
        self.making: list[str] = []

    def complain(self, message: str, node: strict_yaml.Node, help: str | None = None) -> None:
        self.problems.add("S24", message, Place(self.path, self.source, node.start, node.end), help=help)

    def read(self) -> LoadedSchema:
        node = self.node
        if not isinstance(node, strict_yaml.Mapping):
            if not self.problems:
                self.problems.add(
                    "S24", "a schema file is a table with kinds and checks", Place(self.path, self.source, 0, 0)
                )
            return LoadedSchema(self.schema, tuple(self.problems))
        self.refuse_unknown(node, _TOP_KEYS, "a schema file")
        version = node.get("newsfacts-schema")
        if not (isinstance(version, strict_yaml.Scalar) and version.raw == "1"):
            self.complain(
                "this schema file does not say that it is of version 1", version or node, "write newsfacts-schema: 1"
            )
        kinds = node.get("kinds")
        self.waiting = {name.raw: table for name, table in self.tables(kinds, "kinds")}
        for name in list(self.waiting):
            self.make_kind(name)
        checks = [check for item in self.items(node.get("checks"), "checks") if (check := self.check(item)) is not None]
        self.schema = attrs.evolve(self.schema, checks=(*self.schema.checks, *checks))
        return LoadedSchema(self.schema, tuple(self.problems))

    # -- reading nodes
    def refuse_unknown(self, node: strict_yaml.Mapping, known: Iterable[str], what: str) -> None:
        for entry in node.entries:
            if entry.key.raw not in known:
                self.complain(
                    f"{what} has no {entry.key.raw!r}{suggestion(entry.key.raw, known)}",
                    entry.key,
                    f"it has {', '.join(sorted(known))}",
                )

    def tables(
        self, node: strict_yaml.Node | None, what: str
    ) -> Iterable[tuple[strict_yaml.Scalar, strict_yaml.Mapping]]:
        if node is None or strict_yaml.is_null(node):
            return
        if not isinstance(node, strict_yaml.Mapping):
            self.complain(f"{what!r} is a table of names", node)
            return
        for entry in node.entries:
            if isinstance(entry.value, strict_yaml.Mapping):
                yield entry.key, entry.value
            else:
                self.complain(f"{entry.key.raw!r} in {what} is not a table", entry.value)

    def items(self, node: strict_yaml.Node | None, what: str) -> Iterable[strict_yaml.Mapping]:
        if node is None or strict_yaml.is_null(node):
            return
        if not isinstance(node, strict_yaml.Sequence):
            self.complain(f"{what!r} is a list", node)
            return
        for item in node.items:
            if isinstance(item, strict_yaml.Mapping):
                yield item
            else:
                self.complain(f"an entry of {what} is a table", item)

    def text_of(self, node: strict_yaml.Mapping, key: str, default: str = "") -> str:
        found = node.get(key)
        if found is None:
            return default
        if isinstance(found, strict_yaml.Scalar):
            return found.raw
        self.complain(f"{key!r} is a single value", found)
        return default

    def flag(self, node: strict_yaml.Mapping, key: str) -> bool:
        written = self.text_of(node, key, "no")
        if written not in ("yes", "true", "no", "false"):
            self.complain(f"{key!r} is yes or no, not {written!r}", node.get(key) or node)
        return written in ("yes", "true")

    # -- kinds
    def make_kind(self, name: str) -> type[Annotation] | None:
        """The class of a kind, made when it is first needed, after its parent."""
        if name in self.schema and name not in self.waiting:
            return self.schema[name].cls
        node = self.waiting.get(name)
        if node is None:
            return None
        if name in self.making:
            chain = " → ".join([*self.making[self.making.index(name) :], name])
            self.complain(
                f"the kinds {chain} descend from each other", node.get("parent") or node, "take one of the parents out"
            )
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
        parent: type[Annotation] = Annotation
        written = self.text_of(node, "parent")
        if written:
            known = [*self.schema.kinds, *self.waiting]
            if written not in known:
                self.complain(f"no kind is named {written!r}{suggestion(written, known)}", node.get("parent") or node)
                return None
            made_parent = self.make_kind(written)
            if made_parent is None:
                return None
            parent = made_parent
        fields = {
            key.raw.replace("-", "_"): made
            for key, table in self.tables(node.get("fields"), "fields")
            if (made := self.field(key, table, parent)) is not None
        }
        made_class: type[Annotation] = attrs.make_class(
            "".join(part.capitalize() for part in re.split("[-_]", name)),
            fields,
            bases=(parent,),
            frozen=True,
            slots=True,
            kw_only=True,
            class_body={"KIND": name, "__doc__": self.text_of(node, "doc") or f"A {name}.", "__module__": __name__},
        )
        try:
            self.schema = self.schema.extend(made_class)
        except SchemaError as error:
            self.complain(str(error), node)
            return None
        return made_class

    def field(self, key: strict_yaml.Scalar, node: strict_yaml.Mapping, parent: type[Annotation]) -> Any:
        name = key.raw
        self.refuse_unknown(node, _FIELD_KEYS, f"the field {name!r}")
        inherited = fields_of_class(parent)
        if not _NAME.match(name) or (name in _TAKEN and name not in inherited):
            self.complain(
                f"{name!r} cannot be the name of a field",
                key,
                "use small letters, digits and hyphens, and no name that annotations have already",
            )
            return None
        hint: Any = self.type_of(name, node)
        if hint is None:
            return None
        many = self.flag(node, "many")
        pattern = self.text_of(node, "pattern") or None
        if pattern is not None and (reason := refusal(pattern)) is not None:
            self.complain(f"the pattern of {name!r} is refused: {reason}", node.get("pattern") or node)
            pattern = None
        default = self.default(name, node, hint, many)
        made = fact(
            self.text_of(node, "doc") or name,
            key=name,
            required=self.flag(node, "required"),
            pattern=pattern,
            default=default,
        )
        made.type = types.GenericAlias(tuple, (hint, ...)) if many else typing.Union[hint, Unreadable, None]  # noqa: UP007 - made at run time
        return made

    def type_of(self, name: str, node: strict_yaml.Mapping) -> Any:
        written = self.text_of(node, "type", "choice" if node.get("choices") is not None else "text")
        where = node.get("type") or node
        if written == "choice":
            choices = node.get("choices")
            words = (
                [item.raw for item in choices.items if isinstance(item, strict_yaml.Scalar)]
                if isinstance(choices, strict_yaml.Sequence)
                else []
            )
            if not words:
                self.complain(f"the field {name!r} has no choices", where, "write choices: [killed, injured]")
                return None
            return Literal.__getitem__(tuple(words))
        if written in FIELD_TYPES:
            return FIELD_TYPES[written]
        kind = self.make_kind(written)
        if kind is None:
            known = [*FIELD_TYPES, "choice", *self.schema.kinds]
            self.complain(
                f"no type is named {written!r}{suggestion(written, known)}",
                where,
                f"the types are {', '.join(sorted([*FIELD_TYPES, 'choice']))} and the kinds",
            )
        return kind

    def default(self, name: str, node: strict_yaml.Mapping, hint: Any, many: bool) -> Any:
        written = node.get("default")
        if written is None:
            return () if many else None
        if many or not isinstance(written, strict_yaml.Scalar):
            self.complain(f"the field {name!r} has a list, so its default is none", written)
            return ()
        if hint is str or (hasattr(hint, "__args__") and written.raw in hint.__args__):
            return written.raw
        if hint is bool:
            return written.raw in ("yes", "true")
        if hint is int and isinstance(written.value, int):
            return written.value
        if hint is Decimal and isinstance(written.value, int | Decimal):
            return Decimal(written.value)
        self.complain(f"{written.raw!r} cannot be the default of {name!r}", written)
        return None

    # -- checks
    def check(self, node: strict_yaml.Mapping) -> DeclaredCheck | None:
        self.refuse_unknown(node, _CHECK_KEYS, "a check")
        code, on = self.text_of(node, "code"), self.text_of(node, "on")
        if not _CODE.match(code):
            self.complain(
                f"{code or 'nothing'!r} cannot be the code of a check",
                node.get("code") or node,
                "write two to eight capital letters and a number, such as CAS1",
            )
            return None
        if any(known.code == code for known in self.schema.checks):
            self.complain(f"the code {code!r} is already taken", node.get("code") or node)
            return None
        if on not in self.schema:
            self.complain(
                f"no kind is named {on!r}{suggestion(on, self.schema.kinds)}",
                node.get("on") or node,
                "say with on: what kind is checked",
            )
            return None
        declared = [key for key in CHECKS if node.get(key) is not None]
        if len(declared) != 1:
            self.complain(
                f"the check {code} declares {' and '.join(declared) or 'nothing'}",
                node,
                f"write exactly one of {', '.join(CHECKS)}",
            )
            return None
        what = declared[0]
        where = node.get(what) or node
        argument = strict_yaml.to_python(where)
        fields = fields_of_class(self.schema[on].cls)
        if not self.argument_fits(code, what, argument, where, [*fields, "value"]):
            return None
        condition = node.get("when")
        when = strict_yaml.to_python(condition) if condition is not None else {}
        if not isinstance(when, dict) or not set(when) <= {*fields}:
            wrong = next((key for key in when if key not in fields), "") if isinstance(when, dict) else ""
            self.complain(f"a {on} has no field {wrong!r}{suggestion(wrong, fields)}", node.get("when") or node)
            return None
        severity = self.text_of(node, "severity", "error")
        if severity not in {str(s.value) for s in Severity}:
            self.complain(f"a severity is error, warning or info, not {severity!r}", node.get("severity") or node)
            severity = "error"
        message = self.text_of(node, "message") or f"this {on} does not fit {what}: {{found}}"
        return DeclaredCheck(
            code=code, name=self.text_of(node, "name", code.lower()), on=on, what=what, argument=argument,
            when=FrozenDict({key: str(value) for key, value in when.items()}), message=message,
            help=self.text_of(node, "help") or None, severity=Severity(severity), doc=self.text_of(node, "doc"),
        )  # fmt: skip

    def argument_fits(self, code: str, what: str, argument: Any, node: strict_yaml.Node, fields: list[str]) -> bool:
        """Whether what is written beside a check has the shape that it needs, and names fields and kinds that exist."""
        if what in ("one-of", "unique", "inside", "outside"):
            known = list(self.schema.kinds) if what in ("inside", "outside") else fields
            if not isinstance(argument, list) or not argument:
                self.complain(f"{what} of {code} is a list", node, f"write {what}: [{known[0]}, ...]")
                return False
            names = [str(item) for item in argument]
        else:
            known = fields
            needed = _FIELD_ARGUMENTS[what]
            if not isinstance(argument, dict) or not all(key in argument for key in needed):
                self.complain(
                    f"{what} of {code} is a table with {' and '.join(needed)}",
                    node,
                    (CHECKS[what].__doc__ or "").split(":")[0].strip("`"),
                )
                return False
            if what == "sum" and "to" not in argument and "at-most" not in argument:
                self.complain(f"sum of {code} needs to: or at-most:", node)
                return False
            if what == "follows-from" and "sum" not in argument and "difference" not in argument:
                self.complain(f"follows-from of {code} needs sum: or difference:", node)
                return False
            names = [str(argument[key]) for key in ("field", "within") if key in argument]
            for key in ("needs", "with", "sum", "difference"):
                listed = argument.get(key, [])
                names += [str(item) for item in (listed if isinstance(listed, list) else [listed])]
        for name in names:
            if name not in known:
                self.complain(
                    f"{code} names {name!r}, which is no {'kind' if what in ('inside', 'outside') else 'field'}{suggestion(name, known)}",
                    node,
                )
                return False
        return True
