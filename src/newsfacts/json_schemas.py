"""JSON Schemas (2020-12) of every file that newsfacts reads or writes, generated from the types.

`schemas/` holds what `scripts/json_schemas.py` writes from here; CI compares the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsfacts.findings import Severity
from newsfacts.model import Document, Entity, Event, Known, Measure, RelationKind
from newsfacts.rules import all_rules
from newsfacts.rules.profiles import PROFILES
from newsfacts.schema import Field, FieldType, Kind, Schema, fields_of_class

__all__ = ["ALL", "configuration_schema", "document_schema", "factbook_schema", "report_schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
VERSION = 1

_ID = {"type": "string", "pattern": r"^\w[\w.:-]*$"}
_SCALAR = {"type": ["string", "number", "boolean"]}


def document_schema(schema: Schema | None = None) -> dict[str, Any]:
    """Stand-off documents (`.facts.yaml`, `.facts.json`, one line of `.facts.jsonl`) with the kinds of a schema.

    Kinds and fields that the schema does not know are allowed, since newsfacts keeps them; a check complains of them.
    """
    chosen = schema or Schema.core()
    kinds = list(chosen)
    annotation = {
        "type": "object",
        "required": ["kind"],
        "properties": {
            "kind": {"type": "string", "description": "the kind", "examples": [kind.name for kind in kinds]},
            "id": {**_ID, "description": "a name by which others refer to it"},
            "spans": {
                "description": "its fragments: half-open ranges of code points in the text, in order",
                "type": "array",
                "items": {"type": "array", "prefixItems": [_offset(), _offset()], "items": False, "minItems": 2},
            },
            "words": {
                "description": "the words of the fragments, so that drift is seen",
                "type": ["string", "array"],
                "items": {"type": "string"},
            },
        },
        "allOf": [
            {"if": {"properties": {"kind": {"const": kind.name}}}, "then": {"$ref": f"#/$defs/{kind.name}"}}
            for kind in kinds
        ],
    }
    own = _properties(fields_of_class(Document))
    return _top(
        "document",
        "A newsfacts document with stand-off annotations",
        {
            "newsfacts": {"const": VERSION},
            "text": {"type": "string", "description": "the text, code point for code point"},
            "source": {"type": "string", "description": "path of the file that holds the text, from this one"},
            **own,
            **_factbook_properties(),
            "annotations": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
        },
        {"annotation": annotation, **{kind.name: _kind(kind) for kind in kinds}, **_factbook_definitions()},
    )


def factbook_schema() -> dict[str, Any]:
    """Factbooks (`*.factbook.yaml`)."""
    top = _top(
        "factbook",
        "Entities, measures, events and known values that documents share",
        {"newsfacts": {"const": VERSION}, **_factbook_properties()},
        _factbook_definitions(),
    )
    return {**top, "additionalProperties": False}


def configuration_schema() -> dict[str, Any]:
    """newsfacts.toml, and `[tool.newsfacts]` in pyproject.toml."""
    codes = {"type": "array", "items": {"type": "string"}}
    severity = {"enum": [str(s.value) for s in Severity]}
    options = {
        code: {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                name: {"type": _json_type(option.default), "description": option.doc, "default": _plain(option.default)}
                for name, option in rule.OPTIONS.items()
            },
        }
        for code, rule in all_rules().items()
        if rule.OPTIONS
    }
    paths = {"type": "array", "items": {"type": "string"}}
    top = _top(
        "configuration",
        "What a project asks of newsfacts check",
        {
            "profile": {"enum": list(PROFILES)},
            "select": {**codes, "description": "codes or families that run, and no others"},
            "extend-select": {**codes, "description": "codes or families that run too"},
            "ignore": {**codes, "description": "codes or families that do not run"},
            "severity": {"type": "object", "additionalProperties": severity},
            "policy": {"type": "string", "description": "strict, news, lenient, or the path of a policy file"},
            "schema": paths,
            "factbook": paths,
            "exclude": {**paths, "description": "patterns of paths that are not checked"},
            "baseline": {"type": "string", "description": "path of the file of known findings"},
            "fail-on": {**severity, "description": "the lowest severity that makes the check fail"},
            "options": {"type": "object", "properties": options, "additionalProperties": False},
        },
        {},
    )
    return {**top, "additionalProperties": False}


def report_schema() -> dict[str, Any]:
    """The report that `newsfacts check --format json` prints."""
    position = {
        "type": "object",
        "required": ["line", "column"],
        "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    }
    finding = {
        "type": "object",
        "required": ["code", "rule", "severity", "message"],
        "properties": {
            "code": {"type": "string", "pattern": "^[A-Z]+[0-9]+$"},
            "rule": {"type": "string"},
            "severity": {"enum": [str(s.value) for s in Severity]},
            "message": {"type": "string"},
            "path": {"type": ["string", "null"]},
            "start": position,
            "end": position,
            "words": {"type": "string"},
            "spans": {"type": "array", "items": {"type": "array", "items": _offset(), "minItems": 2, "maxItems": 2}},
            "help": {"type": ["string", "null"]},
            "labels": {"type": "array", "items": {"type": "object", "required": ["message"]}},
            "fix": {"type": ["object", "null"]},
        },
    }
    return _top(
        "report",
        "What newsfacts check found",
        {"version": {"type": "string"}, "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}}},
        {"finding": finding},
    )


def _top(name: str, title: str, properties: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    found = {
        "$schema": DIALECT,
        "$id": f"https://newsfacts.example/schemas/{name}-{VERSION}.json",
        "title": title,
        "type": "object",
        "properties": dict(properties),
    }
    return {**found, "$defs": dict(definitions)} if definitions else found


def _offset() -> dict[str, Any]:
    return {"type": "integer", "minimum": 0}


def _kind(kind: Kind) -> dict[str, Any]:
    properties = _properties(kind.fields)
    if kind.cls.RELATES:
        for relation in RelationKind:
            properties[str(relation.value)] = {"description": f"ids of what it {relation.value}", **_many(_ID)}
    found: dict[str, Any] = {"description": kind.doc.split("\n\n")[0], "properties": properties}
    required = [field.key for field in kind.fields.values() if field.required]
    return {**found, "required": required} if required else found


def _properties(fields: Mapping[str, Field]) -> dict[str, Any]:
    return {key: {"description": field.doc, **_field(field)} for key, field in fields.items()}


def _field(field: Field) -> dict[str, Any]:
    if field.record is not None:
        one: dict[str, Any] = {"type": ["object", "string"], "properties": _properties(fields_of_class(field.record))}
        return {"type": "array", "items": one} if field.many else one
    if field.choices:
        one = {"enum": list(field.choices)}
    elif field.types == (FieldType.YES_NO,):
        one = {"enum": [True, False, "yes", "no"]}
    elif field.types == (FieldType.INTEGER,):
        one = {"type": ["integer", "string"], "pattern": r"^[+-]?\d+$"}
    elif field.is_reference:
        one = dict(_ID)
    elif field.types == (FieldType.TEXT,):
        one = {"type": ["string", "number"]}
        if field.pattern is not None:
            one["pattern"] = f"^(?:{field.pattern})$"
    else:
        one = dict(_SCALAR)
    return _many(one) if field.many else one


def _many(one: Mapping[str, Any]) -> dict[str, Any]:
    """A list, or the one value, or values with spaces between them."""
    return {"anyOf": [{"type": "array", "items": dict(one)}, {"type": "string"}]}


def _factbook_properties() -> dict[str, Any]:
    def table(name: str) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": {"$ref": f"#/$defs/factbook-{name}"}}

    return {
        "entities": table("entity"),
        "measures": table("measure"),
        "events": table("event"),
        "known": {"type": "array", "items": {"$ref": "#/$defs/factbook-known"}},
    }


def _factbook_definitions() -> dict[str, Any]:
    classes: Mapping[str, type] = {"entity": Entity, "measure": Measure, "event": Event, "known": Known}
    found: dict[str, Any] = {}
    for name, cls in classes.items():
        fields = fields_of_class(cls)
        found[f"factbook-{name}"] = {"type": "object", "properties": _properties(fields), "additionalProperties": False}
        required = [field.key for field in fields.values() if field.required]
        if required:
            found[f"factbook-{name}"]["required"] = required
    return found


def _json_type(value: object) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    return "array" if isinstance(value, list | tuple) else "string"


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


ALL = {
    "document": document_schema,
    "factbook": factbook_schema,
    "configuration": configuration_schema,
    "report": report_schema,
}
"""What makes each published schema, by name."""
