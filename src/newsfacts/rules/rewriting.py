"""Fixes that write an attribute anew. None of them is safe: what a value states is for a person to decide."""

from __future__ import annotations

import json

from newsfacts.findings import Edit, Fix
from newsfacts.model import Annotation, Document

__all__ = ["rewrite"]


def rewrite(document: Document, annotation: Annotation, value: object, *, key: str = "value") -> Fix | None:
    """A fix that writes `key` of an annotation as `value`; None where the attribute stands nowhere in the file."""
    raw = document.raw(annotation)
    if raw is None or key not in raw.attributes:
        return None
    place = document.place(annotation, key)
    if place is None:
        return None
    written = json.dumps(str(value), ensure_ascii=False)  # in quotation marks, as attributes and YAML both read it
    prefix = f"{key}=" if place.words.startswith(f"{key}=") else ""
    return Fix(f"write {key} as {value}", (Edit(place.start, place.end, prefix + written),))
