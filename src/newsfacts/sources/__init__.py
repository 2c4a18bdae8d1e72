"""Texts as people have them (plain text, Markdown, HTML, docx, odt, PDF, subtitles, e-mail), read with places in their own terms.

Nothing is loaded until a name is used (PEP 562).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsfacts.lazy import Loader, lazy_names

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


_HOMES = dict.fromkeys(__all__, "document") | {"read_source": "reading", "read_sources": "folders"}
__getattr__: Loader = lazy_names(__name__, _HOMES)
