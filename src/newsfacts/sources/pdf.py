"""PDF files: the text of each page in reading order, without running heads, with the words that line ends part joined.

Read with pypdfium2, the engine of a browser. Everything that is changed is named in the notes.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from typing import Any

from newsfacts.sources.blocks import Blocks
from newsfacts.sources.document import FileKind, Note, NoteKind, SectionUnit, SourceDocument
from newsfacts.sources.page_layout import Line, in_reading_order, without_running_heads
from newsfacts.sources.print_forms import LINE_BREAK_HYPHEN, join_hyphens, split_ligatures
from newsfacts.sources.problems import Refused, required

__all__ = ["MAX_CHARACTERS", "MAX_PAGES", "read"]

MAX_PAGES = 5000
"""How many pages a file may have."""

MAX_CHARACTERS = 20_000_000
"""How many characters all pages may have together."""

MAX_PLACED = 20_000
"""Of how many characters of a page the places are looked up; a page with more is read in the order of the file."""

MAX_NAMED = 10
"""So many pages without text are named."""

_WORD_EDGE = re.compile(r"(?<!\S)\S|\S(?!\S)")
_LOCK = threading.Lock()  # PDFium is not made for several threads
_PASSWORD_ERROR = 4


def read(data: bytes, path: str, kind: FileKind) -> SourceDocument:
    """The text of a file. Raises `Refused`, also without the package pypdfium2."""
    pdfium = required("pypdfium2", "PDF")
    with _LOCK:
        pages, title = _pages(pdfium, data)
    empty = [number for number, page in enumerate(pages, 1) if not page]
    if len(empty) == len(pages):
        raise Refused("its pages have no text: they are pictures", "Have the text recognized first (OCR).")
    notes = []
    pages, heads = without_running_heads(pages)
    columns = 0
    texts = []
    for page in pages:
        text, is_reordered = in_reading_order(page)
        columns += is_reordered
        texts.append(text)
    texts, ligatures = split_ligatures(texts)
    texts, hyphens = join_hyphens(texts)
    for found, count in (
        (NoteKind.LINE_BREAK_HYPHENS, hyphens), (NoteKind.LIGATURES, ligatures), (NoteKind.RUNNING_HEADS, heads),
        (NoteKind.COLUMNS, columns),
    ):  # fmt: skip
        if count:
            notes.append(Note(found, count))
    if empty:
        more = f" and {len(empty) - MAX_NAMED} more" if len(empty) > MAX_NAMED else ""
        notes.append(Note(NoteKind.EMPTY_PAGES, len(empty), ", ".join(map(str, empty[:MAX_NAMED])) + more))
    blocks = Blocks("\n")
    for number, text in enumerate(texts, 1):
        blocks.add(text, SectionUnit.PAGE, str(number))
    return SourceDocument(
        text=blocks.text, path=path, kind=kind, title=title, notes=tuple(notes), sections=tuple(blocks.sections)
    )


def _pages(pdfium: Any, data: bytes) -> tuple[list[list[Line]], str | None]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR or "password" in str(error).lower():
            raise Refused("it is encrypted", "Save it without a password.") from None
        raise Refused("it is not a PDF file, or it is damaged", "Get it again.") from None
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise Refused(f"it has {count:,} pages; at most {MAX_PAGES:,} are read", "Split it.")
        if count == 0:
            raise Refused("it has no pages", "Get it again.")
        pages = []
        length = 0
        for number in range(count):
            pages.append(_lines_of(document, number, pdfium))
            length += sum(len(line.text) for line in pages[-1])
            if length > MAX_CHARACTERS:
                raise Refused(f"it has more than {MAX_CHARACTERS:,} characters", "Split it.")
        title = " ".join((document.get_metadata_dict().get("Title") or "").split())
        return pages, title or None
    finally:
        document.close()


def _lines_of(document: Any, number: int, pdfium: Any) -> list[Line]:
    """The lines of one page, in the order of the file."""
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pdfium.PdfiumError:
        raise Refused(f"its page {number + 1} is damaged", "Get it again.") from None
    try:
        return list(_lines(text_page))
    finally:
        text_page.close()
        page.close()


def _lines(text_page: Any) -> Iterator[Line]:
    text: str = text_page.get_text_range()
    # The places are those of characters, so they are of use only where one character is one code point.
    has_places = len(text) == text_page.count_chars() <= MAX_PLACED
    start = 0
    for part in text.split("\r\n"):
        end = start + len(part)
        words = part.replace("\ufffe", LINE_BREAK_HYPHEN).replace("\r", " ").replace("\x02", LINE_BREAK_HYPHEN)
        if part.strip():
            edges = _WORD_EDGE.finditer(part) if has_places else ()
            boxes = {edge.start(): text_page.get_charbox(start + edge.start()) for edge in edges}
            yield Line(words, boxes)
        start = end + 2
