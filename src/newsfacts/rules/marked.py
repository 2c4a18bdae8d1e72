"""What is between quotation marks in the text of a document, looked at once for all rules."""

from __future__ import annotations

from newsfacts.model import Document
from newsfacts.text.quotation_marks import Quotations, scan

__all__ = ["quotations", "signs", "signs_by_line"]

_PLAIN_BYTES = bytes(code for code in range(32, 127) if code not in b"\"'") + b"\t"


def signs(document: Document) -> str:
    """The characters of the text that are not plain letters, digits, punctuation or white space of ASCII, in order.

    Straight quotation marks are among them. They are few in most texts, so that looking for one of them here takes no time.
    """
    return document.derived(_signs)


def signs_by_line(document: Document) -> str:
    """The same, with the ends of lines among them."""
    return document.derived(_signs_by_line)


def _signs(document: Document) -> str:
    return signs_by_line(document).replace("\n", "").replace("\r", "")


def _signs_by_line(document: Document) -> str:
    encoded = document.text.encode(errors="surrogatepass")
    return encoded.translate(None, _PLAIN_BYTES).decode(errors="surrogatepass")


def quotations(document: Document) -> Quotations:
    """The quotations of a document, by their marks."""
    return document.derived(_scan)


def _scan(document: Document) -> Quotations:
    return scan(document.text)
