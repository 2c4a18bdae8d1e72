"""The quotes of a document, gone through once for all rules: most have nothing to look at closer."""

from __future__ import annotations

from newsfacts.model import Document, Quote, QuoteKind

__all__ = [
    "altered_quotes",
    "quotes_in_pieces",
    "quotes_of_note",
    "quotes_with_form",
    "quotes_with_source",
    "quotes_without_speaker",
]

_INDIRECT = QuoteKind.INDIRECT


class Quotes:
    """Those quotes of a document that have something about them, each group in reading order."""

    def __init__(self) -> None:
        self.with_source: list[Quote] = []
        self.with_form: list[Quote] = []
        self.altered: list[Quote] = []
        self.without_speaker: list[Quote] = []
        self.in_pieces: list[Quote] = []


def quotes_of_note(document: Document) -> bool:
    """Whether any quote has something about it: rules that look at one of the groups below need this first."""
    found = document.derived(_quotes)
    return bool(found.with_source or found.with_form or found.altered or found.without_speaker or found.in_pieces)


def quotes_with_source(document: Document) -> list[Quote]:
    """The quotes whose words can be compared with a source text."""
    return document.derived(_quotes).with_source


def quotes_with_form(document: Document) -> list[Quote]:
    """The quotes with `form=`."""
    return document.derived(_quotes).with_form


def altered_quotes(document: Document) -> list[Quote]:
    """The quotes that are declared to be a translation, or to be verbatim."""
    return document.derived(_quotes).altered


def quotes_without_speaker(document: Document) -> list[Quote]:
    """The quotes without `by=`."""
    return document.derived(_quotes).without_speaker


def quotes_in_pieces(document: Document) -> list[Quote]:
    """The quotes of several fragments."""
    return document.derived(_quotes).in_pieces


def _quotes(document: Document) -> Quotes:
    found = Quotes()
    for quote in document.quotes:
        form = quote.form
        if form is not None:
            found.with_form.append(quote)
        if quote.source_text and form is not _INDIRECT:
            found.with_source.append(quote)
        if quote.translated or quote.verbatim:
            found.altered.append(quote)
        if not quote.by:
            found.without_speaker.append(quote)
        if len(quote.spans) > 1:
            found.in_pieces.append(quote)
    return found
