"""What a file is by its first bytes, where that is not what the ending of its name says."""

from __future__ import annotations

import re
from typing import Final

import attrs

from newsfacts.sources.document import FileKind

__all__ = ["Content", "content_of"]


@attrs.frozen
class Content:
    """What the bytes of a file are: in words, as kinds of sources that have it, and what to do."""

    words: str
    kinds: frozenset[FileKind]
    help: str


def _content(words: str, help: str, *kinds: FileKind) -> Content:
    return Content(words, frozenset(kinds), help)


_PICTURE: Final = _content("a picture", "Have its text recognized first (OCR).")
_SIGNATURES: Final = (
    (b"%PDF-", _content("a PDF file", "Give it the ending .pdf.", FileKind.PDF)),
    (b"PK\x03\x04", _content("a package, such as those of Word", "Give it the ending .docx or .odt.", FileKind.DOCX, FileKind.ODT)),
    (b"\xd0\xcf\x11\xe0", _content("in the format of Word 97 or Outlook", "Save it as .docx or .eml.", FileKind.DOCX)),
    (b"{\\rtf", _content("in rich text format (RTF)", "Save it as .docx.")),
    (b"\x89PNG", _PICTURE), (b"\xff\xd8\xff", _PICTURE), (b"GIF8", _PICTURE), (b"II*\0", _PICTURE), (b"MM\0*", _PICTURE),
)  # fmt: skip
_PAGE: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<!doctype\s{1,20}html|<html[\s>])", re.IGNORECASE)
_WEB_PAGE: Final = _content("a web page", "Give it the ending .html.", FileKind.HTML, FileKind.MARKDOWN)
"""A Markdown file may be HTML from its first line on."""


def content_of(data: bytes, kind: FileKind) -> Content | None:
    """What a file is, where that cannot be a file of this kind; None where it can be, or nothing is known."""
    found = next((content for signature, content in _SIGNATURES if data.startswith(signature)), None)
    if found is None and kind is FileKind.TEXT and _PAGE.match(data):
        found = _WEB_PAGE
    return None if found is None or kind in found.kinds else found
