"""`newsfacts schema [FILE...]`: what kinds of facts there are, and whether schema files are right."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsfacts.cli import EXIT_FINDINGS, EXIT_OK
from newsfacts.cli.output import say, say_json, warn

if TYPE_CHECKING:
    from newsfacts.findings import Finding
    from newsfacts.schema.kinds import Field, Schema

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "Without FILE, every kind that documents here may have: built-in, of installed packages, and of the schema files "
        "of the configuration. A vocabulary is named newsfacts:casualties."
    )
    parser.add_argument(
        "files", metavar="FILE", nargs="*", help="schema files or vocabularies; only their kinds are listed"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument(
        "--json-schema", action="store_true", help="print a JSON Schema of stand-off documents with these kinds"
    )


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.checking.configuration import Configuration
    from newsfacts.json_schemas import document_schema
    from newsfacts.schema.file import load_schema
    from newsfacts.schema.kinds import Schema
    from newsfacts.schema.vocabularies import schema_path

    if not arguments.files:
        schema = Configuration.discover().document_schema()
        known = Schema.empty()
    else:
        schema = known = Schema.core()
        findings: list[Finding] = []
        for name in arguments.files:
            loaded = load_schema(schema_path(name, Path()), schema)
            schema = loaded.schema
            findings += loaded.findings
        if findings:
            for finding in findings:
                warn(str(finding))
            return EXIT_FINDINGS
    if arguments.json_schema:
        say_json(document_schema(schema))
    elif arguments.json:
        say_json(rows(schema, known))
    else:
        for line in lines(rows(schema, known)):
            say(line)
    return EXIT_OK


def rows(schema: Schema, known: Schema) -> dict[str, Any]:
    """The kinds that are not in `known`, and the checks."""
    from newsfacts.model import Annotation
    from newsfacts.schema.kinds import fields_of_class

    kinds = []
    for kind in schema:
        if kind.name not in known:
            inherited = schema[kind.parent].fields if kind.parent is not None else fields_of_class(Annotation)
            own = [field_row(field) for key, field in kind.fields.items() if inherited.get(key) != field]
            doc = kind.doc.split("\n\n")[0]
            kinds.append({"name": kind.name, "parent": kind.parent, "doc": " ".join(doc.split()), "fields": own})
    checks = [
        {"code": c.code, "name": c.name, "severity": str(c.severity), "on": c.on, "doc": c.doc} for c in schema.checks
    ]
    return {"kinds": kinds, "checks": checks}


def field_row(field: Field) -> dict[str, Any]:
    """One field."""
    return {
        "name": field.key,
        "takes": field.describe(),
        "required": field.required,
        "many": field.many,
        "doc": field.doc,
    }


def lines(found: dict[str, Any]) -> Iterator[str]:
    """A paragraph for each kind with a line for each of its own fields, and a line for each check."""
    for number, kind in enumerate(found["kinds"]):
        parent = f" ({kind['parent']})" if kind["parent"] else ""
        if number:
            yield ""
        yield f".{kind['name']}{parent}: {kind['doc']}"
        for field, width in aligned(kind["fields"], "name"):
            marks = "".join(mark for mark, key in (("*", "required"), ("+", "many")) if field[key])
            about = "" if field["doc"] in (field["name"], field["takes"]) else f": {field['doc']}"
            yield f"  {field['name'] + '=' + marks:<{width + 3}} {field['takes']}{about}"
    if found["checks"]:
        yield ""
        for check, width in aligned(found["checks"], "code"):
            yield f"{check['code']:<{width}} {check['severity']:<7} .{check['on']}: {check['name']}"
    yield ""
    yield "* is required, + takes several; a kind has the fields of its parent too"


def aligned(items: Sequence[dict[str, Any]], key: str) -> Iterator[tuple[dict[str, Any], int]]:
    """Each item with the width of the widest."""
    width = max((len(item[key]) for item in items), default=0)
    return ((item, width) for item in items)
