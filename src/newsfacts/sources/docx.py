"""Word documents (docx): the paragraphs as they are with every tracked change accepted, then the footnotes and endnotes.

Read with the standard library. The libraries for docx that were measured pass over words: `docs/sources.md` has the table.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from newsfacts.sources.blocks import Blocks
from newsfacts.sources.document import FileKind, Note, NoteKind, SectionUnit, SourceDocument
from newsfacts.sources.packages import Handler, Package, parse_xml
from newsfacts.sources.problems import Refused
from newsfacts.sources.properties import title_of

__all__ = ["read"]

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",  # the strict variant
)
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math "
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_DELETED = frozenset({"del", "moveFrom"})
_SKIPPED = frozenset({"rt", "instrText", "delInstrText", "delText"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}
_NOTES = {"footnote", "endnote"}
_PRIVATE_USE = range(0xE000, 0xF900)
_SURROGATES = range(0xD800, 0xE000)


def read(data: bytes, path: str, kind: FileKind) -> SourceDocument:
    """The text of a file. Raises `Refused`."""
    package = Package(data, "docx")
    main = _main_part(package)
    story = _Story()
    parse_xml(package.read(main), story, main)
    blocks = Blocks()
    blocks.numbered(story.paragraphs, SectionUnit.PARAGRAPH)
    deletions, hidden = story.deletions, story.hidden
    folder = posixpath.dirname(main)
    for part, unit in (("footnotes.xml", SectionUnit.FOOTNOTE), ("endnotes.xml", SectionUnit.ENDNOTE)):
        name = posixpath.join(folder, part)
        if name in package.names:
            notes = _Story()
            parse_xml(package.read(name), notes, name)
            blocks.numbered(notes.notes, unit)
            deletions += notes.deletions
            hidden += notes.hidden
    found = [Note(NoteKind.DELETIONS, deletions)] if deletions else []
    found += [Note(NoteKind.HIDDEN_TEXT, hidden)] if hidden else []
    if any(posixpath.basename(name).startswith(("header", "footer")) for name in package.names):
        found.append(Note(NoteKind.RUNNING_HEADS, detail="headers and footers are left out"))
    return SourceDocument(
        text=blocks.text,
        path=path,
        kind=kind,
        title=title_of(package, "docProps/core.xml"),
        notes=tuple(found),
        sections=tuple(blocks.sections),
    )


def _main_part(package: Package) -> str:
    """The part with the text, as the package says."""
    if "_rels/.rels" not in package.names:
        raise Refused("it is not a .docx file: it does not say which part has its text")
    links = _Links()
    parse_xml(package.read("_rels/.rels"), links, "_rels/.rels")
    return links.main or "word/document.xml"


class _Links(Handler):
    main: str | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name.endswith(" Relationship") and attributes.get("Type", "").endswith("/officeDocument"):
            self.main = attributes.get("Target", "").lstrip("/") or None


class _Story(Handler):
    """The paragraphs of a part. A text box within a paragraph comes before it, as paragraphs of its own."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.notes: list[str] = []
        self.deletions = 0
        self.hidden = 0
        self.open: list[list[str]] = []  # the paragraphs that are open, from outside to inside
        self.skipping = 0  # how many elements are open within one that is skipped, itself included
        self.is_text = False
        self.in_properties = False
        self.is_hidden = False
        self.is_note = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self.skipping:
            self.skipping += 1
            return
        local = _local(name)
        if name == _FALLBACK or local in _SKIPPED:  # a fallback has the same words as the choice before it
            self.skipping = 1
        elif local in _DELETED:
            # An empty mark says that a paragraph or a table row was deleted; a change of words has content.
            self.skipping = 1
            self.deletions += not self.in_properties
        elif local == "p":
            self.open.append([])
        elif local in ("rPr", "pPr"):
            self.in_properties = True
        elif local == "r":
            self.is_hidden = False
        elif local == "vanish" and self.in_properties and _value(attributes) not in ("0", "false", "off"):
            self.is_hidden = True
        elif local == "t":
            self.is_text = True
            self.hidden += self.is_hidden
        elif local in _NOTES:
            self.is_note = not any(key.endswith(" type") for key in attributes)  # others are the lines between
            self.paragraphs = []
        elif self.open and not self.in_properties:
            self.open[-1].append(_SIGNS.get(local, "") if local != "sym" else _symbol(attributes))

    def end(self, name: str) -> None:
        if self.skipping:
            self.skipping -= 1
            return
        local = _local(name)
        if local == "p" and self.open:
            self.paragraphs.append("".join(self.open.pop()).strip())
        elif local in ("rPr", "pPr"):
            self.in_properties = False
            self.is_hidden = self.is_hidden and local == "rPr"  # of a paragraph, only its mark is hidden
        elif local == "t":
            self.is_text = False
        elif local in _NOTES and self.is_note:
            self.notes.append("\n".join(text for text in self.paragraphs if text))

    def words(self, text: str) -> None:
        if self.is_text and not self.skipping and not self.is_hidden and self.open:
            self.open[-1].append(text)


def _local(name: str) -> str:
    """The name of an element of Word without its namespace; the text of a formula counts as text."""
    for namespace in _WORD:
        if name.startswith(namespace):
            return name[len(namespace) :]
    return "t" if name == f"{_MATH}t" else ""


def _value(attributes: Mapping[str, str]) -> str:
    return next((value for key, value in attributes.items() if _local(key) == "val"), "1")


def _symbol(attributes: Mapping[str, str]) -> str:
    """A character of a symbol font; those without a meaning outside their font are left out."""
    code = next((value for key, value in attributes.items() if _local(key) == "char"), "")
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    is_character = 0x20 <= number < 0x110000 and number not in _SURROGATES
    return chr(number) if is_character and number not in _PRIVATE_USE else ""
