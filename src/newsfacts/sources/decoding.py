"""The text of bytes: by a byte order mark, a declared encoding, as UTF-8, and else by a guess that is named."""

from __future__ import annotations

import codecs

import attrs

from newsfacts.sources.document import Note, NoteKind

__all__ = ["GUESSED", "MAX_WRONG", "Undecodable", "decode_source"]

GUESSED = "windows-1252"
"""What text that declares no encoding and is not UTF-8 is taken for: most such files in Western languages are in it."""

MAX_WRONG = 0.01
"""Which share of the characters may be wrong in a text that declares its encoding."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers read under these names: pages that declare them are in Windows' encoding.
_READ_AS = {"iso8859-1": GUESSED, "ascii": GUESSED, "iso8859-9": "windows-1254", "gb2312": "gb18030", "gbk": "gb18030"}


class Undecodable(ValueError):
    """Bytes that are not a text; its words are the reason."""


@attrs.frozen
class DecodedSource:
    """A text, and notes where its encoding was guessed or bytes of it are wrong."""

    text: str
    notes: tuple[Note, ...] = ()


def decode_source(data: bytes, declared: str | None = None) -> DecodedSource:
    """The text of bytes, line ends as they are. Raises `Undecodable` where they are not text in the encoding that they declare."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return DecodedSource(_decoded(data[len(mark) :], encoding))
    if declared is not None and declared.strip():
        return _declared(data, _known(declared))
    if b"\0" in data:
        raise Undecodable("it has null bytes, which text does not have")
    try:
        return DecodedSource(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start > 0 and len(data) - error.start < 4:
            raise Undecodable("it ends in the middle of a character of UTF-8: it was probably cut short") from None
    try:
        text = data.decode(GUESSED)
    except UnicodeDecodeError as error:
        raise Undecodable(f"byte {error.start + 1:,} is text neither in UTF-8 nor in Windows-1252") from None
    return DecodedSource(text, (Note(NoteKind.ENCODING, detail=f"{GUESSED} (guessed)"),))


def _known(declared: str) -> str:
    """The encoding that a declared name means. Raises `Undecodable` for an unknown one."""
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        raise Undecodable(f"it declares the encoding {declared[:40]!r}, which is unknown") from None
    return _READ_AS.get(name, name)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):  # an encoding of bytes, such as hex, is looked up and does not decode
        raise Undecodable(f"it is not text in {encoding}, the encoding that it declares") from None


def _declared(data: bytes, encoding: str) -> DecodedSource:
    """Text in the encoding that it declares. A few wrong bytes become U+FFFD, as in browsers; no words are equal to that."""
    try:
        return DecodedSource(_decoded(data, encoding))
    except Undecodable:
        try:
            text = data.decode(encoding, "replace")
        except LookupError:
            text = ""
        wrong = text.count("\ufffd")
        if wrong == 0 or wrong > MAX_WRONG * len(text):
            raise
    return DecodedSource(text, (Note(NoteKind.WRONG_BYTES, wrong),))
