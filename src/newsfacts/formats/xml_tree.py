"""XML as a tree of elements with their places, for every format in XML: no entities, nothing from outside, bounded.

It is read by the expat parser of Python, since its events say at which byte each is; a parser such as lxml gives only lines.
A declaration of entities is refused, an external document type is never fetched, and depth and number of elements are bounded.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.text.source import Place, SourceText

__all__ = [
    "MAX_DEPTH", "MAX_ELEMENTS", "NOT_XML", "XML_ID", "XmlElement", "XmlText", "escaped", "is_xml", "read_xml", "text_with_places",
]  # fmt: skip

MAX_DEPTH = 200
"""How many elements may be inside each other."""

MAX_ELEMENTS = 2_000_000
"""How many elements a file may have."""

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
"""The key of `xml:id` among attributes."""

NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""A character that XML does not have."""


def is_xml(value: str) -> bool:
    """Whether a value has no character that XML does not have."""
    return NOT_XML.search(value) is None


class XmlText:
    """Characters between tags, and their half-open range in the file."""

    __slots__ = ("end", "start", "words")

    def __init__(self, words: str, start: int) -> None:
        self.words: str = words
        self.start: int = start
        self.end: int = start + len(words)


class XmlElement:
    """One element. `name` is without its prefix; attributes of a namespace have the key `{namespace}name`."""

    __slots__ = ("attributes", "children", "end", "name", "namespace", "start", "tag_end")

    def __init__(self, name: str, namespace: str, attributes: Mapping[str, str], start: int) -> None:
        self.name: str = name
        self.namespace: str = namespace
        self.attributes: Mapping[str, str] = attributes
        self.children: list[XmlElement | XmlText] = []
        self.start: int = start
        self.tag_end: int = start + 1
        self.end: int = start

    def get(self, key: str, default: str = "") -> str:
        """The value of an attribute."""
        return self.attributes.get(key, default)

    def elements(self, *names: str) -> Iterator[XmlElement]:
        """The elements directly inside, of some names or all."""
        for child in self.children:
            if isinstance(child, XmlElement) and (not names or child.name in names):
                yield child

    def descendants(self, *names: str) -> Iterator[XmlElement]:
        """The elements inside at any depth, in order."""
        waiting = list(reversed(list(self.elements())))
        while waiting:
            element = waiting.pop()
            if not names or element.name in names:
                yield element
            waiting.extend(reversed(list(element.elements())))

    @property
    def text(self) -> str:
        """All characters inside, in order."""
        pieces: list[str] = []
        waiting: list[XmlElement | XmlText] = list(reversed(self.children))
        while waiting:
            child = waiting.pop()
            if isinstance(child, XmlText):
                pieces.append(child.words)
            else:
                waiting.extend(reversed(child.children))
        return "".join(pieces)


class _Refused(Exception):
    """The file is not read further; the message says why."""


def read_xml(source: SourceText, path: str | None, problems: ProblemList) -> XmlElement | None:
    """The root of a file; None, with a problem at its place, where it cannot be read. Never raises."""
    return _XmlReader(source, path, problems).read()


class _XmlReader:
    def __init__(self, source: SourceText, path: str | None, problems: ProblemList) -> None:
        self.source = source
        self.path = path
        self.problems = problems
        self.root: XmlElement | None = None
        self.open: list[XmlElement] = []
        self.count = 0
        self.is_ascii = source.string.isascii()
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = False
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.entity
        self.parser.SkippedEntityHandler = self.skipped
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def read(self) -> XmlElement | None:
        message = ""
        try:
            self.parser.Parse(self.source.string.encode("utf-8", "surrogatepass"), True)
        except _Refused as refused:
            message = str(refused)
        except expat.ExpatError as error:
            message = f"this is not XML: {expat.errors.messages.get(error.code, str(error.code))}"
        if message:
            at = self.offset()
            place = Place(self.path, self.source, at, min(at + 1, len(self.source)))
            self.problems.add(ReaderCode.BROKEN_MARKUP, message, place)
            return None
        return self.root

    def offset(self) -> int:
        """Where the parser is, in code points."""
        byte = max(0, self.parser.CurrentByteIndex)
        if self.is_ascii:
            return min(byte, len(self.source))
        return self.source.from_utf8(min(byte, self.source.utf8_offset(len(self.source))))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MAX_ELEMENTS:
            raise _Refused(f"this file has more than {MAX_ELEMENTS:,} elements")
        if len(self.open) >= MAX_DEPTH:
            raise _Refused(f"more than {MAX_DEPTH} elements are inside each other")
        namespace, _, local = name.rpartition(" ")
        keys = {_key(key): value for key, value in attributes.items()} if attributes else attributes
        element = XmlElement(local, namespace, keys, self.offset())
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def end(self, _: str) -> None:
        element = self.open.pop()
        found = self.source.string.find(">", self.offset())
        element.end = found + 1 if found >= 0 else len(self.source)

    def characters(self, words: str) -> None:
        if self.open:
            self.open[-1].children.append(XmlText(words, self.offset()))

    def doctype(self, _name: str, _system: str | None, _public: str | None, has_internal_subset: int) -> None:
        if has_internal_subset:
            raise _Refused("a document type with declarations of its own is not read, since it may define entities")

    def entity(self, *_: object) -> None:
        raise _Refused("declarations of entities are not read")

    def skipped(self, name: str, _is_parameter: bool) -> None:
        raise _Refused(f"the entity &{name}; is not one of XML itself; write the character")


def _key(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    return f"{{{namespace}}}{local}" if namespace else local


class text_with_places:  # noqa: N801 - used like a function
    """The characters of pieces of a file joined, and which range of the file each piece is; for an `Origin`."""

    __slots__ = ("file_offsets", "length", "pieces", "text_offsets")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.text_offsets: list[int] = []
        self.file_offsets: list[int] = []
        self.length: int = 0

    def add(self, words: str, start: int) -> None:
        """Append characters that are at an offset of the file."""
        if words:
            self.text_offsets.append(self.length)
            self.file_offsets.append(start)
            self.pieces.append(words)
            self.length += len(words)

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.pieces)

    def text_offset(self, offset: int) -> int:
        """The offset of the text for one of the file; that of the next character where markup is there."""
        run = bisect.bisect_right(self.file_offsets, offset) - 1
        if run < 0:
            return 0
        return min(
            self.text_offsets[run] + offset - self.file_offsets[run], self.text_offsets[run] + len(self.pieces[run])
        )


def escaped(words: str, *, quotes: bool = False) -> str:
    """Characters as XML has them between tags, or in an attribute where `quotes`."""
    found = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    if quotes:
        found = found.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return found
