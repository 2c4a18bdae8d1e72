"""Reads a YAML mapping into a class whose fields are `fact(...)`: a role, a correction, a document's metadata."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from newsfacts import strict_yaml
from newsfacts.building.field_values import NotInList, read_field
from newsfacts.errors import UnreadableValue
from newsfacts.findings import Applicability, Edit, Fix, ProblemList, ReaderCode
from newsfacts.immutable import FrozenDict
from newsfacts.schema.kinds import Field, FieldType, fields_of_class
from newsfacts.text.source import Place
from newsfacts.text.suggestions import suggestion

__all__ = ["RecordReader", "remark_on_scalar"]

Resolve = Callable[[Field, list[str], Place], Any]


@attrs.frozen
class RecordReader:
    """Reads mappings of one file; `place` turns offsets of the YAML into places of the file."""

    problems: ProblemList
    place: Callable[[strict_yaml.Node], Place]

    def keyword_arguments(
        self,
        cls: type,
        node: strict_yaml.Mapping,
        what: str,
        *,
        resolve: Resolve | None = None,
        elsewhere: frozenset[str] = frozenset(),
    ) -> dict[str, Any]:
        """What to construct `cls` with. `what` names the thing in messages, `elsewhere` the keys that others read.

        References go through `resolve`; without it they are left out, for a second pass. Unknown keys are kept in
        `extra` where the class has such a field.
        """
        fields = fields_of_class(cls)
        found: dict[str, Any] = {}
        extra: dict[str, Any] = {}
        for entry in node.entries:
            key = str(entry.key.value) if isinstance(entry.key, strict_yaml.Scalar) else ""
            field = fields.get(key)
            if field is None:
                if key in elsewhere:
                    continue
                self.problems.add(
                    ReaderCode.UNKNOWN_FIELD,
                    f"{what} has no field {key!r}{suggestion(key, [*fields, *elsewhere])}",
                    self.place(entry.key),
                    help=f"the fields are {', '.join(sorted([*fields, *elsewhere]))}",
                )
                extra[key] = strict_yaml.to_python(entry.value)
                continue
            if strict_yaml.is_null(entry.value):
                continue
            if field.record is not None:
                found[field.name] = self.records(field, entry.value, f"{field.key} of {what}")
            elif field.is_reference:
                if resolve is not None:
                    found[field.name] = resolve(field, self.words(entry.value), self.place(entry.value))
            else:
                found[field.name] = self.value(field, entry.value)
        if extra and "extra" in attrs.fields_dict(cls):
            found["extra"] = FrozenDict(extra)
        self.require(fields.values(), node, what)
        return found

    def require(self, fields: Any, node: strict_yaml.Mapping, what: str) -> None:
        """Complain of required fields that are not written."""
        for field in fields:
            if field.required and node.get(field.key) is None:
                self.problems.add(
                    ReaderCode.MISSING_FIELD,
                    f"{what} lacks {field.key!r}",
                    self.place(node),
                    help=f"{field.key} is {field.doc or field.describe()}",
                )

    def value(self, field: Field, node: strict_yaml.Node) -> Any:
        """A plain value."""

        def complain(error: UnreadableValue) -> None:
            code = ReaderCode.VALUE_NOT_IN_LIST if isinstance(error, NotInList) else ReaderCode.UNREADABLE_VALUE
            self.problems.add(code, f"{error.raw!r} is not {field.describe()}", self.place(node), help=error.reason)

        if isinstance(node, strict_yaml.Mapping):
            self.problems.add(
                ReaderCode.UNREADABLE_VALUE, f"{field.key!r} takes {field.describe()}, not a table", self.place(node)
            )
            return field.default
        written: Any = (
            [self.scalar(item) for item in node.items] if isinstance(node, strict_yaml.Sequence) else self.scalar(node)
        )
        if field.many and not isinstance(written, list):
            written = [written] if field.types[0] is FieldType.TEXT else written.split()
        if field.types[0] is FieldType.TEXT:
            for item in node.items if isinstance(node, strict_yaml.Sequence) else (node,):
                remark_on_scalar(item, self.place, self.problems)
        return read_field(field, written, complain)

    def words(self, node: strict_yaml.Node) -> list[str]:
        """A list of ids, written as a list or as words."""
        if isinstance(node, strict_yaml.Sequence):
            return [self.scalar(item) for item in node.items]
        return self.scalar(node).split()

    def scalar(self, node: strict_yaml.Node) -> str:
        """A scalar as it was written, so that 007 and 10:30 stay what they are."""
        if isinstance(node, strict_yaml.Scalar):
            return node.raw
        self.problems.add(
            ReaderCode.UNREADABLE_VALUE, "a single value is needed here, not a list or a table", self.place(node)
        )
        return ""

    def records(self, field: Field, node: strict_yaml.Node, what: str) -> Any:
        """One record or a list of them; a plain scalar stands for the first field of the record."""
        record = field.record
        assert record is not None
        nodes = node.items if isinstance(node, strict_yaml.Sequence) else (node,)
        found = []
        for item in nodes:
            if isinstance(item, strict_yaml.Mapping):
                found.append(record(**self.keyword_arguments(record, item, what)))
            elif isinstance(item, strict_yaml.Scalar):
                found.append(record(**{next(iter(fields_of_class(record).values())).name: item.raw}))
            else:
                self.problems.add(ReaderCode.UNREADABLE_VALUE, f"{what} takes a table", self.place(item))
        return tuple(found) if field.many else (found[0] if found else None)


def remark_on_scalar(node: strict_yaml.Node, place: Callable[[strict_yaml.Node], Place], problems: ProblemList) -> None:
    """Remark on a plain word that is text here and something else to other readers of YAML."""
    otherwise = strict_yaml.taken_otherwise(node.raw) if isinstance(node, strict_yaml.Scalar) else None
    if otherwise is None or not isinstance(node, strict_yaml.Scalar):
        return
    where = place(node)
    if where.words == node.raw:  # and not between quotation marks already
        problems.add(
            ReaderCode.AMBIGUOUS_SCALAR,
            f"“{node.raw}” is text here, but other readers of YAML take it for {otherwise}",
            where,
            help="put it between quotation marks",
            fix=Fix(
                "put it between quotation marks", (Edit(where.start, where.end, f'"{node.raw}"'),), Applicability.SAFE
            ),
        )
