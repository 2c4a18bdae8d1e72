"""From the objects of the features to what is sent to the editor: JSON as the language server protocol defines it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newsfacts.editor.actions import Action
from newsfacts.editor.capabilities import ACCEPT
from newsfacts.editor.diagnostics import Diagnostic
from newsfacts.editor.hover import Hover
from newsfacts.editor.inlay import Inlay
from newsfacts.editor.lens import Lens
from newsfacts.editor.navigation import FileEdits, Location
from newsfacts.editor.open_files import uri_of
from newsfacts.editor.positions import Encoding, Positions
from newsfacts.editor.suggestion import Suggestion, SuggestionKind
from newsfacts.editor.symbols import Symbol, SymbolKind
from newsfacts.findings import Severity
from newsfacts.immutable import FrozenDict
from newsfacts.reviewing.written import TextEdit
from newsfacts.text.spans import Span

__all__ = [
    "action_json", "diagnostic_json", "edits_json", "folds_json", "hover_json", "inlays_json", "lenses_json",
    "locations_json", "range_json", "suggestions_json", "symbols_json", "workspace_edit",
]  # fmt: skip

Json = dict[str, Any]

_SEVERITIES: Mapping[Severity, int] = FrozenDict({Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 3})
_SYMBOLS: Mapping[SymbolKind, int] = FrozenDict({
    SymbolKind.SECTION: 3, SymbolKind.THING: 5, SymbolKind.ANNOTATION: 15, SymbolKind.VALUE: 16,
})  # fmt: skip
"""Numbers of the protocol: namespace, class, string and number, for the icons that editors have for them."""

_SUGGESTIONS: Mapping[SuggestionKind, int] = FrozenDict({
    SuggestionKind.KIND: 7, SuggestionKind.KEY: 10, SuggestionKind.VALUE: 12, SuggestionKind.ID: 18, SuggestionKind.FILE: 17,
})  # fmt: skip
"""Numbers of the protocol: class, property, value, reference and file."""


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


def locations_json(locations: Iterable[Location], encoding: Encoding) -> list[Json]:
    """Places in files."""
    return [
        {"uri": uri_of(each.path), "range": range_json(each.span, Positions(each.source, encoding))}
        for each in locations
    ]


def edits_json(edits: Iterable[TextEdit], positions: Positions) -> list[Json]:
    """Edits of one file."""
    return [{"range": range_json(Span(edit.start, edit.end), positions), "newText": edit.replacement} for edit in edits]


def workspace_edit(files: Iterable[FileEdits], encoding: Encoding, uris: Mapping[str, str]) -> Json:
    """Edits of several files; `uris` are the addresses that the editor itself has given for paths."""
    return {
        "changes": {
            uris.get(file.path) or uri_of(file.path): edits_json(file.edits, Positions(file.source, encoding))
            for file in files
        }
    }


def suggestions_json(suggestions: Iterable[Suggestion], positions: Positions) -> list[Json]:
    """What can be written. Required keys come first, and otherwise the order is that of the kind's fields."""
    found: list[Json] = []
    for number, each in enumerate(suggestions):
        new = each.insert if each.insert is not None else each.label
        item: Json = {
            "label": each.label,
            "kind": _SUGGESTIONS[each.kind],
            "sortText": f"{0 if each.is_required else 1}{number:06}",
            "filterText": each.label,
            "textEdit": {"range": range_json(Span(each.start, each.end), positions), "newText": new},
        }
        if each.about:
            item["detail"] = each.about.splitlines()[0]
        found.append(item)
    return found


def action_json(action: Action, uri: str, positions: Positions, *, can_disable: bool) -> Json | None:
    """Something to do; one that cannot be done is only sent to editors that show why."""
    found: Json = {"title": action.title, "kind": action.kind.value}
    if action.refusal is not None:
        return {**found, "disabled": {"reason": action.refusal}} if can_disable else None
    if action.is_safe:
        found["isPreferred"] = True
    if action.fixes is not None:
        found["diagnostics"] = [diagnostic_json(action.fixes, uri, positions)]
    return {**found, "edit": {"changes": {uri: edits_json(action.edits, positions)}}}


def inlays_json(inlays: Iterable[Inlay], positions: Positions) -> list[Json]:
    """What is shown next to words."""
    return [
        {
            "position": position_json(each.offset, positions),
            "label": each.words,
            "kind": 1,
            "paddingLeft": True,
            "tooltip": each.explanation,
        }
        for each in inlays
    ]


def lenses_json(lenses: Iterable[Lens], uri: str) -> list[Json]:
    """The lines above a file."""
    top = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    found: list[Json] = []
    for each in lenses:
        command: Json = {"title": each.title, "command": ""}
        if each.level is not None:
            command |= {"command": ACCEPT, "arguments": [uri, each.level.value]}
        found.append({"range": top, "command": command})
    return found


def folds_json(folds: Iterable[Span], positions: Positions) -> list[Json]:
    """What can be folded, by lines."""
    lines = (
        (positions.position(each.start).line, positions.position(max(each.end - 1, each.start)).line) for each in folds
    )
    return [{"startLine": first, "endLine": last} for first, last in lines if first < last]
