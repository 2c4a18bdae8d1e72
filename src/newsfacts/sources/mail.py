"""E-mail (eml): who wrote when to whom about what, then the words of the message. Attachments are left out."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import itertools
import re
from collections.abc import Iterator
from email.message import EmailMessage, Message

from newsfacts.sources.blocks import Blocks
from newsfacts.sources.decoding import Undecodable, decode_source
from newsfacts.sources.document import FileKind, Note, NoteKind, SectionUnit, SourceDocument
from newsfacts.sources.problems import Refused

__all__ = ["HEADERS", "MAX_PARTS", "read"]

HEADERS = ("From", "To", "Cc", "Date", "Subject")
"""The fields of the header that are a part of the text."""

EARLIER = "earlier message"
"""The part with words of a message that this one answers: they need not be those of its sender."""

_REPLY_MARKS = re.compile(r"^(?:>[ \t]?){1,40}")

MAX_PARTS = 1000
"""How many parts a message may have."""


def read(data: bytes, path: str, kind: FileKind) -> SourceDocument:
    """The text of a message. Raises `Refused`."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    header = {name: value for name in HEADERS if (value := _header(message, name))}
    if "From" not in header and "Subject" not in header:
        raise Refused("it is not an e-mail: it has neither a sender nor a subject")
    body, attachments = _body(message)
    notes: list[Note] = []
    if body is None:
        text = ""
        if attachments == 0:
            raise Refused("the message has no text")
    else:
        text, notes = _words(body, path)
    if attachments:
        notes.append(Note(NoteKind.ATTACHMENTS, attachments))
    blocks = Blocks("\n")
    for name, value in header.items():
        blocks.add(f"{name}: {value}", SectionUnit.PART, f"header {name}")
    blocks.between = "\n\n"
    earlier = 0
    for part, is_earlier in _by_message(text):
        blocks.add(part, SectionUnit.PART, EARLIER if is_earlier else "body")
        earlier += is_earlier
    if earlier:
        notes.append(Note(NoteKind.REPLY_MARKS, earlier))
    return SourceDocument(
        text=blocks.text,
        path=path,
        kind=kind,
        title=header.get("Subject"),
        published=_day(message),
        notes=tuple(notes),
        sections=tuple(blocks.sections),
    )


def _by_message(text: str) -> Iterator[tuple[str, bool]]:
    """The words of a message, and those that it repeats of earlier ones, without the marks before their lines."""
    for is_earlier, group in itertools.groupby(text.split("\n"), key=lambda line: line.startswith(">")):
        lines = [_REPLY_MARKS.sub("", line) if is_earlier else line for line in group]
        if any(line.strip() for line in lines):
            yield "\n".join(lines).strip("\n"), is_earlier


def _header(message: Message, name: str) -> str:
    """A field in one line; nothing where it is missing or cannot be parsed."""
    try:
        value = message.get(name)
    except (
        ValueError,
        IndexError,
        AttributeError,
        TypeError,
        OverflowError,
    ):  # damaged fields make the parser fail in many ways
        return ""
    return " ".join(str(value).split()) if value is not None else ""


def _body(message: EmailMessage) -> tuple[Message | None, int]:
    """The part with the words, plain text before HTML, and how many other parts there are."""
    plain: Message | None = None
    rich: Message | None = None
    others = 0
    for number, part in enumerate(message.walk()):
        if number >= MAX_PARTS:
            raise Refused(f"the message has more than {MAX_PARTS:,} parts")
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        is_attached = part.get_content_disposition() == "attachment"
        if kind == "text/plain" and plain is None and not is_attached:
            plain = part
        elif kind == "text/html" and rich is None and not is_attached:
            rich = part
        else:
            others += 1
    return plain or rich, others


def _words(part: Message, path: str) -> tuple[str, list[Note]]:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    declared = part.get_content_charset()
    if part.get_content_type() == "text/html":
        from newsfacts.sources import html

        found = html.read(data, path, FileKind.HTML, declared=declared)
        return found.text, list(found.notes)
    try:
        decoded = decode_source(data, declared)
    except Undecodable as error:
        raise Refused(f"its message cannot be read: {error}") from None
    return decoded.text.replace("\r\n", "\n").strip("\n"), list(decoded.notes)


def _day(message: Message) -> dt.date | None:
    """The day of the date in the header, where the sender is."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(_header(message, "Date")).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
