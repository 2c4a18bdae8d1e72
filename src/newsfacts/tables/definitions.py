"""Every table, by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsfacts.errors import UsageError
from newsfacts.immutable import FrozenDict
from newsfacts.tables.columns import TableDefinition
from newsfacts.tables.statements import ANNOTATIONS, ATTRIBUTIONS, CLAIMS, EVIDENCE, MENTIONS, QUOTES, VERDICTS
from newsfacts.tables.values import COUNTS, TIMES
from newsfacts.tables.whole import DOCUMENTS, FINDINGS, RELATIONS
from newsfacts.text.suggestions import suggestion

__all__ = ["TABLES", "definition_of", "definitions_of"]

TABLES: Mapping[str, TableDefinition] = FrozenDict({
    definition.name: definition
    for definition in (
        DOCUMENTS, MENTIONS, QUOTES, CLAIMS, ATTRIBUTIONS, COUNTS, TIMES, VERDICTS, EVIDENCE, RELATIONS, ANNOTATIONS, FINDINGS,
    )
})  # fmt: skip
"""The tables in the order of the documentation."""


def definition_of(name: str) -> TableDefinition:
    """The table of a name. Raises `UsageError`, with the nearest name, where there is none."""
    try:
        return TABLES[name]
    except KeyError:
        known = ", ".join(TABLES)
        raise UsageError(f"there is no table {name!r}{suggestion(name, TABLES)}; the tables are {known}") from None


def definitions_of(names: Iterable[str]) -> tuple[TableDefinition, ...]:
    """The tables of several names, each once; all of them for `all`."""
    found: dict[str, TableDefinition] = {}
    for name in names:
        found |= dict(TABLES) if name == "all" else {name: definition_of(name)}
    return tuple(found.values())
