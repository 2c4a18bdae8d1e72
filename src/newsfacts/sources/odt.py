"""OpenDocument texts (odt): the paragraphs and headings, with every tracked change accepted, then the footnotes and endnotes.

Read with the standard library, as docx is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsfacts.sources.blocks import Blocks
from newsfacts.sources.document import FileKind, Note, NoteKind, SectionUnit, SourceDocument
from newsfacts.sources.packages import Handler, Package, parse_xml
from newsfacts.sources.problems import Refused
from newsfacts.sources.properties import title_of

__all__ = ["MAX_SPACES", "read"]

MAX_SPACES = 1000
"""How many spaces one element may claim to be."""

_COUNT_DIGITS = 10
"""A count with more digits is MAX_SPACES, whatever it is."""

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_SKIPPED = frozenset({
    f"{_TEXT}note-citation", f"{_TEXT}ruby-text", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes",
    f"{_OFFICE}forms", f"{_OFFICE}scripts", f"{_OFFICE}font-face-decls", f"{_OFFICE}automatic-styles",
})  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n]+")
_MIMETYPES = ("application/vnd.oasis.opendocument.text",)


def read(data: bytes, path: str, kind: FileKind) -> SourceDocument:
    """The text of a file. Raises `Refused`."""
    package = Package(data, "odt")
    _refuse_others(package)
    story = _Story()
    parse_xml(package.read("content.xml"), story, "content.xml")
    blocks = Blocks()
    blocks.numbered(story.paragraphs, SectionUnit.PARAGRAPH)
    blocks.numbered(story.footnotes, SectionUnit.FOOTNOTE)
    blocks.numbered(story.endnotes, SectionUnit.ENDNOTE)
    notes = (Note(NoteKind.DELETIONS, story.deletions),) if story.deletions else ()
    title = title_of(package, "meta.xml")
    return SourceDocument(
        text=blocks.text, path=path, kind=kind, title=title, notes=notes, sections=tuple(blocks.sections)
    )


def _refuse_others(package: Package) -> None:
    if "mimetype" in package.names:
        said = package.read("mimetype")[:100].decode("ascii", "replace").strip()
        if not said.startswith(_MIMETYPES):
            raise Refused(f"it is not a text document but {said}")
    if "META-INF/manifest.xml" in package.names and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise Refused("it is encrypted", "Save it without a password.")


class _Story(Handler):
    """The paragraphs of `content.xml`. A text box within a paragraph comes before it, as paragraphs of its own."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.footnotes: list[str] = []
        self.endnotes: list[str] = []
        self.deletions = 0
        self.open: list[list[str]] = []
        self.note: list[str] | None = None
        self.is_endnote = False
        self.skipping = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self.skipping:
            self.skipping += 1
            self.deletions += name == f"{_TEXT}deletion"
        elif name in _SKIPPED:
            self.skipping = 1
        elif name in _PARAGRAPHS:
            self.open.append([])
        elif name == f"{_TEXT}note":
            self.is_endnote = attributes.get(f"{_TEXT}note-class") == "endnote"
        elif name == f"{_TEXT}note-body":
            self.note = []
        elif self.open and name == f"{_TEXT}s":
            self.open[-1].append(" " * _count(attributes.get(f"{_TEXT}c", "1")))
        elif self.open and name == f"{_TEXT}tab":
            self.open[-1].append("\t")
        elif self.open and name == f"{_TEXT}line-break":
            self.open[-1].append("\n")

    def end(self, name: str) -> None:
        if self.skipping:
            self.skipping -= 1
        elif name in _PARAGRAPHS and self.open:
            text = "".join(self.open.pop()).strip()
            (self.paragraphs if self.note is None else self.note).append(text)
        elif name == f"{_TEXT}note-body" and self.note is not None:
            (self.endnotes if self.is_endnote else self.footnotes).append("\n".join(text for text in self.note if text))
            self.note = None

    def words(self, text: str) -> None:
        if self.open and not self.skipping:
            self.open[-1].append(_SPACES.sub(" ", text))


def _count(digits: str) -> int:
    """How many spaces an element is read as. Long numbers are not converted: Python refuses them."""
    if not digits.isdecimal():
        return 1
    return min(int(digits), MAX_SPACES) if len(digits) <= _COUNT_DIGITS else MAX_SPACES
