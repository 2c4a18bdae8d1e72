"""From the objects of the features to what is sent to the editor: JSON as the language server protocol defines it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newsfacts.editor.diagnostics import Diagnostic
from newsfacts.editor.hover import Hover
from newsfacts.editor.open_files import uri_of
from newsfacts.editor.positions import Positions
from newsfacts.editor.symbols import Symbol, SymbolKind
from newsfacts.findings import Severity
from newsfacts.immutable import FrozenDict
from newsfacts.text.spans import Span

__all__ = ["diagnostic_json", "hover_json", "range_json", "symbols_json"]

Json = dict[str, Any]

_SEVERITIES: Mapping[Severity, int] = FrozenDict({Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 3})
_SYMBOLS: Mapping[SymbolKind, int] = FrozenDict({
    SymbolKind.SECTION: 3, SymbolKind.THING: 5, SymbolKind.ANNOTATION: 15, SymbolKind.VALUE: 16,
})  # fmt: skip
"""Numbers of the protocol: namespace, class, string and number, for the icons that editors have for them."""


def position_json(offset: int, positions: Positions) -> Json:
    """An offset as a position of the editor."""
    found = positions.position(offset)
    return {"line": found.line, "character": found.character}


def range_json(span: Span, positions: Positions) -> Json:
    """A span of the file as a range of the editor."""
    return {"start": position_json(span.start, positions), "end": position_json(span.end, positions)}


def diagnostic_json(diagnostic: Diagnostic, uri: str, positions: Positions) -> Json:
    """One finding."""
    found: Json = {
        "range": range_json(diagnostic.span, positions),
        "severity": _SEVERITIES[diagnostic.severity],
        "code": diagnostic.code,
        "codeDescription": {"href": diagnostic.address},
        "source": "newsfacts",
        "message": diagnostic.message,
    }
    if diagnostic.related:
        found["relatedInformation"] = [
            {
                "location": {"uri": uri, "range": range_json(Span(label.place.start, label.place.end), positions)},
                "message": label.message,
            }
            for label in diagnostic.related
        ]
    return found


def hover_json(hover: Hover | None, positions: Positions) -> Json | None:
    """What is shown under the pointer, as plain text: nothing in it is ever taken for markup."""
    if hover is None:
        return None
    return {
        "contents": {"kind": "plaintext", "value": "\n".join(hover.lines)},
        "range": range_json(hover.span, positions),
    }


def symbols_json(symbols: Iterable[Symbol], positions: Positions) -> list[Json]:
    """The outline."""
    return [
        {
            "name": symbol.name,
            "detail": symbol.detail,
            "kind": _SYMBOLS[symbol.kind],
            "range": range_json(symbol.span, positions),
            "selectionRange": range_json(symbol.name_span, positions),
            "children": symbols_json(symbol.children, positions),
        }
        for symbol in symbols
    ]


def location_json(path: str, span: Span, positions: Positions) -> Json:
    """A place in a file."""
    return {"uri": uri_of(path), "range": range_json(span, positions)}
