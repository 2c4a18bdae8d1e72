"""W3C Web Annotation in JSON-LD: one annotation, a list, a page or a collection of them.

    {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/a1", "type": "Annotation",
     "body": {"type": "TextualBody", "purpose": "tagging", "value": "claim"},
     "target": {"source": "http://example.org/story", "selector": {"type": "TextQuoteSelector", "exact": "taxes will rise"}}}

The label of an annotation is the value of a body that tags or classifies, or else its motivation; a mapping says what it means.
A text body for another purpose is a note. Positions are code points; those of a writer that counted UTF-16 units are
recognized by the words next to them. The text is in the file itself, as newsfacts writes it, or in a `.txt` file with
the name of the source or of the file; without it, the words of an annotation are kept in `lost`.
Sources: Web Annotation Data Model (W3C Recommendation, 2017), and its test suite.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from newsfacts.building.written import written_metadata
from newsfacts.formats.comments import comment_losses
from newsfacts.formats.detection import Sample
from newsfacts.formats.json_writer import write_json
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marking import Limits, Mark, marked
from newsfacts.model import Document
from newsfacts.raw import Loss, RawDocument

__all__ = ["CONTEXT", "HEAD", "ID_PREFIX", "RELATIONS", "TEXT", "VALUES", "fits", "losses", "read", "write"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
ID_PREFIX = "urn:newsfacts:"
TEXT, HEAD, VALUES, RELATIONS = "newsfacts:text", "newsfacts:head", "newsfacts:values", "newsfacts:relations"
"""The properties of our own that a collection and its annotations have, in a vocabulary of their own as JSON-LD allows."""

MAX_CONTEXT = 32
"""How many code points of what is before and after it a quotation is given."""

_VOCABULARY = "https://newsfacts.example/ns#"
_TYPES = ("Annotation", "AnnotationCollection", "AnnotationPage")
_EXPANDED = re.compile(r'(?:http://www\.w3\.org/ns/oa#|"oa:)(?:Annotation|hasTarget)\b')


def fits(sample: Sample) -> bool:
    """Whether a file says that it has annotations of the W3C's model."""
    record = sample.record
    kinds = record.get("type", record.get("@type"))
    named = any(
        kind in _TYPES for kind in ([kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else ())
    )
    return (
        CONTEXT in str(record.get("@context"))
        or (named and "target" in record)
        or _EXPANDED.search(sample.beginning) is not None
    )


def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """A document for each source that the annotations of a file have."""
    from newsfacts.formats.w3c_reader import read_annotations

    return read_annotations(text, path, mapping)


_LIMITS = Limits(has_placeless=True, has_empty=True)


def losses(document: Document, mapping: LabelMapping) -> Iterable[Loss]:
    """What of a document its annotations have no place for: comments."""
    yield from marked(document, mapping, _LIMITS).losses
    yield from comment_losses(document)


def write(document: Document, mapping: LabelMapping) -> str:
    """A collection with the text, the head and the annotations of a document."""
    found = marked(document, mapping, _LIMITS)
    relations: dict[str, dict[str, list[str]]] = {}
    for relation in found.relations:
        relations.setdefault(relation.source, {}).setdefault(relation.name, []).append(iri(relation.target))
    source = str(document.url or f"{ID_PREFIX}text")
    items = [annotation_of(mark, document.text, source, relations.get(mark.id, {})) for mark in found.marks]
    data: dict[str, Any] = {
        "@context": [CONTEXT, {"newsfacts": _VOCABULARY}],
        "id": f"{ID_PREFIX}collection",
        "type": "AnnotationCollection",
        **({"label": document.title} if document.title else {}),
        "total": len(items),
        TEXT: document.text,
        HEAD: written_metadata(document),
        "first": {"id": f"{ID_PREFIX}page", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return write_json(data, indent=2) + "\n"


def iri(id: str) -> str:
    """The IRI of an annotation: its id, where it is one, or else one of our own."""
    return id if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:\S+\Z", id) else ID_PREFIX + quote(id, safe="")


def annotation_of(mark: Mark, text: str, source: str, relations: dict[str, list[str]]) -> dict[str, Any]:
    """One annotation as data."""
    bodies: list[dict[str, Any]] = [{"type": "TextualBody", "purpose": "tagging", "value": mark.label}]
    values: dict[str, Any] = {}
    for name, written in mark.attributes.items():
        if name == "note" and len(written) == 1:
            bodies.append({"type": "TextualBody", "purpose": "commenting", "value": written[0], "format": "text/plain"})
        else:
            values[name] = written[0] if len(written) == 1 else list(written)
    if mark.annotation.id is None:
        values["newsfacts_has_no_id"] = "yes"
    found: dict[str, Any] = {"id": iri(mark.id), "type": "Annotation", "motivation": "tagging"}
    found["body"] = bodies if len(bodies) > 1 else bodies[0]
    targets = [target_of(text, source, span.start, span.end) for span in mark.spans]
    found["target"] = (
        source if not targets else targets[0] if len(targets) == 1 else {"type": "Composite", "items": targets}
    )
    if values:
        found[VALUES] = values
    if relations:
        found[RELATIONS] = relations
    return found


def target_of(text: str, source: str, start: int, end: int) -> dict[str, Any]:
    """The place of a span, by its position and by its words."""
    selectors: Sequence[dict[str, Any]] = (
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - MAX_CONTEXT) : start],
            "suffix": text[end : end + MAX_CONTEXT],
        },
    )
    return {"source": source, "selector": list(selectors)}
