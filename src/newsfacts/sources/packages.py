"""Zip packages of XML parts, as docx and odt are: opened and parsed with a bound on everything that a file can claim.

Parts are parsed as a stream. A document type, and so any entity of its own, is refused: neither format has one.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from xml.parsers import expat

from newsfacts.sources.problems import Refused

__all__ = ["MAX_DEPTH", "MAX_ELEMENTS", "MAX_PARTS", "MAX_PART_SIZE", "Handler", "Package", "parse_xml"]

MAX_PART_SIZE = 64 * 1024 * 1024
"""How many bytes one part may have, unpacked."""

MAX_PARTS = 10_000
"""How many parts a package may list."""

MAX_DEPTH = 500
"""How deep the elements of a part may be nested."""

MAX_ELEMENTS = 1_000_000
"""How many elements a part may have; a book of a thousand pages has some hundred thousand."""

try:
    from lzma import LZMAError
except ImportError:  # a Python that was built without lzma raises NotImplementedError or RuntimeError for such parts
    _LZMA_ERRORS: tuple[type[Exception], ...] = ()
else:
    _LZMA_ERRORS = (LZMAError,)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 0x1
_DAMAGED: tuple[type[Exception], ...] = (
    zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError, RuntimeError, *_LZMA_ERRORS,
)  # fmt: skip


class Package:
    """A zip file in memory. Raises `Refused` where it is not one, or is encrypted, damaged or unreasonably large."""

    def __init__(self, data: bytes, kind: str) -> None:
        if data.startswith(_OLD_OFFICE):
            raise Refused(
                "it is encrypted, or in the format of Word 97",
                f"Open it with its password and save it as .{kind} without one.",
            )
        try:
            self.archive: zipfile.ZipFile = zipfile.ZipFile(io.BytesIO(data))
        except (
            zipfile.BadZipFile,
            ValueError,
            OSError,
            NotImplementedError,
        ):  # the last for versions that zipfile does not know
            raise Refused(f"it is not a .{kind} file, or it is damaged", "Get it again.") from None
        self.kind = kind
        self.names: frozenset[str] = frozenset(self.archive.namelist())
        if len(self.names) > MAX_PARTS:
            raise Refused(f"it has more than {MAX_PARTS:,} parts")

    def read(self, name: str) -> bytes:
        """One part, unpacked."""
        try:
            info = self.archive.getinfo(name)
            if info.flag_bits & _ENCRYPTED:
                raise Refused("it is encrypted", "Save it without a password.")
            with self.archive.open(info) as part:
                data = part.read(MAX_PART_SIZE + 1)  # what it claims to have is not believed
        except KeyError:
            raise Refused(f"it is not a .{self.kind} file: it has no part {name}") from None
        except _DAMAGED:
            raise Refused(f"it is damaged: its part {name} cannot be unpacked", "Get it again.") from None
        if len(data) > MAX_PART_SIZE:
            raise Refused(f"its part {name} has more than {MAX_PART_SIZE:,} bytes when it is unpacked")
        return data


class Handler:
    """What is called while a part is parsed. Names are `namespace local`, or `local` without a namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """It ends."""

    def words(self, text: str) -> None:
        """Words within it."""


def parse_xml(data: bytes, handler: Handler, part: str) -> None:
    """Parse a part. Raises `Refused` where it is not XML, has a document type, or is nested too deep."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = elements = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if elements > MAX_ELEMENTS:
            raise Refused(f"its part {part} has more than {MAX_ELEMENTS:,} elements")
        if depth > MAX_DEPTH:
            raise Refused(f"the elements of its part {part} are nested more than {MAX_DEPTH} deep")
        handler.start(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(name)

    def refuse(*_: object) -> None:
        raise Refused(f"its part {part} declares a document type, which is not allowed")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.words
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = f"it is damaged: its part {part} is not XML from line {error.lineno} on"
        raise Refused(reason, "Get it again.") from None
