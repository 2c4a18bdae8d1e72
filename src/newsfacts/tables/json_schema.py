"""A JSON Schema of the rows of every table: what a line of JSON Lines is."""

from __future__ import annotations

from typing import Any

from newsfacts.errors import HOMEPAGE
from newsfacts.json_schemas import DIALECT, file_name
from newsfacts.tables.columns import Column, ColumnType, TableDefinition
from newsfacts.tables.definitions import TABLES

__all__ = ["rows_schema"]

_TYPES = {
    ColumnType.TEXT: "string", ColumnType.INTEGER: "integer", ColumnType.NUMBER: "number", ColumnType.BOOLEAN: "boolean",
}  # fmt: skip


def rows_schema() -> dict[str, Any]:
    """The schema; `$defs` has one of each table by its name, and a row of any table fits the whole."""
    return {
        "$schema": DIALECT,
        "$id": f"{HOMEPAGE}schemas/{file_name('rows')}",
        "title": "A row of a table that newsfacts exports",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in TABLES],
        "$defs": {name: _row(definition) for name, definition in TABLES.items()},
    }


def _row(definition: TableDefinition) -> dict[str, Any]:
    return {
        "type": "object",
        "description": f"a row is {definition.doc}",
        "properties": {column.name: _cell(column) for column in definition.columns},
        "required": [column.name for column in definition.columns],
        "additionalProperties": False,
    }


def _cell(column: Column) -> dict[str, Any]:
    name = _TYPES[column.type]
    return {"type": name if column.required else [name, "null"], "description": column.doc}
