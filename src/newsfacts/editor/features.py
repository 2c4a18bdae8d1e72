"""What the server can do: the requests of the protocol, and what it announces of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from newsfacts.editor import wire
from newsfacts.editor.hover import hover
from newsfacts.editor.symbols import symbols
from newsfacts.immutable import FrozenDict

if TYPE_CHECKING:
    from newsfacts.editor.session import Session

__all__ = ["CAPABILITIES", "REQUESTS"]

Json = dict[str, Any]
Feature = Callable[["Session", Json], Any]

INCREMENTAL = 2
"""The number of the protocol for changes that come as ranges and not as the whole text."""


def hover_at(session: Session, params: Json) -> Json | None:
    file = session.file(params)
    return wire.hover_json(hover(file.analysis, file.offset_of(params["position"])), file.positions)


def outline(session: Session, params: Json) -> list[Json]:
    file = session.file(params)
    return wire.symbols_json(symbols(file.analysis), file.positions)


CAPABILITIES: Mapping[str, Any] = FrozenDict({
    "textDocumentSync": {"openClose": True, "change": INCREMENTAL, "save": {"includeText": False}},
    "hoverProvider": True,
    "documentSymbolProvider": True,
})  # fmt: skip

REQUESTS: Mapping[str, Feature] = FrozenDict({
    "textDocument/hover": hover_at,
    "textDocument/documentSymbol": outline,
})  # fmt: skip
"""The feature for each method: a function of the session and the parameters of the request."""
