"""The requests that editors send about files, each answered by a function of the session and its parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from newsfacts.editor import navigation, wire
from newsfacts.editor.actions import ActionKind, actions
from newsfacts.editor.capabilities import ACCEPT
from newsfacts.editor.completion import completions
from newsfacts.editor.folding import folds
from newsfacts.editor.formatting import formatted
from newsfacts.editor.hover import hover
from newsfacts.editor.inlay import inlays
from newsfacts.editor.lens import lenses
from newsfacts.editor.symbols import symbols
from newsfacts.errors import NewsfactsError
from newsfacts.immutable import FrozenDict
from newsfacts.reviewing.proposals import accepted_all
from newsfacts.text.spans import Span
from newsfacts.values.level import Level

if TYPE_CHECKING:
    from newsfacts.editor.session import Session

__all__ = ["REQUESTS"]

Json = dict[str, Any]
Feature = Callable[["Session", Json], Any]


def hover_at(session: Session, params: Json) -> Json | None:
    file = session.file(params)
    return wire.hover_json(hover(file.analysis, file.offset_of(params["position"])), file.positions)


def outline(session: Session, params: Json) -> list[Json]:
    file = session.file(params)
    return wire.symbols_json(symbols(file.analysis), file.positions)


def completion(session: Session, params: Json) -> list[Json]:
    file = session.file(params)
    return wire.suggestions_json(completions(file.analysis, file.offset_of(params["position"])), file.positions)


def definition(session: Session, params: Json) -> list[Json]:
    file = session.file(params)
    offset = file.offset_of(params["position"])
    found = navigation.definitions(file.analysis, offset, session.project, session.read)
    return wire.locations_json(found, session.encoding)


def references(session: Session, params: Json) -> list[Json]:
    file = session.file(params)
    offset = file.offset_of(params["position"])
    found = navigation.references(file.analysis, offset, session.project, session.read)
    wanted = (params.get("context") or {}).get("includeDeclaration", True)
    return wire.locations_json([each for each in found if wanted or not each.is_definition], session.encoding)


def prepare_rename(session: Session, params: Json) -> Json | None:
    file = session.file(params)
    found = navigation.renamable(file.analysis, file.offset_of(params["position"]))
    if found is None:
        return None
    return {"range": wire.range_json(Span(found.start, found.end), file.positions), "placeholder": found.id}


def rename(session: Session, params: Json) -> Json:
    file = session.file(params)
    offset = file.offset_of(params["position"])
    found = navigation.rename(file.analysis, offset, str(params["newName"]), session.project, session.read)
    return wire.workspace_edit(found, session.encoding, {each.path: each.uri for each in session.files.values()})


def code_actions(session: Session, params: Json) -> list[Json]:
    file = session.file(params)
    found = actions(file.analysis, Span(*file.range_of(params["range"])))
    only = (params.get("context") or {}).get("only")
    wanted = [each for each in found if only is None or any(is_within(each.kind, kind) for kind in only)]
    sent = (
        wire.action_json(each, file.uri, file.positions, can_disable=session.shows_disabled_actions) for each in wanted
    )
    return [each for each in sent if each is not None]


def is_within(kind: ActionKind, wanted: str) -> bool:
    """Whether a kind of action is one of a wider kind: `refactor.rewrite` is within `refactor`."""
    return kind.value == wanted or kind.value.startswith(f"{wanted}.")


def folding(session: Session, params: Json) -> list[Json]:
    file = session.file(params)
    return wire.folds_json(folds(file.analysis), file.positions)


def formatting(session: Session, params: Json) -> list[Json]:
    file = session.file(params)
    span = Span(*file.range_of(params["range"])) if "range" in params else None
    return wire.edits_json(formatted(file.analysis, span), file.positions)


def inlay_hints(session: Session, params: Json) -> list[Json]:
    file = session.file(params)
    return wire.inlays_json(inlays(file.analysis, Span(*file.range_of(params["range"]))), file.positions)


def code_lenses(session: Session, params: Json) -> list[Json]:
    file = session.file(params)
    return wire.lenses_json(lenses(file.analysis), file.uri)


def execute(session: Session, params: Json) -> None:
    """Accept proposals, and ask the editor to change the file accordingly."""
    if params["command"] != ACCEPT:
        raise NewsfactsError(f"there is no command {params['command']!r}")
    uri, level = params["arguments"]
    file = session.file({"textDocument": {"uri": uri}})
    document = file.analysis.written
    if document is None:
        raise NewsfactsError(f"{uri} has no proposals")
    edits = wire.edits_json(accepted_all(document, Level(level)), file.positions)
    session.ask("workspace/applyEdit", {"label": "Accept proposals", "edit": {"changes": {uri: edits}}})


REQUESTS: Mapping[str, Feature] = FrozenDict({
    "textDocument/hover": hover_at,
    "textDocument/documentSymbol": outline,
    "textDocument/completion": completion,
    "textDocument/definition": definition,
    "textDocument/references": references,
    "textDocument/prepareRename": prepare_rename,
    "textDocument/rename": rename,
    "textDocument/codeAction": code_actions,
    "textDocument/foldingRange": folding,
    "textDocument/formatting": formatting,
    "textDocument/rangeFormatting": formatting,
    "textDocument/inlayHint": inlay_hints,
    "textDocument/codeLens": code_lenses,
    "workspace/executeCommand": execute,
})  # fmt: skip
"""The feature for each method."""
