"""Minutes of a sitting: one `SPEAKER: words` a line. Other lines are text without annotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts import Document, SourceText, Span
from newsfacts.formats import Format, Loss, Origin, RawAnnotation, RawDocument

_LINE = re.compile(r"^([A-Z][A-Z .'-]*): (.+)$", re.MULTILINE)


def read(text: str, path: str | None = None) -> Iterator[RawDocument]:
    """Each speech is an attribution with its source and its words as a quotation."""
    annotations = []
    for speech in _LINE.finditer(text):
        for kind, group in (("attribution", 0), ("source", 1), ("quote", 2)):
            start, end = speech.span(group)
            annotations.append(RawAnnotation(kind, (Span(start, end),), start, end))
    origin = Origin(path=path, source=SourceText(text))
    yield RawDocument(text=text, origin=origin, annotations=annotations)


def write(document: Document) -> str:
    """The attributions that have a source and a content, one a line."""
    lines = [
        f"{attribution.source[0].text.upper()}: {attribution.content.text}\n"
        for attribution in document.attributions
        if attribution.source and attribution.content is not None
    ]
    return "".join(lines)


def losses(document: Document) -> Iterator[Loss]:
    """Every annotation that is not who speaks or what is said."""
    kept = {id(part) for each in document.attributions for part in (each, *each.source[:1], *each.contents[:1])}
    for number, annotation in enumerate(document):
        if id(annotation) not in kept:
            yield Loss(what=f"a {annotation.KIND}", words=annotation.text, id=annotation.id, number=number)


FORMAT = Format("minutes", (".minutes",), __name__)
