"""A stand-off file with only those values changed that a document has otherwise, for all formats of that kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from newsfacts.building.builder import build
from newsfacts.formats.standoff import standoff_data
from newsfacts.model import Document
from newsfacts.raw import RawDocument

__all__ = ["rewrite_standoff"]

Read = Callable[[str, str | None], Iterator[RawDocument]]
Merge = Callable[[str, Mapping[str, Any], Mapping[str, Any]], str]


def rewrite_standoff(document: Document, source: str, read: Read, merge: Merge) -> str | None:
    """The file `source`, saying what the document says; None where that cannot be done in place.

    `read` is that of the format, and `merge` makes a text that says its first table say its second.
    """
    old = read_again(source, document, read)
    if old == document:
        return source
    before, after = standoff_data(old), standoff_data(document)
    places = [raw.start for raw in old.origin.annotations] if old.origin is not None else []
    order = sorted(range(len(places)), key=places.__getitem__)
    before["annotations"] = [before["annotations"][number] for number in order]
    after["annotations"] = in_order_of(before["annotations"], after["annotations"])
    written = merge(source, before, after)
    return written if read_again(written, document, read) == document else None


def in_order_of(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Entries in the order that a file has them in; new ones come after the one before them in the text."""

    def key(entry: dict[str, Any]) -> str:
        return str([entry.get(name) for name in ("kind", "id", "spans")])

    places: dict[str, list[int]] = {}
    for place in range(len(before) - 1, -1, -1):
        places.setdefault(key(before[place]), []).append(place)
    found: list[tuple[int, int, dict[str, Any]]] = []
    last = -1
    for number, entry in enumerate(after):
        known = places.get(key(entry))
        is_new = not known
        last = known.pop() if known else last
        found.append((last, number if is_new else -1, entry))
    return [entry for _, _, entry in sorted(found, key=lambda item: item[:2])]


def read_again(text: str, document: Document, read: Read) -> Document:
    """A file as the document itself was read."""
    [raw] = read(text, document.path)
    return build(raw, document.known_kinds, factbook=document.factbook)
