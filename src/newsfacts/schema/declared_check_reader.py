"""Reading the checks of a schema file. Whatever a check names must be there, or it would silently find nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs

from newsfacts import strict_yaml
from newsfacts.findings import Severity
from newsfacts.immutable import FrozenDict
from newsfacts.model import Count
from newsfacts.schema.declared_checks import CHECKS, DeclaredCheck
from newsfacts.schema.kinds import Field, FieldType, Kind, Schema
from newsfacts.strict_yaml.tables import Shapes
from newsfacts.text.suggestions import suggestion

__all__ = ["CHECK_NAME", "CheckReader"]

CHECK_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_KEYS = frozenset({"code", "name", "on", "when", "message", "help", "severity", "doc", *CHECKS})
_CODE = re.compile(r"[A-Z]{2,8}[0-9]{1,4}\Z")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

_FIELD, _AMOUNT, _FIELDS, _KINDS, _NUMBER, _OPERAND = "field", "amount", "fields", "kinds", "number", "operand"
_COMPARABLE = frozenset({
    FieldType.INTEGER, FieldType.DECIMAL, FieldType.QUANTITY, FieldType.TIME, FieldType.DATE, FieldType.ANNOTATION,
})  # fmt: skip


@attrs.frozen
class _Shape:
    """What is written for a check: a list, or a table with these keys, of which some must be there."""

    keys: Mapping[str, str] = FrozenDict()
    required: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    list_of: str | None = None
    facts: tuple[str, ...] = ("found",)
    message: str = ""


_COMPARED: Any = {
    "keys": FrozenDict({"field": _AMOUNT, "of": _OPERAND}),
    "required": ("field", "of"),
    "facts": ("field", "found", "limit"),
}
_SHAPES: Mapping[str, _Shape] = FrozenDict({
    "at-most": _Shape(**_COMPARED, message="{field} is {found}, which is more than {limit}"),
    "at-least": _Shape(**_COMPARED, message="{field} is {found}, which is less than {limit}"),
    "sum": _Shape(
        FrozenDict({"field": _AMOUNT, "within": _FIELD, "at-most": _NUMBER, "to": _NUMBER, "slack": _NUMBER}),
        ("field",), ("at-most", "to"), facts=("found", "limit"), message="together they are {found}, where {limit} is right",
    ),
    "one-of": _Shape(list_of=_FIELDS, facts=("found", "fields"), message="exactly one of {fields} is needed; this has {found}"),
    "requires": _Shape(FrozenDict({"field": _FIELD, "needs": _FIELDS}), ("needs",), facts=("missing",), message="this lacks {missing}"),
    "forbids": _Shape(FrozenDict({"field": _FIELD, "with": _FIELDS}), ("with",), message="{found} cannot be written here"),
    "follows-from": _Shape(
        FrozenDict({"field": _AMOUNT, "sum": _FIELDS, "difference": _FIELDS, "slack": _NUMBER}),
        ("field",), ("sum", "difference"), facts=("field", "found", "expected"),
        message="{field} is {found}, but what it follows from gives {expected}",
    ),
    "unique": _Shape(list_of=_FIELDS, message="{found} is here a second time"),
    "inside": _Shape(list_of=_KINDS, facts=("kinds",), message="this is not inside a {kinds}"),
    "outside": _Shape(list_of=_KINDS, message="this is inside a {found}"),
})  # fmt: skip


class CheckReader(Shapes):
    """Reads checks against the kinds of a schema."""

    schema: Schema
    unmade: frozenset[str] = frozenset()
    """Kinds of the file that could not be made. That has been said, so a check that names one passes without a word."""

    def check(self, node: strict_yaml.Mapping) -> DeclaredCheck | None:
        """One check; None where it cannot be used, with the reason among the problems."""
        self.refuse_unknown(node, _KEYS, "a check")
        code, on = self.text_of(node, "code"), self.text_of(node, "on")
        if not _CODE.match(code):
            help = "write two to eight capital letters and a number, such as CAS1"
            self.complain(f"{code or 'nothing'!r} cannot be the code of a check", node.get("code") or node, help)
            return None
        if on in self.unmade:
            return None
        if on not in self.schema:
            message = (
                f"no kind is named {on!r}{suggestion(on, self.schema.kinds)}"
                if on
                else f"{code} does not say what kind it is"
            )
            self.complain(message, node.get("on") or node, "say with on: what kind is checked")
            return None
        kind = self.schema[on]
        declared = [key for key in CHECKS if node.get(key) is not None]
        if len(declared) != 1:
            message = f"the check {code} declares {' and '.join(declared) or 'nothing'}"
            self.complain(message, node, f"write exactly one of {', '.join(CHECKS)}")
            return None
        what = declared[0]
        argument = node.get(what)
        assert argument is not None
        before = len(self.problems)
        self.read_argument(code, what, argument, kind)
        when = self.condition(code, node.get("when"), kind)
        message = self.message(code, node, what, kind)
        if len(self.problems) > before:
            return None
        return DeclaredCheck(
            code=code, name=self.name(node, code), on=on, what=what, argument=strict_yaml.to_python(argument), when=when,
            message=message, help=self.text_of(node, "help") or None, severity=self.severity(node),
            doc=self.text_of(node, "doc"),
        )  # fmt: skip

    # -- what is declared about it
    def name(self, node: strict_yaml.Mapping, code: str) -> str:
        """The name, or else the code in small letters."""
        name = self.text_of(node, "name", code.lower())
        if not CHECK_NAME.match(name):
            help = "use small letters, digits and hyphens"
            self.complain(f"{name!r} cannot be the name of a check", node.get("name") or node, help)
            return code.lower()
        return name

    def severity(self, node: strict_yaml.Mapping) -> Severity:
        """The severity; error where none is written."""
        written = self.text_of(node, "severity", "error")
        if written not in {str(s.value) for s in Severity}:
            self.complain(f"a severity is error, warning or info, not {written!r}", node.get("severity") or node)
            return Severity.ERROR
        return Severity(written)

    def message(self, code: str, node: strict_yaml.Mapping, what: str, kind: Kind) -> str:
        """The message, whose placeholders must be facts of the check or fields of the kind."""
        shape = _SHAPES[what]
        message = self.text_of(node, "message") or shape.message
        where = node.get("message") or node
        known = ["words", *shape.facts, *kind.fields]
        for name in _PLACEHOLDER.findall(message):
            if name not in known:
                text = f"the message of {code} has no {{{name}}} to fill in{suggestion(name, known)}"
                self.complain(text, where, f"it may have {', '.join(known)}")
        if re.search("[{}]", _PLACEHOLDER.sub("", message)):
            self.complain(f"the message of {code} has a brace without its partner", where, "write {found}")
        return message

    def condition(self, code: str, node: strict_yaml.Node | None, kind: Kind) -> Mapping[str, str]:
        """The fields and values that limit a check."""
        found: dict[str, str] = {}
        if node is None:
            return FrozenDict(found)
        if not isinstance(node, strict_yaml.Mapping):
            self.complain(f"when of {code} is a table of fields and values", node, "write when: {field: value}")
            return FrozenDict(found)
        for entry in node.entries:
            key, value = entry.key.raw, entry.value
            field = kind.fields.get(key)
            if field is None:
                self.complain(f"a {kind.name} has no field {key!r}{suggestion(key, kind.fields)}", entry.key)
            elif not isinstance(value, strict_yaml.Scalar):
                self.complain(f"when of {code} takes one value for {key!r}", value)
            else:
                found[key] = self.condition_value(field, value)
        return FrozenDict(found)

    def condition_value(self, field: Field, node: strict_yaml.Scalar) -> str:
        """A value as it is compared: in words."""
        is_plain = self.place(node).words == node.raw
        if field.types == (FieldType.YES_NO,):
            if node.raw not in ("yes", "true", "no", "false"):
                self.complain(f"{field.key} is yes or no, not {node.raw!r}", node)
            return "yes" if node.raw in ("yes", "true") else "no"
        if not field.choices and is_plain and node.raw in ("yes", "true", "no", "false"):
            self.complain(
                f"{field.key} is never {node.raw}: it is {field.describe()}",
                node,
                f'give {field.key} the type yes-no, or write "{node.raw}" for the word',
            )
        if field.choices and node.raw not in field.choices:
            self.complain(
                f"{field.key} is never {node.raw!r}{suggestion(node.raw, field.choices)}",
                node,
                f"it is {field.describe()}",
            )
        return node.raw

    # -- what it checks
    def read_argument(self, code: str, what: str, node: strict_yaml.Node, kind: Kind) -> None:
        """Report what is written for a check and does not fit it."""
        shape = _SHAPES[what]
        if shape.list_of is not None:
            self.names(f"{what} of {code}", node, shape.list_of, kind)
            return
        wanted = f"{what} of {code}"
        pattern = (CHECKS[what].__doc__ or "").split("`")[1]
        if not isinstance(node, strict_yaml.Mapping):
            self.complain(f"{wanted} is a table", node, f"write it like {pattern}")
            return
        self.refuse_unknown(node, shape.keys, wanted)
        for key in shape.required:
            if node.get(key) is None:
                self.complain(f"{wanted} lacks {key!r}", node, f"write it like {pattern}")
        given = [key for key in shape.one_of if node.get(key) is not None]
        if shape.one_of and len(given) != 1:
            message = f"{wanted} needs either {' or '.join(map(repr, shape.one_of))}"
            self.complain(message, node, f"write it like {pattern}")
        for entry in node.entries:
            sort = shape.keys.get(entry.key.raw)
            if sort in (_FIELDS, _KINDS):
                amounts = entry.key.raw in ("sum", "difference")
                self.names(f"{entry.key.raw} of {code}", entry.value, _FIELDS, kind, amounts=amounts)
            elif sort is not None:
                self.value(code, entry.key.raw, entry.value, sort, kind)

    def names(self, where: str, node: strict_yaml.Node, sort: str, kind: Kind, *, amounts: bool = False) -> None:
        """A list of names of fields or kinds."""
        known = [*self.schema.kinds, *self.unmade] if sort == _KINDS else fields_and_value(kind)
        if not isinstance(node, strict_yaml.Sequence) or not node.items:
            self.complain(f"{where} is a list", node, f"write [{known[0]}, ...]")
            return
        for item in node.items:
            name = item.raw if isinstance(item, strict_yaml.Scalar) else ""
            if name not in known:
                what = "no kind" if sort == _KINDS else f"no field of a {kind.name}"
                self.complain(f"{name!r} in {where} is {what}{suggestion(name, known)}", item)
            elif amounts:
                self.amount(where, name, item, kind)

    def value(self, code: str, key: str, node: strict_yaml.Node, sort: str, kind: Kind) -> None:
        """One name or one number."""
        known = fields_and_value(kind)
        is_number = isinstance(node, strict_yaml.Scalar) and type(node.value) in (int, Decimal)
        name = node.raw if isinstance(node, strict_yaml.Scalar) else ""
        if sort == _NUMBER:
            if not is_number:
                self.complain(f"{key} of {code} is a number, not {name!r}", node)
        elif sort == _OPERAND and is_number:
            return
        elif name not in known:
            also = "neither a number nor a" if sort == _OPERAND else "no"
            self.complain(f"{name!r} is {also} field of a {kind.name}{suggestion(name, known)}", node)
        elif sort in (_AMOUNT, _OPERAND):
            self.amount(f"{key} of {code}", name, node, kind)

    def amount(self, where: str, name: str, node: strict_yaml.Node, kind: Kind) -> None:
        """A field that is compared or added up must hold numbers or dates."""
        field = kind.fields.get(name)
        if field is not None and (field.many or not _COMPARABLE & set(field.types)):
            shown = "a list" if field.many else field.describe()
            self.complain(f"{where} needs a number or a date, and {name!r} is {shown}", node)


def fields_and_value(kind: Kind) -> list[str]:
    """The fields of a kind, and `value` where it is read from the words."""
    return [*kind.fields, "value"] if issubclass(kind.cls, Count) and "value" not in kind.fields else [*kind.fields]
