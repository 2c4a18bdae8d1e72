"""Texts as people have them (plain text, Markdown, HTML, docx, odt, PDF, subtitles, e-mail), read with places in their own terms.

Nothing is loaded until a name is used (PEP 562).
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsfacts.sources.document import (
        FileKind,
        Markup,
        Note,
        NoteKind,
        Section,
        SectionUnit,
        SourceDocument,
        SourcePlace,
        Sources,
    )
    from newsfacts.sources.folders import read_sources
    from newsfacts.sources.reading import read_source

__all__ = [
    "FileKind", "Markup", "Note", "NoteKind", "Section", "SectionUnit", "SourceDocument", "SourcePlace", "Sources",
    "read_source", "read_sources",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = {"read_source": "reading", "read_sources": "folders"}.get(name, "document")
    value = getattr(importlib.import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
