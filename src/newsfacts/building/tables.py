"""Reads a YAML table into the arguments of a class whose fields are `fact(...)`: a role, a correction, a document's metadata."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable
from typing import Any

import attrs

from newsfacts.building.field_values import is_missing, read_field, report_unreadable
from newsfacts.errors import UnreadableValue
from newsfacts.findings import ReaderCode
from newsfacts.immutable import FrozenDict
from newsfacts.schema.kinds import Field, FieldType, fields_of_class
from newsfacts.strict_yaml import Entry, Mapping, Node, Scalar, Sequence, is_null, to_python
from newsfacts.strict_yaml.tables import Shapes, items_of
from newsfacts.text.suggestions import suggestion

__all__ = ["RecordReader"]


class RecordReader(Shapes):
    """Reads tables of one file. In nodes without places there is nothing that needs a remark about how it is written."""

    has_places: bool = True

    def keyword_arguments(
        self,
        cls: type,
        node: Mapping,
        what: str,
        *,
        id: str | None = None,
        resolve: Callable[[Field, str | list[str], Node], Any] | None = None,
        elsewhere: Collection[str] = (),
    ) -> dict[str, Any]:
        """What to construct `cls` with. `what` names the thing in messages, before its `id` where it has one.

        `elsewhere` are the keys that others read, and `resolve` finds what a field refers to. Unknown keys are kept in `extra` where
        the class has such a field.
        """
        fields = fields_of_class(cls)
        found: dict[str, Any] = {}
        extra: dict[str, Any] | None = None
        for entry in node.entries:
            key = entry.key.raw
            field = fields.get(key)
            if field is None:
                if key not in elsewhere:
                    extra = extra or {}
                    extra[key] = to_python(entry.value)
                    self.report_unknown(entry, named(what, id), [*fields, *elsewhere])
                continue
            value = entry.value
            if isinstance(value, Scalar):
                raw = value.raw
                if value.value is None:
                    continue
                if field.is_plain_text:
                    if self.has_places:
                        self.remark_on_scalar(value)
                    found[field.name] = raw
                    continue
                if raw in field.choices and not field.many:
                    found[field.name] = field.choices[raw]
                    continue
            if field.record is not None:
                found[field.name] = self.records(field, value, f"{field.key} of {named(what, id)}")
            elif field.is_reference:
                assert resolve is not None, f"{what} has references"
                found[field.name] = resolve(field, self.words(value), value)
            else:
                found[field.name] = self.value(field, value)
        if extra is not None and "extra" in attrs.fields_dict(cls):
            found["extra"] = FrozenDict(extra)
        required = required_fields(cls)
        if required:
            self.require(required, node, named(what, id))
        return found

    def report_unknown(self, entry: Entry, what: str, known: Collection[str]) -> None:
        """Report a key that is not one of those that are known."""
        key = entry.key.raw
        message = f"{what} has no field {key!r}{suggestion(key, known)}"
        help = f"the fields are {', '.join(sorted(known))}"
        self.report(ReaderCode.UNKNOWN_FIELD, message, entry.key, help)

    def require(self, fields: Iterable[Field], node: Mapping, what: str) -> None:
        """Report required fields that are not written."""
        for field in fields:
            value = node.get(field.key)
            words = [item.raw for item in items_of(value) if isinstance(item, Scalar)]
            if value is None or is_null(value) or (not isinstance(value, Mapping) and is_missing(field, words)):
                help = f"{field.key} is {field.doc or field.describe()}"
                self.report(ReaderCode.MISSING_FIELD, f"{what} lacks {field.key!r}", node, help)

    def value(self, field: Field, node: Node) -> Any:
        """A value that is neither a record nor a reference."""
        if isinstance(node, Mapping):
            message = f"{field.key!r} takes {field.describe()}, not a table"
            self.report(ReaderCode.UNREADABLE_VALUE, message, node)
            return field.default
        written = self.words(node)
        if field.types[0] is FieldType.TEXT:
            if field.many and isinstance(written, str):
                written = [written]
            for item in items_of(node):
                self.remark_on_scalar(item)
        return read_field(field, written, self.refuse_value, node)

    def refuse_value(self, field: Field, error: UnreadableValue, node: Node) -> None:
        """Report a value that cannot be read."""
        report_unreadable(self.problems, field, error, self.place(node))

    def records(self, field: Field, node: Node, what: str) -> Any:
        """One record or a list of them; a single value stands for the first field of the record."""
        record = field.record
        assert record is not None
        found = []
        for item in node.items if isinstance(node, Sequence) else (node,):
            if isinstance(item, Mapping):
                found.append(record(**self.keyword_arguments(record, item, what)))
            elif isinstance(item, Scalar):
                found.append(record(**{next(iter(fields_of_class(record).values())).name: item.raw}))
            else:
                self.report(ReaderCode.UNREADABLE_VALUE, f"{what} takes a table", item)
        return tuple(found) if field.many else (found[0] if found else None)


def named(what: str, id: str | None) -> str:
    """What messages call a thing."""
    return what if id is None else f"{what} {id!r}"


@functools.cache
def required_fields(cls: Any) -> tuple[Field, ...]:
    """The fields of a class that must be written."""
    return tuple(field for field in fields_of_class(cls).values() if field.required)
