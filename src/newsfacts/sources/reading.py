"""`read_source`: finds out what a file is, and has it read by the module for its kind."""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping
from types import MappingProxyType

from newsfacts.errors import NewsfactsError, UnreadableSource, UsageError
from newsfacts.files import read_bytes
from newsfacts.formats import format_of_path
from newsfacts.sources.contents import content_of
from newsfacts.sources.decoding import Undecodable
from newsfacts.sources.document import FileKind, SourceDocument
from newsfacts.sources.problems import Refused

__all__ = ["ENDINGS", "MAX_SOURCE_SIZE", "UNREAD_TEXTS", "kind_of_name", "read_source"]

MAX_SOURCE_SIZE = 64 * 1024 * 1024
"""How many bytes a source may have."""

ENDINGS: Mapping[str, FileKind] = MappingProxyType({
    ".txt": FileKind.TEXT, ".text": FileKind.TEXT, ".md": FileKind.MARKDOWN, ".markdown": FileKind.MARKDOWN,
    ".html": FileKind.HTML, ".htm": FileKind.HTML, ".xhtml": FileKind.HTML, ".docx": FileKind.DOCX, ".odt": FileKind.ODT,
    ".pdf": FileKind.PDF, ".srt": FileKind.SUBTITLES, ".vtt": FileKind.SUBTITLES, ".eml": FileKind.EMAIL,
})  # fmt: skip
"""What files with these endings are."""

UNREAD_TEXTS: Mapping[str, str] = MappingProxyType({
    ".doc": "Save it as .docx.", ".rtf": "Save it as .docx.", ".pages": "Export it as .docx.", ".wpd": "Save it as .docx.",
    ".msg": "Save it as .eml.", ".mht": "Save it as .html.", ".mhtml": "Save it as .html.", ".epub": "Convert it to .html.",
    ".docm": "Save it as .docx.", ".fodt": "Save it as .odt.", ".mbox": "Save each message as .eml.",
})  # fmt: skip
"""Kinds of text that are not read, by ending, with what to do."""

_NEVER_EMPTY = (FileKind.DOCX, FileKind.ODT, FileKind.PDF, FileKind.SUBTITLES, FileKind.EMAIL)

_MODULES = {
    FileKind.TEXT: "plain", FileKind.MARKDOWN: "plain", FileKind.DOCUMENT: "annotated", FileKind.HTML: "html",
    FileKind.DOCX: "docx", FileKind.ODT: "odt", FileKind.PDF: "pdf", FileKind.SUBTITLES: "subtitles", FileKind.EMAIL: "mail",
}  # fmt: skip


def read_source(path: str | os.PathLike[str], *, format: FileKind | str | None = None) -> SourceDocument:
    """Read one file as a source. `format` is needed only where the ending of its name does not say what it is.

    Raises `UnreadableSource` with the reason and with what to do: there is no such file, it is damaged, encrypted or too
    large, of a kind that is not read, or its kind needs the packages of `pip install newsfacts[sources]`. Raises
    `UsageError` where `format` is not the name of a kind.
    """
    shown = os.fspath(path)
    kind = kind_of_name(shown) if format is None else _named(format)
    if kind is None:
        advice = next((advice for ending, advice in UNREAD_TEXTS.items() if shown.lower().endswith(ending)), None)
        if advice is not None:
            ending = os.path.splitext(shown)[1].lower()
            raise UnreadableSource(shown, f"files that end in {ending} are not read", advice)
        kind = FileKind.TEXT
    try:
        data = read_bytes(shown, limit=MAX_SOURCE_SIZE)
    except FileNotFoundError:
        raise UnreadableSource(shown, "there is no such file") from None
    except OSError as error:
        raise UnreadableSource(shown, error.strerror or type(error).__name__) from None
    if format is None:
        _check_content(data, shown, kind)
    reader = importlib.import_module(f"newsfacts.sources.{_MODULES[kind]}")
    try:
        found: SourceDocument = reader.read(data, shown, kind)
    except Refused as refused:
        raise UnreadableSource(shown, refused.reason, refused.help) from None
    except Undecodable as error:
        raise UnreadableSource(shown, str(error), _help_for(kind)) from None
    except NewsfactsError as error:
        raise UnreadableSource(shown, str(error)) from None
    return found


def _check_content(data: bytes, path: str, kind: FileKind) -> None:
    """Raises `UnreadableSource` where the bytes of a file cannot be of the kind that its name says."""
    if not data and kind in _NEVER_EMPTY:
        raise UnreadableSource(path, "the file is empty", "Get it again.")
    content = content_of(data, kind)
    if content is not None:
        raise UnreadableSource(path, f"by its content it is {content.words}, not what its name says", content.help)


def kind_of_name(path: str) -> FileKind | None:
    """What a file is by the ending of its name, None where that says nothing that is known."""
    if format_of_path(path) is not None:
        return FileKind.DOCUMENT
    return ENDINGS.get(os.path.splitext(path)[1].lower())


def _named(format: FileKind | str) -> FileKind:
    try:
        return FileKind(format)
    except ValueError:
        known = ", ".join(kind.value for kind in FileKind)
        raise UsageError(f"no kind of source is named {format!r}; there are {known}") from None


def _help_for(kind: FileKind) -> str:
    if kind in (FileKind.TEXT, FileKind.MARKDOWN, FileKind.SUBTITLES):
        return "If it is a text, save it as UTF-8."
    return ""
