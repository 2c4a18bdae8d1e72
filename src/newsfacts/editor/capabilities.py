"""What the server announces when a session begins. Nothing is imported for it, so that the editor has its answer at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsfacts.immutable import FrozenDict

__all__ = ["ACCEPT", "CAPABILITIES"]

ACCEPT = "newsfacts.accept"
"""The command that accepts the proposals of a file: its arguments are the address of the file and a level."""

INCREMENTAL = 2
"""The number of the protocol for changes that come as ranges and not as the whole text."""

CAPABILITIES: Mapping[str, Any] = FrozenDict({
    "textDocumentSync": {"openClose": True, "change": INCREMENTAL, "save": {"includeText": False}},
    "hoverProvider": True,
    "documentSymbolProvider": True,
    "completionProvider": {"triggerCharacters": [".", "=", "{", " ", '"', ":"]},
    "definitionProvider": True,
    "referencesProvider": True,
    "renameProvider": {"prepareProvider": True},
    "codeActionProvider": {"codeActionKinds": ["quickfix", "refactor.rewrite"]},
    "foldingRangeProvider": True,
    "documentFormattingProvider": True,
    "documentRangeFormattingProvider": True,
    "inlayHintProvider": True,
    "codeLensProvider": {},
    "executeCommandProvider": {"commands": [ACCEPT]},
})  # fmt: skip
