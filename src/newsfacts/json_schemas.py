"""JSON Schemas (2020-12) of every file that newsfacts reads or writes, generated from the types.

`schemas/` has what `scripts/json_schemas.py` writes from here; CI compares the two.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from newsfacts.findings import Applicability, Severity
from newsfacts.immutable import FrozenDict
from newsfacts.model import Document, Entity, Event, Known, Measure, RelationKind
from newsfacts.rules import all_rules
from newsfacts.rules.profiles import PROFILES
from newsfacts.schema.declared_checks import CHECKS
from newsfacts.schema.file import FIELD_TYPES
from newsfacts.schema.kinds import Field, FieldType, Kind, Schema, fields_of_class

__all__ = [
    "ALL", "as_json", "configuration_schema", "document_schema", "factbook_schema", "file_name", "grounding_schema", "report_schema",
    "schema_file_schema",
]  # fmt: skip

DIALECT = "https://json-schema.org/draft/2020-12/schema"
VERSION = 1

_ID = {"type": "string", "pattern": r"^\w[\w.:-]*$"}
_SCALAR = {"type": ["string", "number", "boolean"]}


def document_schema(schema: Schema | None = None) -> dict[str, Any]:
    """Stand-off documents (`.facts.yaml`, `.facts.json`, one line of `.facts.jsonl`) with the kinds of a schema.

    Kinds and fields that the schema does not know are allowed, since newsfacts keeps them; a check reports them.
    """
    chosen = schema or Schema.core()
    kinds = list(chosen)
    annotation = {
        "type": "object",
        "anyOf": [{"required": ["kind"]}, {"required": ["ref"]}],
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
            "quote": {
                "description": "the words of the fragments, by which they are found where there are no spans",
                "type": ["string", "array"],
                "items": {"type": "string"},
            },
            "prefix": {"type": "string", "description": "what is right before the words of quote"},
            "suffix": {"type": "string", "description": "what is right behind them"},
            "nth": {
                "description": "which of the places of the words, from 1; a list gives each fragment its own",
                "type": ["integer", "array"],
                "items": {"type": "integer"},
            },
            "near": {"type": "string", "description": "words that occur once: the nearest place to them is meant"},
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
            "source": {"type": "string", "description": "path of the file with the text, from this one"},
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
            "mapping": {
                "type": "string",
                "description": "what labels of other tools mean: polnear, tei, ..., or the path of a mapping",
            },
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
    """The report that `newsfacts check --format json` prints. New keys may come at any time."""
    place = {
        "path": {"type": ["string", "null"], "description": "the file, as it was named"},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1, "description": "in code points, from 1"},
        "end_line": {"type": "integer", "minimum": 1},
        "end_column": {"type": "integer", "minimum": 1},
        "start": {**_offset(), "description": "code points before it in the file"},
        "end": _offset(),
        "words": {"type": "string", "description": "the words there in the file"},
    }
    edit = _open_record({"start": _offset(), "end": _offset(), "replacement": {"type": "string"}})
    fix = _open_record(
        {
            "title": {"type": "string"},
            "applicability": {"enum": [str(a.value) for a in Applicability]},
            "edits": {"type": "array", "items": edit, "minItems": 1},
        }
    )
    code = {"type": "string", "pattern": "^[A-Z]+[0-9]+$"}
    label = _open_record({"message": {"type": "string"}, **place}, ["message", "path"])
    finding = _open_record(
        {
            "code": code,
            "rule": {"type": "string"},
            "severity": {"enum": [str(s.value) for s in Severity]},
            "message": {"type": "string"},
            **place,
            "spans": {
                "type": "array",
                "description": "half-open ranges of the document's text, in code points",
                "items": {"type": "array", "prefixItems": [_offset(), _offset()], "items": False, "minItems": 2},
            },
            "labels": {"type": "array", "items": {"$ref": "#/$defs/label"}},
            "help": {"type": ["string", "null"]},
            "fix": {"anyOf": [{"$ref": "#/$defs/fix"}, {"type": "null"}]},
            "key": {"type": "string", "description": "the same for the same finding after edits elsewhere in the file"},
        },
        ["code", "rule", "severity", "message", "path", "spans", "labels", "help", "fix", "key"],
    )
    skipped = _open_record(
        {"code": code, "rule": {"type": "string"}, "reason": {"type": "string"}, **place},
        ["code", "rule", "reason", "path"],
    )
    numbers = (
        "files", "documents", "factbooks", "annotations", "rules", "held", "not_held", "not_checked", "suppressed", "known",
        "fixed", "unreadable",
    )  # fmt: skip
    counts = {"type": "object", "additionalProperties": _offset()}
    counted = dict.fromkeys((*numbers, "failed"), _offset())  # reports of older versions do not have the last
    summary = _open_record({**counted, "severities": counts, "codes": counts}, numbers)
    top = _top(
        "report",
        "What newsfacts check found",
        {
            "version": {"const": VERSION},
            "newsfacts": {"type": "string", "description": "the version of newsfacts that wrote it"},
            "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
            "skipped": {"type": "array", "items": {"$ref": "#/$defs/skipped"}},
            "summary": {"$ref": "#/$defs/summary"},
        },
        {"finding": finding, "label": label, "fix": fix, "skipped": skipped, "summary": summary},
    )
    return {**top, "required": ["version", "newsfacts", "findings", "skipped", "summary"]}


# The words of `newsfacts.grounding.results`, which is to the right of this module; a test compares the two.
GROUND_KINDS = ("quotation", "number", "time", "citation")
GROUND_OUTCOMES = ("supported", "says more", "contradicted", "unlike", "not found", "could not be checked")


def grounding_schema() -> dict[str, Any]:
    """What `newsfacts ground --format json` prints, and the tools for language models return. New keys may come at any time."""
    place = {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1, "description": "in code points, from 1"},
        "end_line": {"type": "integer", "minimum": 1},
        "end_column": {"type": "integer", "minimum": 1},
        "start": {**_offset(), "description": "code points before it in the text"},
        "end": _offset(),
    }
    text = {"type": "string"}
    or_null = {"type": ["string", "null"]}
    source = _open_record({
        "path": or_null,
        "place": {**text, "description": "in the terms of the source: a page, a paragraph, a time, or a line and a column"},
        "line": place["line"], "column": place["column"], "start": _offset(), "end": _offset(),
        "words": text,
        "sentence": {**text, "description": "the sentence that the words are in"},
    })  # fmt: skip
    item = _open_record({
        "kind": {"enum": list(GROUND_KINDS)},
        "outcome": {"enum": list(GROUND_OUTCOMES)},
        "words": {**text, "description": "the words of the text"},
        "place": {**text, "description": "in the terms of the text: a page, a paragraph, a time, or a line and a column"},
        **place,
        "why": {**text, "description": "the reason, as a sentence"},
        "help": {**or_null, "description": "what to write instead"},
        "code": {**or_null, "description": "the rule under which it is reported; newsfacts explain CODE explains it"},
        "cited": {"type": "array", "items": text, "description": "what the text cites for it"},
        "source_words": {**or_null, "description": "the words of the source that decide; a repair writes these"},
        "source": {"anyOf": [source, {"type": "null"}]},
    })  # fmt: skip
    left_out = _open_record({"words": text, **place, "reason": text, "why": text})
    return _top(
        "grounding",
        "A text against its sources",
        {
            "version": {"const": VERSION},
            "newsfacts": text,
            "path": or_null,
            "ok": {"type": "boolean", "description": "whether the sources support every item that could be checked"},
            "items": {"type": "array", "items": item},
            "left_out": {"type": "array", "items": left_out},
            "sources": {
                "type": "array",
                "items": _open_record({"path": or_null, "kind": text, "notes": {"type": "array", "items": text}}),
            },
            "unreadable": {"type": "array", "items": _open_record({"path": or_null, "reason": text})},
            "summary": {"type": "object", "additionalProperties": {"type": "integer"}},
        },
        {},
    )


def schema_file_schema() -> dict[str, Any]:
    """Schema files (`*.schema.yaml`)."""
    name = {"type": "string", "pattern": "^[a-z][a-z0-9]*([-_][a-z0-9]+)*$"}
    flag = {"enum": [True, False, "yes", "no"]}
    number = {"type": ["number", "string"]}
    names = {"type": "array", "items": {"type": "string"}, "minItems": 1}
    compared = _record({"field": {"type": "string"}, "of": number}, ["field", "of"])
    arguments: dict[str, Any] = {
        "at-most": compared,
        "at-least": compared,
        "sum": {
            **_record(
                {
                    "field": {"type": "string"},
                    "within": {"type": "string"},
                    "at-most": number,
                    "to": number,
                    "slack": number,
                },
                ["field"],
            ),
            "oneOf": [{"required": ["at-most"]}, {"required": ["to"]}],
        },
        "one-of": names,
        "requires": _record({"field": {"type": "string"}, "needs": names}, ["needs"]),
        "forbids": _record({"field": {"type": "string"}, "with": names}, ["with"]),
        "follows-from": {
            **_record({"field": {"type": "string"}, "sum": names, "difference": names, "slack": number}, ["field"]),
            "oneOf": [{"required": ["sum"]}, {"required": ["difference"]}],
        },
        "unique": names,
        "inside": names,
        "outside": names,
    }
    check = {
        **_record(
            {
                "code": {"type": "string", "pattern": "^[A-Z]{2,8}[0-9]{1,4}$", "description": "such as CAS1"},
                "name": {"type": "string", "description": "what it flags, so that it reads well after “allow”"},
                "on": {"type": "string", "description": "the kind that is checked"},
                "when": {
                    "type": "object",
                    "description": "fields and values that limit it",
                    "additionalProperties": _SCALAR,
                },
                "message": {"type": "string", "description": "may hold {found}, {limit}, {words} and names of fields"},
                "help": {"type": "string", "description": "how to fix it"},
                "severity": {"enum": [str(s.value) for s in Severity]},
                "doc": {"type": "string", "description": "why"},
                **{key: {"description": summary(CHECKS[key]), **argument} for key, argument in arguments.items()},
            },
            ["code", "on"],
        ),
        "oneOf": [{"required": [key]} for key in CHECKS],
    }
    field = _record(
        {
            "type": {
                "type": "string",
                "description": "what may be written",
                "examples": [*FIELD_TYPES, "choice", *Schema.core().kinds],
            },
            "doc": {"type": "string"},
            "required": flag,
            "many": {**flag, "description": "whether it is a list"},
            "default": _SCALAR,
            "choices": {"type": "array", "items": _SCALAR, "minItems": 1},
            "pattern": {"type": "string", "description": "a regular expression that the whole value fits"},
        },
        [],
    )
    kind = _record(
        {
            "parent": {
                "type": "string",
                "description": "the kind whose fields and rules it has",
                "examples": list(Schema.core().kinds),
            },
            "doc": {"type": "string"},
            "fields": {"type": "object", "propertyNames": name, "additionalProperties": {"$ref": "#/$defs/field"}},
        },
        [],
    )
    top = _top(
        "schema",
        "Kinds of fact, their fields and checks, without code",
        {
            "newsfacts-schema": {"const": VERSION},
            "name": {"type": "string"},
            "doc": {"type": "string"},
            "kinds": {"type": "object", "propertyNames": name, "additionalProperties": {"$ref": "#/$defs/kind"}},
            "checks": {"type": "array", "items": {"$ref": "#/$defs/check"}},
        },
        {"kind": kind, "field": field, "check": check},
    )
    return {**top, "required": ["newsfacts-schema"], "additionalProperties": False}


def as_json(schema: Mapping[str, Any]) -> str:
    """A schema as its file has it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def file_name(name: str) -> str:
    """The name of a published schema's file; the version counts up when a file that was valid no longer is."""
    return f"{name}-{VERSION}.json"


def _top(name: str, title: str, properties: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    found = {
        "$schema": DIALECT,
        "$id": f"https://newsfacts.example/schemas/{file_name(name)}",
        "title": title,
        "type": "object",
        "properties": dict(properties),
    }
    return {**found, "$defs": dict(definitions)} if definitions else found


def _record(properties: Mapping[str, Any], required: Iterable[str] | None = None) -> dict[str, Any]:
    """An object with these properties and no others; all of them are required where `required` is None."""
    found = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    needed = list(properties if required is None else required)
    return {**found, "required": needed} if needed else found


def _open_record(properties: Mapping[str, Any], required: Iterable[str] | None = None) -> dict[str, Any]:
    """Like `_record`, with other properties as well."""
    return {key: value for key, value in _record(properties, required).items() if key != "additionalProperties"}


def summary(documented: object) -> str:
    """The first line of a docstring."""
    return (documented.__doc__ or "").strip().splitlines()[0]


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


ALL: Mapping[str, Callable[[], dict[str, Any]]] = FrozenDict(
    {
        "document": document_schema,
        "factbook": factbook_schema,
        "configuration": configuration_schema,
        "report": report_schema,
        "schema": schema_file_schema,
        "grounding": grounding_schema,
    }
)
"""What makes each published schema, by name."""
