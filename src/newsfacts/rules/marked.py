"""What is between quotation marks in the text of a document, looked at once for all rules."""

from __future__ import annotations

from newsfacts.model import Document
from newsfacts.text.quotation_marks import Quotations, scan

__all__ = ["quotations"]


def quotations(document: Document) -> Quotations:
    """The quotations of a document, by their marks."""
    return document.derived(_scan)


def _scan(document: Document) -> Quotations:
    return scan(document.text)
